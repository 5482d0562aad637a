"""The command line at a terminal: help, indented JSON, progress, and nothing of an article that acts on it."""

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
from program import SAMPLE, command, environment, run
from ready import ready, request_of

from newsclaims.cli.app import COMMANDS
from newsclaims.cli.options import FORMATS


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(SAMPLE, encoding="utf-8")
    return path


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
    variables = environment(TERM="xterm", PAGER="cat")  # what less writes is its own
    request = request_of([*map(str, arguments)], os.getcwd(), variables)
    if request is None:
        pytest.skip("where no program is kept ready")
    forks = ready(environment())
    process = forks.start(request, (os.open(os.devnull, os.O_RDONLY), slave, os.open(os.devnull, os.O_WRONLY)))
    chunks = []
    with suppress(OSError):
        while chunk := os.read(master, 65536):
            chunks.append(chunk)
    forks.end(process, 60)
    os.close(master)
    return b"".join(chunks).decode()


def test_terminal_gets_indented_json_for_one_article_and_lines_for_more(story: Path) -> None:
    assert on_terminal("extract", story).startswith("{\r\n")
    assert len(on_terminal("extract", story, story).splitlines()) == 2


@pytest.mark.parametrize("format", [name for name in FORMATS if name not in ("sqlite", "parquet", "brat", "docbin")])
def test_no_control_character_of_an_article_reaches_a_terminal(tmp_path: Path, format: str) -> None:
    harm = "\x1b[2J\x1b]0;title\x07\x9b31m\u202e\x7f\x00\x08"
    path = tmp_path / "a.txt"
    path.write_bytes(f"{SAMPLE} Ann{harm} Smith{harm} said {harm} it cost $5.{harm}".encode())
    shown = on_terminal("extract", path, "--language", "any", "-f", format)
    assert not set(shown) & set(harm) - set("[]02Jm31;title")
    if format.startswith("json"):
        assert json.loads(shown)["id"] == "a"
        assert json.loads(shown) == json.loads(run("extract", path, "--language", "any", "-f", format).stdout)


@pytest.mark.parametrize(
    "words",
    [
        ("check", "-f", "json"),
        ("check", "-f", "jsonl"),
        ("check",),
        ("check", "-f", "sarif"),
        ("check", "-f", "github"),
        *(("checklist", "-f", name) for name in ("text", "markdown", "csv", "html")),
        *(
            ("match", "-f", name, "-a", "CHECKS", "--min-score", "0", "--no-cache")
            for name in ("text", "json", "jsonl")
        ),
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
    checks = tmp_path / "checks.jsonl"
    review = {"@type": "ClaimReview", "claimReviewed": f"It cost them{harm} $5, Ann{harm} Smith said.", "url": harm}
    checks.write_text(json.dumps(review | {"author": {"name": harm}}))
    places = {"A": str(path), "CHECKS": str(checks)}
    arguments = [places.get(word, word) for word in words] + ["--no-config", "--language", "any"]
    shown = on_terminal(*arguments, path)
    own = re.sub("\x1b\\[[0-9;]*m", "", shown)  # our colours
    assert not {mark for mark in own if mark in harm and not mark.isprintable()}
    assert "␛[" not in shown, "our colours are not escaped"
    assert shown.strip() or words[0] == "check"  # which may find nothing
    if "--json" in words or {"json", "jsonl"} & {*words}:
        plain = run(*arguments, path).stdout.decode()
        assert "\x9b" in plain or "\u202e" in plain
        assert [json.loads(one) for one in _objects(shown)] == [json.loads(one) for one in _objects(plain)]


def _objects(output: str) -> list[str]:
    """Return the JSON of an output: whole where it is indented, else by line."""
    lines = output.replace("\r\n", "\n").strip("\n").split("\n")
    return ["\n".join(lines)] if lines[0] == "{" else lines


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


@pytest.mark.parametrize("name", ["facts.jsonl", "facts.db", "tables"])
def test_progress_of_a_run_into_a_file(tmp_path: Path, name: str) -> None:
    """A run that takes its time says on a terminal how far it is, whatever it writes; a short one says nothing."""
    pty = pytest.importorskip("pty")
    news = tmp_path / "news"
    news.mkdir()
    for number in range(40):
        (news / f"{number}.txt").write_text(SAMPLE, encoding="utf-8")
    (tmp_path / "sitecustomize.py").write_text(
        "import os, newsclaims.cli.progress as progress\nprogress._LATE = float(os.environ['LATE'])\n"
    )
    to = ["-d", str(tmp_path / name), "-f", "csv"] if name == "tables" else ["-o", str(tmp_path / name)]
    for late, expected in (("0", True), ("600", False)):
        master, slave = pty.openpty()
        line = command("extract", str(news), *to, "--jobs", "1")
        with subprocess.Popen(
            line, stdout=subprocess.DEVNULL, stderr=slave,
            env=environment(TERM="xterm", LATE=late, PYTHONPATH=os.pathsep.join([str(tmp_path), *sys.path])),
        ) as process:  # fmt: skip
            os.close(slave)
            chunks = []
            with suppress(OSError):
                while chunk := os.read(master, 65536):
                    chunks.append(chunk)
            assert process.wait(60) == 0
        os.close(master)
        assert (b" files" in b"".join(chunks)) is expected


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("extract --format do", {"docbin", "doccano"}), ("extract --only quotes,", {"quotes,dates", "quotes,claims"}),
        ("extract --color n", {"never"}), ("explain checks.weekday-d", {"checks.weekday-date"}),
        ("find --kind mon", {"money"}), ("check --format sa", {"sarif"}), ("scor", {"score"}),
    ],
)  # fmt: skip
def test_completion_offers_values(words: str, offered: set[str]) -> None:
    typed = f"newsclaims {words}".split(" ")
    shown = complete("bash", COMP_WORDS=" ".join(typed), COMP_CWORD=str(len(typed) - 1))
    assert {*shown.split()} >= offered


