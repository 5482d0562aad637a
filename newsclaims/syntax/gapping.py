"""Clauses that go on without their verb: what stands behind *and* is built like what stands before it."""

from __future__ import annotations

from typing import Final

from newsclaims.rule import rule
from newsclaims.syntax import chunks as g
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase

_AHEAD: Final = 10


def gapped(cascade: Cascade, phrase: Phrase) -> bool:
    """A verb that is said once for two pairs: `accused of theft by one woman and fraud by another`.

    The phrase behind *and* is followed by the preposition of the last argument before it, with a phrase of the same
    kind, and no verb comes; it stands beside the argument before that one, or the object.
    """
    clause, conjunction = cascade.clause, cascade.conjunction
    if clause.verb is None or not clause.arguments or conjunction is None or cascade.word(conjunction) != "and":
        return False
    role, last = clause.arguments[-1]
    if last.last != conjunction.first or role == "of" or last.preposition is None or last.first < clause.verb.first:
        return False
    second = _parallel(cascade, role)
    if second is None:
        return False
    beside = clause.objects[0] if len(clause.objects) == 1 and not clause.passive else None
    before = clause.arguments[-2] if len(clause.arguments) > 1 else None
    if before is not None and before[1].last == last.start and _alike(cascade, before[1], phrase.chunk, before[0]):
        beside = before[1]
    else:
        if before is not None and before[1].last == last.start and not last.time:
            return False  # "approved it despite objections from residents and a warning from engineers"
        before = None
        if beside is not None and _opening(beside.chunk) != _opening(phrase.chunk):
            return False
    if beside is None or beside.last > last.start:
        return False
    if not _alike(cascade, last, second, role):
        built = beside.chunk.shape == phrase.chunk.shape != last.chunk.shape == second.shape
        if not built:  # "found guns in the car and drugs in the house"
            return False
    again = Clause(clause.opener, clause.parent, phrase.first, clause.word)
    again.shares, again.passive, again.antecedent, again.gap = clause, clause.passive, clause.antecedent, clause.gap
    again.governors, again.silent = list(clause.governors), clause.silent
    cascade.start(again, clause.verb, "claims.gapped-verb")
    again.passive = clause.passive
    clause.lends = None
    if before is None:
        again.objects.append(phrase)
    else:
        again.objects += clause.objects
        phrase.preposition = before[0]
        again.arguments.append((before[0], phrase))
    return True


rule("claims.gapped-verb")(gapped)


def identified(cascade: Cascade, phrase: Phrase) -> bool:
    """A form of be that is said once for two names: `Howard was the gunman and Hillie the driver`."""
    clause, behind = cascade.clause, cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if not clause.copular or len(clause.objects) != 1 or clause.there or clause.subject is None or clause.verb is None:
        return False
    object_ = clause.objects[0]
    names = set(phrase.chunk.shape) | set(clause.subject.chunk.shape) == {"N"}
    if not names or not behind or behind[0].kind != g.NOUN or behind[0].first != phrase.last:
        return False
    if _opening(behind[0]) != "d" != _opening(phrase.chunk) or _opening(object_.chunk) != "d":
        return False
    if cascade.tokens[phrase.first - 1].lower != "and" or (len(behind) > 1 and behind[1].kind in g.VERBS):
        return False
    again = Clause(clause.opener, clause.parent, phrase.first, clause.word)
    again.subject, again.governors = phrase, list(clause.governors)
    cascade.start(again, clause.verb, "claims.gapped-verb")
    return True


def recounted(cascade: Cascade, phrase: Phrase) -> bool:
    """A verb that is said once for two counts and places: `30 deaths were reported in Lima and 21 in Quito`."""
    clause, conjunction = cascade.clause, cascade.conjunction
    subject = clause.surface()
    if clause.verb is None or subject is None or not clause.arguments or conjunction is None or clause.objects:
        return False
    role, last = clause.arguments[-1]
    numbers = phrase.chunk.shape == "c" and "c" in subject.chunk.shape and subject.last < clause.verb.last
    if not numbers or last.last != conjunction.first or _parallel(cascade, role) is None:
        return False
    again = Clause(clause.opener, clause.parent, phrase.first, clause.word)
    again.subject, again.governors = phrase, list(clause.governors)
    cascade.start(again, clause.verb, "claims.gapped-verb")
    again.passive = clause.passive
    cascade.np = None
    return True


