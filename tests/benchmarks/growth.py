"""Texts of any size that are full of one thing: news, entities, quotes or figures; alike for the same arguments."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import count

from generate import _ENDS, _ONSETS, articles

KINDS = ("news", "entities", "quotes", "figures")


def text_of(kind: str, size: int) -> str:
    """Return a text of so many characters, a paragraph every few sentences."""
    pieces: list[str] = []
    length = 0
    for piece in _WRITERS[kind]():
        pieces.append(piece)
        length += len(piece) + 2
        if length >= size:
            break
    return "\n\n".join(pieces)[:size]


def _news() -> Iterator[str]:
    for record in articles(1_000_000, seed=7):
        yield record["text"].strip()


def _name(chance: random.Random) -> str:
    return f"{chance.choice(_ONSETS)}{chance.choice(_ENDS)} {chance.choice(_ONSETS)}{chance.choice(_ENDS)}"


def _entities() -> Iterator[str]:
    for number in count():
        chance = random.Random(number)
        first, second, third = (_name(chance) for _ in range(3))
        yield f"{first} met {second} in {third.split()[0]} on Monday. {third} joined {first.split()[1]} there."


def _quotes() -> Iterator[str]:
    for number in count():
        chance = random.Random(number)
        yield f"“We shall open in week {number % 50},” {_name(chance)} said. {_name(chance)} said that it was late."


def _figures() -> Iterator[str]:
    for number in count():
        share, money = number % 90 + 1, f"{number % 700 + 1}.{number % 10}"
        yield (
            f"Sales of the firm rose {share} percent to ${money} million in 20{number % 25:02}."
            f" It hired {number + 2:,} people, {number % 40 + 2} of them part-time."
        )


_WRITERS = {"news": _news, "entities": _entities, "quotes": _quotes, "figures": _figures}
