"""Learn the weights of check-worthiness: ``python -m newsclaims.learn.worthiness DEV.jsonl [--write]``.

``DEV.jsonl`` holds one labelled sentence a line (``text``, ``check_worthy``).  Five-fold cross-validation prints
average precision and F1; ``--write`` then learns from all sentences and writes ``lexicon/worthiness.tsv``: weights
only, no sentences.  Logistic regression with an L2 penalty, by full-batch gradient descent with momentum and a step
size for each feature, standard library only; the result does not depend on the order of the sentences or on chance.
"""

from __future__ import annotations

import math
from collections import Counter

from newsclaims.checks.worthiness import features
from newsclaims.learn import arguments, records, write_table
from newsclaims.text.document import read_document
from newsclaims.words.sentence import analyse

PENALTY = 10.0  # the inverse of C in liblinear's terms
ROUNDS = 100
FEWEST = 2  # sentences that must hold a feature
FOLDS = 5
Features = dict[str, float]
Sample = tuple[Features, bool]


def read(path: str) -> list[Sample]:
    """Return the features and the label of every sentence of a development set."""
    samples = []
    for record in records(path):
        tokens = [token for sentence in analyse(read_document(record["text"])) for token in sentence.tokens]
        samples.append((features(tokens), bool(record["check_worthy"])))
    return samples


def learn(samples: list[Sample]) -> Features:
    """Return the weight of every feature that is frequent enough."""
    seen = Counter(name for found, _ in samples for name in found)
    names = sorted(name for name, count in seen.items() if count >= FEWEST)
    number = {name: index for index, name in enumerate(names)}
    data = [([(number[n], v) for n, v in found.items() if n in number], label) for found, label in samples]
    # the curvature of the loss along each weight bounds its step; weights that occur together share it
    longest = sum(sum(value for _, value in row) for row, _ in data) / len(data)
    curvature = [PENALTY] * len(names)
    for row, _ in data:
        for index, value in row:
            curvature[index] += 0.25 * value * longest
    weights = [0.0] * len(names)
    speed = [0.0] * len(names)
    bias = number["BIAS"]
    for _ in range(ROUNDS):
        slope = [PENALTY * weight for weight in weights]
        slope[bias] = 0.0
        for row, label in data:
            total = 0.0
            for index, value in row:
                total += weights[index] * value
            error = 1 / (1 + math.exp(-total)) - label
            for index, value in row:
                slope[index] += error * value
        for index, steep in enumerate(slope):
            speed[index] = 0.9 * speed[index] - steep / curvature[index]
            weights[index] += speed[index]
    return {name: weights[index] for name, index in number.items()}


def score(found: Features, weights: Features) -> float:
    """Return the weighted sum."""
    return sum(weights.get(name, 0.0) * value for name, value in found.items())


def average_precision(ranked: list[bool]) -> float:
    """Return the mean precision at the ranks of the positive sentences."""
    hits = 0
    total = 0.0
    for rank, label in enumerate(ranked, 1):
        if label:
            hits += 1
            total += hits / rank
    return total / hits


def best_threshold(scored: list[tuple[float, bool]]) -> tuple[float, float]:
    """Return the best F1 over all thresholds and the threshold that gives it."""
    positives = sum(label for _, label in scored)
    best = (0.0, 0.0)
    hits = 0
    for rank, (value, label) in enumerate(sorted(scored, reverse=True), 1):
        hits += label
        best = max(best, (2 * hits / (rank + positives), value))
    return best


def cross_validate(samples: list[Sample]) -> tuple[float, float, float]:
    """Print the cross-validated figures; return average precision, F1 and the threshold of best F1.

    Each fold's F1 is taken at the threshold that is best on the other folds, so that nothing is fitted to the test.
    """
    scores: list[list[tuple[float, bool]]] = []
    for fold in range(FOLDS):
        weights = learn([sample for index, sample in enumerate(samples) if index % FOLDS != fold])
        scores.append([(score(found, weights), label) for found, label in samples[fold::FOLDS]])
    pooled = [pair for part in scores for pair in part]
    precision = average_precision([label for _, label in sorted(pooled, key=lambda pair: (-pair[0], pair[1]))])
    hits = chosen = 0
    for fold, part in enumerate(scores):
        others = [pair for index, other in enumerate(scores) if index != fold for pair in other]
        threshold = best_threshold(others)[1]
        hits += sum(label for value, label in part if value >= threshold)
        chosen += sum(value >= threshold for value, _ in part)
    f1 = 2 * hits / (chosen + sum(label for _, label in pooled))
    best, threshold = best_threshold(pooled)
    print(f"average precision {precision:.3f}  F1 {f1:.3f}  best F1 {best:.3f} at {threshold:.2f}")
    return precision, f1, threshold


def write(weights: Features, threshold: float, note: str) -> None:
    """Write the table, shifted so that ``threshold`` becomes 0 (a check-worthiness of 0.5)."""
    weights = {**weights, "BIAS": weights["BIAS"] - threshold}
    lines = [f"{name}\t{weight:.2f}" for name, weight in weights.items() if abs(weight) >= 0.005]
    head = (
        "Weights of the features of check-worthiness (names: newsclaims/checks/worthiness.py), learned by\n"
        f"newsclaims/learn/worthiness.py from ClaimBuster's labelled debate sentences (Hassan et al. 2017).\n{note}"
    )
    write_table("checks", "worthiness", head, lines)


def main(given: list[str]) -> None:
    """Cross-validate, and with ``--write`` write the table."""
    samples = read(given[0])
    precision, f1, threshold = cross_validate(samples)
    if "--write" in given:
        note = f"Five-fold cross-validation: average precision {precision:.3f}, F1 {f1:.3f}."
        write(learn(samples), threshold, note)


if __name__ == "__main__":
    main(arguments(__doc__, 1))
