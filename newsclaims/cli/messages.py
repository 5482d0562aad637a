"""What is said on standard error: one line a failure, notes, a summary; never a control character."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from time import monotonic

from newsclaims.batch.notices import Notice, Notices
from newsclaims.model import Failure
from newsclaims.pathname import spelled
from newsclaims.text.visible import visible

NO_ARTICLES = "no articles: what was read holds none"
"""What is said of a run without articles and without failures, which would leave nothing and say nothing."""

_MOST_ALIKE = 10
"""Failures of one code in one file that are said one by one."""


class Messages:
    """Standard error of one run; ``clear`` is called before every line, for a progress display to step aside."""

    def __init__(self, *, quiet: bool = False, verbose: bool = False, color: str = "auto") -> None:
        self.quiet = quiet
        self.verbose = verbose
        self.colored = wants_color(color, sys.stderr.isatty())
        self.started = monotonic()
        self._notices = Notices()
        self._source: str | None = None
        self._alike: dict[str, int] = {}  # code -> how many failures of it the source has had

    def failure(self, failure: Failure) -> None:
        """Report what could not be read, processed or written; of many alike in one file the first ones."""
        if failure.source != self._source:
            self.count_rest()
            self._source = failure.source
        count = self._alike[failure.code] = self._alike.get(failure.code, 0) + 1
        if count > _MOST_ALIKE and not self.verbose:
            return
        if failure.code == "not-followed":
            self.note(str(failure))
        elif failure.code in ("output-file", "output-folder"):
            self.detail(str(failure))
        else:
            self._line(str(failure), "31")

    def count_rest(self) -> None:
        """Say how many failures were like those that have been reported; to be called behind the last one."""
        for count in self._alike.values():
            if count > _MOST_ALIKE and not self.verbose:
                self._line(f"{spelled(self._source or '-')}: … and {count - _MOST_ALIKE:,} more like this", "31")
        self._alike.clear()

    def say(self, text: str) -> None:
        """Say what was done, unless quiet."""
        if not self.quiet:
            self._line(text, "")

    def note(self, text: str) -> None:
        """Say something that is no error, unless quiet."""
        if not self.quiet:
            self._line(text, "33")

    def detail(self, text: str) -> None:
        """Say something only to those who asked for all."""
        if self.verbose:
            self._line(text, "2")

    def notice(self, said: Iterable[Notice]) -> None:
        """Take note of what an article's warnings say; it is told at the end."""
        self._notices.add(said)

    def merge_notices(self, found: Notices) -> None:
        """Take note of what was noticed elsewhere."""
        self._notices.merge(found)

    def tell_notices(self) -> None:
        """Say in one line what was noticed."""
        line = self._notices.line()
        if line:
            self.note(line)

    def summary(self, articles: int, failed: int, skipped: int, facts: int) -> None:
        """Say what the run came to."""
        self.count_rest()
        seconds = monotonic() - self.started
        counts = f"{articles:,} articles, {failed:,} failed, {skipped:,} skipped, {facts:,} facts"
        self.say(f"{counts} in {seconds:.1f} s")

    def _line(self, text: str, style: str) -> None:
        name = f"\x1b[{style}mnewsclaims:\x1b[0m" if self.colored and style else "newsclaims:"
        sys.stderr.write(f"{name} {visible(text)}\n")


def wants_color(choice: str, terminal: bool) -> bool:
    """Tell whether to use colour: as asked; else as NO_COLOR or FORCE_COLOR say; else on a terminal that has it."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0", "false"):
        return True
    return terminal and os.environ.get("TERM") != "dumb"
