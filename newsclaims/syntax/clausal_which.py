"""*Which* behind a comma that stands for all that was said: `The team lost in Lowton, which angered its fans`.

The verb shows it: only what happens has results, explains why, comes as a surprise (Quirk et al. 1985, 15.57).
"""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.agreement import agrees, plural
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.syntax.phrase_chains import chain
from newsclaims.syntax.vocabulary import word_class


def happened(cascade: Cascade, clause: Clause, verb: Chunk) -> Clause | None:
    """Return the clause for which *which* stands before a verb; None where it stands for the noun that was found."""
    outer, found, nearest = clause.parent, clause.subject, clause.antecedent
    if clause.word != "which" or clause.restrictive or outer is None or found is None or nearest is None:
        return None
    while outer.opener == kinds.WH and outer.parent is not None:
        outer = outer.parent
    if outer.verb is None or outer.subject is None or not outer.finite or outer.there or outer.gap:
        return None
    head = cascade.tokens[found.head]
    if head.lemma in word_class("events") or head.lemma in word_class("texts"):
        return None
    return outer if _singular(cascade, nearest, verb) or _outcome(cascade, outer, found, verb) else None


def _singular(cascade: Cascade, nearest: Phrase, verb: Chunk) -> bool:
    """Tell whether the verb is singular, and all nouns before it are plural: `is short of nurses, which worries us`."""
    if plural(cascade, verb) is not False:
        return False
    phrases = chain(cascade, nearest)
    many = all(cascade.tokens[p.head].tag == "NNS" and p.chunk.shape[0] not in "$c" for p in phrases)
    return many and not any(agrees(cascade, phrase, verb) for phrase in phrases)


def _outcome(cascade: Cascade, outer: Clause, found: Phrase, verb: Chunk) -> bool:
    """Tell whether a verb with what follows it says what came of a deed, or what it shows."""
    lemma, ahead = cascade.lemma(verb), cascade.chunks[cascade.at + 1 : cascade.at + 4]
    following = ahead[0] if ahead else None
    if following is None or outer.verb is None:
        return False
    word, own = cascade.word(following), outer.surface()
    named = cascade.tokens[found.head].tag in ("NNP", "NNPS") or found.chunk.shape[0] in "$c" or found.time
    if lemma == "be":
        return word == "why"  # "He left early, which is why we lost"
    if lemma == "mean":
        return following.kind in (g.ING, g.THAT) and not named
    if lemma == "explain":
        return word in ("how", "why") and (named or found.pronoun)
    if lemma == "make" and word in ("her", "him") and own is not None and animate(cascade, own) > 1:
        return len(ahead) > 1 and ahead[1].kind in (g.NOUN, g.ADJECTIVE) and ahead[1].first == following.last
    past = cascade.tokens[verb.first].lower in ("had", "has", "have") or cascade.tokens[verb.head].tag == "VBD"
    told = cascade.tokens[outer.verb.head].tag in ("VBD", "VBN") and not outer.copular
    if not past or not told:
        return False
    if lemma == "lead" and word != "to":
        return False
    if lemma in ("draw", "raise"):
        nouns = [cascade.lemma(chunk) for chunk in ahead if chunk.kind == g.NOUN]
        return any(noun in word_class("raised") or noun in word_class("reactions") for noun in nouns)
    if lemma == "come":
        return word in ("as", "despite") and following.kind != g.NOUN
    if lemma in word_class("moving-minds") or lemma in word_class("prompting"):
        return animate(cascade, found) < 2 or named
    affected = following.kind in g.NOUNS and following.shape[-1] not in "TZ"
    return (
        lemma in word_class("resulting") and (affected or lemma == "lead") and named and found.preposition is not None
    )
