"""The whole data flow on one page; read this first.

text -> Document (parts, paragraphs) -> [Sentence] of tagged tokens -> facts of each kind -> links -> Article

Every arrow is one function without side effects; every fact carries its offsets and the id of the rule that found it.
"""

from __future__ import annotations

from collections.abc import Collection

from newsclaims import claims, dates, entities, figures, links, quotes
from newsclaims.checks.worthiness import worthiness
from newsclaims.dates.published import publication_date
from newsclaims.model import SCHEMA_VERSION, Article, PublishedBasis, SentenceSpan
from newsclaims.syntax.parse import Parses
from newsclaims.text.document import read_document
from newsclaims.words.sentence import analyse

KINDS = ("entities", "claims", "quotes", "dates", "figures")


def run(
    text: str,
    *,
    id: str = "",
    source: str | None = None,
    title: str | None = None,
    date: str | None = None,
    basis: PublishedBasis = "given",
    only: Collection[str] = KINDS,
    warnings: tuple[str, ...] = (),
) -> Article:
    """Extract everything from one article.

    ``date`` is its ISO 8601 day and ``basis`` says where that came from; without it the day is looked for in the
    article's byline, dateline and captions.  ``only`` names the kinds that are wanted; what no wanted kind needs is
    not looked for, and an item never names the id of an item that is not there.
    """
    document = read_document(text, title)
    sentences = analyse(document)
    parses = Parses(document, sentences)
    published = publication_date(document, date, basis)

    wanted = frozenset(only)
    misread: list[str] = []
    found_dates = dates.find(document, sentences, published, misread) if wanted & {"dates", "figures"} else []
    found_figures = figures.find(document, parses, found_dates, misread) if "figures" in wanted else []
    found_quotes = quotes.find(document, parses, misread) if "quotes" in wanted else []
    found_claims = claims.find(document, parses) if "claims" in wanted else []
    found_entities = entities.find(document, parses) if wanted & {"entities", "quotes"} else []
    facts = links.Facts(found_entities, found_claims, found_quotes, found_dates, found_figures)
    if wanted & {"entities", "claims", "quotes"}:
        facts = links.limit(links.link(document, parses, facts), wanted)

    parses.forget()

    return Article(
        schema_version=SCHEMA_VERSION,
        id=id,
        source=source,
        title=document.title,
        published=published.day,
        published_basis=published.basis,
        language="en",
        sentences=tuple(SentenceSpan(s.start, s.end, s.paragraph, s.part, worthiness(s)) for s in sentences),
        entities=tuple(facts.entities) if "entities" in wanted else (),
        claims=tuple(facts.claims) if "claims" in wanted else (),
        quotes=tuple(facts.quotes) if "quotes" in wanted else (),
        dates=tuple(facts.dates) if "dates" in wanted else (),
        figures=tuple(facts.figures) if "figures" in wanted else (),
        checks=(),
        warnings=(*warnings, *document.warnings, *published.warnings, *misread),
        text=text,
    )
