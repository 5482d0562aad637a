"""Dask (extra ``dask``): shards as futures of a cluster of our own on this machine, or of one that runs already.

Only ``Client.submit`` and ``as_completed`` are used.  A cluster of our own listens on the loopback only, speaks TLS
with keys that live as long as it, and serves no dashboard.
"""

from __future__ import annotations

import gc
import logging
import tempfile
from time import monotonic, sleep
from types import TracebackType
from typing import Any
from warnings import catch_warnings, simplefilter

from newsclaims.batch.shard import Done, Shard, do
from newsclaims.formats.atomic import FULL, Unusable

_MOST_OUT = 10_000  # shards that are out at once, one for each thread of the cluster
_LONGEST_WAIT = 120  # seconds for which a cluster of our own may be without workers
_NAP = 0.05  # seconds between two looks
_SETTINGS: dict[str, Any] = {
    "distributed.scheduler.allowed-failures": 0,  # tries are counted by us
    "distributed.scheduler.worker-ttl": None,  # a slow article is waited for, as everywhere, unless --timeout ends it
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    "distributed.worker.profile.enabled": False,  # it keeps every stack of an hour: a hundred megabytes
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": False,
    "distributed.worker.memory.terminate": 0.95,
    "distributed.deploy.lost-worker-timeout": "8760h",  # a worker that is started anew is not lost
}


class Dask:
    """The engine; ``scheduler`` is the address of a running one, else ``workers`` processes are started here.

    Raises:
        Unusable: when the package is missing, or nothing answers at the address.
    """

    def __init__(self, scheduler: str | None = None, workers: int = 1) -> None:
        try:
            import dask
            import distributed
        except ModuleNotFoundError as error:
            raise Unusable("--engine dask needs distributed: pip install 'newsclaims[dask]'") from error
        for name in ("distributed", "distributed.client", "tornado.application"):  # each has a level of its own
            logging.getLogger(name).setLevel(logging.CRITICAL)
        self.address = scheduler
        self._settings = dask.config.set({} if scheduler else _SETTINGS)
        self._cluster: Any = None
        self._client: Any = None
        self._folder: Any = None
        self._tasks: dict[Any, Shard] = {}
        try:
            if scheduler is None:
                keys = distributed.Security.temporary()
                self._folder = tempfile.TemporaryDirectory(prefix="newsclaims-dask-")
                with catch_warnings():
                    simplefilter("ignore")  # that another cluster has the port where its pages would be
                    self._cluster = distributed.LocalCluster(
                        n_workers=workers, threads_per_worker=1, host="127.0.0.1", security=keys,
                        local_directory=self._folder.name, silence_logs=logging.CRITICAL,
                        dashboard_address=None, worker_dashboard_address=None,
                    )  # fmt: skip
            self._client = distributed.Client(self._cluster or scheduler, set_as_default=False)
        except BaseException as error:
            self.close()
            if isinstance(error, ImportError):
                raise Unusable("a cluster of our own needs cryptography: pip install 'newsclaims[dask]'") from error
            if scheduler and isinstance(error, OSError | ValueError):
                raise Unusable(f"no scheduler answers at {scheduler}") from error
            raise
        self._ended = distributed.as_completed(loop=self._client.loop)

    def __enter__(self) -> Dask:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Cancel what is not done, and end the cluster if it is ours."""
        self._tasks.clear()
        if self._client is not None:
            self._client.close(timeout=2)
        if self._cluster is not None:
            self._cluster.close(timeout=5)
            self._cluster = None
            self._folder.cleanup()
            gc.collect()  # its semaphores are in cycles; left to the end, they are complained about
        self._settings.__exit__(None, None, None)

    def has_workers(self) -> bool:
        """Tell whether there is a worker yet."""
        return self._threads() > 0

    def _threads(self) -> int:
        try:
            return sum(self._client.nthreads().values())
        except (OSError, ValueError) as error:  # its connection is closed
            raise self._lost() from error

    def _lost(self) -> Unusable:
        where = f"the scheduler at {self.address}" if self.address else "the cluster"
        return Unusable(f"{where} is gone: what is done is kept, the same command goes on from there")

    def has_room(self) -> bool:
        """Tell whether one more shard may be handed over: one for each thread, so that no other dies with it."""
        return not self._tasks or len(self._tasks) < min(_MOST_OUT, self._threads())

    def submit(self, task: Shard) -> None:
        """Hand a shard over."""
        future = self._client.submit(do, task, pure=False)
        self._tasks[future] = task
        self._ended.add(future)

    def is_busy(self) -> bool:
        """Tell whether a shard is out."""
        return bool(self._tasks)

    def next(self) -> tuple[Shard, Done | None]:
        """Wait for a shard.

        Raises:
            Unusable: when the scheduler has gone, or a worker cannot do what it is asked.
            OSError: when the output's disk cannot take more.
        """
        from distributed import CancelledError, KilledWorker

        self._wait()
        future = next(self._ended)
        task = self._tasks.pop(future)
        try:
            return task, future.result()
        except (KilledWorker, MemoryError):
            return task, None
        except ImportError as error:
            raise Unusable(f"a worker lacks what it needs: {error}") from error
        except (OSError, CancelledError) as error:
            if isinstance(error, OSError) and error.errno in FULL:
                raise
            raise self._lost() from error

    def _wait(self) -> None:
        """Wait until a shard has ended, or nothing can be hoped for."""
        since = monotonic()
        while not self._ended.has_ready():
            if self._client.status != "running":
                raise self._lost()
            sleep(_NAP)
            if self._cluster is not None and monotonic() - since > _LONGEST_WAIT:
                if not self.has_workers():
                    raise self._lost()
                since = monotonic()
