"""What is asked of ``find``: names and words as patterns, a verb with all that it may be told by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import get_args
from unicodedata import combining, normalize

from newsclaims.model import Modality

MODALITIES: tuple[str, ...] = get_args(Modality)
FIGURE_KINDS = ("money", "percent", "percentage_point", "quantity", "count", "ordinal", "ratio", "age", "score",
                 "multiple", "number")  # fmt: skip
ARTICLES = frozenset(("the", "a", "an"))
_LEAST = 4  # letters from which a word of a quote stands for all that begin with it
_WORD = re.compile(r"[^\W_]++(?:[.-][^\W_]++)*")
_PART = re.compile(r"[^\W_]++")
_QUOTED = re.compile(r'"([^"]*)"|“([^“”]*)”')


def folded(text: str) -> str:
    """Return text without case and accents, with straight apostrophes: what is compared."""
    plain = text.casefold().replace("’", "'")
    if plain.isascii():
        return plain
    return "".join(sign for sign in normalize("NFD", plain) if not combining(sign))


def words_of(text: str) -> list[str]:
    """Return the words of a name, folded; an apostrophe parts words, so that a possessive does not matter."""
    return _WORD.findall(folded(text))


def parts_of(text: str) -> list[str]:
    """Return the words of a quote, folded; hyphens and points part them too."""
    return _PART.findall(folded(text))


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that must all be there, in any order, and phrases: words that must follow each other.

    ``begin`` lets a word of four letters or more stand for all that begin with it (`interfer`).
    """

    words: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    begin: bool

    def holds(self, have: Sequence[str]) -> bool:
        """Return whether a list of words holds all that is asked for."""
        for word in self.words:
            if word not in have and not (
                self.begin and len(word) >= _LEAST and any(one.startswith(word) for one in have)
            ):
                return False
        return all(_follow(have, phrase) for phrase in self.phrases)

    @property
    def every(self) -> list[str]:
        """All words asked for."""
        return [*self.words, *(word for phrase in self.phrases for word in phrase)]


def _follow(have: Sequence[str], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(tuple(have[at : at + size]) == phrase for at in range(len(have) - size + 1) if have[at] == phrase[0])


def wording(asked: str, *, name: bool) -> Wording:
    """Return what somebody asks for; what stands in quotation marks is a phrase, articles outside are ignored.

    >>> wording('the minister "no evidence"', name=False)
    Wording(words=('minister',), phrases=(('no', 'evidence'),), begin=True)
    """
    split = words_of if name else parts_of
    phrases = [tuple(split(one or other)) for one, other in _QUOTED.findall(asked)]
    words = split(_QUOTED.sub(" ", asked))
    kept = [word for word in words if word not in ARTICLES]
    if not kept and not any(phrases):
        kept = words  # nothing but an article is asked for
    return Wording(tuple(kept), tuple(phrase for phrase in phrases if phrase), begin=not name)


@dataclass(frozen=True)
class Question:
    """What is asked: all that is set must hold of one fact.

    ``who`` and ``whom`` are names, ``did`` a verb in any form, ``said`` words of a quote, ``kind`` a kind of fact or a
    kind of figure, ``since`` and ``until`` ISO days between which the fact lies; claims below ``min_confidence`` do not
    answer.  ``like`` takes verbs that news uses for the one asked for (`buy`: purchase, acquire).  ``modality`` are
    those that a claim may have, ``negated`` whether it must be negated.
    """

    who: str | None = None
    did: str | None = None
    whom: str | None = None
    said: str | None = None
    kind: str | None = None
    since: str | None = None
    until: str | None = None
    min_confidence: float = 0.0
    like: bool = False
    modality: tuple[str, ...] = ()
    negated: bool | None = None

    @cached_property
    def actor(self) -> Wording | None:
        """Who is asked for."""
        return wording(self.who, name=True) if self.who else None

    @cached_property
    def other(self) -> Wording | None:
        """Whom or what is asked for."""
        return wording(self.whom, name=True) if self.whom else None

    @cached_property
    def spoken(self) -> Wording | None:
        """The words of a quote that are asked for."""
        return wording(self.said, name=False) if self.said else None

    @property
    def of_claims(self) -> bool:
        """Whether something is asked that only claims can answer."""
        return bool(self.did or self.whom or self.modality or self.negated is not None)
