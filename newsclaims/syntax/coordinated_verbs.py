"""Finite verbs that share the subject of a verb before: `He came and left`, `She rose and, in May, resigned`."""

from __future__ import annotations

from typing import Final

from newsclaims.rule import rule
from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import reduced, splitting, told
from newsclaims.syntax.agreement import agrees, plural, tense
from newsclaims.syntax.antecedents import animate
from newsclaims.syntax.cascade import CLAUSAL, Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.complements import kind
from newsclaims.words.frames import verb_frame
from newsclaims.words.preferences import personal


def coordinated(cascade: Cascade, verb: Chunk) -> bool:
    """A verb behind *and*, *or*, *but*: it shares the subject of the verb before, `He came and left`."""
    if not _behind_conjunction(cascade) and not _next(cascade, verb):
        return False
    if splitting.describes(cascade, verb) or splitting.listed(cascade, verb):
        return splitting.describe(cascade, verb)
    if reduced.done_too(cascade, verb):
        clause = Clause(cascade.clause.opener, cascade.clause.parent, verb.first)
        clause.shares, verb.kind, verb.shape = cascade.clause, g.PARTICIPLE, "e"
        cascade.start(clause, verb, "claims.coordinated-infinitive")
        clause.passive = True
        return True
    partner = cascade.enclosing(lambda c: c.verb is not None and c.finite)
    if partner is None:
        return False
    outer = _outer(partner)
    if outer is not None and told.quoted(cascade, partner, verb):
        partner, outer = outer, _outer(outer)
    if outer is not None and _belongs_outside(cascade, partner, outer, verb):
        partner = outer
    partner = told.said_again(cascade, partner, verb) or partner
    clause = Clause(partner.opener, partner.parent, verb.first, partner.word)
    clause.shares = partner
    clause.antecedent, clause.gap = partner.antecedent, partner.gap
    clause.arguments = _fronted(cascade, partner)
    cascade.start(clause, verb, "claims.coordinated-verb")
    if _perfect_too(cascade, partner, verb):
        clause.governors += partner.governors[-1:] or [partner.verb] if partner.verb is not None else []
        clause.rule = "claims.coordinated-infinitive"
    following = cascade.following()
    bare = verb.shape.lstrip("rw") == "v" and (
        following is None
        or following.kind not in g.NOUNS
        or following.shape[-1] in "TZ"
        or cascade.word(following) in word_class("counted-times")  # "was hit and stabbed dozens of times"
    )
    if following is not None and following.shape[-1] == "Z" and cascade.lemma(verb) in word_class("lasting"):
        bare = False  # "was convicted and spent three years in jail"
    past = cascade.tokens[verb.head].tag == "VBD"
    frame = verb_frame(cascade.lemma(verb))
    judged = following is not None and following.kind == g.ADJECTIVE and frame.predicative >= 8
    if bare and past and partner.passive and (frame.object >= 50 or judged):
        clause.passive = True  # a participle whose tag is wrong: "was kept in Florida and then transferred"
    elif bare and past and _participle_in_capitals(cascade, partner) and frame.object >= 50:
        clause.passive = True
    return True


rule("claims.coordinated-verb")(coordinated)


def _perfect_too(cascade: Cascade, partner: Clause, verb: Chunk) -> bool:
    """Tell whether a form that is both past and participle goes on with *would have*: `would have cut and put`.

    Only forms that are present tenses too: of others the tag is right.
    """
    first, word = partner.verb, cascade.tokens[verb.head]
    perfect = first is not None and first.shape[0] == "m" and first.shape[-1] in "el" and "a" in first.shape
    return perfect and verb.shape.lstrip("rw") == "v" and word.lower == word.lemma and not partner.passive


def _participle_in_capitals(cascade: Cascade, partner: Clause) -> bool:
    """Tell whether what stands behind *be* is a participle that a brand lends its capital: `was Tasered and held`."""
    if not partner.copular or len(partner.objects) != 1:
        return False
    name = partner.objects[0]
    return name.chunk.shape == "N" and cascade.tokens[name.head].lower.endswith("ed")


