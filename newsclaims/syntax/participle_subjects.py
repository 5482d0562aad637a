"""Who does what a participle behind a comma says: the clause's subject, a speaker, or an object."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.agreement import plural
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import CLAUSAL, Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NOMINATIVE, Clause, Phrase
from newsclaims.syntax.named_things import dubbed
from newsclaims.syntax.noun_infinitives import noun_infinitive, takes_infinitive
from newsclaims.syntax.phrase_chains import carrier, chain
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.complements import effect
from newsclaims.words.frames import verb_frame
from newsclaims.words.preferences import affected, personal


def of_subject(cascade: Cascade, outer: Clause, np: Phrase) -> bool:
    """Tell whether a participle behind a comma is about the clause's subject and not about a place or thing before it.

    `was in Leeds, wanted by the police`, `was held in May, charged with theft`.
    """
    here = cascade.chunks[cascade.at : cascade.at + 2]
    if np.time and [cascade.word(chunk) for chunk in here] == ["known", "as"]:
        return False  # "skip the last week, known as Rest Week"
    timed = np.time and outer.finite and outer.surface() is not None
    whole = bool(outer.objects) or all(phrase.time for _, phrase in outer.arguments)
    if timed and whole and cascade.lemma(here[0]) == "follow":
        return True  # "A quake struck the town on Monday, followed by another"
    if timed and not np.chunk.shape.endswith("T") and np.preposition in word_class("lasting-in"):
        return True  # "had cut jobs over the past year, worried by costs"
    first = carrier(cascade, np) if timed and not outer.objects else None
    if first is not None and (first.time or not first.chunk.shape.strip("c$")):
        return True  # "spiked on Friday, buoyed by a weaker dollar", "closed up at 6,661 on Friday, led by miners"
    if timed and len(outer.objects) == 1 and _sum_or_share(cascade, outer.objects[0].chunk):
        return True  # "fell 3% in May, hit by rising costs"
    if outer.copular:
        is_ = outer.surface()
        if np in outer.objects and is_ is not None and not is_.pronoun and not outer.there and np.link != "and":
            return True  # "The last quarter is the strongest, fueled by sales"
        counted = not np.chunk.shape.strip("c")  # "was out for 22, caught by Reed"
        return counted or np.preposition in word_class("where")
    changed = outer.verb is not None and cascade.lemma(outer.verb) in word_class("changing")
    if changed and outer.finite and np in outer.objects and {"$", "c"} & set(np.chunk.shape):
        return True  # "rose 3 percent, led by banks"
    if outer.finite and not outer.passive and not np.chunk.shape.strip("c$") and outer.surface() is not None:
        return any(phrase is np for _, phrase in outer.arguments)  # "closed at 7,210, led by miners"
    surface = outer.surface() if outer.passive and outer.finite else None
    if outer.passive and np.preposition in word_class("where") and cascade.lemma(np.chunk) in word_class("sides"):
        return True  # "The motor is mounted at the rear, powered by a battery"
    argument = np.preposition != "by" and any(phrase is np for _, phrase in outer.arguments)
    apart = argument and (np.time or animate(cascade, np) == 0)
    return surface is not None and apart and animate(cascade, surface) > 1


def goes_on(before: Clause, nearest: Phrase) -> bool:
    """Tell whether a participle goes on with one before it: `nurses, trained in Lowton, armed with new skills`."""
    described = before.rule == "claims.adverbial-participle" and before.passive and before.subject is not None
    return described and any(phrase is nearest for role, phrase in before.arguments if role in word_class("where"))


def _share(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether a phrase says how many, not who: `won 41 percent of the vote, followed by Holt`."""
    counted = bool(set(phrase.chunk.shape) & set("$c")) and not animate(cascade, phrase)
    return counted or cascade.word(phrase.chunk) in ("share", "vote", "votes")


def _sum_or_share(cascade: Cascade, chunk: Chunk) -> bool:
    return "$" in chunk.shape or cascade.word(chunk) in ("%", "percent", "cent", "points")


def charged(cascade: Cascade, verb: Chunk) -> str:
    """Return the preposition of a charge that a list of deeds goes on with: `charged with theft, driving drunk and`."""
    clause, np = cascade.clause, cascade.np
    if verb.kind != g.ING or clause.verb is None or np is None or not clause.arguments:
        return ""
    lemma = cascade.lemma(clause.verb)
    if lemma not in words("words", "judging_verbs") and lemma not in words("claims", "of_verbs"):
        return ""
    role, charge = clause.arguments[-1]
    close = charge.last + 1 == verb.first and role in ("for", "of", "with") and not charge.time
    if not close or animate(cascade, charge) > 0:
        return ""
    if cascade.conjunction is not None:
        return role if clause.passive and not cascade.comma_before_conjunction() else ""  # "cleared of theft and lying"
    return role if cascade.comma and ends_list(cascade) else ""


