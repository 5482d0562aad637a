"""Patterns that the build compiled are those that ``re`` compiles."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from program import make_elsewhere

from newsclaims import pattern
from newsclaims.learn import patterns as build
from newsclaims.text import dateline, tokens


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the file once."""
    return make_elsewhere("pattern", "patterns", tmp_path_factory.mktemp("built"))


@pytest.fixture
def made(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let the package read a copy of the file."""
    file = tmp_path / built.name
    shutil.copy2(built, file)
    monkeypatch.setattr(pattern, "FILE", str(file))
    pattern._made.cache_clear()
    yield file
    pattern._made.cache_clear()


def test_what_the_build_made_is_what_re_makes(made: Path) -> None:
    known = pattern._made()
    assert len(known) > 80
    for text, flags in known:
        ours = pattern.compiled.__wrapped__(text, flags)
        theirs = re.compile(text, flags)
        assert ours == theirs
        assert (ours.groups, dict(ours.groupindex)) == (theirs.groups, dict(theirs.groupindex))
    for used in (dateline._DATELINE, tokens._TOKEN):
        assert (used.pattern, used.flags & (re.VERBOSE | re.IGNORECASE)) in known


@pytest.mark.parametrize("damage", [b"", b"another Python\n", b"\xff\xfe"])
def test_without_the_file_or_from_another_python_patterns_are_compiled(made: Path, damage: bytes) -> None:
    made.write_bytes(damage + made.read_bytes()[: 1000 if damage == b"" else None])
    assert pattern._made() == {}
    assert pattern.compiled.__wrapped__(r"a(?P<b>\d)", re.I).fullmatch("A7")["b"] == "7"


def test_one_pattern() -> None:
    code, flags, groups, names, order = build.made(r"(?P<word>[a-z’]++)|(\d)", 0)
    assert (groups, names, order) == (2, {"word": 1}, (None, "word", None))
    assert flags == int(re.compile("").flags) and len(code) % 4 == 0
