"""The time of every command grows with the text and no faster: checks, views, comparison, search and reasons.

CI measures small sizes; ``pytest --full`` goes up to 256 kB and 1 MB.  ``test_linear.py`` has the extraction itself.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from itertools import product
from math import log2

import pytest
from adversarial import UNITS, junk
from stopwatch import assert_growth, assert_within
from test_linear import news

import newsclaims
from newsclaims.checks import check
from newsclaims.comparison.compare import compare
from newsclaims.explain.why import why_line
from newsclaims.find.search import Question, hits
from newsclaims.html.report import report
from newsclaims.model import Article
from newsclaims.terminal.article import article_lines, check_lines
from newsclaims.terminal.comparison import compare_lines
from newsclaims.terminal.page import Page, wrapped
from newsclaims.wording.claims import told

SLACK = 2.5  # how much longer twice the text may take
FLOOR = 0.02  # seconds that a small text counts as at least: one of 1 kB has no sentences yet that are held together
PAGE = Page(80, True)
QUESTIONS = (
    Question(kind="entities"), Question(who="Smith", since="2020-01-01"), Question(kind="figures", who="ann"),
    Question(said="we"), Question(did="sell", whom="Peru"),
)  # fmt: skip


def words(size: int) -> str:
    chance = random.Random(5)
    found = news(20_000).split()
    return " ".join(chance.choice(found) for _ in range(size // 5))[:size]


def unicode(size: int) -> str:
    chance = random.Random(6)
    ranges = ((32, 0x3000), (0xA0, 0xD7FF), (0x10000, 0x1F9FF), (32, 126))
    return "".join(chr(chance.randrange(*chance.choice(ranges))) for _ in range(size))


def spelled(size: int) -> str:
    """Names that differ by a letter, with no end of a sentence: `Barlow (Barlew) Carson (Carsen)`."""
    chance = random.Random(7)
    made = []
    for _ in range(size // 18 + 1):
        name = "".join(chance.choice(("ba", "lo", "ke", "mi", "tu", "ras", "win", "dor")) for _ in range(3)).title()
        made.append(f"{name} ({name[:-1]}{chance.choice('aeiou')}) ")
    return "".join(made)[:size]


def quotes(size: int) -> str:
    chance = random.Random(8)
    made = [
        f"“We sold the {chance.choice(('cars', 'boats', 'houses'))} of this town to {chance.choice(('Peru', 'Chile'))}"
        f" {chance.choice(('and', 'or', 'but'))} kept the rest,” {chance.choice(('Ann', 'Bob', 'Cy'))} Smith said.\n\n"
        for _ in range(size // 80 + 1)
    ]
    return "".join(made)[:size]


def figures(size: int) -> str:
    chance = random.Random(9)
    made = [
        f"{chance.randrange(2, 999)} cars were sold for ${chance.randrange(2, 99)} million on May "
        f"{chance.randrange(1, 28)}, up {chance.randrange(2, 60)}% from more than {chance.randrange(2, 999)} cars. "
        for _ in range(size // 80 + 1)
    ]
    return "".join(made)[:size]


def unended(size: int) -> str:
    """Two names and the words that clauses begin with, with hardly an end of a sentence."""
    chance = random.Random(4)
    often = (
        "that", "who", "which", "said", "and", "to", "the", "man", "Reed", "Marsh", "Lowton", "was", "of", "“", "”",
        ",", "by", "had", "been", "not",
    )  # fmt: skip
    made = (*often, *often, *often, ".")
    return " ".join(chance.choices(made, k=size // 4))[:size]


def repeated(unit: str) -> Callable[[int], str]:
    return lambda size: junk(unit, size)


TEXTS = {
    "news": news, "words": words, "unicode": unicode, "spelled": spelled, "quotes": quotes, "figures": figures,
    "unended": unended,
    **{unit: repeated(unit) for unit in (
        "Name (Name) ", "( 2025 ", "Ann Smith sold 5 cars to Peru on Monday. ", "a\n\n", "he said, ", "“a” said B. ",
        "The company will cut 1,200 jobs, about 18% of its workforce. It employs 15,000 people. ",
        "The lakes doubled in the 25 years between 1990 and 2025. ", "the rest, 5%, ", "5 of the 6, or 7%, ",
        "doubled from 5 to ", "born in 1960, 58, ", "漢 5% for ‘ accused , ", "x" * 500 + " ",
    )},
}  # fmt: skip


@cache
def article(name: str, size: int, other: bool = False) -> Article:
    text = TEXTS[name](size)
    return newsclaims.extract(text.replace("5", "6") if other else text, date="2025-11-06", title="A title")


@cache
def checked(name: str, size: int) -> Article:
    return check(article(name, size))


def search(found: Article) -> int:
    record = found.to_dict()
    return sum(1 for question in QUESTIONS for _ in hits(record, question))


COMMANDS: dict[str, Callable[[str, int], object]] = {
    "check": lambda name, size: check(article(name, size)),
    "check view": lambda name, size: [*check_lines(checked(name, size), PAGE)],
    "show": lambda name, size: [*article_lines(article(name, size), PAGE)],
    "show all": lambda name, size: [*article_lines(article(name, size), PAGE, ("claims", "quotes"), who="a")],
    "compare": lambda name, size: [
        *compare_lines(compare([article(name, size), article(name, size, True)]), PAGE)
    ],
    "why": lambda name, size: why_line(article(name, size)),
    "html": lambda name, size: "".join(report([article(name, size)])),
    "find": lambda name, size: search(article(name, size)),
}  # fmt: skip
MAY_TAKE = {"why": 20.0, "compare": 10.0, "check": 8.0, "check view": 8.0}
"""Seconds a megabyte of the reference machine; for other commands four, and what any text may take: a second."""


@pytest.mark.parametrize(("name", "command"), [*product(TEXTS, COMMANDS)])
def test_commands_are_linear(name: str, command: str, full: bool) -> None:
    small, large = (256_000, 1_000_000) if full else (1_000, 8_000)
    work = COMMANDS[command]
    work(name, 500)
    for size in (small, large):
        checked(name, size) if command == "check view" else article(name, size, command == "compare")
    most = SLACK ** log2(large / small)
    per_mb = MAY_TAKE.get(command, 4.0) * (4 if name == "unicode" else 1)  # each of its characters is a word
    limit = per_mb * large / 1e6 + 1.0
    assert_growth(lambda: work(name, small), lambda: work(name, large), most, floor=FLOOR, limit=limit)


def test_every_kind_of_junk_is_checked_and_compared(full: bool) -> None:
    """No repeated junk makes the checks or a comparison slow; what is slow is named."""
    size = 64_000 if full else 2_000
    for unit in UNITS if full else UNITS[::3]:
        one = newsclaims.extract(junk(unit, size), date="2025-11-06")
        other = newsclaims.extract(junk(unit.replace("1", "2"), size), date="2025-11-06")
        assert_within(10 * size / 1e6 + 0.3, lambda found=one: [*check_lines(check(found), PAGE)])  # type: ignore[misc]
        assert_within(10 * size / 1e6 + 1.0, lambda both=(one, other): compare(both))  # type: ignore[misc]


def test_one_long_word_is_wrapped_in_its_length() -> None:
    for mark in ("a", "漢", "é"):
        word = mark * 200_000
        lines = wrapped(word, 79)
        assert "".join(lines) == word
        assert_within(1.0, lambda text=word: wrapped(text, 79))  # type: ignore[misc]


def test_claims_of_many_chosen_entities() -> None:
    text = news(60_000)
    found = newsclaims.extract(text, date="2025-11-06")
    chosen = {entity.id for entity in found.entities}
    chosen |= {f"x{number}" for number in range(200_000)}
    assert_within(1.0, lambda: told(found, chosen, every=True))
