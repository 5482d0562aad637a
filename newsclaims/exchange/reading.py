"""Files of marks read back: our own output, and what annotation tools export, told apart by what is in them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

from newsclaims.exchange import annotation, brat, docbin, doccano, labelstudio, prodigy
from newsclaims.exchange.marks import Marks, marks_of
from newsclaims.model import Failure
from newsclaims.text.beside import read_beside
from newsclaims.text.compressed import unreadable_by
from newsclaims.text.files import bare, ending
from newsclaims.text.limits import TooLarge
from newsclaims.text.outputs import MANIFEST

_FILES = (".json", ".jsonl", ".ndjson", ".jsonld")


def read_marks(path: str) -> Iterator[Marks | Failure]:
    """Yield the marks of every article of a file or folder; what cannot be read is a ``Failure`` in its place.

    A folder is a collection of brat's, or holds files of the other formats, packed or not; ``-`` is standard input.
    """
    try:
        for name in _files(path):
            if not os.path.isfile(name) and os.path.exists(name) and (name != path or ending(name, (*_READERS,))):
                yield Failure(None, name, None, "unreadable", "not a regular file")
                continue
            yield from _READERS.get(os.path.splitext(name)[1].lower(), _file)(name)
    except OSError as error:
        yield Failure(None, error.filename or path, None, "unreadable", f"cannot read: {error.strerror}")


def _files(path: str) -> Iterator[str]:
    if not os.path.isdir(path):
        yield path
        return
    found = False
    for folder, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            if (ending(name, (*_READERS,)) or ending(bare(name), _FILES)) and name[0] != "." and name != MANIFEST:
                found = True
                yield os.path.join(folder, name)
    if not found:
        raise FileNotFoundError(2, "no .ann, .json, .jsonl or .spacy files in it", path)


def _pair(path: str) -> Iterator[Marks | Failure]:
    """Yield the marks of a pair of files; its id is the name without suffix, as that of an article that is a file."""
    text = path[: -len(".ann")] + ".txt"
    if os.path.exists(text) and not os.path.isfile(text):
        yield Failure(None, text, None, "unreadable", "not a regular file")
        return
    try:
        with open(path, encoding="utf-8", newline="") as file, open(text, encoding="utf-8", newline="") as other:
            yield brat.read(os.path.basename(path)[: -len(".ann")], other.read(), file.read())
    except FileNotFoundError as error:
        missing = f"{error.filename} is missing: an .ann file has its .txt beside it"
        yield Failure(None, path, None, "unreadable", missing if error.filename == text else "no such file")
    except UnicodeDecodeError as error:
        yield Failure(None, path, None, "unreadable", f"not UTF-8: {error.reason}")
    except ValueError as error:
        yield Failure(None, path, None, "not-annotations", str(error))


def _docbin(path: str) -> Iterator[Marks | Failure]:
    if find_spec("spacy") is None:
        yield Failure(None, path, None, "unreadable", "it needs spacy: pip install 'newsclaims[spacy]'")
        return
    with open(path, "rb") as file:
        content = file.read()
    try:
        yield from docbin.read(content)
    except Exception as error:  # whatever the unpackers of damaged bytes raise
        message = f"no DocBin of spaCy: {type(error).__name__}"
        yield Failure(None, path, None, "not-annotations", message)


_READERS: dict[str, Callable[[str], Iterator[Marks | Failure]]] = {".ann": _pair, ".spacy": _docbin}


def _file(path: str) -> Iterator[Marks | Failure]:
    """Yield the marks of the records of a JSON or JSON Lines file, or of standard input."""
    try:
        content = read_beside(path)
    except TooLarge as error:
        yield Failure(None, path, None, "too-long", str(error))
        return
    except unreadable_by() as error:
        yield Failure(None, path, None, "unreadable", f"cannot read: {getattr(error, 'strerror', None) or error}")
        return
    text = content.decode("utf-8-sig", "replace")
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        yield from _lines(path, text)
        return
    for record in whole if isinstance(whole, list) else [whole]:
        yield _marks(record, path, None)


def _lines(path: str, text: str) -> Iterator[Marks | Failure]:
    """Yield the marks of JSON Lines; a file without any line of JSON is one failure."""
    bad: list[Failure] = []
    good = False
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            bad.append(Failure(None, path, number, "bad-json", f"not JSON: {error}"))
            continue
        good = True
        yield from bad
        bad.clear()
        yield _marks(record, path, number)
    if good:
        yield from bad
    else:
        yield Failure(None, path, None, "not-annotations", "no JSON, nor annotations of another format")


def _marks(record: Any, path: str, line: int | None) -> Marks | Failure:
    """Return the marks of one record, told by its keys."""
    try:
        if "schema_version" in record:
            return marks_of(record, record.get("text"))
        if record.get("type") == "AnnotationPage" or "items" in record:
            return annotation.read(record)
        if "data" in record:
            return labelstudio.read(record)
        if "spans" in record or "tokens" in record:
            return prodigy.read(record)
        return doccano.read(record)
    except (KeyError, TypeError, ValueError, AttributeError, StopIteration, IndexError) as error:
        why = f"{error} is missing" if isinstance(error, KeyError) else error
        message = f"no annotations of a known format: {why}"
        return Failure(None, path, line, "not-annotations", message)
