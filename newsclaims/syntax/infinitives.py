"""Rules for infinitives and bare forms: who is the subject of *to visit*, *(let him) go*.

They are asked in the order of ``RULES``; some serve participles too (``began working``).
"""

from __future__ import annotations

from typing import Final

from newsclaims.rule import rule
from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import (
    control,
    coordinated_verbs,
    finite,
    gerunds,
    interrupted,
    mistagged,
    mistagged_bare,
    noun_infinitives,
    noun_participles,
    participle_lists,
    purposes,
    understood,
)
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade, Handler, passive
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause
from newsclaims.syntax.headlines import headline
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.complements import effect, kind
from newsclaims.words.frames import verb_frame


def adjacent_verb(cascade: Cascade) -> bool:
    """Tell whether the chunk before is the current clause's verb."""
    return cascade.previous is not None and cascade.previous is cascade.clause.verb


def split_verb(cascade: Cascade, verb: Chunk) -> bool:
    """The content verb of a question, behind auxiliary and subject: `Did the minister resign?`"""
    clause = cascade.clause
    if not clause.question or clause.verb is None or clause.rule == "claims.inverted-subject":
        return False
    auxiliaries = clause.verb.shape.rstrip("o") in ("m", "D", "H", "B")
    if not auxiliaries or clause.subject is None or clause.objects or verb.kind == g.INFINITIVE:
        return False
    auxiliary = clause.verb
    clause.governors.append(auxiliary)
    clause.verb = verb
    clause.passive = passive(verb) or (verb.shape.rstrip("R")[-1] in "el" and auxiliary.shape[0] == "B")
    cascade.np = None
    return True


def chain(cascade: Cascade, verb: Chunk) -> bool:
    """An infinitive or -ing form right behind the verb that takes it: `voted to declare`, `began working`.

    One claim with the whole chain as predicate; the subject is the governor's.
    """
    clause = cascade.clause
    if not adjacent_verb(cascade) or clause.verb is None or clause.objects or clause.passive or _asked(clause):
        return False
    governor = cascade.lemma(clause.verb)
    seldom = bool(clause.governors) and verb_frame(governor).infinitive < 10 and kind(governor, "verb:to") is None
    if verb.kind == g.INFINITIVE and (seldom or governor in ("pause", "stop")):
        return False  # "stopped to help a child", "need to relocate to find water"
    if verb.kind == g.INFINITIVE and clause.verb.shape.strip("wr") == "m" and cascade.word(clause.verb) != "ought":
        return False  # "did all they could to help"
    frame = verb_frame(governor)
    object_too = clause.verb.kind == g.FINITE and frame.object >= 40  # "does not support changing the rules"
    object_too = object_too or (frame.object < 50 and effect(governor, "verb:ing") is not None)  # "admitted taking it"
    if verb.kind == g.PARTICIPLE or (verb.kind == g.ING and frame.ing < 4 and not object_too):
        return False
    if verb.shape == "g" and frame.ing < 4 and noun_participles.describes(cascade, verb):
        return False  # "are attending failing schools"
    seldom = frame.ing < 2 and frame.total >= 100 and frame.object >= 40 and effect(governor, "verb:ing") is None
    if verb.shape == "g" and seldom and gerunds.modified(cascade):
        return False  # "joined striking teachers", "showed deepening gloom"
    if verb.kind == g.ING and governor in words("words", "telling_verbs") and effect(governor, "verb:ing") is None:
        return False  # "told cheering teachers that"
    if verb.kind == g.BARE and governor != "help":
        return False
    if governor == "use" and (cascade.word(clause.verb) != "used" or clause.gap in ("open", "zero")):
        return False  # "the tools thieves use to open doors"
    became = cascade.lemma(verb) == "become" or governor == "stand" or effect(governor, "verb:result") is not None
    became = became or (governor == "come" and cascade.lemma(verb) in word_class("came-to"))  # "rallied to win"
    if (
        verb.kind == g.INFINITIVE
        and frame.total >= 40
        and frame.infinitive < 2
        and not became
        and clause.verb.shape[-1] not in "BHa"
    ):
        return False
    between = cascade.tokens[clause.verb.last : verb.first]
    if clause.verb.shape[-1] in "Bux" and any(token.lower not in word_class("about-to") for token in between):
        return False
    gap = clause.gap in ("open", "zero") and clause.antecedent is not None
    if passive(verb) and gap and frame.object_infinitive >= 4:
        inner = cascade.push(kinds.NONFINITE, verb.first)
        inner.subject = clause.antecedent
        clause.content.append(("to-inf", inner))
        return cascade.start(inner, verb, "claims.object-control")  # "an analysis we have asked to be done"
    if gap and control.gap_acts(cascade, clause, verb):
        return True
    clause.governors.append(clause.verb)
    clause.verb = verb
    clause.passive = passive(verb) or _wants_doing(cascade, governor, verb)
    clause.rule = clause.rule or "claims.control-infinitive"
    cascade.np = None
    return True


