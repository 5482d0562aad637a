"""Learns the tagger's data file from treebanks: `python -m newsclaims.words.train_tagger --ewt F --silver F --out F`.

An averaged perceptron, greedy from left to right, over candidate tags that the lexicon allows.
Not imported when the tagger runs.
"""

from __future__ import annotations

import argparse
import lzma
import random
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from newsclaims.words import tagger_model as tm
from newsclaims.words.shapes import CASELESS, SMALL_WORDS, keys

Sentence = list[tuple[str, str]]
Rows = list[list[float]]

PUNCTUATION = {";": ":", "--": ":", "—": ":", "–": ":", "...": ":", "…": ":", "[": "-LRB-", "]": "-RRB-", "/": "SYM"}
"""Marks whose tag is the same everywhere; the treebanks disagree about them."""


def read(path: Path) -> Iterator[Sentence]:
    """Sentences of (form, tag) from CoNLL-U or from `form TAB tag` columns, `.xz` or plain."""
    opener = lzma.open if path.suffix == ".xz" else open
    conllu = ".conllu" in path.name
    sentence: Sentence = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) < 2:
                if sentence and not line.startswith("#"):
                    yield sentence
                    sentence = []
            elif conllu:
                if columns[0].isdigit():
                    sentence.append((columns[1], columns[4]))
            else:
                sentence.append((columns[0], columns[1]))
    if sentence:
        yield sentence


def clean(sentence: Sentence) -> Sentence:
    """The sentence with tags in one convention, and the teacher's impossible tags mended."""
    mended: Sentence = []
    for form, tag in sentence:
        low = form.lower().replace("’", "'")
        if low == "to" and tag == "IN":
            tag = "TO"
        elif low == "n't":
            tag = "RB"
        elif low in ("'m", "'re", "'ve"):
            tag = "VBP"
        elif low == "'s" and tag in ("VBP", "VBD"):
            tag = "VBZ"
        else:
            tag = PUNCTUATION.get(form, tag)
        if form == "-" and tag not in ("HYPH", "SYM", ":"):
            tag = "HYPH" if tag in ("JJ", "NN", "NNP") else ":"
        mended.append((form, tag))
    return mended


def build_lexicon(sentences: list[Sentence], letters: dict[str, str]) -> tm.Lexicon:
    """Count tags by key, and by class for rare forms."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for (_, tag), key in zip(sentence, keys([form for form, _ in sentence]), strict=True):
            counts[key][tag] += 1
            if key[0] != CASELESS and key[0].isalpha():
                counts[CASELESS + key.lower()][tag] += 1
    open_counts: dict[str, Counter[str]] = defaultdict(Counter)
    forms: dict[str, str] = {}
    for key, seen in counts.items():
        total = seen.total()
        ranked = [tag for tag, _ in seen.most_common()]
        if total < 8:
            open_counts[tm.guess_class(key)].update(seen)
            if total > 1 and total >= 3:
                forms[key] = "?" + "".join(letters[tag] for tag in ranked)
            continue
        top, top_count = seen.most_common(1)[0]
        if total >= 15 and top_count >= 0.985 * total:
            forms[key] = letters[top]
            continue
        strong = [tag for tag in ranked if seen[tag] >= 0.04 * total][:4]
        weak = [tag for tag in ranked if tag not in strong and seen[tag] >= max(2, 0.002 * total)]
        forms[key] = "".join(letters[t] for t in strong) + (" " + "".join(letters[t] for t in weak) if weak else "")
    open_tags = {}
    for cls, seen in open_counts.items():
        enough = [tag for tag, count in seen.most_common() if count >= 0.005 * seen.total()]
        open_tags[cls] = "".join(letters[tag] for tag in enough)
    return tm.Lexicon(forms, open_tags, "".join(letters.values()))


class FormRows:
    """The weight rows of everything that depends on one key only."""

    __slots__ = ("after", "before", "cands", "cls", "far_after", "far_before", "low", "own")

    def __init__(self, key: str, lexicon: tm.Lexicon, table: Weights) -> None:
        low = self.low = tm.lowered(key)
        cls = self.cls = lexicon.class_of(key)
        self.cands = [ord(c) - 48 for c in lexicon.candidates(key)] if key not in (tm.START, tm.END) else []
        base = tm.stem(low)
        base_class = lexicon.class_of(base) if base else ""
        self.own = [table.row(f) for f in tm.own_features(key, low, cls, base_class)]
        self.before = [table.row(f) for f in tm.neighbour_features("P", key, low, cls)]
        self.after = [table.row(f) for f in tm.neighbour_features("N", key, low, cls)]
        self.far_before = [table.row(f) for f in tm.far_features("O", low, cls)]
        self.far_after = [table.row(f) for f in tm.far_features("M", low, cls)]


class Weights:
    """Feature name -> one row of weights over all tags, then of the sums that averaging needs."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.rows: dict[str, list[float]] = {}

    def row(self, feature: str) -> list[float]:
        found = self.rows.get(feature)
        if found is None:
            found = self.rows[feature] = [0.0] * (2 * self.size)
        return found


