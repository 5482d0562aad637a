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
        ("He was held in April for a March 21 call to the mayor.", {"hold": ["April"]}),
        ("During Tuesday's debate, Reed attacked the mayor.", {"attack": ["Tuesday"]}),
        ("Reed said in a July 25 letter that he had left.", {"say": ["July 25"], "leave": []}),
        ("Police said on Friday that the man was held in May.", {"say": ["Friday"], "hold": ["May"]}),
        ("The blast in May killed six.", {"kill": ["May"]}),
        ("The mine was closed in 2019, and in 2021 the firm sold it.", {"close": ["2019"], "sell": ["2021"]}),
        ("On Monday, police raided the house and arrested two men.", {"raid": ["Monday"], "arrest": ["Monday"]}),
        ("Sales rose by 3% in May from $2 billion a year earlier.", {"rise": ["May"]}),
        ("It sold more cars than in 2019.", {"sell": []}),
        ("The mill opened two years earlier.", {"open": ["two years earlier"]}),
        ("Police raided the house and arrested two men on Monday.", {"raid": [], "arrest": ["Monday"]}),
    ],
)
def test_a_date_belongs_to_its_clause(text: str, wanted: dict[str, list[str]]) -> None:
    article = newsclaims.extract(text, date="2025-11-06")
    names = {date.id: date.text for date in article.dates}
    found = {claim.predicate.lemma: [names[id] for id in claim.dates] for claim in article.claims}
    assert {lemma: found.get(lemma) for lemma in wanted} == wanted
