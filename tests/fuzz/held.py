"""What holds for every article, and every command that reads one, tried on a text."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from jsonschema import ValidationError
from test_schema import check

import newsclaims
from fuzz.splices import splice
from newsclaims.checks import check as find_checks
from newsclaims.cli.program import application
from newsclaims.text.media import binary

SECONDS = 3.0
"""Most processor seconds for all commands on one splice; a thousand words take a tenth of that."""

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("extract", "ONE", "--errors", "inline", "--format", "json"),
    ("extract", "ONE", "--why"),
    ("extract", "ONE", "--format", "csv"),
    ("extract", "ONE", "--format", "html"),
    ("show", "ONE"),
    ("show", "ONE", "--color", "always", "--who", "a", "--width", "40"),
    ("check", "ONE"),
    ("check", "ONE", "--format", "json"),
    ("compare", "ONE", "TWO"),
    ("compare", "ONE", "TWO", "--format", "json"),
    ("find", "--kind", "entities", "ONE"),
    ("find", "--kind", "quotes", "--json", "ONE"),
    ("find", "--kind", "claims", "--since", "2000-01-01", "RESULT"),
    ("find", "--kind", "figures", "--who", "a", "RESULT"),
    ("report", "ONE", "TWO", "-o", "-"),
)
"""Command lines: ``ONE`` and ``TWO`` stand for files with articles, ``RESULT`` for what ``extract`` made of one."""


class Broken(AssertionError):
    """Something that should hold does not."""


def hold(seed: int, folder: Path, most: int = 5) -> None:
    """Make the text of a seed and hold it against everything; ``most`` limits the commands, which the seed chooses.

    Raises:
        Broken: saying what does not hold.
        Exception: what the package raised and should not.
    """
    text, day = splice(seed)
    start = time.process_time()
    language = "any" if seed % 2 else "en"  # what is cut to pieces may be no English any more: the rules see it too
    article = find_checks(newsclaims.extract(text, date=day, language=language))
    try:
        check(text, article)
    except (AssertionError, ValidationError) as error:
        raise Broken(f"{type(error).__name__}: {str(error)[:400]}") from error
    if any(ord(mark) in range(0xD800, 0xE000) for mark in text):  # no file can hold it
        text = "".join("\ufffd" if ord(mark) in range(0xD800, 0xE000) else mark for mark in text)
    one, two = folder / "one.txt", folder / "two.txt"
    one.write_bytes(text.encode())
    two.write_bytes(splice(seed + 1)[0].encode("utf-8", "replace"))
    if any(binary(path.read_bytes()) for path in (one, two)):
        return  # full of control characters: the commands refuse what the library reads
    result = folder / "result.json"
    more = ("--language", language) if day is None else ("--language", language, "--date", day)
    result.write_bytes(call("extract", str(one), "--format", "json", *more)[1])
    names = {"ONE": str(one), "TWO": str(two), "RESULT": str(result)}
    for at in range(min(most, len(COMMANDS))):
        words = [names.get(word, word) for word in COMMANDS[(seed + at) % len(COMMANDS)]]
        code, output, said = call(*words, *more)
        unread = language == "en" and all("--language any" in line for line in said.splitlines())
        if code not in ((0, 1) if words[0] == "find" else (0,)) or (said and words[0] != "find" and not unread):
            raise Broken(f"{' '.join(words)}: exit code {code}: {said}")
        shown = output.decode("utf-8")
        if "json" in words or "--json" in words or "--why" in words:
            for line in [shown] if "json" in words else filter(None, shown.split("\n")):
                json.loads(line, parse_constant=_refuse)
        elif words[0] in ("show", "check", "compare", "find"):
            wrong = {*shown} & _HARMFUL - ({"\x1b"} if "always" in words else set())
            if wrong:
                raise Broken(f"{' '.join(words)}: {wrong} reaches the terminal")
    spent = time.process_time() - start
    if spent > SECONDS:
        raise Broken(f"took {spent:.1f} s")


_HARMFUL = {*map(chr, (*range(10), *range(11, 32), *range(0x7F, 0xA0))), *"\u202a\u202b\u202d\u202e\u2066\u2067\u2068"}


def _refuse(constant: str) -> Any:
    raise Broken(f"{constant} in JSON")


@contextmanager
def _captured() -> Iterator[tuple[io.BytesIO, io.StringIO]]:
    raw, said = io.BytesIO(), io.StringIO()
    written = io.TextIOWrapper(raw, encoding="utf-8", newline="")
    with redirect_stdout(written), redirect_stderr(said):
        yield raw, said
        written.flush()
    written.detach()


def call(*arguments: str) -> tuple[int, bytes, str]:
    """Run a command in this process; return its exit code and what it wrote.  What it raises goes through."""
    with _captured() as (raw, said):
        try:
            code = application((arguments[0], "schema"))([*arguments, "--no-config"], standalone_mode=False)
        except SystemExit as leaving:
            code = leaving.code
    return (code if isinstance(code, int) else 0), raw.getvalue(), said.getvalue()
