"""Past participles behind a noun that look like its verb: `The firm hired to fix it says`, `the man accused fled`.

The garden path of English: the form is a past tense too, and only the second verb shows that it was none.
"""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.agreement import agrees, finite_later, one_finite
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase, root
from newsclaims.syntax.describing import past_or_participle
from newsclaims.syntax.last_verbs import last_verb, of_them
from newsclaims.syntax.phrase_chains import carrier
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame

_AMOUNTS: Final = frozenset({"%", "goal", "margin", "per cent", "percent", "percentage", "point", "vote"})
_LONGEST: Final = 16
"""Chunks up to the second verb at most."""


def reduced(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a past tense is a participle: it has no object, and another verb has no other subject.

    Between the two stand only phrases with prepositions, times and infinitives with their objects.
    """
    head, np = cascade.tokens[verb.head], cascade.np
    if of_what_is_said(cascade):
        return False  # "said the bridge that Acme built had collapsed"
    named = cascade.clause.gap == "zero" and np is not None and cascade.tokens[np.head].tag == "NNP"
    if (named or cascade.clause.gap == "open") and cascade.awaiting() is not None and one_finite(cascade):
        return False  # "The man that police held last week will appear", "The plan Reed delivered Monday drew fire"
    if verb.shape not in ("v", "vR", "rv") or head.tag != "VBD" or not past_or_participle(head.lower):
        return False
    if np is not None and np.preposition == "with" and np.chunk is cascade.previous and cascade.clause.verb is None:
        acts = cascade.following()
        if acts is not None and acts.kind == g.FINITE and verb.last <= acts.first <= verb.last + 1:
            return True  # "Jets with their lights turned off have buzzed it"
    if np is not None and np.chunk is cascade.previous and not np.pronoun and _adjacent(cascade, verb):
        return True  # "Patients already admitted will stay"
    if head.lemma in word_class("dubbing") and np is not None and np is cascade.clause.subject and cascade.comma:
        return np.last + 1 == verb.first and not np.pronoun and _closed(cascade)  # "The fire, called Lowton 2, spread"
    if head.lemma in word_class("dubbing") and np is not None and _named(cascade, np, verb):
        return True
    if verb.shape == "rv" or np is None or np.chunk is not cascade.previous or np.pronoun:
        return False
    owed = verb_frame(head.lemma).that < 12 and of_them(cascade)  # "The items recovered from them are guns"
    if owed or (head.lemma in word_class("held-to-be") and _held_to_be(cascade)):
        return True
    if head.lemma in word_class("supposing-of") and _taken_for(cascade, verb):
        return True
    if np.link == "comma" and np.host is cascade.clause.subject and _closed(cascade):
        return True  # "Norvane, a provider focused on health, announced a deal"
    settled = head.lemma in word_class("settling") and animate(cascade, np) <= 0  # "A truce agreed in May has held"
    following = cascade.following()
    summoned = head.lemma == "call" and following is not None and cascade.word(following) == "to"
    frame = verb_frame(head.lemma)
    whole = frame.object + frame.infinitive + frame.object_infinitive  # "Men wanted for murder were held"
    plain = (
        frame.object >= 20
        and frame.that < 12
        and following is not None
        and cascade.word(following) == "to"
        and verb.shape == "v"
    )
    # "Files searched through by Acme show"
    done_by = frame.object >= 20 and agent_follows(cascade) and _no_time(cascade)
    if frame.object < 50 and not done_by and not settled and not summoned and not plain and whole < 85:
        return False
    governed, steps, between = False, 0, False
    for at in range(cascade.at + 1, min(len(cascade.chunks), cascade.at + _LONGEST)):
        chunk = cascade.chunks[at]
        if chunk.kind == g.SUBORDINATOR and cascade.word(chunk) in word_class("openers"):
            return _leaves_only(cascade, at)
        if chunk.kind in (g.FINITE, g.PARTICIPLE):
            return steps > 0 and not governed and _sure(cascade, at)
        if chunk.kind == g.CONJUNCTION and between:
            governed, between = True, False  # "briefed on the talks between Lund and Reed said"
            continue
        phrase = chunk.kind == g.PREPOSITION or chunk.shape == "A"
        between = cascade.word(chunk) == "between" if phrase else between
        if phrase or chunk.kind == g.INFINITIVE:
            if cascade.word(chunk) in word_class("openers") or (chunk.kind == g.INFINITIVE and steps):
                return False
            governed, steps = phrase, steps + 1
        elif chunk.kind in (g.NOUN, g.PRONOUN):
            if not governed and not steps and chunk.shape[-1] not in "TZ":
                return False  # its object: a past tense
            if not governed and not steps and verb_frame(head.lemma).that < 12:
                steps = 1  # "The law passed last year was repealed"
            if not governed and cascade.chunks[at - 1].kind == g.NOUN:
                return False  # two nouns side by side: the second one may be the subject
            governed = False
        elif chunk.kind == g.ADJECTIVE and not steps and cascade.word(chunk) in ("dead", "guilty"):
            steps = 1  # "People found guilty of theft face fines"
        elif chunk.kind == g.THERE and not steps:
            steps = 1  # "the ballots cast there were valid"
        elif chunk.kind != g.ADVERB:
            return False
    return False


def _taken_for(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a participle right behind is what somebody is thought to be: `Men believed killed were found`."""
    following = cascade.following()
    if following is None or following.first != verb.last:
        return False
    if following.kind != g.PARTICIPLE and cascade.word(following) not in word_class("supposed"):
        return False  # "reported net of $5 million"
    return cascade.clause.verb is not None or finite_later(cascade)


def _held_to_be(cascade: Cascade) -> bool:
    """Tell whether *to be* or *to have* and the main verb follow: `The man said to be at large committed the crime`."""
    ahead = cascade.chunks[cascade.at + 1 : cascade.at + _LONGEST]
    if not ahead or ahead[0].kind != g.INFINITIVE or cascade.tokens[ahead[0].first + 1].lower not in ("be", "have"):
        return False
    for chunk in ahead[1:]:
        if chunk.kind in (g.FINITE, g.PARTICIPLE):
            return chunk.kind == g.FINITE or past_or_participle(cascade.word(chunk))
        if chunk.kind not in (g.NOUN, g.PREPOSITION, g.ADVERB, g.ADJECTIVE):
            return False
    return False


def _named(cascade: Cascade, np: Phrase, verb: Chunk) -> bool:
    """Tell whether a thing has the name that follows, and its own verb comes later: `A service called Alder Watch is`.

    The second verb agrees, and no conjunction parts it from the name; but `The firm named Ann Reed as its head`.
    """
    if np.last != verb.first or np is not cascade.clause.subject or np.pronoun or animate(cascade, np) > 0:
        return False
    ahead = cascade.chunks[cascade.at + 1 : cascade.at + _LONGEST]
    if not ahead or ahead[0].kind != g.NOUN or ahead[0].shape.strip("N") or ahead[0].first != verb.last:
        return False
    for chunk in ahead[1:]:
        if chunk.kind == g.FINITE:
            return agrees(cascade, np, chunk)
        if chunk.kind not in (g.NOUN, g.PREPOSITION, g.COMMA, g.ADVERB, g.SUBORDINATOR):
            return False
    return False


def _adjacent(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether the verb of a subject that waits stands right behind a form that takes objects and has none."""
    behind, subject = cascade.chunks[cascade.at + 1 : cascade.at + 2], cascade.clause.subject
    if not behind or behind[0].kind != g.FINITE or behind[0].shape[0] not in "mBHD" or subject is not cascade.np:
        return False
    frame = verb_frame(cascade.lemma(verb))
    if subject is None or cascade.clause.gap or cascade.word(subject.chunk).endswith("ing"):
        return False  # "The letter the union sent was read", "Staying hydrated is healthy"
    return frame.object >= 25 and frame.infinitive < 20 and agrees(cascade, subject, behind[0])


def _leaves_only(cascade: Cascade, at: int) -> bool:
    """Tell whether *after* or *before* at a place has a noun alone, and the last verb behind it is the subject's.

    `The law passed after the riots was repealed`: the number shows it, or a tense of the present.
    """
    chunks, subject = cascade.chunks[at : at + 4], cascade.clause.subject
    if len(chunks) < 4 or chunks[1].kind != g.NOUN or chunks[2].kind != g.FINITE or subject is None:
        return False
    verb, word = chunks[2], cascade.word(chunks[0])
    if cascade.clause.opener not in (kinds.MAIN, kinds.THAT) or not last_verb(cascade, subject, word, at + 2):
        return False
    if not agrees(cascade, subject, verb):
        return False
    now = cascade.tokens[verb.first].lower in ("has", "have", "is", "are", "will")
    return now or not agrees(cascade, Phrase(chunks[1]), verb)


def absolute(cascade: Cascade, verb: Chunk) -> bool:
    """A past tense by its tag behind *with* and a noun phrase, which has no object: `, with 50 feared dead`."""
    np, head = cascade.np, cascade.tokens[verb.head]
    if np is None or np.chunk is not cascade.previous or cascade.clause.verb is None:
        return False
    first, last = root(np), np  # "with prices rising and millions of people plunged into poverty"
    for _ in range(4):
        if last.link == "and" or last.host is None:
            break
        last = last.host
    np = np if np is first else last
    if first.preposition != "with" or cascade.tokens[first.start - 1].text != "," or cascade.awaiting() is not None:
        return False
    if verb.shape not in ("v", "vR"):
        return False
    following = cascade.following()
    frame = verb_frame(head.lemma)
    acts = following is not None and following.kind in g.NOUNS and frame.two_objects < 2
    if not past_or_participle(head.lower) or frame.object < 25 or acts:
        return False  # but "with each state assigned its own target"
    start(cascade, verb)
    cascade.clause.subject = np
    return True


def _closed(cascade: Cascade) -> bool:
    """Tell whether a comma and a finite verb end the apposition that a past tense stands in."""
    rest = cascade.chunks[cascade.at + 1 : cascade.at + 1 + _LONGEST]
    comma = next((at for at, chunk in enumerate(rest) if chunk.kind in (g.COMMA, g.FINITE)), len(rest))
    return 0 < comma < len(rest) - 1 and rest[comma].kind == g.COMMA and rest[comma + 1].kind == g.FINITE


def _sure(cascade: Cascade, at: int) -> bool:
    """Tell whether the second verb can be no participle: by its form, its object, or because it takes none."""
    verb, subject = cascade.chunks[at], cascade.clause.subject
    head = cascade.tokens[verb.head]
    if cascade.clause.verb is not None:  # "It failed, people briefed on the talks said"
        closes = [chunk.kind for chunk in cascade.chunks[at + 1 : at + 2]] in ([], [g.STOP], [g.PREPOSITION])
        return verb.kind == g.FINITE and head.lemma == "say" and closes
    if subject is None or not agrees(cascade, subject, verb):
        return False
    past = past_or_participle(head.lower)
    if verb.kind == g.PARTICIPLE and (not past or not cascade.stops()):
        return False
    if verb.kind == g.FINITE and (verb.shape not in ("v", "vR") or head.tag != "VBD" or not past):
        return True
    frame = verb_frame(head.lemma)
    behind = cascade.chunks[at + 1].kind if at + 1 < len(cascade.chunks) else g.STOP
    return frame.that >= 40 or frame.object < 30 or behind in (g.NOUN, g.PRONOUN, g.STOP, g.THAT)


def start(cascade: Cascade, verb: Chunk) -> bool:
    """Begin the participle clause."""
    assert cascade.np is not None
    subject = carrier(cascade, cascade.np)
    clause = cascade.push(kinds.NONFINITE, verb.first)
    clause.subject = subject
    subject.modifier = clause
    verb.kind, verb.shape = g.PARTICIPLE, verb.shape.replace("v", "e")
    cascade.start(clause, verb, "claims.participle-on-noun")
    clause.passive = True
    return True


def agent_follows(cascade: Cascade) -> bool:
    """Tell whether *by* comes next, and a noun chunk behind it that is no amount; not so `survived by switching`."""
    following = cascade.following()
    if following is None or following.shape != "y":
        return False
    at = cascade.chunks.index(following, cascade.at) + 1
    if at >= len(cascade.chunks):
        return True
    agent = cascade.chunks[at]
    margin = agent.shape[0] == "c" and cascade.lemma(agent) in word_class("margins")  # "still led by 180 runs"
    return agent.kind != g.ING and cascade.lemma(agent) not in _AMOUNTS and not margin


def _no_time(cascade: Cascade) -> bool:
    """Tell whether the noun chunk behind the next *by* says who, not when: `fell by Monday`."""
    agent = cascade.chunks[cascade.at + 2 : cascade.at + 3]
    return bool(agent) and agent[0].kind in g.NOUNS and agent[0].shape[-1] not in "TZc$%"


def of_what_is_said(cascade: Cascade) -> bool:
    """Tell whether a relative clause with *that* describes what a verb of saying has: `said the plan that`."""
    clause, np = cascade.clause, cascade.np
    outer, one = clause.parent, root(np) if np is not None else None
    if clause.word != "that" or outer is None or outer.verb is None or one is None or one is not clause.subject:
        return False
    return clause.antecedent in outer.objects and verb_frame(cascade.lemma(outer.verb)).that >= 60


def done_too(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a past tense by its tag goes on with *being*: `after being held for a day and hauled to court`.

    Or with a participle between commas, before the main verb: `The drug, sold as Kelm and used to treat pain, is old`;
    also with one behind *with*: `with each state given a target and told to meet it`.
    """
    inner, following = cascade.clause, cascade.following()
    if inner.finite or inner.verb is None or not inner.passive or verb.shape != "v":
        return False
    beside = inner.subject is not None and inner.subject.preposition == "with"  # "with men beaten and thrown in jail"
    inserted = inner.verb.shape[0] != "z" and not beside
    if inserted and not _before_main(cascade, inner):
        return False
    if following is not None and following.kind in g.NOUNS and following.shape[-1] not in "TZ":
        return False
    return past_or_participle(cascade.word(verb)) and verb_frame(cascade.lemma(verb)).object >= (30 if inserted else 50)


def _before_main(cascade: Cascade, inner: Clause) -> bool:
    """Tell whether commas set off a participle from a subject that waits, and its finite verb follows the second."""
    if inner.rule != "claims.adverbial-participle" or cascade.awaiting() is None or inner.verb is None:
        return False
    apart = inner.first > 0 and cascade.tokens[inner.first - 1].text == ","
    kinds_ahead = [chunk.kind for chunk in cascade.chunks[cascade.at + 1 : cascade.at + _LONGEST]]
    comma = kinds_ahead.index(g.COMMA) if g.COMMA in kinds_ahead else 0
    clear = comma > 0 and g.FINITE not in kinds_ahead[:comma]
    return apart and clear and kinds_ahead[comma + 1 : comma + 2] == [g.FINITE]
