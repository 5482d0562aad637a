"""What was passed over, replaced, ignored or not read is said on standard error, in one line of each run."""

from __future__ import annotations

from pathlib import Path

from program import records, run
from test_language import COUNCIL, FOREIGN


def test_a_folder_without_articles_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    (folder / "deep").mkdir(parents=True)
    out = tmp_path / "out"
    for arguments in (["extract"], ["extract", "-d", out], ["show"], ["check"], ["report"], ["find", "--who", "x"]):
        done = run(arguments[0], folder, *arguments[1:], code=2, cwd=tmp_path)
        assert f"{folder}: no articles: no files".encode() in done.stderr
    for name in ("a.html", "deep/b.html", "c.HTM", ".hidden.txt", "README"):
        (folder / name).write_text("He won.")
    done = run("extract", folder, code=2)
    passed = "5 files passed over (.html 2, .HTM 1, hidden 1, no suffix 1); see --glob"
    assert done.stderr.decode().splitlines()[0] == f"newsclaims: {folder}: no articles: {passed}"
    assert done.stdout == b""
    assert len(records(run("extract", folder, "--glob", "*.html").stdout)) == 2
    (tmp_path / "good.txt").write_text("He won.")
    assert len(records(run("extract", folder, tmp_path / "good.txt", code=1).stdout)) == 1
    (folder / "deep" / "e.txt").write_text("She lost.")
    assert run("extract", folder).stderr == b"", "what is passed over beside articles is not worth a word"


def test_replaced_bytes_and_ignored_dates_are_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("“Peru” costs €5.".encode("cp1252"))
    (tmp_path / "b.txt").write_bytes(b"He won the \xff seat.")
    lines = '{"text": "He won.", "date": "soon"}\n{"text": "She lost.", "date": "2025-11-06"}\n'
    (tmp_path / "c.jsonl").write_text(lines + '{"text": "Th\\ud800ey drew."}\n')
    names = [tmp_path / name for name in ("a.txt", "b.txt", "c.jsonl")]
    for more in ([], ["--jobs", "2"], ["-d", tmp_path / "out"]):
        line = run("extract", *names, *more).stderr.decode().splitlines()[0]
        assert line.startswith(
            f"newsclaims: 3 articles with characters replaced (as {tmp_path}/a.txt: 3 replaced: bytes"
        )
        assert "--encoding cp1252" in line
        assert f"; 1 article with a date ignored ({tmp_path}/c.jsonl:1: date 'soon' is no day" in line
    assert run("extract", *names, "--quiet").stderr == b""
    for name, *more in (["check"], ["show"], ["compare"], ["find", "--kind", "claims"]):
        done = run(name, *names, *more)
        assert b"newsclaims: 3 articles with characters replaced" in done.stderr, name
        assert len([line for line in done.stderr.splitlines() if b" findings in " not in line]) == 1


def test_inputs_without_articles_and_without_words_are_said(tmp_path: Path) -> None:
    """Otherwise a download that failed looks as an article in which nothing was found."""
    (tmp_path / "a.jsonl").write_text("\n")
    for arguments in (["extract"], ["extract", "-d", "out"], ["show"], ["check"], ["checklist"], ["report"]):
        done = run(arguments[0], "a.jsonl", *arguments[1:], cwd=tmp_path)
        assert b"newsclaims: no articles: what was read holds none" in done.stderr, arguments
        assert run(arguments[0], "a.jsonl", *arguments[1:], "--quiet", cwd=tmp_path).stderr == b""
    assert not (tmp_path / "report.html").exists()
    assert b"no articles" in run("extract", input=b"").stderr
    (tmp_path / "b.txt").write_text(" \n\n")
    done = run("extract", "b.txt", cwd=tmp_path)
    assert records(done.stdout)[0]["warnings"][0] == "no words: there is nothing to read"
    assert done.stderr == b"newsclaims: 1 article without a word (b.txt: no words: there is nothing to read)\n"
    done = run("check", "b.txt", cwd=tmp_path)
    assert b"Not read: there are no words in it." in done.stdout
    assert b"not in English" not in done.stdout + done.stderr


def test_commands_say_it_and_take_the_option(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(COUNCIL, encoding="utf-8")
    (tmp_path / "b.txt").write_text(FOREIGN["de"], encoding="utf-8")
    (tmp_path / "c.txt").write_text(FOREIGN["fr"], encoding="utf-8")
    done = run("extract", tmp_path)
    assert [record["language"] for record in records(done.stdout)] == ["en", "de", "fr"]
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("newsclaims: 2 articles not in English")
    assert "b.txt: " in line
    assert run("extract", tmp_path, "--quiet").stderr == b""
    assert run("extract", tmp_path, "--language", "any").stderr == b""
    for command in (["show"], ["check"], ["report", "-o", "-"], ["find", "--kind", "figures"], ["compare"]):
        name, *rest = command
        paths = [tmp_path / "b.txt", tmp_path / "c.txt"]
        plain = run(name, *paths, *rest, code=1 if name == "find" else 0)
        assert b"2 articles not in English" in plain.stderr, name
        forced = run(name, *paths, *rest, "--language", "any")
        assert [line for line in forced.stderr.splitlines() if b" findings in " not in line] == [], name
        assert forced.stdout != plain.stdout or name in ("check", "compare"), name
        assert b"must be one of: en, any" in run(name, *paths, *rest, "--language", "de", code=2).stderr, name
    assert b"must be one of: en, any" in run("extract", tmp_path, "--language", "", code=2).stderr
    assert b"not read" in run("check", tmp_path / "b.txt").stdout.lower()


def test_folders_of_results_know_the_option(tmp_path: Path) -> None:
    news = tmp_path / "b.txt"
    news.write_text(FOREIGN["de"], encoding="utf-8")
    assert b"1 article not in English" in run("extract", news, "-d", tmp_path / "out").stderr
    done = run("extract", news, "-d", tmp_path / "out", "--language", "any")
    assert b"0 skipped" in done.stderr
    assert b"not in English" not in done.stderr
