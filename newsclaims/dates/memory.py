"""What the document says about time: the anchors of expressions that lean on others, the order of day and month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from newsclaims.dates.hits import NOTHING, Reading, Value
from newsclaims.dates.story import Story, told_in_order
from newsclaims.dates.values import covered, quarter, year
from newsclaims.pattern import compiled
from newsclaims.table import words
from newsclaims.text.document import Document
from newsclaims.words.sentence import Sentence

_MOST_WARNINGS: Final = 20
_WILL: Final = frozenset(("will", "'ll"))  # of what is to come now that the story is told
_BACK: Final = 150  # days: what lies longer before the date named last is of the next year
_CLOSING: Final = 2  # tokens: behind a date that closes its sentence stand its marks
_STORY: Final = 12  # tokens: `arrested in March 2019 and jailed in June`
_QUARTER_REACH: Final = 8  # sentences: an earnings report keeps comparing with the quarter that it named

_GRAINS: Final = (
    ("day", compiled(r"\d{4}-\d\d-\d\d(?:T.*)?")),
    ("month", compiled(r"\d{4}-\d\d")),
    ("quarter", compiled(r"\d{4}-Q[1-4]")),
    ("week", compiled(r"\d{4}-W\d\d(?:-WE)?")),
    ("season", compiled(r"\d{4}-(?:SP|SU|FA|WI)")),
    ("year", compiled(r"\d{4}")),
)


class Memory:
    """The day of publication and, by grain, the last value named and the id of the expression that named it.

    ``months`` holds the years that each month was named with, ``days`` the value of each day named without a year.
    ``open`` is the sentence of the last date without a value.  ``follows`` is true when the anchor is a photograph's
    date: the article came on that day or after it, about the day ``written``, once the article has named a weekday.
    """

    __slots__ = (
        "_count", "_cumulated", "_document", "_exact", "_last", "_latest_in", "_opened", "_order", "_sentences",
        "_story", "_told", "days", "follows", "latest", "months", "open", "published", "reading", "sentence",
        "warnings", "written",
    )  # fmt: skip

    def __init__(
        self, published: str | None, follows: bool, document: Document, sentences: list[Sentence] | None = None
    ) -> None:
        self.published = date.fromisoformat(published) if published else None
        self.follows = follows
        self.written: date | None = None
        self.sentence = 0
        self.reading: Reading | None = None
        self.latest: tuple[str, str] | None = None
        self.open = -1
        self._latest_in = -1
        self._exact: tuple[date, str, int, int, bool] | None = None
        self._last: dict[str, tuple[str, str, int, int]] = {}
        self._count = 0
        self._cumulated = -1
        self._opened: tuple[date, str, int] | None = None
        self.months: dict[int, set[int]] = {}
        self.days: dict[tuple[int, int], str] = {}
        self.warnings: list[str] = []
        self._document = document
        self._sentences = sentences or []
        self._story: tuple[Story | None] | None = None
        self._told: tuple[date, str] | None = None
        self._order: tuple[bool | None] | None = None

    @property
    def day_first(self) -> bool | None:
        """Tell whether this document's numeric dates put the day first; None when nothing in it tells."""
        if self._order is None:
            self._order = (day_first(self._document),)
        return self._order[0]

    @property
    def story(self) -> Story | None:
        """The years that the article tells of if it is a history told in order."""
        if not self._story:
            year = self.published.year if self.published else None
            self._story = (told_in_order(self._document, self._sentences, year),)
        return self._story[0]

    def carried_on(self, within: Callable[[int], str | None]) -> Value | None:
        """Return, in a history, what lies in the year of the date named last, in the next if it is long over by then.

        ``within`` gives the value in a year.
        """
        if self._told is None or self.story is None or (self.reading and self.reading.lower & _WILL):
            return None
        day, id = self._told
        for number in (day.year, day.year + 1):
            value = within(number)
            days = covered(value) if value else None
            if days and (day - date.fromisoformat(days[1])).days <= _BACK:
                return Value(value, "text", id)
        return None

    def running(self, value: Callable[[date], str | None]) -> Value:
        """Return the value reckoned from the day of publication, in a history from the date named last."""
        if self._told is not None and self.story is not None:
            return Value(value(self._told[0]), "text", self._told[1])
        return self.deictic(value)

    def warn(self, message: str) -> None:
        """Add a warning for the article, once."""
        if message not in self.warnings and len(self.warnings) < _MOST_WARNINGS:
            self.warnings.append(message)

    def note(
        self, value: str | None, id: str, start: int = 0, end: int = 0, exact: bool = False, told: bool = False
    ) -> None:
        """Remember what an expression at the tokens ``start`` to ``end`` meant.

        ``exact`` if it named its year itself, ``told`` if a history goes on from it.
        """
        if value is None:
            self.open = self.sentence
            return
        if told and (days := covered(value)) and (self.story is None or int(days[0][:4]) in self.story.years):
            self._told = (date.fromisoformat(days[0]), id)
        if exact and value[4:5] == "-" and value[5:7].isdigit():
            self.months.setdefault(int(value[5:7]), set()).add(int(value[:4]))
        days = covered(value) if exact and len(value) > 4 else None
        if days:
            closing = self.reading is not None and self.reading.count - end <= _CLOSING
            self._exact = (date.fromisoformat(days[0]), id, self.sentence, end, closing)
        if told and start <= 1 and len(value) > 4 and (opened := covered(value)):
            self._opened = (date.fromisoformat(opened[0]), id, self.sentence)
        for grain, pattern in _GRAINS:
            if pattern.fullmatch(value):
                self._count += 1
                self._last[grain] = (value, id, self.sentence, self._count)
                self.latest = (value, id)
                self._latest_in = self.sentence
                if grain == "month":
                    self._last["year"] = (value[:4], id, self.sentence, self._count)
                return

    def cumulate(self, duration: str | None) -> None:
        """Remember that a report went from its quarter to the months of the year so far: `for the nine months`."""
        if duration in ("P6M", "P9M"):
            self._count += 1
            self._cumulated = self._count

    def last(self, grain: str, within: int | None = None) -> tuple[str, str] | None:
        """Return (value, id) last named at this grain, if at most ``within`` sentences ago."""
        found = self._last.get(grain)
        if found is None or (within is not None and self.sentence - found[2] > within):
            return None
        return found[0], found[1]

    def told_before(self, start: int) -> tuple[date, str, int] | None:
        """Return (first day, id, end token) of a date with its year that stands shortly before in the sentence.

        It may close or open the sentence before where the expression opens its own (`In June, he was jailed`); the end
        is -1.
        """
        opened = start <= 1 and self._opened is not None and self._opened[2] == self.sentence - 1
        if opened and self._opened is not None and self.story is None:
            return self._opened[0], self._opened[1], -1
        if self._exact is None:
            return None
        if self._exact[2] == self.sentence - 1 and start <= 1 and self._exact[4]:
            return self._exact[0], self._exact[1], -1
        if self._exact[2] != self.sentence or not 0 < start - self._exact[3] <= _STORY:
            return None
        return self._exact[0], self._exact[1], self._exact[3]

    def full(self, short: int) -> int:
        """Return the year that two figures stand for: at most five years after that of publication."""
        now = self.published.year if self.published else 2000 + short
        return 2000 + short if 2000 + short <= now + 5 else 1900 + short

    def deictic(self, value: Callable[[date], str | None]) -> Value:
        """Return the value reckoned from the day of publication, or nothing without one."""
        return NOTHING if self.published is None else Value(value(self.published), "published")

    def anaphoric(
        self, value: Callable[[date], str | None], grains: tuple[str, ...], within: int | None = None,
        fallback: bool = True,
    ) -> Value:  # fmt: skip
        """Return the value reckoned from the last expression of these grains, else from the day of publication."""
        named = [self._last[grain] for grain in grains if self.last(grain, within)]
        if named:
            last = max(named, key=lambda mention: mention[3])
            days = covered(last[0])
            if days:
                return Value(value(date.fromisoformat(days[0])), "text", last[1])
        return self.deictic(value) if fallback else NOTHING

    def quarter(self, ended: bool = False) -> Value:
        """Return the quarter last named (and ``ended``), else the last that had ended on the day of publication."""
        found = self.last("quarter")
        days = covered(found[0]) if found else None
        if found and days and not (ended and self.published and days[1] >= self.published.isoformat()):
            return Value(found[0], "text", found[1])
        return self.deictic(lambda published: quarter(published.year, (published.month - 1) // 3))

    def year_before(self, from_text: bool) -> Value:
        """Return what `a year ago` or, ``from_text``, `a year earlier` compares with.

        In a report on a quarter it is the same quarter of the year before, elsewhere a year.
        """
        found = self.last("quarter", _QUARTER_REACH)
        days = covered(found[0]) if found else None
        begun = days and (self.published is None or days[0] <= self.published.isoformat())
        if found and begun and self._cumulated > self._last["quarter"][3]:
            return Value(year(int(found[0][:4]) - 1), "text", found[1])  # for the nine months, against a year earlier
        if found and begun:
            return Value(f"{int(found[0][:4]) - 1:04}{found[0][4:]}", "text", found[1])
        if from_text and self._latest_in < self.open == self.sentence:
            return NOTHING  # `5.7 percent in October, down from 6.2 percent a year earlier`: of which October?
        if from_text and self.latest and self.latest[0][:4].isdigit():
            return Value(year(int(self.latest[0][:4]) - 1), "text", self.latest[1])
        return self.deictic(lambda published: year(published.year - 1))


_NUMERIC: Final = compiled(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/])")
_AMERICAN: Final = compiled(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}"
)
_BRITISH: Final = compiled(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"
)
_PLACE: Final = compiled(r"[A-Z][A-Z .'-]{2,40}")


def day_first(document: Document) -> bool | None:
    """Return True for day before month, False for month before day, None when nothing tells.

    First the numeric dates that allow one order only (one number above 12), then the dateline's place, then the way in
    which full dates are written out in words.
    """
    text = document.text
    votes = 0
    for match in _NUMERIC.finditer(text):
        first, second = int(match[1]), int(match[3])
        if first > 12 >= second:
            votes += 1
        elif second > 12 >= first:
            votes -= 1
    if votes:
        return votes > 0
    for block in document.blocks[:4]:
        place = _PLACE.match(text, block.start, min(block.end, block.start + 60))
        if place and block.part in ("dateline", "body"):
            name = place.group().rstrip(" -(").rstrip().lower()
            if name in words("dates", "month_first_places"):
                return False
    american, british = len(_AMERICAN.findall(text)), len(_BRITISH.findall(text))
    return british > american if american != british else None
