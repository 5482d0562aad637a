"""Learn the weights of evidence.tsv from a corpus with entity labels; run by hand.

::

    python -m newsclaims.learn.name_evidence NEWS.tsv.xz [SENTENCES]

NEWS has a token a line (columns: token, …, 6 = BIO entity label, 7 = 1 where a space follows) and an empty line
between sentences.  The names are those that this package finds in the text of each sentence; a name that agrees with a
labelled span takes its type, one that meets none names nothing.  The learner is multinomial logistic regression
(AdaGrad, L1 by truncation); features that are rare or say little are dropped, then
the others are learned again.  Only weights of features are kept.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator

from newsclaims.entities.evidence import TYPES, inner_features, letters, outer_features
from newsclaims.entities.names import Name, cut
from newsclaims.entities.runs import runs
from newsclaims.learn import arguments, corpus, write_table
from newsclaims.text.document import read_document
from newsclaims.words.sentence import analyse

_LABELS = {"PERSON": 0, "ORG": 1, "GPE": 2, "LOC": 2, "FAC": 2, "NORP": 3, "EVENT": 4,
           "WORK_OF_ART": 5, "LAW": 5, "PRODUCT": 5, "LANGUAGE": 5}  # fmt: skip
_NOTHING = len(TYPES) - 1
_OWN_WORDS = frozenset({"f=", "l=", "s=", "m="})
_KEPT = 10000
_RATE, _SHRINK = 0.3, 0.0002


def sentences(path: str) -> Iterator[tuple[str, dict[tuple[int, int], int]]]:
    """Yield text and labelled spans -> index into ``TYPES`` of every sentence."""
    for rows in corpus(path):
        text = ""
        spans: dict[tuple[int, int], int] = {}
        first, kind = -1, 0  # where the open span begins, and its type
        for form, *_, label, space in (row[:7] for row in rows if len(row) > 6):
            start = len(text)
            text += form
            if label.startswith("B-"):
                first, kind = start, _LABELS.get(label[2:], _NOTHING)
            elif label == "O":
                first = -1
            if first >= 0:
                spans = {span: known for span, known in spans.items() if span[0] != first}
                spans[first, len(text)] = kind
            text += " " * (space == "1")
        if text:
            yield text.rstrip(), spans


def samples(path: str, limit: int) -> Iterator[tuple[list[str], int]]:
    """Yield the features and the type of every name found."""
    for number, (text, spans) in enumerate(sentences(path)):
        if number >= limit:
            return
        ends = {_trim(text, span): kind for span, kind in spans.items()}
        for sentence in analyse(read_document(text)):
            for first, last in runs(sentence, frozenset()):
                for name in cut(sentence, first, last):
                    kind = _label(name, ends)
                    if kind is not None:
                        yield inner_features(name) + outer_features(name), kind


def _trim(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    if text[start:end].lower().startswith("the "):
        start += 4
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    return start, end


def _label(name: Name, spans: dict[tuple[int, int], int]) -> int | None:
    kind = spans.get((name.start, name.end))
    if kind is not None:
        return kind
    overlapping = any(start < name.end and name.start < end for start, end in spans)
    return None if overlapping else _NOTHING


def learn(data: list[tuple[list[str], int]], epochs: int) -> dict[str, list[float]]:
    """Return feature -> weights, the mean over the second half of the epochs."""
    count = len(TYPES)
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * count)
    squares: dict[str, list[float]] = defaultdict(lambda: [1e-6] * count)
    chance = random.Random(1)
    total: dict[str, list[float]] = defaultdict(lambda: [0.0] * count)
    for epoch in range(epochs):
        chance.shuffle(data)
        for features, kind in data:
            rows = [weights[feature] for feature in features]
            scores = [sum(row[i] for row in rows) for i in range(count)]
            top = max(scores)
            powers = [math.exp(score - top) for score in scores]
            mass = sum(powers)
            steps = [powers[i] / mass - (i == kind) for i in range(count)]
            for feature, row in zip(features, rows, strict=True):
                square = squares[feature]
                for i in range(count):
                    step = steps[i]
                    if abs(step) > 0.003:
                        square[i] += step * step
                        moved = row[i] - _RATE * step / math.sqrt(square[i])
                        edge = _SHRINK * _RATE / math.sqrt(square[i])
                        row[i] = max(0.0, moved - edge) if moved > 0 else min(0.0, moved + edge)
        if epoch >= epochs // 2:
            for feature, row in weights.items():
                total[feature] = [a + b for a, b in zip(total[feature], row, strict=True)]
    rounds = epochs - epochs // 2
    return {feature: [value / rounds for value in row] for feature, row in total.items()}


def main(given: list[str]) -> None:
    """Write ``lexicon/evidence.tsv``; the arguments are the corpus and how many of its sentences to read."""
    limit = int(given[1]) if len(given) > 1 else 10**9
    data = list(samples(given[0], limit))
    seen = _spread(data)
    held = data[::20]
    old = {features[2] for i, (features, _) in enumerate(data) if i % 20}
    data = [([f for f in features if _useful(f, seen[f])], kind) for i, (features, kind) in enumerate(data) if i % 20]
    weights = learn(data, 2)
    worth = {f: (max(row) - min(row)) * math.log(1 + seen[f]) for f, row in weights.items()}
    kept = frozenset(sorted(weights, key=lambda f: -worth[f])[:_KEPT])
    data = [([f for f in features if f in kept], kind) for features, kind in data]
    weights = learn(data, 6)
    for label, part in (("", held), ("unseen ", [item for item in held if item[0][2] not in old])):
        right = 0
        for features, kind in part:
            scores = [sum(weights[f][i] for f in features if f in weights) for i in range(len(TYPES))]
            right += scores.index(max(scores)) == kind
        print(f"{len(data)} names, {right / len(part):.4f} right on {len(part)} {label}names held out")
    kinds = ", ".join(kind or "nothing" for kind in TYPES)
    head = (
        f"Feature of a name, one letter a weight (m = 0, n = 0.25) for\n{kinds}.\n"
        "Learned by newsclaims/learn/name_evidence.py; features are explained in evidence.py."
    )
    write_table("entities", "evidence", head, (f"{feature}\t{letters(row)}" for feature, row in weights.items()))


def _spread(data: list[tuple[list[str], int]]) -> Counter[str]:
    """Count the different names that show a feature; for a whole name and for neighbours count all of them."""
    names: dict[str, set[str]] = defaultdict(set)
    total: Counter[str] = Counter()
    for features, _ in data:
        for feature in features:
            if feature[:2] in _OWN_WORDS:
                names[feature].add(features[2])
            else:
                total[feature] += 1
    total.update({feature: len(found) for feature, found in names.items()})
    return total


def _useful(feature: str, count: int) -> bool:
    return count >= {"=": 4, "q": 10, "y": 10, "f": 3, "l": 3, "m": 3, "s": 12}.get(feature[0], 6)


if __name__ == "__main__":
    main(arguments(__doc__, 1))
