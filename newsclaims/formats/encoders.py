"""How the contributions of several articles become one file: headers, lists and separators between them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsclaims.formats.atomic import Unusable
from newsclaims.formats.json import Pieces, json_line, members

if TYPE_CHECKING:
    from newsclaims.formats.flat import Row


class Encoder:
    """Makes one file's bytes: ``begin``, then ``item`` for each article's contribution, then ``end``.

    This one writes them one after the other, which is right for JSON Lines.
    """

    def begin(self) -> bytes:
        """Return what stands before the first item."""
        return b""

    def item(self, content: Any) -> bytes | Pieces:
        """Return what one article's contribution adds."""
        return content  # type: ignore[no-any-return]

    def end(self) -> bytes | Pieces:
        """Return what stands after the last item."""
        return b""


class OneOrList(Encoder):
    """JSON: one object for one article, a list of objects for several."""

    def __init__(self) -> None:
        self.first: bytes | Pieces | None = None
        self.several = False

    def item(self, content: bytes | Pieces) -> bytes | Pieces:
        """Hold the first object back until it is known whether there is a second."""
        if self.several:
            return members((b",\n", content))
        if self.first is None:
            self.first = content
            return b""
        first, self.first, self.several = self.first, None, True
        return members((b"[\n", first), (b",\n", content))

    def end(self) -> bytes | Pieces:
        """Return the one object, or the end of the list."""
        return b"\n]\n" if self.several else self.first or b""


class Listed(Encoder):
    """A list of objects in JSON, also of one: its items are objects, each with its line end."""

    def __init__(self) -> None:
        self.first = True

    def begin(self) -> bytes:
        """Return the beginning of the list."""
        return b"["

    def item(self, content: bytes) -> bytes:
        """Return an object as a member of the list."""
        before, self.first = (b"\n" if self.first else b",\n"), False
        return before + content[:-1]

    def end(self) -> bytes:
        """Return the end of the list."""
        return b"\n]\n"


class OneOrLines(OneOrList):
    """For people at a terminal: one article indented, several as JSON Lines; its items are indented objects."""

    def item(self, content: bytes | Pieces) -> bytes:
        """Hold the first object back until it is known whether there is a second."""
        content = bytes(content)
        if self.several:
            return json_line(json.loads(content))
        if self.first is None:
            self.first = content
            return b""
        self.several = True
        return json_line(json.loads(bytes(self.first))) + json_line(json.loads(content))

    def end(self) -> bytes | Pieces:
        """Return the one object."""
        return b"" if self.several else self.first or b""


class Separated(Encoder):
    """CSV and TSV: a line of column names before the rows; ``mark`` puts a byte order mark before all, for Excel."""

    def __init__(self, table: str, delimiter: str, mark: bool) -> None:
        self.table = table
        self.delimiter = delimiter
        self.mark = mark

    def begin(self) -> bytes:
        """Return the header."""
        from newsclaims.formats.csv import BOM, header

        return (BOM if self.mark else b"") + header(self.table, self.delimiter)

    def item(self, content: dict[str, bytes]) -> bytes:
        """Return an article's rows of this table."""
        return content[self.table]


class Graph(Encoder):
    """JSON-LD: one document with the objects of all articles in its graph; each has a comma before it."""

    def __init__(self) -> None:
        self.begun = self.used = False

    def item(self, content: bytes) -> bytes:
        """Return an article's objects; the document begins with the first article, before its objects is no comma."""
        before, self.begun = (b"" if self.begun else _GRAPH), True
        if not content:
            return before
        comma, self.used = self.used, True
        return before + (content if comma else content[1:])

    def end(self) -> bytes:
        """Return the end of the document."""
        return (b"" if self.begun else _GRAPH) + b"\n]}\n"


_GRAPH = b'{"@context": "https://schema.org", "@graph": ['


class Single(Encoder):
    """HTML: a file of its own for every article."""

    def __init__(self) -> None:
        self.used = False

    def item(self, content: bytes) -> bytes:
        """Return the only item.

        Raises:
            Unusable: for a second one.
        """
        if self.used:
            raise Unusable("a file of this format holds one article: write several to --output-dir")
        self.used = True
        return content


class Paragraphs(Encoder):
    """Plain text: a blank line between articles."""

    def __init__(self) -> None:
        self.used = False

    def item(self, content: bytes) -> bytes:
        """Return the item, after a blank line if it is not the first."""
        before = b"\n" if self.used else b""
        self.used = True
        return before + content + (b"" if content.endswith(b"\n") else b"\n")


class Parquet(Encoder):
    """Parquet: written as the row groups become full."""

    def __init__(self, table: str) -> None:
        from newsclaims.formats.parquet import TableWriter

        self.table = table
        self._writer = TableWriter(table)

    def item(self, content: dict[str, list[Row]]) -> bytes:
        """Add an article's rows of this table."""
        return self._writer.add(content[self.table])

    def end(self) -> bytes:
        """Return the last row group and the end of the file."""
        return self._writer.end()


class DocBins(Encoder):
    """spaCy's DocBin: the documents of all articles in one."""

    def __init__(self) -> None:
        self._whole: Any = None

    def item(self, content: bytes) -> bytes:
        """Add an article's document."""
        from spacy.tokens import DocBin

        other = DocBin(store_user_data=True).from_bytes(content)
        if self._whole is None:
            self._whole = other
        else:
            self._whole.merge(other)
        return b""

    def end(self) -> bytes:
        """Return the whole file."""
        from spacy.tokens import DocBin

        return (self._whole or DocBin(store_user_data=True)).to_bytes()  # type: ignore[no-any-return]


def encoder(format: str, table: str = "", mark: bool = False) -> Encoder:
    """Return the encoder of a format; ``auto`` is for one's own terminal.

    ``table`` is that of CSV, TSV and Parquet, ``mark`` puts a byte order mark before CSV and TSV.
    """
    if format == "json":
        return OneOrList()
    if format == "auto":
        return OneOrLines()
    if format in ("csv", "tsv"):
        return Separated(table, "\t" if format == "tsv" else ",", mark)
    if format == "claimreview":
        return Graph()
    if format == "html":
        return Single()
    if format == "text":
        return Paragraphs()
    if format == "docbin":
        return DocBins()
    if format == "labelstudio":
        return Listed()
    if format == "annotation":
        return OneOrList()
    return Parquet(table) if format == "parquet" else Encoder()
