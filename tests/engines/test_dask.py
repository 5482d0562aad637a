"""A Dask cluster does what the local batch does: the same bytes, one poisoned article costs itself, nothing is lost."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import pytest
from program import command, environment, records, run, tree

pytest.importorskip("distributed")
pytest.importorskip("cryptography")

TEXT = "“It cost $5 million,” Ann Smith of Acme said on Monday. She left Lima in May 2025. "

# What a worker process loads before anything else: an article with this word ends it.
POISON = """
import ctypes, os
import newsclaims.pipeline as pipeline
real = pipeline.run
def run(text, **more):
    if "POISON" in text: os._exit(17)
    if "HANG" in text: ctypes.PyDLL(None).sleep(600)  # holds the interpreter as a regular expression does
    return real(text, **more)
pipeline.run = run
"""

CLUSTER = """
import sys, time
import dask
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None,
                      local_directory=sys.argv[1]) as cluster:
        print(cluster.scheduler_address, *(nanny.pid for nanny in cluster.workers.values()), flush=True)
        time.sleep(600)
"""


def write_shards(folder: Path, shards: int, articles: int, size: int = 1, **odd: str) -> Path:
    """Make shards ``s00.jsonl``, …; ``odd`` texts replace those of articles called ``a0_3`` (shard 0, line 3)."""
    folder.mkdir()
    for shard in range(shards):
        with (folder / f"s{shard:02}.jsonl").open("w") as file:
            for line in range(1, articles + 1):
                text = odd.get(f"a{shard}_{line}", f"{line}: {TEXT * size}")
                file.write(json.dumps({"id": f"{shard}-{line}", "text": text, "date": "2025-06-03"}) + "\n")
    return folder


def test_one_and_two_workers_write_what_the_local_batch_writes(tmp_path: Path) -> None:
    shards = write_shards(tmp_path / "in", 5, 8)
    with (shards / "s02.jsonl").open("a") as file:
        file.write("no JSON\n")
    (shards / "article.txt").write_text(TEXT)
    run("batch", shards, "-o", tmp_path / "local", "-j", "2", code=1)
    local = tree(tmp_path / "local")
    assert len(local) == 7
    run("batch", shards, "-o", tmp_path / "dask", "--engine", "dask", "--workers", "2", code=1)
    assert tree(tmp_path / "dask") == local
    (shards / "s03.jsonl").write_text(json.dumps({"id": "new", "text": TEXT}) + "\n")
    mended = run("batch", shards, "-o", tmp_path / "dask", "--engine", "dask", "--workers", "1", code=1)
    assert b"1 articles, 1 failed, 5 skipped" in mended.stderr
    run("batch", shards, "-o", tmp_path / "local", "-j", "2", code=1)
    assert tree(tmp_path / "dask") == tree(tmp_path / "local")


def test_an_article_that_kills_or_hangs_costs_itself(tmp_path: Path) -> None:
    shards = write_shards(tmp_path / "in", 3, 4, a0_3="POISON", a2_1="HANG")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(POISON)
    arguments = ("--engine", "dask", "-j", "2", "--retries", "0", "--timeout", "3")
    run("batch", shards, "-o", tmp_path / "out", *arguments, code=1, PYTHONPATH=str(tmp_path / "site"))
    lines = records((tmp_path / "out" / "manifest.jsonl").read_bytes())[1:]
    assert [(line["articles"], line["failed"]) for line in lines] == [(3, 1), (4, 0), (3, 1)]
    failed = {line["input"][-9:-6]: (error["line"], error["code"]) for line in lines for error in line["errors"]}
    assert failed == {"s00": (3, "worker-died"), "s02": (1, "worker-died")}
    found = records((tmp_path / "out" / "s00.jsonl").read_bytes())
    assert [record["id"] for record in found] == [f"0-{line}" for line in (1, 2, 4)]


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[int], subprocess.Popen[bytes]]]:
    """Start a cluster in a process of its own; yield the scheduler's address and the processes of its workers."""
    folder.mkdir(exist_ok=True)
    script = folder / "cluster.py"
    script.write_text(CLUSTER)
    with subprocess.Popen(
        [sys.executable, script, folder / "scratch"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment(),
    ) as process:  # fmt: skip
        try:
            assert process.stdout is not None
            address, *workers = process.stdout.readline().decode().split()
            yield address, [int(pid) for pid in workers], process
        finally:
            process.kill()


def wait_for(outputs: int, folder: Path) -> None:
    until = monotonic() + 60
    while len([*folder.glob("s*.jsonl")]) < outputs:
        assert monotonic() < until
        sleep(0.01)


def test_a_killed_worker_and_a_new_scheduler_lose_and_double_nothing(tmp_path: Path) -> None:
    shards = write_shards(tmp_path / "in", 12, 20, size=4)
    run("batch", shards, "-o", tmp_path / "whole", "-j", "2")
    out = tmp_path / "out"
    with cluster(tmp_path / "first") as (address, workers, process):
        asked = [*command("batch", shards, "-o", out, "--engine", "dask", "--scheduler", address)]
        with subprocess.Popen(asked, stderr=subprocess.PIPE, env=environment()) as batch:
            wait_for(2, out)
            os.kill(workers[0], signal.SIGKILL)
            wait_for(5, out)
            process.kill()
            _, said = batch.communicate(timeout=60)
    assert batch.returncode == 2, said
    assert b"is gone" in said
    assert len(said.splitlines()) == 1
    for path in out.glob("s*.jsonl"):
        assert path.read_bytes() == (tmp_path / "whole" / path.name).read_bytes(), "never torn"
    assert len([*out.glob("s*.jsonl")]) < 12
    # a worker's last shard may be written whose line had not come back: only what is recorded is skipped
    recorded = len({line["input"] for line in records((out / "manifest.jsonl").read_bytes()) if "input" in line})
    assert recorded >= 2
    with cluster(tmp_path / "second") as (address, _, _):
        done = run("batch", shards, "-o", out, "--engine", "dask", "--scheduler", address)
    skipped = re.search(rb"(\d+) skipped", done.stderr)
    assert skipped and int(skipped[1]) == recorded
    assert tree(out) == tree(tmp_path / "whole")


def test_what_cannot_be_done_is_said_in_one_line(tmp_path: Path) -> None:
    shards = write_shards(tmp_path / "in", 1, 1)
    wrong = (
        (("-o", "out", "--engine", "spark"), b"--engine is 'spark'"),
        (("-o", "out", "--scheduler", "tcp://127.0.0.1:1"), b"--scheduler goes with --engine dask"),
        (("--engine", "dask"), b"-o DIR is missing"),
    )
    for arguments, message in wrong:
        assert message in b" ".join(run("batch", shards, *arguments, code=2, cwd=tmp_path).stderr.split())
    dask = ("--engine", "dask", "--scheduler", "tcp://127.0.0.1:1")
    assert b"is relative" in run("batch", "in", "-o", tmp_path / "out", *dask, code=2, cwd=tmp_path).stderr
    gone = run("batch", shards, "-o", tmp_path / "out", *dask, code=2, DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT="1s")
    assert b"no scheduler answers at tcp://127.0.0.1:1" in gone.stderr
    assert len(gone.stderr.splitlines()) == 1
    assert b"standard input is no shard" in run("batch", "-", "-o", tmp_path / "out", "--engine", "dask", code=2).stderr


def test_a_cluster_of_our_own_is_for_us_alone() -> None:
    """It listens on the loopback, speaks TLS with keys of its own, answers no one else, and leaves no file."""
    import psutil

    from newsclaims.engines.dask import Dask

    with Dask(workers=1) as engine:
        me = psutil.Process()
        listening = [
            found.laddr
            for process in (me, *me.children(recursive=True))
            for found in process.net_connections()
            if found.status == psutil.CONN_LISTEN
        ]
        assert len(listening) > 2
        assert {place.ip for place in listening} == {"127.0.0.1"}
        address = engine._cluster.scheduler_address
        scratch = Path(engine._folder.name)
        assert address.startswith("tls://127.0.0.1:")
        stranger = "import sys, distributed; distributed.Client(sys.argv[1], timeout=2)"
        for spelling in (address, address.replace("tls", "tcp")):
            done = subprocess.run(
                [sys.executable, "-c", stranger, spelling],
                capture_output=True,
                timeout=60,
                env=environment(),
                check=False,
            )
            assert done.returncode == 1
    assert not scratch.exists()
