"""Forms in -ing that are nouns: `pain and swelling`, `looting and murders`, `say adding salt is simple`."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.agreement import plural
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import CLAUSAL, Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NOMINATIVE, Clause, Phrase
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame


def pained(cascade: Cascade) -> bool:
    """Tell whether a bare thing stands before *and* and an -ing form, and no act: `headache and vomiting`."""
    np, verb = cascade.np, cascade.clause.verb
    before = cascade.chunks[cascade.at - 2] if cascade.at > 1 else None
    if np is None or np.chunk is not before or verb is None or verb.kind == g.ING:
        return False
    bare = np.chunk.shape[0] in "nj" and cascade.tokens[np.head].tag == "NN"
    return bare and np.chunk.shape[-1] == "n" and not animate(cascade, np)


def planning(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether an -ing form behind a noun and *and* names what is done: nothing follows that it would govern."""
    np, before = cascade.np, cascade.chunks[cascade.at - 2] if cascade.at > 1 else None
    if np is None or np.chunk is not before or np.preposition is None or cascade.comma_before_conjunction():
        return False
    behind = cascade.chunks[cascade.at + 1] if cascade.at + 1 < len(cascade.chunks) else None
    ends = behind is None or behind.kind in (g.STOP, g.COMMA, g.ADVERB) or behind.shape[-1] in "TZ"
    frame = verb_frame(cascade.lemma(verb))
    governs = frame.object >= 50 or frame.infinitive >= 50
    return ends and governs and np.chunk.shape[-1] == "n" and not animate(cascade, np)


