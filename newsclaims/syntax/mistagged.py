"""Past participles by their tag that are past tenses: found by what waits for a verb and by what their frames say."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import finite, told
from newsclaims.syntax.agreement import finite_before, finite_subordinate, one_finite
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import CLAUSAL, Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NOMINATIVE, Phrase
from newsclaims.syntax.describing import past_or_participle
from newsclaims.syntax.reduced import agent_follows, of_what_is_said
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import verb_frame
from newsclaims.words.preferences import personal, verb_takes


def _is_said(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a participle behind the object of *say* or *claim* is the only verb of what is said."""
    clause, np = cascade.clause, cascade.np
    if clause.verb is None or np is None or clause.objects != [np]:
        return False
    says = cascade.lemma(clause.verb)
    frame, suffers = verb_frame(says), verb_frame(cascade.lemma(verb)).object >= 75
    tells = suffers or says in words("words", "telling_verbs")  # "reported a clerk injured", "warned the man involved"
    if frame.that < 45 or frame.object > 45 or (tells and says != "say"):
        return False  # "found a man killed"
    perishes = cascade.lemma(verb) in word_class("perishing")  # "said a man drowned after the boat sank"
    rest = cascade.chunks[cascade.at + 1 : cascade.at + 12]
    goes_on = bool(rest) and rest[0].kind == g.CONJUNCTION and finite_subordinate(cascade, rest)
    last = perishes or goes_on or not finite_before(cascade, (g.COMMA,))
    alone = verb.shape in ("e", "l") and not agent_follows(cascade) and last
    return alone and past_or_participle(cascade.word(verb)) and animate(cascade, np) > 0


