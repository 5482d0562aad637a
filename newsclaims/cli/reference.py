"""The reference as Markdown, made from the code: commands, rules, the JSON's keys, columns, word tables."""

from __future__ import annotations

import inspect
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

PARTS = ("commands", "json", "columns", "rules", "words")


def reference(parts: Iterable[str] = PARTS) -> Iterator[str]:
    """Yield the lines of these parts of the reference."""
    from newsclaims import __version__

    yield f"# newsclaims {__version__}: reference"
    for part in parts:
        yield ""
        yield from _WRITERS[part]()


def _commands() -> Iterator[str]:
    from newsclaims.cli.app import COMMANDS
    from newsclaims.cli.man import EXITS
    from newsclaims.cli.program import program_of

    program = program_of(COMMANDS)
    yield from ("## Commands", "", "`newsclaims COMMAND [OPTIONS] [PATHS]...`", "", *_prose(program.help or ""))
    for name, item in program.commands.items():
        yield from ("", f"### {name}", "", *_prose(item.help or ""))
        options = [option for option in item.params if option.name and not getattr(option, "hidden", False)]
        if options:
            yield from ("", *_table(("option", "what it does"), map(_option, options)))
    yield from ("", "### Exit codes", "", *_table(("code", "meaning"), EXITS))


def _prose(text: str) -> Iterator[str]:
    """Yield a help text; what follows a line with \\\\b alone becomes a block of code, its heading stays a line."""
    for number, paragraph in enumerate(text.strip().split("\n\n")):
        lines = [line.strip() for line in paragraph.split("\n")]
        if number:
            yield ""
        if lines[0] != "\b":
            yield " ".join(lines)
        elif lines[1].endswith(":"):
            yield from (lines[1], "", "```sh", *lines[2:], "```")
        else:
            yield " ".join(lines[1:])


def _option(option: Any) -> tuple[str, str]:
    named = option.opts and option.opts[0].startswith("-")
    names = ", ".join(f"`{name}`" for name in option.opts) if named else f"`{option.name.upper()}`"
    shown = f" {option.metavar}" if named and option.metavar else ""
    return names + shown, getattr(option, "help", None) or ""


def _json() -> Iterator[str]:
    from newsclaims.formats.schema import schema

    whole = schema()
    yield from ("## JSON", "", "One object an article. `newsclaims schema` prints the JSON Schema.")
    for name, item in {"Article": whole, **whole["$defs"]}.items():
        yield from ("", f"### {name}", "", item["description"], "")
        rows = ((f"`{key}`", _type(kind)) for key, kind in item["properties"].items() if key != "$defs")
        yield from _table(("key", "type"), rows)


def _type(kind: dict[str, Any]) -> str:
    """Return a type of the JSON Schema in words."""
    if "$ref" in kind:
        name = kind["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in kind:
        return " or ".join(_type(one) for one in kind["anyOf"])
    if "enum" in kind or "const" in kind:
        values = kind["enum"] if "enum" in kind else [kind["const"]]
        return ", ".join(f"`{json.dumps(value)}`" for value in values)
    if kind.get("type") == "array":
        inner = kind["prefixItems"] if "prefixItems" in kind else [kind["items"]]
        return f"list of {' and '.join(map(_type, inner))}" if len(inner) == 1 else f"[{', '.join(map(_type, inner))}]"
    types = kind["type"] if isinstance(kind["type"], list) else [kind["type"]]
    return " or ".join(types) + (f" from 0 to {kind['maximum']}" if "maximum" in kind else "")


def _columns() -> Iterator[str]:
    from newsclaims.formats import sqlite
    from newsclaims.formats.columns import WHOLE, columns_of
    from newsclaims.formats.meanings import holds, meaning

    yield from (
        "## Columns",
        "",
        "CSV, TSV and Parquet: one table a kind. Every table begins with the article's columns.",
    )
    for table in (*WHOLE, "checks"):
        yield from ("", f"### {table}.csv", "")
        cells = ((f"`{column.name}`", holds(column), meaning(column)) for column in columns_of(table))
        yield from _table(("column", "holds", "what"), cells)
    yield from ("", "### The database", "", "```sql")
    with open(os.path.join(os.path.dirname(sqlite.__file__), "tables.sql"), encoding="utf-8") as file:
        yield from file.read().rstrip().split("\n")
    yield "```"


def _rules() -> Iterator[str]:
    from newsclaims.examples import examples
    from newsclaims.explain.rules import all_rules

    yield from ("## Rules", "", "An item's `rule` names the one that found it; `newsclaims explain RULE` shows it too.")
    for rule in all_rules():
        yield from ("", f"### {rule.id}", "", _code(inspect.cleandoc(rule.doc)))
        own = [example for example in examples(rule.kind) if example.rule == rule.id]
        if own:
            yield ""
        for example in own:
            found = "; ".join(
                (f"“{_line(example.text[start:end])}” " if start is not None and end is not None else "") + words
                for start, end, words in example.expected
            )
            yield f"- {_escaped(_line(example.text))} → {_escaped(_line(found)) if found else 'nothing'}"


def _words() -> Iterator[str]:
    from newsclaims import table

    yield from (
        "## Word tables",
        "",
        "Sorted, one entry a line. `--lexicon DIR` adds those of `DIR/<folder>/<name>.tsv`.",
    )
    root = os.path.dirname(table.__file__)
    for name in table.table_names():
        folder, _, short = name.partition("/")
        if folder == "learn":
            continue
        with open(os.path.join(root, folder, "lexicon", f"{short}.tsv"), encoding="utf-8") as file:
            lines = file.read().split("\n")
        about = " ".join(line.lstrip("# ") for line in lines if line.startswith("#"))
        count = sum(1 for line in lines if line and line[0] != "#")
        yield from ("", f"### {name}", "", f"{count:,} entries. {_escaped(about)}")


_WRITERS: dict[str, Callable[[], Iterator[str]]] = {
    "commands": _commands, "json": _json, "columns": _columns, "rules": _rules, "words": _words,
}  # fmt: skip


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|---" * len(head) + "|"
    for row in rows:
        yield f"| {' | '.join(map(_cell, row))} |"


def _cell(text: str) -> str:
    return _line(text).replace("|", "\\|")


def _line(text: str) -> str:
    return " ".join(text.split())


def _code(text: str) -> str:
    """Return a docstring as Markdown: its double back-ticks single, its paragraphs kept."""
    return re.sub(r"``([^`\n]+)``", r"`\1`", text)


def _escaped(text: str) -> str:
    """Return plain text as Markdown takes it literally; what stands in back-ticks is code already."""
    return re.sub(r"([\\*_\[\]<>#])", r"\\\1", text)
