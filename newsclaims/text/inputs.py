"""Paths to input files: folders in sorted order, links and odd files looked at, nothing read yet."""

from __future__ import annotations

import json
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from newsclaims.model import Failure
from newsclaims.pathname import path_spelled
from newsclaims.text.compressed import PACKED
from newsclaims.text.filenames import caseless
from newsclaims.text.files import STDIN, SUFFIXES, bare, ending, form_of
from newsclaims.text.outputs import (
    MANIFEST,
    UNFINISHED,
    Identity,
    IsOutput,
    Outputs,
    identity,
    is_output_file,
    is_output_folder,
)
from newsclaims.text.readers import WHOLE, forms
from newsclaims.text.remote import is_remote, local_path
from newsclaims.text.remote_listing import listed

NOTES = frozenset({"not-followed", "output-file", "output-folder"})
"""The codes of what is passed over rightly: it is said, but it is no failure."""


_SHARDS = (".parquet", ".pq", ".warc", ".wet", ".csv", ".tsv", ".db", ".sqlite")


class Input(NamedTuple):
    """A file to read, and its place below an output folder, without the suffix (``2025/11/peru``).

    ``written`` says that the file is in a folder of results and holds what an earlier run has written.
    """

    path: str
    place: str
    written: bool = False


class Selection(NamedTuple):
    """Which files of a folder are inputs: ``glob`` patterns instead of the known suffixes; ``follow`` folder links.

    ``outside`` is a folder that is never entered: the one that output is written to; ``outputs`` are the files that no
    input may be.  ``mirrored`` says that every file has an output of its own, so that two files of one name without
    suffix cannot both be read.  ``search`` is for commands that look through earlier output too: ``.json`` files are
    inputs and output folders are entered, which else are passed over.  ``exclude`` are patterns of
    files and folders that are passed over wherever they stand in a folder.  ``shards`` says that what holds many
    articles is an input by its suffix too.
    """

    glob: tuple[str, ...] = ()
    follow: bool = False
    outside: Identity | None = None
    mirrored: bool = False
    search: bool = False
    outputs: Outputs | None = None
    exclude: tuple[str, ...] = ()
    shards: bool = False

    def excludes(self, name: str, relative: str) -> bool:
        """Tell whether a file or folder of a folder is to be passed over."""
        return bool(self.exclude) and _fits(name, relative, self.exclude)

    def takes(self, name: str, relative: str) -> bool:
        """Tell whether a file of a folder is an input; hidden files are only for patterns that name the dot."""
        if name[0] == "." and UNFINISHED.fullmatch(name):
            return False
        if self.glob:
            return _fits(name, relative, self.glob)
        suffixes = (*SUFFIXES, *((".json",) if self.search else ()), *(_SHARDS if self.shards else ()))
        return name[0] != "." and bool(ending(bare(name), suffixes))


def inputs_of(paths: Iterable[str], selection: Selection) -> Iterator[Input | Failure]:
    """Yield the files that the paths name, each folder in sorted order; what is amiss is a ``Failure`` in its place.

    Raises:
        IsOutput: at an input that the run would overwrite.
    """
    named = [*map(local_path, paths)] if isinstance(paths, list | tuple) else map(local_path, paths)
    folders = sum(os.path.isdir(path) for path in named) if isinstance(named, list) else 0
    meeting = _meeting(named) if selection.mirrored and isinstance(named, list) else {}
    for path in named:
        if selection.outputs is not None:
            selection.outputs.refuse(path)
        if path == STDIN:
            yield Input(path, "stdin")
        elif is_remote(path):
            for found in listed(path, selection.takes):
                yield found if isinstance(found, Failure) else Input(found[0], without_suffix(found[1]))
        elif os.path.isdir(path):
            prefix = os.path.basename(os.path.abspath(path)) if folders > 1 else ""
            yield from _folder(path, prefix, selection)
        elif path in meeting:
            yield _collision(path, [other for other in meeting[path] if other != path])
        elif os.path.exists(path):
            yield Input(path, _place(path))
        else:
            fetched = path.lower().startswith(("http://", "https://", "ftp://"))
            why = "not fetched: no network is used; give it as a file" if fetched else "no such file or folder"
            yield Failure(None, path, None, "unreadable", why)


