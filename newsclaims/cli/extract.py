"""``newsclaims extract``: articles in, structured facts out."""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.util import find_spec
from itertools import chain

import typer

from newsclaims.cli import options
from newsclaims.cli.options import FORMATS
from newsclaims.cli.session import UNUSABLE
from newsclaims.formats.packed import packer_of

_BY_SUFFIX = {
    "": "jsonl", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "csv", ".tsv": "tsv",
    ".db": "sqlite", ".sqlite": "sqlite", ".sqlite3": "sqlite", ".parquet": "parquet", ".html": "html",
    ".htm": "html", ".txt": "text",
}  # fmt: skip

_TABLES = frozenset({"csv", "tsv", "parquet"})


def command(
    context: typer.Context,
    paths: options.Paths = None,
    date: options.Date = None,
    language: options.Language = "en",
    min_confidence: options.MinConfidence = 0,
    only: options.Only = None,
    checks: options.Checks = False,
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
    bom: options.Bom = False,
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

    options.choice("--errors", errors, ("stderr", "inline"))
    options.choice("--color", color, ("auto", "always", "never"))
    if math.isnan(timeout):
        raise typer.BadParameter("--timeout is no number")
    if format is not None:
        options.choice("--format", format, FORMATS)
    if "" in (output, output_dir):
        raise typer.BadParameter("--output or --output-dir names nothing")
    if output is not None and output_dir is not None:
        raise typer.BadParameter("--output and --output-dir exclude each other")
    if why and format not in (None, "jsonl"):
        raise typer.BadParameter("--why writes JSONL, not another --format")
    if checks and only is not None:
        raise typer.BadParameter("--checks needs all kinds: leave --only out")
    chosen = "why" if why else _format(format, output, output_dir)
    if (csv_raw or bom) and chosen not in ("csv", "tsv"):
        raise typer.BadParameter(f"{'--csv-raw' if csv_raw else '--bom'} is for CSV and TSV, not for {chosen}")
    if not paths and files_from is None:
        if sys.stdin is None or sys.stdin.isatty():
            typer.echo(context.get_help(), err=True)
            raise typer.Exit(UNUSABLE)
        paths = ["-"]
    named: Iterable[str] = paths or []
    if files_from is not None:
        listed = named_in(files_from, b"\0" if null else b"\n")
        if _is_configured(context, "files_from"):
            listed = _inside(listed, files_from)
        named = chain(named, listed)
    tables = _tables(lexicon)
    settings = Settings(
        format=chosen,
        wanted=replace(options.checked(date, language, min_confidence, options.kinds(only), max_chars), checks=checks),
        encoding=options.checked_encoding(encoding),
        errors_inline=errors == "inline",
        lexicon=os.path.abspath(lexicon) if lexicon else None,
        mirrored=output_dir is not None,
        apart=output_dir is not None and chosen in _TABLES,
        raw=csv_raw,
        mark=bom,
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
        read=(*tables, *(() if files_from is None else (files_from,))),
    )
    raise typer.Exit(run(plan))


def _format(format: str | None, output: str | None, output_dir: str | None) -> str:
    packer = packer_of(output)
    if format is None and output is not None:
        suffix = os.path.splitext(output[: len(output) - len(packer)])[1].lower()
        if suffix not in _BY_SUFFIX:
            known = " ".join(name for name in _BY_SUFFIX if name)
            raise typer.BadParameter(
                f"--output ends in {suffix}, which names no format: end it in {known} (.gz, .xz or .zst behind it pack"
                " it), or give --format"
            )
        format = _BY_SUFFIX[suffix]
    if packer and format in ("sqlite", "parquet"):
        raise typer.BadParameter(f"--output ends in {packer}, but a file of the format {format} is not packed")
    if packer == ".zst" and find_spec("zstandard") is None:
        raise typer.BadParameter("--output in .zst needs zstandard: pip install 'newsclaims[zst]'")
    if format is None:
        if output_dir is not None:
            return "json"
        return "auto" if sys.stdout.isatty() else "jsonl"
    if format == "sqlite" and (output is None or output == "-"):
        raise typer.BadParameter("--format sqlite needs --output FILE")
    if format == "parquet" and output_dir is None and output is None and sys.stdout.isatty():
        raise typer.BadParameter("--format parquet needs --output FILE or --output-dir DIR")
    if format == "parquet" and find_spec("pyarrow") is None:
        raise typer.BadParameter("--format parquet needs pyarrow: pip install 'newsclaims[parquet]'")
    return format


def _tables(lexicon: str | None) -> list[str]:
    """Add the user's word tables to ours and return their paths.

    Raises:
        Unusable: naming the file and line that is wrong.
    """
    if lexicon is None:
        return []
    from newsclaims.formats.atomic import Unusable
    from newsclaims.table import BadTable, tables_in, use_lexicon

    try:
        use_lexicon(lexicon)
        return [path for _, _, path in tables_in(lexicon)]
    except BadTable as error:
        raise Unusable(str(error)) from error
    except OSError as error:
        raise Unusable(f"--lexicon: {error.filename or lexicon}: {error.strerror}") from error


def _is_configured(context: typer.Context, option: str) -> bool:
    """Tell whether a configuration file, not the user's command, has set an option."""
    source = context.get_parameter_source(option)
    return source is not None and source.name == "DEFAULT_MAP"


def _inside(paths: Iterable[str], listing: str) -> Iterator[str]:
    """Yield the paths that a list holds which only the configuration names.

    Raises:
        Unusable: at one that leads out of the current folder, as the configuration itself may not.
    """
    from newsclaims.cli.config import is_inside
    from newsclaims.formats.atomic import Unusable

    for path in paths:
        if not is_inside(path):
            raise Unusable(f"{listing} names {path}, out of this folder: name the list with --files-from to read it")
        yield path