rule("claims.control-infinitive")(chain)


def _asked(clause: Clause) -> bool:
    """Tell whether the adjective of a clause stands before it: `how hard it is to win`."""
    return clause.word == "how" and clause.adjective is not None and clause.adjective.first == clause.first + 1


def _wants_doing(cascade: Cascade, governor: str, verb: Chunk) -> bool:
    """Tell whether an -ing form says what is to be done to the subject: `The law needs changing`."""
    following = cascade.following()
    alone = following is None or following.kind not in g.NOUNS
    return governor in ("deserve", "need") and verb.shape == "g" and alone


def subject_control(cascade: Cascade, verb: Chunk) -> bool:
    """An infinitive behind a passive or an adjective: `was required to pay`, `is likely to win`."""
    clause = cascade.clause
    if verb.kind not in (g.INFINITIVE, g.ING) or clause.verb is None or cascade.previous is None:
        return False
    behind_adjective = (
        cascade.previous.kind == g.ADJECTIVE and cascade.previous is clause.adjective and verb.kind == g.INFINITIVE
    )
    behind_adjective = behind_adjective or (_asked(clause) and adjacent_verb(cascade) and verb.kind == g.INFINITIVE)
    behind_passive = clause.passive and (
        adjacent_verb(cascade) or control.told_by(cascade, clause, verb) or control.told_when(cascade, verb)
    )
    if not behind_adjective and not behind_passive:
        return False
    if behind_passive and _seldom_infinitive(cascade, clause.verb):
        return False
    inner = cascade.push(kinds.NONFINITE, verb.first)
    inner.shares = clause
    clause.content.append(("to-inf", inner))
    inner.silent = _expletive(cascade, clause) or _tough(cascade, clause) or _denied(cascade, clause)
    if understood.tool(cascade, clause):
        inner.shares = None
    if behind_passive and clause.finite and cascade.word(clause.verb) == "set":
        now, whom = cascade.tokens[clause.verb.first].lower in ("are", "is"), clause.surface()
        clause.silent = now or (whom is not None and animate(cascade, whom) > 0)  # "is set to become chief"
    if behind_adjective and clause.objects and not clause.copular:
        if cascade.word(clause.objects[0].chunk) == "it":  # but "They find it harder to compete"
            inner.silent = cascade.lemma(clause.verb) in ("make", "render")  # "made it illegal to sell them"
        else:
            inner.shares, inner.subject = None, clause.objects[0]  # "left him unable to walk"
    if clause.rule == "claims.participle-on-noun" and cascade.lemma(clause.verb) in ("need", "require"):
        inner.silent = True  # "the support needed to succeed"
    return cascade.start(inner, verb, "claims.subject-control")


rule("claims.subject-control")(subject_control)


