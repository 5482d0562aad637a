"""A unit that is said once for two numbers: `aged 12 and 14`, `10, 20 and 30 percent`."""

from __future__ import annotations

from typing import Final

from newsclaims.figures.cardinals.cardinal import Number
from newsclaims.figures.cardinals.notation import Value, divided, times
from newsclaims.figures.classes import word_class
from newsclaims.figures.line import NOUN_TAGS, Draft, Line
from newsclaims.figures.movement import change_words, lead
from newsclaims.figures.ranges import shared
from newsclaims.rule import rule

_JOINTS: Final = frozenset({",", "and", "or"})
_ENDS: Final = frozenset({"", ".", ",", ";"})
_SAID_AFTER: Final = frozenset({"percent", "percentage_point", "quantity", "age"})
_INHERITED: Final = frozenset({"count", "quantity"})
_PLACES: Final = frozenset({"at", "is", "was", "are", "were"})
_CONTRASTS: Final = frozenset({"while", "whereas", "and", "but", ";"})
_LEVELS: Final = frozenset({"percent", "money", "quantity"})
_TO_TIMES: Final = frozenset({"and", ",", "to", "from", "or", "with", "versus", "against"})
_RANKS: Final = frozenset({"first", "second", "third", "fourth"})
_WINDOW: Final = 14  # tokens between the two numbers at most


def unit_elided(line: Line, drafts: list[Draft], at: int) -> Draft | None:
    """A bare number that shares the unit of its neighbour: `aged 12 and 14`, `190 points to 4,577`.

    Joined numbers take the unit said after the last one (`10, 20 and 30 percent`); a number after `to`, `up from`,
    `compared with`, `including` takes the noun counted before it.  Any other bare number keeps a null unit.
    """
    bare = drafts[at]
    donor = (
        _coordinated(line, drafts, at)
        or _changed(line, drafts, at)
        or _moved(line, drafts, at)
        or _compared(line, drafts, at)
        or _fronted(line, drafts, at)
        or _related(line, drafts, at)
        or _amount(line, drafts, at)
        or _paralleled(line, drafts, at)
        or _dated(line, drafts, at)
    )
    if donor is None:
        return None
    value = bare.value
    if value is not None and donor.first > bare.first:  # "3 and 4 million"
        value = shared(line.numbers[bare.upto - 1], line.numbers[donor.upto - 1], value)
    said = line.numbers[donor.upto - 1].value
    if donor.kind == "money" and value is not None and donor.value is not None and said is not None:
        value = times(value, _subunit(donor.value, said))
    return Draft(
        donor.kind, line, bare.first, bare.last, bare.upto, value=value, low=bare.low, high=bare.high, unit=donor.unit,
        start=bare.start, end=bare.end,
    )  # fmt: skip


rule("figures.unit-elided")(unit_elided)


def listed(line: Line, number: Number, at: int, before: Draft) -> Draft | None:
    """A number behind a name that goes on with a list of changes: `Norvane fell 3 percent, Holt 2 and Reed 1`."""
    form = line.form(number.first)
    closed = line.lower(number.last) in _ENDS or line.lower(number.last) == "and"
    if before.kind != "percent" or number.form != "digits" or not closed or len(form) > 4:
        return None
    if not _near(number.value, before.value, 10):  # "rose 3 percent, Boeing 747 and"
        return None
    if gapped(line, before.last, number.first) is None or not (
        before.of or line.lower(before.first - 1) in change_words()
    ):
        return None
    return Draft(
        "percent", line, number.first, number.last, at + 1, value=number.value, unit="%", of=_named(line, number)
    )


def _named(line: Line, number: Number) -> str:
    first = number.first - 1
    while line.form(first - 1)[:1].isupper():
        first -= 1
    return line.text[line.tokens[first].start : line.tokens[number.first - 1].end]


def gapped(line: Line, last: int, first: int, plain: bool = False) -> int | None:
    """Return where the name begins that stands, behind a comma or *and*, alone between two tokens; ``plain``: or a noun
    phrase (`a pole costs $5, a lamp $3`)."""
    at = last + (line.lower(last) == ",")
    at += line.lower(at) == "and"
    at += line.lower(at) in ("the", "a", "an") and at > last
    names = range(at, first)
    if at == last or not 0 < len(names) <= 4:
        return None
    if all(line.form(place)[:1].isupper() and line.tag(place)[:1] in "NJ" for place in names):
        return at
    timed = line.bar(line.tokens[at].start, line.tokens[first - 1].end) is not None
    nouns = plain and not timed and line.tag(first - 1) in NOUN_TAGS
    return at if nouns and all(line.tag(place)[:2] in ("NN", "JJ", "HY") for place in names) else None


