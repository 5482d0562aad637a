"""Errors planted in real articles by rule, each with its right twin: what one place of an article says is changed.

A kind is a function that yields plants of one article; ``PLANTERS`` names them all.  A plant changes what stands in
the article, or adds words in several of the wordings that news has; the twin is changed at the same place and says what
is right.  Chance decides between wordings and values, with the article's id as its seed: every run plants the same.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from newsclaims.checks.calendar import MONTHS, WEEKDAYS
from newsclaims.model import Article, Date, Entity, Figure, Mention
from newsclaims.table import words

Edit = tuple[int, int, str]
Planter = Callable[[Article, random.Random], Iterator["Plant"]]
PLANTERS: dict[str, Planter] = {}
_SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


@dataclass(frozen=True, slots=True)
class Plant:
    """An article with one error, the same without it, and the words that were put in."""

    kind: str
    wrong: str
    right: str
    words: str


def planter(kind: str) -> Callable[[Planter], Planter]:
    """Register a function as the planter of a kind."""

    def register(function: Planter) -> Planter:
        PLANTERS[kind] = function
        return function

    return register


def edited(text: str, edits: list[Edit]) -> str:
    """Return a text with places replaced, which may not overlap."""
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def plant(kind: str, article: Article, wrong: list[Edit], right: list[Edit]) -> Plant:
    """Return the plant whose article has the edits ``wrong``, and whose twin has ``right``."""
    words = " … ".join(new.strip() for _, _, new in sorted(wrong) if new)
    return Plant(kind, edited(article.text, wrong), edited(article.text, right), words)


def in_body(article: Article, sentence: int) -> bool:
    """Return whether a sentence is running text."""
    return article.sentences[sentence].part == "body"


def later(article: Article, sentence: int) -> int:
    """Return the end of the paragraph after next, where a second telling may stand."""
    paragraph = article.sentences[sentence].paragraph
    ends = {one.paragraph: one.end for one in article.sentences if one.part == "body"}
    behind = [end for number, end in sorted(ends.items()) if number > paragraph]
    return behind[min(1, len(behind) - 1)] if behind else ends.get(paragraph, len(article.text))


def figures_of(article: Article, *kinds: str) -> list[Figure]:
    """Return the exact figures of running text of some kinds, one a sentence, each value once."""
    found: dict[tuple[float, str | None], Figure] = {}
    taken: set[int] = set()
    quoted = [(quote.start, quote.end) for quote in article.quotes if quote.kind != "indirect"]
    for item in article.figures:
        if any(start <= item.start < end for start, end in quoted):
            continue
        exact = item.value is not None and item.comparator in (None, "=") and not item.approximate and item.low is None
        if item.kind in kinds and exact and in_body(article, item.sentence) and item.sentence not in taken:
            taken.add(item.sentence)
            found.setdefault((item.value or 0, item.unit), item)
    return [*found.values()]


def people_of(article: Article) -> list[tuple[Entity, list[Mention]]]:
    """Return people of two names and more with their mentions by name."""
    found = []
    for entity in article.entities:
        names = [one for one in entity.mentions if one.kind == "name" and in_body(article, _sentence(article, one))]
        if entity.type == "person" and len(entity.name.split()) in (2, 3) and names:
            found.append((entity, names))
    return found


def ageless(article: Article) -> list[tuple[Entity, list[Mention]]]:
    """Return those people of whom the article tells neither an age nor a birth."""
    told = " ".join(item.of or "" for item in article.figures if item.kind == "age")
    if "born" in article.text:
        return []
    return [one for one in people_of(article) if one[0].name.split()[-1] not in told]


def _sentence(article: Article, place: Mention | Date) -> int:
    return max(at for at, sentence in enumerate(article.sentences) if sentence.start <= place.start)


def written(day: date, like: str = "Nov.") -> str:
    """Return a day of a year that goes without saying, with a short month where ``like`` has one."""
    names = _SHORT if "." in like else MONTHS
    return f"{names[day.month - 1]} {day.day}"


def _days(article: Article) -> list[tuple[Date, date]]:
    """Return the dates of running text that are told as month and day."""
    found = []
    for item in article.dates:
        named = re.fullmatch(r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?", item.text)
        if named and item.from_ == item.to and item.value and len(item.value) == 10 and in_body(article, item.sentence):
            found.append((item, date.fromisoformat(item.value)))
    return found


@planter("weekday")
def weekday(article: Article, chance: random.Random) -> Iterator[Plant]:
    """The weekday of a date: `Tuesday, Nov. 12`, `Nov. 12, a Tuesday`, `Tuesday night (Nov. 12)`."""
    for item, day in _days(article):
        if re.search(r"day,? (?:night )?\(?$", article.text[: item.start][-12:]):
            continue
        wordings = ("{w}, {d}", "{w} {d}", "{w} night ({d})", "{d} (a {w})")
        wording = chance.choice(wordings)
        right, wrong = (
            wording.format(w=WEEKDAYS[(day + timedelta(shift)).weekday()], d=item.text)
            for shift in (0, chance.choice((1, 2, -1)))
        )
        yield plant("weekday", article, [(item.start, item.end, wrong)], [(item.start, item.end, right)])


@planter("impossible date")
def impossible(article: Article, chance: random.Random) -> Iterator[Plant]:
    """A day that no month has."""
    for item, day in _days(article):
        last = {2: 30, 4: 31, 6: 31, 9: 31, 11: 31}.get(day.month, 32)
        place = item.start + item.text.index(" ") + 1
        yield plant("impossible date", article, [(place, place + len(str(day.day)), str(last))], [])


_UNITS = {"mi": ("km", 1.609), "km": ("miles", 0.6214), "ft": ("metres", 0.3048), "lb": ("kg", 0.4536),
          "kg": ("pounds", 2.205), "m": ("feet", 3.281), "in": ("cm", 2.54), "mph": ("km/h", 1.609)}  # fmt: skip


@planter("unit conversion")
def conversion(article: Article, chance: random.Random) -> Iterator[Plant]:
    """A measure and the same in another unit in brackets."""
    for item in figures_of(article, "quantity"):
        if item.unit in _UNITS and not re.match(r"-|\w| ?\(| or ", article.text[item.end :]):
            unit, factor = _UNITS[item.unit]
            value = float(item.value or 0) * factor
            right, wrong = (f" ({round(one, 1 if one < 10 else None):g} {unit})" for one in (value, value * 1.3))
            yield plant("unit conversion", article, [(item.end, item.end, wrong)], [(item.end, item.end, right)])


@planter("name in two spellings")
def name(article: Article, chance: random.Random) -> Iterator[Plant]:
    """A surname with one letter changed, dropped, doubled, or two changed; in the twin everywhere."""
    for person, mentions in people_of(article):
        surname = person.name.split()[-1]
        alone = [one for one in mentions if re.fullmatch(rf"{re.escape(surname)}", one.text)]
        if not alone or len(surname) < 4 or not surname.isalpha():
            continue
        at = chance.randrange(1, len(surname) - 1)
        vowel = next((k for k, mark in enumerate(surname) if k and mark in "aeiou"), at)
        other = chance.choice([mark for mark in "aeiou" if mark != surname[vowel]])
        forms = [
            surname[:at] + surname[at + 1] + surname[at] + surname[at + 2 :],
            surname[:vowel] + other + surname[vowel + 1 :],
            surname[:at] + surname[at] + surname[at:],
            surname[:vowel] + other + surname[vowel + 1 : -1] + chance.choice("nrst"),
        ]
        form = chance.choice([one for one in forms if one != surname])
        place = alone[-1]
        all_of_them = [(one.start(), one.end(), form) for one in re.finditer(rf"\b{surname}\b", article.text)]
        yield plant("name in two spellings", article, [(place.start, place.end, form)], all_of_them)


@planter("one person, two ages")
def ages(article: Article, chance: random.Random) -> Iterator[Plant]:
    """`Ann Reed, 51` and later `the 48-year-old Reed`, `Reed, 48`, or `the 48-year-old` for `she`."""
    for person, mentions in ageless(article):
        first, later = mentions[0], [one for one in mentions[1:] if one.text == person.name.split()[-1]]
        if first.text != person.name or re.match(r",? \d\d\b|’s|'s", article.text[first.end :]):
            continue
        pronouns = [one for one in person.mentions if one.text in ("He", "She") and one.start > first.end]
        age = chance.randint(30, 70)
        for wording in (pronouns and "The {a}-year-old", later and "{n}, {a},", later and "the {a}-year-old {n}"):
            if not wording:
                continue
            place = pronouns[-1] if wording.startswith("The") else later[-1]
            if re.match(r"['’]s\b|, \d", article.text[place.end :]) or (
                re.search(r"[\w,] $", article.text[: place.start][-2:]) and "the" in wording
            ):
                continue
            opening = not article.text[: place.start].rstrip(" ")[-1:].isalnum()
            told = [wording.format(a=one, n=place.text) for one in (age - chance.choice((2, 3, 4)), age)]
            told = [one[0].upper() + one[1:] if opening else one for one in told]
            tag = (first.end, first.end, f", {age}" + ("" if article.text[first.end] in ",." else ","))
            yield plant("one person, two ages", article, [tag, (place.start, place.end, told[0])],
                        [tag, (place.start, place.end, told[1])])  # fmt: skip
            break


@planter("age against birth year")
def births(article: Article, chance: random.Random) -> Iterator[Plant]:
    """`Ann Reed, 51` and later `Reed, who was born in 1961`, `Reed (b. 1961)`, `Born in 1961, Reed`."""
    for person, mentions in ageless(article):
        first, later = mentions[0], [one for one in mentions[1:] if one.text == person.name.split()[-1]]
        if first.text != person.name or not later or re.match(r",? \d\d\b|’s|'s", article.text[first.end :]):
            continue
        age = chance.randint(30, 70)
        place = later[-1]
        if re.match(r"['’]s\b|,", article.text[place.end :]):
            continue
        begins = article.text[: place.start].endswith("\n") or article.text[: place.start].endswith(". ")
        wording = chance.choice(
            ("{n}, who was born in {y},", "{n}, born in London in {y},", *(["Born in {y}, {n}"] if begins else []))
        )
        year = date.fromisoformat(str(article.published)).year - age
        told = [wording.format(y=one, n=place.text) for one in (year - chance.choice((3, 4, 10)), year)]
        before = chance.choice(("tag", "noun"))
        tag = (first.end, first.end, f", {age}" + ("" if article.text[first.end] in ",." else ","))
        if before == "noun" and not article.text[: first.start].rstrip(" ")[-1:].isalnum():
            tag = (first.start, first.start, f"The {age}-year-old engineer ")
        yield plant("age against birth year", article, [tag, (place.start, place.end, told[0])],
                    [tag, (place.start, place.end, told[1])])  # fmt: skip


@planter("tense against date")
def tense(article: Article, chance: random.Random) -> Iterator[Plant]:
    """What happened `on Tuesday` happens `on Nov. 28`, in a paper of Nov. 20; what will be is put before it."""
    published = date.fromisoformat(str(article.published))
    claims = {claim.sentence: claim for claim in article.claims if claim.dates}
    for item in article.dates:
        claim = claims.get(item.sentence)
        plain = re.fullmatch(r"(?:[A-Z][a-z]+day|yesterday|last week|[A-Z][a-z]{2,8}\.? \d{1,2})", item.text)
        if (
            not plain
            or claim is None
            or claim.quote
            or item.id not in claim.dates
            or not in_body(article, item.sentence)
        ):
            continue
        verb = claim.predicate.text
        past = re.fullmatch(r"(?:was |were )?\w+ed|said|told|won|lost|made|met|held|took|gave|sent|came", verb)
        ahead = verb.startswith("will ") and claim.modality == "planned"
        if not (past or ahead) or (past and claim.predicate.lemma in words("checks", "arranged")):
            continue  # what was expected on a day to come is no error
        ways = (9, -9) if past else (-9, 9)
        told = [written(published + timedelta(way)) for way in ways]
        if article.text[: item.start].endswith("on ") or claim.predicate.end > item.start:
            pass
        else:
            told = [f"on {one}" if chance.random() < 0.5 else one for one in told[:1]] + told[1:]
        yield plant("tense against date", article, [(item.start, item.end, told[0])], [(item.start, item.end, told[1])])
