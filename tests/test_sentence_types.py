"""What a sentence does: for each type what has it, and near misses."""

from __future__ import annotations

import pytest

import newsclaims


def kind(text: str) -> str | None:
    return newsclaims.extract(text).sentences[-1].type


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Did the council close the pool?", "question"),
        ("The council asked whether the pool was safe.", "event"),
        ("We will cut taxes for every family.", "promise"),
        ("The mayor vowed to rebuild the bridge.", "promise"),
        ("I will never forget that day.", "prediction"),
        ("The council should close the pool.", "opinion"),
        ("I think the plan is sound.", "opinion"),
        ("The plan is ridiculous.", "opinion"),
        ("The plan was good enough for the council, which passed it.", "opinion"),
        ("The pool will close on Monday.", "prediction"),
        ("The ferry is expected to sail in May.", "prediction"),
        ("Unemployment fell to 4.1% in March.", "statistic"),
        ("The town has 4,000 inhabitants.", "statistic"),
        ("A third of the houses are empty.", "statistic"),
        ("The third man is waiting in the third quarter.", "other"),
        ("There is only one place for him.", "other"),
        ("The Velo 6 is a fast car.", "other"),
        ("She was 40 minutes late on May 12.", "statistic"),
        ("The meeting is on May 12, 2026.", "other"),
        ("Police arrested five men in 2019.", "event"),
        ("The road has been closed.", "event"),
        ("The mayor said the road was closed.", "event"),
        ("Though it is small, the club has won twice.", "event"),
        ("The mayor said the pool would close.", "prediction"),
        ("The road runs along the river.", "other"),
    ],
)
def test_types(text: str, expected: str) -> None:
    assert kind(text) == expected


def test_bylines_have_no_type() -> None:
    article = newsclaims.extract("Prices rose 5% last year.\n\nSource: Reuters")
    assert article.sentences[-1].type is None
