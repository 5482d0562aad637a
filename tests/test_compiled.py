"""What can be told of the compiled build without a compiler; ``.ci/run`` makes it and runs tests on it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from newsclaims.batch.signature import build
from newsclaims.learn import compiled

ROOT = Path(__file__).parent.parent
MODULES = compiled.modules()


def test_the_list_names_modules_that_there_are() -> None:
    assert "newsclaims/words/tagger.py" in MODULES
    assert [path for path in compiled.INTERPRETED if not (ROOT / "newsclaims" / path).is_file()] == []


def breaks_mypyc(tree: ast.AST) -> list[int]:
    """Return the lines of membership tests with a starred tuple, `x in (*A, "b")`, which crash mypyc."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        for right in node.comparators
        if isinstance(right, ast.Tuple | ast.List) and any(isinstance(item, ast.Starred) for item in right.elts)
    ]


def test_a_shape_that_breaks_mypyc_is_seen() -> None:
    assert breaks_mypyc(ast.parse('x in (*A, "b")')) == [1]
    assert breaks_mypyc(ast.parse('x in A or x in ("b", "c"); y = (*A, "b")')) == []


@pytest.mark.parametrize("path", MODULES)
def test_mypyc_can_compile(path: str) -> None:
    assert breaks_mypyc(ast.parse((ROOT / path).read_text(encoding="utf-8"))) == []


def test_a_checkout_says_that_it_is_not_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsclaims.batch.signature._ROOT", str(tmp_path))
    assert build() == "pure Python"
    from importlib.machinery import EXTENSION_SUFFIXES

    (tmp_path / f"pipeline{EXTENSION_SUFFIXES[0]}").touch()
    assert build() == "compiled"
