"""Infinitives that the surface subject does not do: what *the aim is to* reach, what a thing *was used to* do."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.biddings import bidding
from newsclaims.syntax.cascade import Cascade, Handler
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase, first_listed, lengthen
from newsclaims.syntax.noun_infinitives import possessor, takes_infinitive
from newsclaims.syntax.parted import passive
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.complements import kind
from newsclaims.words.frames import noun_frame, verb_frame

_VOWS: Final = 30  # per cent of the uses of a verb that have an infinitive, from which it takes one


def equated(cascade: Cascade, verb: Chunk) -> bool:
    """An infinitive that says what an aim, a job or a plan is: `Its aim is to sell them`, which its owner is to do.

    Without an owner nobody is said to do it: `The aim is to sell them`; but `The firm is to sell them`.
    """
    clause = cascade.clause
    if verb.kind != g.INFINITIVE or clause.verb is None or cascade.previous is not clause.verb or not clause.copular:
        return False
    subject = clause.subject
    if subject is None or subject.pronoun or clause.question or clause.there or clause.objects:
        return False
    noun = cascade.lemma(subject.chunk)
    meant = takes_infinitive(noun) or noun_frame(noun).infinitive >= 8 or noun in word_class("meanings")
    if not meant or animate(cascade, subject) > 0 or verb.shape[-1] == "u" or "ue" in verb.shape:
        return False  # "The plan is to be dropped"
    inner = cascade.push(kinds.NONFINITE, verb.first)
    inner.antecedent, inner.subject = subject, possessor(cascade, subject)
    clause.content.append(("to-inf", inner))
    return cascade.start(inner, verb, "claims.noun-infinitive")


def deed(cascade: Cascade, verb: Chunk) -> bool:
    """A verb behind *is* that names what somebody wants or has to *do*: `All she wants to do is win the race`.

    The governor of *do* takes it, and *is* claims nothing.
    """
    clause = cascade.clause
    if clause.verb is None or cascade.previous is not clause.verb or not clause.copular or len(cascade.clauses) < 2:
        return False
    done = cascade.clauses[-2]
    if done.verb is None or not done.governors or done.objects or cascade.lemma(done.verb) != "do" or done.passive:
        return False
    if cascade.lemma(done.governors[-1]) == "get":
        return False  # "All we have got to do is vote"
    if done.verb.last != clause.verb.first or verb.kind not in (g.BARE, g.INFINITIVE):
        return False
    done.verb, done.gap, clause.silent = done.governors.pop(), "said", True
    done.silent = done.silent or cascade.lemma(done.verb) == "have"  # "All you have to do is watch it"
    cascade.clause = done
    inner = cascade.push(kinds.NONFINITE, verb.first)
    inner.shares = done
    done.content.append(("to-inf", inner))
    return cascade.start(inner, verb, "claims.control-infinitive")


def tool(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether a thing was only used: `The money was used to pay off debts`, but `Children were used to dig`."""
    verb, surface, done = clause.verb, clause.surface(), cascade.chunks[cascade.at]
    if verb is None or not clause.passive or surface is None or cascade.lemma(verb) != "use":
        return False
    if verb_frame(cascade.lemma(done)).object < 25 and verb.shape[0] not in "mBH":
        return False  # "The street used to look like this": a habit of the past
    return animate(cascade, surface) == 0 and not surface.pronoun


def receiver(cascade: Cascade, clause: Clause, verb: Chunk) -> Phrase | None:
    """Return who is given what an infinitive says: `gave the green light to Reed to hold talks`."""
    np = cascade.np
    if np is None or np.preposition != "to" or np.chunk is not cascade.previous or verb.kind != g.INFINITIVE:
        return None
    given = clause.verb is not None and not clause.passive and len(clause.objects) == 1
    if not given or clause.verb is None or cascade.lemma(clause.verb) not in word_class("passing-on"):
        return None
    if animate(cascade, clause.objects[0]) > 1:
        return clause.objects[0]  # "sent troops to the border to stop it"
    return np if animate(cascade, np) > 0 else None


