"""Names of files that are no UTF-8: one spelling for all formats, which keeps them apart."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from program import records, run


def test_names_that_are_no_utf8_are_kept_apart_in_every_format(tmp_path: Path) -> None:
    r"""The byte FE of a name is ``\\xfe`` in ids and sources; strict JSON has no lone surrogate."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name in (b"\xfe.txt", b"\xff.txt"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text("The firm sold 40 boats, Ann Bell said.")
    wanted = [("\\xfe", f"{folder}/\\xfe.txt"), ("\\xff", f"{folder}/\\xff.txt")]
    lines = run("extract", folder).stdout
    assert [(record["id"], record["source"]) for record in records(lines)] == wanted
    assert b"\\ud" not in lines
    for _ in range(2):  # the second run replaces what the first has written
        run("extract", folder, "-o", tmp_path / "a.db")
        with closing(sqlite3.connect(tmp_path / "a.db")) as base:
            assert base.execute("SELECT id, source FROM articles ORDER BY id").fetchall() == wanted
    table = run("extract", folder, "--only", "figures", "-f", "csv").stdout.decode().split("\n")
    assert [line.split(",")[0] for line in table[1:3]] == ["\\xfe", "\\xff"]
    hits = [json.loads(line) for line in run("find", "--kind", "count", "--json", folder).stdout.splitlines()]
    assert [hit["source"] for hit in hits] == [source for _, source in wanted]


def test_names_of_files_with_a_hit_are_what_other_programs_open(tmp_path: Path) -> None:
    names = [b"a\xff.txt", "b\u202e\x1b.txt".encode()]
    for name in names:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("The firm sold 40 boats, Ann Bell said.")
    for more, end in (((), b"\n"), (("--print0",), b"\0")):
        found = run("find", "--kind", "count", "-l", *more, ".", cwd=tmp_path).stdout
        assert found == b"".join(b"./" + name + end for name in sorted(names))
    run("find", "--kind", "count", "--print0", ".", cwd=tmp_path, code=2)


def test_names_that_are_no_utf8_are_resumed_and_found_again(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.txt")).write_text("The firm sold 40 boats, Ann Bell said.")
    out = tmp_path / "out"
    for skipped in (b" 0 skipped", b" 1 skipped"):
        assert skipped in run("extract", folder, "-d", out, "-v").stderr
        manifest = records((out / "manifest.jsonl").read_bytes())
        assert [(line["input"], line["output"]) for line in manifest[1:]] == [(f"{folder}/\\xff.txt", "\\xff.json")]
        assert os.listdir(os.fsencode(out)) != [] and b"\\ud" not in (out / "manifest.jsonl").read_bytes()
    assert b"40" in run("find", "--kind", "count", out).stdout
