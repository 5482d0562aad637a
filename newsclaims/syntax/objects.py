"""Bare noun chunks behind a verb: object, second object, time, or the subject of what follows."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NOMINATIVE, Clause, Phrase, detach, lengthen, root
from newsclaims.syntax.describing import past_or_participle
from newsclaims.syntax.fronted_times import behind_front
from newsclaims.syntax.named_things import named_across
from newsclaims.syntax.splitting import verb_without_object
from newsclaims.syntax.times_behind import fixes, says_when, thought_of
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.preferences import verb_takes


def verb_follows(cascade: Cascade) -> bool:
    """Tell whether a finite verb follows before any comma or conjunction."""
    of = governed = False
    for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 6]:
        if chunk.kind == g.FINITE or (chunk.kind == g.PARTICIPLE and past_or_participle(cascade.word(chunk))):
            return True  # "the house his parents sold"
        if chunk.kind == g.PRONOUN and of:
            continue  # "none of us wanted"
        bare = chunk.kind == g.NOUN and (governed or chunk.shape[0] not in "dp")
        of, governed = chunk.shape == "f", chunk.kind == g.PREPOSITION
        if chunk.kind not in (g.ADVERB, g.PREPOSITION) and not bare:
            return False  # but "the law the party of the left has passed"
    return False


def after_verb(cascade: Cascade, clause: Clause, phrase: Phrase) -> None:
    """A bare noun chunk behind the verb: object, second object, time, or the subject of what follows."""
    objects = clause.objects
    assert clause.verb is not None
    if clause.question and clause.subject is None and clause.shares is None:
        clause.subject = phrase
    elif _among(cascade, phrase) or (behind_front(cascade) and verb_follows(cascade)):
        phrase.host, phrase.link = cascade.np, "next"  # "Thousands marched, among them Ann Reed"
    elif clause.passive and not objects and _governed(cascade, clause.verb, phrase):
        role = cascade.tokens[clause.verb.last].lower  # "was escorted off stage": a passive has no object
        clause.arguments.append((role, phrase))
    elif not objects and _off(cascade, clause.verb, phrase):
        clause.arguments.append(("off", phrase))  # "sank off the coast of Estrel"
    elif _shifted(cascade, clause, phrase):
        objects.append(phrase)
    elif phrase.time and not _next_subject(cascade, clause, phrase) and says_when(cascade, clause, phrase):
        np = cascade.np
        if np is not None and np.preposition == "of" and np.last == phrase.first and cascade.word(np.chunk) == "record":
            lengthen(np, phrase.last)  # "will be paid to holders of record Nov. 15"
            return
        if clause.adverbs and clause.adverbs[-1].last == phrase.first and fixes(cascade, clause.adverbs[-1]):
            phrase.first = clause.adverbs.pop().first  # "earlier this week"
        clause.arguments.append(("time", phrase))
        phrase.host, phrase.link = cascade.np, "time"
    elif _amounts(cascade, clause, phrase):
        np = cascade.np
        if np is not None and np.preposition == "with" and np.last == phrase.first:
            lengthen(np, phrase.last)  # "struggled with sales down 10 percent"
        else:
            clause.adverbs.append(phrase)
    elif _begins_clause(cascade, clause, phrase):
        when = thought_of(cascade, clause, phrase)
        inner = cascade.push(kinds.THAT, when[0][1].start if when else phrase.first)
        inner.subject, inner.rule, inner.arguments = phrase, "claims.zero-that", when
        clause.content.append(("that", inner))
    elif _moment(cascade, clause, phrase):
        inner = cascade.push(kinds.RELATIVE, phrase.first)
        inner.antecedent, inner.gap, inner.subject = cascade.np, "prep", phrase
    elif _is_object(cascade, clause, phrase):
        objects.append(phrase)
    else:
        np = cascade.np
        gapped = np is not None and np.link == "and" and cascade.previous is np.chunk and phrase.chunk.shape[0] in "dp"
        if np is not None and gapped and not verb_follows(cascade):
            detach(np)  # "Farmers lost their crops and fishermen their boats": the second clause has no verb
        phrase.host, phrase.link = cascade.np, "next"


def _among(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether a phrase names some of those that *among them* stands for right before it."""
    np = cascade.np
    return np is not None and np.preposition == "among" and np.pronoun and np.last == phrase.first


