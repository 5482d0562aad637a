"""Sums what the tagger's tables say about the forms that news has most often: `newsclaims.learn.frequent FILE...`.

The files are treebanks as ``learn/treebanks.py`` reads them; the shipped file counts EWT and the news that was tagged
by a teacher.  To be run after every change of ``words/data/tagger.bin``; takes ten seconds.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from newsclaims.learn.treebanks import read
from newsclaims.words import frequent
from newsclaims.words.shapes import keys
from newsclaims.words.tagger import Tagger
from newsclaims.words.tagger_model import load

MOST = 3000
"""Forms: they are two in seven of the different ones in 75 articles, but most of those that articles share."""


def main() -> None:
    """Count the forms of the treebanks and write the sums of the most frequent ones."""
    parser = argparse.ArgumentParser(
        prog="newsclaims.learn.frequent", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("treebanks", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=Path(frequent.DATA))
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    for path in options.treebanks:
        for sentence in read(path):
            counts.update(keys([form for form, _ in sentence]))
    listed = sorted(counts, key=lambda key: (-counts[key], key))[:MOST]
    tagger = Tagger(load())
    options.out.write_bytes(frequent.pack([(key, tagger.sums(key)) for key in listed]))
    print(f"{len(listed)} forms, {options.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
