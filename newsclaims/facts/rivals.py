"""Names that only one of two reports has, and what the other has in their place.

`Judge Ann Holt freed him` and `He was freed by Judge Carl Dobbs`: two sentences that are alike, each with a person whom
the other report never names.  Enough signs that the two stand in one place - role, words beside the name, what else
both sentences tell - say that the reports contradict each other about who, or where, it was.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from newsclaims.facts.alignment import Alignment
from newsclaims.facts.lexical import noun_classes
from newsclaims.facts.lines import Key, Lines
from newsclaims.facts.name_signs import Name, around, signs_of
from newsclaims.facts.names import country_of
from newsclaims.facts.offices import holders, offices, same_office
from newsclaims.facts.pair import Pair
from newsclaims.facts.pairing import of_lines
from newsclaims.facts.statement import Statement
from newsclaims.facts.weights import chance
from newsclaims.facts.wording import same_words, variant
from newsclaims.model import Article, Entity
from newsclaims.table import word_classes, words

word_class = word_classes("facts")

_SURE = 0.5  # chance from which two names contradict each other
_OFFICE, _KIN = 0.8, 0.85  # and of one office, and how much two reports must be one story for that
_RETOLD = 0.5  # and how much they must be one report told twice for an office of which there are many
_TYPES = ("person", "place", "organization")
_CLEAR, _TOLD = 2.0, 0.2  # how much beside two names surely tells that they are one, and how much may
_WORD = re.compile(r"[\w'’-]+")
_UNSURE = {"organization", "place"}  # what `Lowton City` is cannot be told without knowing it
_FEW = 3  # names of one sort that are held against each other wherever they stand
_SHARED = 0.4  # how much stands beside two of these that tells that they are one
_MOST = 4  # names of a sentence that are looked at


@dataclass(frozen=True, slots=True)
class Rival:
    """Two names that stand in one place of two reports, and how sure that is."""

    pair: Pair
    one: Name
    other: Name
    sure: float


def rivals(alignment: Alignment, one: int, other: int) -> Iterator[Rival]:
    """Yield the names of two groups that contradict each other, the surest first and each name once."""
    found = sorted(
        ((chance("name", signs), pair, mine, yours) for pair, mine, yours, signs in meetings(alignment, one, other)),
        key=lambda item: (-item[0], item[2].mention.start, item[3].mention.start),
    )
    found = [*_officers(alignment, one, other), *found]
    done: set[tuple[int, str]] = set()
    for sure, pair, mine, yours in found:
        keys = {(0, mine.entity.id), (1, yours.entity.id)}
        if sure >= _SURE and done.isdisjoint(keys):
            done |= keys
            yield Rival(pair, mine, yours, sure)


def _officers(alignment: Alignment, one: int, other: int) -> Iterator[tuple[float, Pair, Name, Name]]:
    """Yield two people who hold one office that one alone can have, each in a report that does not name the other."""
    articles = [group[0].article if group else None for group in (alignment.groups[one], alignment.groups[other])]
    first, second = articles
    if first is None or second is None or alignment.kinship(one, other) < _KIN:
        return
    sides = _strange(alignment, one, first, other, second), _strange(alignment, other, second, one, first)
    names = [
        {item.entity.id: item for _, held in sorted(side.items(), reverse=True) for item in held} for side in sides
    ]
    ours, theirs = holders(first.entities), holders(second.entities)
    for office in sorted(ours.keys() & theirs.keys()):
        (mine, of), (yours, whose) = ours[office], theirs[office]
        if not (mine.id in names[0] or yours.id in names[1]) or not same_office(of, whose):
            continue
        if office in word_class("loose-offices") and alignment.retold(one, other) < _RETOLD:
            continue  # directors there are many
        held = names[0].get(mine.id) or _elsewhere(alignment, (one, mine, first), (other, second))
        rival = names[1].get(yours.id) or _elsewhere(alignment, (other, yours, second), (one, first))
        if held is None or rival is None:
            continue
        key = held.sentence, rival.sentence
        if all(at in alignment.lines_in[group] for group, at in zip((one, other), key, strict=True)):
            yield _OFFICE, _unpaired(alignment, (one, other), key), held, rival


def _elsewhere(alignment: Alignment, holder: tuple[int, Entity, Article], rival: tuple[int, Article]) -> Name | None:
    """Return who holds an office in one report as a name, ``None`` for one whom the other report gives a role, too."""
    group, entity, article = holder
    number = alignment.number(group, entity.id)
    same = [item for item in rival[1].entities if alignment.number(rival[0], item.id) == number]
    if number is None or any(item.roles for item in same):
        return None
    starts = [item.start for item in article.sentences]
    named = [item for item in entity.mentions if item.kind == "name"]
    mention = max(named, key=lambda item: (len(item.text.split()), -item.start), default=None)  # not `Halden's works`
    return None if mention is None else Name(mention, entity, max(0, bisect_right(starts, mention.start) - 1))


def meetings(alignment: Alignment, one: int, other: int) -> Iterator[tuple[Pair, Name, Name, dict[str, float]]]:
    """Yield two names of sentences that are alike with the signs that one stands for the other (``sign_weights``)."""
    articles = [group[0].article if group else None for group in (alignment.groups[one], alignment.groups[other])]
    if articles[0] is None or articles[1] is None:
        return
    first, second = articles[0], articles[1]
    sides = _strange(alignment, one, first, other, second), _strange(alignment, other, second, one, first)
    lines = alignment.lines(one, other)
    many = [_by_sort(side) for side in sides]
    ends = [max(1, len(article.sentences)) for article in (first, second)]
    best: dict[Key, Pair] = {}
    for pairs in alignment.candidates(one, other):
        for pair in pairs:
            key = pair.one.sentence, pair.other.sentence
            if key not in best or best[key].score < pair.score:
                best[key] = pair
    near = {(at, line): None for at, near in lines.near.items() for line in near}
    for key in near | best | _few(sides, many):
        if any(at not in alignment.lines_in[group] for group, at in zip((one, other), key, strict=True)):
            continue
        pair = best.get(key) or _unpaired(alignment, (one, other), key)
        for mine in sides[0].get(key[0], ())[:_MOST]:
            for yours in sides[1].get(key[1], ())[:_MOST]:
                sorts = {_sort(mine.entity), _sort(yours.entity)}
                guessed = any(map(_guessed, (mine.entity, yours.entity))) and sorts <= {*_UNSURE, "person"}
                if len(sorts) == 1 or sorts == _UNSURE or guessed:
                    types = mine.entity.type, yours.entity.type
                    alone = [sum(item.entity.type in types for item in side.get(at, ()))
                             for side, at in zip(sides, key, strict=True)]  # fmt: skip
                    told = signs_of((first, second), (mine, yours))
                    words_beside = map(around, (first, second), (mine, yours))
                    shared = min(_CLEAR, alignment.weight(frozenset.intersection(*words_beside))) / _CLEAR
                    if told["person"] and _speak_apart(pair, mine, yours):
                        continue
                    alike = shared >= _TOLD or _slot(pair, mine, yours)
                    alike = bool(told["role"]) or (alike and not told["other_role"])
                    if told["person"] and not alike:
                        continue  # the mayor said it, and a firefighter, too
                    if key not in near and key not in best and not (told["role"] or told["kind"] or shared >= _SHARED):
                        continue  # nothing but that both stand alone
                    if told["person"] and _both_may(pair, mine, yours):
                        continue
                    signs = {
                        **of_lines(lines, key, ends),
                        **told,
                        "score": pair.score,
                        "around": shared,
                        "mixed": float(len(sorts) > 1),
                        "others": log(sum(side.get(_sort(mine.entity), 1) for side in many) - 1) / 3,
                        "alone": float(alone == [1, 1]),
                        "names": min(2, _names(lines, alignment, (one, other), key)) / 2,
                        "slot": float(_slot(pair, mine, yours)),
                        "strangers": 1 - alignment.kinship(one, other),
                        "retold": alignment.retold(one, other),
                    }
                    yield pair, mine, yours, signs


def _unpaired(alignment: Alignment, groups: tuple[int, int], key: Key) -> Pair:
    """Return the first statements of two sentences as a pair of the score 0."""
    one, other = (
        alignment.groups[group][alignment.lines_in[group][at][0]] for group, at in zip(groups, key, strict=True)
    )
    return Pair(one, other, 0.0, 0.0, "unknown", "unknown", "unknown", "unknown", groups)


def _strange(alignment: Alignment, group: int, article: Article, other: int, rival: Article) -> dict[int, list[Name]]:
    """Return by sentence the names of an article that another does not have, not even a word of them."""
    known = {alignment.number(other, entity.id) for entity in rival.entities}
    text = "\n".join(dict.fromkeys(_WORD.findall(rival.text.casefold())))  # each word once: a text repeats most
    starts = [item.start for item in article.sentences]
    found: dict[int, list[Name]] = {}
    for entity in article.entities:
        if entity.type not in _TYPES or not entity.named or alignment.number(group, entity.id) in known:
            continue
        telling = [word for word in _WORD.findall(entity.name.casefold()) if word != "the"]
        own = telling[-1:] if entity.type == "person" else telling[:1]
        if not own or own[0] in text or (len(telling) == 1 and noun_classes(own[0])):
            continue  # a surname, or the first word of a place or a body: `Dunmere Crown Court`; `Court` is no name
        for mention in entity.mentions:
            if mention.kind == "name":
                at = max(0, bisect_right(starts, mention.start) - 1)
                names = found.setdefault(at, [])
                if not any(item.entity is entity for item in names):
                    names.append(Name(mention, entity, at))
    return found


def _few(
    sides: tuple[dict[int, list[Name]], dict[int, list[Name]]], many: Sequence[Mapping[str, int]]
) -> dict[Key, None]:
    """Return the pairs of sentences with names of a sort of which each report has few that the other does not name."""
    found: dict[Key, None] = {}
    few = {sort for sort in many[0].keys() & many[1].keys() if max(side[sort] for side in many) <= _FEW}
    places = [
        sorted((_sort(name.entity), at) for at, held in side.items() for name in held if _sort(name.entity) in few)
        for side in sides
    ]
    for sort, at in places[0]:
        found |= dict.fromkeys((at, line) for other, line in places[1][: _FEW * _FEW] if other == sort)
    return found


def _by_sort(names: Mapping[int, Sequence[Name]]) -> dict[str, int]:
    """Return how many different names of each sort there are."""
    known = {name.entity.id: _sort(name.entity) for held in names.values() for name in held}
    return dict(Counter(known.values()))


def _sort(entity: Entity) -> str:
    """Return what a name is of: a city never stands for a country, nor for a quarter that no table has."""
    if entity.type != "place":
        return entity.type
    return "country" if country_of(entity) else "city" if entity.name in words("entities", "cities") else "place"


def _guessed(entity: Entity) -> bool:
    """Return whether nothing but a capital tells that somebody is a person: `Ashby Town` may be a team."""
    named = all(mention.kind == "name" for mention in entity.mentions)
    first = entity.name.split()[0] in words("entities", "first_names")
    return entity.type == "person" and " " in entity.name and named and not entity.roles and not first


def _names(lines: Lines, alignment: Alignment, groups: tuple[int, int], key: Key) -> int:
    """Return how many names two sentences share."""
    ours, theirs = (alignment.sentence_tokens(group).get(at, {}) for group, at in zip(groups, key, strict=True))
    return sum(word[0] == "@" and word in theirs for word in ours)


def _slot(pair: Pair, one: Name, other: Name) -> bool:
    """Return whether both names act, both are acted upon, or both speak in two aligned statements."""
    sides = zip(
        (pair.one.actor, pair.one.object, pair.one.speaker), (pair.other.actor, pair.other.object, pair.other.speaker),
        strict=True,
    )  # fmt: skip
    return any(
        mine is not None and yours is not None and mine.entity == one.entity.id and yours.entity == other.entity.id
        for mine, yours in sides
    )


def _both_may(pair: Pair, one: Name, other: Name) -> bool:
    """Return whether two people do what many may do: two thank the crews, if not both as the mayor."""
    if not pair.one.deeds & pair.other.deeds & word_class("many-may") or not _slot(pair, one, other):
        return False
    ours, theirs = ({name for name, _ in offices(item.entity)} for item in (one, other))
    return not ours & theirs


def _speak_apart(pair: Pair, one: Name, other: Name) -> bool:
    """Return whether two people are quoted with words that differ: then two have spoken."""
    said = pair.one.said, pair.other.said
    speak = _speaks(pair.one, one) and _speaks(pair.other, other)
    return all(said) and speak and not same_words(*said) and not variant(*said)


def _speaks(item: Statement, name: Name) -> bool:
    return item.speaker is not None and item.speaker.entity == name.entity.id
