"""The words of an article for tools that count in words: all that stands in the text is one, but single spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsclaims.model import Article
from newsclaims.text.document import read_document
from newsclaims.words.sentence import Sentence, Token, analyse

_RUN = re.compile(r"\s+|\S+")


class Word(NamedTuple):
    """A word: its place, whether a space follows that belongs to it, its token, and whether a sentence begins with it.

    White space that is not one space between two words is a word of its own, without token.
    """

    start: int
    end: int
    space: bool
    token: Token | None
    opens: bool


def sentences_of(article: Article) -> list[Sentence]:
    """Return the tagged sentences of an article, as they were read."""
    return analyse(read_document(article.text, article.title))


def words_of(text: str, sentences: Sequence[Sentence]) -> list[Word]:
    """Return the words that, each with its space, make up the whole text."""
    found: list[Word] = []
    at = 0
    for sentence in sentences:
        for number, token in enumerate(sentence.tokens):
            if token.start < at:
                continue
            found += _between(text, at, token.start)
            space = text[token.end : token.end + 1] == " "
            found.append(Word(token.start, token.end, space, token, number == 0))
            at = token.end + space
    return [*found, *_between(text, at, len(text))]


def _between(text: str, start: int, end: int) -> Iterator[Word]:
    """Yield what stands between two tokens."""
    return (Word(run.start(), run.end(), False, None, False) for run in _RUN.finditer(text, start, end))
