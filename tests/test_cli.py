"""The command line end to end: inputs, options, outputs, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from program import SAMPLE, environment, records, run

from newsclaims.cli.app import COMMANDS


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(SAMPLE, encoding="utf-8")
    return path


def test_one_article(story: Path) -> None:
    (record,) = records(run("extract", story, "--date", "2025-11-08").stdout)
    assert (record["id"], record["source"], record["published"]) == ("story", str(story), "2025-11-08")
    assert record["published_basis"] == "given"
    assert [date["value"] for date in record["dates"]] == ["2025-11-06"]


def test_piped_text_and_piped_lines() -> None:
    (record,) = records(run("extract", input=SAMPLE.encode()).stdout)
    assert (record["id"], record["source"]) == ("-", "-")
    lines = b'{"id": 5, "maintext": "He won.", "date_publish": "2025-11-06 10:00:00", "title": "T"}\n'
    lines += b'{"body": "She lost."}\n'
    first, second = records(run("extract", "-", input=lines).stdout)
    assert (first["id"], first["published"], first["published_basis"], first["title"]) == (
        "5",
        "2025-11-06",
        "metadata",
        "T",
    )
    assert second["id"] == "-:2"


def test_given_date_wins_over_the_record_s() -> None:
    line = b'{"text": "He won.", "date": "2024-01-01"}\n'
    (record,) = records(run("extract", "--date", "2025-11-06T10:00Z", input=line).stdout)
    assert (record["published"], record["published_basis"]) == ("2025-11-06", "given")


def test_folders_are_read_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.md", "a.jsonl", "c.txt", "b/skip.pdf", ".hidden.txt", "é.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"text": "He won.", "id": "a"}\n' if name.endswith("jsonl") else "He won.")
    assert [r["id"] for r in records(run("extract", tmp_path).stdout)] == ["a", "1", "2", "c", "é"]
    only = run("extract", tmp_path, "--glob", "b/*", "--glob", "*.pdf").stdout
    assert [r["id"] for r in records(only)] == ["1", "2", "skip"]


def test_bad_line_costs_itself_only(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"text": "He won.", "id": "a"}\n{bad\n\n{"id": "b"}\n{"text": "She lost.", "id": "c"}\n')
    done = run("extract", path, code=1)
    assert [r["id"] for r in records(done.stdout)] == ["a", "c"]
    errors = done.stderr.decode().splitlines()
    assert errors[0].startswith(f"newsclaims: {path}:2: not JSON")
    assert errors[1].startswith(f"newsclaims: {path}:4: no text")
    inline = records(run("extract", path, "--errors", "inline", code=1).stdout)
    assert [r.get("error", {}).get("code") for r in inline] == [None, "bad-json", "no-text", None]
    assert set(inline[1]) == {"schema_version", "id", "source", "error"}


def test_missing_file_beside_a_good_one(story: Path) -> None:
    done = run("extract", "nowhere.txt", story, code=1)
    assert len(records(done.stdout)) == 1
    assert b"nowhere.txt: no such file" in done.stderr
    run("extract", "nowhere.txt", code=2)


def test_only_leaves_no_id_that_leads_nowhere(story: Path) -> None:
    (record,) = records(run("extract", story, "--only", "quotes,dates").stdout)
    assert record["quotes"]
    assert record["dates"]
    assert record["claims"] == record["figures"] == []
    assert record["quotes"][0]["speaker"]["entity"] == record["entities"][0]["id"]
    assert [entity["name"] for entity in record["entities"]] == ["Hugo de Zela"]


def test_formats(story: Path, tmp_path: Path) -> None:
    one = run("extract", story, "--format", "json").stdout
    assert one.startswith(b"{\n  ")
    assert json.loads(one)["id"] == "story"
    two = json.loads(run("extract", story, story, "-f", "json").stdout)
    assert [item["id"] for item in two] == ["story", "story"]
    target = tmp_path / "out.json"
    run("extract", story, "--output", target)
    assert target.read_bytes() == one
    assert sorted(os.listdir(tmp_path)) == ["out.json", "story.txt"]


def test_encoding(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes("“Peru” costs €5.".encode("cp1252"))
    (forced,) = records(run("extract", path, "--encoding", "cp1252").stdout)
    assert forced["warnings"] == [w for w in forced["warnings"] if "replaced" not in w]
    (guessed,) = records(run("extract", path).stdout)
    assert any("replaced" in warning for warning in guessed["warnings"])


@pytest.mark.parametrize(
    "arguments",
    [
        ["--date", "soon"], ["--only", "verbs"], ["--only", ","], ["--format", "xml"], ["--encoding", "klingon"],
        ["--errors", "loud"], ["--jobs", "-1"], ["--nonsense"], ["--output", "a", "--output-dir", "b"], ["-f",
        "sqlite"],
    ],
)  # fmt: skip
def test_wrong_usage(story: Path, arguments: list[str]) -> None:
    done = run("extract", story, *arguments, code=2)
    assert done.stdout == b""
    assert b"Error" in done.stderr


def test_unwritable_output(story: Path, tmp_path: Path) -> None:
    for target in (tmp_path, tmp_path / "no" / "out.json"):
        done = run("extract", story, "--output", target, code=2)
        assert len(done.stderr.splitlines()) == 1


def test_fail_empty(tmp_path: Path, story: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("Hm.\n")
    run("extract", empty, "--fail-empty", code=3)
    run("extract", story, "--fail-empty", code=0)


def test_files_from(tmp_path: Path, story: Path) -> None:
    second = tmp_path / "line\nbreak.txt"
    second.write_text("He won.")
    listing = tmp_path / "list"
    listing.write_text(f"{story}\n")
    assert len(records(run("extract", "--files-from", listing).stdout)) == 1
    names = f"{story}\0{second}\0".encode()
    assert [r["id"] for r in records(run("extract", "--files-from", "-", "-0", input=names).stdout)] == [
        "story",
        "line\nbreak",
    ]
    assert run("extract", "--files-from", "-", input=b"").stdout == b""


def test_max_chars(story: Path) -> None:
    done = run("extract", story, "--max-chars", "20", code=2)
    assert b"more than the limit of 20" in done.stderr


def test_version_and_help() -> None:
    assert run("--version").stdout.startswith(b"newsclaims ")
    assert b"rules:" in run("--version").stdout
    for name in COMMANDS:
        text = run(name, "--help").stdout.decode()
        assert text.count(f"newsclaims {name}") >= 2, f"two examples in the help of {name}"
    run("extrakt", code=2)


def test_configuration(tmp_path: Path, story: Path) -> None:
    config = tmp_path / "newsclaims.toml"
    config.write_text('only = ["dates"]\ndate = "2025-11-08"\n')
    (record,) = records(run("extract", "story.txt", cwd=tmp_path).stdout)
    assert record["published"] == "2025-11-08"
    assert record["claims"] == []
    (record,) = records(run("extract", "story.txt", "--date", "2025-11-01", cwd=tmp_path).stdout)
    assert record["published"] == "2025-11-01"
    (record,) = records(run("extract", "story.txt", "--no-config", cwd=tmp_path).stdout)
    assert record["published"] is None
    for bad in ("only = [", "colour = 1", "[extrakt]\na = 1", '"\x00"'):
        config.write_text(bad)
        done = run("extract", "story.txt", cwd=tmp_path, code=2)
        assert b"newsclaims.toml" in done.stderr
    config.unlink()
    (tmp_path / "pyproject.toml").write_text('[tool.newsclaims]\ndate = "2025-11-07"\n')
    (record,) = records(run("extract", "story.txt", cwd=tmp_path).stdout)
    assert record["published"] == "2025-11-07"


def test_python_m_and_import_are_light() -> None:
    code = (
        "import sys, newsclaims\n"
        "heavy = {'typer', 'rich', 'dateparser', 'pydantic', 'regex', 'sqlite3'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env=environment())


def test_completion_script() -> None:
    done = run("--show-completion", "bash", code=None)
    assert b"newsclaims" in done.stdout or done.returncode in (0, 1, 2)


def test_suffixes_in_any_case(tmp_path: Path) -> None:
    import gzip

    folder = tmp_path / "news"
    folder.mkdir()
    for name in ("A.TXT", "b.Md"):
        (folder / name).write_text("He won.")
    for name in ("c.JSONL", "d.NdJson"):
        (folder / name).write_text('{"text": "He won."}\n{"text": "She lost."}\n')
    (folder / "e.Txt.GZ").write_bytes(gzip.compress(b"They drew."))
    (folder / "f.JSONL.gz").write_bytes(gzip.compress(b'{"text": "He won."}\n'))
    ids = [record["id"] for record in records(run("extract", folder).stdout)]
    assert ids == ["A", "b", "c:1", "c:2", "d:1", "d:2", "e", "f:1"]
    run("extract", folder, "-d", tmp_path / "out")
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert written == ["A.json", "b.json", "c.jsonl", "d.jsonl", "e.json", "f.jsonl", "manifest.jsonl"]
    (tmp_path / "one.JSON").write_text('{\n"text": "He won."\n}')
    assert records(run("extract", tmp_path / "one.JSON").stdout)[0]["id"] == "one"


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.jsonl", b'{"schema'), ("a.NDJSON", b'{"schema'), ("a", b'{"schema'), ("a.JSON", b"{\n"),
        ("a.CSV", b"article,"), ("a.Tsv", b"article\t"), ("a.db", b"SQLite"), ("a.SQLite", b"SQLite"),
        ("a.sqlite3", b"SQLite"), ("a.HTML", b"<!DOCTYPE"), ("a.htm", b"<!DOCTYPE"), ("a.TXT", b"story"),
    ],
)  # fmt: skip
def test_the_suffix_of_the_output_names_its_format(story: Path, tmp_path: Path, name: str, start: bytes) -> None:
    run("extract", story, "-o", tmp_path / name)
    head = (tmp_path / name).read_bytes()[:200]
    assert start in head or start in head.replace(b"\n", b"")  # a long path is wrapped


@pytest.mark.parametrize("name", ["a.xlsx", "a.xlsx.gz", "a.pdf", "a.md", "a.2025"])
def test_unknown_suffixes_of_outputs_are_refused(story: Path, tmp_path: Path, name: str) -> None:
    done = run("extract", story, "-o", tmp_path / name, code=2)
    assert b".jsonl .ndjson .json .csv .tsv .db .sqlite .sqlite3 .parquet" in b" ".join(done.stderr.split())
    assert not (tmp_path / name).exists()
    run("extract", story, "-o", tmp_path / name, "-f", "jsonl")
    assert (tmp_path / name).exists()


def test_parquet_without_pyarrow_says_what_to_install(story: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['pyarrow'] = None\n")
    for more in (["-f", "parquet"], ["-o", "a.parquet"], ["-f", "parquet", "-d", "out"]):
        done = run("extract", story, *more, code=2, cwd=tmp_path, PYTHONPATH=str(tmp_path))
        assert b"pip install 'newsclaims[parquet]'" in done.stderr
        assert b"defect" not in done.stderr


@pytest.mark.parametrize("name", ["extract", "show", "check", "compare", "report", "find"])
def test_an_unknown_encoding_is_no_defect(story: Path, name: str) -> None:
    more = ["--who", "x"] if name == "find" else []
    done = run(name, story, story, *more, "--encoding", "klingon", code=2)
    assert b"unknown encoding: 'klingon'" in done.stderr
    assert b"defect" not in done.stderr
