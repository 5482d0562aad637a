"""Dates: the time they take grows with the text, not with its square."""

from __future__ import annotations

import time

import pytest

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


def seconds(run: str, size: int) -> float:
    text = run * (size // len(run))
    spans = tokenize(text, 0, len(text))
    tokens = [Token(text[a:b], a, b, text[a:b].lower(), "NN", text[a:b].lower()) for a, b in spans]
    sentence = Sentence(0, 0, len(text), 0, "body", tokens)
    document = Document(text, ())
    started = time.process_time()
    find(document, [sentence], Published("2025-11-06", "given"))
    return time.process_time() - started


@pytest.mark.parametrize("run", RUNS)
def test_time_is_linear(run: str) -> None:
    seconds(run, 2_000)
    small = min(seconds(run, 16_000) for _ in range(2))
    large = min(seconds(run, 64_000) for _ in range(2))
    assert large < 0.1 + 8 * small
    assert large < 4
