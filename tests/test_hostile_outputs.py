"""Where a run writes is never where it reads, and nothing but regular files is replaced."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import threading
import time
from pathlib import Path

import pytest
from program import SAMPLE, command, environment, records, run

LINES = '{"text": "He won.", "id": "a"}\n{"text": "She lost $5.", "id": "b"}\n'
REFUSED = b"an input must not be the output too"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "news" / "story.txt"
    path.parent.mkdir()
    path.write_text(SAMPLE, encoding="utf-8")
    return path


def refused(*arguments: str | Path, input: bytes | None = None) -> None:
    """Hold that a run is refused in one line, with the exit code of wrong usage."""
    done = run(*arguments, input=input, code=2)
    assert REFUSED in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("way", ["same", "symbolic", "hard", "dots"])
@pytest.mark.parametrize("how", ["extract", "report", "sqlite", "parquet", "files-from", "folder"])
def test_an_input_is_never_the_output(story: Path, tmp_path: Path, way: str, how: str) -> None:
    target = tmp_path / "other.txt"
    if way == "symbolic":
        target.symlink_to(story)
    elif way == "hard":
        target.hardlink_to(story)
    else:
        target = story if way == "same" else story.parent / ".." / story.parent.name / story.name
    more: list[str | Path] = {
        "extract": ["extract", story], "report": ["report", story, "--force"], "parquet": ["extract", story, "-f",
        "parquet"], "sqlite": ["extract", story, "-f", "sqlite"], "files-from": ["extract", "--files-from", "-"],
        "folder": ["extract", story.parent, "-f", "jsonl"],
    }[how]  # fmt: skip
    if how == "folder" and way != "hard":
        return  # such a name is refused whatever it holds: test_batch.py::test_older_output_files_are_no_inputs
    refused(*more, "-o", target, input=f"{story}\n".encode())
    assert story.read_text(encoding="utf-8") == SAMPLE
    assert sorted(os.listdir(story.parent)) == ["story.txt"]


def test_a_feed_in_the_input_folder_is_no_place_for_the_output(story: Path) -> None:
    """The name that an output of an earlier run may have again is not that of somebody's feed."""
    feed = story.parent / "facts.jsonl"
    feed.write_text(LINES)
    refused("extract", story.parent, "-o", feed)
    assert feed.read_text() == LINES
    feed.write_text("")
    for _ in range(2):  # nothing can be lost of an empty file, and then it is our own
        assert run("extract", story.parent, "-o", feed).stderr == b""
        assert [record["id"] for record in records(feed.read_bytes())] == ["story"]


def test_standard_input_and_the_list_of_inputs_are_inputs(story: Path) -> None:
    for more in (["-"], ["--files-from", "-"]):
        with open(story, "rb") as file:
            line = command("extract", *more, "-o", story)
            done = subprocess.run(line, stdin=file, capture_output=True, env=environment(), check=False)
        assert (done.returncode, REFUSED in done.stderr) == (2, True), done.stderr
    listing = story.parent / "list"
    listing.write_text(f"{story}\n")
    refused("extract", "--files-from", listing, "-o", listing)
    assert listing.read_text() == f"{story}\n"


@pytest.mark.parametrize("name", ["extract", "check", "find"])
def test_what_standard_output_is_redirected_to_is_not_read(story: Path, name: str) -> None:
    """Reading what one appends to has no end."""
    feed = story.parent / "feed.jsonl"
    feed.write_text(LINES)
    more = {"extract": [], "check": ["--format", "jsonl"], "find": ["--kind", "figures", "--json"]}[name]
    with open(feed, "ab") as file:
        line = command(name, *more, feed)
        done = subprocess.run(line, stdout=file, stderr=subprocess.PIPE, env=environment(), timeout=60, check=False)
    assert (done.returncode, REFUSED in done.stderr) == (2, True), done.stderr
    assert feed.read_text() == LINES
    with open(story.parent / "new.jsonl", "wb") as file:
        line = command(name, *more, story.parent)
        subprocess.run(line, stdout=file, env=environment(), timeout=60, check=True)
    assert {*os.listdir(story.parent)} == {"feed.jsonl", "new.jsonl", "story.txt"}
    assert b"new.jsonl" not in (story.parent / "new.jsonl").read_bytes()


