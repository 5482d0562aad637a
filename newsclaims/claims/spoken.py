"""Where what somebody says begins and ends: quotation marks and the clause of saying bound it, whatever the tree holds.

What stands in marks is said from the opening mark to the closing one (`“There is a lot, a lot of it,” Reed said`), what
stands before the clause of saying up to its comma (`Reed is better placed than ever, officials said`).
"""

from __future__ import annotations

from typing import Final

from newsclaims.claims.vocabulary import word_class
from newsclaims.syntax.clause import QUOTES, Clause
from newsclaims.syntax.parse import Parse
from newsclaims.words.sentence import Token

_LONGEST: Final = 80
"""Tokens before the clause that was found among which the beginning of what is said is looked for at most."""
_PARTING: Final = frozenset({":", ";", "—", "–", "--", "(", ")", *QUOTES})
_APPOSED: Final = frozenset({"a", "an", "another", "the", "which", "who", "whose"})
_PAUSES: Final = frozenset({",", ":", ";", "-", "—", "–", "--", "(", "...", "…"})
_TRAILING: Final = frozenset({",", ".", "!", "?", "—", "–", "--", *QUOTES})


def spoken(clause: Clause, first: int, last: int, parse: Parse) -> tuple[int, int]:
    """Return the tokens of what a clause says, given those that the tree holds; never fewer at the end."""
    assert clause.verb is not None
    tokens, at = parse.tokens, parse.sentence.at
    if first < clause.verb.first < last:
        return first, last  # "Prices, he said, will rise"
    front = _condition(clause, parse)
    if front is not None:
        return front, last  # "If prices rise, he said, the bank will act"
    before = first < clause.verb.first
    bound = _bound(clause, last) if before else len(tokens)
    for stretch in parse.stretches:
        within = stretch.start <= tokens[first].start < stretch.inner_end
        if not within and not (before and tokens[last - 1].end <= stretch.start < tokens[bound].start):
            continue
        start, end = at(stretch.inner_start), at(stretch.inner_end)
        if end > bound or (not before and start < clause.verb.last):
            continue
        if not within:
            if start > 1 and tokens[start - 2].text == ":" and end > bound - 3:
                return start, trimmed(tokens, end, start)  # "She was glad: “It is over,” she said"
            continue
        if before and not (start < 2 or tokens[start - 2].text in (",", ":")):
            continue  # "Profit warnings “are a sign,” he said"
        if before or start >= first:
            return min(start, first), max(trimmed(tokens, end, last), last)
    if before:
        return _opening(tokens, first), max(trimmed(tokens, bound, last), last)
    return first, last


def _condition(clause: Clause, parse: Parse) -> int | None:
    """Return where what is said begins that goes on behind an insertion, with a condition before it; None elsewhere."""
    verb, subject, tokens = clause.verb, clause.subject, parse.tokens
    if verb is None or subject is None or not 0 < subject.first < verb.first or verb.last >= len(tokens):
        return None
    if tokens[subject.first - 1].text != "," or tokens[verb.last].text != ",":
        return None
    fronts = (one.first for one in parse.clauses if one.parent is clause and one.word in ("if", "unless"))
    return next((first for first in fronts if first < subject.first), None)


def further(tokens: list[Token], last: int, end: int) -> int:
    """Return where a clause that says when, why or if ends, whose tree ends at ``last`` and which goes on to ``end``.

    Not behind a comma or dash, which the clause around it may go on with, unless a relative clause or an apposition
    stands there: `when it posted a video | of Ann Reed, a senior figure`.
    """
    for at in range(last, end):
        glued = tokens[at].text == "-" and tokens[at].start == tokens[at - 1].end  # "won 3-2"
        if tokens[at].text in _PAUSES and not glued and not (at + 1 < end and tokens[at + 1].lower in _APPOSED):
            end = at
            break
    while end > last and (tokens[end - 1].text in _TRAILING or tokens[end - 1].tag == "CC"):
        end -= 1
    return max(last, end)


def _bound(clause: Clause, last: int) -> int:
    """Return the first token of a clause of saying that stands behind what it says."""
    assert clause.verb is not None
    phrases = [phrase for _, phrase in clause.arguments]
    if clause.subject is not None:
        phrases.append(clause.subject)
    return min([clause.verb.first, *(phrase.first for phrase in phrases if phrase.first >= last)])


def trimmed(tokens: list[Token], end: int, last: int) -> int:
    """Return where what is said ends before ``end``, without the marks and the comma behind it."""
    while end > last and tokens[end - 1].text in _TRAILING:
        end -= 1
    return end


def _opening(tokens: list[Token], first: int) -> int:
    """Return where what is said begins: with the sentence where a verb stands before the clause that was found.

    `There is little chance that the total of cuts will match them, Reed said`.
    """
    gap = tokens[:first]
    if (
        first > _LONGEST
        or not any(token.tag[:2] == "VB" for token in gap)
        or any(token.text in _PARTING for token in gap)
    ):
        return first
    return next(at for at, token in enumerate(tokens) if token.tag not in ("CC", ","))


def announces(parse: Parse) -> int | None:
    """Return the colon behind which a plan is told: `Reed explained the changes: desks would be shared`; else None.

    What stands in quotation marks behind it is somebody's own words.
    """
    tokens = parse.tokens
    at = next((at for at, token in enumerate(tokens) if token.text == ":"), len(tokens))
    before = [clause for clause in parse.clauses if clause.verb is not None and clause.verb.last <= at]
    if at + 1 >= len(tokens) or tokens[at + 1].text in QUOTES or not before:
        return None
    told = before[-1]
    assert told.verb is not None
    past = tokens[told.verb.head].tag in ("VBD", "VBN") and bool(told.objects)
    return at if past and tokens[told.verb.head].lemma in word_class("announcing") else None
