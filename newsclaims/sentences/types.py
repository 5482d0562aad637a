"""What a sentence does: it asks, promises, foresees, judges, gives a statistic or tells an event.

One rule a type, tried in this order, because a sentence may do several things and the first is what a fact-checker has
to know: a promise cannot be checked today, whatever figures it holds.  Examples and near misses stand in
``examples.md``, words in ``lexicon/sentence_words.tsv``.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.model import SentenceType
from newsclaims.rule import rule
from newsclaims.table import rows
from newsclaims.words.sentence import Sentence, Token

_TYPED: Final = ("headline", "body")
_CLOSERS: Final = frozenset(('"', "”", "''", "’", "'", ")", "]"))
_FINITE: Final = frozenset(("VBD", "VBZ", "VBP", "MD"))
# between `will` and its verb, in questions too
_BETWEEN: Final = frozenset(("RB", "RBR", "PRP", "DT", "NN", "NNS", "NNP"))
_INTENSIVE: Final = frozenset((",", "CC", "DT", "JJ", "RB", "RBS"))
_BEFORE_NUMBERS: Final = frozenset(("$", "DT", "IN", "JJR", "JJS", "RB", "RBR", "RP", "TO"))
_NEAR: Final = 9  # tokens between a number and what it measures
_SPEAKERS: Final = frozenset(("i", "we"))


def sentence_type(sentence: Sentence) -> SentenceType | None:
    """Return the type of a sentence of headline or body, ``None`` elsewhere."""
    if sentence.part not in _TYPED:
        return None
    tokens = sentence.tokens
    marked = _marked(tokens)
    told = _told(tokens)
    if asks(tokens):
        return "question"
    if promises(tokens, told, marked):
        return "promise"
    if judges(tokens, told, marked):
        return "opinion"
    if foresees(tokens, told, marked):
        return "prediction"
    if counts(tokens, marked):
        return "statistic"
    return "event" if tells(tokens, told) else "other"


Marked = dict[str, list[int]]


def _marked(tokens: list[Token]) -> Marked:
    """Return the classes of words that a sentence holds, each with the places of its words."""
    classes = _classes()
    found: Marked = {}
    for at, token in enumerate(tokens):
        for name in classes.get(token.lemma) or classes.get(token.lower, ()):
            found.setdefault(name, []).append(at)
    return found


def asks(tokens: list[Token]) -> bool:
    """Its last sign is a question mark."""
    for token in reversed(tokens):
        if token.text not in _CLOSERS:
            return token.text.endswith("?")
    return False


rule("sentences.question")(asks)


def promises(tokens: list[Token], told: int, marked: Marked) -> bool:
    """Somebody promises, or the speaker says what he will do."""
    if told in marked.get("promise", ()) and not _negated(tokens, told):
        return True
    if told not in marked.get("will", ()) or not told or tokens[told - 1].lower not in _SPEAKERS:
        return False
    verb = _verb(tokens, told)
    return verb is not None and verb.lemma not in _class("involuntary")


rule("sentences.promise")(promises)


def judges(tokens: list[Token], told: int, marked: Marked) -> bool:
    """It says what ought to be, what somebody thinks, or how good a thing is."""
    if tokens[-1].text == "!" or told in marked.get("ought", ()) or told in marked.get("think", ()):
        return True
    return any(tokens[at].tag[0] in "JR" and _predicated(tokens, at, told) for at in marked.get("judgement", ()))


rule("sentences.opinion")(judges)


def foresees(tokens: list[Token], told: int, marked: Marked) -> bool:
    """It says what will be, is expected to be or may come."""
    for at in marked.get("will", ()):
        if told <= at <= told + 2 and _verb(tokens, at) is not None:
            return True
    if tokens[told].lower == "would" and any(token.lemma in _class("report") for token in tokens[:told]):
        return True  # `said it would close`
    if tokens[told].lower == "could" and not _negated(tokens, told + 2):
        verb = _verb(tokens, told)
        if verb is not None and verb.lemma not in _class("able"):
            return True
    return any(
        told <= at <= told + 3 and tokens[at + 1].lower == "to" and _verb(tokens, at + 1) is not None
        for at in marked.get("expected", ())
        if at + 1 < len(tokens)
    )


rule("sentences.prediction")(foresees)


def counts(tokens: list[Token], marked: Marked) -> bool:
    """It gives a share, a rate or a level, or says by how much a thing changed."""
    for at in marked.get("fraction", ()):
        before = [token.tag for token in tokens[max(0, at - 2) : at]]
        if tokens[at + 1 : at + 2] and tokens[at + 1].lower == "of" and "IN" not in before:
            return True  # `a third of the houses`, but not `voted in a majority of the towns`
    numbers = [at for at, token in enumerate(tokens) if token.tag == "CD" and _counting(tokens, at)]
    measures = [*marked.get("share", ()), *marked.get("measure", ())]
    if any(-_NEAR < number - at < _NEAR for number in numbers for at in measures):
        return True
    return any(_leads(tokens, at, number) for at in _verbs(tokens) for number in numbers if 0 < number - at < 5)


def _leads(tokens: list[Token], at: int, number: int) -> bool:
    """Tell whether a verb says that there is a number: `has about 4,000`, `was up 4`, but not `was keen on the 4`."""
    between = tokens[at + 1 : number]
    return tokens[at].lemma in ("be", "have") and all(token.tag in _BEFORE_NUMBERS for token in between)


rule("sentences.statistic")(counts)


def _counting(tokens: list[Token], at: int) -> bool:
    """Tell whether a number counts or measures: no day, no `one`, no part of a name or of another word."""
    token = tokens[at]
    plain = token.lower != "one" and (token.text.isalpha() or not any(mark.isalpha() for mark in token.text))
    named = at > 0 and tokens[at - 1].tag in ("NNP", "NNPS")
    return plain and not named and "-" not in token.text and not _names_day(tokens, at)


def tells(tokens: list[Token], told: int) -> bool:
    """Its verb says what happened or has happened."""
    if told < 0:
        return False
    verb = tokens[told]
    if verb.lemma == "be" or (verb.lemma == "have" and verb.tag != "VBD"):
        complete = any(token.tag in ("VBN", "VBG") for token in tokens[told + 1 : told + 4])
        return complete and (verb.tag == "VBD" or verb.lemma == "have")
    return verb.tag == "VBD"


rule("sentences.event")(tells)


def _told(tokens: list[Token]) -> int:
    """Return the place of the main verb, -1 without one.

    That is the first finite verb past a subordinate clause in front and past the verb that reports the rest.
    """
    first = 0
    if any(token.lower in _class("subordinator") for token in tokens[:2]):
        first = next((at for at, token in enumerate(tokens) if token.text == ","), 0)
    verbs = _verbs(tokens)
    main = [at for at in verbs if at >= first] or verbs
    return next((at for at in main if tokens[at].lemma not in _class("report")), main[0] if main else -1)


def _verbs(tokens: list[Token]) -> list[int]:
    return [at for at, token in enumerate(tokens) if token.tag in _FINITE]


def _verb(tokens: list[Token], at: int) -> Token | None:
    """Return the infinitive that belongs to `will` or `to`, if one follows."""
    for token in tokens[at + 1 : at + 5]:
        if token.tag == "VB":
            return token
        if token.tag not in _BETWEEN:
            return None
    return None


def _negated(tokens: list[Token], at: int) -> bool:
    return any(token.lower in ("not", "n't", "never") for token in tokens[max(0, at - 3) : at])


def _predicated(tokens: list[Token], at: int, told: int) -> bool:
    """Tell whether an adjective is what the sentence says of something: `is very good`, `was a great night`."""
    if not told < at <= told + 5 or tokens[told].lemma != "be":
        return False
    return all(token.tag in _INTENSIVE for token in tokens[told + 1 : at])


def _names_day(tokens: list[Token], at: int) -> bool:
    """Tell whether a number is a year, the day of a month or a clock time."""
    text = tokens[at].text
    if len(text) == 4 and text.isdigit() and text[:2] in ("18", "19", "20"):
        return True
    if ":" in text:
        return True
    beside = (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])
    return any(token.lower.rstrip(".") in _class("month") for token in beside)


@cache
def _class(name: str) -> frozenset[str]:
    return frozenset(word for word, held in rows("sentences", "sentence_words") if held == name)


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, name in rows("sentences", "sentence_words"):
        found[word] = (*found.get(word, ()), name)
    return found
