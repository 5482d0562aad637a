"""A subject that waits for its verb while only one finite verb is left, which can then not belong to a clause within.

`A man arrested after the raid has been charged, police said`: the raid is charged with nothing.
"""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import verb_frame

_TIMES: Final = ("after", "as", "before", "since", "until")


def within(cascade: Cascade, word: str) -> bool:
    """Tell whether a participle or relative clause holds ``word`` and a noun, and the verb at hand is the last.

    So it is behind a verb of saying: `They said a man held after the raid was ill`.
    """
    outer, inner = cascade.awaiting(), cascade.clause
    if inner.verb is None or cascade.comma:
        return False
    if outer is not None:
        return outer.opener in (kinds.MAIN, kinds.THAT) and last_verb(cascade, outer.subject, word, cascade.at)
    says = inner.parent if inner.parent is not None and inner.parent.objects else None
    subject = inner.antecedent if inner.opener == kinds.RELATIVE else inner.subject
    if says is None or inner.opener not in (kinds.NONFINITE, kinds.RELATIVE) or says.verb is None:
        return False
    said = verb_frame(cascade.lemma(says.verb)).that >= 60 and not says.passive and says.objects[-1] is subject
    return said and last_verb(cascade, subject, word, cascade.at)


def be_follows(cascade: Cascade) -> bool:
    """Tell whether *is* or *was* comes next of all verbs, with no subject of its own: `as the day went on is that`.

    Only adverbs and prepositions with their nouns stand between.
    """
    before = ""
    for chunk in cascade.chunks[cascade.at + 1 : cascade.at + _AHEAD]:
        if chunk.kind == g.FINITE:
            return chunk.shape.rstrip("orw") == "B"
        bare = chunk.kind == g.NOUN and before not in (g.PREPOSITION, g.SUBORDINATOR)
        if bare or chunk.kind not in (g.ADVERB, g.NOUN, g.PREPOSITION, g.SUBORDINATOR):
            return False
        before = chunk.kind
    return False


_AHEAD: Final = 7


def in_what(inner: Clause, outer: Clause, verb: Chunk) -> bool:
    """Tell whether *is* or *was* comes behind the last clause within one with *what*, which is then its subject."""
    be = verb.shape.rstrip("orw") == "B"
    return be and inner.opener == kinds.SUB and outer.opener == kinds.WH and outer.verb is not None


def last_verb(cascade: Cascade, subject: Phrase | None, word: str, at: int) -> bool:
    """Tell whether the verb at a place, behind a phrase with ``word``, is the last that the subject can have.

    The subject has an article or a number or begins with a plural, and the sentence ends with a stop, as no headline
    does.
    """
    if subject is None:
        return False
    first = cascade.tokens[subject.first]
    determined = first.lower in word_class("articled") or first.tag in ("CD", "NNS")
    return determined and word in _TIMES and cascade.stops() and not another(cascade, at + 1)


def another(cascade: Cascade, start: int) -> bool:
    """Tell whether a later finite verb is free: no clause opens before it, and it does not say who says so."""
    taken = False
    before: list[str] = []
    for chunk in cascade.chunks[start:]:
        if chunk.kind in (g.SUBORDINATOR, g.THAT, g.RELATIVE, g.WH, g.CONJUNCTION):
            taken = True
        elif chunk.kind == g.FINITE:
            says = before[-2:-1] == [g.COMMA] and before[-1] in g.NOUNS
            says = says and verb_frame(cascade.lemma(chunk)).that >= 40
            if not taken and not says:
                return True
            taken = False
        before.append(chunk.kind)
    return False


def of_them(cascade: Cascade) -> bool:
    """Tell whether a preposition and *them* or the like follow, right before a finite verb that has no subject else."""
    ahead = cascade.chunks[cascade.at + 1 : cascade.at + 4]
    if [chunk.kind for chunk in ahead] != [g.PREPOSITION, g.PRONOUN, g.FINITE] or cascade.clause.verb is not None:
        return False
    return cascade.word(ahead[1]) in _THEM and cascade.word(ahead[0]) not in ("after", "as", "before", "since")


_THEM: Final = ("her", "him", "me", "them", "us")


def told_through(cascade: Cascade) -> Clause | None:
    """Return the clause of saying before a relative clause about its object, where the verb at hand is the last free.

    `was told the man who shot Reed was ill`: he did not shoot anybody who was ill.
    """
    inner = cascade.clause
    outer = inner.parent if inner.opener == kinds.RELATIVE and inner.gap == "subject" else None
    if outer is None or outer.verb is None or not outer.objects or outer.content or not inner.restrictive:
        return None
    own = inner.subject is not None and outer.objects[-1].last >= inner.subject.last > outer.objects[-1].first
    lemma = cascade.lemma(outer.verb)
    says = verb_frame(lemma).that >= 40 and (not outer.passive or lemma in words("words", "telling_verbs"))
    return None if not own or not says or another(cascade, cascade.at + 1) else outer


def held_as(cascade: Cascade, np: Phrase) -> bool:
    """Tell whether *as* says in what role somebody has what is told of: `admitted their pay as guides was low`."""
    verb, held = cascade.clause.verb, cascade.clause.objects[-1:]
    if np.preposition == "as" and cascade.word(np.chunk) == "whole" and cascade.stops():
        return True  # "the city as a whole has grown"
    if verb is None or not held or held[0].chunk.shape[0] != "p" or held[0].last != np.start:
        return False
    says = verb_frame(cascade.lemma(verb)).that >= 40
    somebody = cascade.tokens[np.head].tag == "NNS" or animate(cascade, np) > 1
    return says and somebody and np.preposition == "as" and np.chunk.shape == "n"


def seems(cascade: Cascade) -> bool:
    """Tell whether the verb of the clause says how something looks: `It looks like rain will stop play`."""
    verb = cascade.clause.verb
    return verb is not None and cascade.lemma(verb) in ("feel", "look", "seem", "sound")
