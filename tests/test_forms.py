"""One article in all forms gives the same facts; what was saved is read back as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from forms import ADDRESS, DAY, FORMS, TITLE
from program import records, run

from newsclaims.extract import extract_record
from newsclaims.model import Article
from newsclaims.text.files import pieces, records_in
from newsclaims.text.intake import Intake

QUERY = "SELECT url, day AS date, headline, body FROM news"
NO_METADATA = ("a.txt", "wrapped.txt", "a.pdf", "a.docx")


def article_in(path: Path, date: str | None = None) -> Article:
    how = Intake(query=QUERY)
    (record,) = [record for piece in pieces(str(path), how) for record in records_in(piece, how)]
    found = extract_record(record)
    assert isinstance(found, Article), found
    return found


def facts(article: Article) -> dict[str, list[Any]]:
    """Return the facts in words: no offsets, white space as one blank, straight quotation marks."""

    def words(item: Any) -> str | None:
        return None if item is None else " ".join(item.text.split()).replace(" ,", ",")

    return {
        "title": [article.title and " ".join(article.title.split())],
        "claims": [
            (words(c.subject), words(c.predicate), words(c.object), c.modality, c.negated) for c in article.claims
        ],
        "quotes": [(words(q), words(q.speaker), q.kind) for q in article.quotes],
        "figures": [(words(f), f.value, f.unit) for f in article.figures],
        "dates": [(words(d), d.type) for d in article.dates],
    }


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Article:
    path = tmp_path_factory.mktemp("forms") / "a.txt"
    FORMS["a.txt"](path)
    return article_in(path)


@pytest.mark.parametrize("name", FORMS)
def test_the_same_facts_in_every_form(tmp_path: Path, plain: Article, name: str) -> None:
    path = tmp_path / name
    FORMS[name](path)
    article = article_in(path)
    wanted = facts(plain)
    assert len(wanted["claims"]) > 8 and len(wanted["quotes"]) > 3 and len(wanted["figures"]) > 3
    assert facts(article) == wanted
    if name not in NO_METADATA:
        assert (article.id, article.title, article.published) == (ADDRESS, TITLE, DAY)
        assert article.published_basis == "metadata"
        assert "2025-06-18" in [date.value for date in article.dates]
    for item in (*article.claims, *article.quotes, *article.dates, *article.figures):
        assert article.text[item.start : item.end] == item.text


def test_offsets_of_markdown_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    FORMS["a.md"](path)
    written = path.read_text(encoding="utf-8")
    article = article_in(path)
    assert len(article.text) == len(written)
    assert all(a in (b, " ") for a, b in zip(article.text, written, strict=True))
    (share,) = [figure for figure in article.figures if figure.kind == "percent"]
    assert written[share.start : share.end] == "12%"
    subject = article.claims[1].subject
    assert subject is not None
    assert written[subject.start : subject.end] == "The **government** of [Norvane"
    assert subject.text.split() == ["The", "government", "of", "Norvane"]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl", "a.html", "a.docx"])
def test_what_was_saved_is_read_back_by_every_command(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    FORMS[name](path)
    run("extract", path, "--with-text", "-o", tmp_path / "saved.jsonl")
    run("extract", path, "--with-text", "-o", tmp_path / "saved.json")
    commands: list[list[Any]] = [["check", "--format", "json"], ["extract", "--with-text"]]
    if name == "a.md":
        commands += [["show"], ["report", "-o", "-"], ["find", "--kind", "claims", "--json"]]
    for command, *options in commands:
        first = run(command, path, *options).stdout
        for saved in ("saved.jsonl", "saved.json"):
            again = run(command, tmp_path / saved, *options).stdout
            if command == "check":
                (one,), (other,) = json.loads(f"[{first.decode()}]"), json.loads(f"[{again.decode()}]")
                assert {**one, "text": other.get("text")} == {**other, "text": other.get("text")}
            elif command == "find":
                drop = ("path", "source", "line")
                assert [{k: v for k, v in r.items() if k not in drop} for r in records(again)] == [
                    {k: v for k, v in r.items() if k not in drop} for r in records(first)
                ]
            else:
                assert again == first, (command, saved)


def test_saved_without_text(tmp_path: Path) -> None:
    FORMS["a.txt"](tmp_path / "a.txt")
    run("extract", tmp_path / "a.txt", "-o", tmp_path / "saved.jsonl")
    for command in (["show"], ["check"], ["report", "-o", "-"]):
        assert b"--with-text" in run(command[0], tmp_path / "saved.jsonl", *command[1:], code=2).stderr
    assert run("find", "--who", "Holt", tmp_path / "saved.jsonl").stdout
    assert run("extract", tmp_path / "saved.jsonl", "--format", "csv").stdout.count(b"\n") > 10


def test_other_fields_are_kept(tmp_path: Path) -> None:
    record = {"text": "He won.", "id": 7, "label": "sport", "score": float("nan"), "tags": ["a", {"b": None}]}
    done = run("extract", "--keep-meta", "--with-text", input=json.dumps(record).encode())
    (found,) = records(done.stdout)
    assert found["meta"] == {"label": "sport", "score": None, "tags": ["a", {"b": None}]}
    assert found["text"] == "He won."
    assert list(found)[-2:] == ["text", "meta"]
    (plain,) = records(run("extract", input=json.dumps(record).encode()).stdout)
    assert not {"text", "meta"} & set(plain)
    indented = run("extract", "--keep-meta", "--format", "json", input=json.dumps(record).encode()).stdout
    assert json.loads(indented)["meta"] == found["meta"]


def test_keys_that_a_user_names(tmp_path: Path) -> None:
    record = {
        "payload": {"words": "She lost on Monday."},
        "seen": "18 June 2025",
        "nr": 5,
        "head": "A loss",
        "text": "x",
    }
    options = ["--text-key", "payload.words", "--date-key", "seen", "--id-key", "nr", "--title-key", "head"]
    (found,) = records(run("extract", *options, "--with-text", input=json.dumps(record).encode()).stdout)
    assert (found["text"], found["published"], found["id"], found["title"]) == (
        "She lost on Monday.", DAY, "5", "A loss",
    )  # fmt: skip
