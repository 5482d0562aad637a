"""Earlier fact checks that fit an article, for a reader at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclaims.matching import Match
from newsclaims.model import Article
from newsclaims.terminal.page import Page, one_line, wrapped

_INDENT = 7  # columns of the score


def match_lines(article: Article, found: Sequence[Match], page: Page) -> Iterator[str]:
    """Yield the matches of an article: score and sentence, what was checked, the verdict and where, what both share."""
    if not found:
        return
    yield page.paint(one_line(article.source or article.id), "path")
    for item in found:
        check = item.check
        yield from _block(page, f"{item.score:.2f}", f"“{one_line(item.text)}”", "")
        yield from _block(page, "", one_line(check.claim), "name")
        verdict = one_line(check.rating or "")
        source = ", ".join(one_line(part) for part in (check.publisher, check.date) if part)
        said = " · ".join(part for part in (verdict, source) if part)
        if said:
            yield from _block(page, "", said, "error" if verdict else "dim")
        if check.url or check.id != check.url:
            yield " " * _INDENT + page.paint(one_line(check.url or f"check {check.id}"), "dim")
        yield from _block(page, "", f"shared: {one_line(item.reason)}", "dim")
    yield ""


def _block(page: Page, head: str, text: str, style: str) -> Iterator[str]:
    for number, line in enumerate(wrapped(text, page.width - _INDENT)):
        yield (f" {head:<{_INDENT - 1}}" if not number else " " * _INDENT) + page.paint(line, style)
