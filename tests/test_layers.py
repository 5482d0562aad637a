"""Layers import one way only, and no two modules import each other, whatever way round."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent / "newsclaims"
BASE = {"bytecode", "display", "fields", "isolation", "mapped", "model", "pathname", "pattern", "rule", "table"}
KINDS = {"entities", "claims", "quotes", "dates", "figures"}
BELOW = {"text": BASE, "words": BASE | {"text"}}
BELOW["syntax"] = BELOW["words"] | {"words"}
BELOW |= {kind: BELOW["syntax"] | {"syntax"} for kind in KINDS}
BELOW["sentences"] = BELOW["syntax"]
BELOW["links"] = BELOW["syntax"] | {"syntax"} | KINDS
BELOW["facts"] = BELOW["links"] | {"links"}
BELOW["checks"] = BELOW["facts"] | {"facts"}
BELOW["comparison"] = BELOW["checks"] | {"checks"}
BELOW["find"] = BELOW["checks"]
BELOW["matching"] = BELOW["facts"] | {"facts", "formats"}
BELOW["wording"] = BELOW["checks"] | {"checks"}
BELOW["formats"] = BASE | {"text"}
BELOW["exchange"] = BELOW["syntax"] | {"formats", "syntax"}
BELOW["terminal"] = BELOW["wording"] | {"comparison", "find", "matching", "wording"}
BELOW["html"] = BELOW["wording"] | {"wording"}
BELOW["explain"] = BELOW["terminal"] | {"examples", "terminal"}
BELOW["batch"] = BELOW["explain"] | {"exchange", "explain", "extract", "formats", "html", "pipeline"}
BELOW["engines"] = BELOW["batch"] | {"batch"}
BELOW["learn"] = BELOW["engines"] | {"cli", "engines"}


@cache
def imports(path: Path) -> frozenset[str]:
    return frozenset(imported(path))


def imported(path: Path) -> Iterator[str]:
    """Yield the modules of the package that a file imports, wherever in the file; not those for types only."""
    todo: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            continue
        todo += ast.iter_child_nodes(node)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("newsclaims"):
            for alias in node.names:
                inner = ROOT.parent / node.module.replace(".", "/") / alias.name
                known = inner.with_suffix(".py").exists() or inner.is_dir()
                yield f"{node.module}.{alias.name}" if known else node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("newsclaims."))


def layer(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def test_every_module_imports_downwards_only() -> None:
    wrong = []
    for name, allowed in BELOW.items():
        for path in sorted((ROOT / name).rglob("*.py")):
            above = {layer(module) for module in imports(path)} - allowed - {name}
            wrong += [f"{path.relative_to(ROOT)} imports {other}" for other in sorted(above)]
    assert not wrong


def test_no_two_modules_import_each_other() -> None:
    graph: dict[str, set[str]] = {}
    for path in ROOT.rglob("*.py"):
        name = ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__")
        graph[name] = set(imports(path) - {name})
    left = dict(graph)
    while True:  # take away what imports nothing that is left, until only cycles are
        free = [name for name, wanted in left.items() if not wanted & left.keys()]
        if not free:
            break
        for name in free:
            del left[name]
    assert not left, "a cycle, or above one"


def test_no_module_lies_about_its_layer() -> None:
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(BELOW) | {"cli"}


def test_scripts_that_learn_are_used_by_nobody() -> None:
    users = [path for path in ROOT.rglob("*.py") if path.parent.name != "learn"]
    assert not [path for path in users if any(layer(module) == "learn" for module in imports(path))]
