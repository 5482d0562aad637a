"""Names of laws with their years, and lists that semicolons part, are one phrase each."""

from __future__ import annotations

import pytest
from test_amounts import told


@pytest.mark.parametrize(
    "law",
    [
        "the Money Transfer (Control and Prevention) Act, 2011",
        "the Wages Act, 2011",
        "the Harbour Dues (Amendment) Bill, 2014",
        "the Labour Code, 1998",
        "the Fire Safety (Lowton) Regulations, 2006",
    ],
)
def test_a_law_has_its_year(law: str) -> None:
    assert told(f"The firm broke {law} in May.") == [("The firm", "broke", law, [("in", "May")])]


def test_a_year_behind_another_comma() -> None:
    assert told("Under the Wages Act, 2011 was the last year.")[0][0] == "2011"
    assert told("The firm left Lowton, 2011 was the last year.")[0][2] == "Lowton"


def test_a_case_is_one_name() -> None:
    assert told("The court cited Reed v. Holt in May.") == [("The court", "cited", "Reed v. Holt", [("in", "May")])]
    assert told("Lowton v. the bank ended in May.")[0][1] == "ended"


def test_as_amended_is_no_role() -> None:
    (claim,) = told("The deed is contrary to section 5 of the Wages Act as amended.")
    assert claim[3] == [("to", "section 5 of the Wages Act")]
    (claim,) = told("The deed breaks section 5 of the Wages Act, 2011 as amended.")
    assert claim[2] == "section 5 of the Wages Act, 2011"


@pytest.mark.parametrize(
    "listed",
    [
        "Residents of Lowton; Marle; and Harford",
        "Officials from Lowton; Marle; Bell Hill; and Harford",
        "Ben Reed; Ann Holt; and Tom Bell",
        "The mayor of Lowton; the head of the school; and a judge",
        "Boats; trains; or cars",
        "Residents of Lowton and Marle, north of Bell; Harford, Orne and The Mills, near Holt; and Bell Hill",
    ],
)
def test_a_list_with_semicolons_is_one_subject(listed: str) -> None:
    assert told(f"{listed} left on Monday.") == [(listed, "left", None, [("on", "Monday")])]


def test_what_a_comma_parts_from_the_last_item() -> None:
    listed = "Residents of Lowton; Harford, west of Bell; and Bell Hill"
    assert told(f"{listed}, near Holt, left on Monday.") == [(listed, "left", None, [("on", "Monday")])]


def test_clauses_between_semicolons_stay_clauses() -> None:
    assert [claim[0] for claim in told("She runs the bank; he runs the port; and they run the shop.")] == [
        "She", "he", "they",
    ]  # fmt: skip
    assert told("The bank sold its stores in Lowton; its ports in Marle; and its farms.")[0][2] == "its stores"
