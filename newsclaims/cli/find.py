"""``newsclaims find``: grep for claims."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterator
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Annotated, Any

from newsclaims.cli import completion, options
from newsclaims.cli.parameter import Misuse, Option
from newsclaims.cli.reading import Reading, reads_articles, refuse_idle
from newsclaims.cli.session import FAILED, UNUSABLE
from newsclaims.find.question import MODALITIES, Question
from newsclaims.isolation import isolated
from newsclaims.model import Failure
from newsclaims.text.files import bare, form_of
from newsclaims.text.outputs import MANIFEST, is_output_folder

if TYPE_CHECKING:
    from newsclaims.cli.tasks import Task

FORMATS = ("text", "json", "jsonl")
_NAME = Option(metavar="NAME", help='Who acts or speaks; any name of the person or body. "…" is a phrase.')
_DAY = Option(metavar="ISO", help="Facts that their sentence dates, not before this day.")
_LAST_DAY = Option(metavar="ISO", help="Facts that their sentence dates, not after this day.")
_KIND = Option(
    metavar="KIND",
    help="claims, quotes, dates, figures, entities, or a kind of figure: money …",
    autocompletion=completion.kinds_of_facts,
)
_MODALITY = Option(
    metavar="NAMES",
    help=f"Claims that are so told, comma-separated: {', '.join(MODALITIES)}.",
    autocompletion=completion.some_of(MODALITIES),
)
_FORMAT = Option(
    "--format",
    "-f",
    metavar="NAME",
    help="text, json (a list) or jsonl (a hit a line).",
    autocompletion=completion.one_of(*FORMATS),
)
_CONTEXT = Option("--context", "-C", min=0, max=1000, metavar="N", help="N sentences before and behind, too.")
Found = tuple[str, int | None, Any, str | None]


@reads_articles
def command(
    context: Any,
    reading: Reading,
    who: Annotated[str | None, _NAME] = None,
    did: Annotated[str | None, Option(metavar="VERB", help="What was done: a verb in any form.")] = None,
    like: Annotated[bool, Option("--like", help="With --did: verbs that news uses for it (buy: acquire).")] = False,
    whom: Annotated[str | None, Option(metavar="NAME", help="To whom or what.")] = None,
    said: Annotated[
        str | None, Option(metavar="WORDS", help='Words of a quote, or their beginnings; "…" is a phrase.')
    ] = None,
    kind: Annotated[str | None, _KIND] = None,
    modality: Annotated[str | None, _MODALITY] = None,
    negated: Annotated[
        bool | None, Option("--negated/--not-negated", help="Only claims that something is not so, or is.")
    ] = None,
    since: Annotated[str | None, _DAY] = None,
    until: Annotated[str | None, _LAST_DAY] = None,
    format: Annotated[str, _FORMAT] = "text",
    as_json: Annotated[bool, Option("--json", help="As --format jsonl.")] = False,
    count: Annotated[bool, Option("--count", "-c", help="Only how many sentences each file has.")] = False,
    files: Annotated[bool, Option("--files-with-matches", "-l", help="Only the names of files with a hit.")] = False,
    print0: Annotated[bool, Option("--print0", help="With -l: names end in NUL, as xargs -0 reads them.")] = False,
    line_number: Annotated[
        bool, Option("--line-number/--no-line-number", "-n", help="The line before each hit (as it is).")
    ] = True,
    with_filename: Annotated[
        bool, Option("--with-filename/--no-filename", "-H", help="The path before each hit (as it is).")
    ] = True,
    invert: Annotated[bool, Option("--invert-match", "-v", help="The sentences without a hit.")] = False,
    only: Annotated[bool, Option("--only-matching", "-o", help="Only the words of each hit.")] = False,
    context_lines: Annotated[int, _CONTEXT] = 0,
    most: Annotated[
        int | None, Option("--max-count", "-m", min=1, metavar="N", help="Leave a file after N lines.")
    ] = None,
    quiet: Annotated[bool, Option("--quiet", "-q", help="Print nothing and stop at the first hit.")] = False,
    verbose: Annotated[bool, Option("--verbose", help="Say all failures and notes.")] = False,
    ignore_case: Annotated[
        bool, Option("--ignore-case", "-i", help="As for grep; case and accents are ignored in any case.")
    ] = False,
) -> None:
    """Search articles, or JSON and JSONL that `extract` wrote, for claims, quotes and other facts.

    One line a sentence, `path:line:` first; of a saved result its id and the sentence's number.  Verbs and names
    match in all their forms, and every verb of a group counts: `threatened to kill` is found by both.  Articles (the,
    a) are ignored.

    \b
    Examples:
      newsclaims find --who Mexico --did grant news/
      newsclaims find --did buy --like --modality asserted --not-negated news/
      newsclaims find --said '"no evidence"' -C 1 facts.jsonl
      newsclaims find --kind money --format jsonl article.txt | jq .fact.value

    \b
    Exit codes: 0 something was found; 1 nothing was; 2 wrong usage or an
    input that could not be read.
    """
    from newsclaims.cli.loading import columns_of
    from newsclaims.cli.targets import Target, open_target
    from newsclaims.terminal.answers import Layout, Read, answer
    from newsclaims.terminal.page import Page
    from newsclaims.text.visible import visible

    told = tuple(name.strip() for name in (modality or "").split(",") if name.strip())
    asked = Question(
        who, did, whom, said, kind, _day(since), _day(until), reading.wanted.min_confidence, like, told, negated
    )
    format = "jsonl" if as_json else format
    _refuse_nonsense(asked, modality)
    options.choice("--format", format, FORMATS)
    if print0 and not files:
        refuse_idle(context, "print0", "--print0 is for --files-with-matches (-l), which is not given")
    if files and count:
        raise Misuse("--files-with-matches and --count exclude each other")
    if invert and (only or format != "text"):
        raise Misuse("--invert-match is for text, and not with --only-matching")
    page = Page(*columns_of(None, reading.color))
    layout = Layout(page, with_filename, line_number, context_lines, context_lines, only, invert)
    target = Target(sys.stdout.buffer) if format == "text" else open_target(None, format)
    messages = reading.messages
    question = Question() if invert else asked  # every article answers what is not asked
    opened = False
    failed = [0]
    total = 0
    found = _records(reading, question, failed)
    for source, group in groupby(found, itemgetter(0)):
        here = 0
        for _, line, record, text in group:
            if record is None:
                continue
            read = Read(source, line, record, text)
            left = None if most is None else most - here
            shown = isolated(partial(answer, read, asked, layout, format, left), None, source, line)
            if isinstance(shown, Failure):
                failed[0] += 1
                messages.failure(shown if text is not None else _damaged(shown))
                continue
            lines, hits = shown
            here += hits
            total += hits
            if quiet and hits:
                found.close()  # and its processes end
                raise SystemExit(0)
            if lines and not (count or files):
                if format == "json":
                    lines = [("," if opened or number else "[") + "\n" + item for number, item in enumerate(lines)]
                elif layout.before and opened:
                    lines = ["--", *lines]
                opened = True
                end = "" if format == "json" else "\n"
                target.write("".join(item + end for item in lines).encode("utf-8", "backslashreplace"))
                target.flush()
            if (files and here) or (most is not None and here >= most):
                break  # the file has said what it should
        name = page.paint(visible(source), "path")
        if count:
            sys.stdout.write(f"{name}:{here}\n" if with_filename else f"{here}\n")
        elif files and here and (print0 or not sys.stdout.isatty()):  # for xargs: the name as it is
            sys.stdout.buffer.write(os.fsencode(source) + (b"\0" if print0 else b"\n"))
        elif files and here:
            sys.stdout.write(f"{name}\n")
        sys.stdout.flush()
    if format == "json" and not (count or files or quiet):
        target.write(b"\n]\n" if opened else b"[]\n")
        target.flush()
    messages.count_rest()
    messages.tell_notices()
    raise SystemExit(UNUSABLE if failed[0] else 0 if total else FAILED)


def _damaged(failure: Failure) -> Failure:
    """Return the failure of a record that does not hold what `extract` writes."""
    reason = failure.message.rpartition("report it: ")[2]
    return Failure(None, failure.source, failure.line, "bad-json", f"a damaged result of extract: {reason}")


def _day(value: str | None) -> str | None:
    from newsclaims.text.records import iso_day

    day = None if value is None else iso_day(value)
    if value is not None and day is None:
        raise Misuse(f"{value!r} is not an ISO 8601 day")
    return day


def _refuse_nonsense(question: Question, modality: str | None) -> None:
    from newsclaims.find.question import FIGURE_KINDS

    asked = (question.who, question.said, question.kind, question.since, question.until, question.of_claims)
    if not any(asked):
        raise Misuse("say what to find: --who, --did, --whom, --said, --kind, --since or --until")
    if question.kind is not None:
        options.choice("--kind", question.kind, (*options.KINDS, *FIGURE_KINDS))
    if modality is not None and not question.modality:
        raise Misuse("--modality names none")
    for name in question.modality:
        options.choice("--modality", name, MODALITIES)
    if question.like and not question.did:
        raise Misuse("--like is for --did")


def _records(reading: Reading, question: Question, failed: list[int]) -> Generator[Found, None, None]:
    """Yield (path, line or None, record or None, text or None) of every article; no record: it cannot answer."""
    from newsclaims.batch.notices import notices
    from newsclaims.batch.work import Settings
    from newsclaims.cli.tasks import runner
    from newsclaims.text.inputs import NOTES

    settings = Settings("article", reading.wanted, reading.intake, lexicon=reading.lexicon)
    paths = [*reading.paths]
    for tag, outcome in runner(settings, paths, reading.jobs)(_tasks(paths, reading, question)):
        path, line, patience = tag
        if outcome is None:
            yield path, None, None, None
            continue
        if patience is not None and patience.over:  # it was read ahead
            continue
        last = patience.note(good=outcome.articles > 0) if patience is not None else None
        for failure in (*outcome.failures, *([last] if last else [])):
            failed[0] += failure.code not in NOTES
            reading.messages.failure(failure)
        for article in outcome.items:
            reading.messages.notice(notices(article, line))
            place = 1 if form_of(path) == "json" else None  # its lines are not those of the article
            yield path, line or place, article.to_dict(), article.text or None


def _tasks(paths: list[str], reading: Reading, question: Question) -> Iterator[Task]:
    """Yield the records that may answer, each with its path, line and how much patience its file has left."""
    from newsclaims.find.prefilter import Prefilter
    from newsclaims.text.files import pieces, records_in
    from newsclaims.text.inputs import inputs_of
    from newsclaims.text.limits import Patience
    from newsclaims.text.outputs import Outputs
    from newsclaims.text.records import Record

    prefilter = Prefilter(question)
    selection = reading.selection._replace(search=True, outputs=Outputs(descriptor=1))
    for item in inputs_of(paths, selection):
        if isinstance(item, Failure):
            yield (item.source, None, None), item
            continue
        if item.path not in paths and _beside_its_source(item.path):
            continue
        patience = Patience(item.path)
        for piece in pieces(item.path, reading.intake):
            if patience.over:
                break
            tag = (item.path, None if isinstance(piece, Failure) else piece.line, patience)
            for record in records_in(piece, reading.intake):
                if patience.over or (isinstance(record, Failure) and item.written):  # it could not be read then
                    continue
                passes = not isinstance(record, Record) or prefilter.may_answer(record.text)
                yield tag, record if passes else None


def _beside_its_source(path: str) -> bool:
    """Tell whether a file of a folder is no article: a manifest, or output that stands beside the text it is from."""
    if os.path.basename(path) == MANIFEST:
        return is_output_folder(os.path.dirname(path) or os.curdir)
    name = bare(path)
    return name.endswith(".json") and any(os.path.exists(name[:-5] + suffix) for suffix in (".txt", ".md", ".TXT"))