def agreed(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether somebody, not the thing right before an infinitive, is to suffer it: `a deal to be bought`."""
    noun = cascade.lemma(clause.objects[-1].chunk)
    return takes_infinitive(noun) or noun in word_class("agreements")


def costs(cascade: Cascade, clause: Clause, verb: Chunk) -> bool:
    """Tell whether an infinitive is what is done to a thing: `The bridge cost $9 million to build`.

    Its object is missing, and a sum or time stands before it; nobody is said to do it.
    """
    surface, following = clause.surface(), cascade.following()
    if clause.verb is None or cascade.lemma(clause.verb) not in ("cost", "take") or verb.kind != g.INFINITIVE:
        return False
    if surface is None or clause.passive or animate(cascade, surface) > 0 or not clause.objects:
        return False
    amount = clause.objects[-1]
    measured = amount.time or "$" in amount.chunk.shape or cascade.lemma(amount.chunk) in word_class("amounts")
    done_to = following is None or following.kind not in g.NOUNS | {g.THAT, g.WH, g.INFINITIVE, g.ADJECTIVE}
    return measured and done_to and verb.shape[-1] != "u" and verb_frame(cascade.lemma(verb)).object >= 40


def came_to_do(cascade: Cascade, clause: Clause, verb: Chunk) -> bool:
    """Tell whether somebody came or worked for an end: `came to talk to them`, `worked harder to solve it`.

    Not where coming is becoming: `came to believe it`.
    """
    surface, come = clause.surface(), cascade.lemma(clause.verb) if clause.verb is not None else ""
    if surface is None or animate(cascade, surface) < 2 or clause.passive:
        return False
    if come == "work":
        return cascade.chunks[cascade.at - 1].kind == g.ADVERB
    return come == "come" and cascade.lemma(verb) in word_class("visiting")


def left_out(cascade: Cascade, verb: Chunk) -> bool:
    """Start *to be* with what the relative clause leaves out: `the phone many expected to be a hit`.

    Of *what* nothing is told: `ahead of what many expect to be her last race`.
    """
    clause, following = cascade.clause, cascade.following()
    asked = clause.gap == "wh" and clause.word == "what"
    if clause.verb is None or clause.subject is None or clause.antecedent is None or clause.objects or clause.passive:
        return False
    if cascade.previous is not clause.verb or cascade.word(clause.subject.chunk) == "it":
        return False  # "learned what it means to be a farmer"
    if verb.kind != g.INFINITIVE or verb.shape not in ("tb", "tu") or cascade.lemma(verb) != "be" or following is None:
        return False
    if clause.gap not in ("open", "zero") and not asked:
        return False
    said = following.kind in (g.NOUN, g.ADJECTIVE) and verb_frame(cascade.lemma(clause.verb)).object_infinitive >= 4
    if not said or clause.antecedent.time or noun_frame(cascade.lemma(clause.antecedent.chunk)).that >= 2:
        return False  # "a sign that he wants to be a judge"
    inner = cascade.push(kinds.NONFINITE, verb.first)
    inner.subject, inner.silent = clause.antecedent, asked
    clause.gap = "said" if asked else clause.gap
    clause.content.append(("to-inf", inner))
    return cascade.start(inner, verb, "claims.object-control")


def qualified(cascade: Cascade, verb: Chunk) -> bool:
    """Start an infinitive with the noun that an adjective before it describes: `sought staff willing to move`.

    Both are part of the noun phrase; what nobody says of it alone is no claim.
    """
    clause, np, adjective = cascade.clause, cascade.np, cascade.previous
    if verb.kind != g.INFINITIVE or np is None or adjective is None or adjective.kind != g.ADJECTIVE:
        return False
    if clause.verb is None or adjective is clause.adjective or np.pronoun or np.time:
        return False
    placed = np in clause.objects or any(np is phrase for _, phrase in clause.arguments)
    close = np.chunk.last == adjective.first and adjective.last == verb.first
    if not placed or not close or kind(cascade.word(adjective), "adjective:to") is None:
        return False
    inner = cascade.push(kinds.NONFINITE, verb.first)
    inner.subject, inner.silent, np.modifier = np, True, inner
    np.last = min(np.last, adjective.first)  # too long a one goes without both
    return cascade.start(inner, verb, "claims.subject-control")


def try_and(cascade: Cascade, verb: Chunk) -> bool:
    """A bare form behind *try and*, which means *try to*: `He may try and hide it`, one claim."""
    clause, joint = cascade.clause, cascade.conjunction
    if clause.verb is None or joint is None or verb.kind != g.BARE or cascade.lemma(clause.verb) != "try":
        return False
    if clause.verb.last != joint.first or joint.last != verb.first or clause.verb.shape[-1] != "b":
        return False
    clause.governors.append(clause.verb)
    clause.verb, clause.rule = verb, clause.rule or "claims.control-infinitive"
    return True


def had(cascade: Cascade, verb: Chunk) -> bool:
    """An infinitive that belongs to what somebody has, not to *has*: `the opportunity that she has to speak to them`.

    It lacks no object: not `the duty that he has to do`.
    """
    clause, following, noun = cascade.clause, cascade.following(), cascade.clause.antecedent
    if clause.verb is None or noun is None or cascade.previous is not clause.verb or clause.gap not in ("open", "zero"):
        return False
    if clause.verb.shape != "H" or verb.kind != g.INFINITIVE or passive(verb) or clause.subject is None:
        return False
    own = following is not None and following.kind in g.NOUNS
    may = kind(cascade.lemma(noun.chunk), "noun:to") in ("obliging", "permitting")
    if not may or (not own and verb_frame(cascade.lemma(verb)).object >= 50):
        return False
    inner = cascade.push(kinds.NONFINITE, verb.first)
    inner.antecedent, inner.shares = noun, clause
    clause.content.append(("to-inf", inner))
    return cascade.start(inner, verb, "claims.noun-infinitive")


RULES: Final[tuple[Handler, ...]] = (equated, deed, left_out, qualified, had, bidding, try_and)


def no_doer(cascade: Cascade, clause: Clause, np: Phrase) -> bool:
    """Tell whether the noun behind *for* is none that could do what the infinitive says: `asked for help to mend it`.

    Nor is a thing behind a verb that takes the infinitive itself: `vowed in a campaign for the election to cut taxes`.
    """
    verb, following = clause.verb, cascade.following()
    if verb is not None and cascade.lemma(verb) in word_class("playing") and animate(cascade, np) != 0:
        return True  # "scored twice for Lowton to seal the win"
    if verb is not None and cascade.lemma(verb) in ("depart", "head", "leave", "sail") and not clause.objects:
        return True  # "left for Lowton to meet her"
    if verb is None or cascade.tokens[np.head].tag != "NN" or animate(cascade, np):
        return False
    lemma = cascade.lemma(verb)
    if verb_frame(lemma).infinitive >= _VOWS and any(phrase is not np for _, phrase in clause.arguments):
        return True
    asks = np.chunk.shape == "n" and lemma in word_class("asking")
    return asks and following is not None and following.kind in g.NOUNS


def doer(cascade: Cascade, clause: Clause, np: Phrase, verb: Chunk) -> Phrase | None:
    """Return whom *for* names before an infinitive, whatever hangs on them: `hard for firms with debts to sell`.

    Where something does, an adjective, a noun or a verb before *for* must ask for somebody, or anything, to act.
    """
    if np.preposition == "for" or np.time or np.chunk is not cascade.previous:
        return None if np.time or np.preposition != "for" else np
    phrase = np
    for _ in range(4):
        phrase = first_listed(phrase)
        before = next((one for _, one in clause.arguments if one.last == phrase.start), None)
        host = phrase.host if phrase.link == "prep" and phrase.host is not None else before
        if phrase.preposition == "for" or host is None:
            break
        phrase = host
    if phrase.preposition != "for" or phrase.time or np.preposition in ("after", "before", "during"):
        return None
    token, alive = cascade.tokens[phrase.start - 1], animate(cascade, phrase) > 0
    hard = clause.adjective is not None and clause.adjective.last == phrase.start
    noun = token.tag in ("NN", "NNS") and (takes_infinitive(token.lemma) or noun_frame(token.lemma).infinitive >= 4)
    asked = hard or noun or token.lemma in word_class("hoping-for")
    if not (asked or alive) if phrase is first_listed(np) else not (asked and (alive or hard or passive(verb))):
        return None  # "called for talks with the rebels to end it"
    clause.arguments = [pair for pair in clause.arguments if pair[1] is phrase or pair[1].first < phrase.first]
    lengthen(phrase, np.last)
    return phrase


def still_to_come(cascade: Cascade, np: Phrase, verb: Chunk) -> bool:
    """Tell whether an infinitive says no more than that a time is ahead: `for years to come`, `with 3:08 to play`."""
    behind = cascade.following()
    if verb.kind != g.INFINITIVE:
        return False
    if cascade.word(verb) in ("go", "play", "spare"):
        counted = np.time or "c" in np.chunk.shape
        return np.preposition == "with" and counted and (behind is None or behind.kind not in g.NOUNS)
    ends = behind is not None and behind.kind in (g.STOP, g.COMMA)
    plain = verb.shape == "tb" and cascade.word(verb) == "come"  # not "to come up with a number"
    return plain and (np.time or (ends and np.preposition == "of"))
