"""The same people or things counted twice, with different numbers: `14 people were killed … the 12 people killed`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from newsclaims.checks.reading import F, Finding, Line, Reading, spans
from newsclaims.facts.values import figures_apart
from newsclaims.model import Figure
from newsclaims.rule import rule
from newsclaims.table import words

_STEM = 5
_WORD = re.compile(r"[a-z]{4,}")
_PARTIAL = re.compile(
    r"\b(?:other|another|more|further|additional|remaining|rest|first|last|former|only|extra|new|next|among|including)\b",
    re.I,
)
_MOST = 20  # different numbers of one deed that are remembered
_FEWEST = 3  # smaller numbers count parts of a crowd more often than the crowd


@cache
def _again() -> re.Pattern[str]:
    """Return the pattern of a count that points back: `the 12 people killed`, `all 12 who died`, `the 12 dead`."""
    return re.compile(
        rf"\b(?P<the>[Tt]he|[Aa]ll(?: the)?|[Tt]hese|[Tt]hose) {F}(?: (?:people|men|women|workers|others))?"
        r"(?:,? (?:who|that|which))?(?: (?:were|was|have been|had been|have|had|are|has))? (?P<did>[a-z]{3,})"
    )


def count_variant(reading: Reading) -> Iterator[Finding]:
    """A number of people or things told again with another value: `Fire killed 14 people. … The 12 people killed were`.

    The second points back (`the`, `all`) and says what happened to them with a word of the first.  Silent when the
    article gives the second number anywhere else, when parts are counted (`the other 12`), or when the two are not
    within a third of each other.
    """
    told: dict[str, list[Figure]] = {}
    values = Counter(item.value for line in reading.lines for item in line.figures)
    for line in reading.body:
        for found, (figure,) in line.matches(_again()):
            part = line.text[max(0, found.start() - 3) : found.start()] == "of "  # `six of the eight`
            if part or not _counted(figure) or _PARTIAL.search(found.group()) or values[figure.value] > 1:
                continue
            first = _told_before(figure, told.get(_deed(found["did"]), []))
            if first is not None:
                yield Finding(f"first {first.text}, then {figure.text}", spans(first, figure), "warning")
        for item in line.figures:
            for deed in _deeds(line, item) if _counted(item) else ():
                known = told.setdefault(deed, [])
                if len(known) < _MOST and not any(item.value == one.value and item.unit == one.unit for one in known):
                    known.append(item)


rule("checks.count-variant")(count_variant)


def _counted(figure: Figure) -> bool:
    exact = figure.comparator in (None, "=") and not figure.approximate and figure.low is None
    return figure.kind == "count" and exact and (figure.value or 0) >= _FEWEST


def _deed(word: str) -> str:
    """Return the stem of what happened to those counted; all words for dying are one."""
    return "death" if word in words("checks", "deaths") else word[:_STEM]


def _deeds(line: Line, figure: Figure) -> frozenset[str]:
    """Return the stems of the words near a count."""
    place = figure.start - line.start
    return frozenset(map(_deed, _WORD.findall(line.raw[max(0, place - 60) : place + len(figure.text) + 60].lower())))


def _told_before(figure: Figure, told: list[Figure]) -> Figure | None:
    """Return the one number of the same noun and deed that was told before, if it is another."""
    same = [item for item in told if _same_noun(item, figure)]
    values = {item.value for item in same}
    if len(values) != 1 or figure.value in values:
        return None
    ratio = (same[0].value or 0) / (figure.value or 1)
    return same[0] if 0.67 <= ratio <= 1.5 else None


def _same_noun(one: Figure, other: Figure) -> bool:
    people = _people()
    return one.unit == other.unit or (one.unit in people and other.unit in people) or None in (one.unit, other.unit)


@cache
def _people() -> frozenset[str]:
    return words("checks", "people") | {"people", "person", "victim"}


def count_back(reading: Reading) -> Iterator[Finding]:
    """A count that points back with another number: `14 buses were sold. … All 12 buses were old.`

    `The`, `all`, `those` and `none of the` point back where the noun, its words before it too, was counted once before,
    in the last three paragraphs, and nothing behind the noun picks some of them out (`the 12 buses in Leeds`).
    """
    told: dict[str, list[tuple[Line, Figure]]] = {}
    values = Counter(item.value for line in reading.lines for item in line.figures)
    for line in reading.body:
        for found, (figure, *_) in line.matches(_pointing()):
            noun = _noun(figure)
            before = told.get(noun, []) if noun and _counted(figure) and values[figure.value] == 1 else []
            near = [item for other, item in before if other.paragraph >= line.paragraph - _PARAGRAPHS]
            if len(before) != 1 or not near or near[0].value == figure.value or _PARTIAL.search(found.group()):
                continue
            ratio = (near[0].value or 0) / (figure.value or 1)
            ahead = reading.article.text[max(0, near[0].start - 20) : near[0].end]
            if _counted(near[0]) and 0.5 <= ratio <= 2 and not _PARTIAL.search(ahead):
                yield Finding(f"first {near[0].text}, then {figure.text}", spans(near[0], figure), "warning")
        for item in line.figures:
            noun = _noun(item)
            if noun and item.kind == "count":
                told.setdefault(noun, []).append((line, item))


rule("checks.count-back")(count_back)


def measure_back(reading: Reading) -> Iterator[Finding]:
    """A measure that points back with another number: `has 8.7 GW of wind power. That 7.8 GW is more than …`.

    `That` opens the sentence, and the one before has one measure of its unit and kind.
    """
    pattern = re.compile(rf"^[“\"]?(?:That|Those|These) {F}(?! (?:of|in|from|to)\b)")
    for before, line in pairwise(reading.body):
        for _, (figure,) in line.matches(pattern):
            known = [item for item in before.figures if (item.kind, item.unit) == (figure.kind, figure.unit)]
            if figure.kind in ("quantity", "money", "percent") and len(known) == 1 and _apart(known[0], figure):
                yield Finding(f"first {known[0].text}, then {figure.text}", spans(known[0], figure), "warning")


rule("checks.measure-back")(measure_back)


def _apart(one: Figure, other: Figure) -> bool:
    ratio = (one.value or 0) / (other.value or 1)
    return figures_apart(one, other) == "apart" and 0.5 <= ratio <= 2


_PARAGRAPHS = 3


@cache
def _pointing() -> re.Pattern[str]:
    verb = r"(?:is|are|was|were|has|have|had|will|would|could|can|did|do|may|must|should|now|all|[a-z]{3,}ed)\b"
    return re.compile(
        rf"(?:^|[“ ])(?:(?:[Tt]he|(?:[Aa]ll|[Nn]one|[Ee]ach)(?: of)?(?: the| these| those)?) {F}(?= {verb})|"
        rf"[Tt](?:hese|hose) {F}(?! (?:of|in|at|from|who|that|which|with|whose|to|for|on|by|whom)\b))"
    )


def _noun(figure: Figure) -> str:
    """Return the words of a count behind its number, without an ending of the plural: `new cars` as `new car`."""
    words_ = figure.text.lower().split()[1:]
    return " ".join(words_).removesuffix("s") if words_ and not words_[0][:1].isdigit() else ""
