"""``--only`` leaves out what nobody asked for and weakens nothing: what is left is what the whole run has."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclaims.links import Facts, limit
from newsclaims.model import Article
from newsclaims.pipeline import KINDS, run

SAMPLES = Path(__file__).parent.parent / "samples"
NAMES = ("fishing-accord", "island-election", "cup-final", "rail-strike")


def facts(article: Article) -> Facts:
    return Facts(*map(list, (article.entities, article.claims, article.quotes, article.dates, article.figures)))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_left_is_what_the_whole_run_has(name: str) -> None:
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    whole = run(text)
    for only in [(kind,) for kind in KINDS] + [("quotes", "dates"), ("claims", "figures")]:
        part, expected = run(text, only=only), limit(facts(whole), only)
        for kind in KINDS:
            assert getattr(part, kind) == tuple(getattr(expected, kind)), (only, kind)
            if kind in only:
                assert getattr(part, kind) == getattr(whole, kind), (only, kind)


def test_only_what_the_wanted_items_name_comes_with_them() -> None:
    text = "Ada Stone met Bo Reed in Lima. “It cost $5 million,” Ada Stone said on Monday. Cy Vance rose 3 percent."
    whole, part = run(text, date="2025-11-06"), run(text, date="2025-11-06", only=("quotes",))
    assert {entity.name for entity in whole.entities} > {entity.name for entity in part.entities} == {"Ada Stone"}
    assert part.quotes == whole.quotes and not (part.claims or part.dates or part.figures)
    claims = run(text, date="2025-11-06", only=("claims",))
    assert claims.claims == whole.claims
    named = {id for claim in claims.claims for id in (*claim.dates, *claim.figures, claim.quote) if id}
    assert named == {item.id for item in (*claims.dates, *claims.figures, *claims.quotes)} != set()


def test_days_in_quotes_are_those_of_the_speaker() -> None:
    text = "“I leave today,” Ada Stone said on 3 May 2024. Profit fell by 3 percent."
    (left, said) = run(text, date="2024-05-08", only=("dates",)).dates
    assert (left.value, said.value) == ("2024-05-03", "2024-05-03")
    assert run(text, date="2024-05-08").dates == (left, said)


def test_kept_claims_alone_keep_what_they_name() -> None:
    text = (SAMPLES / "fishing-accord.txt").read_text(encoding="utf-8")
    sure, all_ = run(text, only=("claims",), min_confidence=0.8), run(text, only=("claims",))
    assert 0 < len(sure.claims) < len(all_.claims)
    assert len(sure.entities) <= len(all_.entities)
    expected = limit(facts(sure), ("claims",))
    assert [e.id for e in sure.entities] == [e.id for e in expected.entities]
