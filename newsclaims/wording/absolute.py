"""Relative dates as absolute ones, in words that fit where those stood: `Thursday` is `on 6 November 2025`."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from newsclaims.model import Date
from newsclaims.pattern import compiled
from newsclaims.rule import rule
from newsclaims.table import word_classes
from newsclaims.words.sentence import Token

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SEASONS: Final = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_HALVES: Final = {"H1": "the first half", "H2": "the second half"}
_QUARTERS: Final = ("the first quarter", "the second quarter", "the third quarter", "the fourth quarter")
_DAY_PARTS: Final = {"MO": "the morning", "MI": "midday", "AF": "the afternoon", "EV": "the evening", "NI": "the night"}
_DAY: Final = compiled(r"(\d{4})-(\d\d)-(\d\d)(?:T(?:(\d\d):(\d\d)(?::00)?|([A-Z]{2})))?\Z")
_LONGER: Final = compiled(r"(\d{4})(?:-(?:(\d\d)|W(\d\d)(-WE)?|Q([1-4])|(SP|SU|FA|WI|H1|H2)))?\Z")
_YEAR: Final = compiled(r"\b(?:1[5-9]|20)\d\d\b")
_EDGE: Final = compiled(r"(?:the )?(end|start|beginning|middle) of |(early|earlier|late|later)\b[ -]", re.I)
word_class: Final = word_classes("wording")
_NOUNS: Final = ("NN", "NNS", "NNP", "NNPS", "JJ")
_MODIFIERS: Final = ("DT", "JJ", "VBN", "PRP$", "POS", "CD")  # before a date that modifies a noun
_OWNED: Final = ("'s", "'", "of")  # behind a date that is somebody's: `the last weekend of the festival`
_VAGUE: Final = ("APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER")


class UnknownDay(Exception):
    """A relative date whose day is not known, or that has no words that fit."""


def absolute(item: Date, before: Token | None, behind: Token | None, bare: bool = False) -> str:
    """Return what stands for a date between two tokens in a sentence that is read on any day.

    ``bare`` is for a date that acts (`last year was hard`) and takes no preposition.  A date that is
    absolute or vague (`in 2016`, `recently`) keeps its words.

    Raises:
        UnknownDay: where it is relative and there is no value, or none that words can say there.
    """
    if item.type not in ("DATE", "TIME") or _YEAR.search(item.text):
        return item.text
    if item.value is not None and (
        item.value.endswith("_REF") or (len(item.value) in (2, 3) and item.value.isdecimal())
    ):
        return item.text
    if item.value is None or item.mod in _VAGUE or (behind is not None and behind.lower in _OWNED):
        raise UnknownDay
    preposition, words = _spoken(item)
    word = before.lower if before is not None else ""
    if behind is not None and behind.start <= item.end + 1 and behind.tag in _NOUNS:
        if before is None or before.tag not in _MODIFIERS or not words[0].isdigit():
            raise UnknownDay
        return words  # `the Monday vote`
    if before is not None and before.tag in ("DT", "POS", "PRP$"):
        raise UnknownDay
    return (
        words
        if bare or word == preposition or word in word_class("date-governors")
        else f"{preposition} {words}".lstrip()
    )


rule("wording.absolute-date")(absolute)


def _spoken(item: Date) -> tuple[str, str]:
    """Return the preposition and the words of a value."""
    assert item.value is not None
    day = _DAY.match(item.value)
    if day:
        words = f"{int(day[3])} {MONTHS[int(day[2]) - 1]} {day[1]}"
        if day[4]:
            return "at", f"{day[4]}:{day[5]} on {words}"
        if day[6]:
            if day[6] not in _DAY_PARTS:
                raise UnknownDay
            return ("at" if day[6] == "MI" else "in" if day[6] != "NI" else "on"), f"{_DAY_PARTS[day[6]]} of {words}"
        return "on", words
    longer = _LONGER.match(item.value)
    if longer is None:
        raise UnknownDay
    year, month, week, weekend, quarter, part = longer.groups()
    if week:
        if item.mod:
            raise UnknownDay
        first = date.fromisocalendar(int(year), int(week), 6 if weekend else 1)
        return ("at" if weekend else "in"), f"the week{'end' if weekend else ''} of {_day(first)}"
    if quarter:
        words = f"{_QUARTERS[int(quarter) - 1]} of {year}"
    elif part:
        words = f"{_SEASONS[part]} {year}" if part in _SEASONS else f"{_HALVES[part]} of {year}"
    else:
        words = f"{MONTHS[int(month) - 1]} {year}" if month and 1 <= int(month) <= 12 else year
    edge = _EDGE.match(item.text)
    if edge is None:
        if item.mod:
            raise UnknownDay
        return "in", words
    if edge[1]:
        return "at", f"the {edge[1].lower()} of {words}"
    return "in" if edge[2].lower() in (
        "early",
        "late",
    ) else "", f"{edge[2].lower()} {'in ' if edge[2][-1] == 'r' else ''}{words}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
