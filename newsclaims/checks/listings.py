"""A total against the list behind it, and what joins or is left over in the next sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newsclaims.checks.classes import word_class
from newsclaims.checks.reading import F, Finding, Line, Reading, spans
from newsclaims.checks.sums import misses, sum_message, total_of
from newsclaims.facts.tolerance import shown
from newsclaims.model import Figure
from newsclaims.rule import rule

_NEAR = 0.35  # parts that miss their total by more than this share of it are not taken for all its parts
_MOST_LISTED = 12  # names of a list that are counted
_MOST_BEFORE = 12  # figures before in which a total is looked for


def _counted(figure: Figure) -> bool:
    plain = figure.kind in ("count", "number") and figure.low is None and figure.comparator in (None, "=")
    return plain and bool(figure.value) and not figure.approximate


@cache
def _enumerated() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return patterns of a total and its list, of one item of it, and of what says that a list is not whole."""
    return (
        re.compile(rf"{F}(?: [a-z’-]+){{0,3}}(?:: | ?[–—] ?| - )(?P<list>[^.;:\n]{{4,240}})"),
        re.compile(r"(?:an?|the|one|another) (?=[a-z])"),
        re.compile(
            r"\b(?:including|such as|among (?:them|others)|e\.g|for example|like|and (?:more|others)|both|or|etc)\b"
        ),
    )


def list_items(reading: Reading) -> Iterator[Finding]:
    """A number of things and the list of them: `six towns: A, B, C, D and E`, `eight guns: a pistol and four rifles`.

    Items are names, or begin with a number or with `a`; a list that is not whole (`including`, `among others`), whose
    items may hold commas themselves, or that misses its number by more than one is left alone.
    """
    pattern, _, partial = _enumerated()
    for line in reading.lines:
        for found in pattern.finditer(line.text) if ", " in line.raw or " and " in line.raw else ():
            total = line.figure(found[1])
            items = _items(found["list"])
            if not _counted(total) or not 2 <= len(items) <= _MOST_LISTED or partial.search(found["list"]):
                continue
            if all(re.match("[A-Z]", item) and len(item.split()) <= 4 for item in [*items[:-1], items[-1][:1]]):
                off = abs(len(items) - (total.value or 0))
                plural = total.text.rstrip(".,").endswith("s") and total.unit not in word_class("not-listed")
                if off == 1 and plural and (total.value or 0) <= _MOST_LISTED and len(items) > 2:
                    listed = line.span(*_raw(line, found.start("list"), found.end("list")))
                    yield Finding(
                        f"{total.text}, but {shown(len(items))} are named", (*spans(total), listed), "warning"
                    )
                continue
            parts, single = _parts(line, items)
            if parts and single and all(map(_counted, parts)):
                made = total_of(parts) + single
                if made != total.value and abs(made - (total.value or 0)) <= _NEAR * (total.value or 0):
                    summands = " + ".join([*(part.text for part in parts), *["one"] * single])
                    message = f"{summands} is {shown(made)}, not {total.text}"
                    yield Finding(message, spans(total, *parts), "warning")


rule("checks.list-items")(list_items)


def _raw(line: Line, first: int, last: int) -> tuple[int, int]:
    """Return where a piece of ``text`` stands in ``raw``: a list of names has no facts in it."""
    shift = len(line.raw) - len(line.text)
    ahead = sum(len(item.text) - 1 for item in line.figures_in(line.text[last:]))
    ahead += sum(len(line.date(sign).text) - 1 for sign in line.text[last:] if "\uf000" <= sign <= "\uf7ff")
    return first + shift - ahead, last + shift - ahead


def _items(listed: str) -> list[str]:
    """Return the items of a list `A, B and C` or `A, B, and C`, without what follows its last name."""
    listed = re.split(r" [–—-] | \(|[”\"]", listed)[0]
    behind = re.search(r" and [A-Z][^,]{2,30}(?=, [a-z])", listed)
    listed = listed[: behind.end()] if behind else listed
    *first, last = listed.split(", ")
    if last.startswith("and "):
        return [*first, last[4:]]
    one, joined, two = last.partition(" and ")
    return [*first, one, two] if joined else []