def counted(cascade: Cascade, phrase: Phrase) -> bool:
    """A verb that is said once for two counts: `The party won 12 seats and its rival nine`, `..., the Greens four`.

    The clause before has a count for its only object; the phrase ends in a number, and nothing but a comma, *and* or a
    stop follows.
    """
    clause, chunk = cascade.clause, phrase.chunk
    if clause.verb is None or clause.copular or clause.passive or not clause.finite or len(clause.objects) != 1:
        return False
    object_, shape = clause.objects[0], chunk.shape
    close = object_.last in (chunk.first - 1, chunk.first - 2) or clause.rule == "claims.gapped-verb"
    unit = shape[-2:] == "cn" and cascade.tokens[chunk.head].lower in ("percent", "%")  # "Ann Gray 3 percent"
    length = 2 if unit else 1
    if object_.chunk.shape[0] != "c" or len(shape) <= length or shape[0] not in "dpNn" or not close:
        return False
    if (
        shape[-length] != "c"
        or "T" in shape
        or "Z" in shape
        or shape.count("c") > 1
        or chunk.last - chunk.first != len(shape)
    ):
        return False
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    if behind and behind[0].kind not in (g.COMMA, g.CONJUNCTION, g.STOP, g.DASH):
        return False
    split = chunk.last - length
    name = Chunk(g.NOUN, chunk.first, split, split - 1, shape[:-length])
    number = Chunk(g.NOUN, split, chunk.last, chunk.last - 1, shape[-length:])
    again = Clause(clause.opener, clause.parent, chunk.first, clause.word)
    again.subject, again.governors = Phrase(name), list(clause.governors)
    cascade.start(again, clause.verb, "claims.gapped-verb")
    again.objects.append(Phrase(number))
    cascade.np = again.objects[0]
    return True


def _parallel(cascade: Cascade, role: str) -> Chunk | None:
    """Return the noun chunk behind the same preposition, where no verb follows: `and fraud | by another`."""
    at = cascade.at + 1
    behind = cascade.chunks[at : at + _AHEAD]
    while len(behind) > 3 and behind[0].shape == "f" and behind[1].kind == g.NOUN:
        behind = behind[2:]  # "and its share of the port in June"
    if len(behind) < 2 or behind[0].kind != g.PREPOSITION or cascade.word(behind[0]) != role:
        return None
    for chunk in behind[1:]:
        if chunk.kind in (g.STOP, g.DASH, g.COMMA):
            break
        if chunk.kind in g.VERBS:
            return None
    return behind[1] if behind[1].kind in g.NOUNS else None


def _opening(chunk: Chunk) -> str:
    """Return how a phrase begins: all determiners count as one."""
    return "d" if chunk.shape[0] in "dkp" else chunk.shape[0]


def _alike(cascade: Cascade, first: Phrase, chunk: Chunk, role: str) -> bool:
    """Tell whether two phrases are both times, both sums, both names or both persons; of things only agents are."""
    second = Phrase(chunk)
    if first.time or second.time:
        return first.time and second.time
    if role in ("by", "of") or (first.pronoun and second.pronoun):
        return True
    for letter in "$cN":
        if letter in first.chunk.shape or letter in chunk.shape:
            return letter in first.chunk.shape and letter in chunk.shape
    return animate(cascade, first) > 0 and animate(cascade, second) > 0


def second_of_kind(cascade: Cascade, np: Phrase, phrase: Phrase) -> bool:
    """Tell whether a phrase behind *and* is built as that before it: `despite objections from A and a warning from B`.

    Both are followed by the same preposition, so that it is no second phrase behind the first one's.
    """
    host, following = np.host, cascade.following()
    if host is None or np.preposition in (None, "of") or np.link != "prep" or host.last not in (np.start, np.last):
        return False
    if np.chunk.shape[0] in "dkp" and phrase.chunk.shape[0] not in "dkp":
        return False  # "interest in the trade and investment opportunities in the region"
    same = following is not None and following.kind == g.PREPOSITION and cascade.word(following) == np.preposition
    return same and host.preposition is not None and not host.time and not np.time and np.chunk.kind == g.NOUN


def again(cascade: Cascade, phrase: Phrase) -> bool:
    """Start the clause that a phrase opens whose verb was said before; tell whether it does."""
    joined = cascade.conjunction is not None
    if joined and any(same(cascade, phrase) for same in (gapped, identified, recounted)):
        return True
    return counted(cascade, phrase)
