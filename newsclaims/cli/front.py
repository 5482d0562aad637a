"""The usual command lines, read without Typer, whose import takes longer than reading an article.

What the front reads it reads as Typer does, from the same parameters; whatever it does not wholly understand, and all
help, completion and complaints, it leaves to Typer (``program.py``).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any

from newsclaims.cli.parameter import REQUIRED, Argument, Option, Parameter, WantsTyper, parameters_of


def done(words: Sequence[str], commands: Sequence[str]) -> bool:
    """Do what a command line says, if all of it is understood; else do nothing and return False.

    Raises:
        Misuse: when what it says makes no sense to its command.
    """
    if list(words) in (["--version"], ["-V"]):
        sys.stdout.write(version_line() + "\n")
        return True
    if not words or words[0] not in commands:
        return False
    command = import_module(f"newsclaims.cli.{words[0]}").command
    parameters = parameters_of(command)
    values = read(words[1:], parameters)
    if values is None or ("no_config" in parameters and not values["no_config"] and _is_configured()):
        return False
    try:
        command(**values)
    except WantsTyper:
        return False
    return True


def version_line() -> str:
    """Return the version of the program and of its rules."""
    from newsclaims import __version__
    from newsclaims.batch.signature import build, rules_signature

    return f"newsclaims {__version__} rules:{rules_signature()} ({build()})"


def _is_configured() -> bool:
    from newsclaims.cli.config import config_file

    return config_file() is not None


def read(words: Sequence[str], parameters: Mapping[str, Parameter]) -> dict[str, Any] | None:
    """Return the value of every parameter, as Typer gives it to the command; None where Typer has to be asked."""
    named = {name: (parameter, value) for parameter in parameters.values() for name, value in names(parameter)}
    values = {parameter.name: parameter.default for parameter in parameters.values()}
    if "context" in values:
        values["context"] = None
    places: list[str] = []
    left = iter(words)
    for word in left:
        if word == "--":
            places += left
            break
        if word == "-" or not word.startswith("-"):
            places.append(word)
            continue
        name, equals, text = word.partition("=") if word.startswith("--") else (word[:2], word[2:], word[2:])
        if name not in named:
            return None
        parameter, switched = named[name]
        if switched is None:
            text = text if equals else next(left, "-?")
            value = _value(text, parameter)
            if value is None:
                return None
            if _is_list(parameter):
                before = values[parameter.name]
                value = [*(before if isinstance(before, list) else ()), value]
            values[parameter.name] = value
        elif equals:
            return None
        else:
            values[parameter.name] = switched
    return values if _placed(places, parameters, values) else None


def _placed(places: list[str], parameters: Mapping[str, Parameter], values: dict[str, Any]) -> bool:
    """Give the words that belong to no option to the arguments, in order; tell whether each has what it needs."""
    for parameter in parameters.values():
        if isinstance(_said(parameter), Argument):
            if _is_list(parameter):
                values[parameter.name], places = places or parameter.default, []
            elif places:
                values[parameter.name] = places.pop(0)
    return not places and REQUIRED not in values.values()


def names(parameter: Parameter) -> Iterator[tuple[str, bool | None]]:
    """Yield the names of an option, each with the value that it stands for by itself, None where a value follows."""
    said = _said(parameter)
    if said is None or isinstance(said, Argument):
        return
    for name in said.names or (f"--{parameter.name.replace('_', '-')}",):
        if _base(parameter) not in (bool, bool | None):
            yield name, None
        else:
            yes, _, no = name.partition("/")
            yield yes, True
            if no:
                yield no, False


def _said(parameter: Parameter) -> Option | None:
    return next((said for said in getattr(parameter.annotation, "__metadata__", ()) if isinstance(said, Option)), None)


def _base(parameter: Parameter) -> Any:
    return parameter.annotation.__origin__


def _is_list(parameter: Parameter) -> bool:
    return _base(parameter) in (list[str], list[str] | None)


def _value(text: str, parameter: Parameter) -> Any:
    """Return the value that a text is for a parameter, None where it may be none."""
    if text.startswith("-") and text != "-":
        return None
    kind = _base(parameter)
    if kind in (str, str | None) or _is_list(parameter):
        return text
    if kind in (int, int | None):
        number: type[int | float] = int
        known = re.fullmatch("[0-9]{1,9}", text)
    else:
        number = float
        known = re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", text) if kind in (float, float | None) else None
    said = _said(parameter)
    if known is None or said is None:
        return None
    value = number(text)
    return value if (said.min or 0) <= value and (said.max is None or value <= said.max) else None
