"""Sentences of tagged tokens: what every kind of fact reads."""

from __future__ import annotations

from array import array
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
    sentences.  Nor are their tokens: of a sentence far down an article they are made when they are asked for.  Curly
    apostrophes in ``Token.lower`` are straight (``n't``, ``'s``), so that word tables need one form only.
    """

    __slots__ = ("_lower", "_packed", "_starts", "_tokens", "end", "index", "paragraph", "part", "start")

    def __init__(self, index: int, start: int, end: int, paragraph: int, part: Part, tokens: list[Token]) -> None:
        self.index = index
        self.start = start
        self.end = end
        self.paragraph = paragraph
        self.part = part
        self._tokens: list[Token] | None = tokens
        self._packed: _Packed | None = None
        self._lower: frozenset[str] | None = None
        self._starts: list[int] | None = None

    @property
    def tokens(self) -> list[Token]:
        """Return the tokens."""
        found = self._tokens
        if found is None:
            assert self._packed is not None
            found = self._packed.tokens(self.start, self.end)
        return found

    def pack(self, packed: _Packed) -> None:
        """Keep the tokens with those of other sentences in a twentieth of the memory."""
        packed.add(self.tokens)
        self._packed = packed
        self._tokens = None

    def numbered(self, index: int) -> Sentence:
        """Return the sentence with another number."""
        found = Sentence(index, self.start, self.end, self.paragraph, self.part, [])
        found._tokens, found._packed = self._tokens, self._packed
        return found

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
        if self._starts:
            return bisect_left(self._starts, offset)
        if self._packed is None:
            return bisect_left(self.starts, offset)
        return self._packed.at(self.start, self.end, offset)


_KEPT: Final = 4000  # sentences of an article whose sets are kept
_UNPACKED: Final = 120_000  # tokens of an article that are kept as they are, some 20 MB
_LATEST: Final = 64  # packed sentences whose tokens are at hand
Word = tuple[str, str, str, str]
"""What tokens of the same form and tag have in common: form, lower-cased form, tag and lemma."""


class _Packed:
    """The tokens of an article's packed sentences while nobody reads them: where they begin, and which words they are.

    In ``latest`` are the tokens of the sentences that were asked for last.
    """

    __slots__ = ("_known", "_latest", "_starts", "_vocabulary", "_words")

    def __init__(self) -> None:
        self._starts = array("I")
        self._words = array("I")  # places in the vocabulary
        self._vocabulary: list[Word] = []
        self._known: dict[tuple[str, str], int] = {}
        self._latest: dict[int, list[Token]] = {}

    def add(self, tokens: list[Token]) -> None:
        """Keep the tokens of a sentence that stands behind all others."""
        for token in tokens:
            key = (token.text, token.tag)
            word = self._known.get(key)
            if word is None:
                word = self._known[key] = len(self._vocabulary)
                self._vocabulary.append((token.text, token.lower, token.tag, token.lemma))
            self._starts.append(token.start)
            self._words.append(word)

    def tokens(self, start: int, end: int) -> list[Token]:
        """Return the tokens of the sentence with these offsets."""
        found = self._latest.get(start)
        if found is None:
            first = bisect_left(self._starts, start)
            last = bisect_left(self._starts, end, first)
            found = []
            for at in range(first, last):
                text, lower, tag, lemma = self._vocabulary[self._words[at]]
                begin = self._starts[at]
                found.append(Token(text, begin, begin + len(text), lower, tag, lemma))
            if len(self._latest) >= _LATEST:
                del self._latest[next(iter(self._latest))]
            self._latest[start] = found
        return found

    def at(self, start: int, end: int, offset: int) -> int:
        """Return the index of the first token of a sentence that begins at or behind an offset."""
        first = bisect_left(self._starts, start)
        return bisect_left(self._starts, min(offset, end), first) - first


def analyse(document: Document) -> list[Sentence]:
    """Split every block of the document into sentences and tag their tokens."""
    text = document.text
    found: list[Sentence] = []
    lowered: dict[str, tuple[str, str]] = {}  # each form and its lower case once: most tokens are repeated
    packed = _Packed()
    names = _names(document)
    count = 0
    for block in document.blocks:
        for start, end in split_sentences(text, block.start, block.end):
            spans = tokenize(text, start, end)
            forms = [text[first:last] for first, last in spans]
            tokens = []
            bracketed = text.find("[", start, end) >= 0  # "[T]he" is read as "The"
            labels = tag([_plain(form) for form in forms] if bracketed else forms, names)
            for at, (first, last) in enumerate(spans):
                form, label = forms[at], labels[at]
                form, lower = lowered.get(form) or lowered.setdefault(form, (form, _lower(form)))
                base = lemma(lower, label) if label in INFLECTED else lower
                tokens.append(Token(form, first, last, lower, label, base))
            sentence = Sentence(len(found), start, end, block.paragraph, block.part, tokens)
            count += len(tokens)
            if count > _UNPACKED:
                sentence.pack(packed)
            found.append(sentence)
    return found


def _plain(form: str) -> str:
    return form[1] + form[3:] if form[0] == "[" and len(form) > 3 else form


def _lower(form: str) -> str:
    """Return a form in small letters, with the apostrophe that typewriters have: `don’t`, and `don‘t` by mistake."""
    plain = _plain(form).lower().replace("’", "'")
    return plain.replace("‘", "'") if len(plain) > 1 else plain


def _names(document: Document) -> set[str]:
    """Return the words that the document's sentences have with a capital behind another word, and never without."""
    body = [document.text[block.start : block.end] for block in document.blocks if block.part == "body"]
    found = {form for paragraph in body for form in _CAPITALISED.findall(paragraph)}
    small = {form for paragraph in body for form in _SMALL.findall(paragraph)} if found else found
    return {form for form in found if form.lower() not in small}


_CAPITALISED: Final = compiled(r"[A-Z](?<=[a-z,] .)[a-z]{2,}+\b")
_SMALL: Final = compiled(r"\b[a-z]{3,}+\b")
