"""From sentences to figures: numbers first, then one rule for each."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from newsclaims.figures import ages, counts, elided, money, multiples, ordinals, percent, quantity, ratios, scores
from newsclaims.figures.baselines import describe
from newsclaims.figures.cardinals.notation import decimal_comma, plain
from newsclaims.figures.cardinals.reader import Number, find_numbers, has_digit
from newsclaims.figures.cardinals.word_values import number_words
from newsclaims.figures.classes import word_class
from newsclaims.figures.comparators import compare
from newsclaims.figures.exclusions import barred, in_name, is_date_like, is_pronoun
from newsclaims.figures.line import Draft, Line
from newsclaims.figures.money_words import whose
from newsclaims.model import Date, Figure
from newsclaims.pattern import compiled
from newsclaims.rule import Rule, registered
from newsclaims.syntax.parses import Parses
from newsclaims.text.document import Document
from newsclaims.text.sentences import MOST_NUMBERS
from newsclaims.words.sentence import Sentence, Token

_FAMILIES: Final = (ages, counts, elided, money, multiples, ordinals, percent, quantity, ratios, scores)
_BRITISH_WORDS: Final = ("pence", "sterling", "Britain", "British", "UK", "London", "England", "Scotland", "quid")
_BRITISH: Final = compiled("£|" + "|".join(rf"{word}\b(?<=\b{word})" for word in _BRITISH_WORDS))
"""Every alternative begins with a letter, not with ``\b``: `re` then skips what begins with none of them."""


def find(document: Document, parses: Parses, dates: list[Date], warnings: list[str] | None = None) -> list[Figure]:
    """Return the figures in the order of the text; ``dates`` veto numbers that belong to a date.

    Numbers that have no one reading (``1,2345``) or are absurdly long get a null value and a line in ``warnings``.
    """
    text = document.text
    comma = decimal_comma(text)
    british: bool | None = None
    bars: dict[int, list[tuple[int, int, str]]] = {}
    for date in dates:
        bars.setdefault(date.sentence, []).append((date.start, date.end, date.type))
    found: list[Figure] = []
    triggers = _triggers()
    owners: dict[str, str] = {}
    for sentence in parses.sentences:
        if triggers.isdisjoint(sentence.lower) and not has_digit(text, sentence.start, sentence.end):
            continue
        if not _has_letter(text, sentence.start, sentence.end) and _enumerates(sentence.tokens):
            continue
        if british is None:
            british = _BRITISH.search(text) is not None
        numbers = find_numbers(sentence.tokens, text, comma)
        if len(numbers) > MOST_NUMBERS:
            del numbers[MOST_NUMBERS:]
            if warnings is not None:
                place = f"the sentence at {sentence.start}"
                warnings.append(f"more than {MOST_NUMBERS} numbers in {place}: no more figures")
        line = Line(parses, sentence.index, text, numbers, bars.get(sentence.index, []), british, owners)
        drafts = _drafts(line, sentence)
        drafts.sort(key=lambda pair: pair[0].start)
        _share_units(line, drafts)
        describe(line, [draft for draft, _ in drafts])
        before: Figure | None = None
        for number, (draft, _) in enumerate(drafts, len(found) + 1):
            draft.number = number
        for draft, rule_id in drafts:
            before = _figure(line, draft, rule_id, sentence.index, before)
            found.append(before)
            if warnings is not None and before.value is None and before.low is None:
                shown = before.text if len(before.text) <= 40 else before.text[:40] + "…"
                warnings.append(f"figure at {before.start}: {shown!r} has no one reading; its value is null")
    return found


_FOLD: Final = compiled(r"fold\b", re.IGNORECASE)
_LETTER: Final = compiled(r"[^\W\d_]")


def _has_letter(text: str, start: int, end: int) -> bool:
    """Tell whether there is a letter in ``text[start:end]``."""
    return _LETTER.search(text, start, end) is not None


def _enumerates(tokens: list[Token]) -> bool:
    """Tell whether a sentence is nothing but the numbers of a list, `1. 2.`: they count nothing."""
    listed = all(token.text == "." or (len(token.text) < 3 and token.text.isdigit()) for token in tokens)
    return len(tokens) > 1 and listed


@cache
def _triggers() -> frozenset[str]:
    words = number_words()
    folds = {word + "fold" for word in words}
    return frozenset({*words, *folds, *multiples.WORDS})


@cache
def _stages() -> tuple[tuple[Rule, ...], tuple[Rule, ...], tuple[Rule, ...]]:
    rules = sorted(registered("figures"), key=lambda item: -item.priority)
    rules = [item for item in rules if item.priority]
    return (
        tuple(item for item in rules if item.priority >= 80),
        tuple(item for item in rules if 40 <= item.priority < 80),
        tuple(item for item in rules if item.priority < 40),
    )


@cache
def _needed() -> frozenset[str]:
    return frozenset().union(*(item.needs for stage in _stages() for item in stage if item.needs))


@lru_cache(maxsize=4096)
def _fitting(words: frozenset[str]) -> tuple[list[Rule], ...]:
    """Return the rules of each stage that can apply where these of the words that rules need stand."""
    return tuple([item for item in stage if not item.needs or not item.needs.isdisjoint(words)] for stage in _stages())


def _drafts(line: Line, sentence: Sentence) -> list[tuple[Draft, str]]:
    """Return what the rules find, one draft a number at most; a draft may use several numbers."""
    words = sentence.lower
    unit, share, count = _fitting(words & _needed())
    found: list[tuple[Draft, str]] = []
    at = 0
    named_until = -1
    while at < len(line.numbers):
        number = line.numbers[at]
        draft = _first(unit, line, at)
        if draft is None and not barred(line, number) and not is_date_like(line, number):
            draft = _first(share, line, at)
            if draft is None and found and (more := elided.listed(line, number, at, found[-1][0])):
                draft = (more, "figures.unit-elided")
            if draft is None:
                if in_name(line, number) or _chained(line, number, named_until):
                    named_until = number.last
                elif not is_pronoun(line, number):
                    draft = _first(count, line, at)
        if draft is None or not _fits(draft[0], found):
            at += 1
        else:
            found.append(draft)
            at = draft[0].upto
            # a count may have a measure inside ("eight million 250ml bottles"), nothing else has
            while draft[0].kind != "count" and at < len(line.numbers) and line.numbers[at].first < draft[0].last:
                at += 1
    if not words.isdisjoint(multiples.WORDS) or _FOLD.search(line.text, sentence.start, sentence.end):
        found += _words(line)
    return found


def _fits(draft: Draft, found: list[tuple[Draft, str]]) -> bool:
    """Tell whether a draft leaves the ones before it alone; a count may hold a whole measure inside."""
    if not found or draft.first >= found[-1][0].last:
        return True
    outer = found[-1][0]
    return outer.kind == "count" and draft.start >= outer.start and draft.last <= outer.last and draft.kind != "count"


def _share_units(line: Line, pairs: list[tuple[Draft, str]]) -> None:
    """Give bare numbers the unit of a neighbour, where the clause leaves it out."""
    if len(pairs) < 2:
        return
    drafts = [draft for draft, _ in pairs]
    for at in range(len(pairs) - 1, -1, -1):
        if pairs[at][1] == "figures.count-bare" and drafts[at].unit is None:
            shared = elided.unit_elided(line, drafts, at)
            if shared is not None:
                pairs[at] = (shared, "figures.unit-elided")
                drafts[at] = shared


def _first(rules: list[Rule], line: Line, at: int) -> tuple[Draft, str] | None:
    for item in rules:
        draft = item.apply(line, at)
        if draft is not None:
            return draft, item.id
    return None


def _chained(line: Line, number: Number, named_until: int) -> bool:
    """`posts 542 and 543`: a number joined to one in a label is in the label too."""
    if number.first != named_until + 1 or number.form != "digits":
        return False
    return line.lower(named_until) in word_class("number-links") and line.tag(number.last) not in ("NNS", "NN")


def _words(line: Line) -> list[tuple[Draft, str]]:
    found = []
    for at, token in enumerate(line.tokens):
        if token.lower in multiples.WORDS or token.lower.endswith("fold"):
            pair = multiples.word(line, at)
            bar = line.bar(token.start, token.end)
            if pair and (bar is None or bar[2] == "SET"):
                found.append(pair)
    return found


def _figure(line: Line, draft: Draft, rule_id: str, sentence: int, before: Figure | None) -> Figure:
    if draft.comparator is None:
        comparator, approximate = compare(line, draft)
    else:
        comparator, approximate = draft.comparator, draft.comparator == "~"
        if approximate:  # vague plurals: "more than hundreds" keeps its own word
            said, _ = compare(line, draft)
            comparator = said if said[0] in "<>" else comparator
    if comparator == "=" and before is not None and _converts(line, draft, before):
        comparator, approximate = before.comparator or "=", before.approximate
    unit = draft.unit
    if draft.kind == "money" and unit is not None and unit.islower():
        if unit not in line.owners:
            line.owners[unit] = whose(unit, line.text)
        unit = line.owners[unit]
    return Figure(
        id=f"f{draft.number}",
        text=line.text[draft.start : draft.end],
        start=draft.start,
        end=draft.end,
        sentence=sentence,
        kind=draft.kind,
        value=plain(draft.value),
        low=plain(draft.low),
        high=plain(draft.high),
        unit=unit,
        comparator=comparator,
        approximate=approximate,
        of=draft.of,
        per=draft.per,
        direction=draft.direction,
        point=draft.point,
        baseline=f"f{draft.baseline.number}" if draft.baseline is not None else None,
        rule=rule_id,
    )


def _converts(line: Line, draft: Draft, before: Figure) -> bool:
    """Tell whether the figure converts the one before it: `more than 100 kilometers (60 miles)`."""
    if draft.kind not in ("money", "quantity") or before.kind != draft.kind:
        return False
    mark = line.tokens[draft.first - 1] if draft.first else None
    return mark is not None and mark.text in "(/[" and 0 <= mark.start - before.end <= 1
