"""When the amount was that another is measured against, or an event beside the deed: `up from $3m a year ago`.

Such a time says nothing of when the deed was done, so that the phrase of that amount or event takes it: `After its win
on Friday, Lowton lost on Sunday`.
"""

from __future__ import annotations

from typing import Final

from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.words.sentence import Token

_BASES: Final = ("against", "compared to", "compared with", "from", "versus")
_COMPARED: Final = ("compared to", "compared with", "versus")
_WHEN: Final = ("at", "during", "for", "in")
_THEN: Final = ("ago", "before", "earlier")
_WAYS: Final = ("down", "up")
_EVENTS: Final = ("after", "ahead of", "before", "besides", "despite", "following", "in addition to", "since")
_PERIODS: Final = ("month", "period", "quarter", "season", "week", "year")


def take_times(tokens: list[Token], clauses: tuple[Clause, ...]) -> None:
    """Put the times right behind an amount that another is measured against into its phrase."""
    for clause in clauses:
        if sum(_day(phrase) for _, phrase in clause.arguments) > 1:
            _take_days(clause)
        for role, base in clause.arguments:
            if role in _COMPARED and _amount(tokens, base):
                base.last = _earlier(tokens, base.last) or base.last
        at = 1
        while at < len(clause.arguments):
            base, phrase = clause.arguments[at - 1][1], clause.arguments[at][1]
            if base.last == phrase.start and _when(tokens, phrase) and _measured(tokens, clause, at - 1):
                more = phrase.last < len(tokens) and tokens[phrase.last].lower in ("ago", "earlier")
                base.last = phrase.last + more
                del clause.arguments[at]
            else:
                at += 1


def _day(phrase: Phrase) -> bool:
    return phrase.time and phrase.chunk.shape[-1] == "T"


def _take_days(clause: Clause) -> None:
    """Give an event beside the deed its own day, where the deed has one too: `After talks on Friday, it won Sunday`."""
    for at, (role, event) in enumerate(clause.arguments):
        if role not in _EVENTS or event.time:
            continue
        end, last = event.last, at + 1
        while last < len(clause.arguments) and event.first < clause.arguments[last][1].start <= end:
            phrase = clause.arguments[last][1]
            end, last = max(end, phrase.last), last + 1
            if _day(phrase):
                event.last = end
                del clause.arguments[at + 1 : last]
                return


def _earlier(tokens: list[Token], last: int) -> int:
    """Return where a time between commas ends that says when an amount was so: `compared with $3m, a year earlier`."""
    end = next((at for at in range(last + 2, min(last + 5, len(tokens))) if tokens[at].lower in _THEN), 0)
    timed = (
        end and tokens[last].text == "," and tokens[last + 1].tag in ("CD", "DT") and tokens[end - 1].tag[:2] == "NN"
    )
    return end + 1 if timed else 0


def _amount(tokens: list[Token], phrase: Phrase) -> bool:
    return any(token.tag in ("CD", "$") for token in tokens[phrase.first : phrase.chunk.last]) and not phrase.time


def _measured(tokens: list[Token], clause: Clause, at: int) -> bool:
    """Tell whether another amount is measured against what stands at a place among the arguments of a clause."""
    role, base = clause.arguments[at]
    if role not in _BASES or not _amount(tokens, base):
        return role in _COMPARED
    before = tokens[base.start - 1].lower
    if role == "against" or before == ",":
        return before == ","
    if before in _WAYS and (tokens[base.start - 2].text == "," or clause.objects or clause.copular):
        return True
    timed = clause.arguments[at + 1][1].preposition is None
    others = clause.arguments[:at] if timed else clause.arguments  # "from 3 per cent in May to 5 per cent in June"
    return any(one == "to" and _amount(tokens, other) for one, other in others)


def _when(tokens: list[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase says when: a time, or a period or a date behind a preposition."""
    if phrase.time and phrase.preposition is None:
        long = phrase.chunk.last - phrase.first > 1
        return long and tokens[phrase.first].lower not in ("next", "this")
    head = tokens[phrase.head]
    year = head.tag == "CD" and len(head.text) == 4 and head.text.isdigit()
    return phrase.preposition in _WHEN and (phrase.time or year or head.lemma in _PERIODS)
