"""Coreference: which entity a reference of a claim or quote, a pronoun or a description stands for."""

from __future__ import annotations

import pytest

import newsclaims
from newsclaims.entities import find
from newsclaims.links import Facts
from newsclaims.links.coreference import resolve
from newsclaims.model import Cue, Quote, Reference
from newsclaims.syntax.parses import Parses
from newsclaims.text.document import read_document
from newsclaims.words.sentence import analyse


def speaker(text: str, phrase: str) -> str | None:
    """Return the name of the entity that a phrase gets when it stands as the speaker of a quote."""
    document = read_document(text)
    sentences = analyse(document)
    start = text.index(phrase)
    reference = Reference(phrase, start, start + len(phrase))
    index = next(s.index for s in sentences if s.start <= start < s.end)
    cue = Cue("said", start, start, "say")
    quote = Quote("q1", "", start, start, index, (), "indirect", reference, cue, None, 1.0, "quotes.test")
    parses = Parses(document, sentences)
    facts = resolve(document, parses, Facts(find(document, parses), [], [quote], [], []))
    found = facts.quotes[0].speaker
    assert found is not None
    return next((entity.name for entity in facts.entities if entity.id == found.entity), None)


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Peru recalled its envoy, officials said.", "Peru", "Peru"),
        ("Foreign Minister Anna Kovacs said no.", "Foreign Minister Anna Kovacs", "Anna Kovacs"),
        ("Peru's Foreign Minister, Anna Kovacs, said no.", "Peru's Foreign Minister", "Anna Kovacs"),
        ("Anna Kovacs, a lawyer for the family, said no.", "Anna Kovacs, a lawyer for the family", "Anna Kovacs"),
        ("Peru's Congress voted on Thursday.", "Peru's Congress", "Congress"),
        ("The bank that runs it, Norvane Bank, said no.", "The bank that runs it, Norvane Bank", "Norvane Bank"),
        (
            "Author and one of the founders, Anna Holt, said no.",
            "Author and one of the founders, Anna Holt",
            "Anna Holt",
        ),
        ("The mayor and his wife, Anna Holt, said no.", "The mayor and his wife, Anna Holt", "the mayor and Anna Holt"),
        ("Peter Novak, who lives in Oslo, said no.", "who", "Peter Novak"),
        ("Anna Kovacs resigned. She said she was tired.", "She", "Anna Kovacs"),
        ("Mexico's embassy in Lima said no.", "Mexico's embassy in Lima", "Mexico's embassy in Lima"),
        ("Peter Novak's wife said no.", "Peter Novak's wife", "Peter Novak's wife"),
        ("Hitting a nurse was wrong.", "Hitting a nurse", None),
        ("The sale of a mill in Lima, Peru, failed.", "The sale of a mill in Lima, Peru", None),
        ("Peru and Mexico said no.", "Peru and Mexico", "Peru and Mexico"),
        ("Officials in Lima said no.", "Officials in Lima", "officials"),
        ("Police said the man fled to Lima.", "Police", "police"),
        (
            "Health and Social Care Secretary Anna Kovacs said no.",
            "Health and Social Care Secretary Anna Kovacs",
            "Anna Kovacs",
        ),
        (
            "Harwick Council and Mayor Anna Kovacs said no.",
            "Harwick Council and Mayor Anna Kovacs",
            "Harwick Council and Anna Kovacs",
        ),
    ],
)
def test_the_head_of_a_phrase_decides(text: str, phrase: str, name: str | None) -> None:
    assert speaker(text, phrase) == name


def test_two_people_of_one_surname_are_told_apart_by_title() -> None:
    text = "Mr. Robert Hill and his wife, Mrs. Susan Hill, were sued. Mrs. Hill said no."
    assert speaker(text, "Mrs. Hill") == "Susan Hill"
    assert speaker(text.replace("Mrs. Hill said", "Mr. Hill said"), "Mr. Hill") == "Robert Hill"


def test_resolving_without_entities_changes_nothing() -> None:
    document = read_document("rain fell all day")
    found = resolve(document, Parses(document, analyse(document)), Facts([], [], [], [], []))
    assert not (found.entities or found.claims or found.quotes or found.dates or found.figures)


def test_a_description_with_a_field_is_the_person_of_that_field() -> None:
    text = "Health Minister Sofia Lund and Finance Minister Erik Lund met. The health minister said no."
    assert speaker(text, "The health minister") == "Sofia Lund"
    assert speaker(text.replace("The health", "The defense"), "The defense minister") == "the defense minister"


def test_the_company_is_a_trading_body() -> None:
    assert speaker("Norvik Shipping cut 200 jobs. The company said no.", "The company") == "Norvik Shipping"
    assert speaker("Calder Council cut 200 jobs. The company said no.", "The company") == "the company"


def test_who_is_named_behind_a_description_speaks() -> None:
    for description in ("One of the protesters", "Fellow protester", "The club's founder"):
        text = f"{description}, retired engineer Ann Reed, 60, said no."
        assert speaker(text, description) == "Ann Reed"
    both = speaker("A doctor, Ann Reed, and a nurse said no.", "A doctor, Ann Reed, and a nurse")
    assert both == "Ann Reed and a nurse"


def test_who_issued_a_paper_speaks_in_it() -> None:
    for paper in (
        "A statement from Norvik Shipping",
        "A study published by Norvik Shipping",
        "Norvik Shipping's letter",
    ):
        assert speaker(f"{paper} said that rates had fallen.", paper) == "Norvik Shipping"
    for paper in ("A memo seen by Norvik Shipping", "A report on Norvik Shipping"):
        own = paper.removeprefix("A ")  # the paper itself speaks
        assert speaker(f"{paper} said that rates had fallen.", paper) == own


def test_who_behind_a_body_is_the_person_who_belongs_to_it() -> None:
    text = "It works, said Ann Reed of the consultancy Fenwick Gale Ltd, who said that it was cheap."
    assert speaker(text, "who") == "Ann Reed"
    assert speaker("Paul Lowe sued Acme Ltd, who said that it was sorry.", "who") == "Acme Ltd"
    assert speaker("Police found Ann Reed, 60, who said that she was hurt.", "who") == "Ann Reed"


def test_a_person_described_as_old_without_an_age() -> None:
    article = newsclaims.extract("Mark Reed won the race on Sunday. The years-old said he was glad. The boy left.")
    assert [entity.name for entity in article.entities if entity.named] == ["Mark Reed"]
