"""Texts that look like articles: the samples and the examples of all rules, cut and joined at words and characters."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

from adversarial import UNITS, junk

from newsclaims.examples import FOLDERS, examples

SAMPLES = Path(__file__).parents[2] / "samples"
LONGEST = 12_000
"""Code points of a splice: what is long is the matter of ``test_linear.py``."""

DAYS = (
    None, "2025-11-06", "2024-02-29", "2023-12-31", "2024-01-01", "0001-01-01", "0001-01-02", "0001-12-31",
    "9999-01-01", "9999-12-31", "9999-12-30", "1900-02-28", "1582-10-10",
)  # fmt: skip
"""Days of publication: ordinary ones, those about a turn of the year, and the first and last that Python has."""

PIECES = (
    "as", "that", "who", ",", ".", "“", "”", '"', "‘", "’", "(", ")", "—", ":", ";", "…", "?", "\n", "\n\n", "\r\n",
    "\t", "$", "€", "%", "£5", "1,000", "2.5 million", "9999", "0", "-1", "1/2", "31 April", "Tuesday November 9",
    "29 February", "between", "to", "and", "or", "not", "said", "told", "describes", "deals", "according to",
    "accused of", "he", "she", "they", "whose", "last year", "next month", "a decade ago", "year 0", "Q5",
    "week 54", "the day after", "Ramadan", "one of", "more than", "half", "Mr.", "Dr", "U.S.", "Inc.", "A", "I",
    "’s", "n't", "LIMA, Nov 7 (Reuters) -", "By ", "Q:", "A:", "–", "\u00a0", "\u2028", "\x00", "\x1b[2J", "\u202e",
    "\ufeff", "é", "e\u0301", "ﬁ", "İ", "ß", "２５", "٣", "½", "²", "漢字", "😀", "<b>", "&amp;", "[sic]",
    "http://e.org/a?b=c", "\ud800",
)  # fmt: skip
"""What is put in: the words on which rules turn, marks, numbers at the ends of ranges, and odd characters."""


@cache
def articles() -> tuple[str, ...]:
    """Return the texts that splices are made of."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.rglob("*.txt"))]
    spoken = [example.text for folder in FOLDERS for example in examples(folder)]
    made = ["\n\n".join(spoken[at : at + 12]) for at in range(0, len(spoken), 12)]
    return (*texts, *made)


def _words(chance: random.Random, text: str) -> str:
    """Drop, double, move or replace some words, or end the text behind one."""
    words = text.split(" ")
    for _ in range(chance.randint(1, 8)):
        at, other = chance.randrange(len(words)), chance.randrange(len(words))
        what = chance.randrange(6)
        if what == 0:
            words[at : at + chance.randint(1, 6)] = []
        elif what == 1:
            words[at:at] = words[other : other + chance.randint(1, 12)]
        elif what == 2:
            words[at], words[other] = words[other], words[at]
        elif what == 3:
            words.insert(at, chance.choice(PIECES))
        elif what == 4:
            words[at] = chance.choice((str.upper, str.lower, str.capitalize))(words[at])
        else:
            words[at] += chance.choice(("\n\n", ".", ",", "”", "’s", "?"))
        words = words or [""]
    return " ".join(words)


def _characters(chance: random.Random, text: str) -> str:
    """Drop, double or replace stretches of characters anywhere."""
    for _ in range(chance.randint(1, 12)):
        at = chance.randint(0, len(text))
        end = min(len(text), at + chance.choice((0, 1, 1, 2, 5, 40)))
        what = chance.randrange(3)
        put = "" if what == 0 else chance.choice(PIECES) if what == 1 else text[at:end] * 2
        text = text[:at] + put + text[end:]
    return text


def _joined(chance: random.Random, text: str) -> str:
    """Go over into another text in the middle of a word or sentence."""
    other = chance.choice(articles())
    here, there = chance.randint(0, len(text)), chance.randint(0, len(other))
    if chance.random() < 0.7:  # between words
        here, there = text.find(" ", here) + 1 or here, other.find(" ", there) + 1 or there
    return text[:here] + other[there:]


def _paragraphs(chance: random.Random, text: str) -> str:
    """End every paragraph behind any of its words, or put the paragraphs into another order."""
    found = text.split("\n\n")
    if chance.random() < 0.5:
        chance.shuffle(found)
    cut = []
    for one in found:
        words = one.split(" ")
        cut.append(" ".join(words[: chance.randint(1, len(words))]) if chance.random() < 0.5 else one)
    return "\n\n".join(cut)


def _junk(chance: random.Random, text: str) -> str:
    """Put a run of repeated junk anywhere."""
    at = chance.randint(0, len(text))
    return text[:at] + junk(chance.choice(UNITS), chance.choice((3, 30, 300))) + text[at:]


_CHANGES: tuple[Callable[[random.Random, str], str], ...] = (
    _words, _words, _characters, _joined, _joined, _paragraphs, _junk
)  # fmt: skip


def splice(seed: int) -> tuple[str, str | None]:
    """Return the text and the day of publication that a seed stands for: always the same."""
    chance = random.Random(seed)
    text = chance.choice(articles())
    if chance.random() < 0.7:  # a piece is read sooner than the whole, and the more pieces the more is tried
        at = chance.randint(0, len(text))
        text = text[at : at + chance.choice((80, 300, 1_000, 3_000))]
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(_CHANGES)(chance, text)
    day = "2025-11-06" if chance.random() < 0.5 else chance.choice(DAYS)
    return text[:LONGEST], day