class Trainer:
    """The perceptron over sentences turned into keys and tag numbers."""

    def __init__(self, lexicon: tm.Lexicon, size: int) -> None:
        self.lexicon = lexicon
        self.size = size
        self.weights = Weights(size)
        self.forms: dict[str, FormRows] = {}
        self.live: dict[tuple[str, ...], list[float]] = {}
        self.steps = 1

    def form(self, key: str) -> FormRows:
        found = self.forms.get(key)
        if found is None:
            found = self.forms[key] = FormRows(key, self.lexicon, self.weights)
        return found

    def live_row(self, name: tuple[str, ...]) -> list[float]:
        found = self.live.get(name)
        if found is None:
            found = self.live[name] = self.weights.row("".join(name))
        return found

    def train(self, sentence: list[str], gold: list[int]) -> int:
        """One sentence; gives the number of wrong tags."""
        forms = [self.form(key) for key in sentence]
        edge, last = self.form(tm.START), self.form(tm.END)
        padded = [edge, edge, *forms, last, last]
        size, steps, wrong = self.size, self.steps, 0
        one = two = "<"
        for i, form in enumerate(forms):
            cands = form.cands
            best = cands[0]
            if len(cands) > 1:
                before, after = padded[i + 1], padded[i + 3]
                rows = form.own + before.before + after.after + padded[i].far_before + padded[i + 4].far_after
                live = tm.history_features(one, two, form.low, form.cls, after.cls)
                live += tm.pair_features(before.low, form.low, after.low, form.cls, after.cls)
                rows += [self.live_row(name) for name in live]
                top = -1e30
                for c in cands:
                    score = 0.0
                    for row in rows:
                        score += row[c]
                    if score > top:
                        top, best = score, c
                right = gold[i]
                steps += 1
                if best != right and right in cands:
                    wrong += 1
                    for row in rows:
                        row[right] += 1.0
                        row[right + size] += steps
                        row[best] -= 1.0
                        row[best + size] -= steps
            one, two = tm.letter(best), one
        self.steps = steps
        return wrong

    def packed(self, smallest: float, unit: float) -> dict[str, str]:
        """Averaged weights as text: a tag letter and a weight character each; small ones left out."""
        out: dict[str, str] = {}
        size, steps = self.size, self.steps
        for feature, row in self.weights.rows.items():
            cells = []
            for tag in range(size):
                if row[tag] or row[tag + size]:
                    weight = row[tag] - row[tag + size] / steps
                    level = max(-46, min(46, round(weight / unit)))
                    if abs(weight) >= smallest and level:
                        cells.append(tm.letter(tag) + chr(tm.WEIGHT_ZERO + level))
            if cells:
                out[feature] = "".join(cells)
        return out


def section(pairs: dict[str, str]) -> str:
    return "\n".join(f"{name}\n{value}" for name, value in sorted(pairs.items()))


def write(path: Path, tags: list[str], lexicon: tm.Lexicon, weights: dict[str, str]) -> int:
    """The data file; gives its size in bytes."""
    parts = ["\n".join(tags), section(lexicon.forms), section(lexicon.open_tags), section(weights)]
    data = zlib.compress("\n\n".join(parts).encode("utf-8"), 9)
    path.write_bytes(data)
    return len(data)


def caseless_copies(sentences: list[Sentence], share: float, seed: int) -> list[Sentence]:
    """Copies of some sentences in Title Case and in CAPITALS, as headlines have them."""
    chance = random.Random(seed)
    copies = []
    for sentence in sentences:
        if 4 <= len(sentence) <= 20 and chance.random() < share:
            upper = chance.random() < 0.3
            copies.append([(_headline(form, upper), tag) for form, tag in sentence])
    return copies


def _headline(form: str, upper: bool) -> str:
    if upper:
        return form.upper()
    return form[:1].upper() + form[1:] if form not in SMALL_WORDS else form


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--ewt", type=Path, required=True)
    options.add_argument("--silver", type=Path, required=True)
    options.add_argument("--part", type=int, default=1, help="use every n-th silver sentence")
    options.add_argument("--passes", type=int, default=5)
    options.add_argument("--out", type=Path, default=tm.DATA)
    given = options.parse_args()
    sentences = [clean(s) for s in read(given.ewt)] + [clean(s) for s in read(given.silver)][:: given.part]
    sentences += caseless_copies(sentences, 0.25, seed=1)
    tags = sorted({tag for sentence in sentences for _, tag in sentence})
    number = {tag: i for i, tag in enumerate(tags)}
    lexicon = build_lexicon(sentences, {tag: tm.letter(i) for tag, i in number.items()})
    data = [(keys([f for f, _ in s]), [number[t] for _, t in s]) for s in sentences]
    trainer = Trainer(lexicon, len(tags))
    chance = random.Random(7)
    for turn in range(given.passes):
        chance.shuffle(data)
        wrong = sum(trainer.train(forms, gold) for forms, gold in data)
        print(f"pass {turn + 1}: {wrong} wrong", flush=True)
    weights = trainer.packed(smallest=0.15, unit=0.1)
    print(f"{len(weights)} features, {write(given.out, tags, lexicon, weights)} bytes")


if __name__ == "__main__":
    main()
