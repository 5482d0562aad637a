"""Whether an expression looks back or ahead: cue words and the tense of the verb that it hangs on."""

from __future__ import annotations

from typing import Final

from newsclaims.dates.hits import Reading
from newsclaims.dates.vocabulary import word_class

PAST: Final = -1
FUTURE: Final = 1
UNKNOWN: Final = 0
_REACH: Final = 14
_LABEL: Final = 6  # tokens of a label, and between it and what it says
_FINITE: Final = frozenset(("MD", "VBD", "VBP", "VBZ"))
_AHEAD: Final = frozenset(("by", "until", "till"))
_HALVES: Final = frozenset(("am", "pm", "a.m.", "p.m."))
_BEFORE_NOUN: Final = frozenset(("DT", "JJ", "PRP$", "POS"))
_STOPS: Final = frozenset((";", "“", "”", '"', "``", "''", ":"))


def direction(reading: Reading, start: int, end: int) -> int:
    """Return PAST, FUTURE or UNKNOWN for the expression at tokens ``start`` to ``end``."""
    if announced(reading, start, end):
        return FUTURE
    if reading[start - 1] == "on" and reading[start - 2] in _HALVES:  # by 5 p.m. on Friday
        start -= 3
    elif reading[start - 1] in _HALVES:
        start -= 2
    if reading.phrase(start - 2, ("as", "of")):  # 24 percent as of March, but: will be open as of July
        return FUTURE if _leftward(reading, start) == FUTURE and reading.lower & word_class("modals") else PAST
    for _ in range(4):  # until mid-November, by the end of May
        if reading[start - 1] not in word_class("parts-of-periods") or start < 2:
            break
        if reading.phrase(start - 2, ("ahead", "of")):
            return UNKNOWN
        start -= 1
    last = reading[start - 1]
    if last == "since" or "than" in (last, reading[start - 2] if last in ("in", "on") else ""):
        return PAST
    if last == "and" and reading.phrase(start - 3, ("between", "now")):
        return FUTURE
    if last == "but" or (last == "and" and reading[start - 2] == ","):  # a new clause
        return _rightward(reading, end)
    if last in _AHEAD and reading[end] != "deadline":
        had = "had" in (reading[at] for at in range(start - 9, start - 1))
        past = had or (_leftward(reading, start) == UNKNOWN and _rightward(reading, end) == PAST)
        return PAST if past else FUTURE
    if last in word_class("scheduled"):
        return FUTURE
    record = reading[start - 2] == "set" and last == "on"
    if reading[start - 2] in word_class("scheduled") and last in ("on", "for", "in", "at", "to", "from") and not record:
        return FUTURE
    part = last == "on" and reading[start - 2] in ("early", "late", "later")
    if part and reading[start - 3] in word_class("scheduled"):  # due early on Friday
        return FUTURE
    left = _leftward(reading, start)
    return left if left != UNKNOWN else _rightward(reading, end)


