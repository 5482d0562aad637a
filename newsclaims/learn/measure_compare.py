"""How well ``compare`` pairs statements: measured on a folder of stories that are each told by two reports.

    python -m newsclaims.learn.measure_compare FOLDER [--rows]

The folder holds ``NAME-a.txt`` and ``NAME-b.txt`` of each story and two tables that a reader wrote, both separated by
tabs.  ``gold.tsv``: story, relation, words in A, words in B; the relation is ``same`` (both tell it alike), ``differ``
(they contradict each other) or ``open`` (about the same, neither).  ``plants.tsv``: story, kind, words in A, words in
B, words of B that are replaced, what stands there then; each is planted alone and makes B contradict A.  ``near.tsv``
has the same columns without the kind: what stands there then tells the same in other words, or less exactly.

Printed: the share of rows told alike that are right, of contradictions that are right, of shared statements that are
paired, of planted contradictions that are found with the right partner (a modality as a note of a row: it is no
contradiction), and of near misses that are not called one; with ``--rows`` what is wrong and missed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import newsclaims
from newsclaims.comparison.compare import compare
from newsclaims.comparison.model import Comparison, Place
from newsclaims.learn import arguments
from newsclaims.model import Article

Spans = tuple[tuple[int, int], tuple[int, int]]


def _table(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _spans(found: Comparison, one: str, other: str) -> Spans:
    """Return where the words of a reader stand in the two articles; raises ValueError when they do not."""
    first, second = (item.text.index(words) for item, words in zip(found.articles, (one, other), strict=True))
    return (first, first + len(one)), (second, second + len(other))


def _meets(places: Sequence[Place], spans: Spans) -> bool:
    return all(place.start < end and start < place.end for place, (start, end) in zip(places, spans, strict=True))


def _same_sentences(article: Article, place: Place, start: int) -> bool:
    sentence = article.sentences[place.sentence]
    return sentence.start <= start < sentence.end or place.start <= start < place.end


def _same_places(found: Comparison, places: Sequence[Place], one: str, at: int) -> bool:
    first, second = found.articles
    return _same_sentences(first, places[0], first.text.index(one)) and _same_sentences(second, places[1], at)


def _optional(path: Path) -> Iterator[list[str]]:
    return _table(path) if path.exists() else iter(())


@cache
def _extracted(text: str) -> Article:
    return newsclaims.extract(text)  # the reports of a story are compared with every change of its second one


def _changed(texts: dict[tuple[str, str], str], story: str, old: str, new: str) -> tuple[Comparison, int]:
    """Compare a story with words of its second report replaced; return where they stand, too."""
    at = texts[story, "b"].index(old)
    changed = texts[story, "b"][:at] + new + texts[story, "b"][at + len(old) :]
    return compare([_extracted(texts[story, "a"]), newsclaims.extract(changed)]), at


def _share(right: int, of: int) -> str:
    return f"{right} of {of} ({100 * right / of:.0f} %)" if of else "none"


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    names = [item for item in arguments if item != "--rows"]
    if len(names) != 1:
        sys.exit(__doc__)
    folder, talk = Path(names[0]), "--rows" in arguments
    gold: dict[str, list[list[str]]] = {}
    for story, *row in _table(folder / "gold.tsv"):
        gold.setdefault(story, []).append(row)
    texts = {(story, side): (folder / f"{story}-{side}.txt").read_text(encoding="utf-8")
             for story in gold for side in "ab"}  # fmt: skip
    alike: list[tuple[object, ...]] = []
    apart: list[tuple[object, ...]] = []
    paired: list[tuple[object, ...]] = []
    for story, rows in gold.items():
        found = compare([_extracted(texts[story, side]) for side in "ab"])
        told = [(row[0], _spans(found, *row[1:3]), row[1:3]) for row in rows]
        for item in found.rows:
            if item.relation == "alike":
                right = any(kind == "same" and _meets(item.places, spans) for kind, spans, _ in told)
                alike.append((right, story, *(place.text for place in item.places)))
        for difference in found.differences:
            right = any(kind == "differ" and _meets(difference.places, spans) for kind, spans, _ in told)
            apart.append((right, story, difference.kind, *(place.text for place in difference.places)))
        for kind, spans, words in told:
            places = [*(item.places for item in found.rows), *(item.places for item in found.differences)]
            if kind != "open":
                paired.append((any(_meets(place, spans) for place in places), story, *words))
    planted: list[tuple[object, ...]] = []
    for story, sort, one, other, old, new in _optional(folder / "plants.tsv"):
        found, at = _changed(texts, story, old, new)
        apart_there: list[Sequence[Place]] = [item.places for item in found.differences]
        if sort == "modality":
            apart_there = [item.places for item in found.rows if item.notes]
        hit = any(_same_places(found, places, one, at) for places in apart_there)
        planted.append((hit, story, sort, one, new, other))
    spared: list[tuple[object, ...]] = []
    for story, one, other, old, new in _optional(folder / "near.tsv"):
        found, at = _changed(texts, story, old, new)
        hit = any(_same_places(found, item.places, one, at) for item in found.differences)
        spared.append((not hit, story, one, new, other))
    for name, counted in (
        ("told alike, right", alike), ("contradictions, right", apart),
        ("shared statements, paired", paired), ("planted, found", planted),
        ("near misses, not flagged", spared),
    ):  # fmt: skip
        print(f"{name}: {_share(sum(bool(row[0]) for row in counted), len(counted))}")
        for entry in counted if talk else ():
            if not entry[0]:
                print("   ", *(" ".join(str(part).split())[:110] for part in entry[1:]), sep=" | ")


if __name__ == "__main__":
    main(arguments(__doc__, 1))