def complete(shell: str, cwd: Path | None = None, **variables: str) -> str:
    """Return what the program offers to a shell that completes a word for it."""
    called = "import sys; sys.argv = ['newsclaims']; from newsclaims.cli.app import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", called], capture_output=True, text=True, cwd=cwd, check=False,
        env=environment(_NEWSCLAIMS_COMPLETE=f"complete_{shell}", **variables),
    )  # fmt: skip
    assert not done.stderr
    return done.stdout


def test_completion_offers_paths_where_the_shell_does_not(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "next.txt").write_text("He won.")
    (tmp_path / ".hidden").write_text("")
    shown = complete("zsh", tmp_path, _TYPER_COMPLETE_ARGS="newsclaims extract ne")
    assert "news/" in shown and "next.txt" in shown and ".hidden" not in shown
    assert not complete("bash", tmp_path, COMP_WORDS="newsclaims extract ne", COMP_CWORD="2").strip()


def test_summaries_of_commands_are_whole() -> None:
    shown = run("--help").stdout.decode().partition("Commands:")[2]
    assert "..." not in shown and shown.count(".\n") >= len(COMMANDS)


@pytest.mark.parametrize(
    ("variables", "colored"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "0"}, False), ({"FORCE_COLOR": ""}, False),
     ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False), ({"FORCE_COLOR": "3", "TERM": "dumb"}, True)],
)  # fmt: skip
def test_force_color(tmp_path: Path, variables: dict[str, str], colored: bool) -> None:
    (tmp_path / "a.txt").write_text(SAMPLE, encoding="utf-8")
    assert (b"\x1b[" in run("show", tmp_path / "a.txt", **variables).stdout) is colored
    assert b"\x1b[" not in run("show", tmp_path / "a.txt", "--color", "never", **variables).stdout


def test_widths_are_those_of_terminals() -> None:
    from newsclaims.terminal.page import columns, cut, wrapped

    widths = {"“Lima” – naïve …": 16, "日本": 4, "e\u0301": 1, "👩\u200d👩\u200d👧": 2, "a\u200bb": 2, "€5": 2}
    assert {text: columns(text) for text in widths} == widths
    assert wrapped("日本" * 5, 7) == ["日本日", "本日本", "日本日", "本"]
    assert cut("日本日本", 5) == "日本…"
