"""One piece of input to what it contributes to the output: the work that a batch spreads over processes."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple, TypeVar

from newsclaims.batch.notices import Notice, notices
from newsclaims.batch.renderers import FORMATS, Format
from newsclaims.extract import EVERYTHING, Wanted, extract_record
from newsclaims.formats.columns import one_table, tables_of
from newsclaims.formats.json import Pieces, json_pieces
from newsclaims.isolation import isolated
from newsclaims.model import Article, Failure
from newsclaims.pipeline import KINDS
from newsclaims.text.compressed import Seen
from newsclaims.text.files import records_in
from newsclaims.text.inputs import is_stream
from newsclaims.text.intake import USUAL, Intake
from newsclaims.text.limits import Patience
from newsclaims.text.readers.pieces import Piece
from newsclaims.text.records import Found, Record

Tag = TypeVar("Tag")
Work = Piece | Found
"""What is done at once: a piece of a file, or one record of it that is read already."""
Long = Callable[[Pieces], Pieces]
DEADLY = "its worker process ended whenever this article was read"


class Settings(NamedTuple):
    """All that decides what is found and how it is rendered; it goes to worker processes as it is.

    ``mirrored`` tells that every input has an output of its own: then JSON Lines become JSON Lines, whatever form
    of JSON is asked for.  ``apart`` tells that every kind has a table of its own, ``raw`` that cells which look like
    formulas stay as they are, ``mark`` that CSV and TSV begin with a byte order mark; ``worthiness`` is the least
    check-worthiness of a sentence whose claims become skeletons of fact checks.
    """

    format: str = "jsonl"
    wanted: Wanted = EVERYTHING
    intake: Intake = USUAL
    errors_inline: bool = False
    lexicon: str | None = None
    mirrored: bool = False
    apart: bool = False
    raw: bool = False
    mark: bool = False
    worthiness: float = 0.5

    @property
    def tables(self) -> tuple[str, ...]:
        """The flat tables that are written."""
        how = self.wanted
        return tables_of(how.only, how.checks) if self.apart else (one_table(how.only, how.checks),)

    def format_of(self, lines: bool) -> str:
        """Return the format of what is made of JSON ``lines``, or of a file that is one article."""
        return "jsonl" if self.mirrored and lines and self.format == "json" else self.format


class Outcome(NamedTuple):
    """What one piece came to: rendered items in order, how many articles and facts, what failed and what to say.

    ``seen`` are the bytes of a file that was read for it, ``last`` the number of the last record in its file.
    """

    items: tuple[Any, ...]
    articles: int
    facts: int
    failures: tuple[Failure, ...]
    notices: tuple[Notice, ...] = ()
    seen: Seen | None = None
    last: int = 0


class Stats:
    """What a run came to so far: how many articles, failures, inputs that were done already, and facts."""

    __slots__ = ("articles", "facts", "failed", "skipped")

    def __init__(self, articles: int = 0, failed: int = 0, skipped: int = 0, facts: int = 0) -> None:
        self.articles = articles
        self.failed = failed
        self.skipped = skipped
        self.facts = facts

    def __repr__(self) -> str:
        return f"Stats(articles={self.articles}, failed={self.failed}, skipped={self.skipped}, facts={self.facts})"


class Part(NamedTuple):
    """Which records of a file are read, by their numbers: from ``first`` to ``last``; ``deadly`` ones are failures.

    Of these it is known that they end the process that reads them.
    """

    first: int = 1
    last: int = sys.maxsize
    deadly: frozenset[int] = frozenset()


WHOLE = Part()


def process(piece: Work, settings: Settings, long: Long | None = None, part: Part = WHOLE) -> Outcome:
    """Read, extract and render one piece; nothing that is wrong with it raises.

    ``long`` allows the JSON of a long article to be ``Pieces``, for a caller that writes it out at once, and says what
    is done to them here.
    """
    line = piece.line if isinstance(piece, Piece) else None
    form = FORMATS[settings.format_of(is_stream(piece.source or ""))]
    items = []
    failures = []
    said: list[Notice] = []
    articles = facts = 0
    seen = Seen() if settings.mirrored and isinstance(piece, Piece) and piece.data is None else None
    patience = Patience(piece.source or "")
    last = 0
    records = records_in(piece, settings.intake, seen) if isinstance(piece, Piece | Failure) else (piece,)
    for number, record in enumerate(records, 1):
        last = line or number
        if not part.first <= last <= part.last:
            continue
        if last in part.deadly:
            item: Article | Failure = Failure(record.id, record.source, line, "worker-died", DEADLY)
        else:
            item = extract_record(record, settings.wanted)
        if isinstance(item, Article):
            count = count_facts(item, settings.wanted.only)
            place = (line or number,) if form.numbered else ()
            rendered = isolated(partial(_rendered, item, form, settings, long, place), item.id, item.source)
            if isinstance(rendered, Failure):
                item = rendered
            else:
                items.append(rendered)
                patience.note(good=True)
                articles += 1
                facts += count
                said += notices(item, line)
        if isinstance(item, Failure):
            if item.line is None and line is not None:
                item = Failure(item.id, item.source, line, item.code, item.message)
            failures.append(item)
            if (given_up := patience.note(good=False)) is not None:
                failures.append(given_up)
                break
            if settings.errors_inline and form.errors:
                items.append(form.render(item))
    return Outcome(tuple(items), articles, facts, tuple(failures), tuple(said), seen, last)


def _rendered(article: Article, form: Format, settings: Settings, long: Long | None, place: tuple[int, ...]) -> Any:
    pieces = json_pieces(article, form.name == "json") if long is not None and form.name in _JSON else None
    if pieces is not None and long is not None:
        return long(pieces)
    return form.render(article, *place, **{name: getattr(settings, name) for name in form.options})


def failed(piece: Work, code: str, message: str, settings: Settings) -> Outcome:
    """Return the outcome of a piece whose worker could not finish it."""
    if isinstance(piece, Failure):
        failure = piece
    elif isinstance(piece, Piece):
        failure = Failure(None, piece.source, piece.line, code, message)
    else:
        failure = Failure(piece.id, piece.source, None, code, message)
    form = FORMATS[settings.format_of(is_stream(piece.source or ""))]
    items = (form.render(failure),) if settings.errors_inline and form.errors else ()
    return Outcome(items, 0, 0, (failure,))


def count_facts(article: Article, only: tuple[str, ...] | None = None) -> int:
    """Return how many items of all kinds the article has, or of those that were wanted."""
    return sum(len(getattr(article, kind)) for kind in only or KINDS)


_JSON = frozenset({"json", "jsonl"})
_RESTS = 1024  # pieces between two collections


def spare_collector() -> None:
    """Switch the automatic collection of cycles off, and spare what is loaded from it: a fifth of the time.

    Facts and tokens make no cycles, so counting references frees them; ``rest`` collects what others may leave.  For
    processes of our own only, never for a program that uses the library.
    """
    gc.freeze()
    gc.disable()


def rest(count: int) -> None:
    """Collect cycles now and then; ``count`` is how many pieces are done.

    What is left after that is tables and caches; they are spared the next time.
    """
    if count % _RESTS == 0 and not gc.isenabled():
        gc.collect()
        gc.freeze()


def in_series(
    tasks: Iterable[tuple[Tag, Work | None]], settings: Settings, long: Long | None = None
) -> Iterator[tuple[Tag, Outcome | None]]:
    """Process tasks one after the other in this process; a task without a piece is passed through."""
    for count, (tag, piece) in enumerate(tasks, 1):
        yield tag, None if piece is None else process(piece, settings, long)
        rest(count)


def warm_up() -> None:
    """Load all tables once, so that processes forked from this one share them."""
    extract_record(Record("“It rose 5 percent to $2 million,” Ms. Smith of Acme told us in Lima on May 3, 2025.", ""))
