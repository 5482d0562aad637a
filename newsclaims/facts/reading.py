"""From an article to its statements."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import islice

from newsclaims.facts.deeds import deeds_in, deeds_of, head_of
from newsclaims.facts.lexical import (
    concept,
    concepts,
    content_words,
    deed_classes,
    iter_concepts,
)
from newsclaims.facts.statement import Participant, Statement
from newsclaims.facts.states import told_state
from newsclaims.model import Argument, Article, Claim, Date, Figure, Quote, Reference
from newsclaims.table import word_classes

word_class = word_classes("facts")

_PARTS = ("body", "headline", "caption")
_LONGEST = 400  # code points of a clause that are read
_WORD = re.compile(r"[^\W_]++(?:['’][^\W_]++)?")
_PIECES = re.compile(r"[,;:–—()]| and | but | while | after | before ")
_MARKED = re.compile(r"“([^“”]*+)”|\"([^\"]*+)\"|‘([^‘’“”]*+(?:’\w[^‘’“”]*+)*)’")
_RULED_OUT = re.compile(r" (?:out of the question|off the table)\b")
_LITTLE = re.compile(r"(?:little|few|hardly any|next to no) (?!more |by )")  # `has little hope`
_BEHIND = 60  # code points behind a verb in which the word stands that makes it another deed
_MOST_WORDS = 200  # words of a quote that are compared
_PIECE = 200  # code points on each side of a value that may be its piece of the sentence
_MARKS = 8  # commas and joining words on each side of a value at which its piece of the sentence may end
_MOST_CONTEXT = 40  # concepts of the rest of a sentence


def statements(article: Article) -> tuple[Statement, ...]:
    """Return what an article states, in the order of the text: its claims, quoted words, and values of no claim.

    Bylines, datelines and credits state nothing; a verb of saying whose content is a claim of its own is left to it.
    """
    return tuple(_Reader(article).read())


def sentences(article: Article) -> tuple[Statement, ...]:
    """Return the sentences of an article as statements of what they are about, without actor, deed or values."""
    return tuple(
        Statement(
            article, number, number, item.part, article.text[item.start : item.end], item.start, item.end,
            about=concepts(article.text[item.start : item.end]),
        )
        for number, item in enumerate(article.sentences)
    )  # fmt: skip


class _Reader:
    """What is looked up again and again while an article is read."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.entities = {entity.id: entity for entity in article.entities}
        found = sorted((m.start, m.end, entity.id, m.kind == "name") for entity in article.entities
                       for m in entity.mentions)  # fmt: skip
        self.mentions = found
        self.mention_starts = [item[0] for item in found]
        self.verbs = sorted(claim.predicate.start for claim in article.claims)
        self.values: list[Figure | Date] = sorted((*article.figures, *article.dates), key=lambda item: item.start)
        self.value_starts = [item.start for item in self.values]

    def read(self) -> list[Statement]:
        """Return the statements in the order of the text, numbered."""
        sentences = self.article.sentences
        figures, dates = self._hosts
        made: list[Statement] = []
        for claim in self.article.claims:
            if sentences[claim.sentence].part in _PARTS:
                item = self._claim(claim, figures.get(claim.id, ()), dates.get(claim.id, ()))
                if item is not None:
                    made.append(item)
        made += [self._piece(value) for value in self._homeless if sentences[value.sentence].part in _PARTS]
        made += [self._quote(quote) for quote in self.article.quotes
                 if quote.kind != "indirect" and sentences[quote.sentence].part in _PARTS]  # fmt: skip
        made.sort(key=lambda item: (item.start, item.end))
        around: dict[int, frozenset[str]] = {}
        for item in made:
            if item.sentence not in around:
                around[item.sentence] = self._around(item.sentence)
        places = {entity.id: entity.name for entity in self.article.entities if entity.type == "place"}
        return [
            replace(
                item, number=number, context=around[item.sentence] - item.about,
                places=frozenset(places[id] for id in item.entities if id in places),
            )
            for number, item in enumerate(made)
        ]  # fmt: skip

    def _around(self, sentence: int) -> frozenset[str]:
        """Return what a sentence is about, as far as its first words tell it."""
        span = self.article.sentences[sentence]
        plain = self._plain(span.start, min(span.end, span.start + 3 * _LONGEST))
        told = iter_concepts(plain, self._titled(sentence))
        return frozenset(islice(dict.fromkeys(told), _MOST_CONTEXT))

    def _titled(self, sentence: int) -> bool:
        """Return whether a sentence is a headline whose words begin with capitals, so that these say nothing."""
        span = self.article.sentences[sentence]
        found = _WORD.findall(self.text[span.start : span.end])[:40] if span.part == "headline" else []
        return bool(2 * sum(word[:1].isupper() for word in found) > len(found))

    @cached_property
    def _hosts(self) -> tuple[dict[str, tuple[Figure, ...]], dict[str, tuple[Date, ...]]]:
        """Claim -> the figures and dates that hang on it; each value has one host, the smallest claim that lists it."""
        size: dict[str, tuple[int, str]] = {}
        for claim in self.article.claims:
            for id in (*claim.figures, *claim.dates):
                size[id] = min(size.get(id, (len(self.text), "")), (claim.end - claim.start, claim.id))
        figures: dict[str, list[Figure]] = {}
        dates: dict[str, list[Date]] = {}
        for figure in self.article.figures:
            if figure.id in size:
                figures.setdefault(size[figure.id][1], []).append(figure)
        for date in self.article.dates:
            if date.id in size:
                dates.setdefault(size[date.id][1], []).append(date)
        self._homeless = [item for item in self.values if item.id not in size]
        return {id: tuple(items) for id, items in figures.items()}, {id: tuple(items) for id, items in dates.items()}

    def _core(self, part: Reference | Argument, verb: int) -> tuple[int, int]:
        """Return (start, end) of a part of a claim without the clauses inside it, empty for one that is a clause."""
        at = bisect_left(self.verbs, part.start)
        end = min(part.end, part.start + _LONGEST)
        while at < len(self.verbs) and self.verbs[at] < end:
            if self.verbs[at] != verb:
                inner = self.text[part.start : self.verbs[at]]
                opening = max(inner.rfind(word) for word in (" that ", " who ", " which ", " where ", ", ", " to "))
                end = part.start + opening if opening > 0 else part.start
                break
            at += 1
        return part.start, end

    def _plain(self, start: int, end: int) -> str:
        """Return text with a gap for each figure and date in it."""
        pieces, place = [], start
        for at in range(bisect_left(self.value_starts, start), len(self.values)):
            value = self.values[at]
            if value.start >= end:
                break
            if place <= value.start:
                pieces.append(self.text[place : value.start])
                place = value.end
        return " ".join([*pieces, self.text[min(place, end) : end]])

    def _within(self, start: int, end: int) -> Iterator[str]:
        for at in range(bisect_left(self.mention_starts, start), bisect_left(self.mention_starts, end)):
            yield self.mentions[at][2]

    def _participant(self, part: Reference | None) -> Participant | None:
        if part is None:
            return None
        entity = self.entities.get(part.entity or "")
        by_name = False
        if entity is not None:
            at = bisect_left(self.mention_starts, part.start)
            while at < len(self.mentions) and self.mentions[at][0] < part.end and not by_name:
                by_name = self.mentions[at][2] == part.entity and self.mentions[at][3]
                at += 1
        name = entity.name if entity is not None and entity.named else None
        denied = len("not ") if part.text[:4].lower() == "not " else 0  # "pleaded not guilty": its deed says so
        return Participant(part.text[denied:], part.start + denied, part.end, part.entity, name, by_name)

    def _claim(self, claim: Claim, figures: tuple[Figure, ...], dates: tuple[Date, ...]) -> Statement | None:
        reports = any(item.role == "that" for item in claim.arguments)
        if reports and not figures and not dates:
            return None
        parts = [item for item in (claim.subject, claim.object, *claim.arguments) if item is not None]
        about: set[str] = set()
        entities: set[str] = set()
        titled = self._titled(claim.sentence)
        behind = _WORD.findall(claim.predicate.text.lower())[1:]
        for item in parts:
            start, end = self._core(item, claim.predicate.start)
            if reports and isinstance(item, Argument) and item.role == "that":
                start, end = item.start, min(item.end, item.start + _LONGEST)  # its day goes with what is said
            about |= concepts(self._plain(start, end), titled)
            entities.update(self._within(start, end))
            if item.entity:
                entities.add(item.entity)
            if item.start > claim.predicate.start:
                if isinstance(item, Argument) and item.role in ("for", "against"):
                    behind.append(item.role)  # "voted against the plan"
                behind += _WORD.findall(self.text[item.start : item.start + 40].lower())[:2]
        about |= {unit for figure in figures for unit in _measured(figure)}
        about |= concepts(claim.predicate.text)
        if claim.object is not None and claim.predicate.lemma in word_class("leaving-verbs"):
            behind += _WORD.findall(claim.object.text[:_BEHIND].lower())  # "found the man guilty"
        behind += head_of(claim.object.text) if claim.object else ()  # "the charges were dropped"
        behind = " ".join(behind).replace("not guilty", "innocent").split()
        deeds, verb = deeds_of(claim, behind)
        if reports and deeds & word_class("sayings"):
            deeds, verb = frozenset(("say",)), False
        denied = "innocent" in behind and any(name.endswith("innocent") for name in deeds)
        state = told_state(claim)
        if state is not None:
            deeds, denied = state
            about |= {f"={name}" for name in deeds}
            told = claim.subject is not None and deeds <= word_class("chance-states")
            deeds = (deeds_in(claim.subject.text) if told and claim.subject else None) or deeds
        patient = None if state and claim.predicate.lemma in word_class("linking-verbs") else claim.object
        lacks = not verb and claim.object is not None and bool(_LITTLE.match(claim.object.text))
        ruled_out = bool(_RULED_OUT.match(self.text, claim.predicate.end))
        if verb:
            about |= concepts(claim.predicate.lemma.partition(" ")[0])
            if deeds != deed_classes(claim.predicate.lemma.partition(" ")[0]):
                about |= {concept(name) for name in deeds} & {f"={name}" for name in deeds}  # `go to court`: lawsuit
        values: tuple[Figure | Date, ...] = (*figures, *dates)
        start = min([claim.start, *(value.start for value in values)])
        end = max([claim.end, *(value.end for value in values)])
        return Statement(
            self.article, 0, claim.sentence, self.article.sentences[claim.sentence].part, self.text[start:end], start,
            end, actor=self._participant(claim.subject), deeds=deeds, object=self._participant(patient),
            about=frozenset(about), entities=frozenset(entities), figures=figures, dates=dates,
            state=state is not None,
            negated=(claim.negated != denied if state else claim.negated and not denied) != (ruled_out or lacks),
            modality="planned" if _announced(claim, verb) else claim.modality,
            speaker=self._speaker(claim.attributed_to), claim=claim, quote=self._quotes.get(claim.quote or ""),
        )  # fmt: skip

    @cached_property
    def _quotes(self) -> dict[str, Quote]:
        return {quote.id: quote for quote in self.article.quotes}

    def _speaker(self, id: str | None) -> Participant | None:
        entity = self.entities.get(id or "")
        if entity is None:
            return None
        first = entity.mentions[0]
        return Participant(first.text, first.start, first.end, id, entity.name if entity.named else None, False)

    def _piece(self, value: Figure | Date) -> Statement:
        """Return the piece of a sentence, between its marks and joining words, that holds a value of no claim."""
        sentence = self.article.sentences[value.sentence]
        start, end = max(sentence.start, value.start - _PIECE), min(sentence.end, value.end + _PIECE)
        behind = len(content_words(self.text[value.end : end]))
        for mark in [*_PIECES.finditer(self.text, start, value.start)][: -_MARKS - 1 : -1]:
            if behind >= 2 or behind + len(content_words(self.text[mark.end() : value.start])) >= 2:
                start = mark.end()
                break
        for mark in islice(_PIECES.finditer(self.text, value.end, end), _MARKS):
            if len(content_words(self.text[start : mark.start()])) >= 2:
                end = mark.start()
                break
        about = set(concepts(self._plain(start, end), self._titled(value.sentence)))
        figures, dates = ((value,), ()) if isinstance(value, Figure) else ((), (value,))
        about |= _measured(value) if isinstance(value, Figure) else frozenset()
        lead = len(self.text[start:end]) - len(self.text[start:end].lstrip())
        start += lead
        return Statement(
            self.article, 0, value.sentence, sentence.part, self.text[start:end], start, end,
            about=frozenset(about), entities=frozenset(self._within(start, end)), figures=figures, dates=dates,
        )  # fmt: skip

    def _quote(self, quote: Quote) -> Statement:
        said = " ".join(self.text[start:end] for start, end in quote.spans)
        if quote.kind == "mixed":
            said = " ".join(part for found in _MARKED.findall(said) for part in found if part) or said
        found = tuple(word.lower().replace("’", "'") for word in _WORD.findall(said))[:_MOST_WORDS]
        about = concepts(" ".join(found))
        part = self.article.sentences[quote.sentence].part
        return Statement(
            self.article, 0, quote.sentence, part, quote.text, quote.start, quote.end, about=about,
            entities=frozenset(self._within(quote.start, quote.end)), speaker=self._participant(quote.speaker),
            said=found, quote=quote,
        )  # fmt: skip


def _announced(claim: Claim, verb: bool) -> bool:
    """Return whether a claim tells a deed that is to come by its noun: `promised an inquiry`."""
    return not verb and claim.modality == "asserted" and claim.predicate.lemma in word_class("announcing-verbs")


def _measured(figure: Figure) -> frozenset[str]:
    """Return the concepts of what a figure counts or measures."""
    found = [part for part in (figure.of, figure.per) if part]
    if figure.kind == "count" and figure.unit:
        found.append(figure.unit)
    return concepts(" ".join(found))
