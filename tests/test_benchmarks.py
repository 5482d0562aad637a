"""The benchmark of speed: its texts, table and chart; nothing here is timed."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

sys.path.insert(0, str(Path(__file__).parent / "benchmarks"))

from chart import chart
from growth import KINDS, text_of
from measure_speed import BEGIN, END, README, Run, measure, records, systems, table
from systems import SYSTEMS, installed


@pytest.mark.parametrize("kind", KINDS)
def test_texts_are_as_long_as_asked_for_and_always_the_same(kind: str) -> None:
    assert len(text_of(kind, 5_000)) == 5_000
    assert text_of(kind, 5_000).startswith(text_of(kind, 1_000)[:900])


def test_a_chart_is_an_image_with_every_line_and_name() -> None:
    lines = {"news & more": [(1e3, 0.1), (1e7, 80.0)], "figures": [(1e3, 0.1), (1e6, 9.0)]}
    drawn = ElementTree.fromstring(chart("growth", "characters", "seconds", lines))
    texts = [text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert {"news & more", "figures", "1k", "10M", "0.1", "100"} <= set(texts)
    assert len(list(drawn.iter("{http://www.w3.org/2000/svg}polyline"))) == 2
    assert not re.search(r"nan|inf", ElementTree.tostring(drawn, encoding="unicode"))


def test_the_table_says_ratios_of_runs_side_by_side() -> None:
    ours = ([Run(1.0, 1.1, 50), Run(2.0, 2.2, 60)], [Run(0.1, 0.1, 30)] * 2)
    other = ([Run(4.0, 4.4, 300), Run(10.0, 9.9, 310)], [Run(1.0, 1.0, 200)] * 2)
    _, _, first, second = table({"ours": ours, "other": other}, count=10, words=3_000)
    assert first.startswith("| ours | 1.50 (1.00–2.00) | 1.00 (1.00–1.00) | 2,000 | 0.10 (0.10–0.10) | 55 |")
    assert second.startswith("| other | 7.00 (4.00–10.00) | 4.50 (4.00–5.00) | 429 |")


def test_what_is_missing_or_broken_is_passed_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert set(installed()) == set(SYSTEMS)
    word = tmp_path / "word.jsonl"
    word.write_text('{"text": "Yes."}\n')
    good, bad = [sys.executable, "-c", ""], [sys.executable, "-c", "raise SystemExit('it is broken')"]
    runs = measure({"good": good, "bad": bad}, word, word, goes=1)
    assert list(runs) == ["good"] and "bad: skipped, it is broken" in capsys.readouterr().out
    assert len(records([])) == 100 and records([str(word)]) == [{"text": "Yes."}]
    assert next(iter(systems(sys.executable, None).values()))[1:4] == ["-m", "newsclaims", "extract"]


def test_the_readme_has_a_place_for_the_table() -> None:
    text = README.read_text(encoding="utf-8")
    assert text.count(BEGIN) == text.count(END) == 1
