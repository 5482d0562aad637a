"""Shares of a whole that stands further off: `26 cases, 11 of which, or 22 per cent`, `Of those 40, ten, or 30%`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from newsclaims.checks.reading import F, Finding, Line, Reading, spans
from newsclaims.facts.tolerance import interval, overlap, shown
from newsclaims.model import Figure
from newsclaims.rule import rule

_GAP = "[^\ue000-\ue7ff.;]"
_ABOUT = r"(?:about |around |roughly |nearly |almost |some |just |over |under |a share of |a rate of ){0,2}"
_MOST = 12  # figures before a share among which its whole is looked for
_SLACK = 0.6  # points for rounding


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return patterns with what their figures are: p part, r share, w whole."""
    group = r"\b[Oo]f (?:the|these|those|its|all|their)"
    rate = (
        rf"(?:or |giving |which is |for )?an? (?:[a-z-]+ ){{0,3}}(?:share|rate|ratio|proportion|turnout) of {_ABOUT}{F}"
    )
    back = r"of (?:them|these|those|whom|which|the latter)"
    return tuple(
        (re.compile(pattern), roles)
        for pattern, roles in (
            (rf"{F} {back}[ ,–—(-]{{1,3}}(?:or )?{_ABOUT}{F}", "pr"),
            (rf"\b{back}[ ,]{{1,2}}{_GAP}{{0,25}}?{F},? (?:or |\(){_ABOUT}{F}", "pr"),
            (rf"{group} {F}{_GAP}{{0,40}}?,? {F},? (?:or |\(){_ABOUT}{F}", "wpr"),
            (rf"{group} {F}{_GAP}{{0,60}}?[ ,]{F}{_GAP}{{0,60}}?, {rate}", "wpr"),
            (rf"{F} {back}, (?:or )?{F}(?: in all| in total| altogether|,)", "rp"),
            (rf"{F}{_GAP}{{0,30}}?,? (?:and |with ){_GAP}{{0,20}}?{F}{_GAP}{{0,30}}?, {rate}", "wpr"),
            (rf"{F}{_GAP}{{0,25}}?, {F}{_GAP}{{0,25}}?, {rate}", "wpr"),
        )
    )  # fmt: skip


_OF_OTHERS = re.compile(r" (?:of|in|among) (?!(?:them|these|the (?:total|whole|group|lot))\b)")


def share_of_these(reading: Reading) -> Iterator[Finding]:
    """A share that does not fit its part and a whole before them: `26 cases, 11 of which, or 22 per cent, were fatal`.

    The words point back (`of them`, `of those 40`); a rate needs no such words (`3,248 cases, 584 deaths, a rate of
    28%`).  The whole is looked for in the sentence and the one before it; what fits any number there is right.
    """
    for at, line in enumerate(reading.body):
        for pattern, roles in _patterns() if len(line.figures) > 1 else ():
            for found, figures in line.matches(pattern, 2):
                if len(figures) != len(roles):
                    continue
                role = dict(zip(roles, figures, strict=True))
                part, told = role["p"], role["r"]
                if roles[-1] == "r" and _OF_OTHERS.match(line.text, found.end()):
                    continue
                wholes = [role["w"]] if "w" in role else _before(reading, at, line, found.start(1), part)
                if told.kind == "percent" and told.value is not None and _counted(part) and wholes:
                    yield from _misfit(part, told, wholes)


rule("checks.share-of-these")(share_of_these)


def share_next(reading: Reading) -> Iterator[Finding]:
    """A share of the only number of the sentence before: `The town has 400 shops. Last year 60 closed, or 25 percent`.

    The part has no noun of its own, or that of the whole, and the share is no change.
    """
    pattern = re.compile(rf"(?<!of )(?<!to )(?<!by ){F}(?: [a-z]+){{0,3}}?,? (?:or|\(|that is,) ?{_ABOUT}{F}")
    for before, line in pairwise(reading.body):
        if before.paragraph != line.paragraph or not ("%" in line.raw or "per" in line.raw):
            continue
        for found, (part, told) in line.matches(pattern, 2):
            if _OF_OTHERS.match(line.text, found.end()):
                continue
            wholes = [item for item in before.figures if item.kind in ("count", "number") and item.value]
            if told.kind != "percent" or told.direction or not told.value or not _counted(part) or part.kind == "money":
                continue
            if len(wholes) != 1 or not _counted(wholes[0]) or len(line.figures) > 2 or part.direction:
                continue
            if part.unit in (None, wholes[0].unit) and wholes[0].unit is not None:
                yield from _misfit(part, told, wholes)


rule("checks.share-next")(share_next)


def _counted(figure: Figure) -> bool:
    plain = figure.kind in ("count", "number", "money") and figure.low is None
    return plain and bool(figure.value) and figure.comparator in (None, "=", "~")


def _before(reading: Reading, at: int, line: Line, place: int, part: Figure) -> list[Figure]:
    """Return the figures before a share that may be its whole, the nearest first."""
    here = [item for item in line.figures if item.start < part.start]
    last = reading.body[at - 1] if at else None
    there = last.figures if last is not None and last.paragraph == line.paragraph else []
    found = [item for item in [*there, *here][-_MOST:] if _counted(item) and item is not part]
    kind = "money" if part.kind == "money" else "count"
    return [item for item in reversed(found) if (item.kind == "money") == (kind == "money")]


def _misfit(part: Figure, told: Figure, wholes: list[Figure]) -> Iterator[Finding]:
    """Yield a share that no whole makes of its part."""
    larger = [whole for whole in wholes if (whole.value or 0) >= (part.value or 0)]
    low, high = interval(part)
    ends = [interval(whole) for whole in larger]
    ends += [(a + c, b + d) for (a, b), (c, d) in pairwise(ends)]  # `26,400 women and 21,600 men`
    for least, most in ends:
        if overlap((low / most * 100, high / least * 100), interval(told), _SLACK):
            return
    if larger:
        right = (part.value or 0) / (larger[0].value or 1) * 100
        yield Finding(f"{part.text} of {larger[0].text} is {shown(right)}%", spans(part, larger[0], told), "warning")