def _folder(path: str, prefix: str, selection: Selection) -> Iterator[Input | Failure]:
    """Yield the inputs of a folder that somebody named, or that there are none."""
    passed: Counter[str] = Counter()
    empty = True
    for item in _walk(path, prefix, selection, (), passed):
        empty = empty and isinstance(item, Failure) and item.code in NOTES
        yield item
    if empty:
        most = sorted(passed.items(), key=lambda pair: (-pair[1], pair[0]))
        kinds = ", ".join(f"{suffix} {count:,}" for suffix, count in most[:5]) + (", …" if len(most) > 5 else "")
        count = passed.total()
        files = f"{count:,} file{'s' if count > 1 else ''} passed over ({kinds}); see --glob" if count else "no files"
        yield Failure(None, path, None, "no-articles", f"no articles: {files}")


def _meeting(named: list[str]) -> dict[str, list[str]]:
    """Return the files named by themselves whose outputs would be one file, each with all that meet there."""
    files = [path for path in dict.fromkeys(named) if path != STDIN and os.path.isfile(path)]
    places: dict[str, list[str]] = {}
    for path in files:
        places.setdefault(output_key(Input(path, _place(path))), []).append(path)
    groups = [group for group in places.values() if len({os.path.realpath(path) for path in group}) > 1]
    return {path: group for group in groups for path in group}


def _collision(path: str, others: list[str]) -> Failure:
    """Return why none of the files that would have one output is read."""
    message = f"its output would have the same name as that of {', '.join(others)}: rename one of them"
    return Failure(None, path, None, "collision", message)


def _place(path: str) -> str:
    """Return where the output of a file named by itself goes: as given, but never above the folder."""
    parts = os.path.normpath(path).split(os.sep)
    if os.path.isabs(path) or os.pardir in parts:
        parts = parts[-1:]
    return without_suffix("/".join(parts))


def without_suffix(name: str) -> str:
    """Return the path without the suffixes of packer and kind."""
    name = bare(name)
    suffix = ending(name, tuple(forms()))
    return name[: -len(suffix)] if suffix and len(os.path.basename(name)) > len(suffix) else name


def _walk(
    folder: str, relative: str, selection: Selection, above: tuple[Identity, ...], passed: Counter[str]
) -> Iterator[Input | Failure]:
    try:
        here = identity(os.stat(folder))
        with os.scandir(folder) as listing:
            entries = [_listed(entry, relative, selection) for entry in listing]
        entries.sort(key=itemgetter(0))  # the names alone: that is faster than comparing pairs
    except OSError as error:
        yield Failure(None, folder, None, "unreadable", f"cannot list: {error.strerror}")
        return
    if here == selection.outside:
        return
    if here in above:
        yield Failure(None, folder, None, "not-followed", "a link to a folder above it: not followed")
        return
    if is_output_folder(folder):
        yield from _results(folder, relative, selection, named=not above)
        return
    clashes = _clashes([name for name, kind in entries if kind == _FILE]) if selection.mirrored else {}
    for name, kind in entries:
        path = os.path.join(folder, name)
        inside = f"{relative}/{name}" if relative else name
        if kind == _FOLDER:
            yield from _walk(path, inside, selection, (*above, here), passed)
        elif kind == _LINK:
            yield Failure(None, path, None, "not-followed", "a link to a folder: not followed without --follow")
        elif kind == _FILE:
            other = clashes.get(_folded(name)) if clashes else None
            if other is not None:
                yield _collision(path, [item for item in other if item != name])
            else:
                yield _file(path, inside, selection)
        else:
            passed["hidden" if name[0] == "." else os.path.splitext(name)[1][:20] or "no suffix"] += 1


