"""How real a claim is: negation and modality, by its own words and by what it hangs on (table ``modality``).

The words of its verb group and subject come first; then the word that it hangs on (``link`` of ``syntax/paths.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from newsclaims.model import Modality
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.chunks import FINITE, Chunk
from newsclaims.syntax.clause import Clause
from newsclaims.syntax.paths import link
from newsclaims.table import rows
from newsclaims.words.sentence import Sentence, Token

_ORDER: tuple[Modality, ...] = ("denied", "asked", "alleged", "conditional", "obliged", "possible", "planned")
_ALLEGING = frozenset({"accuse", "charge", "deny", "suspect"})
_INSTEAD = frozenset({"instead of", "rather than", "without"})
_NOBODY = frozenset({"no", "none", "nobody", "nothing", "neither"})
_NEGATIVE = _NOBODY | {"instead", "n't", "never", "nor", "not", "rather", "without"}


@cache
def _readings(how: str) -> dict[str, str]:
    return {row[0]: row[2] for row in rows("claims", "modality") if row[1] == how}


def may_negate(sentence: Sentence) -> bool:
    """Tell whether the sentence has a word of negation at all: the prefilter of ``negated``."""
    return not _NEGATIVE.isdisjoint(sentence.lower)


def negated(clause: Clause, tokens: Sequence[Token], negative: bool) -> bool:
    """Tell whether the claim says that something is not so.

    *not*, *n't*, *never*, *neither*, *nor*, *no longer* in or around the verb chunk, a subject with *no*, *failed to*,
    *refused to*, *denied having*, *has yet to*, *unable to*, *without* and *instead of* -ing.  ``negative`` says
    whether the sentence has any of these words (``may_negate``); verbs and adjectives that deny are looked at anyway.
    """
    governors = clause.governors
    if governors:
        readings = _readings("governor")
        if any(readings.get(tokens[chunk.head].lemma) in ("negated", "denied") for chunk in governors):
            return True
        if _not_yet(clause, tokens):
            return True
    noun = clause.antecedent if clause.rule == "claims.noun-infinitive" else None
    if noun is not None and _readings("noun").get(tokens[noun.head].lemma) == "negated":
        return True
    if _gerund_reading(clause, tokens) == "negated":
        return True
    adjective = clause.shares.adjective if clause.shares is not None and not clause.finite else None
    if adjective is not None and _readings("adjective").get(tokens[adjective.head].lower) == "negated":
        return True
    return negative and _has_negation(clause, tokens)


def _gerund_reading(clause: Clause, tokens: Sequence[Token]) -> str:
    """Return how an -ing form stands by the verb and the preposition before it: `refrained from voting`."""
    outer = clause.parent
    if clause.opener != kinds.GERUND or not clause.word or outer is None or outer.verb is None:
        return ""
    return _readings("gerund").get(f"{tokens[outer.verb.head].lemma} {clause.word}", "")


def _has_negation(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Tell whether a word of negation stands in or around the verb chunk, or with the subject."""
    if any("o" in verb.shape for verb in _verbs(clause)):
        return True
    verb = clause.verb
    if verb is None:
        return False
    if clause.word in _INSTEAD and clause.opener == kinds.GERUND:
        return True
    if verb.first > 0 and tokens[verb.first - 1].lower == "nor":
        return True
    around = tokens[max(0, verb.first - 2) : verb.last + 2]
    if any(a.lower == "no" and b.lower == "longer" for a, b in pairwise(around)):
        return True
    if any(token.lower in ("no", "never", "neither") for token in tokens[verb.first : verb.last]):
        return True
    subject = clause.objects[0] if clause.there and clause.objects else clause.subject
    if subject is None:
        return False
    before = tokens[subject.first - 1].lower if subject.first > 0 else ""
    return tokens[subject.first].lower in _NOBODY or before == "not"  # "not all the news is bad"


