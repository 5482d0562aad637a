"""Seasons of the year."""

from __future__ import annotations

from datetime import date

from newsclaims.dates import values
from newsclaims.dates.direction import FUTURE, direction
from newsclaims.dates.hits import Hit, Reading, from_published
from newsclaims.dates.vocabulary import DEICTIC, SEASONS, integer, word_class
from newsclaims.rule import rule


@rule("dates.season", needs=SEASONS)
def season(reading: Reading, at: int) -> Hit | None:
    """A season: `this summer`, `last fall`, `in the spring`, `winter 2024`; the year of a winter is that it begins in.

    `spring` and `fall` count only after `last`, `this`, `next`, `in the`, or before a year.
    """
    number = SEASONS[reading.word(at)]
    lead = reading.word(at - 1)
    away = DEICTIC.get(lead)
    of = at + 1 + (reading.word(at + 1) == "of")
    year_after = integer(reading.word(of), 1800, 2100)
    prepared = lead in word_class("before-season")
    the = lead == "the" and reading.word(at - 2) in word_class("before-the-season")
    named = prepared and reading.word(at) in ("summer", "winter", "spring")
    if away is None and not year_after and not the and not named:
        return None
    drop = reading.word(at) == "fall" and reading.word(at + 1) == "in" and reading.tag(at + 2) in ("NN", "NNS", "DT")
    if drop and away is not None and reading.tag(at + 2) != "DT":
        return None  # this fall in prices
    after = reading.word(at + 1)
    if (reading.tag(at)[:2] == "VB" and away is None) or after in ("olympics", "games", "coat", "break", "from"):
        return None
    start = at if away is None and not the else at - 1
    if away is not None and reading.word(start - 1) in ("the", "this"):
        start -= 1
    return Hit(
        start,
        at + 1,
        "DATE",
        "season",
        from_published(lambda published: _season(published, reading, start, at, number, away)),
        lambda named: values.season(named, number),
    )


def _season(published: date, reading: Reading, start: int, at: int, number: int, away: int | None) -> str | None:
    running_year, running = values.season_of(published)
    if away == 1 or (away is None and direction(reading, start, at + 1) == FUTURE):
        return values.season(running_year + (number < running + (away or 0)), number)
    if away == 0:
        return values.season(published.year - (number == 3 and published.month < 3), number)
    back = number >= running if away == -1 else number > running
    return values.season(running_year - back, number)
