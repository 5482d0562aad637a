"""Finite verbs that no other rule has placed: lists of verbs, and what is left over behind an object."""

from __future__ import annotations

from itertools import pairwise

from newsclaims.rule import rule
from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import lost_subjects, noun_participles, splitting
from newsclaims.syntax.agreement import agrees
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import CLAUSAL, Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase, lengthen
from newsclaims.syntax.clauses_of_saying import awaits_that
from newsclaims.syntax.describing import past_or_participle
from newsclaims.syntax.outer_verbs import belongs_outside
from newsclaims.syntax.phrase_chains import carrier
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame
from newsclaims.words.preferences import noun_subject


def verb_list(cascade: Cascade, verb: Chunk) -> bool:
    """A verb behind a comma in a list of verbs: it shares the first one's subject, `He came, saw and won`.

    A clause without any subject is read as an imperative and gives no claim of its own.
    """
    partner = cascade.enclosing(lambda c: c.verb is not None and c.finite)
    if partner is not None and partner.verb is not None and _goes_on(cascade, partner.verb, verb):
        verb.kind, verb.shape = g.BARE, verb.shape.replace("v", "b")
        return any(apply(cascade, verb) for apply in cascade.handlers[g.BARE])
    if partner is not None and cascade.comma and _asks_back(cascade, verb):
        clause = Clause(kinds.MAIN, None, verb.first)
        clause.silent = True  # "You are worried, aren't you?"
        return cascade.start(clause, verb, "claims.verb-list")
    outer = partner.parent if partner is not None and partner.opener == kinds.SUB and cascade.comma else None
    if outer is not None and outer.verb is not None and outer.finite and verb.shape.lstrip("rw") == "v":
        partner = outer  # "The firm moved her while she was ill, then dismissed her"
    partner = _said_too(cascade, partner, verb) or partner
    if partner is None and _in_front(cascade, verb):
        verb.kind, verb.shape = g.PARTICIPLE, verb.shape.replace("v", "e")
        return noun_participles.on_noun(cascade, verb)
    if partner is None and lost_subjects.found(cascade, verb):
        return True
    if partner is None or cascade.clause.verb is None:
        clause = cascade.clause if cascade.clause.verb is None else Clause(kinds.MAIN, None, verb.first)
        clause.silent = True
        return cascade.start(clause, verb, "claims.verb-list")
    if cascade.comma and splitting.listed(cascade, verb):
        return splitting.describe(cascade, verb)
    if cascade.np is not None and cascade.previous is not None and cascade.previous.kind in g.NOUNS:
        return _left_over(cascade, verb, cascade.np)
    np = cascade.np
    if (
        np is not None
        and cascade.comma
        and verb.shape == "v"
        and past_or_participle(cascade.word(verb))
        and _agent(cascade)
    ):
        clause = cascade.push(kinds.NONFINITE, verb.first)
        clause.subject = np  # "went to the prison, dubbed the Hilton by troops"
        cascade.start(clause, verb, "claims.adverbial-participle")
        clause.passive = True
        return True
    if _brought_about(cascade, verb) or _told_of(cascade, verb) or _named_then(cascade, verb):
        verb.kind, verb.shape = g.PARTICIPLE, verb.shape.replace("v", "e")
        return any(apply(cascade, verb) for apply in cascade.handlers[g.PARTICIPLE])
    if np is not None and cascade.comma and _judged(cascade, verb):
        clause = cascade.push(kinds.NONFINITE, verb.first)
        clause.subject = carrier(cascade, np)  # "won the prize in 2022, considered the highest distinction"
        cascade.start(clause, verb, "claims.adverbial-participle")
        clause.passive = True
        return True
    clause = Clause(partner.opener, partner.parent, verb.first)
    clause.shares, surface = partner, partner.surface()
    clause.silent = surface is not None and surface.pronoun and not agrees(cascade, surface, verb)  # "I ... is"
    as_planned = cascade.previous is not None and cascade.previous.kind == g.SUBORDINATOR
    clause.silent = clause.silent or as_planned  # "may not recover as had been hoped"
    beside = cascade.previous is not None and cascade.previous.kind in g.VERBS | {g.PREPOSITION}
    lost = beside and not cascade.comma and cascade.conjunction is None and verb.shape[0] in "BHDm"
    clause.silent = clause.silent or lost  # "one place we had not seen | were the rocks": its subject is not *we*
    lost = partner.opener == kinds.SUB and cascade.comma and cascade.conjunction is None and verb.shape[0] in "BHm"
    clause.silent = clause.silent or (lost and partner.parent is None)  # "Adding to it, though sales rose, was a fine"
    cascade.start(clause, verb, "claims.verb-list")
    clause.passive = clause.passive or (partner.passive and _suffers(cascade, verb))
    return True


