"""Entities: names, types, roles and countries over whole articles."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from stopwatch import assert_growth

import newsclaims
from newsclaims.entities import lexicon
from newsclaims.entities.evidence import letters, weight, weights
from newsclaims.model import Article, Entity

STORY = """Peru cuts ties with neighbour

LIMA, Nov 7 - Peru’s Congress on Thursday voted to declare Mexican President Carla Soto persona non grata.

Peru’s new Foreign Minister, Hugo de Rivas, told Reuters that talks had failed. De Rivas said he was sorry.

Written By Rodney Baker
"""


def named(article: Article, name: str) -> Entity:
    """Return the entity of that name."""
    (found,) = [entity for entity in article.entities if entity.name == name]
    return found


def test_every_mention_is_the_text_at_its_offsets() -> None:
    article = newsclaims.extract(STORY)
    mentions = [mention for entity in article.entities for mention in entity.mentions]
    assert len(mentions) > 8
    assert all(STORY[mention.start : mention.end] == mention.text for mention in mentions)


def test_roles_countries_and_short_forms() -> None:
    article = newsclaims.extract(STORY)
    minister = named(article, "Hugo de Rivas")
    assert (minister.type, minister.country) == ("person", "PE")
    assert minister.roles == ("Peru’s new Foreign Minister",)
    assert [mention.text for mention in minister.mentions] == ["Hugo de Rivas", "De Rivas", "he"]
    assert named(article, "Carla Soto").roles == ("Mexican President",)
    assert named(article, "Congress").country == "PE"
    assert named(article, "Peru").type == "place"


def test_ids_follow_the_text() -> None:
    article = newsclaims.extract(STORY)
    starts = [min(mention.start for mention in entity.mentions) for entity in article.entities]
    assert starts == sorted(starts)
    assert [entity.id for entity in article.entities] == [f"e{n}" for n in range(1, len(starts) + 1)]


def test_one_type_for_all_mentions_of_a_name() -> None:
    text = "Valerie Paris was arrested in Geneva. Paris denied it. The police questioned Paris again."
    article = newsclaims.extract(text)
    assert [mention.text for mention in named(article, "Valerie Paris").mentions] == ["Valerie Paris", "Paris", "Paris"]


def test_names_in_capitals_are_the_names_of_the_story() -> None:
    article = newsclaims.extract("PORT CARRICK wins the cup\n\nFans in Port Carrick danced all night.")
    assert [entity.name for entity in article.entities if entity.named] == ["Port Carrick"]


def test_a_text_without_names_has_no_entities() -> None:
    assert newsclaims.extract("rain fell all day and nobody was hurt").entities == ()


def test_tables_agree() -> None:
    assert lexicon.gazetteer()["U.S."].name == lexicon.gazetteer()["United States"].name
    assert lexicon.demonyms()["Danes"] == "DK"
    assert "Danes" in lexicon.people()
    assert "Danish" not in lexicon.people()
    assert lexicon.titles()["spokeswoman"].gender == "f"
    assert lexicon.first_names()["Claudia"] == "f"


def test_weights_are_written_as_letters() -> None:
    assert letters([0, 0.25, -0.25, 9, -9]) == "mnlza"
    feature = next(iter(weights()))
    assert weight(feature) is not None
    assert weight("no such feature") is None


JUNK = ["Abc ", "President ", "University of ", "Abc, ", "Abc's ", "Abc-", "the new ", "He said "]


@pytest.mark.parametrize("junk", JUNK)
def test_time_is_linear_in_repeated_words(junk: str) -> None:
    newsclaims.extract(junk * 10)
    small, large = (partial(newsclaims.extract, junk * count) for count in (500, 2000))
    assert_growth(small, large, 8)


def test_time_is_linear_in_distinct_names() -> None:
    def search(count: int) -> Callable[[], object]:
        letters = "abcdefghijklmnopqrstuvwxyz"
        names = (f"Bo{letters[n % 26]}{letters[n // 26 % 26]}{letters[n // 676]}" for n in range(count))
        text = " ".join(f"{name} Smith left." for name in names)
        return lambda: newsclaims.extract(text)

    search(10)()
    assert_growth(search(300), search(1200), 8)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Tony Booth died on Friday. His son Lee Booth wept. Mr Booth made signs.", {"Tony Booth": 2, "Lee Booth": 1}),
        ("Tony Booth, father of Lee Booth, died. Booth was 80.", {"Tony Booth": 2, "Lee Booth": 1}),
        ("Her brother Ben Reed won. Reed was 20.", {"Ben Reed": 2}),
        ("Lena Reed won. Her sister Lina Reed came second.", {"Lena Reed": 1, "Lina Reed": 1}),
        ("Mary Ann Reed died. Her daughter Ann Reed found her.", {"Mary Ann Reed": 1, "Ann Reed": 1}),
        ("Kristin Reed won. Kristen Reed was glad.", {"Kristin Reed": 2}),
        ("Brent Holt left. Brent was tired.", {"Brent Holt": 2}),
    ],
)
def test_relatives_of_one_surname(text: str, people: dict[str, int]) -> None:
    """A surname goes on about who is told of, not about a relative named once; relatives are never one person."""
    entities = newsclaims.extract(text, date="2025-11-06").entities
    names = {entity.name: sum(mention.kind == "name" for mention in entity.mentions) for entity in entities}
    assert names == people
