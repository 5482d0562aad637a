"""The tagger: what it must always get right, its tables, and the training script on a toy treebank."""

from __future__ import annotations

import random
import string
from pathlib import Path
from typing import Any

import pytest
from stopwatch import assert_growth

from newsclaims.learn import tagger as train_tagger
from newsclaims.words import tagger_features as features
from newsclaims.words import tagger_model
from newsclaims.words.shapes import key, keys, letter_case, shape
from newsclaims.words.tagger import Tagger, tag
from newsclaims.words.tagger_model import Lexicon, Table, pack

DATA = Path(tagger_model.DATA)
SENTENCES = [
    "The/DT minister/NN said/VBD on/IN Monday/NNP that/IN the/DT talks/NNS had/VBD failed/VBN ./.",
    "She/PRP was/VBD arrested/VBN by/IN officers/NNS outside/IN her/PRP$ home/NN ./.",
    "He/PRP ca/MD n’t/RB leave/VB ,/, but/CC they/PRP ’ll/MD stay/VB ./.",
    "The/DT company/NN plans/VBZ to/TO close/VB two/CD factories/NNS ./.",
    "The/DT plans/NNS were/VBD published/VBN last/JJ week/NN ./.",
    "Firefighters/NNS rescued/VBD a/DT man/NN trapped/VBN in/IN the/DT building/NN ./.",
    "Peru/NNP ’s/POS new/JJ airport/NN costs/VBZ $/$ 2.5/CD million/CD ./.",
    "The/DT bank/NN ,/, which/WDT owns/VBZ the/DT land/NN ,/, has/VBZ not/RB yet/RB replied/VBN ./.",
    "They/PRP released/VBD the/DT report/NN and/CC rejected/VBD the/DT offer/NN ./.",
]
HEADLINES = [
    "Minister/NN Rejects/VBZ Calls/NNS for/IN New/JJ Inquiry/NN",
    "Court/NN Clears/VBZ Former/JJ Mayor/NN of/IN Fraud/NN",
]


def split(line: str) -> tuple[list[str], list[str]]:
    pairs = [word.rsplit("/", 1) for word in line.split(" ")]
    return [form for form, _ in pairs], [gold for _, gold in pairs]


@pytest.mark.parametrize("line", SENTENCES)
def test_plain_news_sentences(line: str) -> None:
    forms, gold = split(line)
    assert tag(forms) == gold


@pytest.mark.parametrize("line", HEADLINES)
def test_verbs_of_headlines(line: str) -> None:
    forms, gold = split(line)
    capitals = [form.upper() for form in forms]
    for given in (forms, capitals):
        verbs = [i for i, found in enumerate(tag(given)) if found == "VBZ"]
        assert verbs == [i for i, wanted in enumerate(gold) if wanted == "VBZ"], given


def test_empty_sentence_and_odd_tokens() -> None:
    assert tag([]) == []
    odd = ["\u200b", "👍", "ﷺ", "\ud800", "x" * 5000, " ", "<s>", "</s>", "^", "^^", "=", "0" * 300]
    found = tag(odd)
    assert len(found) == len(odd)
    assert set(found) <= set(features.TAGS)


def test_result_does_not_depend_on_what_was_tagged_before() -> None:
    sentences = [split(line)[0] for line in SENTENCES]
    fresh = [Tagger(Table(DATA.read_bytes())).tag(forms) for forms in sentences]
    assert [tag(forms) for forms in reversed(sentences)] == fresh[::-1]


def test_time_grows_with_length_only() -> None:
    chance = random.Random(3)
    words = ["".join(chance.choices(string.ascii_letters, k=6)) for _ in range(20_000)]
    table = Table(DATA.read_bytes())
    assert_growth(lambda: Tagger(table).tag(words[:5_000]), lambda: Tagger(table).tag(words), 8)


