"""What the hand-written writers make of items is what the standard library's encoder makes of their fields."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from newsclaims import extract
from newsclaims.fields import plain
from newsclaims.formats.compact import WRITERS, listed
from newsclaims.formats.json import json_line
from newsclaims.model import (
    Argument,
    Article,
    Check,
    Claim,
    Cue,
    Date,
    Entity,
    Figure,
    Mention,
    Predicate,
    Quote,
    Reference,
    SentenceSpan,
    Span,
)  # fmt: skip

ODD = 'a "quoted" \\ back\nslash\t\x07 ’é😀\u2028'
REFERENCE = Reference(ODD, 1, 2, ODD, "team", (ODD, "e2"))
EMPTY = Reference("it", 1, 3)
ITEMS = [
    Check("k1", "checks.x", "error", ODD, 3, (Span(ODD, 1, 2), Span("", 4, 4))),
    Check("k2", "checks.x", "note", "", 0, ()),
    Claim(
        "c1", ODD, 0, 9, 2, REFERENCE, Predicate(ODD, 1, 2, ODD), EMPTY, (Argument("to", ODD, 3, 4, ODD),), "passive",
        True, "doubted", ODD, "q1", ("d1", "d2"), ("f1",), ODD, ODD, 0.07, ODD,
    ),
    Claim(
        "c2", "", 0, 0, 0, None, Predicate("is", 1, 2, "be"), None, (Argument("at", "x", 3, 4),), "active", False,
        "asserted", None, None, (), (), None, None, 1.0, "r",
    ),
    Date("d1", ODD, 1, 2, 3, "DURATION", ODD, ODD, ODD, ODD, "text", ODD, ODD),
    Date("d2", "then", 1, 2, 3, "DATE", None, None, None, None, "none", None, "r"),
    Entity("e1", ODD, "person", "PE", (ODD, "x"), (Mention(ODD, 1, 2, "name"), Mention("he", 4, 6, "pronoun"))),
    Entity("e2", "", "other", None, (), ()),
    Figure("f1", ODD, 1, 2, 3, "money", 2.5e9, 1, 2.75, "USD", ">=", True, ODD, ODD, "up", "by", "f0", ODD),
    Figure("f2", "x", 1, 2, 3, "count", 10**30, None, None, None, None, False, None, None, None, None, None, "r"),
    Figure("f3", "x", 1, 2, 3, "count", 1e22, -0.0, 1e-7, None, None, False, None, None, None, None, None, "r"),
    Quote("q1", ODD, 1, 9, 2, ((1, 3), (5, 9)), "mixed", REFERENCE, Cue(ODD, 3, 4, ODD), REFERENCE, 0.5, ODD),
    Quote("q2", "", 1, 1, 2, (), "indirect", None, None, None, 0.0, "r"),
    SentenceSpan(0, 9, 1, "body", "statistic", 0.25),
    SentenceSpan(0, 9, 1, "credit", None, 0.0),
]  # fmt: skip


def encoded(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: type(item).__name__)
def test_an_item_is_written_as_by_the_encoder(item: Any) -> None:
    assert listed((item, item)) == encoded([plain(item)] * 2)[1:-1]


def test_every_class_of_item_has_a_writer() -> None:
    assert {type(item) for item in ITEMS} | {str} == set(WRITERS)


def test_a_number_that_json_cannot_hold_is_refused() -> None:
    for value in (float("inf"), float("nan")):
        with pytest.raises(ValueError, match="no number of JSON"):
            listed((replace(ITEMS[8], value=value),))


def test_an_article_is_written_as_by_the_encoder() -> None:
    article: Article = extract("Lima severed ties with Mexico on Thursday. “It cost $2.5 million,” Reed said.", id=ODD)
    for written in (article, replace(article, written=("text", "meta"), meta={"a": [1, {"b": None}], ODD: ODD})):
        assert json_line(written) == encoded(plain(written)).encode() + b"\n"
