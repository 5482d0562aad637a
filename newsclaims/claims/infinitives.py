"""Rules for infinitives and bare forms: who is the subject of *to visit*, *(let him) go*.

They are asked in the order of ``RULES``; some serve participles too (``began working``).
"""

from __future__ import annotations

from itertools import pairwise

from newsclaims.claims import clause as kinds
from newsclaims.claims import finite
from newsclaims.claims.antecedents import animate
from newsclaims.claims.cascade import Cascade, passive
from newsclaims.claims.clause import Clause, Phrase
from newsclaims.claims.frames import LINKING, TOLD
from newsclaims.claims.nominals import NOMINATIVE
from newsclaims.rule import rule
from newsclaims.words import groups as g
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.groups import Group

BARE_AFTER = frozenset({"help", "let", "make", "see", "watch", "have", "hear", "feel"})


def adjacent_verb(cascade: Cascade) -> bool:
    """Tell whether the group before is the current clause's verb."""
    return cascade.previous is not None and cascade.previous is cascade.clause.verb


def split_verb(cascade: Cascade, verb: Group) -> bool:
    """The content verb of a question, behind auxiliary and subject: `Did the minister resign?`"""
    clause = cascade.clause
    if not clause.question or clause.verb is None or clause.verb.shape.rstrip("o") not in ("m", "D", "H", "B"):
        return False
    if clause.subject is None or clause.objects or verb.kind == g.INFINITIVE:
        return False
    auxiliary = clause.verb
    clause.governors.append(auxiliary)
    clause.verb = verb
    clause.passive = passive(verb) or (verb.shape.rstrip("R")[-1] in "el" and auxiliary.shape[0] == "B")
    cascade.np = None
    return True


@rule("claims.control-infinitive")
def chain(cascade: Cascade, verb: Group) -> bool:
    """An infinitive or -ing form right behind the verb that takes it: `voted to declare`, `began working`.

    One claim with the whole chain as predicate; the subject is the governor's.
    """
    clause = cascade.clause
    if not adjacent_verb(cascade) or clause.verb is None or clause.objects or clause.passive:
        return False
    governor = cascade.lemma(clause.verb)
    frame = verb_frame(governor)
    object_too = clause.verb.kind == g.FINITE and frame.object >= 40  # "does not support changing the rules"
    if verb.kind == g.PARTICIPLE or (verb.kind == g.ING and frame.ing < 4 and not object_too):
        return False
    if verb.kind == g.BARE and governor != "help":
        return False
    became = cascade.lemma(verb) == "become"  # "rose to become chief"
    if (
        verb.kind == g.INFINITIVE
        and frame.total >= 40
        and frame.infinitive < 2
        and not became
        and clause.verb.shape[-1] not in "BHa"
    ):
        return False
    between = cascade.tokens[clause.verb.last : verb.first]
    if clause.verb.shape[-1] in "Bux" and any(token.lower != "about" for token in between):
        return False
    gap = clause.gap in ("open", "zero") and clause.antecedent is not None
    if passive(verb) and gap and frame.object_infinitive >= 4:
        inner = cascade.push(kinds.NONFINITE, verb.first)
        inner.subject = clause.antecedent
        clause.content.append(("to-inf", inner))
        return cascade.start(inner, verb, "claims.object-control")  # "an analysis we have asked to be done"
    clause.governors.append(clause.verb)
    clause.verb = verb
    clause.passive = passive(verb)
    clause.rule = clause.rule or "claims.control-infinitive"
    cascade.np = None
    return True


@rule("claims.subject-control")
def subject_control(cascade: Cascade, verb: Group) -> bool:
    """An infinitive behind a passive or an adjective: `was required to pay`, `is likely to win`."""
    clause = cascade.clause
    if verb.kind not in (g.INFINITIVE, g.ING) or clause.verb is None or cascade.previous is None:
        return False
    behind_adjective = (
        cascade.previous.kind == g.ADJECTIVE and cascade.previous is clause.adjective and verb.kind == g.INFINITIVE
    )
    behind_passive = adjacent_verb(cascade) and clause.passive
    if not behind_adjective and not behind_passive:
        return False
    if behind_passive and _seldom_infinitive(cascade, clause.verb):
        return False
    inner = cascade.push(kinds.NONFINITE, verb.first)
    inner.shares = clause
    clause.content.append(("to-inf", inner))
    inner.silent = bool(clause.surface() is not None and _expletive(cascade, clause))
    return cascade.start(inner, verb, "claims.subject-control")


