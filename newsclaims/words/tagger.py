"""Part-of-speech tags: Penn Treebank tags for the tokens of one sentence.

A greedy averaged perceptron from left to right. Forms with one possible tag are looked up; the others choose among
the tags the lexicon allows. Everything that depends on a few forms only is summed once and kept, so a word met again
in like company costs a few additions.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import add
from typing import NamedTuple

from newsclaims.words import tagger_features as features
from newsclaims.words.shapes import keys
from newsclaims.words.tagger_model import WEIGHT_ZERO, Lexicon, Table, load

_MAX_CACHED = 200_000
"""Entries kept before a cache is emptied: bounds memory on endless input."""
_NAMES = {features.letter(tag): tag for tag in features.TAGS}

SURE = 160
"""A lead, in units of weight, after which words together never change the choice (1 of 6 ambiguous words has less)."""
Row = tuple[int, ...]
"""Scores of the candidate tags of one form, in the order of its candidates."""


class _Form(NamedTuple):
    cands: str
    low: str
    cls: str
    event: str
    verbal: bool


class Tagger:
    """The learned table with its caches. One instance a process is enough (`tagger()`)."""

    def __init__(self, table: Table) -> None:
        self._find = table.find
        self._lexicon = Lexicon(table)
        self._forms: dict[str, _Form] = {}
        self._values: dict[str, bytes] = {}
        self._rows: dict[str, Row] = {}

    def _form(self, key: str) -> _Form:
        found = self._forms.get(key)
        if found is None:
            cls, cands = self._lexicon.read(key)
            low = features.lowered(key)
            event = features.event(low, cands) if cands else "."
            verbal = not features.VERB_LETTERS.isdisjoint(cands)
            cands = "".join(sorted(cands))
            found = self._forms[key] = _Form(cands, low, cls, event, verbal)
        return found

    def _value(self, name: str) -> bytes:
        found = self._values.get(name)
        if found is None:
            found = self._values[name] = self._find(name)
        return found

    def _score(self, cands: str, names: list[str]) -> Row:
        row = [0] * len(cands)
        codes = cands.encode("ascii")
        for value in filter(None, map(self._value, names)):
            half = len(value) >> 1
            for i, code in enumerate(codes):
                place = value.find(code, 0, half)
                if place >= 0:
                    row[i] += value[half + place] - WEIGHT_ZERO
        return tuple(row)

    def _own(self, key: str) -> Row:
        """Scores by the form itself."""
        form = self._form(key)
        base = features.stem(form.low)
        names = features.own_features(key, form.low, form.cls, self._lexicon.read(base)[0] if base else "")
        found = self._rows["W" + key] = self._score(form.cands, names)
        return found

    def _neighbour(self, role: str, cands: str, key: str) -> Row:
        """Scores for `cands` by a word in the neighbourhood (role as in `features.static_features`)."""
        form = self._form(key)
        names = features.static_features(role, key, form.low, form.cls)
        found = self._rows[f"{role}{cands} {key}"] = self._score(cands, names)
        return found

    def _history(self, one: str, two: str, cands: str, cls: str) -> Row:
        found = self._score(cands, features.history_features(one, two, cls))
        self._rows[f"H{one}{two}{cands} {cls}"] = found
        return found

    def _last_tag(self, one: str, key: str, next_class: str) -> Row:
        form = self._form(key)
        found = self._score(form.cands, features.last_tag_features(one, form.low, form.cls, next_class))
        self._rows[f"V{one}{key} {next_class}"] = found
        return found

    def _by_forms(self, form: _Form, one: str, two: str, window: list[str], next_class: str) -> Row:
        """Scores by each word of the window alone and by the last tags: all rows that words in common share."""
        cands = form.cands
        far, last, key, after, beyond = window
        get = self._rows.get
        rows = (
            get("W" + key) or self._own(key),
            get(f"P{cands} {last}") or self._neighbour("P", cands, last),
            get(f"N{cands} {after}") or self._neighbour("N", cands, after),
            get(f"O{cands} {far}") or self._neighbour("O", cands, far),
            get(f"M{cands} {beyond}") or self._neighbour("M", cands, beyond),
            get(f"H{one}{two}{cands} {form.cls}") or self._history(one, two, cands, form.cls),
            get(f"V{one}{key} {next_class}") or self._last_tag(one, key, next_class),
        )
        return tuple(map(sum, zip(*rows, strict=True)))

    def _by_context(self, words: Sequence[_Form], one: str, left: str, right: str) -> Row:
        """Scores by words together and by the clause, for those that the words alone leave unsure."""
        _, last, form, after, beyond = words
        names = features.left_features(last.low, form.low)
        names += features.right_features(form.low, form.cls, after.low, after.cls)
        names += features.around_features(one, last.low, form.cls, after.low, after.cls, beyond.cls)
        if form.verbal:
            names += features.clause_features(left, right, form.cls)
            names += features.clause_word_features(left, right, form.low)
        return self._score(form.cands, names)

    def tag(self, words: Sequence[str]) -> list[str]:
        """Tags for one sentence."""
        for kept in (self._rows, self._forms, self._values):
            if len(kept) > _MAX_CACHED:
                kept.clear()
        found = keys(words)
        window = [features.START, features.START, *found, features.END, features.END]
        forms = [self._forms.get(key) or self._form(key) for key in window]
        ahead = ["."]
        for form in reversed(forms[2:-2]):
            ahead.append(form.event or ahead[-1])
        ahead.reverse()
        one = two = "<"
        state = "."
        tags: list[str] = []
        for i in range(len(found)):
            form = forms[i + 2]
            best = form.cands
            if len(best) > 1:
                scores = self._by_forms(form, one, two, window[i : i + 5], forms[i + 3].cls)
                top = max(scores)
                if sum(score > top - SURE for score in scores) > 1:
                    context = self._by_context(forms[i : i + 5], one, state, ahead[i + 1])
                    scores = tuple(map(add, scores, context))
                    top = max(scores)
                best = best[scores.index(top)]
            tags.append(_NAMES[best])
            state = features.clause_state(state, form.event, best)
            two, one = one, best
        return tags


@cache
def tagger() -> Tagger:
    """The shipped tagger, loaded on first use."""
    return Tagger(load())


def tag(forms: Sequence[str]) -> list[str]:
    """Penn Treebank tags, one for each token of one sentence.

    >>> tag(["Lima", "severed", "ties", "."])
    ['NNP', 'VBD', 'NNS', '.']
    """
    return tagger().tag(forms)
