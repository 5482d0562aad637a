"""Reports of one event side by side: planted contradictions are found, and nothing is called one that is none."""

from __future__ import annotations

import itertools
import json
from collections import defaultdict
from pathlib import Path

import pytest
from program import run_text

import newsclaims
from newsclaims.comparison.compare import compare
from newsclaims.comparison.model import Comparison
from newsclaims.learn.measure_compare import main as measure
from newsclaims.terminal.comparison import compare_lines
from newsclaims.terminal.page import Page

SAMPLES = Path(__file__).parent.parent / "samples"
PLANTED: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
for row in (SAMPLES / "pairs" / "planted.tsv").read_text(encoding="utf-8").splitlines():
    if not row.startswith("#"):
        pair, kind, first, second = row.split("\t")
        PLANTED[pair].append((kind, first, second))


def compared(pair: str) -> Comparison:
    texts = [(SAMPLES / "pairs" / f"{pair}-{side}.txt").read_text(encoding="utf-8") for side in "ab"]
    return compare([newsclaims.extract(text, id=pair) for text in texts])


def sentences(found: Comparison, first: str, second: str) -> tuple[int, ...]:
    """Return the numbers of the sentences that hold the planted words."""
    places = []
    for article, words in zip(found.articles, (first, second), strict=True):
        at = article.text.index(words)
        places.append(next(i for i, item in enumerate(article.sentences) if item.start <= at < item.end))
    return tuple(places)


def test_planted_contradictions_are_found() -> None:
    missed = []
    for pair, planted in PLANTED.items():
        found = compared(pair)
        differences = {(item.kind, tuple(place.sentence for place in item.places)) for item in found.differences}
        missed += [(pair, *one) for one in planted if (one[0], sentences(found, *one[1:])) not in differences]
    assert len(missed) <= 0.1 * sum(map(len, PLANTED.values())), missed


@pytest.mark.parametrize("pair", sorted(PLANTED))
def test_no_contradiction_beside_the_planted_ones(pair: str) -> None:
    found = compared(pair)
    planted = {sentences(found, *one[1:]) for one in PLANTED[pair]}
    others = [item for item in found.differences if tuple(place.sentence for place in item.places) not in planted]
    assert not others


def test_articles_on_other_things_do_not_contradict() -> None:
    articles = [newsclaims.extract(path.read_text(encoding="utf-8")) for path in sorted(SAMPLES.glob("*.txt"))]
    for one, other in itertools.combinations(articles, 2):
        assert [item.message for item in compare([one, other]).differences] == []


def test_an_article_agrees_with_itself() -> None:
    article = newsclaims.extract((SAMPLES / "valley-flood.txt").read_text(encoding="utf-8"))
    found = compare([article, article])
    assert not found.differences
    assert not found.only
    assert len(found.agreements) > 20


def test_places_are_the_text() -> None:
    found = compared("quake")
    for place in [place for item in found.differences for place in item.places]:
        assert found.articles[place.article].text[place.start : place.end] == place.text


def test_command() -> None:
    paths = [str(SAMPLES / "pairs" / f"merger-{side}.txt") for side in "ab"]
    text = run_text("compare", *paths).stdout
    assert "800 jobs" in text and "1,300 jobs" in text
    data = json.loads(run_text("compare", *paths, "--format", "json").stdout)
    assert {item["kind"] for item in data["differences"]} >= {"figure", "quote-speaker"}
    one = run_text("compare", paths[0])
    assert one.returncode == 2


def actors(first: str, second: str) -> list[str]:
    found = compare([newsclaims.extract(text) for text in (first, second)])
    return [item.message for item in found.differences if item.kind == "actor"]


def test_two_people_of_one_title_are_two_actors() -> None:
    first = "Detective Inspector Sam Okoro led the investigation."
    assert actors(first, "Detective Sergeant Ruth Calder led the investigation.") == ["Sam Okoro against Ruth Calder"]
    assert actors(first, "Sergeant Sam Okoro led the investigation.") == []


def test_one_thing_is_the_same_deed_whatever_else_is_told() -> None:
    first = "President Ilona Karsai signed the agreement in the capital on Monday."
    assert actors(first, "Prime Minister Pavel Dorn signed the agreement in Tarvos.")
    assert not actors(first, "Prime Minister Pavel Dorn signed an agreement on fishing in Tarvos.")


def test_two_who_do_the_same_do_not_contradict() -> None:
    first = "President Ilona Karsai signed the agreement on Monday."
    second = "President Ilona Karsai signed the agreement. Prime Minister Pavel Dorn signed the agreement in Tarvos."
    assert actors(first, second) == []


def wordings(first: str, second: str) -> int:
    texts = [f"“{said},” Dilys Crane said on Monday." for said in (first, second)]
    found = compare([newsclaims.extract(text) for text in texts])
    return sum(item.kind == "quote-wording" for item in found.differences)