def counted_whole(line: Line, drafts: list[Draft], at: int) -> int:
    """Return which count is compared: not that of places, as in `3,000 people in 14 countries, down from 4,500`."""
    inner, outer = drafts[at], drafts[at - 1]
    placed = at > 0 and outer.last == inner.first - 1 and line.lower(outer.last) in word_class("places")
    counted = placed and inner.kind == outer.kind == "count" and outer.unit is not None
    return at - 1 if counted and line.lower(outer.first - 1) not in word_class("places") else at


def _coordinated(line: Line, drafts: list[Draft], at: int) -> Draft | None:
    """Return the figure joined to the bare one by `and`, `or` or a comma, or by several bare ones in a row."""
    right = at + 1
    while right < len(drafts) and right < at + 5 and _joined(line, drafts[right - 1], drafts[right]):
        if drafts[right].kind in _SAID_AFTER:  # "10, 20 and 30 percent", not "16,644, 16 percent above"
            listed = line.numbers[drafts[right].upto - 1].last == drafts[right].last
            return drafts[right] if listed or line.lower(drafts[right].first - 1) != "," else None
        if drafts[right].unit is not None:
            break
        right += 1
    if at and drafts[at - 1].kind == "ordinal" and line.lower(drafts[at - 1].first).startswith("no"):  # "Nos. 1 and 2"
        return drafts[at - 1] if _joined(line, drafts[at - 1], drafts[at]) else None
    if at and drafts[at - 1].kind == "age" and _joined(line, drafts[at - 1], drafts[at]):
        value = drafts[at].value
        return drafts[at - 1] if value is not None and 0 < value < 115 else None
    return None


def _joined(line: Line, left: Draft, right: Draft) -> bool:
    gap = right.first - left.last
    if line.lower(right.first - 1) == "or":  # "5 or 10 percent", not "275 or 26.1 percent", "33.30, or 0.32 percent"
        low, high = left.value, right.value
        return gap == 1 and low is not None and high is not None and low < high
    return 0 < gap <= 2 and all(line.lower(left.last + step) in _JOINTS for step in range(gap))


def _compared(line: Line, drafts: list[Draft], at: int) -> Draft | None:
    """Return the figure whose noun or unit the bare one repeats without saying it."""
    bare = drafts[at]
    cue = bare.first - 1
    while cue > bare.first - 4 and line.lower(cue) in word_class("before-elided"):
        cue -= 1
    word = line.lower(cue)
    for earlier in range(at - 1, max(-1, at - 4), -1):
        donor = drafts[counted_whole(line, drafts, earlier)]
        if bare.first - donor.last > _WINDOW:
            return None
        if donor.kind not in _INHERITED or donor.unit is None:
            continue
        if word == "to" and donor.last == cue:
            return donor
        if word in ("to", "at") and donor.unit == "point" and _above(bare, donor):  # an index: "to fall to 7,425.81"
            return donor
        previous = line.lower(cue - 1)
        if word in ("up", "down") and previous == "," and donor.kind == "count" and line.tag(bare.last) == "IN":
            return donor  # "412 seats, up 211 on 2019"
        moved = word == "from" and previous in ("up", "down")
        if moved or word == "including" or (word == "with" and previous == "compared"):
            return donor
        gapped = word in ("and", ",") and line.tag(bare.last) == "IN" and line.tag(donor.last) == "IN"
        if gapped and donor.kind == "count" and line.lower(bare.last) != "of":
            return donor
        return None
    return None


def _moved(line: Line, drafts: list[Draft], at: int) -> Draft | None:
    """Return the points by which the index moved: `16369.03 up 58.06 points`."""
    if at + 1 >= len(drafts) or drafts[at + 1].unit != "point" or drafts[at + 1].first != drafts[at].last + 1:
        return None
    return drafts[at + 1] if line.lower(drafts[at].last) in ("up", "down") else None


def _fronted(line: Line, drafts: list[Draft], at: int) -> Draft | None:
    """Return the whole that is named first: `Of the 12 sailors, nine survived`."""
    bare = drafts[at]
    whole = drafts[0]
    place = whole.first - 1 - (line.lower(whole.first - 1) in ("the", "those", "these"))
    if whole is bare or whole.kind != "count" or whole.unit is None or place > 2 or line.lower(place) != "of":
        return None
    near = bare.first - whole.last <= 2 * _WINDOW and line.lower(whole.last) == ","
    part = bare.value is not None and whole.value is not None and bare.value < whole.value
    return whole if near and part and line.tag(bare.last)[:1] == "V" else None


def _related(line: Line, drafts: list[Draft], at: int) -> Draft | None:
    """Return the whole that a relative clause takes its part of: `46 people, 12 of whom`, `of which 400,000`."""
    bare = drafts[at]
    behind = line.lower(bare.last) == "of" and line.lower(bare.last + 1) in ("which", "whom")
    cue = lead(line, bare)
    if not behind and not (line.lower(cue) in ("which", "whom") and line.lower(cue - 1) == "of"):
        return None
    comma = cue if behind else cue - 2
    whole = drafts[at - 1] if at else None
    if whole is None or line.lower(comma) != "," or whole.kind not in _INHERITED or whole.unit is None:
        return None
    return whole if comma - whole.last <= _WINDOW // 2 else None


