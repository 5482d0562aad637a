"""Lengths of time against the years and hours that they span."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from newsclaims.checks.reading import Finding, Line, Reading, spans
from newsclaims.dates.vocabulary import NUMBERS
from newsclaims.facts.tolerance import shown
from newsclaims.rule import rule

_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
_LENGTH = rf"(?P<length>{_NUMBER} years|a decade|(?:{'|'.join(NUMBERS)}) decades?|half a century|a century)"
_YEAR = r"(?:1[5-9]|20)\d\d"


def _years(words: str) -> int:
    """Return the number of years that words such as `18 years`, `two decades`, `half a century` say."""
    if "century" in words:
        return 50 if "half" in words else 100
    first = words.lower().split("-")[0].split(" ")[0]
    number = int(first) if first.isdigit() else NUMBERS.get(first, 1)
    return number * 10 if "decade" in words else number


@cache
def _to_now() -> tuple[re.Pattern[str], ...]:
    """Return patterns of a year and how long ago it is."""
    return tuple(
        re.compile(pattern, re.I)
        for pattern in (
            rf"\b(?P<year>{_YEAR}),? (?:or )?(?:(?:almost|nearly|about|some|just|over|exactly) ){{0,2}}{_LENGTH} ago\b",
            rf"\b{_LENGTH} ago, (?:back )?in (?:[A-Z][a-z]+ )?(?P<year>{_YEAR})\b",
            rf"\bsince (?:[A-Z][a-z]+ )?(?P<year>{_YEAR}), (?:for |or |about |nearly |almost ){{0,2}}{_LENGTH}\b"
            r"(?! (?:after|before|later|earlier))",
            rf"(?<!\bby )(?<!\bby about )\b{_LENGTH},? (?:[a-z]+ ){{0,3}}?since (?:[A-Z][a-z]+ )?(?P<year>{_YEAR})\b",
        )
    )


@cache
def _between() -> tuple[re.Pattern[str], ...]:
    """Return patterns of two years and the time between them."""
    return tuple(
        re.compile(pattern, re.I)
        for pattern in (
            rf"\b{_LENGTH},? (?:between|from) (?P<first>{_YEAR}) (?:and|to|until) (?P<last>{_YEAR})\b",
            rf"\b(?:between|from) (?P<first>{_YEAR}) (?:and|to) (?P<last>{_YEAR}), (?:a period of |or )?{_LENGTH}\b",
            rf"\bin (?P<last>{_YEAR}), {_LENGTH} after (?:the |its |his |her |their )?(?:[a-z]+ ){{0,3}}?(?:in |of )?"
            rf"(?P<first>{_YEAR})\b",
            rf"\bin (?P<first>{_YEAR})[^.;:\d]{{0,60}} [a-z]+ {_LENGTH} later,? in (?P<last>{_YEAR})\b",
            rf"\bin (?P<first>{_YEAR})[^.;:\d]{{0,80}} in (?P<last>{_YEAR}), {_LENGTH} later\b",
            rf"\bin (?P<first>{_YEAR}),? (?:and |where |and then |he |she |they |who |which |it ){{0,2}}"
            rf"(?:stay|serv|work|remain|rul|liv|govern|play|spen|la|he|r[ae])[a-z]{{0,4}} (?:there |it |them |office )?"
            rf"(?:for )?{_LENGTH},? (?:there |in office |in power )?(?:until|till|to|ending in) (?P<last>{_YEAR})\b",
            rf"\bin (?P<first>{_YEAR}), {_LENGTH} before (?:the |its |his |her |their )?(?:[a-z]+ ){{0,3}}?"
            rf"(?:in |of )?(?P<last>{_YEAR})\b",
        )
    )


def years_since(reading: Reading) -> Iterator[Finding]:
    """A year and how long ago it is that do not fit: `in 2007, 12 years ago`, told in 2025; `since 2010, a decade`.

    One year more or less is allowed, for the months; a decade is allowed two, half a century and more five.
    """
    if reading.published is None:
        return
    for line in reading.body:
        if "ago" not in line.raw and "since" not in line.raw.lower():
            continue
        for pattern in _to_now():
            for found in pattern.finditer(line.raw):
                told, right = _years(found["length"]), reading.published.year - int(found["year"])
                if abs(told - right) > _slack(found["length"]):
                    message = f"from {found['year']} to {reading.published.year} is {right} years"
                    yield Finding(f"{message}, not {found['length']}", (line.span(*found.span()),))


rule("checks.years-since")(years_since)


def _slack(words: str) -> int:
    return 5 if "century" in words else 2 if "decade" in words else 1


def years_between(reading: Reading) -> Iterator[Finding]:
    """Two years and a length of time that do not fit: `the 25 years between 1990 and 2025`."""
    for line in reading.body:
        for pattern in _between() if "19" in line.raw or "20" in line.raw else ():
            for found in pattern.finditer(line.raw):
                told, right = _years(found["length"]), int(found["last"]) - int(found["first"])
                # some years of a longer span: `spent nine years there between 1895 and 1924`
                whole = line.raw[: found.start()].lower().endswith("the ") or "later" in found[0] or "after" in found[0]
                some = told < right and not whole
                if right >= 0 and abs(told - right) > _slack(found["length"]) and not some:
                    message = f"from {found['first']} to {found['last']} is {right} years, not {found['length']}"
                    yield Finding(message, (line.span(found.start(), found.end()),))


rule("checks.years-between")(years_between)


def headline_duration(reading: Reading) -> Iterator[Finding]:
    """A length of years in the headline that does not fit the body: `five-year dispute` … a dispute `since 2016`.

    The body's sentence must name the same thing and say since when it goes on; one year more or less is allowed.
    """
    if reading.published is None:
        return
    pattern = re.compile(rf"\b(?P<length>{_NUMBER}-year) (?:[a-z]+ ){{0,2}}[a-z]{{4,}}\b", re.I)
    since = re.compile(rf"\bsince (?P<year>{_YEAR})\b")
    heads = [line for line in reading.lines if line.part == "headline" and "-year" in line.raw.lower()]
    told_since = list(_since(reading, since)) if heads else []
    for headline in heads:
        for found in islice(pattern.finditer(headline.raw), _MOST_HEADED):
            things = {word.lower() for word in found.group().split(" ")[1:] if len(word) > 3}
            for line, year, words in told_since:
                if not things & words:
                    continue
                told, right = _years(found["length"]), reading.published.year - int(year["year"])
                if abs(told - right) > 1:
                    message = f"from {year['year']} to {reading.published.year} is {right} years, not {told}"
                    yield Finding(message, (headline.span(*found.span()), line.span(*year.span())), "warning")
                    break


rule("checks.headline-duration")(headline_duration)


_MOST_HEADED = 10  # lengths of a headline that are looked for in the text


def _since(reading: Reading, since: re.Pattern[str]) -> Iterator[tuple[Line, re.Match[str], frozenset[str]]]:
    """Yield lines that say since when something goes on, with their words."""
    for line in reading.body:
        year = since.search(line.raw)
        if year:
            yield line, year, frozenset(word.strip(".,;:").lower() for word in line.raw.split())


def anniversary(reading: Reading) -> Iterator[Finding]:
    """An anniversary that does not fit the year: `founded in 1900, celebrates its 100th anniversary`, told in 2025.

    One year more or less is allowed, and a year of the anniversary told in the same sentence is left alone.
    """
    founded = re.compile(
        rf"\b(?:founded|opened|built|established|launched|born|created|formed|began) in (?P<year>{_YEAR})\b"
    )
    count = re.compile(r"\b(?P<count>\d{1,3})(?:st|nd|rd|th) (?:anniversary|birthday)\b")
    for line in reading.body if reading.published else ():
        begun, told = founded.search(line.raw), count.search(line.raw)
        if begun is None or told is None or reading.published is None or len(re.findall(_YEAR, line.raw)) > 1:
            continue
        right = reading.published.year - int(begun["year"])
        if abs(right - int(told["count"])) > 1:
            message = f"from {begun['year']} to {reading.published.year} is {right} years"
            yield Finding(message, spans(line.span(*begun.span()), line.span(*told.span())))


rule("checks.anniversary")(anniversary)


_TIME = r"(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\b\.?"


def hours_between(reading: Reading) -> Iterator[Finding]:
    """Two times of one day and the hours between them, told elsewhere: from 9:40 a.m. to 6:40 p.m., `for seven hours`.

    The hours stand right behind the times (`by noon, four hours later`), in the headline or in the first sentences;
    half an hour either way is allowed, and an hour behind the times.
    """
    times = re.compile(
        rf"\b(?:began|started|broke out|begun|from|between) (?:at )?(?:about |around )?{_TIME}[^;:]{{0,80}}?"
        rf"\b(?:by|until|at|to|and) (?:about |around )?(?:{_TIME}|(?P<noon>noon|midnight))",
        re.I,
    )
    later = re.compile(
        rf",? (?:(?:about|almost|nearly|around|some|just|over|more than) ){{0,2}}(?P<length>{_NUMBER}) hours later\b",
        re.I,
    )
    after = re.compile(
        rf"\bat {_TIME},? (?:(?:less than|more than|about|almost|nearly|some|just over) )?(?P<length>{_NUMBER}) hours "
        rf"after\b[^.;:]{{0,60}}? at {_TIME}",
        re.I,
    )
    for line in reading.body:
        for found in after.finditer(line.raw) if "hours after" in line.raw else ():
            late, early = _clock(*found.groups()[:3]), _clock(*found.groups()[4:7])
            between = (late - early) % 24
            if abs(_years(found["length"]) - between) > 1:
                message = f"the times are {shown(between)} hours apart, not {found['length']}"
                yield Finding(message, (line.span(*found.span()),))
        for found in times.finditer(line.raw) if "hours later" in line.raw else ():
            behind = later.match(line.raw, found.end())
            begin, end = _ends(found)
            if behind and abs(_years(behind["length"]) - (end - begin)) > 1:
                message = f"the times are {shown(end - begin)} hours apart, not {behind['length']}"
                yield Finding(message, (line.span(*found.span()), line.span(*behind.span("length"))))
    hours = re.compile(rf"\bfor (?:about |around |nearly |almost |more than )?(?P<length>{_NUMBER}) hours\b", re.I)
    told = [(line, found) for line in reading.lines[:6] for found in hours.finditer(line.raw)]
    lengths = {_years(found["length"]) for _, found in told}
    for line in reading.body if told else ():
        for found in times.finditer(line.raw):
            begin, end = _ends(found)
            if all(abs(length - (end - begin)) > 0.5 for length in lengths):
                place = told[0][0].span(*told[0][1].span())
                message = f"the times are {shown(end - begin)} hours apart, not {told[0][1]['length']}"
                yield Finding(message, (place, line.span(*found.span())), "warning")


rule("checks.hours-between")(hours_between)


def _ends(found: re.Match[str]) -> tuple[float, float]:
    """Return both times in hours since the midnight before the first."""
    begin = _clock(*found.groups()[:3])
    noon = found["noon"]
    end = (12.0 if noon.lower() == "noon" else 24.0) if noon else _clock(*found.groups()[3:6])
    return begin, end if end > begin else end + 24


def _clock(hour: str, minute: str | None, half: str) -> float:
    """Return hours since midnight."""
    return int(hour) % 12 + (12 if half.lower() == "p" else 0) + int(minute or 0) / 60
