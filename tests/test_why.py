"""``extract --why``: every item says which words its parts matched."""

from __future__ import annotations

import json
from pathlib import Path

from program import run_text

import newsclaims
from newsclaims.explain.why import why

SAMPLES = Path(__file__).parent.parent / "samples"
TEXT = 'The bridge closed on Tuesday, November 4, 2025. "It is not safe," Anna Bell told reporters in the town.'


def test_parts_are_words_of_the_text() -> None:
    article = newsclaims.extract(TEXT)
    found = why(article)
    assert {item.id for item in (*article.claims, *article.quotes, *article.dates)} <= found.keys()
    for item in found.values():
        for part in (*item["parts"], *item["lost"]):
            assert TEXT[part["start"] : part["end"]] == part["text"]
    quote = found["q1"]
    assert {part["part"] for part in quote["parts"]} >= {"content", "cue", "speaker"}
    assert quote["rule"].startswith("quotes.") and quote["says"]


def test_shorter_dates_lost() -> None:
    article = newsclaims.extract(TEXT)
    date = next(item for item in article.dates if "November" in item.text)
    assert {part["text"] for part in why(article)[date.id]["lost"]} & {"Tuesday", "November 4", "2025", "November"}


def test_command() -> None:
    command = ("extract", "--why", SAMPLES / "cup-final.txt")
    record = json.loads(run_text(*command).stdout)
    assert record["why"]["c1"]["rule"] == record["claims"][0]["rule"]
    wrong = run_text(*command, "--format", "csv")
    assert wrong.returncode == 2


def lost(text: str, kind: str, words: str) -> dict[str, str]:
    """Return text -> why of what lost to the first item of a kind that holds some words."""
    article = newsclaims.extract(text)
    item = next(one for one in getattr(article, kind) if words in getattr(one, "predicate", one).text)
    return {f"{rival['part']} {rival['text']}": rival["why"] for rival in why(article)[item.id]["lost"]}


def test_noun_groups_that_lost_to_subject_and_object() -> None:
    text = "The owner of the mill, Ann Reed, sold the machines to a firm in Hull on Monday and sacked the manager."
    found = lost(text, "claims", "sold")
    assert found["subject Ann Reed"] == "beside the subject “The owner of the mill”, behind a comma"
    assert found["object the manager"] == "object of “sacked”"
    found = lost("Critics of the mayor, who met in Hull, say the council wasted the money.", "claims", "wasted")
    assert found["subject Critics"].startswith("subject of")
    assert found["subject Hull"].startswith("behind “in”")


def test_speakers_that_lost() -> None:
    text = "Carla Diaz met the miners after Tom Reed resigned. “We need more time to repair the shaft,” Anna Bell said."
    article = newsclaims.extract(text)
    quote = next(one for one in article.quotes if one.cue)
    assert quote.speaker is not None and quote.speaker.text == "Anna Bell"
    text = "Anna Bell told Tom Reed that he was wrong, and Carla Diaz left."
    found = lost(text, "quotes", "he was wrong")
    assert found["speaker Tom Reed"] == "the one who is told"
    assert found["speaker he"] == "inside what is said"
    assert "speaker Anna Bell" not in found


def test_candidates_of_a_quote_without_speaker() -> None:
    text = "Carla Diaz visited the mine with Tom Reed. It was said in Hull that the shaft would close."
    article = newsclaims.extract(text)
    quote = next(one for one in article.quotes if "shaft" in one.text)
    rivals = [rival for rival in why(article)[quote.id]["lost"] if rival["part"] == "speaker"]
    assert quote.speaker is None
    whys = {rival["text"]: rival["why"] for rival in rivals}
    assert whys["Carla Diaz"] == "subject of “visited”, not of the cue"
    assert whys["Tom Reed"] == "not the subject of the cue “said”"
    assert whys["It"].startswith("subject of the cue")


def test_cues_that_lost() -> None:
    text = "Officials warned that prices would rise, and the union said its members would strike."
    assert lost(text, "quotes", "prices")["cue said"] == "introduces q2"
    assert lost("Anna Bell said the bridge was safe and warned that it shakes.", "quotes", "bridge")["cue warned"]


def test_readings_that_lost_to_a_figure() -> None:
    found = lost("One in six trains ran.", "figures", "One in six")
    assert found["pronoun One"] and found["count six trains"] == "figures.ratio-one-in is asked first"
    found = lost("Prices rose by 12 percent.", "figures", "12")
    assert any(key.endswith(" 12") for key in found)


def test_types_that_lost_to_an_entity() -> None:
    article = newsclaims.extract("Anna Bell works in Peru. Bell said the mine was safe.")
    bell = next(one for one in article.entities if one.name == "Anna Bell")
    rivals = why(article)[bell.id]["lost"]
    assert [rival["part"] for rival in rivals] == ["type"] * 3
    assert "person" not in {rival["type"] for rival in rivals}
    assert [rival["score"] for rival in rivals] == sorted((rival["score"] for rival in rivals), reverse=True)


def test_long_text_stays_linear() -> None:
    """Twice the text takes about twice the time, however many quotes stand in one paragraph."""
    import time

    one = "“The shaft is not safe,” Anna Bell said, and Tom Reed paid $5 to 12 men in May 2024. "
    took = []
    for copies in (60, 240):
        article = newsclaims.extract(one * copies)
        began = time.process_time()
        why(article)
        took.append(time.process_time() - began)
    assert took[1] < 10 * took[0]
