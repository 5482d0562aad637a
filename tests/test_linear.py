"""Time grows with the text and no faster, whatever the text is; see ``adversarial.py`` for the junk.

CI measures small sizes; ``pytest --full`` goes up to 1 MB (and 10 MB of news), which takes half an hour.
"""

from __future__ import annotations

import ast
import importlib
import os
import pkgutil
import random
import re
import re._constants as constants
import re._parser as parser
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from math import log2
from pathlib import Path
from typing import Any

import pytest
from adversarial import UNITS, junk
from stopwatch import assert_growth, assert_within, slowness

import newsclaims

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
SLACK = 2.5  # how much longer twice the text may take
SECONDS_PER_MB = 12.0
DOUBLING = (64_000, 128_000, 256_000, 512_000, 1_024_000)


def assert_linear(make: Callable[[int], str], sizes: tuple[int, ...], per_mb: float = SECONDS_PER_MB) -> None:
    """Assert that extraction from ``make(size)`` takes time in proportion, and not too much of it."""
    newsclaims.extract("He won.")  # junk is no English: the extractors are made to read it all the same

    def work(text: str) -> Callable[[], object]:
        return lambda: newsclaims.extract(text, date="2025-11-06", language="any")

    for size, more in pairwise(sizes):
        most, limit = SLACK ** log2(more / size), per_mb * more / 1e6 + 0.05
        assert_growth(work(make(size)), work(make(more)), most, limit=limit)


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_junk(unit: str, full: bool) -> None:
    assert_linear(lambda size: junk(unit, size), DOUBLING if full else (1_000, 12_000))


def test_tables_in_one_sentence_are_cut_short() -> None:
    """Numbers beyond the 250th of one sentence are not read, and that is said; an ordinary sentence is read whole."""
    listed = ", ".join(f"{n} cars" for n in range(10, 260))
    whole = newsclaims.extract(f"They sold {listed}.", date="2025-11-06")
    assert len(whole.figures) == 250
    assert not whole.warnings
    text = f"They sold {listed}, 777 cars and on 5 May 2025, 888 cars. He won 5 games on 6 May 2025."
    cut = newsclaims.extract(text, date="2025-11-06")
    assert [figure.value for figure in cut.figures][-2:] == [259, 5]
    assert [date.value for date in cut.dates] == ["2025-05-06"]
    assert len(cut.warnings) == 2
    assert all("more than 250 numbers in the sentence at 0" in warning for warning in cut.warnings)


