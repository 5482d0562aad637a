"""Errors planted by rule in the samples: they are found, their right twins are not flagged, and the script says so."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from newsclaims.learn import measure_plants

SAMPLES = Path(__file__).parent.parent / "samples"


def test_planted_errors_are_found_and_their_twins_are_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (Path(__file__).parent / "planted" / "hospital.txt", SAMPLES / "valley-flood.txt"):
        shutil.copy(path, tmp_path)
    measure_plants.main([str(tmp_path), "2025-11-13", "all"])
    printed = capsys.readouterr().out
    found, of, tried = next(line for line in printed.splitlines() if "planted errors found" in line).split(" ")[:3]
    assert of == "of"
    assert int(tried) >= 25
    assert int(found) >= 0.7 * int(tried), printed
    assert "FLAGGED" not in printed
    assert "0 findings in 2 untouched articles" in printed