def items_of_subject(cascade: Cascade, outer: Clause, verb: Chunk) -> bool:
    """Tell whether -ing forms behind a comma are more of a subject: `Years of writing, marching and signing have`.

    The last one stands behind *and*, and no comma before the verb.
    """
    if verb.kind != g.ING or not cascade.comma or not outer.awaiting or not ends_list(cascade):
        return False
    last = cascade.chunks[cascade.at - 2] if cascade.at > 1 else None
    gerund = outer.subject is not None and any(
        token.lower.endswith("ing") and token.tag in ("NN", "VBG")
        for token in cascade.tokens[outer.subject.first : outer.subject.last]
    )
    kinds_ahead = [chunk.kind for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 24]]
    ends = next((kind for kind in kinds_ahead if kind in (g.FINITE, g.COMMA, g.STOP, g.DASH)), g.STOP)
    return last is not None and gerund and ends == g.FINITE


def ends_list(cascade: Cascade) -> bool:
    """Tell whether *and* or *or* with another -ing form follows, and no finite verb or semicolon before it."""
    for joint, behind in pairwise(cascade.chunks[cascade.at + 1 : cascade.at + 24]):
        if joint.kind in (g.FINITE, g.STOP, g.DASH, g.THAT, g.SUBORDINATOR):
            return False
        if joint.kind == g.CONJUNCTION and behind.kind == g.ING:
            return True
    return False


def is_subject(cascade: Cascade, host: Clause) -> bool:
    """Tell whether an -ing form behind a fronted clause is what the main clause is about: its verb comes next."""
    front = cascade.fronted() if host.opener == kinds.SUB and host.verb is not None else None
    rest = [chunk.kind for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 14]]
    ends = next((at for at, kind in enumerate(rest) if kind in (g.COMMA, g.STOP, g.DASH)), len(rest))
    return front is not None and front is not host and g.FINITE in rest[:ends]


