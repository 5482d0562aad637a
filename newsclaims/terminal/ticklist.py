"""The tick list as plain text and as Markdown: each sentence once, under it a box for everything in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaims.model import Article
from newsclaims.terminal.page import Page, cut, one_line, wrapped
from newsclaims.wording.ticklist import by_sentence, sentence_text, tick_list
from newsclaims.wording.values import day_words

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#+|~!&])")
_KIND_WIDTH = 7


def text_list(article: Article, page: Page) -> Iterator[str]:
    """Yield the lines of the tick list for a terminal or for paper."""
    yield page.paint(cut(one_line(article.title or article.source or article.id), page.width - 1), "head")
    yield page.paint(_about(article), "dim")
    for number, ticks in by_sentence(tick_list(article)):
        yield ""
        yield from wrapped(one_line(sentence_text(article, number)), page.width - 1)
        for tick in ticks:
            lines = wrapped(f"{_short(tick.text)} — {one_line(tick.look_up)}", page.width - 7 - _KIND_WIDTH - 1)
            for at, line in enumerate(lines):
                head = (
                    f"  [ ] {page.paint(f'{tick.kind:{_KIND_WIDTH}}', 'dim')} " if not at else " " * (7 + _KIND_WIDTH)
                )
                yield head + line


def markdown_list(article: Article) -> Iterator[str]:
    """Yield the lines of the tick list as a task list of GitHub's Markdown."""
    yield f"# {_markdown(article.title or article.source or article.id)}"
    yield ""
    yield _markdown(_about(article))
    for number, ticks in by_sentence(tick_list(article)):
        yield ""
        yield f"> {_markdown(sentence_text(article, number))}"
        yield ""
        for tick in ticks:
            yield f"- [ ] {tick.kind} **{_markdown(_short(tick.text))}** — {_markdown(tick.look_up)}"


def _about(article: Article) -> str:
    when = f"published {day_words(article.published)}" if article.published else "day of publication unknown"
    return one_line(f"{article.source or article.id or 'text'} · {when}")


def _short(text: str) -> str:
    return cut(one_line(text), 160)


def _markdown(text: str) -> str:
    """Return text in which nothing is markup; control characters are made visible."""
    return _MARKDOWN.sub(r"\\\1", one_line(text))
