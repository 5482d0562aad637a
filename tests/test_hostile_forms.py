"""Files made to harm the readers of other forms: each costs itself, in bounded time and memory, with one clear line."""

from __future__ import annotations

import io
import json
import random
import socket
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from forms import FORMS, HTML, TEXT
from program import environment, records, run

import newsclaims
from newsclaims.extract import extract_record
from newsclaims.model import Article, Failure
from newsclaims.text.files import pieces, pieces_of, records_in
from newsclaims.text.intake import Intake
from newsclaims.text.readers.fragments import text_of
from newsclaims.text.readers.markdown import visible
from newsclaims.text.readers.saved import article_of
from newsclaims.text.records import Record

CODES = {
    "bad-json", "bad-table", "bad-xml", "bad-query", "no-text", "not-text", "no-articles", "own-output", "unreadable",
    "too-long",
}  # fmt: skip


def read(path: Path, intake: Intake | None = None) -> list[Any]:
    how = intake or Intake(max_chars=20_000, query="SELECT * FROM news")
    return [record for piece in pieces(str(path), how) for record in records_in(piece, how)]


@pytest.mark.parametrize("name", [name for name in FORMS if not name.startswith(("t.", "front", "wrapped"))])
def test_damaged_files_cost_themselves(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    FORMS[name](path)
    whole = path.read_bytes()
    chance = random.Random(name)
    for number in range(24):
        data = bytearray(whole)
        if number % 3 == 0:
            del data[chance.randrange(len(data)) :]
        for _ in range(number):
            if data:
                data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
        for found in read(path):
            if isinstance(found, Failure):
                assert found.code in CODES, found
                assert len(found.message) < 500 and "\n" not in found.message
            else:
                assert isinstance(found, Record)
                found.text.encode("utf-8")


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html", "rss", "csv", "parquet", "warc", "db", "json", "md"])
def test_any_bytes_under_any_name(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"x.{suffix}"
    chance = random.Random(suffix)
    begins = (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html><p>", b"<rss><item>", b"PAR1", b"WARC/1.0\r\n", b"[", b"---\n")
    for begin in begins:
        path.write_bytes(begin + chance.randbytes(600))
        assert all(not isinstance(item, Failure) or item.code in CODES for item in read(path))
        path.write_bytes(begin)
        assert all(not isinstance(item, Failure) or item.code in CODES for item in read(path))


def test_bombs_are_not_unpacked(tmp_path: Path) -> None:
    pytest.importorskip("docx")
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (64 << 20))
    (found,) = read(path)
    assert found.code == "too-long"
    assert "unpacks to 67,108,864 bytes" in found.message
    entities = '<!DOCTYPE x [<!ENTITY a "He won.">' + "".join(
        f'<!ENTITY a{n} "{"&a;" if not n else f"&a{n - 1};" * 10}">' for n in range(12)
    )
    (tmp_path / "a.rss").write_text(f"{entities}]><rss><item><description>&a11; x</description></item></rss>")
    for item in read(tmp_path / "a.rss"):
        assert isinstance(item, Failure) or len(item.text) < 1000
    (tmp_path / "secret").write_text("secret words")
    system = f'<!DOCTYPE x [<!ENTITY s SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    (tmp_path / "b.rss").write_text(f"{system}<rss><item><description>He won. &s;</description></item></rss>")
    assert not [item for item in read(tmp_path / "b.rss") if "secret" in getattr(item, "text", "")]


def test_no_reader_uses_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("the network is used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    for name in ("a.html", "a.warc.gz", "a.rss", "a.docx", "a.pdf", "a.md"):
        FORMS[name](tmp_path / name)
        assert isinstance(read(tmp_path / name)[0], Record)
    (tmp_path / "b.html").write_text("http://e.org/story")
    (tmp_path / "c.html").write_text(HTML.replace("<head>", '<head><link rel="amphtml" href="http://e.org/amp">'))
    assert [type(read(tmp_path / name)[0]) for name in ("b.html", "c.html")] == [Record, Record]
    for address in ("https://e.org/story.html", "HTTP://e.org/x.txt"):
        assert b"no network" in run("extract", address, code=2).stderr
    FORMS["a.txt"](tmp_path / "a b.txt")
    (found,) = records(run("extract", (tmp_path / "a b.txt").as_uri()).stdout)
    assert found["id"] == "a b"


def test_a_query_can_only_read(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    FORMS["a.db"](path)
    before = path.read_bytes()
    for query in (
        "DELETE FROM news", "DROP TABLE news", f"ATTACH '{tmp_path / 'b.db'}' AS b", "PRAGMA journal_mode = WAL",
        "INSERT INTO news VALUES (1, 2, 3, 4)", "SELECT load_extension('x')", "SELECT nothing FROM news", "SELECT", "",
        "VACUUM INTO 'c.db'", "SELECT 1; SELECT 2",
    ):  # fmt: skip
        (found,) = read(path, Intake(query=query)) or [Failure(None, None, None, "bad-query", "no rows")]
        assert isinstance(found, Failure) and found.code in ("bad-query", "no-text"), query
    assert path.read_bytes() == before
    assert {item.name for item in tmp_path.iterdir()} == {"a.db"}
    (found,) = read(path, Intake())
    assert "--query" in found.message and "news" in found.message
    with sqlite3.connect(tmp_path / "d.db") as base:
        base.execute("CREATE TABLE news (text)")
        base.execute("INSERT INTO news VALUES (?)", (b"\xff\xfe He won.",))
    assert [item.code for item in read(tmp_path / "d.db")] == ["no-text"]


JUNK = (
    "[", "[a](b) ", "[a](", "*a ", "**", "&amp;", "\\*", "> ", "- a\n", "  - a\n", "`", "![a](b)", "![", "<a>", "[^1]",
    "|a", "|a|b|\n|-|-|\n", "He won *today* [x](y).\n\n", "<", "a`b", "---\n", "a: b\n", '[a](b "', "x&y;", "[a]: b\n",
    "<!--", "> - ", "<script>", "\r", "\r\n", "\u2028", "\0",
)  # fmt: skip


@pytest.mark.parametrize("junk", JUNK)
def test_markdown_keeps_every_place(junk: str) -> None:
    for text in (junk * 300, f"The council **voted**. {junk * 40}He won.", f"{junk}\n\nHe _won_ the [seat]({junk})."):
        origin, _ = visible(text)
        blanked = origin.blanked()
        shown = origin.visible()
        assert len(blanked) == len(text)
        assert shown.strip() == "" or blanked.strip()
        for start in range(0, len(shown), 1 + len(shown) // 60):
            first, last = origin.span(start, min(len(shown), start + 7))
            assert 0 <= first <= last <= len(text)
        found = extract_record(Record(shown, "x", origin=origin))
        assert isinstance(found, Article | Failure) and getattr(found, "code", "") != "internal", found
        for item in (*found.claims, *found.figures, *found.sentences) if isinstance(found, Article) else ():
            assert 0 <= item.start <= item.end <= len(text)


def test_damaged_results_are_failures() -> None:
    import newsclaims as library

    whole = json.loads(json.dumps({**library.extract(TEXT, date="2025-06-18").to_dict(), "text": TEXT}))
    article = article_of(whole)
    assert isinstance(article, Article)
    assert article.to_dict() == whole
    chance = random.Random(3)

    def places(value: Any) -> list[tuple[Any, Any]]:
        keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []
        return [place for key in keys for place in ((value, key), *places(value[key]))]

    for _ in range(150):
        damaged = json.loads(json.dumps(whole))
        holder, key = chance.choice(places(damaged))
        holder[key] = chance.choice([None, -1, "x", [], {}, 10**30, True, [[1]], 0.5])
        found = article_of(damaged, "x.jsonl", 1)
        assert isinstance(found, Article) or found.code == "bad-json"
    moved = json.loads(json.dumps(whole))
    moved["claims"][0]["start"] += 1
    found = article_of(moved)
    assert isinstance(found, Failure) and "does not stand" in found.message


def test_results_are_loaded(tmp_path: Path) -> None:
    FORMS["a.txt"](tmp_path / "a.txt")
    run("extract", tmp_path / "a.txt", "--with-text", "-o", tmp_path / "a.jsonl")
    with open(tmp_path / "a.jsonl", "a") as file:
        file.write('{"text": "He won."}\n{"schema_version": "1.1", "id": "b", "source": null, "error":')
        file.write(' {"code": "no-text", "message": "no text", "line": 2}}\n{"schema_version": "1.1"}\n')
    article, *others = newsclaims.load(tmp_path / "a.jsonl")
    assert isinstance(article, Article)
    assert article.text == TEXT
    assert [getattr(item, "code", "") for item in others] == ["bad-json", "no-text", "no-text"]
    with pytest.raises(FileNotFoundError):
        newsclaims.load(tmp_path / "nothing.json")


def test_a_missing_package_is_named(tmp_path: Path) -> None:
    for name, package in (("a.html", "trafilatura"), ("a.pdf", "pypdf"), ("a.docx", "docx"), ("a.rss", "lxml")):
        (tmp_path / name).write_bytes({"a.pdf": b"%PDF-1.7", "a.docx": b"PK\x03\x04"}.get(name, b"<p>He won.</p>"))
        code = f"import sys; sys.modules[{package!r}] = None\n"
        code += f"sys.argv = ['newsclaims', 'extract', {str(tmp_path / name)!r}]\n"
        whole = [sys.executable, "-c", code + "from newsclaims.cli.app import main; main()"]
        done = subprocess.run(whole, capture_output=True, env=environment(), timeout=120, check=False)
        line = done.stderr.decode().splitlines()[0]
        assert f"needs the package {package}: pip install 'newsclaims[" in line, line
        assert done.returncode == 2


def test_fragments_of_feeds() -> None:
    pytest.importorskip("lxml")
    assert text_of("<p>He <b>won</b>.</p><p>She lost &amp; left.<br>So did I.</p><script>x()</script>") == (
        "He won.\n\nShe lost & left. So did I."
    )
    assert text_of("5 < 6") and text_of("plain") == "plain"
    stream = io.BytesIO(b"<rss><item><title>A</title></item><item><description>B</description></item></rss>")
    first, second = [r for p in pieces_of(stream, "x.rss", form="feed") for r in records_in(p)]
    assert (first.code, second.text) == ("no-text", "B")  # type: ignore[union-attr]
