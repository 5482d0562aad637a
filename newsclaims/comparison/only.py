"""What only one report tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclaims.comparison.model import Place
from newsclaims.facts.alignment import Alignment
from newsclaims.facts.compared import Found
from newsclaims.facts.lexical import content_words
from newsclaims.facts.statement import Statement
from newsclaims.model import Article
from newsclaims.table import word_classes

word_class = word_classes("comparison")

_SHARED = 0.5  # share of what a sentence is about that another tells too
_SURE = 0.75  # score from which two statements that neither agree nor contradict tell of one thing
_FEWEST = 3  # content words of a sentence that says something


def only(articles: Sequence[Article], alignment: Alignment, found: Sequence[Found]) -> Iterator[Place]:
    """Yield the sentences whose statements no other report has and that share less than half with any of its sentences.

    Heads of sections, calls to read or subscribe, and other lines without a claim are left out.
    """
    told: set[tuple[int, int]] = set()
    for item in found:
        if item.relation == "open" and item.pair.score < _SURE:
            continue
        for group, statement in zip(item.pair.groups, (item.one, item.other), strict=True):
            told.add((group, statement.sentence))
    for number, article in enumerate(articles):
        stating = {item.sentence for item in article.claims} | {item.sentence for item in article.quotes}
        for line in alignment.groups[number]:
            if (number, line.sentence) in told or line.part != "body" or line.sentence not in stating:
                continue
            if _calls(line) or len(content_words(line.text)) < _FEWEST:
                continue
            others = (at for at in range(len(articles)) if at != number)
            near = (pair for at in others for pair in alignment.near(number, line.number, at, 0.0)[:1])
            if not any(pair.shared >= _SHARED for pair in near):
                yield Place(number, line.text, line.start, line.end, line.sentence)


def _calls(line: Statement) -> bool:
    """Return whether a sentence calls the reader to do something: `Read more here`, `Sign up for our newsletter`."""
    first = line.text.partition(" ")[0].strip("“\"'(").lower()
    return first in word_class("calls")
