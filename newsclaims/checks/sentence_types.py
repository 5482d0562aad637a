"""What a sentence does: it asks, promises, foresees, judges, gives a statistic or tells an event.

One rule a type, tried in this order, because a sentence may do several things and the first is what a fact-checker has
to know: a promise cannot be checked today, whatever figures it holds.  Examples and near misses are in
``sentence_types.md``.  Words stand in ``lexicon/sentence_words.tsv``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsclaims.model import SentenceType
from newsclaims.table import rows
from newsclaims.words.sentence import Sentence, Token

_TYPED = ("headline", "body")
_CLOSERS = frozenset(('"', "”", "''", "’", "'", ")", "]"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_BETWEEN = frozenset(("RB", "RBR", "PRP", "DT", "NN", "NNS", "NNP"))  # between `will` and its verb, in questions too
_SPEAKERS = frozenset(("i", "we"))


def sentence_type(sentence: Sentence) -> SentenceType | None:
    """Return the type of a sentence of headline or body, ``None`` elsewhere."""
    if sentence.part not in _TYPED:
        return None
    tokens = sentence.tokens
    marked = _marked(tokens)
    if _asks(tokens):
        return "question"
    if _promises(tokens, marked):
        return "promise"
    if _judges(tokens, marked):
        return "opinion"
    if _foresees(tokens, marked):
        return "prediction"
    if _counts(tokens, marked):
        return "statistic"
    return "event" if _tells(tokens) else "other"


Marked = dict[str, list[int]]


def _marked(tokens: Sequence[Token]) -> Marked:
    """Return the classes of words that a sentence holds, each with the places of its words."""
    classes = _classes()
    found: Marked = {}
    for at, token in enumerate(tokens):
        for name in classes.get(token.lemma) or classes.get(token.lower, ()):
            found.setdefault(name, []).append(at)
    return found


def _asks(tokens: Sequence[Token]) -> bool:
    """Its last sign is a question mark."""
    for token in reversed(tokens):
        if token.text not in _CLOSERS:
            return token.text.endswith("?")
    return False


def _promises(tokens: Sequence[Token], marked: Marked) -> bool:
    """Somebody promises, or the speaker says what he will do."""
    for at in marked.get("promise", ()):
        if tokens[at].tag[0] == "V" and not _negated(tokens, at):
            return True
    for at in marked.get("will", ()):
        if at and tokens[at - 1].lower in _SPEAKERS:
            verb = _verb(tokens, at)
            if verb is not None and verb.lemma not in _class("involuntary"):
                return True
    return False


def _judges(tokens: Sequence[Token], marked: Marked) -> bool:
    """It says what ought to be, what somebody thinks, or how good a thing is."""
    if "ought" in marked or tokens[-1].text == "!":
        return True
    for at in marked.get("think", ()):
        if at and tokens[at].tag in ("VBP", "VBZ") and tokens[at - 1].lower not in ("to", "who"):
            return True
    return any(tokens[at].tag[0] in "JR" and _predicated(tokens, at) for at in marked.get("judgement", ()))


def _foresees(tokens: Sequence[Token], marked: Marked) -> bool:
    """It says what will be, is expected to be or may come."""
    for at in marked.get("will", ()):
        verb = _verb(tokens, at)
        if verb is not None and tokens[at].tag in ("MD", "VBG"):
            return True
    return any(
        _verb(tokens, at + 1) is not None and tokens[at + 1].lower == "to"
        for at in marked.get("expected", ())
        if at + 1 < len(tokens)
    )


def _counts(tokens: Sequence[Token], marked: Marked) -> bool:
    """It gives a share, a rate or a level, or says by how much a thing changed."""
    numbers = [at for at, token in enumerate(tokens) if token.tag == "CD" and not _names_day(tokens, at)]
    if "share" in marked and (numbers or "fraction" in marked):
        return True
    if not numbers:
        return False
    if "measure" in marked:
        return True
    return any(tokens[at].lemma in ("be", "have") and any(0 < n - at < 6 for n in numbers) for at in _verbs(tokens))


def _tells(tokens: Sequence[Token]) -> bool:
    """Its first verb, past the one that reports the rest, says what happened or has happened."""
    verbs = _verbs(tokens)
    told = [at for at in verbs if tokens[at].lemma not in _class("report")] or verbs
    for at in told[:1]:
        participle = any(token.tag == "VBN" for token in tokens[at + 1 : at + 4])
        if tokens[at].lemma in ("be", "have") and (tokens[at].tag == "VBD" or tokens[at].lemma == "have"):
            return participle or (tokens[at].tag == "VBD" and tokens[at].lemma == "have")
        return tokens[at].tag == "VBD"
    return False


def _verbs(tokens: Sequence[Token]) -> list[int]:
    return [at for at, token in enumerate(tokens) if token.tag in _FINITE]


def _verb(tokens: Sequence[Token], at: int) -> Token | None:
    """Return the infinitive that belongs to `will` or `to`, if one follows."""
    for token in tokens[at + 1 : at + 5]:
        if token.tag == "VB":
            return token
        if token.tag not in _BETWEEN:
            return None
    return None


def _negated(tokens: Sequence[Token], at: int) -> bool:
    return any(token.lower in ("not", "n't", "never") for token in tokens[max(0, at - 3) : at])


def _predicated(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether an adjective is said of something: `is very good`, `was a great night`."""
    for token in reversed(tokens[max(0, at - 4) : at]):
        if token.lemma == "be" and token.tag in _FINITE:
            return True
        if token.tag not in ("RB", "DT", "JJ", "RBS"):
            return False
    return False


def _names_day(tokens: Sequence[Token], at: int) -> bool:
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
    return frozenset(word for word, held in rows("checks", "sentence_words") if held == name)


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, name in rows("checks", "sentence_words"):
        found[word] = (*found.get(word, ()), name)
    return found
