"""Binding: whom a pronoun cannot stand for, because they take part in the same clause (Chomsky 1981)."""

from __future__ import annotations

from typing import Final

from newsclaims.links.discourse import Discourse
from newsclaims.syntax.clause import RELATIVE, hangs

_FAR: Final = 60
"""Tokens behind a pronoun among which names of its clause are looked for."""


def coarguments(discourse: Discourse, position: int) -> set[int]:
    """Return who else takes part in what a pronoun does or suffers: nobody does it to themselves without `-self`.

    Those are the subject of its clause, if the pronoun is not that itself, and every name behind it in its clause
    or one that hangs on it, for a name never points back at a pronoun (principles B and C of binding).  In what is
    only added, it may own something: `He was with the club, which paid for Reed's trip`.
    """
    parse = discourse.parses[discourse.index]
    clause = parse.holder(position)
    if clause is None or position >= len(parse.tokens):
        return set()
    spoken, subject = discourse.spoken, discourse.subject_of(position)
    found = {subject} if subject is not None and not discourse.subject_at(position) else set()
    small = parse.clause_with(position) if discourse.tokens[position].lower in ("her", "him", "them") else None
    if small is not None and small.parent is not None and small.subject in small.parent.objects:
        outer = small.parent.surface()  # "The boy let him go"
        found |= {spoken[outer.head]} if outer is not None and outer.head in spoken else set()
    for at in range(position + 1, min(len(parse.tokens), position + _FAR)):
        place = discourse.by_token.get(at)
        holder = parse.holder(at) if place is not None else None
        if place is not None and hangs(holder, clause):
            aside = place.owner and holder is not None and holder.opener == RELATIVE
            if not aside or all(token.text != "," for token in parse.tokens[position:at]):
                found.add(place.entity)
    return found
