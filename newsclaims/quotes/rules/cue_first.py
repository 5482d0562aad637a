"""Source and cue before the content: `Smith said that …`, `Smith said: “…”`, `saying …`."""

from __future__ import annotations

from newsclaims.quotes.content import After, after, content_end
from newsclaims.quotes.cues import VerbCue
from newsclaims.quotes.draft import Draft, Offsets, from_cue
from newsclaims.quotes.lines import QUOTE
from newsclaims.quotes.rules.content_first import only_quote
from newsclaims.quotes.subjects import subject
from newsclaims.rule import rule


def _draft(name: str, cue: VerbCue, what: After) -> Draft | None:
    line = cue.line
    items = line.items
    end = content_end(cue, what)
    if end <= what.first:
        return None
    spans: list[Offsets] = [(items[what.first].start, items[end - 1].end)]
    covered = [i for i in range(what.first, end) if items[i].tag == QUOTE]
    following = line.after()
    if covered and covered[-1] >= end - 1 and what.frame in ("quote", "colon"):
        while following is not None and only_quote(following):
            spans.append((following.items[0].start, following.items[0].end))
            following = following.after()
    who = None if cue.passive else subject(line, cue.verb)
    draft = from_cue(name, cue, spans, who, what.addressee)
    draft.covered = covered
    return draft


@rule("quotes.source-cue-quote")
def source_cue_quote(cue: VerbCue) -> Draft | None:
    """Source and cue, then words that begin with a quotation mark: `Smith said, “It works.”`"""
    what = after(cue)
    if what is None or what.frame not in ("quote", "colon"):
        return None
    return _draft("quotes.source-cue-quote", cue, what)


@rule("quotes.source-cue-that")
def source_cue_that(cue: VerbCue) -> Draft | None:
    """A clause with `that`: `Smith said that the plan works.`"""
    what = after(cue)
    if what is None or what.frame != "that":
        return None
    return _draft("quotes.source-cue-that", cue, what)


@rule("quotes.source-cue-clause")
def source_cue_clause(cue: VerbCue) -> Draft | None:
    """A clause without `that`: `Smith said the plan works.`"""
    what = after(cue)
    if what is None or what.frame != "clause":
        return None
    return _draft("quotes.source-cue-clause", cue, what)


@rule("quotes.source-cue-question")
def source_cue_question(cue: VerbCue) -> Draft | None:
    """An indirect question: `Smith asked whether the plan works.`"""
    what = after(cue)
    if what is None or what.frame != "wh":
        return None
    return _draft("quotes.source-cue-question", cue, what)


@rule("quotes.source-cue-infinitive")
def source_cue_infinitive(cue: VerbCue) -> Draft | None:
    """An infinitive: `Smith promised to leave.`"""
    what = after(cue)
    if what is None or what.frame != "to":
        return None
    return _draft("quotes.source-cue-infinitive", cue, what)


@rule("quotes.source-cue-noun")
def source_cue_noun(cue: VerbCue) -> Draft | None:
    """A noun phrase: `Smith criticized the plan.`"""
    what = after(cue)
    if what is None or what.frame not in ("noun", "ing", "as"):
        return None
    return _draft("quotes.source-cue-noun", cue, what)


@rule("quotes.source-cue-preposition")
def source_cue_preposition(cue: VerbCue) -> Draft | None:
    """A preposition: `Smith called for a vote.`"""
    what = after(cue)
    if what is None or what.frame != "preposition":
        return None
    return _draft("quotes.source-cue-preposition", cue, what)
