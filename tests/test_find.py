"""``find``: grep for claims, on articles and on JSON Lines written earlier."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from program import command, run_text

import newsclaims
from newsclaims.find.search import Question, hits

SAMPLES = Path(__file__).parent.parent / "samples"
TEXT = (
    "Mexico granted asylum to Pedro Castillo's wife in 2022. Security forces raided the embassy in April 2024.\n\n"
    '"We cannot accept interference," Hugo de Zela told reporters. De Zela said that trade exceeded $2.5 billion.'
)
RECORD = newsclaims.extract(TEXT, id="peru", date="2025-11-06").to_dict()


def found(**asked: str) -> list[str]:
    return [hit.text for hit in hits(RECORD, Question(**asked))]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return run_text("find", *arguments)


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
    assert run_text("extract", news, "-d", out, "--errors", "inline", "-q").returncode == 1
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


def test_counts_name_files_without_hits_as_grep_does(tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_text("The bridge was closed on Monday.", encoding="utf-8")
    (tmp_path / "peru.txt").write_text(TEXT, encoding="utf-8")
    done = run("--did", "raid", "-c", str(tmp_path))
    assert done.stdout.splitlines() == [f"{tmp_path}/none.txt:0", f"{tmp_path}/peru.txt:1"]
    assert run("--did", "raid", "-l", str(tmp_path)).stdout.splitlines() == [f"{tmp_path}/peru.txt"]
    assert run("--did", "raid", "-c", "-l", str(tmp_path)).returncode == 2


def test_quiet_and_ignore_case(tmp_path: Path) -> None:
    path = tmp_path / "peru.txt"
    path.write_text(TEXT, encoding="utf-8")
    quiet = run("-q", "-i", "--who", "MEXICO", str(path))
    assert (quiet.returncode, quiet.stdout) == (0, "")
    assert run("-q", "--who", "Bolivia", str(path)).returncode == 1


def test_pronouns_match_through_their_entity() -> None:
    text = "President Elena Duarte met the miners on Monday. She promised a road and later severed ties with Norvane."
    record = newsclaims.extract(text).to_dict()
    for verb in ("promise", "sever", "severing"):
        found = [hit.fact["subject"]["text"] for hit in hits(record, Question(who="Duarte", did=verb, kind="claims"))]
        assert found == ["She"]


@pytest.mark.parametrize(
    ("written", "asked"),
    [("Seán O’Brien", "O'Brien"), ("Seán O'Brien", "sean o’brien"), ("Lucía García", "garcia"), ("Ann Reed", "Reed's")],
)
def test_names_match_without_accents_and_with_any_apostrophe(tmp_path: Path, written: str, asked: str) -> None:
    path = tmp_path / "road.txt"
    path.write_text(f"{written} closed the road on Monday.", encoding="utf-8")
    wanted = asked.removesuffix("'s")
    assert run("--who", wanted, "--did", "close", str(path)).returncode == 0


def test_particles_of_verbs() -> None:
    record = newsclaims.extract("Miners walked out on Monday. Clerks walked home.").to_dict()
    assert [hit.text.split()[0] for hit in hits(record, Question(did="walk out"))] == ["Miners"]
    assert len(list(hits(record, Question(did="walking")))) == 2


def test_times_hold_for_every_kind() -> None:
    text = (
        "“We lost the mine,” Anna Bell said in May 2021. The firm paid $5 million in May 2021.\n\n"
        "“We sold the mine,” Anna Bell said in May 2024. The firm paid $7 million in May 2024."
    )
    record = newsclaims.extract(text).to_dict()
    for kind, words in (("quotes", "sold"), ("money", "$7 million"), ("claims", "2024")):
        found = [hit.text for hit in hits(record, Question(kind=kind, since="2024-01-01"))]
        assert found and all(words in one or "2024" in one for one in found)


def asked(text: str, **question: Any) -> list[str]:
    return [hit.text for hit in hits(newsclaims.extract(text).to_dict(), Question(**question))]


def test_every_verb_of_a_group_is_found() -> None:
    text = "Reed threatened to kill the mayor. Holt has been seen in Estrel. The firm began to withdraw."
    for verb in ("threaten", "kill", "killed", "begin", "withdraw", "see"):
        assert len(asked(text, did=verb)) == 1, verb
    assert asked(text, did="have") == asked(text, did="be") == []  # they only help


def test_like_takes_other_verbs_for_the_same_deed() -> None:
    text = "Norvane acquired the mine. Estrel purchased two ships. Reed stepped down. Holt sold a farm."
    assert len(asked(text, did="buy", like=True)) == 2 and not asked(text, did="buy")
    assert [hit[:4] for hit in asked(text, did="resign", like=True)] == ["Reed"]


def test_modality_and_negation() -> None:
    text = "Reed resigned on Monday. Holt may resign. Bell did not resign. Ward reportedly resigned."
    assert [hit[:4] for hit in asked(text, did="resign", modality=("asserted",), negated=False)] == ["Reed"]
    assert [hit[:4] for hit in asked(text, did="resign", modality=("possible", "alleged"))] == ["Holt", "Ward"]
    assert [hit[:4] for hit in asked(text, negated=True)] == ["Bell"]


def test_phrases_short_words_and_articles() -> None:
    text = "“There is no evidence of theft,” Reed said. “It is not evidence,” Holt said. “No new evidence,” Bell said."
    for words, count in (('"no evidence"', 1), ("no evidence", 2), ("“not evidence”", 1), ("the evid", 3), ("the", 0)):
        assert len(asked(text, said=words)) == count, words
    record = newsclaims.extract("The White House fined Reed.").to_dict()
    for name in ("the White House", "White House", '"white house"'):
        assert list(hits(record, Question(who=name))), name
    assert not list(hits(record, Question(who='"house white"')))


def test_a_name_in_a_relative_clause_did_nothing() -> None:
    text = "The man who shot Ann Reed fled to Estrel. Officials, whom Holt had warned, left the town."
    assert not asked(text, who="Reed", did="flee") and not asked(text, who="Holt", did="leave")
    assert asked(text, who="man", did="flee") and asked(text, whom="Reed", did="shoot")


LINES = "One man fled. Reed fled to Estrel.\nHolt stayed.\n\nBell fled. Ward fled.\n"


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ([], ["F:1: »One man fled«.", "F:1: »Reed fled to Estrel«.", "F:4: »Bell fled«.", "F:4: »Ward fled«."]),
        (["-nH", "-m", "1"], ["F:1: »One man fled«."]),
        (["--no-filename"], ["1: »One man fled«.", "1: »Reed fled to Estrel«.", "4: »Bell fled«.", "4: »Ward fled«."]),
        (["--no-filename", "--no-line-number", "--who", "Reed"], ["»Reed fled to Estrel«."]),
        (["-v"], ["F:2: Holt stayed."]),
        (["--who", "Reed", "-C", "1"], ["F-1- One man fled.", "F:1: »Reed fled to Estrel«.", "F-2- Holt stayed."]),
        (["--who", "Ward", "-o"], ["F:4: Ward fled"]),
        (["-c"], ["F:4"]),
        (["-cv"], ["F:1"]),
        (["-c", "-m", "3"], ["F:3"]),
        (["-l"], ["F"]),
    ],
)
def test_options_of_grep(tmp_path: Path, options: list[str], shown: list[str]) -> None:
    path = tmp_path / "f.txt"
    path.write_text(LINES, encoding="utf-8")
    done = run("--did", "flee", *options, str(path))
    assert done.stdout.replace(str(path), "F").splitlines() == shown


def test_a_sentence_is_one_line_and_json_has_every_hit(tmp_path: Path) -> None:
    path = tmp_path / "f.txt"
    path.write_text("Reed said that Holt had said that Bell left. Ward left.", encoding="utf-8")
    assert len(run("--did", "say", str(path)).stdout.splitlines()) == 1
    lines = run("--did", "say", "--format", "jsonl", str(path)).stdout
    assert len(lines.splitlines()) == 2 and run("--did", "say", "--json", str(path)).stdout == lines
    listed = json.loads(run("--did", "say", "--format", "json", str(path)).stdout)
    assert listed == [json.loads(line) for line in lines.splitlines()]
    assert json.loads(run("--did", "sing", "--format", "json", str(path)).stdout) == []
    for wrong in (["--modality", "sure"], ["--modality", ","], ["--format", "xml"], ["-v", "--json"], ["-m", "0"]):
        assert run("--did", "say", *wrong, str(path)).returncode == 2
    assert run("--like", "--who", "x", str(path)).returncode == 2


def test_earlier_output_of_every_shape(tmp_path: Path) -> None:
    """JSON Lines from a pipe, a JSON file, a folder that `extract --output-dir` wrote; articles are not found twice."""
    article = tmp_path / "news" / "peru.txt"
    article.parent.mkdir()
    article.write_text(TEXT, encoding="utf-8")
    piped = run_text("find", "--did", "raid", input=json.dumps(RECORD, separators=(",", ":")) + "\n")
    assert piped.returncode == 0 and piped.stdout.startswith("-:1: peru, sentence 2: Security forces raided")
    facts = tmp_path / "facts"
    assert run_text("extract", article, "--output-dir", facts).returncode == 0
    found = run("--did", "raid", str(facts))
    assert (found.returncode, found.stderr) == (0, "")
    assert len(found.stdout.splitlines()) == 1
    (article.parent / "peru.json").write_text(json.dumps(RECORD, indent=2), encoding="utf-8")
    assert len(run("--did", "raid", str(article.parent)).stdout.splitlines()) == 1
    assert run("--did", "raid", str(article.parent / "peru.json")).stdout.startswith(f"{article.parent}/peru.json:1: ")


def test_names_of_files_cannot_control_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31mb.txt"
    path.write_text(TEXT, encoding="utf-8")
    for options in (["-c"], []):  # -l writes into a pipe what other programs open: test_hostile_names.py
        assert "\x1b" not in run("--did", "raid", *options, str(tmp_path)).stdout


def test_first_hit_comes_before_the_folder_is_read(tmp_path: Path) -> None:
    """The first hit of a large folder is written at once, not when everything has been read."""
    for number in range(1000):
        (tmp_path / f"{number:04}.txt").write_text(TEXT, encoding="utf-8")
    line = command("find", "--who", "Mexico", "--did", "grant", tmp_path)
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(f"{tmp_path}/0000.txt:1: ")
        assert process.poll() is None  # it still reads the others
        process.stdout.close()
        process.terminate()
