"""Which clause a participle goes with: the one right before it, or one around that."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NOMINATIVE, Clause, Phrase, lengthen
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame
from newsclaims.words.preferences import affected


def restricted(cascade: Cascade, clause: Clause, verb: Chunk) -> Clause | None:
    """Return the clause around a relative one without a comma before it; None for others, and where it has no verb.

    What a participle describes is passed over: `struck a deal with unions representing workers who quit, ending it`.
    """
    outer = clause.parent
    if clause.gap == "whose" and cascade.lemma(verb) in ("cause", "force", "leave"):
        return None  # "sued a firm whose dam broke, leaving six dead"
    thing = clause.antecedent
    if thing is not None and cascade.lemma(verb) in word_class("harming") and animate(cascade, thing) < 2:
        return None  # "built a tower that fell, killing six"
    while outer is not None and outer.rule == "claims.participle-on-noun" and outer.parent is not None:
        outer = outer.parent
    if clause.opener != kinds.RELATIVE or clause.first < 1 or outer is None or outer.verb is None or not outer.finite:
        return None
    bare = outer.opener in (kinds.MAIN, kinds.THAT) and cascade.tokens[clause.first - 1].tag not in (",", ":")
    return outer if bare else None


def case(clause: Clause) -> bool:
    """Tell whether a participle says what somebody does in one of several cases: `including the firm leaving`."""
    whose = clause.subject if clause.rule == "claims.participle-on-noun" else None
    return whose is not None and whose.preposition == "including"


def apart(cascade: Cascade) -> bool:
    """Tell whether a comma stands before the preposition that stands before this chunk."""
    first = cascade.preposition[1].first if cascade.preposition is not None else 0
    return first > 0 and cascade.tokens[first - 1].text == ","


def closes(cascade: Cascade, host: Clause) -> bool:
    """Tell whether a comma closes a relative clause between commas, behind a clause that has its verb."""
    outer = host.parent
    if host.opener != kinds.RELATIVE or host.restrictive or outer is None or outer.verb is None:
        return False
    return host.gap == "subject" and apart(cascade)


def joined(cascade: Cascade) -> bool:
    """Tell whether a conjunction stands before the preposition that stands before this chunk."""
    before = cascade.chunks[cascade.at - 2 : cascade.at - 1] if cascade.at > 1 else []
    return bool(before) and before[0].kind == g.CONJUNCTION


def dated(cascade: Cascade, time: Phrase, verb: Chunk) -> Phrase | None:
    """Return the object that only a time parts from its participle: `held a man on Friday accused of theft`.

    Not what only persons suffer and no person is: `left the party last year disappointed with Holt`.
    """
    clause = cascade.clause
    if verb.kind == g.ING and not cascade.comma and time.preposition in (None, "in", "on"):
        ends = [one for role, one in clause.arguments if role == "with" and one.last == time.start]
        if not ends or (ends[0].start and cascade.tokens[ends[0].start - 1].text != ","):
            return None
        clause.arguments = [pair for pair in clause.arguments if pair[1] is not time]
        lengthen(ends[0], time.last)
        return ends[0]  # ", with a count on Monday giving her the lead"
    if not time.time or verb.kind != g.PARTICIPLE or verb.shape != "e" or cascade.comma or not clause.objects:
        return None
    thing = clause.objects[-1]
    lemma = cascade.lemma(verb)
    suffers = (affected(lemma) or 0) >= 60 and animate(cascade, thing) < 2 and verb_frame(lemma).predicative < 8
    close = thing.last in (time.first, time.start) and time.preposition in (None, "on", "in") and clause.finite
    plain = not clause.passive and not thing.pronoun and not suffers
    return thing if close and plain and cascade.previous is time.chunk else None


def busy(cascade: Cascade, clause: Clause, np: Phrase) -> bool:
    """Tell whether somebody is at a named place doing something: `He was in Germany setting up a branch`.

    Also `The gang had regrouped at Lowton searching for a car`.
    """
    outer, surface = clause.parent, clause.parent.surface() if clause.parent is not None else None
    if outer is None or surface is None or outer.passive or outer.objects or np.preposition not in ("at", "in"):
        return False
    hangs = (
        not outer.copular and np.host is not None and np.link == "prep"
    )  # "in a house in Lowton overlooking the sea"
    acts = animate(cascade, surface) > outer.copular or cascade.word(surface.chunk) in NOMINATIVE
    return acts and not hangs and cascade.tokens[np.head].tag == "NNP" and np.chunk is cascade.previous
