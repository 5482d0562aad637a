"""Output folders that somebody prepared, names that are ours, and files that change while they are read."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from program import environment, records, run, tree

ODD = b"is no regular file: it is neither followed nor replaced"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news"
    path.mkdir()
    (path / "a.txt").write_text("He won.")
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in os.listdir(folder)}


def one_line(done: subprocess.CompletedProcess[bytes], said: bytes) -> None:
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("kind", ["folder", "lock", "manifest", "dangling"])
def test_no_link_below_the_output_folder_is_followed(news: Path, tmp_path: Path, kind: str) -> None:
    mine, out = tmp_path / "mine", tmp_path / "out"
    mine.mkdir()
    for name in ("lock", "x.tmp", "thesis.txt", "manifest.jsonl"):
        (mine / name).write_text(f"my {name}")
    before = files(mine)
    out.mkdir()
    if kind == "folder":
        (out / ".newsclaims").symlink_to(mine)
    elif kind == "dangling":
        (out / ".newsclaims").symlink_to(tmp_path / "nowhere")
    elif kind == "lock":
        (out / ".newsclaims").mkdir()
        (out / ".newsclaims" / "lock").symlink_to(mine / "lock")
    else:
        (out / "manifest.jsonl").symlink_to(mine / "manifest.jsonl")
    done = run("extract", news, "-d", out, code=2)
    one_line(done, ODD if kind in ("lock", "manifest") else b"is no folder: it is neither followed nor replaced")
    assert files(mine) == before
    assert not (tmp_path / "nowhere").exists()
    assert not (out / "a.json").exists()


def test_hard_links_below_the_output_folder_keep_what_they_hold(news: Path, tmp_path: Path) -> None:
    """A lock is never truncated; a manifest of ours that is a link too, say of a backup, is written anew."""
    out = tmp_path / "out"
    run("extract", news, "-d", out)
    backup = tmp_path / "backup.jsonl"
    backup.hardlink_to(out / "manifest.jsonl")
    kept = backup.read_bytes()
    (out / ".newsclaims").mkdir()
    mine = tmp_path / "mine"
    mine.write_text("mine")
    (out / ".newsclaims" / "lock").hardlink_to(mine)
    (news / "b.txt").write_text("She lost.")
    assert b"1 skipped" in run("extract", news, "-d", out).stderr
    assert mine.read_text() == "mine"
    assert backup.read_bytes() == kept
    assert len(records((out / "manifest.jsonl").read_bytes())) == 3


def test_a_pipe_below_the_output_folder_is_not_waited_for(news: Path, tmp_path: Path) -> None:
    for name in (".newsclaims/lock", "manifest.jsonl", "a.json"):
        out = tmp_path / name.replace("/", "-")
        (out / name).parent.mkdir(parents=True)
        os.mkfifo(out / name)
        done = run("extract", news, "-d", out, code=2)
        assert b"regular file" in done.stderr
        assert (out / name).is_fifo()
    os.mkfifo(news / "manifest.jsonl")
    assert b"manifest.jsonl: not a regular file" in run("extract", news, code=1).stderr


def test_what_is_not_ours_in_our_folder_stays(news: Path, tmp_path: Path) -> None:
    work = tmp_path / "out" / ".newsclaims"
    (work / "deep.tmp").mkdir(parents=True)
    (work / "notes.txt").write_text("mine")
    (work / "link.tmp").symlink_to(news / "a.txt")
    (work / "12.tmp").write_text("what a killed run left")
    for _ in range(2):
        run("extract", news, "-d", tmp_path / "out")
    assert sorted(os.listdir(work)) == ["deep.tmp", "link.tmp", "notes.txt"]


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_manifest_of_others_is_not_replaced(news: Path, tmp_path: Path, force: list[str]) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "manifest.jsonl").write_text('{"audio": "a.wav"}\n')
    done = run("extract", news, "-d", out, *force, code=2)
    one_line(done, b"manifest.jsonl was not written by newsclaims")
    assert tree(out) == {"manifest.jsonl": b'{"audio": "a.wav"}\n'}
    for torn in (b"", b'{"signature":"sch'):  # what a machine that lost its power may leave of ours
        (out / "manifest.jsonl").write_bytes(torn)
        run("extract", news, "-d", out)
        (out / "a.json").unlink()


@pytest.mark.parametrize("name", ["manifest.jsonl", "Manifest.ndjson", "manifest.txt", ".newsclaims/x.txt",
                                  ".NewsClaims/x.txt"])  # fmt: skip
def test_reserved_names_are_errors_and_the_others_go_on(news: Path, tmp_path: Path, name: str) -> None:
    path = news / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("She lost.\n" if name.endswith(".txt") else '{"text": "She lost.", "id": "x"}\n')
    (news / "z.txt").write_text("They drew.")
    out = tmp_path / "out"
    for _ in range(2):
        done = run("extract", news, "-d", out, "-f", "jsonl", code=1)
        assert f"{name}: its output would be ".encode() in done.stderr
        assert sorted(tree(out)) == ["a.jsonl", "manifest.jsonl", "z.jsonl"]
        (failed,) = [line for line in records((out / "manifest.jsonl").read_bytes())[1:] if line["failed"]]
        assert (failed["input"], failed["errors"][0]["code"]) == (str(path), "reserved")
    stream = records(run("extract", news).stdout)
    assert len(stream) == 3, "a stream has room for all"


def test_names_like_the_reserved_ones_are_free(news: Path, tmp_path: Path) -> None:
    for name in ("manifest.md", "deep/manifest.jsonl", "deep/.newsclaims/x.txt", ".newsclaims2/x.txt"):
        (news / name).parent.mkdir(parents=True, exist_ok=True)
        (news / name).write_text('{"text": "She lost."}\n' if name.endswith(".jsonl") else "She lost.\n")
    run("extract", news, "-d", tmp_path / "out")
    assert sorted(tree(tmp_path / "out")) == [
        ".newsclaims2/x.json", "a.json", "deep/.newsclaims/x.json", "deep/manifest.jsonl", "manifest.json",
        "manifest.jsonl",
    ]  # fmt: skip


def test_a_feed_called_as_the_manifest_is_searched(news: Path, tmp_path: Path) -> None:
    """Only the manifest itself is no article."""
    (news / "deep").mkdir()
    (news / "deep" / "manifest.jsonl").write_text('{"text": "She lost $77 on Monday."}\n')
    run("extract", news, "-d", tmp_path / "out")
    for folder in (news, tmp_path / "out"):
        done = run("find", "--kind", "money", folder)
        assert done.stdout.startswith(f"{folder}/deep/manifest.jsonl:1: ".encode())
        assert done.stderr == b""


def test_a_shard_of_a_reserved_name(tmp_path: Path) -> None:
    import newsclaims

    source = tmp_path / "manifest.jsonl"
    source.write_text('{"text": "He won."}\n')
    for _ in range(2):
        assert newsclaims.extract_shard(str(source), str(tmp_path / "out")).failed == 1
    assert os.listdir(tmp_path / "out") == ["manifest.jsonl"]
    assert records((tmp_path / "out" / "manifest.jsonl").read_bytes())[1]["errors"][0]["code"] == "reserved"


def test_an_input_that_is_its_own_output_by_another_name(news: Path, tmp_path: Path) -> None:
    run("extract", news, "-d", tmp_path / "out")
    before = (tmp_path / "out" / "a.json").read_bytes()
    (news / "a.txt").unlink()
    (news / "a.txt").hardlink_to(tmp_path / "out" / "a.json")
    done = run("extract", news, "-d", tmp_path / "out", code=2)
    assert b"its own output by another name" in done.stderr
    assert (news / "a.txt").read_bytes() == (tmp_path / "out" / "a.json").read_bytes() == before


def test_the_output_folder_is_known_by_any_path(news: Path, tmp_path: Path) -> None:
    (tmp_path / "alias").symlink_to(tmp_path / "out")
    run("extract", news, "-d", tmp_path / "out")
    (tmp_path / "out" / "mine.txt").write_text("She lost.")
    done = run("extract", tmp_path / "alias" / "mine.txt", "-d", tmp_path / "out", code=2)
    assert b"lies in the output folder" in done.stderr
    done = run("extract", tmp_path / "alias", "-d", tmp_path / "out", code=2)
    assert b"must not be, or lie in, the output folder" in done.stderr


def test_the_folder_of_an_input_does_not_become_an_output_folder(news: Path) -> None:
    for path in (news / "a.txt", "a.txt"):
        done = run("extract", path, "-d", ".", cwd=news, code=2)
        one_line(done, b"must not be, or lie in, the output folder")
    assert os.listdir(news) == ["a.txt"]
    assert len(records(run("extract", news).stdout)) == 1


# The program, with an input that is replaced once it has been read.
REPLACED = """
import os
import newsclaims.pipeline as pipeline
real = pipeline.run
def run(text, **more):
    if more.get("source"):
        with open(more["source"] + ".new", "wb") as file: file.write(NEW)
        os.replace(more["source"] + ".new", more["source"])
    return real(text, **more)
