"""``rules`` and ``explain`` know every rule, and say what its examples say."""

from __future__ import annotations

import pytest
from program import run_text

from newsclaims.explain.rules import all_rules, explain_lines, first_sentence, named, rule_lines, worth_lines
from newsclaims.rule import Rule
from newsclaims.terminal.page import Page


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_every_rule_can_be_explained(rule: Rule) -> None:
    lines = list(explain_lines(Page(), rule))
    assert lines[0] == rule.id
    assert "EXAMPLES" in lines
    assert any("→" in line for line in lines)


def test_the_list_names_every_rule() -> None:
    listed = "\n".join(rule_lines(Page(200)))
    assert all(rule.id in listed for rule in all_rules())
    assert {line.split(".")[0].strip() for line in rule_lines(Page(200), "checks")} == {"checks"}


def test_first_sentences_are_short() -> None:
    for rule in all_rules():
        assert 3 <= len(first_sentence(rule).split()) <= 60, rule.id


def test_rules_are_found_by_their_short_names() -> None:
    found = named("weekday-date")
    assert found is not None and found.id == "checks.weekday-date"
    assert named("no-such-rule") is None


def test_a_sentence_of_nothing_and_one_in_another_language() -> None:
    for nothing in ("", " \n"):
        refused = run_text("explain", "--sentence", nothing)
        assert refused.returncode == 2 and "--sentence has no words" in refused.stderr
    shown = run_text("explain", "--sentence", "Le président a dit qu’il ne partirait pas avant mardi.").stdout
    assert "Note: this is no English prose" in shown
    assert "Note:" not in run_text("explain", "--sentence", "He said that she knew it works.").stdout


def test_terms_of_a_sentence() -> None:
    lines = list(worth_lines(Page(), "Unemployment fell to 4.1 percent."))
    assert float(lines[0].split()[0]) > 0.5
    assert any("ECONOMY" in line for line in lines)


def test_commands() -> None:
    assert "checks.sum-list" in run_text("rules", "--kind", "checks").stdout
    assert "not fall" in run_text("explain", "checks.weekday-date").stdout
    wrong = run_text("explain", "checks.weekday-dat")
    assert wrong.returncode == 2 and "checks.weekday-date" in wrong.stderr
    assert run_text("explain").returncode == 2
    assert run_text("rules", "--kind", "news").returncode == 2


def test_a_sentence_is_shown_as_it_is_read() -> None:
    text = "The bridge fell, said Ann Reed, who took \x1b[31m$2 million on May 3."
    shown = run_text("explain", "--sentence", text).stdout
    flat = " ".join(shown.split())
    for part in (
        "said/VBD",
        "[noun Ann Reed]",
        "rel who:",
        "figure $2 million = 2000000 USD",
        "claims.inverted-subject",
    ):
        assert part in flat, part
    assert "quotes.clause-cue-source" in flat and "claims.inverted-subject" in flat and "\x1b" not in shown
    assert all(len(line) <= 80 for line in shown.split("\n"))
    assert "CLAUSES" in run_text("explain", "--sentence", "(((").stdout


def test_inner_clauses_stand_below_outer_ones() -> None:
    lines = run_text("explain", "--sentence", "He said that she knew it works.").stdout.split("\n")
    first = [line for line in lines if line.lstrip().startswith(("main: ", "that: "))]
    assert [len(line) - len(line.lstrip()) for line in first] == [0, 2, 4]
