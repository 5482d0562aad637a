"""The whole data flow on one page; read this first.

text -> what is legible of it -> Document (parts, paragraphs) -> [Sentence] of tagged tokens -> what is in English
-> facts of each kind -> links -> Article, placed in the text as given

Every arrow is one function without side effects; every fact carries its offsets and the id of the rule that found it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from newsclaims import claims, dates, entities, figures, links, quotes
from newsclaims.checks.worthiness import worthiness
from newsclaims.dates.published import publication_date
from newsclaims.fields import changed
from newsclaims.isolation import uncollected
from newsclaims.model import SCHEMA_VERSION, Article, PublishedBasis, SentenceSpan
from newsclaims.pathname import spelled
from newsclaims.sentences.types import sentence_type
from newsclaims.syntax.parses import Parses
from newsclaims.text.document import read_document
from newsclaims.text.legible import Legible, legible, moved
from newsclaims.text.media import markup
from newsclaims.wording.standalone import stand_alone
from newsclaims.words.language import ANY, ENGLISH, Language, in_english, language_of
from newsclaims.words.sentence import analyse

KINDS: Final = ("entities", "claims", "quotes", "dates", "figures")
LINKED: Final = frozenset({"entities", "claims", "quotes"})
"""The kinds that need all others to be what they are; dates and figures are found alone, but for dates in quotes."""


@uncollected
def run(
    text: str,
    *,
    id: str = "",
    source: str | None = None,
    title: str | None = None,
    date: str | None = None,
    basis: PublishedBasis = "given",
    only: Collection[str] = KINDS,
    language: str = ENGLISH,
    min_confidence: float = 0.0,
    warnings: tuple[str, ...] = (),
) -> Article:
    """Extract everything from one article.

    ``date`` is its ISO 8601 day and ``basis`` says where that came from; without it the day is looked for in the
    article's byline, dateline and captions.  ``only`` names the kinds that are wanted: the article then has their items
    as they are when all are, and of the other kinds those that these name, so that no id leads nowhere; what none of
    them needs is not looked for.  ``language`` is "en" to read what is
    English prose, or "any" to read everything as if it were; claims below ``min_confidence`` are left out.
    """
    shown = legible(text)
    whole = document = read_document(shown.text, title if title is None else legible(title).text)
    every = sentences = analyse(document)
    no_text = markup(text)
    tongue = Language(None) if no_text else language_of(every)
    limited = language != ANY and (tongue.code != ENGLISH or bool(tongue.foreign))
    if limited:
        document, sentences = in_english(whole, every, tongue)
    mixed = tongue.mixed and language != ANY
    read = {sentence.start for sentence in sentences}
    wanted = frozenset(only)
    linked = bool(wanted & LINKED)
    parses = claims.reading(document, sentences) if linked else Parses(document, sentences)
    published = publication_date(whole, date, basis)

    misread: list[str] = []
    found_dates = dates.find(document, sentences, published, misread)
    if not linked and "dates" in wanted and links.said_in_quotes(parses, found_dates):
        linked = links.said_on_other_days(parses, quotes.find(document, parses, []), found_dates, published.day)
        parses = claims.reading(document, sentences) if linked else parses
    found_figures = figures.find(document, parses, found_dates, misread) if linked or "figures" in wanted else []
    facts = links.Facts([], [], [], found_dates, found_figures)
    if linked:
        found_quotes = quotes.find(document, parses, misread)
        found_claims = claims.find(document, parses, mixed)
        found_entities = entities.find(document, parses)
        facts = links.Facts(found_entities, found_claims, found_quotes, found_dates, found_figures)
        facts = links.link(document, parses, facts)
        if "claims" in wanted:
            stand_alone(document.text, sentences, facts)
    if min_confidence:
        facts.claims = [claim for claim in facts.claims if claim.confidence >= min_confidence]
    if len(wanted) < len(KINDS):
        facts = links.limit(facts, wanted)
    if limited:
        numbers = {s.start: number for number, s in enumerate(every)}
        facts = links.renumbered(facts, [numbers[s.start] for s in sentences])

    misread += [f"the sentence at {sentences[at].start}: not read ({fault})" for at, fault in parses.faults.items()]
    parses.forget()

    article = Article(
        schema_version=SCHEMA_VERSION,
        id=id,
        source=None if source is None else spelled(source),
        title=document.title,
        published=published.day,
        published_basis=published.basis,
        language=tongue.code if every else None,
        sentences=tuple(
            SentenceSpan(s.start, s.end, s.paragraph, s.part, sentence_type(s), worthiness(s))
            if s.start in read
            else SentenceSpan(s.start, s.end, s.paragraph, s.part, None, 0.0)
            for s in every
        ),
        entities=tuple(facts.entities),
        claims=tuple(facts.claims),
        quotes=tuple(facts.quotes),
        dates=tuple(facts.dates),
        figures=tuple(facts.figures),
        checks=(),
        warnings=(
            *warnings,
            *(_unread(no_text, tongue) if limited else ()),
            *(() if every else ("no words: there is nothing to read",)),
            *document.warnings,
            *published.warnings,
            *misread,
        ),
        text=text,
    )
    return _as_given(article, shown) if shown.apart or shown.text != text else article


def _as_given(article: Article, shown: Legible) -> Article:
    """Return what was found in the text as it is shown at its places in the text as given."""
    kinds = ("sentences", "entities", "claims", "quotes", "dates", "figures")
    placed = {kind: moved(getattr(article, kind), shown.start, shown.end, article.text) for kind in kinds}
    return changed(article, **placed, warnings=tuple([shown.placed(warning) for warning in article.warnings]))


def _unread(no_text: str | None, language: Language) -> tuple[str, ...]:
    """Return why an article, or a part of it, was not read; ``no_text`` says what it is that is no text."""
    if no_text:
        return (f"not read: {no_text}",)
    if language.code == ENGLISH:
        count = len(language.foreign)
        what = (
            f"{count} paragraphs are not in English and were"
            if count > 1
            else "one paragraph is not in English and was"
        )
        return (f"{what} not read; --language any reads all",)
    what = f"not in English ({language.code})" if language.code else "no English prose"
    return (f"{what}: not read; --language any reads it all the same",)
