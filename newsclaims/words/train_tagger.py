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

LEAST = {"B": 3, "A": 3, "V": 3, "I": 3, "J": 3, "w": 3, "l": 3}
"""How often a feature must occur, by its first letter."""
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


def build_lexicon(sentences: list[Sentence]) -> tm.Lexicon:
    """Count tags by key, and by class for rare forms."""
    letters = {tag: tm.letter(tag) for tag in tm.TAGS}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for (_, tag), key in zip(sentence, keys([form for form, _ in sentence]), strict=True):
            if not tag:
                continue
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
    return tm.Lexicon(forms, open_tags)


class Form:
    """What the trainer keeps for one key: its candidates, features by role, and once training starts, their rows."""

    def __init__(self, key: str, lexicon: tm.Lexicon) -> None:
        low = self.low = tm.lowered(key)
        cls = self.cls = lexicon.class_of(key)
        inside = key not in (tm.START, tm.END)
        letters = lexicon.candidates(key) if inside else ""
        self.cands = [ord(c) - 48 for c in letters]
        self.verbal = not tm.VERB_LETTERS.isdisjoint(letters)
        self.event = tm.event(low, letters) if inside else "."
        base = tm.stem(low)
        self.features = {
            "": tm.own_features(key, low, cls, lexicon.class_of(base) if base else ""),
            "P": tm.neighbour_features("P", key, low, cls),
            "N": tm.neighbour_features("N", key, low, cls),
            "O": tm.far_features("O", low, cls),
            "M": tm.far_features("M", low, cls),
        }
        self.rows: dict[str, Rows] = {}


class Trainer:
    """The perceptron. A feature has one row: weights over all tags, then the sums that averaging needs."""

    def __init__(self, lexicon: tm.Lexicon, margin: float = 0.0) -> None:
        self.size = len(tm.TAGS)
        self.lexicon = lexicon
        self.forms: dict[str, Form] = {}
        self.counts: Counter[str] = Counter()
        self.rows: dict[str, list[float]] = {}
        self.live: dict[tuple[str, ...], list[float] | None] = {}
        self.margin = margin
        self.steps = 1

    def form(self, key: str) -> Form:
        found = self.forms.get(key)
        if found is None:
            found = self.forms[key] = Form(key, self.lexicon)
        return found

    def row(self, feature: str) -> list[float] | None:
        """The row of a feature, or None where it is too rare to learn from."""
        found = self.rows.get(feature)
        if found is None and self.counts[feature] >= LEAST.get(feature[0], 2):
            found = self.rows[feature] = [0.0] * (2 * self.size)
        return found

    def static_rows(self, form: Form, role: str) -> Rows:
        found = form.rows.get(role)
        if found is None:
            rows = [self.row(feature) for feature in form.features[role]]
            found = form.rows[role] = [row for row in rows if row is not None]
        return found

    def live_rows(self, names: list[tuple[str, ...]]) -> Rows:
        found = []
        live = self.live
        for name in names:
            if name in live:
                row = live[name]
            else:
                row = live[name] = self.row("".join(name))
            if row is not None:
                found.append(row)
        return found

    def count(self, sentence: list[str], gold: list[int]) -> None:
        """Count the features of one sentence, with the right tags as history."""
        self.walk(sentence, gold, counting=True)

    def train(self, sentence: list[str], gold: list[int]) -> int:
        """Learn from one sentence; gives the number of wrong tags."""
        return self.walk(sentence, gold)

    def walk(self, sentence: list[str], gold: list[int], counting: bool = False) -> int:
        forms = [self.form(key) for key in sentence]
        edge, last = self.form(tm.START), self.form(tm.END)
        padded = [edge, edge, *forms, last, last]
        ahead = ["."]
        for form in reversed(forms):
            ahead.append(form.event or ahead[-1])
        ahead.reverse()
        size, steps, wrong, margin = self.size, self.steps, 0, self.margin
        one = two = "<"
        left = "."
        for i, form in enumerate(forms):
            cands = form.cands
            best = cands[0]
            right = gold[i]
            if len(cands) > 1:
                before, after = padded[i + 1], padded[i + 3]
                names = tm.history_features(one, two, form.low, form.cls, after.cls)
                names += tm.pair_features(before.low, form.low, after.low, form.cls, after.cls)
                if form.verbal:
                    names += tm.clause_features(left, ahead[i + 1], form.low, form.cls)
                if counting:
                    parts = ((form, ""), (before, "P"), (after, "N"), (padded[i], "O"), (padded[i + 4], "M"))
                    for part, role in parts:
                        self.counts.update(part.features[role])
                    self.counts.update(["".join(name) for name in names])
                    best = right if right >= 0 else best
                else:
                    rows = (
                        self.static_rows(form, "")
                        + self.static_rows(before, "P")
                        + self.static_rows(after, "N")
                        + self.static_rows(padded[i], "O")
                        + self.static_rows(padded[i + 4], "M")
                        + self.live_rows(names)
                    )
                    top = rival_top = -1e30
                    rival = -1
                    for c in cands:
                        score = 0.0
                        for row in rows:
                            score += row[c]
                        if score > top:
                            top, best = score, c
                        if c == right:
                            right_score = score
                        elif score > rival_top:
                            rival_top, rival = score, c
                    steps += 1
                    if right in cands and right_score <= rival_top + margin:
                        wrong += best != right
                        for row in rows:
                            row[right] += 1.0
                            row[right + size] += steps
                            row[rival] -= 1.0
                            row[rival + size] -= steps
            given = chr(48 + best)
            left = tm.clause_state(left, form.event, given)
            one, two = given, one
        self.steps = steps
        return wrong

    def packed(self, smallest: float, unit: float) -> dict[str, str]:
        """Averaged weights as text: a tag letter and a weight character each; small ones left out."""
        out: dict[str, str] = {}
        size, steps = self.size, self.steps
        for feature, row in self.rows.items():
            cells = []
            for tag in range(size):
                weight = row[tag] - row[tag + size] / steps
                level = max(-46, min(46, round(weight / unit)))
                if abs(weight) >= smallest and level:
                    cells.append(chr(48 + tag) + chr(tm.WEIGHT_ZERO + level))
            if cells:
                out[feature] = "".join(cells)
        return out


