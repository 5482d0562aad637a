"""Sentences and tokens: boundaries that news text makes hard, offsets, and linear time."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from stopwatch import assert_growth

from newsclaims.text.sentences import split_sentences
from newsclaims.text.tokens import tokenize


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


def tokens(text: str) -> list[str]:
    return [text[start:end] for start, end in tokenize(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith met Dr. Jones.|They talked.",
        "On Aug. 6 the U.S. government paid $2.5 billion.|It was late.",
        "The talks began at 5 p.m. on Monday.|Nobody came.",
        "He lives in the U.S.|The house is old.",
        "Acme Inc. said so.|Its rival Beta Corp. did not.",
        "“We won.”|The crowd cheered.",
        "“Is it over?” Smith asked.|Nobody knew.",
        "“Stop!” he said.|They stopped.",
        "She works for J. K. Rowling.|He does not.",
        "Really?|Yes!|No…|Maybe.",
        "He waited … and left.|Then it rained.",
        "It cost 3.5 percent.|5 people came.",
        "The No. 1 seed lost.|He said no.|She agreed.",
        "Gen. Gray and Sen. White (D-Ohio) agreed.|“Fine.”|(It was not.)",
        "Police said 'No comment.'|Then they left.",
        "Profit fell, according to I/B/E/S.|Sales rose.",
        "He sold M&S.|It runs in 4K.|Lowton sold the USB-C.|Ben J. Reed and J.-P. Holt came.",
        "Talks end at 5 p.m.|Reed left early.",
        "They end at 6 a.m. Eastern or 7 p.m. Monday, 8 p.m. ET, 9 p.m. Lowton time.",
        "He works for Acme Inc.|Shares rose.|Acme Inc. Class A shares fell.",
        "Acme Corp. Chairman Ben Reed, Acme Co. Ltd. and Holt & Co. LLP left.",
        "It is made by Acme Ltd.|“Sales rose,” he said.|She sold pens, etc.|Reed bought them.",
        "It holds 58.4 cu. ft.|Buyers like it.|He was 6 ft. 2 in. tall in Ft. Lauderdale.",
        "He lives on Main St.|The house is old.|He likes St. Paul.",
        "She takes vitamin C.|Doctors agreed on Plan B.|Critics of J. Edgar Reed did not.",
        "She likes Reed v. Holt.|He waited . . . and left . . .|Then it rained.",
        "He bought the S.&P. 500 from Acme Corp. Thursday and Acme Inc. (“the firm”) fell.",
        "MARLE, N.H. — It was late when Acme Co. Division of Ports came.",
        "He moved to Marle, Ill.|The town is small.|She felt ill.|Men with masks, Ill. and Pa. men, left.|It rained.",
        "The law is old.[12]|Critics want it gone.|He paid S/. 5,000 for it.",
    ],
)
def test_sentences(text: str) -> None:
    assert sentences(text.replace("|", " ")) == text.split("|")


def test_heading_in_capitals() -> None:
    """It has a clause's words and stands before a dash and small letters; the dash belongs to neither sentence."""
    assert sentences("THE MAYOR HAS SUED THEM ALL — Ann Reed said so.") == [
        "THE MAYOR HAS SUED THEM ALL", "Ann Reed said so.",
    ]  # fmt: skip
    for whole in ("THE STRIKE IS NOT OVER — YET.", "MARLE, NEW HAMPSHIRE COUNTY — Ann Reed left."):
        assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru’s U.S.-backed 10-year plan", "Peru ’s U.S. - backed 10 - year plan"),
        ("We don't know, can't say, cannot go", "We do n't know , ca n't say , can not go"),
        ("It cost $2.5bn, or US$3,000.50.", "It cost $ 2.5 bn , or US $ 3,000.50 ."),
        ("‘It’s over,’ he said.", "‘ It ’s over , ’ he said ."),
        ("'It's over,' he said.", "' It 's over , ' he said ."),
        ("Ann‘s dog didn‘t bark at ‘Sam’", "Ann ‘s dog did n‘t bark at ‘ Sam ’"),
        ("the boys' toys, O'Brien's car", "the boys ' toys , O'Brien 's car"),
        ("the 1990s, the ’90s, the 21st, 5km", "the 1990s , the ’90s , the 21st , 5 km"),
        ("at 10:30 a.m.—late...", "at 10:30 a.m. — late ..."),
        ("see https://example.org/a?b=1, or a.b@example.org", "see https://example.org/a?b=1 , or a.b@example.org"),
        (
            "Alder.com's rise, see lowton-news.co.uk/a-b. Gone.Then",
            "Alder.com 's rise , see lowton-news.co.uk/a-b . Gone . Then",
        ),
        ("Apple (AAPL.O), <.DJI> and US10YT=RR", "Apple ( AAPL.O ) , < .DJI > and US10YT=RR"),
        ("the U.S. (BA.N) in D.C. said so.So E=mc2", "the U.S. ( BA.N ) in D.C. said so . So E = mc2"),
        ("E. coli made a Ph.D. student, J. Lee, ill", "E. coli made a Ph.D. student , J. Lee , ill"),
        ("N5 billion, Rs14,275-crore, CHF5m; N95", "N 5 billion , Rs 14,275 - crore , CHF 5 m ; N95"),
        ("S/5 million of I/B/E/S, vitamin C.", "S/ 5 million of I/B/E/S , vitamin C ."),
        ("Reed v. Holt, Henry V.", "Reed v. Holt , Henry V ."),
        ("in Marle, Ill., they felt ill.", "in Marle , Ill. , they felt ill ."),
        ("Mr. Smith of St. Paul, no. 5", "Mr. Smith of St. Paul , no. 5"),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert tokens(text) == expected.split()


def test_sentences_without_white_space() -> None:
    assert sentences("He left.The house is old.So E=mc2 he said.”He saw node.The end.") == [
        "He left.", "The house is old.", "So E=mc2 he said.”", "He saw node.", "The end.",
    ]  # fmt: skip
    assert sentences("See index.html or Booking.com and U.S.The.") == ["See index.html or Booking.com and U.S.The."]


def test_tokens_leave_only_white_space_out() -> None:
    text = "“$1.5m?” — it’s\u00a0the 2nd\tA.B.C. test…(x@y) ''quoted'' ``too`` É́ 中文 \U0001f600 #tag"
    spans = tokenize(text, 0, len(text))
    covered = {index for start, end in spans for index in range(start, end)}
    assert [text[index] for index in range(len(text)) if index not in covered and not text[index].isspace()] == []
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_typewriter_quotes_are_one_token() -> None:
    text = "''Gone'', ``it'' '''bold''' 'em dogs''"
    forms = [text[start:end] for start, end in tokenize(text, 0, len(text))]
    assert forms == ["''", "Gone", "''", ",", "``", "it", "''", "'''", "bold", "'''", "'em", "dogs", "''"]


RUNS = [
    "a ",
    '"',
    "'",
    "1,",
    "1.",
    "…",
    ". ",
    "A. ",
    "Mr. ",
    "x",
    "'x",
    "n't",
    "://",
    "a@b",
    "www.x",
    "-",
    "x.com/",
    "a-b.",
]


@pytest.mark.parametrize("run", RUNS)
def test_time_is_linear(run: str, full: bool) -> None:
    def split(size: int) -> Callable[[], object]:
        text = run * (size // len(run))
        return lambda: [tokenize(text, start, end) for start, end in split_sentences(text, 0, len(text))]

    size = 200_000 if full else 30_000
    assert_growth(split(size // 4), split(size), 8, limit=size / 100_000)
