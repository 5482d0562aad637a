"""One article for a reader at a terminal: its text with marks, what to check first, and compact tables."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from newsclaims.model import Article
from newsclaims.terminal.marked import LEGEND, SIGNS, text_lines
from newsclaims.terminal.page import Page, cut, heading, one_line, table, wrapped
from newsclaims.terminal.tables import Choice, table_lines
from newsclaims.wording.ranking import claims_first, worth_first
from newsclaims.wording.values import day_words

KINDS = ("entities", "claims", "quotes", "dates", "figures")


def render(article: Article) -> str:
    """Return one article as plain text of 80 columns: the view of `newsclaims show`, piped."""
    return "\n".join(article_lines(article, Page())) + "\n"


def article_lines(
    article: Article, page: Page, only: Collection[str] = KINDS, who: str | None = None, text: bool = True
) -> Iterator[str]:
    """Yield the lines of one article.

    ``only`` names the kinds that are marked and listed; ``who`` limits the tables to one person or body.  The tables of
    all kinds leave out what repeats; those of chosen kinds or of one person hold everything.
    """
    names = {entity.id: entity for entity in article.entities}
    chosen = None if who is None else _named(article, who)
    yield from _head(article, page)
    if who is None:
        yield from worth_lines(article, page)
    if text:
        yield ""
        yield from text_lines(article, page, only)
        yield ""
        yield from wrapped(_legend(only, page), page.width - 1)
    if article.checks:
        yield from heading(page, "Checks")
        yield from check_rows(article, page)
    if chosen is not None and not chosen:
        yield from ("", *wrapped(f"No name in this article matches “{one_line(who or '')}”.", page.width - 1))
    every = who is not None or not set(KINDS) <= set(only)
    yield from table_lines(article, page, only, Choice(names, chosen, every))
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
    for line in wrapped(f"{source} · {when} · {words:,} words", page.width - 1):
        yield page.paint(line, "dim")


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
    unread = article.language != "en" and not (article.claims or article.dates or article.figures)
    why = "it is not in English" if article.sentences else "there are no words in it"
    nothing = f"not read: {why}" if unread else "nothing contradicts itself"
    found = nothing if not count else f"{count} finding{'s' if count > 1 else ''}"
    yield page.paint(found[0].upper() + found[1:] + ("." if not count else ":"), "head")
    yield from check_rows(article, page)
    if worth:
        yield from worth_lines(article, page)


def worth_lines(article: Article, page: Page) -> Iterator[str]:
    """Yield what to check first: the claims of the best sentences, each as a sentence that stands alone.

    A sentence without such a claim is shown itself.  Its score and what makes it worth checking stand at its first
    line.
    """
    from newsclaims.checks.worthiness import reasons

    ranked = worth_first(article)
    if not ranked:
        return
    claims: dict[int, list[str]] = {}
    for claim, sentence in claims_first(article):
        claims.setdefault(sentence.start, []).append(claim.standalone or "")
    yield from heading(page, "To check first")
    rows = []
    for sentence in ranked:
        said = article.text[sentence.start : sentence.end]
        first, *others = claims.get(sentence.start, [said])
        rows.append((f"{sentence.check_worthiness:.2f}", first, ", ".join(reasons(said))))
        rows += [("", other, "") for other in others]
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
