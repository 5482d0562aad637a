"""Rules for finite verb chunks: who is the subject of *said*, *was arrested*, *will go*; its clause is current then."""

from __future__ import annotations

from typing import Final

from newsclaims.rule import rule
from newsclaims.syntax import (
    biddings,
    bounded_times,
    coordinated_verbs,
    fronting,
    headlines,
    inserted_in_what,
    interrupted,
    inversion,
    reanalysis,
    reduced,
    speakers_at_last,
    told,
    verb_lists,
)
from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.agreement import agrees
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.antecedents import antecedent
from newsclaims.syntax.asked_subjects import asked_degree
from newsclaims.syntax.cascade import CLAUSAL, Cascade, Handler
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clausal_which import happened
from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.syntax.describing import past_or_participle
from newsclaims.syntax.participle_results import deed
from newsclaims.syntax.participle_subjects import accused
from newsclaims.syntax.reanalysis import opens_clause
from newsclaims.syntax.relative_objects import done_to
from newsclaims.syntax.subject_appositions import behind_place, closed_list, region, somebody, title_before_name
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import verb_frame

_LONGEST_INSERTION: Final = 10  # chunks between a verb of saying inside what is said and the comma behind it


def subject_relative(cascade: Cascade, verb: Chunk) -> bool:
    """A verb behind its relative pronoun: the antecedent is the subject, `a chunk which treats patients`."""
    clause = cascade.clause
    if (
        clause.verb is not None
        or clause.subject is not None
        or clause.antecedent is None
        or clause.gap not in ("open", "wh")
    ):
        return False
    clause.subject = antecedent(cascade, clause.antecedent, clause.word, clause.restrictive, verb)
    outer = clause.parent
    persons = cascade.tokens[clause.subject.head].tag in ("NN", "NNS") and animate(cascade, clause.subject) > 2
    told = (
        (persons or (clause.subject.time and cascade.lemma(verb) != "be"))
        and clause.word == "which"
        and not clause.restrictive
    ) and cascade.lemma(clause.subject.chunk) not in word_class("makers")
    told = told and cascade.lemma(verb) not in word_class("running")  # "the year, which begins in May"
    whole = happened(cascade, clause, verb)
    outer, told = (whole, True) if whole is not None else (outer, told)
    if told and outer is not None and outer.verb is not None and outer.subject is not None:
        clause.subject = deed(cascade, outer, cascade.chunks[cascade.at - 1])  # "He left in May, which hurt her"
    clause.gap = "subject"
    return cascade.start(clause, verb, "claims.subject-relative")


rule("claims.subject-relative")(subject_relative)


def inserted(cascade: Cascade, verb: Chunk) -> bool:
    """A verb of saying between commas, inside what is said: `The plan, he said, will fail`."""
    outer = cascade.clause
    if outer.verb is not None and cascade.np is not None and cascade.np.link == "comma":
        outer = cascade.awaiting() or outer  # "A plan approved in May, he said, will fail"
    if outer.verb is not None or outer.subject is None or outer.gap == "quoted":
        return False
    np, following = cascade.np, cascade.following()
    seems = np is not None and cascade.word(np.chunk) == "it" and cascade.lemma(verb) in ("appear", "seem")
    if verb_frame(cascade.lemma(verb)).that < CLAUSAL and not seems:
        return False
    while np is not None and np.link == "prep" and np.host is not None and np.host.link == "comma":
        np = np.host  # "The pill, doctors at the clinic say, saved her"
    before = np is not None and np is not outer.subject and np.link == "comma" and _closed(cascade)
    plain = verb.shape[0] not in "Hm"  # nobody writes "The plan, have said officials, will fail"
    after = plain and cascade.comma and following is not None and following.kind in g.NOUNS and _comma_after(cascade)
    after = after and not (np is not None and np.link == "comma" and _person_beside(cascade, outer.subject, np))
    after = after and verb_frame(cascade.lemma(verb)).that >= 40  # but "Reed, in turn, cites her voters as the reason"
    if (not before and not after) or (before and _noun_after_comma(cascade)):
        return False
    cascade.clause = outer
    clause = cascade.push(kinds.MAIN, verb.first)
    clause.content.append(("reported", outer))
    if before and np is not None:
        clause.subject = np
        np.host, np.link = None, ""
        return cascade.start(clause, verb, "claims.inserted-attribution")
    clause.question = True
    return cascade.start(clause, verb, "claims.inverted-subject")


rule("claims.inserted-attribution")(inserted)


def _person_beside(cascade: Cascade, subject: Phrase, np: Phrase) -> bool:
    """Tell whether a subject is somebody whom an apposition tells of: `Ann Reed, an official, said Acme, which`."""
    return np.host is subject and (animate(cascade, np) > 1 or animate(cascade, subject) > 1)


