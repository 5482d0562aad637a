"""Ages against years of birth, and against each other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from newsclaims.checks.reading import D, F, Finding, Line, Reading, spans
from newsclaims.model import Entity, Figure, Span
from newsclaims.rule import rule

_BORN = re.compile(
    r"\b[Bb]orn (?:on |in |[^.;:()]{0,40}? (?:on|in) )?(?P<day>[^.;:()]{0,20}?)(?P<year>(?:18|19|20)\d\d)\b"
)
_BETWEEN = re.compile(r"(?:,? (?:Jr|Sr)\.?)?(?:, | \()(?:aged |now |age )?")
_OF_NAME = re.compile(r"(?:[ -][a-z]+){0,5} ")  # between `the 48-year-old` and a name: ` retired engineer `
_BESIDE = 4  # mentions on each side of an age that are looked at
_THEN = re.compile(
    r"\b(?:then[- ]{F}|(?:then|at the time)\b|(?:when|while|until|before|after) (?:he|she|they) (?:was|were)\b|"
    r"(?:was|were) (?:just |only |about )?{F}|(?:at|by) (?:the )?age)".replace("{F}", F)
)
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
_MOST_AGES = 40  # different ages in one article; what tells more is a list
_SLIP = 15  # years between two ages of which one may be a slip; what lies further apart tells of another time


@lru_cache(maxsize=1)  # two checks ask for them, one after the other
def _people(reading: Reading) -> list[tuple[int, int, Entity]]:
    """Return (start, end, person) of every mention of a person by name or title, in the order of the text."""
    persons = [entity for entity in reading.article.entities if entity.type == "person"]
    places = ((mention.start, mention.end, entity) for entity in persons for mention in entity.mentions)
    return sorted(places, key=lambda place: place[:2])


@lru_cache(maxsize=1)
def _ages(reading: Reading) -> list[tuple[Entity, Figure, Line]]:
    return list(_ages_told(reading, _people(reading)))


def _ages_told(reading: Reading, people: list[tuple[int, int, Entity]]) -> Iterator[tuple[Entity, Figure, Line]]:
    """Yield (person, age, line) for ages told right beside a mention: `Rourke, 58,`, `the 19-year-old Okafor`."""
    text = reading.article.text
    starts = [start for start, _, _ in people]
    for line in reading.lines:
        for figure in line.figures:
            if figure.kind != "age" or figure.value is None or figure.unit not in ("year", None):
                continue
            first = bisect_left(starts, figure.start) - _BESIDE
            for start, end, person in people[max(0, first) : first + 2 * _BESIDE]:
                if not person.named:
                    continue
                behind = start < figure.start and _BETWEEN.fullmatch(text, end, figure.start)
                between = figure.end <= start <= figure.end + 40 and "old" in figure.text
                before = start == figure.end + 1 or (between and _OF_NAME.fullmatch(text, figure.end, start))
                inside = start <= figure.start and figure.end < end and "year-old" in figure.text
                if behind or before or inside:
                    yield person, figure, line
                    break
            else:
                owner = _meant(reading, people, starts, figure, line)
                if owner is not None:
                    yield owner, figure, line


def _meant(
    reading: Reading, people: list[tuple[int, int, Entity]], starts: list[int], figure: Figure, line: Line
) -> Entity | None:
    """Return the person that `the 48-year-old` at the head of a sentence means: the last one before, if alone there."""
    head = reading.article.text[line.start : figure.start]
    if head not in ("The ", "the ") or "year-old" not in figure.text:
        return None
    at = bisect_left(starts, line.start) - 1
    if at < 0:  # nobody is named before: who is named at the head of the next sentence
        behind = bisect_left(starts, line.start + len(line.raw))
        ahead = reading.article.text[line.start + len(line.raw) : starts[behind]] if behind < len(starts) else "-"
        inside = bisect_left(starts, figure.end) < behind
        return people[behind][2] if not ahead.strip() and "\n" not in ahead and not inside else None
    if line.paragraph - reading.lines[reading.sentence(starts[at])].paragraph > 1:
        return None
    last = reading.lines[reading.sentence(starts[at])]
    others = {person.id for start, _, person in people[max(0, at - 2 * _BESIDE) : at + 1] if start >= last.start}
    return people[at][2] if len(others) == 1 else None


def _another_time(line: Line, years: float, published: int | None) -> bool:
    """Return whether a line tells of a time when somebody was so many years younger: `then 19`, `in 1997`."""
    if _THEN.search(line.text):
        return True
    if published is None:
        return bool(_YEAR.search(line.raw))
    told = [int(year) for year in _YEAR.findall(line.raw)]
    return any(abs(published - year - abs(years)) <= 1 for year in told)


def age_birth_year(reading: Reading) -> Iterator[Finding]:
    """An age that does not fit the year of birth: `Rourke, 58, … who was born in 1962`, published in February 2025.

    The age must stand beside the name, the birth belong to the nearest person before it in its sentence.  Both ages
    that a person has in a year are right, and silent is whose age fits anywhere, or in a year that the sentence names.
    """
    people = _people(reading) if reading.published and _BORN.search(reading.article.text) else []
    starts = [start for start, _, _ in people]
    births: dict[str, tuple[int, Span]] = {}
    for line in reading.body if people else ():
        for found in _BORN.finditer(line.raw):
            at = bisect_left(starts, line.start + found.start()) - 1
            if line.raw.startswith(found.group()):  # `Born in 1972, he played …`
                at += 1
                if at >= len(people) or people[at][0] > line.start + found.end() + 4:
                    continue
            if at >= 0 and people[at][0] >= line.start:
                births[people[at][2].id] = (int(found["year"]), line.span(found.start(), found.end()))
    yield from _same_breath(reading)
    told = [item for item in _ages(reading) if item[0].id in births] if births else []
    now = reading.published.year if reading.published else 0
    fits = {person.id for person, age, _ in told if now - births[person.id][0] - (age.value or 0) in (0, 1)}
    for person, age, line in told:
        year, span = births[person.id]
        if person.id not in fits and not _another_time(line, now - year - (age.value or 0), now):
            message = f"born in {year}, {person.name} is {now - year - 1} or {now - year} years old in {now}"
            yield Finding(message, spans(age, span))


rule("checks.age-birth-year")(age_birth_year)


def _same_breath(reading: Reading) -> Iterator[Finding]:
    """Yield ages of people without a name right before their birth: `the 10-year-old girl, born in 2005`."""
    pattern = re.compile(rf"{F}[^\ue000-\uf7ff.;:,]{{0,25}},? (?:who was )?born in {D}")
    for line in reading.body if reading.published else ():
        for found in pattern.finditer(line.text) if "born" in line.raw else ():
            age, born = line.figure(found[1]), line.date(found[2])
            if age.kind != "age" or age.value is None or not re.fullmatch(r"\d{4}", born.text):
                continue
            years = reading.published.year - int(born.text) if reading.published else 0
            if age.value not in (years, years - 1) and not _THEN.search(line.text):
                yield Finding(f"born in {born.text} is {years - 1} or {years} years ago", spans(age, born))


def two_ages(reading: Reading) -> Iterator[Finding]:
    """One person with two ages: `Danny Okafor, 19, … the 21-year-old Okafor`, `Ann Reed, 51. … The 48-year-old`.

    Sentences that look back (`then 19`, `when she was 12`, a year that explains the difference) are left alone, and so
    are ages further apart than a slip makes them.  `The 48-year-old` at the head of a sentence is the person named
    last, if the sentence there names no other.
    """
    seen: dict[str, tuple[Figure, Line]] = {}
    told = {figure.value for _, figure, _ in _ages(reading)}
    published = reading.published.year if reading.published else None
    for person, figure, line in _ages(reading):
        first, where = seen.setdefault(person.id, (figure, line))
        one, other = first.value or 0, figure.value or 0
        if one == other or abs(one - other) > _SLIP or len(told) > _MOST_AGES:
            continue
        if not any(_another_time(place, one - other, published) for place in (where, line)):
            message = f"{person.name} is {one:g} in one place and {other:g} in another"
            yield Finding(message, spans(first, figure))


rule("checks.two-ages")(two_ages)


def headline_age(reading: Reading) -> Iterator[Finding]:
    """An age in the headline that nobody has in the text: `Mayor, 58, quits`, and in the text `Ann Moss, 56, quit`.

    The text must tell one age or two, and one of them near the headline's.
    """
    ages = [(line, item) for line in reading.lines for item in line.figures if item.kind == "age" and item.value]
    heads = [item for line in reading.lines if line.part == "headline" for item in line.figures if _aged(line, item)]
    body = [item for line, item in ages if line in reading.body[:_EARLY] and item.unit in ("year", None)]
    if heads and 1 <= len({item.value for item in body}) <= 2:
        for head in heads[:2]:
            near = [item for item in body if abs((item.value or 0) - (head.value or 0)) <= _NEAR]
            if near and all(item.value != head.value for _, item in ages if item is not head):
                yield Finding(
                    f"the headline says {head.text}, the text {near[0].text}", spans(head, near[0]), "warning"
                )


rule("checks.headline-age")(headline_age)


def _aged(line: Line, figure: Figure) -> bool:
    """Return whether a figure of a headline is an age: also a bare number between commas."""
    if figure.kind == "age":
        return figure.value is not None and figure.unit in ("year", None)
    ends = line.raw[: figure.start - line.start][-2:], line.raw[figure.end - line.start :][:1]
    return figure.text.isdigit() and 15 < (figure.value or 0) < 105 and ends[0] == ", " and ends[1] in (",", "")


_EARLY = 8  # sentences of the text in which the headline's person is told of
_NEAR = 9  # years by which a slip may be off


def age_then(reading: Reading) -> Iterator[Finding]:
    """An age in an earlier year that the birth does not allow: `born in 1960 and was 46 when he became … in 2002`.

    Birth, age and year stand in one sentence, in this order; both ages that a person has in a year are right.
    """
    then = re.compile(
        r"\bborn\b[^.;:()\d]{0,60}?(?:\d{1,2} [A-Z][a-z]+ |[A-Z][a-z]+ \d{1,2}, )?(?P<born>(?:18|19|20)\d\d)\b"
        r"[^.;:()\d]{0,50}?\b(?:was|aged|at|at the age of|age) (?:just |only )?(?P<age>\d{1,2})(?: years old)?,? "
        r"(?:when|on|as)\b[^.;:()\d]{0,100}? in (?:[A-Z][a-z]+ )?(?P<year>(?:18|19|20)\d\d)\b"
    )
    for line in reading.body:
        for found in then.finditer(line.raw) if "born" in line.raw else ():
            born, age, year = (int(found[name]) for name in ("born", "age", "year"))
            if age not in (year - born, year - born - 1):
                places = tuple(line.span(*found.span(name)) for name in ("born", "age", "year"))
                yield Finding(f"born in {born} is {year - born - 1} or {year - born} years old in {year}", places)


rule("checks.age-then")(age_then)


def birth_and_death(reading: Reading) -> Iterator[Finding]:
    """An age at death that does not fit the years of life: `(1920-1995) … died aged 85`."""
    life = re.compile(r"\((?:born )?((?:17|18|19|20)\d\d) ?[-–—] ?((?:17|18|19|20)\d\d)\)")
    aged = re.compile(r"\bdied[^.;:]{0,40}? (?:aged|at the age of|at age) (\d{1,3})\b")
    for line in reading.body:
        years, age = life.search(line.raw), aged.search(line.raw)
        if years and age:
            span = int(years[2]) - int(years[1])
            if int(age[1]) not in (span, span - 1) and span > 0:
                message = f"from {years[1]} to {years[2]} is {span - 1} or {span} years"
                yield Finding(message, spans(line.span(*years.span()), line.span(*age.span())))


rule("checks.birth-and-death")(birth_and_death)
