"""Parquet through pyarrow (extra ``parquet``): the flat tables with days, numbers and lists of their own types."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

from newsclaims.formats.columns import LISTS, Column, columns_of
from newsclaims.formats.flat import Row

_AT_ONCE = 1 << 12  # rows that are turned into Arrow's own form at a time
_GROUP = 1 << 17  # rows of a row group


def arrow_schema(table: str) -> Any:
    """Return the Arrow schema of a table."""
    import pyarrow as pa

    kinds = {
        "day": pa.date32(), "integer": pa.int64(), "number": pa.float64(), "truth": pa.bool_(),
        "texts": pa.list_(pa.string()), "ids": pa.list_(pa.string()),
    }  # fmt: skip
    return pa.schema([(column.name, kinds.get(column.kind, pa.string())) for column in columns_of(table)])


def record_batch(table: str, rows: list[Row]) -> Any:
    """Return rows in the order of a table's columns as an Arrow record batch of its schema."""
    import pyarrow as pa

    schema = arrow_schema(table)
    columns = []
    for place, (column, field) in enumerate(zip(columns_of(table), schema, strict=True)):
        change = _change(column)
        columns.append(pa.array([None if row[place] is None else change(row[place]) for row in rows], field.type))
    return pa.RecordBatch.from_arrays(columns, schema=schema)


class TableWriter:
    """Writes a Parquet file row group by row group: what it returns are the bytes that have become ready."""

    def __init__(self, table: str) -> None:
        from pyarrow import parquet

        self._table = table
        self._schema = arrow_schema(table)
        self._ready = _Bytes()
        self._writer = parquet.ParquetWriter(self._ready, self._schema, compression="zstd")
        self._rows: list[Row] = []
        self._batches: list[Any] = []
        self._held = 0

    def add(self, rows: list[Row]) -> bytes:
        """Add rows in the order of the table's columns."""
        self._rows += rows
        if len(self._rows) >= _AT_ONCE:
            self._pack()
        if self._held >= _GROUP:
            self._write()
        return self._ready.taken()

    def end(self) -> bytes:
        """Write what is left and the end of the file."""
        self._pack()
        self._write()
        self._writer.close()
        return self._ready.taken()

    def _pack(self) -> None:
        self._batches.append(record_batch(self._table, self._rows))
        self._held += len(self._rows)
        self._rows = []

    def _write(self) -> None:
        import pyarrow as pa

        if self._held:
            table = pa.Table.from_batches(self._batches, schema=self._schema)
            self._writer.write_table(table, row_group_size=max(1, self._held))
        self._batches, self._held = [], 0


class _Bytes(io.RawIOBase):
    """A file of which only the bytes that nobody has taken yet are kept."""

    def __init__(self) -> None:
        self._held = io.BytesIO()
        self._at = 0

    def writable(self) -> bool:
        """Tell that it can be written."""
        return True

    def write(self, data: Any) -> int:
        """Keep the bytes."""
        size = self._held.write(data)
        self._at += size
        return size

    def tell(self) -> int:
        """Return how many bytes were written."""
        return self._at

    def taken(self) -> bytes:
        """Return the bytes that were written since it was last asked."""
        data, self._held = self._held.getvalue(), io.BytesIO()
        return data


def _change(column: Column) -> Callable[[Any], Any]:
    """Return what makes a cell's value one that Arrow takes for it."""
    if column.kind == "day":
        return _day
    if column.kind == "number":
        return float
    if column.kind in LISTS:
        return lambda value: [_text(item) for item in value]
    return _text if column.kind in ("text", "closed") else lambda value: value


def _text(value: Any) -> str:
    return str(value).encode("utf-8", "replace").decode()


def _day(value: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(value)
    return None
