"""Infinitives for an end that is told before the deed, `To win, Reed spent more`, or behind *in order* and *so as*."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade, passive
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NOMINATIVE, Clause, Phrase, detach
from newsclaims.syntax.noun_infinitives import for_others, possessor, takes_infinitive
from newsclaims.syntax.vocabulary import word_class

_LONGEST: Final = 30
"""Chunks of a fronted infinitive with all that belongs to it at most."""


def _acts_ahead(cascade: Cascade, clause: Clause, verb: Chunk) -> bool:
    """Tell whether an infinitive opens its sentence and what the subject behind the comma does it for.

    That subject is somebody with an active verb of its own that is no form of be; a comment of the writer's (`To be
    sure, Reed won`), a thing (`To win the seat, money is needed`) and a deed that is a subject itself (`To lose the
    seat, of course, hurts`) give none.
    """
    if verb.kind != g.INFINITIVE or clause.verb is not None or clause.subject is not None or not clause.finite:
        return False
    if verb.shape == "tu" or cascade.lemma(verb) in word_class("commenting") or _worse(cascade):
        return False
    main = _main(cascade)
    if main is None or _somebody_elses(cascade):
        return False
    subject, deed = main
    if subject.shape[-1] in "TZ":
        return False  # "To win the race, Monday comes too soon"
    somebody = cascade.word(subject) in NOMINATIVE or animate(cascade, Phrase(subject)) > 0
    return somebody and not passive(deed) and deed.shape.rstrip("o") != "B"


def _somebody_elses(cascade: Cascade) -> bool:
    """Tell whether the noun right before says that others are to act: `Despite calls to resign, the mayor stays`.

    Or whose it is: `Amid Reed's attempt to buy the mill, its owner fled`.
    """
    np = cascade.np
    if np is None or np.chunk is not cascade.previous or np.preposition is None or np.preposition == "in":
        return False
    noun = cascade.lemma(np.chunk)
    return takes_infinitive(noun) and (for_others(noun) or possessor(cascade, np) is not None)


def _worse(cascade: Cascade) -> bool:
    """Tell whether the writer only compares: `To make matters worse, Reed lost her purse`."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    return bool(behind) and cascade.word(behind[0]) in ("matters", "things")


def _main(cascade: Cascade) -> tuple[Chunk, Chunk] | None:
    """Return the subject's chunk and the finite verb behind the last comma of a fronted infinitive, None without."""
    chunks = cascade.chunks[cascade.at + 1 : cascade.at + _LONGEST]
    for at, chunk in enumerate(chunks):
        if chunk.kind == g.FINITE and (not at or chunks[at - 1].kind != g.RELATIVE):
            return _subject(chunks, at)  # no "To win Lowton, which votes first"
        if chunk.kind in (g.STOP, g.DASH, g.THAT, g.SUBORDINATOR):
            return None
    return None


def _subject(chunks: list[Chunk], at: int) -> tuple[Chunk, Chunk] | None:
    """Return subject and verb where a comma stands before it and only adverbs and phrases of its own behind it."""
    deed, found = chunks[at], None
    for before in range(at - 1, -1, -1):
        chunk = chunks[before]
        if chunk.kind == g.COMMA:
            return (found, deed) if found is not None else None
        if chunk.kind in g.NOUNS:
            found = chunk
        elif chunk.kind not in (g.ADVERB, g.PREPOSITION, g.OPENING, g.CLOSING):
            return None
    return None


def _marked(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether *in order* or *so as* stands right before an infinitive, and take it for no phrase of the clause."""
    at = cascade.chunks[cascade.at].first
    before = [token.lower for token in cascade.tokens[max(0, at - 2) : at]]
    if before == ["so", "as"]:
        return clause.verb is not None
    np = cascade.np
    if before != ["in", "order"] or np is None or np.last != at or np.preposition != "in":
        return False
    host, part = np.host, bool(np.before)
    clause.arguments = [pair for pair in clause.arguments if pair[1] is not np]
    if part:
        detach(np)
    cascade.np = host
    return True


def told_apart(cascade: Cascade, clause: Clause, verb: Chunk) -> bool:
    """Start an end that is told before the deed or is marked as one: `in order to win`, `To win, Reed spent more`.

    Of a passive deed nobody knows who acts: `The park was sold in order to save money`.
    """
    outer = clause.parent
    closed = cascade.comma and clause.opener == kinds.RELATIVE and clause.finite and not clause.restrictive
    if closed and clause.verb is not None and outer is not None and outer.verb is not None and not outer.passive:
        cascade.clause = clause = outer  # "rang his brother, who lives in Marle, to tell him"
        cascade.np = outer.objects[-1] if outer.objects else None
    marked, ahead = _marked(cascade, clause), _acts_ahead(cascade, clause, verb) or clause is outer
    if not marked and not ahead:
        return False
    inner = cascade.push(kinds.NONFINITE, verb.first)
    inner.shares = clause
    surface = clause.surface()
    thing = surface is None or (animate(cascade, surface) == 0 and not surface.pronoun)
    inner.silent = clause.verb is not None and clause.passive and thing
    if clause.verb is not None:
        clause.content.append(("to-inf", inner))
    else:
        inner.silent = not ahead
    return cascade.start(inner, verb, "claims.purpose-infinitive")
