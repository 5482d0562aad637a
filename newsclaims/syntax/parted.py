"""Verb chunks of *be* that are two things: what follows is a predicative, a noun's participle, or an act's name."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.preferences import noun_takes
from newsclaims.words.sentence import Token

_CLAUSE: Final = 20
"""Tokens behind a verb among which a second act is looked for."""


def parted(tokens: list[Token], chunks: list[Chunk], at: int, clause: Clause, verb: Chunk) -> None:
    """Part a verb chunk, the one at a place of the chunks, where its end is no verb of its clause.

    `is | too principled`, `There will be | integrated support`, `The biggest cause is not | paying attention`.
    """
    if len(verb.shape) < 2:
        return
    if passive(verb):
        degree = verb.head - 1
        if degree > verb.first and tokens[degree].lower in word_class("degrees") and verb.last == verb.head + 1:
            letters = verb.head - degree + 1
            clause.adjective = Chunk(g.ADJECTIVE, degree, verb.last, verb.head, "rj")
            verb.last, verb.head, verb.shape = degree, degree - 1, verb.shape[:-letters]
        noun = chunks[at + 1] if clause.there and at + 1 < len(chunks) else None
        if noun is not None and noun.kind == g.NOUN and noun.first == verb.last == verb.head + 1:
            noun.first, noun.shape = verb.head, "e" + noun.shape
            _shorten(verb)
        return
    if verb.shape[-2:] in ("hg", "hL") and verb.last == verb.head + 1:
        hyphen, be = verb.head - 1, verb.shape[:-3].rstrip("orw")[-1:]
        prefix = tokens[hyphen - 1].lower
        if be in ("B", "u", "x") and tokens[hyphen].tag == "HYPH" and prefix not in word_class("verb-prefixes"):
            clause.adjective = Chunk(g.ADJECTIVE, hyphen - 1, verb.last, verb.head, "hj")  # "is | life-threatening"
            verb.last, verb.shape = hyphen - 1, verb.shape[:-3]
            verb.head = verb.first + len(verb.shape.rstrip("orw")) - 1
            return
    subject = clause.subject
    if verb.shape[-1] != "g" or subject is None or tokens[verb.head].lemma == "go":
        return
    cases = clause.word == "whether" and tokens[subject.chunk.head].lower == "it"  # "whether it's shopping or dining"
    if subject.pronoun and not cases:
        return
    links = verb.shape.rstrip("g").rstrip("orw")[-1:] in ("B", "u", "x")
    head = tokens[subject.chunk.head].lemma
    if tokens[subject.chunk.head].tag == "NNS" and not _second_act(tokens, verb):
        return  # "Such issues are posing a threat"; but "The aims are winning and having fun"
    if links and (cases or head in word_class("equated")):
        chunks.insert(at + 1, Chunk(g.ING, verb.head, verb.last, verb.head, "g"))
        _shorten(verb)
        if verb.shape[-1] == "o" and len(verb.shape) > 1 and head in word_class("went-wrong"):
            chunks[at + 1].first, chunks[at + 1].shape = verb.last - 1, "og"
            verb.last, verb.shape = verb.last - 1, verb.shape[:-1]  # "The main cause is | not paying attention"


def _second_act(tokens: list[Token], verb: Chunk) -> bool:
    """Tell whether another -ing form stands behind *and* in the clause: several acts are what several aims are."""
    for joint, behind in pairwise(tokens[verb.last : verb.last + _CLAUSE]):
        if joint.text in (",", ";", "."):
            break
        if joint.tag == "CC" and behind.tag == "VBG":
            return True
    return False


def _shorten(verb: Chunk) -> None:
    """Take the last word from a verb chunk."""
    verb.last, verb.shape = verb.head, verb.shape[:-1]
    verb.head = verb.first + len(verb.shape.rstrip("orw")) - 1


def passive(verb: Chunk) -> bool:
    """Tell whether the verb chunk is passive: a form of be before a past participle."""
    shape = verb.shape.rstrip("R")
    if len(shape) > 1:
        auxiliaries = shape[:-1]
        auxiliaries = (auxiliaries[:-2] if auxiliaries[-1] == "h" else auxiliaries).rstrip("orwAC")  # "was re-elected"
        return shape[-1] in "elv" and bool(auxiliaries) and auxiliaries[-1] in "Buxz"
    return False


def handed(tokens: list[Token], chunks: list[Chunk], at: int) -> bool:
    """Tell whether a noun phrase and *to* with its taker stand there: `'s given airtime to critics`, who gave it.

    No nouns with *to* of their own: `'s given access to the files`, `'s offered a visit to Lowton`.
    """
    if at + 2 >= len(chunks) or chunks[at].kind != g.NOUN or chunks[at + 1].kind != g.PREPOSITION:
        return False
    given, to, taker = (tokens[chunk.head] for chunk in chunks[at : at + 3])
    own = given.lower in word_class("given-things") or noun_takes(given.lemma, "to") >= 3
    return to.lower == "to" and not own and taker.tag in ("NNS", "PRP", "NNP")


def strands(tokens: list[Token], chunks: list[Chunk], at: int, clause: Clause) -> bool:
    """Tell whether a preposition before a conjunction governs nothing: `The search is on and a team is on its way`.

    Where the next subject follows, it is a particle of the verb right before it: `He ran in and there was a bang`.
    """
    opener, behind = chunks[at - 1], [one.kind for one in chunks[at + 1 : at + 3]]
    if opener.kind != g.PREPOSITION or clause.copular or clause.verb is None or clause.gap in ("open", "zero", "wh"):
        return opener.kind == g.PREPOSITION and clause.copular
    if behind[:1] != [g.THERE] and (behind != [g.PRONOUN, g.FINITE] or chunks[at + 1].shape != "q"):
        return False
    if clause.verb.last == opener.first and tokens[opener.first].lower in word_class("adrift"):
        clause.verb.last, clause.verb.shape = opener.last, clause.verb.shape + "R"
    return True