def _results(folder: str, relative: str, selection: Selection, named: bool) -> Iterator[Input | Failure]:
    """Yield the JSON that an output folder's manifest names, or that it is passed over, an error when ``named``."""
    if not selection.search:
        code = "own-output" if named else "output-folder"
        yield Failure(None, folder, None, code, "not read: newsclaims has written this folder, its files are results")
        return
    try:
        with open(os.path.join(folder, MANIFEST), "rb") as file:
            file.readline()
            for line in file:
                path = path_spelled(os.path.join(folder, (name := _output_of(line)) or ""))
                if name is not None and os.path.isfile(path):
                    yield Input(path, without_suffix(f"{relative}/{name}" if relative else name), written=True)
    except OSError as error:
        yield Failure(None, os.path.join(folder, MANIFEST), None, "unreadable", f"cannot read: {error.strerror}")


def _output_of(line: bytes) -> str | None:
    """Return the output that a manifest's line names, if it is JSON in the folder."""
    try:
        name = json.loads(line)["output"]
    except (ValueError, TypeError, KeyError):  # half a line of a run that was killed
        return None
    good = isinstance(name, str) and name.endswith((".json", ".jsonl"))
    return name if good and not os.path.isabs(name) and os.pardir not in name.split("/") else None


_FILE, _FOLDER, _LINK, _OTHER = range(4)


def _listed(entry: os.DirEntry[str], relative: str, selection: Selection) -> tuple[str, int]:
    """Return an entry's name and whether it is an input, a folder to enter, a link to one, or nothing to us."""
    name = entry.name
    inside = f"{relative}/{name}" if relative else name
    if selection.exclude and selection.excludes(name, inside):
        return name, _OTHER
    try:
        if entry.is_dir(follow_symlinks=selection.follow):
            return name, _FOLDER
        if entry.is_symlink() and entry.is_dir():
            return name, _LINK
    except OSError:  # a loop of links; reading it will say so
        pass
    return name, _FILE if selection.takes(name, inside) else _OTHER


def _file(path: str, inside: str, selection: Selection) -> Input | Failure:
    """Return the input that a file of a folder is, or why it is none."""
    try:
        found = os.stat(path)
    except OSError as error:
        what = "a link that leads nowhere" if os.path.islink(path) else f"cannot read: {error.strerror}"
        return Failure(None, path, None, "unreadable", what)
    if not stat.S_ISREG(found.st_mode):
        return Failure(None, path, None, "unreadable", "not a regular file")
    if is_stream(path) and not selection.search and is_output_file(path):
        return Failure(None, path, None, "output-file", "not read: newsclaims has written this file, it holds results")
    if selection.outputs is not None and selection.outputs.hold(found):
        if found.st_size and not selection.outputs.appended:
            raise IsOutput(path)
        return Failure(None, path, None, "output-file", "not read: it is where the output goes")
    return Input(path, without_suffix(inside))


def _clashes(names: list[str]) -> dict[str, list[str]]:
    """Return the names of one folder whose outputs would be one file, by what they share."""
    if names and "".join(names).isascii():  # the usual folder: one suffix, no two names that differ by case alone
        suffix = os.path.splitext(names[0])[1]
        alike = suffix not in PACKED and "\0".join([*names, ""]).count(f"{suffix}\0") == len(names)
        if alike and len({*map(str.lower, names)}) == len(names):
            return {}
    counted: dict[str, int] = {}
    for name in names:
        key = _folded(name)
        counted[key] = counted.get(key, 0) + 1
    if len(counted) == len(names):
        return {}
    found: dict[str, list[str]] = {}
    for name in names:
        if counted[_folded(name)] > 1:
            found.setdefault(_folded(name), []).append(name)
    return found


def _fits(name: str, relative: str, patterns: Iterable[str]) -> bool:
    from fnmatch import fnmatch

    return any(fnmatch(name, pattern) or fnmatch(relative, pattern) for pattern in patterns)


def _folded(name: str) -> str:
    """Return what the names of two outputs share when some file system would take them for one."""
    kind = "\n1" if is_stream(name) else "\n2"
    return caseless(without_suffix(name)) + kind


def is_stream(path: str) -> bool:
    """Tell whether a file's name says that it holds many articles: JSON Lines, a table, a feed, an archive."""
    return form_of(path) not in (*WHOLE, "json", None)


def output_key(item: Input) -> str:
    """Return what the outputs of two inputs share when some file system would take their names for one."""
    return _folded(item.place + (".jsonl" if is_stream(item.path) else ".txt"))
