"""A run whose shards are done by an engine: what is handed out, what is tried again, which article is to blame.

A worker that dies costs a try of its shard.  When the tries are used up the shard is split, and split again, until the
articles that kill stand alone; then it is done once more with these as failures.  An engine only starts tasks and
tells how they ended; nothing here knows which one it is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

from newsclaims.batch.manifest import Entry, errors_of
from newsclaims.batch.notices import Notices
from newsclaims.batch.pool import WorkersKeepDying
from newsclaims.batch.run import Batch
from newsclaims.batch.shard import Done, Shard
from newsclaims.batch.work import Part, Stats
from newsclaims.model import Failure
from newsclaims.pathname import spelled
from newsclaims.text.inputs import Input

MOST_DEATHS = 60
"""Workers lost in a row, without anything done between, before the run is given up."""

_WAYS = 16  # parts that a shard is split into: fewer rounds than halves, and workers die one round after the other
_ROUNDS = 2  # searches of one shard that may find nothing


class Engine(Protocol):
    """What runs tasks somewhere: a thin adapter of a scheduler."""

    def has_room(self) -> bool:
        """Tell whether one more task may be handed over now."""

    def submit(self, task: Shard) -> None:
        """Hand a task over, to be done by ``newsclaims.batch.shard.do``."""

    def is_busy(self) -> bool:
        """Tell whether there is a task that was handed over and not yet given back."""

    def next(self) -> tuple[Shard, Done | None]:
        """Wait for a task to end and return what came of it; None where the worker died."""


@dataclass(slots=True)
class _Case:
    """A shard whose workers die: how often, how many parts are out, and what was found."""

    deaths: int = 0
    rounds: int = 0
    out: int = 0
    found: set[int] = field(default_factory=set)
    singles: dict[int, int] = field(default_factory=dict)


class Spread:
    """One run over many shards; ``notice`` and ``tick`` hear of warnings and of finished shards.

    ``order`` is told the inputs in their order, in which their lines shall stand in the manifest at last.  ``retries``
    is how often more a shard, and at last a single article, is tried whose worker has died.
    """

    def __init__(
        self,
        batch: Batch,
        engine: Engine,
        signature: str,
        order: list[str],
        *,
        retries: int = 2,
        timeout: float = 0,
        notice: Callable[[Notices], None] = lambda found: None,
        tick: Callable[[Stats], None] = lambda stats: None,
    ) -> None:
        self.batch = batch
        self.engine = engine
        self.signature = signature
        self.retries = retries
        self.timeout = timeout
        self.notice = notice
        self.tick = tick
        self.order = order
        self._again: deque[Shard] = deque()
        self._cases: dict[str, _Case] = {}
        self._deaths = 0

    def run(self, inputs: Iterable[Input | Failure]) -> Stats:
        """Have all inputs done and return the counts; their manifest's lines are in the order in which they ended.

        Raises:
            WorkersKeepDying: when worker after worker dies and nothing gets done.
            Unusable: when the engine, or its workers, cannot do what they are asked.
        """
        fresh = self._shards(inputs)
        while True:
            while self.engine.has_room():
                task = self._again.popleft() if self._again else next(fresh, None)
                if task is None:
                    break
                self.engine.submit(task)
            if not self.engine.is_busy():
                return self.batch.stats
            task, done = self.engine.next()
            self._deaths = 0 if done else self._deaths + 1
            if self._deaths >= MOST_DEATHS:
                raise WorkersKeepDying(f"{self._deaths} workers died in a row and nothing was done meanwhile")
            if task.probe:
                self._probed(task, done)
            elif done is None:
                self._died(task)
            else:
                self._cases.pop(task.input.path, None)
                self._add(done)

    def _shards(self, inputs: Iterable[Input | Failure]) -> Iterator[Shard]:
        for unit in self.batch.units(inputs):
            if isinstance(unit, Failure):
                self.order.append(spelled(unit.source or ""))
                self.batch.fail_alone(unit)
                continue
            path = spelled(unit.input.path)
            self.order.append(path)
            before = self.batch.manifest.before(path) if self.batch.skip else None
            yield Shard(
                unit.input, self.batch.folder.path, self.batch.settings, self.signature, before, timeout=self.timeout
            )

    def _add(self, done: Done) -> None:
        stats = self.batch.stats
        for failure in done.failures:
            self.batch.report(failure)
        self.notice(done.notices)
        if done.entry is not None:
            self.batch.manifest.add(done.entry)
            self.batch.folder.saved()
        stats.articles += done.stats.articles
        stats.failed += done.stats.failed
        stats.skipped += done.stats.skipped
        stats.facts += done.stats.facts
        self.tick(done.stats)

    def _died(self, task: Shard) -> None:
        """Try a shard again, or begin to look for what kills: first whether it can be read at all."""
        case = self._cases.setdefault(task.input.path, _Case())
        case.deaths += 1
        if case.deaths <= self.retries:
            self._again.append(task)
        elif case.rounds < _ROUNDS:
            case.rounds += 1
            case.out, case.deaths = 1, 0
            self._again.append(replace(task, probe=True, part=task.part._replace(first=1, last=0)))
        else:
            self._give_up(task, "though none of its articles does it alone: make shards smaller, or give more memory")

    def _probed(self, task: Shard, done: Done | None) -> None:
        """Go on looking: what is not to blame is left alone, what is gets split, an article alone is tried again."""
        case = self._cases[task.input.path]
        case.out -= 1
        first, last = task.part.first, task.part.last
        if last == 0:
            if done is None:
                self._give_up(task, "while its articles were only read")
                return
            self._split(task, 1, done.records)
        elif done is None and first == last:
            deaths = case.singles[first] = case.singles.get(first, 0) + 1
            if deaths <= self.retries:
                self._look(task, first, last)
            else:
                case.found.add(first)
        elif done is None:
            self._split(task, first, last)
        if case.out == 0:
            if case.found:
                case.rounds = 0
            part = Part(deadly=task.part.deadly | case.found)
            case.found = set()
            self._again.append(replace(task, probe=False, part=part))

    def _split(self, task: Shard, first: int, last: int) -> None:
        size = -(-(last - first + 1) // _WAYS)
        for start in range(first, last + 1, max(1, size)):
            self._look(task, start, min(last, start + size - 1))

    def _look(self, task: Shard, first: int, last: int) -> None:
        self._cases[task.input.path].out += 1
        self._again.append(replace(task, probe=True, part=task.part._replace(first=first, last=last)))

    def _give_up(self, task: Shard, why: str) -> None:
        """Record a shard as failed that no split can save."""
        del self._cases[task.input.path]
        failure = Failure(None, task.input.path, None, "worker-died", f"its worker processes ended {why}")
        entry = Entry(
            spelled(task.input.path), None, None, None, None, None, 0, 1, 0, "failed", errors_of([failure])
        )  # fmt: skip
        self._add(Done(entry, Stats(failed=1), (failure,), Notices()))
