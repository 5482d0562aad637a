"""A report in one HTML page: checks on top, the text with highlights and cards, filters, tables and charts.

The page needs nothing from outside and no script: filters are check boxes that style sheets read.  Its content
security policy forbids scripts and requests, and every word of an article is escaped, so that a hostile article stays
text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsclaims.html.charts import figure_bars, time_axis
from newsclaims.html.marked import escaped, text_html
from newsclaims.model import Article
from newsclaims.wording.claims import claim_cells, told
from newsclaims.wording.ranking import worth_first
from newsclaims.wording.statements import listed_quotes, said_words, speaker_of
from newsclaims.wording.timeline import time_line
from newsclaims.wording.values import amount_of, day_words, measured_by

_KINDS = {"name": "Names", "claim": "Claims", "quote": "Quotes", "date": "Dates", "figure": "Figures"}
_OFF = {
    "name": "font-weight: inherit; color: inherit", "claim": "text-decoration: none", "quote": "background: none",
    "date": "background: none", "figure": "background: none",
}  # fmt: skip
_MOST_ROWS = 500
_MOST_SPEAKERS = 20
GENERATOR = '<meta name="generator" content="newsclaims">'
"""What tells a report from the pages of other programs."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render(article: Article) -> str:
    """Return the report of one article."""
    return "".join(report([article]))


@dataclass(frozen=True, slots=True)
class Section:
    """The part of a page that is one article: its title, (key, name) of its speakers, and its HTML."""

    title: str
    speakers: list[tuple[str, str]]
    html: str


def section(article: Article, number: int) -> Section:
    """Return the part of a page that is this article, the ``number``-th."""
    prefix = f"a{number}-"
    title = article.title or article.source or article.id
    return Section(title, _speakers(article, prefix)[:_MOST_SPEAKERS], "".join(_article(article, prefix)))


def report(articles: Iterable[Article]) -> Iterator[str]:
    """Yield the pieces of one page with the reports of several articles."""
    return page_of([section(article, number) for number, article in enumerate(articles)])


def page_of(sections: Sequence[Section]) -> Iterator[str]:
    """Yield the pieces of one page with the sections of several articles."""
    title = sections[0].title if len(sections) == 1 else f"{len(sections)} articles"
    speakers = [speaker for one in sections for speaker in one.speakers][:_MOST_SPEAKERS]
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f"{GENERATOR}\n"
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{escaped(title or 'Report')}</title>\n<style>\n{_style()}"
    yield "".join(_filters_style(speakers)) + "</style>\n"
    yield "</head>\n<body>\n<main>\n"
    yield from _filters(speakers)
    for one in sections:
        yield one.html
    yield "</main>\n</body>\n</html>\n"


@cache
def _style() -> str:
    return (Path(__file__).parent / "report.css").read_text(encoding="utf-8")


def _speakers(article: Article, prefix: str) -> list[tuple[str, str]]:
    """Return (key, name) of the entities that speak, the most quoted first."""
    names = {entity.id: entity.name for entity in article.entities}
    counts: dict[str, int] = {}
    for quote in article.quotes:
        if quote.speaker and quote.speaker.entity in names:
            counts[quote.speaker.entity] = counts.get(quote.speaker.entity, 0) + 1
    return [(prefix + id, names[id]) for id in sorted(counts, key=lambda id: -counts[id])]


def _filters_style(speakers: Sequence[tuple[str, str]]) -> Iterator[str]:
    for kind, off in _OFF.items():
        yield f"body:has(#show-{kind}:not(:checked)) .fact.{kind} {{ {off}; }}\n"
        yield f"body:has(#show-{kind}:not(:checked)) .table-{kind} {{ display: none; }}\n"
    for key, _ in speakers:
        yield f'body:has(#by-{key}:checked) .fact.quote:not([data-speaker~="{key}"]) {{ background: none; }}\n'
        yield f'body:has(#by-{key}:checked) tr[data-speaker]:not([data-speaker="{key}"]) {{ display: none; }}\n'


