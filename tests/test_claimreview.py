"""Skeletons of fact checks as JSON-LD: claims that stand alone and are worth checking, with who makes them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from program import run_text

import newsclaims
from newsclaims.wording.claimreview import claim_reviews
from newsclaims.wording.ranking import claims_first

TEXT = (
    "Unemployment fell to 4.1% in March from 4.4% a year earlier, Anna Bell said. The council met on Thursday.\n\n"
    "We were happy. What a wonderful evening!"
)


def reviews(text: str = TEXT, least: float = 0.5) -> list[dict[str, Any]]:
    return claim_reviews(newsclaims.extract(text, date="2025-11-06", title="Jobs"), least)


def test_a_review_has_the_claim_and_its_speaker() -> None:
    first = reviews()[0]
    assert first["@type"] == "ClaimReview"
    assert first["claimReviewed"].startswith("Anna Bell said that unemployment fell to 4.1% in March 2025")
    assert first["itemReviewed"]["author"] == {"@type": "Person", "name": "Anna Bell"}
    assert first["itemReviewed"]["datePublished"] == "2025-11-06"
    assert first["itemReviewed"]["appearance"]["headline"] == "Jobs"
    assert first["reviewRating"]["ratingValue"] == ""


def test_what_does_not_stand_alone_or_is_not_worth_it_is_left_out() -> None:
    assert not any("happy" in review["claimReviewed"] for review in reviews(least=0.0))
    assert len(reviews(least=0.0)) >= len(reviews(least=0.5)) > len(reviews(least=1.0)) == 0


def test_what_is_told_twice_stands_once() -> None:
    claims = claims_first(newsclaims.extract(f"{TEXT}\n\n{TEXT}", date="2025-11-06"), 0.0)
    told = [claim.standalone for claim, _ in claims]
    assert len(told) == len(set(told))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return run_text("extract", "-f", "claimreview", *arguments)


def test_the_output_is_one_document(tmp_path: Path) -> None:
    for name, text in (("a", "What a wonderful evening!"), ("b", TEXT), ("c", TEXT)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    found = json.loads(run(str(tmp_path), "--date", "2025-11-06").stdout)
    assert found["@context"] == "https://schema.org"
    assert {review["itemReviewed"]["appearance"]["identifier"] for review in found["@graph"]} == {"b", "c"}
    assert json.loads(run(str(tmp_path / "a.txt")).stdout)["@graph"] == []
    assert json.loads(run(str(tmp_path), "--min-worthiness", "1").stdout)["@graph"] == []
    assert run(str(tmp_path / "none.txt")).stdout == ""


def test_the_threshold_is_for_this_format_only(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert run(str(path), "--min-worthiness", "2").returncode == 2
    assert run(str(path), "-f", "json", "--min-worthiness", "0.5").returncode == 2
