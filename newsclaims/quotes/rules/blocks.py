"""Words that stand as a paragraph of their own without marks: `Smith added:` and what he added below."""

from __future__ import annotations

from typing import Final

from newsclaims.quotes.cues import verbs
from newsclaims.quotes.draft import Draft, Offsets, offsets
from newsclaims.quotes.lines import Line
from newsclaims.quotes.phrases import FINITE, cue_nouns
from newsclaims.quotes.sources import documents, speaks, subject
from newsclaims.quotes.vocabulary import word_class
from newsclaims.rule import rule

_SHORTEST: Final = 6  # words of a paragraph that somebody said
_NEAREST: Final = 9  # words from the verb of saying to the colon
_LISTED: Final = frozenset({"CD", "LS", ":", "SYM"})


def block_quote(line: Line, below: list[Line]) -> Draft | None:
    """The paragraph without marks below a verb of saying and a colon: `Smith added:`, `issued this statement:`.

    No list, and no paragraph that tells by itself who speaks in it.
    """
    items = line.items
    if items[-1].lower != ":" or len(items) < 3 or not below or not _told(below):
        return None
    for at in range(len(items) - 2, max(-1, len(items) - _NEAREST), -1):
        if items[at].lower in ("that", "following") and items[at + 1].tag != "NN":
            return None
        if items[at].tag in FINITE:
            said = verbs().get(items[at].lemma)
            says = said is not None and said.kind == "speech" and "quote" in said.takes
            if not speaks(line, at) or not (says or _issues(line, at)):
                return None
            spans: list[Offsets] = [(below[0].items[0].start, below[-1].end)]
            cue = (items[at].start, items[at].end)
            who = offsets(line, subject(line, at))
            return Draft("quotes.block-quote", below[0], spans, who, cue, items[at].lemma, posted=True)
    return None


rule("quotes.block-quote")(block_quote)


def _told(below: list[Line]) -> bool:
    """Tell whether a paragraph reads as words of one speaker: sentences without marks, no label, no list."""
    first = below[0].items
    if first[0].tag in _LISTED or not first[0].text[0].isupper() or any(line.quoted for line in below):
        return False
    labelled = any(item.text == ":" for item in first[:4])
    words = sum(len(line.items) for line in below)
    ends = below[-1].items[-1].tag == "." and any(item.tag in FINITE for item in first)
    return not labelled and ends and words >= _SHORTEST


def _issues(line: Line, verb: int) -> bool:
    """Tell whether what stands before the colon is said or written: `gave the plan a warm endorsement:`."""
    items = line.items
    noun = items[-2].lemma
    said = noun in cue_nouns() or noun in documents() or noun in word_class("answers")
    return said and items[verb].lemma in word_class("issuing") and items[-2].tag in ("NN", "NNS")
