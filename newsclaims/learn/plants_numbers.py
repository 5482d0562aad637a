"""Planted errors between numbers: parts and wholes, changes and their ends, lengths of time, headlines."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta

from newsclaims.learn.plants import Plant, figures_of, in_body, plant, planter, written
from newsclaims.model import Article, Figure

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def spelled(number: int) -> str:
    """Return a number as news writes it: in words below ten."""
    return _WORDS[number] if number < 10 else f"{number:,}"


def _counts(article: Article, least: int) -> list[Figure]:
    """Return counts of things told as a whole phrase: `35 people`, not `35-page`."""
    found = []
    for item in figures_of(article, "count"):
        plural = re.search(r"[a-z]s$|people$|women$|men$|children$", item.text)
        whole = float(item.value or 0).is_integer() and least <= (item.value or 0) < 100_000
        if (
            plural
            and whole
            and item.unit not in ("time", None)
            and not re.match(r"['’-]| ?\(", article.text[item.end :])
        ):
            found.append(item)
    return found


def _after(article: Article, item: Figure) -> int:
    """Return the end of the sentence in which a figure stands."""
    return article.sentences[item.sentence].end


@planter("ratio against per cent")
def shares(article: Article, chance: random.Random) -> Iterator[Plant]:
    """A part of a count and its share, in the sentence or the next one."""
    for item in _counts(article, 12):
        whole = int(item.value or 0)
        part = max(2, int(whole * chance.uniform(0.15, 0.8)))
        right = round(part / whole * 100)
        wrong = right + chance.choice((-12, 11, 17)) if right > 15 else right + 11
        noun = item.text.split()[-1]
        wordings = (
            (item.end, " - {p} of them, or {r} percent, new -"),
            (_after(article, item), " Of those {n} {noun}, {p}, or {r}%, were checked twice."),
            (_after(article, item), " Of the {n} {noun}, {p} were new, a share of {r} percent."),
            (_after(article, item), " Some {r} percent of them, {p} in all, came from abroad."),
            (item.end, ", {p} of which, or {r} percent, were new,"),
        )
        place, wording = chance.choice(wordings)
        told = [wording.format(p=spelled(part), r=one, n=f"{whole:,}", noun=noun) for one in (wrong, right)]
        yield plant("ratio against per cent", article, [(place, place, told[0])], [(place, place, told[1])])


@planter("sum of parts")
def sums(article: Article, chance: random.Random) -> Iterator[Plant]:
    """A count and its parts: behind a colon, in the next sentence, joined by others."""
    for item in _counts(article, 7):
        whole = int(item.value or 0)
        first = int(whole * chance.uniform(0.3, 0.5))
        second = int((whole - first) * chance.uniform(0.3, 0.6))
        third = whole - first - second
        slip = max(1, whole // chance.choice((8, 12, 20)))
        noun = item.text.split()[-1]
        wordings = (
            (item.end, ": {a} in the north, {b} in the south and {c} in the west"),
            (item.end, " - {a} old, {b} new and {c} still to be built -"),
            (item.end, ", {a} of them old, {b} new and {c} on order,"),
            (_after(article, item), " Of these, {a} are in Ohio, {b} in Texas and {c} in Utah."),
            (
                _after(article, item),
                " {A} were in the first group, {b} in the second and the remaining {c} in the third.",
            ),
            (_after(article, item), " Another {a} {noun} came later, which brings the total to {t}."),
        )
        place, wording = chance.choice(wordings)

        rest = {"b": spelled(second), "c": spelled(third), "t": spelled(whole + first), "noun": noun}
        told = [
            wording.format(a=one, A=one[0].upper() + one[1:], **rest) for one in map(spelled, (first + slip, first))
        ]
        yield plant("sum of parts", article, [(place, place, told[0])], [(place, place, told[1])])
    for item in figures_of(article, "money"):
        found = re.fullmatch(r"\$(\d+(?:\.\d)?) (million|billion)", item.text)
        if found is None or float(found[1]) < 2:
            continue
        tenths = round(float(found[1]) * 10)
        a = round(tenths * chance.uniform(0.3, 0.6))
        b = tenths - a
        wording = chance.choice((
            "${a} {s} and ${b} {s}, or ${t} {s} in all", "${t} {s} - ${a} {s} in cash and ${b} {s} in shares -",
            "${a} {s} in loans and ${b} {s} in grants, a total of ${t} {s}",
        ))  # fmt: skip
        told = [wording.format(a=f"{one / 10:g}", b=f"{b / 10:g}", t=found[1], s=found[2])
                for one in (a + max(2, tenths // 8), a)]  # fmt: skip
        yield plant("sum of parts", article, [(item.start, item.end, told[0])], [(item.start, item.end, told[1])])
    for listed in re.finditer(r"(?<=\w )((?:[A-Z]\w+, ){2,5}[A-Z]\w+,? and [A-Z]\w+)(?=[.,;])", article.text):
        count = len(re.split(r", and |, | and ", listed.group()))
        noun = chance.choice(("towns", "places", "names"))
        told = [f"{spelled(number)} {noun}: {listed.group()}" for number in (count + chance.choice((-1, 1)), count)]
        yield plant("sum of parts", article, [(*listed.span(), told[0])], [(*listed.span(), told[1])])


@planter("change against its ends")
def changes(article: Article, chance: random.Random) -> Iterator[Plant]:
    """A change in per cent with the old and the new value, in the sentence or over two."""
    for item in figures_of(article, "percent"):
        size = float(item.value or 0)
        if item.direction is None or item.point not in ("by", None) or not 2 <= size <= 90:
            continue
        if re.match(r"[\w-]| (?:of|to|from|higher|lower)\b", article.text[item.end :]):
            continue
        old = chance.randint(200, 900)
        new, bad = (round(old * (1 + way * size / 100)) for way in ((1, 1.5) if item.direction == "up" else (-1, -1.5)))
        wordings = (
            (item.end, " to {n} from {o}"), (item.end, " from {o} to {n}"), (item.end, ", from {o} to {n},"),
            (_after(article, item), " It stood at {n}, compared with {o} a year before."),
            (_after(article, item), " The number was {n}, against {o} in the same month last year."),
        )  # fmt: skip
        place, wording = chance.choice(wordings)
        told = [wording.format(n=one, o=old) for one in (bad, new)]
        yield plant("change against its ends", article, [(place, place, told[0])], [(place, place, told[1])])


@planter("duration against its span")
def durations(article: Article, chance: random.Random) -> Iterator[Plant]:
    """A year, or a day, and how long before or after another one."""
    published = date.fromisoformat(str(article.published))
    for item in article.dates:
        before = article.text[: item.start]
        if not in_body(article, item.sentence) or not re.match(r"[.,;]| and\b", article.text[item.end :]):
            continue
        if (
            re.fullmatch(r"(?:19|20)\d\d", item.text)
            and before.endswith((" in ", "In "))
            and int(item.text) < published.year - 2
        ):
            years = published.year - int(item.text)
            later = int(item.text) + chance.randint(2, min(9, years))
            wordings = (
                (years, ", {y} years ago"), (years, ", or {y} years ago"),
                (later - int(item.text), f" and stayed {{y}} years, until {later}"),
                (later - int(item.text), f" and again in {later}, {{y}} years later"),
                (later - int(item.text), f", {{y}} years before {later}"),
            )  # fmt: skip
            right, wording = chance.choice(wordings)
            wrong = right + chance.choice((3, 4, 5))
            told = [wording.format(y=spelled(one)) for one in (wrong, right)]
            yield plant(
                "duration against its span", article, [(item.end, item.end, told[0])], [(item.end, item.end, told[1])]
            )
        elif re.fullmatch(r"[A-Z][a-z]{2,8}\.? \d{1,2}", item.text) and item.value and len(item.value) == 10:
            right = chance.randint(3, 9)
            other = written(date.fromisoformat(item.value) - timedelta(right), item.text)
            wording = chance.choice((f", {{n}} days after {other}", f", {{n}} days after the vote on {other}"))
            told = [wording.format(n=spelled(one)) for one in (right + 3, right)]
            yield plant(
                "duration against its span", article, [(item.end, item.end, told[0])], [(item.end, item.end, told[1])]
            )


@planter("bound points back")
def bounds(article: Article, chance: random.Random) -> Iterator[Plant]:
    """A count, made a bound, and soon after `the 212 lawyers` that break it."""
    for item in _counts(article, 20):
        if sum(one.unit == item.unit for one in article.figures) > 1:
            continue
        whole = int(item.value or 0)
        noun = " ".join(item.text.split()[1:])
        place = _after(article, item)
        word, bad, good = chance.choice((("more than", 0.85, 1.1), ("at least", 0.85, 1.1), ("fewer than", 1.15, 0.9),
                                         ("up to", 1.15, 0.9)))  # fmt: skip
        wording = chance.choice((" All {n} {noun} were new.", " The {n} {noun} had been seen before.",
                                 " Those {n} {noun} were the first."))  # fmt: skip
        told = [wording.format(n=f"{round(whole * one):,}", noun=noun) for one in (bad, good)]
        tag = (item.start, item.start, word + " ")
        yield plant("broken bound", article, [tag, (place, place, told[0])], [tag, (place, place, told[1])])