def _seldom_infinitive(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether an infinitive behind the passive verb is hardly what it governs (`was asked`, `is said to ...`)."""
    frame = verb_frame(cascade.lemma(verb))
    return frame.object_infinitive + frame.infinitive < 3 and frame.that < 12


def _expletive(cascade: Cascade, clause: Clause) -> bool:
    subject = clause.surface()
    if subject is None:
        return clause.silent and clause.verb is not None and clause.verb.kind == g.BARE  # "so be sure to ask"
    return cascade.tokens[subject.head].lower == "it" and clause.adjective is not None


def _denied(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether an adjective behind *and not* says what somebody cannot: `was 15 and not eligible to vote`."""
    adjective = clause.adjective
    return adjective is not None and cascade.tokens[adjective.first].lower in ("not", "never")


def _tough(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether the subject is what the infinitive is done to: `is easy to repair`, `too dark to see`."""
    adjective = clause.adjective
    if adjective is None:
        return False
    said, surface = cascade.tokens[adjective.first : adjective.last], clause.surface()
    too = any(token.lower == "too" for token in said)  # "is simply too good to turn down"
    return cascade.word(adjective) in word_class("tough") or (
        too and surface is not None and not surface.pronoun and animate(cascade, surface) == 0
    )


def coordinated(cascade: Cascade, verb: Chunk) -> bool:
    """A verb of the same form behind a comma or *and*: `to recognize, pick up and carry`."""
    if verb.kind == g.BARE and cascade.clause.verb is None and cascade.clause.subject is not None:
        return False
    if verb.kind == g.BARE and finite.subject_relative(cascade, verb):
        return True  # "people who, in private, consider it"
    if not (cascade.comma or cascade.conjunction) or cascade.previous is None or cascade.previous.kind in g.NOUNS:
        return False
    lemma = cascade.lemma(verb)
    known = verb.shape[-1] == "R" or lemma in words("words", "verb_bases") or verb_frame(lemma).total >= 10
    if verb.kind == g.BARE and not known:
        return True  # "let them catch cod and haddock": a noun by mistake
    wanted, be = _form(verb), verb.shape.lstrip("rw")[:1] == "u"  # "The mine will be sold or close"
    auxiliaries: tuple[str, ...] = tuple("mtbu" if be else "m") if verb.kind == g.BARE else ()
    partner = cascade.enclosing(
        lambda c: c.verb is not None and (_form(c.verb) == wanted or c.verb.shape.lstrip("rw")[:1] in auxiliaries)
    )  # "It will move to Lima and then be sold"
    if verb.kind == g.INFINITIVE and cascade.previous is cascade.conjunction:  # "to be named chair and to take over"
        partner = cascade.enclosing(lambda c: c.verb is not None and c.verb.kind == g.INFINITIVE) or partner
    if partner is not None and _bids(cascade, partner, verb):
        partner = cascade.clauses[0]  # "Pick the dish you cannot resist and leave the rest"
    if partner is None and verb.kind == g.BARE and cascade.conjunction is not None:
        return _present(cascade, verb)
    if partner is None:
        return False
    alone = verb.kind in (g.ING, g.PARTICIPLE) and cascade.conjunction is None
    if (
        alone
        and not participle_lists.in_perfect_list(cascade, partner, verb)
        and not participle_lists.in_gerund_list(cascade, partner, verb)
    ):
        return False
    clause = Clause(partner.opener, partner.parent, verb.first)
    clause.shares, clause.antecedent = partner, partner.antecedent
    clause.silent = partner.silent
    cascade.start(clause, verb, "claims.coordinated-infinitive")
    clause.passive = passive(verb) or (
        verb.kind == g.PARTICIPLE
        and partner.passive
        and verb_frame(cascade.lemma(verb)).object >= 20
        and not (verb.shape == "e" and mistagged.takes_object(cascade, verb))
    )  # "was hailed and inspired a film"
    if partner.verb is not None and partner.verb.shape[0] in "mD":
        clause.governors += partner.governors[-1:] or [partner.verb]
    return True


rule("claims.coordinated-infinitive")(coordinated)


def _bids(cascade: Cascade, partner: Clause, verb: Chunk) -> bool:
    """Tell whether a bare form goes on with the command that opens the sentence, not with what *you* can or cannot."""
    first, own = cascade.clauses[0], partner.subject
    commands = first is not partner and first.verb is not None and first.verb.kind == g.BARE and first.verb.first < 2
    if not commands or verb.kind != g.BARE or own is None or partner.verb is None or partner.objects:
        return False
    described = bool(first.objects) and first.objects[-1].last == own.first  # no "Ask if you can stay and pay"
    return (
        described
        and cascade.word(own.chunk) == "you"
        and partner.verb.shape[0] == "m"
        and not cascade.comma_before_conjunction()
    )


def _present(cascade: Cascade, verb: Chunk) -> bool:
    """Coordinate a present tense that was tagged as a bare form: `Voters know this and take it seriously`."""
    clause = cascade.clause
    present = clause.verb is not None and clause.finite and cascade.tokens[clause.verb.head].tag == "VBP"
    return present and coordinated_verbs.coordinated(cascade, verb)


def _form(verb: Chunk) -> str:
    """Return which kind of verb form can be coordinated with it."""
    shape = verb.shape.rstrip("R")
    if verb.kind == g.FINITE:
        return (
            {"b": "b", "u": "b", "a": "b", "e": "e", "l": "e", "g": "g"}.get(shape[-1], "v") if len(shape) > 1 else "v"
        )
    if verb.kind in (g.INFINITIVE, g.BARE):
        return "e" if shape[-1] == "e" and len(shape) > 1 else "b"
    return "g" if verb.kind == g.ING else "e"


RULES: Final[tuple[Handler, ...]] = (
    finite.remains,
    split_verb,
    interrupted.interrupted,
    mistagged_bare.second_noun,
    mistagged_bare.plain_present,
    noun_infinitives.no_choice,
    *understood.RULES,
    chain,
    subject_control,
    *control.RULES,
    coordinated,
    headline,
    purposes.purpose,
)