pipeline.run = run
from newsclaims.cli.app import main
main()
"""


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.txt.gz", "a.jsonl.xz", "a.json"])
def test_the_manifest_has_the_hash_of_the_bytes_that_were_read(tmp_path: Path, name: str) -> None:
    """Else a file that is replaced while it is read would be passed over in every later run."""
    import gzip
    import lzma

    pack = {".gz": gzip.compress, ".xz": lzma.compress}.get(Path(name).suffix, bytes)
    written = b"%s paid $5.\n" if ".txt" in name else b'{"text": "%s paid $5."}\n'
    old, new = (pack(written % who) for who in (b"Ann", b"Bob"))
    source = tmp_path / name
    source.write_bytes(old)
    line = [sys.executable, "-c", REPLACED.replace("NEW", repr(new)), "extract", source, "-d", tmp_path / "o"]
    done = subprocess.run(line, env=environment(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert source.read_bytes() == new
    (entry,) = records((tmp_path / "o" / "manifest.jsonl").read_bytes())[1:]
    assert (entry["input_bytes"], entry["input_sha256"]) == (len(old), hashlib.sha256(old).hexdigest())
    assert b"Ann" in (tmp_path / "o" / entry["output"]).read_bytes()
    run("extract", source, "-d", tmp_path / "o")
    assert b"Bob" in (tmp_path / "o" / entry["output"]).read_bytes(), "read anew"
    assert b"1 skipped" in run("extract", source, "-d", tmp_path / "o").stderr


def test_all_bytes_of_a_file_that_is_not_read_to_its_end_are_hashed(tmp_path: Path) -> None:
    source = tmp_path / "long.txt"
    source.write_bytes(b"He won. " * 400_000)
    run("extract", source, "-d", tmp_path / "out", "--max-chars", "1000", code=2)
    (entry,) = records((tmp_path / "out" / "manifest.jsonl").read_bytes())[1:]
    assert entry["input_sha256"] == hashlib.sha256(source.read_bytes()).hexdigest()
