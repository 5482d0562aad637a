"""The tick list of a desk: every name, title, figure, date and quote of an article, once, in the order of the text.

Each line says what to look up, so that an article can be checked line by line, with the sentence beside it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day
from typing import Final, Literal

from newsclaims.model import Article, Date, Entity, Figure, Quote
from newsclaims.wording.statements import listed_quotes, said_words, speaker_of
from newsclaims.wording.values import amount_of, measured_by, when_of

TickKind = Literal["name", "title", "figure", "date", "quote"]
_PARTS: Final = ("headline", "caption", "dateline", "body")
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Tick:
    """One thing to check: its words, what to look up, and the number of the sentence that it is first told in."""

    kind: TickKind
    text: str
    look_up: str
    sentence: int
    start: int
    end: int


def tick_list(article: Article) -> list[Tick]:
    """Return all that a desk ticks off, in the order of the text; what comes again is left out."""
    found = [*_names(article), *_figures(article), *_dates(article), *_quotes(article)]
    seen: set[tuple[str, str, str]] = set()
    kept = []
    for tick in sorted(found, key=lambda tick: (tick.start, -tick.end)):
        key = (tick.kind, tick.text.casefold(), tick.look_up)
        if key not in seen and article.sentences[tick.sentence].part in _PARTS:
            seen.add(key)
            kept.append(tick)
    return kept


def by_sentence(ticks: list[Tick]) -> Iterator[tuple[int, list[Tick]]]:
    """Yield each sentence that has something to check, with that."""
    held: dict[int, list[Tick]] = {}
    for tick in ticks:
        held.setdefault(tick.sentence, []).append(tick)
    yield from sorted(held.items())


def sentence_text(article: Article, number: int) -> str:
    """Return the words of a sentence on one line."""
    sentence = article.sentences[number]
    return " ".join(article.text[sentence.start : sentence.end].split())


def _names(article: Article) -> Iterator[Tick]:
    starts = [sentence.start for sentence in article.sentences]
    for entity in article.entities:
        names = [mention for mention in entity.mentions if mention.kind == "name"]
        if not names:
            continue
        told = [mention for mention in names if mention.text == entity.name]
        first = (told or names)[0]
        number = _at(starts, first.start)
        yield Tick("name", entity.name, _name_hint(entity, {m.text for m in names}), number, first.start, first.end)
        for role in entity.roles:
            if any(role != other and role in other for other in entity.roles):
                continue  # `Foreign Minister` of `Peru's new Foreign Minister`
            start, end = _place(article, role, first.start, first.end)
            yield Tick("title", role, f"held by {entity.name}?", _at(starts, start), start, end)


def _name_hint(entity: Entity, forms: set[str]) -> str:
    also = sorted(forms - {entity.name})
    what = {"person": "who", "place": "where"}.get(entity.type, "what it is called")
    return f"spelling, {what}" + (f"; also {', '.join(also)}" if also else "")


def _place(article: Article, role: str, start: int, end: int) -> tuple[int, int]:
    """Return where a title stands: nearest before or behind the name."""
    behind = article.text.find(role, end, end + 200)
    before = article.text.rfind(role, max(0, start - 200), start)
    at = before if before >= 0 and (behind < 0 or start - before <= behind - end + len(role)) else behind
    return (at, at + len(role)) if at >= 0 else (start, end)


def _at(starts: list[int], offset: int) -> int:
    return max(0, bisect_right(starts, offset) - 1)


def _figures(article: Article) -> Iterator[Tick]:
    texts = {item.id: item.text for item in article.figures}
    for item in article.figures:
        yield Tick("figure", item.text, _figure_hint(item, texts), item.sentence, item.start, item.end)


def _figure_hint(item: Figure, texts: dict[str, str]) -> str:
    value, of = amount_of(item), measured_by(item, texts)
    said = value if value and value != item.text else ""
    return " · ".join(part for part in (said, of, "source, unit, sum") if part)


def _dates(article: Article) -> Iterator[Tick]:
    for item in article.dates:
        if item.type == "SET" or (item.value or "").endswith("_REF") or (item.value or "").startswith(("PX", "PTX")):
            continue
        yield Tick("date", item.text, _date_hint(item), item.sentence, item.start, item.end)


def _date_hint(item: Date) -> str:
    if item.value is None:
        return "which day?"
    if item.type == "DURATION":
        return "how long"
    if item.from_ and item.from_ == item.to:
        return f"{_WEEKDAYS[Day.fromisoformat(item.from_).weekday()]}, {when_of(item)}"
    said = when_of(item)
    return "which year" if said == item.text else said


def _quotes(article: Article) -> Iterator[Tick]:
    names = {entity.id: entity for entity in article.entities}
    for item in listed_quotes(article):
        yield Tick(
            "quote", said_words(item, article.text), _quote_hint(item, names), item.sentence, item.start, item.end
        )


def _quote_hint(item: Quote, names: dict[str, Entity]) -> str:
    how = "said so?" if item.kind == "indirect" else "word for word?"
    return f"{speaker_of(item, names)}: {how}"
