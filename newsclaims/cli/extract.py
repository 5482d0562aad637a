"""``newsclaims extract``: articles in, structured facts out."""

from __future__ import annotations

import os
import sys
from typing import Any

from newsclaims.cli import options
from newsclaims.cli.options import FORMATS
from newsclaims.cli.parameter import Misuse
from newsclaims.cli.reading import Reading, reads_articles, refuse_idle
from newsclaims.formats.packed import packer_of

_BY_SUFFIX = {
    "": "jsonl", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "csv", ".tsv": "tsv",
    ".db": "sqlite", ".sqlite": "sqlite", ".sqlite3": "sqlite", ".parquet": "parquet", ".html": "html",
    ".htm": "html", ".txt": "text", ".jsonld": "annotation", ".conllu": "conllu", ".spacy": "docbin",
}  # fmt: skip

_TABLES = frozenset({"csv", "tsv", "parquet"})


@reads_articles
def command(
    context: Any,
    reading: Reading,
    only: options.Only = None,
    checks: options.Checks = False,
    with_text: options.WithText = False,
    keep_meta: options.KeepMeta = False,
    format: options.Format = None,
    output: options.FactsOutput = None,
    output_dir: options.OutputDir = None,
    timeout: options.Timeout = 0,
    max_chars: options.MaxChars = 10_000_000,
    errors: options.Errors = "stderr",
    force: options.Force = False,
    skip_existing: options.SkipExisting = False,
    csv_raw: options.CsvRaw = False,
    bom: options.Bom = False,
    min_worthiness: options.MinWorthiness = None,
    why: options.Why = False,
    fail_empty: options.FailEmpty = False,
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
    from newsclaims.batch.renderers import FORMATS as RENDERED
    from newsclaims.batch.work import Settings
    from newsclaims.cli.run import Plan, run

    options.refuse_nonsense(errors, timeout, checks, only)
    if format is not None:
        options.choice("--format", format, FORMATS)
    if "" in (output, output_dir):
        raise Misuse("--output or --output-dir names nothing")
    if output is not None and output_dir is not None:
        raise Misuse("--output and --output-dir exclude each other")
    for name, given in (("force", force), ("skip_existing", skip_existing)):
        if given and output_dir is None:
            refuse_idle(context, name, f"--{name.replace('_', '-')} is for --output-dir, which is not given")
    if force and skip_existing:
        refuse_idle(context, "force", "--force and --skip-existing exclude each other", "skip_existing")
    if why and format not in (None, "jsonl"):
        raise Misuse("--why writes JSONL, not another --format")
    chosen = "why" if why else checked_format(format, output, output_dir)
    if (csv_raw or bom) and chosen not in ("csv", "tsv"):
        raise Misuse(f"{'--csv-raw' if csv_raw else '--bom'} is for CSV and TSV, not for {chosen}")
    if min_worthiness is not None and chosen != "claimreview":
        raise Misuse(f"--min-worthiness is for claimreview, not for {chosen}")
    if errors == "inline" and not RENDERED[chosen].errors:
        refuse_idle(context, "errors", f"--errors inline is for JSON, not for {chosen}")
    settings = Settings(
        format=chosen,
        wanted=reading.wanted._replace(
            only=options.kinds(only), max_chars=max_chars, checks=checks, with_text=with_text
        ),
        intake=reading.intake._replace(max_chars=max_chars, keep_meta=keep_meta),
        errors_inline=errors == "inline",
        lexicon=reading.lexicon,
        mirrored=output_dir is not None,
        apart=output_dir is not None and chosen in _TABLES,
        raw=csv_raw,
        mark=bom,
        worthiness=0.5 if min_worthiness is None else min_worthiness,
    )
    plan = Plan(
        paths=reading.paths,
        selection=reading.selection,
        settings=settings,
        messages=reading.messages,
        jobs=reading.jobs,
        timeout=timeout,
        output=output,
        output_dir=output_dir,
        force=force,
        fail_empty=fail_empty,
        read=reading.read,
    )
    raise SystemExit(run(plan))


def checked_format(format: str | None, output: str | None, output_dir: str | None) -> str:
    """Return the name of the format to write: as asked, by the output's suffix, or what is usual for that output.

    Raises:
        Misuse: when there is none, or it cannot be written there.
    """
    packer = packer_of(output)
    if format is None and output is not None:
        suffix = os.path.splitext(output[: len(output) - len(packer)])[1].lower()
        if suffix not in _BY_SUFFIX:
            known = " ".join(name for name in _BY_SUFFIX if name)
            raise Misuse(
                f"--output ends in {suffix}, which names no format: end it in {known} (.gz, .xz or .zst behind it pack"
                " it), or give --format"
            )
        format = _BY_SUFFIX[suffix]
    if packer and format in ("sqlite", "parquet", "docbin"):
        raise Misuse(f"--output ends in {packer}, but a file of the format {format} is not packed")
    if packer == ".zst":
        from importlib.util import find_spec

        if find_spec("zstandard") is None:
            raise Misuse("--output in .zst needs zstandard: pip install 'newsclaims[zst]'")
    if format is None:
        if output_dir is not None:
            return "json"
        return "auto" if sys.stdout.isatty() else "jsonl"
    if format == "sqlite" and (output is None or output == "-"):
        raise Misuse("--format sqlite needs --output FILE")
    if format == "brat" and output_dir is None:
        raise Misuse("--format brat writes two files an article: it needs --output-dir DIR")
    if format in ("parquet", "docbin") and output_dir is None and output is None and sys.stdout.isatty():
        raise Misuse(f"--format {format} needs --output FILE or --output-dir DIR")
    from newsclaims.batch.renderers import FORMATS as RENDERED

    if (missing := RENDERED[format].missing()) is not None:
        raise Misuse(missing)
    return format
