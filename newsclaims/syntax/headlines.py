"""What is said differently in headlines: passives without *was*, and verbs that look like plural nouns."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from newsclaims.rule import rule
from newsclaims.syntax import chunks as g
from newsclaims.syntax.agreement import plural
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Phrase
from newsclaims.syntax.reduced import agent_follows
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.lemmas import lemma
from newsclaims.words.preferences import noun_subject
from newsclaims.words.sentence import Sentence, Token

_LONGEST: Final = 24
"""How many chunks a headline has at most."""
_FIRST: Final = 9
"""Tokens among which a headline has its first verb."""
_CUTS: Final = frozenset({"after", "amid", "as", "before", "while"})
_AFTER: Final = frozenset({"IN", "TO", "NN", "NNP", "NNS", "JJ", "CD", "DT", "$"})


def passive(cascade: Cascade, verb: Chunk) -> bool:
    """A past participle without *was* that was tagged as a past tense: `Two charged over theft`, `Firm fined $3m`.

    Headlines tell the past in the present tense, so that a past form without an object is a passive.
    """
    clause = cascade.clause
    if clause.verb is not None or clause.subject is None or clause.parent is not None or verb.shape not in ("v", "vR"):
        return False
    if len(cascade.chunks) > _LONGEST or _determined(clause.subject):
        return False
    if cascade.stops() and not _done_by(cascade, verb):
        return False
    head = cascade.tokens[verb.head]
    least = 60 if verb.shape == "v" else 30  # "called off", "thrown out"
    least = 25 if agent_follows(cascade) else least  # "Lorries stopped by 200 cars"
    following = cascade.following()
    found = following is not None and following.kind in (g.ADJECTIVE, g.PARTICIPLE)
    if found and head.lemma in ("believe", "fear", "presume"):
        cascade.start(clause, verb, "claims.passive")
        clause.passive = True
        return True  # "Two feared dead after fire", "Ship feared lost"
    if head.tag != "VBD" or not head.lower.endswith("ed") or _wants(head.lemma) < least:
        return False
    if following is not None and following.shape == "y" and not agent_follows(cascade):
        return False
    if following is not None and following.kind == g.NOUN:
        over = verb.shape == "vR" and cascade.tokens[verb.last - 1].lower == "over"
        if "$" not in following.shape and not over:
            return False
    elif following is not None and following.kind not in (g.PREPOSITION, g.SUBORDINATOR, g.ADJECTIVE, g.INFINITIVE):
        return False
    cascade.start(clause, verb, "claims.passive")
    clause.passive = True
    return True


def _done_by(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether somebody behind *by* ends a line with a full stop, and nothing else can be the object.

    `Ann Reed expelled from the hall by guards.`
    """
    if verb_frame(cascade.lemma(verb)).object < 80:
        return False
    ahead = [chunk for chunk in cascade.chunks[cascade.at + 1 :] if chunk.kind not in (g.STOP, g.CLOSING)]
    if len(ahead) < 2 or ahead[-2].shape != "y" or any(chunk.kind not in (g.NOUN, g.PREPOSITION) for chunk in ahead):
        return False
    governed = all(chunk.kind != g.NOUN or before.kind == g.PREPOSITION for before, chunk in pairwise(ahead))
    return ahead[0].kind == g.PREPOSITION and governed and animate(cascade, Phrase(ahead[-1])) > 0


def _wants(lemma: str) -> int:
    """Return how many per cent of a verb's uses have an object that is not only what is said."""
    frame = verb_frame(lemma)
    return frame.object + (frame.that if frame.predicative >= 8 else 0)  # "State of emergency declared"


def joined(cascade: Cascade, first: Phrase, second: Phrase, verb: Chunk) -> bool:
    """Tell whether a comma stands for *and* between two names before a plural verb: `Lima, Quito agree on border`."""
    if cascade.stops() or first.last + 1 != second.first or plural(cascade, verb) is not True:
        return False
    return not first.chunk.shape.strip("N") and not second.chunk.shape.strip("N")


def _determined(subject: Phrase) -> bool:
    return subject.chunk.shape[0] in "dpq"


def with_verb(sentence: Sentence) -> Sentence:
    """Return a headline in which the noun that can best be a verb is read as one, in every part that has no verb.

    `Bank chief quits amid probe`: a plural behind a singular noun, of a word that is hardly ever a noun; `Thousands
    protest reform`: a noun that is as much a verb, behind the plural of people.  Parts begin at words like *as* and
    *who*: `Lima Cuts Ties as Border Row Deepens`.
    """
    sentence = _with_first(sentence)
    tokens = sentence.tokens
    cuts = [at for at, token in enumerate(tokens) if at and (token.tag in ("WP", "WDT") or token.lower in _CUTS)]
    for first, last in pairwise([0, *cuts, len(tokens)]):
        opened = first == 0 or tokens[first].lower in ("as", "while")
        verbs = [at for at in range(first, last) if _verbal(tokens, at)] if opened else [first]
        if not verbs:
            sentence = _with_best(sentence, first, last)
        elif opened and all(tokens[at].tag == "VBN" for at in verbs):
            sentence = _with_pair(sentence, first, verbs[0])
    return sentence


