"""Amounts of money whose mark is letters are one phrase, as those with a sign are; labels like them are names."""

from __future__ import annotations

import pytest

import newsclaims

AMOUNTS = (
    "N5 billion", "Sh5 billion", "R5 million", "P5 million", "RM5 million", "Rs 5 crore", "Rs. 5 crore", "Rs5 crore",
    "Tk 5 crore", "GH¢5m", "GH₵300", "S$5 million", "HK$5 million", "A$5m", "US$5bn", "R$5 million", "S/5 million",
    "KSh 5,000", "Sh500,000", "N5bn", "N5,000", "CHF5m", "Php5 million", "₦5 billion", "₱5 million", "EUR 5 million",
)  # fmt: skip


def told(sentence: str) -> list[tuple[str | None, str, str | None, list[tuple[str, str]]]]:
    """Return subject, verb, object and arguments of every claim."""
    return [
        (
            claim.subject.text if claim.subject else None,
            claim.predicate.text,
            claim.object.text if claim.object else None,
            [(item.role, item.text) for item in claim.arguments],
        )
        for claim in newsclaims.extract(sentence, language="any").claims
    ]


@pytest.mark.parametrize("amount", AMOUNTS)
def test_an_amount_is_one_phrase(amount: str) -> None:
    sentence = f"He paid {amount} for the house."
    assert told(sentence) == [("He", "paid", amount, [("for", "the house")])]
    assert [figure.text for figure in newsclaims.extract(sentence, language="any").figures] == [amount]


def test_an_amount_describes_a_noun() -> None:
    assert told("The N5 billion road was built in May.")[0][2] == "The N5 billion road"
    assert told("A judge set an A$5m fine on the firm.")[0][2] == "an A$5m fine"
    assert told("A fine of Sh5 million was imposed on the bank.")[0][2] == "A fine of Sh5 million"


def test_a_change_is_no_range() -> None:
    roles = [("from", "R11 billion"), ("to", "R5.5 billion")]
    assert told("The fund has been cut from R11 billion to R5.5 billion.")[0][3] == roles


@pytest.mark.parametrize(
    "sentence", ["The R5 region lost trees.", "The P5 met in Lowton.", "KN95 masks arrived.", "Top 1,000 firms met."]
)
def test_a_label_is_no_amount(sentence: str) -> None:
    assert not [figure for figure in newsclaims.extract(sentence, language="any").figures if figure.kind == "money"]


def test_names_before_numbers_stay_names() -> None:
    assert told("The R5 region lost trees.")[0][0] == "The R5 region"
    assert told("In Le Mans, 5,000 people met.") == [("5,000 people", "met", None, [("in", "Le Mans")])]
