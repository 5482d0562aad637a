"""A file of findings that somebody has looked at and found right, so that the next run is silent about them.

One waiver a line, columns separated by tabs: fingerprint, rule, the article's id, the words of the finding, and
whatever its readers add.  Lines that begin with ``#`` and empty ones are kept.  A finding is known by its rule, its
article and its words (``formats/findings.py``), never by its place.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from io import StringIO

from newsclaims.formats.atomic import Unusable, new_file
from newsclaims.formats.findings import Located, fingerprint
from newsclaims.model import Article
from newsclaims.text.beside import read_beside
from newsclaims.text.compressed import unreadable_by

_HEAD = "# Findings of `newsclaims check` that are right as they stand: fingerprint, rule, article, words, notes."
_MARK = re.compile(r"[0-9a-f]{16}")
_LONGEST = 120  # code points of a finding's words that are written, for readers


@dataclass(slots=True)
class Waivers:
    """The waivers of a file, and what a run has met of them."""

    lines: dict[str, str] = field(default_factory=dict)
    """Fingerprint -> its line as it stands."""
    comments: list[str] = field(default_factory=list)
    there: frozenset[str] = frozenset()
    """The fingerprints of the file that is to be written, as it was at the beginning."""
    used: set[str] = field(default_factory=set)
    read: set[str] = field(default_factory=set)
    """The ids of the articles that were checked."""

    def without_waived(self, article: Article) -> Article:
        """Return the article without the findings that are waived, and remember which those were."""
        self.read.add(_cell(article.id))
        left = []
        for item in article.checks:
            mark = fingerprint(article.id, item)
            if mark in self.lines:
                self.used.add(mark)
            else:
                left.append(item)
        return article if len(left) == len(article.checks) else replace(article, checks=tuple(left))

    def stale(self) -> list[str]:
        """Return the lines of waivers whose article was checked and has no such finding any more."""
        return [line for mark, line in self.lines.items() if mark not in self.used and _article(line) in self.read]

    def add(self, findings: Iterable[Located], id: str) -> None:
        """Add findings of the article ``id``."""
        for found in findings:
            words = " / ".join(" ".join(span.text.split()) for span in found.check.spans)
            cells = (found.fingerprint, found.check.rule, _cell(id), _cell(words)[:_LONGEST])
            self.lines.setdefault(found.fingerprint, "\t".join(cells))
            self.used.add(found.fingerprint)

    def write(self, path: str) -> int:
        """Write the file anew, without what is stale; return how many waivers it has.

        What other runs have written there since it was read is kept, and what they have taken out stays out.

        Raises:
            OSError: when it cannot be written.
            Unusable: when it has become something else meanwhile.
        """
        with _alone_in(os.path.dirname(os.path.realpath(path))):
            now = read_waivers(path, missing=True)
            gone = self.there - now.lines.keys() - self.used
            lines = now.lines | {mark: line for mark, line in self.lines.items() if mark not in gone}
            stale = set(self.stale())
            kept = sorted((line for line in lines.values() if line not in stale), key=lambda at: (_article(at), at))
            head = now.comments or self.comments or [_HEAD]
            file = new_file(path)
            try:
                file.write("".join(f"{line}\n" for line in [*head, *kept]).encode("utf-8", "replace"))
                file.finish(sync=True)
            except BaseException:
                file.drop()
                raise
        return len(kept)


@contextmanager
def _alone_in(folder: str) -> Iterator[None]:
    """Hold the lock of a folder, so that runs which merge into one file of it do so one after the other.

    It is on the folder, for the file is replaced.  Where there are no such locks the rest holds.
    """
    with ExitStack() as closing:
        with suppress(ImportError, OSError):
            import fcntl

            lock = os.open(folder, os.O_RDONLY)
            closing.callback(os.close, lock)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def read_waivers(path: str, missing: bool = False) -> Waivers:
    """Return the waivers of a file; ``missing`` allows that there is none yet.

    Raises:
        Unusable: when it cannot be read, or a line is no waiver.
    """
    found = Waivers()
    try:
        content = read_beside(path).decode("utf-8-sig", "replace")
    except FileNotFoundError as error:
        if not missing:
            raise Unusable(f"{path}: {error.strerror}") from error
        return found
    except unreadable_by() as error:
        raise Unusable(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    for number, line in enumerate(StringIO(content, newline=None), 1):
        line = line.rstrip("\n")
        mark, _, rest = line.partition("\t")
        if not line.strip() or line.startswith("#"):
            found.comments.append(line)
        elif _MARK.fullmatch(mark) and rest.count("\t") >= 2:
            found.lines[mark] = line
        else:
            raise Unusable(f"{path}:{number}: no waiver: fingerprint, rule, article and words, with tabs between")
    return found


def _article(line: str) -> str:
    return line.split("\t")[2]


def _cell(text: str) -> str:
    """Return text without tabs and line ends."""
    return re.sub(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+", " ", text)
