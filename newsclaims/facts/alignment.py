"""Statements of one or several articles that tell the same: found by the words, names and deeds that they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
from math import exp, log, sqrt
from typing import Literal

from newsclaims.facts.lexical import axes, concept, concepts, opposed
from newsclaims.facts.names import Identities, named
from newsclaims.facts.statement import Participant, Statement
from newsclaims.facts.values import Value, value_token
from newsclaims.table import words

Likeness = Literal["same", "other", "unknown"]
Deed = Literal["same", "opposed", "other", "unknown"]

ALIKE = 0.5
"""Score from which two statements are taken to tell the same."""
LEAST = 0.2
"""Score below which two statements are not looked at."""
_COMMON = 25  # sentences of one article under one word that are looked at: a word of more says little
_NEAREST = 6  # sentences of another article that a statement is held against
_FAINT = 0.25  # what a statement and a sentence share at least
_CROWD = 6  # statements of one sentence that one is held against
_CONTEXT = 0.35  # how much a word of the rest of the sentence counts
_OWN_VALUE = 0.3  # what a value counts at least that both tell themselves
_GENERAL = 0.4  # how much a word of all news counts
_MOST_VALUES = 20  # of the rest of the sentence
_AXIS = 0.5  # and that one deed is the other, or its opposite
_NAME = 0.3  # and a name: who acts is often the same in the whole story
# what each sign adds, fitted to pairs of statements of six stories told twice, as a reader judged them
_BASE, _WORDS, _VALUES, _PART, _WHOLE, _SUM, _OTHER_ACTOR, _SAME_OBJECT = -3.9, 0.4, 2.5, 2.5, 1.5, 2.1, -0.7, 0.3
_STRANGERS = -4.0  # what it takes away that two articles share neither names nor words
_LONG = 60  # different words of an article that is long enough to tell
# so many names, or such a share of what they are about, make two reports one story
_NAMES_SHARED, _WORDS_SHARED = 4, 0.4


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements that tell the same thing, whether or not with the same values.

    ``score`` says how sure that is (0 to 1), ``shared`` which part of what the shorter one is
    about both have (0 to 1); ``deed``, ``actor``, ``object`` and ``speaker`` how these stand to each other.  ``groups``
    are the numbers of the groups in the alignment that the two come from.
    """

    one: Statement
    other: Statement
    score: float
    shared: float
    deed: Deed
    actor: Likeness
    object: Likeness
    speaker: Likeness
    groups: tuple[int, int]


