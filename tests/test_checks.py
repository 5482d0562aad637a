"""Checks on whole articles: silent on correct ones, and planted errors are found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from stopwatch import assert_growth

import newsclaims
from newsclaims.checks import check

SAMPLES = Path(__file__).parent.parent / "samples"
PLANTED = [
    line.split("\t")
    for line in (Path(__file__).parent / "seeded_errors.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


ARTICLES = Path(__file__).parent / "planted"
MORE = [
    line.split("\t")
    for line in (ARTICLES / "errors.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def text_of(sample: str) -> str:
    return (SAMPLES / f"{sample}.txt").read_text(encoding="utf-8")


def rules_found(text: str) -> list[str]:
    return [item.rule for item in check(newsclaims.extract(text)).checks]


@pytest.mark.parametrize("path", sorted([*SAMPLES.glob("*.txt"), *ARTICLES.glob("*.txt")]), ids=lambda path: path.stem)
def test_correct_articles_stay_silent(path: Path) -> None:
    article = check(newsclaims.extract(path.read_text(encoding="utf-8")))
    assert [(item.rule, item.message) for item in article.checks] == []


def rounds(text: str, rows: list[list[str]]) -> Iterator[list[tuple[int, list[str]]]]:
    """Give the places of errors to plant at once: never two in a paragraph, so that each is found by itself."""
    left = sorted((text.index(row[1]), row) for row in rows)
    while left:
        chosen = {text.count("\n\n", 0, at): (at, row) for at, row in reversed(left)}
        yield sorted(chosen.values())
        left = [item for item in left if item not in chosen.values()]


def missed(folder: Path, errors: list[list[str]], rule_matters: bool) -> list[list[str]]:
    """Return the planted errors in whose paragraph no check finds anything, or not what it should."""
    found = []
    for name in sorted({row[0] for row in errors}):
        text = (folder / f"{name}.txt").read_text(encoding="utf-8")
        for planted in rounds(text, [row for row in errors if row[0] == name]):
            wrong = text
            for at, row in reversed(planted):
                wrong = wrong[:at] + row[2] + wrong[at + len(row[1]) :]
            checks = check(newsclaims.extract(wrong)).checks
            places = {(wrong.count("\n\n", 0, span.start), item.rule) for item in checks for span in item.spans}
            for at, row in planted:
                paragraph = text.count("\n\n", 0, at)
                rules = {rule for place, rule in places if place == paragraph}
                if row[3] in rules if rule_matters else rules:
                    found.append(row)
    return [row for row in errors if row not in found]


def test_planted_errors_are_found() -> None:
    assert len(PLANTED) >= 60
    not_found = missed(SAMPLES, PLANTED, rule_matters=True)
    assert len(not_found) <= 0.15 * len(PLANTED), not_found


def test_planted_errors_in_other_words_are_found() -> None:
    assert len(MORE) >= 150
    not_found = missed(ARTICLES, MORE, rule_matters=False)
    assert len(not_found) <= 0.15 * len(MORE), not_found


def test_checks_are_numbered_and_their_spans_are_the_text() -> None:
    text = text_of("valley-flood").replace("90 km (56 miles)", "90 km (65 miles)").replace("(6.6 feet)", "(9.6 feet)")
    article = check(newsclaims.extract(text))
    assert [item.id for item in article.checks] == ["k1", "k2"]
    for item in article.checks:
        sentence = article.sentences[item.sentence]
        for span in item.spans:
            assert text[span.start : span.end] == span.text
            assert sentence.start <= span.start <= span.end <= sentence.end


def test_an_empty_article_has_no_checks() -> None:
    assert check(newsclaims.extract("")).checks == ()


@pytest.mark.parametrize(
    "run",
    [
        "the other $9 million ", "Anna Bell, 44, born in 1950 ", "rose 5% to 60 from 55, ", "12 people: five men, ",
        "Tuesday, November 6, 2025 ", "Okafor Okafur ", "“We won it all today in the rain,” he said.\n\n",
        "more than 100 arrests. 99 arrests.\n\n", "the 12 people killed and 5 people killed. ",
        "in 2010 and has been for 3 years, since 2011 ", "from 1 May to 2 May, a period of two days ",
        "54% of the vote and 35% and ",
    ],
)  # fmt: skip
def test_checks_take_linear_time(run: str, full: bool) -> None:
    whole = 80_000 if full else 12_000
    small, large = (newsclaims.extract(run * (size // len(run)), date="2025-11-13") for size in (whole // 4, whole))
    assert_growth(lambda: check(small), lambda: check(large), 8, limit=whole / 40_000)
