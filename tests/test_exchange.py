"""Annotation and exchange formats: written, and read back by us and by their own tools."""

from __future__ import annotations

import json
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from annotated import TASKS, TEXT, news_in
from program import run, tree

from newsclaims import extract
from newsclaims.exchange import annotation, brat, conllu, doccano, labelstudio, prodigy
from newsclaims.exchange.marks import Marks, marks_of
from newsclaims.exchange.words import sentences_of, words_of

SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return news_in(tmp_path / "news")


def told(marks: Marks, *, values: bool = True) -> list[Any]:
    """Return all that marks say without the ids that a tool gave them."""
    ends = {mark.id: (mark.label, mark.spans) for mark in marks.marks}
    return sorted(
        (mark.spans, mark.label, sorted((role, ends[id]) for role, id in mark.links.items()),
         sorted(mark.values.items()) if values else [])
        for mark in marks.marks
    )  # fmt: skip


@pytest.mark.parametrize("name", TASKS)
@pytest.mark.parametrize("sample", ["", "fishing-accord", "bridge-trial"])
def test_tasks_say_the_same_when_they_are_read_back(name: str, sample: str) -> None:
    text = (SAMPLES / f"{sample}.txt").read_text(encoding="utf-8") if sample else TEXT
    article = extract(text, id="a/b c", date="2024-05-08")
    expected = marks_of(article.to_dict(), text)
    found = TASKS[name].read(json.loads(TASKS[name].write(article)))
    assert (found.id, found.text) == ("a/b c", text)
    if name == "annotation":  # ids are addresses there
        for mark in found.marks:
            mark.id = mark.id.rpartition(":")[2]
            mark.links = {role: id.rpartition(":")[2] for role, id in mark.links.items()}
    assert told(found, values=name != "doccano") == told(expected, values=name != "doccano")
    assert len(found.marks) > 10 and any(mark.links for mark in found.marks)


@pytest.mark.parametrize("sample", ["", "fishing-accord", "valley-flood"])
def test_brat_pairs_say_the_same_when_they_are_read_back(sample: str) -> None:
    text = (SAMPLES / f"{sample}.txt").read_text(encoding="utf-8") if sample else TEXT
    article = extract(text, id="a", date="2024-05-08")
    _, plain, lines = brat.write(article)
    assert plain.decode() == text
    for line in lines.decode().splitlines():
        if line[0] == "T":
            _, place, words = line.split("\t")
            parts = [text[int(part.split()[0]) : int(part.split()[1])] for part in place.partition(" ")[2].split(";")]
            assert " ".join(parts) == words
    assert told(brat.read("a", text, lines.decode())) == told(marks_of(article.to_dict(), text))


def test_an_interrupted_quote_is_one_mark() -> None:
    article = extract(TEXT, date="2024-05-08")
    (quote,) = [mark for mark in marks_of(article.to_dict(), TEXT).marks if mark.values.get("kind") == "direct"]
    assert len(quote.spans) == 2 and "speaker" in quote.links
    relations = json.loads(doccano.write(article))["relations"]
    assert [item["type"] for item in relations].count("continues") == 1


def test_doccano_ids_are_unique_over_a_file() -> None:
    tasks = [json.loads(doccano.write(extract(TEXT, id=id))) for id in ("a", "b")]
    ids = [item["id"] for task in tasks for item in task["entities"]]
    assert len({*ids}) == len(ids) > 20 and max(ids) < 2**53
    assert all({item["from_id"], item["to_id"]} <= {*ids} for task in tasks for item in task["relations"])


def test_w3c_selectors_find_their_words() -> None:
    page = json.loads(annotation.write(extract(TEXT, id="flood", date="2024-05-08")))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld" and page["type"] == "AnnotationPage"
    for item in page["items"]:
        for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
            quoted, place = target["selector"]
            assert TEXT[place["start"] : place["end"]] == quoted["exact"]
            assert TEXT.index(quoted["prefix"] + quoted["exact"] + quoted["suffix"]) >= 0
            target["selector"] = quoted
    places = [mark.spans for mark in annotation.read(page).marks]
    assert places == [mark.spans for mark in marks_of(extract(TEXT, date="2024-05-08").to_dict(), TEXT).marks]


