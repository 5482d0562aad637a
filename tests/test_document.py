"""Article structure: which lines are the story, and which are not."""

from __future__ import annotations

import pytest

import newsclaims
from newsclaims.text.document import read_document

STORY = "The council voted on Monday to close the bridge. Repairs will take a year."


def parts(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(block.part, text[block.start : block.end]) for block in read_document(text, title).blocks]


def part_of(line: str) -> str:
    """Return the part of a line between two paragraphs of a story."""
    text = f"{STORY}\n\n{line}\n\n{STORY}"
    (found,) = [block for block in read_document(text).blocks if block.start == len(STORY) + 2]
    return found.part


def test_whole_article() -> None:
    text = (
        "Bridge to close for a year\n\nBy Ann Smith and Omar de la Cruz, Staff Writers\n\nNovember 6, 2025\n\n"
        "A view of the bridge on Monday. REUTERS/Jo Doe/File Photo\n\n"
        f"LIMA, Nov 6 (Reuters) - {STORY}\n\n{STORY}\n\n"
        "Additional reporting by Kim Lee; Editing by Al Roe\n\nSource: Reuters"
    )
    assert [part for part, _ in parts(text)] == [
        "headline", "byline", "dateline", "caption", "credit", "dateline", "body", "body", "credit", "credit",
    ]  # fmt: skip
    assert read_document(text).title == "Bridge to close for a year"
    article = newsclaims.extract(text)
    assert {article.sentences[claim.sentence].part for claim in article.claims} <= {"headline", "body"}
    assert {article.sentences[quote.sentence].part for quote in article.quotes} <= {"headline", "body"}


@pytest.mark.parametrize(
    "dateline",
    [
        "LIMA, Nov 7 (Reuters) -", "LIMA (AP) —", "WASHINGTON —", "NEW YORK, Nov. 7, 2025 /PRNewswire/ --",
        "Paris (AFP) –", "Indianapolis –", "New Delhi —", "Hyderabad:",
        "SALT LAKE CITY, Utah, Nov. 7 (UPI) --", "London, 7 November 2025 (dpa) -", "ST. PAUL, Minn. —",
        "RIO DE JANEIRO -", "LIMA, Peru (AP) _", "O'HARA, Peru (AP)_",
        "HEMPSTEAD, N.Y., Sept. 26 (UPI) —", "BEIJING, Nov. 7 (Xinhua) --",
    ],
)  # fmt: skip
def test_datelines(dateline: str) -> None:
    assert parts(f"{dateline} {STORY}") == [("dateline", dateline), ("body", STORY)]


def test_what_is_no_city_or_goes_on_small_is_no_dateline() -> None:
    for line in ("London – the capital – was hit by a storm on Monday night.", "Justice – It was late on Monday."):
        assert parts(line) == [("body", line)]


def test_city_with_colon_in_a_list_is_no_dateline() -> None:
    assert parts("London: Saturday, 3pm\n\nParis: Sunday, 2pm")[0][0] == "body"


def test_sentence_that_ends_in_a_quotation_is_no_headline() -> None:
    opening = "Shares slid Thursday after the firm cut its outlook, citing a “challenging environment.”"
    assert parts(f"{opening}\n{STORY}")[0] == ("body", opening)
    assert parts(f"Mayor Calls Plan “A Disgrace.”\n\n{STORY}")[0][0] == "headline"


def test_label_with_colon_is_a_dateline_unless_it_is_a_transcript() -> None:
    assert parts(f"ISLAMABAD: {STORY}")[0] == ("dateline", "ISLAMABAD:")
    assert parts(f"WALLACE: {STORY}\n\nBIDEN: {STORY}")[0][0] == "body"
    assert parts(f"BREAKING: {STORY}")[0][0] == "body"


