"""Learn what tells a fact check that fits: ``python -m newsclaims.learn.matching CHECKS GOLD NEWS [--write]``.

``CHECKS`` is a file of fact checks, ``GOLD`` has a statement a line: ``text``, and in ``checks`` the ids of those
that fit.  The order is a softmax over the checks near a statement, with an L2 penalty, by Newton's method; the chance
that the first is right is a logistic regression on statements as they are, on the same with the right check taken
away, and on the articles of the folder ``NEWS``, which no check is about. Printed is MAP@5 by five-fold
cross-validation, in which no check is in two folds; ``--write`` learns from everything and writes
``lexicon/weights.tsv``.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from newsclaims.extract import extract
from newsclaims.learn import arguments, needed, records, write_table
from newsclaims.matching.index import Index, index
from newsclaims.matching.likeness import BIAS, features, statement
from newsclaims.matching.match import NEAREST
from newsclaims.matching.records import read_checks
from newsclaims.matching.statements import asked

RIDGE = 2.0
FOLDS = 5
STEPS = 12
CHANCE = (
    "letters", "letters of claim", "claim said", "core said", "statement checked", "rarest", "nearness", "names",
    "numbers", "no number", "concepts", "speaker", "deed", "deed said", "run", "nearness of title",
    "no deed", "no name",
)  # fmt: skip
"""Features that do not depend on the other checks."""

BESIDES = frozenset(("claim said", "nearness", "statement checked", "deed", "deed said", "no deed", "no name"))
"""Features that are for the chance only."""

Sample = tuple[Any, Any, list[str], str]
"""Features (checks, names), which of them are right, their ids, and the id of the right one."""


def read(base: Index, gold: str, numpy: Any) -> tuple[list[Sample], list[str]]:
    """Return a sample of every statement, and the names of the features."""
    samples: list[Sample] = []
    names: list[str] = []
    for record in records(gold):
        article = extract(record["text"], language="any")
        (stretch,) = asked(article)
        question = statement(base, article.text[stretch.start : stretch.end], stretch.beside, stretch.dates)
        near = base.nearest(question.weights, NEAREST)
        found = features(base, question, near)
        names = names or sorted(found[0], key=lambda name: (name in BESIDES, name))
        ids = [base.checks[number].id for number, _ in near]
        right = numpy.array([float(id in record["checks"]) for id in ids])
        samples.append(
            (numpy.array([[item[name] for name in names] for item in found]), right, ids, record["checks"][0])
        )
    return samples, names


def order(samples: list[Sample], numpy: Any) -> Any:
    """Return the weights of the order, for features as they are; those that are for the chance only have none."""
    spread = numpy.concatenate([item[0] for item in samples]).std(0) + 1e-6
    spread[-len(BESIDES) :] = numpy.inf
    data = [(rows / spread, right / right.sum()) for rows, right, _, _ in samples if right.any()]
    weights = numpy.zeros(len(spread))

    def loss(tried: Any) -> float:
        total = RIDGE * (tried @ tried) / 2
        for rows, right in data:
            values = rows @ tried
            total += values.max() + numpy.log(numpy.exp(values - values.max()).sum()) - right @ values
        return float(total)

    for _ in range(STEPS):
        slope = -RIDGE * weights
        curve = RIDGE * numpy.eye(len(weights))
        for rows, right in data:
            values = rows @ weights
            chance = numpy.exp(values - values.max())
            chance /= chance.sum()
            slope += rows.T @ (right - chance)
            mean = rows.T @ chance
            curve += (rows.T * chance) @ rows - numpy.outer(mean, mean)
        step = numpy.linalg.solve(curve, slope)
        before = loss(weights)
        while loss(weights + step) > before and abs(step).max() > 1e-9:
            step = step / 2
        weights = weights + step
    return weights / spread


def strangers(base: Index, news: str, names: list[str], numpy: Any) -> list[Any]:
    """Return the features of the checks near every statement of articles that no check is about."""
    found = []
    for path in sorted(Path(news).glob("*.txt")):
        article = extract(path.read_text(encoding="utf-8"))
        for stretch in asked(article):
            text = article.text[stretch.start : stretch.end]
            question = statement(base, text, stretch.beside, stretch.dates)
            items = features(base, question, base.nearest(question.weights, 20))
            if items:
                found.append(numpy.array([[item[name] for name in names] for item in items]))
    return found


def chance(samples: list[Sample], others: list[Any], weights: Any, names: list[str], numpy: Any) -> Any:
    """Return the weights of the chance that the first is right, the bias last."""
    columns = [names.index(name) for name in CHANCE]
    rows, right = [], []
    for found, good, _, _ in samples:
        for kept in (numpy.ones(len(good), bool), good == 0):
            if kept.any():
                first = (found[kept] @ weights).argmax()
                rows.append([*found[kept][first, columns], 1.0])
                right.append(good[kept][first])
    for found in others:
        rows.append([*found[(found @ weights).argmax(), columns], 1.0])
        right.append(0.0)
    data, label = numpy.array(rows), numpy.array(right)
    found = numpy.zeros(data.shape[1])
    pull = numpy.full(len(found), RIDGE)
    pull[-1] = 0.0
    for _ in range(STEPS):
        sure = 1 / (1 + numpy.exp(-data @ found))
        curve = (data.T * (sure * (1 - sure))) @ data + numpy.diag(pull)
        found = found + numpy.linalg.solve(curve, data.T @ (label - sure) - pull * found)
    sure = 1 / (1 + numpy.exp(-data @ found))
    for least in (0.3, 0.4, 0.5, 0.55, 0.6):
        shares = ", ".join(f"{numpy.mean(sure[label == value] >= least):.3f}" for value in (1, 0))
        print(f"score {least}: of right and of wrong ones {shares}; of news {(sure[-len(others) :] >= least).sum()}")
    return found


def precision(samples: list[Sample], weights: Any) -> float:
    """Return the sum of the average precisions at 5, with one right check each."""
    total = 0.0
    for found, right, _, _ in samples:
        values = (found @ weights).round(9)
        ranked = sorted(range(len(values)), key=lambda at: -values[at])[:5]
        total += next((1 / rank for rank, at in enumerate(ranked, 1) if right[at]), 0.0)
    return total


def main(given: list[str]) -> None:
    """Print the cross-validated measure, and with ``--write`` write the table."""
    numpy = needed("numpy")
    base = index(read_checks(given[0]))
    samples, names = read(base, given[1], numpy)
    fold = {id: number % FOLDS for number, id in enumerate(sorted({item[3] for item in samples}))}
    total = sum(
        precision(
            [item for item in samples if fold[item[3]] == one],
            order([item for item in samples if fold[item[3]] != one], numpy),
        )
        for one in range(FOLDS)
    )
    note = f"Five-fold cross-validation: MAP@5 {100 * total / len(samples):.1f}."
    weights = order(samples, numpy)
    print(note, f"On what they are learned from: {100 * precision(samples, weights) / len(samples):.1f}.")
    bare = index(replace(check, title=None) for check in base.checks)  # many publish the claim only
    both = samples + read(bare, given[1], numpy)[0]
    print(f"Without titles: {100 * precision(both[len(samples) :], weights) / len(samples):.1f}.")
    others = strangers(base, given[2], names, numpy) + strangers(bare, given[2], names, numpy)
    sure = chance(both, others, weights, names, numpy)
    lines = [f"{name}\torder\t{value:.3f}" for name, value in zip(names, weights, strict=True) if value]
    lines += [f"{name}\tchance\t{value:.3f}" for name, value in zip((*CHANCE, BIAS), sure, strict=True)]
    print("\n".join(sorted(lines)))
    if "--write" in given:
        head = (
            "Weights of what a statement and a fact check share (matching/likeness.py): feature, use, weight.\n"
            f"Learned by newsclaims/learn/matching.py from CLEF-2020 CheckThat! Task 2 (tweets, Snopes). {note}"
        )
        write_table("matching", "weights", head, lines)


if __name__ == "__main__":
    main(arguments(__doc__, 3))
