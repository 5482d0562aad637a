"""Processor time in seconds of a reference machine, and assertions on it that a busy machine cannot break.

A slow or shared machine stretches every measurement, and stretches it differently from one moment to the next.
So a fixed loop is timed right beside the work, and of several goes the least counts.  Neither lets pass what is
really slow: the loop's time does not depend on this package, and work that takes too long takes too long in every go.
"""

from __future__ import annotations

import gc
import re
import statistics
import time
from collections.abc import Callable

REFERENCE = 0.010
"""Seconds that the loop takes on the reference machine, one core of a current desktop."""

GOES = 5
"""Most goes; the first one that is quick enough is the last."""

_WORD = re.compile(r"(?:[A-Z][a-z]++ )?(\w++)[,.]?\s")
_TEXT = "Ann Smith said that 24 of the 300 houses were sold in May, and the rest later. " * 60


def _loop() -> int:
    """Do what this package does most of the time: match, slice, look up, add."""
    counts: dict[str, int] = {}
    for _ in range(40):
        for found in _WORD.finditer(_TEXT):
            word = found.group(1).lower()
            counts[word] = counts.get(word, 0) + len(word)
    return sum(counts.values())


def once(work: Callable[[], object]) -> float:
    """Return the processor seconds of one go on this machine.

    What lives already is frozen: going through the word tables again for every go takes longer than most of the work.
    """
    gc.collect()
    gc.freeze()
    start = time.process_time()
    work()
    return time.process_time() - start


def slowness() -> float:
    """Return how many times slower than the reference machine this one is now, at least 1."""
    return max(statistics.mean(once(_loop) for _ in range(4)) / REFERENCE, 1.0)


def reference_seconds(work: Callable[[], object]) -> float:
    """Return the processor seconds that one go would have taken on the reference machine."""
    before = slowness()
    spent = once(work)
    return spent * 2 / (before + slowness())


def assert_within(limit: float, work: Callable[[], object]) -> None:
    """Assert that work takes at most ``limit`` processor seconds of the reference machine."""
    if once(work) <= limit:  # then all the more on the reference machine, which this one counts as no faster than
        return
    spent = []
    for _ in range(GOES):
        spent.append(reference_seconds(work))
        if spent[-1] <= limit:
            return
    raise AssertionError(f"took {min(spent):.3f} s of the reference machine, {limit:.3f} s were allowed")


def assert_growth(
    small: Callable[[], object], large: Callable[[], object], most: float, floor: float = 0.004, limit: float = 1e9
) -> None:
    """Assert that ``large`` takes at most ``most`` times as long as ``small``, which counts as ``floor`` s at least.

    It must also take no longer than ``limit`` seconds of the reference machine; what is quick enough runs once.
    """
    least, grown = float("inf"), float("inf")
    for _ in range(GOES):
        least, grown = min(least, once(small)), min(grown, once(large))
        if grown <= most * max(least, floor):
            if grown > limit:
                assert_within(limit, large)
            return
    raise AssertionError(f"{least:.3f} s became {grown:.3f} s, {grown / max(least, floor):.1f} times as much")
