"""Nouns in the walk: each is a description of what has a name, an actor without one, or nobody."""

from __future__ import annotations

from typing import Final

from newsclaims.entities.gender import word_gender
from newsclaims.links.candidates import Candidate
from newsclaims.links.classes import word_class
from newsclaims.links.descriptions import apposed, repeated_body, repeated_institution, repeated_role
from newsclaims.links.discourse import Discourse
from newsclaims.links.unnamed import named_at_last, note_role, unnamed
from newsclaims.words.sentence import Token

_LONGEST: Final = 8
_PERSONS: Final = frozenset({"he", "she"})
_OPENERS: Final = frozenset({"DT", "PRP$", "POS", "CD"})


def role_noun(discourse: Discourse, position: int) -> None:
    """Try a role noun as a description of somebody named, else note it as a person without a name."""
    tokens = discourse.tokens
    if _announced(tokens, position):
        return
    following = position + 1
    if following < len(tokens) and (tokens[following].tag[:2] == "NN" or following in discourse.by_token):
        return
    if position + 2 in discourse.by_token and tokens[following].text == ",":
        named_at_last(discourse, position)
        return  # the role of the name that follows
    first = position
    stop = max(0, position - _LONGEST)
    while first > stop and _qualifies(tokens, first - 1) and first not in discourse.place_ends:
        first -= 1
    if first == 0 or tokens[first - 1].tag not in _OPENERS:
        unnamed(discourse, position)
        return
    if repeated_role(discourse, first - 1, position):
        return
    if apposed(discourse, first - 2):
        chunk = discourse.parses[discourse.index].noun_chunk(position)
        if chunk is not None and chunk.head == position:
            note_role(discourse, chunk, person=True)
        return
    if first > 1 and tokens[first - 2].lower in ("is", "was", "as", "became", "be", "been"):
        return  # says what somebody is
    if not unnamed(discourse, position):
        discourse.note(Candidate(None, word_gender(tokens[position].lower)), position, person=True)


def _announced(tokens: list[Token], position: int) -> bool:
    """Return whether a noun before a comma says what the pronoun behind it is: `A lawyer, she won`, `Again mayor, he`.

    Not where it belongs to what stands before: `After a talk with the mayor, he left`.
    """
    if position + 3 >= len(tokens) or tokens[position + 1].text != "," or tokens[position + 2].lower not in _PERSONS:
        return False
    first = position
    stop = max(0, position - _LONGEST)
    while first > stop and (_qualifies(tokens, first - 1) or tokens[first - 1].tag in ("DT", "RB")):
        first -= 1
    opens = first == 0 or (tokens[first - 1].text == "," and tokens[0].tag in ("IN", "RB"))
    return opens and tokens[position + 3].tag[:2] in ("VB", "MD", "RB")


def _qualifies(tokens: list[Token], at: int) -> bool:
    """Return whether a token stands before a noun in its phrase: also those of `43-year-old`."""
    tag = tokens[at].tag
    return tag in ("JJ", "NN", "NNP", "HYPH") or (tag == "CD" and tokens[at + 1].tag == "HYPH")


def common_noun(discourse: Discourse, position: int) -> None:
    """Note a common noun as subject: what a later `it` or `they` may stand for instead of a name."""
    tokens = discourse.tokens
    if _announced(tokens, position):
        return
    if discourse.institutions and repeated_institution(discourse, position):
        return
    if repeated_body(discourse, position) or unnamed(discourse, position):
        return
    if discourse.subject_at(position):
        plural = tokens[position].tag == "NNS"
        behind = tokens[position + 1].lower if position + 1 < len(tokens) else ""
        if behind == "of" and tokens[position].lower in word_class("amounts"):
            return  # `hundreds of protesters`
        discourse.note(Candidate(None, None, plural=plural), position, person=False)
