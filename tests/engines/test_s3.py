"""Shards and facts in S3: a real server on the loopback (moto's), the local batch and a cluster of two workers.

Skipped where moto's server and s3fs are not installed: ``pip install 'moto[server]' s3fs`` takes half a minute.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from program import run, tree

server = pytest.importorskip("moto.server")
s3fs = pytest.importorskip("s3fs")

TEXT = "Ann Smith of Acme said on Monday that it cost $5 million. "


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Start the server, put four shards into it and into a folder; give the environment that leads there."""
    running = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    address = f"http://{host}:{port}"
    system = s3fs.S3FileSystem(key="k", secret="s", endpoint_url=address, skip_instance_cache=True)
    system.mkdir("news")
    (tmp_path / "shards").mkdir()
    for shard in range(4):
        rows = "".join(json.dumps({"id": f"{shard}-{n}", "text": f"{n} {TEXT * 3}"}) + "\n" for n in range(6))
        (tmp_path / "shards" / f"s{shard}.jsonl").write_text(rows)
        system.pipe_file(f"news/shards/s{shard}.jsonl", rows.encode())
    (tmp_path / "shards" / "article.txt").write_text(TEXT)  # read by the worker itself, which was forked
    system.pipe_file("news/shards/article.txt", TEXT.encode())
    yield {
        "FSSPEC_S3_ENDPOINT_URL": address, "AWS_ACCESS_KEY_ID": "k", "AWS_SECRET_ACCESS_KEY": "s",
        "AWS_DEFAULT_REGION": "us-east-1",
    }  # fmt: skip
    running.stop()


def held(settings: dict[str, str], folder: str) -> dict[str, bytes]:
    system = s3fs.S3FileSystem(
        key="k", secret="s", endpoint_url=settings["FSSPEC_S3_ENDPOINT_URL"], skip_instance_cache=True
    )
    return {name[len(folder) + 1 :]: system.cat_file(name) for name in system.find(folder)}


def test_shards_and_facts_in_s3(settings: dict[str, str], tmp_path: Path) -> None:
    run("batch", tmp_path / "shards", "-o", tmp_path / "out")
    expected = tree(tmp_path / "out")
    engines = [("-j", "2")]
    try:
        import distributed  # noqa: F401

        engines.append(("--engine", "dask", "-j", "2"))
    except ModuleNotFoundError:
        pass
    manifests = set()
    for number, engine in enumerate(engines):
        run("batch", "s3://news/shards", "-o", f"s3://news/facts{number}", *engine, **settings)
        found = held(settings, f"news/facts{number}")
        assert found.keys() == expected.keys()
        manifests.add(found.pop("manifest.jsonl"))
        assert all(found[name] == expected[name].replace(str(tmp_path).encode(), b"s3://news") for name in found)
        again = run("batch", "s3://news/shards", "-o", f"s3://news/facts{number}", *engine, **settings)
        assert b"0 articles, 0 failed, 5 skipped" in again.stderr
    assert len(manifests) == 1
    wrong = run("batch", "s3://nobody/shards", "-o", "s3://news/x", code=2, **settings)
    assert b"s3://nobody/shards" in wrong.stderr
    assert len(wrong.stderr.splitlines()) <= 2
