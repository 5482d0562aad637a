"""Statements of two reports, or of one, that tell one thing: alike, with something that contradicts, or neither."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsclaims.facts import sameness
from newsclaims.facts.alignment import ALIKE, Alignment, best
from newsclaims.facts.differences import Difference, apart_in, denied, differences, renamed, turned_round
from newsclaims.facts.matching import Match, match_values, of_pair
from newsclaims.facts.pair import Pair
from newsclaims.facts.rivals import rivals
from newsclaims.facts.statement import Statement
from newsclaims.facts.states import contrary
from newsclaims.facts.themes import of_another, telling, values
from newsclaims.facts.weights import chance
from newsclaims.facts.wording import same_words
from newsclaims.table import word_classes

word_class = word_classes("facts")

Relation = Literal["alike", "differ", "open"]

LIKELY = 0.6
"""Score from which two statements of two reports tell one thing, whatever deed and words they share."""
_MUTUAL = 0.4  # and from which each is the other's best match
_CHOICE = 6  # statements of a report among which one that is the best says something
_ALIKE = 0.8  # chance from which two statements that nothing contradicts are told alike
_WHO = ("actor", "quote-speaker")
_TAKEN_BACK = ("denied", "doubted")


@dataclass(frozen=True, slots=True)
class Found:
    """A pair of statements: what they tell differently, their values told alike, and others in both."""

    pair: Pair
    told: tuple[Difference, ...]
    values: tuple[Match, ...] = ()
    more: bool = False

    @property
    def one(self) -> Statement:
        """The statement of the report that was given first."""
        return self.pair.one

    @property
    def other(self) -> Statement:
        """The statement of the other report."""
        return self.pair.other

    @property
    def consistent(self) -> bool:
        """Whether nothing that is compared speaks against it that the two tell the same."""
        if self.told or (self.more and not self.values):
            return False
        if self.pair.deed == "same" and self.one.deeds <= word_class("sayings"):
            return False  # `he said on Sunday`: what is said is another statement
        if self.one.said and not same_words(self.one.said, self.other.said):
            return False
        if self.pair.deed == "same" and self.one.negated != self.other.negated:
            return False
        if (self.one.modality in _TAKEN_BACK) != (self.other.modality in _TAKEN_BACK):
            return False
        if not self.values and sameness.unmatched(self.pair, self.values):
            return False
        if not self.one.said and contrary(self.one.about, self.other.about):
            return False
        return self.pair.deed != "opposed" and self.pair.actor != "other"

    @property
    def relation(self) -> Relation:
        """Whether the two tell the same, something that contradicts, or only about the same thing."""
        if any(item.contradiction for item in self.told):
            return "differ"
        sure = self.consistent and chance("alike", sameness.signs(self.pair, self.values)) >= _ALIKE
        return "alike" if sure else "open"

    @property
    def alike(self) -> bool:
        """Whether the two tell the same."""
        return self.relation == "alike"


def _one_thing(pair: Pair) -> bool:
    """Return whether more than who acts, or more than the deed, is the same."""
    one, other = pair.one, pair.other
    shared = telling(one) & telling(other)
    if pair.deed in ("same", "opposed") and (pair.object == "same" or (pair.actor == "same" and _bare(pair))):
        return True
    if pair.deed not in ("same", "opposed") or pair.actor == "same":
        return bool(shared)
    return bool(shared - {f"={deed}" for deed in one.deeds | other.deeds}) or bool(values(one) & values(other))


def _likely(pair: Pair) -> bool:
    """Return whether two statements of two reports are so much alike that what they share need not be looked at."""
    return pair.groups[0] != pair.groups[1] and pair.score >= LIKELY


def _bare(pair: Pair) -> bool:
    """Return whether neither deed is done to anything: `the strike ended`, `the strike goes on`."""
    return pair.one.object is None and pair.other.object is None


def _quoted(pair: Pair) -> set[tuple[str, str]]:
    """Return the quotes that two claims stand in, both or none."""
    one, other = pair.one.quote, pair.other.quote
    return {(one.id, other.id)} if one and other else set()


def compared(alignment: Alignment, one: int = 0, other: int = 0) -> list[Found]:
    """Return the statements of two groups, or of one, that tell the same, with what they tell alike and differently."""
    matches = match_values(alignment, one, other)
    verbatim = alignment.verbatim(one, other)
    short = one == other or min(len(alignment.groups[one]), len(alignment.groups[other])) < _CHOICE
    every = best(alignment.candidates(one, other), mutual=ALIKE if short else _MUTUAL)
    likely = (pair for pair in every if pair.score < ALIKE or _likely(pair) or _one_thing(pair))
    pairs = {(pair.one.number, pair.other.number): pair for pair in likely}
    matches.apart = [match for match in matches.apart if not verbatim(match.pair)]
    for match in (*matches.alike, *matches.apart):
        pairs.setdefault((match.pair.one.number, match.pair.other.number), match.pair)
    for pair in (pair for near in alignment.candidates(one, other) for pair in near if one != other):
        if (denied(pair) or turned_round(pair)) and not verbatim(pair):
            pairs.setdefault((pair.one.number, pair.other.number), pair)
    reworded = {
        (pair.one.quote.id, pair.other.quote.id)
        for pair in pairs.values()
        if pair.one.said and pair.one.quote and pair.other.quote and differences(pair)
    }
    pairs = {key: pair for key, pair in pairs.items() if pair.one.said or not _quoted(pair) & reworded}
    settled = {
        key: pair.score
        for pair in sorted(pairs.values(), key=lambda pair: pair.score)
        if pair.deed == "same" and pair.actor == "same" and pair.one.negated == pair.other.negated
        if not of_another(pair.one, pair.other)
        for key in ((0, pair.one.number), (1, pair.other.number))
    }
    alike, apart, open_ = map(of_pair, (matches.alike, matches.apart, matches.open))
    found = []
    for key, pair in pairs.items():
        places = (0, pair.one.number), (1, pair.other.number)
        done = {
            "actor": any(place in settled for place in places),
            "polarity": any(settled.get(place, 0.0) > pair.score for place in places),
        }
        told = [item for item in differences(pair) if not done.get(item.kind)] if not verbatim(pair) else []
        values = tuple(alike.get(key, ()))
        found.append(Found(pair, (*told, *map(apart_in, apart.get(key, ()))), values, key in open_))
    who = {(item.one.sentence, item.other.sentence) for item in found for told in item.told if told.kind in _WHO}
    for rival in rivals(alignment, one, other) if one != other else ():
        if (rival.one.sentence, rival.other.sentence) not in who and not verbatim(rival.pair):
            found.append(Found(rival.pair, (renamed(rival),)))
    return found
