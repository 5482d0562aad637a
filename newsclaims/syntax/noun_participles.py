"""Participles right behind a noun phrase: part of it, or what is said of an object."""

from __future__ import annotations

from newsclaims.rule import rule
from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import participle_hosts as hosts
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase, detach, lengthen, root
from newsclaims.syntax.named_things import owned
from newsclaims.syntax.phrase_chains import carrier
from newsclaims.syntax.reduced import agent_follows
from newsclaims.syntax.texts import issued, recorded_doing, telling
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.complements import effect
from newsclaims.words.frames import verb_frame
from newsclaims.words.preferences import UNKNOWN_PERSONAL, noun_subject, personal


def on_noun(cascade: Cascade, verb: Chunk) -> bool:
    """A participle right behind a noun phrase: `a man wearing black`, `the report published by the UN`."""
    np = cascade.np
    if verb.kind not in (g.ING, g.PARTICIPLE) or np is None or cascade.previous is None:
        return False
    if np.time and not _remains(cascade, np, verb):
        if (dated := hosts.dated(cascade, np, verb)) is None:
            return False
        np = dated
    if cascade.previous.kind not in (g.NOUN, g.PRONOUN, g.ADJECTIVE) or cascade.preposition is not None:
        return False
    if cascade.lemma(np.chunk) == "occasion" and np.preposition == "on" and cascade.clause.objects:
        np = cascade.clause.objects[-1]  # "saw him on other occasions challenging the police"
    if _noun_after_all(cascade, np, verb):
        verb.kind = g.OTHER
        lengthen(np, verb.last)  # "the even weaker bid by Reed"
        return True
    share = verb.kind == g.PARTICIPLE and cascade.clause.copular and np.chunk is cascade.previous
    if share and cascade.tokens[np.head].lower in ("percent", "%") and np in cascade.clause.objects:
        verb.kind = g.OTHER
        lengthen(np, verb.last)  # "was 25 percent contained"
        return True
    if _compound(cascade, np, verb):
        verb.kind = g.OTHER
        lengthen(np, verb.last)  # "offers wireless charging"
        behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
        if behind and behind[0].kind == g.NOUN and behind[0].shape[0] == "n" and behind[0].first == verb.last:
            behind[0].kind, np.head = g.OTHER, behind[0].head
            lengthen(np, behind[0].last)  # "a machine learning model"
        return True
    recorded = recorded_doing(cascade, np, verb)
    np = (None if recorded else telling(cascade, np, verb)) or issued(cascade, np, verb) or owned(cascade, np) or np
    clause = cascade.push(kinds.NONFINITE, verb.first)
    if (
        verb.kind == g.ING
        and clause.parent is not None
        and clause.parent.verb is not None
        and cascade.lemma(clause.parent.verb) == "spend"
    ):
        clause.shares, np.modifier = clause.parent, clause  # "spent all her energy battling infections"
    elif verb.kind == g.ING and (_by_means(cascade, clause, np) or hosts.busy(cascade, clause, np)):
        clause.shares = clause.parent  # "makes steel using its own coal"
    elif verb.kind == g.ING and _engaged(cascade, clause, np):
        clause.shares, np.modifier = clause.parent, clause  # "had trouble reaching it"
    elif (
        verb.kind == g.ING
        and (verb.shape[0] != "z" or np.pronoun)
        and _thinks(cascade, clause, carrier(cascade, np), verb)
    ):
        clause.shares = clause.parent  # "took the land hoping to sell it"
    else:
        nearest = np.host if np.host is not None and (_acts_in(cascade, np, verb) or _bare_of(cascade, np)) else np
        seen = _seen(cascade, clause, np, verb)
        if seen is not None:
            clause.subject = seen
            return cascade.start(clause, verb, "claims.participle-on-noun")
        first = root(np) if np.link == "and" else np  # "With Norvane and Acme both warning of losses, shares fell"
        both = first is not np and (_absolute(cascade, first) or (first.preposition == "with" and not first.start))
        own = recorded or np.time or _absolute(cascade, np) or _told_of(cascade, np, verb)
        if _others(cascade, clause.parent, np) and verb.kind == g.PARTICIPLE and not agent_follows(cascade):
            detach(np)
            own = True
        whole = _whole(cascade, clause, np, verb)
        clause.subject = whole or (first if both else np if own else carrier(cascade, nearest))
        clause.subject.modifier = clause
        top = root(clause.subject)
        if top.modifier is None and top.last == clause.subject.last and clause.subject.preposition == "of":
            top.modifier = clause  # "hectares of crops succumbing to the flood"
    cascade.start(clause, verb, "claims.participle-on-noun")
    clause.passive = clause.passive or verb.kind == g.PARTICIPLE
    if (
        clause.parent is not None
        and clause.subject is not None
        and cascade.lemma(verb) not in word_class("relating")  # "sent papers relating to the case"
        and _predicative(cascade, clause.parent, clause.subject)
    ):
        clause.subject.modifier = None
        wanted = clause.parent.verb is not None and cascade.lemma(clause.parent.verb) in word_class("wanting-done")
        clause.rule = "claims.object-control" if wanted else clause.rule
        clause.parent.content.append(("to-inf" if wanted else "predicative", clause))
    return True


