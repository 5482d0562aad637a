"""Shards and outputs behind addresses: what a folder of this machine promises holds for fsspec's file systems too."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from program import records, run, tree

import newsclaims
from newsclaims.batch.manifest import Manifest, run_signature
from newsclaims.batch.run import Batch
from newsclaims.batch.work import Settings, Stats, in_series
from newsclaims.formats.remote import RemoteFolder, open_folder
from newsclaims.model import Failure
from newsclaims.text.inputs import Input, Selection, inputs_of

fsspec = pytest.importorskip("fsspec")

TEXT = "Ann Smith of Acme said on Monday that it cost $5 million."


def lines(shard: int, count: int) -> bytes:
    rows = (json.dumps({"id": f"{shard}-{n}", "text": f"{n}: {TEXT}"}) + "\n" for n in range(count))
    return "".join(rows).encode()


@pytest.fixture
def memory() -> Iterator[fsspec.AbstractFileSystem]:
    """Give the file system in memory with three shards in ``memory://news``."""
    system = fsspec.filesystem("memory")
    system.pipe({"/news/a.jsonl": lines(1, 3), "/news/b.jsonl.gz": gzip.compress(lines(2, 4), mtime=0)})
    system.pipe({"/news/deep/c.txt": TEXT.encode(), "/news/picture.png": b"\x89PNG"})
    yield system
    system.rm("/", recursive=True)


def batch(source: str, target: str, settings: Settings, **more: bool) -> Stats:
    """Run a batch in this process, where alone ``memory://`` is the same for all."""
    folder = open_folder(target)
    with folder:
        manifest = Manifest(folder.desk, run_signature(settings))
        found = Batch(folder, manifest, settings, **more)  # type: ignore[arg-type]
        try:
            inputs = inputs_of([source], Selection(outside=folder.identity, mirrored=True))
            return found.run(inputs, lambda tasks: in_series(tasks, settings))
        finally:
            manifest.close()


def held(system: fsspec.AbstractFileSystem, folder: str) -> dict[str, bytes]:
    return {name[len(folder) + 1 :]: system.cat_file(name) for name in system.find(folder)}


