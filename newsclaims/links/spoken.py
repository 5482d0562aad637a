"""Days as a speaker means them: *today* in what was said on Tuesday is Tuesday.

The day on which something was said stands in the clause of the verb of saying; what the same speaker says in the next
sentences was said then too.  Where only a month or a year is named (`he said in 2016`), days reckoned from that of
publication have no value.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from newsclaims import dates
from newsclaims.fields import changed
from newsclaims.links.facts import Facts
from newsclaims.model import Date, Quote
from newsclaims.pattern import compiled
from newsclaims.syntax.parses import Parses
from newsclaims.text.document import Document

_CARRIED: Final = 4  # sentences
_DAY: Final = compiled(r"\d{4}-\d\d-\d\d")


def as_spoken(document: Document, parses: Parses, facts: Facts) -> Facts:
    """Return the facts with the dates inside quotation marks reckoned from the day on which the words were said."""
    if not facts.dates or not facts.quotes:
        return facts
    found, starts = list(facts.dates), [date.start for date in facts.dates]
    opened = [stretch.start for stretch in parses.stretches]
    spoken: Date | None = None
    last: Quote | None = None
    reread = _Reread(document, parses)
    for quote in facts.quotes:
        named = _named(parses, quote, facts.dates, starts)
        spoken = named or (spoken if last is not None and _goes_on(last, quote) else None)
        last = quote
        if spoken is None or spoken.value is None or quote.kind == "indirect":
            continue
        for start, end in quote.spans:
            for number in range(bisect_left(starts, start), bisect_left(starts, end)):
                at = bisect_right(opened, starts[number]) - 1
                if at >= 0 and starts[number] < parses.stretches[at].end:
                    found[number] = _meant(reread, found[number], spoken)
    return Facts(facts.entities, facts.claims, facts.quotes, found, facts.figures)


def said_in_quotes(parses: Parses, found: list[Date]) -> bool:
    """Tell whether a relative date stands in quoted words: said on another day they mean another."""
    opened = [stretch.start for stretch in parses.stretches]
    for date in found if opened else ():
        at = bisect_right(opened, date.start) - 1
        if _is_relative(date) and at >= 0 and date.start < parses.stretches[at].end:
            return True
    return False


def said_on_other_days(parses: Parses, quotes: list[Quote], found: list[Date], published: str | None) -> bool:
    """Tell whether one of the quotes is said to be of another day than that of publication."""
    starts = [date.start for date in found]
    days = (_named(parses, quote, found, starts) for quote in quotes)
    return any(day is not None and day.value is not None and day.value[:10] != published for day in days)


def _named(parses: Parses, quote: Quote, found: list[Date], starts: list[int]) -> Date | None:
    """Return the date in the clause of the verb that introduces a quote."""
    place = parses.locate(quote.cue.start) if quote.cue is not None else None
    clause = place[0].clause_of(place[1]) if place is not None else None
    if place is None or clause is None:
        return None
    sentence = place[0].sentence
    for date in found[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]:
        if any(start <= date.start < end for start, end in quote.spans) or not (date.value or "")[:4].isdigit():
            continue
        token = parses.locate(date.start)
        if date.type in ("DATE", "TIME") and token is not None and place[0].holder(token[1]) is clause:
            return date
    return None


def _goes_on(last: Quote, quote: Quote) -> bool:
    """Tell whether the speaker of the quote before still speaks."""
    speakers = (last.speaker.entity if last.speaker else None, quote.speaker.entity if quote.speaker else None)
    return speakers[0] is not None and speakers[0] == speakers[1] and quote.sentence - last.sentence <= _CARRIED


class _Reread:
    """The dates of a sentence as they are meant on another day, the sentence read last kept."""

    def __init__(self, document: Document, parses: Parses) -> None:
        self.document = document
        self.parses = parses
        self._key: tuple[int, str] | None = None
        self._found: dict[tuple[int, int], Date] = {}

    def at(self, date: Date, day: str) -> Date | None:
        """Return what stands in the place of a date when its sentence is said on a day."""
        if self._key != (date.sentence, day):
            place = self.parses.locate(date.start)
            read = dates.as_of(self.document, place[0].sentence, day) if place is not None else []
            self._key, self._found = (date.sentence, day), {(item.start, item.end): item for item in read}
        return self._found.get((date.start, date.end))


def _is_relative(date: Date) -> bool:
    return date.anchor == "published" or (date.value is None and date.anchor == "none")


def _meant(reread: _Reread, date: Date, spoken: Date) -> Date:
    """Return a date as it is meant by what was said on the day ``spoken``."""
    if (
        not _is_relative(date)
        or spoken.value is None
        or (spoken.anchor == "published" and spoken.value[:10] == date.value)
    ):
        return date
    if not _DAY.match(spoken.value):
        known = spoken.from_ is None or (date.from_ is not None and spoken.from_ <= date.from_ <= (spoken.to or ""))
        return date if known else changed(date, value=None, from_=None, to=None, anchor="none")
    other = reread.at(date, spoken.value[:10])
    if other is None or other.anchor != "published" or other.value == date.value:
        return date
    return changed(other, id=date.id, anchor="text", anchor_id=spoken.id)
