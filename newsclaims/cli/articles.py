"""Articles of paths, extracted one after the other: for commands that show or compare a few of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from newsclaims.model import Article, Failure
from newsclaims.text.outputs import Outputs


def articles(
    paths: Iterable[str],
    *,
    date: str | None = None,
    encoding: str | None = None,
    only: Collection[str] | None = None,
    outputs: Outputs | None = None,
    language: str = "en",
) -> Iterator[Article | Failure]:
    """Yield the articles of files and folders in order; what cannot be read is a ``Failure`` in its place.

    ``outputs`` are what no input may be, without it standard output.

    Raises:
        ValueError: when ``date`` is not an ISO 8601 day.
        IsOutput: at an input that is an output.
    """
    from newsclaims.extract import MAX_CHARS, extract_record, given_day
    from newsclaims.text.files import pieces, records_in
    from newsclaims.text.inputs import Selection, inputs_of
    from newsclaims.text.limits import Patience

    day = given_day(date)
    for item in inputs_of(paths, Selection(outputs=outputs or Outputs(descriptor=1))):
        if isinstance(item, Failure):
            yield item
            continue
        patience = Patience(item.path)
        for piece in pieces(item.path, encoding, MAX_CHARS):
            for record in records_in(piece, encoding, MAX_CHARS):
                found = extract_record(record, day, only, language=language)
                yield found
                last = patience.note(good=isinstance(found, Article))
                if last is not None:
                    yield last
                    break
            if patience.over:
                break
