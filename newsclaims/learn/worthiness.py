"""Learn the weights of check-worthiness: ``python -m newsclaims.learn.worthiness DEV.jsonl [MORE.jsonl …] [--write]``.

Each file holds one labelled sentence a line (``text``, ``check_worthy``); debates whose sentences fact-checkers chose
from name theirs (``file``).  Five-fold cross-validation, and for named debates one at a time left out, prints average
precision and F1 of each file; ``--write`` then learns from all sentences and writes ``lexicon/worthiness.tsv``: weights
only, no sentences.  Logistic regression with an L2 penalty, by full-batch gradient descent with momentum and a step
size for each feature, standard library only; the result does not depend on the order of the sentences or on chance.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import mean

from newsclaims.checks.worthiness import features
from newsclaims.learn import arguments, records, write_table
from newsclaims.text.document import read_document
from newsclaims.words.sentence import analyse

PENALTY = 10.0  # the inverse of C in liblinear's terms
PAIR_PENALTY = 4 * PENALTY  # pairs of tags are many and tell less each
ROUNDS = 100
FEWEST = 2  # sentences that must hold a feature
LEAST = 0.03  # a weight below it is left out: it decides nothing
FOLDS = 5
DEBATE = "DEBATE"  # what a debate's sentences have in common: of a hundred two or three were chosen
DEBATE_VALUE = 5.0
DEBATE_WEIGHT = 0.35  # what was not chosen there is not wrong to check
Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence to learn from: its features and label, how much it counts, and the debate that it is from."""

    features: Features
    label: bool
    weight: float = 1.0
    debate: str = ""


def read(path: str) -> list[Sample]:
    """Return the sentences of a development set."""
    samples = []
    for record in records(path):
        tokens = [token for sentence in analyse(read_document(record["text"])) for token in sentence.tokens]
        found, debate = features(tokens), record.get("file") or ""
        if debate:
            found[DEBATE] = DEBATE_VALUE
        weight = DEBATE_WEIGHT if debate else 1.0
        samples.append(Sample(found, bool(record["check_worthy"]), weight, debate))
    return samples


def learn(samples: Iterable[Sample]) -> Features:
    """Return the weight of every feature that is frequent enough."""
    samples = list(samples)
    seen = Counter(name for sample in samples for name in sample.features)
    names = sorted(name for name, count in seen.items() if count >= FEWEST)
    number = {name: index for index, name in enumerate(names)}
    data = [
        ([(number[n], v) for n, v in sample.features.items() if n in number], sample.label, sample.weight)
        for sample in samples
    ]
    penalty = [PAIR_PENALTY if _is_pair(name) else PENALTY for name in names]
    penalty[number["BIAS"]] = 0.0
    # the curvature of the loss along each weight bounds its step; weights that occur together share it
    longest = sum(sum(value for _, value in row) for row, _, _ in data) / len(data)
    curvature = [steep or PENALTY for steep in penalty]
    for row, _, weight in data:
        for index, value in row:
            curvature[index] += 0.25 * weight * value * longest
    weights = [0.0] * len(names)
    speed = [0.0] * len(names)
    for _ in range(ROUNDS):
        slope = [steep * weight for steep, weight in zip(penalty, weights, strict=True)]
        for row, label, counts in data:
            total = 0.0
            for index, value in row:
                total += weights[index] * value
            error = counts * (1 / (1 + math.exp(-max(-50.0, min(50.0, total)))) - label)
            for index, value in row:
                slope[index] += error * value
        for index, steep in enumerate(slope):
            speed[index] = 0.9 * speed[index] - steep / curvature[index]
            weights[index] += speed[index]
    return {name: weights[index] for name, index in number.items()}


def _is_pair(name: str) -> bool:
    """Tell whether a feature is a pair of tags."""
    return " " in name and not name.startswith(("FIRST ", "SUBJECT ", "NO "))


def score(found: Features, weights: Features) -> float:
    """Return the weighted sum; what debates have in common is left out."""
    return sum(weights.get(name, 0.0) * value for name, value in found.items() if name != DEBATE)


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


def cross_validate(sets: list[list[Sample]]) -> tuple[list[str], float]:
    """Print the cross-validated figures of each set; return them and the threshold that serves all without debates."""
    lines, scored = [], []
    for number, samples in enumerate(sets):
        others = [sample for at, other in enumerate(sets) if at != number for sample in other]
        debates = sorted({sample.debate for sample in samples} - {""})
        if debates:
            precisions = []
            for debate in debates:
                weights = learn([*others, *(sample for sample in samples if sample.debate != debate)])
                ranked = _scored([sample for sample in samples if sample.debate == debate], weights)
                precisions.append(average_precision(_ranked(ranked)))
            lines.append(f"mean average precision over debates, each left out in turn, {mean(precisions):.3f}")
        else:
            pairs: list[tuple[float, bool]] = []
            for fold in range(FOLDS):
                weights = learn([*others, *(s for at, s in enumerate(samples) if at % FOLDS != fold)])
                pairs += _scored(samples[fold::FOLDS], weights)
            scored.append(pairs)
            best = best_threshold(pairs)
            lines.append(f"average precision {average_precision(_ranked(pairs)):.3f}, best F1 {best[0]:.3f}")
        print(lines[-1], flush=True)
    # one threshold for all of them: the one with the best mean of F1
    candidates = [step / 20 for step in range(-60, 61)]
    threshold = max(candidates, key=lambda value: sum(f1(pairs, value) for pairs in scored))
    shares = ", ".join(f"{f1(pairs, threshold):.3f}" for pairs in scored)
    lines.append(f"F1 at the threshold {shares}")
    print(lines[-1], f"({threshold:.2f})")
    return lines, threshold


def f1(scored: list[tuple[float, bool]], threshold: float) -> float:
    """Return F1 of calling everything above a threshold worth checking."""
    hits = sum(label for value, label in scored if value >= threshold)
    chosen = sum(value >= threshold for value, _ in scored)
    return 2 * hits / (chosen + sum(label for _, label in scored))


def _scored(samples: list[Sample], weights: Features) -> list[tuple[float, bool]]:
    return [(score(sample.features, weights), sample.label) for sample in samples]


def _ranked(pairs: list[tuple[float, bool]]) -> list[bool]:
    return [label for _, label in sorted(pairs, key=lambda pair: (-pair[0], pair[1]))]


def write(weights: Features, threshold: float, lines: list[str]) -> None:
    """Write the table, shifted so that ``threshold`` becomes 0 (a check-worthiness of 0.5)."""
    weights = {**weights, "BIAS": weights["BIAS"] - threshold}
    rows = [f"{name}\t{weight:.2f}" for name, weight in weights.items() if abs(weight) >= LEAST and name != DEBATE]
    head = (
        "Weights of the features of check-worthiness (names: newsclaims/checks/worthiness.py), learned by\n"
        "newsclaims/learn/worthiness.py from ClaimBuster's labelled debate sentences (Hassan et al. 2017), those of\n"
        "CLEF-2019 CheckThat! task 1 and sentences of news judged for this project.  Cross-validated, in that order:\n"
        + ";\n".join(lines)
    )
    write_table("checks", "worthiness", head, rows)


def main(given: list[str]) -> None:
    """Cross-validate, and with ``--write`` write the table."""
    sets = [read(path) for path in given if path != "--write"]
    lines, threshold = cross_validate(sets)
    if "--write" in given:
        write(learn(sample for samples in sets for sample in samples), threshold, lines)


if __name__ == "__main__":
    main(arguments(__doc__, 1))
