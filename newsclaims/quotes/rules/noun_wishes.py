"""Nouns for what somebody promises or asks for: `his pledge to leave`, `made a call for a ban`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from newsclaims.quotes.draft import Draft, offsets
from newsclaims.quotes.lines import QUOTE, Line
from newsclaims.quotes.phrases import FINITE, base_left, is_time, occasion, phrase_right, times
from newsclaims.quotes.rules.noun_cues import possessor
from newsclaims.quotes.sources import group_start, speaks, subject
from newsclaims.quotes.vocabulary import word_class
from newsclaims.rule import rule

_STOPS: Final = frozenset({",", ";", ":", "—", "–", "--", "notwithstanding"})


def wish_nouns(line: Line) -> Iterator[int]:
    """Yield the items that are nouns of promising with *to*, or of asking with *for* or *to*, behind them."""
    items = line.items
    for at in range(1, len(items) - 2):
        if items[at].tag not in ("NN", "NNS"):
            continue
        to = items[at + 1].lower == "to" and items[at + 2].tag == "VB"
        asked = items[at].lower in word_class("asking-nouns")
        if (to and (asked or items[at].lemma in word_class("promising-nouns"))) or (
            asked and items[at + 1].lower == "for" and not _timed(line, at + 2)
        ):
            yield at


def _timed(line: Line, first: int) -> bool:
    """Tell whether a time or a comment is asked for: `his call for Monday`, `calls for comment`."""
    items = line.items
    end = phrase_right(line, first)
    if end <= first:
        return False
    last = items[end - 1].lower
    return last == "comment" or last in times() or is_time(items, first, end - 1)


def wish(line: Line, at: int) -> Draft | None:
    """A noun of promising or asking with who does it: `Smith's promise to leave`, `Smith issued a call for a vote`.

    What `his call for a vote` names has mostly been told before, and by him alone.
    """
    items = line.items
    who = possessor(line, at) if items[at + 1].lower == "to" else None
    if who is None:
        start = base_left(line, at)
        verb = start - 1
        if start == 0 or items[verb].tag[:2] != "VB" or items[verb].lemma not in word_class("light") | {"sound"}:
            return None
        group = items[group_start(line, verb) : verb]
        if any(item.tag == "MD" or item.lower in ("not", "n't", "never") for item in group) or not speaks(line, verb):
            return None
        who = subject(line, verb)
        if who is None or items[start].lower == "no":
            return None
    first = at + 1 if items[at + 1].lower == "to" else at + 2
    end = _end(line, first)
    if end <= first + (items[first].lower == "to"):
        return None
    span = (items[first].start, items[end - 1].end)
    return Draft(
        "quotes.noun-wish", line, [span], offsets(line, who), (items[at].start, items[at].end), items[at].lemma
    )


rule("quotes.noun-wish", needs=["for", "to"])(wish)


def _end(line: Line, first: int) -> int:
    """Return where what is promised or asked for ends: with its infinitive, before when and where it was said."""
    items = line.items
    end = _infinitive(line, first) if items[first].lower == "to" else phrase_right(line, first)
    to = items[first].lower != "to" and first < end < len(items) - 1 and items[end].lower == "to"
    if to and items[end + 1].tag == "VB":
        end = _infinitive(line, end)  # `a call for the state | to send help`
    for at in range(first + 1, end):
        if items[at].tag != QUOTE and (items[at].lower in _STOPS or _told(line, at)):
            return at
        behind = phrase_right(line, at + 1) if items[at].tag == "CC" and at + 1 < end else 0
        if at + 1 < behind < len(items) and items[behind].tag in FINITE:
            return at  # `their pledge to sell it | and police found the papers`
    return end


def _told(line: Line, at: int) -> bool:
    """Tell whether when or where it was said begins here: `his call to end it | in a speech`."""
    items = line.items
    return items[at].lower in ("in", "on", "during") and occasion(items, at)


def _infinitive(line: Line, to: int) -> int:
    """Return the end of the infinitive that begins with the item ``to``."""
    place = line.place(to + 1)
    clause = place[0].clause_of(place[1]) if place is not None else None
    if place is None or clause is None:
        return to
    parse = place[0]
    last = parse.extent(clause, place[1])
    stop = parse.tokens[last - 1].end if last == len(parse.tokens) else parse.tokens[last].start
    end = bisect_left(line.items, stop, to, key=attrgetter("start"))
    while end > to and (line.items[end - 1].tag in (".", "CC") or line.items[end - 1].lower in _STOPS):
        end -= 1
    return end
