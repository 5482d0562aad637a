"""Noun phrases as content: with which objects a verb reports what is said, and with which it is an act."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.quotes.cues import VerbCue, verbs
from newsclaims.quotes.lines import QUOTE, Line
from newsclaims.quotes.phrases import FINITE, RELATIVE, occasion, phrase_right
from newsclaims.quotes.sources import acts, clause_of, speaks, subject
from newsclaims.quotes.vocabulary import word_class
from newsclaims.syntax.clause import NOMINATIVE
from newsclaims.syntax.clause import RELATIVE as RELATIVE_CLAUSE
from newsclaims.table import rows
from newsclaims.words.sentence import Token

_NAMED: Final = frozenset(
    ["CD", "DT", "JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "PDT", "PRP$", "QUOTE", "RB", "VBG", "VBN", "WP"]
)


_SHORTEST: Final = 4
REACH: Final = 20
"""How many items after a verb its object's quoted words are looked for."""


@cache
def _others() -> dict[str, frozenset[str]]:
    return {lemma: frozenset(nouns.split(" ")) for lemma, nouns in rows("quotes", "other_objects")}


def takes_object(cue: VerbCue, first: int) -> bool:
    """Tell whether the noun phrase at item ``first`` can be what the verb reports, by the verb's frame and its head.

    Verbs whose object words what is said (`cited the cost`) have the frame ``np``; with the objects of the others
    (`denied the charge`, `unveiled the map`) somebody does something, unless the object is quoted.
    """
    takes = cue.frames.takes
    items = cue.line.items
    if "np" in takes:
        others = _others().get(cue.lemma)
        if cue.lemma == "cite" and _is_bare(cue.line, first):
            return False
        return others is None or _head(cue.line, first).lower not in others
    if items[first].lower.endswith(("self", "selves")):
        return False  # `a group calling itself the Red Hand`
    if "np-any" in takes and (items[first].lower == "any" or items[first].lower in word_class("misdeeds")):
        return True  # `denied any part in it`, `denied wrongdoing`; no `denied the charge`, `denied bail`
    if "np-new" in takes and not cue.passive and _is_new(cue.line, first):
        return True
    if promised(cue, first):
        return True
    if "as-quoted" in takes:
        return _as_quoted(cue.line, first)
    if "np-two" in takes and (cue.passive or _two(cue, first)):
        return True
    return "np-quoted" in takes and _quoted(cue.line, first, "np-two" in takes)


def _is_bare(line: Line, first: int) -> bool:
    """Tell whether what is cited is only named, in a few words: `cited the land use`, not `cited it as proof`."""
    items = line.items
    for at in range(first, min(first + _SHORTEST, len(items))):
        if items[at].lower == "as" or items[at].tag == QUOTE:
            return False
        if items[at].tag in (",", ".", "CC") or items[at].lower in word_class("later"):
            return True
    return first + _SHORTEST > len(items)


def _quoted(line: Line, first: int, named: bool) -> bool:
    """Tell whether the object, or what is said of it, is quoted: `“a farce of a trial”`, `the vote as “a farce”`.

    ``named``: the verb says what something is called (`called what she saw “a farce”`).
    """
    clauses = line.items[first].lower == "what" and (named or _called_so(line, first))
    short = ("as", "being", "a", "an", "the") if not clauses else ()
    for at in range(first, min(first + REACH, len(line.items))):
        token = line.items[at]
        before = line.items[at - 1].lower
        if at in line.quoted and (at not in line.titles or before in ("as", "being")):
            return line.words[at] > 1 or not short or before in short
        if token.lower in (",", ";", ":") or (token.tag in FINITE and not clauses):
            break
        clauses = clauses and token.tag not in FINITE
    return False


def _called_so(line: Line, first: int) -> bool:
    """Tell whether *what*, a pronoun and *call* open an object: `condemned what he called “a mess”`."""
    behind = line.items[first + 1 : first + 3]
    return len(behind) == 2 and behind[0].lower in NOMINATIVE and behind[1].lemma == "call"


def _as_quoted(line: Line, first: int) -> bool:
    """Tell whether what somebody is said to be is quoted: `the mayor as “a crime wave”`, no `him as “Bo” Holt`."""
    items = line.items
    for at in range(first, min(first + REACH, len(items))):
        if items[at].tag == QUOTE:
            before = at - 1 - (items[at - 1].lower in ("a", "an", "the"))
            return items[before].lower == "as" and line.words[at] > 1 and at not in line.titles
        if items[at].lower in (",", ";") or items[at].tag in FINITE:
            break
    return False


