"""Quotes: words ascribed to somebody, with or without quotation marks, one for each attribution.

What counts: everything in quotation marks that is speech (not scare quotes of one or two words, not titles of works),
and clauses and phrases that a verb, a noun, `according to` or a colon ascribes to a source.  What does not: quotes
inside the content of another quote, bylines, captions and credits.  What somebody thinks and what
something shows is found too, for the claims in it are theirs; in the end no quote comes of it (``spoken``).

A rule of this kind takes a cue (``VerbCue``), a line, or a line and an item, and returns a ``Draft`` or None.  A cue is
tried with the rules for content before it, then with the one for the frame that follows it.  The speaker is the text
that stands there; speakers in other sentences and the entities behind them are found by ``newsclaims.links``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from newsclaims.isolation import defect, out_of_memory
from newsclaims.model import Cue, Quote, QuoteKind, Reference
from newsclaims.quotes.confidence import confidence
from newsclaims.quotes.content import after
from newsclaims.quotes.cues import VerbCue, adjective_cues, verb_cues
from newsclaims.quotes.draft import Draft, Offsets
from newsclaims.quotes.joining import join_continued, outermost
from newsclaims.quotes.lines import QUOTE, Line, only_quote, paragraphs
from newsclaims.quotes.rules import (
    according,
    blocks,
    clause_first,
    content_first,
    cue_first,
    elsewhere,
    headlines,
    labels,
    marks,
    noun_wishes,
)
from newsclaims.quotes.rules import noun_cues as nouns
from newsclaims.quotes.unsaid import unsaid
from newsclaims.syntax.parses import Parses
from newsclaims.text.document import Document
from newsclaims.text.quotation import Quoted, unclosed_warnings

_CONTENT_FIRST: Final = (
    content_first.content_copula_cue,
    content_first.content_source_cue,
    content_first.content_cue_source,
    cue_first.cue_source_quote,
    clause_first.as_source_cue,
)
_SHORT: Final = 4  # items
_LONGEST_POST: Final = 6
"""How many paragraphs a post has at most that is signed below it."""
_UNSAID: Final = 0.0
"""The confidence of what nobody said and no mark encloses."""
_FEWEST_WORDS: Final = 5
"""Quoted words without a cue are speech from this length on, or when they are a sentence: `“No, sir.”`"""


def find(document: Document, parses: Parses, warnings: list[str] | None = None) -> list[Quote]:
    """Return the quotes in the order of the text; unclosed quotation marks are told in ``warnings``."""
    stretches = parses.stretches
    if warnings is not None:
        warnings.extend(unclosed_warnings(stretches))
    folded = paragraphs(document.text, parses)
    drafts: list[Draft] = []
    unspoken: set[Offsets] = set()
    for place, lines in enumerate(folded):
        for line in lines:
            following = line.after()
            if following is None and place + 1 < len(folded):
                following = folded[place + 1][0]
            try:
                drafts.extend(_line_drafts(line, following, unspoken))
            except Exception as error:  # a defect of a rule costs the line's quotes, not the article
                if out_of_memory(error):
                    raise
                if warnings is not None and line.items:
                    warnings.append(f"the sentence at {line.items[0].start}: quotes not read ({defect(error)})")
        if lines and place + 1 < len(folded):
            block = blocks.block_quote(lines[-1], folded[place + 1])
            drafts.extend([block] if block is not None else [])
        if place and lines:
            post = labels.post_credit(lines[0], _block(document.text, folded[max(0, place - _LONGEST_POST) : place]))
            drafts.extend([post] if post is not None else [])
    title = headlines.headline_label(folded[0][0], drafts) if folded and folded[0] else None
    titles = [title] if title is not None else []
    taken = unspoken.union(span for draft in [*drafts, *titles] for span in draft.spans)
    drafts = [*labels.spoken(drafts), *titles]
    for lines in folded:
        for line in lines:
            drafts.extend(_without_cue(line, taken))
    for lines in folded:
        lines.clear()  # each line knows all of its paragraph: counting references alone would never free them
    drafts = outermost(join_continued(drafts, stretches))
    starts = [sentence.start for sentence in parses.sentences]
    # a cue and its content may lie in two sentences of one line: the content's is the quote's
    return [
        _quote(document.text, number, draft, stretches, max(0, bisect_right(starts, draft.start) - 1))
        for number, draft in enumerate(drafts, 1)
    ]


def spoken(quotes: list[Quote]) -> list[Quote]:
    """Return the quotes without what nobody said: `The map shows a road`."""
    return [item for item in quotes if item.confidence != _UNSAID]


def _block(text: str, before: list[list[Line]]) -> list[Line]:
    """Return the lines of the last paragraph and of those before it that no empty line parts from it."""
    found: list[Line] = []
    for lines in reversed(before):
        if found and lines and text.count("\n", lines[-1].end, found[0].items[0].start) > 1:
            break
        found[:0] = lines
    return found


def _line_drafts(line: Line, following: Line | None, unspoken: set[Offsets]) -> Iterator[Draft]:
    """Yield what the cues of one line introduce; the first rule that fits a cue wins.

    Quoted words that were not said (`did not say “sorry”`) are added to ``unspoken``.
    """
    found: Draft | None
    if len(line.items) < _SHORT and not any(item.tag == QUOTE or item.text[0].isalpha() for item in line.items):
        return  # no word for a cue: `!`, `1.`
    for cue in verb_cues(line):
        if unsaid(cue):
            unspoken.update((item.start, item.end) for item in line.items[cue.end :] if item.tag == QUOTE)
            continue
        found = _verb_draft(cue)
        if found is not None:
            yield found
    for cue in adjective_cues(line):
        what = after(cue)
        if what is not None and what.frame != "quote" and not unsaid(cue):
            found = cue_first.adjective(cue, what)
            if found is not None:
                yield found
    for at in nouns.noun_cues(line):
        found = nouns.possessor_noun(line, at) or nouns.verb_noun(line, at)
        if found is not None:
            yield found
    for at in noun_wishes.wish_nouns(line):
        found = noun_wishes.wish(line, at)
        if found is not None:
            yield found
    for at, first in according.according_cues(line):
        found = according.according_to(line, at, first)
        if found is not None:
            yield found
    for found in (
        elsewhere.in_words_of(line),
        elsewhere.cue_colon_quote(line, following),
        labels.quote_dash_name(line),
        labels.name_colon(line),
        elsewhere.possessor_medium_quote(line),
    ):
        if found is not None:
            yield found


def _verb_draft(cue: VerbCue) -> Draft | None:
    """Return what one verb introduces: content before it, else what follows it."""
    for attempt in _CONTENT_FIRST:
        found = attempt(cue)
        if found is not None:
            return found
    what = after(cue)
    frame = what.frame if what is not None else ""
    if what is not None and frame in ("quote", "colon", "that"):
        return cue_first.BY_FRAME[frame](cue, what)
    found = clause_first.clause_source_cue(cue)
    if found is None and frame != "clause":
        found = clause_first.clause_cue_source(cue)
    if found is None and what is not None:
        found = cue_first.BY_FRAME[frame](cue, what)
    return found


def _without_cue(line: Line, taken: set[tuple[int, int]]) -> Iterator[Draft]:
    """Yield the quoted words of a line that no rule has taken."""
    for index, stretch in line.quoted.items():
        span = (stretch.start, stretch.end)
        if index in line.titles and len(line.items) > 2:
            continue  # the name of a work: `read “The Man Who Was Late” on the train`
        told = line.words[index] > 1 and index > 0 and line.items[index - 1].text == ":"
        told = told and (line.sentence.part == "headline" or index in line.spoken)
        if line.words[index] < _FEWEST_WORDS and not (told or (index in line.spoken and only_quote(line))):
            continue  # but `Reed slams Holt: ‘He lied’`
        if span not in taken and index not in line.labels:
            yield marks.marks_in_clause(line, index) or marks.marks_alone(line, index)


def _quote(text: str, number: int, draft: Draft, stretches: list[Quoted], sentence: int) -> Quote:
    def refer(span: tuple[int, int] | None) -> Reference | None:
        return None if span is None else Reference(text[span[0] : span[1]], span[0], span[1])

    cue, kind = None, _kind(draft, stretches)
    if draft.cue is not None:
        cue = Cue(text[draft.cue[0] : draft.cue[1]], *draft.cue, draft.lemma)
    return Quote(
        f"q{number}",
        text[draft.start : draft.end],
        draft.start,
        draft.end,
        sentence,
        tuple(draft.spans),
        kind,
        refer(draft.speaker),
        cue,
        refer(draft.addressee),
        _UNSAID if draft.silent and kind == "indirect" else confidence(draft.rule, draft.verb_class),
        draft.rule,
    )


def _kind(draft: Draft, stretches: list[Quoted]) -> QuoteKind:
    """Tell whether the content stands in quotation marks wholly, partly or not at all, by its length."""
    if draft.posted:
        return "direct"
    inside = total = 0
    for start, end in draft.spans:
        total += end - start
        at = bisect_right(stretches, start, key=lambda item: item.end)
        while at < len(stretches) and stretches[at].start < end:
            inside += min(end, stretches[at].end) - max(start, stretches[at].start)
            at += 1
    at = bisect_right(stretches, draft.start, key=lambda item: item.end)
    opens = at < len(stretches) and stretches[at].start <= draft.start
    return "indirect" if not inside else "direct" if inside >= 0.9 * total and opens else "mixed"
