"""Two sets of marks brought together: the articles of one with those of the other, by their text or their id."""

from __future__ import annotations

from collections.abc import Iterator

from newsclaims.exchange.marks import Marks
from newsclaims.exchange.reading import read_marks
from newsclaims.model import Failure


def pairs(gold: str, out: str) -> Iterator[tuple[Marks, Marks] | Failure]:
    """Yield the articles of the file or folder ``gold`` with their counterparts in ``out``.

    A ``Failure`` stands for what cannot be read, and for an article that ``out`` has not, or with another text.
    """
    by_text: dict[str, Marks] = {}
    by_id: dict[str, Marks] = {}
    for item in read_marks(out):
        if isinstance(item, Failure):
            yield item
            continue
        if item.text is not None:
            by_text[item.text] = item
        by_id.setdefault(item.id, item)
    for item in read_marks(gold):
        if isinstance(item, Failure):
            yield item
            continue
        other = by_text.get(item.text or "") or by_id.get(item.id)
        if other is None:
            problem = "OUT has no article of this text or id"
        elif None not in (item.text, other.text) and item.text != other.text:
            problem = "its text is another one in OUT: the offsets do not fit"
        else:
            yield item, other
            continue
        yield Failure(item.id, gold, None, "not-scored", f"{item.id or 'an article'}: {problem}")