def _seldom_infinitive(cascade: Cascade, verb: Group) -> bool:
    """Tell whether an infinitive behind the passive verb is hardly what it governs (`was asked`, `is said to ...`)."""
    frame = verb_frame(cascade.lemma(verb))
    return frame.object_infinitive + frame.infinitive < 3 and frame.that < 12


def _expletive(cascade: Cascade, clause: Clause) -> bool:
    subject = clause.surface()
    return subject is not None and cascade.tokens[subject.head].lower == "it" and clause.adjective is not None


_ASKED = {"appeal": ("to",), "ask": ("to",), "call": ("on", "upon"), "plead": ("with",), "rely": ("on",)}


@rule("claims.object-control")
def object_control(cascade: Cascade, verb: Group) -> bool:
    """An infinitive behind the object of a verb that takes both: `ordered troops to leave`, `let him go`."""
    clause = cascade.clause
    if (
        verb.kind not in (g.INFINITIVE, g.BARE)
        or clause.verb is None
        or cascade.previous is None
        or cascade.previous.kind not in g.NOUNS
    ):
        return False
    governor = cascade.lemma(clause.verb)
    asked = clause.arguments[-1] if clause.arguments else None
    if verb.kind == g.INFINITIVE and asked is not None and asked[0] in _ASKED.get(governor, ()) and not clause.objects:
        inner = cascade.push(kinds.NONFINITE, verb.first)
        inner.subject = asked[1]
        clause.content.append(("to-inf", inner))
        return cascade.start(inner, verb, "claims.object-control")
    if clause.objects and governor == "take" and cascade.np is not None and cascade.np.time:
        if (
            clause.subject is None
            or cascade.word(clause.subject.group) != "it"
            or not animate(cascade, clause.objects[0])
        ):
            return False
        inner = cascade.push(kinds.NONFINITE, verb.first)
        inner.subject = clause.objects[0]  # "It took rescuers nine hours to free him"
        clause.content.append(("to-inf", inner))
        return cascade.start(inner, verb, "claims.object-control")
    if not clause.objects or "$" in clause.objects[0].group.shape or governor == "use":
        return False  # "needs $2 million to stay open", "used them to buy food"
    apart = verb.kind == g.BARE or verb_frame(governor).object_infinitive < 15 or (asked and asked[0] == "for")
    if apart and cascade.after_verb(clause):
        return False  # but "asked people in Lima to stay"
    if verb.kind == g.BARE and governor not in BARE_AFTER:
        return False
    shown = verb.shape[-1] == "u" and verb_frame(governor).that >= 20  # "showed the vaccine to be safe"
    if verb.kind == g.INFINITIVE and verb_frame(governor).object_infinitive < 4 and governor not in TOLD and not shown:
        return False
    inner = cascade.push(kinds.NONFINITE, verb.first)
    inner.subject = clause.objects[0]
    inner.silent = clause.silent and governor == "let"  # "let us go"
    clause.content.append(("to-inf", inner))
    return cascade.start(inner, verb, "claims.object-control")


@rule("claims.coordinated-infinitive")
def coordinated(cascade: Cascade, verb: Group) -> bool:
    """A verb of the same form behind a comma or *and*: `to recognize, pick up and carry`."""
    if verb.kind == g.BARE and cascade.clause.verb is None and cascade.clause.subject is not None:
        return False
    if verb.kind == g.BARE and finite.subject_relative(cascade, verb):
        return True  # "people who, in private, consider it"
    if (
        (not cascade.comma and cascade.conjunction is None)
        or cascade.previous is None
        or cascade.previous.kind in g.NOUNS
    ):
        return False
    wanted = _form(verb)
    partner = cascade.enclosing(lambda c: c.verb is not None and _form(c.verb) == wanted)
    if partner is None and verb.kind == g.BARE and cascade.conjunction is not None:
        return _present(cascade, verb)
    if partner is None or (verb.kind in (g.ING, g.PARTICIPLE) and cascade.conjunction is None):
        return False
    clause = Clause(partner.opener, partner.parent, verb.first)
    clause.shares, clause.antecedent = partner, partner.antecedent
    clause.silent = partner.silent
    cascade.start(clause, verb, "claims.coordinated-infinitive")
    clause.passive = passive(verb) or (verb.kind == g.PARTICIPLE and partner.passive)
    if partner.verb is not None and partner.verb.shape[0] in "mD":
        clause.governors.append(partner.verb)
    return True


