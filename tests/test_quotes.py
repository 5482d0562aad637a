"""Quotes of whole paragraphs and articles: speakers elsewhere, joined pieces, hostile input."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stopwatch import assert_growth

import newsclaims
from newsclaims.links import attribution
from newsclaims.links.facts import Facts
from newsclaims.model import Quote
from newsclaims.quotes import find
from newsclaims.syntax.parses import Parses
from newsclaims.text.document import read_document
from newsclaims.words.sentence import analyse


def quotes(text: str) -> list[Quote]:
    document = read_document(text)
    parses = Parses(document, analyse(document))
    facts = Facts([], [], find(document, parses), [], [])
    return list(attribution.attribute(document, parses, facts).quotes)


def told(text: str) -> list[tuple[str, str | None]]:
    """Return (pieces joined, speaker) of every quote."""
    found = []
    for quote in quotes(text):
        pieces = " | ".join(text[start:end] for start, end in quote.spans)
        found.append((pieces, quote.speaker.text if quote.speaker else None))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We will appeal,” Lopez said. “We will win.”",
            [("“We will appeal,” | “We will win.”", "Lopez")],
        ),
        (
            "“We will appeal the ruling,” Lopez said.\n\n“We will win it in the end. There is no doubt.”",
            [
                ("“We will appeal the ruling,”", "Lopez"),
                ("“We will win it in the end. There is no doubt.”", "Lopez"),
            ],
        ),
        (
            "“The bridge is safe.\n\n“It will stay open,” the mayor said.",
            [("“The bridge is safe. | “It will stay open,”", "the mayor")],
        ),
        (
            "“The bridge is safe,” Lopez said. “It will stay open.\n\n“Nobody can tell,” added Ann Holt. “I left.”",
            [
                ("“The bridge is safe,” | “It will stay open.", "Lopez"),
                ("“Nobody can tell,” | “I left.”", "Ann Holt"),
            ],
        ),
        (
            "“The bridge is safe,” Ann Holt said. “It will stay.\n\n“Nobody can tell,” Holt added. “I left.”",
            [("“The bridge is safe,” | “It will stay. | “Nobody can tell,” | “I left.”", "Ann Holt")],
        ),
        (
            "The mayor met drivers on Monday.\n\n“Nobody told us that the bridge would close.”",
            [("“Nobody told us that the bridge would close.”", "The mayor")],
        ),
        (
            "Ann Lopez, who heads the city’s works, told Reuters the bridge is safe.",
            [("the bridge is safe", "Ann Lopez")],
        ),
        (
            "A spokesman for the mayor of Lima said that the bridge is safe.",
            [("that the bridge is safe", "A spokesman for the mayor of Lima")],
        ),
        (
            "“Is the bridge safe?” a driver asked.\n\n“It is,” the mayor said.\n\n“And will it open on Monday?”",
            [
                ("“Is the bridge safe?”", "a driver"),
                ("“It is,”", "the mayor"),
                ("“And will it open on Monday?”", "a driver"),
            ],
        ),
        (
            "The move came days after Lima cut ties with Mexico, accusing it of an “unfriendly act” on Monday.",
            [("it of an “unfriendly act”", "Lima")],
        ),
        (
            "Drivers were told by the police that the bridge would close.",
            [("that the bridge would close", "the police")],
        ),
        (
            "It was said that the bridge would close.",
            [("that the bridge would close", None)],
        ),
        (
            "Otherwise, she said, drivers must wait.",
            [("Otherwise | drivers must wait", "she")],
        ),
        (
            "Ann Lopez said no.\n\nJuly 15, 1960: “In honored memory of all who built the hall.”",
            [("“In honored memory of all who built the hall.”", None)],
        ),
        (
            "Lopez then cited a report that said the plan would fail. “I cannot disagree with it.”",
            [("the plan would fail", "a report"), ("“I cannot disagree with it.”", "Lopez")],
        ),
        (
            "Lopez left, and Okafor said the plan was fine. “We are ready for it.”",
            [("the plan was fine", "Okafor"), ("“We are ready for it.”", "Okafor")],
        ),
        ("The road is shut.\n\nFTC: We use links that earn us money.", []),
        ("HARBOUR DISPUTE: Guards of the port rammed a boat, which sank.", []),
        (
            "The mayor Ann Lopez said that drivers must wait.\n\nLOPEZ: They must wait for hours.",
            [("that drivers must wait", "The mayor Ann Lopez"), ("They must wait for hours", "LOPEZ")],
        ),
    ],
)
def test_pieces_and_speakers(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(text) == expected


def test_turns_of_an_interview() -> None:
    turns = ["Gazette: Did you sleep?", "Ann Lopez: Not much.", "Gazette: And the crew?", "Lopez: They slept well."]
    said = [(turn.split(": ")[1].rstrip(".?"), turn.split(":")[0]) for turn in turns]
    assert told("The sailor came in May.\n\n" + "\n\n".join(turns)) == said
    assert told("\n\n".join(["Monday: Rain.", "Tuesday: Sun.", "Monday: More rain.", "Tuesday: More sun."])) == []


def test_far_away_is_no_evidence() -> None:
    text = "Lopez said no.\n\nDrivers waited.\n\nRain fell all day.\n\n“Nobody told us that the bridge would close.”"
    assert told(text)[-1][1] != "Lopez"


def test_unclosed_quote_warns() -> None:
    article = newsclaims.extract("The mayor said: “The bridge is safe.\n\nDrivers waited for hours on the road.")
    assert any("unclosed quotation mark" in warning for warning in article.warnings)


@given(
    st.lists(st.sampled_from(["“", "”", '"', "Lopez", "said", "that", ",", ".", "the", "bridge", "is", "who", "\n\n"]))
)
@settings(max_examples=150, deadline=None)
def test_spans_hold_on_any_text(words: list[str]) -> None:
    text = " ".join(words)
    for quote in quotes(text):
        assert text[quote.start : quote.end] == quote.text
        assert quote.spans[0][0] == quote.start
        assert quote.spans[-1][1] == quote.end
        assert all(start < end for start, end in quote.spans)
        for part in (quote.speaker, quote.cue, quote.addressee):
            assert part is None or text[part.start : part.end] == part.text


JUNK = ['"a ', "said ", "he said ", '"x," he said. ', "that ", ", saying ", "“It is so,” he said.\n\n"]


@pytest.mark.parametrize("junk", JUNK)
def test_linear(junk: str, full: bool) -> None:
    def search(size: int) -> Callable[[], object]:
        document = read_document(junk * (size // len(junk)))
        sentences = analyse(document)

        def work() -> None:
            parses = Parses(document, sentences)
            attribution.attribute(document, parses, Facts([], [], find(document, parses), [], []))

        return work

    size = 100_000 if full else 12_000
    assert_growth(search(size // 4), search(size), 8, limit=size / 25_000)


@pytest.mark.parametrize(
    "text",
    [
        "She sought refuge in the embassy of Norway.",
        "Members voted to close the pool.",
        "Norvik plans to cut 200 jobs.",
        "The keeper conceded a penalty in the last minute.",
        "Peru recalled its ambassador on Monday.",
        "The storm claimed 12 lives.",
        "He read “The Man Who Was Late” on the train.",
        "The band played songs from a record called Blue Tide.",
    ],
)
def test_acts_and_intentions_are_no_quotes(text: str) -> None:
    assert newsclaims.extract(text).quotes == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The panel fined Marko Ilic for saying that the vote was rigged.", "Marko Ilic"),
        ("It is hard for Ann Lee to say that she was wrong.", "Ann Lee"),
        ("Residents living along the river said the water was rising.", "Residents living along the river"),
        ("Asked whether he would resign, Peter Novak replied: “Never.”", "Peter Novak"),
        ("The results of the survey, showed that prices rose.", "The results of the survey"),
    ],
)
def test_speaker_of_clauses_that_name_none(text: str, speaker: str) -> None:
    *_, quote = newsclaims.extract(text).quotes  # a question that nobody is named to ask may stand before
    assert quote.speaker is not None and quote.speaker.text == speaker


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("“The mayor says the bridge is safe,” Ann Holt said. “We doubt that.”", {"be": "the mayor"}),
        ("Ann Holt said the mayor had told her the firm would close the plant.", {"close": "the mayor"}),
        ("“We think the bridge is safe,” Ann Holt said.", {"be": "Ann Holt"}),
        ("Ann Holt said her family thought the bridge was safe.", {"be": "her family"}),
        ("“Many believe I am a thief, but nobody could believe he lied,” Ann Holt said.", {"lie": "Ann Holt"}),
        ("“People know the bridge is safe,” Ann Holt said.", {"be": "Ann Holt"}),
        ("“They said the bridge is safe,” Ann Holt said.", {"be": None}),
        ("“You said the bridge fell,” Ann Holt told Max Lund.", {"fall": "Max Lund"}),
        ("“The left says, ‘The bridge fell.’ They lie,” Ann Holt said.", {"fall": None, "lie": "Ann Holt"}),
        ("“The mayor says, ‘It fell,’ but it stood,” Ann Holt said.", {"fall": "the mayor", "stand": "Ann Holt"}),
        ("“I told them, ‘The bridge fell,’” Ann Holt said.", {"fall": "Ann Holt"}),
        ('Ann Holt said the mayor lamented that "the bridge fell."', {"fall": "the mayor"}),
        ("“Drivers who think the bridge fell left,” Ann Holt said.", {"fall": "drivers", "leave": "Ann Holt"}),
    ],
)
def test_who_speaks_inside_a_quote(text: str, sources: dict[str, str | None]) -> None:
    article = newsclaims.extract(text)
    names = {entity.id: entity.name for entity in article.entities}
    found = {claim.predicate.lemma: names.get(claim.attributed_to or "") for claim in article.claims}
    assert sources.items() <= found.items()


def test_short_turns_of_a_dialogue() -> None:
    text = "“What happened?” asked Ruth Stein.\n\n“I fell,” said Mark Hollis.\n\n“Were you drunk?”\n\n“No, ma’am.”"
    speakers = [quote.speaker.text if quote.speaker else None for quote in newsclaims.extract(text).quotes]
    assert speakers == ["Ruth Stein", "Mark Hollis", "Ruth Stein", "Mark Hollis"]


@pytest.mark.parametrize(
    "text",
    [
        "“Go home now,” Reed said, “” and left.",
        "“It is late. We lost,” Reed said, “”.",
        "“It is late,“” he said.",
        "''It is late,'' Reed said. ''Marsh left Lowton,“” he said.",
    ],
)
def test_empty_marks_after_a_quote(text: str) -> None:
    """There is nothing between them that could go on with what was said before."""
    article = newsclaims.extract(text)
    assert article.quotes
    assert not any("defect" in warning for warning in article.warnings)


def test_words_that_stand_twice_have_one_speaker() -> None:
    text = "Tom Holt left.\n\n“No place here is safe”\n\n“No place here is safe now,” Ann Reed said on Monday."
    quotes = newsclaims.extract(text).quotes
    assert [quote.speaker.text if quote.speaker else None for quote in quotes] == ["Ann Reed", "Ann Reed"]
