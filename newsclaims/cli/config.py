"""Defaults from ``newsclaims.toml``, or ``[tool.newsclaims]`` in ``pyproject.toml``, of the current folder.

The file is found by itself and may be a stranger's: it cannot name what lies outside its folder.
"""

from __future__ import annotations

import math
import os
import re
from datetime import date as Day
from typing import Any, get_args, get_origin, get_type_hints

from newsclaims.cli.parameter import AddressOption, Argument, PathOption

FILES = ("newsclaims.toml", "pyproject.toml")
_LONGEST = 1 << 20  # bytes of a file that is read
_DEEPEST = 50  # brackets inside each other; only where reading has failed
_KINDS = {str: "text", int: "a whole number", float: "a number", bool: "true or false", list: "a list of texts"}


class BadConfig(ValueError):
    """A configuration file that cannot be used; the message names file and line."""


class Defaults(dict[str, Any]):
    """What the configuration sets for one command, read when it is first asked for: help never asks.

    Raises:
        BadConfig: on asking, when the file cannot be used.
    """

    def __init__(self, command: str, commands: tuple[str, ...]) -> None:
        super().__init__()
        self._wanted: tuple[str, tuple[str, ...]] | None = (command, commands)

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value of an option."""
        if self._wanted is not None:
            (command, commands), self._wanted = self._wanted, None
            self.update(defaults(commands).get(command, {}))
        return super().get(key, default)


def defaults(commands: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """Return the options that the configuration sets, by command.

    Options at the top are those of ``extract``; a table of a command's name holds those of that command.

    Raises:
        BadConfig: when the file is no TOML, or names a command, an option or a value that does not exist.
    """
    found = config_file()
    return {} if found is None else _File(*found).by_command(commands)


def config_file() -> tuple[str, bytes] | None:
    """Return the name of the file that configures us here and what is in it."""
    for name in FILES:
        if os.path.isfile(name):
            with open(name, "rb") as file:
                data = file.read(_LONGEST + 1)
            if name != "pyproject.toml" or b"tool.newsclaims" in data:
                return name, data
    return None


def is_inside(path: str) -> bool:
    """Tell whether a path, its links followed, lies in the current folder; an address never does."""
    if "://" in path:
        return False
    here = os.path.realpath(os.curdir).rstrip(os.sep) + os.sep
    return (os.path.realpath(path) + os.sep).startswith(here)


class _File:
    """One configuration file, and where in it things stand."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        if len(data) > _LONGEST:
            raise BadConfig(f"{name}: longer than {_LONGEST:,} bytes")
        try:
            self.lines = data.decode("utf-8").removeprefix("\ufeff").split("\n")
        except UnicodeDecodeError as error:
            raise self.bad(data.count(b"\n", 0, error.start) + 1, "not UTF-8") from error
        self.prefix = "tool.newsclaims" if name == "pyproject.toml" else ""

    def bad(self, line: int, problem: str) -> BadConfig:
        """Return the error of a line."""
        return BadConfig(f"{self.name}:{line}: {problem}")

    def by_command(self, commands: tuple[str, ...]) -> dict[str, dict[str, Any]]:
        """Return the options that are set, by command."""
        found: dict[str, dict[str, Any]] = {}
        for key, value in self._content().items():
            if not isinstance(value, dict):
                found.setdefault("extract", {}).update(self._options("extract", {key: value}, ""))
            elif key in commands:
                found.setdefault(key, {}).update(self._options(key, value, key))
            else:
                raise self.bad(self._line_of("", key), f"there is no command {key[:40]!r}")
        return found

    def _content(self) -> dict[str, Any]:
        import tomllib

        try:
            content: Any = tomllib.loads("\n".join(self.lines))
        except RecursionError as error:
            raise self.bad(self._deepest_line(), "nested too deeply") from error
        except ValueError as error:  # also of numbers too long to be read
            found = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", str(error))
            if found is None:
                at = next((n for n, line in enumerate(self.lines, 1) if re.search(r"\w{4000}", line)), 1)
                raise self.bad(at, "a number that is too long") from error
            line = int(found[1] or len(self.lines))
            raise self.bad(line, str(error)[: found.start()][:200]) from error
        for part in self.prefix.split(".") if self.prefix else ():
            content = content.get(part, {})
            if not isinstance(content, dict):
                raise self.bad(self._line_of("", part), f"{part} must be a table")
        return content  # type: ignore[no-any-return]

    def _options(self, command: str, values: dict[str, Any], table: str) -> dict[str, Any]:
        from importlib import import_module

        known = get_type_hints(import_module(f"newsclaims.cli.{command}").command, include_extras=True)
        settable = "no_config" in known
        found = {}
        for key, value in values.items():
            option = key.replace("-", "_")
            hint = known.get(option)
            said = get_args(hint)[1:2]
            if not settable or option in ("no_config", "return") or not said or isinstance(said[0], Argument):
                raise self.bad(self._line_of(table, key), f"{command} has no option {key[:40]!r}")
            try:
                found[option] = _checked(option, value, hint)
            except ValueError as error:
                raise self.bad(self._line_of(table, key), f"{key} {error}") from error
        return found

    def _line_of(self, table: str, key: str) -> int:
        """Return the line on which a key of a table stands, or the header of a table; 1 where it is not to be seen."""
        wanted = ".".join(filter(None, (self.prefix, table)))
        quoted = rf"""["']?{re.escape(key)}["']?"""
        here = ""
        other = 0
        for number, line in enumerate(self.lines, 1):
            header = re.match(r"\s*\[([^\[\]]*)\]", line)
            if header:
                here = re.sub(r"""["'\s]""", "", header[1])
                if here == ".".join(filter(None, (wanted, key))):
                    return number
            elif re.match(rf"\s*{quoted}\s*[=.]", line) and here == wanted:
                return number
            elif not other and re.search(rf"(?<![\w-]){quoted}\s*=", line):  # in an inline table, or a dotted key
                other = number
        return other or 1

    def _deepest_line(self) -> int:
        depth = 0
        for number, line in enumerate(self.lines, 1):
            for mark in line:
                depth += (mark in "[{") - (mark in "]}")
                if depth > _DEEPEST:
                    return number
        return 1


