"""Layers import one way only: text, words, kinds, links, checks, output, cli."""

from __future__ import annotations

import ast
from pathlib import Path

import newsclaims

ROOT = Path(newsclaims.__file__).parent
BASE = {"fields", "model", "rule", "table"}
KINDS = {"entities", "claims", "quotes", "dates", "figures"}
BELOW = {"text": BASE, "words": BASE | {"text"}}
BELOW |= {kind: BASE | {"text", "words"} for kind in KINDS}
BELOW["links"] = BASE | {"text", "words"} | KINDS
BELOW["checks"] = BELOW["links"] | {"links"}
BELOW["output"] = BELOW["checks"] | {"checks", "examples", "extract", "pipeline"}


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("newsclaims"):
            parts = node.module.split(".")
            names |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("newsclaims.")}
    return names


def test_every_module_imports_downwards_only() -> None:
    wrong = []
    for layer, allowed in BELOW.items():
        for path in sorted((ROOT / layer).rglob("*.py")):
            above = imported(path) - allowed - {layer}
            wrong += [f"{path.relative_to(ROOT)} imports {name}" for name in sorted(above)]
    assert not wrong


def test_no_module_lies_about_its_layer() -> None:
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(BELOW) | {"cli"}
