"""More than, at least, up to, about: how the figure compares with the number that is printed.

The nearest phrase counts, at most three light words away: "up to an additional six million tickets" is `<=`.  Words
that include the number itself (at least, no more than, as many as, 26 and older) are `>=` and `<=`.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.figures.classes import word_class
from newsclaims.figures.line import HYPHENS, Draft, Line
from newsclaims.model import Comparator
from newsclaims.table import rows

_MAX_LIGHT: Final = 3
_FEW: Final = 10  # things than which one is better, rather than more than that many

Phrases = dict[str, tuple[tuple[tuple[str, ...], Comparator], ...]]


@cache
def _phrases(side: str) -> Phrases:
    """Return the phrases of one side, by the word that stands next to the number, longest first."""
    index: dict[str, list[tuple[tuple[str, ...], Comparator]]] = {}
    for phrase, where, sign in rows("figures", "comparators"):
        if where == side:
            words = tuple(phrase.split(" "))
            index.setdefault(words[-1] if side == "before" else words[0], []).append((words, sign))  # type: ignore[arg-type]
    return {word: tuple(sorted(found, key=lambda item: -len(item[0]))) for word, found in index.items()}


def compare(line: Line, draft: Draft) -> tuple[Comparator, bool]:
    """Return the comparator of a draft and whether the words make it approximate."""
    after = _after(line, draft)
    if after:
        return after, after == "~"
    before = _before(line, draft)
    bounds = draft.value is None and any(line.lower(at) in ("and", "but") for at in range(draft.first, draft.last))
    if before and not (bounds and before[0] in (">", ">=")):  # "more than 10 but fewer than 20" is 10 to 20
        return before
    return "=", False


def _after(line: Line, draft: Draft) -> Comparator | None:
    """Look right after the figure, and right after its number where the noun follows: `107 or more people`."""
    index = _phrases("after")
    number = line.numbers[draft.upto - 1] if draft.upto else None
    places = [draft.last] if number is None or number.last >= draft.last else [draft.last, number.last]
    for at in places:
        for words, sign in index.get(line.lower(at), ()):
            if all(line.lower(at + step) == word for step, word in enumerate(words)):
                if words in (("plus",), ("odd",)) and not line.touches(at):
                    following = line.form(at + 1)
                    if draft.kind == "money" and line.tag(at + 1) in ("NN", "NNS") and words == ("plus",):
                        continue  # "£20,000 plus costs"
                    if (following and line.tag(at + 1) not in ("NN", "NNS", ".", ",")) or following[:1] in tuple(
                        "$£€¥"
                    ):
                        continue  # "£62m plus £7m in add-ons"
                behind = at + len(words)
                if line.lower(behind) == "than" or line.tag(behind) in ("CD", "$", "#"):
                    continue  # "growth of 2 percent and up 4 percent"
                return sign
    return None


def _before(line: Line, draft: Draft) -> tuple[Comparator, bool] | None:
    index = _phrases("before")
    first = draft.first
    at = first - 1
    stop = at - _MAX_LIGHT
    while at >= 0:
        lower = line.lower(at)
        for words, sign in index.get(lower, ()):
            begin = at - len(words) + 1
            if begin < 0 or any(line.lower(begin + step) != word for step, word in enumerate(words)):
                continue
            if lower == "some" and line.lower(at - 1) in ("than", "or"):
                continue
            if lower in ("under", "over") and line.lower(at - 1) in HYPHENS and line.touches(at):
                return None  # "shot a 4-under 68"
            if (
                words == ("about",)
                and draft.kind == "count"
                and line.tag(at - 1) in ("NN", "NNS")
                and line.lower(at - 1) not in ("percent", "%")
            ):
                continue  # "a thriller about two men"
            if draft.unit == "time" and lower in ("around", "about", "over", "up") and line.tag(first) == "RB":
                continue  # "turned around twice"
            if words == ("better", "than") and _outdone(line, draft, begin):
                return None
            if lower in word_class("about-article") and _determined(line, draft):
                return None  # "over a 10-mile stretch", "over his $2 million fine"
            near = line.lower(begin - 1) in ("just", "slightly", "little", "bit")
            return sign, sign == "~" or near
        if at <= stop or lower not in word_class("light"):
            return None
        at -= 1
    return None


def _outdone(line: Line, draft: Draft, begin: int) -> bool:
    """Tell whether `better than` holds something against things: `better than three chargers`, not `better than 20`."""
    if draft.kind != "count" or draft.unit is None:
        return False
    verb = line.tokens[begin - 1].lemma if begin else "be"
    few = isinstance(draft.value, int) and abs(draft.value) < _FEW
    return few or verb in word_class("before-outdone")


def bounds_end(line: Line, last: int, first: int) -> int | None:
    """Return where the upper bound begins of `more than 10 but fewer than 20`, tokens first to last being the lower."""
    if line.lower(last) not in ("and", "but") or _sign_before(line, first, first - 5) not in (">", ">="):
        return None
    ends = range(last + 2, min(line.count, last + 7))
    return next((at for at in ends if _sign_before(line, at, last + 1) in ("<", "<=")), None)


def _sign_before(line: Line, at: int, begin: int) -> Comparator | None:
    """Return the comparator of a phrase that ends right before a token and begins at ``begin`` or behind it."""
    for words, sign in _phrases("before").get(line.lower(at - 1), ()):
        start = at - len(words)
        if start >= max(begin, 0) and all(line.lower(start + step) == word for step, word in enumerate(words)):
            return sign
    return None


def _determined(line: Line, draft: Draft) -> bool:
    """Tell whether a possessive, or an article with a hyphened figure, keeps the preposition from comparing."""
    before = line.tag(draft.first - 1)
    hyphened = any(line.lower(at) == "-" for at in range(draft.first, draft.last))
    return before == "PRP$" or (hyphened and line.lower(draft.first - 1) in ("a", "an"))