def _not_yet(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Tell whether the verb has *has yet to* before it: it has not happened so far."""
    last = clause.governors[-1]
    if clause.verb is None or clause.verb.kind == FINITE:
        return False  # "has, yet again, agreed"
    return tokens[last.head].lemma == "have" and any(t.lower == "yet" for t in tokens[last.head : last.head + 3])


def _verbs(clause: Clause) -> list[Chunk]:
    return [*clause.governors, clause.verb] if clause.verb is not None else clause.governors


def modality(clause: Clause, tokens: Sequence[Token], asked: bool) -> Modality:
    """Return how real the claim is; where several words speak, the one that takes most back decides.

    Looked at are the modals of the verb chunk, the verbs and adjectives that govern it, adverbs in it, and the word
    that opens the clause; ``asked`` says that the sentence is a question.
    """
    found: set[str] = set()
    verb = clause.verb
    assert verb is not None
    outer = clause.parent
    asks = clause.opener == kinds.WH and (outer is None or outer.verb is None)  # "How many people own a house?"
    if asked and (clause.question or clause.opener == kinds.MAIN or asks):
        found.add("asked")
    governors = _readings("governor")
    if clause.governors or "m" in verb.shape or "r" in verb.shape:
        modals, adverbs = _readings("modal"), _readings("adverb")
        first = min(chunk.first for chunk in _verbs(clause))
        for token in tokens[first : verb.last]:
            if token.tag == "MD":
                found.add(modals.get(token.lower, "possible"))
            elif token.tag == "RB" and token.lower in adverbs:
                found.add(adverbs[token.lower])
    for chunk in clause.governors:
        if verb.kind == FINITE:
            continue  # an auxiliary: "has, however, agreed"
        if not _not_yet(clause, tokens):
            found.add(governors.get(tokens[chunk.head].lemma, ""))
        if chunk.shape.rstrip("o")[-1] in "Bux" and not clause.question:
            found.add("planned")  # "is to visit"
        if tokens[chunk.head].lower == "going" and verb.kind == "infinitive":
            found.add("planned")
    if clause.rule in ("claims.purpose-infinitive", "claims.headline-infinitive"):
        found.add("planned")
    found.add(_gerund_reading(clause, tokens))
    if clause.rule == "claims.noun-infinitive" and clause.antecedent is not None:
        found.add(_readings("noun").get(tokens[clause.antecedent.head].lemma, "planned"))
    governor = _governor(clause)
    if governor is not None and governor.verb is not None:
        if governor.adjective is not None and clause.shares is governor:
            found.add(_readings("adjective").get(tokens[governor.adjective.head].lower, ""))
        elif (_controlled(clause) and not _has_something(governor, tokens)) or (
            clause.opener == kinds.GERUND and tokens[governor.verb.head].lemma in _ALLEGING
        ):
            found.add(governors.get(tokens[governor.verb.head].lemma, ""))
    above = link(clause, tokens) if clause.opener == kinds.THAT else None
    if above is not None and above.under != "clause" and not above.parent.there:
        found.add(_readings("above").get(tokens[above.head].lemma, ""))
        if above.parent.verb is not None:  # "denied claims that the bank had failed"
            found.add(_readings("above").get(tokens[above.parent.verb.head].lemma, ""))
    if clause.opener in (kinds.SUB, kinds.WH):
        found.add(_readings("opener").get(clause.word, ""))
    return next((reading for reading in _ORDER if reading in found), "asserted")


def _has_something(governor: Clause, tokens: Sequence[Token]) -> bool:
    """Tell whether *have* before an infinitive has an object of its own and so obliges nobody: `has days to decide`."""
    return governor.verb is not None and tokens[governor.verb.head].lemma == "have" and bool(governor.objects)


def _controlled(clause: Clause) -> bool:
    return clause.rule in ("claims.subject-control", "claims.object-control", "claims.coordinated-infinitive")


def _governor(clause: Clause) -> Clause | None:
    """Return the clause that governs an infinitive or -ing clause."""
    return (
        clause.parent
        if clause.opener in (kinds.NONFINITE, kinds.GERUND) and clause.rule != "claims.participle-on-noun"
        else None
    )
