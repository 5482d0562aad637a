"""What a relative clause with a subject of its own is about: `the pact with Norvane, which he opposed`."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax.antecedent_places import bearer
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.syntax.phrase_chains import carrier, chain
from newsclaims.syntax.vocabulary import word_class


def done_to(cascade: Cascade, clause: Clause, nearest: Phrase, verb: Chunk) -> Phrase:
    """Return what a relative clause that has a subject is about: `the mill in Lowton that Reed built`.

    Behind a comma the nearest, unless one does that only to a deal, a plan or a war: `the pact with Norvane, which he
    opposed`.
    """
    named = nearest.link == "prep" and cascade.tokens[nearest.head].tag in ("NNP", "NNPS")
    if nearest.time or not (named or _described(clause, nearest)):
        return nearest
    if clause.restrictive:
        return carrier(cascade, nearest)
    following, lemma = cascade.following(), cascade.lemma(verb)
    if following is not None and following.kind == g.INFINITIVE:
        lemma = cascade.lemma(following)  # "which she tried to block"
    if clause.word != "which" or lemma not in word_class("agreeing-to"):
        return bearer(cascade, nearest)
    return next(
        (p for p in _behind(cascade, clause, nearest) if cascade.lemma(p.chunk) in word_class("agreed-to")), nearest
    )


def _described(clause: Clause, nearest: Phrase) -> Phrase | None:
    """Return what a participle describes before *which*: `a pact calling for new borders, which both signed`."""
    inner = clause.parent
    if clause.restrictive or inner is None or inner.rule != "claims.participle-on-noun" or inner.finite:
        return None
    inside = nearest in inner.objects or any(phrase is nearest for _, phrase in inner.arguments)
    return inner.subject if inside else None


def _behind(cascade: Cascade, clause: Clause, nearest: Phrase) -> list[Phrase]:
    """Return the chain of a phrase, and what the participle describes that it stands with."""
    described = _described(clause, nearest)
    return [*chain(cascade, nearest), *((described,) if described is not None else ())]
