"""Many articles at once: files and records over processes, with a manifest, resumed after any end."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date as Day
from typing import TYPE_CHECKING, Any

from newsclaims.extract import wanted
from newsclaims.text.intake import MAX_CHARS, Intake

if TYPE_CHECKING:
    from newsclaims.batch.work import Stats


def extract_shard(
    source: str,
    target: str,
    *,
    format: str = "jsonl",
    date: str | Day | None = None,
    only: Collection[str] | None = None,
    max_chars: int = MAX_CHARS,
    language: str = "en",
    min_confidence: float = 0.0,
    force: bool = False,
) -> Stats:
    """Extract from every article of one file into the folder ``target``: what a scheduler calls for each shard.

    The output appears whole or not at all beside a ``manifest.jsonl``; a shard that is done already, from the same
    bytes with the same rules and settings, is skipped, so a retry is harmless.  Returns the counts of articles,
    failed, skipped and facts.

    Raises:
        TypeError, ValueError: when ``date``, ``only``, ``language`` or ``min_confidence`` is not what ``extract_many``
            takes.
        ValueError: when there is no such ``format``.
        ModuleNotFoundError: when ``format`` is "parquet" or "docbin" and pyarrow or spaCy is not installed.
        OSError: when the target cannot be written.
    """
    from newsclaims.batch.renderers import FORMATS
    from newsclaims.batch.shard import shard
    from newsclaims.batch.work import Settings

    if format not in FORMATS:
        raise ValueError(f"format is {format!r}, but must be one of: {', '.join(FORMATS)}")
    if (missing := FORMATS[format].missing()) is not None:
        raise ModuleNotFoundError(missing, name=(FORMATS[format].needs or ("",))[0])
    how = wanted(date, only, max_chars, language, min_confidence)
    settings = Settings(format, how, Intake(max_chars=how.max_chars), mirrored=True)
    return shard(source, target, settings, force=force)


def arrow_schema() -> Any:
    """Return the Arrow schema of the rows of ``extract_batches``: one row an item, as in Parquet.

    Raises:
        ModuleNotFoundError: without pyarrow.
    """
    from newsclaims.batch.arrow import arrow_schema

    return arrow_schema()


def extract_batches(
    batches: Iterable[Any],
    *,
    date: str | Day | None = None,
    only: Collection[str] | None = None,
    max_chars: int = MAX_CHARS,
    language: str = "en",
    min_confidence: float = 0.0,
) -> Iterator[Any]:
    """Turn Arrow record batches of articles into record batches of facts: what Spark's ``mapInArrow`` calls.

    The columns of an article are the keys of the JSONL input (``id``, ``text``, ``date``, …).  An article that fails
    is a row whose ``item`` is "failure", with the code as ``kind`` and the message as ``text``.

    Raises:
        TypeError, ValueError: as ``extract_many``, before the first batch is read.
        ModuleNotFoundError: without pyarrow.
    """
    from newsclaims.batch.arrow import extract_batches

    return extract_batches(batches, wanted(date, only, max_chars, language, min_confidence))
