"""Folders to folders: places, manifest, resume, formats, and names that must not meet or escape."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from program import SAMPLE, records, run, tree


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    for name in ("a/one.txt", "b/one.txt", "b/two.md"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{SAMPLE} It cost ${len(name)} million.", encoding="utf-8")
    (folder / "feed.jsonl").write_text('{"text": "He won.", "id": "x"}\n{bad\n{"text": "She lost $5.", "id": "y"}\n')
    return folder


def manifest(out: Path) -> list[dict[str, Any]]:
    return records((out / "manifest.jsonl").read_bytes())


def test_mirror_manifest_and_resume(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run("extract", news, "--output-dir", out, code=1)
    assert b"4 articles" not in done.stdout
    first = tree(out)
    assert sorted(first) == ["a/one.json", "b/one.json", "b/two.json", "feed.jsonl", "manifest.jsonl"]
    assert json.loads(first["b/two.json"])["source"] == str(news / "b" / "two.md")
    assert [r["id"] for r in records(first["feed.jsonl"])] == ["x", "y"]
    head, *lines = manifest(out)
    assert "rules:" in head["signature"]
    assert [(line["output"], line["outcome"], line["articles"], line["failed"]) for line in lines] == [
        ("a/one.json", "done", 1, 0),
        ("b/one.json", "done", 1, 0),
        ("b/two.json", "done", 1, 0),
        ("feed.jsonl", "partial", 2, 1),
    ]
    assert all(len(first[line["output"]]) == line["output_bytes"] for line in lines)

    again = run("extract", news, "--output-dir", out, code=1)
    assert b"4 skipped" in again.stderr
    assert tree(out) == first

    (news / "a" / "one.txt").write_text("Another story.", encoding="utf-8")
    (out / "b" / "one.json").unlink()
    redone = run("extract", news, "--output-dir", out, "--skip-existing", code=1)
    assert b"2 skipped" in redone.stderr
    second = tree(out)
    assert second["b/one.json"] == first["b/one.json"]
    assert second["a/one.json"] != first["a/one.json"]
    assert len(manifest(out)) == 5

    forced = run("extract", news, "--output-dir", out, "--force", code=1)
    assert b"0 skipped" in forced.stderr
    other = run("extract", news, "--output-dir", out, "--date", "2025-11-06", code=1)
    assert b"0 skipped" in other.stderr, "other settings are another run"


def test_a_partial_file_is_not_final_when_a_worker_died(tmp_path: Path) -> None:
    from newsclaims.batch.manifest import Entry

    def entry(outcome: str, *codes: str) -> Entry:
        errors = tuple({"line": 1, "code": code, "message": ""} for code in codes)
        return Entry("a", 1, "h", "b", 1, "h", 1, len(codes), 0, outcome, errors)

    assert entry("done").is_final()
    assert entry("partial", "bad-json", "no-text").is_final()
    assert not entry("partial", "bad-json", "timeout").is_final()
    assert not entry("failed", "unreadable").is_final()


def test_torn_manifest(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("extract", news, "--output-dir", out, code=1)
    whole = tree(out)
    path = out / "manifest.jsonl"
    path.write_bytes(path.read_bytes()[:-40])
    (out / ".newsclaims").mkdir()
    (out / ".newsclaims" / "9.tmp").write_text("half")
    run("extract", news, "--output-dir", out, code=1)
    assert tree(out) == whole


def test_places(tmp_path: Path) -> None:
    work, outside = tmp_path / "work", tmp_path / "other"
    for folder in (work / "a", work / "b", outside / "a"):
        folder.mkdir(parents=True)
        (folder / "x.txt").write_text("He won.")
    run("extract", "a/x.txt", "b/x.txt", "../other/a/x.txt", outside / "a" / "x.txt", "-d", "out", cwd=work, code=1)
    assert sorted(tree(work / "out")) == ["a/x.json", "b/x.json", "manifest.jsonl", "x.json"]
    assert [line["outcome"] for line in manifest(work / "out")[1:]] == ["done", "done", "done", "failed"]
    run("extract", "a", "b", "-d", "both", cwd=work)
    assert sorted(tree(work / "both")) == ["a/x.json", "b/x.json", "manifest.jsonl"]


@pytest.mark.parametrize(
    "names", [("x.txt", "x.md"), ("x.txt", "X.txt"), ("é.txt", "e\u0301.txt"), ("x.jsonl", "x.jsonl.gz")]
)
def test_collisions_are_errors_on_both_sides(tmp_path: Path, names: tuple[str, str]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in (*names, "good.txt"):
        (folder / name).write_text("He won.\n" if "json" not in name else '{"text": "He won."}\n')
    if len(os.listdir(folder)) < 3:
        return  # this file system takes the two names for one
    done = run("extract", folder, "-d", tmp_path / "out", code=1)
    assert sorted(tree(tmp_path / "out")) == ["good.json", "manifest.jsonl"]
    failed = [line for line in manifest(tmp_path / "out")[1:] if line["outcome"] == "failed"]
    assert sorted(Path(line["input"]).name for line in failed) == sorted(names)
    assert done.stderr.count(b"rename one of them") == 2
    assert b"rename" not in run("extract", folder, code=None).stderr, "a stream has room for both"


def test_named_files_that_collide_are_errors_on_both_sides(tmp_path: Path) -> None:
    work = tmp_path / "work"
    for name in ("work/good.txt", "work/a/y.txt", "one/x.txt", "two/X.txt", "three/x.jsonl"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("He won.\n" if "json" not in name else '{"text": "He won."}\n')
    paths = ["../one/x.txt", "good.txt", tmp_path / "two" / "X.txt", "../three/x.jsonl", "a", "a/y.txt"]
    done = run("extract", *paths, "-d", "out", cwd=work, code=1)
    assert sorted(tree(work / "out")) == ["a/y.json", "good.json", "manifest.jsonl", "x.jsonl", "y.json"]
    failed = [line["input"] for line in manifest(work / "out")[1:] if line["outcome"] == "failed"]
    assert failed == ["../one/x.txt", str(tmp_path / "two" / "X.txt")]
    assert f"../one/x.txt: its output would have the same name as that of {tmp_path}/two/X.txt".encode() in done.stderr


def test_output_folder_and_inputs_apart(news: Path, tmp_path: Path) -> None:
    for target in (news, tmp_path):
        done = run("extract", news, "-d", target, code=2)
        assert b"output folder" in done.stderr
    out = news / "out"
    run("extract", news, "-d", out, code=1)
    first = tree(out)
    run("extract", news, "-d", out, code=1)
    assert tree(out) == first
    done = run("extract", out / "feed.jsonl", news / "a", "-d", out, code=1)
    assert b"lies in the output folder" in done.stderr


@pytest.mark.parametrize("form", ["json", "text", "jsonl"])
def test_older_output_folders_are_no_inputs(news: Path, tmp_path: Path, form: str) -> None:
    """A folder whose manifest we wrote is passed over wherever it lies, whatever is in it, and for every command."""
    run("extract", news, "-d", news / "b" / "old", "-f", form, code=1)
    before = tree(news / "b" / "old")
    assert "manifest.jsonl" in before
    done = run("extract", news, "-d", tmp_path / "out", "-v", code=1)
    assert {*tree(tmp_path / "out")} == {"a/one.json", "b/one.json", "b/two.json", "feed.jsonl", "manifest.jsonl"}
    assert b"b/old: not read: newsclaims has written this folder" in done.stderr
    assert b"not read" not in run("extract", news, code=1).stderr
    assert len(records(run("extract", news, code=1).stdout)) == 5
    assert len(records(run("extract", news, "--glob", "*", code=1).stdout)) == 5
    assert tree(news / "b" / "old") == before
    assert b"its files are results" in run("extract", news / "b" / "old", code=2).stderr
    other = news / "b" / "other"
    other.mkdir()
    (other / "manifest.jsonl").write_text('{"text": "He won.", "id": "somebody\'s"}\n')
    assert len(records(run("extract", news, code=1).stdout)) == 6, "a name alone is no mark"


def test_one_run_at_a_time(news: Path, tmp_path: Path) -> None:
    from newsclaims.formats.atomic import OutputFolder

    out = tmp_path / "out"
    with OutputFolder(str(out)):
        done = run("extract", news, "-d", out, code=2)
    assert b"another run" in done.stderr


def test_output_stream_into_the_input_folder(news: Path) -> None:
    for _ in range(2):
        run("extract", news, "-o", news / "facts.jsonl", code=1)
        assert len(records((news / "facts.jsonl").read_bytes())) == 5


def test_older_output_files_are_no_inputs(tmp_path: Path) -> None:
    """What `-o` once wrote beside the articles is passed over with a note, and never mistaken for a feed."""
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text("He won.")
    (news / "feed.jsonl").write_text('{"schema_version": "1.0", "id": "f", "text": "She won.", "sentences": []}\n')
    (news / "bad.jsonl").write_text("no JSON\n")
    for name, more in (("facts.jsonl", []), ("errors.jsonl", ["--errors", "inline"]), ("why.jsonl", ["--why"])):
        done = run("extract", news, "-o", news / name, *more, code=1)
        assert [record["id"] for record in records((news / name).read_bytes()) if record["id"]] == ["a", "f"]
        assert done.stderr.count(b"feed.jsonl") == 0
    for path in news.glob("*.jsonl"):
        if path.name != "feed.jsonl":
            path.unlink()
    (news / "errors.jsonl").write_bytes(run("extract", tmp_path / "none", "--errors", "inline", code=2).stdout)
    run("extract", news, "-o", news / "facts.jsonl")
    done = run("extract", news, "--verbose")
    assert [record["id"] for record in records(done.stdout)] == ["a", "f"]
    assert done.stderr.count(b"newsclaims has written this file") == 2
    done = run("extract", news, "-o", news / "facts.txt", code=2)
    assert b"facts.txt" in done.stderr
    assert not (news / "facts.txt").exists()
    run("extract", news, "-o", news / "facts.csv")


def test_inline_errors_in_a_folder(news: Path, tmp_path: Path) -> None:
    run("extract", news, "-d", tmp_path / "out", "--errors", "inline", code=1)
    assert [r.get("error", {}).get("line") for r in records((tmp_path / "out" / "feed.jsonl").read_bytes())] == [
        None,
        2,
        None,
    ]


def test_sqlite(news: Path, tmp_path: Path) -> None:
    target = tmp_path / "news.db"
    for _ in range(2):  # the second run replaces every article
        run("extract", news, "-o", target, "--date", "2025-11-08", code=1)
    assert sorted(os.listdir(tmp_path)) == ["news", "news.db"]
    base = sqlite3.connect(target)
    other = str(news / "b" / "one")
    assert [id for (id,) in base.execute("SELECT id FROM articles ORDER BY id")] == [other, "one", "two", "x", "y"]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    said = base.execute("SELECT who, said FROM who_said_what WHERE article = 'two' AND kind = 'direct'").fetchall()
    assert said
    assert "de Zela" in said[0][0]
    assert base.execute("SELECT value, unit FROM money WHERE article = 'y'").fetchall() == [(5, "USD")]
    found = base.execute(
        "SELECT DISTINCT article FROM texts JOIN search ON search.rowid = texts.id WHERE search MATCH 'unfriendly'"
    )
    assert sorted(found) == [(other,), ("one",), ("two",)]
    for view in ("who_did_what", "timeline", "names"):
        assert base.execute(f"SELECT count(*) FROM {view}").fetchone()[0] > 0
    base.execute("INSERT INTO search(search) VALUES ('integrity-check')")
    base.close()


def test_foreign_database_is_refused(news: Path, tmp_path: Path) -> None:
    target = tmp_path / "other.db"
    with sqlite3.connect(target) as base:
        base.execute("CREATE TABLE t (a)")
    run("extract", news / "a", "-o", target, code=2)
    junk = tmp_path / "junk.db"
    junk.write_text("no database " * 100)
    run("extract", news / "a", "-o", junk, code=2)
    assert junk.read_text() == "no database " * 100


def test_extract_shard_is_idempotent(news: Path, tmp_path: Path) -> None:
    import newsclaims

    source, target = str(news / "feed.jsonl"), str(tmp_path / "shards" / "feed")
    first = newsclaims.extract_shard(source, target)
    assert (first.articles, first.failed, first.skipped) == (2, 1, 0)
    files = tree(tmp_path / "shards")
    second = newsclaims.extract_shard(source, target)
    assert (second.articles, second.failed, second.skipped) == (0, 1, 1)
    assert tree(tmp_path / "shards") == files
    assert newsclaims.extract_shard(source, target, format="csv", date="2025-11-06").articles == 2
