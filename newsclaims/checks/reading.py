"""An article as the checks read it: each sentence as a line in which figures and dates are single letters.

A line keeps the words of the sentence and puts one private-use letter for each figure and date, so that a check can
say what it looks for as a pattern: ``rose F to F from F``.  ``F`` and ``D`` stand in patterns for those letters.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar

from newsclaims.model import Article, Date, Figure, Part, Severity, Span

_FIRST_FIGURE = 0xE000
_FIRST_DATE = 0xF000
_MOST = 0x800  # letters of each kind in one sentence; what comes later stays words
# a bare number that the extractors left alone, as in `the Unity Party 15.`: no year, no part of a code, date or time
_MONTH_BEFORE = (
    r"(?<!Jan )(?<!Feb )(?<!Mar )(?<!Apr )(?<!May )(?<!Jun )(?<!Jul )(?<!Aug )(?<!Sep )(?<!Sept )(?<!Oct )(?<!Nov )"
    r"(?<!Dec )(?<!uary )(?<!arch )(?<!pril )(?<!June )(?<!July )(?<!gust )(?<!mber )(?<!ober )"
)
_BARE = re.compile(
    _MONTH_BEFORE + r"(?<![\w.,:/$€£¥#+–-])"
    r"(?:\d{1,4}(?:\.\d{1,3})? (?:million|billion)\b|\d{1,3}(?:,\d{3}){1,4}|\d{1,4})(?![\w:/%–-]|[.,]\d)"
)
_SCALES = {"million": 1e6, "billion": 1e9}
Fact = TypeVar("Fact", Figure, Date)
F = "([\ue000-\ue7ff])"
D = "([\uf000-\uf7ff])"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: the message for a reader, the places that contradict each other, and how sure it is."""

    message: str
    spans: tuple[Span, ...]
    severity: Severity = "error"


class Spanned(Protocol):
    """A fact that stands somewhere: a figure, a date, a mention, a claim."""

    @property
    def text(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def spans(*items: Spanned | None) -> tuple[Span, ...]:
    """Return the spans of facts in the order of the text, each once."""
    found = {Span(item.text, item.start, item.end) for item in items if item is not None}
    return tuple(sorted(found, key=lambda span: (span.start, span.end)))


class Line:
    """A sentence with its facts; ``text`` has one letter for each figure and date, ``raw`` is the sentence as given."""

    __slots__ = ("dates", "figures", "index", "paragraph", "part", "raw", "start", "text")

    def __init__(
        self, index: int, start: int, paragraph: int, part: Part, raw: str, figures: list[Figure], dates: list[Date]
    ) -> None:
        self.index = index
        self.start = start
        self.paragraph = paragraph
        self.part = part
        self.raw = raw
        self.figures = sorted([*figures, *_bare(index, start, raw, [*figures, *dates])], key=_start)[:_MOST]
        self.dates = dates[:_MOST]
        letters = [(item.start, item.end, chr(_FIRST_FIGURE + at)) for at, item in enumerate(self.figures)]
        letters += [(item.start, item.end, chr(_FIRST_DATE + at)) for at, item in enumerate(self.dates)]
        pieces = []
        place = 0
        for first, last, letter in sorted(letters):
            if first - start < place:
                continue
            pieces += [raw[place : first - start], letter]
            place = last - start
        self.text = "".join([*pieces, raw[place:]])

    def figure(self, letter: str) -> Figure:
        """Return the figure for which a letter of ``text`` stands."""
        return self.figures[ord(letter) - _FIRST_FIGURE]

    def figures_in(self, letters: Iterable[str]) -> list[Figure]:
        """Return the figures whose letters stand in a piece of ``text``, or among the groups of a match."""
        return [self.figure(letter) for letter in letters if len(letter) == 1 and "\ue000" <= letter <= "\ue7ff"]

    def matches(self, pattern: re.Pattern[str], least: int = 1) -> Iterator[tuple[re.Match[str], list[Figure]]]:
        """Yield what a pattern finds in ``text`` with the figures of its groups, if the line has that many figures."""
        for found in pattern.finditer(self.text) if len(self.figures) >= least else ():
            yield found, self.figures_in(group for group in found.groups() if group)

    def between(self, one: Spanned, other: Spanned) -> str:
        """Return the words between two facts of the line."""
        return self.raw[one.end - self.start : other.start - self.start]

    def date(self, letter: str) -> Date:
        """Return the date for which a letter of ``text`` stands."""
        return self.dates[ord(letter) - _FIRST_DATE]

    def span(self, first: int, last: int) -> Span:
        """Return the span of ``raw[first:last]``."""
        return Span(self.raw[first:last], self.start + first, self.start + last)


class Reading:
    """An article and its lines."""

    def __init__(self, article: Article) -> None:
        self.article = article
        figures = _by_sentence(article.figures, len(article.sentences))
        dates = _by_sentence(article.dates, len(article.sentences))
        self.lines = [
            Line(at, s.start, s.paragraph, s.part, article.text[s.start : s.end], figures[at], dates[at])
            for at, s in enumerate(article.sentences)
        ]
        self._starts = [s.start for s in article.sentences]

    @cached_property
    def published(self) -> date | None:
        """The day of publication, ``None`` when unknown."""
        return date.fromisoformat(self.article.published[:10]) if self.article.published else None

    @cached_property
    def body(self) -> list[Line]:
        """The lines of running text: neither headline nor byline, credit or caption."""
        return [line for line in self.lines if line.part in ("body", "dateline")]

    def matches(self, pattern: re.Pattern[str], least: int = 1) -> Iterator[tuple[Line, re.Match[str], list[Figure]]]:
        """Yield (line, match, figures of its groups) for the lines of running text with so many figures."""
        for line in self.body:
            for found, figures in line.matches(pattern, least):
                yield line, found, figures

    def sentence(self, offset: int) -> int:
        """Return the number of the sentence that holds an offset."""
        return max(0, bisect_left(self._starts, offset + 1) - 1)


def aside(line: Line, figure: Figure) -> bool:
    """Return whether a figure tells the one before it once more: `$321.0 million, or $4.12 a share`."""
    place = figure.start - line.start
    return line.raw[max(0, place - 4) : place] == " or "


def _start(item: Figure) -> int:
    return item.start


def _bare(index: int, start: int, raw: str, facts: list[Figure | Date]) -> list[Figure]:
    """Return the numbers of a sentence that are in no fact, as figures of kind ``number`` without an id."""
    found = []
    taken = bytearray()
    for match in _BARE.finditer(raw):
        if not taken:
            taken = bytearray(len(raw))
            for item in facts:
                first, last = max(0, item.start - start), min(len(raw), item.end - start)
                taken[first:last] = b"\1" * (last - first)
        number, _, scale = match.group().replace(",", "").partition(" ")
        value = float(number) * _SCALES[scale] if scale else int(number)
        year = 1500 <= value < 2100 and "," not in match.group()
        if not year and not any(taken[match.start() : match.end()]):
            words, first, last = match.group(), match.start() + start, match.end() + start
            found.append(
                Figure(
                    "",
                    words,
                    first,
                    last,
                    index,
                    "number",
                    value,
                    None,
                    None,
                    None,
                    None,
                    False,
                    None,
                    None,
                    None,
                    None,
                    None,
                    "",
                )
            )
    return found


def _by_sentence(facts: Iterable[Fact], count: int) -> list[list[Fact]]:
    found: list[list[Fact]] = [[] for _ in range(count)]
    for fact in facts:
        found[fact.sentence].append(fact)
    return found
