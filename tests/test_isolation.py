"""One article's defect is one failure, in every command and with one process too; limits end what would not end."""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from program import SAMPLE, command, environment, records, run, tree

import newsclaims
from newsclaims.model import Failure
from newsclaims.text.files import pieces
from newsclaims.text.intake import Intake

GOOD = "Peru severed ties with Mexico on Thursday. “We cannot accept it,” Hugo de Zela said.\n"
# the program with a defect: what reads an article, checks, compares, shows or searches it fails for one that says so
DEFECTIVE = """
import sys
from importlib import import_module
def break_(module, name, holds):
    place = import_module(module)
    real = getattr(place, name)
    def broken(*given, **more):
        if holds(given): raise IndexError("list index out of range \\x1b[2J")
        return real(*given, **more)
    setattr(place, name, broken)
def says(item):
    item = getattr(item, "article", item)
    return "DEFECT" in (item if isinstance(item, str) else getattr(item, "text", "") or str(item))
break_(*sys.argv.pop(1).split(":"), lambda given: any(map(says, given)))
from newsclaims.cli.app import main
main()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of three articles, of which the middle one meets the defect."""
    (tmp_path / "in").mkdir()
    for name, words in (("a", ""), ("b", "The DEFECT won.\n"), ("c", "")):
        (tmp_path / "in" / f"{name}.txt").write_text(GOOD + words)
    return tmp_path / "in"


@pytest.mark.parametrize("place", ["syntax.cascade:Cascade.run", "claims.claim:Builder.claim"])
def test_a_rule_that_fails_costs_one_sentence(place: str, tmp_path: Path) -> None:
    """A defect in reading a sentence is a warning; the claims of the others, and all else, are there."""
    (tmp_path / "a.txt").write_text(GOOD + "The DEFECT won on May 3.\nAnn Lund sold 300 cars.\n")
    module, _, name = place.partition(":")
    program = f"""
import sys
from newsclaims.{module} import {name.partition(".")[0]} as kind
real = kind.{name.partition(".")[2]}
def broken(self, *given):
    if any(token.text == "DEFECT" for token in self.tokens): raise IndexError("list index out of range")
    return real(self, *given)
kind.{name.partition(".")[2]} = broken
from newsclaims.cli.app import main
main()
"""
    done = subprocess.run([sys.executable, "-c", program, "extract", "a.txt"], cwd=tmp_path, capture_output=True)
    article = json.loads(done.stdout)
    assert done.returncode == 0
    assert [claim["predicate"]["lemma"] for claim in article["claims"]] == ["sever", "accept", "say", "sell"]
    assert [date["text"] for date in article["dates"]][-1] == "May 3"
    assert [w for w in article["warnings"] if "not read (defect, please report it: IndexError" in w]
    assert b"with a sentence that a defect kept from being read" in done.stderr


def defective(place: str, *arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", DEFECTIVE, place, *map(str, arguments)],
        capture_output=True, env=environment(), timeout=60, check=False, cwd=cwd,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("place", "arguments", "code", "good"),
    [
        ("newsclaims.pipeline:run", ("extract", "in", "--jobs", "1"), 1, b'"id":"c"'),
        ("newsclaims.pipeline:run", ("extract", "in", "--jobs", "2"), 1, b'"id":"c"'),
        ("newsclaims.text.records:without_surrogates", ("extract", "in/x.jsonl", "--jobs", "1"), 1, b'"id":"c"'),
        ("newsclaims.explain.why:why", ("extract", "in", "--why"), 1, b'"id":"c"'),
        ("newsclaims.pipeline:run", ("show", "in"), 1, b"in/c.txt"),
        ("newsclaims.checks:check", ("show", "in"), 1, b"in/c.txt"),
        ("newsclaims.terminal.article:article_lines", ("show", "in"), 1, b"in/c.txt"),
        ("newsclaims.checks:check", ("check", "in"), 1, b""),
        ("newsclaims.checks:check", ("check", "in", "--format", "json"), 1, b'"id": "c"'),
        ("newsclaims.terminal.article:article_lines", ("show", "in", "--only", "quotes"), 1, b"in/c.txt"),
        ("newsclaims.checks:check", ("report", "in", "-o", "-"), 1, b"in/c.txt"),
        ("newsclaims.html.article:section", ("report", "in", "-o", "-"), 1, b"in/c.txt"),
        ("newsclaims.pipeline:run", ("compare", "in"), 1, b"in/c.txt"),
        ("newsclaims.pipeline:run", ("find", "--who", "Peru", "in"), 2, b"in/c.txt"),
        ("newsclaims.find.search:hits", ("find", "--who", "Peru", "in"), 2, b"in/c.txt"),
    ],
)
def test_a_defect_costs_one_article_in_every_command(
    folder: Path, place: str, arguments: tuple[str, ...], code: int, good: bytes
) -> None:
    if "x.jsonl" in arguments[1]:
        lines = [json.dumps({"id": path.stem, "text": path.read_text()}) for path in sorted(folder.iterdir())]
        (folder / "x.jsonl").write_text("\n".join(lines))
    done = defective(place, *arguments, cwd=folder.parent)
    assert done.returncode == code, done.stderr
    said = done.stderr.decode().splitlines()
    assert [line for line in said if "IndexError" in line] == said[:1], said
    assert ("in/b.txt" in said[0] or "in/x.jsonl:2" in said[0]) and "\x1b" not in said[0]
    assert good in done.stdout


