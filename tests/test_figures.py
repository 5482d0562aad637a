"""Figures: exact values, hostile numbers, spans that hold and never overlap, time linear in the text."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stopwatch import assert_growth

import newsclaims
from newsclaims import figures
from newsclaims.figures.cardinals.notation import decimal_comma, plain, read_digits
from newsclaims.figures.money_words import codes, marks, whose
from newsclaims.figures.unit_words import units
from newsclaims.model import Figure
from newsclaims.syntax.parses import Parses
from newsclaims.text.document import read_document
from newsclaims.words.sentence import analyse


def found(text: str, warnings: list[str] | None = None) -> list[Figure]:
    document = read_document(text)
    return figures.find(document, Parses(document, analyse(document)), [], warnings)


@pytest.mark.parametrize(
    ("form", "comma", "value"),
    [
        ("1,234", False, 1234),
        ("1,234.50", False, Decimal("1234.50")),
        ("12,34,567.89", False, Decimal("1234567.89")),
        ("1.234,5", False, Decimal("1234.5")),
        ("1.234.567", False, 1234567),
        ("4.800", False, Decimal("4.800")),
        ("4.800", True, 4800),
        ("3,5", True, Decimal("3.5")),
        ("3,5", False, None),
        ("1,2345", False, None),
        ("1,23,45", False, None),
        ("1.2,3.4", False, None),
        ("40\u202f000", False, 40000),
        ("１２", False, 12),
        ("9" * 21, False, int("9" * 21)),
        ("9" * 22, False, None),
        ("9" * 400, False, None),
    ],
)
def test_digits(form: str, comma: bool, value: int | Decimal | None) -> None:
    assert read_digits(form, comma) == value


def test_plain_values_have_no_binary_dust() -> None:
    assert plain(Decimal("2.5") * 10**9) == 2500000000
    assert isinstance(plain(Decimal("2.5") * 10**9), int)
    assert plain(Decimal("0.1") + Decimal("0.2")) == 0.3
    assert plain(10**21 - 1) == 10**21 - 1
    assert plain(10**21) is None


def test_style_of_the_document() -> None:
    assert decimal_comma("Der Preis stieg um 3,5 % auf 1.234,50 Euro.")
    assert not decimal_comma("It rose 3.5% to 1,234.50 euros, or 3,5 in their own style.")
    assert [item.value for item in found("Inflation was 3,5 percent and 12,8 percent of homes.")] == [3.5, 12.8]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It cost $2.5\u202fbillion.", 2500000000, "USD"),
        ("It cost £１２ million.", 12000000, "GBP"),
        ("Some ١٢٣ people came.", 123, "people"),
        ("A crowd of 40\u2009000 people came.", 40000, "people"),
        ("He owes 999,999,999,999,999 dollars.", 999999999999999, "USD"),
        ("It fell to minus 40 degrees Celsius.", -40, "°C"),
        ("He drank 1½ litres.", 1.5, "L"),
        ("He drank two and a half litres.", 2.5, "L"),
        ("It is 6.02×10^23 metres away.", None, "m"),
    ],
)
def test_values(text: str, value: float | None, unit: str) -> None:
    (item,) = found(text)
    assert (item.value, item.unit) == (value, unit)


@pytest.mark.parametrize("digits", ["9" * 400, "1,2345", "1" + ",000" * 30, "12,345.678,9"])
def test_unreadable_numbers_are_null_and_said(digits: str) -> None:
    warnings: list[str] = []
    items = found(f"They counted ${digits} in all.", warnings)
    assert all(item.value is None and item.low is None for item in items)
    assert len(warnings) == len(items) == 1


@pytest.mark.parametrize(
    "text",
    [
        "On Friday, July 21, 2017, at 15:11 GMT, it was 2 p.m. in Rome.",
        "In the 1990s and the 20th century, from 2004 to 2009, on 01/06/16.",
        "The Boeing 737, Studio 54, COVID-19, IE6, STS-135 and the G7 are names.",
        "See page 5, chapter 12 and section 3 of 4chan.",
        "He lives at 131 West 23rd Street and rang 555-1234-567.",
        "No one knows the new one, one of which is here.",
        "It took two weeks, 24 hours and 10 working days.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert found(text) == []


def test_tables() -> None:
    assert {"USD", "EUR", "XOF", "ZWG", "DEM", "FRF"} <= codes() or {"USD", "EUR", "XOF", "DEM", "FRF"} <= codes()
    assert all(code in codes() or code.islower() or code in ("BTC", "ETH", "USDT", "ZWL") for code in marks().values())
    assert len(units("square")) > 3 and len(units("cubic")) > 3
    assert {unit.symbol for unit in units("mw")} == {"mW", "MW"} and not units("mwx") and not units("")


def test_whose_franc() -> None:
    assert whose("franc", "The Swiss franc rose.") == "CHF"
    assert whose("franc", "Nobody says whose.") == "franc"
    assert whose("USD", "Nobody says whose.") == "USD"


WORDS = """1 12 2.5 1,000 , . - – / $ £ % € million billion of and to or half one two twenty third first dozens hundreds
    a the more than at least people years old aged percent points miles feet inches US NZ ( ) : ' " # No. Smith 5G 19th
    ½ between from rose by 9999999999 1e999 x10^99 minus"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\n\n"])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40), st.sampled_from(["", " "]))
def test_any_run_of_number_words(pieces: list[str], gap: str) -> None:
    text = gap.join(pieces)
    items = found(text)
    assert items == sorted(items, key=lambda item: item.start)
    for item in items:
        assert text[item.start : item.end] == item.text != ""
        for value in (item.value, item.low, item.high):
            assert value is None or math.isfinite(value)
    for left, right in pairwise(items):
        # only a count may hold a measure: "eight million 250ml bottles"
        assert left.end <= right.start or (left.kind == "count" and right.end <= left.end)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    for item in found(text):
        assert text[item.start : item.end] == item.text


RUNS = ["1234567890", "1,", "1.", "$", "$1 ", "1 million ", "%", "one of the ", "hundreds of ", "1-", "1/", "twenty-"]


@pytest.mark.parametrize("run", [*RUNS, "two hundred and ", "5 to ", "1 franc ", "half of ", "-1 ", "aged 5, "])
def test_time_is_linear(run: str, full: bool) -> None:
    def search(size: int) -> Callable[[], object]:
        document = read_document(run * (size // len(run)))
        sentences = analyse(document)
        return lambda: figures.find(document, Parses(document, sentences), [])

    size = 32_000 if full else 8_000
    assert_growth(search(size // 4), search(size), 8)


def test_the_numbers_of_a_list_are_no_figures() -> None:
    assert not newsclaims.extract("1.\n\n2.\n\n1. 2. 3.").figures
    assert [figure.text for figure in newsclaims.extract("1. Sales rose 12 percent.").figures] == ["12 percent"]
