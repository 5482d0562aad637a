"""Whether a description says who is meant without its article: `the mayor of Oslo`, but not `the embattled mayor`."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.pattern import compiled
from newsclaims.rule import rule
from newsclaims.table import rows, words
from newsclaims.wording.replacements import Unsaid, Words, word_class

_PLAIN: Final = compiled(r"(?:the|an?) [\w'’ -]+")
_OWNER: Final = compiled(r"['’]s? .*")


@cache
def _person(noun: str) -> bool:
    """Tell whether a noun (lower case) is what a person is called by: a role or a kind of people."""
    return noun in words("checks", "people") or noun in _roles()


@cache
def _roles() -> frozenset[str]:
    return frozenset(name.split()[-1] for name, kind, *_ in rows("entities", "titles") if kind == "role")


def see_identified(said: str, start: int, words_of: Words, source: bool = False) -> None:
    """See that a description says who or what is meant: `the government`, `the mayor of Oslo`.

    ``said`` are its words, ``start`` their place in the article; a ``source`` is somebody: not `a coach said that …`.

    Raises:
        Unsaid: where the article has to be known: `the embattled minister`, `the firm` that was told of before.
    """
    low = _OWNER.sub("", said[:1].lower() + said[1:])  # `the mayor's house`: whose?
    if not _PLAIN.fullmatch(low):
        return
    article, _, rest = low.partition(" ")
    parts = rest.replace("’", "'").split()
    if not word_class("telling-which").isdisjoint(parts):
        return
    head = parts[-1].lower()
    if any(part != part.lower() for part in parts) and not _person(head):
        return  # `the Palace`
    if article != "the":
        if source and _person(head):
            raise Unsaid
        return
    if head in word_class("known-alone"):
        return
    if _person(head) or head in word_class("pointing-back") or words_of.told_before(head, start):
        raise Unsaid


rule("wording.identified")(see_identified)
