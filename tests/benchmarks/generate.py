"""Make shards of any number of different articles from the samples by substitution, for runs of a realistic size.

    python tests/benchmarks/generate.py FOLDER --articles 200000 --shard 2500

Names, places, numbers and days of a sample are exchanged, alike within an article, so that no two are the same and no
cache can answer for the work.  The same arguments write the same bytes.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

SAMPLES = sorted((Path(__file__).parent.parent.parent / "samples").glob("*.txt"))
_ONSETS = [
    "B",
    "Br",
    "C",
    "Cr",
    "D",
    "Dr",
    "F",
    "Fl",
    "G",
    "Gr",
    "H",
    "J",
    "K",
    "Kl",
    "L",
    "M",
    "N",
    "P",
    "Pr",
    "R",
    "S",
    "St",
    "T",
    "Tr",
    "V",
    "W",
    "Z",
]
_ENDS = [
    "ade",
    "aldi",
    "anski",
    "ara",
    "beck",
    "bury",
    "den",
    "ell",
    "enko",
    "er",
    "ett",
    "feld",
    "ham",
    "holm",
    "ina",
    "ings",
    "lund",
    "man",
    "more",
    "oni",
    "ova",
    "pool",
    "row",
    "sen",
    "stein",
    "ton",
    "ula",
    "vale",
    "well",
    "yne",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_NUMBER = re.compile(rf"(?<![\d.,]) [1-9]\d{{0,2}}(?![\d,:.]| (?:{'|'.join(_MONTHS)}))")
_KEPT = frozenset([*_DAYS, *_MONTHS])


def _candidates(text: str) -> list[str]:
    """Return the names of a text: capitalised words that stand inside a sentence too."""
    inside = {found.group() for found in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b", text)}
    return sorted({word for word in _NAME.findall(text) if word in inside} - _KEPT)


def articles(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Yield so many records with ``id``, ``text`` and ``date``."""
    texts = [path.read_text(encoding="utf-8") for path in SAMPLES]
    names = [_candidates(text) for text in texts]
    for number in range(count):
        chance = random.Random(seed * 1_000_003 + number)
        which = number % len(texts)
        new = {name: chance.choice(_ONSETS) + chance.choice(_ENDS) for name in names[which] if chance.random() < 0.7}
        text = _NAME.sub(lambda found, new=new: new.get(found.group(), found.group()), texts[which])
        shift = chance.randrange(1, 60)
        text = _NUMBER.sub(partial(_shifted, shift), text)
        day = f"20{chance.randrange(16, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        yield {"id": f"g{number:07}", "text": text, "date": day}


def _shifted(shift: int, found: re.Match[str]) -> str:
    """Return a larger number, but the same day of a month."""
    if found.string.endswith(tuple(_MONTHS), 0, found.start()):
        return found.group()
    return f" {int(found.group()) + shift}"


def write(folder: Path, count: int, shard: int, seed: int = 1) -> list[Path]:
    """Write the articles in shards of JSON Lines and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    found: list[Path] = []
    lines: list[str] = []

    def flush() -> None:
        found.append(folder / f"shard-{len(found):05}.jsonl")
        found[-1].write_text("".join(lines), encoding="utf-8")
        lines.clear()

    for record in articles(count, seed):
        lines.append(json.dumps(record, ensure_ascii=False) + "\n")
        if len(lines) == shard:
            flush()
    if lines:
        flush()
    return found


def main() -> None:
    """Write the shards that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--shard", type=int, default=2_500)
    options = parser.parse_args()
    shards = write(options.folder, options.articles, options.shard)
    print(f"{options.articles:,} articles in {len(shards):,} shards, {sum(p.stat().st_size for p in shards):,} bytes")


if __name__ == "__main__":
    main()
