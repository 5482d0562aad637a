"""The prefilter of ``find``: it passes over articles unread, and never one that answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import newsclaims
from newsclaims.find.prefilter import Prefilter
from newsclaims.find.search import Question, hits

SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.mark.parametrize("verb", ["is", "have", "grant", "went"])
def test_prefilter_never_loses_a_contraction(verb: str) -> None:
    for text in ("She's gone.", "They've left.", "Granting asylum, Peru left.", "He goes there. It was closed."):
        record = newsclaims.extract(text).to_dict()
        if list(hits(record, Question(did=verb))):
            assert Prefilter(Question(did=verb)).may_answer(text)
    assert not Prefilter(Question(did="grant")).may_answer("The grand council met.")


def questions(record: dict[str, Any]) -> Iterator[Question]:
    """Yield questions that an article should answer: every name, verb, object and some words of every quote of it."""
    for entity in record["entities"]:
        yield Question(who=entity["name"])
        yield from (Question(whom=mention["text"]) for mention in entity["mentions"] if mention["kind"] == "name")
    for claim in record["claims"]:
        for verb in {claim["predicate"]["lemma"], *claim["predicate"]["text"].split()}:
            yield Question(did=verb)
            yield Question(did=verb, like=True)
        if claim["subject"] and claim["object"]:
            yield Question(who=claim["subject"]["text"], whom=claim["object"]["text"])
    for quote in record["quotes"]:
        words = quote["text"].split()
        yield Question(said=" ".join(word[:5] for word in words[::3]))
        yield Question(said=f'"{" ".join(words[1:4])}"')


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt"))[::3], ids=lambda path: path.stem)
def test_prefilter_never_loses_a_hit(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    record = newsclaims.extract(text).to_dict()
    answered = 0
    for question in {item.__repr__(): item for item in questions(record)}.values():
        if next(hits(record, question), None) is not None:
            answered += 1
            assert Prefilter(question).may_answer(text), question
    assert answered > 20