def _present(cascade: Cascade, verb: Group) -> bool:
    """Coordinate a present tense that was tagged as a bare form: `Voters know this and take it seriously`."""
    clause = cascade.clause
    present = clause.verb is not None and clause.finite and cascade.tokens[clause.verb.head].tag == "VBP"
    return present and finite.coordinated(cascade, verb)


def _form(verb: Group) -> str:
    """Return which kind of verb form can be coordinated with it."""
    shape = verb.shape.rstrip("R")
    if verb.kind == g.FINITE:
        return (
            {"b": "b", "u": "b", "a": "b", "e": "e", "l": "e", "g": "g"}.get(shape[-1], "v") if len(shape) > 1 else "v"
        )
    if verb.kind in (g.INFINITIVE, g.BARE):
        return "e" if shape[-1] == "e" and len(shape) > 1 else "b"
    return "g" if verb.kind == g.ING else "e"


@rule("claims.headline-infinitive")
def headline(cascade: Cascade, verb: Group) -> bool:
    """An infinitive as the verb of a headline is a future: `Halvorsen to cut 1,200 jobs`.

    Only in lines without a full stop, where no finite verb follows before a comma or subordinator.
    """
    clause = cascade.clause
    if verb.kind != g.INFINITIVE or clause.verb is not None or clause.subject is None or clause.parent is not None:
        return False
    if cascade.groups[-1].kind == g.STOP or cascade.previous is None or cascade.previous.kind not in g.NOUNS:
        return False
    for group in cascade.groups[cascade.at + 1 : cascade.at + 20]:
        if group.kind in (g.SUBORDINATOR, g.COMMA, g.WH, g.DASH):
            break
        if group.kind == g.FINITE:
            return False
    return cascade.start(clause, verb, "claims.headline-infinitive")


@rule("claims.purpose-infinitive")
def purpose(cascade: Cascade, verb: Group) -> bool:
    """An infinitive that says what the subject acts for: `police opened fire to disperse the crowd`, a planned claim.

    One that belongs to a noun (`a plan to leave`) is an argument only.
    """
    clause = cascade.clause
    if verb.kind == g.BARE and clause.verb is None and clause.subject is not None:
        return cascade.start(clause, verb, "")  # a finite plural verb or a subjunctive: "demand that he resign"
    if cascade.word(verb) == "let" and _us_follows(cascade):
        exhorting = Clause(kinds.MAIN, None, verb.first)
        exhorting.silent = True
        return cascade.start(exhorting, verb, "claims.purpose-infinitive")
    np = cascade.np
    waits = np is not None and (cascade.word(np.group) in NOMINATIVE or np.preposition in ("as", "after", "since"))
    if verb.kind == g.BARE and waits:
        return any(apply(cascade, verb) for apply in finite.RULES)
    if clause.opener == kinds.WH and clause.verb is None and clause.subject is None:
        clause.silent = True
        return cascade.start(clause, verb, "claims.subject-control")  # "figured out how to stop it"
    if clause.rule == "claims.participle-on-noun" and clause.parent is not None and clause.subject is not None:
        outer = clause.parent  # "blocked roads leading to the city to press their demands"
        surface = outer.surface()
        acts = outer.verb is not None and not outer.passive and surface is not None and animate(cascade, surface) > 0
        if acts and animate(cascade, clause.subject) == 0 and not _taken(cascade, clause, verb):
            cascade.clause = clause = outer
    inner = cascade.push(kinds.NONFINITE, verb.first)
    if np is not None and verb.kind == g.INFINITIVE and _ranked(cascade, clause, np):
        inner.subject = np  # "became the first woman to lead the party"
        inner.silent = bool(clause.governors) or clause.verb is None or "m" in clause.verb.shape
        clause.content.append(("to-inf", inner))
        return cascade.start(inner, verb, "claims.subject-control")
    inner.silent = not _taken(cascade, clause, verb)
    if (
        np is not None
        and np.preposition == "for"
        and noun_frame(cascade.lemma(np.group)).infinitive < 10
        and not _stuff(cascade, clause, np)
        and cascade.previous is not None
        and cascade.previous.kind in g.NOUNS
    ):
        inner.subject, inner.silent = np, False  # "for attendees to try their games"
    elif clause.verb is not None:
        inner.shares = clause
        if verb.kind == g.INFINITIVE:
            clause.content.append(("to-inf", inner))
    if len(clause.objects) > 1 and cascade.word(clause.objects[0].group) == "it":
        return cascade.start(inner, verb, "claims.subject-control")  # "would make it a crime to sell them"
    given = clause.verb is not None and cascade.lemma(clause.verb) in ("give", "offer") and not clause.passive
    if (
        given
        and inner.silent
        and clause.objects
        and animate(cascade, clause.objects[0]) > 0
        and verb.kind == g.INFINITIVE
    ):
        inner.shares, inner.subject, inner.silent = None, clause.objects[0], False
        return cascade.start(inner, verb, "claims.purpose-infinitive")  # "gave the firms until May to reply"
    if inner.silent and _purpose(cascade, clause, verb):
        inner.silent = False
        return cascade.start(inner, verb, "claims.purpose-infinitive")
    return cascade.start(inner, verb, "claims.subject-control")


