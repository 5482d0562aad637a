"""Superlatives and comparatives that say of an amount before them how it compares: `1.3 million, the highest since`."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase, extend


def compares(cascade: Cascade, clause: Clause, phrase: Phrase, superlative: bool) -> bool:
    """Take a phrase that says with what an amount is compared, or among what it is ranked; tell whether it is one."""
    before = cascade.chunks[cascade.at - 2]
    than = cascade.preposition is not None and cascade.preposition[0] == "than"
    if superlative and clause.verb is not None and _ranked_beside(cascade, before):
        cascade.np = phrase  # "rose to 1.3 million, the highest since 2015": said of the number
        return True
    if than and _compared(cascade, clause, before):
        state = Phrase(before)  # "reached 2.8 metres, much higher than the peak"
        extend(state, phrase)
        phrase.link = "prep"
        clause.arguments.append(("predicative", state))
        cascade.np = phrase
        return True
    if than and _measured(cascade):  # "was £212,000, £3,000 less than a year before": said of the amount
        clause.adverbs = [adverb for adverb in clause.adverbs if adverb.first != before.first]
        clause.objects = [one for one in clause.objects if one.first != before.first]
        behind = cascade.chunks[cascade.at + 1] if cascade.at + 1 < len(cascade.chunks) else None
        if behind is not None and behind.kind == g.ADVERB:
            behind.kind = g.OTHER
        cascade.np = phrase
        return True
    return False


def _ranked_beside(cascade: Cascade, before: Chunk) -> bool:
    """Tell whether a superlative stands behind a comma, right behind what it ranks: `1.3 million, the highest in`."""
    comma = cascade.chunks[cascade.at - 3] if cascade.at > 2 else None
    close = comma is not None and comma.kind == g.COMMA and comma.last == before.first
    return close and cascade.tokens[before.head].tag in ("JJS", "RBS") and cascade.conjunction is None


def _compared(cascade: Cascade, clause: Clause, before: Chunk) -> bool:
    """Tell whether a comparative behind a comma says how an amount before it compares: `hit 9%, higher than ...`."""
    if before.kind != g.ADJECTIVE or before is clause.adjective or clause.verb is None or cascade.at < 4:
        return False
    amount, comma = cascade.chunks[cascade.at - 4 : cascade.at - 2]
    counted = amount.kind == g.NOUN and amount.shape[0] in "$cw" and amount.first > clause.verb.first
    return counted and comma.kind in (g.COMMA, g.DASH) and cascade.tokens[before.last - 1].tag == "JJR"


def _measured(cascade: Cascade) -> bool:
    """Tell whether *more than* compares an amount right before it, behind a comma: `$5m, 3% more than in May`."""
    if cascade.at < 4:
        return False
    comma, amount, more = cascade.chunks[cascade.at - 4 : cascade.at - 1]
    measured = (
        amount.kind == g.NOUN
        and amount.shape.lstrip("rw")[:1] in ("$", "c")
        and cascade.word(more) in ("fewer", "less", "more")
    )
    return comma.kind == g.COMMA and measured
