"""``newsclaims extract``: articles in, structured facts out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from itertools import chain

import typer

from newsclaims.cli import options
from newsclaims.cli.options import FORMATS, KINDS
from newsclaims.cli.session import UNUSABLE


def command(
    context: typer.Context,
    paths: options.Paths = None,
    date: options.Date = None,
    only: options.Only = None,
    format: options.Format = None,
    output: options.Output = None,
    output_dir: options.OutputDir = None,
    encoding: options.Encoding = None,
    files_from: options.FilesFrom = None,
    null: options.Null = False,
    glob: options.Glob = None,
    follow: options.Follow = False,
    jobs: options.Jobs = 0,
    timeout: options.Timeout = 0,
    max_chars: options.MaxChars = 10_000_000,
    errors: options.Errors = "stderr",
    force: options.Force = False,
    skip_existing: options.SkipExisting = False,
    lexicon: options.Lexicon = None,
    csv_raw: options.CsvRaw = False,
    why: options.Why = False,
    fail_empty: options.FailEmpty = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    color: options.Color = "auto",
    no_config: options.NoConfig = False,
) -> None:
    """Extract entities, claims, quotes, dates and figures from articles.

    \b
    Examples:
      newsclaims extract article.txt --date 2025-11-06
      cat news.jsonl | newsclaims extract --only quotes | jq -r '.quotes[].text'
      newsclaims extract news/ --output-dir facts/ --jobs 4
      newsclaims extract news.jsonl.gz --format sqlite --output news.db

    \b
    Exit codes: 0 all done; 1 some inputs failed, the rest is written; 2 wrong
    usage, nothing readable or output not writable; 3 nothing found
    (--fail-empty); 130 interrupted.
    """
    from newsclaims.batch.work import Settings
    from newsclaims.cli.messages import Messages
    from newsclaims.cli.run import Plan, named_in, run
    from newsclaims.text.inputs import Selection

    _choice("--errors", errors, ("stderr", "inline"))
    _choice("--color", color, ("auto", "always", "never"))
    if format is not None:
        _choice("--format", format, FORMATS)
    if output is not None and output_dir is not None:
        raise typer.BadParameter("--output and --output-dir exclude each other")
    if why and format not in (None, "jsonl"):
        raise typer.BadParameter("--why writes JSONL, not another --format")
    chosen = "why" if why else _format(format, output, output_dir, csv_raw)
    if not paths and files_from is None:
        if sys.stdin is None or sys.stdin.isatty():
            typer.echo(context.get_help(), err=True)
            raise typer.Exit(UNUSABLE)
        paths = ["-"]
    named: Iterable[str] = paths or []
    if files_from is not None:
        named = chain(named, named_in(files_from, b"\0" if null else b"\n"))
    settings = Settings(
        format=chosen,
        date=_day(date),
        only=_kinds(only),
        encoding=options.checked_encoding(encoding),
        max_chars=max_chars,
        errors_inline=errors == "inline",
        lexicon=_lexicon(lexicon),
        mirrored=output_dir is not None,
    )
    plan = Plan(
        paths=named,
        selection=Selection(tuple(glob or ()), follow),
        settings=settings,
        messages=Messages(quiet=quiet, verbose=verbose, color=color),
        jobs=jobs,
        timeout=timeout,
        output=output,
        output_dir=output_dir,
        force=force,
        fail_empty=fail_empty,
    )
    raise typer.Exit(run(plan))


def _choice(option: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise typer.BadParameter(f"{option} is {value!r}, but must be one of: {', '.join(allowed)}")


def _format(format: str | None, output: str | None, output_dir: str | None, csv_raw: bool) -> str:
    if format is None and output is not None:
        suffix = os.path.splitext(output)[1]
        known = {".json": "json", ".csv": "csv", ".tsv": "tsv", ".db": "sqlite", ".sqlite": "sqlite",
                 ".parquet": "parquet", ".html": "html", ".txt": "text"}  # fmt: skip
        format = known.get(suffix, "jsonl")
    if format is None:
        if output_dir is not None:
            return "json"
        return "auto" if sys.stdout.isatty() else "jsonl"
    if format == "sqlite" and (output is None or output == "-"):
        raise typer.BadParameter("--format sqlite needs --output FILE")
    if format == "parquet" and output_dir is None and output is None and sys.stdout.isatty():
        raise typer.BadParameter("--format parquet needs --output FILE or --output-dir DIR")
    return "csv-raw" if format == "csv" and csv_raw else format


def _day(date: str | None) -> str | None:
    from newsclaims.extract import given_day

    try:
        return given_day(date)
    except ValueError as error:
        raise typer.BadParameter(f"--date is {error}") from error


def _kinds(only: str | None) -> tuple[str, ...] | None:
    if only is None:
        return None
    wanted = tuple(name.strip() for name in only.split(",") if name.strip())
    for name in wanted:
        _choice("--only", name, KINDS)
    if not wanted:
        raise typer.BadParameter("--only names no kind")
    return wanted


def _lexicon(folder: str | None) -> str | None:
    if folder is None:
        return None
    from newsclaims.table import BadTable, use_lexicon

    try:
        use_lexicon(folder)
    except BadTable as error:
        raise typer.BadParameter(str(error)) from error
    except OSError as error:
        raise typer.BadParameter(f"--lexicon: {folder}: {error.strerror}") from error
    return os.path.abspath(folder)