def _governed(cascade: Cascade, verb: Chunk, phrase: Phrase) -> bool:
    """Take the particle from a passive verb for the preposition of the phrase right behind it."""
    if verb.shape[-1] != "R" or phrase.first != verb.last or phrase.time:
        return False
    if verb_frame(cascade.lemma(verb)).two_objects >= 2 or "$" in phrase.chunk.shape or phrase.chunk.shape[0] == "c":
        return False
    _release(cascade, verb, phrase)
    return True


def _release(cascade: Cascade, verb: Chunk, phrase: Phrase) -> None:
    """Take the particle from a verb for the preposition of the phrase right behind it."""
    verb.last -= 1
    verb.shape = verb.shape[:-1]
    phrase.preposition, phrase.start = cascade.tokens[verb.last].lower, verb.last


def _off(cascade: Cascade, verb: Chunk, phrase: Phrase) -> bool:
    """Take *off* from a verb of movement to the place behind it: `sank off the coast`, but `cut off the island`."""
    if verb.shape[-1] != "R" or phrase.first != verb.last or cascade.tokens[verb.last - 1].lower != "off":
        return False
    if cascade.lemma(phrase.chunk) not in word_class("off-places") or verb_frame(cascade.lemma(verb)).object >= 40:
        return False
    _release(cascade, verb, phrase)
    return True


