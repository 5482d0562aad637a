"""Signs that two statements which nothing contradicts tell the same, not only two things of one event."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newsclaims.facts.matching import Match
from newsclaims.facts.pair import Pair
from newsclaims.facts.sides import agrees
from newsclaims.facts.statement import Statement
from newsclaims.facts.themes import telling
from newsclaims.facts.values import comparable
from newsclaims.model import Figure

_CLEAR = 2.0  # how much stands beside two values that surely measure one thing
_FEW = 3  # words that tell something, below which a statement is short
_MOST = 6  # figures of a statement that are looked at


def signs(pair: Pair, values: Sequence[Match]) -> dict[str, float]:
    """Return the signs of two statements with the values that both tell, each 0 to about 1 (``sign_weights.tsv``)."""
    one, other = pair.one, pair.other
    ours, theirs = telling(one), telling(other)
    verbs = {f"={deed}" for deed in one.deeds | other.deeds}
    left, right = len(ours - verbs), len(theirs - verbs)
    rest = unmatched(pair, values)
    return dict(  # noqa: C408 - names of signs, as in the table
        score=pair.score,
        shared=pair.shared,
        part=len((ours & theirs) - verbs) / max(1, min(left, right)),
        lopsided=abs(left - right) / max(1, left, right),
        short=float(min(left, right) < _FEW),
        value=float(any(isinstance(match.one, Figure) for match in values)),
        day=float(bool(values) and not any(isinstance(match.one, Figure) for match in values)),
        near=min(_CLEAR, max((match.near for match in values), default=0.0)) / _CLEAR,
        unmatched=float(rest),
        deed_told=(_told(one.deeds, theirs) + _told(other.deeds, ours)) / 2,
        other_deed=float(pair.deed == "other"),
        actor=float(pair.actor == "same"),
        object=float(pair.object == "same"),
        other_speaker=float(pair.speaker == "other"),
        quote=float(bool(one.said)),
        piece=float((one.claim is None or other.claim is None) and not one.said),
        modality=float(one.modality != other.modality),
        negated=float(one.negated != other.negated),
        headline=float("headline" in (one.part, other.part)),
    )


def _told(deeds: frozenset[str], about: frozenset[str]) -> float:
    """Return 1 where one of the deeds stands among what a statement is about: `died`, `the death of`; else 0."""
    return float(any(f"={deed}" in about or deed in about for deed in deeds))


def unmatched(pair: Pair, values: Sequence[Match]) -> bool:
    """Return whether both tell figures of one sort that are not the same: `$53 billion` here, `$11 billion` there.

    All figures between the first and the last word count, those of an apposition too: `the victim, 34, died`.
    """
    known = {id(value) for match in values for value in (match.one, match.other)}
    mine, yours = ([figure for figure in _figures(item) if id(figure) not in known] for item in (pair.one, pair.other))
    mine = [figure for figure in mine if not any(agrees(figure, rival) for rival in yours)]
    yours = [figure for figure in yours if not any(agrees(figure, rival) for rival in _figures(pair.one))]
    return any(comparable(figure, rival) for figure in mine for rival in yours)


def _figures(item: Statement) -> Sequence[Figure]:
    """Return the first figures between the start and the end of a statement."""
    figures = item.article.figures
    at = bisect_left(figures, item.start, key=lambda figure: figure.start)
    return [figure for figure in figures[at : at + _MOST] if figure.end <= item.end]
