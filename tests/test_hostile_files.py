"""File systems that mean harm, or are just broken: every surprise costs one line and one input, never the rest."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from program import command, environment, records, run, tree


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """Return a folder in which two good articles stand among oddities."""
    folder = tmp_path / "odd"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text("He won.")
    (folder / "deep" / "z.txt").write_text("She lost.")
    (folder / "b-dangling.txt").symlink_to("nowhere.txt")
    (folder / "c-loop.txt").symlink_to("c-loop.txt")
    (folder / "deep" / "up").symlink_to("..")
    (folder / "outside").symlink_to("/usr/lib")
    (folder / "d-folder.txt").mkdir()
    (folder / "d-folder.txt" / "in.txt").write_text("They drew.")
    os.mkfifo(folder / "e-fifo.txt")
    (folder / "f-binary.txt").write_bytes(bytes(range(256)) * 20)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "g-socket.txt"))
    return folder


def test_oddities_cost_themselves_only(odd: Path, tmp_path: Path) -> None:
    done = run("extract", odd, "-d", tmp_path / "out", code=1)
    assert sorted(tree(tmp_path / "out")) == [
        "a.json",
        "d-folder.txt/in.json",
        "deep/z.json",
        "manifest.jsonl",
    ]
    failed = [
        line["input"] for line in records((tmp_path / "out" / "manifest.jsonl").read_bytes())[1:] if line["failed"]
    ]
    names = ["b-dangling.txt", "c-loop.txt", "e-fifo.txt", "f-binary.txt", "g-socket.txt"]
    assert [Path(path).name for path in failed] == names
    errors = done.stderr.decode()
    for name in (*names, "outside", "up"):
        assert errors.count(f"{name}: ") == 1, name
    assert len(records(run("extract", odd, code=1).stdout)) == 3


def test_followed_links_end(odd: Path) -> None:
    (odd / "outside").unlink()
    done = run("extract", odd, "--follow", code=1)
    assert sorted({record["id"] for record in records(done.stdout)}) == ["a", "in", "z"]
    assert b"a link to a folder above it" in done.stderr


@contextmanager
def somebody_else(folder: Path) -> Iterator[None]:
    """Be a user without rights for a while: root may read everything."""
    if os.geteuid() != 0:
        yield
        return
    for path in (folder, *folder.parents):
        if path.stat().st_uid == 0 and path.stat().st_mode & 0o055 != 0o055:
            path.chmod(path.stat().st_mode | 0o055)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_unreadable_file_and_folder(tmp_path: Path) -> None:
    from newsclaims.batch.work import Settings, process
    from newsclaims.model import Failure
    from newsclaims.text.files import pieces
    from newsclaims.text.inputs import Selection, inputs_of
    from newsclaims.text.intake import Intake

    folder = tmp_path / "in"
    (folder / "closed").mkdir(parents=True)
    (folder / "a.txt").write_text("He won.")
    (folder / "b.txt").write_text("She lost.")
    (folder / "b.txt").chmod(0)
    process(
        next(pieces(str(folder / "a.txt"), Intake(max_chars=100))), Settings()
    )  # what it loads is not what is closed
    (folder / "closed").chmod(0)
    failures = []
    articles = 0
    with somebody_else(folder):
        for item in inputs_of([str(folder)], Selection()):
            if isinstance(item, Failure):
                failures.append(item)
                continue
            for piece in pieces(item.path, Intake(max_chars=100)):
                outcome = process(piece, Settings())
                articles += outcome.articles
                failures += outcome.failures
    (folder / "closed").chmod(0o755)
    assert articles == 1
    assert [str(failure).removeprefix(f"{folder}/") for failure in failures] == [
        "b.txt: cannot read: Permission denied",
        "closed: cannot list: Permission denied",
    ]


def test_file_that_goes_while_we_read(tmp_path: Path) -> None:
    from newsclaims.batch.work import Settings, process
    from newsclaims.model import Failure
    from newsclaims.text.files import pieces
    from newsclaims.text.intake import Intake
    from newsclaims.text.readers.pieces import Piece

    path = tmp_path / "a.txt"
    path.write_text("He won.")
    (piece,) = pieces(str(path), Intake(max_chars=100))
    path.unlink()
    assert isinstance(piece, Piece)
    (failure,) = process(piece, Settings()).failures
    assert isinstance(failure, Failure)
    assert failure.code == "unreadable"


@pytest.mark.parametrize("name", ["../x.txt", "a/../../x.txt", "/etc/x.txt", "..", "a\0b", "a/./../../b"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    from newsclaims.formats.atomic import OutputFolder

    with OutputFolder(str(tmp_path / "out")) as folder, pytest.raises(OSError, match="outside the output folder"):
        folder.create(name)
    assert os.listdir(tmp_path) == ["out"]
    assert os.listdir(tmp_path / "out") == []


def test_no_link_leads_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "deep" / "a.txt").write_text("He won.")
    (tmp_path / "in" / "b.txt").write_text("He won.")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "deep").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "out" / "b.json").symlink_to(tmp_path / "elsewhere" / "b.json")
    done = run("extract", tmp_path / "in", "-d", tmp_path / "out", code=2)
    assert os.listdir(tmp_path / "elsewhere") == []
    assert b"behind a link" in done.stderr
    assert b"b.txt: cannot write its output: its place is taken by what is no regular file" in done.stderr
    assert (tmp_path / "out" / "b.json").is_symlink(), "neither followed nor replaced"


def test_names_of_all_kinds(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    names = ["CON.txt", "a b.txt", "-x.txt", "\x1b[2J.txt", "new\nline.txt", "x" * 250 + ".txt", "x" * 251 + ".txt"]
    for name in names:
        (folder / name).write_text("He won.")
    with open(os.fsencode(folder) + b"/bad\xff.txt", "w") as file:
        file.write("He won.")
    done = run("extract", folder, "-d", tmp_path / "out", code=1)
    written = os.listdir(os.fsencode(tmp_path / "out"))
    assert b"bad\xff.json" in written
    assert len(written) == len(names) + 1  # all but the longest name, and the manifest
    assert b"\x1b" not in done.stderr
    assert b"File name too long" in done.stderr
    assert len(done.stderr.splitlines()) == 2
    for line in run("extract", folder).stdout.split(b"\n"):
        line.decode("utf-8")


def test_id_is_never_a_file_name(tmp_path: Path) -> None:
    source = tmp_path / "x.jsonl"
    source.write_text('{"text": "He won.", "id": "../../../tmp/p"}\n{"text": "He won.", "id": "/etc/passwd"}\n')
    run("extract", source, "-d", tmp_path / "out")
    assert sorted(tree(tmp_path / "out")) == ["manifest.jsonl", "x.jsonl"]


def test_full_disk(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        return
    source = tmp_path / "a.txt"
    source.write_text("He won. " * 200)
    for target in (["--output", "/dev/full"], []):
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                command("extract", source, *target),
                stdout=full,
                stderr=subprocess.PIPE,
                env=environment(),
                timeout=60,
                check=False,
            )
        assert done.returncode == 2, done.stderr
        assert done.stderr.decode().strip().endswith(f"No space left on device: {(target or ['standard output'])[-1]}")


def test_full_output_folder_stops_and_resumes(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text("He won.")
    run("extract", folder, "-d", tmp_path / "whole")
    code = (
        "import sys, newsclaims.formats.atomic as a\nn = [0]\nreal = a.NewFile.write\n"
        "def write(self, data):\n    n[0] += 1\n"
        "    if n[0] > 6: raise OSError(28, 'No space left on device')\n    real(self, data)\n"
        "a.NewFile.write = write\nfrom newsclaims.cli.app import main\nmain()"
    )
    done = subprocess.run(
        [command()[0], "-c", code, "extract", str(folder), "-d", str(tmp_path / "out")],
        capture_output=True, env=environment(), timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.decode() == f"newsclaims: No space left on device: {tmp_path / 'out'}\n"
    assert 0 < len(tree(tmp_path / "out")) < 7
    assert not list((tmp_path / "out").rglob("*.tmp"))
    run("extract", folder, "-d", tmp_path / "out")
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")


def test_read_only_output_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("He won.")
    (tmp_path / "file").write_text("")
    done = run("extract", tmp_path / "a.txt", "-d", tmp_path / "file", code=2)
    assert len(done.stderr.splitlines()) == 1
    done = run("extract", tmp_path / "a.txt", "-d", "/proc/nowhere", code=2)
    assert len(done.stderr.splitlines()) == 1


def test_nothing_but_the_outputs_is_written(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("He won.")
    work = tmp_path / "work"
    work.mkdir()
    run("extract", tmp_path / "in", cwd=work, HOME=str(work))
    assert os.listdir(work) == []
    run("extract", tmp_path / "in", "-d", "out", cwd=work, HOME=str(work))
    assert os.listdir(work) == ["out"]


def test_no_network_no_eval_no_pickle_of_strangers(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("He won.")
    code = (
        "import socket\ndef no(*a, **k): raise AssertionError('network')\n"
        "socket.socket.connect = no\nsocket.getaddrinfo = no\n"
        "from newsclaims.cli.app import main\nmain()"
    )
    subprocess.run(
        [command()[0], "-c", code, "extract", str(tmp_path / "a.txt")],
        check=True,
        env=environment(),
        capture_output=True,
    )
    import newsclaims

    for path in Path(newsclaims.__file__).parent.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        if path.name in ("bytecode.py", "pattern.py", "table.py", "patterns.py", "packed_tables.py"):
            source = source.replace("import marshal", "")  # of a file of the package, as Python does its modules
        if path.name == "display.py":
            source = source.replace("exec(code", "")  # of the fields of the model's classes, as ``dataclasses`` does
        for word in (
            "import pickle",
            "import yaml",
            "import marshal",
            "eval(",
            "exec(",
            "import urllib",
            "import socket",
        ):
            assert word not in source.replace(".eval(", ""), f"{path.name}: {word}"


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="the memory of one process is not known here")
def test_memory_stays_flat_over_many_files(tmp_path: Path, full: bool) -> None:
    """However many files there are, the program and its workers need the memory of the first thousand."""
    few, many, allowed = (1_000, 200_000, 50 << 10) if full else (100, 1_000, 5 << 10)
    news = tmp_path / "news"
    peaks = []
    for first, last in ((0, few), (few, many)):
        for number in range(first, last):
            folder = news / f"{number // 1000:03}"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{number}.txt").write_text(f"Ms. Ann Number{number % 97} won {number} games on Monday.")
        started = subprocess.Popen(
            command("extract", str(news), "-d", str(tmp_path / f"out{last}"), "--jobs", "1", "-q"), env=environment()
        )
        _, status, usage = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        assert started.returncode == 0
        peaks.append(usage.ru_maxrss)
    assert peaks[1] - peaks[0] <= allowed, peaks
