"""``newsclaims doctor``: versions, signatures of rules and data, and whether a sample comes out right."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from typing import Any

from newsclaims.cli.session import FAILED

NEEDED = ("dateparser", "markdown-it-py", "regex", "rich", "typer")
EXTRAS = {
    "pyarrow": "--format parquet", "zstandard": "reading .zst", "distributed": "batch --engine dask",
    "fsspec": "s3:// and other addresses", "s3fs": "s3://", "trafilatura": "reading web pages and feeds",
    "warcio": "reading web archives", "pypdf": "reading PDF", "python-docx": "reading DOCX",
}  # fmt: skip
SAMPLE = (
    "LIMA, Nov 7 (Reuters) - Peru severed ties with Mexico on Thursday. "
    "“We cannot accept interference,” Foreign Minister Hugo de Zela said. Trade exceeded $2.5 billion last year. "
    "Both had signed on March 10, 2025, after talks."  # Python's own bugs in regular expressions would lose that day
)


def command() -> None:
    """Print versions and signatures, and check a sample article; exit code 1 when something is wrong.

    \b
    Examples:
      newsclaims doctor
      newsclaims doctor > report.txt || echo "please report it"
    """
    from newsclaims.batch.signature import FOLDERS, folder_signature
    from newsclaims.cli.front import version_line

    sys.stdout.write(version_line() + "\n")
    sys.stdout.write(
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, {sys.executable}\n"
    )
    good = True
    for name in NEEDED:
        version = _version(name)
        good &= version is not None
        sys.stdout.write(f"{name} {version or 'MISSING: install newsclaims again'}\n")
    for name, use in EXTRAS.items():
        sys.stdout.write(f"{name} {_version(name) or f'not installed, needed for {use}'}\n")
    sys.stdout.write("data " + " ".join(f"{folder}:{folder_signature(folder)}" for folder in FOLDERS) + "\n")
    for what, right in _checks():
        good &= right
        sys.stdout.write(f"{'ok  ' if right else 'WRONG'} {what}\n")
    raise SystemExit(0 if good else FAILED)


def _version(name: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _checks() -> Iterator[tuple[str, bool]]:
    """Yield what is checked in the sample, and whether it is right."""
    import newsclaims

    article = newsclaims.extract(SAMPLE, date="2025-11-07")
    text = article.text
    items: tuple[Any, ...] = (*article.claims, *article.quotes, *article.dates, *article.figures)
    yield "offsets", bool(items) and all(text[item.start : item.end] == item.text for item in items)
    yield "structure", [s.part for s in article.sentences][:2] == ["dateline", "body"]
    yield "claims", any(claim.predicate.lemma == "sever" and claim.object is not None for claim in article.claims)
    speakers = [quote.speaker.text for quote in article.quotes if quote.speaker]
    yield "quotes", any("de Zela" in speaker for speaker in speakers)
    yield "dates", {"2025-11-06", "2025-03-10"} <= {date.value for date in article.dates}
    yield "figures", (2_500_000_000, "USD") in [(figure.value, figure.unit) for figure in article.figures]
    yield "entities", "Hugo de Zela" in [entity.name for entity in article.entities]
