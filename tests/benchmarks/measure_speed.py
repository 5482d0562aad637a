"""Measure how fast articles are read: all of this program, each kind of fact alone, and other systems, in turn.

    python tests/benchmarks/measure_speed.py [ARTICLES …] [--peers PYTHON] [--compiled PYTHON] [--growth] [--write]

Without articles (files, folders) 100 are made from the samples by ``generate.py``.  Every system runs as a whole
process on one thread, all in turn, some goes; a ratio is that of two processes of one go, for a busy machine is never
the same twice.  What a process takes for one word is its start.  Systems that are not installed are passed over with
a line that says so; ``--peers`` and ``--compiled`` name the Python of another environment, which has them or a compiled
build of ours.  ``--growth`` measures how cost grows from 1 kB to 10 MB and draws it, ``--write`` puts the table into
the README.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from chart import chart
from generate import articles
from growth import KINDS, text_of
from systems import SYSTEMS

HERE = Path(__file__).parent
README = HERE.parent.parent / "README.md"
CHART = HERE / "growth.svg"
BEGIN, END = "<!-- speed: written by tests/benchmarks/measure_speed.py -->", "<!-- end of speed -->"
ALONE = ("claims", "quotes", "entities", "dates", "figures")


@dataclass(frozen=True)
class Run:
    """What one process took: seconds of processor time and by the clock, and megabytes at most."""

    cpu: float
    wall: float
    memory: float


_LAUNCH = """
import os, sys, time
start = time.perf_counter()
child = os.fork()
if not child:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.execv(sys.argv[1], sys.argv[1:])
_, status, used = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss)
"""
"""A small process between, for the memory of what starts another counts as the other's."""


def run(command: Sequence[str]) -> Run:
    """Run a command that prints nothing we want, on one thread.

    Raises:
        ChildProcessError: when it fails, with the last line that it said.
    """
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as if installed
    between = [sys.executable, "-S", "-c", _LAUNCH, *command]
    done = subprocess.run(
        between, capture_output=True, text=True, env=kept | threads, cwd=tempfile.gettempdir(), check=True
    )
    code, cpu, wall, memory = map(float, done.stdout.split())
    if code:
        raise ChildProcessError(done.stderr.strip().rpartition("\n")[2] or f"exit code {code:.0f}")
    return Run(cpu, wall, memory * (1 if sys.platform == "darwin" else 1024) / 1e6)


def systems(peers: str, compiled: str | None, named: Sequence[str] = tuple(SYSTEMS)) -> dict[str, list[str]]:
    """Return what the table calls each system that is there -> the command that runs it on a file, which comes last."""
    ours = [sys.executable, "-m", "newsclaims", "extract", "--no-config", "--jobs", "1"]
    found = {"newsclaims, everything": ours}
    if compiled is not None:
        found["newsclaims compiled, everything"] = [compiled, *ours[1:]]
    for kind in ALONE:
        found[f"newsclaims, {kind} alone"] = [*ours, "--only", kind]
    asked = subprocess.run([peers, str(HERE / "systems.py"), "--installed"], capture_output=True, text=True, check=True)
    for name, version in json.loads(asked.stdout).items():
        if name not in named:
            continue
        if version.startswith("-"):
            print(f"{name}: skipped, {version[2:]}")
        else:
            found[SYSTEMS[name][2].format(version)] = [peers, str(HERE / "systems.py"), name]
    return found


def records(paths: Sequence[str], made: int = 100) -> list[dict[str, str]]:
    """Return the articles of text and JSON Lines files and of folders; without any so many that are made."""
    if not paths:
        return list(articles(made))
    given = [Path(path) for path in paths]
    found = []
    for path in (inner for one in given for inner in (sorted(one.rglob("*")) if one.is_dir() else [one])):
        if path.suffix == ".jsonl":
            found += [{"text": json.loads(line)["text"]} for line in path.read_text(encoding="utf-8").splitlines()]
        elif path.suffix in (".txt", ".md"):
            found.append({"text": path.read_text(encoding="utf-8")})
    return found


def ranged(values: Sequence[float], digits: int = 2) -> str:
    """Return the median of values, and the least and the largest."""
    return f"{statistics.median(values):,.{digits}f} ({min(values):,.{digits}f}–{max(values):,.{digits}f})"


def measure(every: dict[str, list[str]], texts: Path, word: Path, goes: int) -> dict[str, tuple[list[Run], list[Run]]]:
    """Return for every system its runs on the texts and on one word, one of each a go, the order turning."""
    runs: dict[str, tuple[list[Run], list[Run]]] = {name: ([], []) for name in every}
    for name in every:
        try:
            run([*every[name], str(word)])  # what is written at the first start is there for all others
        except ChildProcessError as error:
            print(f"{name}: skipped, {error}")
            del runs[name]
    names = list(runs)
    for go in range(goes):
        for name in names[go % len(names) :] + names[: go % len(names)]:
            for path, taken in zip((texts, word), runs[name], strict=True):
                taken.append(run([*every[name], str(path)]))
            print(f"go {go + 1}: {name}: {runs[name][0][-1].cpu:.2f} s of CPU", flush=True)
    return runs


