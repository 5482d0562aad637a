"""What an article takes is given back when it is done, and a long one takes no more than its share."""

from __future__ import annotations

import gc
import json
from pathlib import Path

import pytest

import newsclaims
from newsclaims.formats.json import json_line, json_pieces, json_text
from newsclaims.syntax import parses
from newsclaims.words import sentence

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))


def cycles_left_by(text: str) -> list[object]:
    """Return the objects that counting references did not free after an article was extracted and written."""
    newsclaims.extract(text, date="2025-11-06")  # tables are loaded and caches filled the first time
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        article = newsclaims.extract(text, date="2025-11-06")
        json_line(article)
        json_text(article)
        del article
        gc.collect()
        return [*gc.garbage]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_nothing_is_left_to_the_collector(path: Path) -> None:
    """The command line switches the collector off: cycles would pile up there."""
    assert not cycles_left_by(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SAMPLES[:6], ids=lambda path: path.stem)
def test_sentences_far_down_an_article_are_read_as_all_others(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text(encoding="utf-8")
    whole = json_line(newsclaims.extract(text, date="2025-11-06"))
    monkeypatch.setattr(sentence, "_KEPT", 3)
    monkeypatch.setattr(sentence, "_UNPACKED", 20)
    monkeypatch.setattr(sentence, "_LATEST", 1)
    monkeypatch.setattr(parses, "_KEPT", 4)
    monkeypatch.setattr(parses, "_WINDOW", 2)
    assert json_line(newsclaims.extract(text, date="2025-11-06")) == whole


@pytest.mark.parametrize("path", SAMPLES[:3], ids=lambda path: path.stem)
@pytest.mark.parametrize("at_once", [1, 3, 400])
def test_json_in_pieces_is_that_of_the_standard_library(
    path: Path, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsclaims.formats.json._AT_ONCE", at_once)
    article = newsclaims.extract(path.read_text(encoding="utf-8"), date="2025-11-06")
    record = article.to_dict()
    assert json_text(article) == f"{json.dumps(record, ensure_ascii=False, indent=2)}\n".encode()
    assert json_line(article) == f"{json.dumps(record, ensure_ascii=False, separators=(',', ':'))}\n".encode()


@pytest.mark.parametrize("form", ["json", "jsonl"])
@pytest.mark.parametrize("count", [1, 2])
def test_long_articles_are_written_in_pieces(
    form: str, count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written piece by piece, to a file, is what whole articles make in the workers of a folder."""
    from newsclaims.batch.work import Settings
    from newsclaims.cli.messages import Messages
    from newsclaims.cli.run import Plan, run
    from newsclaims.formats.json import Pieces
    from newsclaims.text.inputs import Selection

    made = []
    monkeypatch.setattr(Pieces, "__iter__", lambda pieces: made.append(pieces) or pieces._make())

    def written(name: str) -> bytes:
        plan = Plan(
            paths=[str(path) for path in SAMPLES[:count]], selection=Selection(), jobs=1,
            settings=Settings(format=form), messages=Messages(quiet=True), output=str(tmp_path / name),
        )  # fmt: skip
        assert run(plan) == 0
        return (tmp_path / name).read_bytes()

    whole = written("whole")
    assert not made
    monkeypatch.setattr("newsclaims.formats.json._AT_ONCE", 2)
    assert written("pieces") == whole
    assert len(made) >= count


def test_lone_surrogates_are_escaped_at_any_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsclaims.formats.json._AT_ONCE", 0)
    article = newsclaims.extract("He \ud800 won.")
    assert json_pieces(article, indented=True) is None
    assert json_pieces(newsclaims.extract("He won."), indented=True) is not None
