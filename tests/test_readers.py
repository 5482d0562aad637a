"""Readers of files of many articles: rows, pages and lists become pieces one by one, and what is damaged is said."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from newsclaims.model import Failure
from newsclaims.text.files import pieces, pieces_of, records_in
from newsclaims.text.intake import Intake
from newsclaims.text.records import Record

STORY = "The council voted on Tuesday to close the bridge. Mayor Ada Lind said the repair would cost $4 million."
PAGE = f"""<!DOCTYPE html><html><head><title>Bridge to close | Calder Post</title>
<meta property="og:title" content="Bridge to close"><meta property="article:published_time" content="2025-06-18T08:00">
</head><body><nav><a href="/">Home</a></nav><article><h1>Bridge to close</h1><p>{STORY}</p><p>{STORY}</p></article>
<footer>All rights reserved</footer></body></html>"""


def read(source: Any, form: str | None = None, intake: Intake | None = None) -> list[Any]:
    """Return what a path or the bytes of a file of a form give."""
    how = intake or Intake()
    found = pieces(str(source), how) if isinstance(source, Path) else pieces_of(io.BytesIO(source), "x", how, form)
    return [record for piece in found for record in records_in(piece, how)]


def parquet(path: Path, **columns: list[Any]) -> Path:
    pyarrow = pytest.importorskip("pyarrow")
    __import__("pyarrow.parquet").parquet.write_table(pyarrow.table(columns), path)
    return path


def warc(*pages: tuple[str, str, str, bytes]) -> bytes:
    """Return an archive of (record type, content type, address, body)."""
    pytest.importorskip("warcio")
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    file = io.BytesIO()
    writer = WARCWriter(file, gzip=False)
    for kind, content, address, body in pages:
        if kind == "response":
            http = StatusAndHeaders("200 OK", [("Content-Type", content)], protocol="HTTP/1.1")
            record = writer.create_warc_record(address, kind, payload=io.BytesIO(body), http_headers=http)
        else:
            more = {"Content-Type": content}
            record = writer.create_warc_record(address, kind, payload=io.BytesIO(body), warc_content_type=content)
            assert more
        writer.write_record(record)
    return file.getvalue()


def test_rows_of_parquet_are_articles(tmp_path: Path) -> None:
    import datetime

    day = datetime.datetime(2025, 6, 18, 8)
    path = parquet(
        tmp_path / "a.parquet", url=["http://e.org/a", "http://e.org/b", None], maintext=[STORY, None, "He won."],
        date_publish=[day, day, None], label=[1, 2, 3],
    )  # fmt: skip
    first, second, third = read(path, intake=Intake(keep_meta=True))
    assert isinstance(first, Record)
    assert (first.text, first.id, first.date, first.meta) == (STORY, "http://e.org/a", "2025-06-18", {"label": 1})
    assert isinstance(second, Failure)
    assert (second.code, second.line) == ("no-text", 2)
    assert third.id == "a:3"
    assert read(path.read_bytes())[0].text == STORY, "its first bytes tell what it is"
    assert read(path)[0].meta is None


@pytest.mark.parametrize("cut", [8, 50, 400])
def test_damaged_parquet_is_said(tmp_path: Path, cut: int) -> None:
    path = parquet(tmp_path / "a.parquet", text=[STORY])
    path.write_bytes(path.read_bytes()[:-cut])
    (found,) = read(path)
    assert found.code == "unreadable"
    assert len(found.message) < 400


def test_pages_of_a_web_archive_are_articles(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    import gzip

    data = warc(
        ("response", "text/html; charset=utf-8", "http://e.org/a", PAGE.encode()),
        ("response", "image/png", "http://e.org/p", b"\x89PNG"),
        ("conversion", "text/plain", "http://e.org/b", STORY.encode()),
    )
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(data))
    for found in (read(path), read(data)):
        page, text = found
        assert (page.id, page.title, page.date) == ("http://e.org/a", "Bridge to close", "2025-06-18")
        assert STORY in page.text
        assert "Home" not in page.text
        assert (text.id, text.text) == ("http://e.org/b", STORY)


def test_damaged_web_archives_cost_what_is_damaged() -> None:
    data = warc(*[("conversion", "text/plain", f"http://e.org/{n}", STORY.encode()) for n in range(3)])
    for at in range(0, len(data), 97):
        found = read(data[:at] + b"\0\xff" + data[at + 2 :], "warc")
        assert all(getattr(item, "code", "") not in ("internal",) for item in found), (at, found)
        assert all(getattr(item, "code", "") not in ("internal",) for item in read(data[:at], "warc")), at


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([{"text": STORY}, {"text": "He won."}]),
        json.dumps([{"text": STORY}, {"text": "He won."}], indent=4),
        json.dumps({"text": STORY}, indent=2) + "\n" + json.dumps({"text": "He won."}, indent=2),
        json.dumps({"status": "ok", "articles": [{"content": STORY}, {"content": "He won."}]}),
        json.dumps({"response": {"total": 2, "results": [{"fields": {"bodyText": t}} for t in (STORY, "He won.")]}}),
        json.dumps({"hits": {"hits": [{"_source": {"articleBody": t}} for t in (STORY, "He won.")]}}),
    ],
)
def test_lists_of_records(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        found = read(text.encode(encoding), "json")
        assert [item.text for item in found] == [STORY, "He won."]
    assert [item.id for item in found] == ["x:1", "x:2"]


def test_long_lists_are_read_at_constant_memory() -> None:
    class Endless(io.RawIOBase):
        """A list that never ends."""

        count = 0

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            self.count += 1
            return (b"[" if self.count == 1 else b",") + b",".join([b'{"text": "He won."}'] * 1000)

    items = pieces_of(Endless(), "x", Intake(max_chars=100), "json")  # type: ignore[arg-type]
    assert all(next(items).line == number for number in range(1, 5000))  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ['[{"text": "He won."}', '[{"text": "He won."}] x', '[{"text": "He won."} {}]', "[{]"])
def test_a_damaged_list_keeps_what_was_read(text: str) -> None:
    *good, last = read(text.encode(), "json")
    assert last.code == "bad-json"
    assert [item.text for item in good] == ["He won."] * text.count("won")


def test_a_table_of_articles() -> None:
    rows = f'Date published;Headline;Body\n2025-06-18;"Bridge; to close";"{STORY}\n\nHe left."\n;;He won.\n;;\n'
    first, second, third = read(rows.encode(), "table")
    assert (first.text, first.title, first.date) == (f"{STORY}\n\nHe left.", "Bridge; to close", "2025-06-18")
    assert (second.text, second.id) == ("He won.", "x:2")
    assert third.text == ""
    (found,) = read(b"a,b\n1,2\n", "table")
    assert (found.code, found.message.count("--text-key")) == ("no-text", 1)
    assert read(b"a,b\n1,2\n", "table", Intake(text_key="b"))[0].text == "2"
    *_, last = read(b'id,text\n1,"He won.\n' + b"x" * 6000, "table", Intake(max_chars=10))
    assert last.text.startswith("He won."), "what nothing closes ends with the file"


def test_facts_are_no_articles() -> None:
    (found,) = read(b"article,text,start,end\na,He won,0,6\n", "table")
    assert found.code == "own-output"


TOOLS: dict[str, dict[str, Any]] = {
    "newspaper4k": {"url": "U", "title": "T", "text": STORY, "publish_date": "2025-06-18 08:00:00", "authors": ["A"]},
    "news-please": {"url": "U", "title": "T", "maintext": STORY, "date_publish": "2025-06-18 08:00:00", "text": None},
    "trafilatura": {"source": "http://U", "title": "T", "text": STORY, "raw_text": "x", "date": "2025-06-18"},
    "Fundus": {
        "title": "T", "body": {"summary": [], "sections": [{"headline": [], "paragraphs": [STORY]}]},
        "publishing_date": "2025-06-18T08:00:00+00:00", "url": "U",
    },
    "NewsAPI": {"source": {"id": "x"}, "title": "T", "url": "U", "publishedAt": "2025-06-18", "content": STORY},
    "Guardian": {
        "id": "U", "webTitle": "T", "webPublicationDate": "2025-06-18T08:00:00Z", "fields": {"bodyText": STORY},
    },
    "schema.org": {"@id": "U", "headline": "T", "articleBody": STORY, "datePublished": "2025-06-18T08:00Z"},
    "Readability": {
        "title": "T", "content": f"<div><p>{STORY}</p></div>", "textContent": STORY, "publishedTime": "2025-06-18",
        "url": "U",
    },
    "goose3": {"title": "T", "cleaned_text": STORY, "publish_date": "2025-06-18", "final_url": "U"},
    "WordPress": {
        "id": "U", "date": "2025-06-18T08:00:00", "title": {"rendered": "T"},
        "content": {"rendered": f"<p>{STORY}</p>\n<p>&nbsp;</p>"},
    },
    "JSON Feed": {"id": "U", "title": "T", "content_text": STORY, "date_published": "2025-06-18T08:00:00-07:00"},
    "Elasticsearch": {"_id": "U", "_source": {"title": "T", "body": STORY, "published": "2025-06-18"}},
    "MongoDB": {"_id": {"$oid": "U"}, "title": "T", "text": STORY, "date": {"$date": "2025-06-18T08:00:00Z"}},
    "Hugging Face": {"id": "U", "title": "T", "article": STORY, "date": "2025-06-18", "highlights": "H"},
    "Mediacloud": {"url": "U", "title": "T", "text": STORY, "publish_date": "2025-06-18", "language": "en"},
}  # fmt: skip


@pytest.mark.parametrize("tool", TOOLS)
def test_records_of_the_tools_of_news(tool: str) -> None:
    if tool == "WordPress":
        pytest.importorskip("lxml")
    (record,) = read(json.dumps(TOOLS[tool]).encode(), "json")
    assert isinstance(record, Record), record
    assert (record.text, record.title, record.date) == (STORY, "T", "2025-06-18")
    assert record.id.removeprefix("http://") == "U"
    assert record.warnings == ()


def test_what_is_no_text_of_an_article() -> None:
    (failure,) = read(b'{"tokens": ["He", "won"], "text": ["He", "won"], "title": "T"}', "json")
    assert (failure.code, "--text-key" in failure.message, "tokens" in failure.message) == ("no-text", True, True)
    (cut,) = read(json.dumps({"content": f"{STORY[:-9]}… [+2310 chars]", "description": "D"}).encode(), "json")
    assert cut.text == STORY[:-9]
    assert cut.warnings == ("its source cut the text off: 2310 characters are missing",)


@pytest.mark.parametrize("form", ["json", "lines"])
@pytest.mark.parametrize(
    ("value", "said"),
    [("null", "null"), ("5", "a number"), ("[]", "an empty list"), ("true", "true"), ('{"a": 1}', "an object")],
)
def test_a_text_that_is_none_is_named_as_what_it_is(form: str, value: str, said: str) -> None:
    (failure,) = read(f'{{"text": {value}}}\n'.encode(), form)
    assert (failure.code, f"'text' is {said}, not text; name another" in failure.message) == ("no-text", True)


@pytest.mark.parametrize("form", ["json", "lines"])
def test_long_numbers_and_keys_that_stand_twice_cost_no_record(form: str) -> None:
    (record,) = read(b'{"text": "He won.", "n": ' + b"9" * 5000 + b', "text": "She lost.", "a": {"text": 1}}\n', form)
    assert (record.text, record.warnings) == ("She lost.", ("its key 'text' stands twice: the last is read",))
    (record,) = read(b'{"text": "Say \\"text\\" twice.", "a": {"text": 1}}\n', form)
    assert record.warnings == ()