def _closed(cascade: Cascade) -> bool:
    """Tell whether a comma follows the verb, or when, where and to whom it was said: `he said Monday,`.

    Words other than times stand between where the clause before the comma still waits for its verb, and somebody
    speaks: `The tax, Smith told reporters in Lowton, will fall`; no `The deal, a plan announced in May, failed`.
    """
    chunks, first = cascade.chunks, cascade.at + 1
    tells = cascade.lemma(chunks[cascade.at]) in words("words", "telling_verbs")
    longer = False
    for at in range(first, min(len(chunks), first + _LONGEST_INSERTION)):
        chunk, before = chunks[at], chunks[at - 1]
        if chunk.kind == g.COMMA:
            waits = at + 1 < len(chunks) and chunks[at + 1].kind == g.FINITE
            return not longer or (waits and cascade.np is not None and animate(cascade, cascade.np) > 0)
        time = chunk.kind == g.NOUN and chunk.shape[-1] in "TZ"
        told = at == first and tells
        if chunk.kind in g.NOUNS and (told or before.kind == g.PREPOSITION):
            longer = True
        elif (chunk.kind not in (g.ADVERB, g.PREPOSITION) and not time) or (told and not time):
            return False  # "The man, a driver told of the crash, fled"
        longer = longer or at > first + 1
    return False


def _noun_after_comma(cascade: Cascade) -> bool:
    """Tell whether what is said begins behind the comma: `Smith, the coach, said, "We lost"`."""
    rest = cascade.chunks[cascade.at + 1 : cascade.at + 2 + _LONGEST_INSERTION]
    comma = next((at for at, chunk in enumerate(rest) if chunk.kind == g.COMMA), len(rest))
    return comma + 1 < len(rest) and rest[comma + 1].kind in g.NOUNS | {g.THAT, g.OPENING}


def _comma_after(cascade: Cascade) -> bool:
    """Tell whether the noun phrase that follows is itself followed by a comma, and a finite verb comes later."""
    for at, chunk in enumerate(cascade.chunks[cascade.at + 2 : cascade.at + 7], cascade.at + 3):
        if chunk.kind == g.COMMA:  # but "Lowton, with no win so far, conceded six goals, the most this year"
            says = verb_frame(cascade.lemma(cascade.chunks[cascade.at])).that >= 85
            return says or any(later.kind == g.FINITE for later in cascade.chunks[at : at + 20])
        if chunk.kind not in (g.NOUN, g.PREPOSITION):
            return False
    return False


def object_relative(cascade: Cascade, verb: Chunk) -> bool:
    """A relative clause with a subject of its own: the antecedent is its object, `the bill that the senate passed`.

    The pronoun may be missing (`the clock he made`).
    """
    clause = cascade.clause
    if clause.gap not in ("open", "zero") or not own_subject(cascade, verb, "claims.object-relative"):
        return False
    if clause.verb is verb and clause.gap == "open" and clause.antecedent is not None:
        clause.antecedent = done_to(cascade, clause, clause.antecedent, verb)
    told = clause.word == "which" and not clause.restrictive and cascade.lemma(verb) == "deny"
    if told and clause.antecedent is not None and animate(cascade, clause.antecedent) > 1:
        clause.gap = "said"  # "They say he shot two people dead, which he denies": all that
    return True


rule("claims.object-relative")(object_relative)


def relative_clause(cascade: Cascade, verb: Chunk) -> bool:
    """A relative clause whose pronoun is possessive or behind a preposition: `whose boat sank`, `in which he lived`."""
    clause = cascade.clause
    return clause.gap in ("prep", "whose") and own_subject(cascade, verb, "claims.relative-clause")


rule("claims.relative-clause")(relative_clause)


