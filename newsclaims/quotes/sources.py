"""Who says it: the subject of a verb, as the reading of its sentence has it, in the items of a line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from operator import attrgetter

from newsclaims.quotes.lines import QUOTE, Line, Span
from newsclaims.syntax.chunks import FINITE
from newsclaims.syntax.clause import RELATIVE, Clause
from newsclaims.syntax.parse import Parse
from newsclaims.table import rows, words

_start, _end = attrgetter("start"), attrgetter("end")


@cache
def documents() -> frozenset[str]:
    """Return the things that people issue: what a statement says is said by the one who issued it."""
    media = frozenset(row[0] for row in rows("quotes", "occasions") if row[1] == "medium")
    return words("quotes", "documents") | (media - {"report", "news", "court", "ad", "column", "testimony"})


def clause_of(line: Line, verb: int) -> tuple[Parse, Clause] | None:
    """Return the clause of the verb that is item ``verb``, with the reading of its sentence."""
    place = line.parses.locate(line.items[verb].start)
    if place is None:
        return None
    parse, token = place
    clause = parse.clause_of(token)
    return None if clause is None else (parse, clause)


def subject(line: Line, verb: int) -> Span | None:
    """Return the items that are the subject of the verb, None where there is none.

    In a relative clause (`Smith, who said`) the pronoun is the subject.
    """
    found = clause_of(line, verb)
    if found is None:
        return None
    parse, clause = found
    own = clause
    for _ in range(8):
        if own.subject is not None or own.shares is None:
            break
        own = own.shares
    phrase = clause.surface()
    if phrase is None:
        return None
    if own.opener == RELATIVE and own.gap == "subject":
        return span(line, parse, own.first, own.first + 1)
    return span(line, parse, phrase.first, phrase.last)


def span(line: Line, parse: Parse, first: int, last: int) -> Span | None:
    """Return the items of a line that are tokens of a sentence, None where they stand in another line or in marks."""
    items = line.items
    start, end = parse.tokens[first].start, parse.tokens[last - 1].end
    low = bisect_right(items, start, key=_end)
    high = bisect_left(items, end, low, key=_start)
    if low >= high or items[low].start > start:
        return None
    return (low, high) if items[low].tag != QUOTE or high > low + 1 else None


def first_subject(line: Line) -> tuple[Span, int] | None:
    """Return the subject of the line's first finite verb that has one, and the item of that verb."""
    return next(subjects(line), None)


def subjects(line: Line) -> Iterator[tuple[Span, int]]:
    """Yield the subjects of the line's finite verbs, each with the item of its verb."""
    last: Clause | None = None
    for at, item in enumerate(line.items):
        if item.tag[:2] not in ("VB", "MD"):
            continue
        found = clause_of(line, at)
        if found is None or found[1] is last or found[1].verb is None or found[1].verb.kind != FINITE:
            continue
        last = found[1]
        who = subject(line, at)
        if who is not None:
            yield who, at
