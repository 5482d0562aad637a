"""``find``: which facts of an article, or of a JSON record written earlier, answer a question."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from unicodedata import combining, normalize

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: all that is set must hold of one fact.

    ``who`` and ``whom`` are names, ``did`` a verb in any form, ``said`` words of a quote, ``kind`` a kind of fact or a
    kind of figure, ``since`` and ``until`` ISO days between which the fact lies; claims below ``min_confidence`` do not
    answer.
    """

    who: str | None = None
    did: str | None = None
    whom: str | None = None
    said: str | None = None
    kind: str | None = None
    since: str | None = None
    until: str | None = None
    min_confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A fact that answers: its kind, where it stands, and the words to show it in."""

    kind: str
    id: str
    start: int
    end: int
    sentence: int
    text: str
    fact: Record = field(repr=False)


def hits(record: Record, question: Question) -> Iterator[Hit]:
    """Yield the facts of one article, as plain dicts, that answer the question, in the order of the text."""
    found = [*_claims(record, question), *_quotes(record, question), *_values(record, question)]
    if question.kind == "entities":
        found += _entities(record, question)
    yield from sorted(found, key=lambda hit: (hit.start, hit.end, hit.id))


def _wants(question: Question, kind: str) -> bool:
    if question.kind is not None and question.kind != kind:
        return False
    if kind == "claims":
        return question.said is None
    if kind == "quotes":
        return question.did is None and question.whom is None
    return question.did is None and question.said is None and question.whom is None


def _folded(text: str) -> str:
    """Return text without case and accents, with straight apostrophes: what is compared."""
    plain = text.casefold().replace("’", "'")
    if plain.isascii():
        return plain
    return "".join(sign for sign in normalize("NFD", plain) if not combining(sign))


def words_of(text: str) -> list[str]:
    """Return the words of a name or quote, folded; an apostrophe parts words, so that a possessive does not matter."""
    return _WORD.findall(_folded(text))


_WORD = re.compile(r"[^\W_]++(?:[.-][^\W_]++)*")
_PART = re.compile(r"[^\W_]++")


class Prefilter:
    """Tells articles that cannot answer from their text alone: to read one costs a hundred times more.

    Every word of a name must stand in the text, every word of a quote must begin one there, and one form of the verb.
    """

    def __init__(self, question: Question) -> None:
        self.words = [word for part in (question.who, question.whom) if part for word in words_of(part)]
        self.words += _PART.findall(_folded(question.said or ""))
        verb, _ = verb_of(question.did) if question.did else (frozenset(), [])
        self.lemmas = frozenset() if verb & _CONTRACTED else verb
        self.forms: dict[str, bool] = {}

    def may_answer(self, text: str) -> bool:
        """Return whether a text may hold an answer."""
        folded = _folded(text) if self.words or self.lemmas else ""
        if not all(word in folded for word in self.words):
            return False
        return not self.lemmas or any(self._is_form(word) for word in set(_FORM.findall(text.casefold())))

    def _is_form(self, word: str) -> bool:
        known = self.forms.get(word)
        if known is None:
            known = self.forms[word] = not self.lemmas.isdisjoint(_lemmas(word))
        return known


_FORM = re.compile(r"[^\W\d_]++(?:-[^\W\d_]++)*")
_CONTRACTED = frozenset({"be", "have", "do", "will", "would", "can", "let", "not"})
"""Verbs with forms that are no whole words: `she's`, `can't`."""


def names_of(record: Record, wanted: str) -> frozenset[str]:
    """Return the ids of the entities that a name means: all its words are in one of their names."""
    words = words_of(wanted)
    found = set()
    for entity in record["entities"]:
        names = [entity["name"], *(item["text"] for item in entity["mentions"] if item["kind"] == "name")]
        if any(_holds(name, words) for name in names):
            found.add(entity["id"])
    return frozenset(found)


def _holds(text: str, words: list[str]) -> bool:
    """Return whether every word asked for is in the text, as a whole word or with a possessive."""
    return set(words) <= set(words_of(text))


def _is(reference: Record | None, wanted: str, ids: frozenset[str]) -> bool:
    """Return whether a subject, object or speaker is the one asked for, by its entity or by its words."""
    if reference is None:
        return False
    return reference.get("entity") in ids or _holds(reference["text"], words_of(wanted))


def _claims(record: Record, question: Question) -> Iterator[Hit]:
    if not _wants(question, "claims") or (question.kind is None and not _asks(question)):
        return
    who = names_of(record, question.who) if question.who else frozenset()
    whom = names_of(record, question.whom) if question.whom else frozenset()
    dates = {item["id"]: item for item in record["dates"]}
    lemmas, particles = verb_of(question.did) if question.did else (frozenset(), [])
    for claim in record["claims"]:
        if claim["confidence"] < question.min_confidence:
            continue
        if question.who and not _is(claim["subject"], question.who, who):
            continue
        if question.did and not _does(claim, lemmas, particles):
            continue
        if question.whom and not any(_is(item, question.whom, whom) for item in (claim["object"], *claim["arguments"])):
            continue
        if not _in_time(question, [dates[id] for id in claim["dates"] if id in dates]):
            continue
        yield _hit("claims", claim, claim["start"], claim["end"])


def _asks(question: Question) -> bool:
    return any((question.who, question.did, question.whom, question.since, question.until))


def verb_of(asked: str) -> tuple[frozenset[str], list[str]]:
    """Return the lemmas that a verb may have, and the particles asked for with it: `walked out`."""
    verb, *particles = asked.casefold().split() or [""]
    return _lemmas(verb), particles


def _lemmas(verb: str) -> frozenset[str]:
    """Return the lemmas that a form of a verb may have: `raided` is `raid`, `left` is `leave` and `left`."""
    from newsclaims.words.lemmas import lemma

    return frozenset({verb, *(lemma(verb, tag) for tag in ("VB", "VBZ", "VBD", "VBN", "VBG"))})


def _does(claim: Record, lemmas: frozenset[str], particles: list[str]) -> bool:
    """Return whether a claim has the verb asked for, with its particles in or right behind the verb group."""
    predicate = claim["predicate"]
    lemma, *rest = predicate["lemma"].split()
    if lemma not in lemmas:
        return False
    behind = predicate["end"] - claim["start"]
    have = {*rest, *words_of(predicate["text"]), *words_of(claim["text"][behind : behind + 40])[:4]}
    return have.issuperset(particles)


def _quotes(record: Record, question: Question) -> Iterator[Hit]:
    if not _wants(question, "quotes") or not (question.said or question.kind == "quotes" or question.who):
        return
    who = names_of(record, question.who) if question.who else frozenset()
    words = _PART.findall(_folded(question.said)) if question.said else []
    dated = _Dated(record, question)
    for quote in record["quotes"]:
        if question.who and not _is(quote["speaker"], question.who, who):
            continue
        if words and not _said(quote["text"], words):
            continue
        if not dated.holds(quote["sentence"]):
            continue
        yield _hit("quotes", quote, quote["start"], quote["end"])


def _said(text: str, words: list[str]) -> bool:
    """Return whether all words are in a quote, each as the beginning of a word."""
    have = _PART.findall(_folded(text))
    return all(any(one.startswith(word) for one in have) for word in words)


FIGURE_KINDS = ("money", "percent", "percentage_point", "quantity", "count", "ordinal", "ratio", "age", "score",
                 "multiple", "number")  # fmt: skip


def _values(record: Record, question: Question) -> Iterator[Hit]:
    """Yield figures and dates; ``--who`` limits figures to the claims that name that actor."""
    if question.did or question.whom or question.said:
        return
    if question.kind == "figures" or question.kind in FIGURE_KINDS:
        dated = _Dated(record, question)
        ids = names_of(record, question.who) if question.who else frozenset()
        theirs = {
            id
            for claim in record["claims"]
            if question.who and any(
                _is(item, question.who, ids) for item in (claim["subject"], claim["object"], *claim["arguments"])
            )
            for id in claim["figures"]
        }  # fmt: skip
        for figure in record["figures"]:
            if question.kind not in ("figures", figure["kind"]) or (question.who and figure["id"] not in theirs):
                continue
            if dated.holds(figure["sentence"]):
                yield _hit("figures", figure, figure["start"], figure["end"])
    if question.kind == "dates":
        for date in record["dates"]:
            if _in_time(question, [date]):
                yield _hit("dates", date, date["start"], date["end"])


def _entities(record: Record, question: Question) -> Iterator[Hit]:
    ids = names_of(record, question.who) if question.who else None
    dated = _Dated(record, question)
    for entity in record["entities"]:
        if ids is None or entity["id"] in ids:
            for mention in entity["mentions"]:
                at = _sentence_at(record, mention["start"])
                if dated.holds(at):
                    yield Hit("entities", entity["id"], mention["start"], mention["end"], at, mention["text"], entity)


def _sentence_at(record: Record, offset: int) -> int:
    return max(0, bisect_right(record["sentences"], offset, key=lambda sentence: sentence["start"]) - 1)


class _Dated:
    """The sentences that have a date in the time asked for; all of them if none is asked for."""

    def __init__(self, record: Record, question: Question) -> None:
        self.all = not question.since and not question.until
        self.sentences = {date["sentence"] for date in record["dates"] if not self.all and _in_time(question, [date])}

    def holds(self, sentence: int) -> bool:
        """Return whether a sentence is among them."""
        return self.all or sentence in self.sentences


def _hit(kind: str, fact: Record, start: int, end: int) -> Hit:
    return Hit(kind, fact["id"], start, end, fact["sentence"], fact["text"], fact)


def _in_time(question: Question, dates: list[Record]) -> bool:
    """Return whether one of the dates lies in the time asked for; without a date nothing does."""
    if not question.since and not question.until:
        return True
    return any(
        date["from"] is not None
        and (not question.since or date["to"] >= question.since)
        and (not question.until or date["from"] <= question.until)
        for date in dates
    )
