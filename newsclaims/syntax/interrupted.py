"""A verb group that something interrupts: `has, however, rejected`, `had on Tuesday told`, `will, he said, resign`."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax.agreement import agrees, finite_later, plural
from newsclaims.syntax.cascade import CLAUSAL, Cascade, passive
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NONFINITE, RELATIVE, Clause, Phrase
from newsclaims.syntax.describing import past_or_participle
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame

_PASSIVE: Final = (g.PARTICIPLE, g.ING)
_KINDS: Final = {
    "m": (g.BARE,),
    "D": (g.BARE,),
    "H": (g.PARTICIPLE,),
    "ma": (g.PARTICIPLE,),
    "B": _PASSIVE,
    "x": _PASSIVE,
}
"""The kinds of verb chunk that go on with a modal, a form of do, of have, of be, and *been*."""


def interrupted(cascade: Cascade, verb: Chunk) -> bool:
    """Join a verb to its auxiliary across an adverb between commas, a time, a phrase or a clause of saying.

    Behind *be* only adverbs and times may stand between: `was in jail, accused of theft` is no verb group.  The claim
    is one, with the auxiliary among the governors of the verb.
    """
    clause = _open_group(cascade)
    if clause is None or clause.verb is None or verb.shape[0] == "o":
        return False
    if cascade.preposition is not None or cascade.conjunction is not None or not _may_stand_between(cascade.previous):
        return False
    noun = cascade.previous is not None and cascade.previous.kind in g.NOUNS and clause is cascade.clause
    if noun and all(phrase is not cascade.np for _, phrase in clause.arguments):
        return False  # "The shoes are too big now, and she left"
    auxiliary = _auxiliary(clause.verb, cascade.tokens[clause.verb.last].text == ",")
    between = cascade.tokens[clause.verb.last : verb.first]
    if not _goes_on(cascade, auxiliary, verb) or cascade.chunks[cascade.at - 1].shape == "h":
        return False
    if not between and auxiliary != "x":
        return False
    if between and between[0].text == "," and between[-1].text != ",":
        return False
    timed = all(phrase.time for role, phrase in clause.arguments if phrase.first >= clause.verb.last)
    if between and auxiliary in "Bx" and between[0].text != "," and (not timed or between[-1].text == ","):
        return False
    clause.governors.append(clause.verb)
    clause.verb, clause.rule = verb, ""
    verb.kind, verb.shape = (
        g.FINITE,
        auxiliary + (_base(verb.shape) if auxiliary in "mD" else verb.shape.replace("v", "e")),
    )
    clause.passive = passive(verb)
    clause.content = [pair for pair in clause.content if pair[1].first < clause.governors[-1].first]
    if clause in cascade.clauses:  # the order is that of the verbs
        cascade.clauses.remove(clause)
        cascade.clauses.append(clause)
    cascade.clause, cascade.last_np, cascade.np = clause, None, None
    return True


def _base(shape: str) -> str:
    return shape.replace("v", "b").replace("e", "b")


def _may_stand_between(chunk: Chunk | None) -> bool:
    """Tell whether the verb may follow a chunk: no hyphen (`would-be`) and nothing unknown."""
    return chunk is not None and chunk.kind in g.VERBS | g.NOUNS | {g.COMMA, g.DASH, g.ADJECTIVE, g.PREPOSITION}


def _open_group(cascade: Cascade) -> Clause | None:
    """Return the clause whose verb is an auxiliary alone, without object or predicative."""
    for clause in (cascade.clause, cascade.clause.parent, _said(cascade.clause)):
        if clause is None or clause.verb is None or clause.objects or clause.adjective is not None or clause.question:
            continue
        apart = cascade.tokens[clause.verb.last].text == ","  # "He did, however, apologise"
        if not _auxiliary(clause.verb, apart) or clause.there or (clause is not cascade.clause and not cascade.comma):
            continue
        return clause
    return None


def complement(cascade: Cascade, part: Phrase | Chunk) -> bool:
    """Give what commas part from a form of be to it, a noun phrase or an adjective; return whether there is such a one.

    Its clause is then the current one.  A time is left to the caller.
    """
    parted = _copula(cascade)
    if parted is None:
        return False
    cascade.clause = parted
    for clause in _both(cascade, parted):
        if isinstance(part, Chunk):
            clause.adjective = part
        elif not part.time:
            clause.objects.append(part)
    return True


def _copula(cascade: Cascade) -> Clause | None:
    """Return the clause whose form of be commas part from what follows: `He is, she said, ill`, `was, in it, ill`."""
    if _set_off(cascade, cascade.clause):
        return cascade.clause
    said = _said(cascade.clause) if cascade.comma else None
    if said is None or not _waits(said) or said.arguments:
        return None
    return said if said.verb is not None and cascade.clause.first > said.verb.first else None


def _set_off(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether a pair of commas stands between a form of be and the chunk at hand: `was, in my view, a mistake`."""
    verb, tokens, at = clause.verb, cascade.tokens, cascade.chunks[cascade.at].first - 1
    if verb is None or not cascade.comma or cascade.conjunction is not None or clause.gap in ("open", "wh", "zero"):
        return False
    waits = _waits(clause) or (_links(cascade, verb) and clause.shares is not None and not clause.objects)
    if tokens[verb.last].text != "," or tokens[at].text != "," or not waits:
        return False
    commas = sum(token.text == "," for token in tokens[verb.last : at + 1])
    return commas == 2 or (commas == 1 and len(_both(cascade, clause)) > 1)


