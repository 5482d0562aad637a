"""The parameters of the commands, each said once: ``Annotated[type, Option(...)]`` in a command's signature.

From that the front reads usual command lines (``front.py``), and Typer explains, completes and checks (``program.py``):
there is no second list.  What is said beside the names is what `typer.Option` and `typer.Argument` take.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, get_type_hints

from newsclaims.cli.completion import paths


class Option:
    """An option and its names; without names it is called as its parameter is."""

    def __init__(self, *names: str, **said: Any) -> None:
        self.names = names
        self.said = said

    @property
    def min(self) -> float | None:
        """The least value of a number."""
        return self.said.get("min")

    @property
    def max(self) -> float | None:
        """The largest value of a number."""
        return self.said.get("max")


class PathOption(Option):
    """An option that names files or folders: the shell completes it, and a configuration found by itself is confined.

    ``PathOption("--output", "-o", metavar="FILE")``; ``config.py`` refuses a value of it that leads out of the folder.
    """

    def __init__(self, *names: str, **said: Any) -> None:
        super().__init__(*names, **{"autocompletion": paths, **said})


class AddressOption(Option):
    """An option that names what is asked over a network: only who calls the program may do that, no configuration."""


class Argument(Option):
    """A word of the command line that belongs to no option."""


REQUIRED: Final = object()
"""The default of a parameter that has none."""


class Parameter:
    """One parameter of a command: its annotation is that of the signature, evaluated."""

    __slots__ = ("annotation", "default", "name")

    def __init__(self, name: str, annotation: Any, default: Any = REQUIRED) -> None:
        self.name = name
        self.annotation = annotation
        self.default = default


def parameters_of(command: Callable[..., None]) -> dict[str, Parameter]:
    """Return the parameters of a command by name: those that it was given, else those of its signature.

    `inspect` would say them too, but takes 4 ms to import.
    """
    given: dict[str, Parameter] | None = getattr(command, "parameters", None)
    if given is not None:
        return given
    code = command.__code__
    hints = get_type_hints(command, include_extras=True)
    last = command.__defaults__ or ()
    places = code.co_varnames[: code.co_argcount]
    defaults = {**dict(zip(places[len(places) - len(last) :], last, strict=True)), **(command.__kwdefaults__ or {})}
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    return {name: Parameter(name, hints[name], defaults.get(name, REQUIRED)) for name in names}


class Misuse(Exception):
    """What the command line says makes no sense; its author is shown the message and the usage (exit code 2)."""


class WantsTyper(Exception):
    """A command that has done nothing yet wants to be called by Typer, which has a context for it."""