def item(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether an -ing form stands in a list between another one and *and* with a noun."""
    np, behind = cascade.np, cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if np is None or len(behind) < 2 or verb.shape != "g" or np.last + 1 != verb.first:
        return False
    if behind[0].kind != g.CONJUNCTION or behind[1].kind != g.NOUN or behind[1].shape[0] not in "nj":
        return False
    return cascade.tokens[np.head].lower.endswith("ing") and np.chunk.shape[-1] in "ng" and np.chunk.last == np.last


def named_act(cascade: Cascade, verb: Chunk) -> bool:
    """An -ing form that names what is meant, whoever does it: `may include helping staff`, `plan to ban smoking`."""
    clause = cascade.clause
    if verb.kind != g.ING or clause.verb is None:
        return False
    first = clause.shares if clause.rule == "claims.coordinated-infinitive" else clause
    if cascade.comma and clause.silent and first is not None and clause.parent is not None:
        goes_on = ("wh", first) in clause.parent.content
    else:
        goes_on = False
    if goes_on:
        inner = Clause(kinds.NONFINITE, clause.parent, verb.first)  # "include helping staff, training them and ..."
        inner.shares, inner.rule = clause, "claims.coordinated-infinitive"
    elif cascade.previous is clause.verb and not clause.passive and _equates(cascade, clause):
        inner = cascade.push(kinds.NONFINITE, verb.first)
        clause.content.append(("wh", inner))
    else:
        return False
    inner.silent = True
    return cascade.start(inner, verb, "claims.adverbial-participle")


def _equates(cascade: Cascade, clause: Clause) -> bool:
    assert clause.verb is not None
    lemma = cascade.lemma(clause.verb)
    return lemma in word_class("including") or lemma in word_class("regulating") or clause.copular


def modifier(cascade: Cascade, verb: Chunk) -> bool:
    """An -ing form between a verb that takes none and a bare noun describes that noun: `revive flagging sales`."""
    clause, at = cascade.clause, cascade.at + 1
    if verb.shape == "g" and clause.verb is None and clause.opener in (kinds.SUB, kinds.WH) and _opens(cascade, clause):
        verb.kind = g.ADVERB
        plural = cascade.chunks[at]
        plural.first, plural.shape = verb.first, "L" + plural.shape
        return True
    if verb.shape != "g" or clause.verb is None or cascade.previous is not clause.verb or clause.passive:
        return False
    if not modified(cascade) or clause.verb.last != verb.first:
        return False
    behind = cascade.chunks[at]
    frame = verb_frame(cascade.lemma(clause.verb))
    own = verb_frame(cascade.lemma(verb))
    alone = (
        own.total >= 8 and own.object < (30 if own.total >= 20 else 10) and own.that < 12 and frame.ing < 4
    )  # "attend failing schools"
    if not alone and (frame.ing > 1 or frame.object < 40):
        return False
    verb.kind = g.ADVERB
    behind.first, behind.shape = verb.first, "L" + behind.shape
    return True


def made_into(cascade: Cascade, verb: Chunk) -> bool:
    """An act that is made something, with its object one noun phrase: `made repairing the bridge a priority`.

    A noun phrase follows, and another one that has an article.
    """
    clause, behind = cascade.clause, cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if verb.shape != "g" or clause.verb is None or cascade.previous is not clause.verb or clause.passive:
        return False
    if cascade.lemma(clause.verb) != "make" or [chunk.kind for chunk in behind] != [g.NOUN, g.NOUN]:
        return False
    if verb.last != behind[0].first or behind[0].last != behind[1].first or behind[1].shape[0] not in "dp":
        return False
    verb.kind = g.ADVERB
    behind[0].first, behind[0].shape = verb.first, "L" + behind[0].shape
    return True


def modified(cascade: Cascade) -> bool:
    """Tell whether a common noun without a determiner follows that an -ing form may describe."""
    behind = cascade.chunks[cascade.at + 1] if cascade.at + 1 < len(cascade.chunks) else None
    return behind is not None and behind.kind == g.NOUN and behind.shape[0] in "Nnj" and behind.shape[-1] == "n"


def _opens(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether an -ing form and a bare plural open a clause whose verb follows: `where working mothers say`."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if clause.subject is not None or cascade.preposition is not None or len(behind) < 2:
        return False
    plural = behind[0].shape == "n" and cascade.tokens[behind[0].head].tag == "NNS"
    return plural and behind[1].kind == g.FINITE and cascade.previous is not None and not cascade.comma


def gerund_in_zero_that(cascade: Cascade, verb: Chunk) -> bool:
    """A clause without *that* whose subject is an -ing form: `They say adding salt is the simplest method`."""
    inner = cascade.clause
    host = inner.parent
    if (
        inner.finite
        or inner.verb is None
        or inner.verb.kind != g.ING
        or host is None
        or host.verb is None
        or cascade.comma
    ):
        return False
    if host.passive or (cascade.np is not None and cascade.np.link == "comma"):
        return False  # "He was seen running from it, Reed said"
    if host.objects or host.verb.last != inner.verb.first or verb_frame(cascade.lemma(host.verb)).that < CLAUSAL:
        return False
    phrase = Phrase(inner.verb)
    phrase.last = verb.first
    inner.silent = True
    return cascade.start_governed(host, phrase, verb, "claims.clause-as-subject")


def question_in_zero_that(cascade: Cascade, verb: Chunk) -> bool:
    """A clause without *that* whose subject is a question: `I think what hurt her was the cold`, `said how is unclear`.

    The question stands right behind the verb of saying, and nothing between it and the verb at hand parts them.
    """
    inner = cascade.clause
    if cascade.comma or cascade.conjunction is not None or cascade.awaiting() is not None or inner.verb is None:
        return False
    np = cascade.np
    if np is not None and (np.link == "next" or cascade.word(np.chunk) in NOMINATIVE):
        return False  # "explained how they rank the voters they met"
    if verb_frame(cascade.lemma(inner.verb)).that >= CLAUSAL:
        return False  # "said who he thinks will win"
    for _ in range(4):
        if inner.opener == kinds.WH or inner.parent is None or inner.parent.verb is None:
            break
        inner = inner.parent
    host = inner.parent
    if inner.opener != kinds.WH or inner.question or host is None or host.verb is None or host.passive or host.objects:
        return False
    parted = any(token.text in ",—–--;" or token.tag == "CC" for token in cascade.tokens[inner.first : verb.first])
    asked = host.content[-1:] == [("wh", inner)] and host.verb.last == inner.first and not parted
    if not asked or plural(cascade, verb) or verb_frame(cascade.lemma(host.verb)).that < 40:
        return False
    host.content.pop()
    phrase = Phrase(inner.verb or verb)
    phrase.first, phrase.last = inner.first, verb.first
    return cascade.start_governed(host, phrase, verb, "claims.clause-as-subject")


def having(cascade: Cascade, verb: Chunk) -> bool:
    """An -ing form right behind *has* or *had* is what somebody has: `had ruching across its front`."""
    clause = cascade.clause
    if verb.shape != "g" or clause.verb is None or clause.verb.shape != "H" or clause.verb.last != verb.first:
        return False
    verb.kind = g.NOUN
    cascade.np = Phrase(verb)
    clause.objects.append(cascade.np)
    return True
