"""Dates: calendar arithmetic, values in context, and input that no calendar knows."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.dates import find, values
from newsclaims.dates.holidays import easter, hebrew_day, holiday, orthodox_easter
from newsclaims.dates.published import Published
from newsclaims.dates.values import covered
from newsclaims.model import Date
from newsclaims.text.document import read_document
from newsclaims.words.sentence import analyse


def dates(text: str, day: str | None = "2025-11-06", warnings: list[str] | None = None) -> list[Date]:
    document = read_document(text)
    return find(document, analyse(document), Published(day, "given" if day else None), warnings)


def read(text: str, day: str | None = "2025-11-06") -> list[tuple[str, str | None]]:
    return [(item.text, item.value) for item in dates(text, day)]


@pytest.mark.parametrize(
    ("start", "amount", "unit", "value"),
    [
        ("2025-11-06", -2, "W", "2025-W43"),
        ("2025-12-30", 0, "W", "2026-W01"),
        ("2025-11-06", -11, "M", "2024-12"),
        ("2025-02-01", -1, "Q", "2024-Q4"),
        ("2025-01-10", 0, "SE", "2024-WI"),
        ("2025-11-06", -2025, "Y", None),
        ("2025-11-06", 10**6, "D", None),
    ],
)
def test_units_keep_their_granularity(start: str, amount: int, unit: str, value: str | None) -> None:
    assert values.shifted(date.fromisoformat(start), amount, unit) == value


@given(
    st.dates(), st.integers(-(10**7), 10**7), st.sampled_from(["D", "W", "WE", "M", "Q", "Y", "SE", "DE", "CE", "ML"])
)
def test_no_amount_breaks_the_calendar(start: date, amount: int, unit: str) -> None:
    for value in (values.shifted(start, amount, unit), values.period(start, amount, unit)):
        days = covered(value) if value else None
        assert value is None or days is None or days[0] <= days[1]


@given(st.dates(date(1, 1, 5), date(9998, 12, 20)))
def test_a_week_covers_its_days(day: date) -> None:
    days = covered(values.week(day))
    assert days is not None and days[0] <= day.isoformat() <= days[1]
    assert date.fromisoformat(days[1]) - date.fromisoformat(days[0]) == timedelta(6)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-Q4", "2025-10-01", "2025-12-31"),
        ("2025-H1", "2025-01-01", "2025-06-30"),
        ("2025-W45-WE", "2025-11-08", "2025-11-09"),
        ("2025-WI", "2025-12-01", "2026-02-28"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2025-11-06T19:15", "2025-11-06", "2025-11-06"),
    ],
)
def test_days_covered(value: str, first: str, last: str) -> None:
    assert covered(value) == (first, last)


@pytest.mark.parametrize(
    "value", ["P3Y", "XXXX-WXX-1", "PAST_REF", "2025-W54", "2025-13", "2025-02-30", "0000", "BC0300"]
)
def test_what_covers_no_days(value: str) -> None:
    assert covered(value) is None


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [
        (Fraction(5, 2), "Y", "P2Y6M"),
        (Fraction(3, 2), "TH", "PT1H30M"),
        (Fraction(1, 2), "DE", "P5Y"),
        (Fraction(5, 2), "D", "P2.5D"),
        (None, "W", "PXW"),
        (Fraction(10**400), "Y", None),
    ],
)
def test_durations(amount: Fraction | None, unit: str, value: str | None) -> None:
    assert values.duration(amount, unit) == value


def test_movable_feasts() -> None:
    assert (easter(2019), easter(2024), easter(2025)) == (date(2019, 4, 21), date(2024, 3, 31), date(2025, 4, 20))
    assert orthodox_easter(2024) == date(2024, 5, 5)
    assert hebrew_day(2024, 7, 1) == date(2024, 10, 3)  # Rosh Hashanah
    assert hebrew_day(2024, 9, 25) == date(2024, 12, 26)  # Hanukkah
    assert hebrew_day(2024, 14, 14) == date(2024, 3, 24)  # Purim of a leap year
    assert holiday("nth 11 4 4", 2024) == date(2024, 11, 28)
    assert holiday("feast eid-al-fitr", 2024) == date(2024, 4, 10)
    assert holiday("feast eid-al-fitr", 1900) is None


def test_the_same_sentence_before_and_after_the_day() -> None:
    assert read("The court ruled on Monday.") == [("Monday", "2025-11-03")]
    assert read("The court will rule on Monday.") == [("Monday", "2025-11-10")]
    assert read("The court ruled on Thursday.") == [("Thursday", "2025-11-06")]


def test_a_photograph_is_older_than_the_article() -> None:
    document = read_document("The court ruled on Thursday.")
    found = find(document, analyse(document), Published("2025-11-03", "caption", follows=True))
    assert [item.value for item in found] == ["2025-11-06"]


def test_what_the_text_named_before_is_the_anchor() -> None:
    found = dates(
        "He was jailed in March 2019. The following month he was freed. He left on 3 May 2020 and the next day died."
    )
    assert [item.value for item in found] == ["2019-03", "2019-04", "2020-05-03", "2020-05-04"]
    assert [(item.anchor, item.anchor_id) for item in found] == [
        ("none", None),
        ("text", "d1"),
        ("none", None),
        ("text", "d3"),
    ]


def test_without_an_anchor_relative_dates_have_no_value() -> None:
    found = dates("He left on Thursday, two weeks ago, in May and last year, but came in 2019 for ten days.", None)
    assert [item.value for item in found] == [None, None, None, None, "2019", "P10D"]
    assert {item.anchor for item in found} == {"none"}


def test_ranges_share_their_year() -> None:
    assert read("It ran from January to April 2015.") == [("January", "2015-01"), ("April 2015", "2015-04")]
    assert read("It ran from November to April 2015.") == [("November", "2014-11"), ("April 2015", "2015-04")]
    assert read("The summit of March 5-7, 2013, failed.") == [("March 5", "2013-03-05"), ("7, 2013", "2013-03-07")]
    assert read("He ruled from 2010-2015.") == [("2010", "2010"), ("2015", "2015")]


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19 spread and the 5-4 ruling stood, 24/7.",
        "He is in his 20s and 52 years old; the 18-year-old flew a Boeing 737.",
        "The Sun said of Theresa May that the May government may fall in a second.",
        "Shares cost $2019 and about 1984 people came.",
        "The Sunday Times and USA Today wrote of Bloody Sunday.",
        "Call +44 1632 960 961 or 555-2019-2020 now-ish.",
        "They march on and spring forward, and we fall.",
        "The quarterback threw for 200 yards in the third quarter of the game.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [item for item in read(text) if item[0] != "Call"] == []


@pytest.mark.parametrize(
    "text", ["It fell on Feb. 31.", "The form says 31/02/2019.", "It is dated 2019-13-45.", "2015-2-30 came."]
)
def test_days_that_no_calendar_has_are_null_with_a_warning(text: str) -> None:
    warnings: list[str] = []
    found = dates(text, warnings=warnings)
    assert all(item.value is None for item in found)
    assert len(warnings) == len(found)


def test_the_order_of_day_and_month_comes_from_the_document() -> None:
    assert read("Forms of 23/04/2022 and 05/06/2022 were lost.")[1] == ("05/06/2022", "2022-06-05")
    assert read("Forms of 04/23/2022 and 05/06/2022 were lost.")[1] == ("05/06/2022", "2022-05-06")
    warnings: list[str] = []
    assert [item.value for item in dates("The form of 05/06/2022 was lost.", warnings=warnings)] == [None]
    assert warnings == ["day and month cannot be told apart in 5/6/2022"]
    assert read("The form of 05/05/2022 was lost.") == [("05/05/2022", "2022-05-05")]


def test_absurd_numbers_give_no_wrong_value() -> None:
    nines = "9" * 400
    for text in (
        f"{nines} years ago",
        f"{nines} days later",
        f"in {nines} BC",
        f"for {nines} weeks",
        f"{nines}/01/2020",
    ):
        assert all(item.value is None or item.value.startswith("P") for item in dates(f"It was {text}, he said."))


def test_values_far_from_today() -> None:
    assert read("It was built 3,000 years ago.") == [("3,000 years ago", None)]
    assert read("He came 10 days ago.", "0001-01-05") == [("10 days ago", None)]
    assert read("He will come on Friday.", "9999-12-31")[0][1] == "9999-12-31"


@given(st.text(alphabet=st.sampled_from("may 0123456789/-:.,ofthe MondyJanQ'’sBC\n"), max_size=200))
def test_any_text_has_true_spans(text: str) -> None:
    for item in dates(text):
        assert text[item.start : item.end] == item.text
        assert (item.from_ is None) == (item.to is None)


def test_weekdays_after_a_photograph_lie_round_the_first_one_named() -> None:
    document = read_document("Drivers began a strike on Thursday. Talks collapsed on Monday. It will end on Saturday.")
    found = find(document, analyse(document), Published("2025-11-12", "caption", follows=True))
    assert [item.value for item in found] == ["2025-11-13", "2025-11-10", "2025-11-15"]


def test_a_story_carries_its_year_on() -> None:
    assert read("He was arrested in March 2019 and jailed in June.")[1] == ("June", "2019-06")
    assert read("He was arrested on 3 November 2019 and freed on 7 January.")[1] == ("7 January", "2020-01-07")
    assert read("He was arrested in March 2019 and will be tried in June.")[1] == ("June", "2026-06")
    assert read("It fell from 9 in March 2019 to 5 in June.")[1] == ("June", "2025-06")


def test_letters_between_marks_and_modifiers_of_neighbours() -> None:
    from itertools import pairwise

    from newsclaims import extract

    for text in (
        "See 3-a-long and 7/11/anti.",
        "It cost .② or .²",
        "quarter 0900 decade earlier 2025, ‘²² and 1999-²²",
    ):
        dates = extract(text, date="2025-11-06").dates
        assert all(text[date.start : date.end] == date.text for date in dates)
        assert all(left.end <= right.start for left, right in pairwise(dates))


HISTORY = """The road to the accord

