"""Planted errors between two tellings of one thing: numbers, days, yes and no, headlines."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta

from newsclaims.learn.plants import Plant, edited, in_body, later, plant, planter, written
from newsclaims.model import Article, Claim, Figure

_PLAIN_PAST = re.compile(r"[a-z]+ed|told|won|lost|made|met|held|took|gave|sent|came|went|said|left|built|cut|became")
_LONGEST = 120


def _claims(article: Article) -> list[Claim]:
    """Return claims in plain past tense that can be told again: a named or definite subject, an object, no quote."""
    found, taken = [], set()
    for claim in article.claims:
        plain = (
            claim.modality == "asserted" and not claim.negated and claim.voice == "active" and claim.confidence >= 0.7
        )
        subject, object = claim.subject, claim.object
        if not plain or claim.quote or subject is None or object is None or claim.sentence in taken:
            continue
        if not _PLAIN_PAST.fullmatch(claim.predicate.text) or not in_body(article, claim.sentence):
            continue
        known = subject.entity is not None and re.match(r"[A-Z]|the ", subject.text) is not None
        short = len(subject.text) <= 50 and 4 <= len(object.text) <= _LONGEST and "\n" not in object.text
        if known and short and subject.end <= claim.predicate.start and not re.search(r"[“”\"]", object.text):
            taken.add(claim.sentence)
            found.append(claim)
    return found


def _who(article: Article, claim: Claim) -> str:
    """Return a short name of the one who acts: a surname, or the words as they stand."""
    assert claim.subject is not None
    entity = next((one for one in article.entities if one.id == claim.subject.entity), None)
    if entity is not None and entity.type == "person" and entity.named:
        return entity.name.split()[-1]
    return claim.subject.text[0].upper() + claim.subject.text[1:]


def _object(claim: Claim) -> str:
    """Return the object up to what hangs on it with a comma."""
    assert claim.object is not None
    return re.split(r",|;| which | who | that ", claim.object.text)[0]


def _number(item: Figure, factor: float) -> str | None:
    """Return a figure's words with another value of the same shape."""
    found = re.match(r"[$£€]?(\d[\d,]*(?:\.\d+)?)(?![-\w])", item.text)
    if found is None:
        small = {
            "two": "four",
            "three": "five",
            "four": "six",
            "five": "eight",
            "six": "nine",
            "seven": "nine",
            "eight": "six",
            "nine": "seven",
            "ten": "seven",
        }
        first, space, rest = item.text.partition(" ")
        other = small.get(first.lower())
        return f"{other}{space}{rest}" if other else None
    value = float(found[1].replace(",", "")) * factor
    decimals = len(found[1].partition(".")[2])
    new = f"{value:,.{decimals}f}" if "," in found[1] or value < 1000 else f"{value:.{decimals}f}"
    return None if new == found[1] else item.text[: found.start(1)] + new + item.text[found.end() :]


@planter("count told twice")
def counts(article: Article, chance: random.Random) -> Iterator[Plant]:
    """A claim with a number told again with another one."""
    figures = {item.id: item for item in article.figures}
    for claim in _claims(article):
        assert claim.object is not None and claim.subject is not None
        inside = [figures[id] for id in claim.figures if id in figures and claim.object.start <= figures[id].start
                  and figures[id].end <= claim.object.start + len(_object(claim))]  # fmt: skip
        inside = [item for item in inside if item.kind in ("count", "money", "quantity") and (item.value or 0) >= 2
                  and not item.approximate and item.low is None]  # fmt: skip
        number = _number(inside[0], chance.choice((1.2, 0.8, 1.5))) if len(inside) == 1 else None
        if number is None:
            continue
        at = inside[0].start - claim.object.start
        object = _object(claim)
        other = object[:at] + number + object[at + len(inside[0].text) :]
        place = later(article, claim.sentence)
        wording = chance.choice(("{s} {v} {o}, officials said.", "It was the first time that {s} {v} {o}.",
                                 "{s} {v} {o}.", "When {s} {v} {o}, few took notice."))  # fmt: skip
        told = [" " + wording.format(s=_who(article, claim), v=claim.predicate.text, o=one) for one in (other, object)]
        yield plant("count told twice", article, [(place, place, told[0])], [(place, place, told[1])])


@planter("count told back")
def counts_back(article: Article, chance: random.Random) -> Iterator[Plant]:
    """A count of people or things, and later `the 14 workers`, `all 14 workers`."""
    taken = set()
    for item in article.figures:
        plural = re.search(r"[a-z]s$|people$|women$|men$|children$", item.text)
        if (
            item.kind != "count"
            or not plural
            or not in_body(article, item.sentence)
            or item.comparator not in (None, "=")
        ):
            continue
        if not item.value or item.value < 3 or item.unit in ("time", None) or item.unit in taken or item.approximate:
            continue
        if re.match(r"-|['’]", article.text[item.end :]) or sum(one.unit == item.unit for one in article.figures) > 1:
            continue
        other = _number(item, chance.choice((1.25, 0.75)))
        if other is None:
            continue
        taken.add(item.unit)
        place = article.sentences[item.sentence].end if chance.random() < 0.5 else later(article, item.sentence)
        wording = chance.choice((" The {n} are the first of their kind.", " All {n} were looked at again.",
                                 " None of the {n} could be reached.", " Those {n} drew much attention."))  # fmt: skip
        told = [wording.format(n=one[0].lower() + one[1:]) for one in (other, item.text)]
        yield plant("count told twice", article, [(place, place, told[0])], [(place, place, told[1])])


