"""Nouns as cues: `his claim that …`, `made the case that …`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from newsclaims.quotes.draft import Draft, Offsets, offsets
from newsclaims.quotes.lines import QUOTE, Line, Span
from newsclaims.quotes.phrases import FINITE, NAMES, RELATIVE, base_left, cue_nouns, phrase_right, times
from newsclaims.quotes.sources import speaks, subject
from newsclaims.quotes.turns import content_end_plain
from newsclaims.quotes.vocabulary import word_class
from newsclaims.rule import rule
from newsclaims.syntax.clause import THAT
from newsclaims.table import entries

_TOLD: Final = frozenset({"argument", "case", "pledge", "promise", "vow"})
"""Nouns behind which *to* names who is told."""


def noun_cues(line: Line) -> Iterator[int]:
    """Yield the items that are nouns of the table with a clause after them: `claim that it works`."""
    items = line.items
    for at in range(len(items) - 2):
        noun = items[at].tag in ("NN", "NNS") and items[at].lemma in cue_nouns()
        that = _clause_behind(line, at) if noun else 0
        if that and items[that + 1].tag not in FINITE and items[that + 1].lower not in times():
            yield at  # not `his decision that day`


def _clause_behind(line: Line, at: int) -> int:
    """Return the item *that* behind a noun or behind who says or hears it: `claim by him that`, `case to him that`."""
    items = line.items
    that = at + 1
    told = items[that].lower == "to" and items[at].lemma in _TOLD
    if told or items[that].lower in ("by", "from"):
        that = phrase_right(line, at + 2)
    return that if at < that < len(items) - 1 and items[that].lower == "that" else 0


def possessor_noun(line: Line, at: int) -> Draft | None:
    """A possessor and a noun of saying or thinking: `his claim that it works`, `the claim by Smith that it works`."""
    items = line.items
    if items[at + 1].lower == "to":
        return None  # whoever hears it
    if items[at + 1].lower != "that":
        return _draft("quotes.possessor-noun", line, at, (at + 2, _clause_behind(line, at)))
    who = possessor(line, at)
    if who is None:
        return None
    return _draft("quotes.possessor-noun", line, at, who)


rule("quotes.possessor-noun", needs=["that"])(possessor_noun)


def possessor(line: Line, at: int) -> Span | None:
    """Return the possessor of a noun, for *his* or *their* the subject that it stands for where that is certain."""
    items = line.items
    start = base_left(line, at)
    for i in range(at - 1, start - 1, -1):
        if items[i].tag == "POS":
            return (start, i) if start < i else None
        if items[i].tag == "PRP$":
            return _owner(line, i) or (i, i + 1)
    first = start + (items[start].tag == "DT")
    named = first < at and all(item.tag in NAMES and item.lower not in times() for item in items[first:at])
    return (first, at) if named else None  # `an Acme report that`


def _owner(line: Line, at: int) -> Span | None:
    """The subject of the clause for which `his`, `her`, `its` or `their` stands, if it agrees in number."""
    items = line.items
    for i in range(at - 1, max(-1, at - 15), -1):
        if items[i].tag in FINITE:
            found = subject(line, i)
            if found is None or items[found[0]].tag in RELATIVE or items[found[0]].lower in ("each", "every"):
                return None
            last = items[found[1] - 1]
            plural = last.tag in ("NNS", "NNPS") or last.lower in ("they", "we")
            if plural == (items[at].lower == "their") and last.lower not in ("few", "many", "some", "i", "you"):
                return found
            return None
        if items[i].lower in (",", ";") or items[i].tag == QUOTE:
            return None
    return None


def verb_noun(line: Line, at: int) -> Draft | None:
    """A verb that adds nothing and a noun of saying or thinking: `made the claim that it works`."""
    items = line.items
    start = base_left(line, at)
    if start == 0 or items[start - 1].lemma not in word_class("light") or items[start - 1].tag[:2] != "VB":
        return None
    if items[at].lemma in ("confidence", "hope") and not speaks(line, start - 1):
        return None  # `The plan gave hope that it would end`
    return _draft("quotes.verb-noun", line, at, subject(line, start - 1))


rule("quotes.verb-noun", needs=["that"])(verb_noun)


def _draft(name: str, line: Line, at: int, who: Span | None) -> Draft | None:
    items = line.items
    first = _clause_behind(line, at)
    end = min(content_end_plain(line, first), _clause_end(line, first))
    stops = (i + (items[i].tag == QUOTE) for i in range(first + 2, end) if items[i].text in (",", ";"))
    end = next(stops, end)
    if end <= first:
        return None
    spans: list[Offsets] = [(items[first].start, items[end - 1].end)]
    found = Draft(name, line, spans, offsets(line, who), (items[at].start, items[at].end), items[at].lemma)
    # who voices a fear speaks, whose fear others share does not
    found.silent = name != "quotes.verb-noun" and entries("quotes", "cue_nouns").get(items[at].lemma) == "thought"
    return found


def _clause_end(line: Line, that: int) -> int:
    """Return where the clause with *that* ends in the reading: before the verb of `his claim that it works is old`."""
    place = line.place(that)
    if place is None:
        return len(line.items)
    parse, token = place
    for clause in parse.clauses:
        if clause.opener == THAT and clause.verb is not None and token <= clause.first <= token + 1:
            last = parse.extent(clause, clause.verb.first)
            joined = last < len(parse.tokens) and parse.tokens[last].tag == "VBG"  # `are minimizing or even hiding`
            if joined and any(token.tag == "CC" for token in parse.tokens[last - 2 : last]):
                break
            if last < len(parse.tokens):
                return max(that + 1, bisect_left(line.items, parse.tokens[last].start, key=attrgetter("start")))
    return len(line.items)
