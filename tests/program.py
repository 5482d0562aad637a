"""The program as its users run it: in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from ready import ready, request_of

SAMPLE = "Lima severed ties with Mexico on Thursday. “It is an unfriendly act,” Hugo de Zela said.\n"


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a run: no colours, no terminal, no settings of the developer's."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "PYTHONPATH") if name in os.environ}
    return {**kept, "_TYPER_FORCE_DISABLE_TERMINAL": "1", **more}


def make_elsewhere(package_module: str, script: str, folder: Path) -> Path:
    """Make what a module of the package reads in an empty folder elsewhere, by its script and as the build does.

    Return the file, beside which there is nothing else.
    """
    file = folder / Path(import_module(f"newsclaims.{package_module}").FILE).name
    code = f"from newsclaims import {package_module} as read; read.FILE = {str(file)!r}\n"
    code += f"from newsclaims.learn.{script} import main\nmain()"
    subprocess.run([sys.executable, "-c", code], check=True, env=environment())
    assert [path.name for path in folder.iterdir()] == [file.name]
    return file


def heed_interrupts() -> None:
    """Let the child die by SIGINT even where the test runner ignores it, as what a shell runs behind itself does."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def command(*arguments: str | Path) -> list[str]:
    """Return the command line of a run."""
    return [sys.executable, "-m", "newsclaims", *map(str, arguments)]


def run(
    *arguments: str | Path, input: bytes | None = None, cwd: Path | None = None, code: int | None = 0, **more: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the program to its end; ``code`` is the exit code that is expected, None for any.

    It is forked from one that is kept ready, which has imported all; see ``ready.py`` for what takes a fresh process.
    """
    line, given = command(*arguments), input or b""
    request = request_of(line[3:], str(cwd or os.getcwd()), environment(**more))
    if request is None or "PYTHONPATH" in more:
        done = subprocess.run(
            line, input=given, capture_output=True, cwd=cwd, env=environment(**more), timeout=120, check=False
        )
    else:
        done = subprocess.CompletedProcess(line, *ready(environment()).run(request, given, timeout=120))
    assert b"Traceback" not in done.stderr, done.stderr.decode(errors="replace")
    if code is not None:
        assert done.returncode == code, (done.returncode, done.stderr.decode(errors="replace"))
    return done


def run_text(*arguments: str | Path, input: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program to its end, whatever that is; what it printed is text."""
    done = run(*arguments, input=input.encode(), code=None)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def records(output: bytes) -> list[dict[str, Any]]:
    """Return the objects of JSON Lines output."""
    return [json.loads(line) for line in output.decode("utf-8").split("\n") if line]


def tree(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder by its relative name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
