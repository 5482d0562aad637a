"""Compile the package with mypyc, from the same source: ``python -m newsclaims.learn.compiled FOLDER``.

The folder then holds libraries to be laid over the modules; the build does that for ``NEWSCLAIMS_COMPILE=1``.  Needs
``mypy[mypyc]`` and a C compiler.  ``MYPYC_OPT_LEVEL`` is the compiler's optimisation: 3, or lower for quick builds.
"""

from __future__ import annotations

import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

NEEDS = ("mypy[mypyc]>=1.18", "setuptools>=65")
"""What a build needs for it."""

MODULES = (
    "*.py", "claims/*.py", "dates/*.py", "entities/*.py", "figures/**/*.py", "links/*.py", "quotes/**/*.py",
    "syntax/*.py", "text/*.py", "wording/*.py", "words/*.py", "checks/__init__.py", "checks/classes.py",
    "sentences/types.py", "checks/worthiness.py", "formats/compact.py", "formats/json.py",
)  # fmt: skip
"""All that an article passes through between its text and its JSON."""

INTERPRETED = frozenset({
    "__init__.py", "__main__.py", "examples.py", "extract.py", "load.py",  # what users import keeps its signatures
    "display.py", "model.py",  # data classes whose types, copies and pickles Python's own tools ask for
    "started.py",  # before all else
    "bytecode.py",  # it says where the others are found
    "pattern.py",  # learn/patterns.py puts another function into it
    "pathname.py",  # has lone surrogates, as text/visible.py
    "text/compressed.py", "text/decode.py", "text/feed_dates.py", "text/files.py", "text/inputs.py", "text/intake.py",
    "text/limits.py", "text/outputs.py", "text/records.py", "text/remote.py", "text/remote_listing.py",
    "text/visible.py",  # reading and writing; and lone surrogates, which mypyc cannot have in literals
})  # fmt: skip


_DIRECT = ["-Wl,-Bsymbolic"]
"""Calls between our own compiled functions go straight there, some 3 % less CPU time: by default each goes through a
table of the library, so that another library could put its own function of the same name in its place."""


def main() -> None:
    """Compile into the folder that the command line names."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    compile_into(Path(sys.argv[1]).resolve())


def modules() -> list[str]:
    """Return the paths of the modules that are compiled, from the folder of the checkout."""
    package = Path(__file__).parent.parent
    found = {path.relative_to(package).as_posix() for pattern in MODULES for path in package.glob(pattern)}
    return [f"{package.name}/{path}" for path in sorted(found - INTERPRETED)]


def compile_into(folder: Path) -> None:
    """Compile the modules; their libraries stand in the folder as the modules do in the checkout."""
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    class Parallel(build_ext):  # type: ignore[misc]
        """Compiles the C files of a library side by side."""

        def build_extensions(self) -> None:
            together = self.compiler.compile

            def each(sources: list[str], *args: Any, **options: Any) -> list[str]:
                with ThreadPoolExecutor(os.cpu_count()) as pool:
                    made = pool.map(lambda source: together([source], *args, **options), sources)
                    return [name for names in made for name in names]

            self.compiler.compile = each
            super().build_extensions()

    with tempfile.TemporaryDirectory() as work:
        extensions = mypycify(
            ["--config-file=", "--ignore-missing-imports", f"--cache-dir={work}/types", *modules()],
            opt_level=os.environ.get("MYPYC_OPT_LEVEL", "3"),
            debug_level="0",
            multi_file=True,
            target_dir=f"{work}/c",
            group_name="newsclaims",
        )
        if sys.platform == "linux":
            for extension in extensions:
                extension.extra_link_args += _DIRECT
        command = Parallel(Distribution({"name": "newsclaims", "ext_modules": extensions}))
        command.build_lib, command.build_temp = str(folder), f"{work}/objects"
        command.ensure_finalized()
        command.run()


if __name__ == "__main__":
    main()
