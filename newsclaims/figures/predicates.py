"""What a verb says a figure of: its subject (`revenue rose 3%`) or the object that it changes (`cut it by 40%`)."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.figures.classes import word_class
from newsclaims.figures.line import NOUN_TAGS, Draft, Line
from newsclaims.figures.movement import change_words
from newsclaims.figures.phrases import joined_before, phrase_before, phrase_words, subject_words
from newsclaims.syntax.chunks import NOUN, Chunk
from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.table import words

_LIGHT: Final = frozenset({"CD", "$", "RB", "JJ", "DT", "JJR", "RBR", "HYPH", "VBN"})
_BETWEEN: Final = frozenset({"worth", "in", "at", "be", "up", "down", "higher", "lower"})


@cache
def _verbs() -> frozenset[str]:
    return words("figures", "amount_verbs")


def said_of(line: Line, draft: Draft, place: int) -> str | None:
    """Return the words for what the verb before a figure says it of; ``place`` is the token that leads to it."""
    clause = line.parse.holder(draft.first)
    verb = clause.verb if clause is not None else None
    if clause is None or verb is None or verb.last > draft.first:
        return None
    found = _attached(line, draft, clause, verb, place)
    if found is not None:
        return found
    lemma, word = line.tokens[verb.head].lemma, line.lower(place)
    pointed = word in word_class("pointing") and line.lower(place - 1) not in word_class("before-to")
    if draft.kind == "count" and draft.unit is not None and not _reaches(line, draft, lemma, place, pointed):
        return None
    changes = line.lower(verb.head) in change_words()
    if lemma in word_class("upward-verbs") and {word, line.lower(place - 1)} & {"up", "down", "higher", "lower"}:
        changes = True
    set_at = word == "at" and lemma in word_class("assigning")
    traded = word == "for" and lemma in word_class("trading")
    moved = next((item for item in clause.objects if verb.last <= item.first < item.last <= draft.first), None)
    if moved is not None and _thing(line, moved) and not clause.copular:
        beside = draft.kind == "percent" and moved.last == place + 1
        causes = changes and (beside or word in ("to", "by", "from", "up", "down"))
        if causes or set_at or traded:
            return phrase_words(line, moved)
        if lemma != "cost":
            return None
    elif not clause.copular and (bought := _paid(line, clause, draft, lemma)) is not None:
        return bought
    raised = draft.kind == "count" or (draft.kind == "money" and lemma not in word_class("moving"))
    if changes and not pointed and raised and draft.unit != "point" and draft.point is None:
        return None  # "raised $5 million"
    amounts = _amounts(line, verb, place, pointed)
    if traded and clause.objects and not clause.passive:
        return None  # "bought 5,000 shares for $20 each": not the buyer
    if not (changes or amounts or traded or (set_at and clause.passive)):
        return None
    if not pointed and lemma != "cost" and place >= verb.last and not _light(line, verb.last, place + 1):
        return None
    return subject_words(line, clause)


def _attached(line: Line, draft: Draft, clause: Clause, verb: Chunk, place: int) -> str | None:
    """Return what a trailing participle or a noun right before the figure says it of: `tariffs, ranging from 5%`."""
    lemma, word = line.tokens[verb.head].lemma, line.lower(place)
    trailing = line.tag(verb.first) == "VBG" and line.lower(verb.first - 1) == "," and lemma != "account"
    if trailing and (lemma in _verbs() or line.lower(verb.head) in _verbs()):
        return phrase_before(line, verb.first - 1) or subject_words(line, clause)
    if line.tag(place) == "VBG" and word in change_words() and line.lower(place - 1) == ",":
        return subject_words(line, clause)  # "sales rose, growing 3%"
    chunk = line.noun_chunk(draft.first)
    joined = chunk is not None and verb.last <= chunk.first <= place and line.tag(place) in NOUN_TAGS
    led = chunk is not None and line.lower(chunk.first - 1) in ("by", "from", "of", "to")
    if joined and not led and (line.lower(verb.head) in change_words() or draft.point == "by"):
        return joined_before(line, place)  # "to cut emissions 4 per cent", "a rate 0.1 points higher"
    return None


def _reaches(line: Line, draft: Draft, lemma: str, place: int, pointed: bool) -> bool:
    """Tell whether a count may be a level: `the toll rose to 112 people`; not `reached the final three words`."""
    if any(line.lower(at) in ("the", "these", "those") for at in range(place + 1, draft.first)):
        return False
    points = draft.unit == "point" and (lemma in word_class("moving") or lemma in word_class("moving-in-points"))
    return (pointed and line.lower(place) != "for") or points or lemma in word_class("reaching")


def _amounts(line: Line, verb: Chunk, place: int, pointed: bool) -> bool:
    """Tell whether a verb says how much its subject is: `stood at`, `was up`, `ranges from`."""
    lemma, word = line.tokens[verb.head].lemma, line.lower(place)
    if word in ("by", "from") and not (word == "from" and lemma in word_class("range-verbs")):
        return False
    amounts = lemma in _verbs() or line.lower(verb.head) in _verbs()
    return amounts and (not pointed or _light(line, verb.last, place))


def multiplied(line: Line, draft: Draft) -> str | None:
    """Return what doubled, or what somebody doubled: `sales doubled`, `the firm tripled its fleet`."""
    clause = line.parse.clause_of(draft.first)
    if clause is None:
        return None
    moved = clause.objects[0] if clause.objects else None
    return phrase_words(line, moved) if moved is not None and _thing(line, moved) else subject_words(line, clause)


def _paid(line: Line, clause: Clause, draft: Draft, lemma: str) -> str | None:
    """Return what money is spent on or paid for: `spent $5 million on adverts`."""
    role = {"spend": "on", "pay": "for", "charge": "for", "invest": "in"}.get(lemma)
    if role is None or draft.kind != "money":
        return None
    bought = next((item for said, item in clause.arguments if said == role and item.first == draft.last + 1), None)
    return phrase_words(line, bought) if bought is not None and _thing(line, bought) else None


def _light(line: Line, first: int, last: int) -> bool:
    """Tell whether only words of degree, times and adjectives stand between a verb and its figure."""
    for at in range(first, last):
        token = line.tokens[at]
        light = token.tag in _LIGHT or token.lower in _BETWEEN or token.lower in word_class("before-figure")
        unit = token.lower in word_class("unit-nouns")
        if not (light or unit) and line.bar(token.start, token.end) is None:
            return False
    return True


def _thing(line: Line, phrase: Phrase) -> bool:
    """Tell whether a phrase is no figure and no time."""
    shape = phrase.chunk.shape
    unit = line.lower(phrase.head) in word_class("unit-nouns")
    return phrase.chunk.kind == NOUN and not phrase.time and shape[0] not in "c$" and not unit
