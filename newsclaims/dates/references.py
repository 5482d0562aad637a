"""Words that point at the present, the past or the future without naming a time."""

from __future__ import annotations

from typing import Final

from newsclaims.dates.hits import Hit, Reading, fixed
from newsclaims.dates.vocabulary import word_class
from newsclaims.rule import rule
from newsclaims.table import rows

_PHRASES: Final[dict[str, list[tuple[tuple[str, ...], str]]]] = {}
for _phrase, _reference in rows("dates", "references"):
    _words = tuple(_phrase.split())
    _PHRASES.setdefault(_words[0], []).append((_words, _reference))
for _alike in _PHRASES.values():
    _alike.sort(key=lambda phrase: -len(phrase[0]))
_UNIT_LIKE: Final = frozenset(["NN", "NNS", "CD", "JJ", "NNP"])


def reference_phrase(reading: Reading, at: int) -> Hit | None:
    """A fixed phrase for the present, past or future: `now`, `right now`, `currently`, `these days`, `the near future`.

    The table `references.tsv` lists those that are times in at least half of their uses on newswire; `already`,
    `previously`, `once` and `then` are not.
    """
    best = reading.longest(at, _PHRASES[reading[at]])
    if best is None:
        return None
    end = at + best[0]
    part = (reading.capital(at) and at > 0) or (reading[end] == "-" and reading.glued(end)) or reading[end] == "that"
    if (reading[at] == "now" and part) or (reading[at - 1] == "as" and reading[end] == "as"):
        return None  # as recently as May
    if reading[at] == "recently" and reading[at - 1] in ("more", "most"):
        at -= 1
    if best[1] != "CURRENT":
        return Hit(at, end, "DATE", "reference", fixed(best[1]))
    if reading.tag(end)[:2] not in ("NN", "JJ", "VB", "CD", "HY") or reading[end] in word_class("after-current"):
        return None  # a wire that carries current
    named = reading[at - 1] in word_class("before-current") or reading.tag(at) == "JJ"
    return Hit(at, end, "DATE", "reference", fixed("PRESENT_REF")) if named else None


rule("dates.reference-phrase", needs=_PHRASES)(reference_phrase)


def the_past_or_future(reading: Reading, at: int) -> Hit | None:
    """The past or the future as a noun after a preposition: `in the past`, `well into the future`, `about the future`.

    `the future of the company` and `past mistakes` are none.
    """
    word = reading[at]
    if reading[at - 1] != "the" or reading[at + 1] in ("of", "'s") or reading.tag(at + 1) in _UNIT_LIKE:
        return None
    led = reading[at - 2] in ("in", "into", "for", "about", "from", "of", "to", "with", "on")
    return Hit(at - 1, at + 1, "DATE", "reference", fixed(f"{word.upper()}_REF")) if led else None


rule("dates.the-past-or-future", needs=("past", "future"))(the_past_or_future)


def soon(reading: Reading, at: int) -> Hit | None:
    """`soon` after a modal verb or `to`: `will soon`, `may soon`; `as soon as possible`; `soon after` is none."""
    if reading[at - 1] == "as" and reading.phrase(at + 1, ("as", "possible")):
        return Hit(at - 1, at + 3, "DATE", "reference", fixed("FUTURE_REF"))
    if reading[at + 1] in word_class("after-soon") or reading[at - 1] in ("as", "too", "so", "how"):
        return None
    near = {reading[at + step] for step in (-4, -3, -2, -1, 1)}
    return Hit(at, at + 1, "DATE", "reference", fixed("FUTURE_REF")) if near & word_class("before-soon") else None


rule("dates.soon", needs=("soon",))(soon)


def one_day(reading: Reading, at: int) -> Hit | None:
    """An unnamed day to come or gone by: `will one day`, `some day`, `at a later date`, `at the time`."""
    before, after = reading[at - 1], reading[at + 1]
    if reading[at] == "date":
        later = before in ("later", "future") and reading[at - 2] in ("a", "some")
        return Hit(at - 2, at + 1, "DATE", "reference", fixed("FUTURE_REF")) if later else None
    if reading[at] == "time":
        closed = after in (".", ",", "", "”", ";", ")")
        said = after in ("he", "she", "they") and reading[at - 3] in ("said", "saying")
        there = reading.phrase(at - 2, ("at", "the")) and (closed or said)
        return Hit(at - 1, at + 1, "DATE", "reference", fixed("PAST_REF")) if there else None
    near = {reading[at + step] for step in (-4, -3, -2, 1, 2)}
    counted = after in word_class("after-counted-day")  # one day nearer
    some = before in ("one", "some") and not counted and near & (word_class("before-soon") - {"should", "expected"})
    return Hit(at - 1, at + 1, "DATE", "reference", fixed("FUTURE_REF")) if some else None


rule("dates.one-day", needs=("day", "date", "time"))(one_day)
