"""Infinitives behind the object of a verb that takes both: `ordered troops to leave`, `expects sales to fall`."""

from __future__ import annotations

from typing import Final

from newsclaims.rule import rule
from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade, Handler
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase, detach
from newsclaims.syntax.noun_infinitives import owned, takes_infinitive
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.complements import effect
from newsclaims.words.frames import noun_frame, verb_frame

_OFTEN_ACTS: Final = 10
"""Per cent of its uses with an object and an infinitive from which a verb takes one behind an insertion."""
_WANTED: Final = 25
"""... and from which what a relative clause leaves out is likely to act: `whom it expects to`, not `it intends to`."""
_ASKED: Final = {"appeal": ("to",), "ask": ("to",), "call": ("on", "upon"), "plead": ("with",), "rely": ("on",)}


def object_control(cascade: Cascade, verb: Chunk) -> bool:
    """An infinitive behind the object of a verb that takes both: `ordered troops to leave`, `let him go`."""
    clause = cascade.clause
    told = _insertion_ends(cascade) if verb.kind == g.INFINITIVE else None
    if told is not None:
        cascade.clause = told
        inner = cascade.push(kinds.NONFINITE, verb.first)
        inner.subject = told.objects[-1]
        told.content.append(("to-inf", inner))
        return cascade.start(inner, verb, "claims.object-control")
    if (
        verb.kind not in (g.INFINITIVE, g.BARE)
        or clause.verb is None
        or cascade.previous is None
        or cascade.previous.kind not in g.NOUNS
    ):
        return False
    if _joined_control(cascade, verb):
        return True
    if verb.kind == g.INFINITIVE and _of_noun(cascade, clause):
        return False
    outer = _told_behind(cascade, clause) if verb.kind == g.INFINITIVE else None
    if outer is not None:  # "warned the driver involved in the crash to stop"
        cascade.clause = outer
        inner = cascade.push(kinds.NONFINITE, verb.first)
        inner.subject = clause.subject
        outer.content.append(("to-inf", inner))
        return cascade.start(inner, verb, "claims.object-control")
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
            or cascade.word(clause.subject.chunk) != "it"
            or not animate(cascade, clause.objects[0])
        ):
            return False
        inner = cascade.push(kinds.NONFINITE, verb.first)
        inner.subject = clause.objects[0]  # "It took rescuers nine hours to free him"
        clause.content.append(("to-inf", inner))
        return cascade.start(inner, verb, "claims.object-control")
    if not clause.objects or "$" in clause.objects[0].chunk.shape or governor in ("spend", "use"):
        return False  # "needs $2 million to stay open", "used them to buy food"
    sent = governor in ("demand", "need", "press", "push") or governor in word_class("sending")
    if sent and not _somebody(cascade, clause.objects[0]):
        return False  # "needs money to fix the road", "pushed the limits to win"
    often = verb_frame(governor).object_infinitive >= 15 or governor in words("words", "telling_verbs")
    often = often or governor in ("cause", "want")
    tells = (governor in ("let", "make", "need", "tell") and _somebody(cascade, clause.objects[0])) or often
    apart = (verb.kind == g.BARE and governor != "let") or not tells or (asked and asked[0] == "for")
    if apart and cascade.after_verb(clause):
        return False  # but "asked people in Lima to stay"
    if verb.kind == g.BARE and verb.shape[0] == "u" and verb_frame(governor).that >= 12 and not clause.passive:
        return cascade.start_governed(clause, clause.objects.pop(), verb, "claims.zero-that")  # "ruled Reed be held"
    if verb.kind == g.BARE and governor not in word_class("bare-after"):
        return False
    shown = verb.shape[-1] == "u" and verb_frame(governor).that >= 20  # "showed the vaccine to be safe"
    if (
        verb.kind == g.INFINITIVE
        and verb_frame(governor).object_infinitive < 4
        and governor not in words("words", "telling_verbs")
        and not (governor == "make" and _somebody(cascade, clause.objects[0]))
        and not ((_moves(governor) or governor == "suggest") and _somebody(cascade, clause.objects[0]))
        and not (governor in ("like", "love", "prefer") and _wished(cascade, clause))
        and not (governor == "lead" and clause.objects[0].chunk.shape[0] in "dpN" and not _endeavour(cascade, clause))
        and not shown
        and not (governor == "leave" and clause.verb.kind == g.ING and _somebody(cascade, clause.objects[0]))
    ):
        return False  # but "quit, leaving Reed to lead it"
    inner = cascade.push(kinds.NONFINITE, verb.first)
    inner.subject = clause.objects[0]
    inner.silent = clause.silent and governor == "let"  # "let us go"
    clause.content.append(("to-inf", inner))
    return cascade.start(inner, verb, "claims.object-control")


