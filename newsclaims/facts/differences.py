"""In what two statements of the same thing differ: value, date, polarity, modality, actor, speaker, wording."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from newsclaims.facts.comparatives import turned
from newsclaims.facts.courses import crossed
from newsclaims.facts.harm import harmed
from newsclaims.facts.lexical import content_words
from newsclaims.facts.matching import Match
from newsclaims.facts.offices import offices, same_office
from newsclaims.facts.pair import Pair
from newsclaims.facts.polarity import asks, flipped, signs
from newsclaims.facts.rivals import Rival
from newsclaims.facts.statement import Participant, Statement
from newsclaims.facts.themes import of_another, telling, times_apart, values
from newsclaims.facts.values import Value
from newsclaims.facts.weights import chance
from newsclaims.facts.wording import same_words, variant
from newsclaims.model import Figure, Span
from newsclaims.table import word_classes

word_class = word_classes("facts")

Kind = Literal["figure", "date", "name", "actor", "polarity", "modality", "quote-speaker", "quote-wording"]

_DENIED = 0.45  # chance from which a yes and a no, or a deed and its opposite, contradict each other
_ELSEWISE = 0.55  # and from which two deeds in other words do
_SETTLED, _MORE = 0.85, 0.3  # and how much surer they must be where another statement is told alike
_FAINT = 0.4  # score below which two sentences must be the most like each other
_RETOLD = 0.5  # and from which two reports tell one thing so much alike that opposites do wherever they stand
_OPPOSED, _PLACE = 0.37, 0.9  # and from which opposites do of two sentences that are each the most like the other
_SAME_DEED = 0.6  # score from which one deed is told with two people
_PHRASE, _FEW = 8, 4  # words from which a quote is more than a phrase, and from which a telling phrase is one man's


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


def apart_in(match: Match) -> Difference:
    """Return two values that cannot both be right as a difference."""
    kind: Kind = "figure" if isinstance(match.one, Figure) else "date"
    return Difference(kind, f"{match.one.text} against {match.other.text}", _span(match.one), _span(match.other))


def renamed(rival: Rival) -> Difference:
    """Return two names of one somebody, or of one place, as a difference."""
    one, other = rival.one.mention, rival.other.mention
    ours, theirs = (Span(item.text, item.start, item.end) for item in (one, other))
    return Difference("name", f"{rival.one.entity.name} against {rival.other.entity.name}", ours, theirs)


def differences(pair: Pair) -> list[Difference]:
    """Return in what the statements of a pair differ, except for their values (``matching.match_values``)."""
    one, other = pair.one, pair.other
    if one.said or other.said:
        return [*_spoken(pair)]
    found: list[Difference] = []
    found += _polarity(pair)
    found += _turned(pair) if not found else ()
    found += _modality(pair)
    found += _actors(pair)
    return found


def _span(item: Value | Participant) -> Span:
    return Span(item.text, item.start, item.end)


def _polarity(pair: Pair) -> Iterator[Difference]:
    """Yield a deed that one denies, or the opposite deed of the same somebody to the same something."""
    if denied(pair) or crossed(pair):
        one, other = (item.claim.predicate.text if item.claim else item.text for item in (pair.one, pair.other))
        yield Difference("polarity", f"{one} against {other}", _whole(pair.one), _whole(pair.other))


def denied(pair: Pair) -> bool:
    """Return whether one statement surely denies what the other tells."""
    least = _OPPOSED if pair.deed == "opposed" and pair.best >= _PLACE else _DENIED
    if pair.deed == "other":
        least = _ELSEWISE
    if pair.settled >= _SETTLED:
        least += _MORE  # another statement tells it alike
    sure = pair.deed == "opposed" and pair.retold >= _RETOLD and "same" in (pair.actor, pair.object)
    if pair.best == 0 and pair.score < _FAINT and not sure:
        return harmed(pair)
    return harmed(pair) or (flipped(pair) and chance("denial", signs(pair)) >= least)


def _turned(pair: Pair) -> Iterator[Difference]:
    """Yield two comparisons of one thing that go two ways."""
    words = turned(pair)
    if words is not None:
        yield Difference("polarity", f"{words[0].text} against {words[1].text}", *words)


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
    """Yield one deed, done to the same, by two people with names, or by the same to two whom one report alone knows."""
    one, other = pair.one, pair.other
    if pair.deed != "same" or one.negated != other.negated or one.claim is None or other.claim is None:
        return
    if one.claim.quote or other.claim.quote or asks(one) or asks(other):
        return
    if turned_round(pair):
        yield from _who(one.actor, other.actor)
        return
    if one.deeds & other.deeds & word_class("many-may") or _two_seats(pair):
        return  # two may thank the crews, and two mayors sign a pact
    mine, yours = (telling(item) for item in (one, other))
    both = one.actor, other.actor
    any_ = _indefinite(one.object) or _indefinite(other.object)  # each may become a member
    clear = not any_ and (mine == yours or pair.object == "same")
    if pair.actor == "other" and clear and len(mine & yours) >= max(2.0, 0.6 * min(len(mine), len(yours))):
        yield from _who(*both)
        return
    for likeness, rest, (who, rival) in (
        (pair.actor, pair.object, both), (pair.object, pair.actor, (one.object, other.object)),
    ):  # fmt: skip
        if likeness == "other" and rest != "other" and _unknown(pair, who, rival) and pair.score >= _SAME_DEED:
            shared = (mine & yours) - {f"={deed}" for deed in one.deeds | other.deeds}
            if len(shared) >= 2 or values(one) & values(other):
                yield from _who(who, rival)


def turned_round(pair: Pair) -> bool:
    """Return whether one does to another what is done by the other in the other report: `Reed beat Holt`."""
    one, other = pair.one, pair.other
    told = pair.swapped and one.deeds & other.deeds & word_class("one-way") and not of_another(one, other)
    return bool(told) and one.negated == other.negated and not times_apart(one, other)


def _two_seats(pair: Pair) -> bool:
    """Return whether those who act hold one office of two things: the mayor of Lowton, the mayor of Wessing."""
    held: list[dict[str, frozenset[str]]] = []
    for item in (pair.one, pair.other):
        held.append(dict(office for entity in item.entities_of(item.actor) for office in offices(entity)))
    return any(not same_office(held[0][name], held[1][name]) for name in held[0].keys() & held[1].keys())


def _who(one: Participant | None, other: Participant | None) -> Iterator[Difference]:
    if one and other and not _short_for(one.name or one.text, other.name or other.text):
        yield Difference("actor", f"{one.name} against {other.name}", _span(one), _span(other))


def _short_for(one: str, other: str) -> bool:
    """Return whether one name is a part of the other: the Lakers are the Los Angeles Lakers."""
    short, long = sorted((one.casefold().split(), other.casefold().split()), key=len)
    return set(short) <= set(long)


def _unknown(pair: Pair, one: Participant | None, other: Participant | None) -> bool:
    """Return whether two people whom the statements name stand in one report each."""
    if one is None or other is None or not (one.name and other.name and one.by_name and other.by_name):
        return False
    return _person(pair.one, one) and _person(pair.other, other) and _strange(pair, one, other)


def _strange(pair: Pair, one: Participant | None, other: Participant | None) -> bool:
    """Return whether two people stand in one report each: the other never tells of somebody of that surname."""
    return all(
        who is not None and who.name is not None and who.name.split()[-1] not in article.text
        for who, article in ((one, pair.other.article), (other, pair.one.article))
    )


def _person(item: Statement, who: Participant | None) -> bool:
    return any(entity.type == "person" for entity in item.entities_of(who))


def _indefinite(item: Participant | None) -> bool:
    return item is not None and item.text.lower().startswith(("a ", "an ", "some ", "another "))


def _spoken(pair: Pair) -> Iterator[Difference]:
    one, other = pair.one, pair.other
    if same_words(one.said, other.said):
        if pair.speaker == "other" and _one_mouth(pair):
            message = f"{_name(one.speaker)} against {_name(other.speaker)}"
            yield Difference("quote-speaker", message, _whole(one), _whole(other))
    elif pair.speaker != "other" and variant(one.said, other.said, surely=pair.speaker == "unknown"):
        yield Difference("quote-wording", "one quote in two wordings", _whole(one), _whole(other))


def _one_mouth(pair: Pair) -> bool:
    """Return whether the same words are one person's: many, or a telling phrase of two whom one report knows."""
    one, other = pair.one, pair.other
    if not (_person(one, one.speaker) and _person(other, other.speaker)):
        return False
    if not all(who is not None and who.by_name for who in (one.speaker, other.speaker)):
        return False  # whom `he` means may be read wrong
    shorter = min(one.said, other.said, key=len)
    if len(shorter) >= _PHRASE or not (one.quote and other.quote and "mixed" in (one.quote.kind, other.quote.kind)):
        return True
    return (
        len(shorter) >= _FEW
        and len(content_words(" ".join(shorter))) > 1
        and _strange(pair, one.speaker, other.speaker)
    )


def _name(speaker: Participant | None) -> str:
    return (speaker.name or speaker.text) if speaker else "nobody"
