"""Two answers that exclude each other, and parts of a crowd that leave nobody out: yes and no, men and women."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from newsclaims.checks.classes import word_class
from newsclaims.checks.reading import F, Finding, Line, Reading, spans
from newsclaims.facts.tolerance import interval, shown
from newsclaims.model import Figure
from newsclaims.rule import rule
from newsclaims.table import rows, words

_GAP = "[^\ue000-\ue7ff.;:]"
_OTHER_WHOLE = re.compile(r"(?: of |,? (?:among|in|a year|last|from|earlier|before|down|up|than)\b)")
_NEGATION = re.compile(r"\b(?:not|no|never|against|neither)\b|n['’]t\b")
_MOST_TOTAL = 150
_NEAR = 0.3  # parts that miss a total by more than this share of it are not its parts


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """Return stem of an answer -> stems of the answers that exclude it."""
    found: dict[str, set[str]] = {}
    for one, other in rows("checks", "complements"):
        found.setdefault(one, set()).add(other)
    return {stem: frozenset(others) for stem, others in found.items()}


def _answers(text: str) -> frozenset[str]:
    low = text.lower()
    return frozenset(stem for stem in _opposites() if re.search(rf"\b{stem}", low))


def percent_complement(reading: Reading) -> Iterator[Finding]:
    """Answers that exclude each other and make more than all: `60% said yes and 50% no`, `57% for and 53% against`.

    The second answer is the opposite of the first (``complements.tsv``) or repeats it with a `not`; a second
    percentage of another whole, place or time (`50% of women`, `50% a year ago`) is left alone.
    """
    pattern = re.compile(
        rf"{F}(?P<first>{_GAP}{{2,90}}?)(?:,? (?:and|but|while|with|against|to)|,) (?:only |just |about )?{F}"
        rf"(?P<second>{_GAP}{{2,60}})"
    )
    for line in reading.lines:
        for found, (one, other) in line.matches(pattern, 2):
            if not (one.kind == other.kind == "percent") or one.value is None or other.value is None:
                continue
            total = one.value + other.value
            if not 101 < total <= _MOST_TOTAL or _OTHER_WHOLE.match(found["second"]):
                continue
            if _exclude(found["first"], found["second"]):
                yield Finding(f"the shares add up to {shown(total)}%", spans(one, other))


rule("checks.percent-complement")(percent_complement)


def vote_shares(reading: Reading) -> Iterator[Finding]:
    """Two sides of a vote with more than all of it: `won with 53% of the vote, beating Todd Marwick, who received 55%`.

    Shares of other votes, years or places (`up from 47%`) are no second side.
    """
    beaten = re.compile(
        rf"{F} of (?:the )?(?:votes?|ballots?)\b{_GAP}{{0,30}}?"
        r"(?:, (?:beating|defeating|ahead of|against|compared with)|"
        rf" (?:to|against)|, while|,? and) (?P<other>{_GAP}{{2,60}}?)(?:received|got|won|took|had|with|on|at) {F}"
        r"(?! (?:in|a|of the (?!vote))\b)"
    )
    for line in reading.lines:
        for found, (one, other) in line.matches(beaten, 2) if "vote" in line.raw or "ballot" in line.raw else ():
            named = any(word[:1].isupper() for word in found["other"].split())
            if named and one.kind == other.kind == "percent" and one.value and other.value:
                total = one.value + other.value
                if 101 < total <= _MOST_TOTAL:
                    yield Finding(f"the shares add up to {shown(total)}%", spans(one, other))


rule("checks.vote-shares")(vote_shares)


def _exclude(first: str, second: str) -> bool:
    """Return whether two answers cannot both be given."""
    one, other = _answers(first), _answers(second)
    if any(_opposites()[stem] & other for stem in one):
        return not one & other
    short = len(second.split()) <= 6
    return short and bool(_NEGATION.search(second)) and not _NEGATION.search(first)


@cache
def _halves() -> tuple[re.Pattern[str], ...]:
    pairs = (("men", "women"), ("women", "men"), ("boys", "girls"), ("girls", "boys"), ("males", "females"),
             ("adults", "children"), ("children", "adults"))  # fmt: skip
    return tuple(
        re.compile(
            rf"{F}(?: of (?:them|those|these)| of the (?:dead|victims|injured|accused))? (?:were|are) {one},? "
            rf"(?:and|while) {F} (?:(?:were|are) )?{other}\b"
        )
        for one, other in pairs
    )


def sum_sexes(reading: Reading) -> Iterator[Finding]:
    """Men and women, or adults and children, who are not all of those counted before: `Nine died. … Six were men and
    two were women`.

    The total is a count of people in the same sentence or the two before it; silent when any of them fits or none
    comes near.
    """
    people = words("checks", "people") | {"people", "person", "victim"}
    for at, line in enumerate(reading.body):
        if "men" not in line.raw and "girls" not in line.raw and "children" not in line.raw and "males" not in line.raw:
            continue
        for pattern in _halves():
            for _, parts in line.matches(pattern, 2):
                told = [item for other in reading.body[max(0, at - 2) : at + 1] for item in other.figures]
                told = [item for item in told if item.kind == "count" and item.end <= parts[0].start]
                yield from _not_all(parts, [item for item in told if item.unit in people])
        yield from _both_sexes(reading, at, line)


rule("checks.sum-sexes")(sum_sexes)


def _both_sexes(reading: Reading, at: int, line: Line) -> Iterator[Finding]:
    """Yield `26,400 women and 21,600 men` against the one count of people in the sentence before, a hundred or more."""
    before = [item for item in reading.body[at - 1].figures if item.kind == "count"] if at else []
    totals = [item for item in before if item.unit in word_class("people-counted") and (item.value or 0) >= _MANY]
    for one, other in pairwise(line.figures) if len(totals) == 1 and len(line.figures) == 2 else ():
        joined = line.between(one, other) == " and "
        if joined and {one.unit, other.unit} in _SEXES:
            yield from _not_all([one, other], totals)


_MANY = 100
_SEXES = (frozenset(("woman", "man")), frozenset(("girl", "boy")), frozenset(("female", "male")))


def _not_all(parts: list[Figure], totals: list[Figure]) -> Iterator[Finding]:
    values = [part.value for part in parts if part.kind in ("count", "number") and part.value is not None]
    if len(values) < len(parts) or not totals:
        return
    made = sum(values)
    if any(low <= made <= high for low, high in map(interval, totals)):
        return
    near = [item for item in totals if item.value and abs(made - item.value) <= max(_NEAR * item.value, 1)]
    if near:
        total = near[-1]
        listed = " + ".join(part.text for part in parts)
        yield Finding(f"{listed} is {shown(made)}, not {total.text}", spans(total, *parts), "warning")


def sum_two_parts(reading: Reading) -> Iterator[Finding]:
    """Two parts of a number that miss it by a little: `Of the nine dead, five were guests and three worked there`.

    Both parts are numbers without a noun of their own, joined by `and`, that end the sentence.  The total stands
    behind `of the`, or is the count of the same noun in the sentence before (`Eleven of the counts … and 14 …`).  Parts
    that leave out or add more than a fifth tell something else.
    """
    behind = re.compile(
        rf"\bOf (?:the|his|her|its|their|all) (?:[a-z]+ ){{0,2}}{F}{_GAP}{{0,40}}?, {F}(?! of\b){_GAP}{{2,60}}?,? "
        rf"and {F}(?! of\b)[^\ue000-\ue7ff.;:,]{{2,60}}[.]?\Z"
    )
    before = re.compile(
        rf"\A{F} of the (?P<noun>[a-z]+){_GAP}{{2,50}}? and {F}(?! of\b)[^\ue000-\ue7ff.;:,]{{0,50}}[.]?\Z"
    )
    for at, line in enumerate(reading.body):
        for _, (total, *parts) in line.matches(behind, 3) if len(line.figures) == 3 else ():
            yield from _misses([total], parts)
        for found, parts in line.matches(before, 2) if at and len(line.figures) == 2 else ():
            named = [item for item in reading.body[at - 1].figures if item.unit and found["noun"].startswith(item.unit)]
            yield from _misses(named[:1], parts)


rule("checks.sum-two-parts")(sum_two_parts)


def _misses(totals: list[Figure], parts: list[Figure]) -> Iterator[Finding]:
    for total in totals:
        values = [part.value or 0 for part in parts if part.kind in ("count", "number")]
        exact = total.kind in ("count", "number") and total.comparator in (None, "=") and not total.approximate
        if len(values) == 2 and exact and total.value and max(values) < total.value:
            made = sum(values)
            if made != total.value and abs(made - total.value) <= 0.2 * total.value:
                message = f"{parts[0].text} + {parts[1].text} is {shown(made)}, not {total.text}"
                yield Finding(message, spans(total, *parts), "warning")
