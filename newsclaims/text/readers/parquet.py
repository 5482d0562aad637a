"""Articles in Parquet files, a row each, through ``pyarrow``: in batches, so that memory does not grow with rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from newsclaims.model import Failure
from newsclaims.text.intake import Intake
from newsclaims.text.keys import folded, known
from newsclaims.text.limits import MOST_RECORDS, too_many
from newsclaims.text.readers.pieces import FACTS, Piece, are_facts

_ROWS = 64  # rows at once
_MOST = 1 << 31  # bytes that one row group may unpack to: it has to be read whole
_ROLES = ("text", "date", "id", "title", "inside")


def pieces(file: IO[bytes], source: str, intake: Intake) -> Iterator[Piece | Failure]:
    """Yield the rows as pieces; ``file`` must be one that can be sought in.

    Without ``keep_meta`` only columns that hold text, date, id or title are read.

    Raises:
        ModuleNotFoundError: without pyarrow.
        ValueError, OSError: when the file is damaged (pyarrow's errors are these).
    """
    import pyarrow.parquet

    table = pyarrow.parquet.ParquetFile(file)
    if are_facts(table.schema_arrow.names):
        yield Failure(None, source, None, "own-output", FACTS)
        return
    groups = (table.metadata.row_group(number) for number in range(table.metadata.num_row_groups))
    if any(group.total_byte_size > _MOST for group in groups):
        yield Failure(None, source, None, "too-long", f"a row group of more than {_MOST >> 30} GiB")
        return
    number = 0
    for batch in table.iter_batches(batch_size=_ROWS, columns=_columns(table.schema_arrow.names, intake)):
        for fields in batch.to_pylist():
            number += 1
            if number > MOST_RECORDS:
                yield too_many(source, number, "rows")
                return
            yield Piece(source, number, form="record", fields=fields)


def _columns(names: list[str], intake: Intake) -> list[str] | None:
    """Return the columns to read, None for all."""
    given = (intake.text_key, intake.date_key, intake.id_key, intake.title_key)
    if intake.keep_meta:
        return None
    wanted: set[Any] = {key.split(".")[0] for key in given if key} | {folded(key) for key in given if key}
    wanted.update(*(known(role) for role in _ROLES))
    found = [name for name in names if name in wanted or folded(name) in wanted]
    return found or None