def by_how_much(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether an amount says how far something went up or down: `closed up 3 percent`."""
    first, second = cascade.tokens[phrase.first : phrase.first + 2] if phrase.last > phrase.first + 1 else (None, None)
    changed = phrase.chunk.shape[0] in "rw" and first is not None and first.lower in ("down", "up")
    return changed and second is not None and second.lower != "to"


def _amounts(cascade: Cascade, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether a phrase behind the verb says how much, so that it is no object."""
    if clause.copular:
        return False
    if not clause.objects and _closing(cascade, clause, phrase):
        return True
    return by_how_much(cascade, phrase) or (bool(clause.objects) and _degree(cascade, clause, phrase))


def _closing(cascade: Cascade, clause: Clause, phrase: Phrase) -> bool:
    """Take *up* or *down* from a verb of trading to the amount behind it: `closed | up 0.4 %`."""
    verb = clause.verb
    if verb is None or verb.shape[-1] != "R" or phrase.chunk.shape[0] not in "c$" or phrase.first != verb.last:
        return False
    if cascade.lemma(verb) not in word_class("closing") or cascade.tokens[verb.last - 1].lower not in ("down", "up"):
        return False
    verb.last -= 1
    verb.shape = verb.shape[:-1]
    phrase.first -= 1
    return True


def _degree(cascade: Cascade, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether a phrase behind an object says how much: `felt it a little bit`, `helped us a lot`."""
    most = phrase.chunk.shape == "k" and cascade.word(phrase.chunk) in ("least", "less", "more", "most")
    if most and clause.verb is not None and verb_frame(cascade.lemma(clause.verb)).two_objects < 5:
        return True  # "those who needed it most"
    some = cascade.tokens[phrase.first].lower in ("a", "an")  # "told analysts the deal would pay off"
    given = clause.verb is not None and verb_frame(cascade.lemma(clause.verb)).two_objects >= 2
    of = cascade.at + 1 < len(cascade.chunks) and cascade.word(cascade.chunks[cascade.at + 1]) == "of"
    return (
        some and cascade.word(phrase.chunk) in word_class("amounts-of") and not (given and of)
    )  # "gave us a lot of work"


def _next_subject(cascade: Cascade, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether a time right behind an object is what a clause is about: `gave the impression the day had come`."""
    np, behind = cascade.np, cascade.chunks[cascade.at + 1 : cascade.at + 2]
    beside = np is not None and np in clause.objects and np.last == phrase.first and phrase.chunk.shape[0] == "d"
    if not beside or not behind or behind[0].kind != g.FINITE or behind[0].shape[0] not in "mHBD":
        return False
    return cascade.awaiting() is None and np is not None and noun_frame(cascade.lemma(np.chunk)).that >= 2


def _shifted(cascade: Cascade, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether an object stands behind whom it is given to: `submitted to the Senate a printed copy of it`.

    Or behind a bare noun: `rejected on appeal the claims of the firm`.
    """
    np = cascade.np
    if clause.objects or clause.passive or clause.copular or clause.adjective is not None or phrase.time:
        return False
    given = np is not None and np.chunk is cascade.previous and np.last == phrase.first and np.preposition is not None
    if given and np is not None and np.preposition not in ("from", "to", "with"):
        given = np.chunk.shape == "n"  # "calculated in advance the number of victims"
    if not given or phrase.chunk.shape[0] not in "dp" or clause.verb is None or clause.gap == "open":
        return False
    return verb_frame(cascade.lemma(clause.verb)).object >= 60 and not verb_follows(cascade)


def _begins_clause(cascade: Cascade, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether *he* ... begins what is said, behind a time or who is told: `said in May he`, `told staff they`."""
    assert clause.verb is not None
    if cascade.word(phrase.chunk) not in NOMINATIVE or clause.content or clause.copular or clause.question:
        return False
    if cascade.previous is clause.verb or verb_frame(cascade.lemma(clause.verb)).that < 12:
        return False
    if _about(cascade, phrase):
        return False  # "told them about the trade they had chosen"
    told = cascade.lemma(clause.verb) in words("words", "telling_verbs") and bool(clause.objects)
    if told:
        told_to = clause.objects[0]
        return len(clause.objects) == 1 and (
            animate(cascade, told_to) > 0 or cascade.word(told_to.chunk) not in word_class("told")
        )
    return not clause.objects and cascade.np is not None and cascade.np.time


def _about(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether a pronoun stands right behind what somebody thinks or talks about, so that it begins no speech."""
    np = cascade.np
    return np is not None and np.preposition == "about" and np.chunk is cascade.previous and np.last == phrase.first


def _moment(cascade: Cascade, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether a clause tells which time stands right before it: `showing the moment a boy was rescued`.

    The time is the object of a verb like *show* or *remember*.
    """
    np = cascade.np
    if np is None or np.chunk is not cascade.previous or cascade.word(np.chunk) not in word_class("moments"):
        return False
    if np.chunk.shape[0] not in "dk" or not verb_follows(cascade) or cascade.comma:
        return False
    if cascade.tokens[np.chunk.first].lower in word_class("pointing-times") or behind_front(cascade):
        return False  # "said last week Reed had met her", "and in the past week staff have followed"
    timed = not clause.objects and clause.arguments and clause.arguments[-1][1] is np and clause.verb is not None
    lemma = cascade.lemma(clause.verb) if timed and clause.verb is not None else ""
    if lemma in word_class("recalling") or (lemma and verb_frame(lemma).that >= 40):
        clause.objects.append(clause.arguments.pop()[1])
    return True


def _is_object(cascade: Cascade, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether a bare noun chunk behind the verb is its object, or may be until the next verb comes."""
    assert clause.verb is not None
    objects = clause.objects
    np = cascade.np
    apposed = np is not None and np.link == "comma" and cascade.previous is np.chunk and not np.time
    if apposed and verb_follows(cascade):
        return False  # "told of the leak, a claim her office rejected"
    nominative = cascade.word(phrase.chunk) in NOMINATIVE and not clause.copular
    if not objects:
        behind = cascade.previous is not None and cascade.previous.kind != g.NOUN
        frame = verb_frame(cascade.lemma(clause.verb))
        if nominative and _about(cascade, phrase):
            return False  # "thought about the trade they had chosen"
        close = np is not None and np.preposition is not None and np.last == phrase.first and not np.time
        if close and verb_without_object(cascade):
            return False  # "wrote of the jobs the town has lost"
        if cascade.previous is clause.verb or (not clause.content and frame.that >= 40):
            return True  # also "said on Tuesday it would": the subject of the clause that follows
        if nominative:
            return False
        if cascade.np is not None and cascade.np.time and not clause.passive:
            return frame.object >= 50  # "rejected on Thursday a peace plan"
        if np is not None and f"{np.preposition} {cascade.word(np.chunk)}" in word_class("before-objects"):
            rest = [chunk.kind + chunk.shape for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 3]]
            done = rest == [g.PARTICIPLE + "e", g.PREPOSITION + "y"]  # "took into account the demand made by Holt"
            return frame.object >= 35 and not clause.passive and (done or not verb_follows(cascade))
        if cascade.np is not None and cascade.np.preposition == "as" and not clause.passive:
            return (
                frame.object >= 60 and verb_takes(cascade.lemma(clause.verb), "as") >= 12
            )  # "dismissed as idle a claim"
        return (not cascade.after_verb(clause) and not clause.content) or (behind and not clause.copular)
    if named_across(cascade, clause, phrase) and not verb_follows(cascade):
        return True  # "called the plan on Friday a mistake", "made the move to Lima a theme of his bid"
    if nominative or len(objects) > 1 or cascade.np is None or root(cascade.np) is not objects[0]:
        return False
    favor = cascade.lemma(clause.verb) == "do" and cascade.lemma(phrase.chunk) in word_class("favors")
    if favor and objects[0].last == phrase.first:
        clause.arguments.append(("to", objects.pop()))  # "did everyone a favor"
        return True
    deemed = objects[0].chunk.shape.strip("N") == "" and objects[0].last == phrase.first
    if deemed and cascade.lemma(clause.verb) == "find" and cascade.tokens[phrase.first].lower == "the":
        return not verb_follows(cascade)  # "found Reed the winner of the debate"
    paid = phrase.chunk.shape[0] == "c" and verb_frame(cascade.lemma(clause.verb)).two_objects == 1
    paid = paid and animate(cascade, objects[0]) > 0  # "bought his wife two cars"
    if (phrase.chunk.shape[0] == "$" or paid) and not clause.copular and cascade.previous is objects[0].chunk:
        return not verb_follows(cascade)  # "fined the bank $5 million"
    one = phrase.chunk.shape[0] == "p" and cascade.tokens[phrase.head].tag == "NN"  # "made Doha his home"
    made = (
        (one or phrase.chunk.shape[0] == "d")
        and cascade.lemma(clause.verb) == "make"
        and objects[0].last == phrase.first
    )
    if made and phrase.chunk.shape[-1] == "n" and not clause.passive:
        following = cascade.following()
        held = objects[0].pronoun and following is not None and following.kind == g.PARTICIPLE
        if held or not verb_follows(cascade):
            return True  # "made crime a theme of her bid", "making it the longest trial held here"
    return two_objects(cascade, clause)


def two_objects(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether the verb takes a second bare noun phrase, by its frame or because the first one is a pronoun."""
    assert clause.verb is not None
    if clause.copular and verb_follows(cascade):
        return False  # "the outcome none of us wanted"
    frame, behind = verb_frame(cascade.lemma(clause.verb)), cascade.following()
    described = frame.predicative >= 8 and behind is not None and behind.kind == g.PARTICIPLE and not clause.passive
    if frame.two_objects < 15 and not described and verb_follows(cascade):
        return False  # but "called the plan a hoax invented by Holt"
    own = frame.two_objects >= 1 and cascade.chunks[cascade.at].shape[0] == "p"  # "delivered the party its first win"
    return own or frame.two_objects >= 2 or frame.predicative >= 8 or clause.objects[0].pronoun
