"""One model of the same fact: statements, their alignment, and in what aligned statements differ."""

from __future__ import annotations

import pytest

import newsclaims
from newsclaims.facts.alignment import align
from newsclaims.facts.compared import Found, compared
from newsclaims.facts.lexical import concept, concepts, deed_classes, opposed, synonyms
from newsclaims.facts.moments import dates_apart
from newsclaims.facts.names import Identities
from newsclaims.facts.reading import statements
from newsclaims.facts.states import state
from newsclaims.facts.values import figures_apart


def pairs(*texts: str) -> list[Found]:
    articles = [newsclaims.extract(text, id=str(number), date="2025-06-18") for number, text in enumerate(texts)]
    return compared(align([statements(article) for article in articles]), 0, len(texts) - 1)


def kinds(first: str, second: str) -> set[str]:
    return {told.kind for item in pairs(first, second) for told in item.told if told.contradiction}


def test_verbs_of_one_class() -> None:
    assert synonyms("buy") >= {"buy", "purchase", "acquire"}
    assert deed_classes("step", ["down"]) == deed_classes("resign") != deed_classes("step")
    assert deed_classes("plead", ["not", "guilty"]) != deed_classes("plead", ["guilty"])
    assert opposed(deed_classes("approve"), deed_classes("reject"))
    assert not opposed(deed_classes("approve"), deed_classes("pass"))
    assert concept("troops") == concept("soldiers") and concept("deaths") == concept("dead") == concept("died")
    assert concept("investors") != concept("investigators")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Northwind bought the shipyard in May.", "Northwind purchased the shipyard."),
        ("Ann Holt resigned as chairwoman.", "Holt stepped down as chairwoman on Monday."),
        ("The watchdog launched an investigation into the bank.", "The bank is being investigated by the watchdog."),
        ("The mayor scrapped the toll plan.", "The toll plan was dropped by the mayor."),
    ],
)
def test_told_in_other_words(first: str, second: str) -> None:
    assert pairs(first, second)
    assert not kinds(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Northwind bought the shipyard in May.", "The shipyard employs 300 people."),
        ("Ann Holt resigned as chairwoman.", "Ann Holt opened a school in Derry."),
        ("The council cut the library budget.", "The council met on Monday."),
    ],
)
def test_other_things_are_not_aligned(first: str, second: str) -> None:
    assert not pairs(first, second)


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("figure", "The firm will cut 1,200 jobs in Ohio.", "The firm will cut 1,500 jobs in Ohio."),
        ("date", "The bridge was opened in 1961.", "The bridge was opened in 1967."),
        (
            "polarity",
            "The council approved the plan for the harbour.",
            "The council rejected the plan for the harbour.",
        ),
        ("polarity", "The main hall was damaged.", "The main hall was not damaged."),
        ("actor", "Governor Ann Holt signed the water act.", "Senator Carl Dobbs signed the water act."),
    ],
)
def test_contradictions(kind: str, first: str, second: str) -> None:
    assert kinds(first, second) == {kind}


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("about 300 people", "297 people", "agree"),
        ("more than 100 people", "106 people", "agree"),
        ("more than 100 people", "98 people", "apart"),
        ("up to $8 billion", "$6.5 billion", "open"),
        ("up to $19 billion", "up to $12 billion", "apart"),
        ("$2.5 billion", "$2.47 billion", "agree"),
        ("1,200 jobs", "1,500 jobs", "apart"),
    ],
)
def test_figures(first: str, second: str, relation: str) -> None:
    one, other = (newsclaims.extract(f"The agency counted {text} in May.").figures[0] for text in (first, second))
    assert figures_apart(one, other) == figures_apart(other, one) == relation


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("on Sunday", "this year", "open"),
        ("on Sunday", "on June 15", "same"),
        ("on Sunday", "on Friday", "apart"),
        ("in 1961", "in 1967", "apart"),
        ("for six years", "for eight years", "apart"),
    ],
)
def test_dates(first: str, second: str, relation: str) -> None:
    one, other = (newsclaims.extract(f"They met {text}.", date="2025-06-18").dates[0] for text in (first, second))
    assert dates_apart(one, other) == dates_apart(other, one) == relation


def test_names_across_articles() -> None:
    texts = (
        "Ann Holt met Carl Holt in Washington. The World Trade Organization praised Northwind Group.",
        "Ms Holt left. Carl Holt of Northwind spoke to the WTO in the United States. Washington Post reporters came.",
    )
    articles = [newsclaims.extract(text) for text in texts]
    known = Identities(articles)
    number = {(at, e.name): known.number(at, e.id) for at, article in enumerate(articles) for e in article.entities}
    assert number[0, "Carl Holt"] == number[1, "Carl Holt"] != number[0, "Ann Holt"]
    assert number[0, "World Trade Organization"] == number[1, "WTO"]
    assert number[0, "Northwind Group"] == number[1, "Northwind"]
    assert len({number[0, "Washington"], number[1, "Washington Post"]}) == 2


def test_within_one_article() -> None:
    text = "The court jailed Ann Reed for six years.\n\nReed, who was jailed for eight years, will appeal."
    found = pairs(text)
    assert found and all(item.one.sentence < item.other.sentence for item in found)


