"""The rule for the infinitives that no verb before them governs: what somebody acts for, or the first one to do."""

from __future__ import annotations

from typing import Final

from newsclaims.rule import rule
from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import finite, understood
from newsclaims.syntax.agreement import tense
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade, passive
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NOMINATIVE, Clause, Phrase, lengthen
from newsclaims.syntax.fronted_purposes import told_apart
from newsclaims.syntax.neighbours import from_behind
from newsclaims.syntax.noun_infinitives import (
    apart_from_noun,
    governing_noun,
    is_for_an_end,
    noun_infinitive,
    owned,
    takes_infinitive,
)
from newsclaims.syntax.phrase_chains import carrier
from newsclaims.syntax.ranks import first_to
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.preferences import affected, verb_takes

_AT_EVENT: Final = frozenset({"about", "ahead of", "at", "before", "despite", "during", "for", "in", "of", "on"})


def purpose(cascade: Cascade, verb: Chunk) -> bool:
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
    waits = np is not None and (cascade.word(np.chunk) in NOMINATIVE or np.preposition in ("as", "after", "since"))
    if verb.kind == g.BARE and waits:
        return finite.read(cascade, verb)
    if clause.opener == kinds.WH and clause.verb is None and clause.subject is None:
        clause.silent = True
        return cascade.start(clause, verb, "claims.subject-control")  # "figured out how to stop it"
    on_noun = clause.rule == "claims.participle-on-noun" and governing_noun(cascade) is None
    if on_noun and clause.parent is not None and clause.subject is not None:
        outer = clause.parent  # "blocked roads leading to the city to press their demands"
        surface = outer.surface()
        acts = outer.verb is not None and not outer.passive and surface is not None and animate(cascade, surface) > 0
        agent = np is not None and _agent(cascade, clause, np)  # "a term coined by Reed to describe it"
        if acts and animate(cascade, clause.subject) == 0 and not _taken(cascade, clause, verb) and not agent:
            cascade.clause = clause = outer
    if np is not None and verb.kind == g.INFINITIVE and _due(cascade, clause, np):
        inner = cascade.push(kinds.NONFINITE, verb.first)
        inner.subject = carrier(cascade, np)
        return cascade.start(inner, verb, "claims.purpose-infinitive")
    if verb.kind == g.INFINITIVE and told_apart(cascade, clause, verb):
        return True
    if np is not None and cascade.previous is np.chunk and understood.still_to_come(cascade, np, verb):
        verb.kind = g.OTHER
        lengthen(np, verb.last)
        return True
    inner = cascade.push(kinds.NONFINITE, verb.first)
    if np is not None and verb.kind == g.INFINITIVE and (ranked := first_to(cascade, clause, np)) is not None:
        inner.subject = ranked  # "became the first woman to lead the party"
        inner.silent = bool(clause.governors) or (clause.verb is None and not _past_later(cascade))
        if clause.verb is not None:
            inner.silent = inner.silent or "m" in clause.verb.shape
            clause.content.append(("to-inf", inner))
        return cascade.start(inner, verb, "claims.subject-control")
    inner.silent = not _taken(cascade, clause, verb)
    doer = understood.doer(cascade, clause, np, verb) if np is not None else None
    noun = governing_noun(cascade) if verb.kind == g.INFINITIVE else None
    if noun is not None and inner.silent and (doer is None or owned(cascade, noun)):
        if clause.verb is not None:
            clause.content.append(("to-inf", inner))
        noun_infinitive(cascade, inner, clause, noun)
        return cascade.start(inner, verb, "claims.noun-infinitive")
    if (
        doer is not None  # but "has been used for years to treat asthma"
        and doer.chunk.shape != "c"  # "were out for 164 to lose the match"
        and cascade.word(doer.chunk) not in ("moment", "time", "while")
        and noun_frame(cascade.lemma(doer.chunk)).infinitive < 10
        and not understood.no_doer(cascade, clause, doer)
        and cascade.previous is not None
        and cascade.previous.kind in g.NOUNS
    ):
        inner.subject, inner.silent = doer, False  # "for attendees to try their games"
    elif np is not None and clause.verb is not None and verb.kind == g.INFINITIVE and _accompanies(cascade, np, verb):
        inner.subject, inner.silent = np, False
        return cascade.start(inner, verb, "claims.purpose-infinitive")
    elif clause.verb is not None:
        inner.shares = clause
        beside = bool(clause.objects) and clause.objects[-1].last == verb.first and not clause.passive
        rivals = beside and animate(cascade, clause.objects[-1]) > 1  # "beat his rivals to be crowned"
        if verb.shape == "tue" and beside and not rivals and not understood.agreed(cascade, clause):
            inner.shares, inner.subject = None, clause.objects[-1]  # "listed several issues to be heard"
        elif verb.shape == "tue" and np is not None and _due_event(cascade, clause, np, verb):
            inner.shares, inner.subject = None, np  # "vote in elections to be held in May"
        if verb.kind == g.INFINITIVE:
            clause.content.append(("to-inf", inner))
        named = np is not None and np.preposition == "as" and np.chunk is cascade.previous
        if named and clause.objects and not clause.passive and animate(cascade, clause.objects[0]) > 0:
            inner.shares, inner.subject = None, clause.objects[0]  # "named him as the man to lead it"
        if np is not None and _agent(cascade, clause, np):
            inner.shares, inner.subject = None, np  # "was blown up by troops to stop the advance"
    inner.silent = inner.silent or understood.costs(cascade, clause, verb)
    if len(clause.objects) > 1 and cascade.word(clause.objects[0].chunk) == "it":
        return cascade.start(inner, verb, "claims.subject-control")  # "would make it a crime to sell them"
    given = clause.verb is not None and cascade.lemma(clause.verb) in ("give", "offer") and not clause.passive
    given = given and inner.silent and bool(clause.objects) and verb.kind == g.INFINITIVE
    if given and animate(cascade, clause.objects[0]) > 0:
        inner.shares, inner.subject, inner.silent = None, clause.objects[0], False
        return cascade.start(inner, verb, "claims.purpose-infinitive")  # "gave the firms until May to reply"
    given_to = understood.receiver(cascade, clause, verb)
    if inner.silent and given_to is not None:
        inner.shares, inner.subject, inner.silent = None, given_to, False
        return cascade.start(inner, verb, "claims.purpose-infinitive")  # "gave orders to the troops to leave"
    if inner.silent and not understood.costs(cascade, clause, verb) and _purpose(cascade, clause, verb):
        inner.silent = False
        return cascade.start(inner, verb, "claims.purpose-infinitive")
    return cascade.start(inner, verb, "claims.subject-control")


