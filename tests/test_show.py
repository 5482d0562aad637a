"""``show`` and ``check`` at a terminal: safe, inside its columns, with and without colour."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from program import run_text
from stopwatch import assert_growth, assert_within

import newsclaims
from newsclaims.checks import check
from newsclaims.terminal.article import article_lines, render
from newsclaims.terminal.page import Page, columns, cut, table, wrapped
from newsclaims.wording.claims import claim_cells, told
from newsclaims.wording.ranking import worth_first
from newsclaims.wording.statements import listed_quotes, said_words

SAMPLES = Path(__file__).parent.parent / "samples"
SGR = re.compile(r"\x1b\[[0-9;]*m")
HOSTILE = (
    "The \x1b[2Jmayor \x1b]0;title\x07said \x1b]8;;http://e\x1b\\link\x1b]8;;\x1b\\ \x9b31m [bold]x[/bold] [/] :smile: "
    "\u202egnihton\u202c and \x00 paid $5 million on Monday.\n\n“It \x1bP q \u200bis \ufeff fine,” Anna \x7fBell said."
)


def shown(text: str, width: int = 80, color: bool = False) -> list[str]:
    return list(article_lines(check(newsclaims.extract(text, date="2025-11-13")), Page(width, color)))


@pytest.mark.parametrize("color", [False, True])
def test_nothing_in_an_article_acts_on_the_terminal(color: bool) -> None:
    written = "\n".join(shown(HOSTILE, color=color))
    plain = SGR.sub("", written) if color else written
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\ufeff]", plain)
    assert "␛" in plain and "<U+202E>" in plain
    assert "[bold]x[/bold]" in plain and ":smile:" in plain


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("color", [False, True])
def test_lines_stay_inside_the_columns(width: int, color: bool) -> None:
    for name in ("valley-flood", "markets-close"):
        for line in shown((SAMPLES / f"{name}.txt").read_text(encoding="utf-8"), width, color):
            assert columns(SGR.sub("", line)) <= width


def test_long_words_and_wide_characters_wrap() -> None:
    for line in shown("A" * 500 + " paid $5 million. " + "新聞" * 200, 80):
        assert columns(line) <= 80
    assert [columns(line) for line in wrapped("新" * 10, 8)] == [8, 8, 4]
    assert cut("新聞新聞", 5) == "新聞…"


def test_colours_end_with_their_line() -> None:
    for line in shown((SAMPLES / "valley-flood.txt").read_text(encoding="utf-8"), 80, color=True):
        codes = SGR.findall(line)
        assert not codes or codes[-1] == "\x1b[0m"


def test_text_is_kept_word_for_word() -> None:
    text = (SAMPLES / "cup-final.txt").read_text(encoding="utf-8")
    lines = SGR.sub("", "\n".join(shown(text, 80, color=True)))
    assert " ".join(text.split()) in " ".join(lines.split())


def test_only_and_who_limit_the_tables() -> None:
    article = newsclaims.extract((SAMPLES / "payments-outage.txt").read_text(encoding="utf-8"))
    every = "\n".join(article_lines(article, Page()))
    assert "WHO SAID WHAT" in every and "FIGURES" in every and "TIME LINE" in every
    quotes = "\n".join(article_lines(article, Page(), ("quotes", "entities"), "Holm", text=False))
    assert "WHO SAID WHAT" in quotes and "FIGURES" not in quotes
    assert "No name in this article matches “␛x”." in article_lines(article, Page(), who="\x1bx")
    assert "No customer data was lost" in " ".join(quotes.split()) and "Lars Bitsch" not in quotes


def test_tables_are_capped() -> None:
    lines = table(Page(), [("a", "b")] * 1000, (3, 0))
    assert len(lines) == 201
    assert lines[-1] == " … and 800 more"


def test_columns_fit_their_words_and_the_page() -> None:
    rows = [("Anna", "", "x " * 60), ("Bo", "", "y")]
    assert table(Page(60), rows, (20, 10, 0))[0].startswith(" Anna  x x x")  # no wider than "Anna", nothing for ""
    narrow, wide = (len(table(Page(width), [("word " * 12, "x " * 300)], (18, 0))) for width in (80, 120))
    assert wide < narrow


def cells(text: str) -> list[tuple[str, str, str, str]]:
    article = newsclaims.extract(text, date="2025-11-13")
    names = {entity.id: entity for entity in article.entities}
    dates = {item.id: item for item in article.dates}
    return [claim_cells(claim, names, dates) for claim, _ in told(article)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norvane severed diplomatic ties with Estrel on Monday.",
         ("Norvane", "severed", "diplomatic ties with Estrel on Monday", "10 Nov 2025")),
        ("Hundreds of passengers were stranded in Port Lanai.",
         ("Hundreds of passengers", "were stranded", "in Port Lanai", "")),
        ("The bridge was damaged by a storm in February.",
         ("The bridge", "was damaged", "by a storm in February", "Feb 2025")),
        ("The company will not close the plant.", ("The company", "will not close", "the plant", "")),
        ("Nobody saw the driver.", ("Nobody", "saw", "the driver", "")),
    ],
)  # fmt: skip
def test_claims_read_like_their_sentences(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in cells(text)


def test_pronouns_are_shown_by_name() -> None:
    found = cells("Anna Bell joined the council in 2019. She opposed the bypass. Police later arrested her in Oslo.")
    assert ("Anna Bell", "opposed", "the bypass", "") in found
    assert ("Police", "later arrested", "Anna Bell in Oslo", "") in found


def test_purposes_do_not_stand_twice() -> None:
    article = newsclaims.extract("Soldiers raided the embassy in Quito to seize a former minister.")
    names = {entity.id: entity for entity in article.entities}
    shown = [claim_cells(claim, names, {})[1:3] for claim, _ in told(article)]
    assert shown == [("raided", "the embassy in Quito to seize a former minister")]
    assert len(told(article, every=True)) == 2


STATEMENTS = (
    "Anna Bell denied the accusations.\n\nAnna Bell said that the road was safe. "
    "“We tested it,” she said, “twice a day.”"
    "\n\nThe council rejected the plan. Bo Lind seeks a recount. The clerk said the vote was held on 4 May 2025."
)


def test_speech_and_deeds_stand_in_their_own_tables() -> None:
    article = newsclaims.extract(STATEMENTS)
    said = [said_words(quote, article.text) for quote in listed_quotes(article)]
    assert said[:2] == ["that the road was safe", "“We tested it,” … “twice a day.”"]
    assert not {"the accusations", "the plan", "a recount"} & set(said)
    names = {entity.id: entity for entity in article.entities}
    deeds = [(claim_cells(claim, names, {})[:3], reporter) for claim, reporter in told(article)]
    assert (("Anna Bell", "denied", "the accusations"), "") in deeds
    assert (("The council", "rejected", "the plan"), "") in deeds
    # what is reported is repeated where the table adds the day
    assert (("the vote", "was held", "on 4 May 2025"), "The clerk") not in deeds
    assert (("the vote", "was held", "on 4 May 2025"), "the clerk") in deeds
    assert not any("road" in cells[0] or cells[1] == "said" for cells, _ in deeds)


def test_few_sentences_come_first() -> None:
    for path in sorted(SAMPLES.glob("*.txt")):
        article = newsclaims.extract(path.read_text(encoding="utf-8"))
        first = worth_first(article)
        assert 1 <= len(first) <= 5 and len(first) <= 1 + len(article.sentences) / 4
        assert not any(sentence.part in ("headline", "caption") for sentence in first)


def test_long_tables_say_how_to_see_all() -> None:
    text = "\n\n".join(f"Company number {number} paid $5 million to Norvane on Monday." for number in range(100))
    article = newsclaims.extract(text, date="2025-11-13")
    lines = list(article_lines(article, Page(), text=False))
    assert " … 70 more, --only claims shows all" in lines
    every = list(article_lines(article, Page(), ("claims",), text=False))
    assert not any("more" in line for line in every)
    assert sum(line.startswith(" Company number ") for line in every) == 100


def test_rendering_is_linear_and_fast() -> None:
    text = (SAMPLES / "valley-flood.txt").read_text(encoding="utf-8")
    small, large = (newsclaims.extract(f"{text}\n\n" * times) for times in (2, 8))
    assert_growth(lambda: render(small), lambda: render(large), 8)
    assert_within(0.3, lambda: render(small))


def test_show_is_plain_in_a_pipe_and_coloured_on_demand() -> None:
    path = str(SAMPLES / "fishing-accord.txt")
    plain = run_text("show", path)
    assert plain.returncode == 0
    assert "\x1b" not in plain.stdout
    assert "{14,000 tonnes" in plain.stdout
    assert "\x1b[35m14,000" in run_text("show", path, "--color", "always").stdout


def test_check_exit_codes(tmp_path: Path) -> None:
    good = str(SAMPLES / "cup-final.txt")
    text = Path(good).read_text(encoding="utf-8")
    bad = tmp_path / "bad.txt"
    bad.write_text(text.replace("Sunday, May 25", "Monday, May 25"), encoding="utf-8")
    assert run_text("check", good, "--fail-on-findings").returncode == 0
    assert run_text("check", str(bad)).returncode == 0
    found = run_text("check", str(bad), "--fail-on-findings")
    assert found.returncode == 3
    assert "25 May 2025 was a Sunday" in found.stdout and "checks.weekday-date" in found.stdout
    assert run_text("check", str(tmp_path / "none")).returncode == 2
    assert run_text("check", good, str(tmp_path / "none")).returncode == 1
    assert run_text("check", good, "--format", "xml").returncode == 2
