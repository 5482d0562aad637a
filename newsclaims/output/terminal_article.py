"""One article for a reader at a terminal: its text with marks, what to check first, and compact tables."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from newsclaims.model import Article, Claim, Date, Entity
from newsclaims.output.terminal import Page, cut, heading, one_line, table, wrapped
from newsclaims.output.terminal_text import LEGEND, SIGNS, text_lines
from newsclaims.output.values import amount_of, day_words, when_of

KINDS = ("entities", "claims", "quotes", "dates", "figures")
_NEGATED = re.compile(r"\b(?:not|never|no|cannot)\b|n['’]t\b")
_FIRST = 7  # sentences worth checking that are listed


def article_lines(
    article: Article, page: Page, only: Collection[str] = KINDS, who: str | None = None, text: bool = True
) -> Iterator[str]:
    """Yield the lines of one article.

    ``only`` names the kinds that are marked and listed; ``who`` limits the tables to one person or body.
    """
    names = {entity.id: entity for entity in article.entities}
    chosen = None if who is None else _named(article, who)
    yield from _head(article, page)
    if text:
        yield ""
        yield from text_lines(article, page, only)
        yield ""
        yield from wrapped(_legend(only, page), page.width - 1)
    if who is None:
        yield from worth_lines(article, page)
    if article.checks:
        yield from heading(page, "Checks")
        yield from check_rows(article, page)
    for kind, rows in (
        ("quotes", _quotes), ("claims", _claims), ("figures", _figures), ("dates", _dates), ("entities", _entities),
    ):  # fmt: skip
        if kind in only:
            yield from rows(article, page, names, chosen)
    for warning in article.warnings:
        yield from ("", page.paint(f"Note: {one_line(warning)}", "dim"))


def _head(article: Article, page: Page) -> Iterator[str]:
    words = len(article.text.split())
    when = f"published {day_words(article.published)}" if article.published else "day of publication unknown"
    if article.published and article.published_basis not in (None, "given"):
        when += f" (from the {article.published_basis})"
    source = one_line(article.source or article.id or "text")
    title = one_line(article.title or "")
    if title and not article.text.lstrip().startswith(title[:20]):
        yield page.paint(cut(title, page.width - 1), "head")
    yield page.paint(cut(f"{source} · {when} · {words:,} words", page.width - 1), "dim")


def _legend(only: Collection[str], page: Page) -> str:
    kinds = {"entities": "name", "claims": "claim", "quotes": "reported", "dates": "date", "figures": "figure"}
    shown = [kinds[kind] for kind in KINDS if kind in only]
    if page.color:
        shown = ["quote" if style == "reported" else style for style in shown]
        return "Marks: " + ", ".join(page.paint(LEGEND[style].replace(" ", "\xa0"), style) for style in shown)
    signs = [f"{SIGNS[style][0]}{LEGEND[style]}{SIGNS[style][1]}" for style in shown if style in SIGNS]
    return "Marks: " + ", ".join(signs) if signs else ""


def check_lines(article: Article, page: Page, worth: bool = True) -> Iterator[str]:
    """Yield what `newsclaims check` says of one article: the findings, then the sentences most worth checking."""
    yield from _head(article, page)
    count = len(article.checks)
    found = "nothing contradicts itself" if not count else f"{count} finding{'s' if count > 1 else ''}"
    yield page.paint(found[0].upper() + found[1:] + ("." if not count else ":"), "head")
    yield from check_rows(article, page)
    if worth:
        yield from worth_lines(article, page)


def worth_lines(article: Article, page: Page) -> Iterator[str]:
    """Yield the sentences most worth checking, with their scores and what makes them so."""
    from newsclaims.checks.worthiness import reasons

    ranked = sorted(
        (
            sentence
            for sentence in article.sentences
            if sentence.check_worthiness >= 0.5 and sentence.part not in ("headline", "caption")
        ),
        key=lambda sentence: -sentence.check_worthiness,
    )[:_FIRST]
    if ranked:
        yield from heading(page, "Worth checking first")
        rows = []
        for sentence in ranked:
            said = article.text[sentence.start : sentence.end]
            why = ", ".join(reasons(said))
            rows.append((f"{sentence.check_worthiness:.2f}", said, why))
        yield from table(page, rows, (4, 0, 20), ("figure", "", "dim"))


def check_rows(article: Article, page: Page) -> Iterator[str]:
    """Yield the article's checks: severity, message, the words that contradict each other, the rule."""
    for item in article.checks:
        mark = page.paint(f" {item.severity:7}", item.severity)
        places = " / ".join(one_line(span.text) for span in item.spans)
        yield f"{mark}  {one_line(item.message)}"
        for line in wrapped(f"“{cut(places, 4 * page.width)}”", page.width - 11):
            yield " " * 10 + line
        yield " " * 10 + page.paint(f"sentence {item.sentence + 1}, {item.rule}", "dim")


def _named(article: Article, who: str) -> set[str]:
    """Return the ids of the entities that a name means: in their names or mentions, whatever the case."""
    wanted = who.casefold()
    return {
        entity.id
        for entity in article.entities
        if wanted in entity.name.casefold()
        or any(wanted == mention.text.casefold() for mention in entity.mentions if mention.kind == "name")
    }


