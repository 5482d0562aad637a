"""Shards of every form that holds many articles: the same articles, resumed, split, and larger than a text may be."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest
from program import records, run
from test_spread import Pretended, kills, spread

pa = pytest.importorskip("pyarrow")
zstandard = pytest.importorskip("zstandard")

ROWS = [{"id": f"a{n}", "text": f"He won {n} games on Monday.", "date": "2025-06-03"} for n in range(1, 41)]


@pytest.fixture
def shards(tmp_path: Path) -> Path:
    from pyarrow import parquet

    folder = tmp_path / "in"
    folder.mkdir()
    lines = "".join(json.dumps(row) + "\n" for row in ROWS).encode()
    (folder / "gz.jsonl.gz").write_bytes(gzip.compress(lines))
    (folder / "zst.jsonl.zst").write_bytes(zstandard.compress(lines))
    parquet.write_table(pa.Table.from_pylist(ROWS), folder / "parquet.parquet", row_group_size=16)
    return folder


def test_the_same_articles_from_every_form_and_resumed(shards: Path, tmp_path: Path) -> None:
    run("batch", shards, "-o", tmp_path / "out", "-j", "2")
    found = [records((tmp_path / "out" / f"{form}.jsonl").read_bytes()) for form in ("gz", "zst", "parquet")]
    for items in found:
        assert len(items) == 40
        for item in items:
            del item["source"]
    assert found[0] == found[1] == found[2]
    manifest = records((tmp_path / "out" / "manifest.jsonl").read_bytes())[1:]
    assert [line["input_bytes"] for line in manifest] == [path.stat().st_size for path in sorted(shards.iterdir())]
    again = run("batch", shards, "-o", tmp_path / "out", "-j", "2")
    assert b"0 articles, 0 failed, 3 skipped" in again.stderr


def test_rows_that_kill_cost_themselves(shards: Path, tmp_path: Path) -> None:
    stats = spread(shards, tmp_path / "out", Pretended(kills(parquet={3, 40}, zst={1})))
    assert (stats.articles, stats.failed) == (117, 3)
    lines = records((tmp_path / "out" / "manifest.jsonl").read_bytes())[1:]
    assert [[error["line"] for error in line["errors"]] for line in lines] == [[], [3, 40], [1]]


def test_a_parquet_shard_may_be_larger_than_a_text(tmp_path: Path) -> None:
    from pyarrow import parquet

    (tmp_path / "in").mkdir()
    rows = [{**row, "page": os.urandom(40_000)} for row in ROWS]
    parquet.write_table(pa.Table.from_pylist(rows), tmp_path / "in" / "large.parquet", compression="none")
    run("batch", tmp_path / "in", "-o", tmp_path / "out", "--max-chars", "1000")
    (line,) = records((tmp_path / "out" / "manifest.jsonl").read_bytes())[1:]
    assert (line["articles"], line["failed"]) == (40, 0)
    assert line["input_bytes"] == (tmp_path / "in" / "large.parquet").stat().st_size
