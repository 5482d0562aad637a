"""Several reports of one event for a reader at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclaims.compare.sides import Agreement, Comparison, Place
from newsclaims.terminal.page import Page, cut, heading, one_line, table, wrapped

_KINDS = {
    "figure": "figure", "date": "date", "actor": "actor", "polarity": "yes or no", "quote-wording": "wording",
    "quote-speaker": "speaker",
}  # fmt: skip
_MOST = 30  # agreements and sentences of one report that are listed


def compare_lines(found: Comparison, page: Page) -> Iterator[str]:
    """Yield what contradicts, what agrees, and what only one report has; the reports are A, B, C …"""
    for number, article in enumerate(found.articles):
        title = one_line(article.title or "")
        source = one_line(article.source or article.id or "")
        yield cut(f"{page.paint(_letter(number), 'head')}  {source}  {title}", page.width + 8)
    yield from _differences(found, page)
    yield from _agreements(found, page)
    for number in range(len(found.articles)):
        alone = _worthiest(found, number)
        if alone:
            yield from heading(page, f"Only in {_letter(number)}")
            yield from table(page, (("·", place.text) for place in alone[:_MOST]), (1, 0))


def _letter(number: int) -> str:
    return chr(ord("A") + number) if number < 26 else f"#{number + 1}"


def _differences(found: Comparison, page: Page) -> Iterator[str]:
    count = len(found.differences)
    yield from heading(page, f"{count} contradiction{'' if count == 1 else 's'}" if count else "No contradiction found")
    for item in found.differences:
        yield f" {page.paint(_KINDS[item.kind], 'error')}: {one_line(item.message)}"
        for place in item.places:
            sentence = found.articles[place.article].sentences[place.sentence]
            text = found.articles[place.article].text
            lines = wrapped(_marked(text, sentence.start, sentence.end, place), page.width - 7)
            for at, line in enumerate(lines):
                letter = page.paint(_letter(place.article), "head") if not at else " "
                yield f"   {letter}  {line}"


def _marked(text: str, start: int, end: int, place: Place) -> str:
    """Return the sentence on one line with the place between signs."""
    first, last = max(start, place.start), min(end, place.end)
    before, inside, after = (one_line(part) for part in (text[start:first], text[first:last], text[last:end]))
    left = " " if text[start:first][-1:].isspace() else ""
    right = " " if text[last:end][:1].isspace() else ""
    return f"{before}{left}»{inside}«{right}{after}"


def _agreements(found: Comparison, page: Page) -> Iterator[str]:
    rows = []
    seen: set[tuple[str, ...]] = set()
    order = {"claim": 0, "quote": 1, "figure": 2, "date": 3}
    for item in sorted(found.agreements, key=lambda one: (order.get(one.kind, 4), one.places[0].start)):
        texts = tuple(one_line(place.text).casefold() for place in item.places)
        if texts not in seen:
            seen.add(texts)
            rows.append((item.kind, _letters(item), item.places[0].text))
    if rows:
        yield from heading(page, "Told alike")
        yield from table(page, rows[:_MOST], (7, 3, 0), ("dim", "head"))
        if len(rows) > _MOST:
            yield f" … and {len(rows) - _MOST} more"


def _letters(item: Agreement) -> str:
    return "=".join(_letter(place.article) for place in item.places)


def _worthiest(found: Comparison, number: int) -> Sequence[Place]:
    sentences = found.articles[number].sentences
    mine = [place for place in found.only if place.article == number]
    return sorted(mine, key=lambda place: (-sentences[place.sentence].check_worthiness, place.start))
