"""A configuration that lies in somebody's folder, and word tables that are none: one line, and nothing outside."""

from __future__ import annotations

import os
import subprocess
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest
from program import SAMPLE, command, environment, records, run, tree

from newsclaims.cli.app import COMMANDS
from newsclaims.cli.config import BadConfig, defaults
from newsclaims.cli.parameter import AddressOption, Argument, Parameter, PathOption, parameters_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "folder"
    path.mkdir()
    (path / "a.txt").write_text(SAMPLE, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("Ms. Bell paid $77 on Monday.")
    return path


def refused(folder: Path, content: str, line: int, *said: str, command: str = "extract", name: str = "") -> None:
    """Hold that a configuration is refused in one line that names file and line."""
    name = name or "newsclaims.toml"
    (folder / name).write_text(content)
    done = run(command, "a.txt", cwd=folder, code=2)
    assert done.stderr.decode().startswith(f"newsclaims: {name}:{line}: "), done.stderr
    assert len(done.stderr.splitlines()) == 1 and len(done.stderr) < 400
    for words in said:
        assert words in done.stderr.decode()
    assert done.stdout == b""
    (folder / name).unlink()


@pytest.mark.parametrize("option", ["output", "output-dir", "files-from", "lexicon", "output_dir"])
@pytest.mark.parametrize("place", ["../there", "/tmp/there", "link/there", "sub/../../there"])
def test_it_names_nothing_outside_its_folder(folder: Path, tmp_path: Path, option: str, place: str) -> None:
    (folder / "sub").mkdir()
    (folder / "link").symlink_to(tmp_path)
    before = tree(tmp_path)
    refused(folder, f'quiet = true\n{option} = "{place}"\n', 2, option, "leads out of this folder")
    refused(folder, f'[extract]\n"{option}" = "{place}"\n', 2, option)
    refused(folder, f'[tool.newsclaims]\n\n{option} = "{place}"\n', 3, option, name="pyproject.toml")
    assert tree(tmp_path) == before


CONFIGURED = [
    (name, option)
    for name in COMMANDS
    if "no_config" in (parameters := parameters_of(import_module(f"newsclaims.cli.{name}").command))
    for option in parameters.values()
    if get_args(option.annotation)
]
NO_PATHS = {"WHERE", "ISO", "WHICH", "NAME", "NAMES", "KEY", "SQL", "PATTERN", "WHEN", "KINDS", "KIND", "VERB", "WORDS",
            "LEVEL", "TEXT"}  # fmt: skip


@pytest.mark.parametrize(("name", "option"), CONFIGURED, ids=lambda item: getattr(item, "name", item))
def test_no_option_of_any_command_names_what_lies_outside(
    name: str, option: Parameter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An option that takes text is a path, an address, or one of the kinds of text named above."""
    base, said = get_args(option.annotation)
    if str not in (base, *get_args(base)) and list[str] not in (base, *get_args(base)):
        return
    if not isinstance(said, PathOption | AddressOption | Argument):
        assert said.said["metavar"] in NO_PATHS, f"is --{option.name} no path?"
        return
    monkeypatch.chdir(tmp_path)
    for value in ("'../x'", "'/etc/hosts'", "'/dev/stdin'", *(("['a', '../x']",) if "list" in str(base) else ())):
        Path("newsclaims.toml").write_text(f"[{name}]\n{option.name} = {value}\n")
        with pytest.raises(BadConfig, match=r"^newsclaims\.toml:2: "):
            defaults(COMMANDS)


def test_it_names_no_fact_checks_and_no_waivers_outside_its_folder(folder: Path, tmp_path: Path) -> None:
    before = tree(tmp_path)
    refused(folder, '[check]\nwrite-waivers = "../secret.txt"\n', 2, "leads out of this folder", command="check")
    refused(folder, '[check]\nwaivers = "../secret.txt"\n', 2, "leads out of this folder", command="check")
    refused(folder, '[match]\nagainst = ["a.txt", "../secret.txt"]', 2, "leads out of this folder", command="match")
    refused(folder, '[batch]\nscheduler = "10.0.0.1:8786"\n', 2, "names an address", command="batch")
    refused(folder, '[score]\ngold = "../secret.txt"\n', 2, "score has no option 'gold'", command="score")
    assert tree(tmp_path) == before


def test_a_byte_order_mark_before_it_is_passed_over(folder: Path) -> None:
    (folder / "newsclaims.toml").write_text("only = 'quotes'\n", encoding="utf-8-sig")
    assert records(run("extract", "a.txt", cwd=folder).stdout)[0]["claims"] == []


def test_a_link_in_its_folder_leads_outside_too(folder: Path, tmp_path: Path) -> None:
    (folder / "page.html").symlink_to(tmp_path / "secret.txt")
    refused(folder, '[report]\noutput = "page.html"\n', 2, "output leads out of this folder", command="report")
    assert (tmp_path / "secret.txt").read_text().startswith("Ms. Bell")


def test_it_does_not_take_an_article_for_a_list_of_files(folder: Path) -> None:
    refused(folder, 'files-from = "-"', 1, "files-from leads out of this folder")


def test_a_list_that_it_names_does_not_lead_outside(folder: Path, tmp_path: Path) -> None:
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "newsclaims.toml").write_text('files-from = "list"\n')
    (folder / "list").write_text("a.txt\n")
    assert len(records(run("extract", cwd=folder).stdout)) == 1
    for path in (str(tmp_path / "secret.txt"), "../secret.txt", "link.txt"):
        (folder / "list").write_text(f"{path}\n")
        done = run("extract", cwd=folder, code=2)
        assert done.stderr.decode().startswith(f"newsclaims: list names {path}, out of this folder")
        assert len(done.stderr.splitlines()) == 1
        assert b"77" not in done.stdout
        assert len(records(run("extract", "--files-from", "list", cwd=folder).stdout)) == 1, "who says so may"


def test_what_lies_in_its_folder_is_fine(folder: Path) -> None:
    (folder / "lex" / "quotes").mkdir(parents=True)
    (folder / "lex" / "quotes" / "cue_verbs.tsv").write_text("zorble\tspeech\tthat,quote,after\n")
    (folder / "newsclaims.toml").write_text(
        'output = "sub/../facts.jsonl"\nlexicon = "./lex"\nglob = "*.txt"\ntimeout = 5\njobs = 1\nquiet = true\n'
        "date = 2025-11-08\nonly = ['quotes']\n[report]\noutput = \"page.html\"\n[find]\nkind = 'quotes'\n"
    )
    (folder / "sub").mkdir()
    run("extract", ".", cwd=folder)
    (record,) = records((folder / "facts.jsonl").read_bytes())
    assert (record["published"], record["claims"]) == ("2025-11-08", [])
    run("report", "a.txt", cwd=folder)
    assert (folder / "page.html").stat().st_size > 1000
    assert run("find", "a.txt", cwd=folder).stdout
    (folder / "newsclaims.toml").write_text('output = "-"\n')
    assert len(records(run("extract", "a.txt", cwd=folder).stdout)) == 1


def test_one_pattern_is_not_its_letters(folder: Path) -> None:
    (folder / "b.md").write_text("She lost.")
    (folder / "x").write_text("They drew.")
    for content in ('glob = "*.txt"', 'glob = ["*.txt"]', "extract = {glob = '*.txt'}"):
        (folder / "newsclaims.toml").write_text(content)
        assert [record["id"] for record in records(run("extract", ".", cwd=folder).stdout)] == ["a"]


WRONG = [
    ("glob = 5", 1, "glob must be a list of texts"),
    ("\nglob = [1]", 2, "glob must be a list of texts"),
    ("glob = {a = 1}", 1, "there is no command 'glob'"),
    ('# jobs = 1\njobs = "many"', 2, "jobs must be a whole number"),
    ("jobs = true", 1, "jobs must be a whole number"),
    ("jobs = 2.5", 1, "jobs must be a whole number"),
    ("jobs = -1", 1, "jobs must be a whole number from 0 to 1,024"),
    (f"jobs = {10**30}", 1, "jobs must be a whole number from 0 to 1,024"),
    (f"max-chars = {10**30}", 1, "max-chars must be a whole number"),
    (f"\n\njobs = {'9' * 5000}", 3, "a number that is too long"),
    (f"quiet = true\nx = {'[' * 5000}{']' * 5000}", 2, "nested too deeply"),
    (f"x = {'{a=' * 3000}1{'}' * 3000}", 1, "nested too deeply"),
    ("timeout = nan", 1, "timeout must be a number"),
    ("timeout = inf", 1, "timeout must be a number"),
    ("quiet = 1", 1, "quiet must be true or false"),
    ("date = 5", 1, "date must be text"),
    ("only = [5]", 1, "only must be text"),
    ("encoding = []", 1, "encoding must be text"),
    ('output = "a\\u0000b"', 1, "output must not hold a NUL"),
    ("color = 1\n", 1, "color must be text"),
    ('\n\ncolour = "never"', 3, "extract has no option 'colour'"),
    ("quiet = true\n[find]\nquiet = true\nwhoo = 'x'", 4, "find has no option 'whoo'"),
    ("\n[extrakt]\na = 1", 2, "there is no command 'extrakt'"),
    ("[schema]\nfailure = true", 2, "schema has no option 'failure'"),
    ("paths = ['/etc/passwd']", 1, "extract has no option 'paths'"),
    ("context = 'x'", 1, "extract has no option 'context'"),
    ("return = 'x'", 1, "extract has no option 'return'"),
    ("quiet = true\nonly = [", 2, "Invalid value"),
    ("a = 1\na = 2", 2, "Cannot overwrite a value"),
    ("a" * 5000 + " = 1", 1, "extract has no option"),
]


@pytest.mark.parametrize(("content", "line", "said"), WRONG, ids=[said for _, _, said in WRONG])
def test_wrong_values_are_named_with_their_line(folder: Path, content: str, line: int, said: str) -> None:
    refused(folder, content, line, said)


def test_files_that_are_no_configuration(folder: Path) -> None:
    path = folder / "newsclaims.toml"
    path.write_bytes(b"quiet = true\ncolor = '\xff'\n")
    assert run("extract", "a.txt", cwd=folder, code=2).stderr == b"newsclaims: newsclaims.toml:2: not UTF-8\n"
    path.write_bytes(b"#" * (2 << 20))
    assert b"newsclaims.toml: longer than" in run("extract", "a.txt", cwd=folder, code=2).stderr
    path.unlink()
    os.mkfifo(path)
    run("extract", "a.txt", cwd=folder)
    refused(folder, "# tool.newsclaims\ntool = 5", 2, "tool must be a table", name="pyproject.toml")
    refused(
        folder, "# tool.newsclaims\n[tool]\nnewsclaims = []", 3, "newsclaims must be a table", name="pyproject.toml"
    )
    refused(folder, "[tool.newsclaims.extract]\nglob = 5", 2, "glob must be", name="pyproject.toml")


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["schema"], ["doctor"], ["man"], ["extract", "--help"], ["extract", "x", "-h"],
     ["rules", "--help"], ["extract", "a.txt", "--no-config"]],
)  # fmt: skip
@pytest.mark.parametrize("content", ["colour = 1", "only = ["])
def test_a_misspelt_key_blocks_no_help(folder: Path, arguments: list[str], content: str) -> None:
    (folder / "newsclaims.toml").write_text(content)
    assert run(*arguments, cwd=folder).stdout


def test_numbers_beyond_all_reason_on_the_command_line(folder: Path) -> None:
    for more in (["--jobs", "99999999999"], ["--max-chars", str(10**30)], ["--timeout", "nan"], ["--timeout", "inf"]):
        assert b"Error" in run("extract", "a.txt", *more, cwd=folder, code=2).stderr
    assert b"Error" in run("show", "a.txt", "--width", str(10**30), cwd=folder, code=2).stderr


@pytest.mark.parametrize("name", ["quotes/cue_verbs.tsv", "quotes/notes", "notes.md"])
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_pipes_and_devices_among_word_tables(folder: Path, name: str, kind: str) -> None:
    """What is no table is not read at all, what has a table's name is refused; nothing is waited for."""
    path = folder / "lex" / name
    path.parent.mkdir(parents=True)
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    bad = name.endswith(".tsv")
    for more in (["--lexicon", "lex"], ["--lexicon", "lex", "-d", "out"]):
        line = command("extract", "a.txt", *more)
        done = subprocess.run(line, cwd=folder, capture_output=True, env=environment(), timeout=30, check=False)
        assert done.returncode == (2 if bad else 0), done.stderr
        assert not bad or done.stderr == b"newsclaims: lex/quotes/cue_verbs.tsv: not a regular file\n"


def test_a_bad_table_is_named_in_one_line(folder: Path) -> None:
    path = folder / "lex" / "quotes" / "cue_verbs.tsv"
    path.parent.mkdir(parents=True)
    path.write_text("# mine\nzorble\n")
    (folder / "newsclaims.toml").write_text('lexicon = "lex"\n')
    done = run("extract", "a.txt", cwd=folder, code=2)
    assert done.stderr.decode().endswith("lex/quotes/cue_verbs.tsv:2: 1 columns, the table has 3 (separated by tabs)\n")
    assert len(done.stderr.splitlines()) == 1
    done = run("extract", "a.txt", "--lexicon", "none", "--no-config", cwd=folder, code=2)
    assert done.stderr == b"newsclaims: --lexicon: none: No such file or directory\n"


@pytest.mark.parametrize(
    ("name", "row", "said"),
    [
        ("quotes/deep/cue_verbs.tsv", "zorble\tspeech\tthat", "no deeper: quotes/cue_verbs.tsv"),
        ("quotes/cue_verbs.tsv", "\t\t", "cue_verbs.tsv:1: an empty word"),
        ("matching/columns.tsv", "words\tclaim\tnan", "column 3 is 'nan', but must be"),
        ("matching/columns.tsv", "words\tclaim\tinf", "column 3 is 'inf', but must be"),
    ],
)
def test_tables_in_a_wrong_place_and_rows_that_are_none(folder: Path, name: str, row: str, said: str) -> None:
    path = folder / "lex" / name
    path.parent.mkdir(parents=True)
    path.write_text(f"{row}\n")
    assert said in run("extract", "a.txt", "--lexicon", "lex", cwd=folder, code=2).stderr.decode()


def test_a_word_table_is_no_output(folder: Path) -> None:
    path = folder / "lex" / "quotes" / "cue_verbs.tsv"
    path.parent.mkdir(parents=True)
    path.write_text("zorble\tspeech\tthat,quote,after\n")
    done = run("extract", "a.txt", "--lexicon", "lex", "-o", path, cwd=folder, code=2)
    assert b"an input must not be the output too" in done.stderr
