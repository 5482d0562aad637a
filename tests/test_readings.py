"""Readings: what the name of a place stands for in a claim or quote, while the entity stays a place."""

from __future__ import annotations

import pytest

import newsclaims


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Lima said it would recall its envoy.", "government"),
        ("“We will answer,” Tehran told Reuters.", "government"),
        ("The deal is dead, according to Moscow.", "government"),
        ("Ann Lee said it would rain in Lima.", None),
        ("Birmingham said the bins would be emptied.", None),
    ],
)
def test_speaker(text: str, reading: str | None) -> None:
    (quote,) = newsclaims.extract(text).quotes
    assert quote.speaker is not None
    assert quote.speaker.reading == reading


def test_addressee_is_read_like_the_speaker() -> None:
    (quote,) = newsclaims.extract("Moscow told Ankara that it would leave the deal.").quotes
    assert quote.addressee is not None
    assert (quote.addressee.text, quote.addressee.reading) == ("Ankara", "government")


def test_a_match_makes_no_governments() -> None:
    article = newsclaims.extract("England rejected a late offer of a rematch. England beat Wales in the cup final.")
    readings = [claim.subject.reading for claim in article.claims if claim.subject]
    assert "team" in readings
    text = "England said they were tired after the cup final."
    assert all(quote.speaker and quote.speaker.reading is None for quote in newsclaims.extract(text).quotes)


def test_entity_keeps_its_type() -> None:
    article = newsclaims.extract("Lima accused Quito of lying.")
    assert {entity.type for entity in article.entities} == {"place"}
    (claim,) = [claim for claim in article.claims if claim.predicate.lemma == "accuse"]
    assert claim.subject is not None and claim.object is not None
    assert claim.subject.reading == claim.object.reading == "government"


def test_readings_are_there_whatever_is_wanted() -> None:
    from newsclaims.pipeline import run

    article = run("Lima said it would recall its envoy.", only={"quotes"})
    assert [quote.speaker and quote.speaker.reading for quote in article.quotes] == ["government"]
    assert not article.claims
