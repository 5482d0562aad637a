"""The program kept ready: a process that has imported it, and forks for every run.

To start Python and import the program takes 0.15 s of a processor, ten times what most tests then ask of it.  What is
forked is a process like any other: with files, a folder, an environment and an end of its own.  Only what Python makes
of its environment at the start, which modules are imported and which tables are read nobody sees here: that takes a
fresh process, as the README's commands are (``test_readme.py``).
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

AVAILABLE = sys.platform == "linux"
AT_THE_START = ("PYTHONIO", "DASK", "LC_", "LANG")
NEWS = "“It cost them $5,” Ann Smith, 44, of Lima said on Monday. Sales rose 5% to 60 from 57 in May. She won."
LONGEST = 100_000  # bytes of a request: what is longer than a packet takes no short cut


class Ready:
    """The process that forks, and the socket by which it is asked."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.requests, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            line = [sys.executable, __file__, str(theirs.fileno())]
            pipe = subprocess.PIPE  # as in a run: what Python makes of the standard files depends on what they are
            self.process = subprocess.Popen(
                line, env=environment, stdin=pipe, stdout=pipe, stderr=pipe, pass_fds=[theirs.fileno()]
            )

    def start(self, request: bytes, files: tuple[int, int, int]) -> int:
        """Start the program with these standard files, which are closed here; return its process."""
        socket.send_fds(self.requests, [request], files)
        for file in {*files}:
            os.close(file)
        return int(self.answer(60))

    def end(self, process: int, timeout: float) -> int:
        """Return the exit code of the process that was started last, as ``subprocess`` does.

        Raises:
            TimeoutExpired: when it takes longer than ``timeout`` seconds; then it is killed.
        """
        try:
            return os.waitstatus_to_exitcode(int(self.answer(timeout)))
        except TimeoutError:
            os.kill(process, signal.SIGKILL)
            self.answer(60)
            raise subprocess.TimeoutExpired("newsclaims", timeout) from None

    def run(self, request: bytes, input: bytes, timeout: float) -> tuple[int, bytes, bytes]:
        """Run the program to its end; return its exit code, what it printed and what it said."""
        (stdin, given), (out, stdout), (err, stderr) = os.pipe(), os.pipe(), os.pipe()
        process = self.start(request, (stdin, stdout, stderr))
        with ThreadPoolExecutor(3) as threads:
            written = threads.submit(write, given, input)
            printed, said = threads.submit(read, out), threads.submit(read, err)
            code = self.end(process, timeout)
            written.result()
            return code, printed.result(), said.result()

    def answer(self, timeout: float) -> bytes:
        """Return the next answer of the process that forks."""
        self.requests.settimeout(timeout)
        answer = self.requests.recv(100)
        assert answer, self.process.communicate()
        return answer


def read(number: int) -> bytes:
    with open(number, "rb") as file:
        return file.read()


def write(number: int, data: bytes) -> None:
    with suppress(BrokenPipeError), open(number, "wb") as file:
        file.write(data)


def request_of(arguments: list[str], cwd: str, environment: dict[str, str]) -> bytes | None:
    """Return what asks for a run, None when that takes a fresh process or is longer than a packet.

    An engine's workers look how the program was started, word tables are read once, and Python and its packages read
    variables when they load.
    """
    if not AVAILABLE or {"--engine", "--lexicon"} & {*arguments}:
        return None
    if any(name.startswith(AT_THE_START) for name in environment):
        return None
    request = json.dumps([arguments, cwd, environment]).encode()
    return request if len(request) <= LONGEST else None


_READY: dict[int, Ready] = {}


def ready(environment: dict[str, str]) -> Ready:
    """Return the program kept ready by this process; its environment is that of the first run."""
    me = os.getpid()
    if me not in _READY:
        _READY[me] = Ready(environment)
    return _READY[me]


def begin(request: bytes, files: list[int]) -> NoReturn:
    """Be the program, as ``python -m newsclaims`` starts it."""
    arguments, cwd, environment = json.loads(request)
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    sys.path.insert(0, cwd)
    package = import_module("newsclaims")
    sys.modules["__main__"].__package__ = package.__name__
    sys.argv = [os.path.join(os.path.dirname(str(package.__file__)), "__main__.py"), *arguments]
    import_module("newsclaims.cli.app").main()
    os._exit(70)


def warm() -> None:
    """Read an article as the commands do, so that their word tables are loaded and their patterns made."""
    newsclaims = import_module("newsclaims")
    article = newsclaims.check(newsclaims.extract(NEWS, date="2025-11-06"))
    newsclaims.compare([article, article])
    import_module("newsclaims.terminal.article").render(article)
    import_module("newsclaims.html.report").render(article)
    import_module("newsclaims.explain.rules").all_rules()


def serve(requests: socket.socket) -> None:
    """Fork for every request until the other end is closed; answer with the process, and with how it ended."""
    del sys.path[0]  # the folder of the tests
    warm()
    for module in ("program", "session", "front", *import_module("newsclaims.cli.app").COMMANDS):
        import_module(f"newsclaims.cli.{module}")
    gc.collect()
    gc.freeze()
    while True:
        request, files, _, _ = socket.recv_fds(requests, LONGEST, 3)
        if not request:
            return
        pid = os.fork()
        if not pid:
            requests.close()
            begin(request, files)
        for file in files:
            os.close(file)
        requests.send(b"%d" % pid)
        _, status = os.waitpid(pid, 0)
        requests.send(b"%d" % status)


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        serve(socket.socket(fileno=int(sys.argv[1])))
