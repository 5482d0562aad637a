"""Quoted words that no cue introduces."""

from __future__ import annotations

from newsclaims.quotes.draft import Draft, offsets
from newsclaims.quotes.lines import Line, Span
from newsclaims.quotes.phrases import FINITE
from newsclaims.quotes.sources import clause_of, group_start, speaks, subject
from newsclaims.rule import rule
from newsclaims.syntax.clause import SUB, THAT


def marks_in_clause(line: Line, index: int) -> Draft | None:
    """Quoted words that no cue introduces, inside a clause: its subject is the speaker."""
    items = line.items
    who: Span | None = None
    for at in range(index - 1, max(-1, index - 30), -1):
        loose = items[at].tag == "VBN" and group_start(line, at) == at  # `told readers, freely translated, “…”`
        if items[at].tag in FINITE or (items[at].tag in ("VBG", "VBN") and at > 0 and not loose):
            who = subject(line, at) if items[at].lemma != "be" else None
            if who is not None:
                break
    if who is None:
        return None
    nobody = items[who[0]].tag in ("WDT", "PRP$") and who[1] - who[0] == 1
    ahead = items[who[0]].tag != "PRP" and any(
        item.tag == "MD" for item in items[who[1] : at + 1]
    )  # `each member would take “such action”`
    found = clause_of(line, at)
    if found is not None and found[1].opener in (SUB, THAT) and items[who[0]].tag[:3] not in ("PRP", "NNP"):
        who = None  # `said later that the country has spent “hundreds of years”`, `if lawyers “took part”`
    elif nobody or ahead or items[who[0]].lower in ("it", "you") or not speaks(line, at):
        who = None
    return Draft("quotes.marks-in-clause", line, [(items[index].start, items[index].end)], offsets(line, who), None, "")


rule("quotes.marks-in-clause")(marks_in_clause)


def marks_alone(line: Line, index: int) -> Draft:
    """A quoted stretch of three words or more that neither a cue nor a clause introduces: its speaker is elsewhere."""
    item = line.items[index]
    return Draft("quotes.marks-alone", line, [(item.start, item.end)], None, None, "")


rule("quotes.marks-alone")(marks_alone)