@planter("broken bound")
def bounds(article: Article, chance: random.Random) -> Iterator[Plant]:
    """A claim with a number told again with a bound that the number breaks, and bounds of what is counted."""
    figures = {item.id: item for item in article.figures}
    for claim in _claims(article):
        assert claim.object is not None
        object = _object(claim)
        inside = [figures[id] for id in claim.figures if id in figures and claim.object.start <= figures[id].start
                  and figures[id].end <= claim.object.start + len(object)]  # fmt: skip
        inside = [item for item in inside if item.kind in ("count", "money") and (item.value or 0) >= 10
                  and not item.approximate and item.low is None and item.comparator in (None, "=")]  # fmt: skip
        if len(inside) != 1:
            continue
        word, bad, good = chance.choice((("at least", 1.2, 0.9), ("more than", 1.2, 0.9), ("no more than", 0.8, 1.1),
                                         ("up to", 0.8, 1.1), ("fewer than", 0.8, 1.1)))  # fmt: skip
        numbers = [_number(inside[0], factor) for factor in (bad, good)]
        if None in numbers:
            continue
        at = inside[0].start - claim.object.start
        wording = chance.choice(("{s} {v} {o}, officials said.", "In all, {s} {v} {o}.", "{s} {v} {o}."))
        told = []
        for number in numbers:
            other = f"{object[:at]}{word} {number}{object[at + len(inside[0].text) :]}"
            told.append(" " + wording.format(s=_who(article, claim), v=claim.predicate.text, o=other))
        place = later(article, claim.sentence)
        yield plant("broken bound", article, [(place, place, told[0])], [(place, place, told[1])])


@planter("date told twice")
def dates(article: Article, chance: random.Random) -> Iterator[Plant]:
    """A claim with a day told again with another day."""
    known = {item.id: item for item in article.dates}
    for claim in _claims(article):
        days = [known[id] for id in claim.dates if id in known and known[id].from_ == known[id].to and known[id].value]
        days = [item for item in days if len(item.value or "") == 10]
        if len(days) != 1 or not days[0].value:
            continue
        day = date.fromisoformat(days[0].value)
        place = later(article, claim.sentence)
        wording = chance.choice(("{s} {v} {o} on {d}.", "On {d}, {s} {v} {o}.", "It was on {d} that {s} {v} {o}."))
        told = [
            " "
            + wording.format(
                s=_who(article, claim), v=claim.predicate.text, o=_object(claim), d=written(day - timedelta(shift))
            )
            for shift in (chance.choice((2, 3, 10)), 0)
        ]
        yield plant("date told twice", article, [(place, place, told[0])], [(place, place, told[1])])


@planter("polarity")
def polarity(article: Article, chance: random.Random) -> Iterator[Plant]:
    """A claim told again with its negation, in the text or as its headline."""
    for claim in _claims(article):
        place = later(article, claim.sentence)
        negated = chance.choice(
            ("{s} did not {l} {o}.", "{s} never {v} {o}.", "{s} failed to {l} {o}.", "{s} refused to {l} {o}.")
        )
        if chance.random() < 0.3 and article.sentences[0].part != "headline":
            place, negated = 0, "{s} did not {l} {o}\n\n"
        plain = "{s} {v} {o}\n\n" if place == 0 else "{s} {v} {o}."
        told = [
            ("" if place == 0 else " ")
            + one.format(s=_who(article, claim), v=claim.predicate.text, l=claim.predicate.lemma, o=_object(claim))
            for one in (negated, plain)
        ]
        yield plant("polarity", article, [(place, place, told[0])], [(place, place, told[1])])


@planter("headline against body")
def headlines(article: Article, chance: random.Random) -> Iterator[Plant]:
    """A headline with another number than the text: the article's own, or one made of an early claim."""
    for item in article.figures:
        own = article.sentences[item.sentence].part == "headline" and item.kind in ("count", "money", "percent", "age")
        told = sum(one.value == item.value and one.unit == item.unit for one in article.figures) > 1
        number = _number(item, 1.3) if own and told else None
        if number is not None:
            yield plant("headline against body", article, [(item.start, item.end, number)], [])
            return
    if any(one.part == "headline" for one in article.sentences):
        return
    figures = {item.id: item for item in article.figures}
    for claim in article.claims:
        if claim.sentence > 8 or claim.quote or not claim.subject or claim.modality != "asserted" or claim.negated:
            continue
        inside = [figures[id] for id in claim.figures if id in figures]
        inside = [
            item for item in inside if claim.start <= item.start and item.end <= claim.end and (item.value or 0) > 1
        ]
        text = re.split(r"[,;:]", article.text[claim.start : claim.end])[0]
        fit = [
            item
            for item in inside
            if item.end <= claim.start + len(text) and item.kind in ("count", "money", "percent", "age")
        ]
        number = (
            _number(fit[0], chance.choice((1.3, 0.7)))
            if len(fit) == 1 and 20 < len(text) < 110 and "\n" not in text
            else None
        )
        if number is None:
            continue
        at = fit[0].start - claim.start
        heads = [edited(text, [(at, at + len(fit[0].text), one)]) for one in (number, fit[0].text)]
        heads = [re.sub(r"\b(?:the|a|an) ", "", one) for one in heads]
        heads = [one[0].upper() + one[1:] + "\n\n" for one in heads]
        yield plant("headline against body", article, [(0, 0, heads[0])], [(0, 0, heads[1])])
        return
