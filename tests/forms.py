"""One article in all forms in which articles come, made here with the libraries that write them."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from textwrap import wrap

import pytest

TITLE = "Norvane raises harbour fees"
DAY = "2025-06-18"
ADDRESS = "https://northsea.example/fees"
AUTHOR = "Ada Lind"
PARAGRAPHS = (
    "The government of Norvane raised harbour fees by 12% on Wednesday, its second rise in a year.",
    "“We cannot keep the port open without this,” Finance Minister Mira Holt told reporters in the capital. She said"
    " the fees would bring in $4.5 million a year.",
    "The fishermen’s union rejected the plan. Its chairman, Tor Aske, said that 300 boats might leave the harbour, and"
    " that the government had not consulted his members before it took the decision.",
    "“The sea does not wait,” Aske wrote in a letter to the minister on June 10, 2025.",
)
TEXT = "\n\n".join((TITLE, *PARAGRAPHS)) + "\n"
KEYS = {"title": TITLE, "url": ADDRESS, "author": AUTHOR}
HTML = f"""<!DOCTYPE html><html lang="en"><head><title>{TITLE} | North Sea Press</title>
<meta property="og:title" content="{TITLE}"><meta name="author" content="{AUTHOR}">
<meta property="article:published_time" content="{DAY}T08:00:00+02:00"><link rel="canonical" href="{ADDRESS}"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>{TITLE}</h1>
{"".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)}</article><footer>All rights reserved</footer></body></html>
"""
MARKED = (
    ("government of Norvane", "**government** of [Norvane](https://e.org/n 'The country')"),
    ("Finance Minister Mira Holt", "Finance Minister *Mira Holt*[^1]"),
    ("the plan", "the `plan`"),
)


def text(path: Path) -> None:
    path.write_text(TEXT, encoding="utf-8")


def wrapped(path: Path) -> None:
    path.write_text("\n\n".join("\n".join(wrap(part, 70)) for part in TEXT.split("\n\n")) + "\n", encoding="utf-8")


def front_matter(path: Path) -> None:
    path.write_text(f'---\ntitle: {TITLE}\nurl: {ADDRESS}\ndate: "{DAY}"\n---\n{TEXT}', encoding="utf-8")


def markdown(path: Path) -> None:
    body = "\n\n".join(PARAGRAPHS)
    for plain, marked in MARKED:
        assert plain in body
        body = body.replace(plain, marked)
    head = f"---\ntitle: {TITLE}\nauthor:\n- {AUTHOR}\ndate: {DAY}\nurl: {ADDRESS}\n---\n"
    note = "\n\n[^1]: Holt.\n\n![A bridge](x.png)\n\n```\nprint('Holt resigned')\n```\n"
    path.write_text(f"{head}# {TITLE}\n\n{body}{note}", encoding="utf-8")


def json_lines(path: Path) -> None:
    path.write_text(json.dumps({"text": TEXT, "publish_date": f"{DAY} 08:00:00", **KEYS}) + "\n", encoding="utf-8")


def news_api(path: Path) -> None:
    record = {"content": TEXT, "publishedAt": f"{DAY}T08:00:00Z", "source": {"id": None, "name": "North Sea"}, **KEYS}
    path.write_text(json.dumps({"status": "ok", "totalResults": 1, "articles": [record]}, indent=2), encoding="utf-8")


def guardian(path: Path) -> None:
    record = {"webUrl": ADDRESS, "webPublicationDate": DAY, "fields": {"headline": TITLE, "bodyText": TEXT}}
    path.write_text(json.dumps({"response": {"status": "ok", "results": [record]}}), encoding="utf-8")


def schema_org(path: Path) -> None:
    record = {"@type": "NewsArticle", "headline": TITLE, "articleBody": TEXT, "datePublished": DAY, "url": ADDRESS}
    path.write_text(json.dumps({"@context": "https://schema.org", "@graph": [record]}), encoding="utf-8")


def fundus(path: Path) -> None:
    sections = [{"headline": [], "paragraphs": [*PARAGRAPHS]}]
    record = {"title": TITLE, "body": {"summary": [TITLE], "sections": sections}, "publishing_date": f"{DAY} 08:00:00"}
    path.write_text(json.dumps({**record, "url": ADDRESS}, indent=4), encoding="utf-8")


def table(path: Path) -> None:
    file = io.StringIO()
    csv.writer(file).writerows([["url", "Date published", "Headline", "Body"], [ADDRESS, DAY, TITLE, TEXT]])
    path.write_text(file.getvalue(), encoding="utf-8", newline="")


def sqlite(path: Path) -> None:
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE news (url, day, headline, body)")
        base.execute("INSERT INTO news VALUES (?, ?, ?, ?)", (ADDRESS, DAY, TITLE, TEXT))


def parquet(path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    writer = pytest.importorskip("pyarrow.parquet")
    columns = {"maintext": [TEXT], "date_publish": [DAY], "title": [TITLE], "url": [ADDRESS], "label": [1]}
    writer.write_table(pyarrow.table(columns), path)


def html(path: Path) -> None:
    pytest.importorskip("trafilatura")
    path.write_text(HTML, encoding="utf-8")


def trafilatura(form: str) -> Callable[[Path], None]:
    """Return what writes a file as trafilatura's command writes it with --with-metadata."""

    def write(path: Path) -> None:
        written = pytest.importorskip("trafilatura").extract(HTML, output_format=form, with_metadata=True)
        path.write_text(written + "\n", encoding="utf-8", newline="")

    return write


