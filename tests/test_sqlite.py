"""A database that several processes write, or that gets one id twice: nothing is lost in silence."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from pathlib import Path

import pytest
from program import command, environment, run


def kept(path: Path) -> dict[str, str]:
    base = sqlite3.connect(path)
    found = dict(base.execute("SELECT id, text FROM articles"))
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    base.close()
    return found


def test_processes_that_create_one_database_at_once(tmp_path: Path) -> None:
    """One makes the tables and the others wait for it; all their articles are there."""
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"Ms. Bell won {number} games on Monday.")
    for turn in range(2):
        target = tmp_path / f"{turn}.db"
        lines = [command("extract", tmp_path / f"{number}.txt", "-o", target) for number in range(6)]
        started = [subprocess.Popen(line, stderr=subprocess.PIPE, env=environment()) for line in lines]
        ended = [(process.communicate(timeout=120)[1], process.returncode) for process in started]
        assert ended == [(b"", 0)] * 6
        assert sorted(kept(target)) == [str(number) for number in range(6)]


def test_two_connections_that_both_found_no_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same, at the very moment that processes seldom meet at."""
    from newsclaims.formats import sqlite

    real = sqlite.Database._journal
    others: list[sqlite.Database] = []

    def journal(self: sqlite.Database, mode: str) -> None:
        if not others:
            others.append(self)
            others.append(sqlite.Database(self.path))
        real(self, mode)

    monkeypatch.setattr(sqlite.Database, "_journal", journal)
    first = sqlite.Database(str(tmp_path / "a.db"))
    others[1].close()
    first.close()
    assert kept(tmp_path / "a.db") == {}


def feed(path: Path, *records: tuple[str, str]) -> Path:
    lines = [json.dumps({"id": id, "text": text}) for id, text in records]
    path.write_text("\n".join(lines) + "\n" if path.suffix == ".jsonl" else f"[{','.join(lines)}]")
    return path


@pytest.mark.parametrize("form", ["jsonl", "json"])
def test_two_records_with_one_id_are_both_kept(tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    one = feed(Path(f"one.{form}"), ("k", "He won $5."), ("k", "She lost $6."), ("z", "It rose."), ("k", "It fell $7."))
    two = feed(Path(f"two.{form}"), ("k", "He left $8."), ("one:4", "A name like a path of ours."))
    expected = {
        "k": "He won $5.", "one:k": "She lost $6.", f"one.{form}:k": "It fell $7.", "z": "It rose.",
        "two:k": "He left $8.", "one:4": "A name like a path of ours.",
    }  # fmt: skip
    for _ in range(2):  # again: the same articles under the same names
        done = run("extract", one, two, "-o", "a.db")
        assert done.stderr.decode().splitlines() == [
            f"newsclaims: one.{form}:2: another article has the id 'k' too: kept as 'one:k'",
            f"newsclaims: one.{form}:4: another article has the id 'k' too: kept as 'one.{form}:k'",
            f"newsclaims: two.{form}:1: another article has the id 'k' too: kept as 'two:k'",
        ]
        assert kept(tmp_path / "a.db") == expected
    base = sqlite3.connect("a.db")
    assert sorted(base.execute("SELECT source, record, id FROM articles WHERE source = ?", (str(two),))) == [
        (str(two), 1, "two:k"), (str(two), 2, "one:4"),
    ]  # fmt: skip
    assert base.execute("SELECT value, key FROM money WHERE article = 'two:k'").fetchall() == [(8, "two:k#f1")]
    base.close()
    run("extract", two, "-o", "a.db", "-q")
    assert kept(tmp_path / "a.db")["k"] == "He left $8.", "in another run the newest is the article of its id"


def test_files_of_one_name_are_all_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file's name is no id: nothing is replaced by an article from another path, in any order, however often."""
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text(f"Mr. {name.upper()}lton paid $5 million on May 3, 2025.")
        (tmp_path / name / "x.md").write_text(f"Mr. {name.upper()}lton won.")
        (tmp_path / name / "feed.jsonl").write_text(f'{{"text": "{name} fell by 3 percent."}}\n')
    (tmp_path / "own.jsonl").write_text('{"text": "He said it.", "id": "x"}\n{"text": "She won.", "id": "k"}\n')
    (tmp_path / "more.jsonl").write_text('{"text": "It was mended.", "id": "k"}\n')
    runs = [["a"], ["b"], ["own.jsonl"], ["more.jsonl"], ["b", "a"], ["own.jsonl", "more.jsonl"]]
    for paths in runs:
        run("extract", *paths, "-o", "news.db")
    base = sqlite3.connect("news.db")
    kept = dict(base.execute("SELECT id, text FROM articles"))
    assert {id: text.split()[0] + text[-4:] for id, text in kept.items()} == {
        "x": "Mr.won.", "a/x": "Mr.025.", "b/x": "Mr.won.", "b/x.txt": "Mr.025.", "feed:1": "aent.",
        "b/feed:1": "bent.", "own:x": "He it.", "k": "Shewon.", "more:k": "Itded.",
    }  # fmt: skip
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert sorted(base.execute("SELECT article, key FROM money")) == [("a/x", "a/x#f1"), ("b/x.txt", "b/x.txt#f1")]
    assert base.execute("SELECT count(*) FROM texts WHERE item LIKE article || '#%' OR item IS NULL").fetchone() == (
        base.execute("SELECT count(*) FROM texts").fetchone()
    )
    base.close()


def test_a_path_given_twice_is_one_article(tmp_path: Path) -> None:
    path = feed(tmp_path / "one.jsonl", ("k", "He won."))
    assert run("extract", path, path, "-o", tmp_path / "a.db").stderr == b""
    assert kept(tmp_path / "a.db") == {"k": "He won."}


def test_many_records_with_one_id_are_told_in_few_lines(tmp_path: Path) -> None:
    path = feed(tmp_path / "one.jsonl", *(("k", f"He won {n} games.") for n in range(30)))
    done = run("extract", path, "-o", tmp_path / "a.db")
    assert len(kept(tmp_path / "a.db")) == 30
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 11
    assert lines[-1] == "newsclaims: … and 19 more articles with the id of another"
    assert run("extract", path, "-o", tmp_path / "a.db", "-q").stderr == b""


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_a_database_of_others_stays_as_it_is(tmp_path: Path, mode: str) -> None:
    """Not even its journal's mode is changed."""
    target = tmp_path / "other.db"
    base = sqlite3.connect(target)
    base.execute(f"PRAGMA journal_mode = {mode}")
    base.execute("CREATE TABLE t (a)")
    base.commit()
    base.close()
    before = target.read_bytes()
    (tmp_path / "a.txt").write_text("He won.")
    done = run("extract", tmp_path / "a.txt", "-o", target, code=2)
    assert b"not made by this version" in done.stderr
    assert target.read_bytes() == before


@pytest.mark.parametrize("name", [":memory:", "file:x?mode=memory"])
def test_names_that_mean_something_to_sqlite_are_names(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text("He won.")
    run("extract", "a.txt", "-f", "sqlite", "-o", name, cwd=tmp_path)
    assert kept(tmp_path / name) == {"a": "He won."}
