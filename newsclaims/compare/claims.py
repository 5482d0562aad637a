"""Claims of two reports: the same deed denied, turned round, or done by another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from newsclaims.compare.contexts import cut_out, likeness, stems
from newsclaims.compare.sides import Agreement, Difference, Side
from newsclaims.model import Argument, Claim, Date, Figure, Reference
from newsclaims.table import rows, word_classes

word_class = word_classes("compare")

_ALIKE = 0.6
_MOST = 50  # claims of one verb that a claim is compared with


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    return frozenset((one, other) for one, other in rows("checks", "opposites"))


def _about(side: Side, claim: Claim) -> frozenset[str]:
    """Return the content words of what a claim says about its actor: object and arguments, without facts."""
    line = side.reading.lines[claim.sentence]
    facts: list[Figure | Date] = [*line.figures, *line.dates]
    parts: list[Reference | Argument] = [*([claim.object] if claim.object else []), *claim.arguments]
    text = side.article.text
    return stems(" ".join(cut_out(text, part.start, part.end, facts) for part in parts))


def _actor(side: Side, claim: Claim) -> frozenset[str]:
    """Return the content words of who acts: all names of the entity, or the words of the subject."""
    if claim.subject is None:
        return frozenset()
    entity = side.names.get(claim.subject.entity or "")
    names = " ".join(mention.text for mention in entity.mentions if mention.kind != "pronoun") if entity else ""
    return stems(f"{claim.subject.text} {entity.name if entity else ''} {names}")


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
    for claim, match in _pairs(one, other):
        key = (claim.sentence, match.sentence)
        if key in done:
            continue
        kind = _difference(one, claim, other, match)
        if kind == "polarity":
            done.add(key)
            message = f"{_verb(claim)} against {_verb(match)}"
            found.append(Difference("polarity", message, (one.place(claim), other.place(match))))
        elif kind == "actor":
            done.add(key)
            message = f"{_who(one, claim)} against {_who(other, match)}"
            found.append(Difference("actor", message, (one.place(claim), other.place(match))))
    return found


def _difference(one: Side, claim: Claim, other: Side, match: Claim) -> str | None:
    about, theirs = _about(one, claim), _about(other, match)
    actor, rival = _actor(one, claim), _actor(other, match)
    opposite = claim.predicate.lemma != match.predicate.lemma
    if not opposite and claim.predicate.lemma in word_class("common-verbs"):
        return None
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
        mine, yours = _person(one, claim), _person(other, match)
        if mine and yours and not mine & yours and claim.quote is None and match.quote is None:
            return None if _does_too(one, yours, claim) or _does_too(other, mine, match) else "actor"
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


_UNREAL = frozenset(("possible", "conditional", "asked", "obliged"))


def _person(side: Side, claim: Claim) -> frozenset[str]:
    """Return the words of all names of the person who acts; a title, `Inspector`, does not make two people one."""
    entity = side.names.get((claim.subject.entity if claim.subject else None) or "")
    if entity is None or claim.subject is None or entity.type != "person" or not _named(entity.name):
        return frozenset()
    return side.spoken_names(entity.id, claim.subject.text) - _titles(entity.roles)


def _titles(roles: Iterable[str]) -> frozenset[str]:
    return frozenset(word.strip(".,'’").lower() for role in roles for word in role.split())


def _one_thing(claim: Claim, match: Claim) -> bool:
    """Return whether both deeds are done to one thing, whatever else is told of them: `signed the agreement`."""
    if claim.object is None or match.object is None:
        return False
    definite = all(item.text[:4].lower() == "the " for item in (claim.object, match.object))
    ours, theirs = (stems(item.text) for item in (claim.object, match.object))
    return definite and bool(ours) and ours == theirs


def _does_too(side: Side, person: frozenset[str], claim: Claim) -> bool:
    """Return whether a report lets a person do the same deed too: two may sign, or lead, one thing."""
    return any(
        item is not claim and item.predicate.lemma == claim.predicate.lemma and bool(_person(side, item) & person)
        for item in side.article.claims
    )


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
    used: set[str] = set()
    for claim, match in _pairs(one, other):
        if claim.id in used or match.id in used or claim.predicate.lemma != match.predicate.lemma:
            continue
        about, theirs = _about(one, claim), _about(other, match)
        same = about == theirs or likeness(about, theirs) >= _ALIKE
        if same and claim.negated == match.negated and bool(_actor(one, claim) & _actor(other, match)):
            used |= {claim.id, match.id}
            found.append(Agreement("claim", (one.place(claim), other.place(match))))
    return found
