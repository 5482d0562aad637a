"""Signs that two statements of two reports tell one thing, and how much each of them says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

from newsclaims.facts.index import Index
from newsclaims.facts.lines import Key, Lines

_BEST = 0.65  # what it says that of two sentences each is the only one
_FAR = 0.33  # part of a report that two sentences that have nothing to do with each other stand apart, on average


def of_lines(lines: Lines, key: Key, ends: Sequence[int]) -> Mapping[str, float]:
    """Return the signs that two sentences, of reports with so many, tell one thing, by name (``sign_weights.tsv``).

    Of few sentences one is always the most alike, and where it stands says nothing.
    """
    many = 1 - 1 / min(ends)
    best = ((lines.best.get(key[0]) == key[1]) + (lines.back.get(key[1]) == key[0])) / 2
    return {
        "line": lines.like(key),
        "line_best": best * (_BEST + (1 - _BEST) * many),
        "line_beside": lines.support(key),
        "line_far": abs(key[0] / ends[0] - key[1] / ends[1]) * many + _FAR * (1 - many),
    }


def of_statements(index: Index, groups: tuple[int, int], number: int, rival: int) -> Mapping[str, float]:
    """Return the signs that two statements tell one thing, each 0 to about 3; none where they share no word."""
    one, other = index.groups[groups[0]][number], index.groups[groups[1]][rival]
    mine, yours = index.tokens[groups[0]][number], index.tokens[groups[1]][rival]
    if bool(one.said) != bool(other.said):
        return {}
    told, values, own, axis, names = 0.0, 0.0, 0.0, 0.0, 0
    short, long = (mine, yours) if len(mine) <= len(yours) else (yours, mine)
    for word, level in short.items():
        match = long.get(word)
        if match is not None:
            weight = index.weights[word] * min(level, match)
            if word[0] == "#":
                values += weight
            elif word[0] == "%":
                axis = max(axis, weight)  # one deed may stand on several: open and close, open and shut
            else:
                told += weight
                own += weight if level == match == 1.0 else 0.0
                names += word[0] == "@"
    told += axis
    if not told + values:
        return {}
    ours, theirs = index.size[groups[0]][number], index.size[groups[1]][rival]
    deed, actor, object_ = index.roles(groups, one, other)
    return dict(  # noqa: C408 - names of signs, as in the table
        told=told,
        values=values,
        sqrt=sqrt(told + values),
        part=(told + values) / min(ours, theirs),
        whole=(told + values) / max(ours, theirs),
        own=min(2.0, own),
        names=min(2, names) / 2,
        actor=float(actor == "same"),
        object=float(object_ == "same"),
        deed=float(deed == "same"),
        opposed=float(deed == "opposed"),
        other_actor=float(actor == "other" and not (deed == "same" and object_ == "same")),
        quote=float(bool(one.said)),
        headline=float("headline" in (one.part, other.part)),
    )
