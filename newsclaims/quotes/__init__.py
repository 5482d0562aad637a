"""Quote finding."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from newsclaims.model import Cue, Quote, QuoteKind, Reference
from newsclaims.quotes.cues import verb_cues
from newsclaims.quotes.draft import Draft
from newsclaims.quotes.lines import Line, paragraphs
from newsclaims.quotes.rules import content_first, cue_first, elsewhere, nouns
from newsclaims.text.document import Document
from newsclaims.text.quotation import Quoted, quoted_stretches
from newsclaims.words.sentence import Sentence

_RULES = (
    content_first.content_source_cue,
    content_first.content_cue_source,
    cue_first.cue_source_quote,
    content_first.as_source_cue,
    cue_first.source_cue_quote,
    cue_first.source_cue_that,
    content_first.clause_source_cue,
    cue_first.source_cue_clause,
    content_first.clause_cue_source,
    cue_first.source_cue_question,
    cue_first.source_cue_infinitive,
    cue_first.source_cue_noun,
    cue_first.source_cue_preposition,
)


def find(document: Document, sentences: Sequence[Sentence]) -> list[Quote]:
    """Return what is found, in the order of the text."""
    text = document.text
    stretches = quoted_stretches(document)
    drafts: list[Draft] = []
    folded = paragraphs(text, sentences, stretches)
    for place, lines in enumerate(folded):
        for line in lines:
            after = line.after() or (folded[place + 1][0] if place + 1 < len(folded) and line is lines[-1] else None)
            drafts.extend(_line_drafts(line, after))
    taken = {span for draft in drafts for span in draft.spans}
    for lines in folded:
        for line in lines:
            for index, stretch in line.quoted.items():
                span = (stretch.start, stretch.end)
                if line.words[index] >= 3 and span not in taken and index not in line.labels:
                    found = elsewhere.marks_in_clause(line, index)
                    drafts.append(found or Draft("quotes.marks-alone", line, [span], None, None, ""))
    drafts = _outermost(drafts)
    return [_quote(text, number, draft, stretches) for number, draft in enumerate(drafts, 1)]


def _line_drafts(line: Line, following: Line | None) -> list[Draft]:
    """Return what the rules find in one line; the first rule that fits a cue wins."""
    drafts = []
    for cue in verb_cues(line):
        for attempt in _RULES:
            draft = attempt(cue)
            if draft is not None:
                drafts.append(draft)
                break
    for at in nouns.noun_cues(line):
        found = nouns.possessor_noun(line, at) or nouns.verb_noun(line, at) or nouns.noun_that(line, at)
        if found is not None:
            drafts.append(found)
    if "according" in line.sentence.lower:
        for at in range(len(line.items)):
            found = elsewhere.according_to(line, at)
            if found is not None:
                drafts.append(found)
    for found in (
        elsewhere.cue_colon_quote(line, following),
        elsewhere.quote_dash_name(line),
        elsewhere.name_colon(line),
        elsewhere.possessor_medium_quote(line),
    ):
        if found is not None:
            drafts.append(found)
    return drafts


def _quote(text: str, number: int, draft: Draft, stretches: Sequence[Quoted]) -> Quote:
    def refer(span: tuple[int, int] | None) -> Reference | None:
        return None if span is None else Reference(text[span[0] : span[1]], span[0], span[1])

    cue = None
    if draft.cue is not None:
        cue = Cue(text[draft.cue[0] : draft.cue[1]], *draft.cue, draft.lemma)
    kind = _kind(draft, stretches)
    return Quote(
        f"q{number}",
        text[draft.start : draft.end],
        draft.start,
        draft.end,
        draft.line.sentence.index,
        tuple(draft.spans),
        kind,
        refer(draft.speaker),
        cue,
        refer(draft.addressee),
        0.5,
        draft.rule,
    )


def _kind(draft: Draft, stretches: Sequence[Quoted]) -> QuoteKind:
    """Tell whether the content stands in quotation marks wholly, partly or not at all, by its length."""
    inside = total = 0
    for start, end in draft.spans:
        total += end - start
        at = bisect_right(stretches, start, key=lambda item: item.end)
        while at < len(stretches) and stretches[at].start < end:
            inside += min(end, stretches[at].end) - max(start, stretches[at].start)
            at += 1
    return "indirect" if not inside else "direct" if inside >= 0.9 * total else "mixed"


def _outermost(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts in the order of the text without those inside the content of another one."""
    drafts.sort(key=lambda d: (d.start, -d.end))
    kept: list[Draft] = []
    reach = -1
    for draft in drafts:
        if draft.end <= reach or (
            draft.cue is not None
            and any(k.start <= draft.cue[0] < k.end and k is not draft and _holds(k, draft.cue) for k in kept[-4:])
        ):
            continue
        kept.append(draft)
        reach = draft.end
    return kept


def _holds(draft: Draft, cue: tuple[int, int]) -> bool:
    """Tell whether a cue stands inside a piece of the draft's content."""
    return any(start <= cue[0] < end for start, end in draft.spans)
