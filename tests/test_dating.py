"""Which claims a date belongs to."""

from __future__ import annotations

import pytest

import newsclaims


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Holt left on Monday.", {"leave": ["Monday"]}),
        ("The firm has now closed the mine.", {"close": ["now"]}),
        ("Earlier this year, the firm sold the mine.", {"sell": ["Earlier this year"]}),
        ("The state joined the 1954 Lima Convention.", {"join": []}),
        ("Reed fled the country after his 2022 arrest.", {"flee": []}),
        ("It was like a 2024 row in Lowton, when police raided a club.", {"be": [], "raid": ["2024"]}),
        ("He was held in April for a March 21 call to the mayor.", {"hold": ["April"]}),
        ("During Tuesday's debate, Reed attacked the mayor.", {"attack": ["Tuesday"]}),
        ("Reed said in a July 25 letter that he had left.", {"say": ["July 25"], "leave": []}),
        ("Police said on Friday that the man was held in May.", {"say": ["Friday"], "hold": ["May"]}),
        ("The blast in May killed six.", {"kill": ["May"]}),
        ("The mine was closed in 2019, and in 2021 the firm sold it.", {"close": ["2019"], "sell": ["2021"]}),
        ("On Monday, police raided the house and arrested two men.", {"raid": ["Monday"], "arrest": ["Monday"]}),
        ("Sales rose by 3% in May from $2 billion a year earlier.", {"rise": ["May"]}),
        ("It sold more cars than in 2019.", {"sell": []}),
        ("Reed spoke on Monday, his third speech since May.", {"speak": ["Monday"]}),
        ("Since May he has lived in Lima.", {"live": ["May"]}),
        ("The mill opened two years earlier.", {"open": ["two years earlier"]}),
        ("Police raided the house and arrested two men on Monday.", {"raid": [], "arrest": ["Monday"]}),
    ],
)
def test_a_date_belongs_to_its_clause(text: str, wanted: dict[str, list[str]]) -> None:
    article = newsclaims.extract(text, date="2025-11-06")
    names = {date.id: date.text for date in article.dates}
    found = {claim.predicate.lemma: [names[id] for id in claim.dates] for claim in article.claims}
    assert {lemma: found.get(lemma) for lemma in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('"I resign today," Ann Holt said on Tuesday.', {"today": "2025-11-04"}),
        ('"I resign today," Ann Holt said on Tuesday. "Tomorrow I rest," she added.', {"Tomorrow": "2025-11-05"}),
        ("Ann Holt said on Oct. 7: “We lost last night. We vote on Friday.”",
         {"last night": "2025-10-06TNI", "Friday": "2025-10-10"}),
        ('"We closed the mine this year," Ann Holt said in 2016.', {"this year": None}),
        ('"We closed the mine this year," Ann Holt said on Monday.', {"this year": "2025"}),
        ('"I resign today," Ann Holt said.', {"today": "2025-11-06"}),
        ("Ann Holt said on Tuesday that she would resign today.", {"today": "2025-11-06"}),
    ],
)  # fmt: skip
def test_what_is_said_is_meant_on_the_day_it_was_said(text: str, values: dict[str, str | None]) -> None:
    article = newsclaims.extract(text, date="2025-11-06")
    found = {date.text: date.value for date in article.dates}
    assert {word: found[word] for word in values} == values


def test_a_given_day_that_is_found_anyway_changes_nothing() -> None:
    text = (
        "Mine Shut After Blast\n\nA guard stands at the mine in Lowton, November 3, 2025. REUTERS/Ann Holt\n\n"
        "The mine was shut on Wednesday, the owners said.\n\nIt will open again on Friday."
    )
    found, given = newsclaims.extract(text), newsclaims.extract(text, date="2025-11-03")
    assert (found.published, found.published_basis) == ("2025-11-03", "caption")
    assert found.dates == given.dates and found.claims == given.claims


def test_reports_on_matches_have_no_quarters_of_a_year() -> None:
    text = (
        "Rovers Beat Lowton\n\nHolt had 20 points, 12 rebounds and six assists for the Rovers, who lead the league.\n\n"
        "Reed made four free throws after he was fouled. The coach said the offensive rebounds won it.\n\n"
        "Moss left in the third quarter with a sore knee."
    )
    assert [date.text for date in newsclaims.extract(text, date="2025-11-06").dates] == []
