"""Check-worthiness: facts before opinions, promises and small talk; a weight for every feature that is shown."""

from __future__ import annotations

import pytest

import newsclaims
from newsclaims.checks.worthiness import reasons, weighed
from newsclaims.learn.worthiness import Sample, average_precision, best_threshold, learn
from newsclaims.text.document import read_document
from newsclaims.words.sentence import analyse


def worthiness(text: str) -> float:
    return max(sentence.check_worthiness for sentence in newsclaims.extract(text).sentences)


@pytest.mark.parametrize(
    "text",
    [
        "Unemployment fell to 4.1% in March from 4.4% a year earlier.",
        "The bill was passed by 27 votes to 19 after the committee rejected it twice.",
        "The flood killed 23 people and destroyed more than 400 houses.",
    ],
)
def test_facts_are_worth_checking(text: str) -> None:
    assert worthiness(text) >= 0.5


@pytest.mark.parametrize(
    "text", ["I think we should all be very proud of them.", "What a wonderful evening!", "Thank you very much."]
)
def test_opinions_and_small_talk_are_not(text: str) -> None:
    assert worthiness(text) < 0.5


def test_credits_are_no_statements() -> None:
    article = newsclaims.extract("Prices rose 5% last year.\n\nSource: Reuters")
    assert article.sentences[-1].check_worthiness == 0.0


@pytest.mark.parametrize(
    "text", ["— Anna Bell (@annabell) November 18, 2019", "DL Bo Lind 29 39% 1 0", "Norvane Velo 6 Mesh Router"]
)
def test_signatures_rows_and_titles_are_none(text: str) -> None:
    before = "The council met in Oslo on Monday and closed the pool.\n\n"
    assert newsclaims.extract(before + text).sentences[-1].check_worthiness == 0.0


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("Anna Bell never voted for the tax bill.", "Anna Bell is a very good friend of mine."),
        ("You voted for the war in Iraq.", "Senator Bell, what do you say to that?"),
        ("The new law destroyed thousands of jobs.", "We love our jobs and our country."),
    ],
)
def test_accusations_and_records_come_before_talk(higher: str, lower: str) -> None:
    assert worthiness(higher) > worthiness(lower) + 0.2


def test_terms_name_what_counts() -> None:
    (sentence,) = analyse(read_document("Unemployment fell to 4.1 percent."))
    names = [name for name, _ in weighed(sentence.tokens)]
    assert "DIGITS" in names
    assert "ECONOMY" in names
    assert "figures" in reasons("Unemployment fell to 4.1 percent.")


def test_learning_separates_what_can_be_separated() -> None:
    samples = [Sample({"BIAS": 1.0, "NUMBER": 1.0}, True), Sample({"BIAS": 1.0, "OPINION": 1.0}, False)] * 50
    weights = learn(samples)
    assert weights["NUMBER"] > 0 > weights["OPINION"]


def test_measures() -> None:
    assert average_precision([True, False, True]) == pytest.approx((1 + 2 / 3) / 2)
    scored = [(2.0, True), (1.0, True), (0.0, False)]
    assert best_threshold(scored) == (1.0, 1.0)
