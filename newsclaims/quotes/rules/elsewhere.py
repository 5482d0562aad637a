"""Cues that are no verbs, and content that stands in another line than its cue."""

from __future__ import annotations

from newsclaims.quotes.cues import verbs
from newsclaims.quotes.draft import Draft, Offsets, offsets
from newsclaims.quotes.lines import QUOTE, Line, Span, only_quote
from newsclaims.quotes.phrases import (
    FINITE,
    base_left,
    phrase_right,
    with_apposition,
)
from newsclaims.quotes.sources import documents, subject
from newsclaims.quotes.vocabulary import word_class
from newsclaims.rule import rule


def in_words_of(line: Line) -> Draft | None:
    """`In the words of Smith, “…”` and `in his words, “…”`."""
    items = line.items
    if "words" not in line.sentence.lower:
        return None
    at = next((i for i in range(2, len(items)) if items[i].lower == "words" and items[i - 2].lower == "in"), 0)
    if not at or at + 1 >= len(items):
        return None
    if items[at + 1].lower == "of":
        who = (at + 2, with_apposition(line, phrase_right(line, at + 2)))
    elif items[at - 1].tag == "PRP$":
        who = (at - 1, at)
    else:
        return None
    for i in range(max(who[1], at), min(len(items), max(who[1], at) + 6)):
        if items[i].tag == QUOTE:
            spans: list[Offsets] = [(items[i].start, items[i].end)]
            cue = (items[at - 2].start, items[at].end)
            return Draft("quotes.in-words-of", line, spans, offsets(line, who), cue, "words")
    return None


rule("quotes.in-words-of", needs=["words"])(in_words_of)


def cue_colon_quote(line: Line, following: Line | None) -> Draft | None:
    """A line that ends with a colon, then a quoted line or paragraph: `Smith said:`, `Smith:`"""
    items = line.items
    if following is None or items[-1].lower not in (":", ",") or following.items[0].tag != QUOTE:
        return None
    if not only_quote(following) and following.words[0] < 6:
        return None
    cue = None
    lemma = ":"
    who = None
    table = verbs()
    for at in range(len(items) - 2, max(-1, len(items) - 20), -1):
        if items[at].tag[:2] == "VB" and items[at].lemma in table and "quote" in table[items[at].lemma].takes:
            who = subject(line, at)
            cue = (items[at].start, items[at].end)
            lemma = items[at].lemma
            break
    if cue is None:
        if items[-1].lower != ":":
            return None
        cue = (items[-1].start, items[-1].end)
        who = _introduced(line, len(items) - 1)
    spans: list[Offsets] = []
    after: Line | None = following
    while after is not None and after.items[0].tag == QUOTE and (only_quote(after) or not spans):
        spans.append((after.items[0].start, after.items[0].end))
        after = after.after()
    return Draft("quotes.cue-colon-quote", following, spans, offsets(line, who), cue, lemma)


rule("quotes.cue-colon-quote")(cue_colon_quote)


def _introduced(line: Line, colon: int) -> Span | None:
    """Return who speaks by the words before a colon: `Smith:`, `And this from Smith:`, `Their answer was blunt:`.

    Without a verb it is the name alone, or what follows *from*; with one it is its subject, or the owner of an answer.
    """
    items = line.items
    verbs_before = [at for at in range(colon) if items[at].tag in FINITE]
    if not verbs_before:
        source = next((at for at in range(colon) if items[at].lower == "from" and items[at].tag == "IN"), None)
        first = 0 if source is None else source + 1
        end = phrase_right(line, first)
        apposed = with_apposition(line, end)
        return (first, apposed) if first < end and colon in (end, apposed) else None
    who = subject(line, verbs_before[-(items[colon - 1].lower in word_class("answers"))])  # `I had no answer:`
    if who is None or items[who[1] - 1].lower not in word_class("answers"):
        return who
    for at in range(who[1] - 1, who[0] - 1, -1):
        if items[at].tag == "POS":
            return who[0], at
        if items[at].tag == "PRP$":
            return at, at + 1
    return None


def possessor_medium_quote(line: Line) -> Draft | None:
    """Somebody's statement, post or letter, a colon and its words: `From Smith's letter: “It works.”`

    Also whom words come from and whose answer they are: `This from Smith: “It works.”`, `Her answer was blunt: “No.”`
    """
    items = line.items
    at = next((i for i in range(2, len(items)) if items[i].tag == QUOTE and items[i - 1].lower == ":"), 0)
    if not at:
        return None
    if items[at - 2].lower not in documents() or line.words[at] < 3:
        spoken = any(item.lower in word_class("answers") or item.lower == "from" for item in items[: at - 1])
        introduced = _introduced(line, at - 1) if spoken else None
        if introduced is None:
            return None
        said: list[Offsets] = [(items[at].start, items[at].end)]
        colon = (items[at - 1].start, items[at - 1].end)
        return Draft("quotes.possessor-medium-quote", line, said, offsets(line, introduced), colon, ":")
    for i in range(at - 2, max(-1, at - 9), -1):
        if items[i].tag in ("POS", "PRP$"):
            who = (base_left(line, i - 1), i) if items[i].tag == "POS" else (i, i + 1)
            spans: list[Offsets] = [(items[at].start, items[at].end)]
            cue = (items[at - 2].start, items[at - 2].end)
            return Draft("quotes.possessor-medium-quote", line, spans, offsets(line, who), cue, items[at - 2].lower)
    return None


rule("quotes.possessor-medium-quote")(possessor_medium_quote)
