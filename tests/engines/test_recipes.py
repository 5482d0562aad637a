"""The recipes of the README run, each where its packages are installed; they are read from there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import pytest
from program import environment, records

import newsclaims

README = (Path(__file__).parent.parent.parent / "README.md").read_text(encoding="utf-8")
TEXT = "“It cost $5 million,” Ann Smith of Acme said on Monday. She left Lima in May 2025."
PACKAGES = {"spark": "pyspark", "ray": "ray", "beam": "apache_beam", "datatrove": "datatrove"}


def recipe(engine: str) -> str:
    """Return the recipe of an engine: the block of the README that begins with its name."""
    found = re.search(rf"```python\n(# {engine}:.*?)```", README, re.DOTALL)
    assert found, engine
    return found[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "shards").mkdir()
    for shard in range(2):
        rows = [{"id": f"{shard}-{n}", "text": f"{n} {TEXT}", "date": "2025-06-03"} for n in range(5)]
        (tmp_path / "shards" / f"s{shard}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


def test_every_recipe_is_short_and_there() -> None:
    for engine in PACKAGES:
        assert sum(1 for line in recipe(engine).splitlines() if line.strip()) <= 13


@pytest.mark.parametrize("engine", PACKAGES)
def test_recipe(engine: str, folder: Path) -> None:
    if find_spec(PACKAGES[engine]) is None:
        pytest.skip(f"{PACKAGES[engine]} is not installed")
    script = folder / f"with_{engine}.py"
    script.write_text(recipe(engine))
    done = subprocess.run(
        [sys.executable, script], cwd=folder, capture_output=True, timeout=300,
        env=environment(PYSPARK_PYTHON=sys.executable, JAVA_HOME=_java()), check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-3000:]
    articles = Counter(row["article"] for row in _rows(folder / "facts"))
    assert articles.keys() == {f"{shard}-{n}" for shard in range(2) for n in range(5)}
    assert min(articles.values()) > 5


def _java() -> str:
    import os

    return os.environ.get("JAVA_HOME", "")


def _rows(facts: Path) -> list[dict[str, object]]:
    """Return (article, …) for every fact that an engine wrote, as Parquet rows or as JSON Lines of articles."""
    found: list[dict[str, object]] = []
    for path in sorted(facts.rglob("*.parquet")):
        from pyarrow import parquet

        found += parquet.ParquetFile(path).read().to_pylist()
    for path in sorted(facts.rglob("*.jsonl*")):
        import gzip

        data = path.read_bytes()
        for article in records(gzip.decompress(data) if path.suffix == ".gz" else data):
            facts_of = article.get("metadata", {}).get("facts", article)
            found += [{"article": facts_of["id"]} for kind in ("claims", "quotes", "dates") for _ in facts_of[kind]] * 3
    return found


def test_batches_of_articles_become_batches_of_facts() -> None:
    pa = pytest.importorskip("pyarrow")
    rows = [{"id": f"a{n}", "text": TEXT, "date": "2025-06-03"} for n in range(700)]
    rows[7] = {"id": "a7", "text": None, "date": None}
    batches = pa.Table.from_pylist(rows).to_batches(max_chunksize=100)
    found = [*newsclaims.extract_batches(iter(batches))]
    assert len(found) > 1
    assert all(batch.schema == newsclaims.arrow_schema() for batch in found)
    items = pa.Table.from_batches(found).to_pylist()
    assert {row["article"] for row in items} == {f"a{n}" for n in range(700)}
    (failure,) = [row for row in items if row["article"] == "a7"]
    assert (failure["item"], failure["kind"]) == ("failure", "no-text")
    assert {row["item"] for row in items} == {"failure", "entity", "claim", "quote", "date", "figure"}
    with pytest.raises(ValueError, match="claimz"):
        newsclaims.extract_batches(batches, only=["claimz"])