def _is_new(line: Line, first: int) -> bool:
    """Tell whether an object tells what is new: `announced a ban`, `the closure of a mill`, not `the deal`."""
    token = line.items[first]
    for item in line.items[first : first + REACH]:
        if item.tag in FINITE:
            if any(one.tag == QUOTE for one in line.items[first : first + REACH]):
                return False  # `announced a film it calls “Low Water”`
            break
    if token.lower not in ("the", "this", "that", "these", "those") and token.tag not in ("PRP", "PRP$", "NNP"):
        return True
    end = phrase_right(line, first)
    joined = any(item.lower in ("of", "to", "for", "in", "on") for item in line.items[first + 1 : end])
    return joined or (end + 1 < len(line.items) and line.items[end].lower == "to" and line.items[end + 1].tag == "VB")


def promised(cue: VerbCue, first: int) -> bool:
    """Tell whether an object is what somebody promises: `promised a bridge`, not `promised the town`, `promised it`."""
    if "np-promised" not in cue.frames.takes or cue.passive or cue.line.items[first].tag in ("PRP", "NNP", "NNPS"):
        return False
    return not acts(cue.line, cue.verb) and speaks(cue.line, cue.verb)


def _head(line: Line, first: int) -> Token:
    """Return the head of the noun chunk that begins at ``first``."""
    place = line.place(first)
    at = place[0].chunk_at(place[1]) if place is not None else None
    return line.items[first] if place is None or at is None else place[0].tokens[place[0].chunks[at].head]


def _two(cue: VerbCue, first: int) -> bool:
    """Tell whether the object is followed by what it is called: `called it a farce`, not `called a meeting`."""
    line = cue.line
    items = line.items
    end = (
        first + 1
        if items[first].lower in word_class("pronouns") or items[first].tag == "WP"
        else phrase_right(line, first)
    )
    if end + 1 < len(items) and occasion(items, end):
        end = phrase_right(line, end + 1)  # `called her speech on Sunday “a warning”`
    if end < len(items) and items[end].tag in _NAMED and items[end].lower not in ("that", "this"):
        return True
    if cue.lemma == "call" and _judged(line, first):
        return True
    who = subject(line, cue.verb)  # `what critics call a farce`
    return who is not None and who[0] > 0 and items[who[0] - 1].tag in RELATIVE


def _judged(line: Line, first: int) -> bool:
    """Tell whether a participle right behind what is called something ends it: `called the vote rigged`."""
    place = line.place(first)
    at = place[0].chunk_at(place[1]) if place is not None else None
    if place is None or at is None or line.items[first].lower in ("a", "an"):
        return False
    verb = first + place[0].chunks[at].last - place[1]
    items = line.items
    if verb >= len(items) or items[verb].tag not in ("VBD", "VBN"):
        return False
    return verb + 1 == len(items) or items[verb + 1].tag in (".", ",", "CC")


def behind_both(line: Line, end: int) -> int:
    """Return the end of what two things are called, if a phrase ends between: `called the vote | and war a game`."""
    items = line.items
    if end + 1 >= len(items) or items[end].tag != "CC":
        return end
    second = phrase_right(line, end + 1)
    if not end + 1 < second < len(items) or items[second].tag not in ("DT", "JJ", QUOTE):
        return end
    return second + 1 if items[second].tag == QUOTE else max(end, phrase_right(line, second))


def as_reason(items: list[Token], at: int) -> bool:
    """Tell whether what is cited is a reason or somebody: `cited the vote as a reason to wait`, `Reed as saying`."""
    for i in range(at + 1, min(len(items) - 1, at + 14)):
        if items[i].lower == "as":
            said = items[i + 1].tag == "VBG" and items[i + 1].lemma in verbs()
            return said or any(item.lemma in word_class("reasons") for item in items[i + 1 : i + 4])
        if items[i].tag in FINITE or items[i].tag == QUOTE or items[i].lower in (",", ";"):
            break
    return False


def called(cue: VerbCue, at: int) -> bool:
    """Tell whether quoted words say what the noun of a relative clause is called: `a plan Reed hailed as “new”`."""
    items = cue.line.items
    found = clause_of(cue.line, cue.verb)
    if found is None or cue.passive or cue.frames.takes.isdisjoint(("np-quoted", "np-as", "as-quoted")):
        return False
    words = at + 1 + (at + 1 < len(items) and items[at + 1].lower in ("a", "an", "the"))
    own = found[1].owner()
    return words < len(items) and items[words].tag == QUOTE and own.opener == RELATIVE_CLAUSE and own.gap != "subject"
