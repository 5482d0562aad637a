"""What is said differently in headlines: passives without *was*, and verbs that look like plural nouns."""

from __future__ import annotations

from newsclaims.claims.cascade import Cascade
from newsclaims.claims.clause import Phrase
from newsclaims.words import groups as g
from newsclaims.words.frames import verb_frame
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

    `Bank chief quits amid probe`: a plural behind a singular noun, of a word that is hardly ever a noun.
    """
    tokens = sentence.tokens
    if any(token.tag[0] == "V" or token.tag == "MD" for token in tokens):
        return sentence
    for at in range(1, len(tokens) - 1):
        token = tokens[at]
        if token.tag == "NNS" and tokens[at - 1].tag in ("NN", "NNP") and tokens[at + 1].tag in _AFTER:
            base = lemma(token.lower, "VBZ")
            if verb_frame(base).total > 3 * noun_subject(base).total:
                verb = Token(token.text, token.start, token.end, token.lower, "VBZ", base)
                tokens = [*tokens[:at], verb, *tokens[at + 1 :]]
                return Sentence(sentence.index, sentence.start, sentence.end, sentence.paragraph, sentence.part, tokens)
    return sentence
