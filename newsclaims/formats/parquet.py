"""Parquet through pyarrow (extra ``parquet``): the flat rows, one row group a file."""

from __future__ import annotations

from typing import Any

from newsclaims.formats.flat import COLUMNS

_INTEGERS = frozenset({"start", "end", "sentence", "mentions"})
_FLOATS = frozenset({"number", "low", "high", "confidence"})
_BOOLEANS = frozenset({"negated", "approximate"})


def arrow_schema() -> Any:
    """Return the Arrow schema of the rows."""
    import pyarrow as pa

    kinds = []
    for name in COLUMNS:
        kind = pa.string()
        if name in _INTEGERS:
            kind = pa.int64()
        elif name in _FLOATS:
            kind = pa.float64()
        elif name in _BOOLEANS:
            kind = pa.bool_()
        kinds.append((name, kind))
    return pa.schema(kinds)


def parquet_file(rows: list[tuple[Any, ...]]) -> bytes:
    """Return a Parquet file of rows in the order of ``COLUMNS``."""
    import pyarrow as pa
    from pyarrow import parquet

    schema = arrow_schema()
    columns = []
    for place, field in enumerate(schema):
        values = [row[place] for row in rows]
        if pa.types.is_string(field.type):
            values = [None if value is None else str(value).encode("utf-8", "replace").decode() for value in values]
        elif pa.types.is_float64(field.type):
            values = [None if value is None else float(value) for value in values]
        columns.append(pa.array(values, field.type))
    sink = pa.BufferOutputStream()
    table = pa.Table.from_arrays(columns, schema=schema)
    parquet.write_table(table, sink, row_group_size=max(1, len(rows)), compression="zstd")
    return sink.getvalue().to_pybytes()  # type: ignore[no-any-return]
