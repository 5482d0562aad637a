"""Keep what is made of the package's tables, for this Python, in ``newsclaims/tables.bin`` (see ``table.py``).

The build does it for the Python that installs, ``python -m newsclaims.learn.packed_tables`` in a checkout.
"""

from __future__ import annotations

import marshal
import os
from typing import Any

from newsclaims import table
from newsclaims.learn.patterns import keep, texts
from newsclaims.pattern import this_python


def main() -> None:
    """Write the file, of the tables that are asked for while an article is read, each in the form that is."""
    asked: dict[tuple[str, str, str], None] = {}

    def note(form: str, package: str, name: str) -> None:
        asked[form, package, name] = None

    table._packed = note  # before any other module asks for a table
    from newsclaims.pipeline import run

    for text in texts():
        run(text)
    make = {"rows": table.rows, "entries": table.entries, "pairs": table.pairs, "words": table.words.__wrapped__}
    data = this_python()
    places = {}
    for form, package, name in sorted(asked):
        made: Any = make[form](package, name) if form in make else table._classes.__wrapped__(package)
        packed = marshal.dumps(made)
        places[form, package, name] = len(data), len(data) + len(packed), os.stat(table.path_of(package, name)).st_size
        data += packed
    head = marshal.dumps(places)
    keep(table.FILE, data + head + len(head).to_bytes(4, "little"))


if __name__ == "__main__":
    main()
