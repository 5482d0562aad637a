"""The samples are what they should be: short, of every kind, with text that all offsets fit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import newsclaims

SAMPLES = Path(__file__).parent.parent / "samples"
TEXTS = sorted(SAMPLES.glob("*.txt"))
PAIRS = sorted((SAMPLES / "pairs").glob("*.txt"))


def spans(value: Any) -> list[dict[str, Any]]:
    """Return every object of the output that has a text and offsets."""
    if isinstance(value, list):
        return [found for item in value for found in spans(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if {"text", "start", "end"} <= value.keys() else []
    return own + [found for item in value.values() for found in spans(item)]


def test_there_are_enough() -> None:
    assert len(TEXTS) >= 10
    assert len(PAIRS) == 12


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_sample(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert 150 <= len(text.split()) <= 700
    headline, blank = text.split("\n")[:2]
    assert headline and not blank
    article = newsclaims.extract(text)
    assert article.title == headline
    found = article.to_dict()
    assert all(found[kind] for kind in ("entities", "claims", "quotes", "dates", "figures"))
    assert sum(quote["speaker"] is not None for quote in found["quotes"]) >= 0.7 * len(found["quotes"])


@pytest.mark.parametrize("path", [*TEXTS, *PAIRS], ids=lambda path: path.stem)
def test_offsets_are_the_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    places = spans(newsclaims.extract(text).to_dict())
    assert len(places) > 20
    assert all(text[item["start"] : item["end"]] == item["text"] for item in places)
