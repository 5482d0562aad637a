"""Which shard is tried again, which article is to blame: with an engine that only pretends to lose its workers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from program import records, run, tree

from newsclaims.batch.manifest import Manifest, run_signature
from newsclaims.batch.pool import WorkersKeepDying
from newsclaims.batch.run import Batch
from newsclaims.batch.shard import Done, Shard, do
from newsclaims.batch.spread import Spread
from newsclaims.batch.work import Settings, Stats
from newsclaims.formats.atomic import OutputFolder
from newsclaims.text.inputs import Selection, inputs_of

Deadly = Callable[[Shard], bool]


class Pretended:
    """An engine of one worker in this process; tasks of which ``deadly`` says so are lost."""

    def __init__(self, deadly: Deadly, room: int = 3) -> None:
        self.deadly = deadly
        self.room = room
        self.tasks: list[Shard] = []
        self.most = self.deaths = self.done = 0

    def has_room(self) -> bool:
        return len(self.tasks) < self.room

    def submit(self, task: Shard) -> None:
        self.tasks.append(task)
        self.most = max(self.most, len(self.tasks))

    def is_busy(self) -> bool:
        return bool(self.tasks)

    def next(self) -> tuple[Shard, Done | None]:
        task = self.tasks.pop()  # the newest first: an order that no caller may rely on
        if self.deadly(task):
            self.deaths += 1
            return task, None
        self.done += 1
        return task, do(task)


def kills(**lines: set[int]) -> Deadly:
    """Return an engine's rule: a task dies that reads one of these lines of a shard."""

    def deadly(task: Shard) -> bool:
        name = Path(task.input.path).name.partition(".")[0]
        numbers = lines.get(name, set()) - task.part.deadly
        return any(task.part.first <= number <= task.part.last for number in numbers)

    return deadly


def spread(shards: Path, out: Path, engine: Pretended, retries: int = 1) -> Stats:
    settings = Settings("json", mirrored=True)
    with OutputFolder(str(out)) as folder:
        manifest = Manifest(folder, run_signature(settings))
        order: list[str] = []
        try:
            batch = Batch(folder, manifest, settings)
            run = Spread(batch, engine, run_signature(settings), order, retries=retries)
            return run.run(inputs_of([str(shards)], Selection(outside=folder.identity, mirrored=True, shards=True)))
        finally:
            manifest.close(order)


@pytest.fixture
def shards(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, lines in (("a", 5), ("b", 300), ("c", 1), ("d", 40)):
        rows = (json.dumps({"id": f"{name}{n}", "text": f"He won {n} games."}) for n in range(1, lines + 1))
        (folder / f"{name}.jsonl").write_text("\n".join(rows) + "\n")
    return folder


def test_articles_that_kill_are_found_and_cost_themselves(shards: Path, tmp_path: Path) -> None:
    engine = Pretended(kills(b={1, 7, 8, 300}, c={1}))
    stats = spread(shards, tmp_path / "out", engine)
    assert (stats.articles, stats.failed) == (346 - 5, 5)
    assert engine.most == 3
    assert engine.deaths < 40
    lines = {line["input"][-7]: line for line in records((tmp_path / "out" / "manifest.jsonl").read_bytes())[1:]}
    assert [*lines] == ["a", "b", "c", "d"], "the order of the inputs"
    assert [error["line"] for error in lines["b"]["errors"]] == [1, 7, 8, 300]
    assert {error["code"] for error in lines["b"]["errors"]} == {"worker-died"}
    assert (lines["c"]["outcome"], lines["c"]["output"]) == ("failed", None)
    run("batch", shards, "-o", tmp_path / "whole", "-j", "1")
    kept, whole = tree(tmp_path / "out"), tree(tmp_path / "whole")
    assert kept["a.jsonl"] == whole["a.jsonl"]
    dead = ('"id":"b1"', '"id":"b7"', '"id":"b8"', '"id":"b300"')
    alive = [line for line in whole["b.jsonl"].decode().splitlines(True) if not any(id in line for id in dead)]
    assert kept["b.jsonl"].decode() == "".join(alive)
    again = Pretended(lambda task: False)
    assert spread(shards, tmp_path / "out", again).articles == 301, "what died is tried anew by the next run"
    assert tree(tmp_path / "out") == whole


def test_a_worker_that_goes_by_chance_costs_nothing(shards: Path, tmp_path: Path) -> None:
    gone: set[str] = set()

    def once(task: Shard) -> bool:
        seen = task.input.path in gone
        gone.add(task.input.path)
        return not seen

    assert spread(shards, tmp_path / "out", Pretended(once)).failed == 0
    run("batch", shards, "-o", tmp_path / "whole", "-j", "1")
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")


def test_what_no_splitting_saves_is_given_up(shards: Path, tmp_path: Path) -> None:
    def whole_only(task: Shard) -> bool:
        return task.input.path.endswith("d.jsonl") and not task.probe

    stats = spread(shards, tmp_path / "out", Pretended(whole_only))
    assert (stats.articles, stats.failed) == (306, 1)
    lines = records((tmp_path / "out" / "manifest.jsonl").read_bytes())[1:]
    assert "none of its articles does it alone" in lines[3]["errors"][0]["message"]

    def always(task: Shard) -> bool:
        return task.input.path.endswith("d.jsonl")

    spread(shards, tmp_path / "other", Pretended(always))
    lines = records((tmp_path / "other" / "manifest.jsonl").read_bytes())[1:]
    assert "only read" in lines[3]["errors"][0]["message"]
    with pytest.raises(WorkersKeepDying, match="nothing was done"):
        spread(shards, tmp_path / "none", Pretended(lambda task: True, room=1), retries=100)


def test_a_worker_with_other_rules_or_without_the_folder_is_told(shards: Path, tmp_path: Path) -> None:
    from newsclaims.formats.atomic import Unusable
    from newsclaims.text.inputs import Input

    task = Shard(Input(str(shards / "a.jsonl"), "a"), str(tmp_path), Settings(), "schema:1 rules:00000000 settings:0")
    with pytest.raises(Unusable, match="install the same version"):
        do(task)
    with pytest.raises(Unusable, match="a disk that all share"):
        do(Shard(task.input, str(tmp_path / "elsewhere"), Settings(), run_signature(Settings())))
    assert not (tmp_path / "elsewhere").exists()
