"""Files beside the articles: none is read without end, none is lost by two runs at once or taken for the output."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from program import command, environment, run

from newsclaims.checks import check
from newsclaims.exchange.reading import read_marks
from newsclaims.extract import extract
from newsclaims.formats.atomic import Unusable
from newsclaims.formats.findings import located
from newsclaims.formats.waivers import Waivers, read_waivers
from newsclaims.matching.records import read_checks
from newsclaims.model import Failure
from newsclaims.text.limits import TooLarge

WRONG = "The bridge was closed on Tuesday, November 6, 2025, for repairs.\n"
LINE = "0123456789abcdef\tchecks.range\tx\twords\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, day in (("a", "Tuesday"), ("b", "Monday")):
        (tmp_path / f"{name}.txt").write_text(WRONG.replace("Tuesday", day))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_has_no_end_is_read_up_to_a_limit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsclaims.text.beside.MOST_BESIDE", 1 << 20)
    with pytest.raises(Unusable, match=r"^/dev/zero: more than 1,048,576 bytes$"):
        read_waivers("/dev/zero")
    with pytest.raises(TooLarge, match=r"^more than 1,048,576 bytes$"):
        read_checks("/dev/zero")
    (failure,) = read_marks("/dev/zero")
    assert isinstance(failure, Failure) and (failure.code, failure.message) == ("too-long", "more than 1,048,576 bytes")
    (folder / "long.tsv").write_text(LINE + "# and so on\n" * 100_000)
    assert len(read_waivers("long.tsv").lines) == 1, "a regular file is as large as it is"


@pytest.mark.parametrize("more", [(), ("-0",)])
@pytest.mark.parametrize("device", ["/dev/zero", "lines"])
def test_a_list_without_paths_ends(folder: Path, more: tuple[str, ...], device: str) -> None:
    (folder / "lines").write_bytes((b"\0" if more else b"\n") * (3 << 20))
    done = run("extract", "--files-from", device, *more, code=2)
    assert done.stderr.decode().startswith(f"newsclaims: --files-from: {device} names no path in 1,048,576 bytes")


def test_pipes_are_read_beside_articles(folder: Path) -> None:
    (folder / "seen.tsv").write_text(LINE)
    shell = f"{' '.join(command('check', 'a.txt'))} --waivers <(cat seen.tsv) --files-from <(echo b.txt)"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, env=environment(), timeout=60, check=False)
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 2), done.stderr


@pytest.mark.parametrize("name", ["x.json", "x.ann", "x.spacy", "y.txt"])
def test_a_pipe_among_annotations_is_not_waited_for(folder: Path, name: str) -> None:
    gold = folder / "gold"
    gold.mkdir()
    os.mkfifo(gold / name)
    (gold / "y.ann").write_text("")
    found = [item for item in read_marks("gold") if isinstance(item, Failure)]
    assert [(item.source, item.message) for item in found] == [(f"gold/{name}", "not a regular file")] + [
        ("gold/y.ann", "gold/y.txt is missing: an .ann file has its .txt beside it")
    ] * (name != "y.txt")


@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_waivers_are_written_to_regular_files_only(folder: Path, kind: str) -> None:
    if kind == "pipe":
        os.mkfifo("w.tsv")
    else:
        Path("w.tsv").symlink_to("/dev/zero")
    done = run("check", "a.txt", "--write-waivers", "w.tsv", code=2)
    assert done.stderr == b"newsclaims: --write-waivers: w.tsv: its place is taken by what is no regular file\n"


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("option", ["--waivers", "--write-waivers"])
def test_the_output_is_no_file_of_waivers(folder: Path, option: str, there: bool) -> None:
    if there:
        (folder / "w.tsv").write_text(LINE)
    done = run("check", "a.txt", option, "w.tsv", "-o", "./w.tsv", code=2)
    assert f"the output and {option} are one file: w.tsv".encode() in done.stderr
    assert (folder / "w.tsv").read_text() == LINE if there else not (folder / "w.tsv").exists()


def test_the_list_of_inputs_is_no_output_of_any_command(folder: Path) -> None:
    for name in ("check", "checklist", "match", "report"):
        (folder / "list").write_text("a.txt\n")
        (folder / "checks.json").write_text('{"claimReviewed": "The bridge was closed for repairs."}')
        more = {"match": ("-a", "checks.json"), "report": ("--force",)}.get(name, ())
        done = run(name, "--files-from", "list", "-o", "list", *more, code=2)
        assert b"an input must not be the output too" in done.stderr, name
        assert (folder / "list").read_text() == "a.txt\n"


def _found_in(name: str, waivers: Waivers) -> None:
    article = check(extract(Path(f"{name}.txt").read_text(), id=name))
    waivers.add(located(article), name)


def test_waivers_that_another_run_has_written_meanwhile_are_kept(folder: Path) -> None:
    first, second = read_waivers("w.tsv", missing=True), read_waivers("w.tsv", missing=True)
    _found_in("a", first)
    _found_in("b", second)
    assert (first.write("w.tsv"), second.write("w.tsv")) == (1, 2)
    assert len(read_waivers("w.tsv").lines) == 2


def test_runs_that_write_waivers_at_once_lose_none(folder: Path) -> None:
    names = [f"n{number}" for number in range(4)]
    for name in names:
        (folder / f"{name}.txt").write_text(WRONG)
    lines = [command("check", f"{name}.txt", "--write-waivers", "w.tsv") for name in names]
    running = [subprocess.Popen(line, stdout=subprocess.DEVNULL, env=environment()) for line in lines]
    assert [process.wait(60) for process in running] == [0] * len(names)
    assert len(read_waivers("w.tsv").lines) == len(names)


def test_what_another_run_has_taken_out_stays_out(folder: Path) -> None:
    (folder / "w.tsv").write_text(LINE)
    seen = read_waivers("w.tsv")
    seen.there = frozenset(seen.lines)
    (folder / "w.tsv").write_text("# by hand\n")
    assert seen.write("w.tsv") == 0
    assert (folder / "w.tsv").read_text() == "# by hand\n"


def test_fact_checks_come_from_standard_input_too(folder: Path) -> None:
    checks = b'{"claimReviewed": "The bridge was closed for repairs."}'
    assert b"bridge" in run("match", "a.txt", "-a", "-", "--min-score", "0", input=checks).stdout
    done = run("match", "-a", "-", input=checks, code=2)
    assert b"--against - reads standard input, from which something else is read too" in done.stderr