def test_quotes_that_begin_alike_are_one_quote() -> None:
    first = "These drivers kept the city clean through two long winters and this is how they are thanked for it"
    assert wordings(first, "These drivers kept the city clean and what they get in return is a cut to their wages") == 1
    first = "I do not think that we should close the school before every other way has been tried by the council"
    assert wordings(first, "I do not think that we can mend the bridge this year without a good deal more money") == 0


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Karsai paid the fine on Monday.", "The court allowed Karsai not to pay the fine."),
        ("Karsai paid the fine on Monday.", "Karsai may not have paid the fine."),
        ("The mayor said: “You pay the fine.”", "Karsai did not pay the fine."),
        ("Karsai did not.", "Tell us what Karsai did."),
    ],
)
def test_what_states_nothing_denies_nothing(first: str, second: str) -> None:
    found = compare([newsclaims.extract(text) for text in (first, second)])
    assert [item.message for item in found.differences if item.kind == "polarity"] == []


def test_a_denied_deed_contradicts_it() -> None:
    texts = ("Karsai paid the fine on Monday.", "Karsai did not pay the fine.")
    found = compare([newsclaims.extract(text) for text in texts])
    assert [item.kind for item in found.differences] == ["polarity"]


def test_a_phrase_taken_up_by_another_is_no_other_speaker() -> None:
    first = "“The plan is deeply unfair to every driver,” Dilys Crane said."
    second = "Carl Dobbs agreed with Crane that the plan is “deeply unfair to every driver” in the city."
    found = compare([newsclaims.extract(text) for text in (first, second)])
    assert [item.kind for item in found.differences] == []
    second = "“The plan is deeply unfair to every driver,” Carl Dobbs said."
    found = compare([newsclaims.extract(text) for text in (first, second)])
    assert [item.kind for item in found.differences] == ["quote-speaker"]


FLOOD = (
    "Flood cuts off Tarvos\n\nThe river Ilm flooded the town of Tarvos on Monday. The army sent 300 soldiers to Tarvos."
    " Mayor Ilona Karsai asked the government for up to $8 million. The old bridge over the Ilm was closed."
)
RETOLD = (
    "The Ilm inundated Tarvos on Monday. About 300 troops were sent to Tarvos by the army. Karsai, the mayor of Tarvos,"
    " requested $6.5 million from the government. Schools in Tarvos will stay shut for a week."
    "\n\nRead more about it here."
)
THIRD = (
    "The army sent 500 soldiers to Tarvos, which the river Ilm had flooded on Monday. The old bridge was not closed."
)


def told(*texts: str) -> Comparison:
    return compare([newsclaims.extract(text, date="2025-06-18") for text in texts])


def test_the_same_in_other_words_stands_in_one_row() -> None:
    found = told(FLOOD, RETOLD)
    assert not found.differences
    rows = {tuple(place.text for place in row.places): row.relation for row in found.rows}
    assert any("flooded" in one and "inundated" in other for one, other in rows)
    assert any("300 soldiers" in one and "300 troops" in other for one, other in rows)
    money = [relation for (one, other), relation in rows.items() if "$8 million" in one and "$6.5 million" in other]
    assert money and "alike" not in money, "up to 8 million and 6.5 million neither agree nor contradict"


def test_what_only_one_tells_is_no_call_to_read_on() -> None:
    only = {(place.article, place.text) for place in told(FLOOD, RETOLD).only}
    assert (1, "Schools in Tarvos will stay shut for a week.") in only
    assert (0, "The old bridge over the Ilm was closed.") in only
    assert not any("Read more" in text for _, text in only)


def test_three_reports() -> None:
    found = told(FLOOD, RETOLD, THIRD)
    assert {item.kind for item in found.differences} == {"figure", "polarity"}
    apart = {tuple(place.article for place in item.places) for item in found.differences if item.kind == "figure"}
    assert apart == {(0, 2), (1, 2)}
    lines = [*compare_lines(found, Page(80, False))]
    assert any("(A" in line and "(C)" in line for line in lines), "a contradiction says who has which value"
    assert any(line.split()[:2] == ["A", "C"] and line.endswith("2 contradicting") for line in lines)


def test_every_line_fits_the_page() -> None:
    for width in (60, 80, 120):
        for found in (told(FLOOD, RETOLD), told(FLOOD, RETOLD, THIRD)):
            assert max(map(len, compare_lines(found, Page(width, False)))) <= width


def test_json_lines() -> None:
    paths = [str(SAMPLES / "pairs" / f"quake-{side}.txt") for side in "ab"]
    lines = run_text("compare", *paths, "-f", "jsonl").stdout.splitlines()
    records = [json.loads(line) for line in lines]
    assert {item["type"] for item in records} == {"article", "difference", "agreement", "statement", "only"}
    statement = next(item for item in records if item["type"] == "statement")
    assert statement["relation"] in ("alike", "differ", "open") and len(statement["places"]) == 2


def test_the_measure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for side, text in (("a", FLOOD), ("b", RETOLD)):
        (tmp_path / f"flood-{side}.txt").write_text(text, encoding="utf-8")
    gold = "flood\tsame\tsent 300 soldiers\t300 troops were sent\nflood\tsame\told bridge\tSchools\n"
    (tmp_path / "gold.tsv").write_text(gold, encoding="utf-8")
    plant = "flood\tfigure\tsent 300 soldiers\t300 troops\tAbout 300\tAbout 900\n"
    (tmp_path / "plants.tsv").write_text(plant, encoding="utf-8")
    measure([str(tmp_path)])
    shown = capsys.readouterr().out
    assert "shared statements, paired: 1 of 2" in shown
    assert "planted, found: 1 of 1" in shown