def test_a_pair_that_cannot_be_compared_costs_itself(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from newsclaims.comparison import compare as comparison

    real = comparison.compared

    def broken(alignment: Any, one: int, other: int) -> Any:
        if 1 in (one, other):
            raise IndexError("list index out of range")
        return real(alignment, one, other)

    monkeypatch.setattr(comparison, "compared", broken)
    failures: list[Failure] = []
    articles = [newsclaims.extract(path.read_text(), id=path.stem) for path in sorted(folder.iterdir())]
    found = comparison.compare(articles, failures)
    assert [(failure.code, failure.id) for failure in failures] == [("internal", "b"), ("internal", "c")]
    assert {place.article for item in found.agreements for place in item.places} == {0, 2}


def limited(size: int, *arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """Run the program with so many bytes of address space."""
    return subprocess.run(
        command(*arguments), capture_output=True, env=environment(), timeout=100, check=False, cwd=cwd,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (size, size)),
    )  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="limits of the address space are kept on Linux")
@pytest.mark.parametrize(("jobs", "form"), [("1", "json"), ("2", "jsonl")])
def test_an_article_that_runs_out_of_memory_costs_itself(tmp_path: Path, jobs: str, form: str) -> None:
    (tmp_path / "in").mkdir()
    for name in "abcde":
        (tmp_path / "in" / f"{name}.txt").write_text(SAMPLE * (60_000 if name == "b" else 10))
    done = limited(90 << 20, "extract", "in", "--jobs", jobs, "--format", form, cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert done.stderr.splitlines()[0] == b"newsclaims: in/b.txt: out of memory", done.stderr
    assert b"4 articles, 1 failed" in done.stderr
    found = json.loads(done.stdout) if form == "json" else records(done.stdout)
    assert [record["id"] for record in found] == [*"acde"]


def test_damaged_results_cost_themselves_only(tmp_path: Path) -> None:
    """Every value of a result is replaced by every kind of another; nothing ends the search."""
    (tmp_path / "a.txt").write_text(GOOD)
    whole = records(run("extract", "a.txt", "--date", "2025-11-06", cwd=tmp_path).stdout)[0]
    damaged = []
    for key in ("sentences", "entities", "claims", "quotes", "dates", "figures"):
        for value in (None, 5, "x", {}, [5], [{}], [None], {"a": 1}):
            damaged.append({**whole, key: value})
    for kind in ("claims", "quotes", "dates", "entities"):
        for name in whole[kind][0]:
            for value in (None, 5, "x", {}, [5], -3, 1e9):
                damaged.append({**whole, kind: [{**whole[kind][0], name: value}]})
    lines = [json.dumps(record) for record in [*damaged, whole]]
    (tmp_path / "x.jsonl").write_text("\n".join([*lines, '{"schema_version":' + "[" * 100_000]))
    (tmp_path / "one.json").write_text(json.dumps({**whole, "sentences": 5}))
    for question in (
        ("--who", "Peru"),
        ("--kind", "entities", "--since", "2020-01-01"),
        ("--kind", "quotes", "--json"),
    ):
        done = run("find", *question, "x.jsonl", "one.json", cwd=tmp_path, code=2)
        assert f"x.jsonl:{len(lines)}:".encode() in done.stdout or b'"line": %d,' % len(lines) in done.stdout
        said = done.stderr.decode().splitlines()
        assert len(said) <= 14, said
        assert any("a damaged result of extract" in line for line in said)


def test_devices_and_pipes_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.txt")
    done = run("extract", "/dev/zero", "fifo.txt", "/dev/null", "-d", "out", cwd=tmp_path, code=2)
    assert done.stderr.count(b"not a regular file") == 3
    done = run("extract", "/dev/zero", "--max-chars", "1000", cwd=tmp_path, code=2)
    assert b"more than" in done.stderr


def bomb(tmp_path: Path, unit: bytes, count: int) -> Path:
    path = tmp_path / "bomb.jsonl.gz"
    with gzip.open(path, "wb", 9) as file:
        for _ in range(count // 100_000):
            file.write(unit * 100_000)
    return path


@pytest.mark.parametrize("unit", [b"\n", b"5\n", b"{}\n", b'{"text":""}\n', b"[" * 50 + b"\n"])
def test_bombs_of_tiny_records_end(unit: bytes, tmp_path: Path, full: bool) -> None:
    """What is read of a packed file is limited by its size, and so is what is said and kept of its failures."""
    if unit.startswith(b'{"text"') and not full:
        pytest.skip("each is an article, if an empty one: that takes long")
    path = bomb(tmp_path, unit, (200_000_000 if full else 24_000_000 if len(unit) > 1 else 7_000_000) // len(unit))
    commands = [("extract", path), ("find", "--who", "a", path), ("check", path), ("extract", path, "--jobs", "2")]
    for words in commands if full or unit == b"5\n" else commands[:2]:  # the others read with the same reader
        done = run(*words, code=2, cwd=tmp_path)
        said = done.stderr.decode().splitlines()
        assert len(said) <= 15, said
        assert not done.stdout
        assert any("times its size" in line or "records in a row failed" in line for line in said), said


def test_alike_failures_are_counted(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("5\n" * 700 + json.dumps({"text": GOOD}) + "\n" + '{"a": 5}\n' * 30)
    (tmp_path / "y.jsonl").write_text("5\n" * 11)
    for more in ((), ("-d", "out"), ("--jobs", "2")):
        done = run("extract", "x.jsonl", "y.jsonl", *more, cwd=tmp_path, code=1)
        said = done.stderr.decode().splitlines()
        assert sum("x.jsonl:" in line for line in said) == 22, said
        assert "newsclaims: x.jsonl: … and 690 more like this" in said
        assert "newsclaims: x.jsonl: … and 20 more like this" in said
        assert "newsclaims: y.jsonl: … and 1 more like this" in said
        assert "1 articles, 741 failed" in said[-1]
    entries = records((tmp_path / "out" / "manifest.jsonl").read_bytes())[1:]
    assert [(entry["failed"], len(entry["errors"])) for entry in entries] == [(730, 100), (11, 11)]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_file_of_nothing_but_failures_is_given_up(tmp_path: Path, jobs: str) -> None:
    good = json.dumps({"text": GOOD, "id": "good"}) + "\n"
    most = 1_000
    (tmp_path / "x.jsonl").write_text("5\n" * (most - 1) + good + "5\n" * most + good)
    (tmp_path / "y.json").write_text(json.dumps([5] * 2 * most))
    patient = f"from newsclaims.text import limits; limits.MOST_FAILURES = {most}"  # the real one takes long

    def extract(*more: str) -> subprocess.CompletedProcess[bytes]:
        code = f"{patient}; from newsclaims.cli.app import main; main()"
        line = [sys.executable, "-c", code, "extract", "x.jsonl", "y.json", "--jobs", jobs, *more]
        return subprocess.run(line, capture_output=True, env=environment(), timeout=60, check=False, cwd=tmp_path)

    done = extract()
    assert done.returncode == 1
    assert [record["id"] for record in records(done.stdout)] == ["good"]
    assert done.stderr.count(b"1,000 records in a row failed: the rest of the file is not read") == 2
    assert extract("-d", f"out{jobs}", "--quiet").returncode == 1
    entries = records((tmp_path / f"out{jobs}" / "manifest.jsonl").read_bytes())[1:]
    assert [entry["failed"] for entry in entries] == [2 * most, most + 1]
    assert len(tree(tmp_path / f"out{jobs}")) == 2


def test_packed_text_of_any_ordinary_kind_is_read(tmp_path: Path) -> None:
    """The ratio is asked of what is large: a small file may repeat itself."""
    (tmp_path / "x.jsonl.gz").write_bytes(gzip.compress((json.dumps({"text": ""}) + "\n").encode() * 4_000))
    done = run("extract", "x.jsonl.gz", "--format", "csv", cwd=tmp_path)
    assert b"4,000 articles without a word" in done.stderr


def test_records_of_one_file_are_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsclaims.text.readers.lines.MOST_RECORDS", 50)
    (tmp_path / "x.jsonl").write_text('{"text": "He won."}\n' * 60)
    found = [*pieces(str(tmp_path / "x.jsonl"), Intake(max_chars=1000))]
    assert len(found) == 51
    assert getattr(found[-1], "code", "") == "too-long"


def test_a_defect_of_a_quote_rule_costs_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bool:
        raise IndexError("none")

    monkeypatch.setattr("newsclaims.quotes.unsaid", fail)
    article = newsclaims.extract("Ann Holt said the mill was shut. She left on Friday.", date="2025-11-06")
    assert [warning for warning in article.warnings if "quotes not read (defect" in warning]
    assert article.claims
