"""The readings of the sentences of a document, each made when it is first asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import Any, Final

from newsclaims.isolation import defect, out_of_memory
from newsclaims.syntax.parse import Parse, Subjects
from newsclaims.text.document import Document
from newsclaims.text.quotation import quoted_stretches
from newsclaims.words.sentence import Sentence

_KEPT: Final = 4000
"""Sentences whose readings are all kept: an article has fewer."""
_WINDOW: Final = 500
"""Sentences of a longer text whose readings are kept at a time: each kind reads it from its beginning, so that more
would not be there either when the next one comes."""


class Parses:
    """The readings of a document's sentences, each made when it is first asked for.

    Of a long document only the latest are kept.  ``first`` is called with every reading once, when it is made; what it
    returns is kept in ``results`` by the number of the sentence, so that a kind that asks for every sentence need not
    have it read again.  ``faults`` says of the sentences that a rule failed for what went wrong.
    """

    def __init__(
        self, document: Document, sentences: list[Sentence], first: Callable[[Parse], Any] | None = None
    ) -> None:
        self.sentences = sentences
        self.stretches = quoted_stretches(document)
        self._starts = [sentence.start for sentence in sentences]
        self._openings = [stretch.start for stretch in self.stretches]
        self._ends = [stretch.end for stretch in self.stretches]
        self.results: dict[int, Any] = {}
        self.faults: dict[int, str] = {}
        self._first = first
        self._made: dict[int, Parse] = {}
        self._kept = _KEPT if len(sentences) <= _KEPT else _WINDOW
        self._subjects: dict[int, Subjects] = {}
        self._asked: tuple[int, set[int]] = (-1, set())

    def __getitem__(self, index: int) -> Parse:
        """Return the reading of a sentence of the headline or the body, by its number in the article."""
        found = self._made.get(index)
        if found is None:
            if len(self._made) >= self._kept:
                oldest = next(iter(self._made))
                self.subjects(oldest)
                self._made.pop(oldest).forget()
            sentence = self.sentences[index]
            first, last = bisect_right(self._ends, sentence.start), bisect_left(self._openings, sentence.end)
            found = self._made[index] = Parse(sentence, self.stretches[first:last])
            if self._first is not None and index not in self.results:
                self._result(index, found, self._first)
            if found.fault:
                self.faults[index] = found.fault
        return found

    def _result(self, index: int, parse: Parse, first: Callable[[Parse], Any]) -> None:
        try:
            self.results[index] = first(parse)
        except Exception as error:
            if out_of_memory(error):
                raise
            self.results[index], self.faults[index] = [], defect(error)

    def result(self, index: int) -> Any:
        """Return what ``first`` made of a sentence."""
        if index not in self.results:
            self[index]
        return self.results[index]

    def let_go(self) -> None:
        """Keep no results any longer, and make none of sentences that are read again."""
        self.results.clear()
        self._first = None

    def subjects(self, index: int) -> Subjects:
        """Return the subjects of a sentence; they are kept when its reading is let go."""
        found = self._subjects.get(index)
        if found is None:
            found = self._subjects[index] = self[index].subjects()
        return found

    def is_subject(self, index: int, token: int) -> bool:
        """Tell whether a token of a sentence is the head of a subject, or ends it."""
        if self._asked[0] != index:
            ends = {at for _, head, end in self.subjects(index) for at in (head, end - 1)}
            self._asked = (index, ends)
        return token in self._asked[1]

    def locate(self, offset: int) -> tuple[Parse, int] | None:
        """Return the reading of the sentence that holds a token, and the token's index, by where the token begins."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or self.sentences[at].part not in ("body", "headline"):
            return None
        parse = self[at]
        index = parse.sentence.at(offset)
        return (parse, index) if index < len(parse.tokens) and parse.tokens[index].start == offset else None

    def forget(self) -> None:
        """Let go of all readings."""
        for parse in self._made.values():
            parse.forget()
        self._made.clear()
        self.results.clear()
