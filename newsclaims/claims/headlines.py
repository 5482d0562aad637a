"""What is said differently in headlines: passives without *was*, and verbs that look like plural nouns."""

from __future__ import annotations

from newsclaims.claims.cascade import Cascade
from newsclaims.claims.clause import Phrase
from newsclaims.words import groups as g
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.groups import Group
from newsclaims.words.lemmas import lemma
from newsclaims.words.preferences import noun_subject
from newsclaims.words.sentence import Sentence, Token

_LONGEST = 24
"""How many groups a headline has at most."""
_AFTER = frozenset({"IN", "TO", "NN", "NNP", "NNS", "JJ", "CD", "DT", "$"})


def passive(cascade: Cascade, verb: Group) -> bool:
    """A past participle without *was* that was tagged as a past tense: `Two charged over theft`, `Firm fined $3m`.

    Headlines tell the past in the present tense, so that a past form without an object is a passive.
    """
    clause = cascade.clause
    if clause.verb is not None or clause.subject is None or clause.parent is not None or verb.shape not in ("v", "vR"):
        return False
    if cascade.groups[-1].kind == g.STOP or len(cascade.groups) > _LONGEST or _determined(clause.subject):
        return False
    head = cascade.tokens[verb.head]
    if head.tag != "VBD" or not head.lower.endswith("ed") or verb_frame(head.lemma).object < 60:
        return False
    following = cascade.following()
    if following is not None and following.kind == g.NOUN:
        over = verb.shape == "vR" and cascade.tokens[verb.last - 1].lower == "over"
        if "$" not in following.shape and not over:
            return False
    elif following is not None and following.kind not in (g.PREPOSITION, g.SUBORDINATOR, g.ADJECTIVE):
        return False
    cascade.start(clause, verb, "claims.passive")
    clause.passive = True
    return True


def _determined(subject: Phrase) -> bool:
    return subject.group.shape[0] in "dpq"


def with_verb(sentence: Sentence) -> Sentence:
    """Return a headline in which the noun that can best be a verb is read as one, where there is no other verb.

    `Bank chief quits amid probe`: a plural behind a singular noun, of a word that is hardly ever a noun; `Thousands
    protest reform`: a noun that is as much a verb, behind the plural of people.
    """
    tokens = sentence.tokens
    if any(token.tag[0] == "V" or token.tag == "MD" for token in tokens):
        return sentence
    for at in range(1, len(tokens) - 1):
        token = tokens[at]
        if tokens[at + 1].tag not in _AFTER:
            continue
        if token.tag == "NNS" and tokens[at - 1].tag in ("NN", "NNP"):
            base = lemma(token.lower, "VBZ")
            if verb_frame(base).total > 3 * noun_subject(base).total:
                return _reread(sentence, at, "VBZ", base)
        often = token.tag == "NN" and 3 * verb_frame(token.lower).total > noun_subject(token.lower).total
        if often and tokens[at - 1].tag == "NNS" and _people(tokens[at - 1]):
            return _reread(sentence, at, "VBP", token.lower)
    return sentence


def _people(token: Token) -> bool:
    """Tell whether a plural is of persons: such a noun is hardly ever the first part of a compound."""
    subject = noun_subject(token.lemma)
    who = noun_frame(token.lemma).who or 0
    return token.lemma != token.lower and (who >= 50 or (subject.subject >= 25 and (subject.acts or 0) >= 78))


def _reread(sentence: Sentence, at: int, tag: str, base: str) -> Sentence:
    """Return the sentence with one token read as a verb."""
    token = sentence.tokens[at]
    verb = Token(token.text, token.start, token.end, token.lower, tag, base)
    tokens = [*sentence.tokens[:at], verb, *sentence.tokens[at + 1 :]]
    return Sentence(sentence.index, sentence.start, sentence.end, sentence.paragraph, sentence.part, tokens)
