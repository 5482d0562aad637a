"""Claims: what every field promises, what stays silent, and linear time on hostile sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from stopwatch import assert_growth

import newsclaims
from newsclaims.claims import find, reading
from newsclaims.examples import describe
from newsclaims.model import Claim
from newsclaims.rule import registered
from newsclaims.text.document import read_document
from newsclaims.words.sentence import analyse


def claims(text: str) -> list[Claim]:
    document = read_document(text, None)
    return find(document, reading(document, analyse(document)))


def shown(text: str) -> list[str]:
    return [describe(claim) for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister has never visited Peru.", "The minister | visit | Peru (negated)"),
        ("The party no longer supports the plan.", "The party | support | the plan (negated)"),
        ("The firm refused to pay the fine.", "The firm | pay | the fine (negated)"),
        ("The union may call a strike.", "The union | call | a strike (possible)"),
        ("Drivers must carry a licence.", "Drivers | carry | a licence (obliged)"),
        ("The bank plans to close the branch.", "The bank | close | the branch (planned)"),
        ("The troops allegedly burned the village.", "The troops | burn | the village (alleged)"),
        ("Will the council close the library?", "the council | close | the library (asked)"),
        ("The talks will resume if both sides agree.", "both sides | agree | - (conditional)"),
    ],
)
def test_negation_and_modality(text: str, expected: str) -> None:
    assert expected in shown(text)


@pytest.mark.parametrize(
    "text", ["He denied having taken bribes.", "He neither signed the letter nor read it.", "He has yet to answer."]
)
def test_negated(text: str) -> None:
    assert all(claim.negated for claim in claims(text))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Thousands protest reform", ["Thousands | protest | reform"]),
        ("Villagers block road", ["Villagers | block | road"]),
        ("Bank chief quits amid probe", ["Bank chief | quit | - | amid: probe"]),
        (
            "Lima Cuts Ties as Border Row Deepens",
            ["Lima | cut | Ties | as: Border Row Deepens", "Border Row | deepen | -"],
        ),
        ("Teachers union votes to strike", ["Teachers union | strike | - (planned)"]),
        ("Police hunt driver who fled crash", ["Police | hunt | driver", "driver | flee | crash"]),
        ("Halek names former rival as mayor", ["Halek | name | former rival | as: mayor"]),
        ("Lima, Quito agree on border", ["Lima, Quito | agree | - | on: border"]),
        (
            "Rail strikes called off as union accepts deal",
            [
                "- | call | Rail strikes | as: union accepts deal (passive)",
                "union | accept | deal",
            ],
        ),
        ("Sales figures for May", []),
        ("Sales tax cut", []),
        ("Teachers union strike vote", []),
    ],
)
def test_headlines_have_verbs_that_look_like_nouns(title: str, expected: list[str]) -> None:
    document = read_document(title + "\n\nThe town is quiet today, people said on Monday.\n", title=title)
    found = [claim for claim in find(document, reading(document, analyse(document))) if claim.end <= len(title)]
    assert [describe(claim) for claim in found] == expected


def test_passives_have_active_roles() -> None:
    (claim,) = claims("Two men were arrested by police in Leeds.")
    assert claim.voice == "passive"
    assert (claim.subject and claim.subject.text, claim.object and claim.object.text) == ("police", "Two men")
    (claim,) = claims("The bill was approved by Friday.")
    assert claim.subject is None


@pytest.mark.parametrize(
    "text",
    [
        "Arsenal 2 Chelsea 1",
        "Name Age Party\nSmith 44 Labour\nJones 51 Green",
        "for (int i = 0; i < n; i++) { x += 1; }",
        "Le président a rencontré les ministres à Paris.",
        "Paris, London, Madrid, Rome, Lisbon and Athens",
        "Source: Reuters",
    ],
)
def test_what_is_no_sentence_gives_next_to_nothing(text: str) -> None:
    assert len(claims(text)) <= 1


def test_credits_and_bylines_give_no_claims() -> None:
    text = (
        "Minister resigns\n\nBy Ann Lee\n\nThe minister resigned on Monday.\n\n"
        "Additional reporting by Tom Ray; editing by Jo May"
    )
    assert {claim.text for claim in claims(text)} <= {"Minister resigns", "The minister resigned on Monday"}


def test_spans_are_the_text_and_lie_in_their_sentence() -> None:
    text = (
        "“We’ve asked for help,” De Zela said — twice. Peru’s Congress voted to declare her persona non grata, and "
        "Lima, which severed ties, accused Mexico of interfering. There isn’t any doubt that he won't go."
    )
    document = read_document(text, None)
    sentences = analyse(document)
    found = find(document, reading(document, sentences))
    assert len(found) >= 6
    for claim in found:
        spans = [claim, claim.predicate, *claim.arguments]
        spans += [item for item in (claim.subject, claim.object) if item is not None]
        sentence = sentences[claim.sentence]
        for span in spans:
            assert text[span.start : span.end] == span.text
            assert sentence.start <= span.start < span.end <= sentence.end
        assert claim.start <= claim.predicate.start < claim.predicate.end <= claim.end
        assert claim.rule in {rule.id for rule in registered("claims")}


def test_ids_follow_the_text() -> None:
    found = claims("Ann left. Bob stayed. Tom slept.")
    assert [claim.id for claim in found] == ["c1", "c2", "c3"]
    assert [claim.start for claim in found] == sorted(claim.start for claim in found)


def test_links_of_claims() -> None:
    article = newsclaims.extract(
        "The mine in Chile was closed in 2024, Anna Lind told Reuters on Monday. "
        '"The owners paid $2 million," said Anna Lind, the mayor.',
        date="2025-11-06",
    )
    closed = next(claim for claim in article.claims if claim.predicate.lemma == "close")
    paid = next(claim for claim in article.claims if claim.predicate.lemma == "pay")
    days = {date.id: date.value for date in article.dates}
    assert [days[id] for id in closed.dates] == ["2024"]
    assert [figure.value for figure in article.figures if figure.id in paid.figures] == [2000000]
    assert paid.quote is not None
    names = {entity.id: entity.name for entity in article.entities}
    assert paid.attributed_to is not None and names[paid.attributed_to] == "Anna Lind"


@pytest.mark.parametrize(
    "piece",
    ["and ", "who ", "that ", "said ", "Smith, ", "he said, ", "to go ", "( ", "man killed ", "if he said ", '" '],
)
def test_hostile_sentences_take_linear_time(piece: str) -> None:
    def search(count: int) -> Callable[[], object]:
        document = read_document(piece * count, None)
        sentences = analyse(document)
        return lambda: find(document, reading(document, sentences))

    assert_growth(search(400), search(1600), 8)


def test_what_the_article_says_of_a_source_is_not_what_the_source_says() -> None:
    article = newsclaims.extract("According to Ann Reed, who ran the union, the mill closed in May.")
    sources = {claim.predicate.lemma: claim.attributed_to for claim in article.claims}
    assert sources["run"] is None
    assert sources["close"] is not None


@pytest.mark.parametrize("aside", ["(who heads the union)", "- who heads the union -", "— he heads the union —"])
def test_what_stands_in_brackets_inside_indirect_speech_is_the_reporters(aside: str) -> None:
    article = newsclaims.extract(f"Ann Reed said Friday that Bart Lund {aside} has left.")
    sources = {claim.predicate.lemma: claim.attributed_to for claim in article.claims}
    assert sources["head"] is None
    assert sources["leave"] is not None


def test_what_stands_against_what_is_said_is_the_reporters() -> None:
    article = newsclaims.extract(
        "Ann Reed said that sales fell, and that costs rose - though Bart Lund has denied that."
    )
    sources = {claim.predicate.lemma: claim.attributed_to for claim in article.claims}
    assert sources["deny"] is None
    assert sources["fall"] == sources["rise"] is not None