def table(runs: dict[str, tuple[list[Run], list[Run]]], count: int, words: int) -> list[str]:
    """Return the table in Markdown: ratios of CPU time go by go, the rest as median and range."""
    ours = next(iter(runs.values()))[0]
    head = (
        "what", "CPU seconds", "times ours", "words per CPU second", "start, CPU seconds", "peak MB",
        "CPU hours per million articles",
    )  # fmt: skip
    lines = [f"| {' | '.join(head)} |", "| --- " * len(head) + "|"]
    for name, (whole, starts) in runs.items():
        cpu = statistics.median(one.cpu for one in whole)
        work = statistics.median(one.cpu - start.cpu for one, start in zip(whole, starts, strict=True))
        cells = (
            name,
            ranged([one.cpu for one in whole]),
            ranged([one.cpu / other.cpu for one, other in zip(whole, ours, strict=True)]),
            f"{words / cpu:,.0f}",
            ranged([one.cpu for one in starts]),
            f"{statistics.median(one.memory for one in whole):,.0f}",
            f"{work / count * 1e6 / 3600:,.1f}",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def machine() -> str:
    """Return the kind of machine and the Python, with how that was built."""
    model = platform.processor() or platform.machine()
    if Path("/proc/cpuinfo").exists():
        model = next(iter(re.findall(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())), model)
    arguments = sysconfig.get_config_var("CONFIG_ARGS") or ""
    built = "optimised" if "--enable-optimizations" in arguments else "not optimised"
    return f"{model}, {os.cpu_count()} processors; Python {platform.python_version()} ({built} build)"


def grow(largest: int) -> dict[str, list[tuple[float, float]]]:
    """Return for every kind of text (characters, CPU seconds from start to JSON) of one article, and print them."""
    lines: dict[str, list[tuple[float, float]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for kind in KINDS:
            size = 1_000
            while size <= (largest if kind == "news" else min(largest, 1_000_000)):
                path = Path(folder) / "article.txt"
                path.write_text(text_of(kind, size), encoding="utf-8")
                command = [sys.executable, "-m", "newsclaims", "extract", "--no-config", "--jobs", "1", str(path)]
                taken = run(command)
                lines.setdefault(kind, []).append((size, taken.cpu))
                print(f"{kind}: {size:,} characters: {taken.cpu:.2f} s of CPU, {taken.memory:.0f} MB", flush=True)
                size *= 10
    return lines


def write(lines: Sequence[str]) -> None:
    """Put lines between the marks of the README."""
    text = README.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    README.write_text("\n".join([before + BEGIN, *lines, END]) + after, encoding="utf-8")


def main() -> None:
    """Measure, print and write what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*")
    parser.add_argument("--made", type=int, default=100, help="how many articles are made where none are given")
    parser.add_argument("--named", default="", help="what the README calls these articles")
    parser.add_argument("--goes", type=int, default=5)
    parser.add_argument("--peers", default=sys.executable, metavar="PYTHON")
    parser.add_argument("--systems", default=",".join(SYSTEMS), metavar="NAMES", help="only these others: %(default)s")
    parser.add_argument("--compiled", metavar="PYTHON")
    parser.add_argument("--growth", type=int, metavar="CHARACTERS", nargs="?", const=10_000_000, default=0)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    found = records(options.articles, options.made)
    words = sum(len(record["text"].split()) for record in found)
    with tempfile.TemporaryDirectory() as folder:
        texts, word = Path(folder) / "texts.jsonl", Path(folder) / "word.jsonl"
        texts.write_text("".join(json.dumps(record) + "\n" for record in found), encoding="utf-8")
        word.write_text('{"text": "Yes."}\n', encoding="utf-8")
        every = systems(options.peers, options.compiled, options.systems.split(","))
        runs = measure(every, texts, word, options.goes)
    named = options.named or ("articles given" if options.articles else "articles made from the samples")
    head = f"{len(found):,} {named}, {words:,} words; {options.goes} goes: median (least–largest). {machine()}."
    lines = [head, "", *table(runs, len(found), words)]
    print("", *lines, sep="\n")
    if options.growth:
        drawing = chart("CPU time of one article, start included", "characters", "seconds", grow(options.growth))
        CHART.write_text(drawing, encoding="utf-8")
        print(f"written: {CHART}")
    if options.write:
        write(lines)


if __name__ == "__main__":
    main()