_ASKING = frozenset({"appeal", "apply", "ask", "beg", "call", "look", "plead", "pray"})


def _stuff(cascade: Cascade, clause: Clause, np: Phrase) -> bool:
    """Tell whether the noun names no one who could do what the infinitive says: `asked for help to rebuild it`."""
    if np.group.shape != "n" or cascade.tokens[np.head].tag != "NN" or animate(cascade, np):
        return False
    verb, following = clause.verb, cascade.following()
    asks = verb is not None and cascade.lemma(verb) in _ASKING
    return asks and following is not None and following.kind in g.NOUNS


_RANKS = frozenset({"first", "last", "latest", "next", "only", "second", "third"})


def _ranked(cascade: Cascade, clause: Clause, np: Phrase) -> bool:
    """Tell whether the noun before the infinitive does what it says: `was the first to`, `one of the last banks to`.

    What somebody takes, buys or gives for a purpose is told apart by its verb: only *be* and *become*, *one of* and
    nouns for persons count.
    """
    if cascade.previous is not np.group or np.pronoun or np.time:
        return False
    person = animate(cascade, np) > 0
    if not person and noun_frame(cascade.lemma(np.group)).infinitive >= 4:
        return False  # "the latest effort to settle"
    inside = list(pairwise(cascade.tokens[np.first : np.head + 1]))
    ranked = any((a.lower in _RANKS or a.tag == "JJS") and b.tag != "HYPH" for a, b in inside)  # no "last-minute vote"
    if not ranked and cascade.word(np.group) not in ("first", "last", "latest"):
        return False
    if clause.copular or (clause.verb is not None and cascade.lemma(clause.verb) in LINKING):
        return np in clause.objects or np.preposition == "of"
    one = np.preposition == "of" and np.host is not None and cascade.word(np.host.group) in ("one", "some", "many")
    return one or person


def _us_follows(cascade: Cascade) -> bool:
    following = cascade.following()
    return following is not None and cascade.word(following) in ("'s", "us")


def _purpose(cascade: Cascade, clause: Clause, verb: Group) -> bool:
    """Tell whether the infinitive says what the subject acts for, and does not belong to the noun before it."""
    if (
        clause.verb is None
        or clause.silent
        or clause.copular
        or clause.adjective is not None
        or verb.kind != g.INFINITIVE
    ):
        return False
    previous = cascade.previous
    if (
        previous is None
        or previous.kind not in (g.NOUN, g.PRONOUN)
        or noun_frame(cascade.lemma(previous)).infinitive >= 4
    ):
        return False
    if (
        cascade.lemma(clause.verb) == "take"
        and clause.subject is not None
        and cascade.word(clause.subject.group) == "it"
    ):
        return False  # "It took two years to build"
    following = cascade.following()
    if clause.passive and following is not None and cascade.word(following) in ("it", "them"):
        surface = clause.surface()  # "The test must be done with the care to do it right"
        return surface is not None and animate(cascade, surface) > 0
    return not clause.passive or cascade.np is not None


def _taken(cascade: Cascade, clause: Clause, verb: Group) -> bool:
    """Tell whether the infinitive is what the verb before asks for, although a time or phrase stands between them."""
    if (
        clause.verb is None
        or clause.passive
        or clause.objects
        or clause.adjective is not None
        or verb.kind != g.INFINITIVE
    ):
        return False
    return verb_frame(cascade.lemma(clause.verb)).infinitive >= 15


RULES = (split_verb, chain, subject_control, object_control, coordinated, headline, purpose)
