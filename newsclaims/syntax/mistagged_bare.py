"""Bare forms and plurals by their tag that are verbs of the present, and forms that go on with the verb before."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import coordinated_verbs, finite
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, lengthen
from newsclaims.syntax.describing import past_or_participle
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame
from newsclaims.words.preferences import noun_subject


def coordinated(cascade: Cascade, verb: Chunk) -> bool:
    """A past tense that was tagged as a participle, behind *and* and a past tense: `was a doctor and later retired`."""
    if verb.kind != g.PARTICIPLE or cascade.conjunction is None or cascade.preposition is not None:
        return False
    if cascade.previous is not cascade.conjunction or not past_or_participle(cascade.word(verb)):
        return False
    partner = cascade.enclosing(lambda c: c.verb is not None and c.finite)
    frame = verb_frame(cascade.lemma(verb))
    if partner is not None and frame.total and frame.object < 15:
        return coordinated_verbs.coordinated(cascade, verb)  # "admitted lying and apologised"
    if partner is None or partner.verb is None or partner is not cascade.clause:
        return False
    full = partner.objects or partner.arguments or partner.rule == "claims.verb-list"
    if partner.passive or partner.adjective is not None or not full:
        return False
    following = cascade.following()
    if (following is None or following.kind not in g.NOUNS) and frame.object >= 50 and partner.copular:
        return False  # "and opposed to the plan"
    first = partner.governors[0] if partner.governors else partner.verb  # "promised to build 500 but built 20"
    past = any(token.tag == "VBD" for token in cascade.tokens[first.first : first.last])
    return (past or partner.rule == "claims.verb-list") and coordinated_verbs.coordinated(cascade, verb)


def second_noun(cascade: Cascade, verb: Chunk) -> bool:
    """A noun that was tagged as a bare form, behind a noun and *and*: `a mix of anger and ridicule from readers`.

    No bare form, infinitive or present stands before that it could go on with, and it has no object.
    """
    before, np = cascade.conjunction, cascade.np
    if verb.kind != g.BARE or verb.shape != "b" or before is None or cascade.previous is not before or np is None:
        return False
    beside = np.last == before.first and np.chunk.kind == g.NOUN and cascade.word(before) in ("and", "or")
    verbal = verb_frame(cascade.lemma(verb)).total >= 10
    one = cascade.tokens[np.head].tag == "NN" and noun_subject(cascade.word(verb)).total  # "meets owners and advocate"
    if not beside or before.last != verb.first or (verbal and not one):
        return False
    following = cascade.following()
    if following is None or following.kind not in (g.PREPOSITION, g.STOP, g.FINITE):
        return False
    for clause in (cascade.clause, cascade.clause.parent, cascade.fronted()):
        first = clause.verb if clause is not None else None
        if first is not None and (first.shape[0] in "mDbtu" or cascade.tokens[first.first].tag in ("VBP", "VB")):
            return False
    verb.kind = g.OTHER
    lengthen(np, verb.last)
    return True


def plain_present(cascade: Cascade, verb: Chunk) -> bool:
    """A bare form behind *and* that is a present tense: `Some fear that he lost and warn that he may lose again`.

    The clause before has a verb that shares no *to* or modal with it, and an outer one in the present has a plural.
    """
    previous, inner = cascade.previous, cascade.clause
    if verb.kind == g.BARE and previous is not None and inner.verb is not None:
        adverb = cascade.chunks[cascade.at - 1].kind == g.ADVERB and previous.kind in g.NOUNS
        free = verb_frame(cascade.lemma(inner.verb)).object_infinitive < 4 and inner.verb.shape[0] not in "mD"
        beside = previous is inner.verb and inner.rule == "claims.object-relative" and cascade.lemma(previous) != "help"
        behind = adverb or (previous.kind in g.NOUNS and cascade.lemma(inner.verb) not in word_class("bare-after"))
        if previous.kind == g.COMMA or beside or (behind and free and inner.opener == kinds.RELATIVE):
            return _resumed(cascade, verb)  # "The demands that come with it sometimes hurt", "Men who saw it say so"
    if verb.kind == g.BARE and inner.verb is not None and _next_subject(cascade):
        verb.kind, verb.shape = g.FINITE, verb.shape.replace("b", "v")
        return finite.read(cascade, verb)
    if verb.kind != g.BARE or previous is None or previous.kind != g.CONJUNCTION or inner.verb is None:
        return False
    if cascade.word(verb) in word_class("unchanged") and _perfect(cascade):
        verb.kind, verb.shape = g.FINITE, "v"  # "has left them stranded and cost the town £2m"
        return finite.read(cascade, verb)
    if _beside_present(cascade, inner, previous):
        verb.kind, verb.shape = g.FINITE, verb.shape.replace("b", "v")
        return finite.read(cascade, verb)
    if inner.verb.shape[0] not in "vHB" or inner.opener not in (kinds.THAT, kinds.RELATIVE, kinds.SUB):
        return False
    outer = inner.parent
    if outer is None or outer.verb is None or cascade.tokens[outer.verb.first].tag != "VBP":
        return False
    verb.kind, verb.shape = g.FINITE, verb.shape.replace("b", "v")
    return finite.read(cascade, verb)


def _next_subject(cascade: Cascade) -> bool:
    """Tell whether a bare plural behind a comma and *and* stands right before: `is salty, and tests confirm it`."""
    np, tokens = cascade.np, cascade.tokens
    if np is None or np.chunk is not cascade.previous or np.chunk.shape.strip("jn") or np.first < 2:
        return False
    apart = tokens[np.first - 1].lower in ("and", "but") and tokens[np.first - 2].text == ","
    following = cascade.following()
    object_ = following is not None and following.kind in (g.NOUN, g.PRONOUN, g.THAT)
    return apart and object_ and tokens[np.head].tag == "NNS" and np.chunk is cascade.chunks[cascade.at - 1]


def _beside_present(cascade: Cascade, inner: Clause, conjunction: Chunk) -> bool:
    """Tell whether only *and* or *or* parts the form from a present tense: `as you lock and unlock the car`."""
    if inner.verb is None or inner.opener not in (kinds.RELATIVE, kinds.SUB, kinds.WH) or inner.subject is None:
        return False
    close = inner.verb.shape == "v" and inner.verb.last == conjunction.first
    says = verb_frame(cascade.lemma(inner.verb)).that >= 40  # "can get lost I think and think too much"
    return close and not says and cascade.tokens[inner.verb.head].tag == "VBP"


def _perfect(cascade: Cascade) -> bool:
    """Tell whether the finite verb before is a perfect, which *and* can go on with."""
    partner = cascade.enclosing(lambda c: c.verb is not None and c.finite)
    verb = partner.verb if partner is not None else None
    return verb is not None and verb.shape[0] == "H" and partner is not cascade.clause


def _resumed(cascade: Cascade, verb: Chunk) -> bool:
    """Read a bare form behind a relative clause, or one of saying, as a finite one: `The men, who met, deny it`.

    The subject is a plural, or the form a past tense too: `The pill, doctors admit, put her at risk`.
    """
    outer, inner = cascade.awaiting(), cascade.clause
    subject = outer.subject if outer is not None else None
    told = inner.rule == "claims.inserted-attribution"
    told = told or inner.rule == "claims.adverbial-participle"  # "The bills, backed by Reed, threaten to end it"
    if (inner.opener not in (kinds.RELATIVE, kinds.SUB) and not told) or subject is None or "b" not in verb.shape:
        return False
    many = cascade.tokens[subject.head].tag in ("NNS", "NNPS") or subject.last > subject.chunk.last
    many = many or cascade.tokens[subject.head].lower in ("all", "many", "these", "those")
    if not many and not past_or_participle(cascade.word(verb)):
        return False
    verb.kind, verb.shape = g.FINITE, verb.shape.replace("b", "v")
    return finite.read(cascade, verb)
