"""What the build makes besides copying: modules, patterns and word tables, ready for the Python that installs.

They only save time, so that a build which cannot make them goes on without.  With ``NEWSCLAIMS_COMPILE=1`` it compiles
the modules too (``compiled.py``), and fails where it cannot: that was asked for.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MADE = {"patterns": "patterns.bin", "packed_tables": "tables.bin", "bytecode": "bytecode.bin"}
"""Script of this folder -> the file of the package that it makes."""


class Made(BuildHookInterface):  # type: ignore[misc]
    """Makes what ``MADE`` names and libraries of the modules, before the files are gathered."""

    def dependencies(self) -> list[str]:
        """Return what the build needs besides hatchling: nothing where nothing is compiled."""
        return [*self._compiler().NEEDS] if _compiles() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files, of a wheel and of an editable installation alike; that has no libraries."""
        libraries = _compiles() and version != "editable"
        for script, made in MADE.items():
            if self._run(f"newsclaims.learn.{script}", *(("compiled",) if libraries else ())) == 0:
                build_data["artifacts"].append(f"/newsclaims/{made}")
            else:
                self.app.display_warning(f"newsclaims/{made} was not made: the program will start more slowly")
        if libraries:
            self._libraries = tempfile.TemporaryDirectory()
            folder = Path(self._libraries.name)
            if self._run("newsclaims.learn.compiled", str(folder)) != 0:
                raise RuntimeError("newsclaims could not be compiled; NEWSCLAIMS_COMPILE=0 installs it as it is")
            build_data["pure_python"], build_data["infer_tag"] = False, True
            for path in sorted(folder.rglob("*.*")):
                build_data["force_include"][str(path)] = path.relative_to(folder).as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Throw the libraries away: they are in the wheel."""
        if hasattr(self, "_libraries"):
            self._libraries.cleanup()

    def _run(self, module: str, *words: str) -> int:
        return subprocess.run([sys.executable, "-m", module, *words], cwd=self.root, check=False).returncode

    def _compiler(self) -> Any:
        spec = importlib.util.spec_from_file_location("compiled", Path(self.root, "newsclaims/learn/compiled.py"))
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module


def _compiles() -> bool:
    return os.environ.get("NEWSCLAIMS_COMPILE", "0") not in ("", "0")
