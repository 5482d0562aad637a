"""Measure how often quotes and claims agree who speaks: ``python -m newsclaims.learn.speakers ARTICLES ...``.

ARTICLES are text files, JSON Lines files and folders of them.  Printed is, for the quotes that a verb introduces and
that have a speaker, how many have a claim for that verb, and how many of these have another subject.
"""

from __future__ import annotations

from collections import Counter

from newsclaims.batch.work import Settings, in_series
from newsclaims.cli.tasks import tasks
from newsclaims.learn import arguments
from newsclaims.model import Article, Claim, Quote
from newsclaims.text.inputs import Selection

_PRONOUNS = frozenset({"that", "which", "who"})
"""The speaker in a relative clause; the claim has the noun phrase that the pronoun stands for."""


def main(paths: list[str]) -> None:
    """Count over all articles and print the shares."""
    found: Counter[str] = Counter()
    as_they_are = Settings("article")
    for _, outcome in in_series(tasks(paths, Selection(), as_they_are), as_they_are):
        for article in outcome.items if outcome else ():
            found += agreement(article)
    whole = found.total() or 1
    for what in ("same subject", "another subject", "no claim"):
        print(f"{what:16} {found[what]:6} {100 * found[what] / whole:5.1f} %")


def agreement(article: Article) -> Counter[str]:
    """Return how many quotes of an article have a claim of their cue with the same subject, with another, or none."""
    by_verb: dict[int, list[Claim]] = {}
    for claim in article.claims:
        for at in range(claim.predicate.start, claim.predicate.end):
            by_verb.setdefault(at, []).append(claim)
    found: Counter[str] = Counter()
    for quote in article.quotes:
        if quote.cue is not None and quote.speaker is not None and quote.rule in _BY_VERB:
            own = by_verb.get(quote.cue.start, [])
            same = any(_speaks(quote, claim) for claim in own)
            found["no claim" if not own else "same subject" if same else "another subject"] += 1
    return found


_BY_VERB = frozenset(
    f"quotes.{name}"
    for name in (
        "as-source-cue", "clause-cue-source", "clause-source-cue", "content-cue-source", "content-source-cue",
        "cue-source-quote", "relative-source-cue", "source-cue-clause", "source-cue-infinitive", "source-cue-noun",
        "source-cue-preposition", "source-cue-question", "source-cue-quote", "source-cue-that",
    )
)  # fmt: skip


def _speaks(quote: Quote, claim: Claim) -> bool:
    """Tell whether the claim of the cue is about the speaker, who in a passive may be its object."""
    speaker = quote.speaker
    assert speaker is not None
    parts = [claim.subject, claim.object if claim.voice == "passive" else None]
    overlap = any(part is not None and part.start < speaker.end and speaker.start < part.end for part in parts)
    return overlap or speaker.text.lower() in _PRONOUNS


if __name__ == "__main__":
    main(arguments(__doc__, 1))