rule("claims.verb-list")(verb_list)


def _in_front(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a past tense by its tag tells of a fronted phrase: `In a note published a short time ago, Reed`."""
    np, clause, following = cascade.np, cascade.clause, cascade.following()
    fronted = clause.verb is None and clause.subject is None and np is not None and np.preposition is not None
    if not fronted or np is None or np.last != verb.first or verb.shape not in ("v", "vR") or following is None:
        return False
    bare = following.kind == g.PREPOSITION or (following.kind == g.NOUN and following.shape[-1] in "TZ")
    return bare and past_or_participle(cascade.word(verb)) and verb_frame(cascade.lemma(verb)).object >= 50


def _said_too(cascade: Cascade, inner: Clause | None, verb: Chunk) -> Clause | None:
    """Return the clause of saying that a verb behind a comma goes on with: `said it might rain, asked for aid, and`."""
    outer = inner.parent if inner is not None and inner.opener == kinds.THAT else None
    if inner is None or outer is None or outer.verb is None or inner.verb is None or not outer.finite:
        return None
    alone = cascade.comma and cascade.conjunction is None and verb.shape.lstrip("rw").rstrip("R") == "v"
    return outer if alone and belongs_outside(cascade, inner, outer, verb) else None


def _goes_on(cascade: Cascade, outer: Chunk, verb: Chunk) -> bool:
    """Tell whether a present tense by its tag goes on with an infinitive: `came to shout, wave flags and sing`.

    The main verb has another form, with which this one does not go.
    """
    clause, before = cascade.clause, cascade.chunks[cascade.at - 1]
    if clause.verb is None or clause.verb.kind != g.INFINITIVE or before.kind != g.COMMA or not cascade.comma:
        return False
    other = cascade.tokens[outer.first].tag in ("MD", "VB", "VBD", "VBZ")
    return other and cascade.tokens[verb.first].tag == "VBP" and verb.shape in ("v", "vR")


def _asks_back(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether an auxiliary and a pronoun end a question behind a comma: `You are worried, aren't you?`"""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 3]
    kinds_behind = [chunk.kind for chunk in behind]
    ends = kinds_behind == [g.PRONOUN, g.STOP] and cascade.tokens[behind[1].first].text == "?"
    return ends and verb.shape[0] in "BHDm"


