"""Words that point at the present, the past or the future without naming a time."""

from __future__ import annotations

from newsclaims.dates.hits import Hit, Reading, fixed
from newsclaims.dates.vocabulary import word_class
from newsclaims.rule import rule
from newsclaims.table import rows

_PHRASES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _phrase, _reference in rows("dates", "references"):
    _words = tuple(_phrase.split())
    _PHRASES.setdefault(_words[0], []).append((_words, _reference))
_UNIT_LIKE = frozenset(["NN", "NNS", "CD", "JJ", "NNP"])


@rule("dates.reference-phrase", needs=_PHRASES)
def reference_phrase(reading: Reading, at: int) -> Hit | None:
    """A fixed phrase for the present, past or future: `now`, `right now`, `currently`, `these days`, `the near future`.

    The table `references.tsv` lists those that are times in at least half of their uses on newswire; `already`,
    `previously`, `once` and `then` are not.
    """
    best: tuple[int, str] | None = None
    for words, reference in _PHRASES[reading.word(at)]:
        if reading.phrase(at, words) and (best is None or len(words) > best[0]):
            best = len(words), reference
    if best is None:
        return None
    end = at + best[0]
    name = (reading.capital(at) and at > 0) or (reading.word(end) == "-" and reading.glued(end))
    if reading.word(at) == "now" and name:
        return None
    if reading.word(at) == "now" and reading.word(end) == "that":
        return None
    if reading.word(at) == "recently" and reading.word(at - 1) in ("more", "most"):
        at -= 1
    if best[1] == "CURRENT":
        if reading.tag(end)[:2] not in ("NN", "JJ", "VB", "CD", "HY"):
            return None  # a wire that carries current
        if reading.word(at - 1) in word_class("before-current") or reading.tag(at) == "JJ":
            if reading.word(end) in word_class("after-current"):
                return None
            return Hit(at, end, "DATE", "reference", fixed("PRESENT_REF"))
        return None
    return Hit(at, end, "DATE", "reference", fixed(best[1]))


@rule("dates.the-past-or-future", needs=("past", "future"))
def the_past_or_future(reading: Reading, at: int) -> Hit | None:
    """The past or the future as a noun after a preposition: `in the past`, `well into the future`, `about the future`.

    `the future of the company` and `past mistakes` are none.
    """
    word = reading.word(at)
    if reading.word(at - 1) != "the" or reading.word(at + 1) in ("of", "'s") or reading.tag(at + 1) in _UNIT_LIKE:
        return None
    if reading.word(at - 2) not in ("in", "into", "for", "about", "from", "of", "to", "with", "on"):
        return None
    return Hit(at - 1, at + 1, "DATE", "reference", fixed("PAST_REF" if word == "past" else "FUTURE_REF"))


@rule("dates.soon", needs=("soon",))
def soon(reading: Reading, at: int) -> Hit | None:
    """`soon` after a modal verb or `to`: `will soon`, `may soon`; `as soon as possible`; `soon after` is none."""
    if reading.word(at - 1) == "as" and reading.phrase(at + 1, ("as", "possible")):
        return Hit(at - 1, at + 3, "DATE", "reference", fixed("FUTURE_REF"))
    if reading.word(at + 1) in word_class("after-soon") or reading.word(at - 1) in ("as", "too", "so", "how"):
        return None
    near = {reading.word(at + step) for step in (-4, -3, -2, -1, 1)}
    if not near & word_class("before-soon"):
        return None
    return Hit(at, at + 1, "DATE", "reference", fixed("FUTURE_REF"))


@rule("dates.one-day", needs=("day", "date", "time"))
def one_day(reading: Reading, at: int) -> Hit | None:
    """An unnamed day to come or gone by: `will one day`, `some day`, `at a later date`, `at the time`."""
    if reading.word(at) == "date":
        if reading.word(at - 1) in ("later", "future") and reading.word(at - 2) in ("a", "some"):
            return Hit(at - 2, at + 1, "DATE", "reference", fixed("FUTURE_REF"))
        return None
    if reading.word(at) == "time":
        closed = reading.word(at + 1) in (".", ",", "", "”", ";", "he", "she", "they", ")")
        if not closed or not reading.phrase(at - 2, ("at", "the")):
            return None
        if reading.word(at + 1) in ("he", "she", "they") and reading.word(at - 3) not in ("said", "saying"):
            return None
        return Hit(at - 1, at + 1, "DATE", "reference", fixed("PAST_REF"))
    if reading.word(at - 1) not in ("one", "some"):
        return None
    near = {reading.word(at + step) for step in (-4, -3, -2, 1, 2)}
    if not near & (word_class("before-soon") - {"should", "expected"}):
        return None
    return Hit(at - 1, at + 1, "DATE", "reference", fixed("FUTURE_REF"))
