"""Arrow record batches of articles to record batches of facts, for engines that speak Arrow (extra ``parquet``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from newsclaims.extract import Wanted, extract_record
from newsclaims.formats import parquet
from newsclaims.formats.columns import columns_of, one_table
from newsclaims.formats.flat import Row, flat_rows
from newsclaims.model import Failure
from newsclaims.text.records import records_of

_TABLE = one_table(None)
_NAMES = [column.name for column in columns_of(_TABLE)]
_ROWS = 1 << 12  # rows of a batch; an article has about a hundred


def arrow_schema() -> Any:
    """Return the schema of the batches of facts."""
    return parquet.arrow_schema(_TABLE)


def extract_batches(batches: Iterable[Any], how: Wanted) -> Iterator[Any]:
    """Yield the facts of the articles of all batches, some thousand rows at a time."""
    rows: list[Row] = []
    for batch in batches:
        for record in records_of(batch.to_pylist()):
            item = extract_record(record, how)
            rows += [_failure(item)] if isinstance(item, Failure) else flat_rows(item, _TABLE)
            if len(rows) >= _ROWS:
                yield parquet.record_batch(_TABLE, rows)
                rows = []
    if rows:
        yield parquet.record_batch(_TABLE, rows)


def _failure(failure: Failure) -> Row:
    told = {"article": failure.id, "item": "failure", "kind": failure.code, "text": failure.message}
    return tuple(told.get(name) for name in _NAMES)