def test_the_bytes_are_those_of_a_folder_of_this_machine(
    memory: fsspec.AbstractFileSystem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings("json", mirrored=True)
    for name, data in held(memory, "/news").items():
        (tmp_path / "news" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "news" / name).write_bytes(data)
    run("batch", tmp_path / "news", "-o", tmp_path / "out")
    stats = batch("memory://news", "memory://facts", settings)
    assert (stats.articles, stats.failed, stats.skipped) == (8, 0, 0)
    there, here = held(memory, "/facts"), tree(tmp_path / "out")
    assert there.keys() == here.keys() == {"a.jsonl", "b.jsonl", "deep/c.json", "manifest.jsonl"}
    for name in ("a.jsonl", "b.jsonl", "deep/c.json", "manifest.jsonl"):
        expected = here[name].replace(str(tmp_path / "news").encode(), b"memory://news")
        if name != "manifest.jsonl":
            assert there[name] == expected
    ours, theirs = (records(found["manifest.jsonl"]) for found in (here, there))
    assert [line.get("input_sha256") for line in ours] == [line.get("input_sha256") for line in theirs]
    again = batch("memory://news", "memory://facts", settings)
    assert (again.articles, again.skipped) == (0, 3)
    memory.pipe_file("/news/a.jsonl", lines(1, 2))
    memory.rm("/facts/deep/c.json")
    assert (again := batch("memory://news", "memory://facts", settings)).skipped == 1
    assert again.articles == 3
    assert "/facts/.newsclaims" not in memory.find("/facts", withdirs=True)


def test_results_are_no_inputs_and_odd_addresses_cost_themselves(memory: fsspec.AbstractFileSystem) -> None:
    settings = Settings("json", mirrored=True)
    assert batch("memory://news/*.jsonl", "memory://news/facts", settings).articles == 3
    found = [*inputs_of(["memory://news"], Selection())]
    assert [item.place for item in found if isinstance(item, Input)] == ["a", "b", "deep/c"]
    assert [item.code for item in found if isinstance(item, Failure)] == ["output-folder"]
    assert [item.place for item in inputs_of(["memory://news/*.jsonl*"], Selection()) if isinstance(item, Input)] == [
        "a",
        "b",
    ]
    for path in ("memory://nowhere", "memory://news/x.jsonl", "memory://news/*.xml"):
        (missing,) = inputs_of([path], Selection())
        assert isinstance(missing, Failure), path
    (own,) = [*Batch(open_folder("memory://news"), _Nothing(), settings).units([Input("memory://news/a.jsonl", "a")])]
    assert isinstance(own, Failure)
    assert own.code == "own-output"


class _Nothing:
    """A manifest that knows nothing."""

    def before(self, input: str) -> None:
        return None

    def add(self, entry: object) -> None:
        raise AssertionError


def test_an_output_that_cannot_be_written_costs_its_shard(
    memory: fsspec.AbstractFileSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = type(memory).mv

    def broken(self: object, source: str, target: str, **more: object) -> None:
        if target.endswith("a.jsonl"):
            raise RuntimeError("the store said no")
        real(self, source, target, **more)

    monkeypatch.setattr(type(memory), "mv", broken)
    settings = Settings("json", mirrored=True)
    stats = batch("memory://news", "memory://facts", settings)
    assert (stats.articles, stats.failed) == (5, 1)
    assert "a.jsonl" not in held(memory, "/facts")
    monkeypatch.undo()
    assert batch("memory://news", "memory://facts", settings).articles == 3
    assert "a.jsonl" in held(memory, "/facts")


def test_a_shard_of_ones_own_scheduler(memory: fsspec.AbstractFileSystem) -> None:
    first = newsclaims.extract_shard("memory://news/b.jsonl.gz", "memory://out/b")
    assert (first.articles, first.skipped) == (4, 0)
    assert newsclaims.extract_shard("memory://news/b.jsonl.gz", "memory://out/b").skipped == 1
    assert [*held(memory, "/out")] == ["b/b.jsonl", "b/manifest.jsonl"]
    with RemoteFolder("memory://out/b") as folder, pytest.raises(OSError, match="outside the output folder"):
        folder.create("../x")


def test_addresses_of_files_are_paths(tmp_path: Path) -> None:
    (tmp_path / "in put").mkdir()
    (tmp_path / "in put" / "a.jsonl").write_bytes(lines(1, 2))
    address = (tmp_path / "in put").as_uri()
    run("batch", address, "-o", (tmp_path / "out").as_uri())
    assert len(records((tmp_path / "out" / "a.jsonl").read_bytes())) == 2
    same = run("batch", f"{address}/a.jsonl", "-o", address, code=2)
    assert b"must not be" in same.stderr
    assert [path.name for path in (tmp_path / "in put").iterdir()] == ["a.jsonl"]


def test_without_the_package_one_line_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "fsspec.py").write_text("raise ModuleNotFoundError(\"No module named 'fsspec'\", name='fsspec')")
    (tmp_path / "a.txt").write_text(TEXT)
    for arguments in (("memory://x", "-o", "out"), ("a.txt", "-o", "memory://x")):
        done = run("batch", *arguments, code=2, cwd=tmp_path, PYTHONPATH=str(tmp_path))
        assert b"newsclaims[remote]" in done.stderr


def test_a_configuration_names_no_address(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    for line in ('output = "s3://strangers/x.jsonl"', 'output_dir = "s3://strangers/x"', 'files_from = "list"'):
        (tmp_path / "list").write_text("s3://strangers/x.jsonl")
        (tmp_path / "newsclaims.toml").write_text(line)
        done = run("extract", *(() if "files_from" in line else ("a.txt",)), cwd=tmp_path, code=2)
        assert b"out of this folder" in done.stderr
