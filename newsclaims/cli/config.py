"""Defaults from ``newsclaims.toml``, or ``[tool.newsclaims]`` in ``pyproject.toml``, of the current folder."""

from __future__ import annotations

import os
from typing import Any

FILES = ("newsclaims.toml", "pyproject.toml")


class BadConfig(ValueError):
    """A configuration file that cannot be used; the message names it."""


def defaults(commands: tuple[str, ...]) -> dict[str, Any]:
    """Return the options that the configuration sets, by command.

    Options at the top are those of ``extract``; a table of a command's name holds those of that command.

    Raises:
        BadConfig: when the file is no TOML, or names a command or an option that does not exist.
    """
    for name in FILES:
        if os.path.isfile(name):
            content = _read(name)
            if content is not None:
                return _by_command(content, name, commands)
    return {}


def _read(name: str) -> dict[str, Any] | None:
    with open(name, "rb") as file:
        data = file.read()
    if name == "pyproject.toml" and b"tool.newsclaims" not in data:
        return None
    import tomllib

    try:
        content = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadConfig(f"{name}: {error}") from error
    if name == "pyproject.toml":
        content = content.get("tool", {}).get("newsclaims", {})
    return content if isinstance(content, dict) else {}


def _by_command(content: dict[str, Any], name: str, commands: tuple[str, ...]) -> dict[str, Any]:
    found: dict[str, dict[str, Any]] = {}
    for key, value in content.items():
        if isinstance(value, dict):
            if key not in commands:
                raise BadConfig(f"{name}: there is no command {key!r}")
            found.setdefault(key, {}).update(_options(key, value, name))
        else:
            found.setdefault("extract", {}).update(_options("extract", {key: value}, name))
    return found


def _options(command: str, values: dict[str, Any], name: str) -> dict[str, Any]:
    from importlib import import_module
    from inspect import signature

    known = signature(import_module(f"newsclaims.cli.{command}").command).parameters
    found = {}
    for key, value in values.items():
        option = key.replace("-", "_")
        if option not in known or option == "paths":
            raise BadConfig(f"{name}: {command} has no option {key!r}")
        found[option] = ",".join(value) if option == "only" and isinstance(value, list) else value
    return found
