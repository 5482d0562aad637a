"""Links inside a report: from a row to its sentence in the text, and from a marked fact to its row."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection

from newsclaims.html.escaped import escaped
from newsclaims.model import Article


class Anchors:
    """The ids of one article's elements on the page; ``prefix`` keeps them apart from those of other articles.

    ``rows`` are the ids of the facts that have a row in a table.
    """

    def __init__(self, article: Article, prefix: str, rows: Collection[str]) -> None:
        self.prefix = prefix
        self.rows = frozenset(rows)
        self._starts = [item.start for item in article.sentences]

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence that an offset of the text lies in or behind, from 0."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def sentence(self, number: int) -> str:
        """Return the id of a sentence's element."""
        return f"{self.prefix}s{number}"

    def row(self, fact: str) -> str:
        """Return the id of a fact's row."""
        return f"{self.prefix}row-{fact}"

    def to_sentence(self, number: int, said: str) -> str:
        """Return words as a link to a sentence."""
        return f'<a href="#{self.sentence(number)}">{escaped(said)}</a>'

    def to_row(self, fact: str, said: str) -> str:
        """Return words as a link to the row of a fact, as they are where it has none."""
        return f'<a href="#{self.row(fact)}">{escaped(said)}</a>' if fact in self.rows else escaped(said)
