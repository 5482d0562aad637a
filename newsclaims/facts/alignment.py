"""Statements of one or several articles that tell the same: found by the words, names and deeds that they share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from math import exp, sqrt

from newsclaims.facts.index import Index
from newsclaims.facts.lines import Lines
from newsclaims.facts.pair import Pair
from newsclaims.facts.pairing import of_lines, of_statements
from newsclaims.facts.statement import Statement
from newsclaims.facts.weights import chance

ALIKE = 0.5
"""Score from which two statements are taken to tell the same."""
LEAST = 0.2
"""Score below which two statements are not looked at."""
_COMMON = 25  # sentences of one article under one word that are looked at: a word of more says little
_NEAREST = 6  # sentences of another article that a statement is held against
_FAINT = 0.25  # what a statement and a sentence share at least
_CROWD = 6  # statements of one sentence that one is held against
_ALONE = 0.4  # how much sentences beside those of two reports would be alike that have none
_HELD = 18  # statements of another article that one is held against
_OWN_VALUE = 0.3  # what a value counts at least that both tell themselves
# what each sign adds, fitted to pairs of statements of six stories told twice, as a reader judged them
_BASE, _WORDS, _VALUES, _PART, _WHOLE, _SUM, _OTHER_ACTOR, _SAME_OBJECT = -3.9, 0.4, 2.5, 2.5, 1.5, 2.1, -0.7, 0.3
_STRANGERS = -4.0  # what it takes away that two articles share neither names nor words


class Alignment(Index):
    """The pairs among the statements of several articles, or of one with itself.

    ``groups`` are what ``statements`` returns for one article each.  With several groups statements
    of different groups are paired, with one group those of different sentences.  Time and memory are linear in the
    number of statements: each is held against the few that share its rarest words and names.
    """

    def __init__(self, groups: Sequence[Sequence[Statement]]) -> None:
        super().__init__(groups)
        self._lines_of: dict[tuple[int, int], Lines] = {}
        self._candidates: dict[tuple[int, int], list[list[Pair]]] = {}

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
            inside = [self.near(one, at, other) for at in range(len(self.groups[one]))] if one == other else None
            self._candidates[key] = inside or self._between(one, other)
        return self._candidates[key]

    def lines(self, one: int, other: int) -> Lines:
        """Return which sentences of two groups are alike."""
        key = one, other
        if key not in self._lines_of:
            self._lines_of[key] = Lines(self.sentence_tokens(one), self.sentence_tokens(other), self.weights)
        return self._lines_of[key]

    def _between(self, one: int, other: int) -> list[list[Pair]]:
        """Hold the statements of sentences that are alike, and of those beside them, against each other."""
        found: list[list[Pair]] = [[] for _ in self.groups[one]]
        lines = min(len(self.lines_in[one]), len(self.lines_in[other]))
        alone = _ALONE if lines == 1 else 0.0  # nothing can stand beside a single sentence
        for mine, yours, signs in self.signs_between((one, other)):
            score = chance("pair", signs)
            if score >= LEAST:
                deed, actor, object_ = self.roles((one, other), mine, yours)
                speaker = self.speaker(one, mine.speaker, other, yours.speaker)
                beside = max(alone, signs["line_beside"])
                where = (one, other), signs["line_best"], beside, signs["line"], signs["line_far"]
                pair = Pair(
                    mine, yours, score, signs["part"], deed, actor, object_, speaker, *where,
                    retold=self.retold(one, other), swapped=self.swapped((one, other), mine, yours),
                )  # fmt: skip
                found[mine.number].append(pair)
        return _settled(
            [sorted(pairs, key=lambda pair: (-pair.score, pair.other.number))[:_NEAREST] for pairs in found]
        )

    def signs_between(self, groups: tuple[int, int]) -> Iterator[tuple[Statement, Statement, Mapping[str, float]]]:
        """Yield the statements of two groups that may tell one thing, with the signs that they do (``pairing``)."""
        lines = self.lines(*groups)
        keys = {(at, line): None for at, near in lines.near.items() for line in near} | lines.beside
        ends = [max(1, len(self.groups[group][0].article.sentences)) for group in groups if self.groups[group]]
        strange = 1 - self.kinship(*groups)
        for key in keys:
            around = {"strangers": strange, **of_lines(lines, key, ends)}
            for number in self.lines_in[groups[0]][key[0]][:_CROWD]:
                for rival in self.lines_in[groups[1]][key[1]][:_CROWD]:
                    told = of_statements(self, groups, number, rival)
                    if told:
                        one, other = self.groups[groups[0]][number], self.groups[groups[1]][rival]
                        yield one, other, {**around, **told}

    def near(self, group: int, number: int, other: int, least: float = LEAST) -> list[Pair]:
        """Return the pairs of a statement with those of another group (or its own), best first."""
        one = self.groups[group][number]
        tokens = self.tokens[group][number]
        shared: dict[int, float] = {}
        for word, level in tokens.items():
            for sentence in self.places[other].get(word, ())[:_COMMON]:
                shared[sentence] = shared.get(sentence, 0.0) + self.weights[word] * level
        pairs = []
        held = 0
        for sentence in sorted(shared, key=lambda at: (-shared[at], at))[:_NEAREST]:
            if shared[sentence] < _FAINT or held >= _HELD:
                break
            if group == other and sentence <= one.sentence:
                continue
            for at in self.lines_in[other][sentence][:_CROWD]:
                match = self.groups[other][at]
                if bool(one.said) == bool(match.said):
                    held += 1
                    pair = self._pair((group, other), one, match)
                    if pair is not None and pair.score >= least:
                        pairs.append(pair)
        return sorted(pairs, key=lambda pair: (-pair.score, pair.other.number))[:_NEAREST]

    def _pair(self, groups: tuple[int, int], one: Statement, other: Statement) -> Pair | None:
        group, second = groups
        mine, yours = self.tokens[group][one.number], self.tokens[second][other.number]
        short, long = (mine, yours) if len(mine) <= len(yours) else (yours, mine)
        count, told, values, own, names = 0, 0.0, 0.0, False, 0
        for word, level in short.items():
            rival = long.get(word)
            if rival is not None:
                count += 1
                weight = self.weights[word] * min(level, rival)
                if word[0] == "#":
                    values += weight
                    own = own or min(level, rival) >= _OWN_VALUE
                else:
                    told += weight
                    own = own or level == rival == 1.0
                    names += word[0] == "@"
        if count < 2 and not (count and len(mine) == len(yours) == 1):
            return None
        deed, actor, object_ = self.roles(groups, one, other)
        if not (own or deed == "same" or names > 1):
            return None
        ours, theirs = self.size[group][one.number], self.size[second][other.number]
        part = (told + values) / min(ours, theirs)
        sign = _BASE + _WORDS * told + _VALUES * values + _SUM * sqrt(told + values) + _PART * part
        sign += _WHOLE * (told + values) / max(ours, theirs)
        sign += _OTHER_ACTOR * (actor == "other" and not (deed == "same" and object_ == "same")) + _SAME_OBJECT * (
            object_ == "same"
        )
        score = 1 / (1 + exp(-(sign + _STRANGERS * (1 - self.kinship(group, second)))))
        speaker = self.speaker(group, one.speaker, second, other.speaker)
        return Pair(one, other, score, part, deed, actor, object_, speaker, groups)


def _settled(found: list[list[Pair]]) -> list[list[Pair]]:
    """Return pairs of two reports with how sure it is that another statement tells the deed of one of them alike."""
    told: list[dict[int, float]] = [{}, {}]
    for pair in (pair for pairs in found for pair in pairs):
        taken_back = {item.modality in ("denied", "doubted") for item in (pair.one, pair.other)}
        if pair.deed == "same" and pair.one.negated == pair.other.negated and len(taken_back) == 1:
            for side, item in enumerate((pair.one, pair.other)):
                told[side][item.number] = max(pair.score, told[side].get(item.number, 0.0))
    return [
        [
            replace(pair, settled=max(told[0].get(pair.one.number, 0.0), told[1].get(pair.other.number, 0.0)))
            if pair.one.claim and pair.other.claim
            else pair
            for pair in pairs
        ]
        for pairs in found
    ]


def best(candidates: Sequence[Sequence[Pair]], least: float = ALIKE, mutual: float = ALIKE) -> list[Pair]:
    """Return the pairs in which one statement is the best match of the other, from a score on.

    From ``mutual`` on pairs are taken in which each is the best match of the other.
    """
    top: dict[int, float] = {}
    for pairs in candidates:
        for pair in pairs:
            top[pair.other.number] = max(top.get(pair.other.number, 0.0), pair.score)
    found = []
    for pairs in candidates:
        for place, pair in enumerate(pairs):
            ways = (not place) + (pair.score >= top[pair.other.number])
            if pair.score >= (least, least, mutual)[ways] and ways:
                found.append(pair)
    return found


def align(groups: Sequence[Sequence[Statement]]) -> Alignment:
    """Align the statements of several articles with each other, or of one article with itself."""
    return Alignment(groups)
