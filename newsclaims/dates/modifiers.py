"""Words round an expression that belong to it and say which part of it or how exactly: `early next year`, `the end of
November`, `almost two years`."""

from __future__ import annotations

from newsclaims.dates.hits import Hit, Reading

_PARTS = {"early": "START", "earlier": "START", "late": "END", "later": "END", "mid": "MID"}
_EDGES = {"end": "END", "beginning": "START", "start": "START", "middle": "MID", "close": "END"}
_INEXACT = {
    "about": "APPROX",
    "around": "APPROX",
    "approximately": "APPROX",
    "roughly": "APPROX",
    "some": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "over": "MORE_THAN",
}
_EXCEEDING = frozenset(  # words after which `over ten years` is more than ten years, not during them
    ("", "for", "well", "just", "after", "in", "of", "last", "lasted", "lasting", "take", "took", "taken", "spent")
)
_PHRASES = (
    (("more", "than"), "MORE_THAN"),
    (("less", "than"), "LESS_THAN"),
    (("fewer", "than"), "LESS_THAN"),
    (("at", "least"), "EQUAL_OR_MORE"),
    (("at", "most"), "EQUAL_OR_LESS"),
    (("up", "to"), "EQUAL_OR_LESS"),
    (("no", "more", "than"), "EQUAL_OR_LESS"),
    (("no", "less", "than"), "EQUAL_OR_MORE"),
    (("not", "more", "than"), "EQUAL_OR_LESS"),
    (("close", "to"), "APPROX"),
)
_CALENDAR = frozenset(
    [
        "weekday",
        "day",
        "month",
        "month-day",
        "quarter",
        "half",
        "season",
        "year",
        "week",
        "weekend",
        "decade",
        "century",
        "holiday",
        "dated",
        "part",
    ]
)


def modified(reading: Reading, hit: Hit) -> Hit:
    """Return the hit with the modifiers to its left taken in."""
    if hit.type == "DURATION" or hit.grain in ("offset", "comparison", "clock", "clocked day", "reference"):
        hit = _inexact(reading, hit)
    if (hit.type in ("DATE", "TIME") and hit.grain.removeprefix("dated ") in _CALENDAR) or hit.grain == "clocked day":
        hit = _edge(reading, _part(reading, hit))
    return hit


def _part(reading: Reading, hit: Hit) -> Hit:
    """Take in `early`, `late`, `mid-`, `earlier`, `later`, and `the` before them."""
    before = reading.before(hit.start)
    word = reading.word(before)
    the = reading.word(hit.start) == "the" and word in ("earlier", "later")
    mod = _PARTS.get(word)
    running = hit.grain in ("year", "month", "week", "decade", "quarter", "season") and reading.word(hit.start) == "the"
    if word == "in" and running and reading.word(before - 1) in ("earlier", "later", "late", "early"):
        return hit.widened(before - 1, hit.end, _PARTS[reading.word(before - 1)])
    if mod is None or the:
        return hit
    if (
        word in ("earlier", "later")
        and hit.grain in ("decade", "century", "dated", "part")
        and reading.word(hit.start) not in ("this", "last")
    ):
        return hit
    if word == "early" and reading.word(before - 1) == "as" and reading.word(before + 1) == "as":
        return hit
    start = before
    if reading.word(before - 1) in ("the",) and word in ("early", "late", "mid"):
        start = before - 1
    return hit.widened(start, hit.end, mod)


def _edge(reading: Reading, hit: Hit) -> Hit:
    """Take in `the end of`, `the beginning of`, `the middle of`."""
    if reading.word(hit.start - 1) != "of":
        return hit
    if any(reading.phrase(hit.start - 3, (word, "hours")) for word in ("early", "wee", "small")) and hit.grain in (
        "weekday",
        "day",
        "month-day",
    ):
        start = hit.start - 3
        return hit.widened(start - (reading.word(start - 1) == "the"), hit.end, "START")
    mod = _EDGES.get(reading.word(hit.start - 2))
    if mod is None or reading.word(hit.start - 2) == "close":
        return hit
    start = hit.start - 2
    if reading.word(start - 1) in ("the", "very"):
        start -= 1
    return hit.widened(start, hit.end, mod)


def _inexact(reading: Reading, hit: Hit) -> Hit:
    """Take in `about`, `nearly`, `more than`, `at least` before a number, a clock time or `a year ago`."""
    first = reading.word(hit.start)
    if first in ("the", "this", "last", "each", "next", "past"):
        return hit
    if hit.grain == "clocked day" and not first[:1].isdigit() and first not in ("noon", "midnight"):
        return hit
    for words, mod in reversed(_PHRASES):
        if reading.phrase(hit.start - len(words), words) and hit.start >= len(words):
            return hit.widened(hit.start - len(words), hit.end, mod)
    word = reading.word(hit.start - 1)
    if word not in _INEXACT or hit.grain == "reference":
        return hit
    if word in ("over", "some") and (
        hit.type != "DURATION" or (first[:1].isalpha() and reading.tag(hit.start) not in ("CD", "DT"))
    ):
        return hit
    if word == "over" and reading.word(hit.start - 2) not in _EXCEEDING:
        return hit
    if (
        word == "about"
        and reading.tag(hit.start - 2) in ("NN", "NNS")
        and hit.type != "DURATION"
        and hit.grain != "clock"
    ):
        return hit
    return hit.widened(hit.start - 1, hit.end, _INEXACT[word])
