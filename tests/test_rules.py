"""Rules explain themselves: every rule has an id of its kind, prose, hits, a near miss and a sound prefilter."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import newsclaims
from newsclaims.examples import FOLDERS, Example, examples
from newsclaims.rule import Rule, by_trigger, registered, rule
from newsclaims.text.tokens import tokenize

for folder in (*FOLDERS, "syntax"):
    for module in pkgutil.iter_modules([f"{newsclaims.__path__[0]}/{folder}"]):
        importlib.import_module(f"newsclaims.{folder}.{module.name}")

RULES = registered()
EXAMPLES: dict[str, list[Example]] = {}
for folder in FOLDERS:
    for example in examples(folder):
        EXAMPLES.setdefault(example.rule, []).append(example)


@pytest.mark.parametrize("item", RULES, ids=lambda item: item.id)
def test_rule_explains_itself(item: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*)", item.id)
    assert item.kind in FOLDERS
    assert len(item.doc.split()) >= 5
    own = EXAMPLES.get(item.id, [])
    assert sum(len(example.expected) > 0 for example in own) >= 2, "at least two hits"
    assert any(not example.expected and not example.missed for example in own), "at least one near miss"


@pytest.mark.parametrize("item", [item for item in RULES if item.needs], ids=lambda item: item.id)
def test_prefilter_lets_every_hit_through(item: Rule) -> None:
    for example in EXAMPLES.get(item.id, []):
        tokens = {example.text[a:b].lower().replace("’", "'") for a, b in tokenize(example.text, 0, len(example.text))}
        assert not example.expected or tokens & item.needs, example.text


def test_every_section_names_a_rule() -> None:
    assert set(EXAMPLES) <= {item.id for item in RULES}


def test_two_rules_cannot_share_an_id() -> None:
    def other() -> None:
        """Another function."""

    other.__module__ = "elsewhere"
    with pytest.raises(ValueError, match="two rules"):
        rule(RULES[0].id)(other)


def test_triggers_lead_to_their_rules() -> None:
    index = by_trigger(RULES)
    for item in RULES:
        assert all(item in index[word] for word in item.needs)
