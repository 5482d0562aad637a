"""Several reports of one event for a reader at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from newsclaims.comparison.model import Comparison, Difference, Place, Row
from newsclaims.terminal.page import Page, columns, cut, heading, one_line, table, wrapped

_KINDS = {
    "figure": "figure", "date": "date", "actor": "actor", "polarity": "yes or no", "quote-wording": "wording",
    "quote-speaker": "speaker", "name": "name",
}  # fmt: skip
_MOST = 30  # rows, and sentences of one report, that are listed
_LONGEST = 240  # columns of a statement in a table


def compare_lines(found: Comparison, page: Page) -> Iterator[str]:
    """Yield what contradicts, what is told alike, and what only one report has; the reports are A, B, C …"""
    for number, article in enumerate(found.articles):
        title = one_line(article.title or "")
        source = one_line(article.source or article.id or "")
        shown = cut(f"  {source}  {title}".rstrip(), page.width - columns(_letter(number)))
        yield f"{page.paint(_letter(number), 'head')}{shown}"
    yield from _differences(found, page)
    if len(found.articles) > 2:
        yield from _who_agrees(found, page)
    yield from _rows(found, page, "alike", "Told alike")
    yield from _rows(found, page, "open", "About the same, not surely alike")
    for number in range(len(found.articles)):
        alone = _worthiest(found, number)
        if alone:
            yield from heading(page, f"Only in {_letter(number)}")
            yield from table(page, [("·", place.text) for place in alone], (1, 0), most=_MOST)


def _letter(number: int) -> str:
    return chr(ord("A") + number) if number < 26 else f"#{number + 1}"


def _differences(found: Comparison, page: Page) -> Iterator[str]:
    groups = _grouped(found.differences)
    count = len(groups)
    yield from heading(page, f"{count} contradiction{'' if count == 1 else 's'}" if count else "No contradiction found")
    for group in groups:
        kind = _KINDS[group[0].kind]
        yield f" {page.paint(kind, 'error')}: {cut(one_line(_message(group)), page.width - columns(kind) - 3)}"
        shown = {place.article: place for item in reversed(group) for place in item.places}
        for number, place in sorted(shown.items()):
            sentence = found.articles[number].sentences[place.sentence]
            text = found.articles[number].text
            lines = wrapped(_marked(text, sentence.start, sentence.end, place), page.width - 7)
            for at, line in enumerate(lines):
                letter = page.paint(_letter(number), "head") if not at else " "
                yield f"   {letter}  {line}"


def _grouped(differences: Sequence[Difference]) -> list[list[Difference]]:
    """Return the contradictions about one thing together: those of a kind that have a place in common."""
    groups: list[list[Difference]] = []
    of: dict[tuple[str, int, int, int], int] = {}
    for item in differences:
        keys = [(item.kind, place.article, place.start, place.end) for place in item.places]
        at = next((of[key] for key in keys if key in of), None)
        if at is None:
            at = len(groups)
            groups.append([])
        groups[at].append(item)
        of.update(dict.fromkeys(keys, at))
    return groups


def _message(group: Sequence[Difference]) -> str:
    """Return the message of a contradiction; of one between more than two reports who has which value."""
    if len(group) == 1 or group[0].kind not in ("figure", "date"):
        return group[0].message
    told: dict[str, set[int]] = {}
    for item in group:
        for place in item.places:
            told.setdefault(" ".join(place.text.split()), set()).add(place.article)
    return " against ".join(f"{text} ({', '.join(map(_letter, sorted(who)))})" for text, who in told.items())


def _marked(text: str, start: int, end: int, place: Place) -> str:
    """Return the sentence on one line with the place between signs."""
    first, last = max(start, place.start), min(end, place.end)
    before, inside, after = (one_line(part) for part in (text[start:first], text[first:last], text[last:end]))
    left = " " if text[start:first][-1:].isspace() else ""
    right = " " if text[last:end][:1].isspace() else ""
    return f"{before}{left}»{inside}«{right}{after}"


def _who_agrees(found: Comparison, page: Page) -> Iterator[str]:
    """Yield how much each two reports tell alike, and how often they contradict each other."""
    alike: Counter[tuple[int, int]] = Counter()
    for row in found.rows:
        if row.relation == "alike":
            alike.update(combinations([place.article for place in row.places], 2))
    apart = Counter((item.places[0].article, item.places[1].article) for item in found.differences)
    pairs = combinations(range(len(found.articles)), 2)
    lines = [
        (f"{_letter(one)} {_letter(other)}", f"{alike[one, other]} alike", f"{apart[one, other]} contradicting")
        for one, other in pairs
        if alike[one, other] or apart[one, other]
    ]
    if lines:
        yield from heading(page, "Who agrees with whom")
        yield from table(page, lines, (7, 12, 20), ("head",))


def _rows(found: Comparison, page: Page, relation: str, title: str) -> Iterator[str]:
    """Yield the rows of one relation: of two reports side by side, of more with the letters of those that tell it."""
    rows = [row for row in found.rows if row.relation == relation]
    if not rows:
        return
    yield from heading(page, title)
    if len(found.articles) == 2:
        notes = any(row.notes for row in rows)
        columns_ = (30, 0, 16) if notes else (38, 0)
        cells = [[cut(one_line(place.text), _LONGEST) for place in row.places] for row in rows]
        shown = [
            (one, "the same words" if _plain(one) == _plain(other) else other, "; ".join(row.notes))[: len(columns_)]
            for row, (one, other) in zip(rows, cells, strict=True)
        ]
        yield from table(page, [("A", "B", "")[: len(columns_)], *shown], columns_, ("", "", "dim"), most=_MOST + 1)
    else:
        yield from table(page, [(_letters(row), cut(one_line(row.places[0].text), _LONGEST)) for row in rows],
                         (9, 0), ("head",), most=_MOST)  # fmt: skip


def _plain(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _letters(row: Row) -> str:
    return " ".join(_letter(place.article) for place in row.places)


def _worthiest(found: Comparison, number: int) -> Sequence[Place]:
    sentences = found.articles[number].sentences
    mine = [place for place in found.only if place.article == number]
    return sorted(mine, key=lambda place: (-sentences[place.sentence].check_worthiness, place.start))
