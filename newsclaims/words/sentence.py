"""Sentences of tagged tokens: what every kind of fact reads."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from newsclaims.model import Part
from newsclaims.pattern import compiled
from newsclaims.text.document import Document
from newsclaims.text.sentences import split_sentences
from newsclaims.text.tokens import tokenize
from newsclaims.words.lemmas import INFLECTED, lemma
from newsclaims.words.tagger import tag


class Token:
    """A token: its form, place in the article's text, lower-cased form, Penn Treebank tag and lemma."""

    __slots__ = ("end", "lemma", "lower", "start", "tag", "text")

    def __init__(self, text: str, start: int, end: int, lower: str, tag: str, lemma: str) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.lower = lower
        self.tag = tag
        self.lemma = lemma

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}"


class Sentence:
    """A sentence: its number in the article, offsets, paragraph number, part and tokens.

    ``lower`` is the set of its lower-cased tokens, the prefilter of rules, and ``starts`` where they begin.  Both are
    kept when they were asked for, but not those of a whole book: they would be a quarter of the memory of all
    sentences.  Curly apostrophes in ``Token.lower`` are straight (``n't``, ``'s``), so that word tables need one form
    only.
    """

    __slots__ = ("_lower", "_starts", "end", "index", "paragraph", "part", "start", "tokens")

    def __init__(self, index: int, start: int, end: int, paragraph: int, part: Part, tokens: list[Token]) -> None:
        self.index = index
        self.start = start
        self.end = end
        self.paragraph = paragraph
        self.part = part
        self.tokens = tokens
        self._lower: frozenset[str] | None = None
        self._starts: list[int] | None = None

    @property
    def lower(self) -> frozenset[str]:
        """Return the set of the lower-cased tokens."""
        found = self._lower
        if found is None:
            found = frozenset([token.lower for token in self.tokens])
            if self.index < _KEPT:
                self._lower = found
        return found

    @property
    def starts(self) -> list[int]:
        """Return where the tokens begin."""
        found = self._starts
        if found is None:
            found = [token.start for token in self.tokens]
            if self.index < _KEPT:
                self._starts = found
        return found

    def at(self, offset: int) -> int:
        """Return the index of the first token that begins at or behind an offset."""
        return bisect_left(self.starts, offset)


_KEPT: Final = 4000  # sentences of an article whose sets are kept


def analyse(document: Document) -> list[Sentence]:
    """Split every block of the document into sentences and tag their tokens."""
    text = document.text
    found: list[Sentence] = []
    lowered: dict[str, tuple[str, str]] = {}  # each form and its lower case once: most tokens are repeated
    names = _names(document)
    for block in document.blocks:
        for start, end in split_sentences(text, block.start, block.end):
            spans = tokenize(text, start, end)
            forms = [text[first:last] for first, last in spans]
            tokens = []
            for form, (first, last), label in zip(forms, spans, tag(forms, names), strict=True):
                form, lower = lowered.get(form) or lowered.setdefault(form, (form, form.lower().replace("’", "'")))
                base = lemma(lower, label) if label in INFLECTED else lower
                tokens.append(Token(form, first, last, lower, label, base))
            found.append(Sentence(len(found), start, end, block.paragraph, block.part, tokens))
    return found


def _names(document: Document) -> set[str]:
    """Return the words that the document's sentences have with a capital behind another word, and never without."""
    body = [document.text[block.start : block.end] for block in document.blocks if block.part == "body"]
    found = {form for paragraph in body for form in _CAPITALISED.findall(paragraph)}
    small = {form for paragraph in body for form in _SMALL.findall(paragraph)} if found else found
    return {form for form in found if form.lower() not in small}


_CAPITALISED: Final = compiled(r"(?<=[a-z,] )[A-Z][a-z]{2,}+\b")
_SMALL: Final = compiled(r"\b[a-z]{3,}+\b")
