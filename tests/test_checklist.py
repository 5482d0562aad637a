"""The tick list: everything once, in order, with what to look up, in every format; hostile articles stay text."""

from __future__ import annotations

import csv
import io
import subprocess
from pathlib import Path

import pytest
from program import run_text

import newsclaims
from newsclaims.terminal.page import Page, columns
from newsclaims.terminal.ticklist import markdown_list, text_list
from newsclaims.wording.ticklist import Tick, tick_list

SAMPLES = Path(__file__).parent.parent / "samples"
TEXT = (
    "Mayor Anna Bell paid $5 million to Norvane on Monday. Bell said on Monday that the $5 million was a loan.\n\n"
    "“We will get it back,” she said."
)


def ticks(text: str = TEXT) -> list[Tick]:
    return tick_list(newsclaims.extract(text, date="2025-11-13"))


def test_everything_stands_once_and_in_order() -> None:
    found = ticks()
    assert [tick.start for tick in found] == sorted(tick.start for tick in found)
    told = [(tick.kind, tick.text) for tick in found]
    assert told.count(("name", "Anna Bell")) == 1
    assert told.count(("date", "Monday")) == 1
    for expected in (("title", "Mayor"), ("figure", "$5 million"), ("name", "Norvane")):
        assert expected in told
    assert any(kind == "quote" and "get it back" in text for kind, text in told)


def test_what_to_look_up_is_said() -> None:
    hints = {tick.text: tick.look_up for tick in ticks()}
    assert hints["Anna Bell"] == "spelling, who; also Bell"
    assert hints["Mayor"] == "held by Anna Bell?"
    assert hints["Monday"] == "Monday, 10 Nov 2025"
    assert next(hint for text, hint in hints.items() if "get it back" in text) == "Anna Bell: word for word?"


def test_all_names_and_figures_of_the_samples_are_listed() -> None:
    for path in sorted(SAMPLES.glob("*.txt")):
        article = newsclaims.extract(path.read_text(encoding="utf-8"))
        listed = {tick.text.casefold() for tick in tick_list(article)}
        parts = ("headline", "caption", "dateline", "body")
        told = [item for item in article.figures if article.sentences[item.sentence].part in parts]
        assert {" ".join(item.text.split()).casefold() for item in told} <= listed


HOSTILE = "The mayor *paid* <b>$5 million</b> to [Norvane](http://e) `x` on \x1b[2JMonday, Anna Bell said."


def test_markdown_has_only_our_marks() -> None:
    lines = list(markdown_list(newsclaims.extract(HOSTILE, date="2025-11-13")))
    quoted = next(line for line in lines if line.startswith("> "))
    assert r"\*paid\*" in quoted and r"\<b\>" in quoted and r"\[Norvane\](http" in quoted and "\x1b" not in quoted
    assert any(line.startswith("- [ ] figure **$5 million**") for line in lines)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_stay_inside_the_columns(width: int) -> None:
    article = newsclaims.extract((SAMPLES / "valley-flood.txt").read_text(encoding="utf-8"))
    lines = list(text_list(article, Page(width)))
    assert all(columns(line) <= width for line in lines)
    assert any(line.startswith("  [ ] figure") for line in lines)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return run_text("checklist", *arguments)


def test_csv_can_be_read_back(tmp_path: Path) -> None:
    path = tmp_path / "=a.txt"
    path.write_text(HOSTILE, encoding="utf-8")
    found = run(str(path), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(found.stdout)))
    assert found.returncode == 0
    assert {"done", "kind", "text", "look_up", "sentence_text"} <= set(rows[0])
    assert rows[0]["article"] == "'=a"
    assert all(row["done"] == "" for row in rows)


def test_html_is_one_page_without_scripts(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(HOSTILE, encoding="utf-8")
    page = tmp_path / "list.html"
    assert run(str(path), str(path), "-o", str(page)).returncode == 0
    html = page.read_text(encoding="utf-8")
    assert html.count("<html") == html.count("</html>") == 1
    assert "&lt;b&gt;" in html and "<script" not in html and 'type="checkbox"' in html


def test_bad_input_is_one_line(tmp_path: Path) -> None:
    good = str(SAMPLES / "cup-final.txt")
    assert run(good, "--format", "xml").returncode == 2
    missing = run(str(tmp_path / "none.txt"))
    assert missing.returncode == 2 and missing.stdout == "" and missing.stderr.count("\n") == 1
    assert run(good, str(tmp_path / "none.txt")).returncode == 1