def _brought_about(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a past tense by its tag behind a comma says what did it: `lost money, dragged down by sales`."""
    behind, before = cascade.chunks[cascade.at + 1 : cascade.at + 2], cascade.chunks[cascade.at - 1]
    if before.kind != g.COMMA or cascade.conjunction is not None or not behind or behind[0].shape != "y":
        return False
    past = verb.shape in ("v", "vR") and past_or_participle(cascade.word(verb))
    return past and verb_frame(cascade.lemma(verb)).object >= 50


def _told_of(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a past tense by its tag, between commas, describes what is told of: `say it, passed in May, is`.

    It has no object, and the verb of the clause that is told follows behind the next comma.
    """
    host, np, ahead = cascade.clause, cascade.np, cascade.chunks[cascade.at + 1 : cascade.at + 14]
    if host.verb is None or host.objects != [np] or np is None or host.content or np.last + 1 != verb.first:
        return False
    if verb.shape not in ("v", "vR") or not past_or_participle(cascade.word(verb)) or not cascade.comma:
        return False
    if (
        verb_frame(cascade.lemma(host.verb)).that < CLAUSAL
        or not ahead
        or ahead[0].kind not in (g.PREPOSITION, g.ADVERB)
    ):
        return False
    kinds_ahead = [chunk.kind for chunk in ahead]
    comma = kinds_ahead.index(g.COMMA) if g.COMMA in kinds_ahead else 0
    return comma > 0 and g.FINITE not in kinds_ahead[:comma] and kinds_ahead[comma + 1 : comma + 2] == [g.FINITE]


def _named_then(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether commas part what a thing was called once from its name: `She joined Acme, then called Norvane, in`.

    Not so `He left Acme, then called Ann Reed, his lawyer`.
    """
    rest, np = cascade.chunks[cascade.at + 1 : cascade.at + 4], cascade.np
    if verb.shape != "rv" or cascade.lemma(verb) not in word_class("dubbing") or not cascade.comma or len(rest) < 3:
        return False
    named = np is not None and any(token.tag == "NNP" for token in cascade.tokens[np.first : np.last])
    then = cascade.tokens[verb.first].lower == "then" and rest[0].kind == g.NOUN and rest[1].kind == g.COMMA
    apart = rest[0].shape == "N" and rest[2].kind in (g.PREPOSITION, g.SUBORDINATOR, g.FINITE)
    return named and then and apart


def _suffers(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a past tense by its tag goes on with a passive: `were ridiculed, waved away and sent home`."""
    following = cascade.following()
    alone = following is None or following.kind not in g.NOUNS | {g.THAT, g.INFINITIVE}
    past = verb.shape in ("v", "vR") and past_or_participle(cascade.word(verb))
    return alone and past and verb_frame(cascade.lemma(verb)).object >= 50


def _judged(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a past tense by its tag says what something is called, and no third verb follows behind *and*."""
    frame, following = verb_frame(cascade.lemma(verb)), cascade.following()
    if verb.shape != "v" or frame.predicative < 15 or following is None or following.kind != g.NOUN:
        return False
    if not past_or_participle(cascade.word(verb)) or cascade.conjunction is not None:
        return False
    rest = cascade.chunks[cascade.at + 1 : cascade.at + 12]
    return all(
        chunk.kind not in (g.CONJUNCTION, g.COMMA) or behind.kind not in (g.FINITE, g.CONJUNCTION)
        for chunk, behind in pairwise(rest)
    )


def _agent(cascade: Cascade) -> bool:
    """Tell whether *by* and somebody follow before a comma or another verb."""
    for at in range(cascade.at + 1, min(len(cascade.chunks) - 1, cascade.at + 6)):
        chunk = cascade.chunks[at]
        if chunk.shape == "y":
            agent = cascade.chunks[at + 1]
            return agent.kind == g.NOUN and animate(cascade, Phrase(agent)) > 0
        if chunk.kind in g.VERBS | {g.COMMA, g.STOP, g.CONJUNCTION}:
            return False
    return False


def _left_over(cascade: Cascade, verb: Chunk, np: Phrase) -> bool:
    """Read a finite verb behind an object: a participle whose tag is wrong, or else a clause without *that*."""
    following = cascade.following()
    host = cascade.clause
    if cascade.word(verb) == "left" and host.verb is not None and cascade.lemma(host.verb) == "have":
        verb.kind = g.ADVERB  # "had no players (with experience) left"
        return True
    word = cascade.tokens[verb.head]
    named = word.tag == "VBP" and verb.shape == "v" and noun_subject(word.lemma).total >= 10
    if named and host.verb is not None and np in host.objects and np.last == verb.first and not host.content:
        ends = following is None or following.kind in (g.STOP, g.COMMA, g.CONJUNCTION, g.PREPOSITION)
        frame = verb_frame(cascade.lemma(host.verb))
        if ends and frame.that < 12 and frame.object >= 15:
            verb.kind = g.OTHER
            lengthen(np, verb.last)  # "to begin the facilities work"
            return True
    object_ = following is not None and following.kind in g.NOUNS and following.shape[-1] not in "TZ"
    doing = host.passive and following is not None and following.kind == g.ING
    object_ = object_ or (following is not None and following.kind in g.VERBS and not doing)
    left = host.verb is not None and cascade.lemma(host.verb) == "leave" and not host.passive and host.adjective is None
    if left and np in host.objects and not object_ and verb.shape == "rv" and past_or_participle(cascade.word(verb)):
        host.adjective = verb  # "left the court deeply split"
        return True
    felt = host.adjective is not None and host.copular and np in host.objects and not host.content
    if felt and host.adjective is not None and not np.pronoun:  # "was sorry the game ended late", "am glad it did"
        felt = cascade.word(host.adjective) in word_class("clausal-adjectives")
    bare = (
        verb.shape in ("v", "vR") and not object_ and not felt
    )  # "a code drawn up in May", "a drive launched this month"
    past = cascade.tokens[verb.head].tag == "VBD"  # "hopes to get the verdict overturned"
    brought = past and host.verb is not None and cascade.lemma(host.verb) in word_class("bringing-about")
    brought = brought or (host.verb is not None and cascade.lemma(host.verb) in word_class("wanting-done"))
    made = host.verb is not None and cascade.lemma(host.verb) == "make"
    if bare and np in host.objects and (brought or (made and cascade.lemma(verb) in word_class("felt"))):
        verb.kind, verb.shape = g.PARTICIPLE, verb.shape.replace("v", "e")
        return noun_participles.on_noun(cascade, verb)  # "want the law changed"
    told = np.pronoun and cascade.word(np.chunk) == "it" and host.adjective is not None and host.copular
    if bare and cascade.tokens[verb.head].tag == "VBD" and not told:  # but "is glad it happened"
        clause = cascade.push(kinds.NONFINITE, verb.first)
        clause.subject = np
        cascade.start(clause, verb, "claims.participle-on-noun")
        clause.passive = True
        clause.silent = verb_frame(cascade.lemma(verb)).object < 10  # "after talks to save the factory collapsed"
        return True
    while np.host is not None and _listed(np) and host.verb is not None and np.host.first > host.verb.first:
        np = np.host
    held = np in host.objects
    clause = cascade.push(kinds.THAT, np.first)
    if held:
        host.objects.remove(np)
        if host.verb is not None and verb_frame(cascade.lemma(host.verb)).that >= 3:
            host.content.append(("that", clause))  # "expects 16 million cars will be sold"
    elif np.time and np.preposition is None and host.gap == "" and awaits_that(cascade, host, 60):
        host.arguments = [pair for pair in host.arguments if pair[1] is not np]
        host.content.append(("that", clause))  # "said this year will be hard"
    clause.subject = np
    np.host = None
    if host.adjective is not None and not host.content and (host.copular or _assured(cascade, host)):
        host.content.append(("that", clause))  # "is possible the firm is leaving", "make sure he has water"
    return cascade.start(clause, verb, "claims.zero-that")


def _assured(cascade: Cascade, host: Clause) -> bool:
    """Tell whether somebody makes *sure* or *certain* of what the clause behind says."""
    if host.verb is None or host.adjective is None or cascade.lemma(host.verb) != "make":
        return False
    return cascade.word(host.adjective) in ("certain", "sure")


def _listed(phrase: Phrase) -> bool:
    return phrase.link == "and" or phrase.preposition == "of"
