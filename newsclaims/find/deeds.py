"""Verbs that are asked for, and the verbs of a claim: the whole verb group counts, `threatened to kill` by both."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from newsclaims.find.question import words_of
from newsclaims.words.lemmas import lemma

CONTRACTED = frozenset({"be", "have", "do", "will", "would", "can", "let", "not"})
"""Verbs with forms that are no whole words (`she's`, `can't`), which inside a group only help another verb."""

_NEAR = 40  # characters behind the verb group in which a particle may stand
_FORMS = ("VB", "VBZ", "VBD", "VBN", "VBG")


@cache
def lemmas(form: str) -> frozenset[str]:
    """Return the lemmas that a form of a verb may have: `raided` is `raid`, `left` is `leave` and `left`."""
    return frozenset({form, *(lemma(form, tag) for tag in _FORMS)})


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb that is asked for: its lemmas, the particles with it (`walk out`), and classes of deeds like it."""

    lemmas: frozenset[str]
    particles: tuple[str, ...]
    classes: frozenset[str]

    @property
    def every(self) -> frozenset[str]:
        """The lemmas of all verbs that may tell it."""
        if not self.classes:
            return self.lemmas
        from newsclaims.facts.lexical import verbs_of

        return self.lemmas | verbs_of(self.classes)

    def is_told_by(self, claim: dict[str, Any]) -> bool:
        """Return whether a claim tells it, by the verb that it has or another one of its verb group."""
        predicate = claim["predicate"]
        head, *rest = predicate["lemma"].split()
        words = words_of(predicate["text"])
        at = predicate["end"] - claim["start"]
        behind = words_of(claim["text"][at : at + _NEAR])[:4]
        if head in self.lemmas or any(self.lemmas & lemmas(word) - CONTRACTED for word in words):
            return {*rest, *words, *behind}.issuperset(self.particles)
        return bool(self.classes) and self._is_like([head, *words], [*rest, *words, *behind])

    def _is_like(self, verbs: list[str], behind: list[str]) -> bool:
        from newsclaims.facts.lexical import deed_classes

        found = {one for verb in verbs for one in lemmas(verb)} - CONTRACTED
        return any(self.classes & deed_classes(verb, behind) for verb in found | {verbs[0]})


@cache
def deed(asked: str, like: bool = False) -> Deed:
    """Return the deed that somebody asks for; with ``like`` those that news tells by other verbs, too."""
    verb, *particles = asked.casefold().split() or [""]
    found = lemmas(verb)
    if not like:
        return Deed(found, tuple(particles), frozenset())
    from newsclaims.facts.lexical import deed_classes

    classes = frozenset(name for one in found for name in deed_classes(one, particles))
    return Deed(found, tuple(particles), classes)
