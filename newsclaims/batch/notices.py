"""Which warnings of articles are worth a word on standard error, and the one line that is said about all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsclaims.model import Article

Notice = tuple[str, str]
"""What kind of warning an article has, as said of many, and which article it is with its first such warning."""

_KINDS = (
    (" replaced", "with characters replaced"),
    (": ignored", "with a date ignored"),
    (": not read (", "with a sentence that a defect kept from being read"),
    ("--language any", "not in English, or not all of it"),
    ("no words: ", "without a word"),
)


def notices(article: Article, line: int | None = None) -> Iterator[Notice]:
    """Yield what is to be said about an article, which stands on this line of its file."""
    for sign, kind in _KINDS:
        warning = next((warning for warning in article.warnings if sign in warning), None)
        if warning is not None:
            place = ":".join(str(part) for part in (article.source, line) if part is not None)
            yield kind, f"{place}: {warning}"


class Notices:
    """What was noticed in a run, in memory that does not grow with the run."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._first: dict[str, str] = {}

    def add(self, said: Iterable[Notice]) -> None:
        """Count the notices of an article or more."""
        for kind, text in said:
            self._counts[kind] = self._counts.get(kind, 0) + 1
            self._first.setdefault(kind, text)

    def merge(self, other: Notices) -> None:
        """Add what was noticed elsewhere."""
        for kind, count in other._counts.items():
            self._counts[kind] = self._counts.get(kind, 0) + count
            self._first.setdefault(kind, other._first[kind])

    def line(self) -> str | None:
        """Return one line about all of them with the first of each kind, ``None`` if there are none."""
        parts = []
        for _, kind in _KINDS:
            if kind in self._counts:
                count = self._counts[kind]
                example = f"{'as ' if count > 1 else ''}{self._first[kind]}"
                parts.append(f"{count:,} article{'s' if count > 1 else ''} {kind} ({example})")
        return "; ".join(parts) or None
