"""Measure a batch by hand on a quiet machine: two jobs against one, and how soon the first result is there.

    python tests/measure_batch.py --articles 2000 --files 200000

It prints the load of the machine as well: wall clock times mean nothing on a busy one.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from program import command, environment

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))


def seconds(folder: Path, out: Path, jobs: int) -> float:
    """Return the wall clock seconds of one batch from start to end."""
    start = time.monotonic()
    subprocess.run(command("extract", folder, "-d", out, "--jobs", str(jobs), "-q"), env=environment(), check=True)
    return time.monotonic() - start


def first_results(folder: Path, out: Path) -> tuple[float, float]:
    """Return after how many seconds the first line is on a pipe, and the first file in an output folder."""
    start = time.monotonic()
    with subprocess.Popen(command("extract", folder), stdout=subprocess.PIPE, env=environment()) as process:
        assert process.stdout is not None
        process.stdout.readline()
        line = time.monotonic() - start
        process.kill()
    start = time.monotonic()
    with subprocess.Popen(command("extract", folder, "-d", out, "-q"), env=environment()) as process:
        while next(out.glob("**/*.json"), None) is None:
            time.sleep(0.005)
        file = time.monotonic() - start
        process.terminate()
    return line, file


def main() -> None:
    """Make the folders, run the batches, print what they took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=400, help="articles for one job against two")
    parser.add_argument("--pairs", type=int, default=3, help="how often one job and two are compared")
    parser.add_argument("--files", type=int, default=20_000, help="small files for the first result, in one folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        (work / "news").mkdir()
        for number in range(options.articles):
            text = SAMPLES[number % len(SAMPLES)].read_text(encoding="utf-8")
            (work / "news" / f"{number:05}.txt").write_text(text, encoding="utf-8")
        ratios = []
        for pair in range(options.pairs):
            load = os.getloadavg()[0]
            one, two = (seconds(work / "news", work / f"out{pair}-{jobs}", jobs) for jobs in (1, 2))
            ratios.append(one / two)
            print(f"{options.articles} articles: --jobs 1 {one:.2f} s, --jobs 2 {two:.2f} s, {one / two:.2f} times as"
                  f" fast (load before: {load:.1f})", flush=True)  # fmt: skip
        print(f"median: {statistics.median(ratios):.2f} times as fast")
        (work / "small").mkdir()
        for number in range(options.files):
            (work / "small" / f"{number}.txt").write_text(f"Ms. Ann Number{number % 97} won {number} games on Monday.")
        for turn in range(options.pairs):
            line, file = first_results(work / "small", work / f"first{turn}")
            print(f"{options.files} files: first line after {line:.2f} s, first file after {file:.2f} s"
                  f" (load before: {os.getloadavg()[0]:.1f})", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
