"""Claims of two reports: the same deed denied, turned round, or done by another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property

from newsclaims.compare.contexts import cut_out, likeness, stems
from newsclaims.compare.sides import Agreement, Difference, Side
from newsclaims.model import Argument, Claim, Reference
from newsclaims.table import rows, word_classes

word_class = word_classes("compare")

_ALIKE = 0.6
_MOST = 50  # claims of one verb that a claim is compared with


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    return frozenset((one, other) for one, other in rows("checks", "opposites"))


class _Deeds:
    """The claims of a report with what is asked of them for every pair: read once, or once a verb."""

    def __init__(self, side: Side) -> None:
        self.side = side
        self._about: dict[str, frozenset[str]] = {}
        self._actor: dict[str, frozenset[str]] = {}
        self._person: dict[str, frozenset[str]] = {}

    def about(self, claim: Claim) -> frozenset[str]:
        """Return the content words of what a claim says about its actor: object and arguments, without facts."""
        found = self._about.get(claim.id)
        if found is None:
            facts = self.side.facts(claim.sentence)
            parts: list[Reference | Argument] = [*([claim.object] if claim.object else []), *claim.arguments]
            text = self.side.article.text
            said = " ".join(cut_out(text, part.start, part.end, facts) for part in parts)
            found = self._about[claim.id] = stems(said)
        return found

    def actor(self, claim: Claim) -> frozenset[str]:
        """Return the content words of who acts: all names of the entity, or the words of the subject."""
        found = self._actor.get(claim.id)
        if found is None:
            found = frozenset()
            if claim.subject is not None:
                found = stems(claim.subject.text) | self.side.named_stems(claim.subject.entity)
            self._actor[claim.id] = found
        return found

    def person(self, claim: Claim) -> frozenset[str]:
        """Return the words of all names of the person who acts; a title, `Inspector`, makes no two people one."""
        found = self._person.get(claim.id)
        if found is None:
            found = frozenset()
            entity = self.side.names.get((claim.subject.entity if claim.subject else None) or "")
            if entity is not None and claim.subject is not None and entity.type == "person" and _named(entity.name):
                found = self.side.spoken_names(entity.id, claim.subject.text) - _titles(entity.roles)
            self._person[claim.id] = found
        return found

    @cached_property
    def doers(self) -> dict[tuple[str, str], tuple[str, bool]]:
        """Verb and word of a name -> the first claim with them, and whether there are more."""
        found: dict[tuple[str, str], tuple[str, bool]] = {}
        for claim in self.side.article.claims:
            for word in self.person(claim):
                key = claim.predicate.lemma, word
                found[key] = (found[key][0], True) if key in found else (claim.id, False)
        return found

    def does_too(self, person: frozenset[str], claim: Claim) -> bool:
        """Return whether the report lets a person do the same deed too: two may sign, or lead, one thing."""
        for word in person:
            first, more = self.doers.get((claim.predicate.lemma, word), (claim.id, False))
            if more or first != claim.id:
                return True
        return False


def _pairs(one: Side, other: Side) -> Iterator[tuple[Claim, Claim]]:
    """Yield claims of the two reports whose verbs are the same or opposites."""
    by_verb: dict[str, list[Claim]] = {}
    for claim in other.article.claims:
        by_verb.setdefault(claim.predicate.lemma, []).append(claim)
    against: dict[str, list[str]] = {}
    for verb, opposite in _opposites():
        against.setdefault(verb, []).append(opposite)
    for claim in one.article.claims:
        for verb in (claim.predicate.lemma, *sorted(against.get(claim.predicate.lemma, ()))):
            for match in by_verb.get(verb, ())[:_MOST]:
                yield claim, match


def claim_differences(one: Side, other: Side) -> list[Difference]:
    """Return claims that contradict each other in polarity or actor."""
    found = []
    done: set[tuple[int, int]] = set()
    ours, theirs = _Deeds(one), _Deeds(other)
    for claim, match in _pairs(one, other):
        key = (claim.sentence, match.sentence)
        if key in done:
            continue
        kind = _difference(ours, claim, theirs, match)
        if kind == "polarity":
            done.add(key)
            message = f"{_verb(claim)} against {_verb(match)}"
            found.append(Difference("polarity", message, (one.place(claim), other.place(match))))
        elif kind == "actor":
            done.add(key)
            message = f"{_who(one, claim)} against {_who(other, match)}"
            found.append(Difference("actor", message, (one.place(claim), other.place(match))))
    return found


def _difference(one: _Deeds, claim: Claim, other: _Deeds, match: Claim) -> str | None:
    opposite = claim.predicate.lemma != match.predicate.lemma
    if _taken_back(claim) != _taken_back(match):
        return None
    if not opposite and claim.predicate.lemma in word_class("common-verbs"):
        return None
    about, theirs = one.about(claim), other.about(match)
    actor, rival = one.actor(claim), other.actor(match)
    same_object = len(about & theirs) >= _ALIKE * max(1, min(len(about), len(theirs)))
    bare = not about and not theirs
    # a pronoun that nothing is known of may be anybody, but only the same words make it the same deed
    same_actor = bool(actor & rival) or (not opposite and bool(about) and about == theirs and not (actor and rival))
    flipped = (claim.negated != match.negated) != opposite
    same = same_actor or (claim.voice == match.voice == "passive" and not actor | rival)
    if flipped and _denies(claim, match) and (same_object or bare) and same:
        return "polarity"
    alike = not flipped and not opposite and claim.negated == match.negated
    if alike and (same_object or _one_thing(claim, match)) and len(about & theirs) >= 1:
        mine, yours = one.person(claim), other.person(match)
        if mine and yours and not mine & yours and claim.quote is None and match.quote is None:
            return None if one.does_too(yours, claim) or other.does_too(mine, match) else "actor"
    return None


def _denies(claim: Claim, match: Claim) -> bool:
    """Return whether both claims state something, so that one may deny the other.

    A bare infinitive or -ing form states nothing (`decided not to pay`, `against paying`), nor does `you pay`; what may
    be denies nothing that is.
    """
    for item in (claim, match):
        low = item.predicate.text.lower()
        if low.startswith(("to ", "not to ")) or (" " not in low and low.endswith("ing")):
            return False
        if item.subject is not None and item.subject.text.lower() in ("you", "one", "anybody", "anyone"):
            return False
    return (claim.modality in _UNREAL) == (match.modality in _UNREAL)


def _taken_back(claim: Claim) -> bool:
    """Return whether somebody denies or doubts the claim: that is neither the deed nor its opposite."""
    return claim.modality in ("denied", "doubted")


_UNREAL = frozenset(("possible", "conditional", "asked", "obliged", "doubted"))


def _titles(roles: Iterable[str]) -> frozenset[str]:
    return frozenset(word.strip(".,'’").lower() for role in roles for word in role.split())


def _one_thing(claim: Claim, match: Claim) -> bool:
    """Return whether both deeds are done to one thing, whatever else is told of them: `signed the agreement`."""
    if claim.object is None or match.object is None:
        return False
    definite = all(item.text[:4].lower() == "the " for item in (claim.object, match.object))
    ours, theirs = (stems(item.text) for item in (claim.object, match.object))
    return definite and bool(ours) and ours == theirs


def _named(name: str) -> bool:
    return name[:1].isupper() and " " in name


def _verb(claim: Claim) -> str:
    return claim.predicate.text


def _who(side: Side, claim: Claim) -> str:
    entity = side.names.get((claim.subject.entity if claim.subject else None) or "")
    return entity.name if entity else claim.subject.text if claim.subject else ""


def claim_agreements(one: Side, other: Side) -> list[Agreement]:
    """Return claims that both reports make: the same verb, actor and object, once for each claim."""
    found = []
    mine: set[str] = set()
    yours: set[str] = set()
    ours, theirs = _Deeds(one), _Deeds(other)
    for claim, match in _pairs(one, other):
        if claim.id in mine or match.id in yours or claim.predicate.lemma != match.predicate.lemma:
            continue
        about, rival = ours.about(claim), theirs.about(match)
        same = about == rival or likeness(about, rival) >= _ALIKE
        same = same and _taken_back(claim) == _taken_back(match)
        if same and claim.negated == match.negated and bool(ours.actor(claim) & theirs.actor(match)):
            mine.add(claim.id)
            yours.add(match.id)
            found.append(Agreement("claim", (one.place(claim), other.place(match))))
    return found
