"""The classes of our program and its commands: what needs no checking is not checked, so that they start sooner.

Typer 0.29 and later check every value with pydantic, also that text is text.  Loading pydantic and building its
checkers takes longer than reading an article.  Options of text are spared it, and so are numbers and switches until
somebody gives one that has to be read.  Where Typer has no such checkers nothing is changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from typer.core import TyperCommand, TyperGroup

_TEXTS = (str, list[str])
_READ = (bool, int, float)  # what is read from text where somebody gives it


class Command(TyperCommand):
    """A command that starts sooner."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse as Typer does, with checkers of our own."""
        _spare(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def get_help(self, ctx: Any) -> str:
        """Return the help with the defaults of the program, which no configuration can damage."""
        ctx.default_map = None
        return super().get_help(ctx)

    def get_short_help_str(self, limit: int = 0) -> str:
        """Return the first sentence of the help, whole: lists of commands wrap it."""
        first = " ".join((self.help or "").split("\n\n")[0].split())
        return first.partition(". ")[0].rstrip(".") + "."


class Program(TyperGroup):
    """The group of all commands, which starts sooner."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is called; a word that looks like a path may be a file that is not there."""
        if args and args[0] not in self.commands and not args[0].isalpha() and args[0][0] != "-":
            ctx.fail(f"No such command or file {args[0]!r}.")
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse as Typer does, with checkers of our own."""
        _spare(self.get_params(ctx))
        return super().parse_args(ctx, args)


def _spare(params: Iterable[Any]) -> None:
    for param in params:
        kind = getattr(getattr(param, "type_descriptor", None), "annotation", None)
        if kind in (*_TEXTS, *_READ) and getattr(param, "_runtime_param", param) is None:
            param._runtime_param = _AsGiven()


class _AsGiven:
    """Stands for Typer's checker of one parameter until there is something to check."""

    def coerce(self, value: Any, *, param: Any, ctx: Any) -> Any:
        """Return the value of a parameter as its command wants it."""
        if isinstance(value, str) and param.type_descriptor.annotation in _READ:
            param._runtime_param = None
            return param.get_runtime_param().coerce(value, param=param, ctx=ctx)
        if param.multiple or param.nargs == -1:
            return list(value or ())
        return value