def _fronted(cascade: Cascade, partner: Clause) -> list[tuple[str, Phrase]]:
    """Take what stands between the conjunction and the verb from the clause before: `and, on June 30, had posted`."""
    for chunk in reversed(cascade.chunks[max(0, cascade.at - _APART) : cascade.at]):
        if chunk.kind == g.CONJUNCTION:
            moved = [pair for pair in partner.arguments if pair[1].start >= chunk.last]
            partner.arguments = [pair for pair in partner.arguments if pair[1].start < chunk.last]
            return moved
    return []


def _next(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether *then* stands before a verb of the same tense, behind a whole clause: `hit him then drove off`."""
    clause, np = cascade.clause, cascade.np
    if verb.shape[0] != "r" or cascade.tokens[verb.first].lower != "then" or clause.verb is None or not clause.finite:
        return False
    if cascade.awaiting() is not None or cascade.comma or np is None or np.link in ("next", "comma"):
        return False
    same = tense(cascade, verb) == tense(cascade, clause.verb) != "" and clause.verb.shape[-1] not in "BH"
    return same and (bool(clause.content) or verb_frame(cascade.lemma(clause.verb)).that < CLAUSAL)


_PERSONAL: Final = 75  # per cent of a verb's subjects that are persons where it is what only they do
_APART: Final = 8  # chunks between a conjunction and its verb at most


def _behind_conjunction(cascade: Cascade) -> bool:
    """Tell whether *and*, *or*, *but* stands before the verb, with nothing or a time between: `and on Monday left`.

    Between commas it may be any phrase with a preposition: `and, in a statement, denied it`.
    """
    previous = cascade.previous
    if previous is not None and previous.kind == g.COMMA:
        return _inserted(cascade)
    if previous is not None and previous.kind == g.CONJUNCTION:
        return cascade.conjunction is not None
    np, at = cascade.np, cascade.at
    if np is not None and np.chunk is previous and cascade.clause.verb is not None and _governed(cascade, np):
        return True
    if np is None or np.chunk is not previous or not np.time or cascade.clause.verb is None or at < 3:
        return False
    behind = 3 if np.link == "prep" and cascade.chunks[at - 2].kind == g.PREPOSITION else 2
    before = cascade.chunks[at - behind - 1] if at > behind else None
    joined = cascade.chunks[at - behind].kind == g.CONJUNCTION and behind == 2 and before is not None
    if joined and before is not None and before.kind == g.NOUN and before.shape[-1] in "TZ":
        return False  # "reports of inflation in October and November were welcome"
    if cascade.chunks[at - behind].kind != g.CONJUNCTION and cascade.chunks[at - behind].kind in _CLOCK:
        behind += _clock(cascade, at - behind)  # "and at 6am on Friday arrested him", "and at about 9pm Monday left"
    return cascade.chunks[at - behind].kind == g.CONJUNCTION and cascade.chunks[at - 1] is previous


def _governed(cascade: Cascade, np: Phrase) -> bool:
    """Tell whether a phrase with a preposition is all that stands behind *and*: `and upon conviction will be fined`."""
    for _ in range(4):
        if np.preposition is None or np.link != "prep" or np.preposition in word_class("openers"):
            return False
        if cascade.tokens[np.start - 1].tag == "CC":
            return cascade.tokens[np.start - 1].lower in ("and", "but") and np.preposition != "of"
        if np.host is None or np.host.chunk.last != np.start:
            return False
        np = np.host
    return False


_HOURS: Final = frozenset({"a.m.", "am", "o'clock", "p.m.", "pm"})
_CLOCK: Final = frozenset({g.NOUN, g.PREPOSITION, g.ADVERB})


def _clock(cascade: Cascade, at: int) -> int:
    """Return how many chunks before a time, up to the one at ``at``, are another time with its preposition."""
    found = 0
    for chunk in reversed(cascade.chunks[max(0, at - 2) : at + 1]):
        counted = chunk.shape.strip("rwk") in ("c", "cn") and (chunk.shape[-1] == "c" or cascade.word(chunk) in _HOURS)
        timed = chunk.kind == g.NOUN and (counted or chunk.shape[-1] in "TZ")
        if not timed and not (chunk.kind in _CLOCK and chunk.kind != g.NOUN):
            break
        found += 1
    return found


def _inserted(cascade: Cascade) -> bool:
    """Tell whether a conjunction, a phrase with a preposition between commas and nothing else stand before the verb."""
    chunks, at = cascade.chunks, cascade.at - 2
    low = max(1, cascade.at - _APART)
    while at > low and chunks[at].kind in _PHRASE:
        at -= 1
    opened = chunks[at].kind == g.COMMA and chunks[at - 1].kind == g.CONJUNCTION and at < cascade.at - 2
    return opened and chunks[at + 1].kind in (g.PREPOSITION, g.SUBORDINATOR) and cascade.clause.verb is not None


_PHRASE: Final = frozenset({g.NOUN, g.PRONOUN, g.PREPOSITION, g.SUBORDINATOR, g.ADVERB})


def after_insertion(cascade: Cascade, verb: Chunk) -> bool:
    """A verb coordinated across a clause between commas: `She joined in 1961 and, because she had to, drew charts`."""
    inner, tokens = cascade.clause, cascade.tokens
    partner = inner.parent
    apart = cascade.previous is not None and cascade.previous.kind == g.COMMA and cascade.conjunction is None
    if inner.opener != kinds.SUB or inner.verb is None or partner is None or not apart or inner.first < 2:
        return False
    before = tokens[inner.first - 1 if tokens[inner.first - 1].tag == "CC" else inner.first - 2]
    if before.tag != "CC" or partner.verb is None or not partner.finite:
        return False
    clause = Clause(partner.opener, partner.parent, verb.first, partner.word)
    clause.shares, clause.antecedent, clause.gap = partner, partner.antecedent, partner.gap
    return cascade.start(clause, verb, "claims.coordinated-verb")


def _belongs_outside(cascade: Cascade, inner: Clause, outer: Clause, verb: Chunk) -> bool:
    """Tell whether a coordinated verb goes on with the outer clause rather than with the one before it."""
    place = inner.word == "where" and inner.first > 0 and cascade.tokens[inner.first - 1].text == ","
    if inner.opener == kinds.RELATIVE or place:  # "was born in Estrel, where his father worked, and moved to Lima"
        goes_on = _goes_on(cascade, inner, outer, verb)
        if cascade.comma_before_conjunction():
            return not goes_on
        return not place and not goes_on and told.person_goes_on(cascade, inner, outer, verb)
    assert outer.verb is not None and inner.verb is not None
    own, other = inner.surface(), outer.surface()
    if inner.opener == kinds.SUB and inner.passive and told.person_goes_on(cascade, inner, outer, verb):
        return True  # "sat still as the verdict was read and said nothing"
    if own is not None and other is not None and not agrees(cascade, own, verb) and agrees(cascade, other, verb):
        return plural(cascade, inner.verb) != plural(cascade, verb)  # "ignores what people think and says so"
    if inner.opener == kinds.THAT and [c.shape[0] == "H" for c in (outer.verb, inner.verb, verb)] == [
        False,
        True,
        True,
    ]:
        return False  # "said he had been ill and had written to them"
    if own is not None and other is not None:
        if inner.opener == kinds.THAT and animate(cascade, other) in (1, 2) and _moves(cascade, own, verb):
            return False
        asked = inner.opener == kinds.WH and cascade.word(own.chunk) == "what"
        told_on = inner.opener == kinds.THAT and told.of_speaker(cascade, inner, outer, verb)
        if told_on or (inner.opener == kinds.THAT and _judges(cascade, outer, own, other, verb)):
            return True
        if asked and personal(cascade.lemma(verb)) >= _PERSONAL and animate(cascade, other) > 0:
            return True  # "regrets what happened and will not appeal"
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
    if not past or cascade.lemma(verb) not in word_class("judging-aloud") or own.pronoun:
        return False
    says = verb_frame(cascade.lemma(outer.verb)).that >= 40
    return says and animate(cascade, own) < 2 <= animate(cascade, other)


def _sanctions(cascade: Cascade, outer: Clause, verb: Chunk) -> bool:
    """Tell whether who found or ruled something goes on: `found the firm had broken the law and fined it`."""
    assert outer.verb is not None
    past = verb.shape.lstrip("rw") == "v" and tense(cascade, verb) == tense(cascade, outer.verb) == "VBD"
    if not past or outer.passive or cascade.lemma(outer.verb) not in word_class("ruling"):
        return False
    return cascade.lemma(verb) in word_class("sanctions")


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


def _outer(clause: Clause) -> Clause | None:
    parent = clause.parent
    while parent is not None and not (parent.verb is not None and parent.finite):
        parent = parent.parent
    return parent
