"""Which way a figure moves, and which point of a change it is: `rose 3% to $5 from $4`, `down 30 to 126`.

``point`` is *by* for the size of a change, *to* for where it ends, *from* for where it began.  The word that says so
stands before the figure (`by`, `to`, `from`, `up`, a verb of change) or right behind it (`a 3% rise`, `0.4% higher`);
the direction is that of the nearest word of change (``lexicon/change_words.tsv``) that governs it in its clause.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.figures.classes import word_class
from newsclaims.figures.line import Draft, Line
from newsclaims.model import FigureDirection, FigurePoint
from newsclaims.table import rows

_POINTS: Final[dict[str, FigurePoint]] = {"by": "by", "to": "to", "from": "from"}
_GRADES: Final = frozenset({"few", "high", "little", "low", "many", "much"})
_PARTICLES: Final = frozenset({"up", "down", "higher", "lower", "off"})
_SIZES: Final = frozenset({"percent", "percentage_point", "multiple"})
_REACH: Final = 12
"""Tokens before a figure among which a noun of change is looked for."""


@cache
def change_words() -> dict[str, FigureDirection | None]:
    """Return the words of change with their direction, by form: rose, fell, up, growth (``change_words.tsv``)."""
    return {form: None if way == "-" else way for form, way in rows("figures", "change_words")}  # type: ignore[misc]


def lead(line: Line, draft: Draft) -> int:
    """Return the token before a figure that is no approximation: `rose by | more than an estimated` 5 percent."""
    at = draft.first - 1
    while at >= 0:
        lower = line.lower(at)
        graded = lower == "as" and (line.lower(at + 1) in _GRADES or line.lower(at - 1) in _GRADES)
        if lower == "to" and line.lower(at - 1) == "close":
            at -= 2  # "down close to 2%"
        elif lower == "minus" and line.lower(at - 2) == "plus":
            at -= 3  # "an error of plus or minus 3 points"
        elif graded or (lower == "at" and line.lower(at + 1) in ("least", "most")):
            at -= 1  # "as many as 5", "as low as 5"
        elif lower == "to" and line.lower(at - 1) == "up" and not _moves(line, at - 1):
            at -= 2  # "up to 5 percent" is a limit
        elif lower == "of" and (total := _total(line, at - 1)) is not None:
            at = total  # "by a total of 3 inches", "from a previous range of 4% to 5%"
        elif (
            lower in word_class("before-figure")
            or lower in _GRADES
            or (line.tag(at) == "RB" and lower not in _PARTICLES)
            or (line.tag(at) == "JJ" and line.tag(at - 1) == "DT")
        ):
            at -= 1
        else:
            break
    return at


def _total(line: Line, at: int) -> int | None:
    """Return the token before a word that adds up or bounds: `by a | total`, `from | a previous range`."""
    if line.lower(at) in word_class("totals") and line.tag(at - 1) in ("DT", "IN", "TO"):
        return at - 1
    first = at - 1
    while line.tag(first) in ("JJ", "DT"):
        first -= 1
    return first if line.lower(at) == "range" and line.lower(first) in _POINTS else None


def movement(line: Line, draft: Draft, before: Draft | None) -> tuple[FigureDirection | None, FigurePoint | None]:
    """Return direction and point of a figure; ``before`` is the one before it in the sentence."""
    words = change_words()
    if draft.kind in ("ordinal", "score") or (draft.kind == "age" and line.lower(lead(line, draft)) not in _POINTS):
        return None, None
    at, after = lead(line, draft), line.lower(draft.last)
    word, tag = line.lower(at), line.tag(at)
    if draft.kind == "multiple" and line.lower(draft.first) in words:  # "sales doubled"
        return words[line.lower(draft.first)], None
    if word in ("up", "down", "off") and line.lower(at + 1) != "to" and _moves(line, at):
        return words[word], "by"
    if word in ("past", "beyond") and line.lower(at - 1) in words:  # "surged past $1 billion"
        return words[line.lower(at - 1)], "to"
    if word in _POINTS:
        way = None if receives(line, draft) else _governor(line, at, before)
        return (way[0], _POINTS[word]) if way is not None else (None, None)
    if (
        after in ("higher", "lower")
        and draft.kind not in ("count", "multiple")
        and line.tag(draft.last + 1)[:2] != "NN"
    ):
        return words[after], "by"
    noun = draft.last if after in word_class("change-nouns") else at - 1 if word == "of" else -1
    if (
        line.lower(noun) in word_class("change-nouns")
        and line.tag(noun)[:2] == "NN"
        and (draft.kind != "count" or draft.unit == "point")
    ):
        sized = draft.kind in _SIZES or line.lower(noun) not in word_class("losses-and-gains")
        return (words[line.lower(noun)], "by") if sized else (None, None)
    if word in words and tag[:2] == "VB" and _changes(line, draft, at):
        between = {line.lower(place) for place in range(at + 1, draft.first)}
        level = not between.isdisjoint(("above", "below", "low", "high"))  # "fell as low as $5"
        return words[word], "to" if level else "by"
    return _object(line, draft)


def receives(line: Line, draft: Draft) -> bool:
    """Tell whether many people or places get what is let fall or cut off: `dropped food to thousands of people`, `cut
    power to 300,000 homes`."""
    clause = line.parse.holder(draft.first)
    if clause is None or clause.verb is None or draft.kind != "count" or draft.unit is None:
        return False
    dropped = line.tokens[clause.verb.head].lemma == "drop"
    given = any(dropped or line.tokens[item.head].lemma in word_class("supplies") for item in clause.objects)
    return given and line.lower(lead(line, draft)) == "to"


def _moves(line: Line, at: int) -> bool:
    """Tell whether a particle says how a figure moves: not in `laid off 60 people`, `picked up three`, `up to 5`."""
    before = at - 1
    while line.tag(before) == "RB":
        before -= 1
    limit = line.lower(at + 1) == "to"
    if before < 0 or (line.tag(before)[:1] != "V" and line.tag(before) not in ("NN", "NNS", "NNP", "PRP")):
        return not limit
    clause = line.parse.holder(at)
    verb = clause.verb if clause is not None else None
    if verb is None or verb.first > at or (limit and before != verb.last - 1):
        return not limit
    return line.tokens[verb.head].lemma in word_class("upward-verbs") or line.lower(verb.head) in change_words()


def _changes(line: Line, draft: Draft, verb: int) -> bool:
    """Tell whether a bare figure behind a verb is the size of its change: `fell $2`, not `raised $2 million`."""
    if draft.kind in _SIZES or draft.unit == "point":
        return True
    ends = line.lower(draft.last) == "to" and line.tag(draft.last + 1) in ("CD", "$")  # "gained $2 to $18"
    return draft.kind in ("money", "quantity") and (ends or line.tokens[verb].lemma in word_class("moving"))


def _object(line: Line, draft: Draft) -> tuple[FigureDirection | None, FigurePoint | None]:
    """Read a share behind the object of a verb of change: `cut its workforce 5 percent`."""
    clause = line.parse.holder(draft.first)
    verb = clause.verb if clause is not None else None
    if clause is None or verb is None or draft.kind not in _SIZES or line.lower(verb.head) not in change_words():
        return None, None
    chunk = line.noun_chunk(draft.first)
    joined = chunk is not None and verb.last <= chunk.first < draft.first and line.tag(draft.first - 1) in ("NN", "NNS")
    if joined or any(verb.last <= phrase.first and phrase.last == draft.first for phrase in clause.objects):
        return change_words()[line.lower(verb.head)], "by"
    return None, None


def _governor(line: Line, at: int, before: Draft | None) -> tuple[FigureDirection | None] | None:
    """Return the direction, in a tuple, of what governs *by*, *to* or *from* at a token; None where no change does."""
    words = change_words()
    direct = line.lower(at - 1) in words and line.tag(at - 1)[:1] in "VN" and not _margin(line, at - 1)
    if line.lower(at - 1) in _PARTICLES or direct:
        return (words[line.lower(at - 1)],)
    if before is not None and before.point is not None and before.last <= at and _joined(line, before.last, at):
        return (before.direction,)
    clause = line.parse.holder(at)
    verb = clause.verb if clause is not None else None
    for place in range(at - 1, max(-1, at - _REACH), -1):  # the nearest noun, particle or verb of change
        lower = line.lower(place)
        if _margin(line, place):
            break
        if lower in words and (line.tag(place)[:2] in ("NN", "VB") or lower in _PARTICLES):
            noun = line.tag(place)[:2] == "NN"
            if not noun or lower in word_class("change-nouns"):
                return (words[lower],)
        if verb is not None and place == verb.first:
            break
        if line.tag(place)[:2] == "VB" and (verb is None or not verb.first <= place < verb.last):
            break
    if verb is not None and not _margin(line, verb.head) and line.lower(verb.head) in words and verb.last <= at:
        return (words[line.lower(verb.head)],)
    return None


def _margin(line: Line, verb: int) -> bool:
    """Tell whether a verb is followed by a margin or a result: `lost by 210 votes to 190`."""
    return line.tokens[verb].lemma == "lose"


def _joined(line: Line, first: int, last: int) -> bool:
    """Tell whether nothing but times, commas and links stands from token ``first`` up to ``last``."""
    return all(joins(line, place) for place in range(first, last))


def joins(line: Line, at: int) -> bool:
    """Tell whether a token may stand between two figures of one change: a comma, a link, a time, what a rate is per."""
    token = line.tokens[at]
    linked = token.lower in word_class("between-figures")
    linked = linked or (token.lower in change_words() and token.tag[:2] != "VB")
    return linked or line.bar(token.start, token.end) is not None
