"""Part-of-speech tags: Penn Treebank tags for the tokens of one sentence.

A greedy averaged perceptron from left to right. Forms with one possible tag are looked up; the others choose among
the tags the lexicon allows. Everything that depends on one or two forms only is summed once and kept, so a word
met again costs a few additions.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import add

from newsclaims.words import tagger_model as tm
from newsclaims.words.shapes import keys

_MAX_CACHED = 200_000
"""Rows kept before a cache is emptied: bounds memory on endless input."""


class Tagger:
    """The model with its caches. One instance a process is enough (`tagger()`)."""

    def __init__(self, model: tm.Model) -> None:
        self.model = model
        self.names = {tm.letter(tag): tag for tag in tm.TAGS}
        self.forms: dict[str, tuple[str, str, str, str, bool]] = {}
        self.sums: dict[tuple[str, str], dict[str, int]] = {}
        self.rows: dict[tuple[str, ...], list[int]] = {}
        for name in (tm.START, tm.END):
            self.forms[name] = ("", name, name, ".", False)

    def form(self, key: str) -> tuple[str, str, str, str, bool]:
        """Candidate letters, lower case, class, clause event of a key, and whether it can be a verb."""
        found = self.forms.get(key)
        if found is None:
            if len(self.forms) > _MAX_CACHED:
                self.forms.clear()
                self.sums.clear()
                self.__init__(self.model)  # type: ignore[misc]
            lexicon = self.model.lexicon
            cands, low = lexicon.candidates(key), tm.lowered(key)
            verbal = not tm.VERB_LETTERS.isdisjoint(cands)
            found = self.forms[key] = (cands, low, lexicon.class_of(key), tm.event(low, cands), verbal)
        return found

    def total(self, role: str, key: str) -> dict[str, int]:
        """The summed weights, by tag letter, of all features of a key in a role."""
        found = self.sums.get((role, key))
        if found is None:
            _, low, cls, _, _ = self.form(key)
            if role == "":
                base = tm.stem(low)
                features = tm.own_features(key, low, cls, self.model.lexicon.class_of(base) if base else "")
            elif role in "PN":
                features = tm.neighbour_features(role, key, low, cls)
            else:
                features = tm.far_features(role, low, cls)
            found = self.sums[(role, key)] = self.add({}, features)
        return found

    def add(self, sums: dict[str, int], features: list[str]) -> dict[str, int]:
        weights = self.model.weights
        for feature in features:
            packed = weights.get(feature)
            if packed:
                for i in range(0, len(packed), 2):
                    tag = packed[i]
                    sums[tag] = sums.get(tag, 0) + ord(packed[i + 1]) - tm.WEIGHT_ZERO
        return sums

    def row(self, cands: str, sums: list[dict[str, int]], features: Sequence[tuple[str, ...]]) -> list[int]:
        live = self.add({}, ["".join(f) for f in features])
        return [sum(s.get(c, 0) for s in sums) + live.get(c, 0) for c in cands]

    def tag(self, forms: Sequence[str]) -> list[str]:
        """Tags for one sentence."""
        sentence = keys(forms)
        padded = [tm.START, tm.START, *sentence, tm.END, tm.END]
        if len(self.rows) > _MAX_CACHED:
            self.rows.clear()
        rows = self.rows
        one = two = "<"
        state = "."
        infos = [self.form(key) for key in sentence]
        ahead = ["."]
        for info in reversed(infos):
            ahead.append(info[3] or ahead[-1])
        ahead.reverse()
        tags: list[str] = []
        for i, key in enumerate(sentence):
            cands, low, cls, event, verbal = infos[i]
            if len(cands) == 1:
                best = cands
            else:
                last, after = padded[i + 1], padded[i + 3]
                name: tuple[str, ...] = ("<", last, key)
                left = rows.get(name)
                if left is None:
                    pair = [("B", self.form(last)[1], " ", low)]
                    left = rows[name] = self.row(cands, [self.total("", key), self.total("P", last)], pair)
                name = (">", key, after)
                right = rows.get(name)
                if right is None:
                    _, next_low, next_class, _, _ = self.form(after)
                    pair = [("A", low, " ", next_low), ("C", cls, "/", next_class)]
                    right = rows[name] = self.row(cands, [self.total("N", after)], pair)
                name = ("O", cands, padded[i])
                far_left = rows.get(name)
                if far_left is None:
                    far_left = rows[name] = self.row(cands, [self.total("O", padded[i])], [])
                name = ("M", cands, padded[i + 4])
                far_right = rows.get(name)
                if far_right is None:
                    far_right = rows[name] = self.row(cands, [self.total("M", padded[i + 4])], [])
                name = (one, two, key, self.form(after)[2])
                history = rows.get(name)
                if history is None:
                    live = tm.history_features(one, two, low, cls, name[3])
                    history = rows[name] = self.row(cands, [], live)
                scores = list(map(sum, zip(left, right, far_left, far_right, history, strict=True)))
                if verbal:
                    name = ("L", state, ahead[i + 1], key)
                    clause = rows.get(name)
                    if clause is None:
                        live = tm.clause_features(state, ahead[i + 1], low, cls)
                        clause = rows[name] = self.row(cands, [], live)
                    scores = list(map(add, scores, clause))
                best = cands[scores.index(max(scores))]
            state = tm.clause_state(state, event, best)
            tags.append(self.names[best])
            two, one = one, best
        return tags


@cache
def tagger() -> Tagger:
    """The shipped tagger, loaded on first use."""
    return Tagger(tm.load())


def tag(forms: Sequence[str]) -> list[str]:
    """Penn Treebank tags, one for each token of one sentence.

    >>> tag(["Lima", "severed", "ties", "."])
    ['NNP', 'VBD', 'NNS', '.']
    """
    return tagger().tag(forms)