rule("claims.participle-on-noun")(on_noun)


def _others(cascade: Cascade, clause: Clause | None, np: Phrase) -> bool:
    """Tell whether a count behind *and* is no part of a place: `Ten were killed in the fire and 20 | injured`."""
    if clause is None or not clause.passive or np.link != "and" or np.preposition is not None:
        return False
    placed = [phrase for role, phrase in clause.arguments if role in word_class("where") or phrase.time]
    within = any(phrase.last == np.last for phrase in placed)
    return within and (np.chunk.shape[-1] == "c" or cascade.word(np.chunk) in word_class("others"))


def _bare_of(cascade: Cascade, np: Phrase) -> bool:
    """Tell whether a phrase is what a title or a group is *of*, with no article: `the secretary of state leading`."""
    bare = np.preposition == "of" and np.chunk.shape == "n" and cascade.tokens[np.head].tag == "NN"
    return bare and np.host is not None and animate(cascade, np.host) > 1


def _noun_after_all(cascade: Cascade, np: Phrase, verb: Chunk) -> bool:
    """Tell whether a participle by its tag is the noun of an article and an adjective: `the weaker bid by Reed`."""
    before = np.chunk
    word = cascade.tokens[verb.head]
    bare = before.kind == g.ADJECTIVE and before.shape[0] == "d" and before.last == verb.first and verb.shape == "e"
    named = word.lower == word.lemma or noun_subject(word.lower).total >= 3
    return bare and not word.lower.endswith("ed") and named


def _compound(cascade: Cascade, np: Phrase, verb: Chunk) -> bool:
    """Tell whether an -ing form behind a thing is a noun: its verb has objects and none follows, `120 kW charging`."""
    if f"{cascade.word(np.chunk)} {cascade.word(verb)}" in word_class("compound-activities"):
        return np.chunk is cascade.previous
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    headed = (
        bool(behind) and behind[0].shape.rstrip("N") == "n" and cascade.word(behind[0]) in word_class("activity-heads")
    )
    if headed and verb.shape == "g" and np.chunk.shape[0] in "dp" and np.chunk.last == verb.first:
        return behind[0].first == verb.last  # "the telescope servicing mission"
    counted = np.chunk.shape[0] == "c"
    thing = counted or (np.chunk.shape[0] in "jlLn" and np.chunk.shape[-1] == "n" and not animate(cascade, np))
    return thing and verb.shape == "g" and np.chunk is cascade.previous and _bare(cascade, verb)


