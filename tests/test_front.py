"""What the front reads, it reads as Typer does; what it does not wholly understand it leaves to Typer."""

from __future__ import annotations

import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from program import environment, run

from newsclaims.cli import front, program
from newsclaims.cli.app import COMMANDS
from newsclaims.cli.parameter import REQUIRED, parameters_of

SAMPLE = Path(__file__).parent.parent / "samples" / "valley-flood.txt"
MODULES = {name: import_module(f"newsclaims.cli.{name}") for name in COMMANDS}
PARAMETERS = {name: parameters_of(module.command) for name, module in MODULES.items()}
SWITCHES = {bool, bool | None}
TEXTS = {str, str | None, list[str], list[str] | None}
WORDS = st.one_of(
    st.sampled_from(("a.txt", "-", "", "2025-11-06", "ä b", "=", "a=b", "*")), st.text("aé =-,.1", max_size=4)
)
NUMBERS = st.sampled_from(("0", "1", "0.5", "7", "40", "1024", "1025", "-1", "1e3", "x", " 1", "1_0", "٣", "0x1", ""))


def options(name: str) -> list[tuple[str, Any, str]]:
    """Return the names of a command's options, each with its type and a number that it takes."""
    return [
        (option, parameter.annotation.__origin__, str(parameter.annotation.__metadata__[0].min or 1))
        for parameter in PARAMETERS[name].values()
        for option, _ in front.names(parameter)
    ]


@st.composite
def lines(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Return a command and words that it may be called with: most are right, some are not."""
    name = draw(st.sampled_from(COMMANDS))
    known = options(name)
    words: list[str] = []
    for _ in range(draw(st.integers(0, 4))):
        if not known or draw(st.integers(0, 3)) == 0:
            words.append(draw(WORDS))
            continue
        option, kind, _ = draw(st.sampled_from(known))
        value = draw(WORDS if kind in TEXTS else NUMBERS)
        glued = option + value if option[1] != "-" else f"{option}={value}"
        words += [option] if kind in SWITCHES else draw(st.sampled_from(([option, value], [glued])))
    return name, words + draw(st.sampled_from(([], [], [], ["--", "-x"], ["-qv"], ["--help"], ["--nothing"])))


@cache
def program_with(name: str, told: list[dict[str, Any]]) -> Any:
    """Return the program with a command that only notes what it is told."""

    def command(**values: Any) -> None:
        told.append(values)

    command.parameters = PARAMETERS[name]  # type: ignore[attr-defined]
    with patch.object(MODULES[name], "command", command):
        return program.application((name, "schema" if name != "schema" else "man"))


class Told(list[dict[str, Any]]):
    """What the command was told; of one identity, for the cache."""

    __hash__ = object.__hash__  # type: ignore[assignment]


TOLD = Told()


def with_typer(name: str, words: list[str]) -> dict[str, Any] | None:
    """Return what Typer tells a command, None where it tells it nothing."""
    TOLD.clear()
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        try:
            program_with(name, TOLD)([name, *words], standalone_mode=False)
        except Exception:
            return None
    return TOLD[0] | ({"context": None} if "context" in TOLD[0] else {}) if TOLD else None


@settings(max_examples=400, deadline=None)
@given(lines())
def test_what_the_front_reads_it_reads_as_typer_does(line: tuple[str, list[str]]) -> None:
    name, words = line
    values = front.read(words, PARAMETERS[name])
    if values is not None:
        assert with_typer(name, words) == values


@pytest.mark.parametrize("name", COMMANDS)
def test_the_front_reads_every_option_as_it_is_usually_given(name: str) -> None:
    required = [one for one in PARAMETERS[name].values() if one.default is REQUIRED and one.name != "context"]
    needed = [word for one in required for word in ([*[option for option, _ in front.names(one)][:1], "a"])]
    for option, kind, number in options(name):
        words = [*needed, option, *([] if kind in SWITCHES else ["a"] if kind in TEXTS else [number])]
        values = front.read(words, PARAMETERS[name])
        assert values is not None, option
        assert with_typer(name, words) == values, option


def test_articles_are_read_without_typer() -> None:
    code = (
        "import os, sys\n"
        "def leave(code):\n"
        "    heavy = {'typer', 'rich', 'click', 'pydantic', 'dateparser', 'regex'} & set(sys.modules)\n"
        "    end(9 if heavy else code)\n"
        "end, os._exit = os._exit, leave\n"
        "from newsclaims.cli.app import main\n"
        "main()"
    )
    for words in (["extract", str(SAMPLE), "--jobs", "1", "-f", "json"], ["--version"]):
        done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, env=environment(), check=False)
        assert done.returncode == 0
        assert done.stdout == run(*words).stdout


def test_typer_complains_of_what_a_command_refuses() -> None:
    done = run("extract", SAMPLE, "--date", "soon", code=2)
    assert done.stderr.startswith(b"Usage: ") and b"Error: Invalid value: --date is not an ISO 8601 date" in done.stderr
