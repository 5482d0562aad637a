"""Where somebody else begins to speak: `and she said`, `but he declined to comment`."""

from __future__ import annotations

from typing import Final

from newsclaims.quotes.cues import verbs
from newsclaims.quotes.lines import Line
from newsclaims.quotes.phrases import phrase_right
from newsclaims.quotes.vocabulary import word_class

_CONTRASTS: Final = frozenset({"although", "though"})
_REFUSING: Final = frozenset({"decline", "refuse"})


def new_cue(line: Line, first: int, end: int) -> bool:
    """Tell whether `and she said` begins here: a subject and a verb of speech."""
    items = line.items
    if first < end and line.items[first].lower in word_class("subordinating"):  # `and when asked, she replied`
        comma = next((i for i in range(first, min(end, first + 16)) if line.items[i].lower == ","), 0)
        return comma > 0 and new_cue(line, comma + 1, end)
    stop = phrase_right(line, first)
    if stop == first:
        return False
    at = stop
    while at < end and (items[at].tag in ("RB", "MD") or items[at].lemma == "have"):
        at += 1
    if at >= end or items[at].tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return False
    if items[at].lemma in _REFUSING:
        return True  # `but she declined to comment`
    if items[at].lemma in word_class("answering") and items[first - 1].lower != "and":
        return items[at].tag == "VBD" and any(
            item.tag in ("NNP", "NNPS") for item in items[first:stop]
        )  # `but Reed disagreed`
    frames = verbs().get(items[at].lemma)
    others = line.items[stop - 1].tag in ("NNS", "NNP", "NNPS") and line.items[first - 1].lower in _CONTRASTS
    if frames is None or line.items[first - 1].lower == "while" or others:
        return frames is not None  # `said sales fell, while analysts had expected growth`, `though some doubt it`
    return frames.kind == "speech" and "that" in frames.takes


def content_end_plain(line: Line, first: int) -> int:
    """Return where content that begins at item ``first`` ends when no verb limits it: before a new cue's clause."""
    items = line.items
    end = line.stop(first)
    for at in range(first + 1, end):
        token = items[at]
        if token.lower in (",", "—", "–", "--") and at + 1 < end and items[at + 1].lower == "according":
            return at
        if (token.tag == "CC" or token.lower == ";") and at + 1 < end and new_cue(line, at + 1, end):
            return at - 1 if items[at - 1].lower == "," else at
    return end
