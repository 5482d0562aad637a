"""Which articles cannot answer, from their text alone: to read one costs a hundred times more."""

from __future__ import annotations

import re

from newsclaims.find.deeds import CONTRACTED, deed, lemmas
from newsclaims.find.question import Question, folded

_FORM = re.compile(r"[^\W\d_]++(?:-[^\W\d_]++)*")


class Prefilter:
    """Every word of a name or quote must stand in the text, or begin a word there, and one form of a verb asked for.

    Articles that hold an answer always pass.
    """

    def __init__(self, question: Question) -> None:
        asked = (question.actor, question.other, question.spoken)
        self.words = [word for one in asked if one is not None for word in one.every]
        verbs = deed(question.did, question.like).every if question.did else frozenset()
        self.lemmas = frozenset() if verbs & CONTRACTED else verbs
        self._forms: dict[str, bool] = {}

    def may_answer(self, text: str) -> bool:
        """Return whether a text may hold an answer."""
        plain = folded(text) if self.words else ""
        if not all(word in plain for word in self.words):
            return False
        return not self.lemmas or any(self._is_form(word) for word in set(_FORM.findall(text.casefold())))

    def _is_form(self, word: str) -> bool:
        known = self._forms.get(word)
        if known is None:
            parts = {word, *word.split("-")}
            known = self._forms[word] = any(not self.lemmas.isdisjoint(lemmas(part)) for part in parts)
        return known
