"""The modules that the build packs are those that Python would import, and never older ones."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import cache_from_source
from pathlib import Path
from types import FunctionType

import pytest
from program import environment, make_elsewhere

from newsclaims import bytecode

PACKAGE = Path(__file__).parent.parent / "newsclaims"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the file once."""
    return make_elsewhere("bytecode", "bytecode", tmp_path_factory.mktemp("build"))


@pytest.fixture
def finder(made: Path, monkeypatch: pytest.MonkeyPatch) -> bytecode.Finder:
    """Return what finds modules in the file."""
    monkeypatch.setattr(bytecode, "FILE", str(made))
    monkeypatch.setattr(bytecode, "_ROOT", str(PACKAGE))
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    bytecode.use()
    first = sys.meta_path[0]
    assert isinstance(first, bytecode.Finder)
    return first


def test_what_the_build_made_is_what_python_compiles(finder: bytecode.Finder) -> None:
    for name in ("newsclaims.extract", "newsclaims.links.classes", "newsclaims.quotes.rules", "newsclaims.cli.show"):
        spec = finder.find_spec(name)
        assert spec is not None and spec.origin is not None and isinstance(spec.loader, bytecode.Loader)
        assert spec.loader.get_code(name) == compile(
            Path(spec.origin).read_bytes(), spec.origin, "exec", dont_inherit=True
        )
        assert spec.loader.get_code(name).co_filename == spec.origin  # tracebacks show its lines
        assert (spec.has_location, spec.cached) == (True, cache_from_source(spec.origin))
        package = Path(spec.origin).name == "__init__.py"
        assert spec.submodule_search_locations == ([os.path.dirname(spec.origin)] if package else None)
    assert finder.find_spec("newsclaims.nothing") is None
    assert finder.find_spec("newsclaims.learn.patterns") is None
    assert finder.find_spec("json") is None


def test_functions_inside_are_without_docstrings_as_compiled_ones_are(finder: bytecode.Finder) -> None:
    name = "newsclaims.words.preferences"
    spec = finder.find_spec(name)
    assert spec is not None and isinstance(spec.loader, bytecode.Loader)
    code = spec.loader.get_code(name)
    held: dict[str, object] = {"__name__": name}
    exec(code, held)
    functions = [item for item in held.values() if isinstance(item, FunctionType) and item.__module__ == name]
    assert functions and all(item.__doc__ is None for item in functions)
    assert held["__doc__"]


@pytest.mark.parametrize("in_checkout", [True, False])
def test_a_module_that_changed_since_is_read_itself(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_checkout: bool
) -> None:
    source = tmp_path / "a.py"
    source.write_text("one = 1\n")
    places = {"newsclaims.a": (0, 0, f"{os.sep}a.py", "", 8, source.stat().st_mtime_ns)}
    monkeypatch.setattr(bytecode, "_ROOT", str(tmp_path))
    finder = bytecode.Finder(places, memoryview(b""), in_checkout)
    assert finder.find_spec("newsclaims.a") is not None
    os.utime(source, ns=(0, 0))  # as when a wheel is installed
    assert (finder.find_spec("newsclaims.a") is None) == in_checkout
    source.write_text("one = 11\n")
    assert finder.find_spec("newsclaims.a") is None
    source.unlink()
    assert finder.find_spec("newsclaims.a") is None


@pytest.mark.parametrize("damage", [b"", b"another Python\n", b"\xff\xfe"])
def test_without_the_file_or_from_another_python_modules_are_found_as_ever(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes
) -> None:
    file = tmp_path / "bytecode.bin"
    file.write_bytes(damage + made.read_bytes()[: 1000 if damage == b"" else None])
    monkeypatch.setattr(bytecode, "FILE", str(file))
    monkeypatch.setattr(sys, "meta_path", [])
    bytecode.use()
    assert sys.meta_path == []


def test_a_defect_is_shown_with_its_line(made: Path) -> None:
    code = (
        "import sys; from newsclaims import bytecode\n"
        "sys.meta_path = [one for one in sys.meta_path if not isinstance(one, bytecode.Finder)]\n"
        f"bytecode.FILE = {str(made)!r}; bytecode.use()\n"
        "from newsclaims.dates.calendar import month_day\n"
        "assert type(month_day.__globals__['__loader__']) is bytecode.Loader\n"
        "month_day(None, None)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=False)
    assert f'{os.sep}dates{os.sep}calendar.py", line ' in done.stderr
    assert "TypeError" in done.stderr and "reading[" in done.stderr  # the line itself
