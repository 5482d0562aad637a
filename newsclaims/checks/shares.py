"""Shares: parts of a whole beside their percentage, percentages of one whole, prices for each one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from newsclaims.checks.reading import F, Finding, Line, Reading
from newsclaims.checks.tolerance import interval, overlap, shown
from newsclaims.model import Figure, Span
from newsclaims.rule import rule

_GAP = "[^\ue000-\ue7ff.;:]"
_OR = r",? (?:or|\(|–|—|-) ?(?:or )?(?:(?:about|around|roughly|nearly|almost|some|just|over|under) ){0,2}"


def spans(*figures: Figure) -> tuple[Span, ...]:
    """Return the spans of figures in the order of the text."""
    return tuple(sorted((Span(item.text, item.start, item.end) for item in figures), key=lambda span: span.start))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"{F} of (?:the |its |their |all |a total of )?{_GAP}{{0,40}}?{F}{_GAP}{{0,25}}?(?:{_OR}){F}"),
        re.compile(rf"{F}{_GAP}{{0,40}}?(?: ?\({_GAP}{{0,12}}?|{_OR}){F}"),
        re.compile(
            rf"{F}(?:{_OR}|, (?:about|around|roughly) ){F} of (?:its|their|the) (?:[a-z]+ )?"
            r"(?:workforce|staff|employees|workers|jobs)"
        ),
    )


@rule("checks.share")
def share(reading: Reading) -> Iterator[Finding]:
    """A share that does not fit its percentage: `38 of 152, or 30%`, `three in four (65%)`, `a third (25%)`.

    Rounding is allowed for, and two points more beside a fraction in words, which is often rounded (`a third (32%)`).
    """
    parts, fraction, _ = _patterns()
    for line in reading.lines:
        if len(line.figures) < 2:
            continue
        for found in parts.finditer(line.text):
            part, whole, percent = (line.figure(letter) for letter in found.groups())
            if percent.kind != "percent" or not whole.value or part.value is None or percent.value is None:
                continue
            if part.kind not in ("count", "number", "money") or whole.kind not in ("count", "number", "money"):
                continue
            right = part.value / whole.value * 100
            if part.value <= whole.value and not overlap((right, right), interval(percent), 0.1):
                yield Finding(f"{part.text} of {whole.text} is {shown(right)}%", spans(part, whole, percent))
        for found in fraction.finditer(line.text):
            ratio, percent = line.figure(found[1]), line.figure(found[2])
            if ratio.kind != "ratio" or percent.kind != "percent" or ratio.value is None or percent.value is None:
                continue
            right = ratio.value * 100
            if not overlap((right, right), interval(percent), 2.5):
                yield Finding(f"{ratio.text} is {shown(right)}%, not {percent.text}", spans(ratio, percent))


@rule("checks.workforce-share")
def workforce_share(reading: Reading) -> Iterator[Finding]:
    """Jobs told as a share of a workforce whose size the article gives: `1,200 jobs, 8% of its workforce` of 15,000.

    Silent when any size that the article gives for employees fits, within a point.
    """
    pattern = _patterns()[2]
    employs = re.compile(rf"\bemploy(?:s|ed|ing)? {_GAP}{{0,25}}?{F}|\b(?:workforce|staff) of {_GAP}{{0,20}}?{F}")
    sizes = [
        line.figure(next(letter for letter in found.groups() if letter))
        for line in reading.body
        for found in employs.finditer(line.text)
    ]
    sizes = [figure for figure in sizes if figure.kind in ("count", "number") and figure.value]
    for line in reading.body:
        for found in pattern.finditer(line.text) if sizes else ():
            jobs, percent = line.figure(found[1]), line.figure(found[2])
            if jobs.kind != "count" or percent.kind != "percent" or not jobs.value or percent.value is None:
                continue
            shares = [jobs.value / (figure.value or 1) * 100 for figure in sizes]
            if not any(overlap((right, right), interval(percent), 0.5 + percent.value / 10) for right in shares):
                message = f"{jobs.text} of {sizes[0].text} is {shown(shares[0])}%"
                yield Finding(message, spans(jobs, percent, sizes[0]), "warning")


_CONTRAST = re.compile(
    r"\b(?:from|than|compared|against|versus|last|earlier|ago|previous|while|between|to|or|years?)\b"
)


@rule("checks.percent-total")
def percent_total(reading: Reading) -> Iterator[Finding]:
    """Percentages of one whole that add up to more than 100: `54% of the vote, the Party 45% and others 11%`.

    Only a list is added up: three or more percentages in a row, the last joined by `and`, or closed by `the rest`, with
    no comparison (`from`, `than`, `last year`) between them.
    """
    for line in reading.body:
        percents = [item for item in line.figures if item.kind == "percent" and item.value is not None]
        for run in _lists(line, percents):
            total = sum(item.value or 0 for item in run)
            if total > 100 + 0.5 * len(run):
                yield Finding(f"the shares add up to {shown(total)}%", spans(*run))


def _lists(line: Line, percents: list[Figure]) -> Iterator[list[Figure]]:
    """Yield runs of percentages that share one whole: the first is `% of the …`, the others name no other whole."""
    run: list[Figure] = []
    for figure, after in pairwise([*percents, None]):
        assert figure is not None
        own = line.raw[figure.end - line.start : figure.end - line.start + 6]
        if (own.startswith(" of ") and not run) or run:
            run.append(figure)
        between = "" if after is None else line.raw[figure.end - line.start : after.start - line.start]
        breaks = len(between) > 60 or _CONTRAST.search(between) or (len(run) > 1 and own.startswith(" of "))
        if after is None or breaks:
            if len(run) >= 3 and " and " in line.raw[run[-2].end - line.start : run[-1].start - line.start]:
                yield run
            run = []


@rule("checks.rest-share")
def rest_share(reading: Reading) -> Iterator[Finding]:
    """A rest that does not fill the whole: `55% … 30% … The rest, 25%, comes from consumer electronics`.

    The percentages before it in its paragraph are tried, the nearest one, two, three and four; when none leaves that
    rest but one comes near, it is found.
    """
    pattern = re.compile(rf"\b(?:the rest|the remaining|the remainder|the other),? {F}", re.I)
    for line in reading.body:
        for found in pattern.finditer(line.text):
            rest = line.figure(found[1])
            if rest.kind != "percent" or rest.value is None:
                continue
            near = [item for other in reading.body if other.paragraph == line.paragraph for item in other.figures]
            before = [item for item in near if item.kind == "percent" and item.value and item.end < rest.start]
            wholes = [item for item in before if _is_share(reading, item)][-4:]
            for chosen in (wholes, before[-4:]):
                sums = [sum(item.value or 0 for item in chosen[at:]) + rest.value for at in range(len(chosen))]
                if any(abs(total - 100) <= 1 for total in sums):
                    break
            else:
                if wholes:
                    total = sum(item.value or 0 for item in wholes) + rest.value
                    if 75 <= total <= 125:
                        yield Finding(f"the shares add up to {shown(total)}%", spans(*wholes, rest), "warning")


def _is_share(reading: Reading, figure: Figure) -> bool:
    text = reading.article.text
    before = text[max(0, figure.start - 16) : figure.start]
    return text[figure.end : figure.end + 4] == " of " or bool(
        re.search(r"\b(?:for|makes? up|takes?|gets?) \Z", before)
    )


@rule("checks.price-each")
def price_each(reading: Reading) -> Iterator[Finding]:
    """A total and its share for each one that fit no count in the article: `€9m, or €300,000 a lake`, 90 lakes.

    Earnings a share are left alone: articles seldom give the number of shares.
    """
    pattern = re.compile(rf"{F}, or {_GAP}{{0,15}}?{F} (?:an?|per|for each|each) (?!shares?\b)([a-z]{{3,20}})\b")
    for line in reading.body:
        for found in pattern.finditer(line.text):
            total, each = line.figure(found[1]), line.figure(found[2])
            if total.kind != "money" or each.kind != "money" or total.unit != each.unit or not each.value:
                continue
            counts = [item for item in reading.article.figures if item.kind == "count" and item.unit == found[3]]
            low, high = interval(total)
            right = (total.value or 0) / each.value
            fits = (low / each.value * 0.95, high / each.value * 1.05)
            if counts and not any(overlap(interval(item), fits) for item in counts):
                message = f"{total.text} at {each.text} a {found[3]} is {shown(right)}, which the article does not give"
                yield Finding(message, spans(total, each), "warning")