rule("claims.object-control")(object_control)


def _of_noun(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether an infinitive is what a noun before it is about: `prompted an effort by Reed to hold on`.

    Also what somebody is told *of* by who has it: `informed the board of his wish to leave`.
    """
    np = cascade.np
    if np is None or clause.verb is None or not clause.objects or np.chunk is not cascade.previous:
        return False
    thing = clause.objects[-1]
    if np.preposition == "by" and np.host is thing:
        return takes_infinitive(cascade.lemma(thing.chunk)) and animate(cascade, thing) == 0
    told = cascade.lemma(clause.verb) in words("claims", "of_verbs") | words("words", "telling_verbs")
    return told and np.preposition == "of" and takes_infinitive(cascade.lemma(np.chunk)) and owned(cascade, np)


def _wished(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether *would like* and its object stand before what it is to do: `would like the state to pay`.

    Not what an infinitive tells more of: `would like time to think`, `would like something to eat`.
    """
    assert clause.verb is not None
    wished, told = clause.objects[0], cascade.tokens[clause.objects[0].head]
    if "m" not in clause.verb.shape or takes_infinitive(told.lemma) or told.lower.endswith("thing"):
        return False
    named = wished.chunk.shape[0] in "dpN" and cascade.tokens[wished.first].lower not in ("a", "an")
    return _somebody(cascade, wished) or named


def _insertion_ends(cascade: Cascade) -> Clause | None:
    """Return the clause whose object something between commas describes: `forced Smith, who had lied, to resign`."""
    clause, np = cascade.clause, cascade.np
    if cascade.previous is None or cascade.previous.kind != g.COMMA:
        return None
    described, outer = np.host if np is not None and np.link == "comma" else None, clause
    if clause.opener == kinds.RELATIVE and clause.parent is not None:
        described, outer = clause.antecedent, clause.parent
    if clause.rule == "claims.adverbial-participle" and clause.passive and clause.parent is not None:
        described, outer = clause.subject, clause.parent  # "allowed the firm, long based in Leeds, to sell gas"
    if described is None or outer.verb is None or not outer.objects or outer.objects[-1] is not described:
        return None
    governor = cascade.lemma(outer.verb)
    wants = verb_frame(governor).object_infinitive >= _OFTEN_ACTS or _moves(governor)
    closed = cascade.tokens[described.last].text == ","
    acts = animate(cascade, described) > 0 or verb_frame(governor).object_infinitive >= _OFTEN_ACTS
    return outer if wants and closed and acts else None


def told_by(cascade: Cascade, clause: Clause, verb: Chunk) -> bool:
    """Tell whether somebody who had the subject do it stands before an infinitive, `ordered by police to leave`."""
    np, at = cascade.np, cascade.at - 3
    if np is None or clause.verb is None or verb.kind != g.INFINITIVE or np.chunk is not cascade.previous or at < 0:
        return False
    beside = np.preposition == "by" and cascade.chunks[at] is clause.verb
    return beside and animate(cascade, np) > 0 and effect(cascade.lemma(clause.verb), "verb:object-to") is not None


def told_when(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a day alone stands between a passive of telling and an infinitive: `told May 1 to go`."""
    host, when = cascade.clause.verb, cascade.previous
    if host is None or when is None or verb.kind != g.INFINITIVE or when.shape != "T" or host.last != when.first:
        return False
    return (
        cascade.lemma(host) in words("words", "telling_verbs")
        or verb_frame(cascade.lemma(host)).object_infinitive >= 15
    )


def headlined(cascade: Cascade, verb: Chunk) -> bool:
    """An infinitive behind what a headline's *says* seems to have as object: `Reed says schools to reopen`."""
    host, np = cascade.clause, cascade.np
    if verb.kind != g.INFINITIVE or host.verb is None or host.passive or host.content or host.objects != [np]:
        return False
    if np is None or cascade.previous is not np.chunk or cascade.stops() or cascade.lemma(host.verb) not in _SAYING:
        return False
    host.objects.pop()
    return cascade.start_governed(host, np, verb, "claims.headline-infinitive")


_SAYING: Final = frozenset({"announce", "claim", "confirm", "hint", "insist", "reveal", "say", "signal"})


def demanded(cascade: Cascade, verb: Chunk) -> bool:
    """A bare form behind the object of a verb of demanding: a clause without *that*, `insisted the city act`."""
    host, np = cascade.clause, cascade.np
    if verb.kind != g.BARE or host.verb is None or host.passive or host.content or np is None:
        return False
    if (
        cascade.lemma(host.verb) not in word_class("demanding")
        or host.objects != [np]
        or cascade.previous is not np.chunk
    ):
        return False
    host.objects.pop()
    return cascade.start_governed(host, np, verb, "claims.zero-that")


def _told_behind(cascade: Cascade, clause: Clause) -> Clause | None:
    """Return the clause whose verb has somebody do something, where a participle describes its object."""
    outer, verb, subject = clause.parent, clause.verb, clause.subject
    if clause.rule != "claims.participle-on-noun" or not clause.passive or outer is None or outer.verb is None:
        return None
    if subject is None or subject not in outer.objects or verb is None or outer.content or outer.passive:
        return None
    if not _somebody(cascade, subject) or cascade.previous is verb:
        return None
    own, lemma = verb_frame(cascade.lemma(verb)), cascade.lemma(outer.verb)
    tells = verb_frame(lemma).object_infinitive >= 15 or lemma in words("words", "telling_verbs")
    return outer if tells and own.object_infinitive + own.infinitive < 3 else None


def gap_acts(cascade: Cascade, clause: Clause, verb: Chunk) -> bool:
    """Start an infinitive that has its object: what the relative clause leaves out acts in it, or is needed for it.

    `whom it wants to run the firm`, `the man we need to win this`; but `the firm that it wants to run`, `the way ...`.
    """
    following, thing, lemma = cascade.following(), clause.antecedent, cascade.lemma(verb)
    if verb.kind == g.ING and clause.verb is not None and cascade.lemma(clause.verb) in word_class("perceiving"):
        inner = cascade.push(kinds.NONFINITE, verb.first)
        inner.subject, inner.silent = thing, clause.verb.shape[0] == "m"  # "whom voters could see winning": nobody won
        clause.content.append(("predicative", inner))
        return cascade.start(inner, verb, "claims.participle-on-noun")  # "the man she saw leaving"
    if thing is None or thing.time or thing.pronoun or following is None or verb.kind != g.INFINITIVE:
        return False
    nouns = [thing] if thing.host is None else [thing, thing.host]
    if verb.shape[-1] != "b" or any(noun_frame(cascade.lemma(phrase.chunk)).that >= 2 for phrase in nouns):
        return False  # "a sign that he wants to play a role", "a claim by Reed that he wants to"
    if clause.gap == "zero" and (clause.subject is None or not clause.subject.pronoun):
        return False  # "this year a move expected to help them"
    if following.kind not in g.NOUNS or following.shape[-1] in "TZ" or cascade.lemma(thing.chunk) in word_class("ways"):
        return False
    frame = verb_frame(lemma)
    if clause.verb is None or frame.object < 30 or frame.two_objects >= 3 or lemma in words("words", "telling_verbs"):
        return False
    governor = cascade.lemma(clause.verb)
    if governor == "need" and "o" in clause.verb.shape:
        return False  # "the view that they do not need to obey the law"
    if governor not in ("need", "want") and verb_frame(governor).object_infinitive < _WANTED:
        return False
    inner = cascade.push(kinds.NONFINITE, verb.first)
    inner.subject, inner.shares = (None, clause) if governor == "need" else (thing, None)
    clause.content.append(("to-inf", inner))
    return cascade.start(inner, verb, "claims.object-control")


def _joined_control(cascade: Cascade, verb: Chunk) -> bool:
    """Start an infinitive with the second of two subjects: `expects sales to fall and profits to rise`."""
    first, np = cascade.clause, cascade.np
    outer = first.parent
    if first.rule != "claims.object-control" or np is None or outer is None or verb.kind != g.INFINITIVE:
        return False
    if np.link != "and" or np.chunk is not cascade.previous or np.preposition is not None or np in first.objects:
        return False
    spent = first.verb is not None and cascade.lemma(first.verb) in word_class("spending")
    if spent and np.host in first.objects and not animate(cascade, np):
        return False  # "to spend money and resources to help towns"
    detach(np)
    inner = Clause(kinds.NONFINITE, outer, np.first)
    inner.subject = np
    outer.content.append(("to-inf", inner))
    return cascade.start(inner, verb, "claims.object-control")


def _moves(governor: str) -> bool:
    """Tell whether a verb has somebody do something: persuades, sends or appoints them."""
    return governor in words("words", "persuading_verbs") or governor in word_class("sending")


def _endeavour(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether an object is what somebody does for an end: `led the fight to save it`; `led the party to quit`."""
    chunk = clause.objects[0].chunk
    noun = cascade.lemma(chunk)
    if takes_infinitive(noun) or noun_frame(noun).infinitive >= 4 or cascade.previous is not chunk:
        return True
    return noun in word_class("led-things") or cascade.tokens[chunk.first].lower in ("a", "an")


def _somebody(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether a phrase can name who is persuaded: `led some to leave`, but `led the way to reach it`."""
    return phrase.pronoun or animate(cascade, phrase) > 0


RULES: Final[tuple[Handler, ...]] = (demanded, headlined, object_control)