def _both(cascade: Cascade, clause: Clause) -> list[Clause]:
    """Return a clause that commas part from what somebody is, with the one it shares it with: `was, and is, ill`."""
    first = clause.shares
    if first is None or first.verb is None or not _waits(first) or cascade.tokens[first.verb.last].text != ",":
        return [clause]
    return [first, clause]


def _links(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a verb says that somebody goes on to be something: `is, and remains, a port`."""
    return cascade.lemma(verb) in word_class("remaining")


def _waits(clause: Clause) -> bool:
    """Tell whether a clause has a form of be and not yet what somebody is."""
    return clause.copular and not clause.objects and clause.adjective is None and not clause.content


def _auxiliary(verb: Chunk, apart: bool = False) -> str:
    """Return the letter of the form that a verb chunk ends in if it is an auxiliary alone, "" if not.

    ``apart`` says that a comma stands behind it: *do* without *not* is else a verb of its own.
    """
    shape = verb.shape.strip("orw")
    if shape == "D" and "o" not in verb.shape and not apart:
        return ""  # "as he did in May"
    return "x" if len(shape) > 1 and shape[-1] == "x" else shape if shape in _KINDS else ""


def _said(clause: Clause) -> Clause | None:
    for role, inner in clause.content:  # mostly none
        if role == "reported":
            return inner
    return None


def _goes_on(cascade: Cascade, auxiliary: str, verb: Chunk) -> bool:
    """Tell whether the form of the verb chunk goes on with the auxiliary, as far as its tag can be trusted."""
    if verb.kind in _KINDS[auxiliary]:
        return True
    token = cascade.tokens[verb.head]
    if auxiliary in "mD":
        return verb.shape.strip("orwR") in ("v", "e") and token.lower == token.lemma  # "did not, she said, hit him"
    if verb.shape.strip("orwR") != "v":
        return False
    base = auxiliary == "H" and token.lower in ("become", "come", "overcome", "run")  # "has in recent years become"
    return base or (token.tag == "VBD" and past_or_participle(token.lower))


def _opened(phrase: Phrase | None) -> Phrase | None:
    """Return the phrase behind *as*, *after* ... that one with other prepositions hangs on, else the phrase itself.

    `as the toll from floods caused by the storm rose`.
    """
    outer = phrase
    for _ in range(4):
        if outer is None or outer.preposition in _OPENERS or outer.link not in ("prep", "and"):
            break
        outer = outer.host
    return outer if outer is not None and outer.preposition in _OPENERS else phrase


_OPENERS: Final = ("after", "as", "before", "since", "until")


def described(cascade: Cascade, verb: Chunk) -> Phrase | None:
    """Return the phrase behind a word that may open a clause, when something describes it before the verb comes.

    `after a man wearing a mask robbed the bank`, `as the challenges facing job seekers persist`; so do the infinitives
    of a noun, `after a plan to cut the fee and hire teachers failed`, and its
    relative clause, `after a bill that won support failed`.
    """
    inner, previous = cascade.clause, cascade.previous
    began = inner.shares if inner.rule == "claims.coordinated-infinitive" and inner.shares is not None else inner
    planned = began.verb is not None and began.antecedent is not None and began.verb.kind == g.INFINITIVE
    related = inner.parent if inner.opener == NONFINITE and not planned and inner.parent is not None else inner
    relative = related.opener == RELATIVE and related.verb is not None
    planned = planned and not relative
    subject = _opened(related.antecedent) if relative else began.antecedent if planned else _opened(inner.subject)
    if inner.rule != "claims.participle-on-noun" and not planned and not relative:
        return None
    if inner.verb is None or inner.content:
        return None
    if subject is None:
        return None
    if subject.preposition not in _OPENERS or previous is None:
        return None
    if planned and (inner.opener != NONFINITE or began.verb is None or began.verb.first != subject.last):
        return None
    if planned and subject.preposition == "as" and cascade.tokens[subject.first].lower in ("a", "an"):
        return None  # "sold as a way to put features in a room"
    apart = previous.kind not in g.NOUNS and previous.kind != g.ADVERB and previous is not inner.verb
    says = verb_frame(cascade.lemma(inner.verb)).that >= CLAUSAL and not inner.passive
    left = not relative and bool(inner.objects) and cascade.stops() and not finite_later(cascade)
    says = says and not left  # "a man claiming ties left"
    if apart or says or subject.time or not agrees(cascade, subject, verb):
        return None
    np = cascade.np
    for _ in range(6):
        if np is None or np is subject or np is inner.subject or (relative and np is related.antecedent):
            break
        if np.link in ("and", "comma"):
            return None  # "as a boy going to town, and I went"
        np = np.host
    return subject if not cascade.comma and cascade.conjunction is None else None


def singled_out(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether some of those that a phrase names stand between it and a comma: `, particularly in Kent,`."""
    between = cascade.tokens[phrase.first : cascade.chunks[cascade.at - 1].first]
    return any(one.text == "," and two.lower in word_class("singling-out") for one, two in pairwise(between))


def item(cascade: Cascade, clause: Clause, verb: Chunk) -> Phrase | None:
    """Return persons behind *and* of whom a clause with *who* tells, and then an auxiliary that no one else has.

    `The fire hit two shops and residents who lived above them have been moved`.
    """
    phrase = clause.antecedent if clause.opener == RELATIVE and clause.word == "who" else None
    if phrase is None or phrase.link != "and" or not phrase.before or not clause.restrictive or clause.verb is None:
        return None
    sure = verb.shape[0] in "mBHD" and cascade.conjunction is None and not cascade.comma and clause.gap != "open"
    if not sure or cascade.awaiting() is not None or verb_frame(cascade.lemma(clause.verb)).that >= CLAUSAL:
        return None
    return phrase if agrees(cascade, phrase, verb) else None


def all_of(cascade: Cascade, clause: Clause, verb: Chunk) -> Phrase | None:
    """Return *all* behind *and* where *is* tells what it is: `She likes the job and all she wants is a rest`."""
    phrase = clause.antecedent if clause.opener == RELATIVE and clause.gap == "zero" else None
    if phrase is None or phrase.link != "and" or cascade.word(phrase.chunk) != "all" or verb.shape[0] != "B":
        return None
    return phrase if phrase.preposition is None and plural(cascade, verb) is False else None