def test_w3c_pages_are_json_ld() -> None:
    jsonld = pytest.importorskip("pyld.jsonld")
    own = ("body", "target", "selector", "exact", "prefix", "items", "AnnotationPage", "Annotation", "TextualBody")
    terms = {name: f"urn:oa:{name}" for name in own} | {"type": "@type", "id": "@id"}

    def load(address: str, options: Any) -> dict[str, Any]:
        assert address == "http://www.w3.org/ns/anno.jsonld"
        return {"contextUrl": None, "documentUrl": address, "document": {"@context": terms}}

    (page,) = jsonld.expand(json.loads(annotation.write(extract(TEXT, id="flood"))), {"documentLoader": load})
    assert page["urn:newsclaims:text"] == [{"@value": TEXT}]
    values = [value for item in page["urn:oa:items"] for value in item.get("urn:newsclaims:values", [])]
    assert {"@type": "@json", "@value": {"kind": "direct"}} in values


def test_words_make_up_the_whole_text() -> None:
    for text in (TEXT, "", " \n", "a  b\tc\n\n\nd ", (SAMPLES / "cup-final.txt").read_text(encoding="utf-8")):
        words = words_of(text, sentences_of(extract(text)))
        assert "".join(text[word.start : word.end] + " " * word.space for word in words) == text
        assert all(before.end <= word.start for before, word in pairwise(words))


def test_prodigy_spans_are_made_of_tokens() -> None:
    task = json.loads(prodigy.write(extract(TEXT, date="2024-05-08")))
    assert "".join(token["text"] + " " * token["ws"] for token in task["tokens"]) == TEXT
    for span in task["spans"]:
        assert task["tokens"][span["token_start"]]["start"] == span["start"]
        assert task["tokens"][span["token_end"]]["end"] == span["end"]


def test_conllu_is_read_by_its_library(news: Path, tmp_path: Path) -> None:
    library = pytest.importorskip("conllu")
    run("extract", news, "-o", tmp_path / "all.conllu")
    sentences = library.parse((tmp_path / "all.conllu").read_text(encoding="utf-8"))
    assert [s.metadata["newdoc id"] for s in sentences if "newdoc id" in s.metadata] == ["x", "y", "one"]
    for sentence in sentences:
        words = ["" if word["misc"].get("SpaceAfter") == "No" else " " for word in sentence]
        made = "".join(word["form"] + space for word, space in zip(sentence, words, strict=True))
        assert made.strip() == sentence.metadata["text"]
    (left,) = [word for word in sentences[0] if word["form"] == "left"]
    assert (left["lemma"], left["upos"], left["xpos"], left["misc"]["Chunk"]) == ("leave", "VERB", "VBD", "B-VP")
    assert (left["misc"]["start_char"], left["head"]) == ("8", None)
    assert conllu.write(extract("")).startswith(b"# newdoc id = -")


