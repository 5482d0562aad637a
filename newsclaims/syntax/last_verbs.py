"""A subject that waits for its verb while only one finite verb is left, which can then not belong to a clause within.

`A man arrested after the raid has been charged, police said`: the raid is charged with nothing.
"""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.syntax.vocabulary import word_class
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
    return cascade.word(ahead[1]) in ("her", "him", "me", "them", "us") and cascade.word(ahead[0]) not in (
        "after",
        "as",
    )


_THEM: Final = ("her", "him", "me", "them", "us")
