"""``match``: the earlier fact checks that fit what an article says, ranked, each with what it shares with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from newsclaims.matching.index import Index, index
from newsclaims.matching.likeness import features, scores, statement, why
from newsclaims.matching.records import FactCheck, check_of
from newsclaims.matching.statements import asked
from newsclaims.model import Article

MIN_SCORE = 0.55
"""The score from which a match is worth a reader's time."""

NEAREST = 50
"""Checks that are looked at for a text that is one statement; for the sentences of an article fewer."""

_NEAREST_OF_MANY = 20


@dataclass(frozen=True)
class Match:
    """An earlier fact check that may be about what an article says.

    ``sentence`` is the sentence's number in ``article.sentences``, ``start`` and ``end`` are its offsets and ``text``
    its words; ``score`` is from 0 to 1: how sure it is that the check is about just that.  ``names``, ``numbers`` and
    ``words`` are what both share, as the article writes it, the rarest first.
    """

    sentence: int
    start: int
    end: int
    text: str
    check: FactCheck
    score: float
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    words: tuple[str, ...]

    @cached_property
    def reason(self) -> str:
        """What both share, in a few words: `Calder, 40; prison, build`."""
        strong = ", ".join((*self.names[:4], *self.numbers[:3]))
        return "; ".join(part for part in (strong, ", ".join(self.words[:5])) if part)

    def to_dict(self) -> dict[str, Any]:
        """Return what the command writes: the sentence's number and text, the check's id and fields, score, reasons."""
        check = self.check
        return {
            "sentence": self.sentence,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "check": check.id,
            "score": self.score,
            "claimReviewed": check.claim,
            "title": check.title,
            "rating": check.rating,
            "url": check.url,
            "publisher": check.publisher,
            "date": check.date,
            "claimant": check.claimant,
            "shared": {"names": list(self.names), "numbers": list(self.numbers), "words": list(self.words)},
        }


def match(
    article: Article,
    checks: Index | Iterable[FactCheck | Mapping[str, Any]],
    *,
    top: int = 10,
    min_score: float = MIN_SCORE,
) -> list[Match]:
    """Return the earlier fact checks that fit an article's statements, the surest first.

    ``checks`` are ``FactCheck`` objects, ClaimReview objects as mappings, or, for many articles, the index of a file:
    ``newsclaims.matching.store.open_index(path)``.  A check is given once, for the sentence that it fits best; at most
    ``top`` are given, each with a score of at least ``min_score``.  Sentences are asked about that are worth checking
    or quote somebody who is named, so the article should have been extracted with all kinds.
    """
    base = checks if isinstance(checks, Index) else index(_checks(checks))
    best: dict[int, tuple[float, int, Match]] = {}
    stretches = asked(article)
    most = NEAREST if len(stretches) == 1 else _NEAREST_OF_MANY
    for order, stretch in enumerate(stretches):
        text = article.text[stretch.start : stretch.end]
        question = statement(base, text, stretch.beside, stretch.dates)
        near = base.nearest(question.weights, most)
        rated = zip(near, scores(features(base, question, near)), strict=True)
        for (number, _), score in rated:
            score = round(score, 4)
            if score < min_score or (number in best and best[number][0] >= score):
                continue
            names, numbers, words = why(base.apart(number), question, base)
            made = Match(
                stretch.sentence, stretch.start, stretch.end, text, base.checks[number], score,
                tuple(names), tuple(numbers), tuple(words),
            )  # fmt: skip
            best[number] = (score, order, made)
    ranked = sorted(best.items(), key=lambda item: (-item[1][0], item[1][1], item[0]))
    return [made for _, (_, _, made) in ranked[:top]]


def merged(found: Iterable[list[Match]], top: int) -> list[Match]:
    """Return the matches of several files of fact checks as one list; a check that is in two of them is given once."""
    once: dict[tuple[str | None, ...], Match] = {}
    for item in sorted((match for one in found for match in one), key=lambda item: -item.score):
        once.setdefault((item.check.claim, item.check.url, item.check.id), item)
    return list(once.values())[:top]


def _checks(given: Iterable[FactCheck | Mapping[str, Any]]) -> Iterable[FactCheck]:
    for number, item in enumerate(given, 1):
        check = item if isinstance(item, FactCheck) else check_of(item, str(number))
        if check is not None:
            yield check
