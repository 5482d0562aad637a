"""Which figure another is compared with: `rose to $5 from $4`, `5%, compared with 4% a year ago`."""

from __future__ import annotations

from typing import Final

from newsclaims.figures.classes import word_class
from newsclaims.figures.elided import counted_whole, gapped
from newsclaims.figures.line import Draft, Line
from newsclaims.figures.measured import carries_on, measures
from newsclaims.figures.movement import joins, lead, movement
from newsclaims.figures.rates import rate_of

_PLACES: Final = frozenset({"in", "at", "for", "among", "on"})
_PLACE: Final = 5  # tokens of a place's name
_LEVELS: Final = frozenset({"money", "percent", "quantity", "count", "number"})


def describe(line: Line, drafts: list[Draft]) -> None:
    """Fill in what the figures of a sentence measure, per what, and how they compare with one another."""
    for at, draft in enumerate(drafts):
        before = drafts[at - 1] if at else None
        draft.per = rate_of(line, draft)
        same = before is not None and (before.kind, before.unit) == (draft.kind, draft.unit)
        own = gapped(line, before.last, draft.first, plain=True) if before is not None and same else None
        if before is not None and own is not None and before.of is not None and before.point in (None, "by"):
            draft.direction, draft.point = before.direction, before.point  # "fell 3 percent, Holt 2 percent"
            draft.of = draft.of or line.text[line.tokens[own].start : line.tokens[draft.first - 1].end]
        elif before is not None and _restates(line, before, draft):
            draft.direction, draft.point = before.direction, before.point  # "rose to 6.5C (43.7F)"
        else:
            draft.direction, draft.point = movement(line, draft, before)
        if before is not None and same and before.point == "by" and draft.of is None and _placed(line, before, draft):
            draft.direction, draft.point, draft.of = before.direction, before.point, before.of
        if draft.of is None:
            draft.of = measures(line, drafts, at)
            if draft.of is not None and draft.of.partition(" ")[0].lower() == "plus":
                draft.of = None  # "£20,000 plus costs"
            if draft.of is not None and _told_in_percent(draft.of):
                draft.of = _own_part(line, draft, draft.of)
        _in_millions(line, draft)
    for at in range(1, len(drafts)):
        _compare(line, drafts, at)
    for draft in drafts:
        if draft.point == "to" and _stands_up_to(line, draft):
            if draft.baseline is None:
                draft.direction = draft.point = None  # "the fine is up to $5 million": a limit
            else:
                draft.comparator = draft.comparator or "="  # "sales are up to $5 million from $4 million": a rise


def _own_part(line: Line, draft: Draft, of: str) -> str | None:
    """Return the part of a joined phrase that a figure is told of: `Holt 1.2% and Reed | fell 0.4%`."""
    first, link, last = of.rpartition(" and ")
    part = last if line.text.find(of, max(0, draft.start - 200), draft.start) >= 0 else first
    return part if link and not _told_in_percent(part) else None


def _told_in_percent(of: str) -> bool:
    return "%" in of or "percent" in of.split()


def _placed(line: Line, before: Draft, draft: Draft) -> bool:
    """Tell whether a change is told of one place after another: `rose 5% in Lowton, 3% in Harford and 2% in Estrel`."""
    link = draft.first - 1
    link -= line.lower(link) == "and" and line.lower(link - 1) == ","
    placed = line.lower(before.last) in _PLACES and line.lower(before.last) == line.lower(draft.last)
    between = range(before.last + 1, link)
    named = all(line.tag(at)[:1] in "NJDC" and line.lower(at) != "," for at in between)
    return placed and line.lower(link) in (",", "and") and 0 < len(between) <= _PLACE and named


def _stands_up_to(line: Line, draft: Draft) -> bool:
    """Tell whether a form of *be* and *up to* stand before a figure."""
    at = lead(line, draft)
    said = (line.lower(at - 1), line.lower(at)) == ("up", "to") and at > 1
    return said and line.tokens[at - 2].lemma == "be"


def _restates(line: Line, before: Draft, draft: Draft) -> bool:
    """Tell whether a figure says the one before it in another unit: `to 6.5C (43.7F)`, `down 43 cents, or 0.6%`."""
    if line.lower(draft.first - 1) == "(":
        return draft.kind == before.kind
    if draft.kind == "count" or (draft.kind, draft.unit) == (before.kind, before.unit):
        return False
    at = lead(line, draft)
    return (
        line.lower(at) == "or"
        and line.lower(at - 1) == ","
        and all(joins(line, place) for place in range(before.last, at - 1))
    )


def _in_millions(line: Line, draft: Draft) -> None:
    """Read `4m` as millions where it says how many there are: `the city's population rose to 4m`."""
    if draft.unit != "m" or draft.of is None or draft.value is None or line.text[draft.end - 1 : draft.end] != "m":
        return
    if draft.of.split()[-1].lower() in word_class("told-in-millions"):
        draft.kind, draft.unit, draft.value = "count", None, draft.value * 1_000_000


def _compare(line: Line, drafts: list[Draft], at: int) -> None:
    """Link a figure to the ones before it whose baseline it is, or to the one before that is its own."""
    draft, before = drafts[at], drafts[at - 1]
    goes_on = carries_on(line, before, draft)
    whole = counted_whole(line, drafts, at - 1) if goes_on and draft.kind == "count" else at - 1
    before = drafts[whole]
    if draft.point == "to" and before.point == "from" and _alike(draft, before):
        draft.baseline = before  # "from 4 to 5"
    told = _compared(line, draft)
    if goes_on and before.point is None and draft.point in ("by", "from") and before.kind in _LEVELS:
        before.direction, before.point = draft.direction, "to"  # "was 5%, up from 4%"
    elif goes_on and before.point == "from" and draft.point is None and _linked(line, draft):
        draft.direction, draft.point, told = before.direction, "from", True
    if draft.point != "from" and not told:
        return
    for earlier in range(whole, max(-1, at - 4), -1):
        other = drafts[earlier]
        near = carries_on(line, other, drafts[earlier + 1]) or (not told and _same_clause(line, other, draft))
        if not near:
            return
        if other.baseline is None and other.point != "from" and (other.point == "by" or _alike(other, draft)):
            other.baseline = draft


def _linked(line: Line, draft: Draft) -> bool:
    return line.lower(lead(line, draft)) == "from"


def _compared(line: Line, draft: Draft) -> bool:
    """Tell whether a word of comparison stands before a figure: `compared with`, `versus`, `against`."""
    at = lead(line, draft)
    word = line.lower(at)
    return word in ("versus", "vs", "vs.", "against") or (word in ("with", "to") and line.lower(at - 1) == "compared")


def _same_clause(line: Line, left: Draft, right: Draft) -> bool:
    clause = line.parse.holder(left.first)
    return left.point is not None and clause is not None and clause is line.parse.holder(right.first)


def _alike(one: Draft, other: Draft) -> bool:
    """Tell whether two figures have the same kind and unit, or one of them has none."""
    return (one.kind == other.kind and one.unit == other.unit) or None in (one.unit, other.unit)