def describes(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a bare noun stands right behind an -ing form that takes no object: `failing schools`."""
    behind, frame = cascade.following(), verb_frame(cascade.lemma(verb))
    bare = behind is not None and behind.kind == g.NOUN and behind.shape[0] in "nj" and behind.first == verb.last
    return bare and verb.shape == "g" and frame.object < 30 and frame.that < 12


def ends(cascade: Cascade) -> bool:
    """Tell whether nothing follows that could be the object of an -ing form: a stop, a preposition, *and*."""
    behind = cascade.chunks[cascade.at + 1] if cascade.at + 1 < len(cascade.chunks) else None
    return behind is None or behind.kind in (
        g.STOP, g.COMMA, g.CONJUNCTION, g.DASH, g.PREPOSITION, g.SUBORDINATOR, g.FINITE
    )  # fmt: skip


def _bare(cascade: Cascade, verb: Chunk) -> bool:
    behind, frame = cascade.chunks[cascade.at + 1 : cascade.at + 2], verb_frame(cascade.lemma(verb))
    ends = not behind or behind[0].kind in (g.STOP, g.COMMA, g.CONJUNCTION, g.DASH)
    return ends and frame.object >= 60 and frame.total > 0


def _by_means(cascade: Cascade, clause: Clause, np: Phrase) -> bool:
    """Tell whether *using* behind a thing that is made or done says how: the subject uses it."""
    outer = clause.parent
    if outer is None or outer.verb is None or outer.passive or outer.copular or np not in outer.objects:
        return False
    return cascade.word(cascade.chunks[cascade.at]) == "using" and not animate(cascade, np)


def _engaged(cascade: Cascade, clause: Clause, np: Phrase) -> bool:
    """Tell whether the subject does what follows its trouble, time or job: `did a good job pressing him`."""
    outer = clause.parent
    if outer is not None and cascade.word(np.chunk) == "times" and np.preposition == "at" and outer.objects:
        np = outer.objects[-1]  # "have trouble at times hiding it"
    if outer is None or outer.verb is None or np.preposition is not None:
        return False
    return f"{cascade.lemma(outer.verb)} {cascade.lemma(np.chunk)}" in word_class("engaged-in")


def _predicative(cascade: Cascade, outer: Clause, phrase: Phrase) -> bool:
    """Tell whether a participle is what becomes of an object: `had his car stolen`, `left them waiting`, `saw him go`.

    Behind verbs of seeing only what follows a pronoun or name is told apart from what describes the object.
    """
    verb = cascade.chunks[cascade.at]
    tells = verb.kind == g.ING and verb_frame(cascade.lemma(verb)).that >= 40
    if tells and cascade.lemma(phrase.chunk) in word_class("texts"):
        return False  # "sent an email saying that"
    if outer.verb is None or outer.passive or phrase not in outer.objects or phrase.last != verb.first:
        return False
    lemma = cascade.lemma(outer.verb)
    if cascade.chunks[cascade.at].kind == g.ING and lemma in ("get", "have") and not animate(cascade, phrase):
        return phrase.pronoun and lemma == "get"  # "has 120 kW charging"
    if lemma in word_class("wanting-done"):
        return cascade.chunks[cascade.at].kind != g.ING  # "want the law changed": it is not changed yet
    if lemma in word_class("preventing"):
        return cascade.chunks[cascade.at].kind == g.ING
    made = lemma == "make" and verb.kind != g.ING and cascade.lemma(verb) in word_class("felt")  # "made himself heard"
    named = phrase.pronoun or cascade.tokens[phrase.head].tag in ("NNP", "NNPS")
    return made or lemma in word_class("bringing-about") or (named and lemma in word_class("perceiving"))


def _absolute(cascade: Cascade, np: Phrase) -> bool:
    """Tell whether *with* behind a comma opens a clause without a finite verb: `, with revenue falling`."""
    return np.preposition == "with" and np.start > 0 and cascade.tokens[np.start - 1].text == ","


def _remains(cascade: Cascade, np: Phrase, verb: Chunk) -> bool:
    """Tell whether a time itself is left: `With two weeks remaining, she spoke`."""
    return np.preposition == "with" and cascade.word(verb) == "remaining"


def _told_of(cascade: Cascade, np: Phrase, verb: Chunk) -> bool:
    """Tell whether a report, a risk or a hope is of somebody who does something: `reports of Reed laying off staff`."""
    host = np.host
    if verb.kind != g.ING or np.preposition != "of" or host is None or host.last != np.last:
        return False
    return effect(cascade.lemma(host.chunk), "noun:of") is not None


def _seen(cascade: Cascade, clause: Clause, np: Phrase, verb: Chunk) -> Phrase | None:
    """Return who does what an -ing form says behind the camera or place that saw it: `was caught on CCTV running`."""
    outer = clause.parent
    if verb.kind != g.ING or outer is None or outer.verb is None or np.preposition is None or animate(cascade, np) > 1:
        return None
    surface = outer.surface()
    if outer.passive and cascade.lemma(outer.verb) in word_class("catching") and np.start >= outer.verb.last:
        return surface if surface is not None and animate(cascade, surface) > 0 and np.preposition != "by" else None
    return None


def _whole(cascade: Cascade, clause: Clause, np: Phrase, verb: Chunk) -> Phrase | None:
    """Return the thing that does what an -ing form says with all that hangs on it: `, with most of the hall leaving`.

    *With* opens a clause without a finite verb; or somebody sees how many there are: `saw a lot of people leaving`.
    """
    outer = clause.parent
    if verb.kind != g.ING or outer is None or np.preposition is None:
        return None
    host = np
    for _ in range(4):
        if host.preposition == "with" or host.host is None or host.link != "prep":
            break
        host = host.host
    if host is not np and (_absolute(cascade, host) or (host.preposition == "with" and not host.start)):
        own = animate(cascade, np) > 1 and not animate(cascade, host) and personal(cascade.lemma(verb)) >= 75
        if own and np.preposition != "of":
            return None  # ", with a focus on people living alone"
        outer.arguments = [pair for pair in outer.arguments if pair[1] is host or pair[1].first < host.first]
        lengthen(host, np.last)
        return host
    seen = outer.verb is not None and cascade.lemma(outer.verb) in word_class("perceiving") and np.preposition == "of"
    amount = np.host if seen and np.host in outer.objects else None
    amounts = word_class("amounts") | word_class("amounts-of")
    return amount if amount is not None and cascade.lemma(amount.chunk) in amounts else None


def _acts_in(cascade: Cascade, np: Phrase, verb: Chunk) -> bool:
    """Tell whether a person in or with something does what only persons do: `a man in a red coat running away`."""
    host = np.host
    if verb.kind != g.ING or host is None or np.link != "prep" or np.preposition not in ("in", "with") or host.time:
        return False
    people = animate(cascade, host) > 2 and animate(cascade, np) == 0
    if people and cascade.tokens[np.head].text.endswith("0s"):
        return True  # "a woman in her 20s gasping for air"
    return people and host.last <= np.start and personal(cascade.lemma(verb)) >= 75


def _thinks(cascade: Cascade, clause: Clause, nearest: Phrase, verb: Chunk) -> bool:
    """Tell whether only a person does what the participle says, and the noun before it is a thing."""
    outer = clause.parent
    if outer is None or outer.verb is None or outer.passive:
        return False
    surface = outer.surface()
    if surface is None or animate(cascade, surface) == 0:
        return False
    if nearest.preposition == "on" and cascade.tokens[nearest.head].tag == "NNP":
        return personal(cascade.lemma(verb)) > UNKNOWN_PERSONAL  # "posted on Facebook accusing him"
    lemma = cascade.lemma(verb)
    if cascade.lemma(nearest.chunk) in word_class("texts"):
        return lemma != "say" and verb_frame(lemma).object < 20 and personal(lemma) >= 93  # "wrote a letter hoping"
    if lemma == "face" and cascade.tokens[nearest.head].tag == "NNS":
        return False  # "the challenges facing job seekers"
    if cascade.lemma(nearest.chunk) in word_class("spots"):
        host = nearest.host if nearest.link == "prep" else None
        held = host is not None and host in outer.objects and animate(cascade, host) > 1  # "a man in the street"
        moved = nearest.preposition is not None or cascade.lemma(outer.verb) in word_class("moving")
        acts = personal(lemma) >= 80 and lemma not in word_class("lying")
        return moved and acts and not held  # "left the room holding a bag"
    return animate(cascade, nearest) == 0 and (lemma == "say" or personal(lemma) >= 93)
