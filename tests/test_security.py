"""``SECURITY.md`` names the test of every promise: each of them is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

HERE = Path(__file__).parent
PAGE = (HERE.parent / "SECURITY.md").read_text(encoding="utf-8")
HEADS = ("| promise", "| | ", "|--")
ROWS = [line for line in PAGE.splitlines() if line.startswith("|") and not line.startswith(HEADS)]


def functions_of(name: str) -> set[str]:
    """Return the test functions of a file."""
    tree = ast.parse((HERE / name).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}


def named_in(row: str) -> list[tuple[str, str | None]]:
    """Return (file, test) for all that the last cell of a row names; a test without a file is of the last file."""
    file = ""
    found: list[tuple[str, str | None]] = []
    for name in re.findall(r"`([^`]+)`", row.rstrip("| ").rpartition("|")[2]):
        if ".py" in name:
            file, _, test = name.partition("::")
            found.append((file, test or None))
        else:
            found.append((file, name))
    return found


def test_every_promise_has_tests_that_exist() -> None:
    assert len(ROWS) > 40
    for row in ROWS:
        named = named_in(row)
        assert named, row
        for file, test in named:
            assert (HERE / file).is_file(), row
            assert test is None or test in functions_of(file), (file, test)


def test_all_kinds_of_attack_are_numbered() -> None:
    numbers = [int(found.group(1)) for row in ROWS if (found := re.match(r"\| (\d+) \|", row))]
    assert numbers == [*range(1, len(numbers) + 1)]
    assert len(numbers) >= 30
