"""How old people are: an age belongs to a person, whatever else the sentences tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from newsclaims.facts.alignment import Alignment
from newsclaims.facts.pair import Pair
from newsclaims.facts.statement import Statement
from newsclaims.model import Article, Figure
from newsclaims.table import rows, words

_GAP = re.compile(
    r",? (?:aged?|an? [a-z][\w -]{2,30} (?:of|aged))? ?|,|, an? (?:[a-z]+ )?|"
    r",? (?:who )?(?:is|was) (?:also )?|, also "
)  # between a name and an age: `Reed, 40`, `Reed, an engineer of 40,`, `Reed, a 40-year-old`, `Reed, who is 40`; not
# `Reed (24)`, which may be what she scored
_SHE = re.compile(r" (?:is|was) (?:an? )?|['’]s (?:an? )?")  # between a pronoun and an age: `She was 34.`
_ONCE = re.compile(
    r"(?:[- ]years?[- ]old)? (?:when|while|as|at the|in \d|of|during|before|after|then|by)\b"
)  # behind an age of another time: `was 12 when the war began`, `12 of whose cars`
_WORD = re.compile(r"[a-z-]+")
_BESIDE = re.compile(r", (?:an?|the) [^,.]{1,60}[,.]")  # `Reed, a teacher,`
_SOURCE = re.compile(r", (?:[\w'’]+ ){1,6}(?:said|says)\b.*", re.S)  # `, a spokesman said`
_FAR = 45  # code points that it has at the most
_OLDEST = 110
Told = tuple[Statement, Figure]


def owners(alignment: Alignment, group: int) -> dict[int, list[Told]]:
    """Return the ages that stand behind the name of a person in a group, by the number of that person."""
    items = alignment.groups[group]
    ends = _ends(items[0].article) if items else {}
    pronouns = _pronouns(items[0].article) if items else {}
    found: dict[int, list[Told]] = {}
    for item in items:
        for figure in item.figures:
            if _may_be_age(figure) and not _ONCE.match(item.article.text, figure.end):
                id = _owner(item.article, figure, ends, _GAP) or _owner(item.article, figure, pronouns, _SHE)
                person = alignment.number(group, id) if id else None
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


def _pronouns(article: Article) -> dict[int, str]:
    """Return where `he` and `she` end at the start of a sentence, and whom they mean.

    The sentence before names that somebody and tells of nobody else whom the pronoun could mean.
    """
    named: dict[int, list[tuple[int, str]]] = {}
    spoken: dict[int, tuple[int, str]] = {}
    starts = {item.start: at for at, item in enumerate(article.sentences)}
    order = sorted(starts)
    for entity in article.entities:
        if entity.type == "person":
            for mention in entity.mentions:
                if mention.kind == "name":
                    named.setdefault(bisect_right(order, mention.start) - 1, []).append((mention.end, entity.id))
                elif mention.text.lower() in ("he", "she") and entity.named and mention.start in starts:
                    spoken[mention.end] = starts[mention.start], entity.id
    found = {}
    for end, (at, id) in spoken.items():
        before = named.get(at - 1, [])
        if before and {other for _, other in before} == {id}:
            rest = article.text[min(place for place, _ in before) : article.sentences[at - 1].end]
            sex = "m" if article.text[end - 2 : end].lower() == "he" and article.text[end - 3] not in "sS" else "f"
            if not any(_roles().get(word) in ("-", sex) for word in _others(rest)):
                found[end] = id
    return found


def _others(text: str) -> Sequence[str]:
    """Return the words behind a name that may tell of somebody else: not `, a teacher,` nor who said it."""
    return _WORD.findall(_SOURCE.sub("", _BESIDE.sub("", text.lower())))


@cache
def _roles() -> Mapping[str, str]:
    """Return words for somebody, with the sex that they tell: `f`, `m`, `-` for either."""
    found = dict.fromkeys(words("checks", "people"), "-")
    for name, kind, sex, *_ in rows("entities", "titles"):
        if kind == "role":
            found[name.split()[-1]] = sex
    return found


def _owner(article: Article, figure: Figure, ends: dict[int, str], gap: re.Pattern[str]) -> str | None:
    """Return whose age a figure is: the somebody whose name, or pronoun, ends before it with no more than a gap."""
    for end in range(figure.start, max(0, figure.start - _FAR), -1):
        if end in ends:
            return ends[end] if gap.fullmatch(article.text, end, figure.start) else None
    return None


def ages_apart(alignment: Alignment, one: int, other: int) -> Iterator[tuple[Pair, Figure, Figure]]:
    """Yield two ages of one person, one of each group, where neither group gives the other's."""
    mine, yours = owners(alignment, one), owners(alignment, other)
    for person in sorted(mine.keys() & yours.keys()):
        ages = [{figure.value for _, figure in told[person]} for told in (mine, yours)]
        if len(ages[0]) == len(ages[1]) == 1 and ages[0] != ages[1]:
            (first, left), (second, right) = mine[person][0], yours[person][0]
            yield Pair(first, second, 1.0, 1.0, "unknown", "same", "unknown", "unknown", (one, other)), left, right
