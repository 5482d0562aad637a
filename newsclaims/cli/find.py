"""``newsclaims find``: grep for claims."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsclaims.cli import options
from newsclaims.cli.session import FAILED, UNUSABLE

if TYPE_CHECKING:
    from newsclaims.cli.messages import Messages
    from newsclaims.output.finding import Question

_NAME = typer.Option(metavar="NAME", help="Who acts or speaks; any name of the person or body.")
_DAY = typer.Option(metavar="ISO", help="Claims and dates not before this day.")
Found = tuple[str, int | None, dict[str, Any], str | None]


def command(
    context: typer.Context,
    paths: options.Paths = None,
    who: Annotated[str | None, _NAME] = None,
    did: Annotated[str | None, typer.Option(metavar="VERB", help="What was done: a verb in any form.")] = None,
    whom: Annotated[str | None, typer.Option(metavar="NAME", help="To whom or what.")] = None,
    said: Annotated[str | None, typer.Option(metavar="WORDS", help="Words of a quote, or their beginnings.")] = None,
    kind: Annotated[
        str | None,
        typer.Option(metavar="KIND", help="claims, quotes, dates, figures, entities, or a kind of figure: money …"),
    ] = None,
    since: Annotated[str | None, _DAY] = None,
    until: Annotated[str | None, typer.Option(metavar="ISO", help="Claims and dates not after this day.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a hit.")] = False,
    count: Annotated[bool, typer.Option("--count", "-c", help="Only how many hits each file has.")] = False,
    files: Annotated[
        bool, typer.Option("--files-with-matches", "-l", help="Only the names of files with a hit.")
    ] = False,
    date: options.Date = None,
    encoding: options.Encoding = None,
    color: options.Color = "auto",
    no_config: options.NoConfig = False,
) -> None:
    """Search articles, or JSONL that `extract` wrote, for claims, quotes and other facts.

    One line a hit, `path:line:` first.  Verbs and names match in all their forms.

    \b
    Examples:
      newsclaims find --who Mexico --did grant news/
      newsclaims find --said "international law" facts.jsonl
      newsclaims find --kind money --json article.txt | jq .fact.value

    \b
    Exit codes: 0 something was found; 1 nothing was; 2 wrong usage or an
    input that could not be read.
    """
    from newsclaims.cli.messages import Messages
    from newsclaims.cli.reading import columns_of
    from newsclaims.output.finding import Question, hits
    from newsclaims.output.terminal import Page
    from newsclaims.output.terminal_find import hit_json, hit_line

    question = Question(who, did, whom, said, kind, _day(since), _day(until))
    _refuse_nonsense(question)
    if not paths and sys.stdin.isatty():
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(UNUSABLE)
    page = Page(*columns_of(None, color))
    messages = Messages()
    failed = [0]
    total = 0
    here: dict[str, int] = {}
    for source, line, record, text in _records(paths or ["-"], date, encoding, question, messages, failed):
        for hit in hits(record, question):
            total += 1
            here[source] = here.get(source, 0) + 1
            if count or (files and here[source] > 1):
                continue
            at = line if line is not None else (text or "").count("\n", 0, hit.start) + 1
            if files:
                sys.stdout.write(page.paint(source, "path") + "\n")
            elif as_json:
                sys.stdout.write(hit_json(source, at, record, text, hit) + "\n")
            else:
                sys.stdout.write(hit_line(f"{source}:{at}", record, text, hit, page) + "\n")
        sys.stdout.flush()
    if count:
        sys.stdout.write("".join(f"{source}:{number}\n" for source, number in here.items()))
    raise typer.Exit(UNUSABLE if failed[0] else 0 if total else FAILED)


def _day(value: str | None) -> str | None:
    from newsclaims.text.records import iso_day

    day = None if value is None else iso_day(value)
    if value is not None and day is None:
        raise typer.BadParameter(f"{value!r} is not an ISO 8601 day")
    return day


def _refuse_nonsense(question: Question) -> None:
    from newsclaims.cli.options import KINDS
    from newsclaims.output.finding import FIGURE_KINDS

    asked = (question.who, question.did, question.whom, question.said, question.kind, question.since, question.until)
    if not any(asked):
        raise typer.BadParameter("say what to find: --who, --did, --whom, --said, --kind, --since or --until")
    if question.kind not in (None, *KINDS, *FIGURE_KINDS):
        known = ", ".join((*KINDS, *FIGURE_KINDS))
        raise typer.BadParameter(f"--kind is {question.kind!r}, but must be one of: {known}")


def _records(
    paths: list[str], date: str | None, encoding: str | None, question: Question, messages: Messages, failed: list[int]
) -> Iterator[Found]:
    """Yield (path, line or None, record, text or None) of every article that may answer."""
    from newsclaims.extract import MAX_CHARS, extract_record, given_day
    from newsclaims.model import Failure
    from newsclaims.text.files import Piece, pieces, records_in
    from newsclaims.text.inputs import NOTES, Selection, inputs_of

    day = given_day(date)
    words = [word for part in (question.who, question.whom, question.said) if part for word in part.casefold().split()]
    for item in inputs_of(paths, Selection(results=True)):
        if isinstance(item, Failure):
            failed[0] += item.code not in NOTES
            messages.failure(item)
            continue
        if item.written and item.path.endswith(".json"):
            yield from ((item.path, None, record, None) for record in _written_in(item.path))
            continue
        for piece in pieces(item.path, encoding, MAX_CHARS):
            written = _written(piece.data) if isinstance(piece, Piece) and piece.line is not None else None
            if written is not None:
                yield item.path, piece.line, written, None
                continue
            if item.written:  # the record of an article that could not be read then
                continue
            for record in records_in(piece, encoding, MAX_CHARS):
                if not isinstance(record, Failure) and not all(word in record.text.casefold() for word in words):
                    continue  # an article without the words cannot answer: reading it would cost a hundred times more
                article = extract_record(record, day)
                if isinstance(article, Failure):
                    failed[0] += 1
                    messages.failure(article)
                else:
                    line = None if isinstance(piece, Failure) else piece.line
                    yield item.path, line, article.to_dict(), article.text


def _written(data: bytes | None) -> dict[str, Any] | None:
    """Return a record that `extract` wrote, ``None`` for any other line."""
    if data is None or not data.lstrip().startswith(b'{"schema_version"'):
        return None
    try:
        return _record(json.loads(data))
    except ValueError:
        return None


def _written_in(path: str) -> Iterator[dict[str, Any]]:
    """Yield the records of a JSON file in an output folder, which holds one or a list of them."""
    try:
        with open(path, "rb") as file:
            content = json.load(file)
    except (OSError, ValueError):  # it is being written anew; its input is read the next time
        return
    for item in content if isinstance(content, list) else [content]:
        record = _record(item)
        if record is not None:
            yield record


def _record(record: Any) -> dict[str, Any] | None:
    keys = ("id", "sentences", "entities", "claims", "quotes", "dates", "figures")
    return record if isinstance(record, dict) and all(key in record for key in keys) else None