The war began on 3 May 1921, when Norvane sent ships to the strait. In June, the council met in Lowton and called for
a truce. The talks failed on 12 July. Norvane took the port in late October. By 4 November 1922, both fleets had
withdrawn. In December, the two kings signed the first accord. On 9 January, it took effect. The accord lasted until
1926, and a second was signed on 2 March 1927. It was broken in August. The council was dissolved in 1928, the port
was closed in 1929 and the strait was mined at 3 a.m. on 5 June 1930.
"""


def test_a_history_goes_on_from_the_date_named_last() -> None:
    found = dict(read(HISTORY))
    assert found["June"] == "1921-06"
    assert found["12 July"] == "1921-07-12"
    assert found["late October"] == "1921-10"
    assert found["December"] == "1922-12"
    assert found["9 January"] == "1923-01-09"
    assert found["August"] == "1927-08"


def test_news_with_its_weekdays_is_no_history() -> None:
    text = HISTORY + "Norvane said on Monday that it would leave. The king said on Tuesday that he agreed. "
    found = dict(read(text + "The ships sailed last week, and the council met yesterday and today in Lowton."))
    assert found["12 July"] == "2025-07-12"


def test_an_obituary_begins_in_the_news_and_ends_ahead() -> None:
    text = (
        "Ann Holt Dies at 91\n\nAnn Holt, whose novels were read in forty languages, died on November 3 in Lowton.\n\n"
        "She was born in 1933. In 1951 she left school. She married in June 1955, and her son was born in August 1957. "
        "Her first novel was published in 1961. In October, it won a prize. In 1972, she moved to the capital and "
        "taught until 1989. Her husband died in November 1990. In May, she came home.\n\n"
        "A funeral will be held on November 20."
    )
    found = dict(read(text))
    assert (found["November 3"], found["November 20"]) == ("2025-11-03", "2025-11-20")
    assert (found["October"], found["May"]) == ("1961-10", "1991-05")
