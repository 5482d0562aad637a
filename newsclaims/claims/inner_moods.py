"""What the form of the verb in a complement says beside the word that governs it: a past tense, a subjunctive."""

from __future__ import annotations

from itertools import pairwise

from newsclaims.claims.vocabulary import word_class
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import QUOTES, Clause
from newsclaims.words.complements import Effect, effect
from newsclaims.words.sentence import Token


def past_in_present(clause: Clause, parent: Clause, tokens: list[Token]) -> bool:
    """Tell whether a past tense hangs on a present one, so that it is no plan: `I hope it was worth it`."""
    inner, outer = clause.verb, parent.verb
    if inner is None or outer is None or clause.governors:
        return False
    return tokens[inner.first].tag == "VBD" and tokens[outer.first].tag in ("VBP", "VBZ")


def subjunctive(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether a verb has its base form with a subject in the singular."""
    verb, subject = clause.governors[0] if clause.governors else clause.verb, clause.surface()
    if verb is None or subject is None or tokens[verb.first].tag not in ("VB", "VBP"):
        return False
    if verb.head != verb.first and tokens[verb.first].lower != "be":
        return False  # "have absorbed"
    head = tokens[subject.head]
    alone = subject.last == subject.chunk.last
    return (
        tokens[verb.first].lower == "be" or head.lower in ("he", "she", "it") or (alone and head.tag in ("NN", "NNP"))
    )


def due(clause: Clause, parent: Clause, tokens: list[Token]) -> bool:
    """Tell whether a past tense says what should be done by now: `It is time they sold it`; not `the last time`."""
    subject, verb = parent.subject, clause.verb
    if subject is None or verb is None or not parent.copular or tokens[subject.head].lower not in ("it", "'s"):
        return False
    at = clause.subject.first - 1 if clause.subject is not None else 0
    bare = tokens[at].lower == "time" and tokens[at - 1].lower in ("'s", "about", "high", "is", "was", "’s")
    past = tokens[verb.first].tag in ("VBD", "VBN") and verb.first == verb.head and not clause.passive
    return bare and clause.word != "that" and past


def fronted_for(clause: Clause, parent: Clause, tokens: list[Token]) -> bool:
    """Tell whether what is wanted stands before what it takes: `For the firm to survive, sales must rise`."""
    subject, verb, outer = clause.subject, clause.verb, parent.verb
    if subject is None or verb is None or outer is None or verb.first > outer.first or subject.first < 1:
        return False
    opens = subject.first == 1 or tokens[subject.first - 2].tag in (",", "CC", "``")
    opens = opens or (subject.first < 4 and tokens[subject.first - 2].lower == "order")
    begins = parent.subject is not None and parent.subject.first > verb.first
    return opens and begins and tokens[subject.first - 1].lower == "for"


def tells_on(clause: Clause, before: Clause, tokens: list[Token]) -> bool:
    """Tell whether a clause in the past goes on with the story: `suggested she try it, and she took it`."""
    verb, other = clause.verb, before.verb
    past = verb is not None and tokens[verb.head].tag == "VBD"
    return past and other is not None and tokens[other.head].tag in ("VB", "VBP", "VBZ")


def charged_to(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether who is *charged with* an act has it as a task: `charged with overseeing the vote`; no crime."""
    verb = clause.verb
    return verb is not None and tokens[verb.head].lemma in word_class("tasks")


def ranked(clause: Clause, parent: Clause, tokens: list[Token]) -> bool:
    """Tell whether an infinitive says which of a row an object is, so that it came about: `one of the first to go`."""
    thing = parent.objects[-1] if parent.objects else None
    if thing is None or parent.copular or thing.last != clause.first:
        return False
    return any(token.lower in ("first", "last", "latest", "only") for token in tokens[thing.first : thing.last])


def needs_be(parent: Clause, tokens: list[Token]) -> bool:
    """Tell whether a clause says what is due: `What needs to happen is that the road is closed`."""
    subject = parent.subject
    if subject is None or parent.verb is None or tokens[subject.first].lower != "what":
        return False
    return any(token.lower in ("must", "needs", "should") for token in tokens[subject.first : parent.verb.first])


def said_effect(verb: Chunk, tokens: list[Token]) -> Effect | None:
    """Return what a verb of saying makes of the words said.

    Of words with a comma where a question has its mark *ask* makes nothing: `“Mr. Reed, you lied,” she asked`.
    """
    before = tokens[max(0, verb.first - 8) : verb.first]
    told = any(comma.text == "," and mark.text in QUOTES for comma, mark in pairwise(before))
    lemma = tokens[verb.head].lemma
    return None if lemma == "ask" and told else effect(lemma, "verb:that")
