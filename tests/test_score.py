"""``score``: a set of annotations against another one, also as somebody has corrected it in a tool."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from annotated import TASKS, TEXT, news_in
from program import run

from newsclaims import extract
from newsclaims.exchange import brat
from newsclaims.exchange.marks import Mark, Marks
from newsclaims.exchange.pairing import pairs
from newsclaims.exchange.score import Score
from newsclaims.formats.json import json_line
from newsclaims.model import Failure


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return news_in(tmp_path / "news")


def written(folder: Path, name: str, date: str | None = None) -> Path:
    """Write the marks of ``TEXT`` in a format and return where they are."""
    article = extract(TEXT, id="one", date=date)
    if name == "brat":
        folder.mkdir(exist_ok=True)
        _, text, lines = brat.write(article)
        (folder / "one.txt").write_bytes(text)
        (folder / "one.ann").write_bytes(lines)
        return folder
    path = folder.with_suffix(".jsonl.gz")
    path.write_bytes(gzip.compress(json_line(article) if name == "jsonl" else TASKS[name].write(article)))
    return path


def scored(gold: Path, out: Path) -> tuple[dict[str, Any], list[str]]:
    """Return the scores of a set against another one, and what could not be scored."""
    score, failures = Score(), []
    for pair in pairs(str(gold), str(out)):
        if isinstance(pair, Failure):
            failures.append(str(pair))
        else:
            score.add(*pair)
    return score.to_dict(), failures


@pytest.mark.parametrize("name", [*TASKS, "brat", "jsonl"])
def test_every_format_scores_against_itself(tmp_path: Path, name: str) -> None:
    gold = written(tmp_path / "gold", name)
    for out in (gold, written(tmp_path / "facts", "jsonl")):
        found, failures = scored(gold, out)
        assert not failures and found["articles"] == 1 and not found["not_in_gold"]
        for kind in found["kinds"].values():
            assert kind["exact"]["f1"] == kind["overlapping"]["f1"] == 1
            assert all(pair["accuracy"] == 1 for pair in kind["attributes"].values())
        assert found["kinds"]["quotes"]["attributes"]["speaker"]["compared"] > 1


def test_score_prints_a_table_or_json(news: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.json"
    run("extract", news, "-f", "labelstudio", "-o", gold)
    shown = run("score", gold, "-", input=run("extract", news, "-f", "prodigy").stdout).stdout.decode()
    assert shown.startswith("3 articles; ") and shown.count("100.0  100.0  100.0     100.0  100.0  100.0") == 5
    assert "speaker 100.0 (" in shown
    run("extract", news / "one.txt", "-o", tmp_path / "one.jsonl")
    done = run("score", gold, tmp_path / "one.jsonl", "-f", "json", code=1)
    assert json.loads(done.stdout)["articles"] == 1
    assert done.stderr.count(b"OUT has no article of this text or id") == 2
    done = run("score", tmp_path / "none.json", gold, code=2)
    assert b"none.json" in done.stderr and not done.stdout


def corrected(name: str, content: Any) -> Any:
    """Correct in a task what a person would: where figures begin, and that organizations are places."""
    if name == "labelstudio":
        result = content["predictions"][0]["result"]
        content["annotations"] = [{"result": result}, {"result": [], "was_cancelled": True}]
        for value in [item["value"] for item in result if item["type"] == "labels"]:
            value["start"] -= 2 * (value["labels"] == ["figure"])
            value["labels"] = ["Place"] if value["labels"] == ["organization"] else value["labels"]
        return [content]
    for span in content["entities" if name == "doccano" else "spans"]:
        span["start_offset" if name == "doccano" else "start"] -= 2 * (span["label"] == "figure")
        span["label"] = "Place" if span["label"] == "organization" else span["label"]
    return content


@pytest.mark.parametrize("name", ["doccano", "labelstudio", "prodigy"])
def test_corrections_are_read_and_counted(tmp_path: Path, name: str) -> None:
    gold = tmp_path / "gold.json"
    gold.write_text(
        json.dumps(corrected(name, json.loads(TASKS[name].write(extract(TEXT, id="one"))))), encoding="utf-8"
    )
    found = scored(gold, written(tmp_path / "facts", "jsonl"))[0]["kinds"]
    figures, entities = found["figures"], found["entities"]
    assert figures["exact"]["found"] == 0 and figures["overlapping"]["f1"] == 1
    assert entities["exact"]["f1"] == 1 and entities["attributes"]["type"]["accuracy"] < 1
    assert found["quotes"]["exact"]["f1"] == found["dates"]["exact"]["f1"] == 1


def test_corrections_in_brat_are_read_and_counted(tmp_path: Path) -> None:
    gold = written(tmp_path / "gold", "brat")
    lines = (gold / "one.ann").read_text(encoding="utf-8").splitlines()
    speakers = [at for at, line in enumerate(lines) if "\tspeaker " in line]
    del lines[speakers[0]]
    lines = [line.replace("; value: 2500000", "; value: 2.5") for line in lines]
    (gold / "one.ann").write_text("\r\n".join(lines) + "\r\n", encoding="utf-8", newline="")
    found = scored(gold, written(tmp_path / "facts", "jsonl"))[0]["kinds"]
    speaker = found["quotes"]["attributes"]["speaker"]
    assert speaker["right"] == speaker["compared"] - 1 >= 1
    assert found["figures"]["attributes"]["value"]["accuracy"] == 0
    assert found["figures"]["exact"]["f1"] == 1


def test_labels_alone_are_scored_without_links(tmp_path: Path) -> None:
    start = TEXT.index("May 2024")
    label = {"text": TEXT, "label": [[start, start + 8, "DATE"], [0, 1, "emoji"]], "Comments": []}
    (tmp_path / "gold.jsonl").write_text(json.dumps(label) + "\n", encoding="utf-8")
    found, _ = scored(tmp_path / "gold.jsonl", written(tmp_path / "out", "prodigy"))
    assert [*found["kinds"]] == ["dates"] and "quotes" in found["not_in_gold"]
    assert (found["kinds"]["dates"]["gold"], found["kinds"]["dates"]["exact"]["recall"]) == (1, 1)


def test_marks_are_paired_one_to_one() -> None:
    def marks(*spans: tuple[int, int]) -> Marks:
        return Marks("a", None, [Mark(str(n), "date", (span,)) for n, span in enumerate(spans)])

    score = Score()
    score.add(marks((0, 10), (12, 20), (12, 20), (40, 50)), marks((0, 4), (5, 10), (12, 20), (19, 45)))
    dates = score.to_dict()["kinds"]["dates"]
    assert (dates["exact"]["found"], dates["overlapping"]["found"]) == (1, 3)
    assert (dates["exact"]["precision"], dates["exact"]["recall"], dates["overlapping"]["f1"]) == (0.25, 0.25, 0.75)


def test_what_cannot_be_scored_is_said(tmp_path: Path) -> None:
    facts = written(tmp_path / "facts", "prodigy")
    for name, content, expected in (
        ("junk.json", '{"a": 1}', ["no annotations of a known format: 'labels' is missing"]),
        ("text.txt", TEXT, ["no JSON, nor annotations of another format"]),
        ("empty.json", "", ["no JSON, nor annotations of another format"]),
        ("lines.jsonl", '{"a"\n{"text": "He won.", "label": []}\n', ["not JSON", "OUT has no article"]),
        ("odd.json", '[1, null, {"text": 5, "label": "x"}, {"data": []}, {"items": 3}, {"spans": [{}]}]',
         ["no annotations of a known format"] * 6),
        ("gone.ann", None, ["gone.ann: no such file"]),
        ("a.ann", "T1\tperson 0 x\tHe\n", ["a.txt is missing: an .ann file has its .txt beside it"]),
        ("other.json", json.dumps({"text": "He won.", "article": "one", "entities": []}), ["the offsets do not fit"]),
    ):  # fmt: skip
        if content is not None:
            (tmp_path / name).write_text(content, encoding="utf-8")
        found, failures = scored(tmp_path / name, facts)
        assert found["articles"] == 0 and len(failures) == len(expected), (name, failures)
        assert all(part in failure for part, failure in zip(expected, failures, strict=True)), (name, failures)
    (tmp_path / "a.txt").write_text("He won.")
    assert "line 1 is no line of brat's" in scored(tmp_path / "a.ann", facts)[1][0]
