"""Quotation marks of all families, apostrophes, unclosed and continued quotes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stopwatch import assert_growth

from newsclaims.text.document import Block, Document
from newsclaims.text.quotation import Quoted, quoted_stretches, unclosed_warnings


def stretches(*paragraphs: str) -> tuple[str, list[Quoted]]:
    text = "\n\n".join(paragraphs)
    blocks = []
    start = 0
    for number, paragraph in enumerate(paragraphs):
        blocks.append(Block(start, start + len(paragraph), "body", number))
        start += len(paragraph) + 2
    return text, quoted_stretches(Document(text, tuple(blocks)))


@pytest.mark.parametrize(
    ("paragraph", "inner"),
    [
        ("He said “yes” and “no.”", ["yes", "no."]),
        ('He said "yes" and "no."', ["yes", "no."]),
        ("He said ``yes'' and ``no.''", ["yes", "no."]),
        ("He said ''yes'' and ''no.''", ["yes", "no."]),
        ("Er sagte „ja“ dazu.", ["ja"]),
        ("Il dit « oui » et « non ».", [" oui ", " non "]),
        ("Han sagde »ja« nu.", ["ja"]),
        ("She called it ‘a win’ for all.", ["a win"]),
        ("She called it 'a win' for all.", ["a win"]),
        ("He said “she told me ‘go’ and I went,” then left.", ["she told me ‘go’ and I went,"]),
        ("“I met what he calls “friends” there,” she said.", ["I met what he calls “friends” there,"]),
        ("‘I read “Blue River” twice,’ she said.", ["I read “Blue River” twice,"]),
        ("The dogs’ dinner isn’t theirs, it’s Smith’s.", []),
        ("Rock 'n' roll of the '90s won't die.", []),
        ("He stands 6'2\" tall and jumps 3' 4\" high.", []),
        ('The 5" pipe broke.', []),
        ("“Never.", ["Never."]),
        ("He left.” Then silence.", []),
        ("”Fortunately, it works.”", ["Fortunately, it works."]),
    ],
)
def test_marks(paragraph: str, inner: list[str]) -> None:
    text, found = stretches(paragraph)
    assert [text[item.inner_start : item.inner_end] for item in found] == inner


def test_continued_over_paragraphs() -> None:
    _, found = stretches("“One.", "“Two.", "“Three,” she said.")
    assert [(item.closed, item.continues) for item in found] == [(False, False), (False, True), (True, True)]
    assert unclosed_warnings(found) == []


def test_unclosed_warns_and_ends_with_its_paragraph() -> None:
    text, found = stretches("She said: “One. Two.", "Three.")
    assert [text[item.start : item.end] for item in found] == ["“One. Two."]
    assert unclosed_warnings(found) == ["unclosed quotation mark at offset 10: closed where its words end"]


def test_paragraphs_without_a_gap() -> None:
    text, found = stretches("“One.” ― Ann\n“Two.” ― Ben")
    assert [text[item.start : item.end] for item in found] == ["“One.”", "“Two.”"]


def test_only_headline_and_body() -> None:
    text = "“One” he said."
    assert quoted_stretches(Document(text, (Block(0, len(text), "caption", 0),))) == []


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„`1-", max_size=120))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_ordered_stretches(text: str) -> None:
    found = quoted_stretches(Document(text, (Block(0, len(text), "body", 0),)))
    position = 0
    for item in found:
        assert position <= item.start <= item.inner_start <= item.inner_end <= item.end <= len(text)
        position = item.end


@pytest.mark.parametrize("junk", ['"', '"a ', "“", "” ", "'a ", "''", "``a'' ", "«a» ", "“a\n"])
def test_linear(junk: str, full: bool) -> None:
    def search(size: int) -> Callable[[], object]:
        text = junk * (size // len(junk))
        return lambda: quoted_stretches(Document(text, (Block(0, len(text), "body", 0),)))

    size = 400_000 if full else 50_000
    assert_growth(search(size // 4), search(size), 8, limit=size / 100_000)
