"""The command line end to end: inputs, options, outputs, exit codes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest
from program import SAMPLE, command, environment, records, run

from newsclaims.cli.app import COMMANDS


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(SAMPLE, encoding="utf-8")
    return path


def test_one_article(story: Path) -> None:
    (record,) = records(run("extract", story, "--date", "2025-11-08").stdout)
    assert (record["id"], record["source"], record["published"]) == ("story", str(story), "2025-11-08")
    assert record["published_basis"] == "given"
    assert [date["value"] for date in record["dates"]] == ["2025-11-06"]


def test_piped_text_and_piped_lines() -> None:
    (record,) = records(run("extract", input=SAMPLE.encode()).stdout)
    assert (record["id"], record["source"]) == ("-", "-")
    lines = b'{"id": 5, "maintext": "He won.", "date_publish": "2025-11-06 10:00:00", "title": "T"}\n'
    lines += b'{"body": "She lost."}\n'
    first, second = records(run("extract", "-", input=lines).stdout)
    assert (first["id"], first["published"], first["published_basis"], first["title"]) == (
        "5",
        "2025-11-06",
        "metadata",
        "T",
    )
    assert second["id"] == "-:2"


def test_given_date_wins_over_the_record_s() -> None:
    line = b'{"text": "He won.", "date": "2024-01-01"}\n'
    (record,) = records(run("extract", "--date", "2025-11-06T10:00Z", input=line).stdout)
    assert (record["published"], record["published_basis"]) == ("2025-11-06", "given")


def test_folders_are_read_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.md", "a.jsonl", "c.txt", "b/skip.pdf", ".hidden.txt", "é.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"text": "He won.", "id": "a"}\n' if name.endswith("jsonl") else "He won.")
    assert [r["id"] for r in records(run("extract", tmp_path).stdout)] == ["a", "1", "2", "c", "é"]
    only = run("extract", tmp_path, "--glob", "b/*", "--glob", "*.pdf").stdout
    assert [r["id"] for r in records(only)] == ["1", "2", "skip"]


def test_bad_line_costs_itself_only(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"text": "He won.", "id": "a"}\n{bad\n\n{"id": "b"}\n{"text": "She lost.", "id": "c"}\n')
    done = run("extract", path, code=1)
    assert [r["id"] for r in records(done.stdout)] == ["a", "c"]
    errors = done.stderr.decode().splitlines()
    assert errors[0].startswith(f"newsclaims: {path}:2: not JSON")
    assert errors[1].startswith(f"newsclaims: {path}:4: no text")
    inline = records(run("extract", path, "--errors", "inline", code=1).stdout)
    assert [r.get("error", {}).get("code") for r in inline] == [None, "bad-json", "no-text", None]
    assert set(inline[1]) == {"schema_version", "id", "source", "error"}


def test_missing_file_beside_a_good_one(story: Path) -> None:
    done = run("extract", "nowhere.txt", story, code=1)
    assert len(records(done.stdout)) == 1
    assert b"nowhere.txt: no such file" in done.stderr
    run("extract", "nowhere.txt", code=2)


def test_only_leaves_no_id_that_leads_nowhere(story: Path) -> None:
    (record,) = records(run("extract", story, "--only", "quotes,dates").stdout)
    assert record["quotes"]
    assert record["dates"]
    assert record["claims"] == record["entities"] == record["figures"] == []
    assert record["quotes"][0]["speaker"]["entity"] is None


def test_formats(story: Path, tmp_path: Path) -> None:
    one = run("extract", story, "--format", "json").stdout
    assert one.startswith(b"{\n  ")
    assert json.loads(one)["id"] == "story"
    two = json.loads(run("extract", story, story, "-f", "json").stdout)
    assert [item["id"] for item in two] == ["story", "story"]
    target = tmp_path / "out.json"
    run("extract", story, "--output", target)
    assert target.read_bytes() == one
    assert sorted(os.listdir(tmp_path)) == ["out.json", "story.txt"]


def test_encoding(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes("“Peru” costs €5.".encode("cp1252"))
    (forced,) = records(run("extract", path, "--encoding", "cp1252").stdout)
    assert forced["warnings"] == [w for w in forced["warnings"] if "replaced" not in w]
    (guessed,) = records(run("extract", path).stdout)
    assert any("replaced" in warning for warning in guessed["warnings"])


@pytest.mark.parametrize(
    "arguments",
    [
        ["--date", "soon"], ["--only", "verbs"], ["--only", ","], ["--format", "xml"], ["--encoding", "klingon"],
        ["--errors", "loud"], ["--jobs", "-1"], ["--nonsense"], ["--output", "a", "--output-dir", "b"], ["-f",
        "sqlite"],
    ],
)  # fmt: skip
def test_wrong_usage(story: Path, arguments: list[str]) -> None:
    done = run("extract", story, *arguments, code=2)
    assert done.stdout == b""
    assert b"Error" in done.stderr


def test_unwritable_output(story: Path, tmp_path: Path) -> None:
    for target in (tmp_path, tmp_path / "no" / "out.json"):
        done = run("extract", story, "--output", target, code=2)
        assert len(done.stderr.splitlines()) == 1


def test_fail_empty(tmp_path: Path, story: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("Hm.\n")
    run("extract", empty, "--fail-empty", code=3)
    run("extract", story, "--fail-empty", code=0)


def test_files_from(tmp_path: Path, story: Path) -> None:
    second = tmp_path / "line\nbreak.txt"
    second.write_text("He won.")
    listing = tmp_path / "list"
    listing.write_text(f"{story}\n")
    assert len(records(run("extract", "--files-from", listing).stdout)) == 1
    names = f"{story}\0{second}\0".encode()
    assert [r["id"] for r in records(run("extract", "--files-from", "-", "-0", input=names).stdout)] == [
        "story",
        "line\nbreak",
    ]
    assert run("extract", "--files-from", "-", input=b"").stdout == b""


def test_max_chars(story: Path) -> None:
    done = run("extract", story, "--max-chars", "20", code=2)
    assert b"more than the limit of 20" in done.stderr


def test_no_path_on_a_terminal_prints_help() -> None:
    pty = pytest.importorskip("pty")
    master, slave = pty.openpty()
    done = subprocess.run(
        command("extract"), stdin=slave, capture_output=True, env=environment(), timeout=60, check=False
    )
    os.close(master)
    os.close(slave)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"Usage:" in done.stderr


def on_terminal(*arguments: object) -> str:
    """Return what the program writes when its standard output is a terminal."""
    pty = pytest.importorskip("pty")
    master, slave = pty.openpty()
    with subprocess.Popen(
        command(*map(str, arguments)),
        stdin=subprocess.DEVNULL,
        stdout=slave,
        stderr=subprocess.PIPE,
        env=environment(TERM="xterm"),
    ) as process:
        os.close(slave)
        chunks = []
        while True:
            try:
                chunk = os.read(master, 65536)
            except OSError:
                break
            if not chunk:
                break
            chunks.append(chunk)
        process.wait(60)
    os.close(master)
    return b"".join(chunks).decode()


def test_terminal_gets_indented_json_for_one_article_and_lines_for_more(story: Path) -> None:
    assert on_terminal("extract", story).startswith("{\r\n")
    assert len(on_terminal("extract", story, story).splitlines()) == 2


@pytest.mark.parametrize("format", ["json", "jsonl", "csv", "tsv", "text", "html"])
def test_no_control_character_of_an_article_reaches_a_terminal(tmp_path: Path, format: str) -> None:
    harm = "\x1b[2J\x1b]0;title\x07\x9b31m\u202e\x7f\x00\x08"
    path = tmp_path / "a.txt"
    path.write_bytes(f"{SAMPLE} Ann{harm} Smith{harm} said {harm} it cost $5.{harm}".encode())
    shown = on_terminal("extract", path, "-f", format)
    assert not set(shown) & set(harm) - set("[]02Jm31;title")
    if format.startswith("json"):
        assert json.loads(shown)["id"] == "a"
        assert json.loads(shown) == json.loads(run("extract", path, "-f", format).stdout)


@pytest.mark.parametrize(
    "words",
    [
        ("check", "-f", "json"),
        ("check", "-f", "jsonl"),
        ("check",),
        ("compare", "A", "-f", "json"),
        ("compare", "A"),
        ("find", "--kind", "quotes", "--json"),
        ("find", "--kind", "entities"),
        ("show",),
        ("extract", "-o", "/dev/stdout"),
        ("extract", "-o", "/dev/stdout", "-f", "csv"),
        ("extract", "--why"),
        ("report", "-o", "-"),
    ],
    ids=" ".join,
)
def test_no_control_character_reaches_a_terminal_from_any_command(tmp_path: Path, words: tuple[str, ...]) -> None:
    """C1 controls and direction characters too, which JSON need not escape."""
    harm = "\x1b]0;title\x07\x9b31m\x90\u202e\u2066\x7f\x00\x08"
    path = tmp_path / "a.txt"
    said = f"“It {harm} cost them{harm} $5 and more than 3{harm} years,” Ann{harm} Smith{harm} said.\n"
    path.write_bytes(f"{SAMPLE}{said}".encode())
    arguments = [str(path) if word == "A" else word for word in words]
    shown = on_terminal(*arguments, "--no-config", path)
    own = re.sub("\x1b\\[[0-9;]*m", "", shown)  # our colours
    assert not {mark for mark in own if mark in harm and not mark.isprintable()}
    if "--json" in words or {"json", "jsonl"} & {*words}:
        plain = run(*arguments, "--no-config", path).stdout.decode()
        assert "\x9b" in plain or "\u202e" in plain
        assert [json.loads(one) for one in _objects(shown)] == [json.loads(one) for one in _objects(plain)]


def _objects(output: str) -> list[str]:
    """Return the JSON of an output: whole where it is indented, else by line."""
    lines = output.replace("\r\n", "\n").strip("\n").split("\n")
    return ["\n".join(lines)] if lines[0] == "{" else lines


def test_version_and_help() -> None:
    assert run("--version").stdout.startswith(b"newsclaims ")
    assert b"rules:" in run("--version").stdout
    for name in COMMANDS:
        text = run(name, "--help").stdout.decode()
        assert text.count(f"newsclaims {name}") >= 2, f"two examples in the help of {name}"
    run("extrakt", code=2)


def test_configuration(tmp_path: Path, story: Path) -> None:
    config = tmp_path / "newsclaims.toml"
    config.write_text('only = ["dates"]\ndate = "2025-11-08"\n')
    (record,) = records(run("extract", "story.txt", cwd=tmp_path).stdout)
    assert record["published"] == "2025-11-08"
    assert record["claims"] == []
    (record,) = records(run("extract", "story.txt", "--date", "2025-11-01", cwd=tmp_path).stdout)
    assert record["published"] == "2025-11-01"
    (record,) = records(run("extract", "story.txt", "--no-config", cwd=tmp_path).stdout)
    assert record["published"] is None
    for bad in ("only = [", "colour = 1", "[extrakt]\na = 1", '"\x00"'):
        config.write_text(bad)
        done = run("extract", "story.txt", cwd=tmp_path, code=2)
        assert b"newsclaims.toml" in done.stderr
    config.unlink()
    (tmp_path / "pyproject.toml").write_text('[tool.newsclaims]\ndate = "2025-11-07"\n')
    (record,) = records(run("extract", "story.txt", cwd=tmp_path).stdout)
    assert record["published"] == "2025-11-07"


def test_python_m_and_import_are_light() -> None:
    code = (
        "import sys, newsclaims\n"
        "heavy = {'typer', 'rich', 'dateparser', 'pydantic', 'regex', 'sqlite3'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env=environment())


def test_completion_script() -> None:
    done = run("--show-completion", "bash", code=None)
    assert b"newsclaims" in done.stdout or done.returncode in (0, 1, 2)


@pytest.mark.parametrize("color", ["always", "never"])
def test_progress_on_a_terminal(tmp_path: Path, color: str) -> None:
    """How far a batch is stands on standard error, in colour only if that is wanted, and is gone at the end."""
    pty = pytest.importorskip("pty")
    news = tmp_path / "news"
    news.mkdir()
    for number in range(60):
        (news / f"{number}.txt").write_text(SAMPLE * 4, encoding="utf-8")
    master, slave = pty.openpty()
    line = command("extract", str(news), "-d", str(tmp_path / "out"), "--color", color, "--jobs", "1")
    with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=slave, env=environment(TERM="xterm")) as process:
        os.close(slave)
        chunks = []
        with suppress(OSError):
            while chunk := os.read(master, 65536):
                chunks.append(chunk)
        assert process.wait(60) == 0
    os.close(master)
    shown = b"".join(chunks).decode()
    assert "of 60 files" in shown
    colors = re.findall(r"\x1b\[[0-9;]*m", shown)
    assert bool(colors) is (color == "always")
    assert "60 articles, 0 failed" in shown.splitlines()[-1]


def test_progress_never_waits_for_the_last_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counting is spread over the redraws: what has no end does not keep the display, or the first result, waiting."""
    from newsclaims.cli import progress
    from newsclaims.text.inputs import Input, Selection

    monkeypatch.setattr(progress, "inputs_of", lambda paths, selection: (Input(str(n), str(n)) for n in count()))
    bar = progress.Progress(["endless"], Selection(), colored=False)
    monkeypatch.setattr(progress, "_EVERY", 0.0)
    bar.tick(files=1)
    bar.close()
