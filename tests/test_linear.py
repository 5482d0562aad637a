"""Time grows with the text and no faster, whatever the text is; see ``adversarial.py`` for the junk.

CI measures small sizes; ``pytest --full`` goes up to 1 MB (and 10 MB of news), which takes half an hour.
"""

from __future__ import annotations

import gc
import importlib
import pkgutil
import random
import re
import re._constants as constants
import re._parser as parser
import resource
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from adversarial import UNITS, junk

import newsclaims

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
SLACK = 2.5  # how much longer twice the text may take
SECONDS_PER_MB = 10.0
NOISE = 0.3  # seconds that a busy machine may add to any measurement


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """Return the least processor time of several goes."""
    best = float("inf")
    for _ in range(times):
        gc.collect()
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def assert_linear(make: Callable[[int], str], sizes: tuple[int, ...], per_mb: float = SECONDS_PER_MB) -> None:
    """Assert that extraction from ``make(size)`` takes time in proportion, and not too much."""
    newsclaims.extract("He won.")
    before = 0.0
    for place, size in enumerate(sizes):
        text = make(size)

        def work(text: str = text) -> object:
            return newsclaims.extract(text, date="2025-11-06")

        ratio = size / sizes[place - 1] if place else 1.0
        most = min(before * SLACK ** (ratio / 2) if place else 1e9, per_mb * size / 1e6 * 3) + NOISE
        spent = seconds(work)
        if spent > most:  # another process may have been in the way
            spent = seconds(work, 3)
        assert spent <= most, f"{size} code points took {spent:.2f} s, {most:.2f} s were allowed"
        before = max(spent, 0.02)


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_junk(unit: str, full: bool) -> None:
    sizes = (64_000, 128_000, 256_000, 512_000, 1_000_000) if full else (4_000, 8_000, 16_000)
    assert_linear(lambda size: junk(unit, size), sizes)


def news(size: int) -> str:
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in SAMPLES)
    return (text * (size // len(text) + 1))[:size]


def test_news(full: bool) -> None:
    assert_linear(news, (1_000_000, 2_000_000, 5_000_000) if full else (25_000, 50_000, 100_000), 6.0)


def test_ten_megabytes(full: bool) -> None:
    size = 10_000_000 if full else 300_000
    spent = seconds(lambda: newsclaims.extract(news(size), date="2025-11-06"))
    assert spent <= 60 * size / 10_000_000 * (1 if full else 2)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss <= (1 << 20) * (1 if full else 0.5) * (1.1 if full else 1)


def names(count: int) -> str:
    """Return ``count`` sentences about as many different people."""
    chance = random.Random(1)
    syllables = [a + b for a in "bdfglmnprstvz" for b in "aeiou"]

    def name() -> str:
        return "".join(chance.choice(syllables) for _ in range(4)).capitalize()

    return "".join(
        f"{name()} {name()} met {name()} {name()} on Monday.{' ' if n % 5 else chr(10) * 2}" for n in range(count)
    )


def test_many_names(full: bool) -> None:
    scale = 5 if full else 1
    small, large = names(500 * scale), names(1000 * scale)
    newsclaims.extract(small[:2000])
    first = seconds(lambda: newsclaims.extract(small), 2)
    assert seconds(lambda: newsclaims.extract(large), 2) <= first * SLACK


def test_many_quotes_with_pronouns(full: bool) -> None:
    def text(count: int) -> str:
        return "".join(
            f"“We go on, number {n},” {'he' if n % 3 else 'Ann Smith'} said.{' ' if n % 2 else chr(10) * 2}"
            for n in range(count)
        )

    count = 20_000 if full else 1_000
    half = seconds(lambda: newsclaims.extract(text(count // 2)), 2)
    whole = seconds(lambda: newsclaims.extract(text(count)), 2)
    assert whole <= half * SLACK
    assert whole <= 20


def modules() -> Iterator[Any]:
    for info in pkgutil.walk_packages(newsclaims.__path__, "newsclaims."):
        if not info.name.endswith("__main__") and ".make_" not in info.name and ".train_" not in info.name:
            try:
                yield importlib.import_module(info.name)
            except ModuleNotFoundError as error:
                assert not str(error.name).startswith("newsclaims"), error


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Return every compiled pattern of the package: module constants, and what functions without arguments return."""
    for text in (news(20_000), "He won."):
        newsclaims.extract(text, date="2025-11-06")
    found: dict[str, re.Pattern[str]] = {}
    for module in modules():
        for name, value in vars(module).items():
            made = value
            if (
                getattr(value, "__module__", "") == module.__name__
                and hasattr(value, "cache_info")
                and not value.__wrapped__.__code__.co_argcount
            ):
                made = value()
            for place, item in enumerate(made if isinstance(made, tuple | list) else [made]):
                if isinstance(item, re.Pattern):
                    found[f"{module.__name__}.{name}[{place}]"] = item
    return found


def test_there_are_patterns() -> None:
    assert len(patterns()) > 30


def test_each_pattern_alone(full: bool) -> None:
    """No pattern takes long over junk, searched for and matched at every place."""
    size = 32_000 if full else 4_000
    slow = []
    for name, pattern in patterns().items():
        if not isinstance(pattern.pattern, str):
            continue
        for unit in UNITS:
            text = junk(unit, size)
            spent = 1.0
            for _ in range(3):  # another process may have been in the way
                start = time.process_time()
                found = sum(1 for _ in pattern.finditer(text))
                spent = time.process_time() - start
                assert found <= size + 1
                if spent <= 0.05:
                    break
            else:
                slow.append(f"{name} {unit!r}: {spent:.3f} s")
    assert not slow


REPEATS = (constants.MAX_REPEAT, constants.MIN_REPEAT)


def nested(tree: Any, inside: bool = False) -> bool:
    """Tell whether an unbounded repeat that can backtrack stands inside another one."""
    for operation, argument in tree:
        if operation in REPEATS:
            unbounded = argument[1] is constants.MAXREPEAT
            if (unbounded and inside) or nested(argument[2], inside or unbounded):
                return True
        elif operation is constants.POSSESSIVE_REPEAT:
            if nested(argument[2], False):
                return True
        elif operation is constants.ATOMIC_GROUP:
            if nested(argument, False):
                return True
        elif operation is constants.SUBPATTERN:
            if nested(argument[3], inside):
                return True
        elif operation is constants.BRANCH:
            if any(nested(branch, inside) for branch in argument[1]):
                return True
        elif operation in (constants.ASSERT, constants.ASSERT_NOT) and nested(argument[1], inside):
            return True
    return False


def test_no_unbounded_repeat_inside_another() -> None:
    assert nested(parser.parse(r"(?:a+)+"))
    assert nested(parser.parse(r"(?:[A-Z][a-z]+\s+)+said"))
    assert not nested(parser.parse(r"(?:[A-Z][a-z]++\s){1,4}said"))
    wrong = [
        name
        for name, item in patterns().items()
        if isinstance(item, re.Pattern) and nested(parser.parse(item.pattern, item.flags & ~re.UNICODE))
    ]
    assert not wrong


def test_recursion_is_bounded() -> None:
    limit = sys.getrecursionlimit()
    for unit in ("he said that ", "to want ", "the man who ", "(", "“", "if ", "of the "):
        newsclaims.extract(junk(unit, 20_000))
    assert sys.getrecursionlimit() == limit
