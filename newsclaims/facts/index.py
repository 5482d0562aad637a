"""What statements of several articles are found by, and how much each word, name and value says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice
from math import log

from newsclaims.facts.lexical import axes, concept, concepts, opposed, senses
from newsclaims.facts.names import Identities, named
from newsclaims.facts.pair import Deed, Likeness
from newsclaims.facts.statement import Participant, Statement
from newsclaims.facts.value_tokens import value_token, value_tokens
from newsclaims.facts.values import Value
from newsclaims.facts.verbatim import Verbatim
from newsclaims.table import rows, words

_CONTEXT = 0.35  # how much a word of the rest of the sentence counts
_GENERAL = 0.4  # how much a word of all news counts
_MOST_VALUES = 20  # of the rest of the sentence
_AXIS = 0.5  # and that one deed is the other, or its opposite
_SENSE = 0.5  # and what a word of several senses may mean
_NAME = 0.3  # and a name: who acts is often the same in the whole story
_LONG = 60  # different words of an article that is long enough to tell
# so many names, or such a share of what they are about, make two reports one story
_NAMES_SHARED, _WORDS_SHARED = 4, 0.4
_SAYS = 0.6  # how much a value says that is seldom told twice by chance
_UNTOLD = 2  # values that a report is taken to tell alone, besides those that it does: few values prove little
# statements of a mere snippet, how many more are enough to tell, and what is taken of a snippet
_SNIPPET, _ENOUGH, _UNKNOWN = 4, 8, 0.24
# the share of values told by both that is usual, how much more tells one report twice, and the least that is made of it
_USUAL, _SPAN, _UNLIKE = 0.3, 0.4, -0.5


class Index:
    """The statements of several articles by the words, names and values that they share.

    ``groups`` hold the statements of one article each; ``tokens`` by what each is found and how much that counts,
    ``size`` the sum of these, ``lines_in`` the numbers of the statements of each sentence, ``places`` the sentences
    of each word.
    """

    def __init__(self, groups: Sequence[Sequence[Statement]]) -> None:
        self.groups = groups
        self._articles = [group[0].article if group else None for group in groups]
        self.identities = Identities([article for article in self._articles if article is not None])
        filled = [at for at, article in enumerate(self._articles) if article is not None]
        self._place = {at: number for number, at in enumerate(filled)}
        told = [article.published for article in self._articles if article is not None and article.published]
        self.year = int(told[0][:4]) if told else None
        self._named = [named(article) for article in self._articles]
        self.tokens = [self._about(at, group) for at, group in enumerate(groups)]
        self.places: list[dict[str, list[int]]] = []
        self.lines_in: list[dict[int, list[int]]] = []
        counts: Counter[str] = Counter()
        holders: Counter[str] = Counter()
        for group, lines in zip(groups, self.tokens, strict=True):
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
            self.places.append(places)
            self.lines_in.append(members)
        general, few = _general(), min(2, len(groups))
        self.weights = {
            token: (_GENERAL if token in general else 1.0) / (1.0 + log(max(1.0, count / max(few, holders[token]))))
            for token, count in counts.items()
        }
        self._kinship: dict[tuple[int, int], float] = {}
        self._retold: dict[tuple[int, int], float] = {}
        self._verbatim: dict[tuple[int, int], Verbatim] = {}
        self._sentences: dict[int, dict[int, dict[str, float]]] = {}
        self.size = [[self._sum(tokens) for tokens in lines] for lines in self.tokens]

    def weight(self, tokens: Iterable[str]) -> float:
        """Return how much some concepts say together: rare ones more."""
        return sum(self.weights.get(token, 0.0) for token in sorted(tokens))

    def _sum(self, tokens: dict[str, float]) -> float:
        return sum(self.weights[token] * level for token, level in tokens.items())

    def sentence_tokens(self, group: int) -> dict[int, dict[str, float]]:
        """Return by what each sentence of a group with a statement is found, and how much each counts."""
        known = self._sentences.get(group)  # it is asked for at every name that two sentences may spell differently
        if known is not None:
            return known
        found = self._sentences[group] = {}
        for item, tokens in zip(self.groups[group], self.tokens[group], strict=True):
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
            told: dict[str, float] = {}
            for value in values:
                told |= value_tokens(value, self.year)
            own.append(told)
            around.setdefault(item.sentence, {}).update({word: _CONTEXT * level for word, level in told.items()})
        found = []
        for item, told in zip(items, own, strict=True):
            tokens = dict.fromkeys(sorted(item.context), _CONTEXT) | dict.fromkeys(sorted(item.about), 1.0)
            tokens |= {word: _SENSE for word in sorted(senses(item.about)) if word not in item.about}
            tokens |= {f"%{axis}": _AXIS for axis in sorted(axes(item.deeds))}
            for entity in sorted(item.entities):
                number = self.identities.number(self._place[group], entity)
                if number is not None:
                    named = self._named[group][entity]
                    tokens |= {word: _NAME for word in sorted(named) if word in tokens or word[0] == "&"}
                    tokens[f"@{number}"] = _NAME
            found.append(tokens | dict(islice(around[item.sentence].items(), _MOST_VALUES)) | told)
        return found

    def kinship(self, one: int, other: int) -> float:
        """Return whether two articles tell one story (0 to 1): they share names, and much of what each is about."""
        key = one, other
        if one == other:
            return 1.0
        if key not in self._kinship:
            mine, yours = self.places[one], self.places[other]
            both = mine.keys() & yours.keys()
            names = sum(word[0] == "@" for word in both)
            sums = (sum(self.weights[word] for word in words) for words in (mine, yours))
            share = sum(self.weights[word] for word in sorted(both)) / max(1e-9, min(sums))
            known = min(1.0, names / _NAMES_SHARED + share / _WORDS_SHARED)
            self._kinship[key] = 1.0 - (1.0 - known) * min(1.0, min(len(mine), len(yours)) / _LONG)
        return self._kinship[key]

    def retold(self, one: int, other: int) -> float:
        """Return whether two articles tell the same with the same values (1), or each others than the other (to -0.5).

        What two retellings of one report have left over likely stands for one thing; two articles on one event that
        share few values tell of other sides of it.  Sentences that both copied say nothing: what else they have was
        added.
        """
        key = one, other
        if one == other:
            return 0.0
        if key not in self._retold:
            mine, yours = (self._telling_values(group, self.verbatim(one, other)) for group in key)
            share = len(mine & yours) / (max(len(mine), len(yours)) + _UNTOLD)
            told = min(1.0, max(_UNLIKE, (share - _USUAL) / _SPAN))
            known = min(1.0, max(0, min(len(self.groups[one]), len(self.groups[other])) - _SNIPPET) / _ENOUGH)
            self._retold[key] = max(told, known * told + (1.0 - known) * _UNKNOWN)
        return self._retold[key]

    def verbatim(self, one: int, other: int) -> Verbatim:
        """Return which sentences two articles have word by word."""
        key = one, other
        if key not in self._verbatim:
            self._verbatim[key] = Verbatim(self.groups[one], self.groups[other])
        return self._verbatim[key]

    def _telling_values(self, group: int, known: Verbatim) -> frozenset[str]:
        values: list[Value] = []
        for item in self.groups[group]:
            if not known.has(item):
                values += (*item.figures, *item.dates)
        return frozenset(token for token, says in filter(None, map(value_token, values)) if says >= _SAYS)

    def roles(self, groups: tuple[int, int], one: Statement, other: Statement) -> tuple[Deed, Likeness, Likeness]:
        """Return how deed, actor and object of two statements stand to each other."""
        group, second = groups
        deed = _deeds(one, other)
        actor = self.likeness(group, one.actor, second, other.actor)
        object_ = self.likeness(group, one.object, second, other.object)
        if one.object is None and other.actor is None:
            object_ = self.likeness(group, one.actor, second, other.object)  # "sales fell", "sales were cut"
        elif one.actor is None and other.object is None:
            object_ = self.likeness(group, one.object, second, other.actor)
        elif actor != "same" and (one.object is None) != (other.object is None):
            mine, yours = (one.object or one.actor, other.object or other.actor)
            if self.likeness(group, mine, second, yours) == "same":  # "improved its security", "security improved"
                actor, object_ = "unknown", "same"
        return deed, actor, object_

    def swapped(self, groups: tuple[int, int], one: Statement, other: Statement) -> bool:
        """Return whether two who are known by name act on each other, one in each statement."""
        doers, patients = (
            [self.who(group, part) for group, part in zip(groups, parts, strict=True)]
            for parts in ((one.actor, other.actor), (one.object, other.object))
        )
        return None not in doers and doers == patients[::-1] and doers[0] != doers[1]

    def speaker(self, group: int, one: Participant | None, second: int, other: Participant | None) -> Likeness:
        mine, yours = self.who(group, one), self.who(second, other)
        if mine is None or yours is None:
            return "unknown"
        return "same" if mine == yours else "other"

    def likeness(self, group: int, one: Participant | None, second: int, other: Participant | None) -> Likeness:
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
        known = theirs | senses(theirs)  # a measure may be the proposal
        shared = sum(word in known or not known.isdisjoint(senses((word,))) for word in ours)
        if ours and theirs and 2 * shared >= min(len(ours), len(theirs)):
            return "same"
        return "unknown"


@cache
def _general() -> frozenset[str]:
    return frozenset(map(concept, words("facts", "general_words")))


def _deeds(one: Statement, other: Statement) -> Deed:
    if not one.deeds or not other.deeds:
        return "unknown"
    if one.deeds & other.deeds or _denied_result(one, other) or _denied_result(other, one):
        return "same"
    return "opposed" if opposed(one.deeds, other.deeds) else "other"


def _denied_result(one: Statement, other: Statement) -> bool:
    """Return whether one denies what the deed of the other results in: nobody died, three were killed."""
    return (
        one.negated
        and not other.negated
        and any((deed, end) in _results() for deed in other.deeds for end in one.deeds)
    )


@cache
def _results() -> frozenset[tuple[str, str]]:
    return frozenset((deed, result) for deed, result in rows("facts", "results"))
