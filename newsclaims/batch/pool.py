"""Worker processes that keep the order of results; one that dies or hangs costs exactly the piece it had.

Each worker has one piece at a time and a pipe of its own.  The standard pool of Python is not used because one dead
worker breaks all of it, and it has no time limit for a task.
"""

from __future__ import annotations

import errno
import itertools
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler
from time import monotonic
from typing import Any, TypeVar

from newsclaims.batch.work import Outcome, Settings, Work, failed, process, rest, spare_collector, warm_up
from newsclaims.formats.atomic import Unusable
from newsclaims.isolation import NO_MEMORY, defect
from newsclaims.text.readers.pieces import Piece
from newsclaims.text.records import Record

Tag = TypeVar("Tag")
MOST_DEATHS = 10  # workers lost in a row, without any result between, before the run is given up
_STARVED = errno.ENOMEM  # the exit code of a worker that has no memory, not even to say so
_AHEAD = 64  # results per worker that may wait for a slow piece before them


class WorkersKeepDying(Unusable):
    """Raised when worker after worker dies without any result: the fault is not the articles'."""


class _Worker:
    """A process, its pipe and the task it has."""

    __slots__ = ("connection", "deadline", "number", "piece", "process")

    def __init__(self, process: Any, connection: Connection[Any, Any]) -> None:
        self.process = process
        self.connection = connection
        self.number = -1
        self.piece: Piece | Record | None = None
        self.deadline: float | None = None


class Pool:
    """``jobs`` workers; ``timeout`` seconds for one piece, 0 for no limit."""

    def __init__(self, jobs: int, settings: Settings, timeout: float = 0) -> None:
        self.jobs = jobs
        self.settings = settings
        self.timeout = timeout
        self._workers: list[_Worker] = []
        self._deaths = 0
        self._warm = False
        # forking shares the tables that are loaded already; where it is not safe, workers start afresh
        self._context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")

    def run(self, tasks: Iterable[tuple[Tag, Work | None]]) -> Iterator[tuple[Tag, Outcome | None]]:
        """Process tasks in parallel and yield their outcomes in the order of the tasks.

        Raises:
            WorkersKeepDying: when no worker can be kept alive.
        """
        source = iter(tasks)
        tags: dict[int, Tag] = {}
        done: dict[int, Outcome | None] = {}
        taken = given = 0
        more = True
        try:
            while more or given < taken:
                while more and taken - given < self.jobs * _AHEAD and (worker := self._idle()) is not None:
                    task = next(source, None)
                    if task is None:
                        more = False
                        break
                    tags[taken], piece = task
                    if isinstance(piece, Piece | Record):
                        self._give(worker, taken, piece, done)
                    else:  # a marker, a failure that is known already, or an article that was read earlier
                        done[taken] = None if piece is None else process(piece, self.settings)
                    taken += 1
                while given in done:
                    yield tags.pop(given), done.pop(given)
                    given += 1
                busy = [worker for worker in self._workers if worker.piece is not None]
                if busy and (not more or self._idle() is None or taken - given >= self.jobs * _AHEAD):
                    self._collect(busy, done)
        finally:
            self.close()

    def close(self) -> None:
        """End all workers at once."""
        for worker in self._workers:
            self._end(worker)
        self._workers.clear()

    def _idle(self) -> _Worker | None:
        for worker in self._workers:
            if worker.piece is None:
                return worker
        return self._start() if len(self._workers) < self.jobs else None

    def _start(self) -> _Worker:
        if not self._warm:
            warm_up()
            self._warm = True
        ours, theirs = self._context.Pipe()
        others = [worker.connection for worker in self._workers]
        arguments = (theirs, [ours, *others] if self._context.get_start_method() == "fork" else [], self.settings)
        child = self._context.Process(target=_serve, args=arguments, daemon=True)
        child.start()
        theirs.close()
        worker = _Worker(child, ours)
        self._workers.append(worker)
        return worker

    def _give(self, worker: _Worker, number: int, piece: Piece | Record, done: dict[int, Outcome | None]) -> None:
        worker.number, worker.piece = number, piece
        worker.deadline = monotonic() + self.timeout if self.timeout else None
        try:
            worker.connection.send(piece)
        except OSError:
            self._lost(worker, done)
        except MemoryError as error:
            self._starved(worker, done, error)

    def _collect(self, busy: list[_Worker], done: dict[int, Outcome | None]) -> None:
        deadlines = [worker.deadline for worker in busy if worker.deadline is not None]
        patience = max(0.0, min(deadlines) - monotonic()) if deadlines else None
        ready = wait([worker.connection for worker in busy], patience)
        now = monotonic()
        for worker in busy:
            if worker.connection in ready:
                try:
                    done[worker.number] = worker.connection.recv()
                except (EOFError, OSError):
                    self._lost(worker, done)
                except MemoryError as error:
                    self._starved(worker, done, error)
                else:
                    worker.piece = None
                    self._deaths = 0
            elif worker.deadline is not None and now >= worker.deadline:
                message = f"not done after {self.timeout:g} seconds"
                self._replace(worker, done, "timeout", message)

    def _lost(self, worker: _Worker, done: dict[int, Outcome | None]) -> None:
        self._deaths += 1
        worker.process.join(1)
        code = worker.process.exitcode
        if code == _STARVED:
            self._replace(worker, done, "internal", NO_MEMORY)
        else:
            self._replace(worker, done, "worker-died", f"its worker process ended with exit code {code}")
        if self._deaths >= MOST_DEATHS:
            raise WorkersKeepDying(f"{self._deaths} worker processes died in a row, the last with exit code {code}")

    def _starved(self, worker: _Worker, done: dict[int, Outcome | None], error: MemoryError) -> None:
        """Give up a piece, or a result, that is too large for this process: half of it may be in the pipe."""
        error.__traceback__ = None  # its frames hold the other half
        self._replace(worker, done, "internal", NO_MEMORY)

    def _replace(self, worker: _Worker, done: dict[int, Outcome | None], code: str, message: str) -> None:
        assert worker.piece is not None
        done[worker.number] = failed(worker.piece, code, message, self.settings)
        self._end(worker)
        self._workers.remove(worker)

    def _end(self, worker: _Worker) -> None:
        worker.connection.close()
        worker.process.kill()
        worker.process.join()


def _serve(connection: Connection[Any, Any], inherited: list[Connection[Any, Any]], settings: Settings) -> None:
    """Process pieces until the pipe closes: the life of a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the parent ends its workers
    for name in ("SIGTERM", "SIGHUP"):  # what the parent would clean up is not the worker's
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    for item in inherited:  # else a pipe stays open after its parent has gone, and its worker never ends
        item.close()
    if settings.lexicon:
        from newsclaims.table import use_lexicon

        use_lexicon(settings.lexicon)
    spare_collector()
    try:
        for count in itertools.count(1):
            piece = connection.recv()
            outcome = process(piece, settings)
            try:
                packed = ForkingPickler.dumps(outcome)
            except (MemoryError, ValueError) as error:
                error.__traceback__ = None  # its frames hold what is packed already
                packed = ForkingPickler.dumps(failed(piece, "internal", defect(error), settings))
            connection.send_bytes(packed)
            del packed, outcome
            rest(count)
    except MemoryError:  # outside of what is isolated, or when half of a piece or a result is in the pipe
        os._exit(_STARVED)
    except (EOFError, OSError):
        os._exit(0)
