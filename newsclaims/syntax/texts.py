"""Texts and pictures that a participle tells of rather than the noun right before it: `a letter to Acme urging`."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Phrase
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words


def telling(cascade: Cascade, np: Phrase, verb: Chunk) -> Phrase | None:
    """Return the text that a phrase hangs on and an -ing form tells of: `a tattoo on one arm saying`."""
    if cascade.lemma(verb) not in word_class("depicting") and not _of_it(cascade, np, verb):
        return None
    host = np.host
    if host is not None and np.preposition == "of" and cascade.lemma(host.chunk) not in word_class("texts"):
        host = host.host
    return host if host is not None and cascade.lemma(host.chunk) in word_class("texts") else None


def _of_it(cascade: Cascade, np: Phrase, verb: Chunk) -> bool:
    """Tell whether an -ing form has as object what the phrase before names: `an article on him calling him a crook`."""
    behind, judges = cascade.following(), cascade.lemma(verb) in words("words", "judging_verbs")
    same = behind is not None and cascade.word(behind) == cascade.word(np.chunk) and np.pronoun
    named = same or (not np.pronoun and (judges or cascade.lemma(verb) in word_class("calling")))
    them = behind is not None and cascade.word(behind) in ("her", "him", "it", "them")
    return named and them and verb.kind == g.ING and np.preposition in ("about", "on", "to")


def issued(cascade: Cascade, np: Phrase, verb: Chunk) -> Phrase | None:
    """Return the text that somebody issued, not to or by whom: `in a letter to the board released in May`."""
    host = np.host
    if verb.kind != g.PARTICIPLE or host is None or cascade.lemma(verb) not in word_class("issuing"):
        return None
    named = np.preposition in ("by", "from", "to") or (np.preposition in ("about", "on") and animate(cascade, np) < 2)
    named = named and cascade.lemma(np.chunk) not in word_class("freed")
    return host if named and cascade.lemma(host.chunk) in word_class("texts") else None


def recorded_doing(cascade: Cascade, np: Phrase, verb: Chunk) -> bool:
    """Tell whether it is what somebody was recorded doing: `a video of Smith saying`; not `showing`."""
    if verb.kind != g.ING or np.host is None or np.preposition != "of" or cascade.lemma(verb) == "show":
        return False
    return cascade.lemma(np.host.chunk) in word_class("recordings") and animate(cascade, np) > 0
