"""*Based on* as a preposition: what somebody goes by who decides, `will rule on the request based only on its cost`.

Behind other verbs, and behind a noun that has no determiner or *a*, it tells of the noun: `wrote a play based on it`.
"""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.vocabulary import word_class

_DEFINITE: Final = frozenset({"DT", "PRP", "PRP$"})


def grounds(cascade: Cascade, verb: Chunk) -> bool:
    """Let *based* go with the preposition behind it, with an adverb between: its role is `based only on`."""
    if verb.kind != g.PARTICIPLE or cascade.word(verb) != "based" or verb.last - verb.first > 1:
        return False
    clause, rest = cascade.clause, cascade.chunks[cascade.at + 1 : cascade.at + 3]
    between = rest[:1] if rest and rest[0].kind == g.ADVERB else []
    opener = rest[len(between)] if len(rest) > len(between) else None
    if opener is None or opener.kind != g.PREPOSITION or cascade.word(opener) not in ("on", "upon"):
        return False
    if clause.verb is None or clause.copular or not (_decided(cascade) or _told_of_person(cascade)):
        return False
    for chunk in (verb, *between):
        chunk.kind = g.OTHER
    opener.first = verb.first
    return True


def _decided(cascade: Cascade) -> bool:
    """Tell whether the clause says how something known is judged, right before: `decide the case`, `rule on it`."""
    clause, np = cascade.clause, cascade.np
    assert clause.verb is not None
    whom = clause.surface() if clause.passive and cascade.previous is clause.verb else None
    if whom is not None and animate(cascade, whom) > 1 and not cascade.comma:
        return True  # "The suspect was held based on a tip-off"
    if cascade.lemma(clause.verb) not in word_class("deciding") or cascade.comma:
        return False
    if cascade.previous is clause.verb or np is None:
        return cascade.previous is clause.verb
    first = cascade.tokens[np.first]
    return np.chunk is cascade.previous and first.tag in _DEFINITE and first.lower not in ("a", "an", "any", "every")


def _told_of_person(cascade: Cascade) -> bool:
    """Tell whether a comma parts it from a clause about somebody, based on nothing: `She leads, based on polls`."""
    surface = cascade.clause.surface()
    if surface is None or not cascade.comma or (cascade.np is not None and not animate(cascade, cascade.np)):
        return False
    return cascade.tokens[surface.head].lower in ("he", "i", "she", "they", "we") or animate(cascade, surface) > 1
