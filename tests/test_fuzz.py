"""A few seconds of the fuzzer; ``python tests/fuzz --minutes 10`` tries other texts for as long as one likes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from fuzz.held import COMMANDS, Broken, call, hold
from fuzz.splices import DAYS, articles, splice
from test_schema import check

import newsclaims
from newsclaims.checks import check as find_checks

HERE = Path(__file__).parent


@pytest.mark.parametrize("seed", range(0, 240, 20))
def test_spliced_articles(seed: int, tmp_path: Path, full: bool) -> None:
    for one in range(seed, seed + (20 if full else 2)):
        hold(one, tmp_path, len(COMMANDS) if full else 2)


@pytest.mark.parametrize("day", [day for day in DAYS if day])
def test_the_first_and_the_last_days(day: str, tmp_path: Path) -> None:
    """Every date that the samples and examples name, beside days whose neighbours no calendar has."""
    text = "On Tuesday November 9, next year, a decade ago and last week he spoke of Ramadan. " * 2
    for one in (text, articles()[0], articles()[len(articles()) // 2], articles()[-1]):
        check(one, find_checks(newsclaims.extract(one, date=day)))
    path = tmp_path / "a.txt"
    path.write_text(text)
    for words in (("check",), ("show",), ("report", "-o", "-"), ("compare", str(path)), ("extract", "--why")):
        code, _, said = call(*words, str(path), "--date", day)
        assert (code, said) == (0, "")


def test_paragraphs_may_end_anywhere() -> None:
    """A text that ends behind any word of an example: what looks at the next word must see that there is none."""
    for article in articles()[-60::4]:
        words = article.split(" ")
        text = "\n\n".join(" ".join(words[max(0, end - 9) : end]) for end in range(1, min(len(words), 40)))
        check(text, newsclaims.extract(text, date="2025-11-06"))
    newsclaims.extract("The paper describes the deals as")


def test_every_sentence_holds_what_names_it() -> None:
    """A cue in one sentence of a line and its content in the next: the quote is of the second."""
    text = "The minister asked: Why now? “We cannot wait,” he said. “Nobody can. It is late,” Ann Smith told us."
    for one in (text, *articles()[::10]):
        check(one, find_checks(newsclaims.extract(one, date="2025-11-06")))


def test_splices_are_made_alike_and_a_break_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert splice(5) == splice(5)
    assert len({splice(seed)[0] for seed in range(50)}) > 45
    monkeypatch.setattr("fuzz.held.SECONDS", 0.0)
    with pytest.raises(Broken, match="took"):
        hold(5, tmp_path, 1)
    monkeypatch.undo()
    done = subprocess.run(
        [sys.executable, str(HERE / "fuzz"), "--minutes", "0", "--seed", "5"], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout == b"1 texts, 0 broken\n"
