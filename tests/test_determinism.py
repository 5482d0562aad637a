"""The same bytes whatever the number of processes, hash seed, time zone, locale or folder order."""

from __future__ import annotations

from pathlib import Path

import pytest
from program import run, tree

import newsclaims

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
ENVIRONMENTS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": ""},
    {"PYTHONHASHSEED": "random", "TZ": "America/Lima", "LANG": "C.UTF-8", "PYTHONUTF8": "0"},
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("in")
    for place, sample in enumerate(SAMPLES[:6]):
        (path / str(place % 2)).mkdir(exist_ok=True)
        (path / str(place % 2) / sample.name).write_bytes(sample.read_bytes())
    return path


def test_same_bytes_everywhere(folder: Path) -> None:
    outputs = {
        run("extract", ".", "--jobs", str(jobs), cwd=folder, **more).stdout
        for jobs, more in zip((1, 2, 4), ENVIRONMENTS, strict=True)
    }
    assert len(outputs) == 1


def test_same_tree_for_any_number_of_jobs(folder: Path, tmp_path: Path) -> None:
    trees = []
    for jobs in ("1", "3"):
        run("extract", folder, "-d", tmp_path / jobs, "--jobs", jobs)
        trees.append(tree(tmp_path / jobs))
    assert trees[0] == trees[1]


def test_one_article_does_not_depend_on_those_before_it() -> None:
    texts = [sample.read_text(encoding="utf-8") for sample in SAMPLES]
    forwards = [newsclaims.extract(text, date="2025-11-06").to_dict() for text in texts]
    backwards = [newsclaims.extract(text, date="2025-11-06").to_dict() for text in reversed(texts)]
    assert forwards == backwards[::-1]


def test_no_date_is_never_today(folder: Path) -> None:
    article = newsclaims.extract("It rained yesterday, and on Monday too.")
    assert article.published is None
    assert article.dates
    assert all(date.value is None and date.from_ is None for date in article.dates)
    assert article.warnings


def test_threads_share_one_extractor() -> None:
    from concurrent.futures import ThreadPoolExecutor

    text = SAMPLES[0].read_text(encoding="utf-8")
    with ThreadPoolExecutor(4) as pool:
        found = [*pool.map(lambda _: newsclaims.extract(text, date="2025-11-06").to_dict(), range(8))]
    assert all(item == found[0] for item in found)
