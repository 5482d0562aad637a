"""One sentence as the rules of figures see it: its tokens, its numbers, and what the document says about units."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from newsclaims.figures.cardinals.notation import Value
from newsclaims.figures.cardinals.reader import Number
from newsclaims.model import Comparator, FigureDirection, FigureKind, FigurePoint
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.parse import Parse
from newsclaims.syntax.parses import Parses
from newsclaims.words.sentence import Token

NOUN_TAGS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
HYPHENS: Final = frozenset({"-", "‐", "‑"})
DASHES: Final = HYPHENS | {"–", "—"}
VAGUE: Final = (
    "tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions", "several", "few", "many",
)  # fmt: skip
"""What a sentence with a vague plural holds."""


class Line:
    """A sentence with its numbers, and its reading when a rule asks for it: most numbers alone need none.

    ``text`` is the whole article; ``barred`` holds (start, end, type) of the dates in this sentence, in order;
    ``british`` tells whether the document speaks of sterling, ``owners`` which franc or peso it speaks of.
    """

    __slots__ = (
        "_index", "_parse", "_parses", "barred", "british", "count", "numbers", "owners", "text", "tokens",
    )  # fmt: skip

    def __init__(
        self,
        parses: Parses,
        index: int,
        text: str,
        numbers: list[Number],
        barred: list[tuple[int, int, str]],
        british: bool,
        owners: dict[str, str],
    ) -> None:
        self._parses = parses
        self._index = index
        sentence = parses.sentences[index]
        self._parse = parses[index] if sentence.part == "headline" else None  # its tokens may have other tags
        self.tokens: list[Token] = sentence.tokens if self._parse is None else self._parse.tokens
        self.text = text
        self.numbers = numbers
        self.barred = barred
        self.british = british
        self.owners = owners
        self.count = len(self.tokens)

    @property
    def parse(self) -> Parse:
        """Return the reading."""
        found = self._parse
        if found is None:
            found = self._parse = self._parses[self._index]
        return found

    def lower(self, at: int) -> str:
        """Return the lower-cased token, empty outside the sentence."""
        return self.tokens[at].lower if 0 <= at < self.count else ""

    def tag(self, at: int) -> str:
        """Return the tag, empty outside the sentence."""
        return self.tokens[at].tag if 0 <= at < self.count else ""

    def form(self, at: int) -> str:
        """Return the token as printed, empty outside the sentence."""
        return self.tokens[at].text if 0 <= at < self.count else ""

    def noun_chunk(self, at: int) -> Chunk | None:
        """Return the noun chunk that holds a token, None where none does."""
        return self.parse.noun_chunk(at) if at < self.count else None

    def bar(self, start: int, end: int) -> tuple[int, int, str] | None:
        """Return the last date that overlaps ``text[start:end]``."""
        at = bisect_left(self.barred, (end,)) - 1
        return self.barred[at] if at >= 0 and self.barred[at][1] > start else None

    def touches(self, at: int) -> bool:
        """Tell whether token ``at`` follows the one before it without a space."""
        return 0 < at < self.count and self.tokens[at].start == self.tokens[at - 1].end


class Draft:
    """What a rule found: a figure before its rule, sentence and comparator are known.

    ``first`` and ``last`` are the tokens that it covers (for what stands round it), ``start`` and ``end`` its offsets,
    ``upto`` the number after the last one that it uses.  A ``comparator`` given by the rule is not looked for again.
    What the figure measures and how it compares with the others is filled in when all of a sentence are known.
    """

    __slots__ = (
        "baseline", "comparator", "direction", "end", "first", "high", "kind", "last", "low", "number", "of", "per",
        "point", "start", "unit", "upto", "value",
    )  # fmt: skip

    def __init__(
        self,
        kind: FigureKind,
        line: Line,
        first: int,
        last: int,
        upto: int,
        *,
        value: Value | None = None,
        low: Value | None = None,
        high: Value | None = None,
        unit: str | None = None,
        comparator: Comparator | None = None,
        start: int | None = None,
        end: int | None = None,
        of: str | None = None,
    ) -> None:
        if value is not None and comparator == "~" and low is None:  # a vague plural: "hundreds" is 100 up to 1,000
            low, high = value, value * 10
        self.kind = kind
        self.first = first
        self.last = last
        self.upto = upto
        self.value = value
        self.low = low
        self.high = high
        self.unit = unit
        self.comparator = comparator
        self.start = line.tokens[first].start if start is None else start
        self.end = line.tokens[last - 1].end if end is None else end
        self.of = of
        self.per: str | None = None
        self.direction: FigureDirection | None = None
        self.point: FigurePoint | None = None
        self.baseline: Draft | None = None
        self.number = 0
