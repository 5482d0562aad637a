"""Drafts put together: quotes that go on over paragraphs become one, quotes inside others are left out."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from operator import attrgetter
from typing import Final

from newsclaims.quotes.draft import Draft, Offsets
from newsclaims.text.quotation import Quoted
from newsclaims.words.sentence import Token

_start: Final = attrgetter("start")
_NEIGHBOURS: Final = 4
"""How many drafts back one that holds another is looked for."""


def join_continued(drafts: list[Draft], stretches: list[Quoted]) -> list[Draft]:
    """Join the pieces of a quote whose paragraphs each open with a mark, of which only the last one closes.

    The piece that has a cue gives the joined quote its speaker, cue and rule; of several the first one does.  A
    paragraph with the name of somebody else begins a new quote: the mark was forgotten.
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
    for number, every in members.items():
        for own, stretches_of in _by_speaker(every, chains[number]):
            chief = next((draft for draft in own if draft.speaker is not None), own[0])
            pieces = sorted({*stretches_of, *(span for draft in own for span in draft.spans)})
            chief.spans = pieces
            chief.line = min((draft.line for draft in own), key=lambda line: line.items[0].start)
            joined.append(chief)
    return joined


def _by_speaker(own: list[Draft], chain: list[Offsets]) -> list[tuple[list[Draft], list[Offsets]]]:
    """Cut a chain of stretches before each draft that another name speaks: `“It is.` / `“No,” added Ann Reed.`"""
    own.sort(key=lambda draft: draft.start)
    cuts = [0]
    name = _name(own[0])
    for draft in own[1:]:
        other = _name(draft)
        if name and other and name.isdisjoint(other):
            cuts.append(draft.start)
        name = other or name
    cuts.append(max(chain[-1][1], own[-1].end) + 1)
    drafts = [bisect_left(own, cut, key=_start) for cut in cuts]
    stretches = [bisect_left(chain, (cut, 0)) for cut in cuts]
    parts = zip(pairwise(drafts), pairwise(stretches), strict=True)
    return [(own[a:b], chain[first:last]) for (a, b), (first, last) in parts if a < b]


def _name(draft: Draft) -> set[str]:
    """Return the words of the name with which a draft's speaker begins; nothing for a description or a pronoun."""
    if draft.speaker is None:
        return set()
    first, last = draft.speaker
    words: list[Token] = []
    items = draft.line.items
    for at in range(bisect_left(items, first, key=_start), len(items)):
        if items[at].end > last or items[at].tag in ("IN", ",", "POS"):
            break
        words.append(items[at])
    named = bool(words) and words[-1].tag in ("NNP", "NNPS")
    return {item.text for item in words if item.tag in ("NNP", "NNPS")} if named else set()


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
    """Return the drafts in the order of the text, without those whose content or cue is inside another's content.

    Quoted words are whose they are, not of the paper that has them: `According to the Post, Reed said “no more”`.  What
    is said in what nobody said is kept beside it: `The map shows where Reed said no`.
    """
    drafts.sort(key=lambda draft: (draft.start, -draft.end))
    kept: list[Draft] = []
    for draft in drafts:
        around = next((at for at in range(-min(_NEIGHBOURS, len(kept)), 0) if _inside(draft, kept[at])), 0)
        if not around or (kept[around].silent and draft.verb_class == "speech"):
            kept.append(draft)
        elif kept[around].rule == "quotes.according-to" and _spoken_in(draft, kept[around]):
            kept[around] = draft
    return kept


def _spoken_in(draft: Draft, paper: Draft) -> bool:
    """Tell whether all that a paper is the source of is that somebody said quoted words."""
    if draft.speaker is None or draft.cue is None or draft.end != paper.end or draft.speaker[0] != paper.start:
        return False
    return any(draft.start <= stretch.start < draft.end for stretch in draft.line.quoted.values())


def _inside(draft: Draft, other: Draft) -> bool:
    if any(start <= draft.start and draft.end <= end for start, end in other.spans):
        return True
    return draft.cue is not None and any(start <= draft.cue[0] < end for start, end in other.spans)
