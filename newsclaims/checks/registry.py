"""All modules of checks, imported when the first article is checked."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from newsclaims.rule import Rule, registered

MODULES = (
    "accusations", "ages", "bounds", "calendar", "changes", "complements", "conversions", "counts", "day_counts",
    "differences", "durations", "listings", "multiples", "names", "periods", "portions", "quotations", "ranges",
    "retold", "shares", "sums", "tenses", "trends", "variants",
)  # fmt: skip


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule of the checks."""
    for name in MODULES:
        import_module(f"newsclaims.checks.{name}")
    return tuple(registered("checks"))