def rss(path: Path) -> None:
    pytest.importorskip("lxml")
    body = "".join(f"&lt;p&gt;{part}&lt;/p&gt;" for part in PARAGRAPHS)
    path.write_text(
        '<?xml version="1.0"?><rss version="2.0"><channel><title>North Sea Press</title><item>'
        f"<title>{TITLE}</title><link>{ADDRESS}</link><pubDate>Wed, 18 Jun 2025 08:00:00 +0200</pubDate>"
        f"<description>&lt;h1&gt;{TITLE}&lt;/h1&gt;{body}</description></item></channel></rss>",
        encoding="utf-8",
    )


def atom(path: Path) -> None:
    pytest.importorskip("lxml")
    body = "".join(f"<p>{part}</p>" for part in (TITLE, *PARAGRAPHS))
    path.write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>North Sea Press</title><entry>'
        f'<title>{TITLE}</title><link href="{ADDRESS}"/><updated>{DAY}T08:00:00Z</updated>'
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{body}</div></content></entry></feed>',
        encoding="utf-8",
    )


def warc(path: Path) -> None:
    pytest.importorskip("warcio")
    pytest.importorskip("trafilatura")
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        http = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        payload = io.BytesIO(HTML.encode())
        writer.write_record(writer.create_warc_record(ADDRESS, "response", payload=payload, http_headers=http))


def pdf(path: Path) -> None:
    """Write a document of one page, a line of text an operator, with what its format needs and no more."""
    pytest.importorskip("pypdf")
    lines = [line for part in TEXT.split("\n\n") for line in (*wrap(part, 80), "")]
    assert not {*"()"} & {*TEXT}
    shown = "".join(f"({line}) Tj T*\n" for line in lines)
    stream = f"BT /F1 10 Tf 50 750 Td 12 TL\n{shown}ET".encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
        b" /Encoding /WinAnsiEncoding >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]  # fmt: skip
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    cross = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 5\n0000000000 65535 f \n%strailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    path.write_bytes(data + end % (cross, len(data)))


def docx(path: Path) -> None:
    document = pytest.importorskip("docx").Document()
    document.add_heading(TITLE, 0)
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    document.save(str(path))


FORMS: dict[str, Callable[[Path], None]] = {
    "a.txt": text, "wrapped.txt": wrapped, "front.txt": front_matter, "a.md": markdown, "a.jsonl": json_lines,
    "newsapi.json": news_api, "guardian.json": guardian, "schema.json": schema_org, "fundus.json": fundus,
    "a.csv": table, "a.db": sqlite, "a.parquet": parquet, "a.html": html, "t.txt": trafilatura("txt"),
    "t.md": trafilatura("markdown"), "t.json": trafilatura("json"), "t.csv": trafilatura("csv"), "a.rss": rss,
    "a.xml": atom, "a.warc.gz": warc, "a.pdf": pdf, "a.docx": docx,
}  # fmt: skip
