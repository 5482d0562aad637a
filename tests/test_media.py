"""What is no article although it is given as one: binary files, HTML, XML, CSV, JSON; and what only looks like it."""

from __future__ import annotations

import gzip
import io
import lzma
import os
import sqlite3
import sys
import zipfile
from pathlib import Path
from random import Random

import pytest
from program import SAMPLE, records, run

import newsclaims
from newsclaims.model import Failure
from newsclaims.text.files import pieces, records_in
from newsclaims.text.media import binary, markup, wide_encoding


def archive(*names: str) -> bytes:
    """Return a ZIP archive of these files."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name in names:
            file.writestr(name, f"<x>{SAMPLE}</x>" * 50)
    return content.getvalue()


def database(folder: Path) -> bytes:
    """Return the bytes of a SQLite database."""
    with sqlite3.connect(folder / "x.db") as base:
        base.execute("CREATE TABLE news (text TEXT)")
        base.execute("INSERT INTO news VALUES (?)", (SAMPLE,))
    return (folder / "x.db").read_bytes()


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + SAMPLE.encode()
BINARY = {
    "PDF": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nstream\n" + SAMPLE.encode() * 20 + b"endstream\n%%EOF\n",
    "PDF after blanks": b"\n\n%PDF-1.4\n" + SAMPLE.encode(),
    "DOCX": archive("[Content_Types].xml", "word/document.xml"),
    "XLSX": archive("[Content_Types].xml", "xl/workbook.xml"),
    "ZIP": archive("a.txt", "b.txt"),
    "ELF": b"\x7fELF\x02\x01\x01" + bytes(9) + SAMPLE.encode() * 9,
    "Windows": b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0" + SAMPLE.encode(),
    "gzip": gzip.compress(SAMPLE.encode()),
    "xz": lzma.compress(SAMPLE.encode()),
    "PNG": PNG,
    "JPEG": b"\xff\xd8\xff\xe0\0\x10JFIF\0" + SAMPLE.encode(),
    "GIF": b"GIF89a\x01\0\x01\0\x80\0\0" + SAMPLE.encode(),
    "Office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + SAMPLE.encode(),
    "RTF": b"{\\rtf1\\ansi " + SAMPLE.encode() + b"}",
    "Parquet": b"PAR1\x15\x04\x15\x20\0\0" + SAMPLE.encode() + b"PAR1",
    "binary data": bytes(range(256)) * 20,
    "binary data of NULs": (SAMPLE.encode() + bytes(40)) * 9,
    "binary data at random": Random(5).randbytes(9000),
}


@pytest.mark.parametrize("kind", BINARY)
def test_binary_files_are_refused_and_named(tmp_path: Path, kind: str) -> None:
    for name in ("story.txt", "story", "feed.jsonl", "data.json", "story.txt.gz"):
        if name == "story" and kind.split()[0] in ("PDF", "DOCX", "Parquet"):
            continue  # what can be read is read by its first bytes
        path = tmp_path / name
        path.write_bytes(gzip.compress(BINARY[kind]) if name.endswith(".gz") else BINARY[kind])
        (found,) = [record for piece in pieces(str(path)) for record in records_in(piece)]
        assert isinstance(found, Failure), name
        assert found.code == "not-text", name
        assert kind.split(" of ")[0].split(" at ")[0].split(" after ")[0] in found.message, name


def test_a_database_and_a_program(tmp_path: Path) -> None:
    assert "SQLite" in str(binary(database(tmp_path)))
    with open(os.path.realpath(sys.executable), "rb") as file:
        assert "program" in str(binary(file.read(1 << 20)))


def test_own_parquet_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "a.txt").write_text(SAMPLE, encoding="utf-8")
    run("extract", tmp_path / "a.txt", "-o", tmp_path / "facts.parquet")
    assert b"a table of facts" in run("extract", tmp_path / "facts.parquet", code=2).stderr


@pytest.mark.parametrize(
    "text",
    [
        "MZ is how a program for Windows begins.", "BM, the maker of trains, cut 500 jobs.", "PAR1 was the first.",
        "PK Sharma won the seat.", "GIF89a was a format.", "ID3 tags name the song.", "RIFF raff.", "ustar " * 60,
        "Holt won.\0 Bell lost the seat.\0", "a\x1b[31mred\x1b[0m word",
    ],
)  # fmt: skip
def test_text_that_begins_like_a_binary_file_is_read(text: str) -> None:
    assert binary(text.encode()) is None


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize(
    "text", [SAMPLE, "He won.", "Peru", "«Мы ждали слишком долго», — сказала она.", "Prix : 5 € à Évian\r\nfin"]
)
def test_wide_text_without_a_mark_is_text(encoding: str, text: str) -> None:
    data = text.encode(encoding)
    assert wide_encoding(data) == encoding
    assert binary(data) is None
    (record,) = records(run("extract", input=data).stdout)
    assert record["sentences"][-1]["end"] <= len(text)
    assert not [warning for warning in record["warnings"] if "replaced" in warning]


def test_a_nul_in_few_words_is_no_wide_text() -> None:
    """Its pairs of letters would be Chinese ones, and NUL and blank a blank."""
    for data in (b"id,text\n1,Holt\0 won the seat.\n", b"Ann\0 won it.", b"No \0\0rain in May.."):
        assert wide_encoding(data) is None
    (record,) = records(run("extract", "--with-text", input=b"Holt\0 won the seat in May.").stdout)
    assert record["text"].startswith("Holt")


@pytest.mark.parametrize("encoding", ["shift_jis", "euc-jp", "iso2022_jp", "gb18030", "koi8-r", "cp1252", "utf-16"])
def test_text_in_other_encodings_is_text(encoding: str) -> None:
    words = {"koi8-r": "Мы ждали слишком долго. ", "cp1252": "Les élèves de l’école à Évian. "}
    data = (words.get(encoding, "市議会は火曜日、新しい橋の建設を承認した。") * 30).encode(encoding)
    assert binary(data) is None
    assert binary(data, encoding) is None


HTML = (
    "<!DOCTYPE html>\n<html lang='en'><head><title>Bridge</title></head><body><p>The council voted.</p></body></html>",
    "\ufeff\n<HTML><BODY><P>The council voted.</P></BODY></HTML>",
    "<!-- saved by a browser -->\n<!doctype html><html><head></head><body>The council voted.</body></html>",
    "<p>The council voted on Tuesday.</p>\n<p>The mayor said it was <b>time</b>.</p>\n",
    "<div class='story'><h1>Bridge</h1><p>The council voted.</p></div>",
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head/><body><p>It voted.</p></body></html>',
)
XML = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><item><title>A</title></item></channel></rss>',
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title></entry></feed>',
    '<?xml version="1.0"?>\n<nitf><body><p>The council voted.</p></body></nitf>',
    "<article-list><story><line>The council voted.</line></story></article-list>",
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><text>It voted.</text></svg>',
)
TABLES = (
    'id,title,text\r\n1,Dam,"Holt won, and the seat is his."\r\n2,Mill,"Bell lost."\r\n',
    "id;date;text\n1;2025-11-06;Holt won the seat\n",
    "Club\tPlayed\tWon\nLeeds\t38\t20\nDerby\t38\t11\n",
    '"id","title","text"\n"1","A","Two\nlines"\n',
)
JSON = ('{"id": "a", "text": "Holt won."}\n{"id": "b", "text": "Bell lost."}\n', '[\n {"text": "Holt won."}\n]\n')


@pytest.mark.parametrize(
    ("texts", "name"),
    [(HTML, "HTML"), (XML, "XML|feed|SVG"), (TABLES, "CSV"), (JSON, "JSON")],
    ids=lambda item: item[:3],
)
def test_what_has_the_structure_of_a_format_is_refused(tmp_path: Path, texts: tuple[str, ...], name: str) -> None:
    for text in texts:
        kind = markup(text)
        assert kind is not None, text
        assert any(part in kind for part in name.split("|")), text
        assert ", not text" in kind
        (failure,) = newsclaims.extract_many([{"text": text}])
        if not text.startswith(("<p", "<div")):  # such fragments are what APIs give as text
            assert isinstance(failure, Failure)
            assert (failure.code, failure.message) == ("not-text", kind)
        article = newsclaims.extract(text)
        assert article.language is None
        assert not (article.claims or article.entities or article.figures or article.dates or article.quotes)
        assert article.warnings[0] == f"not read: {kind}"
        path = tmp_path / "a.txt"
        path.write_text(text, encoding="utf-8")
        assert kind.encode() in run("extract", path, code=2).stderr
        assert records(run("extract", path, "--language", "any").stdout)


@pytest.mark.parametrize(
    "text",
    [
        "<b>Lima</b> severed ties with <i>Mexico</i> on Thursday.",
        "<p> Lima severed ties with Mexico on Thursday, and the minister said more would follow.",
        "<LIMA> Peru severed ties with Mexico on Thursday.",
        "<strong>LIMA</strong> - Peru severed ties.\n\nThe minister spoke of <em>an unfriendly act</em>.<br>",
        "<html> was the first tag that Tim Berners-Lee wrote down, he said.",
        "<?xml is how many files begin, the engineer said.",
        "< 5 percent of voters turned out in Calder, the council said.",
        "The council voted.\n<p>The mayor left.</p>\n<p>So did he.</p>",
        "[Update] The council voted on Tuesday.",
        "{Correction} The council voted on Tuesday.",
        "[1] The council voted on Tuesday.\n[2] The mayor left.",
        "Lima, Bogota, Quito: three capitals, one storm\nRain fell, roads flooded, schools closed.\n",
        "Calder, Norvane, Estrel\n\nThe council voted on Tuesday, and the mayor left.",
        "Leeds 3, Derby 1, Hull 2\nYork 0, Bury 0, Bath 1\n",
        "Rain; wind; snow\nThe roads were closed; schools too.\n",
        "---\ntitle: Bridge\n---\nThe council voted.",
    ],
)
def test_an_article_with_a_few_such_signs_is_read(text: str) -> None:
    assert markup(text) is None
    assert newsclaims.extract(text).language == "en"


def test_one_bad_file_of_many(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SAMPLE, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(BINARY["PDF"])
    (tmp_path / "c.txt").write_text(HTML[0], encoding="utf-8")
    done = run("extract", tmp_path, "--errors", "inline", code=1)
    assert [record.get("error", {}).get("code") for record in records(done.stdout)] == [None, "not-text", "not-text"]
    assert b"b.txt: a PDF document, not text; its name must end in .pdf" in done.stderr
    for command in (["show"], ["check"], ["report", "-o", "-"], ["find", "--kind", "claims"]):
        done = run(command[0], tmp_path / "b.txt", *command[1:], code=2)
        assert b"a PDF document" in done.stderr


def test_piped_binary_data_is_refused() -> None:
    assert b"an image (PNG), not text" in run("extract", input=PNG, code=2).stderr
