"""Nouns as cues: `his claim that …`, `Smith’s call for …`, `made the case that …`."""

from __future__ import annotations

from collections.abc import Iterator

from newsclaims.quotes.draft import Draft, Offsets, offsets
from newsclaims.quotes.extent import content_end_plain, phrase_end
from newsclaims.quotes.lines import QUOTE, Line, Span
from newsclaims.quotes.phrases import FINITE, RELATIVE, base_left, cue_nouns
from newsclaims.quotes.sources import subject
from newsclaims.quotes.vocabulary import word_class
from newsclaims.rule import rule


def noun_cues(line: Line) -> Iterator[int]:
    """Yield the items that are nouns of the table with something after them that fits."""
    table = cue_nouns()
    items = line.items
    for at in range(len(items) - 2):
        token = items[at]
        if token.tag not in ("NN", "NNS"):
            continue
        takes = table.get(token.lemma)
        if takes is not None and items[at + 1].lower in takes:
            if (
                items[at + 1].lower == "to"
                and items[at + 2].tag != "VB"
                and "to" in takes
                and token.lemma not in _TO_NOUN
            ):
                continue
            yield at


_TO_NOUN = frozenset({"objection", "opposition", "reaction", "response"})


@rule("quotes.possessor-noun")
def possessor_noun(line: Line, at: int) -> Draft | None:
    """A possessor and a noun of saying or thinking: `his claim that it works`, `Smith’s call for a vote`."""
    items = line.items
    start = base_left(line, at)
    who: Span | None = None
    for i in range(at - 1, start - 1, -1):
        if items[i].tag == "POS":
            who = (start, i)
            break
        if items[i].tag == "PRP$":
            who = (i, i + 1)
            break
    if who is None or who[0] == who[1]:
        return None
    if items[who[0]].tag == "PRP$":
        who = _owner(line, who[0]) or who
    return _draft("quotes.possessor-noun", line, at, who)


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


@rule("quotes.verb-noun")
def verb_noun(line: Line, at: int) -> Draft | None:
    """A verb that adds nothing and a noun of saying or thinking: `made the claim that it works`."""
    items = line.items
    start = base_left(line, at)
    if start == 0 or items[start - 1].lemma not in word_class("light") or items[start - 1].tag[:2] != "VB":
        return None
    return _draft("quotes.verb-noun", line, at, subject(line, start - 1))


@rule("quotes.noun-that")
def noun_that(line: Line, at: int) -> Draft | None:
    """A noun of saying or thinking with a clause, of nobody in particular: `the claim that it works`."""
    items = line.items
    if items[at + 1].lower != "that" or items[at + 2].tag in FINITE:
        return None
    start = base_left(line, at)
    named = next((i for i in range(start, at) if items[i].tag in ("NNP", "NNPS")), None)
    who = None
    if named is not None:
        who = (named, next(i for i in range(named, at + 1) if items[i].tag not in ("NNP", "NNPS", "HYPH")))
    return _draft("quotes.noun-that", line, at, who)


def _draft(name: str, line: Line, at: int, who: Span | None) -> Draft | None:
    items = line.items
    clause = items[at + 1].lower in ("that", "to")
    first = at + 1 if clause else at + 2
    if items[at + 1].lower == "that" and items[at + 2].tag in FINITE:
        return None
    end = content_end_plain(line, first) if clause else phrase_end(line, first)
    if clause:
        end = next((i for i in range(first + 2, end) if items[i].lower == "," or items[i].lower == ";"), end)
    if end <= first:
        return None
    spans: list[Offsets] = [(items[first].start, items[end - 1].end)]
    return Draft(name, line, spans, offsets(line, who), (items[at].start, items[at].end), items[at].lemma)