@pytest.mark.parametrize(
    "opening",
    [
        "NATO said",
        "The White House -",
        "Mr. Smith (Labour) said",
        "A - B",
        "He — and she —",
        "U.S. stocks fell - again",
    ],
)
def test_no_dateline(opening: str) -> None:
    assert parts(f"{opening} {STORY}")[0][0] == "body"


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Source: Reuters", "credit"),
        ("He is a strategist at Credit Suisse.", "body"),
        ("The artist has sued Getty Images.", "body"),
        ("Written by Rodney Mbua", "byline"),
        ("Additional reporting by Kim Lee", "credit"),
        ("(Reporting by Kim Lee; Editing by Al Roe)", "credit"),
        ("Follow us on Twitter", "credit"),
        ("Follow Kim Lee on X @kimlee", "credit"),
        ("FILE - The bridge is seen on May 3, 2024.", "caption"),
        ("FILE PHOTO: The bridge is seen.", "caption"),
        ("Photo: Kim Lee", "credit"),
        ("(AP Photo/Kim Lee)", "credit"),
        ("Bloomberg via Getty Images", "credit"),
        ("Published: 6 November 2025", "byline"),
        ("READ MORE: Why bridges close", "credit"),
        ("© 2025 The Daily", "credit"),
        ("Monday, 3 November 2025", "dateline"),
        ("This website uses cookies to give you the best service.", "credit"),
        ("We use cookies. By staying here you accept them.", "credit"),
        ("Get the latest news in your inbox every day.", "credit"),
        ("Your browser does not support the video tag.", "credit"),
        ("WATCH: The bridge is closed by police", "credit"),
        ("Copyright 2025 The Daily", "credit"),
        ("Copyright law is old, she said.", "body"),
        ("Cookies were sold at the bridge, she said.", "body"),
        ("Watch sales fell 5% in May, she said.", "body"),
        ("Published polls give her a lead of 5 points, people said.", "body"),
        ("By Monday evening, 300 people had signed.", "body"),
        ("Sources said the bridge would close.", "body"),
        ("The survey was done by Reuters/Ipsos.", "body"),
        ("He told The Associated Press.", "body"),
        ("Follow the money, she said.", "body"),
        ("More than 300 people were there.", "body"),
    ],
)
def test_lines(line: str, part: str) -> None:
    assert part_of(line) == part


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Man finds lost treasure in attic of old school", "credit"),
        ("Man Finds Treasure in Attic", "headline"),
        ("A long way home", "headline"),
        ("UP NEXT", "headline"),
        ("Harford 4, Lowton 1", "body"),
        ("Ann Reed: theft, fraud, two warrants, held on bond", "body"),
        ("- a bridge that nobody has used since May", "body"),
        ("The council has three plans for the bridge:", "body"),
        ("The council has plans for the bridge.", "body"),
        ("Repairs", "body"),
    ],
)
def test_lines_between_paragraphs(line: str, part: str) -> None:
    assert part_of(line) == part
    assert parts(f"{STORY}\n\n{STORY}\n\n{line}")[-1][0] == ("headline" if line.isupper() else "body")


@pytest.mark.parametrize(
    "text", [STORY, "Peru severed ties", "By Ann Smith", "Source: Reuters", "He won.\n\nShe lost."]
)
def test_no_false_headline(text: str) -> None:
    assert all(part == "body" for part, _ in parts(text))
    assert read_document(text).title is None


def test_title_of_the_record_marks_the_headline() -> None:
    text = f"Bridge to close, council says.\n\n{STORY}"
    assert parts(text)[0][0] == "body"
    assert parts(text, "Bridge to close, council says")[0][0] == "headline"
    assert parts(text, "Bridge to Close, Council Says | The Daily")[0][0] == "headline"
    assert read_document(text, "Another").title == "Another"


def test_hard_wraps_are_one_paragraph() -> None:
    text = (
        "Bridge to close\n\nThe council voted on Monday to close the old\nbridge over the river after engineers found\n"
        "cracks in two of its pillars. Repairs will\ntake a year.\n\n"
        "A second paragraph, also wrapped at the same\nwidth, follows it.\n"
    )
    assert [part for part, _ in parts(text)] == ["headline", "body", "body"]
    article = newsclaims.extract(text)
    assert [article.text[s.start : s.end].replace("\n", " ") for s in article.sentences][-1].startswith("A second")
    assert len(article.sentences) == 4


def test_single_line_breaks_part_long_paragraphs() -> None:
    text = f"Bridge to close\n{STORY} {STORY}\n{STORY}\n{STORY} {STORY}"
    assert [part for part, _ in parts(text)] == ["headline", "body", "body", "body"]


def test_bullets_are_blocks() -> None:
    text = (
        f"{STORY}\n\n- The bridge closes on Monday\n- Buses take another way\n• Repairs take a year\n1. Walk\n2. Swim"
    )
    assert len(parts(text)) == 6


@pytest.mark.parametrize("separator", ["\r\n", "\r", "\x85", "\u2028", "\x0b", "\x0c"])
def test_line_separators_are_alike(separator: str) -> None:
    text = f"Bridge to close\n\nBy Ann Smith\n\n{STORY}\n\n{STORY}\n\nSource: Reuters"
    assert parts(text.replace("\n", separator)) == parts(text)


def test_empty_texts() -> None:
    for text in ("", " \n\t\r\n ", "\ufeff"):
        assert len(parts(text)) == (1 if text == "\ufeff" else 0)
