"""How large should a shard be?  A simulation of lost workers, slow machines and articles that kill.

    python tests/benchmarks/simulate_cluster.py
    python tests/benchmarks/simulate_cluster.py --articles 200000000 --workers 1000 --deaths 0.05 --poison 1

Small shards cost overhead each, large ones lose more when a worker goes, are searched longer for an article that kills,
and leave the cluster waiting for the last one.  Shards are given to the worker that is free first, as the engine does
it; a lost one is begun again; an article that kills costs its tries, the search in sixteen parts, and the whole shard
once more, as in ``newsclaims.batch.spread``.  Seconds an article and a shard are measured ones (README).
"""

from __future__ import annotations

import argparse
import heapq
import random
from dataclasses import dataclass

SIZES = (100, 300, 1_000, 3_000, 10_000, 30_000, 100_000)


@dataclass(frozen=True)
class Cluster:
    """What is simulated: rates are per hour of a worker and per million articles, times in seconds."""

    articles: int = 200_000_000
    workers: int = 1_000
    article: float = 0.025
    shard: float = 0.15
    deaths: float = 0.05
    restart: float = 60.0
    slow: float = 0.05
    slowness: float = 3.0
    poison: float = 1.0
    respawn: float = 3.0
    retries: int = 2


@dataclass(frozen=True)
class Outcome:
    """What a run came to: seconds from start to end, those of all workers, wasted ones, tasks lost with workers."""

    seconds: float
    busy: float
    wasted: float
    lost: int


@dataclass(slots=True)
class _Case:
    """A shard with articles that kill: what is still to be done, step by step, each a list of tasks in seconds."""

    steps: list[list[float]]
    out: int = 0


def simulate(cluster: Cluster, size: int, seed: int = 1) -> Outcome:
    """Return what a run with shards of so many articles comes to."""
    chance = random.Random(seed)
    speeds = [cluster.slowness if chance.random() < cluster.slow else 1.0 for _ in range(cluster.workers)]
    free = [(0.0, worker) for worker in range(cluster.workers)]
    rate = cluster.deaths / 3600
    left, busy, wasted, lost, end, number = cluster.articles, 0.0, 0.0, 0, 0.0, 0
    again: list[tuple[float, int, float, _Case | None]] = []  # when it may begin, a number, its seconds, its case

    def later(ready: float, work: float, case: _Case | None) -> None:
        nonlocal number
        number += 1
        heapq.heappush(again, (ready, number, work, case))

    while left > 0 or again:
        now, worker = heapq.heappop(free)
        case: _Case | None = None
        if again and (again[0][0] <= now or left <= 0):
            ready, _, work, case = heapq.heappop(again)
            now = max(now, ready)
        else:
            count = min(size, left)
            left -= count
            work = cluster.shard + count * cluster.article
            killers = _poisson(chance, count * cluster.poison / 1e6)
            if killers:
                case = _Case(_steps(cluster, count, killers, chance), 1)
                wasted += sum(map(sum, case.steps)) - work
                work = case.steps.pop(0)[0]
        seconds = work * speeds[worker]
        death = chance.expovariate(rate) if rate else seconds
        if death < seconds:
            lost += 1
            wasted += death + cluster.restart
            busy += death + cluster.restart
            later(now + death, work, case)
            heapq.heappush(free, (now + death + cluster.restart, worker))
            continue
        busy += seconds
        wasted += cluster.shard + work * (speeds[worker] - 1)
        end = max(end, now + seconds)
        heapq.heappush(free, (now + seconds, worker))
        if case is not None:
            case.out -= 1
            if case.out == 0 and case.steps:
                tasks = case.steps.pop(0)
                case.out = len(tasks)
                for task in tasks:
                    later(now + seconds, task, case)
    return Outcome(end, busy, wasted, lost)


def _steps(cluster: Cluster, count: int, killers: int, chance: random.Random) -> list[list[float]]:
    """Return what is done with a shard that holds articles that kill, one step after the other, in seconds."""
    work = count * cluster.article
    steps = [[work * chance.random() + cluster.respawn] for _ in range(cluster.retries + 1)]
    parts, part = 1, float(count)
    while part > 1:
        part = max(1.0, part / 16)
        dying = [part / 2 * cluster.article + cluster.respawn] * killers
        steps.append(dying + [part * cluster.article] * (min(16, count) * parts - killers))
        parts = killers
    steps += [[cluster.respawn] * killers for _ in range(cluster.retries)]
    return [*steps, [cluster.shard + work]]


def _poisson(chance: random.Random, mean: float) -> int:
    """Return how often something happens that happens so often on average."""
    count, at = 0, chance.expovariate(1.0)
    while at < mean:
        count += 1
        at += chance.expovariate(1.0)
    return count


def table(cluster: Cluster, sizes: tuple[int, ...] = SIZES) -> list[tuple[int, Outcome]]:
    """Return the outcomes of several sizes."""
    return [(size, simulate(cluster, size)) for size in sizes]


def best(outcomes: list[tuple[int, Outcome]], slack: float = 1.02) -> tuple[int, int]:
    """Return the smallest and the largest size whose run takes at most ``slack`` times as long as the quickest."""
    quickest = min(outcome.seconds for _, outcome in outcomes)
    good = [size for size, outcome in outcomes if outcome.seconds <= slack * quickest]
    return good[0], good[-1]


def main() -> None:
    """Print what each size comes to, and which are good."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, value in vars(Cluster()).items():
        parser.add_argument(f"--{name}", type=type(value), default=value, help=f"default {value:,}")
    cluster = Cluster(**vars(parser.parse_args()))
    ideal = cluster.articles * cluster.article / cluster.workers
    print(f"{cluster.articles:,} articles, {cluster.workers:,} workers, {cluster.deaths} deaths an hour,"
          f" {cluster.poison} killers a million, {cluster.slow:.0%} slow machines")  # fmt: skip
    print("articles a shard   minutes a shard   hours   core-hours   wasted   shards lost")
    outcomes = table(cluster)
    for size, found in outcomes:
        print(f"{size:16,} {size * cluster.article / 60:17.2f} {found.seconds / 3600:7.2f} {found.busy / 3600:12,.0f}"
              f" {found.wasted / found.busy:7.1%} {found.lost:13,}")  # fmt: skip
    low, high = best(outcomes)
    print(f"good: {low:,} to {high:,} articles a shard; without any trouble {ideal / 3600:.2f} hours")


if __name__ == "__main__":
    main()
