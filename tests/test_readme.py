"""The README tells the truth: its commands run and print what stands there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"```console\n(.*?)```", README, re.DOTALL)


def blocks() -> list[list[tuple[str, list[str]]]]:
    """Return (command, lines shown under it) for every ``$`` line of each console block: they may need each other."""
    found: list[list[tuple[str, list[str]]]] = []
    for block in CONSOLE:
        found.append([])
        for line in block.splitlines():
            if line.startswith("$ "):
                found[-1].append((line[2:], []))
            elif line:
                found[-1][-1][1].append(line)
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("readme")
    for path in (ROOT / "samples").rglob("*"):  # those that its commands name, and no more: they read all several times
        if path.is_file() and path.name.partition(".")[0].removesuffix("-a").removesuffix("-b") in README:
            target = place / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    return place


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block[0][0])
def test_commands(block: list[tuple[str, list[str]]], folder: Path) -> None:
    for command, shown in block:
        run(command, shown, folder)


def run(command: str, shown: list[str], folder: Path) -> None:
    runnable = command
    if "jq" in command and shutil.which("jq") is None:  # then at least our part of the pipeline runs
        runnable, shown = re.split(r"\|\s*jq", command)[0], []
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", runnable],
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "100"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode in (0, 141), done.stderr
    printed = [line.rstrip() for line in done.stdout.splitlines() if line.strip()]
    if shown and shown[-1] == "…":
        shown = shown[:-1]
        printed = printed[: len(shown)]
    if shown:
        assert printed == [line.rstrip() for line in shown]


def test_python_examples(folder: Path) -> None:
    blocks = re.findall(r"```python\n((?:(?!```).)*)```\n\n```text\n(.*?)```", README, re.DOTALL)
    assert len(blocks) == 2
    for code, output in blocks:
        done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
        assert done.stdout == output


def test_two_commands_set_everything_up() -> None:
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv ")]
    assert len(lines) == 2
    assert "newsclaims show samples/" in lines[0]
    assert lines[1].endswith("pytest -n 2")


def test_every_command_is_named() -> None:
    from newsclaims.cli.app import COMMANDS

    assert [name for name in COMMANDS if f"`{name}`" not in README] == []
