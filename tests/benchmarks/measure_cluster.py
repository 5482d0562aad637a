"""Measure a Dask cluster of this machine against the local batch, in pairs on the same shards, and its memory.

    python tests/benchmarks/measure_cluster.py --articles 10000 --pairs 3
    python tests/benchmarks/measure_cluster.py --articles 200000 --pairs 0

A pair runs both in turn, the first one changing, for a busy machine is never the same twice; with no pairs only the
cluster is run.  Memory is that of the largest worker and of the command itself, looked at every two seconds.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent))

from generate import write
from program import command, environment


def seconds(shards: Path, out: Path, *engine: str, say: float = 0) -> float:
    """Return the wall clock seconds of one batch; with ``say`` print how far it is and its memory that often."""
    shutil.rmtree(out, ignore_errors=True)
    start = said = time.monotonic()
    largest = ours = 0.0
    with subprocess.Popen(
        command("batch", shards, "-o", out, "-q", *engine), env=environment(), stderr=subprocess.DEVNULL
    ) as process:
        me = psutil.Process(process.pid)
        while process.poll() is None:
            try:
                ours = me.memory_info().rss / 1e6
                largest = max((child.memory_info().rss / 1e6 for child in me.children(recursive=True)), default=0)
            except psutil.Error:
                pass
            if say and time.monotonic() - said >= say:
                said = time.monotonic()
                done = sum(1 for _ in out.glob("shard-*")) if out.exists() else 0
                print(f"{said - start:7.0f} s {done:5} shards, command {ours:.0f} MB, largest worker {largest:.0f} MB",
                      flush=True)  # fmt: skip
            time.sleep(0.2 if not say else 2)
    assert process.returncode == 0, process.returncode
    return time.monotonic() - start


def main() -> None:
    """Make the shards, run the batches, print what they took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--shard", type=int, default=1_000)
    parser.add_argument("--pairs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        write(work / "in", options.articles, options.shard)
        engines = {"local": ("-j", "2"), "dask": ("--engine", "dask", "-j", "2")}
        ratios = []
        for pair in range(options.pairs):
            load = os.getloadavg()[0]
            order = [*engines] if pair % 2 == 0 else [*reversed(engines)]
            took = {name: seconds(work / "in", work / name, *engines[name]) for name in order}
            ratios.append(took["local"] / took["dask"])
            print(f"{options.articles:,} articles: local {took['local']:.1f} s, dask {took['dask']:.1f} s:"
                  f" {ratios[-1]:.0%} of its throughput (load before: {load:.1f})", flush=True)  # fmt: skip
        if ratios:
            print(f"median: {statistics.median(ratios):.0%} of the local throughput")
        else:
            took_alone = seconds(work / "in", work / "dask", *engines["dask"], say=60)
            print(f"{options.articles:,} articles in {took_alone:,.0f} s: {options.articles / took_alone:.0f} a second")


if __name__ == "__main__":
    main()
