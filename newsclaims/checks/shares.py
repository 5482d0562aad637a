"""Shares: parts of a whole beside their percentage, percentages of one whole, prices for each one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from newsclaims.checks.classes import word_class
from newsclaims.checks.reading import F, Finding, Line, Reading, spans
from newsclaims.facts.tolerance import interval, overlap, shown
from newsclaims.model import Figure
from newsclaims.rule import rule
from newsclaims.table import words

_AMOUNTS = frozenset(("count", "money", "quantity"))
_GAP = "[^\ue000-\ue7ff.;:]"
_OR = r",? (?:or|\(|–|—|-) ?(?:or )?(?:(?:about|around|roughly|nearly|almost|some|just|over|under) ){0,2}"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"{F} of (?:the |its |their |all |a total of )?{_GAP}{{0,40}}?{F}{_GAP}{{0,25}}?(?:{_OR}|, ){F}"),
        re.compile(rf"{F}{_GAP}{{0,40}}?(?: ?\({_GAP}{{0,12}}?|{_OR}){F}"),
        re.compile(
            rf"{F}(?:{_OR}|, (?:about|around|roughly) ){F} of (?:its|their|the) (?:[a-z]+ )?"
            r"(?:workforce|staff|employees|workers|jobs)"
        ),
        re.compile(
            rf"\b[Oo]f (?:the|its|their|his|her|all) {_GAP}{{0,30}}?{F}{_GAP}{{0,30}}?[, ]{F}"
            rf"(?:, (?:or )?| \((?:or )?|,? or )(?:(?:about|around|roughly) )?{F}"
        ),
        re.compile(
            rf"{F}[^\ue000-\ue7ff.;:(),]{{0,20}}"
            r"(?:,| \(|,? or|(?:,? which|,? that)? (?:is|was|were|are)| makes up| represents) "
            rf"(?:(?:or|about|around|roughly|nearly|almost) ){{0,2}}{F} of "
            rf"(?:the|its|their|all)(?! (?:time|first|last))(?: (?!for\b|by\b|in\b|from\b)[\w’'-]+){{0,3}} {F}"
        ),
    )


def share(reading: Reading) -> Iterator[Finding]:
    """A share that does not fit its percentage: `38 of 152, or 30%`, `three in four (65%)`, `a third (25%)`.

    Rounding is allowed for, and two points more beside a fraction in words, which is often rounded (`a third (32%)`).
    """
    parts, fraction, _, of_whole, part_of = _patterns()
    for line in reading.lines:
        for _, (part, whole, percent) in line.matches(parts, 2):
            if percent.kind == "ratio":
                yield from _share_of_whole(part, whole, percent)
            if percent.kind != "percent" or not whole.value or part.value is None or percent.value is None:
                continue
            if part.kind not in ("count", "number", "money") or whole.kind not in ("count", "number", "money"):
                continue
            right = part.value / whole.value * 100
            if part.value <= whole.value and not overlap((right, right), interval(percent), 0.1):
                yield Finding(f"{part.text} of {whole.text} is {shown(right)}%", spans(part, whole, percent))
        for pattern, order in ((of_whole, (2, 1, 3)), (part_of, (1, 3, 2))):
            for found, _ in line.matches(pattern, 3):
                yield from _share_of_whole(*(line.figure(found[at]) for at in order))
        for _, (ratio, percent) in line.matches(fraction, 2):
            if ratio.kind != "ratio" or percent.kind != "percent" or ratio.value is None or percent.value is None:
                continue
            right = ratio.value * 100
            low, high = interval(ratio)  # `more than half (57%)`, `almost half (44%)`
            if not overlap((low * 100, high * 100), interval(percent), 2.5):
                yield Finding(f"{ratio.text} is {shown(right)}%, not {percent.text}", spans(ratio, percent))


rule("checks.share")(share)


def _share_of_whole(part: Figure, whole: Figure, told: Figure) -> Iterator[Finding]:
    """Yield a share that two amounts of one unit do not make: `of the $12m, only $3m, a third`."""
    units = {part.unit, whole.unit} - {None, "bpd", "bbl"}
    if not {part.kind, whole.kind} <= _AMOUNTS or len(units) > 1 or told.value is None:
        return
    if not part.value or not whole.value or part.value >= whole.value or told.kind not in ("percent", "ratio"):
        return
    scale = 100 if told.kind == "ratio" else 1
    (low, high), (least, most) = interval(part), interval(whole)
    right = (low / most * 100, high / least * 100)
    wanted = tuple(end * scale for end in interval(told))
    if not overlap(right, (wanted[0], wanted[1]), 2.5 if told.kind == "ratio" else 0.6):
        message = f"{part.text} of {whole.text} is {shown(part.value / whole.value * 100)}%"
        yield Finding(message, spans(part, whole, told))


def workforce_share(reading: Reading) -> Iterator[Finding]:
    """Jobs told as a share of a workforce whose size the article gives: `1,200 jobs, 8% of its workforce` of 15,000.

    The jobs stand beside the percentage or are those that the article says are cut.  Silent when any size that the
    article gives for employees fits, within a point.
    """
    pattern = _patterns()[2]
    alone = re.compile(rf"{F} of (?:its|their|the)(?: [a-z’']+){{0,2}} (?:workforce|staff|employees|workers)\b")
    cut = re.compile(rf"\b(?:cut|cuts|cutting|shed|sheds|axe|axes|lay off|lose|loss of|lost|slash) {_GAP}{{0,12}}?{F}")
    employs = re.compile(rf"\bemploy(?:s|ed|ing)? {_GAP}{{0,25}}?{F}|\b(?:workforce|staff) of {_GAP}{{0,20}}?{F}")
    sizes = _different(
        figure for _, _, (figure,) in reading.matches(employs) if figure.kind in ("count", "number") and figure.value
    )
    lost = _different(
        figure
        for line in (reading.lines if sizes else ())
        for _, (figure,) in line.matches(cut)
        if figure.kind == "count" and figure.unit in word_class("jobs") and figure.value
    )
    for line in reading.body if sizes else ():
        for _, (jobs, percent) in line.matches(pattern, 2):
            if jobs.kind != "count" or percent.kind != "percent" or not jobs.value or percent.value is None:
                continue
            yield from _staff_share([jobs], sizes, percent)
        if not pattern.search(line.text):
            for _, (percent,) in line.matches(alone) if lost and _CUTS.search(line.raw) else ():
                yield from _staff_share(lost, sizes, percent)


rule("checks.workforce-share")(workforce_share)


_CUTS = re.compile(r"\b(?:cuts?|cutting|loss(?:es)?|layoffs?|redundanc(?:y|ies)|reductions?|go|lose)\b")


def _different(figures: Iterable[Figure]) -> list[Figure]:
    """Return the first figure of every value, as many as an article may need."""
    found: dict[float | int | None, Figure] = {}
    for figure in figures:
        found.setdefault(figure.value, figure)
    return [*found.values()][:_MOST_DIFFERENT]


_MOST_DIFFERENT = 30


def _staff_share(lost: list[Figure], sizes: list[Figure], percent: Figure) -> Iterator[Finding]:
    """Yield a percentage that no number of jobs lost makes of any size of the staff."""
    if percent.kind != "percent" or percent.value is None:
        return
    shares = [(jobs.value or 0) / (size.value or 1) * 100 for jobs in lost for size in sizes]
    if not any(overlap((right, right), interval(percent), 0.5 + percent.value / 10) for right in shares):
        message = f"{lost[0].text} of {sizes[0].text} is {shown(shares[0])}%"
        yield Finding(message, spans(lost[0], percent, sizes[0]), "warning")


_CONTRAST = re.compile(
    r"\b(?:than|compared|against|versus|last|earlier|ago|previous|while|between|to|or|years?)\b|"
    r"\bfrom (?:about |around |just |nearly |only )?\Z"
)


_OF_THOSE = re.compile(r"(?:Of|Among) (?:the|those|these|them|all|its|their)\b")
_NEEDED = re.compile(r"\b(?:must|needs?|needed|would have to|has to|have to)\b")
_MOST_BACK = 20  # figures that are looked at there
_BACK = 12  # sentences in which the other shares of a rest are looked for
_MOST_TOTAL = 150  # what adds up to more was never meant as shares of one whole


def percent_total(reading: Reading) -> Iterator[Finding]:
    """Percentages of one whole that add up to more than 100: `54% of the vote, the Party 45% and others 11%`.

    Only a list is added up: three or more percentages in a row, the last joined by `and`, or closed by `the rest`, with
    no comparison (`from`, `than`, `last year`) between them.
    """
    for line in reading.body:
        percents = [item for item in line.figures if item.kind == "percent" and item.value is not None]
        for run in _lists(line, percents):
            total = sum(item.value or 0 for item in run)
            needed = _NEEDED.search(line.raw, 0, run[0].start - line.start)
            if 100 + 0.5 * len(run) < total <= _MOST_TOTAL and not needed:
                yield Finding(f"the shares add up to {shown(total)}%", spans(*run))


rule("checks.percent-total")(percent_total)


def _lists(line: Line, percents: list[Figure]) -> Iterator[list[Figure]]:
    """Yield runs of percentages that share one whole: the first is `% of the …`, the others name no other whole."""
    run: list[Figure] = []
    for figure, after in pairwise([*percents, None]):
        assert figure is not None
        own = line.raw[figure.end - line.start : figure.end - line.start + 6]
        whole = own.startswith(" of ") or _OF_THOSE.match(line.raw)
        if (whole and not run) or run:
            run.append(figure)
        between = "" if after is None else line.between(figure, after)
        breaks = len(between) > 60 or _CONTRAST.search(between) or (len(run) > 1 and own.startswith(" of "))
        if after is None or breaks:
            if len(run) >= 3 and " and " in line.between(run[-2], run[-1]):
                yield run
            run = []


def rest_share(reading: Reading) -> Iterator[Finding]:
    """A rest that does not fill the whole: `55% … 30% … The rest, 25%, comes from consumer electronics`.

    The percentages before it in its paragraph are tried, the nearest one, two, three and four; when none leaves that
    rest but one comes near, it is found.
    """
    pattern = re.compile(rf"\b(?:the rest|the remaining|the remainder|the other),? {F}", re.I)
    for at, line in enumerate(reading.body):
        for _, (rest,) in line.matches(pattern):
            if rest.kind != "percent" or rest.value is None:
                continue
            lines = [other for other in reading.body[max(0, at - _BACK) : at + 1] if other.paragraph == line.paragraph]
            here = bisect_left(line.figures, rest.start, key=lambda item: item.start)
            near = [item for other in lines[:-1] for item in other.figures[-_MOST_BACK:]]
            near += line.figures[max(0, here - _MOST_BACK) : here]
            before = [item for item in near if item.kind == "percent" and item.value and item.end < rest.start]
            before = before[-_MOST_BACK:]
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


rule("checks.rest-share")(rest_share)


def _is_share(reading: Reading, figure: Figure) -> bool:
    text = reading.article.text
    before = text[max(0, figure.start - 24) : figure.start]
    return text[figure.end : figure.end + 4] == " of " or bool(
        re.search(r"\b(?:for|makes? up|takes?|gets?|(?:[A-Z][\w’'-]+|party) (?:at|on|with|won|took)) \Z", before)
    )


_PEOPLE = frozenset(("head", "people", "person", "adult"))


def price_each(reading: Reading) -> Iterator[Finding]:
    """A total and its share for each one that fit no count in the article: `€9m, or €300,000 a lake`, 90 lakes.

    Earnings a share are left alone: articles seldom give the number of shares.
    """
    pattern = re.compile(rf"{F}, or {_GAP}{{0,15}}?{F} (?:an?|per|for each|each) (?!shares?\b)([a-z]{{3,20}})\b")
    by_unit: dict[str | None, list[Figure]] = {}
    for item in reading.article.figures:
        if item.kind == "count":
            by_unit.setdefault(item.unit, []).append(item)
    for _, found, (total, each) in reading.matches(pattern, 2):
        if total.kind != "money" or each.kind != "money" or total.unit != each.unit or not each.value:
            continue
        nouns = _PEOPLE | words("checks", "people") if found[3] in _PEOPLE else {found[3]}
        counts = [item for noun in sorted(nouns) for item in by_unit.get(noun, ())[:_MOST_DIFFERENT]]
        if found[3] in _PEOPLE and len(counts) > 3:
            continue  # too many groups of people to know which one is meant
        low, high = interval(total)
        right = (total.value or 0) / each.value
        fits = (low / each.value * 0.95, high / each.value * 1.05)
        if counts and not any(overlap(interval(item), fits) for item in counts):
            message = f"{total.text} at {each.text} a {found[3]} is {shown(right)}, which the article does not give"
            yield Finding(message, spans(total, each), "warning")


rule("checks.price-each")(price_each)
