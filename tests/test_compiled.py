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


def looked_up(tree: ast.Module) -> list[str]:
    """Return the constants of a module that are not `Final`: compiled code looks their names up at each use."""
    targets = [target for node in tree.body if isinstance(node, ast.Assign) for target in node.targets]
    names = [name for target in targets for name in (target.elts if isinstance(target, ast.Tuple) else [target])]
    changed = {ast.unparse(node.target) for node in tree.body if isinstance(node, ast.AugAssign)}
    return [name.id for name in names if isinstance(name, ast.Name) and name.id.isupper() and name.id not in changed]


def test_a_constant_that_is_looked_up_is_seen() -> None:
    assert looked_up(ast.parse("A, _B = 1, 2; C: Final = 3; Kind = dict[str, str]; _D = {}; _D |= {}")) == ["A", "_B"]


@pytest.mark.parametrize("path", MODULES)
def test_constants_are_final(path: str) -> None:
    paths_that_tests_move = {"newsclaims/table.py": ["FILE"]}
    found = looked_up(ast.parse((ROOT / path).read_text(encoding="utf-8")))
    assert found == paths_that_tests_move.get(path, []), "write NAME: Final = ..."


def test_a_checkout_says_that_it_is_not_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsclaims.batch.signature._ROOT", str(tmp_path))
    assert build() == "pure Python"
    from importlib.machinery import EXTENSION_SUFFIXES

    (tmp_path / f"pipeline{EXTENSION_SUFFIXES[0]}").touch()
    assert build() == "compiled"