class Alignment:
    """The pairs among the statements of several articles, or of one with itself.

    ``groups`` hold the statements of one article each, as ``statements`` returns them.  With several groups statements
    of different groups are paired, with one group those of different sentences.  Time and memory are linear in the
    number of statements: each is held against the few that share its rarest words and names.
    """

    def __init__(self, groups: Sequence[Sequence[Statement]]) -> None:
        self.groups = groups
        self._articles = [group[0].article if group else None for group in groups]
        self.identities = Identities([article for article in self._articles if article is not None])
        filled = [at for at, article in enumerate(self._articles) if article is not None]
        self._place = {at: number for number, at in enumerate(filled)}
        self._named = [named(article) for article in self._articles]
        self._tokens = [self._about(at, group) for at, group in enumerate(groups)]
        self._index: list[dict[str, list[int]]] = []
        self._lines: list[dict[int, list[int]]] = []
        counts: Counter[str] = Counter()
        holders: Counter[str] = Counter()
        for group, lines in zip(groups, self._tokens, strict=True):
            places: dict[str, list[int]] = {}
            members: dict[int, list[int]] = {}
            for item, tokens in zip(group, lines, strict=True):
                members.setdefault(item.sentence, []).append(item.number)
                for token in tokens:
                    found = places.setdefault(token, [])
                    if not found or found[-1] != item.sentence:
                        found.append(item.sentence)
            counts.update({token: len(found) for token, found in places.items()})
            holders.update(places.keys())
            self._index.append(places)
            self._lines.append(members)
        general, few = _general(), min(2, len(groups))
        self._weight = {
            token: (_GENERAL if token in general else 1.0) / (1.0 + log(max(1.0, count / max(few, holders[token]))))
            for token, count in counts.items()
        }
        self._kinship: dict[tuple[int, int], float] = {}
        self._candidates: dict[tuple[int, int], list[list[Pair]]] = {}
        self._size = [[self._sum(tokens) for tokens in lines] for lines in self._tokens]

    def weight(self, tokens: Iterable[str]) -> float:
        """Return how much some concepts say together: rare ones more."""
        return sum(self._weight.get(token, 0.0) for token in sorted(tokens))

    def _sum(self, tokens: dict[str, float]) -> float:
        return sum(self._weight[token] * level for token, level in tokens.items())

    def sentence_tokens(self, group: int) -> dict[int, dict[str, float]]:
        """Return by what each sentence of a group with a statement is found, and how much each counts."""
        found: dict[int, dict[str, float]] = {}
        for item, tokens in zip(self.groups[group], self._tokens[group], strict=True):
            told = found.setdefault(item.sentence, {})
            for word, level in tokens.items():
                told[word] = max(level, told.get(word, 0.0))
        return found

    def who(self, group: int, participant: Participant | None) -> int | None:
        """Return the number of the somebody or something that takes part: the same in all groups."""
        return None if participant is None else self.number(group, participant.entity)

    def number(self, group: int, entity: str | None) -> int | None:
        """Return the number of an entity of the article of a group, ``None`` for one without a name."""
        return self.identities.number(self._place[group], entity) if group in self._place else None

    def _about(self, group: int, items: Sequence[Statement]) -> list[dict[str, float]]:
        """Return by what each statement is found and how much it counts: words, names, values, and its sentence."""
        own: list[dict[str, float]] = []
        around: dict[int, dict[str, float]] = {}
        for item in items:
            values: tuple[Value, ...] = (*item.figures, *item.dates)
            told = dict(filter(None, map(value_token, values)))
            own.append(told)
            around.setdefault(item.sentence, {}).update({word: _CONTEXT * level for word, level in told.items()})
        found = []
        for item, told in zip(items, own, strict=True):
            tokens = dict.fromkeys(sorted(item.context), _CONTEXT) | dict.fromkeys(sorted(item.about), 1.0)
            tokens |= {f"%{axis}": _AXIS for axis in sorted(axes(item.deeds))}
            for entity in sorted(item.entities):
                number = self.identities.number(self._place[group], entity)
                if number is not None:
                    named = self._named[group][entity]
                    tokens |= {word: _NAME for word in sorted(named) if word in tokens or word[0] == "&"}
                    tokens[f"@{number}"] = _NAME
            found.append(tokens | dict(islice(around[item.sentence].items(), _MOST_VALUES)) | told)
        return found

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs of statements that tell the same, in the order of the groups and of the text."""
        found: list[Pair] = []
        for one in range(len(self.groups)):
            for other in range(one + (len(self.groups) > 1), len(self.groups)):
                found += best(self.candidates(one, other))
        return tuple(found)

    def candidates(self, one: int, other: int) -> list[list[Pair]]:
        """Return for each statement of a group those of another (or its own) that may tell the same, best first."""
        key = one, other
        if key not in self._candidates:
            self._candidates[key] = [self.near(one, at, other) for at in range(len(self.groups[one]))]
        return self._candidates[key]

    def near(self, group: int, number: int, other: int, least: float = LEAST) -> list[Pair]:
        """Return the pairs of a statement with those of another group (or its own), best first."""
        one = self.groups[group][number]
        tokens = self._tokens[group][number]
        shared: dict[int, float] = {}
        for word, level in tokens.items():
            for sentence in self._index[other].get(word, ())[:_COMMON]:
                shared[sentence] = shared.get(sentence, 0.0) + self._weight[word] * level
        pairs = []
        for sentence in sorted(shared, key=lambda at: (-shared[at], at))[:_NEAREST]:
            if shared[sentence] < _FAINT:
                break
            if group == other and sentence <= one.sentence:
                continue
            for at in self._lines[other][sentence][:_CROWD]:
                match = self.groups[other][at]
                if bool(one.said) == bool(match.said):
                    pair = self._pair((group, other), one, match)
                    if pair is not None and pair.score >= least:
                        pairs.append(pair)
        return sorted(pairs, key=lambda pair: (-pair.score, pair.other.number))[:_NEAREST]

    def kinship(self, one: int, other: int) -> float:
        """Return whether two articles tell one story (0 to 1): they share names, and much of what each is about."""
        key = one, other
        if one == other:
            return 1.0
        if key not in self._kinship:
            mine, yours = self._index[one], self._index[other]
            both = mine.keys() & yours.keys()
            names = sum(word[0] == "@" for word in both)
            sums = (sum(self._weight[word] for word in words) for words in (mine, yours))
            share = sum(self._weight[word] for word in sorted(both)) / max(1e-9, min(sums))
            known = min(1.0, names / _NAMES_SHARED + share / _WORDS_SHARED)
            self._kinship[key] = 1.0 - (1.0 - known) * min(1.0, min(len(mine), len(yours)) / _LONG)
        return self._kinship[key]

    def _pair(self, groups: tuple[int, int], one: Statement, other: Statement) -> Pair | None:
        group, second = groups
        mine, yours = self._tokens[group][one.number], self._tokens[second][other.number]
        short, long = (mine, yours) if len(mine) <= len(yours) else (yours, mine)
        count, told, values, own, names = 0, 0.0, 0.0, False, 0
        for word, level in short.items():
            rival = long.get(word)
            if rival is not None:
                count += 1
                weight = self._weight[word] * min(level, rival)
                if word[0] == "#":
                    values += weight
                    own = own or min(level, rival) >= _OWN_VALUE
                else:
                    told += weight
                    own = own or level == rival == 1.0
                    names += word[0] == "@"
        deed = _deeds(one, other)
        if not (own or deed == "same" or names > 1) or (count < 2 and not (count and len(mine) == len(yours) == 1)):
            return None
        ours, theirs = self._size[group][one.number], self._size[second][other.number]
        part = (told + values) / min(ours, theirs)
        actor = self._likeness(group, one.actor, second, other.actor)
        object_ = self._likeness(group, one.object, second, other.object)
        if one.object is None and other.actor is None:
            object_ = self._likeness(group, one.actor, second, other.object)  # "sales fell", "sales were cut"
        elif one.actor is None and other.object is None:
            object_ = self._likeness(group, one.object, second, other.actor)
        sign = _BASE + _WORDS * told + _VALUES * values + _SUM * sqrt(told + values) + _PART * part
        sign += _WHOLE * (told + values) / max(ours, theirs)
        sign += _OTHER_ACTOR * (actor == "other" and not (deed == "same" and object_ == "same")) + _SAME_OBJECT * (
            object_ == "same"
        )
        score = 1 / (1 + exp(-(sign + _STRANGERS * (1 - self.kinship(group, second)))))
        speaker = self._speaker(group, one.speaker, second, other.speaker)
        return Pair(one, other, score, part, deed, actor, object_, speaker, groups)

    def _speaker(self, group: int, one: Participant | None, second: int, other: Participant | None) -> Likeness:
        mine, yours = self.who(group, one), self.who(second, other)
        if mine is None or yours is None:
            return "unknown"
        return "same" if mine == yours else "other"

    def _likeness(self, group: int, one: Participant | None, second: int, other: Participant | None) -> Likeness:
        if one is None or other is None:
            return "unknown"
        mine, yours = self.who(group, one), self.who(second, other)
        if mine is not None and mine == yours:
            return "same"
        if mine is not None and yours is not None and one.by_name and other.by_name:
            return "other"
        if one.entity is None and other.entity is None and one.text.casefold() == other.text.casefold():
            return "same"
        ours, theirs = concepts(one.text[:200]), concepts(other.text[:200])
        if ours and theirs and 2 * len(ours & theirs) >= min(len(ours), len(theirs)):
            return "same"
        return "unknown"


@cache
def _general() -> frozenset[str]:
    return frozenset(map(concept, words("facts", "general_words")))


def _deeds(one: Statement, other: Statement) -> Deed:
    if not one.deeds or not other.deeds:
        return "unknown"
    if one.deeds & other.deeds:
        return "same"
    return "opposed" if opposed(one.deeds, other.deeds) else "other"


def best(candidates: Sequence[Sequence[Pair]], least: float = ALIKE) -> list[Pair]:
    """Return the pairs in which one statement is the best match of the other, from a score on."""
    top: dict[int, float] = {}
    for pairs in candidates:
        for pair in pairs:
            top[pair.other.number] = max(top.get(pair.other.number, 0.0), pair.score)
    return [
        pair
        for pairs in candidates
        for place, pair in enumerate(pairs)
        if pair.score >= least and (not place or pair.score >= top[pair.other.number])
    ]


def align(groups: Sequence[Sequence[Statement]]) -> Alignment:
    """Align the statements of several articles with each other, or of one article with itself."""
    return Alignment(groups)