def news(size: int) -> str:
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in SAMPLES)
    return (text * (size // len(text) + 1))[:size]


def test_news(full: bool) -> None:
    sizes, per_mb = ((1_000_000, 2_000_000, 4_000_000), 7.5) if full else ((15_000, 60_000), 9.5)  # as below
    assert_linear(news, sizes, per_mb)


def test_ten_megabytes(full: bool) -> None:
    size = 10_000_000 if full else 150_000
    text = news(size)
    # beside other tests, with whom it shares caches, an article takes a fifth longer than the stopwatch's loop tells
    limit = (70 if full else 90) * size / 10_000_000
    # the machine's speed is taken in the same process, right beside each go: a second later it may be another
    # VmHWM, not ru_maxrss: that one counts what the parent held when it forked
    code = (
        "import newsclaims, sys; from stopwatch import GOES, reference_seconds; "
        "text = sys.stdin.buffer.read().decode(); newsclaims.extract(text[:20_000]); "  # tables are no part of it
        "goes = (reference_seconds(lambda: newsclaims.extract(text, date='2025-11-06')) for _ in range(GOES)); "
        f"seconds = next((spent for spent in goes if spent <= {limit}), {limit} + 1); "
        "print(seconds, next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    paths = os.pathsep.join([str(Path(__file__).parent), *filter(None, [os.environ.get("PYTHONPATH")])])
    done = subprocess.run(
        [sys.executable, "-c", code], input=text.encode(), capture_output=True, check=True,
        env={**os.environ, "PYTHONPATH": paths},
    )  # fmt: skip
    seconds, kibibytes = map(float, done.stdout.split())
    assert seconds <= limit
    assert kibibytes <= 1 << 20 if full else kibibytes <= 130 << 10


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
    scale = 10 if full else 1
    small, large = names(125 * scale), names(500 * scale)
    newsclaims.extract(small[:2000])
    assert_growth(lambda: newsclaims.extract(small), lambda: newsclaims.extract(large), SLACK**2)


def test_many_quotes_with_pronouns(full: bool) -> None:
    def text(count: int) -> str:
        return "".join(
            f"“We go on, number {n},” {'he' if n % 3 else 'Ann Smith'} said.{' ' if n % 2 else chr(10) * 2}"
            for n in range(count)
        )

    count = 20_000 if full else 600
    part, whole = text(count // 4), text(count)
    assert_growth(lambda: newsclaims.extract(part), lambda: newsclaims.extract(whole), SLACK**2, limit=count / 1_000)


def modules() -> Iterator[Any]:
    for info in pkgutil.walk_packages(newsclaims.__path__, "newsclaims."):
        if not info.name.endswith("__main__") and ".learn" not in info.name:
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
                try:
                    made = value()
                except ModuleNotFoundError:  # of a package that an extra brings
                    continue
            for place, item in enumerate(made if isinstance(made, tuple | list) else [made]):
                if isinstance(item, re.Pattern):
                    found[f"{module.__name__}.{name}[{place}]"] = item
    return found


def test_there_are_patterns() -> None:
    assert len(patterns()) > 30


def test_each_pattern_alone(full: bool) -> None:
    """No pattern takes long over junk, searched for at every place: at most 50 ms for 32 kB, and in proportion."""
    size = 32_000 if full else 2_000
    texts = [junk(unit, size) for unit in UNITS]
    slow, pace = [], slowness()
    for name, pattern in patterns().items():
        for unit, text in zip(UNITS, texts, strict=True):
            if isinstance(pattern.pattern, str) and not quick(pattern, text, 0.05 * size / 32_000, pace):
                slow.append(f"{name} {unit!r}")
    assert not slow


def quick(pattern: re.Pattern[str], text: str, limit: float, pace: float = 1.0) -> bool:
    """Tell whether a search takes no longer than ``limit`` seconds of the reference machine.

    The first look goes by the pace that this machine had before; what is too slow for it is timed with care.
    """

    def search() -> None:
        assert sum(1 for _ in pattern.finditer(text)) <= len(text) + 1

    start = time.process_time()
    search()
    if time.process_time() - start <= limit * pace:
        return True
    try:
        assert_within(limit, search)
    except AssertionError:
        return False
    return True


def test_a_bad_pattern_is_not_quick() -> None:
    assert not quick(re.compile(r"\d+(?:,\d+)*x"), junk("7", 2_000), 0.0125)


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


POSSESSIVE_GROUP = re.compile(r"\)\s*(?:[*+?]|\{\d*,?\d*\})\+|\(\?>")
AFTER_A_PART = re.compile(r"(?:[*+?]|\{\d*,?\d*\})\+")


def unsafe(source: str) -> list[str]:
    """Return the pieces of patterns that Python 3.11.0 to 3.11.4 match wrongly (gh-106052).

    Those are atomic groups, and possessive quantifiers of groups, also of a group that an f-string puts in.  After
    one character or class they are right in every Python.
    """
    found = []
    for node in ast.walk(ast.parse(source)):
        values = node.values if isinstance(node, ast.JoinedStr) else [node]
        for before, part in pairwise([None, *values]):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                found += POSSESSIVE_GROUP.findall(part.value)
                if isinstance(before, ast.FormattedValue):
                    found += [item.group() for item in [AFTER_A_PART.match(part.value)] if item]
    return found


def test_no_quantifier_that_some_pythons_get_wrong() -> None:
    for bad in ('r"(?:a|b)*+"', 'r"(a ) {0,2}+"', 'r"(?>ab?)"', 'rf"{PART}?+"', 'rf"(?:{PART}){{1,2}}+"'):
        assert unsafe(bad), bad
    for good in ('r"\\w++(?:[,.]\\d++)*"', 'rf"[a-z]{{1,3}}+{PART}{{0,2}}"', 'r"[^()]*+"'):
        assert not unsafe(good), good
    root = Path(newsclaims.__file__).parent
    files = {path: unsafe(path.read_text(encoding="utf-8")) for path in root.rglob("*.py")}
    assert len(files) > 200
    assert not {str(path): found for path, found in files.items() if found}


def test_recursion_is_bounded() -> None:
    limit = sys.getrecursionlimit()
    for unit in ("he said that ", "to want ", "the man who ", "(", "“", "if ", "of the "):
        newsclaims.extract(junk(unit, 20_000), language="any")
    assert sys.getrecursionlimit() == limit
