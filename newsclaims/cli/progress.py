"""A progress line on a terminal: how far, how fast, how long still."""

from __future__ import annotations

import os
import sys
from time import monotonic
from typing import Any

from newsclaims.text.inputs import Input, Selection, inputs_of

_EVERY = 0.1  # seconds between two redraws


class Progress:
    """Rich's progress bar, redrawn by hand: a thread of its own would not go together with forked workers."""

    def __init__(self, paths: list[str], selection: Selection) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        self._bar = Bar(
            TextColumn("{task.completed:,.0f} of {task.total:,.0f} files"),
            BarColumn(),
            TextColumn("{task.fields[articles]:,} articles, {task.fields[rate]:,.0f} a second"),
            TimeRemainingColumn(),
            console=Console(file=sys.stderr),
            auto_refresh=False,
            transient=True,
        )
        total = sum(isinstance(item, Input) for item in inputs_of(paths, selection))
        self._task: Any = self._bar.add_task("", total=max(1, total), articles=0, rate=0.0)
        self._started = self._drawn = monotonic()
        self._files = self._articles = 0
        self._bar.start()

    def tick(self, *, files: int = 0, articles: int = 0) -> None:
        """Count finished files and articles."""
        self._files += files
        self._articles += articles
        now = monotonic()
        if now - self._drawn < _EVERY:
            return
        self._drawn = now
        rate = self._articles / max(0.001, now - self._started)
        self._bar.update(self._task, completed=self._files, articles=self._articles, rate=rate)
        self._bar.refresh()

    def step_aside(self) -> None:
        """Clear the line for a message."""
        self._bar.console.file.write("\r\x1b[2K")

    def close(self) -> None:
        """Take the line away."""
        self._bar.stop()


def progress_wanted(quiet: bool) -> bool:
    """Tell whether somebody is looking at standard error."""
    return not quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
