"""What the build makes of tables is what their functions make of them, and never of an older table."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from program import make_elsewhere

from newsclaims import table


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the file once."""
    return make_elsewhere("table", "packed_tables", tmp_path_factory.mktemp("built"))


@pytest.fixture
def made(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let the package read a copy of the file."""
    file = tmp_path / built.name
    shutil.copy2(built, file)
    monkeypatch.setattr(table, "FILE", str(file))
    checkout = Path(__file__).parent.parent / "newsclaims"  # an installed package has no learn, and its tables' times
    monkeypatch.setattr(table, "_ROOT", str(checkout))  # are not looked at
    table._made.cache_clear()
    yield file
    table._made.cache_clear()


def unpacked(form: str, package: str, name: str) -> object:
    """Return what the TSV gives."""
    lines = Path(table.path_of(package, name)).read_text(encoding="utf-8").rstrip("\n").split("\n")
    cells = [line.split("\t") for line in lines if not line.startswith("#")]
    if form == "rows":
        return cells
    if form == "entries":
        return {row[0]: "\t".join(row[1:]) for row in cells}
    if form == "pairs":
        return {"\t".join(row[:2]): "\t".join(row[2:]) for row in cells}
    if form == "words":
        return frozenset(row[0] for row in cells)
    return {row[0]: frozenset(word for held, word in cells if held == row[0]) for row in cells}


def test_what_the_build_made_is_what_the_tables_say(made: Path) -> None:
    places = table._made()[0]
    assert len(places) > 60
    assert {form for form, _, _ in places} == {"rows", "entries", "pairs", "words", "classes"}
    for form, package, name in places:
        assert table._packed(form, package, name) == unpacked(form, package, name), (form, package, name)


def test_a_table_that_changed_since_is_read_itself(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "titles.tsv"
    text = Path(table.path_of("entities", "titles")).read_bytes()
    monkeypatch.setattr(table, "path_of", lambda package, name: str(other))
    other.write_bytes(text)
    os.utime(other, ns=(0, 0))
    assert table.rows("entities", "titles") == table._packed("rows", "entities", "titles") != []
    other.write_bytes(text[:-1] + b"x")  # as long as it was, but later
    os.utime(other, ns=(os.stat(made).st_mtime_ns + 1,) * 2)
    assert table._packed("rows", "entities", "titles") is None
    assert table.rows("entities", "titles")[-1][-1].endswith("x")
    other.write_bytes(text + b"zyzzyva\taddress\tf\n")  # with its old time, but longer
    os.utime(other, ns=(0, 0))
    assert table.rows("entities", "titles")[-1][0] == "zyzzyva"


@pytest.mark.parametrize("damage", [b"", b"another Python\n", b"\xff\xfe"])
def test_without_the_file_or_from_another_python_tables_are_read(made: Path, damage: bytes) -> None:
    made.write_bytes(damage + made.read_bytes()[: 1000 if damage == b"" else None])
    assert table._made()[0] == {}
    assert table.rows("entities", "titles") == unpacked("rows", "entities", "titles")