def _amount(line: Line, drafts: list[Draft], at: int) -> Draft | None:
    """Return the money that a bare amount goes on about: `to $5.2 million from 4.9 million`, `8 or $9`."""
    bare = drafts[at]
    before, after = drafts[at - 1] if at else None, drafts[at + 1] if at + 1 < len(drafts) else None
    if (
        before is not None
        and before.kind == "money"
        and before.last == bare.first - 1
        and _near(bare.value, before.value)
    ):
        turned = {"from": "to", "to": "from"}.get(line.lower(before.last))
        return before if turned is not None and line.lower(lead(line, before)) == turned else None
    if after is None or after.kind != "money" or line.lower(bare.last) != "or" or after.first != bare.last + 1:
        return None
    base = line.numbers[after.upto - 1].base
    near = base is not None and bare.value is not None and bare.value < base and _near(bare.value, base)
    return after if near else None


def _paralleled(line: Line, drafts: list[Draft], at: int) -> Draft | None:
    """Return the figure in the same place of the clause before: `is 84.75 cents, while the lowest is 74.07`.

    Both stand behind *at* or a form of *be*, one is no more than five times the other, and the second clause names no
    other thing (`the price is $5, while the number of shops is 12`).
    """
    bare = drafts[at]
    place = line.lower(lead(line, bare))
    if place not in _PLACES or line.tag(bare.last)[:1] in "NVJ$":
        return None
    for donor in drafts[max(0, at - 2) : at]:
        said = donor.kind in ("money", "quantity") or donor.unit == "point"
        if not said or bare.first - donor.last > _WINDOW or line.lower(lead(line, donor)) not in _PLACES:
            continue
        same = (place == "at") == (line.lower(lead(line, donor)) == "at")
        link = next((cue for cue in range(donor.last, bare.first) if line.lower(cue) in _CONTRASTS), bare.first)
        names = any(
            line.tag(between) in ("NN", "NNS", "NNP") and line.form(between).isalpha()
            for between in range(link, bare.first)
        )
        if same and link < bare.first and not names and _near(bare.value, line.numbers[donor.upto - 1].value):
            return donor
    return None


def _dated(line: Line, drafts: list[Draft], at: int) -> Draft | None:
    """Return the figure of another time whose unit is not said again: `from 6.6 percent in April to 6.2 in May`,
    `2.1 percent in the first quarter and 3.4 in the second`."""
    bare, donor = drafts[at], drafts[at - 1] if at else None
    if donor is None or donor.kind not in _LEVELS or donor.unit is None or bare.first - donor.last > _WINDOW:
        return None
    last = donor.last + 2 * (line.lower(donor.last) in ("a", "per"))  # "14 cents a share in May"
    if line.lower(lead(line, bare)) not in _TO_TIMES or not _at_time(line, last) or not _at_time(line, bare.last):
        return None
    acted = any(line.tag(place)[:1] in "VM" for place in range(donor.last, bare.first))
    return None if acted or not _near(bare.value, line.numbers[donor.upto - 1].value) else donor


def _at_time(line: Line, at: int) -> bool:
    """Tell whether a time stands at a token, behind a preposition or not: `in May`, `a year ago`, `in the second`."""
    place = at + (line.lower(at) in ("in", "on", "for", "during"))
    if place > at and line.lower(place) == "the" and line.lower(place + 1) in _RANKS:
        return line.lower(place + 2) in ("quarter", "half", "period", "", ".", ",", "and")
    return place < line.count and line.bar(line.tokens[place].start, line.tokens[place].end) is not None


def _near(one: Value | None, other: Value | None, times_over: int = 5) -> bool:
    """Tell whether neither of two values is more than so many times the other."""
    if one is None or other is None:
        return False
    return 0 < one <= times_over * other and other <= times_over * one


def _subunit(value: Value, said: Value) -> Value:
    """Return by what an amount is multiplied that was said in cents or pence."""
    return divided(1, 100) if said and value * 100 == said else 1


def _above(bare: Draft, donor: Draft) -> bool:
    return bare.value is not None and donor.value is not None and bare.value > donor.value


def _changed(line: Line, drafts: list[Draft], at: int) -> Draft | None:
    """Return the second figure of a change whose noun stands after it: `rose from 1 to 2 million visitors`."""
    bare = drafts[at]
    if at + 1 >= len(drafts) or line.lower(bare.last) != "to" or drafts[at + 1].first != bare.last + 1:
        return None
    donor = drafts[at + 1]
    named = donor.kind in _INHERITED and donor.unit is not None
    return donor if named and line.lower(bare.first - 1) == "from" else None
