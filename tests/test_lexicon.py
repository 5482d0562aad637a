"""Word tables are sorted, have no entry twice, say where they come from, and hold no stray white space."""

from __future__ import annotations

import ast
import re
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "newsclaims"
TABLES = sorted(ROOT.rglob("lexicon/*.tsv"))


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


CLASS_TABLES = sorted(ROOT.glob("*/lexicon/word_classes.tsv"))


@pytest.mark.parametrize("path", CLASS_TABLES, ids=lambda path: path.parent.parent.name)
def test_each_class_of_words_is_asked_for(path: Path) -> None:
    entries = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line and line[:2] != "# "]
    code = "".join(file.read_text(encoding="utf-8") for file in path.parent.parent.rglob("*.py"))
    asked = set(re.findall(r'\bword_class\(\s*"([^"]*)"', code))
    assert asked == {name for name, _ in entries}


def word_lists(source: str) -> list[str]:
    """Return the lists of ten words and more that stand in code: sets, lists and keys, or a string split up."""
    found, tree = [], ast.parse(source)
    fields = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and any(getattr(it, "id", "") == "__slots__" for it in node.targets):
            fields.add(id(node.value))  # which comes later: a walk goes by levels
        members = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", [])
        words = [item.value for item in members if isinstance(item, ast.Constant) and isinstance(item.value, str)]
        if isinstance(node, ast.Attribute) and node.attr == "split" and isinstance(node.value, ast.Constant):
            words = str(node.value.value).split()
        if (
            id(node) not in fields
            and sum(re.fullmatch(r"[a-z][a-z.'-]*", word) is not None for word in words) >= MOST_WORDS
        ):
            found.append(" ".join(words))
    return found


MOST_WORDS = 10
FOLDERS = (
    "text",
    "words",
    "figures",
    "dates",
    "entities",
    "links",
    "facts",
    "checks",
    "comparison",
    "wording",
    "explain",
    "syntax",
    "quotes",
    "claims",
)
NO_WORDS = {  # what a rule is tried for, features of the learned tagger, names of modules and of grains
    "checks/registry.py", "dates/modifiers.py", "figures/ages.py", "figures/line.py", "quotes/rules/cue_first.py",
    "words/tagger_features.py",
}  # fmt: skip


def test_words_stand_in_tables() -> None:
    assert word_lists('X = frozenset(["the", "of", "and", "a", "to", "in", "is", "was", "he", "for"])')
    assert word_lists('X = "the of and a to in is was he for".split()')
    assert not word_lists('X = ("NN", "NNS", "NNP", "VB", "VBD", "VBZ", "VBP", "IN", "DT", "CD")')
    found = {}
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if name not in NO_WORDS and (lists := word_lists(path.read_text(encoding="utf-8"))):
                found[name] = lists
    assert not found