def own_subject(cascade: Cascade, verb: Chunk, rule_id: str = "") -> bool:
    """A verb behind its subject in the same clause; how the claim is called is decided by its frame."""
    clause, np = cascade.clause, cascade.np
    if clause.verb is not None or not clause.awaiting:
        return False
    if np is not None and opens_clause(cascade, np) and (np.preposition != "as" or agrees(cascade, np, verb)):
        return False
    if clause.subject is not None and reduced.reduced(cascade, verb):
        return reduced.start(cascade, verb)
    if cascade.comma and clause.subject is not None and _set_off(cascade, clause, verb):
        inner = cascade.push(kinds.NONFINITE, verb.first)
        inner.subject = accused(cascade, verb, clause.subject, np) if np is not None else clause.subject
        cascade.start(inner, verb, "claims.adverbial-participle")
        inner.passive = True
        following = cascade.following()
        if following is not None and following.kind in g.NOUNS and not {"T", "Z"} & set(following.shape):
            inner.content.append(("that", cascade.push(kinds.THAT, following.first)))  # ", worried the firm had lied,"
        return True
    np = behind_place(clause.subject, np)
    aged = np is not None and np.chunk.shape == "c"  # "Ann Reed, 24, and Ben Holt, 22, were"
    if np is not None and np.link == "comma" and np.host is not None and clause.subject is np.host and not aged:
        apposition = cascade.comma or cascade.conjunction is not None or somebody(cascade, clause.subject, np, verb)
        if (not apposition and not region(cascade, clause.subject, np)) or closed_list(np.host):
            if headlines.joined(cascade, clause.subject, np, verb):
                np.first = clause.subject.first  # "US, China agree on climate"
            elif clause.subject.preposition is None and title_before_name(cascade, clause.subject, np):
                np.first = clause.subject.first  # "Qatar's emir, Sheikh Hamad launched an effort"
            clause.subject = np
    cascade.start(clause, verb, rule_id)
    clause.adjective = clause.adjective or asked_degree(cascade, verb)
    of = any(chunk.shape == "f" for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 2])
    of = of and rule_id != "claims.object-relative"  # "clubs which it accused of selling drugs"
    if verb.shape == "v" and of and cascade.lemma(verb) in words("words", "judging_verbs"):
        clause.passive = True  # "Holt, a man convicted of theft": he convicts nobody
    return True


def _set_off(cascade: Cascade, clause: Clause, verb: Chunk) -> bool:
    """Tell whether a past tense right behind subject and comma is a participle: `The museum, closed since May, ...`.

    Another finite verb must follow behind the next comma, and its object must be missing.
    """
    subject, np = clause.subject, cascade.np
    if verb.shape not in ("v", "vR") or np is None or np.chunk is not cascade.chunks[cascade.at - 2]:
        return False
    if (np is not subject or np.link == "comma") and np.link != "prep":
        return False  # "Reed, the deputy mayor, estimated"
    head = cascade.tokens[verb.head]
    moved = head.lower in word_class("moved")  # "The minister, convinced the bank had lied, resigned"
    if head.tag != "VBD" or not past_or_participle(head.lower) or (verb_frame(head.lemma).object < 20 and not moved):
        return False
    following = cascade.following()
    if following is None or (following.kind == g.THAT and not moved):
        return False
    if verb_frame(head.lemma).that >= 40 and not moved and told.says_when(cascade):
        return False  # "Acme, a maker of pumps, announced in May it would move"
    dated = following.shape[-1] in "TZ" or following.shape[0] == "T"  # "ignited Nov. 8"
    if following.kind in g.NOUNS and not dated and not moved:
        return False
    rest = cascade.chunks[cascade.at + 1 : cascade.at + 20]
    comma = next((at for at, chunk in enumerate(rest) if chunk.kind == g.COMMA), len(rest))
    if len(rest) > comma + 2 and rest[comma + 1].shape == "c" and rest[comma + 2].kind == g.COMMA:
        comma += 2  # "The plaque, shown on May 2, 1923, honours"
    behind = [chunk.kind for chunk in rest[comma + 1 : comma + 3]]
    return g.FINITE in behind and g.NOUN not in behind[:1]


def remains(cascade: Cascade, verb: Chunk) -> bool:
    """A participle that looks like its past tense, right behind a linking verb: `remained cut off`, `stayed shut`."""
    clause, word = cascade.clause, cascade.tokens[verb.head]
    if clause.verb is None or cascade.previous is not clause.verb or verb.shape not in ("v", "vR", "b", "bR"):
        return False
    if clause.verb.last != verb.first or clause.objects or not past_or_participle(word.lower):
        return False
    least = 20 if clause.opener == kinds.MAIN else 40  # "those who stayed closed it": a verb of theirs may follow
    if cascade.lemma(clause.verb) not in word_class("remaining") or verb_frame(word.lemma).object < least:
        return False
    clause.adjective = verb
    return True


RULES: Final[tuple[Handler, ...]] = (
    remains,
    inversion.split_verb,
    interrupted.interrupted,
    bounded_times.bounded,
    reduced.absolute,
    told.through_saying,
    fronting.participial,
    inversion.echoed,
    inversion.conditional,
    inversion.question,
    inversion.nor,
    subject_relative,
    inserted_in_what.inserted_in_what,
    inserted,
    object_relative,
    relative_clause,
    headlines.passive,
    own_subject,
    speakers_at_last.behind_verb,
    *reanalysis.RULES[:5],
    biddings.bidding,
    coordinated_verbs.coordinated,
    coordinated_verbs.after_insertion,
    *reanalysis.RULES[5:],
    inversion.inverted,
    speakers_at_last.before_insertion,
    verb_lists.verb_list,
)


def read(cascade: Cascade, verb: Chunk) -> bool:
    """Read a chunk as a finite verb by the first rule that fits, whatever its tag says; return whether one did."""
    return any(apply(cascade, verb) for apply in RULES)
