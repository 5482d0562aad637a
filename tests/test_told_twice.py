"""Invented stories told by two outlets, of one half of which nothing was learned: floors under what compare finds.

``python -m newsclaims.learn.measure_compare tests/told_twice/kept`` prints the measures, planted contradictions too.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from newsclaims.learn.measure_compare import main as measure

FOLDER = Path(__file__).parent / "told_twice"
FLOORS = {  # in per cent; below the last measured ones, since a story or two decide
    "told alike, right": 85,
    "shared statements, paired": 50,
    "near misses, not flagged": 90,
}


@pytest.mark.parametrize("half", ["tuned", "kept"])
def test_stories_told_twice(half: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (FOLDER / half).iterdir():
        if path.name != "plants.tsv":  # which take long
            shutil.copy(path, tmp_path)
    measure([str(tmp_path)])
    found = {name: int(share) for name, share in re.findall(r"^(.+): .*\((\d+) %\)", capsys.readouterr().out, re.M)}
    assert {name: found.get(name, 0) for name, floor in FLOORS.items() if found.get(name, 0) < floor} == {}
