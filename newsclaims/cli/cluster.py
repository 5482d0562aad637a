"""A batch on a cluster: engine and run put together, what is wrong with the request said before anything starts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsclaims.batch.manifest import run_signature
from newsclaims.batch.run import Batch
from newsclaims.batch.spread import Spread
from newsclaims.batch.work import Stats
from newsclaims.cli.run import Plan
from newsclaims.cli.tasks import processors
from newsclaims.engines.dask import Dask
from newsclaims.formats.atomic import Unusable
from newsclaims.model import Failure
from newsclaims.text.files import STDIN
from newsclaims.text.inputs import Input
from newsclaims.text.remote import is_remote

if TYPE_CHECKING:
    from newsclaims.cli.progress import Log, Progress


def on_cluster(
    scheduler: str | None,
    retries: int,
    plan: Plan,
    batch: Batch,
    inputs: Iterable[Input | Failure],
    order: list[str],
    bar: Progress | Log | None,
) -> Stats:
    """Run a batch on a Dask cluster: that of a scheduler's address, or one of our own.

    A shard, and at last an article, is tried ``retries`` times more after its worker has died; ``order`` is told the
    inputs in their order.

    Raises:
        Unusable: when paths mean nothing to other machines, or the cluster is lost.
    """
    for path in (*(plan.paths if isinstance(plan.paths, list) else ()), str(plan.output_dir)):
        _refuse(path, scheduler is not None)
    with Dask(scheduler, plan.jobs or processors()) as engine:
        if not engine.has_workers():
            plan.messages.note(f"{scheduler} has no workers yet: waiting for one")

        def tick(stats: Stats) -> None:
            if bar is not None:
                bar.tick(files=1, articles=stats.articles)

        spread = Spread(
            batch, engine, run_signature(plan.settings), order, retries=retries, timeout=plan.timeout,
            notice=plan.messages.merge_notices, tick=tick,
        )  # fmt: skip
        return spread.run(_shared(inputs, scheduler is not None))


def _shared(inputs: Iterable[Input | Failure], apart: bool) -> Iterator[Input | Failure]:
    """Yield the inputs; those of a list are known only now.

    Raises:
        Unusable: as ``_refuse``.
    """
    for item in inputs:
        if isinstance(item, Input):
            _refuse(item.path, apart)
        yield item


def _refuse(path: str, apart: bool) -> None:
    """Refuse what a worker cannot read: standard input, and for workers ``apart`` what is another file in their folder.

    Raises:
        Unusable: naming the path.
    """
    if path == STDIN:
        raise Unusable("standard input is no shard: with --engine dask name files")
    if apart and not os.path.isabs(path) and not is_remote(path):
        raise Unusable(f"{path} is relative: workers of a running scheduler have folders of their own")
