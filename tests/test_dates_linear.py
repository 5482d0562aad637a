"""Dates: the time they take grows with the text, not with its square."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from stopwatch import assert_growth

from newsclaims.dates import find
from newsclaims.dates.published import Published
from newsclaims.text.document import Document
from newsclaims.text.tokens import tokenize
from newsclaims.words.sentence import Sentence, Token

RUNS = [
    "may ", "May ", "Monday ", "01/06/16 ", "2025-11-03 ", "9", "1,", "1 ", "of the ", "the end of ", "year ",
    "years ago ", "and a half ", "twenty ", "a year ", "last ", "Nov. 3 ", "at 9 ", "2019 ", "2019-", "the ", "to ",
    "first ", "Q3 ", "'90s ", "in May and ", "next Friday, ", "the week of ",
]  # fmt: skip


def search(run: str, size: int) -> Callable[[], object]:
    text = run * (size // len(run))
    spans = tokenize(text, 0, len(text))
    tokens = [Token(text[a:b], a, b, text[a:b].lower(), "NN", text[a:b].lower()) for a, b in spans]
    sentence = Sentence(0, 0, len(text), 0, "body", tokens)
    document = Document(text, ())
    return lambda: find(document, [sentence], Published("2025-11-06", "given"))


@pytest.mark.parametrize("run", RUNS)
def test_time_is_linear(run: str, full: bool) -> None:
    search(run, 2_000)()
    size = 64_000 if full else 12_000
    assert_growth(search(run, size // 4), search(run, size), 8, limit=size * 3 / 64_000)
