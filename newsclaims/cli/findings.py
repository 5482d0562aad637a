"""What ``newsclaims check`` writes, article by article, in each of its formats, and its file of waivers."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsclaims.formats.encoders import encoder
from newsclaims.formats.findings import Located, finding_line, github_command, located, sarif
from newsclaims.formats.json import json_line, json_text
from newsclaims.model import Article
from newsclaims.terminal.page import Page

if TYPE_CHECKING:
    from newsclaims.cli.targets import Target
    from newsclaims.formats.waivers import Waivers


class Writer:
    """Writes articles with their checks to a target; of one article as text the view for readers, of several lines.

    ``findings`` counts what was written by severity.
    """

    def __init__(self, target: Target, format: str, page: Page, quiet: bool = False) -> None:
        self.articles = 0
        self.findings: Counter[str] = Counter()
        self._found_in = 0
        self._target = target
        self._format = format
        self._page = page
        self._quiet = quiet
        self._encoder = encoder(format if format == "json" else "jsonl")
        self._first: Article | None = None
        self._last: tuple[Article, list[Located]] | None = None
        self._all: list[Located] = []

    def add(self, article: Article) -> None:
        """Write one article's findings, or keep them until it is known how."""
        self.articles += 1
        found = located(article)
        self._last = article, found
        self.findings.update(item.check.severity for item in found)
        self._found_in += bool(found)
        if self._format in ("json", "jsonl"):
            content = json_text(article) if self._format == "json" else json_line(article)
            self._target.write(self._encoder.item(content))
        elif self._format == "sarif":
            self._all += found
        elif self._format == "github":
            self._lines(map(github_command, found))
        elif self.articles == 1:
            self._first = article
            return
        else:
            if self._first is not None:
                self._lines(map(self._painted, located(self._first)))
                self._first = None
            self._lines(map(self._painted, found))
        self._target.flush()

    def waive(self, seen: Waivers) -> None:
        """Add the findings of the article that was written last to the waivers."""
        if self._last is not None:
            article, found = self._last
            seen.add(found, article.id)

    def end(self) -> None:
        """Write what was kept until the end."""
        if self._format == "sarif":
            from newsclaims import __version__
            from newsclaims.checks.registry import rules

            docs = {rule.id: rule.doc for rule in rules()} if self._all else {}
            self._target.write(sarif(self._all, docs, __version__))
        elif self._first is not None and (self._first.checks or not self._quiet):
            from newsclaims.terminal.article import check_lines

            self._lines([*check_lines(self._first, self._page, worth=not self._quiet), ""])
        self._target.write(self._encoder.end())

    def summary(self) -> str:
        """Return what the run came to: `3 findings (1 error, 2 warnings) in 2 of 75 articles`."""
        count = self.findings.total()
        kinds = [f"{self.findings[name]:,} {name}{'s' if self.findings[name] > 1 else ''}"
                 for name in ("error", "warning", "note") if self.findings[name]]  # fmt: skip
        listed = f" ({', '.join(kinds)})" if kinds else ""
        where = f"in {self._found_in:,} of {self.articles:,} articles" if count else f"in {self.articles:,} articles"
        return f"{count:,} finding{'' if count == 1 else 's'}{listed} {where}"

    def _lines(self, lines: Iterable[str]) -> None:
        self._target.write_safe("".join(f"{line}\n" for line in lines))

    def _painted(self, found: Located) -> str:
        line = finding_line(found)
        if not self._page.color:
            return line
        before, severity, after = line.partition(f": {found.check.severity}: ")
        return self._page.paint(before, "path") + self._page.paint(severity, found.check.severity) + after


def waivers_of(path: str | None, written: str | None) -> Waivers | None:
    """Return the waivers that hold: those of the file that is read, and of the file that is to be written, if any.

    Raises:
        Unusable: when a file cannot be read, or holds something else.
    """
    if path is None and written is None:
        return None
    from newsclaims.formats.atomic import Unusable
    from newsclaims.formats.waivers import Waivers, read_waivers

    if written is not None and os.path.exists(written) and not os.path.isfile(written):
        raise Unusable(f"--write-waivers: {written}: its place is taken by what is no regular file")
    old = Waivers() if written is None else read_waivers(written, missing=True)
    found = old if path is None or path == written else read_waivers(path)
    if found is not old:
        found.lines = old.lines | found.lines
        found.comments = old.comments or found.comments
    elif path is not None and not os.path.exists(path):
        raise Unusable(f"{path}: No such file or directory")
    found.there = frozenset(old.lines)
    return found
