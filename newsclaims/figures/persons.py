"""People beside numbers: whose age a figure is, `Ann Reed, 29,`, `boys aged 12`; *one* before a name counts none."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.figures.classes import word_class
from newsclaims.figures.line import Draft, Line
from newsclaims.figures.phrases import joined_before, phrase_before, phrase_from, rest_of_chunk, subject_words
from newsclaims.table import entries, rows

_NAMES: Final = frozenset({"NNS", "NNP", "NNPS"})
_TELLING_WHICH: Final = frozenset({"from", "in", "of"})


def person_of(line: Line, draft: Draft) -> str | None:
    """Return the person of an age: `Ann Reed, 29,`, `a 14-year-old boy`, `boys aged 12`, `Mr Holt is 65`."""
    chunk = line.noun_chunk(draft.last)
    if chunk is not None and chunk.first <= draft.first and line.lower(draft.last - 1) == "old":
        return rest_of_chunk(line, draft.last, chunk, draft.kind)
    if line.lower(draft.last - 1) == "old" and line.tag(draft.first - 1) == "DT":  # beside a name
        if line.lower(draft.last) == "," and line.tag(draft.last + 1) == "NNP":
            return phrase_from(line, draft.last + 1)
        if line.lower(draft.first - 2) == "," and line.tag(draft.first - 3) == "NNP":
            return phrase_before(line, draft.first - 2)
    at = draft.first - 1
    while at > 0 and (line.lower(at) in word_class("before-age-mark") or line.tag(at) == "RB"):
        at -= 1
    if at == draft.first - 1 and line.tag(at) == "NNP":
        return joined_before(line, at)
    if line.tag(at) == "NNP" and not _belongs(line, at):
        return joined_before(line, at)
    if line.tag(at) in _NAMES or line.lower(at) in word_class("people"):  # not "joined the navy aged 17"
        return phrase_before(line, at + 1) or joined_before(line, at)
    clause = line.parse.holder(draft.first)
    if clause is None or clause.verb is None or clause.verb.last > draft.first:
        return None
    aged = line.lower(draft.first - 1) in ("age", "aged") or line.lower(draft.first - 2) == "age"
    told = clause.copular or line.tokens[clause.verb.head].lemma == "turn"
    if clause.rule == "claims.participle-on-noun":
        return None
    if aged and (told or line.lower(at) == "at" or line.lower(at + 1) == "aged"):
        return subject_words(line, clause)
    return subject_words(line, clause) if told and clause.verb.last >= at else None


def _belongs(line: Line, at: int) -> bool:
    """Tell whether a name tells which person: `the son of Ben Reed`; not in `a post for Ann Holt`."""
    chunk = line.noun_chunk(at)
    host = line.noun_chunk(chunk.first - 2) if chunk is not None else None
    if chunk is None or host is None or line.lower(chunk.first - 1) not in _TELLING_WHICH:
        return False
    return line.tag(host.head) == "NNP" or line.tokens[host.head].lemma in word_class("people")


def certain_person(line: Line, at: int) -> bool:
    """Tell whether a person's name begins behind *one*, which counts nothing: `one Ibrahim Reed`, `one Mr Holt`.

    What follows the name is no noun that it describes: `one Jordan player` counts players.
    """
    form = line.form(at)
    title = line.lower(at).rstrip(".") in _address_titles()
    if not form[:1].isupper() or not (title or line.tag(at) in ("NNP", "NNPS")):
        return False
    last = at + 1
    while line.form(last)[:1].isupper() and line.tag(last)[:2] == "NN":
        last += 1
    described = line.tag(last)[:2] in ("NN", "JJ", "CD") or line.tag(last) in ("HYPH", "POS")
    return not described and ((title and last > at + 1) or form in _first_names())


@cache
def _address_titles() -> frozenset[str]:
    """Return the titles that stand only before names: `mr`, `alhaji`."""
    return frozenset(row[0] for row in rows("entities", "titles") if row[1] == "address")


@cache
def _first_names() -> frozenset[str]:
    """Return the first names that are no place too: `one Jordan lost`."""
    found: set[str] = set()
    for table in ("first_names", "first_names_known", "first_names_world"):
        found |= entries("entities", table).keys()
    return frozenset(found - entries("entities", "cities").keys() - _countries())


def _countries() -> set[str]:
    return {row[1] for row in rows("entities", "countries")}
