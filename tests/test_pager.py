"""``show`` uses the pager of a terminal's user, and none in a pipe."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from program import environment, run
from ready import ready, request_of

pty = pytest.importorskip("pty")
SAMPLE = str(Path(__file__).parent.parent / "samples" / "cup-final.txt")


def on_terminal(*arguments: str, pager: str) -> str:
    """Return what a command writes to a terminal."""
    ours, theirs = pty.openpty()
    request = request_of(["show", SAMPLE, *arguments], os.getcwd(), environment(TERM="xterm", PAGER=pager))
    if request is None:
        pytest.skip("where no program is kept ready")
    forks = ready(environment())
    process = forks.start(request, (theirs, theirs, theirs))
    written = b""
    while True:
        try:
            piece = os.read(ours, 1 << 16)
        except OSError:  # what Linux says of a terminal that nobody writes to any more
            break
        if not piece:
            break
        written += piece
    os.close(ours)
    assert forks.end(process, 60) == 0
    return written.decode()


PAGER = f"{sys.executable} -c \"import sys; print('paged', len(sys.stdin.read()) > 1000)\""


def test_the_pager_that_the_user_names_is_used() -> None:
    assert on_terminal(pager=PAGER).strip() == "paged True"


@pytest.mark.parametrize("pager", ["", "cat", "no-such-pager-here", "'"])
def test_without_a_pager_the_text_is_written(pager: str) -> None:
    assert "TO CHECK FIRST" in on_terminal(pager=pager)


def test_who_wants_no_pager_has_none() -> None:
    assert "TO CHECK FIRST" in on_terminal("--no-pager", pager=PAGER)


def test_a_pager_that_is_left_early_is_no_error() -> None:
    assert on_terminal(pager=f"{sys.executable} -c 'print(1)'").strip() == "1"


def test_there_is_none_in_a_pipe() -> None:
    assert run("show", SAMPLE, PAGER=PAGER).stdout.count(b"\n") > 20
