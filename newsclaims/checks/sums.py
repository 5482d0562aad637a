"""Sums: parts told beside their total."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from newsclaims.checks.classes import word_class
from newsclaims.checks.reading import F, Finding, Line, Reading, spans
from newsclaims.facts.tolerance import amount, interval, overlap, shown, step
from newsclaims.model import Figure
from newsclaims.rule import rule
from newsclaims.table import words

_PART = "[^\ue000-\ue7ff.;:()]{0,40}?"
_MOST_NEAR = 8  # figures of one sentence in which a total is looked for
_OF_THESE = re.compile(r"\bof (?:these|them|those|the)\b", re.I)
_NEAR = 0.3  # parts that miss their total by more than this share of it are not taken for all its parts


@cache
def _lists() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    mark = r": | ?[–—-]+ | \(| in all, | altogether, | in total, |, (?:including )?"
    parts = rf"((?:{F}{_PART}, ){{0,6}}{F}{_PART},? and {F})"
    return (
        re.compile(rf"(?<!\b[Oo]f the ){F}(?P<mark>{mark}){parts}"),
        re.compile(rf"\bof (?:the |its |their |those |these )?(?:{F}|(?=these|them|those))", re.I),
        re.compile(rf"(?:^|, |, and | and |; )(?:the other |another |about ){{0,2}}{F}"),
    )


def _counted(figure: Figure) -> bool:
    return figure.kind in ("count", "number") and figure.value is not None and figure.comparator in (None, "=")


def total_of(figures: Sequence[Figure]) -> float:
    return sum(figure.value or 0 for figure in figures)


def misses(total: Figure, parts: Sequence[Figure]) -> bool:
    """Return whether parts that are all parts of the total do not add up to it."""
    low, high = interval(total)
    slack = sum(step(part) / 2 for part in parts if step(part) >= 1000)
    return not overlap((low, high), (total_of(parts), total_of(parts)), slack)


def sum_message(total: Figure, parts: Sequence[Figure]) -> str:
    listed = " + ".join(part.text for part in parts)
    return f"{listed} is {amount(total_of(parts), total)}, not {total.text}"


def sum_list(reading: Reading) -> Iterator[Finding]:
    """A total and the list of its parts right behind it: `12 people: five men and eight women`.

    Behind a comma the parts must be kinds of people or have the total's own unit; other lists there go on counting
    something else (`20 points, five rebounds and three assists`).
    """
    pattern = _lists()[0]
    people = words("checks", "people")
    for line in reading.lines:
        yield from _named_parts(line)
        for found, _ in line.matches(pattern, 3):
            total = line.figure(found[1])
            parts = line.figures_in(found[3])
            same = all(part.unit in (total.unit, None) for part in parts)
            kinds = all((part.unit or "") in people for part in parts)
            money = total.kind == "money" and all(part.kind == "money" for part in parts)
            counted = _counted(total) and all(_counted(part) for part in parts)
            if not ((money and same) or (counted and (same or kinds or not found["mark"].startswith(", ")))):
                continue
            part_itself = found["mark"] == ", " and total.unit in word_class("sorts-of-people")
            if part_itself or (total.unit is None and not kinds) or _plain_list(line, total, parts, found["mark"]):
                continue
            least = 1.0 if "including" in found["mark"] else 1 - _NEAR
            if misses(total, parts) and total_of(parts) >= (total.value or 0) * least:
                yield Finding(sum_message(total, parts), spans(total, *parts))


rule("checks.sum-list")(sum_list)


def _plain_list(line: Line, total: Figure, parts: Sequence[Figure], mark: str) -> bool:
    """Return whether a "total" is the first of a list: `62 cents, 60 cents and 58 cents`, `ten counties, six ports`.

    Parts of a total leave its noun out (`700 jobs, 400 in Ohio and 300 in Utah`) or say what each amount is for.
    """
    if not mark.startswith(", ") or "total" in mark or "all" in mark:
        return False
    if total.kind == "money":
        between = [line.between(one, two) for one, two in pairwise((total, *parts))]
        return all(re.fullmatch(r",? (?:and )?|, ", words) for words in between)
    return all(part.unit == total.unit and re.search(r"[A-Za-z]{3}", part.text) for part in parts[:-1])


def _named_parts(line: Line) -> Iterator[Finding]:
    """Yield lists behind a colon whose parts are named first or last: `30 seats: Labour 14, the Greens 12, others six`.

    Also `12 people died: five men and eight women`, and places (`120 arrests, 70 in Leeds and 60 in York`) that make
    more than the total.
    """
    colon, places = _named()
    for found in colon.finditer(line.text) if ": " in line.text and len(line.figures) > 2 else ():
        total = line.figure(found[1])
        parts = line.figures_in(found[2])
        units = {part.unit for part in parts} - {None, total.unit}
        money = total.kind == "money" and all(part.kind == "money" for part in parts) and not units
        if not money and not (all(map(_counted, [total, *parts])) and units <= words("checks", "people")):
            continue
        if total.unit and misses(total, parts) and abs(total_of(parts) / (total.value or 1) - 1) <= _NEAR:
            yield Finding(sum_message(total, parts), spans(total, *parts))
    for found, _ in line.matches(places, 3):
        if _OF_THESE.search(line.text[: found.start()]):
            continue
        total = line.figure(found[1])
        parts = line.figures_in(found[2])
        alike = all(map(_counted, [total, *parts])) and all(part.unit in (None, total.unit) for part in parts)
        whole = total.value or 0
        if total.unit and alike and max(part.value or 0 for part in parts) < whole < total_of(parts):
            yield Finding(sum_message(total, parts), spans(total, *parts))


@cache
def _named() -> tuple[re.Pattern[str], re.Pattern[str]]:
    named = "[^\ue000-\ue7ff.;:()]{0,40}?"
    parts = rf"((?:{named}{F}{named}, ){{0,6}}{named}{F}{named},? and {named}{F})"
    return (
        re.compile(rf"{F}(?: [^\ue000-\ue7ff.;:,()]{{1,40}})?: {parts}"),
        re.compile(rf"{F} [^\ue000-\ue7ff.;:,()]{{1,40}}, ((?:{F} in {named}, ){{0,5}}{F} in {named},? and {F} in )"),
    )


def sum_of_these(reading: Reading) -> Iterator[Finding]:
    """Parts after `of the` or `of these` that miss it: `Of the 90 jobs, 50 are in Ohio, 20 in Utah, 10 in Iowa`.

    Three parts or more that come near the total are taken for all of it; two, or parts that leave much out, are not.
    `Of these` looks for its total in the sentence before.
    """
    _, of, part = _lists()
    for at, line in enumerate(reading.body):
        found = of.search(line.text)
        if found is None or found.start() > 20:
            continue
        parts = [line.figure(match[1]) for match in part.finditer(line.text, found.end())]
        parts = [figure for figure in parts if _counted(figure)]
        totals = line.figures_in(found[1]) if found[1] else reading.body[at - 1].figures if at else []
        totals = [figure for figure in totals if _counted(figure)]
        if len(parts) < 3 or not totals or not _joined(line, parts[-1]):
            continue
        if any(not misses(total, parts) for total in totals):
            continue
        total = min(totals, key=lambda figure: abs((figure.value or 0) - total_of(parts)))
        if abs(total_of(parts) - (total.value or 0)) <= _NEAR * (total.value or 0):
            yield Finding(sum_message(total, parts), spans(total, *parts))


rule("checks.sum-of-these")(sum_of_these)


def _joined(line: Line, last: Figure) -> bool:
    """Return whether the last part is joined to the others by `and`."""
    return line.raw[: last.start - line.start].rstrip().endswith((" and", ",and", " and the other", " and another"))


def sum_each_side(reading: Reading) -> Iterator[Finding]:
    """Two equal parts that do not make the total: `ten members, four from each side`."""
    pattern = re.compile(rf"{F}, {F} (?:from|for|on|of) (?:each side|either side|both sides)\b")
    for _, _, (total, part) in reading.matches(pattern, 2):
        if _counted(total) and _counted(part) and misses(total, (part, part)):
            yield Finding(sum_message(total, (part, part)), spans(total, part))


rule("checks.sum-each-side")(sum_each_side)


def sum_of_which(reading: Reading) -> Iterator[Finding]:
    """Parts after `of which`: `6.5 million euros, of which refunds take 4.5 million and repairs 3 million`."""
    pattern = re.compile(rf"{F}{_PART},? of which {_PART}{F}((?:{_PART}, {_PART}{F}){{0,4}}{_PART} and {_PART}{F})")
    for line, found, _ in reading.matches(pattern, 3):
        total, *parts = line.figures_in(found[1] + found[2] + found[3])
        valued = all(part.kind == total.kind and part.value is not None for part in parts)
        if not valued or any(part.unit not in (total.unit, None) for part in parts):
            continue
        if total.value and misses(total, parts) and total_of(parts) >= total.value * (1 - _NEAR):
            yield Finding(sum_message(total, parts), spans(total, *parts))


rule("checks.sum-of-which")(sum_of_which)


def sum_remaining(reading: Reading) -> Iterator[Finding]:
    """A remainder that does not fill the total: `$38m … $29m has been spent and the other $5m is held in a bank`.

    The total is looked for up to twelve sentences back among larger figures of the same unit, the other parts right
    before the remainder.  Silent as soon as one total and one to four parts add up.
    """
    pattern = re.compile(rf"\bthe (?:other|remaining|rest of the) {F}", re.I)
    for at, line in enumerate(reading.body):
        for _, (rest,) in line.matches(pattern):
            if rest.kind != "money" or not rest.value:
                continue
            here = bisect_left(line.figures, rest.start, key=lambda item: item.start)
            near = [item for other in reading.body[max(0, at - 12) : at] for item in other.figures[-_MOST_NEAR:]]
            near += line.figures[max(0, here - _MOST_NEAR) : here + 1]
            same = [item for item in near if item.kind == "money" and item.unit == rest.unit and item.value]
            before = [item for item in same if item.end < rest.start][-5 * _MOST_NEAR :]
            for total, parts in filter(None, [_remainder(before, rest)]):
                yield Finding(sum_message(total, parts), spans(total, *parts), "warning")


rule("checks.sum-remaining")(sum_remaining)


def _remainder(before: list[Figure], rest: Figure) -> tuple[Figure, list[Figure]] | None:
    """Return the nearest total and its parts that do not add up, ``None`` when some total and parts do."""
    best: tuple[float, Figure, list[Figure]] | None = None
    for count in range(1, min(5, len(before))):
        parts = [*before[-count:], rest]
        for total in before[:-count]:
            if max(part.value or 0 for part in parts) >= (total.value or 0):
                continue
            if not misses(total, parts):
                return None
            miss = abs(total_of(parts) - (total.value or 0)) / (total.value or 1)
            if miss <= _NEAR and (best is None or miss < best[0]):
                best = (miss, total, parts)
    return best[1:] if best else None


def seatstotal_of(reading: Reading) -> Iterator[Finding]:
    """More seats than there are: `took 31 of the 50 seats and the Party 18. Independents won four.`"""
    whole = re.compile(rf"{F} of (?:the |its |all )?{F}")
    part = re.compile(rf"(?:[A-Z][\w’'-]+|won|took|got|with) {F}(?=[,.;]| and\b| seats?\b|$)")
    for at, line in enumerate(reading.body):
        found = whole.search(line.text)
        if found is None or line.figure(found[2]).unit not in ("seat", "vote", "place"):
            continue
        first, total = line.figure(found[1]), line.figure(found[2])
        parts = [first]
        for other in reading.body[at : at + 3]:
            if other.paragraph == line.paragraph:
                start = found.end() if other is line else 0
                parts += [other.figure(match[1]) for match in part.finditer(other.text, start)]
        parts = [item for item in parts if _counted(item) and item.unit in (total.unit, None)]
        if len(parts) > 1 and _counted(total) and total_of(parts) > (total.value or 0):
            yield Finding(sum_message(total, parts), spans(total, *parts))


rule("checks.seats-total")(seatstotal_of)


def votes_cast(reading: Reading) -> Iterator[Finding]:
    """A vote whose two sides are not all who voted: `by 27 to 19 … Of the 48 members, 45 voted`."""
    voted = re.compile(rf"{F} (?:[a-z’']+ ){{0,4}}?(?:voted(?! (?:for|against|in favou?r|to))|took part)")
    if "abst" in reading.article.text or "blank" in reading.article.text:
        return
    told = [item for line in reading.lines if "vote" in line.raw for item in line.figures if item.kind == "score"]
    scores = [item for item in told if item.low is not None and item.high is not None]
    for _, _, (count,) in reading.matches(voted) if len(scores) == 1 else ():
        score = scores[0]
        both = (score.low or 0) + (score.high or 0)
        if _counted(count) and both != count.value and abs(both - (count.value or 0)) <= _NEAR * both:
            message = f"{score.text} makes {shown(both)} votes, not {count.text}"
            yield Finding(message, spans(score, count), "warning")


rule("checks.votes-cast")(votes_cast)
