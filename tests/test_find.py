"""``find``: grep for claims, on articles and on JSON Lines written earlier."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import newsclaims
from newsclaims.output.finding import Question, hits

SAMPLES = Path(__file__).parent.parent / "samples"
TEXT = (
    "Mexico granted asylum to Pedro Castillo's wife in 2022. Security forces raided the embassy in April 2024.\n\n"
    '"We cannot accept interference," Hugo de Zela told reporters. De Zela said that trade exceeded $2.5 billion.'
)
RECORD = newsclaims.extract(TEXT, id="peru", date="2025-11-06").to_dict()


def found(**asked: str) -> list[str]:
    return [hit.text for hit in hits(RECORD, Question(**asked))]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newsclaims", "find", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("verb", ["grant", "granted", "grants", "granting"])
def test_verbs_match_in_all_forms(verb: str) -> None:
    assert any("asylum" in text for text in found(did=verb))


def test_names_match_in_all_forms() -> None:
    assert any("cannot accept" in text for text in found(who="Hugo de Zela", kind="quotes"))
    assert any("exceeded" in text for text in found(who="Zela"))
    assert not found(who="Zelaya")


def test_all_that_is_asked_must_hold() -> None:
    assert found(who="Mexico", did="grant")
    assert not found(who="Mexico", did="raid")


def test_quotes_by_their_words() -> None:
    assert any("interference" in text for text in found(said="accept interfer"))
    assert not found(said="nobody said this")


def test_figures_and_dates() -> None:
    assert any("2.5 billion" in text for text in found(kind="money"))
    assert "April 2024" in found(kind="dates", since="2024-01-01", until="2024-12-31")
    assert "2022" not in found(kind="dates", since="2024-01-01")


def test_hits_are_in_the_text() -> None:
    for hit in hits(RECORD, Question(who="Mexico")):
        assert TEXT[hit.start : hit.end] == hit.text


def test_lines_begin_with_path_and_line(tmp_path: Path) -> None:
    path = tmp_path / "peru.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = run("--said", "interference", str(path))
    assert done.returncode == 0
    assert done.stdout.startswith(f"{path}:3: ")
    assert "»" in done.stdout


def test_nothing_found_is_one_and_unreadable_two(tmp_path: Path) -> None:
    path = tmp_path / "peru.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert run("--who", "Nobody", str(path)).returncode == 1
    assert run("--who", "Mexico", str(tmp_path / "none.txt")).returncode == 2
    assert run(str(path)).returncode == 2


def test_earlier_output_and_json(tmp_path: Path) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_text(json.dumps(RECORD) + "\n", encoding="utf-8")
    done = run("--did", "raid", "--json", str(path))
    hit = json.loads(done.stdout)
    assert (hit["line"], hit["id"], hit["kind"]) == (1, "peru", "claims")
    assert hit["fact"]["predicate"]["lemma"] == "raid"


def test_output_folders_are_read_as_results(tmp_path: Path) -> None:
    """JSON and JSON Lines of a folder that `extract` wrote answer; its manifest and error records are no articles."""
    news, out = tmp_path / "news", tmp_path / "all" / "out"
    (news / "a").mkdir(parents=True)
    (news / "a" / "peru.txt").write_text(TEXT, encoding="utf-8")
    (news / "feed.jsonl").write_text(json.dumps({"text": TEXT, "id": "line"}) + "\n{bad\n", encoding="utf-8")
    command = [sys.executable, "-m", "newsclaims", "extract", str(news), "-d", str(out), "--errors", "inline", "-q"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1
    (news / "a" / "peru.txt").unlink()  # results answer without what they were made from
    for folder in (out, out.parent):
        done = run("--did", "raid", "--json", str(folder))
        assert (done.returncode, done.stderr) == (0, "")
        assert [(json.loads(line)["id"], json.loads(line)["line"]) for line in done.stdout.splitlines()] == [
            ("peru", 1),
            ("line", 1),
        ]


def test_counts_and_files() -> None:
    paths = [str(SAMPLES / "valley-flood.txt"), str(SAMPLES / "cup-final.txt")]
    counts = dict(line.rsplit(":", 1) for line in run("--kind", "figures", "-c", *paths).stdout.splitlines())
    assert set(counts) == set(paths)
    assert run("--kind", "figures", "-l", *paths).stdout.splitlines() == paths