def _parts(line: Line, items: Sequence[str]) -> tuple[list[Figure], int]:
    """Return the figures that begin items and how many items begin with `a`; nothing if one begins otherwise."""
    parts, single = [], 0
    for item in items:
        if _enumerated()[1].match(item):
            single += 1
        elif "\ue000" <= item[:1] <= "\ue7ff":
            parts.append(line.figure(item[0]))
        else:
            return [], 0
    return parts, single


def sum_joined(reading: Reading) -> Iterator[Finding]:
    """What is added to a number told before: `14 ships are at sea. Another five bring the total to 21`.

    The number before is looked for in the last sentences; what fits any of them is right.
    """
    pattern = re.compile(
        rf"\b(?:[Aa]nother|[Aa] further|[Aa]n additional|join\w*|add\w*)[^\ue000-\ue7ff.;:]{{0,20}} {F}"
        rf"[^\ue000-\ue7ff.;:]{{0,80}}?"
        rf"\b(?:br(?:ing|ought)\w*|tak(?:e|es|ing)|took|rais\w+|mak(?:es?|ing)) (?:the|its|their|his|her) "
        rf"(?:[a-z]+ ){{0,2}}?(?:total|number|tally|toll|fleet|count|figure)(?: [a-z]+){{0,3}} to {F}"
    )
    for at, line in enumerate(reading.body):
        for found, (part, total) in line.matches(pattern, 2):
            before = [item for other in reading.body[max(0, at - 3) : at] for item in other.figures]
            before += line.figures_in(line.text[: found.start(1)])
            known = [item for item in before[-_MOST_BEFORE:] if _counted(item) and item.unit in (part.unit, None)]
            if not _counted(part) or not _counted(total) or not known:
                continue
            if all(misses(total, (item, part)) for item in known):
                near = min(known, key=lambda item: abs(total_of((item, part)) - (total.value or 0)))
                if abs(total_of((near, part)) - (total.value or 0)) <= _NEAR * (total.value or 0):
                    yield Finding(sum_message(total, (near, part)), spans(near, part, total), "warning")


rule("checks.sum-joined")(sum_joined)


def sum_joining(reading: Reading) -> Iterator[Finding]:
    """Those who join others, and all of them: `Five firms join the nine that signed in May; all 15 will pay`."""
    pattern = re.compile(
        rf"{F}[^\ue000-\ue7ff.;:]{{0,30}} join(?:s|ed|ing)? (?:the |a group of )?{F}[^\ue000-\ue7ff.:]{{0,60}}"
        rf"\b(?:all|making|for a total of|to make|in all,?) {F}"
    )
    for _, _, (one, other, total) in reading.matches(pattern, 3):
        if all(map(_counted, (one, other, total))) and misses(total, (one, other)):
            yield Finding(sum_message(total, (one, other)), spans(one, other, total), "warning")


rule("checks.sum-joining")(sum_joining)


def sum_rest(reading: Reading) -> Iterator[Finding]:
    """Parts up to a rest, of a number in the sentence before: `Nine came. Five stayed and the other three left`.

    All counts of the sentence are taken for parts; what fits any number of the sentence before is right.
    """
    rest = re.compile(rf"\band (?:the )?(?:remaining|other|rest(?: of the)?|last) {F}")
    for at, line in enumerate(reading.body):
        found = rest.search(line.text) if at and " and " in line.raw else None
        if found is None or reading.body[at - 1].paragraph != line.paragraph:
            continue
        parts = [item for item in line.figures_in(line.text[: found.end()]) if item.kind in ("count", "number")]
        before = [item for item in reading.body[at - 1].figures if _counted(item)]
        if not before or not 2 <= len(parts) <= 5 or not all(map(_counted, parts)) or _OWN.search(line.text):
            continue
        total = min(before, key=lambda item: abs((item.value or 0) - total_of(parts)))
        near = abs((total.value or 0) - total_of(parts)) <= _NEAR * (total.value or 0)
        if near and misses(total, parts) and max(part.value or 0 for part in parts) < (total.value or 0):
            yield Finding(sum_message(total, parts), spans(total, *parts), "warning")


rule("checks.sum-rest")(sum_rest)


_OWN = re.compile(  # its total stands in the sentence itself, or a part is a word that is no figure
    r"\b(?:[Oo]f (?:the|its|their|these|those)|[Oo]ne|[Aa]nother|both|some|several|few|many|most)\b"
)
