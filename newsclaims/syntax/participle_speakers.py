"""Participles of telling: who says, cites or shows it when the clause before is itself what somebody says."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import QUOTES, Clause
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame
from newsclaims.words.preferences import personal


def shown(cascade: Cascade, outer: Clause, verb: Chunk) -> bool:
    """Tell whether the object before a pair of dashes, and not the subject, can do what the participle says.

    Behind *depict* or *show* also before a pair of commas: `The footage showed men, some of them masked, running`.
    """
    own, pictured = (
        outer.surface(),
        outer.verb is not None and cascade.lemma(outer.verb) in ("capture", "depict", "show"),
    )
    seen = outer.verb is not None and cascade.lemma(outer.verb) in word_class("perceiving") and cascade.comma
    if seen and cascade.np is not None and cascade.np.preposition == "including" and not outer.passive:
        return True  # "saw a group of men, including two ministers, surrounding a car"
    if outer.finite and cascade.comma and told_apart(cascade, outer):
        return True
    if cascade.previous is None or own is None or not (pictured or personal(cascade.lemma(verb)) >= 75):
        return False
    if cascade.previous.shape != "-" and not (pictured and cascade.comma):
        return False
    shown = outer.objects[-1]
    many = shown.last > shown.chunk.last and cascade.tokens[shown.last - 1].tag == "NNPS"  # "a series of Dakotans"
    return animate(cascade, own) == 0 and (many or animate(cascade, shown) > 0)


def told_apart(cascade: Cascade, outer: Clause) -> bool:
    """Tell whether commas enclose a participle behind the noun of a verb of saying: `said the firm, losing money, was`.

    The verb of what is said stands right behind the second comma.
    """
    thing, verb = outer.objects[-1], outer.verb
    if verb is None or outer.passive or outer.content or verb_frame(cascade.lemma(verb)).that < 60 or thing.pronoun:
        return False
    ahead = [chunk.kind for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 14]]
    comma = ahead.index(g.COMMA) if g.COMMA in ahead else len(ahead)
    close = thing.last + 1 == cascade.chunks[cascade.at].first and g.FINITE not in ahead[:comma]
    return close and ahead[comma + 1 : comma + 2] == [g.FINITE]


def cites(cascade: Cascade, inner: Clause, verb: Chunk) -> bool:
    """Tell whether only somebody can do what the participle says, and the clause that is said is about a thing."""
    own, outer = inner.surface(), inner.parent.surface() if inner.parent is not None else None
    if own is None or outer is None or personal(cascade.lemma(verb)) < 75 or own.pronoun:
        return False
    if cascade.lemma(verb) in word_class("harming") or cascade.lemma(verb) in word_class("changing"):
        return False  # "said the blast brought down the roof, injuring six"
    return animate(cascade, own) == 0 and animate(cascade, outer) > 0


def strikes(cascade: Cascade, inner: Clause, verb: Chunk) -> bool:
    """Tell whether a judgement has losers, not what it says: `ruled that he must go, dealing Reed a blow`."""
    outer = inner.parent
    if outer is None or outer.verb is None or cascade.lemma(outer.verb) not in word_class("ruling"):
        return False
    return not outer.passive and dealt(cascade, verb)


def dealt(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether an -ing form says what a deed means for somebody: `dealing him a blow`, `handing a victory to`."""
    ahead = cascade.chunks[cascade.at + 1 : cascade.at + 4]
    given = cascade.lemma(verb) in ("deal", "give", "hand")
    return given and any(cascade.lemma(chunk) in word_class("dealt") for chunk in ahead)


def of_what_is_said(cascade: Cascade, says: Clause, told: Clause, verb: Chunk) -> bool:
    """Tell whether a participle behind an inserted clause of saying goes on with what is said.

    `The fires have burned two towns, authorities said, destroying homes`; but `..., she said, citing a report`.
    """
    own, lemma = told.surface(), cascade.lemma(verb)
    if says.verb is None or told.verb is None or told.verb.first > says.verb.first or own is None or says.objects:
        return False
    if lemma in word_class("harming") or (animate(cascade, own) == 0 and not own.pronoun and personal(lemma) < 75):
        return True
    marked = any(token.text in QUOTES for token in cascade.tokens[max(0, says.first - 3) : verb.first])
    return lemma in word_class("wronging") and not marked  # "Reed kept the fees, the union said, violating the law"


def speaker(clause: Clause) -> Clause:
    """Return the clause whose subject speaks, behind a clause that is said or describes something."""
    for _ in range(4):
        outer = clause.parent
        if (
            clause.opener not in (kinds.NONFINITE, kinds.THAT, kinds.RELATIVE, kinds.SUB, kinds.WH)
            or outer is None
            or outer.verb is None
        ):
            break
        if clause.rule == "claims.next-clause":
            break
        clause = outer
    return clause
