"""``manifest.jsonl``: which input became which output, with hashes, and what went wrong; the memory of a batch.

One line an input, in the order of the inputs, no times: two runs over the same inputs write the same bytes.  A line
is appended when its output stands in its place, so a killed run is resumed where it was.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import IO, Any

from newsclaims.batch.signature import rules_signature
from newsclaims.batch.work import Settings
from newsclaims.formats.atomic import WORK
from newsclaims.model import SCHEMA_VERSION, Failure
from newsclaims.text.inputs import MANIFEST

NAME = MANIFEST
_LASTING = frozenset({"bad-json", "no-text", "too-long"})
SHOWN_ERRORS = 100  # failures listed for one input; ``failed`` counts them all


@dataclass(frozen=True, slots=True)
class Entry:
    """The line of one input; ``outcome`` is done, partial (some lines failed) or failed (no output)."""

    input: str
    input_bytes: int | None
    input_sha256: str | None
    output: str | None
    output_bytes: int | None
    output_sha256: str | None
    articles: int
    failed: int
    facts: int
    outcome: str
    errors: tuple[dict[str, Any], ...]

    def is_final(self) -> bool:
        """Tell whether doing it again would change nothing: no failures but those that the input's bytes make."""
        if self.outcome == "done":
            return True
        return self.failed <= len(self.errors) and all(item["code"] in _LASTING for item in self.errors)


def run_signature(settings: Settings) -> str:
    """Return what the outputs depend on beside the inputs: schema, rules, settings and the user's word tables."""
    whole = sha256(json.dumps(asdict(settings), sort_keys=True).encode())
    if settings.lexicon:
        for folder, folders, files in os.walk(settings.lexicon):
            folders.sort()
            for name in sorted(files):
                whole.update(name.encode("utf-8", "surrogateescape"))
                with open(os.path.join(folder, name), "rb") as file:
                    whole.update(file.read())
    return f"schema:{SCHEMA_VERSION} rules:{rules_signature()} settings:{whole.hexdigest()[:8]}"


def file_hash(path: str) -> tuple[int, str]:
    """Return size and SHA-256 of a file's bytes.

    Raises:
        OSError: when it cannot be read.
    """
    import hashlib

    with open(path, "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return file.tell(), digest


def errors_of(failures: list[Failure]) -> tuple[dict[str, Any], ...]:
    """Return the first failures as the manifest shows them."""
    return tuple({"line": f.line, "code": f.code, "message": f.message} for f in failures[:SHOWN_ERRORS])


class Manifest:
    """The manifest of one output folder, opened for one run.

    The lines of an earlier run with the same signature are kept and can be looked up, those of another signature are
    replaced.  Only their places are held in memory.
    """

    def __init__(self, path: str, signature: str, *, fresh: bool = False) -> None:
        self.path = path
        self._places: dict[str, int] = {}
        self.stale = False
        kept = 0
        if not fresh:
            kept = self._load(signature)
        self._file: IO[bytes] = open(path, "r+b" if kept else "wb")  # noqa: SIM115 - closed by close
        if kept:
            self._file.truncate(kept)  # a killed run may have left half a line
            self._file.seek(kept)
        else:
            self._write({"signature": signature})

    def add(self, entry: Entry) -> None:
        """Append the line of one input."""
        if entry.input in self._places:
            self.stale = True
        self._write(asdict(entry))

    def before(self, input: str) -> Entry | None:
        """Return the line that an earlier run wrote for an input."""
        place = self._places.get(input)
        if place is None:
            return None
        with open(self.path, "rb") as file:
            file.seek(place)
            return _entry(json.loads(file.readline()))

    def close(self) -> None:
        """Close the file; where an input has an older line as well, put the newest in the place of the first."""
        self._file.close()
        if not self.stale:
            return
        newest: dict[str, int] = {}
        at = 0
        for line in _lines(self.path):
            newest[json.loads(line).get("input", "")] = at
            at += len(line)
        temporary = os.path.join(os.path.dirname(self.path), WORK, "manifest.tmp")
        with open(temporary, "wb") as file, open(self.path, "rb") as lines:
            for line in _lines(self.path):
                place = newest.pop(json.loads(line).get("input", ""), None)
                if place is not None:
                    lines.seek(place)
                    file.write(lines.readline())
        os.replace(temporary, self.path)

    def _load(self, signature: str) -> int:
        """Read the lines of an earlier run; return up to which byte they are whole, 0 to begin anew."""
        whole = 0
        try:
            for number, line in enumerate(_lines(self.path)):
                content = json.loads(line)
                if number == 0:
                    if content != {"signature": signature}:
                        return 0
                else:
                    self._places[_entry(content).input] = whole
                whole += len(line)
        except FileNotFoundError:
            return 0
        except (ValueError, TypeError, KeyError):  # a damaged line: what stands before it is good
            pass
        return whole

    def _write(self, content: dict[str, Any]) -> None:
        self._file.write(json.dumps(content, ensure_ascii=True, separators=(",", ":")).encode() + b"\n")
        self._file.flush()


def _entry(content: dict[str, Any]) -> Entry:
    content["errors"] = tuple(content["errors"])
    return Entry(**content)


def _lines(path: str) -> Iterator[bytes]:
    """Yield the whole lines of a file."""
    with open(path, "rb") as file:
        for line in file:
            if line.endswith(b"\n"):
                yield line
