"""Every example of what two reports tell differently, as written in ``facts/examples.md``."""

from __future__ import annotations

import pytest

import newsclaims
from newsclaims.examples import Example, examples
from newsclaims.facts.alignment import align
from newsclaims.facts.compared import compared
from newsclaims.facts.reading import statements

CASES = list(examples("facts"))


@pytest.mark.parametrize("example", CASES, ids=lambda case: f"{case.rule}:{case.line}")
def test_example(example: Example) -> None:
    reports = [newsclaims.extract(text, date=example.date) for text in example.text.split(" || ")]
    assert len(reports) == 2
    found = compared(align([statements(report) for report in reports]), 0, 1)
    kind = example.rule.removeprefix("facts.")
    told = {item.message for pair in found for item in pair.told if item.kind == kind}
    assert told == {description for _, _, description in example.expected}


def test_every_kind_has_hits_and_a_near_miss() -> None:
    for rule in {case.rule for case in CASES}:
        cases = [case for case in CASES if case.rule == rule]
        assert any(case.expected for case in cases) and not all(case.expected for case in cases), rule
