"""Many inputs into one folder: each file's articles into one file of the same place, and a manifest of it all.

This is the one way in which files are written from files: ``extract_shard`` is a batch of one input.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from newsclaims.batch.manifest import NAME, SHOWN_ERRORS, Entry, Memory, errors_of, file_hash
from newsclaims.batch.pairs import PairWriter, configure, here
from newsclaims.batch.renderers import FORMATS
from newsclaims.batch.work import Outcome, Settings, Stats
from newsclaims.formats.atomic import FULL, WORK
from newsclaims.formats.encoders import Encoder, encoder
from newsclaims.formats.remote import Folder
from newsclaims.model import Failure
from newsclaims.pathname import spelled
from newsclaims.text.compressed import Seen
from newsclaims.text.filenames import caseless
from newsclaims.text.files import STDIN, pieces
from newsclaims.text.inputs import NOTES, Input, is_stream, output_key
from newsclaims.text.limits import Patience
from newsclaims.text.outputs import identity
from newsclaims.text.readers.pieces import Piece
from newsclaims.text.remote import is_remote, size_of

_SYNCED = 1 << 20  # bytes of an output that is worth waiting for the disk; smaller ones are remade soon enough
Task = tuple["Unit | None", "Piece | Failure | None"]
Runner = Callable[[Iterable[Task]], Iterator[tuple["Unit | None", Outcome | None]]]


@dataclass(slots=True)
class Unit:
    """One input file on its way to one output file."""

    input: Input
    output: str
    seen: Seen = field(default_factory=Seen)
    file: Any = None  # the output's writer, once there is something to write
    failures: list[Failure] = field(default_factory=list)  # the first ones, which the manifest shows
    failed: int = 0
    articles: int = 0
    facts: int = 0
    patience: Patience = field(init=False)

    def __post_init__(self) -> None:
        self.patience = Patience(self.input.path)

    def fail(self, failure: Failure) -> None:
        """Count a failure, and keep it if the manifest has room for it."""
        self.failed += 1
        if len(self.failures) < SHOWN_ERRORS:
            self.failures.append(failure)


class Batch:
    """One run over many inputs; ``report`` hears of every failure, ``tick`` of every finished piece."""

    def __init__(
        self,
        folder: Folder,
        manifest: Memory,
        settings: Settings,
        *,
        skip: bool = True,
        report: Callable[[Failure], None] = lambda failure: None,
        tick: Callable[[Unit, Outcome | None], None] = lambda unit, outcome: None,
    ) -> None:
        self.folder = folder
        self.manifest = manifest
        self.settings = settings
        self.skip = skip
        self.report = report
        self.tick = tick
        self.stats = Stats()
        self._names: set[int] = set()

    def run(self, inputs: Iterable[Input | Failure], runner: Runner) -> Stats:
        """Process the inputs and write their outputs.

        Raises:
            OSError: when the output folder cannot take more.
        """
        if self.settings.format == "brat":
            configure(here(self.folder))
        for unit, outcome in runner(self._tasks(inputs)):
            if unit is None:
                assert outcome is not None
                self.fail_alone(outcome.failures[0])
            elif outcome is None:
                self._finish(unit)
            else:
                self._add(unit, outcome)
            if unit is not None:
                self.tick(unit, outcome)
        return self.stats

    def _tasks(self, inputs: Iterable[Input | Failure]) -> Iterator[Task]:
        for unit in self.units(inputs):
            if isinstance(unit, Failure):
                yield None, unit
                continue
            item = unit.input
            before = self._done_before(unit)
            if before is not None:
                self.stats.skipped += 1
                self.stats.failed += before.failed  # still so: the line that is no JSON has not been mended
                self.tick(unit, None)
                continue
            for piece in pieces(item.path, self.settings.intake, unit.seen):
                if unit.patience.over:
                    break
                yield unit, piece
            yield unit, None

    def units(self, inputs: Iterable[Input | Failure]) -> Iterator[Unit | Failure]:
        """Yield each input on its way to an output of its own, or why it has none."""
        for item in inputs:
            if isinstance(item, Failure):
                yield item
            else:
                unit = Unit(item, item.place + self._suffix(item))
                yield self._clash(unit) or unit

    def _suffix(self, item: Input) -> str:
        form = FORMATS[self.settings.format]
        return (form.stream or form.suffix) if is_stream(item.path) else form.suffix

    def _clash(self, unit: Unit) -> Failure | None:
        path = unit.input.path
        if _is_reserved(unit.output):
            message = f"its output would be {unit.output}, a name that newsclaims keeps for itself: rename it"
            return Failure(None, path, None, "reserved", message)
        key = hash(output_key(unit.input))
        if key in self._names:
            message = "its output has the same name as that of an earlier input: rename one of them"
            return Failure(None, path, None, "collision", message)
        self._names.add(key)
        if path == STDIN:
            return None
        if self.folder.holds(os.path.dirname(path if is_remote(path) else os.path.realpath(path))):
            return Failure(None, path, None, "own-output", "it lies in the output folder")
        if is_remote(path):
            return None
        if os.path.exists(path) and not os.path.isfile(path):  # it could not be looked at and then read
            return Failure(None, path, None, "unreadable", "not a regular file: give it as standard input (-)")
        with suppress(OSError):
            if identity(os.lstat(self.folder.path_of(unit.output))) == identity(os.stat(path)):
                return Failure(None, path, None, "own-output", "it is its own output by another name")
        return None

    def _done_before(self, unit: Unit) -> Entry | None:
        """Return the entry of an earlier run that made this output from these very bytes."""
        before = self.manifest.before(spelled(unit.input.path)) if self.skip else None
        if (
            before is None
            or before.output != spelled(unit.output)
            or not before.is_final()
            or before.input_sha256 is None
        ):
            return None
        try:
            sizes = (self.folder.size(unit.output), size_of(unit.input.path))
            if sizes != (before.output_bytes, before.input_bytes):
                return None
            return before if file_hash(unit.input.path)[1] == before.input_sha256 else None
        except OSError:
            return None

    def _add(self, unit: Unit, outcome: Outcome) -> None:
        if outcome.seen is not None and outcome.seen.size is not None:  # else what cut the file into pieces has seen it
            unit.seen = outcome.seen
        if unit.patience.over:  # it was read ahead
            return
        last = unit.patience.note(good=outcome.articles > 0)
        for failure in (*outcome.failures, *([last] if last else [])):
            unit.fail(failure)
            self.stats.failed += 1
            self.report(failure)
        if not outcome.items:
            return
        try:
            if unit.file is None:
                unit.file = self._create(unit)
            for item in outcome.items:
                unit.file.write(item)
        except OSError as error:
            self._unwritable(unit, error)
            return
        unit.articles += outcome.articles
        unit.facts += outcome.facts

    def _create(self, unit: Unit) -> _Writer | PairWriter:
        settings = self.settings
        if settings.format == "brat":
            return PairWriter(here(self.folder), unit.input.place, is_stream(unit.input.path), replace=not self.skip)
        show = encoder(settings.format_of(is_stream(unit.input.path)), settings.tables[0], settings.mark)
        return _Writer(self.folder.create(unit.output), show)

    def _finish(self, unit: Unit) -> None:
        """Put the output into its place, then write the manifest's line."""
        written: _Writer | PairWriter | None = unit.file
        try:
            if written is None and not unit.failed:  # an input without any article has an empty output
                written = self._create(unit)
            if written is not None:
                written.finish()
        except OSError as error:
            self._unwritable(unit, error)
            written = None
        self.stats.articles += unit.articles
        self.stats.facts += unit.facts
        outcome = "done" if not unit.failed else "partial" if unit.articles else "failed"
        self.manifest.add(
            Entry(
                input=spelled(unit.input.path),
                input_bytes=unit.seen.size,
                input_sha256=unit.seen.sha256,
                output=spelled(unit.output) if written else None,
                output_bytes=written.size if written else None,
                output_sha256=written.digest if written else None,
                articles=unit.articles,
                failed=unit.failed,
                facts=unit.facts,
                outcome=outcome,
                errors=errors_of(unit.failures),
            )
        )
        self.folder.saved()

    def _unwritable(self, unit: Unit, error: OSError) -> None:
        if unit.file is not None:
            unit.file.drop()
            unit.file = None
        if error.errno in FULL:
            error.filename = error.filename or self.folder.path
            raise error
        message = f"cannot write its output: {error.strerror or error}"
        failure = Failure(None, unit.input.path, None, "unwritable", message)
        unit.fail(failure)
        unit.articles = unit.facts = 0
        self.stats.failed += 1
        self.report(failure)

    def fail_alone(self, failure: Failure) -> None:
        """Note a path that never became an input."""
        self.report(failure)
        if failure.code in NOTES:
            return
        self.stats.failed += 1
        self.manifest.add(
            Entry(spelled(failure.source or ""), None, None, None, None, None, 0, 1, 0, "failed", errors_of([failure]))
        )


def _is_reserved(output: str) -> bool:
    """Tell whether a file system may take an output's place for that of the manifest or of unfinished files."""
    name = caseless(output)
    return name == NAME or name.partition("/")[0] == WORK


class _Writer:
    """An output file with its size and hash."""

    def __init__(self, file: Any, encoder: Encoder) -> None:
        self._file = file
        self._encoder = encoder
        self._hash = sha256()
        self.size = 0
        self.digest = ""
        self._put(self._encoder.begin())

    def _put(self, data: bytes) -> None:
        self._file.write(data)
        self._hash.update(data)
        self.size += len(data)

    def write(self, item: Any) -> None:
        """Append what one article contributes."""
        self._put(bytes(self._encoder.item(item)))

    def finish(self) -> None:
        """Put the file into its place."""
        self._put(bytes(self._encoder.end()))
        self._file.finish(sync=self.size > _SYNCED)
        self.digest = self._hash.hexdigest()

    def drop(self) -> None:
        """Forget the file."""
        self._file.drop()
