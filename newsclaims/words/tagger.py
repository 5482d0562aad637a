"""Part-of-speech tags: Penn Treebank tags for the tokens of one sentence.

A greedy averaged perceptron from left to right. Forms with one possible tag are looked up; the others choose among
the tags the lexicon allows. What one form says about its own tag and about those of its neighbours is summed once and
kept with the form; what takes more words to say is only asked while the choice is open.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any, Final

from newsclaims.words import frequent
from newsclaims.words import tagger_features as features
from newsclaims.words.classes import word_class
from newsclaims.words.frequent import Frequent, Sums
from newsclaims.words.packed_scores import MASK, SHIFT, Row, bias, only, row
from newsclaims.words.shapes import CASELESS, CODE, keys
from newsclaims.words.tagger_model import Lexicon, Table, load
from newsclaims.words.tagger_rules import (
    BE,
    amend,
    grammatical,
    introduced,
    paid,
    past_forms,
    settled,
)

_MAX_CACHED: Final = 200_000  # entries kept before a cache is emptied: bounds memory on endless input
_NAMES: Final = {features.letter(tag): tag for tag in features.TAGS}

CLEAR: Final = 300
"""A lead, in units of weight, of one tag by the word, its neighbours and the last two tags, after which nothing else
changes the choice (it would for 1 of 2,000 ambiguous words; more than half have such a lead)."""
SURE: Final = 160
"""The same lead when the last tag with the words and the words two away have spoken, too: 1 of 6 has less."""
_GUESSED: Final = 7
"""A form with so many possible tags is one that the lexicon does not know, but guesses from its ending."""

_ADJECTIVE: Final = features.letter("JJ")
_BARE: Final = features.letter("VB")
_MODAL: Final = features.letter("MD")
_NAME: Final = features.letter("NNP")
_NOUN: Final = features.letter("NN")
_PAST: Final = features.letter("VBD")
_APART: Final = features.letter(",") + features.letter("CC")
_NOMINAL: Final = frozenset((_ADJECTIVE, _NOUN))
_PARTICIPLES: Final = frozenset((features.letter("VBG"), features.letter("VBN")))
_BEFORE: Final = frozenset((_ADJECTIVE, features.letter("PRP")))


class _Form:
    """What is known of one key: its possible tags, and rows of scores that are filled in when first asked for."""

    __slots__ = (
        "after", "before", "beyond", "bias", "cands", "cls", "event", "far", "history", "key", "lanes", "last", "low",
        "own", "verbal",
    )  # fmt: skip

    def __init__(self, key: str, cls: str, cands: str, history: dict[str, dict[str, Row]]) -> None:
        self.key = key
        self.cls = cls
        self.low = features.lowered(key)
        self.event = features.event(self.low, cands) if cands else "."
        self.verbal = not features.VERB_LETTERS.isdisjoint(cands)
        self.cands = "".join(sorted(cands))
        self.lanes: list[tuple[Any, str]] = [(SHIFT[letter], letter) for letter in self.cands]
        self.bias = bias(cands) if cands else 0
        self.own: Row | None = None
        self.before: Row | None = None  # said about the word behind it, when this is the word before
        self.after: Row | None = None
        self.far: Row | None = None
        self.beyond: Row | None = None
        self.history = history  # by the last tag and the one before; shared by the forms of a class
        self.last: dict[str, dict[str, Row]] = {}  # by the last tag and the class of the next word


class Tagger:
    """The learned table with its caches. One instance a process is enough (`tagger()`)."""

    def __init__(self, table: Table, summed: Frequent | None = None) -> None:
        self._table = table
        self._summed = summed
        self._lexicon = Lexicon(table)
        self._forms: dict[str, _Form] = {}
        self._rows: dict[str, Row] = {}
        self._histories: dict[str, dict[str, dict[str, Row]]] = {}

    def _form(self, key: str) -> _Form:
        cls, cands = self._lexicon.read(key)
        if CODE.fullmatch(key):
            cands = features.letter("SYM")
        elif cls[0] == "?":
            low = features.lowered(key)
            cands = grammatical().get(low) or (past_forms().get(low, cands) if len(cands) >= _GUESSED else cands)
        history = self._histories.setdefault(cls, {})
        found = self._forms[key] = _Form(key, cls, cands, history)
        known = self._summed.get(key) if self._summed is not None else None
        if known is not None:
            found.own, found.before, found.after = known.own, known.before, known.after
        return found

    def sums(self, key: str) -> Sums:
        """Return what the tables say about one form and its neighbours, to be kept for frequent ones."""
        form = self._form(key)
        own = only(self._own(form), form.cands) if len(form.cands) > 1 else 0
        return Sums(own, self._neighbour("P", form), self._neighbour("N", form))

    def _sum(self, names: list[str]) -> Row:
        """The sum of the rows of these features."""
        rows = self._rows
        found = 0
        for name in names:
            known = rows.get(name)
            if known is None:
                value = self._table.find(name)
                known = rows[name] = row(value) if value else 0
            if known:
                found += known
        return found

    def _own(self, form: _Form) -> Row:
        base = features.stem(form.low)
        stem_class = self._lexicon.read(base)[0] if base else ""
        found = form.own = self._sum(features.own_features(form.key, form.low, form.cls, stem_class))
        return found

    def _neighbour(self, role: str, form: _Form) -> Row:
        return self._sum(features.static_features(role, form.key, form.low, form.cls))

    def _near(self, last: _Form, form: _Form, after: _Form, one: str, two: str) -> Row:
        """Scores by the word itself, the words beside it and the last two tags."""
        own = form.own
        if own is None:
            own = self._own(form)
        before = last.before
        if before is None:
            before = last.before = self._neighbour("P", last)
        behind = after.after
        if behind is None:
            behind = after.after = self._neighbour("N", after)
        histories = form.history.get(one)
        if histories is None:
            histories = form.history[one] = {}
        history = histories.get(two)
        if history is None:
            history = histories[two] = self._sum(features.history_features(one, two, form.cls))
        return form.bias + own + before + behind + history

    def _farther(self, far: _Form, form: _Form, after: _Form, beyond: _Form, one: str) -> Row:
        """Scores by the words two away, and by the last tag with the word and the class of the next."""
        early = far.far
        if early is None:
            early = far.far = self._neighbour("O", far)
        late = beyond.beyond
        if late is None:
            late = beyond.beyond = self._neighbour("M", beyond)
        lasts = form.last.get(one)
        if lasts is None:
            lasts = form.last[one] = {}
        last = lasts.get(after.cls)
        if last is None:
            last = lasts[after.cls] = self._sum(features.last_tag_features(one, form.low, form.cls, after.cls))
        if one == features.TO:
            last += self._sum(features.infinitive_features(far.low, form.cls))
        return early + late + last

    def _context(self, words: list[_Form], i: int, one: str, left: str, right: str, verbs: str, governor: str) -> Row:
        """Scores by words together and by the clause, for those that the words alone leave unsure."""
        last, form, after, beyond = words[i - 1], words[i], words[i + 1], words[i + 2]
        names = features.left_features(last.low, form.low)
        names += features.right_features(form.low, form.cls, after.low, after.cls)
        names += features.around_features(one, last.low, form.cls, after.low, after.cls, beyond.cls)
        if form.verbal:
            names += features.clause_features(left, right, form.cls)
            names += features.clause_word_features(left, right, form.low)
            names += features.verb_features(verbs, governor, form.low, form.cls)
        return self._sum(names)

    def _choose(
        self, words: list[_Form], i: int, one: str, two: str, left: str, right: str, verbs: str, governor: str
    ) -> str:
        """The letter of the best tag for one of the words; the rest is what the features tell of it."""
        last, form, after = words[i - 1], words[i], words[i + 1]
        score = self._near(last, form, after, one, two)
        best, lead = _best(form, score)
        if lead < CLEAR:
            score += self._farther(words[i - 2], form, after, words[i + 2], one)
            best, lead = _best(form, score)
            if lead < SURE:
                best, _ = _best(form, score + self._context(words, i, one, left, right, verbs, governor))
        return best

    def tag(self, words: list[str], names: Collection[str] = ()) -> list[str]:
        """Tags for one sentence; ``names`` are capitalised all over the document."""
        if len(self._forms) > _MAX_CACHED or len(self._rows) > _MAX_CACHED:
            self._forms.clear()
            self._rows.clear()
            self._histories.clear()
        known = self._forms
        forms = [
            known.get(key) or self._form(key)
            for key in (features.START, features.START, *keys(words, names), features.END, features.END)
        ]
        ahead = ["."]
        for form in reversed(forms[2:-2]):
            ahead.append(form.event or ahead[-1])
        ahead.reverse()
        finite = features.finite_ahead([form.event for form in forms[2:-2]])
        before = "0"
        one = two = governor = "<"
        state = "."
        tags: list[str] = []
        asked: tuple[object, ...] = ()  # a run of one form (symbols, junk) asks the same again and again
        answer = ""
        for i, form in enumerate(forms[2:-2]):
            best = form.cands
            if len(best) > 1:
                question: tuple[object, ...] = ()
                if form is forms[i + 1]:
                    question = (forms[i : i + 5], one, two, state, ahead[i + 1], before + finite[i], governor)
                if question and question == asked:
                    best = answer
                else:
                    best = self._choose(forms, i + 2, one, two, state, ahead[i + 1], before + finite[i], governor)
                    asked, answer = question, best
            if best == _NOUN and form.low == "cost" and paid([word.low for word in forms[i + 3 : i + 5]], tags):
                best = features.letter("VBD")
            elif (
                best == _PAST
                and form.low == "lay"
                and forms[i + 3].low in word_class("behind-lay")
                and not ({form.low for form in forms[i + 4 : i + 6]} & word_class("where-lay"))
            ):
                plain = "TO" in tags or "MD" in tags  # "to cut costs and lay off staff"
                best = features.letter("VB" if plain else "VBP")
            elif best == _NOUN and form.low == "bit" and one in _APART and forms[i + 3].low in word_class("possessors"):
                best = _PAST  # "swore, bit his neighbour and left"
            elif best == _NOUN and form.low == "beat" and forms[i + 3].low in word_class("forecasts"):
                best = features.letter("VBD")  # "Revenue of $5 million beat expectations"
            elif best in _NOMINAL and one in _BEFORE and settled([word.low for word in forms[i : i + 3]], tags):
                best = features.letter("VBD" if best == _ADJECTIVE else "VBG")
            elif best == _MODAL and form.key == "Will" and one == _NAME and _BARE not in forms[i + 3].cands:
                best = _NAME  # "Analysts Ann Will and Bob Marsh"
            elif not i and _NAME in form.cands and introduced([word.key for word in forms[2:6]]):
                best = _NAME
            elif best in features.VERB_LETTERS and form.low[-4:] == "ious":
                best = _ADJECTIVE  # "showed him victorious"
            elif best in features.VERB_LETTERS and words[i] in names:
                parted = not i or one == _NAME or not words[i - 1][0].isupper()  # but "by First Call Corp."
                parted = parted and form.key[0] != CASELESS and _NAME in form.cands
                if parted or (best in _PARTICIPLES and form.cls[0] == _NAME):
                    best = _NAME  # "Ann Holding left. The club said of Holding that"
            if one == _ADJECTIVE and best in _PARTICIPLES and forms[i + 1].low == "likely" and forms[i].low in BE:
                tags[-1] = "RB"  # "is likely coming"
            tags.append(_NAMES[best])
            if best in features.FINITE:
                before = "1"
            state = features.clause_state(state, form.event, best)
            governor = features.governor(governor, form.event, best)
            two, one = one, best
        return tags


def _best(form: _Form, score: Row) -> tuple[str, int]:
    """The letter of the highest lane among the form's own, and its lead over the second."""
    best = ""
    top = second = -1
    for shift, letter in form.lanes:
        found: int = (score >> shift) & MASK
        if found > top:
            top, second, best = found, top, letter
        elif found > second:
            second = found
    return best, top - second


@cache
def tagger() -> Tagger:
    """The shipped tagger, loaded on first use."""
    return Tagger(load(), frequent.load())


def tag(forms: list[str], names: Collection[str] = ()) -> list[str]:
    """Penn Treebank tags, one for each token of one sentence; ``names`` are words capitalised all over the document.

    >>> tag(["Lima", "severed", "ties", "."])
    ['NNP', 'VBD', 'NNS', '.']
    """
    tags = tagger().tag(forms, names)
    amend(forms, tags)
    return tags
