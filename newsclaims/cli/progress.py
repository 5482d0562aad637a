"""A progress line on a terminal: how far, how fast, how long still."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from time import monotonic
from typing import Any

from newsclaims.model import Failure
from newsclaims.text.inputs import Input, Selection, inputs_of

_EVERY = 0.1  # seconds between two redraws
_COUNTING = 0.02  # seconds spent on counting the inputs at each of them: the first result never waits for the last name
_LATE = 1.0  # seconds that a run to one file may take before a bar appears


class Progress:
    """Rich's progress bar, redrawn by hand: a thread of its own would not go together with forked workers.

    How many files there are is counted little by little while the first ones are read; until it is known the bar
    says only how many are done.  ``colored`` is what ``--color`` and the terminal allow, ``started`` when it began.
    """

    def __init__(self, paths: list[str], selection: Selection, colored: bool, started: float | None = None) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        self._bar = Bar(
            TextColumn("{task.fields[counted]}"),
            BarColumn(),
            TextColumn("{task.fields[articles]:,} articles, {task.fields[rate]:,.0f} a second"),
            TimeRemainingColumn(),
            console=Console(file=sys.stderr, color_system="auto" if colored else None, no_color=not colored),
            auto_refresh=False,
            transient=True,
        )
        self._uncounted: Iterator[Input | Failure] | None = iter(inputs_of(paths, selection))
        self._total = 0
        self._task: Any = self._bar.add_task("", total=None, counted="0 files", articles=0, rate=0.0)
        self._drawn = monotonic()
        self._started = self._drawn if started is None else started
        self._files = self._articles = 0
        self._bar.start()

    def tick(self, *, files: int = 0, articles: int = 0) -> None:
        """Count finished files and articles."""
        self._files += files
        self._articles += articles
        now = monotonic()
        if now - self._drawn < _EVERY:
            return
        total = self._count(now + _COUNTING)
        self._drawn = monotonic()
        self._bar.update(
            self._task,
            total=total,
            completed=self._files,
            counted=f"{self._files:,} files" if total is None else f"{self._files:,} of {total:,} files",
            articles=self._articles,
            rate=self._articles / max(0.001, now - self._started),
        )
        self._bar.refresh()

    def _count(self, until: float) -> float | None:
        """Go on counting for a moment; return how many files there are once it is known."""
        while self._uncounted is not None and monotonic() < until:
            item = next(self._uncounted, None)
            if item is None:
                self._uncounted = None
            self._total += isinstance(item, Input)
        return None if self._uncounted is not None else max(1, self._total)

    def step_aside(self) -> None:
        """Clear the line for a message."""
        self._bar.console.file.write("\r\x1b[2K")

    def close(self) -> None:
        """Take the line away."""
        self._bar.stop()


class Log:
    """How far a run is, said in a line now and then where there is no terminal to draw on."""

    def __init__(self, say: Callable[[str], None], every: float = 60) -> None:
        self._say = say
        self._every = every
        self._started = self._said = monotonic()
        self._files = self._articles = 0

    def tick(self, *, files: int = 0, articles: int = 0) -> None:
        """Count finished files and articles."""
        self._files += files
        self._articles += articles
        now = monotonic()
        if now - self._said >= self._every:
            self._said = now
            rate = self._articles / max(0.001, now - self._started)
            self._say(f"{self._files:,} shards, {self._articles:,} articles, {rate:,.0f} a second")

    def step_aside(self) -> None:
        """There is nothing to clear."""


class Late:
    """A bar that appears when a run has taken a second, so that a short one pays nothing for it."""

    def __init__(self, make: Callable[[], Progress]) -> None:
        self._make = make
        self._began = monotonic()
        self._bar: Progress | None = None
        self._files = self._articles = 0

    def tick(self, *, files: int = 0, articles: int = 0) -> None:
        """Count finished files and articles."""
        if self._bar is not None:
            self._bar.tick(files=files, articles=articles)
            return
        self._files += files
        self._articles += articles
        if monotonic() - self._began > _LATE:
            self._bar = self._make()
            self._bar.tick(files=self._files, articles=self._articles)

    def step_aside(self) -> None:
        """Clear the line for a message."""
        if self._bar is not None:
            self._bar.step_aside()

    def close(self) -> None:
        """Take the line away."""
        if self._bar is not None:
            self._bar.close()


def progress_wanted(quiet: bool) -> bool:
    """Tell whether somebody is looking at standard error."""
    return not quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