def test_docbin_is_read_by_spacy(news: Path, tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import DocBin

    run("extract", news, "-o", tmp_path / "all.spacy", "--date", "2024-05-08")
    run("extract", news, "-d", tmp_path / "out", "-f", "docbin", "--date", "2024-05-08")
    docs = [*DocBin().from_disk(tmp_path / "all.spacy").get_docs(spacy.blank("en").vocab)]
    assert [doc.user_data["newsclaims"]["id"] for doc in docs] == ["x", "y", "one"]
    flood = docs[2]
    assert flood.text == TEXT and "Ada Stone" in [name.text for name in flood.ents]
    for kind in ("dates", "figures"):
        found = [(span.id_, span.start_char, span.end_char) for span in flood.spans[kind]]
        assert found == [(i["id"], i["start"], i["end"]) for i in flood.user_data["newsclaims"][kind]]
    assert len([*flood.sents]) > 3 and {span.label_ for span in flood.spans["quotes"]} == {"QUOTE"}
    feed = DocBin().from_disk(tmp_path / "out" / "feed.spacy")
    assert len(feed) == 2
    run("extract", news, "-o", tmp_path / "facts.jsonl", "--date", "2024-05-08")
    found = json.loads(run("score", tmp_path / "all.spacy", tmp_path / "facts.jsonl", "-f", "json").stdout)
    assert found["articles"] == 3 and not found["not_in_gold"]
    assert all(kind["exact"]["f1"] == 1 for kind in found["kinds"].values())
    (tmp_path / "bad.spacy").write_bytes(b"x" * 100)
    assert b"no DocBin" in run("score", tmp_path / "bad.spacy", tmp_path / "facts.jsonl", code=2).stderr


def test_lone_surrogates_cost_no_article() -> None:
    article = extract("“It is \ud800 late,” Ada Stone said.", id="\udcff")
    for module in (*TASKS.values(), conllu):
        assert module.write(article)
    assert "�" not in brat.write(article)[1].decode() and "?" in brat.write(article)[1].decode()
    if find_spec("spacy") is not None:
        from newsclaims.exchange import docbin

        assert docbin.write(article)


def test_docbin_without_spacy_says_what_to_install(news: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['spacy'] = None\n")
    done = run("extract", news, "-o", "a.spacy", code=2, cwd=tmp_path, PYTHONPATH=str(tmp_path))
    assert b"pip install 'newsclaims[spacy]'" in done.stderr


def test_label_studio_takes_our_tasks() -> None:
    sdk = pytest.importorskip("label_studio_sdk.label_interface")
    interface = sdk.LabelInterface(labelstudio.CONFIGURATION)
    (prediction,) = json.loads(labelstudio.write(extract(TEXT, date="2024-05-08")))["predictions"]
    assert interface.validate_prediction(prediction, return_errors=True) == []


def test_brat_collections_are_read_by_a_library(news: Path, tmp_path: Path) -> None:
    library = pytest.importorskip("bratly.io")
    run("extract", news, "-f", "brat", "-d", tmp_path / "out")
    found = library.read_and_load_ann_file(str(tmp_path / "out" / "one.ann"))
    kinds = {type(item).__name__ for item in found.annotations}
    assert kinds >= {"EntityAnnotation", "EventAnnotation", "RelationAnnotation", "AttributeAnnotation"}


def test_brat_folders_keep_what_somebody_corrected(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("extract", news, "-f", "brat", "-d", out)
    files = tree(out)
    assert sorted(files) == ["annotation.conf", "feed/000001.ann", "feed/000001.txt", "feed/000002.ann",
                             "feed/000002.txt", "manifest.jsonl", "one.ann", "one.txt"]  # fmt: skip
    run("extract", news, "-f", "brat", "-d", out)
    assert tree(out) == files
    (out / "one.ann").write_bytes(files["one.ann"] + b"T999\tperson 0 1\t\xf0\x9f\x8c\x8a\n")
    (out / "annotation.conf").write_text("mine")
    done = run("extract", news, "-f", "brat", "-d", out, code=1)
    assert b"one.ann has other annotations" in done.stderr
    assert (out / "one.ann").read_bytes() != files["one.ann"] and (out / "annotation.conf").read_text() == "mine"
    run("extract", news, "-f", "brat", "-d", out, "--force")
    assert (out / "one.ann").read_bytes() == files["one.ann"]
    assert b"needs --output-dir" in run("extract", news, "-f", "brat", code=2).stderr


def test_tasks_are_no_articles_of_the_next_run(news: Path) -> None:
    done = run("extract", news, "-f", "doccano", "-o", news / "tasks.jsonl", code=2)
    assert b"tasks.jsonl" in done.stderr and not (news / "tasks.jsonl").exists()
