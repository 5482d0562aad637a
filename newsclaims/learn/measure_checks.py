"""Measure the checks: ``python -m newsclaims.learn.measure_checks SAMPLES SEEDED.tsv MORE [ARTICLES.jsonl …]``.

Plants every error of ``SEEDED.tsv`` (sample, words, planted words, rule) in its sample and counts which are found, and
prints every finding in the untouched samples and in ordinary articles, to be judged by eye.  The errors of
``MORE/errors.tsv`` name no rule: each is counted for the rules that find it.  The counts are written to
``lexicon/measured.tsv``; its column of findings in ordinary articles that were wrong is kept as it is.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from newsclaims.checks import check
from newsclaims.checks.registry import rules
from newsclaims.extract import extract
from newsclaims.learn import arguments, table_path
from newsclaims.table import rows

TABLE = table_path("checks", "measured")
_SHORTEST = 600  # code points of an ordinary article


def planted(samples: Path, seeded: Path) -> tuple[Counter[str], Counter[str]]:
    """Return how many errors were planted for each rule, and how many it found."""
    tried: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for line in seeded.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        sample, words, wrong, rule = line.split("\t")
        text = (samples / f"{sample}.txt").read_text(encoding="utf-8").replace(words, wrong, 1)
        tried[rule] += 1
        found[rule] += rule in {item.rule for item in check(extract(text)).checks}
    return tried, found


def seen_elsewhere(folder: Path) -> Counter[str]:
    """Return how many of the errors planted in further articles each rule found; which rule should is not told."""
    found: Counter[str] = Counter()
    for line in (folder / "errors.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, words, wrong, _ = line.split("\t")
        text = (folder / f"{name}.txt").read_text(encoding="utf-8").replace(words, wrong, 1)
        found.update({item.rule for item in check(extract(text)).checks})
    return found


def alarms(samples: Path, files: list[str]) -> tuple[Counter[str], int]:
    """Print the findings in correct samples and ordinary articles; return them by rule, and how many articles."""
    texts = [(path.stem, path.read_text(encoding="utf-8"), None) for path in sorted(samples.glob("*.txt"))]
    for file in files:
        for line in Path(file).read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
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
    samples, seeded = Path(given[0]), Path(given[1])
    tried, found = planted(samples, seeded)
    more = seen_elsewhere(Path(given[2]))
    counts, articles = alarms(samples, given[3:])
    wrong = {row[0]: row[4] for row in rows("checks", "measured")} if TABLE.exists() else {}
    lines = [
        f"{rule.id}\t{tried[rule.id]}\t{found[rule.id]}\t{counts[rule.id]}\t{wrong.get(rule.id, '0')}"
        f"\t{more[rule.id]}\n"
        for rule in rules()
    ]
    head = (
        "# What each check was measured to do by newsclaims/learn/measure_checks.py: rule, errors planted in the\n"
        f"# samples, those found, findings in {articles} ordinary articles, how many of these were wrong, judged by\n"
        "# eye, and errors found among those planted in further articles, where no rule is named.\n"
    )
    TABLE.write_text(head + "".join(lines), encoding="utf-8")
    print(f"{found.total()} of {tried.total()} planted errors found; {counts.total()} findings elsewhere")


if __name__ == "__main__":
    main(arguments(__doc__, 3))
