"""Claims as sentences that stand alone: names, days and sources in them, nothing where one is not known."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsclaims

SAMPLES = Path(__file__).parent.parent / "samples"


def sentences(text: str, date: str | None = "2025-11-06") -> list[str | None]:
    return [claim.standalone for claim in newsclaims.extract(text, date=date).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council met Tuesday.", "The council met on 4 November 2025."),
        ("If the bank fails, rates rise.", "If the bank fails, rates rise."),
        ("Anna Bell won. Mr. Lind, Bo Lind of Oslo, lost. Mr. Lind resigned.", "Bo Lind resigned."),
    ],
)
def test_a_claim_stands_alone(text: str, expected: str) -> None:
    assert expected in sentences(text)


@pytest.mark.parametrize(
    "text",
    [
        "They closed the plant.",  # who?
        "Did Norvane sign the accord?",
        "Signed in Bergen by both sides.",
        "People who smoke die young.",  # who is meant says the relative clause
        "This plan failed.",  # which one?
        "The report includes.",
        "Peace came shortly thereafter.",
    ],
)
def test_what_is_not_known_is_null(text: str) -> None:
    assert set(sentences(text)) <= {None}


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Anna Bell said Bo Lind thought that the plan failed.", "the plan failed"),  # neither says it but Lind
        ("The minister said talks could begin, but not until after the war had ended.", "said that the war had ended"),
        ("The firm explained how the machine works.", "The machine works."),
        ("Bo Lind told Jorge Vega that his brother was ill.", "Lind's brother"),  # whose?
        ("There is no evidence that the vote was rigged.", "There is no evidence."),
        ("Anna Bell asked whether the road was safe.", "The road was safe."),
        ("Anna Bell waits in Oslo. The police must allow her safe passage.", "Bell's"),
    ],
)
def test_nothing_is_said_that_the_article_does_not_say(text: str, never: str) -> None:
    assert not any(never in (said or "") and "thought" not in (said or "") for said in sentences(text))


def test_who_says_i_is_quoted() -> None:
    text = "“I never voted for the bill,” Anna Bell said. “We've closed the plant, and they know it,” she said."
    found = [said for said in sentences(text) if said]
    assert "Anna Bell said, “I never voted for the bill.”" in found
    assert "Anna Bell said, “We've closed the plant.”" in found
    assert not any(said.startswith(("I ", "We ")) for said in found)


def test_words_between_who_and_the_verb_stay() -> None:
    assert "No one else saw the driver." in sentences("No one else saw the driver.")


def test_sentences_are_closed() -> None:
    for path in sorted(SAMPLES.glob("*.txt")):
        for claim in newsclaims.extract(path.read_text(encoding="utf-8")).claims:
            if claim.standalone:
                said = claim.standalone
                assert said[0].isupper() or not said[0].isalpha()
                assert said.endswith((".", ".”", '."', "”", '"'))
                assert said.count("“") == said.count("”") and said.count('"') % 2 == 0 and "  " not in said


def test_a_day_that_is_not_known_is_none() -> None:
    assert sentences("The council met on Thursday.", None) == [None]
    assert sentences("The council met in 2019.", None) == ["The council met in 2019."]


def test_headlines_are_no_sentences() -> None:
    article = newsclaims.extract((SAMPLES / "fishing-accord.txt").read_text(encoding="utf-8"))
    told = {article.sentences[claim.sentence].part for claim in article.claims if claim.standalone}
    assert told == {"body"}
    assert any(article.sentences[claim.sentence].part == "headline" for claim in article.claims)


def test_a_claim_says_the_same_whatever_else_is_wanted() -> None:
    from newsclaims.pipeline import run

    text = "Anna Bell joined the council on Monday. She opposed the bypass."
    every = [claim.standalone for claim in run(text, date="2025-11-06").claims]
    assert every == [claim.standalone for claim in run(text, date="2025-11-06", only=("claims",)).claims]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("A company from Tarvos bought the mill. The company will close it in May.", None),
        (
            "A company from Tarvos bought the mill. The government closed the harbour.",
            "The government closed the harbour.",
        ),
        ("Reed met ten bakers. The rest left the town on Monday.", None),
        ("A few months before the sale, Reed left the firm.", None),
        ("The floors are used to support growing needs of Reed.", None),
        ("The name may confuse Reed in terms of who pays.", "The name may confuse Reed in terms of who pays."),
        ("Robots of Nordwind AI sell well. AI helps doctors.", "AI helps doctors."),
    ],
)
def test_what_needs_the_article_is_none(text: str, last: str | None) -> None:
    claims = newsclaims.extract(text, date="2025-11-07").claims
    found = [claim.standalone for claim in claims if text[claim.predicate.start :].split()[0] != "support"]
    assert found[-1] == last
