"""An article for which there is no memory costs itself, whatever was being done when it ran out, and is called that."""

from __future__ import annotations

import errno
import gc
import os
import subprocess
import sys
from multiprocessing.connection import Connection
from typing import Any

import pytest
from program import environment

from newsclaims.batch import pool
from newsclaims.batch.work import Settings
from newsclaims.extract import extract_record
from newsclaims.model import Article, Failure
from newsclaims.text.readers.pieces import Piece
from newsclaims.text.records import Record

GOOD = "Peru severed ties with Mexico on Thursday. “We cannot accept it,” Hugo de Zela said.\n"
# small things of all sizes until there is no memory, again and again: nothing is left then to make a message with
STARVING = """
import gc, resource, sys
from newsclaims.isolation import isolated
pages = int(open("/proc/self/statm").read().split()[0])
resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + (24 << 20),) * 2)
gc.disable()
class Leaving:
    def __enter__(self): pass
    def __exit__(self, *given): return [*given] == []
def work(depth):
    if depth:
        with Leaving(): return work(depth - 1)
    kept = []
    while True: kept.append(bytes(len(kept) % 480))
for _ in range(20):
    failure = isolated(lambda: work(20), "a", "a.txt")
    assert (failure.code, failure.message, failure.id) == ("internal", "out of memory", "a"), failure
print("done")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits of the address space are kept on Linux")
def test_the_last_byte_that_is_taken_is_given_back() -> None:
    """What says that memory ran out needs some, when all that the article took is still held."""
    done = subprocess.run([sys.executable, "-c", STARVING], capture_output=True, env=environment(), check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"done\n", b"")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (MemoryError(), "out of memory"),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), "out of memory"),
        (SystemError("<function run at 0x7fac3c> returned NULL without setting an exception"), "out of memory"),
        (SystemError("error return without exception set"), "out of memory"),
        (SystemError("bad argument to internal function"), "defect, please report it: SystemError: bad argument"),
    ],
)
def test_every_word_for_no_memory_is_one(error: Exception, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a sentence is read: that it was not is no defect of a rule, and the article is not read at all."""

    def fail(*given: object) -> None:
        raise error

    monkeypatch.setattr("newsclaims.syntax.cascade.Cascade.run", fail)
    gc.enable()
    found = extract_record(Record(GOOD, "a"))
    assert gc.isenabled()
    if message == "out of memory":
        assert isinstance(found, Failure)
        assert found.message == message
    else:
        assert isinstance(found, Article)
        assert any(message in warning for warning in found.warnings)


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux: what is replaced here, they have")
@pytest.mark.parametrize(
    ("owner", "name", "in_worker"),
    [
        (Connection, "send", False),
        (Connection, "recv", True),
        (pool, "process", True),
        (pool.ForkingPickler, "dumps", True),
        (Connection, "send_bytes", True),
        (Connection, "recv", False),
    ],
    ids=["to", "taken", "in", "packed", "back", "got"],
)
def test_memory_may_run_out_on_the_way(owner: Any, name: str, in_worker: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """To a worker, in it outside of what is isolated, and back: it costs the article, and is called what it was."""
    here, real = os.getpid(), getattr(owner, name)

    def starving(*given: Any) -> Any:
        done = None if name.startswith("send") else real(*given)
        seen = [bytes(item) if isinstance(item, memoryview) else repr(item).encode() for item in (*given, done)]
        if (os.getpid() != here) == in_worker and any(b"STARVE" in item for item in seen):
            raise MemoryError
        return real(*given) if name.startswith("send") else done

    monkeypatch.setattr(owner, name, starving)
    names = ("Ann", "Bob", "STARVE", "Eve", "Kim")
    pieces = [Piece("x", None, f"{who} won 5 games on Monday.".encode()) for who in names]
    found = [outcome for _, outcome in pool.Pool(2, Settings()).run(enumerate(pieces)) if outcome is not None]
    said = [[(failure.code, failure.message) for failure in outcome.failures] for outcome in found]
    assert said == [[], [], [("internal", "out of memory")], [], []]
    assert [len(outcome.items) for outcome in found] == [1, 1, 0, 1, 1]
