"""Values that only one of two reports has, and what the other has in their place.

A sentence of one report and the sentence of the other that is most like it often tell one thing in words so different
that their statements do not align: `11 games in a row, a run that began in 2009` and `an 11-game losing streak dating
to 2007`.  What both tell alike is told; a number or a day that one alone has, where the other has a like one that the
first lacks, contradicts it if enough signs say that the two stand for one thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsclaims.facts.alignment import Alignment
from newsclaims.facts.lexical import opposed
from newsclaims.facts.measures import stand
from newsclaims.facts.pair import Pair
from newsclaims.facts.sides import Sides, has_fellow, like_size, relation
from newsclaims.facts.signs import Meeting, signs
from newsclaims.facts.values import Value
from newsclaims.facts.weights import chance
from newsclaims.model import Figure
from newsclaims.table import word_classes

word_class = word_classes("facts")

_SURE, _DATE_SURE = 0.5, 0.5  # chance from which two figures, and two dates, contradict each other
_DAY_SURE = 0.73  # chance from which two days of two deeds do
_DAY_OWN, _DAY_NEAR = 0.5, 0.45  # what statements of two days share at least, and what stands beside these
_LENGTH_OWN = 0.75  # and statements of two lengths beside which nothing is the same
_LENGTH_SURE = 0.8  # and the chance from which they do in one deed of one name
_COUNT_NEAR = 0.6  # what stands beside a number of things and a plain number
_RETOLD = 0.5  # how much two reports must be one told twice for two ages of nobody who is named
_SEXES = {"man": "m", "boy": "m", "father": "m", "woman": "f", "girl": "f", "mother": "f"}
_MOST = 12  # values of a sentence that are looked at
_TABLE = 0.35  # part of the words of a sentence that are values, from which it is a line of a table
_LISTED = 40  # values of a sentence that lists them, and tells nothing that could be compared


@dataclass(frozen=True, slots=True)
class Leftover:
    """Two values of two reports that stand for one thing and cannot both be right."""

    pair: Pair
    one: Value
    other: Value


def leftovers(alignment: Alignment, one: int, other: int, done: set[str], rival_done: set[str]) -> Iterator[Leftover]:
    """Yield the values of two groups that contradict each other, the surest first and each value once.

    ``done`` and ``rival_done`` are the ids of values of the two groups of which it is settled what they tell.
    """
    sides = Sides(alignment, one, other)
    every = [(_chance(sides, meeting), meeting) for meeting in meetings(sides)]
    found = [(sure, meeting) for sure, meeting in every
             if sure >= (_SURE if isinstance(meeting.one, Figure) else _DATE_SURE)]  # fmt: skip
    mine, yours = set(done), set(rival_done)
    chosen: list[tuple[float, Meeting]] = []
    for sure, meeting in sorted(found, key=lambda item: (-item[0], item[1].one.start, item[1].other.start)):
        if meeting.one.id not in mine and meeting.other.id not in yours and _of_one(sides, meeting, sure):
            mine.add(meeting.one.id)
            yours.add(meeting.other.id)
            chosen.append((sure, meeting))
    for sure, meeting in _one_thing(sides, chosen):
        pair = sides.pair(meeting.one, meeting.other)
        yield Leftover(replace(pair, score=max(sure, pair.score)), meeting.one, meeting.other)


def _chance(sides: Sides, meeting: Meeting) -> float:
    return chance("figure" if isinstance(meeting.one, Figure) else "date", signs(sides, meeting))


def _one_thing(sides: Sides, found: list[tuple[float, Meeting]]) -> list[tuple[float, Meeting]]:
    """Leave out values that only look as if they were of one thing.

    So do two sentences without a name in common that differ in more values than they share.
    """
    apart: dict[tuple[int, int], int] = {}
    for _, meeting in found:
        if isinstance(meeting.one, Figure) and sides.pair(meeting.one, meeting.other).deed in ("other", "unknown"):
            apart[meeting.lines] = apart.get(meeting.lines, 0) + 1
    many = {lines for lines, count in apart.items() if count > 1 and not _named(sides, lines)}
    return [(sure, meeting) for sure, meeting in found if meeting.lines not in many or meeting.alike > 1]


def _of_one(sides: Sides, meeting: Meeting, sure: float) -> bool:
    """Return whether two values may be of one thing.

    Days of two deeds, lengths with nothing beside them that is the same, and lines of a list that name two things
    are not, nor a number of things and a plain number.
    """
    told, pair = signs(sides, meeting), sides.pair(meeting.one, meeting.other)
    if isinstance(meeting.one, Figure) and isinstance(meeting.other, Figure):
        if {meeting.one.kind, meeting.other.kind} == {"count", "number"}:
            return told["near"] >= _COUNT_NEAR or meeting.alike > 0  # a size of 7.5, four pairs
        if told["other_of"] and pair.deed == "other" and not told["near"] and not told["alone"]:
            return False
        if _begins_with_another(sides, meeting) or _two_fates(pair):
            return False
        return any(item.claim for item in (pair.one, pair.other)) or _clauses(sides, meeting) or told["name"] > 0
    if told.get("grain_length"):
        if told["near"] > 0 or meeting.alike > 0 or meeting.beside or told["own"] >= _LENGTH_OWN:
            return True
        return pair.deed == "same" and told["name"] > 0 and sure >= _LENGTH_SURE
    if told.get("grain_day") and sure < _DAY_SURE and pair.deed != "same" and not meeting.alike:
        return told["own"] >= _DAY_OWN or (pair.deed == "unknown" and told["near"] >= _DAY_NEAR)
    return True


def _two_fates(pair: Pair) -> bool:
    """Return whether two deeds are opposites, done to two parts: convicted of nine counts, acquitted of two."""
    ours, theirs = pair.one.deeds, pair.other.deeds
    return opposed(ours, theirs) and not (ours | theirs) & word_class("converse")


def _begins_with_another(sides: Sides, meeting: Meeting) -> bool:
    """Return whether the two sentences begin with the names of two people: a list, or two who speak."""
    numbers = []
    for side, at in enumerate(meeting.lines):
        article = sides.host[side][(meeting.one, meeting.other)[side].id].article
        start = article.sentences[at].start
        first = (
            entity.id
            for entity in article.entities
            if entity.type == "person" and any(item.start == start and item.kind == "name" for item in entity.mentions)
        )
        numbers.append(sides.alignment.number(sides.groups[side], next(first, None)))
    return None not in numbers and numbers[0] != numbers[1]


def _clauses(sides: Sides, meeting: Meeting) -> bool:
    """Return whether one of two sentences states something: a line of a list has no verb."""
    return any(
        item.claim is not None
        for side, at in enumerate(meeting.lines)
        for item in (
            sides.alignment.groups[sides.groups[side]][n] for n in sides.alignment.lines_in[sides.groups[side]][at]
        )
    )


def _named(sides: Sides, lines: tuple[int, int]) -> bool:
    ours, theirs = (sides.tokens[side][at] for side, at in enumerate(lines))
    return any(word[0] == "@" and word in theirs for word in ours)


def meetings(sides: Sides) -> Iterator[Meeting]:
    """Yield the values that may stand for one thing and cannot both be right.

    Neither has a fellow in the other's sentence, a figure none in the whole other report.
    """
    near = {
        key: like
        for key, like in sides.near().items()
        if not any(_table(sides, side, at) for side, at in enumerate(key))
    }
    alike = {key: sum(has_fellow(value, sides.values[1][key[1]]) for value in sides.values[0][key[0]][:_MOST])
             for key in near}  # fmt: skip
    for (at, line), like in near.items():
        mine = [value for value in sides.values[0][at] if not has_fellow(value, sides.values[1][line])][:_MOST]
        yours = [value for value in sides.values[1][line] if not has_fellow(value, sides.values[0][at])][:_MOST]
        beside = any(alike.get((at + x, line + y)) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y)
        for value in mine:
            for rival in yours:
                if _ages(value, rival) and alike[at, line] < 2 and not _one_age(sides, value, rival):
                    continue  # whose they are, nothing tells
                if relation(value, rival) != "apart" or not like_size(value, rival):
                    continue
                if stand(sides.host[0][value.id], value, sides.host[1][rival.id], rival) != "apart":
                    continue
                elsewhere = sides.told[1].has(value, sides.told[0]), sides.told[0].has(rival, sides.told[1])
                if not all(elsewhere) and not (any(elsewhere) and isinstance(value, Figure)):
                    yield Meeting(
                        value, rival, (at, line), like, alike[at, line], beside, any(elsewhere), (mine, yours)
                    )


def _table(sides: Sides, side: int, at: int) -> bool:
    values = sides.values[side][at]
    if len(values) > _LISTED:
        return True
    article = sides.host[side][values[0].id].article
    span = article.sentences[at]
    return len(values) > max(3.0, _TABLE * len(article.text[span.start : span.end].split()))


def _one_age(sides: Sides, one: Value, other: Value) -> bool:
    """Return whether two ages are the only ones that one of two retellings of a report tells alone, of no two sexes."""
    alone = [[*side.get("age", ())] for side in sides.lonely]
    if alone != [[one], [other]] or sides.alignment.retold(*sides.groups) < _RETOLD:
        return False
    sexes = [{_SEXES[word] for word in _told_of(value) if word in _SEXES} for value in (one, other)]
    return not sexes[0] or not sexes[1] or bool(sexes[0] & sexes[1])


def _told_of(value: Value) -> list[str]:
    return (value.of or "").lower().split() if isinstance(value, Figure) else []


def _ages(one: Value, other: Value) -> bool:
    return all(isinstance(item, Figure) and item.kind == "age" for item in (one, other))
