"""Articles of paths, extracted one after the other: for commands that show or compare a few of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsclaims.extract import EVERYTHING, Wanted, extract_record
from newsclaims.model import Article, Failure
from newsclaims.text.outputs import Outputs


def articles(
    paths: Iterable[str],
    *,
    wanted: Wanted = EVERYTHING,
    encoding: str | None = None,
    outputs: Outputs | None = None,
) -> Iterator[Article | Failure]:
    """Yield the articles of files and folders in order; what cannot be read is a ``Failure`` in its place.

    ``outputs`` are what no input may be, without it standard output.

    Raises:
        IsOutput: at an input that is an output.
    """
    from newsclaims.text.files import pieces, records_in
    from newsclaims.text.inputs import Selection, inputs_of
    from newsclaims.text.limits import Patience

    for item in inputs_of(paths, Selection(outputs=outputs or Outputs(descriptor=1))):
        if isinstance(item, Failure):
            yield item
            continue
        patience = Patience(item.path)
        for piece in pieces(item.path, encoding, wanted.max_chars):
            for record in records_in(piece, encoding, wanted.max_chars):
                found = extract_record(record, wanted)
                yield found
                last = patience.note(good=isinstance(found, Article))
                if last is not None:
                    yield last
                    break
            if patience.over:
                break
