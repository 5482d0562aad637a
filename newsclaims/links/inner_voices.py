"""Who speaks in the inner marks of quoted words: `“The union says, ‘Reed is a liar,’” Holt said` is the union's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from newsclaims.model import Claim, Quote
from newsclaims.pattern import compiled
from newsclaims.words.complements import kind

_OPENS: Final = compiled(r"(?<=[,:\w]) [‘'](?=\w)")
_DOUBLE: Final = compiled(r"(?<= that) [\"“](?=\w)")
_DOUBLE_CLOSES: Final = compiled(r"[\"”]")
_CLOSES: Final = compiled(r"(?<![s\s])['’](?!\w)|(?<=s)['’](?![ \w])")
_NEAR: Final = 50
"""Code points between a verb of saying and the mark at most: `We are told all the time, ‘`."""
_OWN: Final = frozenset({"i", "we"})
_PUT: Final = frozenset({"be", "go"})
"""Verbs that give words too, before a comma: `The criticism is that, ‘`, `He was like, ‘`."""
_KNOWN: Final = frozenset({None, "entailing", "factive", "implicative"})


def inner_voices(text: str, quotes: list[Quote], claims: list[Claim]) -> Iterator[tuple[int, int, Claim]]:
    """Yield the stretches in which a speaker gives the words of another, with the claim that says whose they are."""
    told = sorted(((claim.predicate.end, claim) for claim in claims), key=lambda pair: pair[0])
    ends = [end for end, _ in told]
    for quote in quotes:
        opens, closes = (_OPENS, _CLOSES) if quote.kind == "direct" else (_DOUBLE, _DOUBLE_CLOSES)
        for first, last in quote.spans:
            for mark in opens.finditer(text, first, last):
                at = bisect_right(ends, mark.start())
                cue = told[at - 1][1] if at else None
                if cue is None or not first <= cue.predicate.start or not _gives(text, cue, mark.start()):
                    continue
                close = closes.search(text, mark.end(), last)
                if close is None and opens is _DOUBLE:
                    continue
                yield mark.end(), close.start() if close else last, cue


def _gives(text: str, cue: Claim, mark: int) -> bool:
    """Tell whether a verb introduces the words of somebody else than who speaks."""
    between, lemma = text[cue.predicate.end : mark], cue.predicate.lemma
    if len(between) > _NEAR or any(stop in between for stop in ".?!;"):
        return False
    apart = between[-1:] in (",", ":") or between == " that"
    says = kind(lemma, "verb:that") not in _KNOWN or (apart and lemma in _PUT) or lemma == "lament"
    own = cue.voice == "active" and cue.subject is not None and cue.subject.text.lower() in _OWN
    return says and (apart or not between) and not own
