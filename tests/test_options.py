"""Every command that reads articles takes the same options, and does with them what the others do."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from program import run, tree

from newsclaims.cli.app import COMMANDS
from newsclaims.cli.parameter import parameters_of
from newsclaims.cli.reading import COMMON

SAMPLES = Path(__file__).parent.parent / "samples"
PAIRS = SAMPLES / "pairs"
PARAMETERS = {name: parameters_of(import_module(f"newsclaims.cli.{name}").command) for name in COMMANDS}
READERS = [name for name, parameters in PARAMETERS.items() if "paths" in parameters]
PRINTERS = ["extract", "show", "check", "compare", "find"]
MORE = {
    "check": ("--format", "jsonl"),  # as text it prints findings only
    "find": ("--kind", "entities", "--no-filename"),
}


@pytest.mark.parametrize("name", READERS)
def test_readers_take_the_common_options(name: str) -> None:
    parameters = PARAMETERS[name]
    for option, (kind, default) in COMMON.items():  # a command may say in its own words what one does there
        assert parameters[option].annotation.__origin__ == kind.__origin__, option
        assert parameters[option].default == default, option


@pytest.mark.parametrize("name", PRINTERS)
def test_a_list_of_paths_gives_what_the_paths_give(name: str, tmp_path: Path) -> None:
    paths = [PAIRS / "quake-a.txt", PAIRS / "quake-b.txt"]
    (tmp_path / "list").write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
    (tmp_path / "null").write_text("".join(f"{path}\0" for path in paths), encoding="utf-8")
    more = MORE.get(name, ())
    plain = run(name, *more, *paths).stdout
    assert plain
    assert run(name, *more, "--files-from", tmp_path / "list").stdout == plain
    assert run(name, *more, "--files-from", "-", "-0", input=(tmp_path / "null").read_bytes()).stdout == plain


@pytest.mark.parametrize("name", PRINTERS)
def test_globs_and_exclusions_choose_files_of_folders(name: str, tmp_path: Path) -> None:
    for place in ("a.txt", "b.txt", "notes.txt", "old/c.txt"):
        target = tmp_path / place
        target.parent.mkdir(exist_ok=True)
        target.write_text(f"Anna Bell of {place[0].upper()}vale sold 40 boats on May 5, 2025.", encoding="utf-8")
    more = MORE.get(name, ())
    chosen = run(name, *more, tmp_path, "--exclude", "old", "--exclude", "n*.txt").stdout.decode()
    assert chosen == run(name, *more, tmp_path / "a.txt", tmp_path / "b.txt").stdout.decode()
    assert run(name, *more, tmp_path, "--glob", "[ab].*").stdout.decode() == chosen


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--force"], "--force is for --output-dir"),
        (["--skip-existing"], "--skip-existing is for --output-dir"),
        (["-d", "out", "--force", "--skip-existing"], "--force and --skip-existing exclude each other"),
        (["-0"], "--null (-0) is for --files-from"),
        (["-q", "-v"], "--quiet and --verbose exclude each other"),
        (["-f", "csv", "--errors", "inline"], "--errors inline is for JSON, not for csv"),
    ],
)
def test_options_that_would_do_nothing_are_refused(tmp_path: Path, more: list[str], said: str) -> None:
    (tmp_path / "a.txt").write_text("He won.")
    done = run("extract", "a.txt", *more, cwd=tmp_path, code=2)
    assert said in " ".join(done.stderr.decode().replace("│", " ").split())
    assert sorted(tree(tmp_path)) == ["a.txt"]


def test_a_configuration_may_set_what_some_runs_do_not_use(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("He won.")
    (tmp_path / "newsclaims.toml").write_text("force = true\nnull = true\nquiet = true\nerrors = 'inline'\n")
    run("extract", "a.txt", "-f", "csv", "--verbose", cwd=tmp_path)


@pytest.mark.parametrize("time", ["T25:00", " noon", "T10:61", "T"])
def test_a_day_with_no_time_behind_it_is_refused(time: str) -> None:
    assert b"not an ISO 8601 date" in run("extract", "--date", f"2025-06-18{time}", input=b"He won.", code=2).stderr


@pytest.mark.parametrize("time", ["", "T10:00", "T10:00:00Z", " 10:00:00 +0100"])
def test_a_day_with_a_time_behind_it_is_a_day(time: str) -> None:
    assert b'"published":"2025-06-18"' in run("extract", "--date", f"2025-06-18{time}", input=b"He won.").stdout


@pytest.mark.parametrize("name", PRINTERS)
def test_processes_change_nothing(name: str) -> None:
    paths = sorted(SAMPLES.glob("*.txt"))[:5] if name != "compare" else sorted(PAIRS.glob("*.txt"))[:4]
    paths = [*MORE.get(name, ()), *paths]
    assert run(name, *paths, "--jobs", "1").stdout == run(name, *paths, "--jobs", "2").stdout


@pytest.mark.parametrize("name", PRINTERS)
def test_word_tables_are_added(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "quotes"
    folder.mkdir()
    (folder / "cue_verbs.tsv").write_text("word\n", encoding="utf-8")
    done = run(name, PAIRS / "quake-a.txt", PAIRS / "quake-b.txt", "--lexicon", tmp_path, code=2)
    assert b"cue_verbs.tsv:1" in done.stderr


def test_a_report_is_the_same_from_several_processes(tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        run("report", SAMPLES / "pairs", "--jobs", jobs, "-o", tmp_path / f"{jobs}.html", "--quiet")
    pages = tree(tmp_path)
    assert pages["1.html"] == pages["2.html"]


def test_a_path_alone_is_shown(tmp_path: Path) -> None:
    story = PAIRS / "quake-a.txt"
    assert run(story).stdout == run("show", story).stdout
    assert b"No such command or file 'nothing.txt'" in run("nothing.txt", code=2).stderr
    assert b"No such command 'extarct'" in run("extarct", code=2).stderr
