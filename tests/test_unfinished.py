"""Files that are being written: named like no other, gone when a run ends however it does, or swept."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from program import environment, heed_interrupts, run

SLOW = """
import time, newsclaims.pipeline as pipeline
real = pipeline.run
def run(text, **more):
    if "SLEEP" in text: time.sleep(60)
    return real(text, **more)
pipeline.run = run
from newsclaims.cli.app import main
main()
"""


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
@pytest.mark.parametrize("option", ["-o", "-d"])
def test_a_signal_leaves_no_temporary_file(tmp_path: Path, sent: signal.Signals, option: str) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text('{"text": "He won."}\n{"text": "SLEEP"}\n')
    target = tmp_path / "out"
    line = [sys.executable, "-c", SLOW, "extract", str(source), option, str(target), "--jobs", "1"]
    if option == "-o":
        line += ["-f", "jsonl"]
    with subprocess.Popen(line, stderr=subprocess.PIPE, env=environment(), preexec_fn=heed_interrupts) as process:
        until = time.monotonic() + 30
        begun = target / "manifest.jsonl" if option == "-d" else tmp_path
        while time.monotonic() < until and not (begun.exists() and [*tmp_path.rglob("*.tmp")]):
            time.sleep(0.01)
        process.send_signal(sent)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == (130 if sent is signal.SIGINT else -sent), errors
    assert b"Traceback" not in errors
    left = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")}
    assert left == {"a.jsonl"} | ({"out", "out/manifest.jsonl"} if option == "-d" else set())


def test_what_kill_9_left_is_swept_after_a_day(tmp_path: Path) -> None:
    folder = tmp_path
    story = folder / "story.txt"
    story.write_text("He won.")
    old, new, held, other = (folder / f".newsclaims-{n * 16}.tmp" for n in "0123")
    strangers = folder / ".newsclaims-notes.tmp"
    for path in (old, new, held, strangers):
        path.write_text("half")
    other.symlink_to(folder / "story.txt")
    for path in (old, held, strangers):
        os.utime(path, (time.time() - 90_000,) * 2)
    os.utime(other, (time.time() - 90_000,) * 2, follow_symlinks=False)
    fcntl = pytest.importorskip("fcntl")
    with open(held, "rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        run("extract", story, "-o", folder / "out.json")
    kept = {path.name for path in (new, held, other, strangers)}
    assert {*os.listdir(folder)} == {"story.txt", "out.json", *kept}, "none that is young, in use or not ours"


def test_two_runs_with_one_process_number_do_not_meet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In two containers two runs may well have the same number."""
    from newsclaims.cli.targets import open_target

    monkeypatch.setattr(os, "getpid", lambda: 7)
    for name in ("one", "two"):
        (tmp_path / name).write_text("")
    with open_target(str(tmp_path / "one"), "jsonl") as one, open_target(str(tmp_path / "two"), "jsonl") as two:
        one.write(b"first\n")
        two.write(b"second\n")
        two.finish()
        one.finish()
    assert (tmp_path / "one").read_bytes() == b"first\n"
    assert (tmp_path / "two").read_bytes() == b"second\n"