@pytest.mark.parametrize("form", ["\N{GRINNING FACE}", "\u200d"])
def test_a_run_of_one_form_is_chosen_for_once(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    choose, asked = Tagger._choose, []

    def counted(self: Tagger, *arguments: Any) -> str:
        asked.append(arguments)
        return choose(self, *arguments)

    monkeypatch.setattr(Tagger, "_choose", counted)
    words = ["Ann", "said", *[form] * 500, "it", "rose", "."]
    found = tag(words)
    assert len(asked) < 30
    for cut in (480, 481):  # what stands at the ends of the run is judged on its own
        shorter = tag([*words[:2], *words[2 + cut :]])
        assert shorter[-5:] == found[-5:]
        assert shorter[:4] == found[:4]


def test_keys_and_case() -> None:
    assert key("Peru’s") == "Peru's"
    assert key("2,016") == "0,000"
    assert shape("McDonald's") == "AaAa'a"
    assert letter_case(["Minister", "Rejects", "Calls", "for", "Inquiry"]) == "title"
    assert letter_case(["MINISTER", "REJECTS", "CALLS", "FOR", "INQUIRY"]) == "upper"
    assert letter_case(["Ana", "Ruiz", "met", "Juan", "Diaz", "in", "Lima"]) == "normal"
    assert keys(["The", "Peru", "US"]) == ["^the", "Peru", "US"]
    assert keys(["He", "said", ":", "“", "Peru", "won"])[4] == "^peru"


def test_table_gives_back_what_was_packed() -> None:
    entries = {f"name{i}": bytes([i % 250, 7]) for i in range(5000)} | {"=été": b"!AB"}
    table = Table(pack(entries))
    assert all(table.find(name) == value for name, value in entries.items())
    assert table.find("another") == b""


def test_lexicon_falls_back_on_classes() -> None:
    letters = {name: features.letter(name) for name in ("NN", "VB", "VBG", "NNP")}
    table = Table(
        pack(
            {
                "=run": ("!" + letters["NN"] + " " + letters["VB"]).encode(),
                "=rare": ("!?" + letters["VB"]).encode(),
                "??aing": ("!" + letters["VBG"]).encode(),
                "??a": ("!" + letters["NN"]).encode(),
                "??^": ("!" + letters["NNP"]).encode(),
            }
        )
    )
    lexicon = Lexicon(table)
    assert lexicon.read("run") == (letters["NN"], letters["NN"] + letters["VB"])
    assert lexicon.read("^run") == lexicon.read("run")
    assert lexicon.read("rare") == ("?a", letters["VB"] + letters["NN"])
    assert lexicon.read("jumping") == ("?aing", letters["VBG"])
    assert lexicon.read("§§") == ("?.", letters["NNP"])


def test_training_learns_a_toy_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["the\tDT", "run\tNN", "ended\tVBD", ".\t.", "", "they\tPRP", "run\tVBP", "fast\tRB", ".\t.", ""]
    treebank = tmp_path / "toy.tsv"
    treebank.write_text("\n".join(lines * 30) + "\n", encoding="utf-8")
    out = tmp_path / "toy.bin"
    arguments = ["train_tagger", "--ewt", str(treebank), "--silver", str(treebank), "--passes", "2", "--out", str(out)]
    monkeypatch.setattr("sys.argv", arguments)
    train_tagger.main()
    toy = Tagger(Table(out.read_bytes()))
    assert toy.tag(["the", "run", "ended", "."]) == ["DT", "NN", "VBD", "."]
    assert toy.tag(["they", "run", "fast", "."]) == ["PRP", "VBP", "RB", "."]
    first = out.read_bytes()
    train_tagger.main()
    assert out.read_bytes() == first, "training gives the same file again"


def test_data_file_is_small() -> None:
    assert DATA.stat().st_size < 3_000_000


def test_rare_grammatical_words_are_no_names() -> None:
    for words, wanted in (("Whereby the state pays .", "WRB"), ("She feared lest he forget .", "IN")):
        tags = dict(zip(words.split(), tag(words.split()), strict=True))
        assert tags.get("Whereby", tags.get("lest")) == wanted


def test_irregular_past_forms_that_the_lexicon_does_not_know() -> None:
    assert tag(["Ward", "denies", "it", "hid", "losses"])[3] == "VBD"
    assert tag(["The", "tower", "was", "rebuilt", "in", "May", "."])[3] == "VBN"
    assert tag(["A", "slew", "of", "fines", "followed", "."])[1] == "NN"


def test_will_behind_a_first_name_is_a_surname() -> None:
    assert tag(["Analysts", "Ann", "Will", "and", "Bob", "Marsh", "cut", "their", "forecasts", "."])[2] == "NNP"
    assert tag(["The", "mayor", "will", "meet", "Ann", "Reed", "in", "May", "."])[2] == "MD"


def test_a_name_of_the_document_is_no_verb() -> None:
    forms = ["It", "was", "written", "by", "Schilling", "on", "Monday", "."]
    assert tag(forms, {"Schilling"})[4] == "NNP"
    assert tag(["She", "likes", "holding", "hands", "."], {"Holding"})[2] == "VBG"
