"""Measure the checks: ``python -m newsclaims.learn.measure_checks SAMPLES SEEDED.tsv MORE [ARTICLES.jsonl …]``.

Plants every error of ``SEEDED.tsv`` (sample, words, planted words, rule) in its sample and counts which are found, and
prints every finding in the untouched samples and in ordinary articles, to be judged by eye.  The errors of
``MORE/errors.tsv`` name no rule: each is counted for the rules that find it.  The counts are written to
``lexicon/measured.tsv``; its column of findings in ordinary articles that were wrong is kept as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from newsclaims.checks import check
from newsclaims.checks.registry import rules
from newsclaims.extract import extract
from newsclaims.learn import arguments, records, table_path, write_table
from newsclaims.table import rows

_SHORTEST = 600  # code points of an ordinary article


def planted(samples: Path, errors: Path) -> Iterator[tuple[str, set[str]]]:
    """Yield the last column (the rule that should find it) of every planted error, and the rules that find any."""
    for line in errors.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            sample, words, wrong, rule = line.split("\t")
            text = (samples / f"{sample}.txt").read_text(encoding="utf-8").replace(words, wrong, 1)
            yield rule, {item.rule for item in check(extract(text)).checks}


def alarms(samples: Path, files: list[str]) -> tuple[Counter[str], int]:
    """Print the findings in correct samples and ordinary articles; return them by rule, and how many articles."""
    texts = [(path.stem, path.read_text(encoding="utf-8"), None) for path in sorted(samples.glob("*.txt"))]
    for record in (record for file in files for record in records(file)):
        if len(record["text"]) >= _SHORTEST:
            texts.append((record["id"], record["text"], record.get("date")))
    counts: Counter[str] = Counter()
    for id, text, date in texts:
        for item in check(extract(text, date=date)).checks:
            counts[item.rule] += 1
            print(id, item.rule, item.message, sep="\t")
    return counts, len(texts)


def main(given: list[str]) -> None:
    """Measure, print and write the table."""
    samples, further = Path(given[0]), Path(given[2])
    tried, found, more = Counter[str](), Counter[str](), Counter[str]()
    for rule, finders in planted(samples, Path(given[1])):
        tried[rule] += 1
        found[rule] += rule in finders
    for _, finders in planted(further, further / "errors.tsv"):
        more.update(finders)
    counts, articles = alarms(samples, given[3:])
    known = table_path("checks", "measured").exists()
    wrong = {row[0]: row[4] for row in rows("checks", "measured")} if known else {}
    lines = [
        f"{id}\t{tried[id]}\t{found[id]}\t{counts[id]}\t{wrong.get(id, '0')}\t{more[id]}"
        for id in (rule.id for rule in rules())
    ]
    head = (
        "What each check was measured to do by newsclaims/learn/measure_checks.py: rule, errors planted in the\n"
        f"samples, those found, findings in {articles} ordinary articles, how many of these were wrong, judged by\n"
        "eye, and errors found among those planted in further articles, where no rule is named."
    )
    write_table("checks", "measured", head, lines)
    print(f"{found.total()} of {tried.total()} planted errors found; {counts.total()} findings elsewhere")


if __name__ == "__main__":
    main(arguments(__doc__, 3))
