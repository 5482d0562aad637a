"""What the shell offers for values of options and arguments: formats, kinds, rules, paths."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress

Offer = Callable[[str], list[str]]
"""From the beginning of a word to the words that it may become."""


def one_of(*values: str) -> Offer:
    """Offer these values."""

    def offer(incomplete: str) -> list[str]:
        return [value for value in values if value.startswith(incomplete)]

    return offer


def some_of(values: Sequence[str]) -> Offer:
    """Offer these values, and behind a comma those that are not named yet."""

    def offer(incomplete: str) -> list[str]:
        before, comma, last = incomplete.rpartition(",")
        left = [value for value in values if value not in before.split(",")]
        return [before + comma + value for value in left if value.startswith(last)]

    return offer


def paths(incomplete: str) -> list[str]:
    """Offer files and folders where the shell does not do it itself, as bash does."""
    if os.environ.get("_NEWSCLAIMS_COMPLETE", "").endswith("bash"):
        return []
    folder, name = os.path.split(incomplete)
    found = []
    with suppress(OSError), os.scandir(folder or os.curdir) as entries:
        for entry in entries:
            if entry.name.startswith(name) and (name.startswith(".") or not entry.name.startswith(".")):
                found.append(os.path.join(folder, entry.name) + (os.sep if entry.is_dir() else ""))
    return sorted(found)


def rule_ids(incomplete: str) -> list[str]:
    """Offer the ids of rules."""
    from newsclaims.explain.rules import all_rules

    return [rule.id for rule in all_rules() if rule.id.startswith(incomplete)]


def kinds_of_facts(incomplete: str) -> list[str]:
    """Offer the kinds of facts and of figures."""
    from typing import get_args

    from newsclaims.model import FigureKind
    from newsclaims.pipeline import KINDS

    return [kind for kind in (*KINDS, *get_args(FigureKind)) if kind.startswith(incomplete)]
