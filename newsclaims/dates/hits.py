"""What a rule sees and what it returns: a sentence as words by position, a hit in it, and what the hit means."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from newsclaims.model import DateAnchor, DateType
from newsclaims.words.sentence import Sentence

if TYPE_CHECKING:
    from newsclaims.dates.memory import Memory

HYPHENS: Final = frozenset("-‐‑")
DASHES: Final = frozenset("-‐‑–—")


class Reading:
    """A sentence as lower-cased words, ``reading[at]``; positions outside it are the empty word."""

    __slots__ = ("_lower", "_words", "count", "sentence", "text", "tokens")

    def __init__(self, sentence: Sentence, text: str) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.text = text
        self._words = [token.lower for token in sentence.tokens]
        self._lower: frozenset[str] | None = None
        self.count = len(self._words)

    @property
    def lower(self) -> frozenset[str]:
        """The set of the lower-cased words, made once for all rules."""
        if self._lower is None:
            self._lower = frozenset(self._words)
        return self._lower

    def __getitem__(self, at: int) -> str:
        """Return the lower-cased word at a position, "" outside the sentence: also before it, at -1."""
        return self._words[at] if 0 <= at < self.count else ""

    def form(self, at: int) -> str:
        """Return the word at a position as written, "" outside the sentence."""
        return self.tokens[at].text if 0 <= at < self.count else ""

    def tag(self, at: int) -> str:
        """Return the tag at a position, "" outside the sentence."""
        return self.tokens[at].tag if 0 <= at < self.count else ""

    def capital(self, at: int) -> bool:
        """Tell whether the word at a position begins with a capital letter."""
        return self.form(at)[:1].isupper()

    def glued(self, at: int) -> bool:
        """Tell whether nothing stands between this token and the one before."""
        return 0 < at < self.count and self.tokens[at].start == self.tokens[at - 1].end

    def hyphened(self, at: int) -> bool:
        """Tell whether the token is a hyphen inside a word: `third-quarter`."""
        return self[at] in HYPHENS and self.glued(at) and self.glued(at + 1)

    def before(self, at: int) -> int:
        """Return the position before, passing over a hyphen inside a word."""
        return at - 2 if self.hyphened(at - 1) else at - 1

    def after(self, at: int) -> int:
        """Return the position after, passing over a hyphen inside a word."""
        return at + 2 if self.hyphened(at + 1) else at + 1

    def with_the(self, at: int) -> int:
        """Return the position, or that of `the` right before it."""
        return at - 1 if self[at - 1] == "the" else at

    def longest(self, at: int, phrases: Iterable[tuple[tuple[str, ...], str]]) -> tuple[int, str] | None:
        """Return (number of words, meaning) of the first of these phrases, the longest first, that stands there."""
        for words, meaning in phrases:
            if self.phrase(at, words):
                return len(words), meaning
        return None

    def phrase(self, at: int, words: tuple[str, ...]) -> bool:
        """Tell whether these words stand from the position on."""
        return tuple(self._words[at : at + len(words)]) == words


class Hit:
    """An expression found at tokens ``start`` to ``end`` (exclusive); what it means is asked later, in text order.

    ``grain`` says what can be joined to it: weekday, day, month-day, month, quarter, half, season, holiday, year,
    week, weekend, clock, part, duration, set, reference, offset.  ``within`` gives the value inside a year for those
    that lack one; ``clock`` is the time of day as it follows a day's value (``T22:00``, ``TMO``);
    ``key`` is its number (weekday, month, year, how many) and ``counted`` the unit that a number counts;
    ``of_year`` is the year that was joined to it.
    """

    __slots__ = (
        "clock", "counted", "end", "grain", "key", "mod", "of_year", "priority", "resolve",
        "rule", "start", "type", "within",
    )  # fmt: skip

    def __init__(
        self,
        start: int,
        end: int,
        type: DateType,
        grain: str,
        resolve: Callable[[Memory], Value],
        within: Callable[[int], str | None] | None = None,
        clock: str | None = None,
        mod: str | None = None,
        key: int | None = None,
        counted: str | None = None,
        of_year: Hit | None = None,
        rule: str = "",
        priority: int = 0,
    ) -> None:
        self.start = start
        self.end = end
        self.type = type
        self.grain = grain
        self.resolve = resolve
        self.within = within
        self.clock = clock
        self.mod = mod
        self.key = key
        self.counted = counted
        self.of_year = of_year
        self.rule = rule
        self.priority = priority

    def widened(self, start: int, end: int, mod: str | None = None) -> Hit:
        """Return the hit with another span and, if given, another mod."""
        return replace(self, start=start, end=end, mod=mod or self.mod)


def replace(hit: Hit, **changes: Any) -> Hit:
    """Return a copy of a hit with other values in these attributes."""
    made = Hit(
        hit.start, hit.end, hit.type, hit.grain, hit.resolve, hit.within, hit.clock, hit.mod, hit.key, hit.counted,
        hit.of_year, hit.rule, hit.priority,
    )  # fmt: skip
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def from_published(value: Callable[[date], str | None]) -> Callable[[Memory], Value]:
    """Return the meaning of an expression that is counted from the day of publication."""
    return lambda memory: memory.deictic(value)


def fixed(value: str | None) -> Callable[[Memory], Value]:
    """Return the meaning of an expression that needs no context."""
    found = Value(value)
    return lambda memory: found


class Value:
    """What an expression means: its TIMEX3 value and what it hangs on."""

    __slots__ = ("anchor", "anchor_id", "value")

    def __init__(self, value: str | None, anchor: DateAnchor = "none", anchor_id: str | None = None) -> None:
        self.value = value
        self.anchor = anchor
        self.anchor_id = anchor_id

    def then(self, reckoned: Callable[[str], str | None]) -> Value:
        """Return what is reckoned from this value and hangs on the same; from nothing nothing is."""
        return self if self.value is None else Value(reckoned(self.value), self.anchor, self.anchor_id)


NOTHING: Final = Value(None)
