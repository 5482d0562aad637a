"""Words that are verbs elsewhere and open a condition here: `sell it provided they pay`, `assuming it rains`."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax.neighbours import FINITE_TAGS, tags
from newsclaims.syntax.places import can_act
from newsclaims.words.sentence import Token

_NOMINAL: Final = frozenset({"CD", "DT", "EX", "JJ", "NN", "NNP", "NNPS", "NNS", "POS", "PRP", "PRP$"})
_NOMINATIVE: Final = frozenset({"he", "i", "she", "they", "we"})
_PRESENT: Final = frozenset({"VBP", "VBZ"})
_AHEAD: Final = _PRESENT | {"MD", "VB"}
_FAR: Final = 9
"""Tokens of a subject behind the word at most."""
_ASSUMING: Final = frozenset({"assuming", "supposing"})


def condition_opens(tokens: list[Token], index: int) -> bool:
    """Tell whether *provided*, *assuming* or *supposing* stands before a clause in the present, and all is to come.

    `The council will sell the mill provided the buyer keeps the jobs`, `Assuming the dam holds, the town is safe`; not
    `the list that Reed provided the court shows it`, `Holt left, assuming the worst`.
    """
    word = tokens[index].lower
    if word != "provided" and word not in _ASSUMING:
        return False
    verb = _present(tokens, index + 1)
    before = tokens[index - 1] if index else None
    if not verb:
        behind = [token.lower for token in tokens[index + 1 : index + 2]]
        paused = word == "provided" and before is not None and before.text == ","
        return paused and (behind == ["that"] or not _NOMINATIVE.isdisjoint(behind))  # "were free, provided they paid"
    if before is None or (word in _ASSUMING and index == 1 and before.tag == "CC"):
        return _leads_on(tokens, verb)
    if word in _ASSUMING:
        opens = before.text in (",", "—", "–", "(")
        return opens and any(token.tag in _AHEAD for token in tokens[:index])
    if before.tag[:2] in ("NN", "VB", "RB", "JJ", "CD", "RP") or before.lower in ("him", "it", "them", "us"):
        return before.tag != "RBR" and _one_phrase(tokens, index)
    return before.text == "," and any(token.tag in _AHEAD for token in tokens[:index])


def _present(tokens: list[Token], at: int) -> int:
    """Return the verb in the present behind a subject that begins there; 0 where none is."""
    if at < len(tokens) and tokens[at].lower == "that":
        at += 1
    for place in range(at, min(len(tokens), at + _FAR)):
        tag = tokens[place].tag
        if tag in _PRESENT:
            return place if place > at else 0
        if tag not in _NOMINAL and tokens[place].lower not in ("and", "of"):
            return 0
    return 0


def _leads_on(tokens: list[Token], verb: int) -> bool:
    """Tell whether a comma follows the condition and what it leads to is not past."""
    comma = next((at for at in range(verb, len(tokens)) if tokens[at].text == ","), len(tokens))
    finite = (token.tag for token in tokens[comma:] if token.tag in FINITE_TAGS)
    return next(finite, "VBD") != "VBD"


def _one_phrase(tokens: list[Token], index: int) -> bool:
    """Tell whether one noun phrase at most stands between the verb before it, which is not past, and the word."""
    at = index - 1
    while at >= 0 and tokens[at].tag[:2] not in ("VB", "MD"):
        if at + 1 < index and tokens[at].tag[:2] == "NN" and tokens[at + 1].tag in ("DT", "PRP", "PRP$"):
            return False  # "says the list the firm provided the town shows"
        at -= 1
    if at < 0 or tokens[at].lemma == "be" or (at == index - 1 and tokens[at].lemma in ("have", "be")):
        return False
    return tokens[at].tag in _AHEAD and not any(token.tag[0] == "W" for token in tokens[at:index])


def given_clause(tokens: list[Token], index: int) -> bool:
    """Tell whether *given* opens a clause without *that*: `although given the source is a rival, we doubt it`."""
    if not tags(tokens, index + 1, "DT", "PRP$", "PRP", "NNP"):
        return False
    verb = _present(tokens, index + 1)
    return verb > 0 and any(token.text == "," for token in tokens[verb:])


def given_noun(tokens: list[Token], index: int, before: str) -> bool:
    """Tell whether *given* is a preposition before a noun phrase: `odd given its size`, `cut jobs given the drop`.

    Behind persons, bodies and names it says what they were given: `patients given the drug`; so does `given a choice`.
    """
    behind, last = tokens[index + 1].lower, tokens[index - 1]
    if behind in ("a", "an", "birth", "way"):
        return False
    if before in ",;(-jC" or (behind == "the" and [token.lower for token in tokens[index + 3 : index + 4]] == ["of"]):
        return True
    known = behind in ("the", "this", "that", "these", "those") or tokens[index + 1].tag == "PRP$"
    if not known or not any(token.tag in FINITE_TAGS for token in tokens[:index]):
        return False
    if before in "nTZ":
        return not can_act(last.lemma)
    return before in "vbR" and tokens[index - 1 - (before == "R")].lemma not in ("be", "get", "have")
