"""Who does what stands behind *and* and a clause of saying: the speaker or the one of whom it is said.

In news the inner subject is right in about three of four cases, with a comma before *and* in two of five; so the
speaker is taken only on evidence.  Also the verb behind a relative clause of saying.
"""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.agreement import finite_later, tense
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.antecedents import antecedent
from newsclaims.syntax.cascade import CLAUSAL, Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.syntax.describing import past_or_participle
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame
from newsclaims.words.preferences import UNKNOWN_PERSONAL, personal

_PRONOUNS: Final = {"him": "person", "her": "person", "it": "thing", "them": "many"}


def of_speaker(cascade: Cascade, inner: Clause, outer: Clause, verb: Chunk) -> bool:
    """Tell whether a coordinated verb is the deed of whoever says the clause before it.

    Only somebody does it and the inner subject is a thing (`said the talks had failed and called`); its object can only
    be the inner subject (`said the man was armed and shot him`); or a comma stands before *and*, and the verb is one of
    saying or in the tense of the outer one, the inner one in another (`had agreed to meet, but gave no date`).
    """
    own, other = inner.surface(), outer.surface()
    if own is None or other is None or outer.verb is None or inner.verb is None:
        return False
    future = verb.shape[0] == "m" and inner.verb.shape[0] != "m"  # "noted that the office acted and will soon tell"
    acted = (
        bool(inner.objects)
        and not inner.passive
        and "o" not in inner.verb.shape
        and personal(cascade.lemma(inner.verb)) >= 75
    )
    if (  # but "said the boat ignored orders and went"
        not (own.pronoun or acted)
        and not future
        and animate(cascade, own) == 0 < animate(cascade, other)
        and _personal(cascade, own, verb)
    ):
        return True
    apart = cascade.comma_before_conjunction()
    told = [*outer.objects, *(phrase for role, phrase in outer.arguments if role == "to")] if own.pronoun else []
    if _is_object(cascade, own, inner, None if apart or _met(cascade, told) else other):
        return True
    if not apart or verb.shape[0] == "m" or verb_frame(cascade.lemma(outer.verb)).that < 40:
        return False
    if verb_frame(cascade.lemma(verb)).that >= 40:
        return True
    return _form(cascade, inner.verb) != _form(cascade, verb) and tense(cascade, verb) == tense(cascade, outer.verb)


def said_again(cascade: Cascade, partner: Clause, verb: Chunk) -> Clause | None:
    """Return the clause of saying whose very verb is said again: `said it knew what he wanted, but said no`."""
    lemma, outer = cascade.lemma(verb), partner.parent
    if partner.verb is None or cascade.lemma(partner.verb) == lemma or verb_frame(lemma).that < 40:
        return None
    for _ in range(6):
        if outer is None or (outer.verb is not None and outer.finite and cascade.lemma(outer.verb) == lemma):
            break
        outer = outer.parent
    same = outer is not None and outer.verb is not None and outer.verb.shape == verb.shape and not outer.passive
    return outer if same else None


def _met(cascade: Cascade, told: list[Phrase]) -> bool:
    """Tell whether one person is told: `The judge told Holt he had lied and jailed him`."""
    return bool(told) and animate(cascade, told[0]) > 1 and cascade.tokens[told[0].head].tag in ("NN", "NNP")


def _personal(cascade: Cascade, own: Phrase, verb: Chunk) -> bool:
    """Tell whether only somebody does what the verb says; rare verbs count with an object, and where no event acts."""
    share = personal(cascade.lemma(verb))
    if share != UNKNOWN_PERSONAL:
        return share >= 75
    following = cascade.following()
    object_ = following is not None and following.kind in (g.NOUN, g.PRONOUN)
    return object_ and cascade.lemma(own.chunk) not in word_class("events")


def _form(cascade: Cascade, verb: Chunk) -> str:
    """Return tense and auxiliary of a finite verb: *had left* is another form than *left*."""
    return tense(cascade, verb) + verb.shape[0].strip("vDBorw")


def _is_object(cascade: Cascade, own: Phrase, inner: Clause, other: Phrase | None) -> bool:
    """Tell whether the object pronoun behind the verb can stand for nobody but the subject before.

    Nothing else in the inner clause, and not ``other``, may be meant.
    """
    at = cascade.at + 1
    pronoun = cascade.chunks[at] if at < len(cascade.chunks) else None
    wanted = _PRONOUNS.get(cascade.word(pronoun)) if pronoun is not None and pronoun.shape == "q" else None
    if wanted is None or not _may_be(cascade, own, wanted):
        return False
    rivals = [*inner.objects, *(phrase for _, phrase in inner.arguments)] + ([other] if other is not None else [])
    if inner.copular:
        rivals = [phrase for phrase in rivals if phrase not in inner.objects]
        named = wanted == "many" and other is not None and cascade.tokens[other.head].tag == "NN"
        if named and other is not None and cascade.lemma(other.chunk) in word_class("bodies"):
            rivals.remove(other)  # "The club said the guests were thieves and barred them"
    return not any(_may_be(cascade, phrase, wanted) for phrase in rivals)