def _contradictions(one: str, other: str) -> list[tuple[str, str]]:
    found = compared(align([statements(newsclaims.extract(text)) for text in (one, other)]), 0, 1)
    return [(told.kind, told.message) for item in found for told in item.told if told.contradiction]


STORY = (
    "Fire closes the harbour of Tarvos\n\n"
    "A fire in the harbour of Tarvos destroyed nine warehouses on Monday, the port authority said.\n\n"
    "The losing streak of the ferry company, which dates to 2011, goes on: it lost 4.2 million euros last year.\n\n"
    "“Nobody saw the flames before the wind turned,” harbour master Ilona Karsai said."
)


@pytest.mark.parametrize(
    ("told", "kind", "message"),
    [
        ("The ferry company has lost money every year since 2017, a run of bad luck.", "date", "2011 against 2017"),
        ("The ferry company made a loss of 4.7 million euros.", "figure",
         "4.2 million euros against 4.7 million euros"),
        ("“Nobody saw the flames before the wind turned,” engineer Pavel Dorn told reporters.", "quote-speaker",
         "Ilona Karsai against Pavel Dorn"),
    ],
)  # fmt: skip
def test_what_stands_in_its_place_in_the_other_report(told: str, kind: str, message: str) -> None:
    other = f"Nine warehouses burned down in the harbour of Tarvos, the port authority said.\n\n{told}"
    assert (kind, message) in _contradictions(STORY, other)


def test_a_value_that_both_tell_contradicts_nothing() -> None:
    other = (
        "Nine warehouses burned down in the harbour of Tarvos, the port authority said.\n\n"
        "The ferry company lost 4.2 million euros; it had lost 4.7 million euros the year before."
    )
    assert not [item for item in _contradictions(STORY, other) if item[0] == "figure"]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("The dog was lost for five years.", "The dog got lost five years ago.", "agree"),
        ("The dog was lost for five years.", "The dog got lost nine years ago.", "apart"),
        ("They set out at 4:30 a.m.", "They left at 4.30 in the morning.", "open"),
        ("They set out at 4:30 a.m.", "They left at 5:30 in the morning.", "apart"),
    ],
)
def test_lengths_and_clocks(one: str, other: str, relation: str) -> None:
    first, second = (newsclaims.extract(text).dates[0] for text in (one, other))
    assert dates_apart(first, second) == relation


def test_phrases_and_states_in_capitals_are_concepts() -> None:
    assert concepts("They signed up") == concepts("They registered")
    assert concepts("all of the U.S. population") & concepts("most American people")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The water in Milford is safe to drink.", "The water in Milford is unsafe to drink."),
        ("The harbour in Milford reopened on Monday.", "The harbour in Milford stayed shut on Monday."),
        ("The bank left its rate unchanged.", "The bank raised its rate."),
        ("The jury found Mark Reed guilty of fraud.", "The jury acquitted Mark Reed of fraud."),
        ("The county lifted the ban on hunting.", "The county imposed a ban on hunting."),
        ("The pilot was unaware of the storm.", "The pilot knew of the storm."),
        ("The parliament voted for the reform.", "The parliament voted against the reform."),
    ],
)
def test_states_are_yes_or_no(first: str, second: str) -> None:
    assert kinds(first, second) == {"polarity"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The water in Milford is not dangerous.", "The water in Milford is safe."),
        ("Northwind bought the shipyard for $3 million.", "The shipyard was sold to Northwind for $3 million."),
        ("The guests did not pay for the trip.", "The city paid for the trip."),
        ("Reed is unharmed after the crash in Kell.", "Reed was not hurt in the crash in Kell."),
        ("The law was struck down by the court.", "The court found the law unconstitutional."),
        ("The levy will hardly change prices.", "The levy will not change prices."),
    ],
)
def test_no_yes_and_no(first: str, second: str) -> None:
    assert not kinds(first, second)


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("The tunnel is 3 kilometres long.", "The tunnel is 1.9 miles long.", "alike"),
        ("The baker has to pay $84,264 to the town.", "The baker has to pay $84,000 to the town.", "alike"),
        ("The baker got four years and ten months in prison.", "The baker got 58 months in prison.", "alike"),
        ("The mayor denied that he took the money.", "The mayor admitted taking the money.", "differ"),
        ("Northwind posted revenue of $53 billion.", "Northwind posted a profit of $11 billion.", "open"),
        ("The baker is in a stable condition in Milford.", "The baker is in a critical condition in Milford.", "open"),
    ],
)
def test_told_alike_or_open(first: str, second: str, relation: str) -> None:
    assert [item.relation for item in pairs(first, second)] == [relation]


def test_the_state_that_an_adjective_tells() -> None:
    assert state("unhurt") == state("unharmed") != state("hurt")
    assert state("illegal") == (frozenset({"legal"}), True)
    assert state("undamaged") == (frozenset({"damage"}), True)
    assert state("united") is None


def test_what_has_other_figures_in_it_is_not_told_alike() -> None:
    found = pairs("The victim, a 34-year-old woman, died at the scene.", "The victim, a 43-year-old woman, died there.")
    assert found and not any(item.alike for item in found)


def test_an_age_behind_a_name() -> None:
    first = "“It was short,” said Paloma Reyes, a 26-year-old nurse in Milford."
    second = "Paloma Reyes, 36, a nurse in Milford, said that it was short."
    assert "figure" in kinds(first, second)
