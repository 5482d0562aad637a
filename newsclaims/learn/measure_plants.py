"""Measure the checks on real articles: ``python -m newsclaims.learn.measure_plants FOLDER [DAY [KIND]]``.

Reads the ``.txt`` files of a folder, published on DAY (ISO 8601) where they do not say so, plants errors in them by
rule, at most ``_MOST`` of a kind in an article, and prints for every kind how many were found and how many right twins
were flagged: findings that the untouched article does not have.  Missed errors and flagged twins are listed with KIND
given ("all" for every one).  All findings in the untouched articles follow, to be read by eye.
"""

from __future__ import annotations

import random
from collections import Counter
from importlib import import_module
from pathlib import Path

from newsclaims.checks import check
from newsclaims.extract import extract
from newsclaims.learn import arguments
from newsclaims.learn.plants import PLANTERS
from newsclaims.model import Article

_MOST = 2
Found = Counter[tuple[str, str]]


def findings(article: Article) -> Found:
    """Return rule and message of all findings of an article, with how often each came."""
    return Counter((item.rule, item.message) for item in check(article).checks)


def main(given: list[str]) -> None:
    """Plant, measure and print."""
    for module in ("plants_numbers", "plants_retold", "plants_quotes"):
        import_module(f"newsclaims.learn.{module}")  # registers its kinds
    folder, day, shown = Path(given[0]), given[1] if len(given) > 1 else None, given[2] if len(given) > 2 else ""
    tried, found, flagged = Counter[str](), Counter[str](), Counter[str]()
    untouched = []
    articles = 0
    for path in sorted(folder.glob("*.txt")):
        article = extract(path.read_text(encoding="utf-8"), id=path.stem, date=day)
        if not article.published:
            continue
        articles += 1
        usual = findings(article)
        untouched += [(path.stem, item, article) for item in check(article).checks]
        for kind, plants in PLANTERS.items():
            chance = random.Random(f"{path.stem} {kind}")
            planted = [*plants(article, chance)]
            for one in chance.sample(planted, min(_MOST, len(planted))):
                wrong, right = (
                    findings(extract(text, id=path.stem, date=day)) - usual for text in (one.wrong, one.right)
                )
                tried[one.kind] += 1
                found[one.kind] += bool(wrong)
                flagged[one.kind] += bool(right)
                if shown in ("all", one.kind) and (not wrong or right):
                    state = "MISSED" if not wrong else "FLAGGED"
                    print(f"{state}\t{one.kind}\t{path.stem}\t{one.words!r}\t{[*right] or ''}")
    for kind in sorted(tried):
        print(f"{found[kind]:4} of {tried[kind]:3} found, {flagged[kind]:2} twins flagged  {kind}")
    total = tried.total() or 1
    print(f"{found.total()} of {total} planted errors found ({found.total() / total:.0%}), "
          f"{flagged.total()} right twins flagged ({flagged.total() / total:.1%})")  # fmt: skip
    print(f"\n{len(untouched)} findings in {articles} untouched articles:")
    for name, item, article in untouched:
        print(f"{name}\t{item.rule}\t{item.message}")
        for span in item.spans:
            before = article.text[max(0, span.start - 80) : span.start].replace("\n", " / ")
            print(f"    {before}»{span.text}«{article.text[span.end : span.end + 80]!r}")


if __name__ == "__main__":
    main(arguments(__doc__, 1))