def _quotes(article: Article, page: Page, names: dict[str, Entity], chosen: set[str] | None) -> Iterator[str]:
    rows = []
    for quote in article.quotes:
        entity = quote.speaker.entity if quote.speaker else None
        if chosen is not None and entity not in chosen:
            continue
        speaker = names[entity].name if entity in names else quote.speaker.text if quote.speaker else "(no speaker)"
        said = quote.text
        rows.append((speaker, said, quote.cue.lemma if quote.cue else ""))
    if rows:
        yield from heading(page, "Who said what")
        yield from table(page, rows, (22, 0, 9), ("name", "quote", "dim"))


def claim_cells(claim: Claim, names: dict[str, Entity], dates: dict[str, Date]) -> tuple[str, str, str, str]:
    """Return who, did, what, when of a claim as words."""
    subject = claim.subject
    who = "-" if subject is None else names[subject.entity].name if subject.entity in names else subject.text
    did = claim.predicate.lemma if claim.voice == "passive" and subject else claim.predicate.text
    if claim.negated and not _NEGATED.search(did):
        did = f"not {did}"
    if claim.modality != "asserted":
        did = f"{did} ({claim.modality})"
    what = [claim.object.text] if claim.object else []
    what += [item.text if item.role in ("that", "predicative", "to-inf", "time") or item.text.startswith(item.role)
             else f"{item.role} {item.text}" for item in claim.arguments]  # fmt: skip
    return who, did, "; ".join(what), "; ".join(when_of(dates[id]) for id in claim.dates if id in dates)


def _claims(article: Article, page: Page, names: dict[str, Entity], chosen: set[str] | None) -> Iterator[str]:
    dates = {item.id: item for item in article.dates}
    spoken = {quote.cue.start for quote in article.quotes if quote.cue}  # these stand in the table of quotes
    rows = []
    for claim in article.claims:
        ids = {item.entity for item in (claim.subject, claim.object, *claim.arguments) if item is not None}
        if claim.predicate.start in spoken or not (claim.subject or claim.object):
            continue
        if chosen is None or ids & chosen or claim.attributed_to in chosen:
            rows.append(claim_cells(claim, names, dates))
    if rows:
        yield from heading(page, "Who did what to whom, when")
        yield from table(page, rows, (18, 18, 0, 12), ("name", "claim", "", "date"))


def _figures(article: Article, page: Page, names: dict[str, Entity], chosen: set[str] | None) -> Iterator[str]:
    inside: dict[str, str] = {}
    for claim in article.claims:
        for id in claim.figures:
            inside.setdefault(id, one_line(claim.text))
    rows = [
        (item.text, amount_of(item), item.of or inside.get(item.id, ""))
        for item in article.figures
        if chosen is None or any(item.id in claim.figures and _holds(claim, chosen) for claim in article.claims)
    ]
    if rows:
        yield from heading(page, "Figures and what they measure")
        yield from table(page, ((text, value, cut(of, 160)) for text, value, of in rows), (22, 20, 0), ("figure",))


def _holds(claim: Claim, chosen: set[str]) -> bool:
    return any(item is not None and item.entity in chosen for item in (claim.subject, claim.object, *claim.arguments))


def time_line(article: Article, chosen: set[str] | None = None) -> list[tuple[str, str, str]]:
    """Return (when, words, what) of the dates that lie in time, in their order; what is told twice stands once."""
    found = sorted((item for item in article.dates if item.from_), key=lambda item: (item.from_ or "", item.start))
    rows: dict[tuple[str, str], tuple[str, str, str]] = {}
    for item in found:
        claims = [claim for claim in article.claims if item.id in claim.dates]
        if chosen is not None and not any(_holds(claim, chosen) for claim in claims):
            continue
        sentence = article.sentences[item.sentence]
        text = min((claim.text for claim in claims), key=len, default=article.text[sentence.start : sentence.end])
        if sentence.part in ("body", "caption", "headline"):
            rows.setdefault((when_of(item), text), (when_of(item), item.text, cut(one_line(text), 200)))
    return list(rows.values())


def _dates(article: Article, page: Page, names: dict[str, Entity], chosen: set[str] | None) -> Iterator[str]:
    rows = time_line(article, chosen)
    if rows:
        yield from heading(page, "Time line")
        yield from table(page, rows, (16, 18, 0), ("date", "dim"))


def _entities(article: Article, page: Page, names: dict[str, Entity], chosen: set[str] | None) -> Iterator[str]:
    rows = []
    for entity in sorted(article.entities, key=lambda entity: (-len(entity.mentions), entity.mentions[0].start)):
        if chosen is None or entity.id in chosen:
            kind = f"{entity.type}, {entity.country}" if entity.country else entity.type
            rows.append((entity.name, kind, f"{len(entity.mentions)}×", "; ".join(entity.roles)))
    if rows:
        yield from heading(page, "Names")
        yield from table(page, rows, (26, 16, 4, 0), ("name", "dim", "dim"))
