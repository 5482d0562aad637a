"""``extract --why``: every item says which words its parts matched."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import newsclaims
from newsclaims.output.why import why

SAMPLES = Path(__file__).parent.parent / "samples"
TEXT = 'The bridge closed on Tuesday, November 4, 2025. "It is not safe," Anna Bell told reporters in the town.'


def test_parts_are_words_of_the_text() -> None:
    article = newsclaims.extract(TEXT)
    found = why(article)
    assert {item.id for item in (*article.claims, *article.quotes, *article.dates)} <= found.keys()
    for item in found.values():
        for part in (*item["parts"], *item["lost"]):
            assert TEXT[part["start"] : part["end"]] == part["text"]
    quote = found["q1"]
    assert {part["part"] for part in quote["parts"]} >= {"content", "cue", "speaker"}
    assert quote["rule"].startswith("quotes.") and quote["says"]


def test_shorter_dates_lost() -> None:
    article = newsclaims.extract(TEXT)
    date = next(item for item in article.dates if "November" in item.text)
    assert {part["text"] for part in why(article)[date.id]["lost"]} & {"Tuesday", "November 4", "2025", "November"}


def test_command() -> None:
    command = [sys.executable, "-m", "newsclaims", "extract", "--why", str(SAMPLES / "cup-final.txt")]
    record = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert record["why"]["c1"]["rule"] == record["claims"][0]["rule"]
    wrong = subprocess.run([*command, "--format", "csv"], capture_output=True, check=False)
    assert wrong.returncode == 2
