"""The parameters of the commands, each said once: ``Annotated[type, Option(...)]`` in a command's signature.

From that the front reads usual command lines (``front.py``), and Typer explains, completes and checks (``program.py``):
there is no second list.  What is said beside the names is what `typer.Option` and `typer.Argument` take.
"""

from __future__ import annotations

from typing import Any


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


class Argument(Option):
    """A word of the command line that belongs to no option."""


class Misuse(Exception):
    """What the command line says makes no sense; its author is shown the message and the usage (exit code 2)."""


class WantsTyper(Exception):
    """A command that has done nothing yet wants to be called by Typer, which has a context for it."""
