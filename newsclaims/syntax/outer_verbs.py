"""A verb behind *and* or *but* that goes on with the clause around the one before it: `said he was ill and left`."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import told
from newsclaims.syntax.agreement import agrees, plural, tense
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import CLAUSAL, Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.syntax.describing import past_or_participle
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.complements import kind
from newsclaims.words.frames import verb_frame
from newsclaims.words.preferences import personal

_PERSONAL: Final = 75  # per cent of a verb's subjects that are persons where it is what only they do


def belongs_outside(cascade: Cascade, inner: Clause, outer: Clause, verb: Chunk) -> bool:
    """Tell whether a coordinated verb goes on with the outer clause rather than with the one before it."""
    assert outer.verb is not None and inner.verb is not None
    place = inner.word == "where" and inner.first > 0 and cascade.tokens[inner.first - 1].text == ","
    if inner.opener in (kinds.RELATIVE, kinds.SUB) and _behind_dash(cascade):
        return tense(cascade, verb) == tense(cascade, outer.verb) != ""
    if inner.opener == kinds.RELATIVE or place:  # "was born in Estrel, where his father worked, and moved to Lima"
        if _only_outer(cascade, inner, outer, verb):
            return True  # "tested men who had been ill and was meant to show why"
        goes_on = _goes_on(cascade, inner, outer, verb)
        if cascade.comma_before_conjunction():
            return not goes_on
        return not place and not goes_on and told.person_goes_on(cascade, inner, outer, verb)
    own, other = inner.surface(), outer.surface()
    if inner.opener == kinds.SUB and inner.passive and told.person_goes_on(cascade, inner, outer, verb):
        return True  # "sat still as the verdict was read and said nothing"
    either = cascade.conjunction is not None and cascade.word(cascade.conjunction) == "or"
    if inner.opener == kinds.THAT and either and inner.verb.shape[0] != "m" and verb.shape.lstrip("rw") == "v":
        return False  # "found that the tests either did not back or flatly contradicted them"
    if _only_outer(cascade, inner, outer, verb):
        return True  # "ignores what people think and says so"
    if inner.opener == kinds.THAT and _only_outer(cascade, outer, inner, verb):
        return False  # "they say the mill is safe and needs no repair"
    if inner.opener == kinds.THAT and inner.there and cascade.lemma(verb) not in ("be", "exist"):
        return tense(cascade, verb) == tense(cascade, outer.verb)  # "says there is demand and is hiring"
    if inner.opener == kinds.THAT and [c.shape[0] == "H" for c in (outer.verb, inner.verb, verb)] == [
        False,
        True,
        True,
    ]:
        return False  # "said he had been ill and had written to them"
    if own is not None and other is not None:
        if inner.opener == kinds.THAT and animate(cascade, other) in (1, 2) and _moves(cascade, own, verb):
            return False
        if inner.opener == kinds.THAT and _pictured(cascade, inner, outer, verb):
            return False
        named = inner.opener == kinds.THAT and inner.copular and cascade.word(own.chunk) == "it" and inner.objects
        if named and verb.shape[-1] not in "BH" and animate(cascade, other) > 0 and verb.shape[0] != "m":
            return personal(cascade.lemma(verb)) >= _PERSONAL  # "confirmed it was her car and then walked away"
        asked = inner.opener == kinds.WH and cascade.word(own.chunk) == "what"
        told_on = inner.opener == kinds.THAT and told.of_speaker(cascade, inner, outer, verb)
        if told_on or (inner.opener == kinds.THAT and _judges(cascade, outer, own, other, verb)):
            return True
        if asked and personal(cascade.lemma(verb)) >= _PERSONAL and animate(cascade, other) > 0:
            return True  # "regrets what happened and will not appeal"
    if inner.opener == kinds.THAT and _keeps_quiet(cascade, outer, verb):
        return True
    if inner.opener == kinds.THAT and (_sanctions(cascade, outer, verb) or _wanted(cascade, inner, outer, verb)):
        return True
    if inner.opener in (kinds.WH, kinds.SUB) and _says_so_much(cascade, inner, outer, verb):
        return True
    contrast = cascade.conjunction is not None and cascade.word(cascade.conjunction) == "but"
    if contrast and "o" in outer.verb.shape and "o" not in inner.verb.shape + verb.shape and inner.opener == kinds.THAT:
        return True  # "did not know he was ill but saw his face"
    if inner.opener == kinds.THAT and own is not None and other is not None and _finds(cascade, outer, inner, verb):
        return True
    following = cascade.following()
    plain = verb.shape[0] not in "mB" and outer.verb.shape[0] != "m"
    if inner.verb.shape[0] == "m" and plain and inner.opener in (kinds.THAT, kinds.SUB, kinds.WH):
        return tense(cascade, verb) == tense(cascade, outer.verb)  # "said it would close and praised the staff"
    own_tense = tense(cascade, verb)
    if inner.opener == kinds.SUB and own_tense and tense(cascade, inner.verb) not in ("", own_tense):
        return own_tense == tense(cascade, outer.verb)  # "has grown since it opened and needs space"
    if inner.opener == kinds.THAT and following is not None and following.kind == g.THAT:
        asks = kind(cascade.lemma(outer.verb), "verb:that") is not None  # "requested that he go and asked that"
        return asks or verb_frame(cascade.lemma(outer.verb)).that >= CLAUSAL
    says = [verb_frame(cascade.lemma(chunk)).that for chunk in (verb, outer.verb, inner.verb)]
    spoken = inner.opener == kinds.THAT and (inner.passive or inner.copular) and says[1] >= CLAUSAL
    if spoken and cascade.lemma(verb) in word_class("acts-of-speech") and verb.shape.lstrip("rw") == "v":
        return tense(cascade, verb) == tense(cascade, outer.verb)  # "said a boy was hurt and urged people to stay away"
    return inner.opener == kinds.THAT and says[0] >= 40 > says[2] and says[1] >= CLAUSAL


def parallel(cascade: Cascade, inner: Clause, verb: Chunk) -> Clause | None:
    """Return the clause around that a past tense behind a comma and *and* goes on with, where none within is in it.

    `opened with a jibe at men who think it is easy, and went on to her plans`, `asked where it had been, and left`.
    """
    if inner.verb is None or not cascade.comma_before_conjunction() or not _plain_past(cascade, verb):
        return None
    if tense(cascade, inner.verb) == "VBD" and inner.verb.shape[0] != "H":
        return None  # "wrote that she had no plan, was ill, and made mistakes"
    outer: Clause | None = inner
    for _ in range(6):
        if outer is None or (outer.verb is not None and outer.finite and _plain_past(cascade, outer.verb)):
            break
        outer = outer.parent
    if outer is None or outer is inner or outer.opener not in (kinds.MAIN, kinds.THAT) or outer.passive:
        return None
    asked = inner.opener == kinds.WH or inner.word == "where"
    return outer if asked or inner.opener == kinds.THAT else None


def _behind_dash(cascade: Cascade) -> bool:
    """Tell whether the second of two dashes stands before *and*: `came from towns it knew - Lima, Deal - and left`."""
    at = cascade.at - 1
    while at > 0 and cascade.chunks[at].kind in (g.CONJUNCTION, g.ADVERB):
        at -= 1
    return cascade.chunks[at].shape == "-" and any(chunk.shape == "-" for chunk in cascade.chunks[:at])


def _pictured(cascade: Cascade, inner: Clause, outer: Clause, verb: Chunk) -> bool:
    """Tell whether a thing shows both: `The photo showed he had copied it and added a line`; a report may urge too."""
    assert inner.verb is not None and outer.verb is not None
    thing, following, lemma = outer.surface(), cascade.following(), cascade.lemma(verb)
    perfect = inner.verb.shape[0] == "H" and verb.shape.lstrip("rw") == "v" and past_or_participle(cascade.word(verb))
    if not perfect or thing is None or thing.pronoun or animate(cascade, thing) > 0:
        return False
    speaks = lemma in word_class("judging-aloud") | word_class("told-aloud") | word_class("acts-of-speech")
    object_ = following is not None and following.kind == g.NOUN
    return object_ and not speaks and cascade.lemma(outer.verb) in ("indicate", "reveal", "show")


def _plain_past(cascade: Cascade, verb: Chunk) -> bool:
    return verb.shape.lstrip("rw").rstrip("R") == "v" and tense(cascade, verb) == "VBD"


def _only_outer(cascade: Cascade, inner: Clause, outer: Clause, verb: Chunk) -> bool:
    """Tell whether a verb agrees in number with the subject of the outer clause alone, and not with the verb before."""
    own, other = inner.surface(), outer.surface()
    if own is None or other is None or agrees(cascade, own, verb) or not agrees(cascade, other, verb):
        return False
    return inner.verb is not None and plural(cascade, inner.verb) != plural(cascade, verb)


def _goes_on(cascade: Cascade, inner: Clause, outer: Clause, verb: Chunk) -> bool:
    """Tell whether a verb behind a comma and *and* goes on with a relative clause: `a win for men who lost, and ran`.

    The outer clause says what there is or what *it* is, or its subject is singular and the verb plural.
    """
    own, other = inner.surface(), outer.surface()
    if own is None or other is None or inner.opener != kinds.RELATIVE:
        return False
    empty = outer.there or (outer.copular and cascade.word(other.chunk) == "it")
    return empty or (agrees(cascade, own, verb) and not agrees(cascade, other, verb))


def _judges(cascade: Cascade, outer: Clause, own: Phrase, other: Phrase, verb: Chunk) -> bool:
    """Tell whether a person who said something of a thing goes on: `said it had no plans and dismissed the report`."""
    assert outer.verb is not None
    past = verb.shape.lstrip("rw") == "v" == outer.verb.shape.lstrip("rw") and tense(cascade, verb) == "VBD"
    if not past or cascade.lemma(verb) not in word_class("judging-aloud"):
        return False
    if own.pronoun and cascade.word(own.chunk) not in ("it", "that", "this"):
        return False
    says = verb_frame(cascade.lemma(outer.verb)).that >= 40
    speaks = animate(cascade, other) > 1 or cascade.lemma(other.chunk) in word_class("texts")
    return says and speaks and animate(cascade, own) < 2


def _sanctions(cascade: Cascade, outer: Clause, verb: Chunk) -> bool:
    """Tell whether who found or ruled something goes on: `found the firm had broken the law and fined it`."""
    assert outer.verb is not None
    past = verb.shape.lstrip("rw") == "v" and tense(cascade, verb) == tense(cascade, outer.verb) == "VBD"
    if not past or outer.passive or cascade.lemma(outer.verb) not in word_class("ruling"):
        return False
    return cascade.lemma(verb) in word_class("sanctions")


def _keeps_quiet(cascade: Cascade, outer: Clause, verb: Chunk) -> bool:
    """Tell whether who said something tells no more: `said the army had left but declined to say when`."""
    assert outer.verb is not None
    following, same = cascade.following(), tense(cascade, verb) == tense(cascade, outer.verb)
    if following is None or following.kind != g.INFINITIVE or cascade.lemma(verb) not in word_class("withholding"):
        return False
    tells = verb_frame(cascade.lemma(following)).that >= 40 or cascade.lemma(following) in word_class("telling-more")
    return same and tells and verb_frame(cascade.lemma(outer.verb)).that >= 40


def _moves(cascade: Cascade, own: Phrase, verb: Chunk) -> bool:
    """Tell whether somebody of whom a body tells does what it does not: `The army said the man was hurt, and fled`."""
    if own.pronoun or animate(cascade, own) < 2 or cascade.tokens[own.head].tag not in ("NN", "NNP"):
        return False
    following, frame = cascade.following(), verb_frame(cascade.lemma(verb))
    alone = following is None or following.kind not in g.NOUNS | {g.THAT, g.INFINITIVE, g.WH}
    return cascade.lemma(verb) in word_class("moving") and alone and frame.that < 12


def _wanted(cascade: Cascade, inner: Clause, outer: Clause, verb: Chunk) -> bool:
    """Tell whether a past tense cannot go on with a bare form: `ordered that he be held, and told the lawyer to go`."""
    assert inner.verb is not None and outer.verb is not None
    bare = inner.verb.shape[0] != "m" and not tense(cascade, inner.verb) and not inner.governors
    return bare and tense(cascade, verb) == tense(cascade, outer.verb) == "VBD"


def _says_so_much(cascade: Cascade, inner: Clause, outer: Clause, verb: Chunk) -> bool:
    """Tell whether who did not answer says something: `declined to say where it is, but said it would hire`."""
    assert inner.verb is not None and outer.verb is not None
    first = outer.governors[0] if outer.governors else outer.verb
    says = [verb_frame(cascade.lemma(chunk)).that >= 40 for chunk in (verb, inner.verb)]
    judges = cascade.lemma(verb) in word_class("judging-aloud")
    silent = cascade.lemma(first) in word_class("withholding") or "o" in first.shape
    same = tense(cascade, verb) == (tense(cascade, first) or "VBD")
    but = cascade.conjunction is not None and cascade.word(cascade.conjunction) == "but"
    return but and silent and same and (says[0] or judges) and not says[1]


def _finds(cascade: Cascade, outer: Clause, inner: Clause, verb: Chunk) -> bool:
    """Tell whether who says something goes on saying: `says it is safe but finds users were misled`.

    What is found follows, with its verb, and the verb between says nothing.
    """
    assert outer.verb is not None and inner.verb is not None
    says = [verb_frame(cascade.lemma(chunk)).that for chunk in (outer.verb, inner.verb)]
    if says[0] < 40 or says[1] >= CLAUSAL or cascade.lemma(verb) not in word_class("findings"):
        return False
    if outer.passive or tense(cascade, verb) != tense(cascade, outer.verb) or verb.shape.lstrip("rw") != "v":
        return False
    rest = [chunk.kind for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 8]]
    ends = next((at for at, kind in enumerate(rest) if kind in (g.COMMA, g.STOP, g.DASH, g.CONJUNCTION)), len(rest))
    return rest[:1] == [g.THAT] or g.FINITE in rest[:ends]
