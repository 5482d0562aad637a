"""The index of a file of fact checks, kept beside it as ``.NAME.newsclaims-index`` and made anew when the file changes.

Two lines of JSON: a head with the version of the form, a checksum of the rules that words are compared by, size, time
and SHA-256 of the source and the checksum of the rest, then checks and postings.  Nothing in it is executed.  It
appears whole or not at all, so two processes may make it at once; one that is damaged, or of another version or source,
counts as none.  It may be deleted at any time.  A link, a pipe or a folder in its place is neither opened nor replaced.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from time import time_ns
from typing import Any
from zlib import crc32

from newsclaims.formats.atomic import Unusable, new_file, open_own
from newsclaims.matching.index import Index, index
from newsclaims.matching.records import FIELDS, FactCheck, read_checks
from newsclaims.table import added
from newsclaims.text.compressed import Seen
from newsclaims.text.files import STDIN

VERSION = 1
"""Goes up whenever the form of the file changes."""

_SETTLED = 2_000_000_000
"""Nanoseconds after which a file's time tells that it was changed: clocks of file systems are coarse."""


def stored_at(path: str) -> str:
    """Return where the index of a file is kept."""
    folder, name = os.path.split(os.path.realpath(path))
    return os.path.join(folder, f".{name}.newsclaims-index")


def open_index(path: str, *, keep: bool = True, note: Callable[[str], None] = lambda text: None) -> Index:
    """Return the index of a file of fact checks: the stored one if it still fits, else a new one, which is stored.

    ``note`` hears what a user should know: lines that were passed over, and that the index could not be stored.

    Raises:
        OSError: when the file cannot be read.
        Unreadable: when there is no fact check in it.
    """
    if path == STDIN:
        return index(read_checks(path, note))
    found = os.stat(path)
    usable = keep and os.path.isfile(path)
    if usable:
        stored = _load(path, found)
        if stored is not None:
            return stored
    seen = Seen()
    made = index(read_checks(path, note, seen if usable else None))
    if usable and seen.size == found.st_size and seen.sha256 is not None:
        try:
            _save(path, made, found, seen.sha256)
        except OSError as error:
            note(f"{path}: the index is not kept for the next time: {error.strerror or error} (--no-cache)")
    return made


def rules() -> int:
    """Return a checksum of what makes terms of a text, the user's tables too: an index made by others is made anew."""
    mine = added()
    return crc32(json.dumps(mine).encode(), _rules()) if mine else _rules()


@cache
def _rules() -> int:
    found = 0
    root = os.path.dirname(os.path.dirname(__file__))
    for folder in ("facts", "matching", "words"):
        for place, _, names in sorted(os.walk(os.path.join(root, folder))):
            for name in sorted(names):
                if name.endswith((".py", ".tsv")):
                    with open(os.path.join(place, name), "rb") as file:
                        found = crc32(file.read(), found)
    return found


def _digest(path: str) -> str:
    with open(path, "rb") as file:
        digest = sha256()
        while data := file.read(1 << 20):
            digest.update(data)
    return digest.hexdigest()


def _load(path: str, found: os.stat_result) -> Index | None:
    """Return the stored index, ``None`` where there is none that is whole and of this very file."""
    try:
        with open_own(stored_at(path), os.O_RDONLY) as file:
            head = json.loads(file.readline(2000))
            if (head["newsclaims-index"], head["rules"], head["size"]) != (VERSION, rules(), found.st_size):
                return None
            settled = head["mtime_ns"] == found.st_mtime_ns and head["made_ns"] - found.st_mtime_ns > _SETTLED
            if not settled and head["sha256"] != _digest(path):
                return None
            data = file.read()
        if crc32(data) != head["crc32"]:
            return None
        return _unpacked(json.loads(data))
    except (OSError, Unusable, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _unpacked(body: dict[str, Any]) -> Index:
    """Return the index of a body whose numbers lead to its checks: who made the file may have written any.

    Raises:
        AttributeError, KeyError, TypeError, ValueError: where they do not.
    """
    checks = [FactCheck(*fields) for fields in body.pop("checks")]
    made = Index(checks, **body)
    texts = [getattr(check, name) for check in checks for name in FIELDS]
    counted = (*made.postings.values(), made.lengths, [*made.letters.values()], [*made.concepts.values()])
    unsaid = any(check.id is None or check.claim is None for check in checks)
    if unsaid or len(made.lengths) != len(checks) or not {*map(type, texts)} <= {str, type(None)}:
        raise ValueError("not the checks of an index")
    for numbers in counted:
        if type(numbers) is not list or not {*map(type, numbers)} <= {int} or min(numbers, default=0) < 0:
            raise ValueError("not the counts of an index")
    for where in made.postings.values():
        if len(where) % 2 or max(where[::2], default=0) >= len(checks):
            raise ValueError("not the places of an index")
    return made


def _save(path: str, made: Index, found: os.stat_result, digest: str) -> None:
    body = {
        "checks": [[getattr(check, name) for name in FIELDS] for check in made.checks],
        "postings": made.postings,
        "lengths": made.lengths,
        "letters": made.letters,
        "concepts": made.concepts,
    }
    data = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    head = {
        "newsclaims-index": VERSION,
        "rules": rules(),
        "source": os.path.basename(path),
        "size": found.st_size,
        "mtime_ns": found.st_mtime_ns,
        "made_ns": time_ns(),
        "sha256": digest,
        "crc32": crc32(data),
    }
    file = new_file(stored_at(path), own=True)
    try:
        file.write(json.dumps(head).encode() + b"\n")
        file.write(data)
        file.finish()
    except BaseException:
        file.drop()
        raise