def section(pairs: dict[str, str]) -> str:
    return "\n".join(f"{name}\n{value}" for name, value in sorted(pairs.items()))


def write(path: Path, lexicon: tm.Lexicon, weights: dict[str, str]) -> int:
    """The data file; gives its size in bytes."""
    parts = [section(lexicon.forms), section(lexicon.open_tags), section(weights)]
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


def learn(sentences: list[Sentence], passes: int) -> Trainer:
    """Train on sentences and caseless copies of some, shuffled anew (but always alike) for every pass."""
    sentences = sentences + caseless_copies(sentences, share=0.25, seed=1)
    trainer = Trainer(build_lexicon(sentences))
    number = {tag: i for i, tag in enumerate(tm.TAGS)} | {"": -1}
    data = [(keys([form for form, _ in s]), [number[tag] for _, tag in s]) for s in sentences]
    for words, gold in data:
        trainer.count(words, gold)
    chance = random.Random(7)
    for turn in range(passes):
        chance.shuffle(data)
        wrong = sum(trainer.train(words, gold) for words, gold in data)
        print(f"pass {turn + 1}: {wrong} wrong", flush=True)
    return trainer


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--ewt", type=Path, required=True)
    options.add_argument("--silver", type=Path, required=True)
    options.add_argument("--passes", type=int, default=4)
    options.add_argument("--out", type=Path, default=tm.DATA)
    given = options.parse_args()
    trainer = learn([clean(s) for path in (given.ewt, given.silver) for s in read(path)], given.passes)
    weights = trainer.packed(smallest=0.15, unit=0.3)
    print(f"{len(weights)} features, {write(given.out, trainer.lexicon, weights)} bytes")


if __name__ == "__main__":
    main()
