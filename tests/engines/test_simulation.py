"""The simulation of a cluster adds up where the answer is known, and says what it must where it is not."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

from generate import articles
from simulate_cluster import Cluster, best, simulate, table

QUIET = Cluster(articles=100_000, workers=10, article=0.02, shard=0.0, deaths=0.0, slow=0.0, poison=0.0)


def test_without_trouble_it_is_a_division() -> None:
    found = simulate(QUIET, 100)
    assert found.seconds == pytest.approx(100_000 * 0.02 / 10)
    assert (found.wasted, found.lost) == (0, 0)
    assert simulate(replace(QUIET, shard=1.0), 100).wasted == pytest.approx(1_000)
    assert simulate(replace(QUIET, slow=1.0, slowness=3.0), 100).seconds == pytest.approx(3 * found.seconds)


def test_trouble_costs_and_no_article_is_lost() -> None:
    quiet = simulate(QUIET, 5_000)
    deadly = simulate(replace(QUIET, deaths=20.0), 5_000)
    assert deadly.lost > 0
    assert deadly.busy - deadly.wasted == pytest.approx(quiet.busy)
    poisoned = simulate(replace(QUIET, poison=20.0), 5_000)
    assert poisoned.busy > quiet.busy
    assert poisoned.busy - poisoned.wasted == pytest.approx(quiet.busy)


def test_the_best_size_lies_between_and_falls_with_the_trouble() -> None:
    cluster = replace(QUIET, articles=400_000, workers=40, shard=0.15, deaths=2.0, slow=0.1, poison=5.0)
    sizes = (10, 100, 1_000, 10_000)
    low, high = best(table(cluster, sizes), slack=1.1)
    assert 10 < low <= high < 10_000
    worse = table(replace(cluster, poison=500.0), sizes)
    assert best(worse)[1] < high or best(worse)[1] == 100


def test_generated_articles_are_all_different_and_the_same_each_time() -> None:
    first, again = ([*articles(60)] for _ in range(2))
    assert first == again
    assert len({record["text"] for record in first}) == 60