def _meanwhile(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a participle behind *as* and a plural is what went on then: `fell as storms swept the south`."""
    np, host = cascade.np, cascade.clause
    if np is None or np.preposition != "as" or np.chunk is not cascade.previous or host.verb is None:
        return False
    plural = cascade.tokens[np.head].tag == "NNS" and np.chunk.shape[0] not in "dpk"
    form = verb.shape in ("e", "l") and past_or_participle(cascade.word(verb))
    named = verb_takes(cascade.lemma(host.verb), "as") >= 5
    return plural and form and not named and not agent_follows(cascade) and not finite_before(cascade, _ENDS)


def _behind_insertion(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a participle is the only verb of a subject from which commas part it: `Reed, of Lowton, ruled`."""
    clause, np = cascade.clause, cascade.np
    if clause.verb is not None or clause.subject is None or clause.subject.time or np is None or np is clause.subject:
        return False
    if verb.shape != "e" or np.preposition is None or agent_follows(cascade) or not cascade.stops():
        return False
    acts = takes_object(cascade, verb) or verb_frame(cascade.lemma(verb)).object < 60
    return acts and past_or_participle(cascade.word(verb)) and not finite_before(cascade, ())


def past(cascade: Cascade, verb: Chunk) -> bool:
    """A past participle that can only be a past tense: a subject waits, an object follows, `forces launched rockets`.

    Also the only verb of a sentence that ends in a full stop.
    """
    clause, previous = cascade.clause, cascade.previous
    if verb.kind != g.PARTICIPLE or previous is None:
        return False
    if _never_passive(cascade, verb) and finite.read(cascade, verb):
        return True
    if previous is clause.verb and previous.kind == g.INFINITIVE and cascade.awaiting() is not None:
        active = past_or_participle(cascade.word(verb)) and takes_object(cascade, verb)
        return active and finite.read(cascade, verb)  # "His decision to resign shocked us"
    if previous is clause.verb and clause.gap in ("open", "zero") and clause.subject is not None:
        frame = verb_frame(cascade.lemma(previous))
        own = frame.predicative < 8 and (cascade.awaiting() is not None or frame.that >= 60)  # "which they say killed"
        return own and finite.read(cascade, verb)  # "the bridge they built collapsed"
    placed = cascade.chunks[cascade.at - 1].kind == g.ADVERB and clause.opener == kinds.RELATIVE
    if placed and previous is clause.verb and clause.finite and not clause.passive and cascade.awaiting() is not None:
        alone = past_or_participle(cascade.word(verb)) and not agent_follows(cascade) and not finite_before(cascade, ())
        alone = alone and verb_frame(cascade.lemma(previous)).predicative < 8  # "who grew more disillusioned"
        return alone and finite.read(cascade, verb)  # "The man who lives here called the police"
    if (previous.kind == g.COMMA and _in_list(cascade, verb)) or _goes_on(cascade, verb):
        verb.kind, verb.shape = g.FINITE, "v"
        return finite.read(cascade, verb)  # "She fed, washed and dressed the boy"
    if previous.kind == g.COMMA and clause.verb is not None and cascade.awaiting() is not None:
        told = verb_frame(cascade.lemma(verb)).that >= CLAUSAL  # "..., confirmed on Monday that it had closed"
        ends = (g.THAT,) if told else ()
        alone = verb.shape == "e" and not agent_follows(cascade) and not finite_before(cascade, ends)
        return alone and finite.read(cascade, verb)  # "The two, who own flats, abstained"
    if previous.kind == g.COMMA and _behind_insertion(cascade, verb):
        return finite.read(cascade, verb)
    if previous is clause.adjective and cascade.awaiting() is not None:
        active = past_or_participle(cascade.word(verb)) and takes_object(cascade, verb)
        return active and finite.read(cascade, verb)  # "A man who was drunk hit a tree"
    lost = previous.kind == g.PREPOSITION and clause.gap in ("open", "zero") and clause.verb is not None
    if lost and clause.verb is not None and clause.verb.last == previous.first and cascade.awaiting() is not None:
        alone = past_or_participle(cascade.word(verb)) and not finite_before(cascade, (g.CONJUNCTION,))
        cascade.preposition = None if alone else cascade.preposition
        return alone and finite.read(cascade, verb)  # "The house she lived in burned down"
    if previous.kind not in g.NOUNS:
        return False
    moved = cascade.np is not None and cascade.np.link == "and" and cascade.lemma(verb) in word_class("shifting")
    found = clause.verb is not None and verb_frame(cascade.lemma(clause.verb)).predicative >= 8
    if moved and verb.shape == "e" and not found and not agent_follows(cascade) and not finite_before(cascade, _ENDS):
        verb.kind, verb.shape = g.FINITE, "v"
        return finite.read(cascade, verb)  # "hit miners and sterling weakened"
    if _meanwhile(cascade, verb):
        verb.kind, verb.shape = g.FINITE, "v"
        return finite.read(cascade, verb)
    if _is_said(cascade, verb):
        return finite.read(cascade, verb)  # "said 15,000 people registered for it"
    own = clause.verb is None and clause.subject is not None and cascade.np is clause.subject
    object_ = own and clause.opener == kinds.RELATIVE and clause.gap == "open" and not agent_follows(cascade)
    last = cascade.awaiting() is not None and past_or_participle(cascade.word(verb)) and one_finite(cascade)
    if object_ and (clause.word == "whom" or last or not finite_before(cascade, _ENDS)):
        return finite.read(cascade, verb)  # "Holt, whom the court jailed in May, left", "The man that police held left"
    if clause.gap == "open" and clause.awaiting and of_what_is_said(cascade) and not agent_follows(cascade):
        return finite.read(cascade, verb)  # "said the bridge that Acme built had collapsed"
    if clause.gap == "zero" and own:
        return finite.read(cascade, verb)  # "the report the panel published in May"
    np = cascade.np
    if np is not None and np.chunk is previous and np.link == "next" and verb.shape == "e":
        may_be_past = past_or_participle(cascade.word(verb)) and not agent_follows(cascade)
        return may_be_past and finite.read(cascade, verb)  # "a claim her office rejected"
    if np is not None and np.chunk is previous and previous.kind == g.PRONOUN and clause.verb is not None:
        says = verb_frame(cascade.lemma(clause.verb)).that >= 60 and cascade.word(previous) in ("it", "you")
        if says or cascade.word(previous) in NOMINATIVE:
            return finite.read(cascade, verb)  # "said it now expected"
    if np is not None and np.chunk is previous and np.preposition == "than" and not np.time and verb.shape == "e":
        thinks = personal(cascade.lemma(verb)) >= 75 and past_or_participle(cascade.word(verb))
        if thinks and animate(cascade, np) > 0 and not agent_follows(cascade):
            return finite.read(cascade, verb)  # "earned more than analysts expected"
    host = np.host if np is not None and np.link == "next" and np.chunk is previous else None
    beside = host is not None and (host in clause.objects or host.preposition is not None)
    beside = beside and (previous.shape[0] in "dp" or "N" in previous.shape)
    if beside and past_or_participle(cascade.word(verb)) and not agent_follows(cascade):
        return finite.read(cascade, verb)  # "examined the letter the mayor sent"
    if np is not None and np.link == "comma" and np.chunk is previous and _attributes(cascade, verb):
        return finite.read(cascade, verb)  # "..., local media reported on Friday"
    if np is not None and np.chunk is previous and "x" not in verb.shape and _acts(cascade, np):
        return finite.read(cascade, verb)
    waits = clause.verb is None and clause.subject is not None and not clause.subject.time
    if (
        waits
        and clause.opener in (kinds.SUB, kinds.THAT)
        and clause.subject is np
        and not finite_before(cascade, _ENDS)
    ):
        return not agent_follows(cascade) and finite.read(cascade, verb)  # "As Europe industrialized,"
    waiting = cascade.awaiting() is not None and past_or_participle(cascade.word(verb))
    if waits and _first_of_two(cascade, verb):
        return finite.read(cascade, verb)
    if takes_object(cascade, verb) and (waits or waiting or _clause_waits(cascade)):
        return finite.read(cascade, verb)
    if waiting and not waits and "x" not in verb.shape and cascade.stops():
        alone = not finite_before(cascade, ()) or _with_clauses(cascade, verb, cascade.chunks[cascade.at + 1 :])
        return alone and not agent_follows(cascade) and finite.read(cascade, verb)  # "Voters angered by it protested."
    if not waits or "x" in verb.shape:
        return False
    if np is not None and np.time and np.chunk is previous:
        return finite.read(cascade, verb)  # "the president on Thursday shortened the curfew"
    rest = cascade.chunks[cascade.at + 1 : cascade.at + 41]
    end = next((at for at, chunk in enumerate(rest) if chunk.shape in (";", "»")), len(rest))
    last_verb = all(chunk.kind != g.FINITE for chunk in rest[:end]) or _with_clauses(cascade, verb, rest[:end])
    if len(rest) > 0 and end < 40 and cascade.stops() and last_verb and not agent_follows(cascade):
        return finite.read(cascade, verb)
    return False


def _with_clauses(cascade: Cascade, verb: Chunk, rest: list[Chunk]) -> bool:
    """Tell whether a verb that needs no object has none but verbs of its own clauses behind: `stalled when Reed left`.

    A participle of a verb that mostly has one may be all that is told: `Two men arrested after police raided a house`;
    so may one with its own preposition: `Costs related to the sale, which Reed led`.
    """
    name = cascade.lemma(verb)
    if verb_frame(name).object > 60 or not past_or_participle(cascade.word(verb)):
        return False
    own = bool(rest) and rest[0].kind == g.PREPOSITION and verb_takes(name, cascade.word(rest[0])) >= 30
    return not own and finite_subordinate(cascade, rest)


def _in_list(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a participle stands between a past tense, which has nothing behind it, and *and* with another."""
    clause, behind = cascade.clause, cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if clause.verb is None or clause.passive or verb.shape != "e" or len(behind) < 2:
        return False
    if behind[0].kind == g.NOUN and behind[0].shape[0] in "dp" and clause.objects and clause.verb.shape[-1] == "v":
        rest = cascade.chunks[cascade.at + 2 : cascade.at + 6]  # "heard the shots, located the man and took him away"
        more = any(one.kind == g.CONJUNCTION and two.kind == g.FINITE for one, two in pairwise(rest))
        return more and verb_frame(cascade.lemma(verb)).object >= 50
    close = clause.verb.last + 1 == verb.first and clause.verb.shape == "v"
    return close and behind[0].kind == g.CONJUNCTION and behind[1].kind in (g.PARTICIPLE, g.FINITE)


def _goes_on(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a participle stands behind a past tense and *and*, before their object: `traced and held Holt`."""
    clause, previous, behind = cascade.clause, cascade.previous, cascade.following()
    if clause.verb is None or clause.verb.shape != "v" or clause.passive or previous is None or behind is None:
        return False
    close = previous.kind == g.CONJUNCTION and clause.verb.last == previous.first and verb.shape == "e"
    shared = min(verb_frame(cascade.lemma(clause.verb)).object, verb_frame(cascade.lemma(verb)).object) >= 50
    return close and shared and behind.kind in g.NOUNS and behind.first == verb.last


def _first_of_two(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether *and* and a past tense with its object follow: `The firm designed and built the bridge`."""
    rest = cascade.chunks[cascade.at + 1 : cascade.at + 4]
    if verb.shape != "e" or len(rest) < 3 or rest[0].kind != g.CONJUNCTION or rest[1].shape != "v":
        return False
    return rest[2].kind in g.NOUNS and rest[2].first == rest[1].last and rest[2].shape[-1] not in "TZ"


def _acts(cascade: Cascade, np: Phrase) -> bool:
    """Tell whether somebody stands behind *before*, *after* ... and before the verb: `before a teacher paid for it`."""
    if np.link == "and" and np.host is not None and animate(cascade, np) > 1:
        np = np.host  # "before Reed and Holt retired"
    if np.preposition not in ("after", "before", "since", "until") or np.link != "prep" or np.time:
        return False
    if not cascade.stops():
        return False  # a headline: "Two held after girl stabbed in Lima"
    return animate(cascade, np) > 1 and not agent_follows(cascade) and not finite_before(cascade, _ENDS)


def _attributes(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a verb of saying closes the sentence, but for when and where it was said."""
    following = cascade.following()
    if following is not None and following.kind not in (g.PREPOSITION, g.STOP) and following.shape[-1] not in "TZ":
        return False
    return verb_frame(cascade.lemma(verb)).that >= 40 and not agent_follows(cascade) and not finite_before(cascade, ())


_ENDS: Final = (g.COMMA, g.STOP)


def _never_passive(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a participle behind a waiting subject can only be a past tense.

    Its verb has no object (`as battles raged`), or a that-clause follows (`The union, ..., announced Thursday that`).
    """
    if cascade.tokens[verb.head].lower[-2:] != "ed" or "x" in verb.shape or verb.shape[-1] not in "eR":
        return False
    if cascade.previous is None or cascade.previous.kind not in g.NOUNS | {g.COMMA}:
        return False
    if not cascade.clause.awaiting and cascade.awaiting() is None and not _clause_waits(cascade):
        return False
    frame = verb_frame(cascade.lemma(verb))
    never = frame.total < 10 and cascade.lemma(verb) in words("words", "intransitive_verbs")
    following = cascade.following()
    ends = following is None or following.kind in (g.COMMA, g.STOP)  # "as the firm planned, on ferries"
    seldom = frame.object < 15 and (ends or frame.infinitive < 20)  # but "The games planned for May were cancelled"
    alone = frame.total >= 30 and frame.object < 4 and frame.predicative + frame.that < 20
    if alone and cascade.previous.kind == g.COMMA and not finite_before(cascade, ()):
        return True  # "The senator, who is ill, appeared by video."
    if never or (frame.total and seldom and frame.that < 12):
        return not agent_follows(cascade)
    if frame.that < 40:
        return False
    rest = cascade.chunks[cascade.at + 1 : cascade.at + 4]
    if rest and (rest[0].kind == g.WH or cascade.word(rest[0]) in ("if", "whether")):
        return True  # "One wondered if it was so"
    if rest and rest[0].kind in (g.NOUN, g.THAT) and any(chunk.kind == g.THAT for chunk in rest):
        return True
    return told.says_when(cascade)


def takes_object(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a noun chunk right behind the verb can only be its object, so that the verb is active."""
    following = cascade.following()
    if following is not None and following.kind == g.THAT:
        behind = cascade.tokens[following.last : following.last + 1]
        if not behind or behind[0].text in (",", "."):
            return "x" not in verb.shape  # "disputed that, saying ..."
    if (
        following is None
        or following.kind not in (g.NOUN, g.PRONOUN)
        or following.shape[-1] in "TZ"
        or "x" in verb.shape
    ):
        return False
    frame = verb_frame(cascade.lemma(verb))
    return frame.two_objects < 5 and frame.predicative < 10


def _clause_waits(cascade: Cascade) -> bool:
    """Tell whether the noun phrase before may be the subject of a clause that has no verb yet."""
    clause, np = cascade.clause, cascade.np
    if np is None or clause.verb is None or cascade.previous is None or cascade.previous.kind not in g.NOUNS:
        return False
    says = bool(clause.objects) and not clause.content and verb_frame(cascade.lemma(clause.verb)).that >= CLAUSAL
    first = np.host if np.preposition == "of" and np.host is not None else np
    before = cascade.chunks[cascade.at - 2] if cascade.at > 1 else None
    if before is not None and before.shape == "-" and before.last == np.first and first is np:
        return cascade.stops()  # "It was long - Reed expected delays."
    return says or first.preposition in ("as", "after", "before", "since", "until") or first.link == "and"