def test_an_output_that_comes_to_be_an_input_while_we_run(story: Path, tmp_path: Path) -> None:
    """A list that never ends is read as it comes: each input is compared with an output that was not there before."""
    late = tmp_path / "late.txt"
    line = command("extract", "--files-from", "-", "-o", late, "--jobs", "1")
    with subprocess.Popen(line, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
        assert process.stdin is not None
        process.stdin.write(f"{story}\n".encode() * 2)
        process.stdin.flush()
        until = time.monotonic() + 30
        while not list(tmp_path.glob(".newsclaims-*.tmp")) and time.monotonic() < until:
            time.sleep(0.01)
        late.write_text("He won.")
        _, errors = process.communicate(f"{late}\n".encode())
    assert (process.returncode, REFUSED in errors) == (2, True), errors
    assert late.read_text() == "He won."
    assert sorted(os.listdir(tmp_path)) == ["late.txt", "news"]


def test_outputs_beside_inputs_are_fine(story: Path, tmp_path: Path) -> None:
    run("extract", story, "-o", story.parent / "story.json")
    run("extract", story, "-o", story.parent / "story.csv")
    run("extract", story.parent, "-d", story.parent / "facts")
    run("report", story, "-o", story.parent / "story.html")
    twin = story.parent / "twin.txt"
    shutil.copy(story, twin)
    run("extract", story, twin, "-o", tmp_path / "both.db")
    assert story.read_text(encoding="utf-8") == twin.read_text(encoding="utf-8") == SAMPLE


def test_what_is_being_written_is_no_input(story: Path) -> None:
    for _ in range(2):
        for pattern in ("*", ".*"):
            run("extract", story.parent, "--glob", pattern, "--glob", "*.txt", "-o", story.parent / "facts.jsonl")
            assert [record["id"] for record in records((story.parent / "facts.jsonl").read_bytes())] == ["story"]


def test_a_link_is_followed_to_the_file_that_it_names(story: Path, tmp_path: Path) -> None:
    """As the shell's `>` does: the file behind the link is written, there already or not, and the link stays."""
    (tmp_path / "place").mkdir()
    for name, more in (("facts.json", ["extract", story]), ("page.html", ["report", story])):
        link = tmp_path / name
        link.symlink_to(tmp_path / "place" / name)
        for _ in range(2):
            run(*more, "-o", link)
            assert link.is_symlink()
            assert (tmp_path / "place" / name).stat().st_size > 100
    assert sorted(os.listdir(tmp_path / "place")) == ["facts.json", "page.html"]


def test_a_file_keeps_its_permissions(story: Path, tmp_path: Path) -> None:
    target = tmp_path / "facts.json"
    target.touch(0o600)
    target.chmod(0o600)
    run("extract", story, "-o", target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert target.stat().st_size > 100


def null_device(folder: Path) -> Path:
    """Return a device of our own that swallows everything, where we may make one."""
    path = folder / "null"
    try:
        os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
        with open(path, "wb") as file:
            file.write(b"x")
    except (OSError, AttributeError):
        pytest.skip("only root makes devices, and not everywhere")
    return path


@pytest.mark.parametrize("name", ["extract", "report"])
def test_devices_are_written_to_and_never_replaced(story: Path, tmp_path: Path, name: str) -> None:
    device = null_device(tmp_path)
    run(name, story, "-o", device)
    assert stat.S_ISCHR(device.stat().st_mode)
    assert sorted(os.listdir(tmp_path)) == ["news", "null"]
    run(name, story, "-o", "/dev/null")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


@pytest.mark.parametrize("name", ["extract", "report"])
def test_pipes_are_written_to_and_never_replaced(story: Path, tmp_path: Path, name: str) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    run(name, story, "-o", pipe)
    reader.join(30)
    assert b"Zela" in read[0]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_database_is_a_regular_file(story: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.db"
    os.mkfifo(pipe)
    for target in (pipe, "/dev/null", tmp_path):
        done = run("extract", story, "-f", "sqlite", "-o", target, code=2)
        assert len(done.stderr.splitlines()) == 1
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    done = run("extract", story, "-o", "", code=2)
    assert b"Error" in done.stderr


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
@pytest.mark.parametrize("what", ["extract", "report"])
def test_names_of_standard_output_are_standard_output(story: Path, name: str, what: str) -> None:
    """What stands in a redirected file already is neither replaced nor overwritten."""
    if not os.path.exists(name):
        pytest.skip("no such name here")
    target = story.parent / "log"
    with open(target, "wb") as file:
        file.write(b"before\n")
        file.flush()
        subprocess.run(command(what, story, "-o", name), stdout=file, env=environment(), check=True)
        file.seek(0, os.SEEK_END)
        file.write(b"after\n")
    content = target.read_bytes()
    assert content.startswith(b"before\n") and content.endswith(b"after\n") and b"Zela" in content
    piped = run(what, story, "-o", name).stdout
    assert piped == content[len(b"before\n") : -len(b"after\n")]


def test_a_report_is_named_and_replaces_only_reports(story: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        command("report", story), cwd=tmp_path, capture_output=True, env=environment(), timeout=60, check=True
    )
    assert done.stderr == b"newsclaims: report.html: 1 article\n"
    assert run("report", story, "-q", cwd=tmp_path).stderr == b"", "our own is replaced"
    page = tmp_path / "report.html"
    ours = page.read_bytes()
    page.write_text("<h1>My thesis</h1>")
    done = run("report", story, cwd=tmp_path, code=2)
    assert done.stderr == b"newsclaims: report.html was not written by newsclaims: --force replaces it\n"
    assert page.read_text() == "<h1>My thesis</h1>"
    page.write_bytes(b"")
    run("report", story, cwd=tmp_path)
    page.write_text("<h1>My thesis</h1>")
    run("report", story, "--force", cwd=tmp_path)
    assert page.read_bytes() == ours


@pytest.mark.parametrize("name", ["x.json", "x.db", "x.csv.gz"])
def test_an_output_in_no_folder_is_said_by_its_name(story: Path, name: str) -> None:
    done = run("extract", story, "-o", f"nowhere/{name}", code=2)
    assert done.stderr.decode().strip().endswith(f": nowhere/{name}") and b".tmp" not in done.stderr
    assert b"defect" not in done.stderr and len(done.stderr.splitlines()) == 1
