"""The program as Typer knows it: help, completion, complaints, and command lines that the front does not read."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from importlib import import_module
from inspect import Parameter as Typed
from inspect import Signature
from typing import Annotated, Any, get_args

import typer

from newsclaims.cli.command import Command, Program
from newsclaims.cli.config import BadConfig, Defaults
from newsclaims.cli.parameter import REQUIRED, Argument, Misuse, Option, Parameter, parameters_of


def run_with_typer(words: Sequence[str], commands: tuple[str, ...], error: Misuse | None = None) -> None:
    """Run a command line; with ``error`` only to say that its command could not be told so.

    Raises:
        SystemExit: always.
    """
    first = next((word for word in words if not word.startswith("-")), None)
    names = (first,) if first in commands else commands
    configured = {}
    if first in commands and "--no-config" not in words and _takes_config(first):
        configured[first] = Defaults(first, commands)
    try:
        application(names, error)(default_map=configured)
    except BadConfig as bad:
        raise SystemExit(str(bad)) from bad


def _takes_config(name: str) -> bool:
    """Tell whether a command can be configured; the shell that completes its options asks for no errors."""
    if "_NEWSCLAIMS_COMPLETE" in os.environ:
        return False
    return "no_config" in parameters_of(import_module(f"newsclaims.cli.{name}").command)


def program_of(commands: tuple[str, ...]) -> Any:
    """Return the program with these commands, for what is made from their help."""
    return typer.main.get_command(application(commands))


def application(names: tuple[str, ...], error: Misuse | None = None) -> typer.Typer:
    """Return the program with the commands of these names, which all complain where there is an ``error``."""
    app = typer.Typer(
        name="newsclaims",
        cls=Program,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(_program)
    for name in names:
        app.command(name, cls=Command)(_typed(import_module(f"newsclaims.cli.{name}").command, error))
    return app


def _typed(command: Callable[..., None], error: Misuse | None) -> Callable[..., None]:
    """Return a command with the parameters that Typer reads, and its errors."""

    def called(**given: Any) -> None:
        try:
            if error is not None:
                raise error
            command(**given)
        except Misuse as found:
            raise typer.BadParameter(str(found)) from found

    parameters = [
        Typed(
            item.name,
            Typed.KEYWORD_ONLY,
            default=Typed.empty if item.default is REQUIRED else item.default,
            annotation=_annotation(item),
        )
        for item in parameters_of(command).values()
    ]
    called.__doc__ = command.__doc__
    called.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters} | {"return": None}
    called.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    return called


def _annotation(parameter: Parameter) -> Any:
    if parameter.name == "context":
        return typer.Context
    kind, said = get_args(parameter.annotation)
    assert isinstance(said, Option)
    made = typer.Argument if isinstance(said, Argument) else typer.Option
    return Annotated[kind, made(*said.names, **said.said)]


def _print_version(wanted: bool) -> None:
    if wanted:
        from newsclaims.cli.front import version_line

        typer.echo(version_line())
        raise typer.Exit


def _program(
    version: Annotated[
        bool,
        typer.Option("--version", "-V", callback=_print_version, is_eager=True, help="Print version and signature."),
    ] = False,
) -> None:
    """Read news articles and write what they claim as structured JSON.

    Entities, claims (who did what to whom), quotes with their speakers, dates and figures, each with its place in
    the text and the rule that found it.

    \b
    Examples:
      newsclaims article.txt                        (the same as: newsclaims show article.txt)
      newsclaims extract news/ --output-dir facts/
    """