def _may_be(cascade: Cascade, phrase: Phrase, wanted: str) -> bool:
    """Tell whether *him* or *her*, *it*, *them* can stand for the phrase."""
    token = cascade.tokens[phrase.head]
    if phrase.time:
        return False
    if phrase.pronoun:
        return {"he": "person", "she": "person", "it": "thing", "they": "many"}.get(token.lower) == wanted
    if token.tag in ("NNS", "NNPS") or phrase.last > phrase.chunk.last or token.lower in ("people", "police"):
        return wanted == "many"
    somebody = animate(cascade, phrase)
    return {"person": somebody > 1, "thing": somebody < 2 or token.tag == "NNP", "many": somebody == 1}[wanted]


def through_saying(cascade: Cascade, verb: Chunk) -> bool:
    """The verb behind a relative clause of saying: its subject is the antecedent, `which he said had failed`."""
    host = cascade.clause
    outer = host.parent
    what = host.opener == kinds.WH and host.gap == "wh" and host.word == "what"
    what = what and outer is not None and outer.verb is not None  # but "What Reed said angered voters"
    if (host.opener != kinds.RELATIVE and not what) or host.antecedent is None:
        return False
    when = cascade.np if cascade.np is not None and cascade.np.time and cascade.np.chunk is cascade.previous else None
    close = host.verb is not None and when is not None and when.start == host.verb.last  # "which he said Monday failed"
    if host.verb is None or (cascade.previous is not host.verb and not close) or host.objects:
        return False
    if host.gap not in ("open", "zero", "wh") or verb_frame(cascade.lemma(host.verb)).that < CLAUSAL:
        return False
    behind = [chunk.kind for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 2]]
    is_that = verb.shape == "B" and behind == [g.THAT]
    says = outer.verb if outer is not None and outer.objects else None
    if is_that and says is not None and verb_frame(cascade.lemma(says)).that >= CLAUSAL:
        return False  # "said one thing that voters forget is that taxes fell"
    if cascade.awaiting() is not None and (is_that or not finite_later(cascade)):
        return False  # "Nothing the mayor said amounts to an apology", "One thing she forgets is that taxes rose"
    clause = cascade.push(kinds.THAT, verb.first)
    clause.silent = what  # "what critics say is a tax": of what it is said, nobody tells
    clause.subject = (
        host.antecedent if what else antecedent(cascade, host.antecedent, host.word, host.restrictive, verb)
    )
    host.gap = "said"
    host.content.append(("that", clause))
    return cascade.start(clause, verb, "claims.subject-relative")


def past_behind_saying(cascade: Cascade, verb: Chunk) -> bool:
    """A participle by its tag behind a relative clause of saying: `a talk that they said yielded progress`."""
    host, following = cascade.clause, cascade.following()
    if verb.kind != g.PARTICIPLE or verb.shape != "e" or host.opener != kinds.RELATIVE or host.verb is None:
        return False
    object_ = following is not None and following.kind in g.NOUNS
    if not object_ or cascade.previous is not host.verb or not past_or_participle(cascade.word(verb)):
        return False
    if host.subject is None or verb_frame(cascade.lemma(host.verb)).that < 40:
        return False
    verb.kind, verb.shape = g.FINITE, "v"
    return through_saying(cascade, verb)


def says_when(cascade: Cascade) -> bool:
    """Tell whether a time and what is said follow: `announced on Friday that`, `announced in May it would`."""
    rest = cascade.chunks[cascade.at + 1 : cascade.at + 7]
    while rest and (
        (rest[0].kind == g.PREPOSITION and rest[0].shape == "P")
        or (rest[0].kind == g.NOUN and rest[0].shape[-1] in "TZc")
    ):
        rest = rest[1:]
    if not rest or rest[0] is cascade.chunks[cascade.at + 1]:
        return False
    speaks = len(rest) > 1 and rest[0].kind in g.NOUNS and rest[1].kind == g.FINITE
    return rest[0].kind == g.THAT or speaks


def person_goes_on(cascade: Cascade, inner: Clause, outer: Clause, verb: Chunk) -> bool:
    """Tell whether somebody, not a thing told of, says more: `named a plan that had failed and blamed Reed`."""
    thing, somebody = inner.surface(), outer.surface()
    relative = inner.opener == kinds.RELATIVE
    if thing is None or somebody is None or (relative and inner.gap != "subject") or outer.verb is None:
        return False
    same = tense(cascade, verb) == tense(cascade, outer.verb) != "" or (
        outer.verb.shape[0] == "H" and tense(cascade, verb) == "VBD"
    )  # "has called for it to sell the oil that funds the war and proposed a ban"
    if (
        not same
        or verb.shape.lstrip("rw") != "v"
        or animate(cascade, thing) > 0
        or (somebody.pronoun and animate(cascade, somebody) == 0)
    ):
        return False
    if cascade.lemma(verb) not in word_class("told-aloud"):
        return False
    return cascade.lemma(outer.verb) in word_class("told-aloud") or animate(cascade, somebody) > 0


def quoted(cascade: Cascade, inner: Clause, verb: Chunk) -> bool:
    """Tell whether a clause opens behind a quotation mark that is closed before a verb: `“what we need” and left`."""
    assert inner.verb is not None
    opened = inner.first > 0 and "``" in (cascade.tokens[inner.first - 1].tag, cascade.tokens[inner.first].tag)
    return opened and any(token.tag == "''" for token in cascade.tokens[inner.verb.last : verb.first])
