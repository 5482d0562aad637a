"""Rows of statements: which statement of each report tells the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsclaims.comparison.model import Place, Row
from newsclaims.facts.compared import Found, Relation
from newsclaims.facts.statement import Statement

_LEAD = re.compile(r"that (?=[“\"‘])")
Key = tuple[int, int]  # number of the report, of its statement


def rows(found: Sequence[Found]) -> Iterator[Row]:
    """Yield the rows in the order of the first report that has them, without those that lie inside another."""
    made = sorted(_clusters(found), key=lambda row: (row.places[0].article, row.places[0].start))
    yield from _outer(made)


def _clusters(found: Sequence[Found]) -> Iterator[Row]:
    """Join pairs to rows, the surest first, as long as no report has two statements in one row.

    A pair that does not fit is a row of its own where it has values of its own to tell, and where it is all that there
    is of one of its statements.
    """
    row_of: dict[Key, int] = {}
    members: dict[int, dict[int, Statement]] = {}
    pairs: dict[int, list[Found]] = {}
    for number, item in enumerate(sorted(found, key=lambda item: -item.pair.score)):
        wanted = dict(zip(item.pair.groups, (item.one, item.other), strict=True))
        known = sorted({row_of.get((group, one.number), -1) for group, one in wanted.items()} - {-1})
        every = [*(members[row] for row in known), wanted]
        joined = {group: statement for row in every for group, statement in row.items()}
        if any(joined[group] is not statement for row in every for group, statement in row.items()):
            alone = [(group, one.number) for group, one in wanted.items() if (group, one.number) not in row_of]
            if item.values or item.told or alone:
                loose = _row(wanted, [item])
                yield loose if item.values or item.told else replace(loose, relation="open")
                row_of.update(dict.fromkeys(alone, -1))
            continue
        pairs[number] = [item, *(one for row in known for one in pairs.pop(row))]
        for row in known:
            del members[row]
        members[number] = joined
        row_of.update({(group, statement.number): number for group, statement in joined.items()})
    for number, statements in members.items():
        yield _row(statements, pairs[number])


def _row(statements: dict[int, Statement], found: Sequence[Found]) -> Row:
    relations = {item.relation for item in found}
    relation: Relation = "differ" if "differ" in relations else "open" if "open" in relations else "alike"
    places = tuple(_place(group, item) for group, item in sorted(statements.items()))
    notes = dict.fromkeys(told.message for item in found for told in item.told)
    return Row(relation, min(item.pair.score for item in found), places, tuple(notes))


def _place(group: int, item: Statement) -> Place:
    """Return where a statement stands, of a quote from its first quotation mark on."""
    lead = _LEAD.match(item.text) if item.said else None
    cut = lead.end() if lead else 0
    return Place(group, item.text[cut:], item.start + cut, item.end, item.sentence)


def _outer(made: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows without those of which another, of the same sentences, tells half the words in every report."""
    same: dict[tuple[tuple[int, int], ...], list[Row]] = {}
    for row in made:
        same.setdefault(tuple((place.article, place.sentence) for place in row.places), []).append(row)
    inner = set()
    for group in same.values():
        longest = sorted(group, key=lambda row: (-sum(place.end - place.start for place in row.places), -row.score))[
            :10
        ]
        for row in group:
            for outer in longest:
                if outer is not row and id(outer) not in inner and outer.relation == row.relation and _part(row, outer):
                    inner.add(id(row))
                    break
    yield from (row for row in made if id(row) not in inner)


def _part(row: Row, outer: Row) -> bool:
    """Return whether in every report at least half of what a row tells lies inside the other."""
    return all(
        2 * (min(small.end, big.end) - max(small.start, big.start)) >= small.end - small.start
        for small, big in zip(row.places, outer.places, strict=True)
    )
