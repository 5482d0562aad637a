"""Stretches of time without a number: `for years`, `recent months`, `weeks of talks`."""

from __future__ import annotations

from newsclaims.dates.durations import units_code
from newsclaims.dates.hits import Hit, Reading, fixed
from newsclaims.dates.vocabulary import UNITS, word_class
from newsclaims.rule import rule


@rule("dates.vague-duration", needs=frozenset(word for word, (_, number) in UNITS.items() if number == "many"))
def vague_duration(reading: Reading, at: int) -> Hit | None:
    """Units without a number: `for years`, `within weeks`, `recent months`, `months of talks`, `decades of war`.

    A bare plural needs a preposition before it or `of` after it.  `coming weeks` is FUTURE_REF, `past years` PAST_REF.
    """
    unit, _ = UNITS[reading.word(at)]
    if unit in ("SE", "Q", "N") and reading.word(at - 1) not in ("recent", "coming", "future"):
        return None
    lead = reading.word(at - 1)
    if lead.endswith(("watt", "watts")):
        return None
    start = at - 2 if reading.word(at - 2) == "the" else at - 1
    if lead in ("coming", "future", "upcoming"):
        return Hit(start, at + 1, "DATE", "reference", fixed("FUTURE_REF"))
    if lead == "past" and reading.word(at - 2) != "the":
        return Hit(start, at + 1, "DATE", "reference", fixed("PAST_REF"))
    value = units_code("M" if unit == "Q" else unit, None)
    if lead in ("recent", "past", "last", "intervening"):
        return Hit(start, at + 1, "DURATION", "duration", fixed(value))
    age = reading.word(at + 1) in ("old", "ago") or reading.hyphened(at + 1)
    if lead in word_class("before-vague-duration") and not age:
        if lead == "of" and reading.word(at - 2) in ("hundreds", "dozens", "thousands", "number", "couple", "millions"):
            at_number = at - 2
            return Hit(at_number, at + 1, "DURATION", "duration", fixed(value))
        if lead in ("of", "during", "through") and unit not in ("Y", "M", "W", "D", "DE", "CE"):
            return None
        end = at + 1
        if reading.word(end) == "or" and UNITS.get(reading.word(end + 1), ("", ""))[1] == "many":
            return Hit(at, end + 2, "DURATION", "duration", fixed(value), mod="APPROX")
        if lead == "of" and reading.tag(at - 2)[:2] not in ("NN", "VB", "RB"):
            return None
        return Hit(at, end, "DURATION", "duration", fixed(value))
    after = reading.word(at + 1)
    if after in ("of", "after", "later", "before", "earlier", "in") and lead not in ("the", "these", "those"):
        if (after == "in" and lead not in ("for", "after")) or reading.tag(at - 1)[:2] == "JJ":
            return None
        return Hit(at, at + 1, "DURATION", "duration", fixed(value))
    return None
