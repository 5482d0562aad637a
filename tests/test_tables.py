"""CSV, TSV and Parquet: one table a kind, one of several kinds, a folder of them; packed output."""

from __future__ import annotations

import csv
import gzip
import io
import json
import lzma
import os
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from program import records, run, tree

from newsclaims import extract
from newsclaims.formats.columns import WHOLE, columns_of, one_table, tables_of
from newsclaims.formats.csv import BOM, csv_rows, header, tsv_rows
from newsclaims.formats.meanings import holds, meaning

NEWS = """Ada Stone said “we won by more than $9 million” on May 3, 2024.
The profit fell by at least 5% to $2.5 million in 2024."""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "one.txt").write_text(NEWS, encoding="utf-8")
    lines = [
        {"id": "x", "text": "Bo Reed left Acme in May."},
        {"id": "y", "text": "Acme lost $5.", "date": "2024-05-03"},
    ]
    (folder / "feed.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return folder


def table(content: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(content.decode(), newline=""), delimiter=delimiter)]


def test_one_kind_has_its_own_columns(news: Path) -> None:
    done = run("extract", news / "one.txt", "--only", "figures", "-f", "csv").stdout
    assert b"\r" not in done
    assert done.splitlines()[0].decode().split(",") == [column.name for column in columns_of("figures")]
    rows = table(done)
    assert [(row["value"], row["unit"], row["comparator"]) for row in rows] == [
        ("9000000.0", "USD", ">"), ("5.0", "%", ">="), ("2500000.0", "USD", "="),
    ]  # fmt: skip
    assert rows[1]["context"] == "The profit fell by at least 5% to $2.5 million in 2024."
    (quote,) = table(run("extract", news / "one.txt", "--only", "quotes", "-f", "tsv").stdout, "\t")
    assert (quote["speaker"], quote["speaker_name"], quote["kind"]) == ("Ada Stone", "Ada Stone", "mixed")


def test_a_claim_says_when_and_how_much() -> None:
    text = "The council paid Acme $5 million on May 3, 2024. The strike began within days of the vote."
    paid, began = table(header("claims", ",") + csv_rows(extract(text), "claims"))
    assert (paid["subject"], paid["object"], paid["when"], paid["amounts"]) == (
        "The council", "$5 million", "2024-05-03", "$5 million",
    )  # fmt: skip
    assert began["when"] and "P" not in began["when"]


def test_several_kinds_in_one_file_say_what_each_row_is(news: Path) -> None:
    rows = table(run("extract", news, "-f", "csv").stdout)
    assert [*rows[0]] == [column.name for column in columns_of(one_table(None))]
    assert {row["item"] for row in rows} >= {"entity", "claim", "quote", "date", "figure"}
    assert [row["number"] for row in rows if row["item"] == "figure" and row["article"] == "y"] == ["5.0"]
    two = table(run("extract", news, "--only", "dates,figures", "-f", "csv").stdout)
    assert [*two[0]] == [column.name for column in columns_of("dates+figures")]
    assert "speaker" not in two[0] and {row["item"] for row in two} == {"date", "figure"}


@pytest.mark.parametrize("format", ["csv", "tsv", "parquet"])
def test_a_folder_has_one_file_a_kind(news: Path, tmp_path: Path, format: str) -> None:
    out = tmp_path / "facts"
    run("extract", news, "-f", format, "-d", out, "--jobs", "2")
    files = tree(out)
    assert sorted(files) == sorted([*(f"{name}.{format}" for name in tables_of(None)), "manifest.jsonl"])
    run("extract", news, "-f", format, "-d", out)  # again: the same bytes, the folder is ours
    assert tree(out) == files
    assert b"has written this folder" in run("extract", out, news, code=1).stderr  # and no input
    run("extract", news, "--checks", "-f", format, "-d", out)
    assert sorted({*tree(out)} - {*files}) == [f"checks.{format}"]
    run("extract", news, "--only", "dates", "-f", format, "-d", tmp_path / "dates")
    assert [*tree(tmp_path / "dates")] == [f"dates.{format}", "manifest.jsonl"]


