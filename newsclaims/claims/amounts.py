"""Amounts and times among what stands beside a verb: a fine's amount, a time that counts from another event."""

from __future__ import annotations

from typing import Final

from newsclaims.claims.vocabulary import word_class
from newsclaims.model import Argument
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Phrase
from newsclaims.words.sentence import Sentence, Token

_COUNTING: Final = frozenset({"after", "before", "time"})
"""Roles of what counts from something, and of what says how long."""


def timed(found: list[Argument], sentence: Sentence, text: str, verb: Chunk) -> list[Argument]:
    """Return arguments, those in order of the text, with what counts a time from another in one: `two days after it`.

    Such an argument has the role *time*: an amount of time, or *shortly*, *soon* and their like, right before *after*
    or *before* and what that governs.  Verbs that take their time keep the two apart: `waited two days before he left`.
    A fronted amount that counts from what none of the arguments is, says nothing alone and is left out.
    """
    if _COUNTING.isdisjoint([argument.role for argument in found]):
        return found
    lasts = sentence.tokens[verb.head].lemma in word_class("lasting")
    made: list[Argument] = []
    for argument in found:
        start = _counted(argument, made[-1] if made and not lasts else None, sentence)
        if start is None:
            made.append(argument)
        else:
            if made and made[-1].start >= start:
                made.pop()
            made.append(Argument("time", text[start : argument.end], start, argument.end))
    return [one for one in made if not _alone(one, sentence, verb)]


def _counted(argument: Argument, before: Argument | None, sentence: Sentence) -> int | None:
    """Return where a time begins that counts from an argument, by the one before it or the word before its role."""
    if argument.role not in ("after", "before"):
        return None
    tokens, at = sentence.tokens, sentence.at(argument.start) - 1
    if at < 1 or tokens[at].lower != argument.role:
        return None
    if before is not None and before.end == tokens[at - 1].end and _amount(before, sentence):
        return before.start
    if tokens[at - 1].lower not in word_class("how-soon"):
        return _behind_comma(at, tokens)
    return tokens[at - 2 if at > 1 and tokens[at - 2].lower == "not" else at - 1].start  # "not long after that"


def _behind_comma(at: int, tokens: list[Token]) -> int | None:
    """Return where an amount of time begins that a comma parts from the deed: `closed the mill, two days | after`."""
    first = at - 1
    if tokens[first].lemma not in word_class("spans-of-time"):
        return None
    while first > 1 and _says_how_many(tokens[first - 1]):
        first -= 1
    return tokens[first].start if first > 1 and tokens[first - 1].text == "," else None


def _amount(argument: Argument, sentence: Sentence) -> bool:
    """Tell whether an argument says how long: `days`, `two days`, `a few weeks`; no `last week`."""
    if argument.role != "time":
        return False
    inside = sentence.tokens[sentence.at(argument.start) : sentence.at(argument.end)]
    if not inside or inside[-1].lemma not in word_class("spans-of-time"):
        return False
    return all(map(_says_how_many, inside[:-1]))


def _says_how_many(token: Token) -> bool:
    return token.tag in ("CD", "RB") or token.lower in word_class("how-many")


def _alone(argument: Argument, sentence: Sentence, verb: Chunk) -> bool:
    if not _amount(argument, sentence):
        return False
    tokens, end = sentence.tokens, sentence.at(argument.end)
    if end > verb.first or tokens[end].lower not in ("after", "before"):
        return False
    return tokens[end + 1].text != ","  # "A year before, he left"


def kept_role(phrase: Phrase, verb: Chunk, tokens: list[Token]) -> str:
    """Return the role of what stands behind an object: *amount* for money that somebody has to pay.

    `fined him £500`, but `was given a car`.
    """
    measures = phrase.chunk.shape[0] == "$" and tokens[verb.head].lemma in word_class("fining")
    return "amount" if measures else "predicative"
