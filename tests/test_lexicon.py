"""Word tables are sorted, have no entry twice, say where they come from, and hold no stray white space."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

import newsclaims

TABLES = sorted(Path(newsclaims.__file__).parent.rglob("lexicon/*.tsv"))


def test_there_are_tables() -> None:
    assert len(TABLES) > 5


@pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.parent.name}/{path.stem}")
def test_table(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines.pop() == "", "ends with one line break"
    assert lines[0].startswith("# "), "the first line says where the entries come from"
    entries = [line for line in lines if not line.startswith("#")]
    assert entries, "holds entries"
    assert all(entry == entry.strip("\n\r ") and entry for entry in entries)
    assert len(set(entries)) == len(entries), "an entry stands twice"
    keys = [entry.split("\t")[0] for entry in entries]
    assert keys == sorted(keys), f"sorted by the first column: {[b for a, b in pairwise(keys) if a > b][:3]}"
