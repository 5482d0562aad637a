"""Values as a reader writes them."""

from __future__ import annotations

import pytest

import newsclaims
from newsclaims.model import Date
from newsclaims.wording.values import amount_of, day_words, number_words, when_of


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-08-27", "27 Aug 2025"),
        ("2025-08-27T09:40", "27 Aug 2025 09:40"),
        ("2025-09-16TNI", "16 Sep 2025 night"),
        ("2025-08", "Aug 2025"),
        ("2025-SU", "summer 2025"),
        ("2025-W45", "week 45 of 2025"),
        ("2025-Q3", "quarter 3 of 2025"),
        ("1990", "1990"),
        ("199", "1990s"),
        ("P25Y", "25 years"),
        ("PT1H", "1 hour"),
        ("PT30M", "30 minutes"),
        ("PAST_REF", "PAST_REF"),
        ("2025-99", "2025-99"),
    ],
)
def test_dates(value: str, words: str) -> None:
    date = Date("d1", "then", 0, 4, 0, "DATE", value, None, None, None, "none", None, "dates.test")
    assert when_of(date) == words


def test_days_that_are_none_stay() -> None:
    assert day_words("2025-13-45") == "2025-13-45"
    assert day_words(None) == ""


def test_numbers() -> None:
    assert number_words(2500000000) == "2.5 billion"
    assert number_words(14000) == "14,000"
    assert number_words(0.8) == "0.8"


def test_amounts() -> None:
    text = "Trade exceeded $2.5 billion, 12% more. Between 40 and 50 people came."
    amounts = {amount_of(item) for item in newsclaims.extract(text).figures}
    assert {"> $2.5 billion", "12%"} <= amounts
    assert any(item.startswith("40 to 50") for item in amounts)
