"""The text of an article with its facts marked in place: by colour, or by signs where there is none."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from newsclaims.model import Article
from newsclaims.terminal.page import Page, columns
from newsclaims.text.visible import visible

# quotes in quotation marks need no other sign
SIGNS = {"claim": "**", "reported": "«»", "date": "[]", "figure": "{}"}
LEGEND = {
    "name": "names", "claim": "claims (verbs)", "quote": "quotes", "reported": "reported speech", "date": "dates",
    "figure": "figures",
}  # fmt: skip
Mark = tuple[int, int, str]


def marks_of(article: Article, only: Collection[str]) -> list[Mark]:
    """Return (start, end, style) of the facts that are marked, later ones over earlier ones."""
    found: list[Mark] = []
    if "entities" in only:
        found += [(m.start, m.end, "name") for e in article.entities for m in e.mentions if m.kind == "name"]
    if "claims" in only:
        found += [(claim.predicate.start, claim.predicate.end, "claim") for claim in article.claims]
    if "quotes" in only:
        for quote in article.quotes:
            style = "reported" if quote.kind == "indirect" else "quote"
            found += [(start, end, style) for start, end in quote.spans]
    if "dates" in only:
        found += [(item.start, item.end, "date") for item in article.dates]
    if "figures" in only:
        found += [(item.start, item.end, "figure") for item in article.figures]
    return found


def text_lines(article: Article, page: Page, only: Collection[str]) -> Iterator[str]:
    """Yield the lines of the article's text, a blank line between paragraphs."""
    marks = marks_of(article, only)
    by_paragraph: dict[int, list[int]] = {}
    for index, sentence in enumerate(article.sentences):
        by_paragraph.setdefault(sentence.paragraph, []).append(index)
    edges = _edges(marks, article)
    for number, (paragraph, indexes) in enumerate(by_paragraph.items()):
        if number:
            yield ""
        start = article.sentences[indexes[0]].start
        end = article.sentences[indexes[-1]].end
        part = article.sentences[indexes[0]].part
        base = {"headline": "head", "body": ""}.get(part, "dim" if part != "dateline" else "")
        yield from _flow(article.text, start, end, edges.get(paragraph, []), page, base)


def _edges(marks: list[Mark], article: Article) -> dict[int, list[Mark]]:
    """Return the marks of each paragraph."""
    found: dict[int, list[Mark]] = {}
    starts = [(sentence.start, sentence.paragraph) for sentence in article.sentences]
    at = 0
    for mark in sorted(marks):
        while at + 1 < len(starts) and starts[at + 1][0] <= mark[0]:
            at += 1
        if starts:
            found.setdefault(starts[at][1], []).append(mark)
    return found


_ORDER = ("", "head", "dim", "quote", "reported", "name", "claim", "date", "figure")  # what is marked over what


def _flow(text: str, start: int, end: int, marks: list[Mark], page: Page, base: str) -> Iterator[str]:
    """Yield a paragraph's lines: words with their styles, broken at white space."""
    size = end - start
    paint = [base] * size
    opened: dict[int, str] = {}
    closed: dict[int, str] = {}
    for first, last, style in sorted(marks, key=lambda mark: _ORDER.index(mark[2])):
        for at in range(max(first - start, 0), min(last - start, size)):
            paint[at] = style
        if not page.color and style in SIGNS:
            opened[first] = opened.get(first, "") + SIGNS[style][0]
            closed[last] = SIGNS[style][1] + closed.get(last, "")
    width = page.width - 1
    line = ""
    used = 0
    at = start
    while at < end:
        while at < end and text[at].isspace():
            at += 1
        stop = at
        while stop < end and not text[stop].isspace():
            stop += 1
        if stop == at:
            break
        for word, length in _word(text, at, stop, start, paint, opened, closed, page, width):
            if used and used + 1 + length > width:
                yield line
                line, used = "", 0
            between = _space(page, paint, at - start) if used else ""
            line += between + word
            used += (1 if between else 0) + length
        at = stop
    if line:
        yield line


def _space(page: Page, paint: list[str], at: int) -> str:
    """Return the space before a word, underlined or coloured when both its sides are."""
    style = paint[at] if at > 0 and paint[at - 1] == paint[at] else ""
    return page.paint(" ", style)


def _word(
    text: str, first: int, last: int, start: int, paint: list[str], opened: dict[int, str], closed: dict[int, str],
    page: Page, width: int,
) -> Iterator[tuple[str, int]]:  # fmt: skip
    """Yield a word with its styles and its columns, in pieces when it is longer than a line."""
    pieces: list[str] = []
    length = 0
    at = first
    while at < last:
        style = paint[at - start]
        run = opened.get(at, "")
        stop = at
        size = 0
        while stop < last and paint[stop - start] == style and (stop == at or stop not in opened):
            mark = text[stop]
            size += 1 if mark.isascii() and mark.isprintable() else columns(visible(mark))
            stop += 1
            if size >= width - 16 or stop in closed:
                break
        run += visible(text[at:stop]) + closed.get(stop, "")
        if length and length + columns(run) > width:
            yield "".join(pieces), length
            pieces, length = [], 0
        pieces.append(page.paint(run, style))
        length += columns(run)
        at = stop
    if pieces:
        yield "".join(pieces), length
