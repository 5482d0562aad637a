"""A report in one HTML page: an index, then each article with its checks, its text with highlights, tables and charts.

The page needs nothing from outside and no script: filters are check boxes that style sheets read, links lead from
every row to its sentence and back.  Its content security policy forbids scripts and requests, and every word of an
article is escaped, so that a hostile article stays text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from newsclaims.html.article import Section, section
from newsclaims.html.escaped import escaped
from newsclaims.model import Article

_KINDS = {"name": "Names", "claim": "Claims", "quote": "Quotes", "date": "Dates", "figure": "Figures"}
_OFF = {
    "name": "font-weight: inherit; color: inherit", "claim": "text-decoration: none", "quote": "background: none",
    "date": "background: none", "figure": "background: none",
}  # fmt: skip
_MOST_SPEAKERS = 20
GENERATOR = '<meta name="generator" content="newsclaims">'
"""What tells a report from the pages of other programs."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render(article: Article) -> str:
    """Return the report of one article."""
    return "".join(report([article]))


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
    yield '</head>\n<body>\n<main id="top">\n'
    if len(sections) > 1:
        yield from _index(sections)
    yield from _filters(speakers)
    for one in sections:
        yield one.html
    yield "</main>\n</body>\n</html>\n"


def _index(sections: Sequence[Section]) -> Iterator[str]:
    """Yield the list of articles, each with what was found in it; findings of the checks stand out."""
    yield f'<nav class="index">\n<h2>{len(sections)} articles</h2>\n<ol>\n'
    for one in sections:
        yield f'<li><a href="#{one.anchor}">{escaped(one.title)}</a> <span class="soft">{escaped(one.about)}</span>'
        if one.findings:
            many = f"{one.findings} finding{'s' if one.findings > 1 else ''}"
            yield f' <a class="warning" href="#{one.anchor}-checks">{many}</a>'
        yield "</li>\n"
    yield "</ol>\n</nav>\n"


@cache
def _style() -> str:
    return (Path(__file__).parent / "report.css").read_text(encoding="utf-8")


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
