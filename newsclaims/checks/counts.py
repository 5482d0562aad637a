"""The same number told twice: the headline against the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaims.checks.classes import word_class
from newsclaims.checks.reading import Finding, Line, Reading, spans
from newsclaims.facts.tolerance import step
from newsclaims.model import Date, Figure
from newsclaims.rule import rule
from newsclaims.table import words

_WORD = re.compile(r"[a-z]{4,}")
_MOST_HEADED = 10  # numbers of a headline, and lengths of time, that are looked for in the text
_VAGUE = re.compile(r"(?:dozens|scores|hundreds|thousands|millions|billions)\b", re.I)
_COMPARED = frozenset(("count", "number", "money", "percent", "percentage_point", "quantity", "ratio"))
_HOURS = {"H": 1.0, "D": 24.0, "W": 168.0, "M": 730.5, "Y": 8766.0}


def stems_in(raw: str, size: int = 4) -> frozenset[str]:
    """Return the first letters of the words of a sentence; those that tell of deaths are one."""
    found = {word for word in _WORD.findall(raw.lower()) if word not in word_class("common-in-headlines")}
    stems = {word[:size] for word in found}
    return frozenset(stems | {"death"} if found & words("checks", "deaths") else stems)


class Stems(dict[int, frozenset[str]]):
    """The stems of the lines that have been asked for, by their number."""

    def __init__(self, size: int = 4) -> None:
        self._size = size

    def __call__(self, line: Line) -> frozenset[str]:
        if line.index not in self:
            self[line.index] = stems_in(line.raw, self._size)
        return self[line.index]


def _same_kind(one: Figure, other: Figure) -> bool:
    return one.kind == other.kind or {one.kind, other.kind} in ({"count", "number"}, {"ratio", "percent"})


def _same_unit(one: Figure, other: Figure) -> bool:
    people = words("checks", "people") | {"people", "person", "death", "victim", None}
    return one.unit == other.unit or (one.unit in people and other.unit in people)


def _agree(headline: Figure, body: Figure) -> bool:
    """Return whether the headline's number may stand for the body's: equal, rounded, or its bound."""
    value, other = headline.value or 0, body.value or 0
    if headline.kind == "ratio" and body.kind == "percent":
        return abs(value * 100 - other) <= 2.5
    if headline.comparator and body.comparator and headline.comparator[0] == body.comparator[0] in "<>":
        return abs(value - other) <= max(step(headline), step(body)) / 2  # two like bounds
    if headline.comparator in (">", ">="):
        return value * 0.999 <= other <= value * 1.6
    if headline.comparator in ("<", "<="):
        return other <= value * 1.001
    half = (step(headline) + step(body)) / 2 if step(headline) >= 1000 or "." in headline.text + body.text else 0.0
    if abs(value - other) <= half:
        return True
    last = step(headline) or 1.0
    while value and value % (last * 10) == 0 and last * 10 < value:
        last *= 10
    # a round number may stand for what is rounded up to it, or for anything it leaves the rest of out
    return last > step(headline) and -last / 2 <= other - value < last


def _adds_up(headline: Figure, line: Line) -> bool:
    """Return whether the numbers of one sentence make the headline's: `900 rescued`, `saved over 700 … 200 more`."""
    parts = [item.value or 0 for item in line.figures if item.kind in ("count", "number", "money")][:6]
    sums = {sum(parts[at:end]) for at in range(len(parts)) for end in range(at + 2, len(parts) + 1)}
    return headline.value in sums


