"""Who is told: `told Reuters`, `said to reporters`."""

from __future__ import annotations

from typing import Final

from newsclaims.quotes.cues import VerbCue
from newsclaims.quotes.lines import QUOTE
from newsclaims.quotes.phrases import cue_nouns, is_noun, is_time, phrase_right
from newsclaims.quotes.vocabulary import word_class
from newsclaims.words.sentence import Token

_LISTED: Final = frozenset({"CC", "CD", "DT", "JJ", "NN", "NNP", "NNPS", "NNS", "POS", "PRP$", ","})
_LONGEST_LIST: Final = 16


def addressee_of(cue: VerbCue) -> tuple[int, int] | None:
    """Return the items that name who is told: `told Reuters`, `said to reporters`."""
    line = cue.line
    items = line.items
    at = cue.end
    if at >= len(items):
        return None
    token = items[at]
    tells = "whom" in cue.frames.takes and not cue.passive and token.tag != QUOTE  # who `is told` stands before
    if tells and starts_noun(token) and token.lower not in ("that", "this"):
        if is_time(items, at, at) or any(item.lower in word_class("tales") for item in items[at + 1 : at + 4]):
            return None
        end = _asked(cue, at, with_list(cue, phrase_right(line, at)))
        if end > at and is_time(items, at, end - 1):
            return None  # `warned last month that`
        if end - at > 2 and items[end - 2].lower in word_class("fillers") and is_time(items, end - 2, end - 1):
            end -= 2  # `told parliament last week`
        title = end + (at < end < len(items) and items[end].tag == "POS")
        if title > at and items[title - 1].tag == "POS" and title in line.titles:
            end = title + 1  # `told MSNBC’s “Morning Joe”`, `told the BBC's “Today” programme`
            end += end < len(items) and items[end].tag == "NN"
        return (at, end) if end > at else None
    if "to-whom" in cue.frames.takes and token.lower == "to" and at + 1 < len(items):
        end = phrase_right(line, at + 1)
        nobody = cue_nouns() | word_class("noises")  # `said to cheers from the crowd`
        named = end > at + 1 and items[end - 1].lemma not in nobody and items[at + 1].lemma not in nobody
        return (at + 1, end) if named else None
    return None


def with_list(cue: VerbCue, end: int) -> int:
    """Return where a list of those who are told ends before what they are told: `asked Reed, Holt and Teel | to`."""
    items = cue.line.items
    if end + 1 >= len(items) or items[end].lower != ",":
        return end
    at, joined = end, False
    while at < min(len(items), end + _LONGEST_LIST) and items[at].tag in _LISTED:
        joined = joined or items[at].lower == "and"
        at += 1
    told = joined and at < len(items) and items[at].lower in ("to", "that", "if", "whether")
    return at if told and items[at - 1].tag[:2] == "NN" else end


def _asked(cue: VerbCue, first: int, end: int) -> int:
    """Return where who is asked ends: before what they are asked for, `the court for a date`; a name may hold *for*."""
    return next((at for at in range(first + 1, end - 1) if asks_for(cue, at)), end)


def asks_for(cue: VerbCue, at: int) -> bool:
    """Tell whether item ``at`` is the *for* of what is asked: no part of a name, no time, no question behind it."""
    items = cue.line.items
    if items[at].lower != "for" or "for" not in cue.frames.takes or at + 1 >= len(items):
        return False
    named = items[at - 1].tag in ("NNP", "NNPS") and items[at + 1].tag in ("NNP", "NNPS")
    end = phrase_right(cue.line, at + 1)
    timed = end > at + 1 and (items[end - 1].lower == "time" or is_time(items, at + 1, end - 1))
    questioned = end < len(items) and items[end].lower in word_class("wh")
    return not (named or timed or questioned)


def starts_noun(token: Token) -> bool:
    """Tell whether a noun phrase can begin here."""
    return is_noun(token) or token.tag in ("JJ", "JJR", "JJS", "PRP$", "DT", "PDT", "WP", "$", "VBG", "VBN")


def told_when(items: list[Token], at: int, end: int) -> bool:
    """Tell whether a time behind a verb in the present belongs to what is told: `he says | last week he rested`."""
    return items[at - 1].tag in ("VBZ", "VBP") and end < len(items) and starts_noun(items[end])
