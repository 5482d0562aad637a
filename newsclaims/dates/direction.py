"""Whether an expression looks back or ahead: cue words and the tense of the verb that it hangs on."""

from __future__ import annotations

from newsclaims.dates.hits import Reading
from newsclaims.dates.vocabulary import word_class

PAST, FUTURE, UNKNOWN = -1, 1, 0
_REACH = 14
_AHEAD = frozenset(("by", "until", "till"))
_HALVES = frozenset(("am", "pm", "a.m.", "p.m."))
_STOPS = frozenset((";", "“", "”", '"', "``", "''", ":"))


def direction(reading: Reading, start: int, end: int) -> int:
    """Return PAST, FUTURE or UNKNOWN for the expression at tokens ``start`` to ``end``."""
    if reading.word(start - 1) == "on" and reading.word(start - 2) in _HALVES:  # by 5 p.m. on Friday
        start -= 3
    elif reading.word(start - 1) in _HALVES:
        start -= 2
    for _ in range(4):  # until mid-November, by the end of May
        if reading.word(start - 1) not in word_class("parts-of-periods") or start < 2:
            break
        if reading.phrase(start - 2, ("ahead", "of")):
            return UNKNOWN
        start -= 1
    if reading.word(start - 1) == "since":
        return PAST
    if reading.word(start - 1) in _AHEAD and "had" in (reading.word(at) for at in range(start - 9, start - 1)):
        return PAST
    if reading.word(start - 1) in _AHEAD:
        alone = _leftward(reading, start) == UNKNOWN and _rightward(reading, end) == PAST
        return PAST if alone else FUTURE
    if reading.word(start - 1) in word_class("scheduled"):
        return FUTURE
    last = reading.word(start - 1)
    if reading.word(start - 2) in word_class("scheduled") and last in ("on", "for", "in", "at", "to", "from"):
        return FUTURE
    part = last == "on" and reading.word(start - 2) in ("early", "late", "later")
    if part and reading.word(start - 3) in word_class("scheduled"):  # due early on Friday
        return FUTURE
    left = _leftward(reading, start)
    return left if left != UNKNOWN else _rightward(reading, end)


def _leftward(reading: Reading, start: int) -> int:
    """Read the nearest verb before the expression in its clause."""
    at = start - 1
    while at >= 0 and at >= start - _REACH:
        word, tag = reading.word(at), reading.tag(at)
        if word in _STOPS:
            return UNKNOWN
        if (word in word_class("modals") and tag in ("MD", "")) or word in ("wo", "'ll"):
            return PAST if _have_follows(reading, at) else FUTURE
        if tag == "VBD":
            if word in ("was", "were", "had") and _plan_follows(reading, at, start):
                return FUTURE if reading.word(at + 1) in ("due", "set", "scheduled") and word != "had" else PAST
            return PAST
        if tag == "TO" and reading.tag(at + 1) == "VB":
            return _planned(reading, at) or _governor(reading, at)
        if tag in ("VBZ", "VBP"):
            return _present(reading, at, start)
        helper = reading.word(at - 2 if reading.tag(at - 1)[:2] == "RB" else at - 1)
        if tag == "VBN" and word not in word_class("plans") and helper not in word_class("auxiliaries"):
            return PAST
        if tag == "VB" and reading.word(at - 1) in word_class("modals"):
            return FUTURE
        at -= 1
    return UNKNOWN


def _rightward(reading: Reading, end: int) -> int:
    """Read the first verb after the expression: `On Thursday the court will ...`."""
    for at in range(end, min(end + _REACH, reading.count)):
        word, tag = reading.word(at), reading.tag(at)
        if word in _STOPS:
            return UNKNOWN
        if word in ("will", "shall", "'ll") or word == "wo":
            return PAST if _have_follows(reading, at) else FUTURE
        if tag == "VBD":
            return PAST
        if word in ("is", "are") and (reading.word(at + 1) in word_class("plans") or reading.word(at + 1) == "to"):
            return FUTURE
        if tag in ("VBZ", "VBP"):
            return UNKNOWN
    return UNKNOWN


def _have_follows(reading: Reading, at: int) -> bool:
    return "have" in (reading.word(at + 1), reading.word(at + 2)) and reading.tag(at + 2) in ("VBN", "RB", "VB", "VBP")


def _plan_follows(reading: Reading, at: int, start: int) -> bool:
    return any(reading.word(position) in word_class("plans") for position in range(at + 1, min(at + 3, start)))


def _planned(reading: Reading, at: int) -> int:
    """Read a plan before an infinitive: `is expected to meet`, but `had been due to expire`."""
    for position in range(at - 1, max(-1, at - 4), -1):
        if reading.word(position) in word_class("plans"):
            return PAST if "had" in (reading.word(position - 1), reading.word(position - 2)) else FUTURE
    return UNKNOWN


def _governor(reading: Reading, at: int) -> int:
    """Read the verb right above an infinitive: `is to meet`, `voted to declare`; a noun above it says nothing."""
    before = at - 2 if reading.tag(at - 1)[:2] == "RB" else at - 1
    word, tag = reading.word(before), reading.tag(before)
    if word in ("is", "are", "has", "have", "'s", "'re"):
        return FUTURE
    if word == "," and reading.word(at + 1) == "be":
        return FUTURE  # their motion, to be debated on Thursday
    if tag in ("VBD", "VBN"):
        return PAST
    return FUTURE if tag in ("VBZ", "VBP", "MD") else UNKNOWN


def _present(reading: Reading, at: int, start: int) -> int:
    word = reading.word(at)
    if word in ("has", "have", "'ve"):
        return PAST
    if word in ("says", "say", "said"):
        return UNKNOWN
    after = reading.tag(at + 1)
    if word in ("is", "are", "'s", "'re"):
        if any(reading.word(position) in word_class("plans") for position in range(at + 1, min(at + 3, start))):
            return FUTURE
        return UNKNOWN if after == "VBN" or start - at > 4 + (after == "VBG") else FUTURE
    text = reading.sentence.part != "headline" and reading.word(start + 1) != "'s"
    near = start - at <= 6 and text and word not in word_class("telling")
    return FUTURE if (near and word not in word_class("telling")) or word in word_class("events") else UNKNOWN
