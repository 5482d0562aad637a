"""Drafts put together: quotes that go on over paragraphs become one, quotes inside others are left out."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import Final

from newsclaims.quotes.draft import Draft, Offsets
from newsclaims.text.quotation import Quoted

_NEIGHBOURS: Final = 4
"""How many drafts back one that holds another is looked for."""


def join_continued(drafts: list[Draft], stretches: list[Quoted]) -> list[Draft]:
    """Join the pieces of a quote whose paragraphs each open with a mark, of which only the last one closes.

    The piece that has a cue gives the joined quote its speaker, cue and rule; of several the first one does.
    """
    labels = sorted(draft.start for draft in drafts if draft.rule == "quotes.name-colon")
    chains = _chains(stretches, labels)
    if not chains:
        return drafts
    chain_of = {start: number for number, chain in enumerate(chains) for start, _ in chain}
    members: dict[int, list[Draft]] = {}
    joined: list[Draft] = []
    for draft in drafts:
        numbers = {chain_of[start] for start, _ in draft.spans if start in chain_of}
        if len(numbers) == 1:
            members.setdefault(numbers.pop(), []).append(draft)
        else:
            joined.append(draft)
    for number, own in members.items():
        chief = next((draft for draft in own if draft.speaker is not None), own[0])
        pieces = sorted({*chains[number], *(span for draft in own for span in draft.spans)})
        chief.spans = pieces
        chief.line = min((draft.line for draft in own), key=lambda line: line.items[0].start)
        joined.append(chief)
    return joined


def _chains(stretches: list[Quoted], labels: list[int]) -> list[list[Offsets]]:
    """Return the runs of stretches that continue one another, each with two members at least.

    A stretch that names its speaker (``labels``: where the words after such names begin) continues nothing.
    """
    found: list[list[Offsets]] = []
    linked = False
    for before, item in pairwise(stretches):
        at = bisect_left(labels, item.start)
        named = at < len(labels) and labels[at] < item.end
        was_linked = linked
        linked = item.continues and not named
        if linked:
            if not was_linked:
                found.append([(before.start, before.end)])
            found[-1].append((item.start, item.end))
    return found


def outermost(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts in the order of the text, without those whose content or cue is inside another's content."""
    drafts.sort(key=lambda draft: (draft.start, -draft.end))
    kept: list[Draft] = []
    for draft in drafts:
        if not any(_inside(draft, other) for other in kept[-_NEIGHBOURS:]):
            kept.append(draft)
    return kept


def _inside(draft: Draft, other: Draft) -> bool:
    if any(start <= draft.start and draft.end <= end for start, end in other.spans):
        return True
    return draft.cue is not None and any(start <= draft.cue[0] < end for start, end in other.spans)
