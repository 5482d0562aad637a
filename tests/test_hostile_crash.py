"""Killed, hung, interrupted, cut off: nothing is lost, doubled or torn, and nothing is left behind."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from program import command, environment, heed_interrupts, records, run, tree

# The program with an article that does harm to the process that reads it: `POISON` dies, `SLEEP` hangs.
POISONED = """
import os, sys, time
import newsclaims.pipeline as pipeline
real = pipeline.run
def run(text, **more):
    if "POISON" in text: os._exit(17)
    if "SLEEP" in text: time.sleep(100)
    if "DEFECT" in text: raise RuntimeError("a defect \\x1b[2J")
    if "MEMORY" in text: raise MemoryError
    if "DEEP" in text: return run(text, **more)
    return real(text, **more)
pipeline.run = run
from newsclaims.cli.app import main
main()
"""


def poisoned(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-c", POISONED, *map(str, arguments)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "in"
    path.mkdir()
    for number in range(12):
        (path / f"{number:02}.txt").write_text(f"He won {number} games on Monday.")
    return path


def test_dead_and_hung_workers_cost_their_article(folder: Path, tmp_path: Path) -> None:
    for name, word in (
        ("03", "POISON"),
        ("04", "POISON"),
        ("07", "SLEEP"),
        ("08", "DEFECT"),
        ("09", "MEMORY"),
        ("10", "DEEP"),
    ):
        (folder / f"{name}.txt").write_text(word)
    done = subprocess.run(
        poisoned("extract", folder, "-d", tmp_path / "out", "--jobs", "2", "--timeout", "3"),
        capture_output=True, env=environment(), timeout=100, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert b"\x1b" not in done.stderr
    failed = {
        line["input"][-6:-4]: line["errors"][0]["code"]
        for line in records((tmp_path / "out" / "manifest.jsonl").read_bytes())[1:]
        if line["failed"]
    }
    assert failed == {
        "03": "worker-died",
        "04": "worker-died",
        "07": "timeout",
        "08": "internal",
        "09": "internal",
        "10": "internal",
    }
    assert len(tree(tmp_path / "out")) == 7
    for name in failed:
        (folder / f"{name}.txt").write_text("He won.")
    run("extract", folder, "-d", tmp_path / "out")
    run("extract", folder, "-d", tmp_path / "whole")
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")


def test_lines_of_a_stream_are_isolated_too(tmp_path: Path) -> None:
    source = tmp_path / "x.jsonl"
    source.write_text("".join(f'{{"text": "{"POISON" if n == 5 else "He won."}", "id": {n}}}\n' for n in range(9)))
    done = subprocess.run(
        poisoned("extract", source, "--jobs", "2", "--timeout", "9", "--errors", "inline"),
        capture_output=True, env=environment(), timeout=100, check=False,
    )  # fmt: skip
    found = records(done.stdout)
    assert [record["id"] for record in found] == ["0", "1", "2", "3", "4", None, "6", "7", "8"]
    assert found[5]["error"]["line"] == 6


def test_workers_that_all_die_end_the_run(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        path.write_text("POISON")
    done = subprocess.run(
        poisoned("extract", folder, "-d", tmp_path / "out", "--jobs", "2"),
        capture_output=True, env=environment(), timeout=100, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert b"worker processes died in a row" in done.stderr


def children(pid: int) -> list[int]:
    """Return the process ids of the children of a process."""
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [int(number) for number in listed.stdout.split()]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except OSError:
        return False


def big_folder(path: Path, files: int) -> Path:
    path.mkdir()
    text = "“It cost $5 million,” Ann Smith of Acme said on Monday. She left Lima in May 2025. " * 4
    for number in range(files):
        (path / f"{number:04}.txt").write_text(f"{number}: {text}")
    return path


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL, signal.SIGTERM])
def test_no_worker_outlives_its_parent(tmp_path: Path, sent: signal.Signals) -> None:
    folder = big_folder(tmp_path / "in", 400)
    with subprocess.Popen(
        command("extract", folder, "-d", tmp_path / "out", "--jobs", "2"),
        stderr=subprocess.PIPE, env=environment(), preexec_fn=heed_interrupts,
    ) as process:  # fmt: skip
        wait_for(tmp_path / "out" / "0003.json")
        workers = children(process.pid)
        process.send_signal(sent)
        _, errors = process.communicate(timeout=60)
    assert len(workers) == 2
    assert process.returncode == (130 if sent is signal.SIGINT else -sent)
    assert b"Traceback" not in errors
    until = time.monotonic() + 20
    while any(map(alive, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(alive, workers))
    if sent is signal.SIGINT:
        assert not list((tmp_path / "out").rglob("*.tmp"))


@pytest.mark.parametrize(("name", "code"), [("newsclaims", 130), ("mine.py", 1)])
def test_interrupts_while_modules_are_imported_end_quietly(name: str, code: int) -> None:
    """A user's own program is left alone: it may want its KeyboardInterrupt."""
    script = f"""
import builtins, os, signal, sys
sys.argv = ["/usr/bin/{name}", "--version"]
signal.signal(signal.SIGINT, signal.default_int_handler)
real = builtins.__import__
def interrupted(module, *given, **more):
    if module == "newsclaims.batch":
        os.kill(os.getpid(), signal.SIGINT)
    return real(module, *given, **more)
builtins.__import__ = interrupted
from newsclaims.cli.app import main
main()
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, env=environment(), check=False)
    assert done.stdout == b"" and (done.stderr == b"") == (code == 130)
    assert done.returncode in (code, -signal.SIGINT if code == 1 else code)


def wait_for(path: Path) -> None:
    until = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < until
        time.sleep(0.01)


def test_killed_at_random_moments_and_resumed(tmp_path: Path, full: bool) -> None:
    folder = big_folder(tmp_path / "in", 2000 if full else 120)
    (folder / "feed.jsonl").write_text("".join(f'{{"text": "He won ${n}.", "id": {n}}}\n' for n in range(60)))
    start = time.monotonic()
    subprocess.run(
        command("extract", folder, "-d", tmp_path / "whole", "--jobs", "2", "-q"), env=environment(), check=True
    )
    seconds = time.monotonic() - start
    chance = random.Random(7)
    out = tmp_path / "out"
    for _ in range(20 if full else 5):
        with subprocess.Popen(
            command("extract", folder, "-d", out, "--jobs", "2"), stderr=subprocess.DEVNULL, env=environment()
        ) as process:
            time.sleep(chance.uniform(0.1, seconds if full else seconds / 2))
            process.kill()
        for path in out.rglob("*.json*") if out.exists() else ():
            if path.name != "manifest.jsonl" and path.suffix != ".tmp" and ".newsclaims" not in path.parts:
                assert path.read_bytes() == (tmp_path / "whole" / path.relative_to(out)).read_bytes(), "never torn"
    run("extract", folder, "-d", out, "--jobs", "2")
    assert tree(out) == tree(tmp_path / "whole")


def test_closed_pipes_end_quietly(tmp_path: Path) -> None:
    source = tmp_path / "x.jsonl"
    source.write_text('{"text": "He won $5 million on Monday."}\n' * 400)
    line = " ".join(f"'{part}'" for part in command("extract", source))
    for reader in ("head -1", "true"):
        done = subprocess.run(
            ["bash", "-c", f"{line} | {reader}; echo ${{PIPESTATUS[0]}} >&2"],
            capture_output=True,
            env=environment(),
            timeout=60,
            check=False,
        )
        assert done.stderr.split() in ([b"141"], [b"0"]), done.stderr
    assert done.stderr.split() == [b"141"]
    closed = subprocess.run(
        ["bash", "-c", f"{line} >&-"], capture_output=True, env=environment(), timeout=60, check=False
    )
    assert closed.returncode == 2
    assert len(closed.stderr.splitlines()) == 1
    quiet = subprocess.run(
        ["bash", "-c", f"{line} 2>&- | wc -l"], capture_output=True, env=environment(), timeout=60, check=False
    )
    assert quiet.stdout.strip() == b"400"


def test_lines_are_answered_as_they_come() -> None:
    with subprocess.Popen(
        command("extract"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            process.stdin.write(b'{"text": "He won.", "id": %d}\n' % number)
            process.stdin.flush()
            assert b'"id":"%d"' % number in process.stdout.readline()
        process.stdin.close()
    assert process.returncode == 0


def test_standard_input_may_be_missing() -> None:
    line = " ".join(f"'{part}'" for part in command("extract"))
    done = subprocess.run(
        ["bash", "-c", f"{line} <&-"], capture_output=True, env=environment(), timeout=60, check=False
    )
    assert done.returncode == 0 and done.stdout == b""
    assert done.stderr == b"newsclaims: no articles: what was read holds none\n"


def test_pool_keeps_order_and_markers() -> None:
    from newsclaims.batch.pool import Pool
    from newsclaims.batch.work import Settings
    from newsclaims.extract import Wanted
    from newsclaims.model import Failure
    from newsclaims.text.readers.pieces import Piece

    def tasks():  # type: ignore[no-untyped-def]
        for number in range(40):
            if number % 10 == 3:
                yield number, Failure(None, "x", None, "unreadable", "no")
            elif number % 10 == 5:
                yield number, None
            else:
                yield number, Piece("x", None, b"He won. " * (400 if number % 7 == 0 else 1))

    found = [*Pool(2, Settings(wanted=Wanted(only=("dates",)))).run(tasks())]
    assert [tag for tag, _ in found] == [*range(40)]
    assert [tag for tag, outcome in found if outcome is None] == [5, 15, 25, 35]
    assert all(outcome.articles == (tag % 10 != 3) for tag, outcome in found if outcome is not None)