def headline_number(reading: Reading) -> Iterator[Finding]:
    """A number in the headline that the body tells differently: headline `kills 24`, body `killed at least 23 people`.

    The body must count the same thing in a sentence that shares a word with the headline, and nowhere give the
    headline's number; a round headline number (`6,000`) may stand for any that rounds to it.
    """
    stems_of = Stems()
    for line in reading.lines:
        if line.part != "headline":
            continue
        stems = stems_of(line)
        for figure in line.figures[:_MOST_HEADED]:
            if figure.kind not in _COMPARED or figure.value is None or _VAGUE.match(figure.text):
                continue
            told = ((other, item) for other in reading.body for item in other.figures if item.value is not None)
            same = [(other, item) for other, item in told if _same_kind(figure, item)]
            if not same or any(_adds_up(figure, other) for other in reading.body[:6]):
                continue
            if any(
                _agree(figure, item)
                and ((figure.unit == item.unit and figure.comparator in (None, "=", "~")) or stems & stems_of(other))
                for other, item in same
            ):
                continue
            for other, item in same:
                scale = 100 if figure.kind == "ratio" and item.kind == "percent" else 1
                near = 0.5 <= (item.value or 0) / ((figure.value or 1) * scale) <= 2
                alike = scale == 1 and figure.kind != "money" and _same_unit(figure, item)  # money is of many things
                if near and len(stems & stems_of(other)) >= (1 if alike else 2):
                    yield Finding(f"the headline says {figure.text}, the text {item.text}", spans(figure, item))
                    break


rule("checks.headline-number")(headline_number)


def headline_score(reading: Reading) -> Iterator[Finding]:
    """A score in the headline that the text does not give: `Harriers snatch 3-1 win` … `beating Dunmere 3-2`.

    The first three sentences of the text must give a score, and the whole text nowhere the headline's, either way
    round.  A season's record (`improved to 12-3`) is no score.
    """
    results = ((line, item) for line in reading.lines for item in line.figures if item.kind == "score")
    scores = [
        (line, item)
        for line, item in results
        if item.low is not None and item.high is not None and not _RECORD.search(line.raw[: item.start - line.start])
    ]
    told = {frozenset((item.low, item.high)) for line, item in scores if line.part != "headline"}
    early = [item for line, item in scores if line in reading.body[:3]]
    for line, item in scores if early else ():
        if line.part == "headline" and frozenset((item.low, item.high)) not in told:
            yield Finding(f"the headline says {item.text}, the text {early[0].text}", spans(item, early[0]), "warning")


rule("checks.headline-score")(headline_score)


_RECORD = re.compile(
    r"\b(?:improv\w+|fell|falls?|dropp?\w*|mov\w+|slipp?\w*|go|goes|going|went|are|is|was|were|now|record|mark|start\w*|at)"
    r"(?: to| of| a| an| now| with)*,? \Z|\($",
    re.I,
)


def headline_length(reading: Reading) -> Iterator[Finding]:
    """A length of time in the headline that the body tells differently: `jailed for six years`, body `for eight`.

    The body must tell it in a sentence that shares two words with the headline, and nowhere give the headline's length.
    """
    lengths = [item for item in reading.article.dates if item.type == "DURATION" and _hours(item)]
    inside = {item.id: reading.lines[item.sentence] for item in lengths}
    body = [item for item in lengths if inside[item.id].part in ("body", "dateline")]
    stems_of = Stems(5)
    for item in [one for one in lengths if inside[one.id].part == "headline"][:_MOST_HEADED]:
        line = inside[item.id]
        if any(_close(_hours(item), _hours(other)) for other in body):
            continue
        for other in body:
            shared = stems_of(line) & stems_of(inside[other.id])
            if len(shared) >= 2 and _unit(item) == _unit(other) and 0.4 <= _hours(other) / _hours(item) <= 2.5:
                yield Finding(f"the headline says {item.text}, the text {other.text}", spans(item, other))
                break


rule("checks.headline-length")(headline_length)


def _unit(date: Date) -> str:
    return (date.value or "")[-1:]


def _hours(date: Date) -> float:
    """Return the length of a duration of one unit in hours, 0 for others."""
    found = re.fullmatch(r"P(T?)(\d+(?:\.\d+)?)([HDWMY])", date.value or "")
    return float(found[2]) * _HOURS[found[3]] if found and not (found[1] and found[3] != "H") else 0.0


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= 0.02 * max(one, other)
