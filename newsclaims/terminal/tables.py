"""The tables under an article at a terminal: who said what, who did what, figures, time line, names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from newsclaims.model import Article, Entity
from newsclaims.terminal.page import Page, cut, heading, one_line, table
from newsclaims.wording.claims import claim_cells, told
from newsclaims.wording.statements import listed_quotes, said_words, speaker_of
from newsclaims.wording.timeline import holds, time_line
from newsclaims.wording.values import amount_of, measured_by

_ROWS = 30  # of a table that was not asked for by its name


@dataclass(frozen=True, slots=True)
class Choice:
    """What of an article is listed: all of it, or what a reader wants first; limited to entities where some are set."""

    names: dict[str, Entity]
    chosen: set[str] | None = None
    every: bool = False

    def lines(
        self, page: Page, title: str, kind: str, rows: list[tuple[str, ...]], widths: tuple[int, ...],
        styles: tuple[str, ...], left: int = 0,
    ) -> Iterator[str]:  # fmt: skip
        """Yield a titled table; ``left`` more facts were left out before. A last line says how to see all."""
        if rows:
            yield from heading(page, title)
            most = len(rows) if self.every else _ROWS
            yield from table(page, rows[:most], widths, styles, most=most)
            more = max(0, len(rows) - most) + left
            if more:
                yield page.paint(f" … {more:,} more, --only {kind} shows all", "dim")


def table_lines(article: Article, page: Page, only: Collection[str], choice: Choice) -> Iterator[str]:
    """Yield the tables of these kinds."""
    for kind, lines in _TABLES.items():
        if kind in only:
            yield from lines(article, page, choice)


def _quotes(article: Article, page: Page, choice: Choice) -> Iterator[str]:
    listed = listed_quotes(article, choice.every)
    rows: list[tuple[str, ...]] = []
    for quote in listed:
        if choice.chosen is None or (quote.speaker and quote.speaker.entity in choice.chosen):
            cue = quote.cue.text if quote.cue else ""
            rows.append((speaker_of(quote, choice.names), cue, said_words(quote, article.text)))
    yield from choice.lines(page, "Who said what", "quotes", rows, (22, 12, 0), ("name", "dim", "quote"))


def _claims(article: Article, page: Page, choice: Choice) -> Iterator[str]:
    dates = {item.id: item for item in article.dates}
    listed = told(article, choice.chosen, choice.every)
    rows: list[tuple[str, ...]] = []
    for claim, reporter in listed:
        who, did, what, when = claim_cells(claim, choice.names, dates)
        said = "" if not reporter or reporter == who else f" — according to {reporter}"
        rows.append((who, did, (what + said).strip(), when))
    left = 0 if choice.every else len(told(article, choice.chosen, every=True)) - len(listed)
    styles = ("name", "claim", "", "date")
    yield from choice.lines(page, "Who did what to whom, when", "claims", rows, (18, 16, 0, 12), styles, left)


def _figures(article: Article, page: Page, choice: Choice) -> Iterator[str]:
    inside: dict[str, str] = {}
    for claim in article.claims:
        if choice.chosen is None or holds(claim, choice.chosen):
            for id in claim.figures:
                if id not in inside or len(claim.text) < len(inside[id]):
                    inside[id] = claim.text
    rows: list[tuple[str, ...]] = []
    texts = {item.id: item.text for item in article.figures}
    for item in article.figures:
        if choice.chosen is None or item.id in inside:
            value = amount_of(item)
            of = measured_by(item, texts) or cut(one_line(inside.get(item.id, "")), 120)
            rows.append((item.text, "" if value == item.text else value, of))
    title = "Figures and what they measure"
    yield from choice.lines(page, title, "figures", rows, (24, 20, 0), ("figure",))


def _dates(article: Article, page: Page, choice: Choice) -> Iterator[str]:
    rows: list[tuple[str, ...]] = []
    before = ""
    for when, what, _ in time_line(article, choice.chosen, choice.every):
        rows.append(("" if when == before else when, cut(one_line(what), 200)))
        before = when
    yield from choice.lines(page, "Time line", "dates", rows, (18, 0), ("date",))


def _entities(article: Article, page: Page, choice: Choice) -> Iterator[str]:
    rows: list[tuple[str, ...]] = []
    for entity in sorted(article.entities, key=lambda e: (not e.named, -len(e.mentions), e.mentions[0].start)):
        if choice.chosen is None or entity.id in choice.chosen:
            kind = f"{entity.type}, {entity.country}" if entity.country else entity.type
            rows.append((entity.name, kind, f"{len(entity.mentions)}×", "; ".join(entity.roles)))
    yield from choice.lines(page, "Names", "entities", rows, (30, 18, 5, 0), ("name", "dim", "dim"))


_TABLES: dict[str, Callable[[Article, Page, Choice], Iterator[str]]] = {
    "quotes": _quotes, "claims": _claims, "figures": _figures, "dates": _dates, "entities": _entities,
}  # fmt: skip
