"""How old people are: an age belongs to a person, whatever else the sentences tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaims.facts.alignment import Alignment
from newsclaims.facts.pair import Pair
from newsclaims.facts.statement import Statement
from newsclaims.model import Article, Figure

_GAP = re.compile(
    r",? (?:aged?|an? [a-z][\w -]{2,30} (?:of|aged))? ?|,| \(|, an? (?:[a-z]+ )?|"
    r",? (?:who )?(?:is|was) (?:also )?|, also "
)  # between a name and an age: `Reed, 40`, `Reed, an engineer of 40,`, `Reed, a 40-year-old`, `Reed, who is 40`
_FAR = 45  # code points that it has at the most
_OLDEST = 110
Told = tuple[Statement, Figure]


def owners(alignment: Alignment, group: int) -> dict[int, list[Told]]:
    """Return the ages that stand behind the name of a person in a group, by the number of that person."""
    items = alignment.groups[group]
    ends = _ends(items[0].article) if items else {}
    found: dict[int, list[Told]] = {}
    for item in items:
        for figure in item.figures:
            if _may_be_age(figure):
                person = _owner(alignment, group, item.article, figure, ends)
                if person is not None:
                    found.setdefault(person, []).append((item, figure))
    return found


def _may_be_age(figure: Figure) -> bool:
    """Return whether a number is an age, or counts nothing and may be one: `Reed, who is 40`."""
    bare = figure.kind in ("count", "number") and figure.unit is None and figure.text.isdecimal()
    return figure.value is not None and (figure.kind == "age" or (bare and 0 < figure.value <= _OLDEST))


def _ends(article: Article) -> dict[int, str]:
    return {
        mention.end: entity.id
        for entity in article.entities
        if entity.type == "person" and entity.named
        for mention in entity.mentions
        if mention.kind == "name"
    }


def _owner(alignment: Alignment, group: int, article: Article, figure: Figure, ends: dict[int, str]) -> int | None:
    for end in range(figure.start, max(0, figure.start - _FAR), -1):
        if end in ends:
            fits = _GAP.fullmatch(article.text, end, figure.start)
            return alignment.number(group, ends[end]) if fits else None
    return None


def ages_apart(alignment: Alignment, one: int, other: int) -> Iterator[tuple[Pair, Figure, Figure]]:
    """Yield two ages of one person, one of each group, where neither group gives the other's."""
    mine, yours = owners(alignment, one), owners(alignment, other)
    for person in sorted(mine.keys() & yours.keys()):
        ages = [{figure.value for _, figure in told[person]} for told in (mine, yours)]
        if len(ages[0]) == len(ages[1]) == 1 and ages[0] != ages[1]:
            (first, left), (second, right) = mine[person][0], yours[person][0]
            yield Pair(first, second, 1.0, 1.0, "unknown", "same", "unknown", "unknown", (one, other)), left, right
