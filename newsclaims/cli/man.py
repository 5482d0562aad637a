"""``newsclaims man``: the manual page, made from the commands' own help."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

EXITS = (
    ("0", "all done"),
    ("1", "some inputs failed, the rest is written"),
    ("2", "wrong usage, nothing readable, or output not writable"),
    ("3", "nothing found (--fail-empty), or findings (check --fail-on-findings)"),
    ("130", "interrupted"),
    ("141", "the reader of the output went away"),
)


def command() -> None:
    """Print the manual page in roff.

    \b
    Examples:
      newsclaims man | man -l -
      newsclaims man > ~/.local/share/man/man1/newsclaims.1
    """
    from newsclaims.cli.app import COMMANDS
    from newsclaims.cli.program import program_of

    program = program_of(COMMANDS)
    sys.stdout.write("\n".join(page(program)) + "\n")


def page(program: Any) -> Iterator[str]:
    """Yield the lines of the manual page of the whole program."""
    from newsclaims import __version__

    yield f'.TH NEWSCLAIMS 1 "" "newsclaims {__version__}"'
    yield from (".SH NAME", "newsclaims \\- who did what to whom, quotes, dates and figures of news articles")
    yield from (".SH SYNOPSIS", ".B newsclaims", "COMMAND [OPTIONS] [PATHS]...")
    yield from (".SH DESCRIPTION", *_prose(program.help or ""))
    yield from (".SH OPTIONS", *_options(program))
    for name, item in program.commands.items():
        yield f".SH {_roff(name).upper()}"
        yield f".B newsclaims {_roff(name)}"
        yield ".PP"
        yield from _prose(item.help or "")
        yield from _options(item)
    yield ".SH EXIT STATUS"
    for code, meaning in EXITS:
        yield from (".TP", f".B {code}", _roff(meaning))


def _prose(text: str) -> Iterator[str]:
    """Yield a help text; what follows a line with \\\\b alone keeps its line breaks."""
    for paragraph in text.strip().split("\n\n"):
        lines = [line.strip(" ") for line in paragraph.split("\n")]
        fixed = lines[0] == "\b"
        if fixed:
            yield from (".PP", ".nf", *(_roff(line) for line in lines[1:]), ".fi")
        else:
            yield from (".PP", _roff(" ".join(lines)))


def _options(item: Any) -> Iterator[str]:
    for option in item.params:
        if not option.name or getattr(option, "hidden", False):
            continue
        names = ", ".join(option.opts) if option.opts and option.opts[0].startswith("-") else option.name.upper()
        shown = option.metavar if option.metavar and names.startswith("-") else ""
        yield from (".TP", f".B {_roff(f'{names} {shown}'.strip())}", _roff(getattr(option, "help", None) or ""))


def _roff(text: str) -> str:
    """Return text as roff takes it literally."""
    plain = text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ")
    return "\\&" + plain if plain.startswith((".", "'")) else plain
