"""The command line at a terminal: help, indented JSON, progress, and nothing of an article that acts on it."""

from __future__ import annotations

import json
import os
import re
import subprocess
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest
from program import SAMPLE, command, environment, run


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
    arguments = [str(path) if word == "A" else word for word in words] + ["--no-config", "--language", "any"]
    shown = on_terminal(*arguments, path)
    own = re.sub("\x1b\\[[0-9;]*m", "", shown)  # our colours
    assert not {mark for mark in own if mark in harm and not mark.isprintable()}
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
