"""The samples' whole output, as committed beside them; ``pytest --update-golden`` writes it anew."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import newsclaims
from newsclaims.checks import check
from newsclaims.formats.json import json_text

SAMPLES = Path(__file__).parent.parent / "samples"
TEXTS = sorted(SAMPLES.glob("*.txt"))


def output(path: Path) -> bytes:
    article = newsclaims.extract(path.read_text(encoding="utf-8"), id=path.stem)
    return json_text(check(replace(article, source=f"samples/{path.name}")))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_sample(path: Path, update_golden: bool) -> None:
    expected = path.with_suffix(".json")
    found = output(path)
    if update_golden:
        expected.write_bytes(found)
    assert json.loads(found) == json.loads(expected.read_bytes())


def test_every_expected_output_has_its_sample() -> None:
    assert {path.stem for path in SAMPLES.glob("*.json")} == {path.stem for path in TEXTS}
