"""In what two statements of the same thing differ: value, date, polarity, modality, actor, speaker, wording."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from newsclaims.facts.alignment import Pair
from newsclaims.facts.lexical import concepts
from newsclaims.facts.statement import Participant, Statement
from newsclaims.facts.values import Relation, comparable, dates_apart, figures_apart
from newsclaims.facts.wording import same_words, variant
from newsclaims.model import Date, Figure, Span

Kind = Literal["figure", "date", "actor", "polarity", "modality", "quote-speaker", "quote-wording"]
Value = Figure | Date
Fact = TypeVar("Fact", Figure, Date)

_SURE = 0.75  # score of a pair from which another value, actor or polarity contradicts
_UNREAL = frozenset(("possible", "conditional", "asked", "obliged", "doubted", "denied"))
_PHRASE = 8  # words from which a quote is more than a phrase that another may take up


@dataclass(frozen=True, slots=True)
class Difference:
    """What two aligned statements tell differently, with the words of each that do.

    ``contradiction`` says whether not both can be right; else one only tells more, or less surely (`will`, `may`).
    """

    kind: Kind
    message: str
    one: Span
    other: Span
    contradiction: bool = True


def told_alike(pair: Pair) -> list[tuple[Value, Value, Relation]]:
    """Return the figures and dates that both statements tell with the same value, or with values that agree."""
    return [item for item in value_pairs(pair) if item[2] in ("same", "agree")]


def value_pairs(pair: Pair) -> list[tuple[Value, Value, Relation]]:
    """Return which figure and date of one statement is which of the other, equal values first, and how they stand."""
    found: list[tuple[Value, Value, Relation]] = []
    found += _matched(pair.one.figures, pair.other.figures, _figures)
    found += _matched(pair.one.dates, pair.other.dates, _dates)
    return found


_ORDER: dict[Relation, int] = {"same": 0, "agree": 1, "open": 2, "apart": 3}
_MOST = 12  # figures of one statement that are compared


def _matched(
    mine: Sequence[Fact], yours: Sequence[Fact], relate: Callable[[Fact, Fact], tuple[Relation | None, int]]
) -> Iterator[tuple[Fact, Fact, Relation]]:
    every = []
    for at, one in enumerate(mine[:_MOST]):
        for place, other in enumerate(yours[:_MOST]):
            relation, far = relate(one, other)
            if relation is not None:
                every.append((_ORDER[relation], far, at, place, relation))
    left, right = set(range(len(mine))), set(range(len(yours)))
    for _, _, at, place, relation in sorted(every):
        if at in left and place in right:
            left.discard(at)
            right.discard(place)
            yield mine[at], yours[place], relation


def _figures(one: Figure, other: Figure) -> tuple[Relation | None, int]:
    """Return how two figures stand to each other, and 1 for those that may measure different things."""
    if not comparable(one, other):
        return None, 0
    relation = figures_apart(one, other)
    measured = concepts(one.of or ""), concepts(other.of or "")
    if relation in ("apart", "open") and all(measured) and not measured[0] & measured[1]:
        return None, 0
    return relation, int(not all(measured))


def _dates(one: Date, other: Date) -> tuple[Relation | None, int]:
    if (one.type == "DURATION") != (other.type == "DURATION"):
        return None, 0
    return dates_apart(one, other), 0


def differences(pair: Pair) -> list[Difference]:
    """Return in what the statements of a pair differ."""
    one, other = pair.one, pair.other
    if one.said or other.said:
        return [*_spoken(pair)]
    found: list[Difference] = []
    found += _polarity(pair)
    found += _modality(pair)
    found += _actors(pair)
    found += _values(pair)
    return found


def _values(pair: Pair) -> Iterator[Difference]:
    """Yield figures and dates that cannot both be right, of a pair that surely tells the same."""
    if pair.score < _SURE or pair.deed == "other" or pair.actor == "other":
        return
    for mine, yours, relation in value_pairs(pair):
        if relation == "apart":
            kind: Kind = "figure" if isinstance(mine, Figure) else "date"
            yield Difference(kind, f"{mine.text} against {yours.text}", _span(mine), _span(yours))


def _span(item: Value | Participant) -> Span:
    return Span(item.text, item.start, item.end)


def _states(item: Statement) -> bool:
    """Return whether a statement asserts something: no bare infinitive or -ing form, nothing of `you`."""
    if item.claim is None:
        return False
    low = item.claim.predicate.text.lower()
    if low.startswith(("to ", "not to ")) or (" " not in low and low.endswith("ing")):
        return False
    return item.actor is None or item.actor.text.lower() not in ("you", "one", "anybody", "anyone")


def _polarity(pair: Pair) -> Iterator[Difference]:
    """Yield a deed that one denies, or the opposite deed of the same somebody to the same something."""
    one, other = pair.one, pair.other
    if one.claim is None or other.claim is None or not (_states(one) and _states(other)):
        return
    if (one.modality in _UNREAL) != (other.modality in _UNREAL) or pair.actor == "other" or pair.object == "other":
        return
    flipped = (one.negated != other.negated) != (pair.deed == "opposed")
    if pair.deed not in ("same", "opposed") or not flipped or pair.score < _SURE or pair.shared < 0.6:
        return
    message = f"{one.claim.predicate.text} against {other.claim.predicate.text}"
    yield Difference("polarity", message, _whole(one), _whole(other))


def _whole(item: Statement) -> Span:
    return Span(item.text, item.start, item.end)


_SURENESS = {"asserted": 0, "planned": 1, "obliged": 1, "alleged": 2, "possible": 2, "conditional": 2}


def _modality(pair: Pair) -> Iterator[Difference]:
    """Yield what one tells as a fact and the other as alleged, possible or planned: no contradiction."""
    one, other = pair.one, pair.other
    ours, theirs = _SURENESS.get(one.modality), _SURENESS.get(other.modality)
    if pair.deed == "same" and one.negated == other.negated and None not in (ours, theirs) and ours != theirs:
        yield Difference("modality", f"{one.modality} against {other.modality}", _whole(one), _whole(other), False)


def _actors(pair: Pair) -> Iterator[Difference]:
    """Yield one deed, done to the same, by two people with names."""
    one, other = pair.one, pair.other
    if pair.actor != "other" or pair.deed != "same" or one.negated != other.negated or one.actor is None:
        return
    if other.actor is None or one.claim is None or other.claim is None or one.claim.quote or other.claim.quote:
        return
    mine, yours = (_telling(item) for item in (one, other))
    if len(mine & yours) >= 2 and len(mine & yours) >= 0.6 * min(len(mine), len(yours)):
        message = f"{one.actor.name} against {other.actor.name}"
        yield Difference("actor", message, _span(one.actor), _span(other.actor))


def _telling(item: Statement) -> frozenset[str]:
    """Return what a statement is about beside its actor."""
    actor = item.actor.text if item.actor else ""
    return item.about - concepts(actor)


def _spoken(pair: Pair) -> Iterator[Difference]:
    one, other = pair.one, pair.other
    if same_words(one.said, other.said):
        phrase = one.quote and other.quote and "mixed" in (one.quote.kind, other.quote.kind)
        if pair.speaker == "other" and not (phrase and min(len(one.said), len(other.said)) < _PHRASE):
            message = f"{_name(one.speaker)} against {_name(other.speaker)}"
            yield Difference("quote-speaker", message, _whole(one), _whole(other))
    elif pair.speaker == "same" and variant(one.said, other.said):
        yield Difference("quote-wording", "one quote in two wordings", _whole(one), _whole(other))


def _name(speaker: Participant | None) -> str:
    return (speaker.name or speaker.text) if speaker else "nobody"