def test_a_folder_of_tables_is_whole_or_untouched(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "facts"
    out.mkdir()
    (out / "quotes.csv").write_text("mine")
    run("extract", tmp_path / "none", "-f", "csv", "-d", out, code=2)
    run("extract", tmp_path / "none", "-o", out / "quotes.csv", code=2)
    assert tree(out) == {"quotes.csv": b"mine"}
    done = run("extract", news, "-f", "csv", "-d", news / "one.txt", code=2)
    assert b"one.txt" in done.stderr and (news / "one.txt").read_text(encoding="utf-8") == NEWS
    (out / "figures.csv").mkdir()
    done = run("extract", news, "-f", "csv", "-d", out, code=2)
    assert b"no regular file" in done.stderr
    assert (out / "quotes.csv").read_text() == "mine"
    assert not [name for name in tree(out) if name.endswith(".tmp")]


def test_an_input_is_no_table(news: Path) -> None:
    (news / "claims.csv").write_text(NEWS, encoding="utf-8")
    done = run("extract", news / "claims.csv", "-f", "csv", "-d", news, code=2)
    assert b"claims.csv" in done.stderr or b"output folder" in done.stderr
    assert (news / "claims.csv").read_text(encoding="utf-8") == NEWS


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_spreadsheet_formulas_are_text(mark: str) -> None:
    article = extract("He won more than $5.", id=f"{mark}cmd|'/C calc'!A0")
    for row in table(header("figures", ",") + csv_rows(article, "figures")):
        assert row["article"] == f"'{article.id}"
        assert row["comparator"] == ">"
    for rows, raw in ((csv_rows(article, "figures", raw=True), b""), (tsv_rows(article, "figures", raw=True), b"")):
        assert rows and not rows.startswith(b"'"), raw
    assert all(line.startswith(b"'") for line in tsv_rows(article, one_table(None)).splitlines())


def test_words_of_closed_sets_are_left_alone() -> None:
    article = extract("He won $5.")
    article = replace(article, figures=tuple(replace(figure, comparator="=") for figure in article.figures))
    for rows in (header("figures", ",") + csv_rows(article, "figures"),):
        assert [row["comparator"] for row in table(rows)] == ["="]


def test_negative_numbers_stay_numbers() -> None:
    article = extract("It fell to 5 percent.")
    article = replace(article, figures=tuple(replace(figure, value=-5) for figure in article.figures))
    assert [row["value"] for row in table(header("figures", ",") + csv_rows(article, "figures"))] == ["-5.0"]


def test_tsv_has_one_line_a_row() -> None:
    article = extract('Ada Stone said “it is\tlate "today" and\r\ncold”.', id="a\nb")
    for name in tables_of(None):
        rows = tsv_rows(article, name)
        assert rows.count(b"\r") == 0
        assert all(line.count(b"\t") == len(columns_of(name)) - 1 for line in rows.splitlines())
    (said,) = table(header("quotes", "\t") + tsv_rows(article, "quotes"), "\t")
    assert said["text"] == '“it is\\tlate "today" and\\r\\ncold”' and said["article"] == "a\\nb"


def test_lone_carriage_returns_stay_in_their_cell() -> None:
    article = extract("The mayor\rof Lima resigned on Monday.", id="a\rb")
    rows = csv_rows(article, "claims", raw=True)
    assert {row["article"] for row in table(header("claims", ",") + rows)} == {"a\rb"}


def test_bom_is_for_csv_and_tsv(news: Path, tmp_path: Path) -> None:
    plain = run("extract", news, "-f", "csv").stdout
    assert run("extract", news, "-f", "csv", "--bom").stdout == b"\xef\xbb\xbf" + plain
    run("extract", news, "-f", "tsv", "--bom", "-d", tmp_path / "out")
    assert (tmp_path / "out" / "quotes.tsv").read_bytes().startswith(b"\xef\xbb\xbfarticle\t")
    assert b"--bom is for CSV and TSV" in run("extract", news, "--bom", code=2).stderr
    assert b"--csv-raw is for CSV and TSV" in run("extract", news, "--csv-raw", "-f", "json", code=2).stderr


def test_parquet_has_types_and_row_groups(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    from newsclaims.formats import parquet as ours
    from newsclaims.formats.flat import flat_rows

    run("extract", news, "-o", tmp_path / "all.parquet")
    run("extract", news, "-d", tmp_path / "facts", "-f", "parquet")
    dates = parquet.read_table(tmp_path / "facts" / "dates.parquet")
    assert dates.schema.field("from").type == pa.date32() and dates.schema.field("published").type == pa.date32()
    assert date(2024, 5, 3) in dates.column("from").to_pylist()
    claims = parquet.read_table(tmp_path / "facts" / "claims.parquet")
    assert claims.schema.field("figures").type == pa.list_(pa.string())
    rows = parquet.read_table(tmp_path / "all.parquet").to_pylist()
    assert [row["number"] for row in rows if row["item"] == "figure" and row["article"] == "y"] == [5.0]
    monkeypatch.setattr(ours, "_AT_ONCE", 3)
    monkeypatch.setattr(ours, "_GROUP", 6)
    writer = ours.TableWriter("figures")
    article = extract(NEWS)
    parts = [writer.add(flat_rows(article, "figures")) for _ in range(5)]
    whole = parquet.ParquetFile(io.BytesIO(b"".join(parts) + writer.end()))
    assert whole.num_row_groups == 3 and whole.read().num_rows == 5 * len(article.figures)
    assert any(parts[1:]), "row groups are written when they are full"


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.JSON.xz", "a.csv.zst"])
def test_packed_by_suffix(news: Path, tmp_path: Path, name: str) -> None:
    if name.endswith("zst"):
        zstandard = pytest.importorskip("zstandard")
    inner = name.rpartition(".")[0].lower()
    run("extract", news, "-o", tmp_path / inner)
    run("extract", news, "-o", tmp_path / name)
    packed = (tmp_path / name).read_bytes()
    unpack: Any = {"gz": gzip.decompress, "xz": lzma.decompress}.get(name[-2:])
    whole = unpack(packed) if unpack else zstandard.ZstdDecompressor().decompressobj().decompress(packed)
    assert whole == (tmp_path / inner).read_bytes()
    if name.endswith("gz"):
        run("extract", news, "-o", tmp_path / name)
        assert (tmp_path / name).read_bytes() == packed


def test_a_pipe_is_packed_too(news: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "a.jsonl.gz"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        run("extract", news, "-o", pipe)
        assert len(records(gzip.decompress(reader.communicate()[0]))) == 3


def test_what_is_packed_already_is_not_packed(news: Path, tmp_path: Path) -> None:
    for name in ("a.db.gz", "a.parquet.zst"):
        assert b"is not packed" in run("extract", news, "-o", tmp_path / name, code=2).stderr
    blocked = tmp_path / "sitecustomize.py"
    blocked.write_text("import sys\nsys.modules['zstandard'] = None\n")
    done = run("extract", news, "-o", tmp_path / "a.jsonl.zst", code=2, PYTHONPATH=str(tmp_path))
    assert b"pip install 'newsclaims[zst]'" in done.stderr


def test_packed_results_are_no_articles(news: Path) -> None:
    run("extract", news, "-o", news / "facts.jsonl.gz")
    assert len(records(run("extract", news).stdout)) == 3


@pytest.mark.parametrize("reader", ["polars", "pandas", "duckdb", "csv"])
@pytest.mark.parametrize(("format", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_readers_of_tables_need_no_options(tmp_path: Path, reader: str, format: str, delimiter: str) -> None:
    module = pytest.importorskip(reader)
    article = extract(NEWS)
    for name in ("figures", "quotes", "claims"):
        path = tmp_path / f"{name}.{format}"
        rows_of = csv_rows if format == "csv" else tsv_rows
        path.write_bytes(BOM * (format == "csv") + header(name, delimiter) + rows_of(article, name))
        if reader == "polars":
            rows = module.read_csv(path, separator=delimiter).to_dicts()
        elif reader == "pandas":
            rows = module.read_csv(path, sep=delimiter).to_dict("records")
        elif reader == "duckdb":
            found = module.sql(f"from '{path}'")
            rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
        else:
            rows = table(path.read_bytes().removeprefix(BOM), delimiter)
        assert [*rows[0]] == [column.name for column in columns_of(name)]
        if name == "figures" and reader != "csv":
            assert [row["value"] for row in rows] == [9000000.0, 5.0, 2500000.0]
        if name == "quotes":
            assert [row["text"] for row in rows] == ["“we won by more than $9 million” on May 3, 2024"]


def test_tables_are_named_after_their_kinds() -> None:
    assert one_table(("figures", "dates")) == "dates+figures"
    assert tables_of(("figures", "dates")) == ("dates", "figures")
    assert one_table(None, checks=True) == one_table(None) + "+checks"
    assert {*tables_of(None, checks=True)} == {*WHOLE}
    names = [column.name for table in WHOLE for column in columns_of(table)]
    assert "item" not in names and len({*names}) < len(names)


def test_every_column_is_described() -> None:
    for table in (*WHOLE, one_table(None, checks=True)):
        assert all(meaning(column) and holds(column) for column in columns_of(table))


def test_wanted_kinds_alone_are_counted(news: Path) -> None:
    done = run("extract", news / "one.txt", "--only", "quotes", "--verbose")
    (record,) = records(done.stdout)
    assert len(record["quotes"]) == len(record["entities"]) == 1 and b" 1 facts in" in done.stderr