def _filters(speakers: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield '<form class="filters"><fieldset><legend>Show</legend>'
    for kind, name in _KINDS.items():
        yield f'<label><input type="checkbox" id="show-{kind}" checked> {name}</label>'
    yield "</fieldset>"
    if speakers:
        yield '<fieldset><legend>Speaker</legend><label><input type="radio" name="by" checked> all</label>'
        for key, name in speakers:
            yield f'<label><input type="radio" name="by" id="by-{key}"> {escaped(name)}</label>'
        yield "</fieldset>"
    yield "</form>\n"


def _article(article: Article, prefix: str) -> Iterator[str]:
    yield f"<article>\n<h1>{escaped(article.title or article.source or article.id or 'Article')}</h1>\n"
    published = f"published {day_words(article.published)}" if article.published else "day of publication unknown"
    words = f"{len(article.text.split()):,} words"
    yield f'<p class="meta">{escaped(article.source or article.id)} · {published} · {words}</p>\n'
    yield from _checks(article)
    yield '<div class="columns"><section>\n<h2>Text</h2>\n<div class="text">\n'
    yield "\n".join(text_html(article, prefix))
    yield "\n</div>\n</section>\n<section>\n"
    yield from _worth(article)
    yield from _quotes(article, prefix)
    yield "</section></div>\n"
    yield from _claims(article)
    yield '<div class="columns halves">'
    yield from _time_line(article)
    yield from _figures(article)
    yield "</div>\n"
    yield from _names(article)
    yield "</article>\n"


def _checks(article: Article) -> Iterator[str]:
    yield "<section>\n<h2>Checks</h2>\n"
    if not article.checks:
        yield '<p class="soft">Nothing contradicts itself.</p>\n</section>\n'
        return
    yield '<ul class="checks">\n'
    for item in article.checks:
        places = " / ".join(escaped(span.text) for span in item.spans)
        yield (
            f'<li class="{item.severity}"><b class="{item.severity}">{item.severity}</b> {escaped(item.message)}<br>'
            f'<q>{places}</q> <span class="soft">{escaped(item.rule)}</span></li>\n'
        )
    yield "</ul>\n</section>\n"


def _worth(article: Article) -> Iterator[str]:
    from newsclaims.checks.worthiness import reasons

    ranked = worth_first(article)
    if ranked:
        yield '<h2>Worth checking first</h2>\n<ol class="worth">\n'
        for item in ranked:
            said = article.text[item.start : item.end]
            why = escaped(", ".join(reasons(said)))
            yield f'<li><b>{item.check_worthiness:.2f}</b>{escaped(said)} <span class="soft">({why})</span></li>\n'
        yield "</ol>\n"


def _quotes(article: Article, prefix: str) -> Iterator[str]:
    names = {entity.id: entity for entity in article.entities}
    rows = []
    for quote in listed_quotes(article):
        id = quote.speaker.entity if quote.speaker else None
        key = f"{prefix}{id}" if id in names else ""
        cue = quote.cue.text if quote.cue else ""
        rows.append(((key,), (speaker_of(quote, names), cue, said_words(quote, article.text))))
    yield from _table("Who said what", "quote", ("Speaker", "", "Said"), rows, len(rows))


def _claims(article: Article) -> Iterator[str]:
    names = {entity.id: entity for entity in article.entities}
    dates = {item.id: item for item in article.dates}
    rows = []
    for claim, reporter in told(article):
        who, did, what, when = claim_cells(claim, names, dates)
        rows.append(((), (who, did, what, when, "" if reporter == who else reporter)))
    head = ("Who", "Did", "Whom, what, how", "When", "According to")
    yield from _table("Who did what to whom", "claim", head, rows, len(rows))


def _time_line(article: Article) -> Iterator[str]:
    rows: list[tuple[tuple[str, ...], tuple[str, str]]] = []
    before = ""
    for when, what in time_line(article, every=False):
        rows.append(((), ("" if when == before else when, what)))
        before = when
    yield from _table("Time line", "date", ("When", "What"), rows, len(rows), before="".join(time_axis(article)))


def _figures(article: Article) -> Iterator[str]:
    rows: list[tuple[tuple[str, ...], tuple[str, str, str]]] = []
    texts = {item.id: item.text for item in article.figures}
    for item in article.figures:
        value = amount_of(item)
        rows.append(((), (item.text, "" if value == item.text else value, measured_by(item, texts))))
    yield from _table(
        "Figures", "figure", ("Figure", "Value", "Of"), rows, len(rows), before="".join(figure_bars(article))
    )


def _names(article: Article) -> Iterator[str]:
    rows = [
        ((), (entity.name, entity.type + (f", {entity.country}" if entity.country else ""), "; ".join(entity.roles)))
        for entity in sorted(article.entities, key=lambda entity: (not entity.named, -len(entity.mentions)))
    ]
    yield from _table("Names", "name", ("Name", "Type", "Roles"), rows, len(rows))


def _table(
    title: str, kind: str, head: Sequence[str], rows: Iterable[tuple[tuple[str, ...], Sequence[str]]], count: int,
    before: str = "",
) -> Iterator[str]:  # fmt: skip
    """Yield a section with a table; a row is (speaker's key if it has one, cells)."""
    if not count:
        return
    yield f'<section class="table-{kind}">\n<h2>{title}</h2>\n{before}<table>\n<tr>'
    yield "".join(f"<th>{cell}</th>" for cell in head) + "</tr>\n"
    for number, (key, cells) in enumerate(rows):
        if number == _MOST_ROWS:
            yield f'<tr><td colspan="{len(head)}">… and {count - _MOST_ROWS:,} more</td></tr>\n'
            break
        speaker = f' data-speaker="{escaped(key[0])}"' if key else ""
        yield f"<tr{speaker}>" + "".join(f"<td>{escaped(cell)}</td>" for cell in cells) + "</tr>\n"
    yield "</table>\n</section>\n"
