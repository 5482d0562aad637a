"""A run of ``extract``: inputs through workers to standard output, a file or a folder, and its exit code."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import TYPE_CHECKING, NamedTuple

from newsclaims.batch.work import Outcome, Settings, Stats
from newsclaims.cli.messages import NO_ARTICLES, Messages
from newsclaims.cli.session import EMPTY, FAILED, UNUSABLE
from newsclaims.cli.tasks import outcomes, runner
from newsclaims.formats.atomic import Unusable
from newsclaims.formats.encoders import Encoder, encoder
from newsclaims.model import Failure
from newsclaims.text.files import STDIN
from newsclaims.text.inputs import NOTES, Selection, inputs_of, is_stream
from newsclaims.text.limits import Patience
from newsclaims.text.outputs import IsOutput, Outputs, is_output_file, is_output_folder

if TYPE_CHECKING:
    from newsclaims.batch.run import Batch, Unit
    from newsclaims.cli.progress import Late, Log, Progress
    from newsclaims.cli.targets import Target
    from newsclaims.formats.remote import Folder
    from newsclaims.text.inputs import Input

Spreader = Callable[["Plan", "Batch", "Iterable[Input | Failure]", list[str], "Progress | Log | None"], Stats]
"""Has a batch done elsewhere; the list is told the inputs in their order."""

_RESULTS = frozenset({"jsonl", "why"})
"""The formats of JSON Lines that a later run passes over, because it knows them for results."""


class Plan(NamedTuple):
    """What to run: ``jobs`` 0 is one a processor, ``timeout`` 0 no limit, ``output`` None standard output.

    ``read`` are files that are read beside the inputs, and must not be overwritten either; ``log`` says every minute
    how far the run is where no terminal shows it; ``cluster`` does a batch elsewhere.
    """

    paths: Iterable[str]
    selection: Selection
    settings: Settings
    messages: Messages
    jobs: int = 0
    timeout: float = 0
    output: str | None = None
    output_dir: str | None = None
    force: bool = False
    fail_empty: bool = False
    read: tuple[str, ...] = ()
    cluster: Spreader | None = None
    log: bool = False


def run(plan: Plan) -> int:
    """Run the plan and return the exit code."""
    apart = plan.settings.apart  # a file a kind, each of all articles: a stream in several files
    stats = _to_folder(plan) if plan.output_dir is not None and not apart else _to_stream(plan)
    plan.messages.count_rest()
    plan.messages.tell_notices()
    counts = (stats.articles, stats.failed, stats.skipped, stats.facts)
    if not any(counts[:3]):
        plan.messages.note(NO_ARTICLES)
    if plan.output_dir is not None or stats.failed or plan.messages.verbose:
        plan.messages.summary(*counts)
    if stats.failed:
        return FAILED if stats.articles or stats.skipped else UNUSABLE
    return EMPTY if plan.fail_empty and not stats.facts and not stats.skipped else 0


def _to_stream(plan: Plan) -> Stats:
    stats = Stats()
    settings = plan.settings
    with ExitStack() as closing:
        target, selection = (_tables if settings.apart else _stream)(plan, closing)
        show = Encoder() if settings.apart else encoder(settings.format, settings.tables[0], settings.mark)
        target.write(show.begin())
        written = False
        bar = _late_bar(plan, closing)
        reading: Patience | None = None
        for patience, outcome in outcomes(settings, plan.paths, selection, plan.jobs, plan.timeout):
            for failure in outcome.failures:
                if bar is not None:
                    bar.step_aside()
                plan.messages.failure(failure)
                stats.failed += failure.code not in NOTES
            for item in outcome.items:
                target.write(show.item(item))
                written = True
            target.flush()
            plan.messages.notice(outcome.notices)
            stats.articles += outcome.articles
            stats.facts += outcome.facts
            if bar is not None:  # the file before this one is done
                bar.tick(files=reading is not None and patience is not reading, articles=outcome.articles)
                reading = patience
        if stats.failed and not written:  # what stands in the output's place is better than nothing
            return stats
        target.write(show.end())
        target.finish()
    return stats


def _late_bar(plan: Plan, closing: ExitStack) -> Late | None:
    """Return a progress bar for a run that writes files, if somebody sees it and the inputs can be counted."""
    from newsclaims.cli.progress import Late, Progress, progress_wanted
    from newsclaims.cli.targets import descriptor_of

    paths = plan.paths
    if not progress_wanted(plan.messages.quiet) or not isinstance(paths, list) or STDIN in paths:
        return None
    if plan.output_dir is None and descriptor_of(plan.output) is not None:
        return None
    bar = Late(lambda: Progress(paths, plan.selection, plan.messages.colored, plan.messages.started))
    closing.callback(bar.close)
    return bar


def _stream(plan: Plan, closing: ExitStack) -> tuple[Target, Selection]:
    """Return the one output and what may be read, after a look at what must not."""
    from newsclaims.cli.targets import open_target, outputs_of

    outputs = outputs_of(plan.output, plan.settings.format)
    _refuse(plan, outputs)
    _refuse_as_input(plan)
    target = open_target(plan.output, plan.settings.format, plan.messages.note)
    return closing.enter_context(target), plan.selection._replace(outputs=outputs)


def _tables(plan: Plan, closing: ExitStack) -> tuple[Target, Selection]:
    """Return the folder of tables and what may be read, after a look at what must not."""
    from newsclaims.cli.tables import TablesTarget
    from newsclaims.formats.remote import open_folder

    assert plan.output_dir is not None
    folder = open_folder(plan.output_dir)
    closing.push(folder)
    _refuse_inside(plan, folder)
    target = TablesTarget(folder, plan.settings)
    outputs = Outputs(target.paths)
    _refuse(plan, outputs)
    return closing.enter_context(target), plan.selection._replace(outputs=outputs, outside=folder.identity)


def _refuse(plan: Plan, outputs: Outputs) -> None:
    for path in [*(plan.paths if isinstance(plan.paths, list) else ()), *plan.read]:
        outputs.refuse(path)


def _to_folder(plan: Plan) -> Stats:
    from newsclaims.batch.manifest import Manifest, run_signature
    from newsclaims.batch.run import Batch
    from newsclaims.cli.progress import Log, Progress, progress_wanted
    from newsclaims.formats.remote import open_folder

    assert plan.output_dir is not None
    with ExitStack() as closing:
        folder = open_folder(plan.output_dir)
        closing.push(folder)
        selection = plan.selection._replace(outside=folder.identity, mirrored=True)
        _refuse_inside(plan, folder)
        manifest = Manifest(folder.desk, run_signature(plan.settings), fresh=plan.force)
        order: list[str] = []
        closing.callback(manifest.close, order)
        bar: Progress | Log | None = None
        if progress_wanted(plan.messages.quiet) and isinstance(plan.paths, list) and STDIN not in plan.paths:
            bar = Progress(plan.paths, selection, plan.messages.colored)
            closing.callback(bar.close)
        elif plan.log:
            bar = Log(plan.messages.say)

        def tick(unit: Unit, outcome: Outcome | None) -> None:
            plan.messages.notice(outcome.notices if outcome else ())
            if bar is not None:
                bar.tick(files=outcome is None, articles=outcome.articles if outcome else 0)

        def report(failure: Failure) -> None:
            if bar is not None:
                bar.step_aside()
            plan.messages.failure(failure)

        batch = Batch(folder, manifest, plan.settings, skip=not plan.force, report=report, tick=tick)
        inputs = inputs_of(plan.paths, selection)
        if plan.cluster is not None:
            return plan.cluster(plan, batch, inputs, order, bar)
        return batch.run(inputs, runner(plan.settings, plan.paths, plan.jobs, plan.timeout, isolated=True))


def _refuse_inside(plan: Plan, output: Folder) -> None:
    """Refuse an input folder that is, or lies in, the output folder: its files would be read and written at once.

    Nor does the folder of an input become an output folder, which later runs would pass over.

    Raises:
        Unusable: naming the folder.
    """
    ours = is_output_folder(output.real)
    for path in plan.paths if isinstance(plan.paths, list) else ():
        folder = path if os.path.isdir(path) else "" if ours or path == STDIN else os.path.dirname(path) or os.curdir
        if folder and output.holds(folder):
            raise Unusable(f"the input folder {folder} must not be, or lie in, the output folder {plan.output_dir}")


def _refuse_as_input(plan: Plan) -> None:
    """Refuse an output that a later run over its folder would take for an article; JSON Lines tell what they are.

    Raises:
        Unusable: naming the file.
        IsOutput: when it is a feed of articles that lies there already.
    """
    if not isinstance(plan.paths, list) or plan.output in (None, STDIN):
        return
    real = os.path.realpath(str(plan.output))
    for path in plan.paths:
        folder = os.path.realpath(path).rstrip(os.sep) + os.sep
        if os.path.isdir(path) and real.startswith(folder):
            relative = real[len(folder) :].replace(os.sep, "/")
            if not plan.selection.takes(os.path.basename(real), relative):
                continue
            if not is_stream(real) or plan.settings.format not in _RESULTS:
                raise Unusable(
                    f"the output {plan.output} lies in the input folder {path}, and its name would make it an article"
                    " of the next run: write it elsewhere or with another suffix"
                )
            if os.path.isfile(real) and os.path.getsize(real) and not is_output_file(real):
                raise IsOutput(str(plan.output))