def _checked(option: str, value: Any, hint: Any) -> Any:
    """Return a value as the command takes it.

    Raises:
        ValueError: saying what the value must be.
    """
    base, info = get_args(hint)[:2]
    first = base if get_origin(base) in (None, list) else get_args(base)[0]  # without the None of what may be missing
    kind = get_origin(first) or first
    if option == "date" and isinstance(value, Day):
        return value.isoformat()
    if kind is list and isinstance(value, str):
        value = [value]
    texts = value if isinstance(value, list) else [value]
    if any("\0" in text for text in texts if isinstance(text, str)):
        raise ValueError("must not hold a NUL character")
    if isinstance(value, list) and (kind is list or option == "only") and all(isinstance(text, str) for text in texts):
        value = value if kind is list else ",".join(value)
    elif kind is list:
        raise ValueError(f"must be {_KINDS[list]}")
    wanted = (int, float) if kind is float else kind
    if not isinstance(value, wanted) or (isinstance(value, bool) and kind is not bool):
        raise ValueError(f"must be {_KINDS.get(kind, 'something else')}")
    least, most = getattr(info, "min", None), getattr(info, "max", None)
    if kind in (int, float) and not (
        math.isfinite(value) and (least is None or value >= least) and (most is None or value <= most)
    ):
        raise ValueError(f"must be {_KINDS[kind]} from {least or 0:,} to {most:,}" if most else f"is no {_KINDS[kind]}")
    if isinstance(info, AddressOption):
        raise ValueError("names an address: a configuration that is found by itself may not")
    if isinstance(info, PathOption) and (option, value) != ("output", "-"):
        for path in value if isinstance(value, list) else [value]:
            if path == "-" or not is_inside(str(path)):
                raise ValueError(
                    "leads out of this folder: a configuration that is found by itself may only name what lies in it"
                )
    return value
