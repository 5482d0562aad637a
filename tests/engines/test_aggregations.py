"""The README's SQL asks a run and gets the right answers."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from program import run

duckdb = pytest.importorskip("duckdb")
pytest.importorskip("pyarrow")

README = (Path(__file__).parent.parent.parent / "README.md").read_text(encoding="utf-8")
SQL = re.findall(r"```sql\n(.*?)```", README, re.DOTALL)

PLAIN = "Ann Reed, the finance minister, met us on Monday. "
ARTICLES = [
    (
        "https://www.herald.example/1",
        "2025-01-07",
        PLAIN + "“We will not raise the tax on homes this year,” Reed said.",
    ),
    ("https://post.example/a", "2025-01-08", PLAIN + "“We will not raise the tax on homes this year”, Ms. Reed said."),
    ("https://post.example/b", "2025-02-03", "Unemployment rose to 5.1% in January. Halvorsen cut 40 jobs in Lima."),
    ("https://post.example/c", "2025-02-20", "Halvorsen and Acme signed a deal in Lima. Nobody praised Halvorsen."),
    ("https://post.example/d", "2025-03-04", "Unemployment fell to 4.8% in February, the statistics office said."),
    ("https://post.example/e", "2025-03-09", "Halvorsen Road was closed on Sunday. Oskar Lund said that it was icy."),
]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[list[dict[str, Any]]]]:
    """Yield the rows of each of the README's queries over a run of two shards."""
    folder = tmp_path_factory.mktemp("run")
    (folder / "shards" / "deep").mkdir(parents=True)
    for name, part in (("a", ARTICLES[:3]), ("deep/b", ARTICLES[3:])):
        rows = (json.dumps({"url": url, "date": day, "text": text}) + "\n" for url, day, text in part)
        (folder / "shards" / f"{name}.jsonl").write_text("".join(rows))
    run("batch", folder / "shards", "-o", folder / "facts", "--format", "parquet")
    here = Path.cwd()
    os.chdir(folder)
    try:
        found = []
        for query in SQL:
            result = duckdb.sql(query)
            found.append([dict(zip(result.columns, row, strict=True)) for row in result.fetchall()])
        yield found
    finally:
        os.chdir(here)


def test_who_is_quoted_how_often(answers: list[list[dict[str, Any]]]) -> None:
    counts = {row["who"]: (row["quotes"], row["articles"]) for row in answers[0]}
    assert counts["Ann Reed"] == (2, 2)
    assert counts["Oskar Lund"] == (1, 1)
    assert next(iter(counts)) == "Ann Reed"


def test_claims_about_one_actor_by_month(answers: list[list[dict[str, Any]]]) -> None:
    assert [(row["month"], row["articles"]) for row in answers[1]] == [(date(2025, 2, 1), 2)]
    assert answers[1][0]["claims"] == 3


def test_figures_of_one_subject_over_time(answers: list[list[dict[str, Any]]]) -> None:
    assert [(row["published"], row["number"], row["unit"]) for row in answers[2]] == [
        (date(2025, 2, 3), 5.1, "%"),
        (date(2025, 3, 4), 4.8, "%"),
    ]


def test_the_same_quote_across_outlets(answers: list[list[dict[str, Any]]]) -> None:
    (quote,) = answers[3]
    assert quote["said"] == "we will not raise the tax on homes this year"
    assert quote["outlets"] == ["herald.example", "post.example"]
    assert quote["first"] == date(2025, 1, 7)
