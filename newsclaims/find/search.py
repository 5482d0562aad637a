"""``find``: which facts of an article, or of a JSON record written earlier, answer a question."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from newsclaims.find.deeds import deed
from newsclaims.find.question import FIGURE_KINDS, Question, Wording, parts_of, words_of

Record = dict[str, Any]


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
        return not question.of_claims
    return question.said is None and not question.of_claims


def names_of(record: Record, wanted: Wording | None) -> frozenset[str]:
    """Return the ids of the entities that a name means: all its words are in one of their names."""
    if wanted is None:
        return frozenset()
    found = set()
    for entity in record["entities"]:
        names = [entity["name"], *(item["text"] for item in entity["mentions"] if item["kind"] == "name")]
        if any(wanted.holds(words_of(name)) for name in names):
            found.add(entity["id"])
    return frozenset(found)


_RELATIVE = re.compile(r"(?<=\w),?\s(?:who|whom|whose|which|that|where)\b")


def _is(reference: Record | None, wanted: Wording, ids: frozenset[str], *, clause: bool = False) -> bool:
    """Return whether a subject, object or speaker is the one asked for, by its entity or by its words.

    A relative clause only says more about it: `the man who shot Reed` is not Reed; ``clause`` says that it is one.
    """
    if reference is None:
        return False
    if reference.get("entity") in ids or not ids.isdisjoint(reference.get("entities", ())):
        return True
    text = reference["text"]
    relative = None if clause else _RELATIVE.search(text)
    return wanted.holds(words_of(text[: relative.start()] if relative else text))


def _claims(record: Record, question: Question) -> Iterator[Hit]:
    if not _wants(question, "claims") or (question.kind is None and not _asks(question)):
        return
    who, whom = names_of(record, question.actor), names_of(record, question.other)
    dates = {item["id"]: item for item in record["dates"]}
    done = deed(question.did, question.like) if question.did else None
    for claim in record["claims"]:
        if claim["confidence"] < question.min_confidence:
            continue
        if question.modality and claim["modality"] not in question.modality:
            continue
        if question.negated is not None and claim["negated"] is not question.negated:
            continue
        if question.actor and not _is(claim["subject"], question.actor, who):
            continue
        if done is not None and not done.is_told_by(claim):
            continue
        if question.other and not _concerns(claim, question.other, whom):
            continue
        if not _in_time(question, [dates[id] for id in claim["dates"] if id in dates]):
            continue
        yield _hit("claims", claim, claim["start"], claim["end"])


def _concerns(claim: Record, wanted: Wording, ids: frozenset[str]) -> bool:
    """Return whether a claim's object or one of its arguments is the one asked for, or a clause that names it."""
    return _is(claim["object"], wanted, ids) or any(
        _is(item, wanted, ids, clause=item["role"] in ("that", "to-inf")) for item in claim["arguments"]
    )


def _asks(question: Question) -> bool:
    return bool(question.who or question.of_claims or question.since or question.until)


def _quotes(record: Record, question: Question) -> Iterator[Hit]:
    if not _wants(question, "quotes") or not (question.said or question.kind == "quotes" or question.who):
        return
    who = names_of(record, question.actor)
    dated = _Dated(record, question)
    for quote in record["quotes"]:
        if question.actor and not _is(quote["speaker"], question.actor, who):
            continue
        if question.spoken and not question.spoken.holds(parts_of(quote["text"])):
            continue
        if not dated.holds(quote["sentence"]):
            continue
        yield _hit("quotes", quote, quote["start"], quote["end"])


def _values(record: Record, question: Question) -> Iterator[Hit]:
    """Yield figures and dates; ``--who`` limits figures to the claims that name that actor."""
    if question.of_claims or question.said:
        return
    if question.kind == "figures" or question.kind in FIGURE_KINDS:
        dated = _Dated(record, question)
        ids = names_of(record, question.actor)
        theirs = {
            id
            for claim in record["claims"]
            if question.actor and any(
                _is(item, question.actor, ids) for item in (claim["subject"], claim["object"], *claim["arguments"])
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
    ids = names_of(record, question.actor) if question.actor else None
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
