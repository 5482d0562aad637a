"""``newsclaims batch``: shards of many articles in, one file of facts for each out, on this machine or a cluster."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

from newsclaims.cli import options
from newsclaims.cli.extract import checked_format
from newsclaims.cli.parameter import AddressOption, Misuse, Option, PathOption
from newsclaims.cli.reading import Reading, reads_articles
from newsclaims.text.remote import local_path

if TYPE_CHECKING:
    from newsclaims.cli.run import Spreader

ENGINES = ("local", "dask")

Output = Annotated[
    str | None, PathOption("--output", "-o", metavar="DIR", help="Write one file a shard and manifest.jsonl here.")
]
Engine = Annotated[str, Option(metavar="NAME", help="local: processes of this machine. dask: a Dask cluster.")]
Scheduler = Annotated[
    str | None, AddressOption(metavar="ADDRESS", help="With dask: a running scheduler, as tcp://10.0.0.1:8786.")
]
Workers = Annotated[
    int, Option("--workers", "--jobs", "-j", min=0, max=1024, metavar="N", help="Processes. 0: one a processor.")
]
Retries = Annotated[
    int, Option(min=0, max=20, metavar="N", help="With dask: how often a shard is tried again whose worker died.")
]
Force = Annotated[bool, Option("--force", help="Do again what is done already.")]


@reads_articles
def command(
    reading: Reading,
    output: Output = None,
    engine: Engine = "local",
    scheduler: Scheduler = None,
    jobs: Workers = 0,
    retries: Retries = 2,
    only: options.Only = None,
    checks: options.Checks = False,
    format: options.Format = None,
    timeout: options.Timeout = 0,
    max_chars: options.MaxChars = 10_000_000,
    errors: options.Errors = "stderr",
    force: Force = False,
) -> None:
    """Extract from many shards, on this machine or a cluster; a run that was ended goes on where it was.

    Every shard becomes one file of facts, the same bytes on any engine, and one
    line of manifest.jsonl: hashes, counts, what failed. What is done already is
    skipped. An article that kills its worker fails, and only it.

    \b
    Examples:
      newsclaims batch shards/ -o facts/
      newsclaims batch shards/*.jsonl.gz -o facts/ --format parquet --engine dask --workers 8
      newsclaims batch /net/shards -o /net/facts --engine dask --scheduler tcp://10.0.0.1:8786

    \b
    Exit codes: 0 all done; 1 some articles or shards failed, the rest is
    written; 2 wrong usage, nothing readable, output not writable or cluster
    lost; 130 interrupted.
    """
    from newsclaims.batch.work import Settings
    from newsclaims.cli.run import Plan, run

    options.choice("--engine", engine, ENGINES)
    options.refuse_nonsense(errors, timeout, checks, only)
    if format is not None:
        options.choice("--format", format, tuple(name for name in options.FORMATS if name != "brat"))
    if not output:
        raise Misuse("-o DIR is missing: where to write")
    if scheduler is not None and engine != "dask":
        raise Misuse("--scheduler goes with --engine dask")
    settings = Settings(
        format=checked_format(format, None, output),
        wanted=reading.wanted._replace(only=options.kinds(only), max_chars=max_chars, checks=checks),
        intake=reading.intake,
        errors_inline=errors == "inline",
        lexicon=reading.lexicon,
        mirrored=True,
    )
    plan = Plan(
        paths=reading.paths,
        selection=reading.selection._replace(shards=True),
        settings=settings,
        messages=reading.messages,
        jobs=jobs,
        timeout=timeout,
        output_dir=local_path(output),
        force=force,
        read=reading.read,
        cluster=_cluster(scheduler, retries) if engine == "dask" else None,
        log=True,
    )
    raise SystemExit(run(plan))


def _cluster(scheduler: str | None, retries: int) -> Spreader:
    from newsclaims.cli.cluster import on_cluster

    return partial(on_cluster, scheduler, retries)