def announced(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a label without a verb names what is to come: `Deadline: Christmas`, `Next match: Sunday`."""
    if ":" not in reading.lower:
        return False
    colon = next((at for at in range(start - 1, max(0, start - _LABEL), -1) if reading[at] == ":"), 0)
    label = {reading[at] for at in range(colon)} if colon <= _LABEL else set()
    if not label.isdisjoint(word_class("bygone")):
        return False  # Last meeting: Thursday
    if any(reading[at] in ("after", "before", "from") for at in range(colon, start)):
        return False  # one year after Christmas
    return bool(label & word_class("announcing")) and not any(
        reading.tag(at) in _FINITE for at in range(min(end + _REACH, reading.count)) if not start <= at < end
    )


def happened(reading: Reading, start: int) -> bool:
    """Tell whether the verb before an expression says what came about then: `fell on`, `since`, not `set it for`."""
    last = reading[start - 1]
    if last not in ("on", "by"):
        return last == "since"
    for at in range(start - 2, max(-1, start - _REACH), -1):
        tag = reading.tag(at)
        if tag[:2] in ("VB", "MD", "TO"):
            past = tag == "VBD" or (tag == "VBN" and reading[at - 1] in ("was", "were"))
            arranged = at < start - 2 and reading[at] in word_class("arranging")
            return past and not arranged and reading[at] not in word_class("plans")
        if reading[at] in _STOPS or reading[at] in word_class("scheduled"):
            return False
    return False


def _leftward(reading: Reading, start: int) -> int:
    """Read the nearest verb before the expression in its clause."""
    at = start - 1
    while at >= 0 and at >= start - _REACH:
        word, tag = reading[at], reading.tag(at)
        if word in _STOPS:
            return UNKNOWN
        if word in ("until", "till"):  # vowed to stay until the convention in July
            told = next(
                (place for place in range(at - 1, max(0, at - _LABEL), -1) if reading.tag(place)[:2] == "VB"), at
            )
            if reading.tag(told) == "VB" and reading.tag(told - 1) == "TO":
                return FUTURE
        if (word in word_class("modals") and tag in ("MD", "")) or word in ("wo", "'ll"):
            return PAST if _have_follows(reading, at) else FUTURE
        if tag == "VBD":
            planned = word in ("was", "were") and _plan_follows(reading, at, start)
            fixed = reading.phrase(at + 1, ("set", "on"))  # the date was set on Friday
            return FUTURE if planned and not fixed and reading[at + 1] in ("due", "set", "scheduled") else PAST
        if tag == "TO" and reading.tag(at + 1) == "VB":
            found = _planned(reading, at) or _governor(reading, at)
            allowed = reading.tag(at - 1) == "VBN" and reading[at - 2] == "be"
            if not allowed and (found != UNKNOWN or reading.tag(at - 1)[:2] != "JJ"):
                return found
            at -= 1  # will be able, will be allowed to play on Sunday: the verb above tells
        if tag in ("VBZ", "VBP"):
            return _present(reading, at, start)
        if word in ("open", "close") and reading.tag(at - 1) == "NNS" and _opens(reading, at):
            return FUTURE
        helper = reading[at - 2 if reading.tag(at - 1)[:2] == "RB" else at - 1]
        modifier = reading.hyphened(at - 1) or (reading.tag(at + 1)[:2] == "NN" and reading.tag(at - 1) in _BEFORE_NOUN)
        reached = (
            at == start - 2 and reading[start - 1] == "on" and reading.tag(at - 1) == "NN"
        )  # its high set on Aug. 6
        plain = (reached or word not in word_class("plans")) and helper not in word_class("auxiliaries")
        if tag == "VBN" and plain and not modifier:  # not star-studded, a rebuilt bridge
            return PAST
        if tag == "VB" and reading[at - 1] in word_class("modals"):
            return FUTURE
        at -= 1
    return UNKNOWN


def _opens(reading: Reading, at: int) -> bool:
    """Tell whether `open` behind a plural is its verb: `Polls open at 7`, not `kept the polls open`."""
    return not any(reading.tag(before)[:2] in ("VB", "MD") for before in range(max(0, at - _LABEL), at))


def _rightward(reading: Reading, end: int) -> int:
    """Read the first verb after the expression: `On Thursday the court will ...`."""
    for at in range(end, min(end + _REACH, reading.count)):
        word, tag = reading[at], reading.tag(at)
        if word in _STOPS:
            return UNKNOWN
        if word in ("will", "shall", "'ll", "wo"):
            return PAST if _have_follows(reading, at) else FUTURE
        if tag == "VBD":
            return PAST
        if word in ("is", "are") and (reading[at + 1] in word_class("plans") or reading[at + 1] == "to"):
            return FUTURE
        if tag in ("VBZ", "VBP"):
            return UNKNOWN
    return UNKNOWN


def _have_follows(reading: Reading, at: int) -> bool:
    return "have" in (reading[at + 1], reading[at + 2]) and reading.tag(at + 2) in ("VBN", "RB", "VB", "VBP")


def _plan_follows(reading: Reading, at: int, start: int) -> bool:
    return any(reading[position] in word_class("plans") for position in range(at + 1, min(at + 3, start)))


def _planned(reading: Reading, at: int) -> int:
    """Read a plan before an infinitive: `is expected to meet`, but `had been due to expire`."""
    for before in range(at - 1, max(-1, at - 4), -1):
        if reading[before] in word_class("plans"):
            if reading[before] == "going" and {"was", "were"} & {reading[before - 1], reading[before - 2]}:
                return UNKNOWN  # it was always going to be hard
            return PAST if "had" in (reading[before - 1], reading[before - 2]) else FUTURE
    return UNKNOWN


def _governor(reading: Reading, at: int) -> int:
    """Read the verb right above an infinitive: `is to meet`, `voted to declare`; a noun above it says nothing."""
    before = at - 2 if reading.tag(at - 1)[:2] == "RB" else at - 1
    word, tag = reading[before], reading.tag(before)
    if word in ("is", "are", "has", "have", "'s", "'re") or (word == "," and reading[at + 1] == "be"):
        return FUTURE  # their motion, to be debated on Thursday
    if tag in ("VBD", "VBN"):
        return PAST
    return FUTURE if tag in ("VBZ", "VBP", "MD") else UNKNOWN


def _present(reading: Reading, at: int, start: int) -> int:
    word = reading[at]
    if word in ("has", "have", "'ve"):
        return PAST
    if word in ("says", "say", "said"):
        return UNKNOWN
    if word in ("is", "are", "'s", "'re"):
        after = reading.tag(at + 1)
        open_ = after != "VBN" and start - at <= 4 + (after == "VBG")
        return FUTURE if open_ or _plan_follows(reading, at, start) else UNKNOWN
    near = start - at <= 6 and reading[start + 1] != "'s" and reading.sentence.part != "headline"
    return FUTURE if (near and word not in word_class("telling")) or word in word_class("events") else UNKNOWN
