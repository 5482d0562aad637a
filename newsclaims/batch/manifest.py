"""``manifest.jsonl``: which input became which output, with hashes, and what went wrong; the memory of a batch.

One line an input, in the order of the inputs, no times: two runs over the same inputs write the same bytes.  A line
is appended when its output stands in its place, so a killed run is resumed where it was.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any, Protocol

from newsclaims.batch.signature import rules_signature
from newsclaims.batch.work import Settings
from newsclaims.formats.atomic import OutputFolder, Unusable, open_own
from newsclaims.model import SCHEMA_VERSION, Failure
from newsclaims.table import tables_in
from newsclaims.text.outputs import MANIFEST
from newsclaims.text.remote import open_raw, told

NAME = MANIFEST
_HEAD = b'{"signature":"schema:'
_LASTING = frozenset({"bad-json", "bad-query", "bad-table", "bad-xml", "no-text", "not-text", "too-long"})
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
    held = {**settings._asdict(), "wanted": settings.wanted._asdict(), "intake": settings.intake._asdict()}
    whole = sha256(json.dumps(held, sort_keys=True).encode())
    if settings.lexicon:
        for package, name, path in tables_in(settings.lexicon):
            whole.update(f"{package}/{name}\0".encode() + bytes.fromhex(file_hash(path)[1]))
    return f"schema:{SCHEMA_VERSION} rules:{rules_signature()} settings:{whole.hexdigest()[:8]}"


def file_hash(path: str) -> tuple[int, str]:
    """Return size and SHA-256 of a file's bytes.

    Raises:
        OSError: when it cannot be read.
    """
    import hashlib

    with open_raw(path) as file, told(path):
        digest = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
        return file.tell(), digest


def errors_of(failures: list[Failure]) -> tuple[dict[str, Any], ...]:
    """Return the first failures as the manifest shows them."""
    return tuple({"line": f.line, "code": f.code, "message": f.message} for f in failures[:SHOWN_ERRORS])


class Memory(Protocol):
    """What a batch asks of a manifest."""

    def before(self, input: str) -> Entry | None:
        """Return the line that an earlier run wrote for an input."""

    def add(self, entry: Entry) -> None:
        """Append the line of one input."""


class Manifest:
    """The manifest of one output folder, opened for one run.

    The lines of an earlier run with the same signature are kept and can be looked up, those of another signature are
    replaced.  Only their places are held in memory.

    Raises:
        Unusable: when the folder has a file or a link of that name which no run has written.
    """

    def __init__(self, folder: OutputFolder, signature: str, *, fresh: bool = False) -> None:
        self.path = folder.path_of(NAME)
        self._folder = folder
        self._places: dict[str, int] = {}
        self.stale = False
        _refuse_foreign(self.path)
        kept = 0 if fresh else self._load(signature)
        if not kept or not self._is_whole(kept):
            self._renew(kept, {"signature": signature})
        self._file = open_own(self.path, os.O_RDWR)
        self._file.seek(0, os.SEEK_END)

    def _is_whole(self, kept: int) -> bool:
        """Tell whether it can be written on as it is: a killed run may have left half a line, a copy may be a link."""
        found = os.lstat(self.path)
        return found.st_size == kept and found.st_nlink == 1

    def _renew(self, kept: int, head: dict[str, Any]) -> None:
        """Put a file in its place that begins with so many bytes of the old one, else with a line of its own."""

        def content() -> Iterator[bytes]:
            if not kept:
                yield _line(head)
                return
            left = kept
            with open_own(self.path, os.O_RDONLY) as file:
                while left and (data := file.read(min(left, 1 << 20))):
                    left -= len(data)
                    yield data

        self._replace(content())

    def _replace(self, content: Iterable[bytes]) -> None:
        new = self._folder.create(NAME)
        try:
            for data in content:
                new.write(data)
            new.finish()
        except BaseException:
            new.drop()
            raise

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

    def close(self, order: Iterable[str] = ()) -> None:
        """Close the file; where an input has an older line as well, put the newest in the place of the first.

        ``order`` are inputs whose lines were not added in this order but shall stand in it, behind all others.
        """
        self._file.close()
        ranks = {input: rank for rank, input in enumerate(order, 1)}
        if not self.stale and not ranks:
            return
        newest: dict[str, int] = {}
        at = 0
        for line in _lines(self.path):
            newest[json.loads(line).get("input", "")] = at
            at += len(line)
        inputs = sorted(newest, key=lambda input: ranks.get(input, 0))
        if self.stale or inputs != [*newest]:
            self._replace(self._at([newest[input] for input in inputs]))

    def _at(self, places: list[int]) -> Iterator[bytes]:
        """Yield the lines at these places."""
        with open_own(self.path, os.O_RDONLY) as lines:
            for place in places:
                lines.seek(place)
                yield lines.readline()

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
        self._file.write(_line(content))
        self._file.flush()


def _refuse_foreign(path: str) -> None:
    """Refuse what is no manifest, or only leads to one.

    Raises:
        Unusable: naming it.
    """
    with suppress(FileNotFoundError), open_own(path, os.O_RDONLY) as file:
        head = file.readline(1000)
        if not head.startswith(_HEAD) and not _HEAD.startswith(head):  # of a run killed at once it may be a part
            raise Unusable(f"{path} was not written by newsclaims: move it away, or write to another folder")


def _line(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def _entry(content: dict[str, Any]) -> Entry:
    content["errors"] = tuple(content["errors"])
    return Entry(**content)


def _lines(path: str) -> Iterator[bytes]:
    """Yield the whole lines of a file."""
    with open_own(path, os.O_RDONLY) as file:
        for line in file:
            if line.endswith(b"\n"):
                yield line
