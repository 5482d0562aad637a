"""Many articles at once: files and records over processes, with a manifest, resumed after any end."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date as Day
from typing import TYPE_CHECKING

from newsclaims.extract import MAX_CHARS, given_day, given_kinds, given_language

if TYPE_CHECKING:
    from newsclaims.batch.run import Stats


def extract_shard(
    source: str,
    target: str,
    *,
    format: str = "jsonl",
    date: str | Day | None = None,
    only: Collection[str] | None = None,
    max_chars: int = MAX_CHARS,
    language: str = "en",
    force: bool = False,
) -> Stats:
    """Extract from every article of one file into the folder ``target``: what a scheduler calls for each shard.

    The output appears whole or not at all beside a ``manifest.jsonl``; a shard that is done already, from the same
    bytes with the same rules and settings, is skipped, so a retry is harmless.  Returns the counts of articles,
    failed, skipped and facts.

    Raises:
        TypeError, ValueError: when ``date``, ``only`` or ``language`` is not what ``extract_many`` takes.
        OSError: when the target cannot be written.
    """
    from newsclaims.batch.shard import shard
    from newsclaims.batch.work import Settings

    day, kinds, tongue = given_day(date), given_kinds(only), given_language(language)
    settings = Settings(format, day, kinds, max_chars=max_chars, mirrored=True, language=tongue)
    return shard(source, target, settings, force=force)