rule("claims.purpose-infinitive")(purpose)


def _due(cascade: Cascade, clause: Clause, np: Phrase) -> bool:
    """Tell whether *due*, behind a noun phrase, opens what is to become of it: `the results, due to be announced`."""
    adjective = cascade.previous
    if adjective is None or adjective.kind != g.ADJECTIVE or cascade.word(adjective) != "due" or np.pronoun:
        return False
    return adjective is not clause.adjective and np.last in (adjective.first, adjective.first - 1)


def _due_event(cascade: Cascade, clause: Clause, np: Phrase, verb: Chunk) -> bool:
    """Tell whether what is to be done is done to the thing right before, behind a preposition: `ahead of talks to be
    held`; but `She was taken to the court to be heard`."""
    beside = np.chunk is cascade.previous and np.preposition in _AT_EVENT
    events = cascade.tokens[np.head].tag == "NNS" or cascade.lemma(np.chunk) in word_class("events")
    somebody = clause.subject is not None and animate(cascade, clause.subject) > 2
    meant = somebody and (affected(cascade.lemma(verb)) or 0) >= 20  # "ran in the race to be crowned champion"
    return beside and events and animate(cascade, np) == 0 and not meant and not clause.passive and not np.time


def _about_noun(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether an infinitive behind a participle belongs to the noun before: `a plan backed by Reed to sell it`."""
    described = clause.subject if clause.rule == "claims.participle-on-noun" else None
    return described is not None and takes_infinitive(cascade.lemma(described.chunk))


def _agent(cascade: Cascade, clause: Clause, np: Phrase) -> bool:
    """Tell whether the phrase right before is who did what the infinitive says the end of: `by troops to stop it`."""
    lemma = cascade.lemma(clause.verb) if clause.verb is not None else ""
    appointed = lemma in word_class("appointing") and clause.passive  # "was chosen by members to lead them"
    if _about_noun(cascade, clause) or appointed or lemma in word_class("possessing"):
        return False  # "use land owned by Reed to store grain"
    by = np.preposition == "by" and np.chunk is cascade.previous and (clause.passive or np.host is not None)
    return by and animate(cascade, np) > 0


def _accompanies(cascade: Cascade, np: Phrase, verb: Chunk) -> bool:
    """Tell whether what stands behind *with* does what is to come: `They meet today, with the winners to face City`.

    What has or is given an aim (`with orders to shoot`, `came with a bid to buy it`) is no such phrase.
    """
    if np.preposition != "with" or cascade.previous is not np.chunk or cascade.tokens[np.first].tag != "DT":
        return False
    apart = cascade.tokens[np.first - 2].text == ","
    apart = apart and (animate(cascade, np) > 0 or passive(verb))  # ", with the route to be fixed in May"
    return apart and noun_frame(cascade.lemma(np.chunk)).infinitive < 4


def _past_later(cascade: Cascade) -> bool:
    """Tell whether the verb of the clause will be a past tense: `The last man to leave was Reed`."""
    later = next((chunk for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 12] if chunk.kind == g.FINITE), None)
    return later is not None and tense(cascade, later) == "VBD"


def _us_follows(cascade: Cascade) -> bool:
    following = cascade.following()
    return following is not None and cascade.word(following) in ("'s", "us")


def _purpose(cascade: Cascade, clause: Clause, verb: Chunk) -> bool:
    """Tell whether the infinitive says what the subject acts for, and does not belong to the noun before it."""
    if (
        clause.verb is None
        or clause.silent
        or (clause.copular and not _somewhere(cascade, clause))
        or clause.adjective is not None
        or verb.kind != g.INFINITIVE
        or _about_noun(cascade, clause)
    ):
        return False
    previous, np = cascade.previous, cascade.np
    surface = clause.surface()
    following = cascade.following()
    if np is not None and np.chunk is previous and _of_what_stands_there(cascade, clause, np, verb):
        return False
    again = following is not None and cascade.word(following) in ("it", "them")
    if (
        clause.passive
        and surface is not None
        and is_for_an_end(cascade, surface)
        and not again
        and verb.shape[-1] != "u"
    ):
        return True  # "The law was changed to let women vote"
    if previous is clause.verb and clause.passive:
        return cascade.lemma(clause.verb) in word_class("founding")  # "was set up to help widows"
    if previous is clause.verb:
        return _acts_for(cascade, clause, verb)
    if (
        previous is None
        or previous.kind not in (g.NOUN, g.PRONOUN)
        or (noun_frame(cascade.lemma(previous)).infinitive >= 4 and not apart_from_noun(cascade, np))
    ):
        return False
    if (
        cascade.lemma(clause.verb) == "take"
        and clause.subject is not None
        and cascade.word(clause.subject.chunk) == "it"
    ):
        return False  # "It took two years to build"
    if clause.passive and again:  # "The test must be done with the care to do it right"
        return surface is not None and animate(cascade, surface) > 0
    return not clause.passive or cascade.np is not None


def _of_what_stands_there(cascade: Cascade, clause: Clause, np: Phrase, verb: Chunk) -> bool:
    """Tell whether an infinitive goes with the phrase right before it, not with the subject.

    `has a year to run`; a sum in a list, `money for roads and $2 million to clean the park`; what a thing comes in,
    `The news comes during tense talks to end the war`.
    """
    surface = clause.surface()
    if np.time and cascade.lemma(verb) in ("go", "run") and np in clause.objects:
        return True
    if "$" in np.chunk.shape and np not in clause.objects and np.link == "and":
        return True
    thing = surface is not None and not surface.pronoun and animate(cascade, surface) == 0
    named = surface is not None and cascade.tokens[surface.head].tag in ("NNP", "NNPS")
    return thing and not named and np.preposition in _AT_EVENT and not clause.passive and not clause.objects


def _acts_for(cascade: Cascade, clause: Clause, verb: Chunk) -> bool:
    """Tell whether a verb without object and an infinitive beside it say what is done and for what: `scored to win`."""
    governor = cascade.lemma(clause.verb) if clause.verb is not None else ""
    if clause.verb is not None and from_behind(cascade.tokens, clause.verb.last):
        return True  # "came from behind to win"
    if (clause.gap in ("open", "zero") and governor != "use") or governor == "take" or verb_frame(governor).total < 40:
        return False  # but "the tools that thieves use to open doors"
    head = cascade.tokens[verb.head]
    base = head.tag == "VB" and head.lower in words("words", "verb_bases")  # no "listen to thrash metal"
    if base and understood.came_to_do(cascade, clause, verb):
        return True
    return base and verb_takes(governor, "to") < 12


def _somewhere(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether somebody is at a place, and may be so for an end: `was in Lima to meet her`."""
    surface = clause.surface()
    if surface is None or clause.objects or clause.there or animate(cascade, surface) < 2:
        return False
    if clause.adverbs and cascade.chunks[cascade.at - 1] is clause.adverbs[-1].chunk:
        return cascade.word(clause.adverbs[-1].chunk) in word_class("places")  # "was aboard to greet them"
    return (
        bool(clause.arguments)
        and clause.arguments[-1][0] in word_class("where")
        and cascade.np is clause.arguments[-1][1]
    )


def _taken(cascade: Cascade, clause: Clause, verb: Chunk) -> bool:
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
