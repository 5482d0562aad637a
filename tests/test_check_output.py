"""What `check` writes for several articles and for other programs, its waivers, and `extract --checks`."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import subprocess
from pathlib import Path

import pytest
from program import run as run_bytes

import newsclaims
from newsclaims.checks import check
from newsclaims.formats.findings import fingerprint, github_command, located, sarif
from newsclaims.model import Article

WRONG = (
    "The bridge was closed on Tuesday, November 6, 2025, for repairs.\n\nIt was 90 km (65 miles) away, Mr. Reed said.\n"
)
RIGHT = "The bridge was closed on Thursday, November 6, 2025, for repairs.\n"
LINE = re.compile(r"[^:]+:\d+:\d+: (?:error|warning|note): .+ \[checks\.[a-z-]+\]")


def run(*given: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    done = run_bytes(*given, cwd=cwd, code=None)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def checked(text: str, **given: str) -> Article:
    return check(newsclaims.extract(text, date="2025-11-13", **given))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    (drafts / "a.txt").write_text(WRONG, encoding="utf-8")
    (drafts / "b.txt").write_text(RIGHT, encoding="utf-8")
    return tmp_path


def test_several_articles_give_one_line_a_finding(folder: Path) -> None:
    done = run("check", "drafts", cwd=folder)
    lines = done.stdout.splitlines()
    assert lines[0] == "drafts/a.txt:1:26: error: 6 November 2025 was a Thursday [checks.weekday-date]"
    assert lines[1].startswith("drafts/a.txt:3:8: ")
    assert all(LINE.fullmatch(line) for line in lines)
    assert len(lines) == 2
    assert "2 findings (2 errors) in 1 of 2 articles" in done.stderr
    assert run("check", "drafts", "--quiet", cwd=folder).stderr == ""


def test_one_article_keeps_the_view_for_readers(folder: Path) -> None:
    assert "2 findings:" in run("check", "drafts/a.txt", cwd=folder).stdout


def test_columns_count_code_points_and_any_line_end_ends_a_line() -> None:
    article = checked("Zoë 🙂 ran.\r\n\r\n🙂🙂 The bridge was closed on Tuesday, November 6, 2025, for repairs.\r\n")
    place = located(article)[0].places[0]
    assert (place.line, place.column, place.end_line, place.end_column) == (3, 29, 3, 54)


def test_the_exit_code_and_the_threshold(folder: Path) -> None:
    assert run("check", "drafts", "--fail-on-findings", cwd=folder).returncode == 3
    (folder / "drafts/a.txt").write_text(
        "It ends on Friday, November 7.\n\n“We won it all today in the rain,” he said.\n"
    )
    (folder / "drafts/c.txt").write_text("The trial begins on Friday 24 November.\n")
    given = ("check", "drafts", "--date", "2025-11-13", "--fail-on-findings")
    assert run(*given, cwd=folder).returncode == 3
    assert run(*given, "--min-severity", "error", cwd=folder).returncode == 0
    assert run(*given, "--min-severity", "loud", cwd=folder).returncode == 2


def test_waivers_make_the_next_run_silent_and_the_stale_are_said(folder: Path) -> None:
    written = run("check", "drafts", "--write-waivers", "seen.tsv", "--fail-on-findings", cwd=folder)
    assert (written.returncode, len(written.stdout.splitlines())) == (0, 2)
    seen = folder / "seen.tsv"
    silent = run("check", "drafts", "--waivers", "seen.tsv", "--fail-on-findings", cwd=folder)
    assert (silent.returncode, silent.stdout) == (0, "")
    with seen.open("a", encoding="utf-8") as file:
        file.write("# by hand\n")
    seen.write_text(seen.read_text(encoding="utf-8").replace("\n# by", "\tsays the mayor\n# by"), encoding="utf-8")
    (folder / "drafts/a.txt").write_text(
        "New first line.\n\n" + WRONG.replace("90 km (65", "90 km (56"), encoding="utf-8"
    )
    moved = run("check", "drafts", "--waivers", "seen.tsv", "--fail-on-findings", cwd=folder)
    assert (moved.returncode, moved.stdout) == (0, "")
    assert "no longer found: checks.conversion · a · " in moved.stderr
    run("check", "drafts", "--write-waivers", "seen.tsv", cwd=folder)
    left = seen.read_text(encoding="utf-8").splitlines()
    assert [line for line in left if line.startswith("#")][-1] == "# by hand"
    assert len([line for line in left if not line.startswith("#")]) == 1
    one = run("check", "drafts/b.txt", "drafts/b.txt", "--waivers", "seen.tsv", cwd=folder)
    assert "no longer found" not in one.stderr  # its article was not read


def test_what_is_no_file_of_waivers_is_refused(folder: Path) -> None:
    for given in (["--waivers", "drafts/a.txt"], ["--write-waivers", "drafts/b.txt"], ["--waivers", "none.tsv"]):
        done = run("check", "drafts", *given, cwd=folder)
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1
    assert (folder / "drafts/b.txt").read_text(encoding="utf-8") == RIGHT
    (folder / "drafts/empty.txt").write_text("", encoding="utf-8")
    assert run("check", "drafts/empty.txt", "--write-waivers", "drafts/empty.txt", cwd=folder).returncode == 2


def test_a_fingerprint_is_of_rule_article_and_words() -> None:
    first, moved, other = checked(WRONG, id="a"), checked(f"Before.\n\n{WRONG}", id="a"), checked(WRONG, id="b")
    marks = [[fingerprint(article.id, item) for item in article.checks] for article in (first, moved, other)]
    assert marks[0] == marks[1]
    assert not set(marks[0]) & set(marks[2])


def test_sarif_has_what_its_schema_requires(folder: Path) -> None:
    log = json.loads(run("check", "drafts", "--format", "sarif", cwd=folder).stdout)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (whole,) = log["runs"]
    driver = whole["tool"]["driver"]
    assert driver["name"] == "newsclaims"
    assert len({rule["id"] for rule in driver["rules"]}) == len(driver["rules"]) == 2
    for result in whole["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        physical = result["locations"][0]["physicalLocation"]
        assert physical["artifactLocation"]["uri"] == "drafts/a.txt"
        assert 1 <= physical["region"]["startLine"] <= physical["region"]["endLine"]
        assert physical["region"]["startColumn"] >= 1
    assert json.loads(sarif([], {}, "1"))["runs"][0]["results"] == []


def test_sarif_and_lines_name_the_record_of_a_file_of_many(tmp_path: Path) -> None:
    records = [{"id": "x1", "text": RIGHT}, {"id": "x2", "text": WRONG}]
    (tmp_path / "news.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in records), encoding="utf-8")
    assert run("check", "news.jsonl", cwd=tmp_path).stdout.startswith("news.jsonl#x2:1:26: error: ")
    log = json.loads(run("check", "news.jsonl", "-f", "sarif", cwd=tmp_path).stdout)
    location = log["runs"][0]["results"][0]["locations"][0]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"][0]["name"] == "x2"
    assert "line=" not in run("check", "news.jsonl", "-f", "github", cwd=tmp_path).stdout


def test_github_commands_are_escaped(tmp_path: Path) -> None:
    name = "50%, a:b.txt"
    (tmp_path / name).write_text("Sales rose 20% to 60 from 55,\n Mr. Reed said.\n", encoding="utf-8")
    done = run("check", name, "-f", "github", cwd=tmp_path)
    (line,) = done.stdout.splitlines()
    assert line.startswith("::error file=50%25%2C a%3Ab.txt,line=1,col=")
    assert line.endswith(",title=checks.change-size::from 55 to 60 is 9.09%25, not 20%25")
    (found, *_) = located(checked(WRONG, id="a"))
    assert "\n" not in github_command(found)


@pytest.mark.parametrize("format", ["json", "jsonl", "csv", "tsv", "sqlite", "parquet", "html", "text"])
def test_extract_fills_checks_in_every_format(folder: Path, format: str) -> None:
    if format == "parquet":
        pytest.importorskip("pyarrow")
    for wanted in ("--checks", "--no-config"):
        out = folder / f"out{wanted}.{format}"
        done = run("extract", "drafts/a.txt", wanted, "--format", format, "-o", str(out), cwd=folder)
        assert done.returncode == 0, done.stderr
        assert messages_in(out, format) == (2 if wanted == "--checks" else 0)


def messages_in(out: Path, format: str) -> int:
    """Return how many checks an output has."""
    if format == "sqlite":
        return int(sqlite3.connect(out).execute("SELECT count(*) FROM checks").fetchone()[0])
    if format == "parquet":
        import pyarrow.parquet

        return int(pyarrow.parquet.read_table(out).column("item").to_pylist().count("check"))
    text = out.read_text(encoding="utf-8")
    if format in ("json", "jsonl"):
        return len(json.loads(text)["checks"])
    if format in ("csv", "tsv"):
        rows = csv.DictReader(io.StringIO(text), delimiter="," if format == "csv" else "\t")
        return len([row for row in rows if row["item"] == "check" and row["message"]])
    return sum(words in text for words in ("6 November 2025 was a Thursday", "checks.conversion"))


def test_checks_need_every_kind(folder: Path) -> None:
    done = run("extract", "drafts", "--checks", "--only", "dates", cwd=folder)
    assert done.returncode == 2
    assert "--checks needs all kinds" in done.stderr


def test_the_hook_for_pre_commit_runs(folder: Path) -> None:
    text = (Path(__file__).parent.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entry = re.search(r"entry: newsclaims (.+)", text)
    assert entry is not None
    assert run(*entry[1].split(), "drafts/a.txt", "drafts/b.txt", cwd=folder).returncode == 3
    assert run(*entry[1].split(), "drafts/b.txt", cwd=folder).returncode == 0
