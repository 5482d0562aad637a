"""What a word makes of the clause that hangs on it, be it a verb, a noun or an adjective; and *enough*, with any."""

from __future__ import annotations

from typing import Final

from newsclaims.claims.contexts import PURPOSE, described, under_adjective, under_noun, under_verb
from newsclaims.claims.state import State
from newsclaims.claims.vocabulary import word_class
from newsclaims.syntax.chunks import INFINITIVE, ING
from newsclaims.syntax.clause import GERUND, Clause
from newsclaims.syntax.paths import Link
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.sentence import Token

_NEAR: Final = 8
"""Tokens within which *enough* stands before an infinitive."""
_SAYS: Final = 12
"""Per cent of a verb's uses with a that-clause from which it tells what is so."""
_PERSON: Final = 30
"""Per cent of a noun's relative clauses with *who* from which it is mostly somebody."""


def governed(clause: Clause, found: Link, state: State, tokens: list[Token], nobody: bool) -> State | None:
    """Return the state of a clause that a word of the one above it governs, None for one that says when, why or how.

    ``nobody`` says that no one is the subject of the governing verb.
    """
    sufficient = _sufficient(clause, found, state, tokens)
    if sufficient is not None:
        return sufficient
    lacking = clause.rule == "claims.participle-on-noun" and found.phrase is not None
    lacking = lacking and found.phrase is not None and found.phrase.preposition == "without"
    if (lacking or (clause.word == "without" and clause.opener == GERUND)) and state.negated:
        return State(False, (*state.strong, "conditional"))  # "cannot walk without feeling weak": he does feel so
    if lacking and found.phrase is not None and _of_any(tokens[found.phrase.first]):
        return State(True, state.readings)  # "without any officials showing up", "without medals attached to it"
    if found.joint in ("to", "object-to") and _turns_out(clause, found, tokens):
        return State(False, state.readings)
    if found.joint == "rel":
        if _goes_with(clause, found, state, tokens):
            return State(False, state.readings)
        return _sought(clause, found, state, tokens) or described(clause, found, state, tokens)
    if found.under == "verb":
        below = under_verb(clause, found, state, tokens, nobody)
        return below.under(PURPOSE) if clause.rule == "claims.headline-infinitive" else below
    if found.under == "noun":
        return under_noun(clause, found, state, tokens)
    return under_adjective(clause, found, state, tokens) if found.under == "adjective" else None


def _of_any(first: Token) -> bool:
    """Tell whether a phrase means none that is known, by its first word: `officials`, `any officials`."""
    return first.lower in word_class("any") or first.tag in ("JJ", "NN", "NNS")


def _sufficient(clause: Clause, found: Link, state: State, tokens: list[Token]) -> State | None:
    """Return the state of what something is *enough* for: `has enough votes to win`, `is not old enough to vote`.

    It may come about, or it cannot; what was said of a past that had it did: `The wind was strong enough to lift it`.
    """
    outer, verb = found.parent.verb, clause.verb
    if outer is None or verb is None or found.joint not in ("to", "object-to", "for"):
        return None
    first = clause.governors[0].first if clause.governors else verb.first
    between = tokens[max(outer.last, first - _NEAR) : first]
    at = next((at for at, token in enumerate(between) if token.lower == "enough"), None)
    if at is None or any(token.text in (",", ";", ":") or token.tag == "CC" for token in between[at:]):
        return None
    remembers = tokens[verb.head].lemma == "remember"  # "is old enough to remember it": does remember it
    did = found.parent.copular or tokens[outer.head].lemma == "do"
    past = did and tokens[outer.first].tag == "VBD" and at == len(between) - 1
    short = any(token.lower in word_class("nearly") for token in between[max(0, at - 2) : at])
    if state.negated or short:  # "is almost enough to fill it"
        return State(True, state.strong if past else (*state.strong, "possible"))
    return State(False, state.readings if past or remembers or state.readings else ("possible",))


def _turns_out(clause: Clause, found: Link, tokens: list[Token]) -> bool:
    """Tell whether an infinitive behind *only* says what happened then: `called the bank only to be told to wait`."""
    outer, at = found.parent.verb, clause.first
    if outer is None or at < 2 or tokens[at - 1].lower != "only":
        return False
    came = any(token.lower in word_class("turns") for token in tokens[at : at + 3])
    return tokens[at - 2].text == "," or (came and tokens[outer.head].tag == "VBD")


def _goes_with(clause: Clause, found: Link, state: State, tokens: list[Token]) -> bool:
    """Tell whether what comes *with* a deed that is not done yet comes then: `will close, with 300 losing their jobs`.

    Not what is so already, which verbs of saying, showing and lasting tell: `will be close, with polls showing a tie`.
    """
    parent, phrase, verb = found.parent, found.phrase, clause.verb
    if phrase is None or verb is None or parent.verb is None or clause.rule != "claims.participle-on-noun":
        return False
    if phrase.preposition != "with" or phrase.start <= parent.verb.first or tokens[phrase.start - 1].text != ",":
        return False
    if parent.verb.kind == INFINITIVE and not parent.governors:
        return False  # "used a fan to cool it, with air being led to its sides"
    if parent.subject is not None and tokens[parent.subject.first].lower == "you":
        return False  # "On it you will find a lamp, with a line crossing it"
    frame, aside = verb_frame(tokens[verb.head].lemma), tokens[verb.head].lemma in word_class("so-already")
    told = frame.that >= _SAYS or aside or parent.copular or verb.kind != ING
    return not told and not state.negated and state.modality in ("conditional", "planned")


def _sought(clause: Clause, found: Link, state: State, tokens: list[Token]) -> State | None:
    """Return the state of what a thing does that is only wanted: `sought an order blocking the sale`.

    So are the laws of `Do we need laws telling us so?`; the thing has no article but *a*, for there is none yet.
    """
    parent, phrase = found.parent, found.phrase
    if phrase is None or parent.verb is None or phrase not in parent.objects or clause.verb is None:
        return None
    sees = clause.rule == "claims.participle-on-noun" and not clause.passive
    if sees and tokens[parent.verb.head].lemma in word_class("coming-to-have") and state.modality == "planned":
        return State(False, state.readings)  # "The grants will see farmers planting trees"
    new = phrase.chunk.shape[0] in "jlLn" or tokens[phrase.first].lower in word_class("new-things")
    lemma, present = tokens[parent.verb.head].lemma, tokens[clause.verb.first].tag in ("VBP", "VBZ")
    hoped = clause.gap == "subject" and present and clause.restrictive and lemma in word_class("seeking")
    if new and hoped and phrase.last == clause.first and not state.negated:
        return State(False, (*state.strong, "planned"))  # "wants a law that bans guns"
    if not new or not sees or state.negated:
        return None
    if "asked" in state.readings:
        return State(False, state.strong)
    somebody = (noun_frame(tokens[phrase.head].lemma).who or 0) >= _PERSON  # "sought a man using a false name"
    wanted = tokens[parent.verb.head].lemma in word_class("seeking") and phrase.last == clause.verb.first
    wanted = wanted and not somebody
    return State(False, (*state.strong, "planned")) if wanted else None