def opens_clause(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether an -ing form behind *and* or *but* is what a new clause is about: `..., and fixing it cost a lot`.

    A finite verb follows that has no subject of its own: before it stands nothing, the -ing form's one object, or what
    a preposition governs; and it is no plural.
    """
    conjunction, clause = cascade.conjunction, cascade.clause
    if conjunction is None or verb.kind != g.ING or verb.shape[0] != "g" or cascade.preposition is not None:
        return False
    if clause.verb is None or cascade.previous is not conjunction or not cascade.comma_before_conjunction():
        return False
    if verb_frame(cascade.lemma(verb)).that >= CLAUSAL:
        return False
    before, bare = verb, 0
    for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 12]:
        if chunk.kind == g.FINITE:
            one = bare == 0 or (bare == 1 and verb_frame(cascade.lemma(verb)).object >= 40)
            return one and plural(cascade, chunk) is not True
        if chunk.kind in g.NOUNS and before.kind != g.PREPOSITION:
            bare += 1
            if cascade.word(chunk) in NOMINATIVE or chunk.kind == g.THERE:
                return False
        elif chunk.kind not in (g.ADJECTIVE, g.ADVERB, g.PREPOSITION, g.NOUN, g.PRONOUN):
            return False
        before = chunk
    return False


def fronted(cascade: Cascade, outer: Clause, verb: Chunk) -> Phrase | None:
    """Return the thing that opens the sentence behind *under*, *despite* ... right before a participle, else None.

    Behind other prepositions too where the verb says how a thing comes about: `In a poll, held in May, Reed led`; but
    `On the hill, watched by guards, Reed waited`.
    """
    np = cascade.np
    if np is None or np.time or not outer.arguments or cascade.chunks[cascade.at - 2] is not np.chunk:
        return None
    first = outer.arguments[-1][1]
    if first is not np and first not in chain(cascade, np):
        return None
    if first is np and np.preposition in word_class("circumstances") and not animate(cascade, np):
        return np
    if first is np and np.preposition == "according to" and animate(cascade, np) < 3:
        return np  # "According to the study, published in May, she is right"
    thing = first.chunk.shape[0] in "dp" and not first.time and not animate(cascade, first)
    text = cascade.lemma(first.chunk) in word_class("texts")  # "In her statement, reported by the Gazette, she"
    return first if thing and (text or cascade.lemma(verb) in word_class("arranging") | word_class("issuing")) else None


def accused(cascade: Cascade, verb: Chunk, found: Phrase, nearest: Phrase) -> Phrase:
    """Return whom a judging verb tells of rather than a thing that is his: `the trial of Reed, accused of theft`."""
    judged = cascade.lemma(verb) in words("words", "judging_verbs") and nearest.preposition == "of"
    named = cascade.tokens[nearest.head].tag == "NNP" or animate(cascade, nearest) > 1
    return nearest if judged and named and animate(cascade, found) == 0 else found


def affects(cascade: Cascade, outer: Clause, verb: Chunk, nearest: Phrase) -> Phrase | None:
    """Return whom or what a past participle behind a comma tells of, None for the clause's subject.

    Of a verb that mostly persons suffer it is a person: `gave bail to Holt, represented by Reed`, `Reed held a speech,
    flanked by two aides`.
    """
    found = accused(cascade, verb, carrier(cascade, nearest), nearest)
    lemma, own = cascade.lemma(verb), outer.surface()
    found = dubbed(cascade, outer, verb, nearest) or found
    shared = lemma == "follow" and any(_share(cascade, phrase) for phrase in chain(cascade, nearest))
    if shared and not any("c" in chunk.shape for chunk in cascade.chunks[cascade.at + 2 : cascade.at + 3]):
        return next((phrase for phrase in outer.objects if animate(cascade, phrase) > 1), None)
    share = affected(lemma)
    if animate(cascade, found) or share is None or share < _OFTEN:
        persons = lemma in word_class("attending")
    else:
        near = next((phrase for phrase in chain(cascade, nearest) if animate(cascade, phrase) > 1), None)
        if near is not None:
            return near
        persons = share >= _MOSTLY and verb_frame(lemma).predicative < 8
    persons = persons and not animate(cascade, found) and own is not None and animate(cascade, own) > 1
    return None if persons else found


_OFTEN: Final = 40
_MOSTLY: Final = 80
"""Per cent of a verb's objects that are persons: a person close by is meant rather than a thing, or the subject is."""


def acts_too(cascade: Cascade, inner: Clause, outer: Clause, role: str) -> bool:
    """Tell whether the clause's subject does what an -ing form names: `resorted to`, `won praise for`, `plan for`.

    A verb or noun before the preposition says so.
    """
    before, np = cascade.chunks[cascade.at - 2] if cascade.at > 1 else None, cascade.np
    if before is None or outer.there or inner.shares is None or (outer.verb is not None and "o" in outer.verb.shape):
        return False
    if before is outer.verb:
        return f"{cascade.lemma(before)} {role}" in word_class("gerund-control")
    if before is outer.adjective:  # "is guilty of stealing it"
        return not outer.objects and f"{cascade.word(before)} {role}" in word_class("gerund-adjectives")
    if np is None or np.chunk is not before or (outer.verb is not None and outer.passive):
        return False
    noun = cascade.lemma(before)
    if role == "for" and noun in word_class("honours"):
        return np in outer.objects
    if noun in word_class("proceedings") and outer.verb is not None:
        under = outer.copular and np.preposition in ("on", "under")  # "is on trial for killing them"
        return under or (np in outer.objects and cascade.lemma(outer.verb) in word_class("undergoing"))
    return role in ("of", "for") and takes_infinitive(noun) and noun_infinitive(cascade, inner, outer, np)


def means_only(cascade: Cascade, outer: Clause, role: str) -> bool:
    """Tell whether *by* or *in* and an -ing form say how something is done, not what the subject does.

    `The work will be judged by counting errors`, `One way is by tackling waste`, `The trick is in learning it`.
    """
    if role == "by" and outer.passive:
        return True
    surface = outer.surface()
    if role not in ("by", "in") or surface is None or surface.pronoun or animate(cascade, surface) > 0:
        return False
    return outer.verb is None or outer.copular


def names_act(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether *of* and an -ing form belong to the noun before: `the risk of losing`, not `accused of it`."""
    np, opener = cascade.np, cascade.preposition
    if np is None or opener is None or np.last != opener[1].first or np.chunk.kind != g.NOUN or np.modifier is not None:
        return False
    if clause.verb is None or np.chunk.shape[-1] == "T" or cascade.tokens[np.head].tag not in ("NN", "NNS"):
        return False
    told = cascade.lemma(clause.verb) in words("claims", "of_verbs") and (np in clause.objects or clause.passive)
    return not told and not animate(cascade, np)


def of_claim(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether *of* belongs to a noun that is no object: `praised her in defence against claims of being unfit`."""
    np = cascade.np
    if np is None or np in clause.objects or np.chunk is not cascade.chunks[cascade.at - 2]:
        return False
    judged = clause.verb is not None and cascade.lemma(clause.verb) in words("words", "judging_verbs")
    if judged or all(token.text != "," for token in cascade.tokens[clause.objects[0].last : np.first]):
        return False  # "warned her fans of the danger of falling", "charged Reed, a baker, with counts of stealing"
    return effect(cascade.lemma(np.chunk), "noun:of") is not None


def somebody_acts(cascade: Cascade, clause: Clause, verb: Chunk) -> bool:
    """Tell whether somebody acts in the clause, a thing in the one around it: `It came after Lima cut ties, ...`."""
    own, outer = clause.surface(), clause.parent.surface() if clause.parent is not None else None
    if own is None or outer is None or personal(cascade.lemma(verb)) < 75:
        return False
    return animate(cascade, own) > 0 and animate(cascade, outer) == 0


def also_accused(cascade: Cascade, host: Clause, verb: Chunk) -> bool:
    """Tell whether a clause behind *of* tells what the object of a verb of judging is said to do, and a participle too.

    Who accuses goes on speaking: `accused them of hiding it, saying that the town had a right to it`.
    """
    outer, lemma = host.parent, cascade.lemma(verb)
    if verb_frame(lemma).that >= 40 and lemma not in word_class("knowing"):
        return False
    if host.opener != kinds.GERUND or host.word not in ("for", "of") or host.subject is None or outer is None:
        return False
    judges = outer.verb is not None and cascade.lemma(outer.verb) in words("words", "judging_verbs")
    return judges and host.subject in outer.objects
