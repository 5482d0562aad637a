"""One file of articles to one file of facts: what a cluster's scheduler calls for each of its shards.

Nothing here knows an engine.  ``shard`` keeps a manifest of its own; ``do`` is for a run that keeps one manifest of all
(``newsclaims.batch.spread``).  Both are a batch of one input, so they write the bytes that any other batch writes.
"""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TypeVar

from newsclaims.batch.manifest import Entry, Manifest, run_signature
from newsclaims.batch.notices import Notices
from newsclaims.batch.run import Batch
from newsclaims.batch.work import WHOLE, Outcome, Part, Settings, Stats, in_series, process, warm_up
from newsclaims.formats.atomic import Unusable
from newsclaims.formats.remote import open_folder
from newsclaims.model import Failure
from newsclaims.table import use_lexicon
from newsclaims.text.files import pieces
from newsclaims.text.inputs import Input, without_suffix
from newsclaims.text.readers.pieces import Piece
from newsclaims.text.remote import local_path

Tag = TypeVar("Tag")
_MOST_TOLD = 10_000  # failures of one shard that are sent back; all are counted
_one_at_a_time = Lock()  # threads of one worker gain nothing, and the time limit is the process's


def shard(source: str, target: str, settings: Settings, *, force: bool = False) -> Stats:
    """Extract from every article of ``source`` into the folder ``target``, which holds the shard's own manifest.

    A shard that is done already, from the same bytes with the same rules and settings, is skipped; the output
    appears whole or not at all.  Calling it again is harmless.

    Raises:
        Locked: when another process works on the same target.
        OSError: when the target cannot be written.
    """
    with open_folder(target) as folder:
        manifest = Manifest(folder.desk, run_signature(settings), fresh=force)
        try:
            batch = Batch(folder, manifest, settings, skip=not force)
            item = Input(local_path(source), without_suffix(os.path.basename(source)))
            return batch.run([item], lambda tasks: in_series(tasks, settings))
        finally:
            manifest.close()


@dataclass(frozen=True, slots=True)
class Shard:
    """One shard of a run: the file to read, the run's output folder, and the run's signature.

    ``before`` is the manifest's line of an earlier run: if it still holds, nothing is done.  ``part`` says which
    records are read; with ``probe`` they are only tried and nothing is written.  ``timeout`` is in seconds for one
    piece of the input: a process that takes longer ends itself; 0 for no limit.
    """

    input: Input
    target: str
    settings: Settings
    signature: str
    before: Entry | None = None
    part: Part = WHOLE
    probe: bool = False
    timeout: float = 0


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a shard: its line for the manifest, None where nothing was written, counts and what to say.

    ``records`` is the number of the last record that a probe has seen.
    """

    entry: Entry | None
    stats: Stats
    failures: tuple[Failure, ...]
    notices: Notices
    records: int = 0


def do(task: Shard) -> Done:
    """Do one shard in a worker process; doing it again is harmless.

    Raises:
        Unusable: when the worker has other rules or word tables than the run, or does not see the run's folder.
        OSError: when the output's disk cannot take more.
    """
    with _one_at_a_time:
        _use_tables(task.settings.lexicon)
        if run_signature(task.settings) != task.signature:
            ours, theirs = run_signature(task.settings).split()[1], task.signature.split()[1]
            what = f"{ours}, this run has {theirs}" if ours != theirs else "other word tables than this run"
            raise Unusable(f"a worker has {what}: install the same version of newsclaims on all of them")
        return _probe(task) if task.probe else _write(task)


def _write(task: Shard) -> Done:
    failures: list[Failure] = []
    said = Notices()
    line = _Line(task.before)

    def report(failure: Failure) -> None:
        if len(failures) < _MOST_TOLD:
            failures.append(failure)

    def tick(unit: object, outcome: Outcome | None) -> None:
        said.add(outcome.notices if outcome else ())

    with open_folder(task.target, joined=True) as folder:
        batch = Batch(folder, line, task.settings, skip=task.before is not None, report=report, tick=tick)
        stats = batch.run([task.input], lambda tasks: _in_series(tasks, task))
    return Done(line.entry, stats, tuple(failures), said)


def _probe(task: Shard) -> Done:
    """Read the records of a part and forget them: the worker lives, or it does not."""
    settings, last = task.settings, 0
    found = pieces(task.input.path, settings.intake)
    for _, outcome in _in_series(((None, piece) for piece in found), task):
        last = max(last, outcome.last) if outcome else last
    return Done(None, Stats(), (), Notices(), last)


def _in_series(
    tasks: Iterable[tuple[Tag, Piece | Failure | None]], task: Shard
) -> Iterator[tuple[Tag, Outcome | None]]:
    """Process the pieces of a shard one after the other, ending this process where one takes too long."""
    with open(os.devnull, "w") as nowhere:
        for tag, piece in tasks:
            if task.timeout:  # in C and without Python's lock: a regular expression that hangs holds that
                faulthandler.dump_traceback_later(task.timeout, exit=True, file=nowhere)
            try:
                outcome = None if piece is None else process(piece, task.settings, None, task.part)
            finally:
                faulthandler.cancel_dump_traceback_later()
            yield tag, outcome


class _Line:
    """The manifest of one shard: what its run knows of it, and what is to be told to the run."""

    def __init__(self, earlier: Entry | None) -> None:
        self.earlier = earlier
        self.entry: Entry | None = None

    def before(self, input: str) -> Entry | None:
        """Return the line that an earlier run wrote."""
        return self.earlier

    def add(self, entry: Entry) -> None:
        """Keep the new line."""
        self.entry = entry


@cache
def _use_tables(lexicon: str | None) -> None:
    """Load all tables with the user's added, once a process; no article's time limit has to pay for it."""
    if lexicon:
        use_lexicon(lexicon)
    warm_up()