def _with_first(sentence: Sentence) -> Sentence:
    """Return a headline whose first verb looks like a plural before a comma and a verb: `Owner Smiles, Dodges Ball`.

    A plural would not go with that verb, which is singular.
    """
    tokens = sentence.tokens
    for at in range(2, min(len(tokens) - 1, _FIRST)):
        if tokens[at].text != "," or tokens[at + 1].tag != "VBZ":
            continue
        token, before = tokens[at - 1], tokens[at - 2]
        base = lemma(token.lower, "VBZ")
        acts = token.tag in ("NNS", "NNP", "NNPS") and token.lower.endswith("s") and before.tag in ("NN", "NNP")
        if acts and verb_frame(base).total >= 10 and all(one.tag[0] != "V" for one in tokens[: at - 1]):
            return _reread(sentence, at - 1, "VBZ", base)
    return sentence


def _with_pair(sentence: Sentence, first: int, last: int) -> Sentence:
    """Return a headline with a verb behind two names before its participle: `Lima and Quito end row over ...`."""
    tokens = sentence.tokens
    for at in range(first + 3, last - 1):
        token = tokens[at]
        if not _paired(tokens, at) or token.tag != "NN" or tokens[at + 1].tag not in _AFTER:
            continue
        if 3 * verb_frame(token.lower).total > noun_subject(token.lower).total:
            return _reread(sentence, at, "VBP", token.lower)
    return sentence


def _paired(tokens: list[Token], at: int) -> bool:
    return at > 2 and tokens[at - 3].tag == tokens[at - 1].tag == "NNP" and tokens[at - 2].tag == "CC"


def _verbal(tokens: list[Token], at: int) -> bool:
    """Tell whether the token is a verb but no infinitive behind *to*."""
    tag = tokens[at].tag
    return tag == "MD" or (tag[0] == "V" and not (tag == "VB" and at > 0 and tokens[at - 1].tag == "TO"))


def _with_best(sentence: Sentence, first: int, last: int) -> Sentence:
    tokens = sentence.tokens
    for at in range(first + 1, last):
        token, before = tokens[at], tokens[at - 1]
        ends = at + 1 == last
        if not ends and tokens[at + 1].tag not in _AFTER:
            continue
        if token.tag in ("NNS", "NNP", "NNPS") and token.lower.endswith("s") and before.tag in ("NN", "NNP"):
            base = lemma(token.lower, "VBZ")
            verbs, nouns = verb_frame(base), noun_subject(base).total
            votes = not ends and tokens[at + 1].tag == "TO" and verbs.infinitive >= 4 and verbs.total > nouns // 2
            names = not ends and before.tag == "NNP" and tokens[at + 1].tag in ("JJ", "DT") and verbs.total > nouns // 2
            if verbs.total > 3 * nouns or (token.tag == "NNS" and (votes or names)):
                return _reread(sentence, at, "VBZ", base)
        paired = at > first + 2 and _paired(tokens, at)
        if token.tag != "NN" or not (before.tag == "NNS" or paired) or ends:
            continue
        verbs, nouns = verb_frame(token.lower), noun_subject(token.lower).total
        if verbs.total > 2 * nouns or (3 * verbs.total > nouns and (paired or _people(before))):
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


def headline(cascade: Cascade, verb: Chunk) -> bool:
    """An infinitive as the verb of a headline is a future: `Halvorsen to cut 1,200 jobs`.

    Only in lines without a full stop, where no finite verb follows before a comma or subordinator.
    """
    clause = cascade.clause
    if verb.kind != g.INFINITIVE or clause.verb is not None or clause.subject is None or clause.parent is not None:
        return False
    if cascade.stops() or cascade.previous is None or cascade.previous.kind not in g.NOUNS:
        return False
    for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 20]:
        if chunk.kind in (g.SUBORDINATOR, g.COMMA, g.WH, g.DASH):
            break
        if chunk.kind == g.FINITE:
            return False
    told_how = cascade.lemma(clause.subject.chunk) in word_class("told-how")  # "Five tips to save on fuel"
    clause.silent = told_how or _listed_things(cascade, clause.subject, verb)
    return cascade.start(clause, verb, "claims.headline-infinitive")


rule("claims.headline-infinitive")(headline)


def _listed_things(cascade: Cascade, subject: Phrase, verb: Chunk) -> bool:
    """Tell whether a number of things is what readers may do something with: `Five books to read on a rainy day`."""
    many = cascade.tokens[subject.head].tag == "NNS" and "c" in subject.chunk.shape and not animate(cascade, subject)
    following = cascade.following()
    object_ = following is not None and following.kind in g.NOUNS and following.shape[-1] not in "TZ"
    return many and not object_ and verb.shape[-1] == "b" and verb_frame(cascade.lemma(verb)).object >= 50
