"""Dates of records and of publication lines, in the forms that feeds and news sites write."""

from __future__ import annotations

import time

import pytest

import newsclaims
from newsclaims.text.feed_dates import days_of
from newsclaims.text.publication import publication_line
from newsclaims.text.records import Record, record_of


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("Thu, 06 Nov 2025 23:30:00 -0500", ["2025-11-06"]),
        ("Thu, 6 Nov 2025 08:00:00 GMT", ["2025-11-06"]),
        ("1762387200", ["2025-11-06"]),
        ("1762387200000", ["2025-11-06"]),
        ("Nov. 6, 2025", ["2025-11-06"]),
        ("November 6th, 2025 at 5:00 PM EST", ["2025-11-06"]),
        ("6-Nov-25", ["2025-11-06"]),
        ("13/11/2025 10:15", ["2025-11-13"]),
        ("11/13/2025", ["2025-11-13"]),
        ("06.11.2025", ["2025-11-06"]),
        ("06/11/2025", ["2025-11-06", "2025-06-11"]),
        ("Thu 06/11/2025", ["2025-11-06"]),
        ("31/02/2025", []),
        ("yesterday", []),
        ("2 hours ago", []),
        ("Nov 6", []),
        ("November 2025", []),
        ("6 novembre 2025", []),
        ("12", []),
        ("", []),
    ],
)
def test_days_of_what_feeds_write(written: str, days: list[str]) -> None:
    assert [day.isoformat() for day in days_of(written)] == days


def test_the_time_zone_of_the_machine_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for zone in ("Pacific/Auckland", "America/Los_Angeles", "UTC"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        days_of.cache_clear()
        assert [day.isoformat() for day in days_of("1762387200")] == ["2025-11-06"]
        assert [day.isoformat() for day in days_of("Thu, 06 Nov 2025 23:30:00 -0500")] == ["2025-11-06"]
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"date": "Thu, 06 Nov 2025 23:30:00 -0500"}, "2025-11-06"),
        ({"published": 1762387200}, "2025-11-06"),
        ({"date": "soon", "published": "6 November 2025"}, "2025-11-06"),
        ({"date": "06/11/2025", "url": "https://news.example/2025/11/06/mine"}, "2025-11-06"),
        ({"date": "06/11/2025"}, "06/11/2025"),
    ],
)
def test_dates_of_records(fields: dict[str, object], day: str) -> None:
    record = record_of({"text": "He won.", **fields})
    assert isinstance(record, Record)
    assert (record.date, record.warnings) == (day, ())


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Holt left on 6 November 2025. He won on Monday.", "2025-11-06"),
        ("It shut on 13/10/2025. He won on Monday.", "2025-11-06"),
        ("It shut on 10/13/2025. He won on Monday.", "2025-06-11"),
        ("He won on Monday.", None),
    ],
)
def test_the_article_settles_the_order_of_day_and_month(text: str, published: str | None) -> None:
    (article,) = newsclaims.extract_many([{"text": text, "date": "06/11/2025"}])
    assert isinstance(article, newsclaims.Article)
    assert article.published == published
    assert bool(article.warnings) == (published is None)


STORY = "\n\nThe mayor of Lowton resigned on Monday after a vote.\n\nThe council will meet again on Friday, she said."


@pytest.mark.parametrize(
    "line",
    [
        "(Published Monday, Nov. 18, 2019)",
        "Posted 5:00 PM, Nov 18, 2019",
        "Updated 8:04 pm CST, Monday, November 18, 2019",
        "By Jane Doe, Nov. 18, 2019",
        "By Jane Doe and Tom Roe, The Lowton Post, Nov. 18, 2019 5:30 PM",
        "Jane Doe | November 18, 2019",
        "November 18, 2019 / 5:30 PM / CBS News",
        "Published 18 Nov 2019 | Updated 19 Nov 2019",
        "Updated Nov. 19, 2019; Posted Nov. 18, 2019",
        "Nov 18, 2019 | 3 min read",
        "2019-11-18T17:30:00Z",
        "Published: 18/11/2019 17:30",
    ],
)
def test_publication_lines_are_bylines_with_their_date(line: str) -> None:
    article = newsclaims.extract("Mayor Resigns After Vote\n\n" + line + STORY)
    assert (article.published, article.published_basis) == ("2019-11-18", "byline")
    assert [date.value for date in article.dates if date.text == "Monday"][-1] == "2019-11-18"


@pytest.mark.parametrize(
    "line",
    [
        "The fair runs from November 18, 2019 to May 2, 2020",
        "29 November 2018 | 20 January 2019",
        "Saturday, Nov. 23, 2019 | Lowton Town Hall",
        "Born November 18, 2019 in Lowton",
        "On November 18, 2019, the mayor left",
        "By 18 November 2019 the dam was full",
    ],
)
def test_other_lines_with_dates_are_none(line: str) -> None:
    assert not publication_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "LIMA (AP) Nov. 7, 2025 —", "NOVEMBER 7, 2025 (LIMA) -", "(LIMA, Nov 7, 2025) -", "[LIMA, 7 November 2025]",
        "LIMA – November 7, 2025 –", "7 November 2025, Lima:", "Nov. 7, 2025, LIMA --",
        "LIMA, Friday, Nov. 7, 2025 (AFP) -",
    ],
)  # fmt: skip
def test_datelines(line: str) -> None:
    article = newsclaims.extract(f"{line} The mayor resigned on Monday.\n\nShe will leave on Friday.")
    assert (article.published, article.published_basis) == ("2025-11-07", "dateline")
