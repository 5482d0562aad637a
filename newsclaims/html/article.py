"""The part of a report that is one article: its checks, its text, its tables, each row linked to its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsclaims.html.anchors import Anchors
from newsclaims.html.charts import figure_bars, time_axis
from newsclaims.html.escaped import escaped
from newsclaims.html.marked import text_html
from newsclaims.html.tables import Row, table
from newsclaims.model import Article, Quote
from newsclaims.wording.claims import claim_cells, told
from newsclaims.wording.ranking import worth_first
from newsclaims.wording.statements import listed_quotes, said_words, speaker_of
from newsclaims.wording.timeline import time_line
from newsclaims.wording.values import amount_of, day_words, measured_by


@dataclass(frozen=True, slots=True)
class Section:
    """The part of a page that is one article, and what its line in the index says.

    ``anchor`` is the id of its element and begins the ids of all in it; ``speakers`` are (key, name), the most quoted
    first; ``about`` is where and when it was published and how much was found; ``findings`` counts its checks.
    """

    anchor: str
    title: str
    about: str
    findings: int
    speakers: list[tuple[str, str]]
    html: str


def section(article: Article, number: int) -> Section:
    """Return the part of a page that is this article, the ``number``-th."""
    anchor = f"a{number}"
    title = article.title or article.source or article.id or "Article"
    counts = f"{len(article.claims):,} claims, {len(article.quotes):,} quotes, {len(article.figures):,} figures"
    about = " · ".join(filter(None, (article.source or article.id, day_words(article.published or ""), counts)))
    html = "".join(_article(article, f"{anchor}-", title))
    return Section(anchor, title, about, len(article.checks), _speakers(article, f"{anchor}-"), html)


def _speakers(article: Article, prefix: str) -> list[tuple[str, str]]:
    """Return (key, name) of the entities that speak, the most quoted first."""
    names = {entity.id: entity.name for entity in article.entities}
    counts: dict[str, int] = {}
    for quote in article.quotes:
        if quote.speaker and quote.speaker.entity in names:
            counts[quote.speaker.entity] = counts.get(quote.speaker.entity, 0) + 1
    return [(prefix + id, names[id]) for id in sorted(counts, key=lambda id: -counts[id])]


def _article(article: Article, prefix: str, title: str) -> Iterator[str]:
    quotes, claims = list(_quotes(article, prefix)), list(_claims(article))
    figures = list(_figures(article))
    anchors = Anchors(article, prefix, [row.fact for row in (*quotes, *claims, *figures) if row.fact])
    yield f'<article id="{prefix[:-1]}">\n<h1>{escaped(title)}</h1>\n'
    published = f"published {day_words(article.published)}" if article.published else "day of publication unknown"
    words = f"{len(article.text.split()):,} words"
    yield f'<p class="meta">{escaped(article.source or article.id)} · {published} · {words}</p>\n'
    yield from _checks(article, anchors)
    yield '<div class="columns"><section>\n<h2>Text</h2>\n<div class="text">\n'
    yield "\n".join(text_html(article, anchors))
    yield "\n</div>\n</section>\n<section>\n"
    yield from _worth(article, anchors)
    yield from table("Who said what", "quote", ("Speaker", "", "Said"), quotes, anchors, verdict=True)
    yield "</section></div>\n"
    head = ("Who", "Did", "Whom, what, how", "When", "Source")
    yield from table("Who did what to whom", "claim", head, claims, anchors, verdict=True)
    yield '<div class="columns halves">'
    yield from table("Time line", "date", ("When", "What"), _days(article), anchors, before="".join(time_axis(article)))
    bars = "".join(figure_bars(article))
    yield from table("Figures", "figure", ("Figure", "Value", "Of"), figures, anchors, before=bars, verdict=True)
    yield "</div>\n"
    yield from table("Names", "name", ("Name", "Type", "Roles"), _names(article, anchors), anchors)
    yield '<p class="meta"><a href="#top">Back to the top</a></p>\n</article>\n'


def _checks(article: Article, anchors: Anchors) -> Iterator[str]:
    yield f'<section id="{anchors.prefix}checks">\n<h2>Checks</h2>\n'
    if not article.checks:
        yield '<p class="soft">Nothing contradicts itself.</p>\n</section>\n'
        return
    yield '<ul class="checks">\n'
    for item in article.checks:
        places = " / ".join(anchors.to_sentence(anchors.sentence_at(span.start), span.text) for span in item.spans)
        yield (
            f'<li class="{item.severity}"><b class="{item.severity}">{item.severity}</b> {escaped(item.message)}<br>'
            f'<q>{places}</q> <span class="soft">{escaped(item.rule)}</span></li>\n'
        )
    yield "</ul>\n</section>\n"


def _worth(article: Article, anchors: Anchors) -> Iterator[str]:
    from newsclaims.checks.worthiness import reasons

    ranked = worth_first(article)
    if ranked:
        yield '<h2>Worth checking first</h2>\n<ol class="worth">\n'
        for item in ranked:
            said = article.text[item.start : item.end]
            why = escaped(", ".join(reasons(said)))
            line = anchors.to_sentence(anchors.sentence_at(item.start), said)
            yield f'<li><b>{item.check_worthiness:.2f}</b>{line} <span class="soft">({why})</span></li>\n'
        yield "</ol>\n"


def _quotes(article: Article, prefix: str) -> Iterator[Row]:
    names = {entity.id: entity for entity in article.entities}

    def key(quote: Quote) -> str:
        id = quote.speaker.entity if quote.speaker else None
        return f"{prefix}{id}" if id in names else ""

    for quote in listed_quotes(article):
        cue = quote.cue.text if quote.cue else ""
        cells = (speaker_of(quote, names), cue, said_words(quote, article.text))
        yield Row(quote.id, cells, quote.sentence, quote.rule, quote.confidence, key(quote))


def _claims(article: Article) -> Iterator[Row]:
    names = {entity.id: entity for entity in article.entities}
    dates = {item.id: item for item in article.dates}
    for claim, reporter in told(article):
        who, did, what, when = claim_cells(claim, names, dates)
        cells = (who, did, what, when, "" if reporter == who else reporter)
        yield Row(claim.id, cells, claim.sentence, claim.rule, claim.confidence)


def _days(article: Article) -> Iterator[Row]:
    before = ""
    for when, what, sentence in time_line(article, every=False):
        yield Row(None, ("" if when == before else when, what), sentence)
        before = when


def _figures(article: Article) -> Iterator[Row]:
    texts = {item.id: item.text for item in article.figures}
    for item in article.figures:
        value = amount_of(item)
        cells = (item.text, "" if value == item.text else value, measured_by(item, texts))
        yield Row(item.id, cells, item.sentence, item.rule)


def _names(article: Article, anchors: Anchors) -> Iterable[Row]:
    for entity in sorted(article.entities, key=lambda entity: (not entity.named, -len(entity.mentions))):
        kind = entity.type + (f", {entity.country}" if entity.country else "")
        sentence = anchors.sentence_at(entity.mentions[0].start) if entity.mentions else None
        yield Row(None, (entity.name, kind, "; ".join(entity.roles)), sentence)
