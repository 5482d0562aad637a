"""Multiples and times: `18-fold`, `sixfold`, `three times as many`, `doubled`, `twice`, `one million times`."""

from __future__ import annotations

from typing import Final

from newsclaims.figures.cardinals.word_values import number_words
from newsclaims.figures.classes import word_class
from newsclaims.figures.line import HYPHENS, Draft, Line
from newsclaims.rule import rule

_ADVERBS: Final = {"twice": 2, "thrice": 3}
_VERBS: Final = {
    "doubled": 2,
    "doubling": 2,
    "tripled": 3,
    "tripling": 3,
    "trebled": 3,
    "quadrupled": 4,
    "quintupled": 5,
}
WORDS: Final = frozenset({*_ADVERBS, *_VERBS})


def multiple_fold(line: Line, at: int) -> Draft | None:
    """A number with `fold`: `18-fold`, `a thousand fold`, `ten fold`; one word (`sixfold`) is another rule's."""
    number = line.numbers[at]
    place = number.last + (line.lower(number.last) in HYPHENS)
    if line.lower(place) != "fold" or number.form not in ("digits", "words"):
        return None
    return Draft("multiple", line, number.first, place + 1, at + 1, value=number.value)


rule("figures.multiple-fold", priority=97)(multiple_fold)


def multiple_times(line: Line, at: int) -> Draft | None:
    """A number of times as many or more: `four times as many`, `three times the size`, `ten times higher`, `3x`.

    How often something happened ("one million times", "3 times already") is a count of times.
    """
    number = line.numbers[at]
    word = line.lower(number.last)
    if number.form not in ("digits", "words") or word not in ("times", "x"):
        return None
    if word == "x":
        model = line.form(number.first) in word_class("model-numbers")
        if model or not line.touches(number.last) or line.lower(number.last + 1)[:1].isdigit():
            return None
        return Draft("multiple", line, number.first, number.last + 1, at + 1, value=number.value)
    if line.lower(number.last + 1) in word_class("compared") or number.value is None or number.value % 1:
        return Draft("multiple", line, number.first, number.last + 1, at + 1, value=number.value)
    return Draft("count", line, number.first, number.last + 1, at + 1, value=number.value, unit="time")


rule("figures.multiple-times", needs=("times", "x"), priority=76)(multiple_times)


def word(line: Line, at: int) -> tuple[Draft, str] | None:
    """Return the figure and the rule of a word that is a number in itself, at token ``at``: twice, doubled, sixfold."""
    lower = line.lower(at)
    for table, find, rule_id in ((_ADVERBS, twice, "twice"), (_VERBS, doubled, "verb")):
        if lower in table:
            draft = find(line, at)
            return (draft, "figures.multiple-" + rule_id) if draft else None
    draft = fold_word(line, at)
    return (draft, "figures.multiple-fold-word") if draft else None


def twice(line: Line, at: int) -> Draft | None:
    """`twice` and `thrice`: how often (a count of times), or how many times as much before a comparison.

    "Twice-weekly" and other compounds stay silent.
    """
    value = _ADVERBS[line.lower(at)]
    if line.lower(at + 1) in ("as", "the", "that", "its", "their", "what"):
        return Draft("multiple", line, at, at + 1, 0, value=value)
    if line.lower(at + 1) in HYPHENS:
        return None
    return Draft("count", line, at, at + 1, 0, value=value, unit="time")


rule("figures.multiple-twice", needs=tuple(_ADVERBS))(twice)


def doubled(line: Line, at: int) -> Draft | None:
    """A verb of multiplication: `sales doubled`, `the price has tripled`, `quadrupling`.

    A doubles match ("won the doubles") and "double agent" are none.
    """
    if not line.tag(at).startswith("VB") or line.lower(at + 1) == "down":
        return None
    return Draft("multiple", line, at, at + 1, 0, value=_VERBS[line.lower(at)])


rule("figures.multiple-verb", needs=tuple(_VERBS))(doubled)


def fold_word(line: Line, at: int) -> Draft | None:
    """A number and `fold` in one word: `sixfold`, `a tenfold rise`.

    "Manifold" and "scaffold" hold no number.
    """
    found = number_words().get(line.lower(at)[:-4])
    if found is None or found[0] not in ("unit", "tens", "hundred", "scale") or found[1] < 2:
        return None
    return Draft("multiple", line, at, at + 1, 0, value=found[1])


rule("figures.multiple-fold-word")(fold_word)
