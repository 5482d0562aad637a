"""How a clause hangs on the one above it, link by link to the root: what one takes back is taken back below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsclaims.syntax.clause import GERUND, NONFINITE, RELATIVE, SUB, Clause
from newsclaims.words.sentence import Token

_DEEPEST = 30
"""How many links are followed: sentences of news have up to ten."""
_MARKS = frozenset({",", "“", '"', "``", "‘"})


class Link(NamedTuple):
    """The clause ``parent``, and the word of it that governs the clause below: its token, and what it is.

    ``under`` is ``verb`` (`denied that`), ``noun`` (`no evidence that`, `the man who`), ``adjective`` (`unable to`) or
    ``clause`` where the lower clause tells when, why or under which condition the upper one holds.
    """

    parent: Clause
    under: str
    head: int
    opener: str


def path(clause: Clause, tokens: Sequence[Token]) -> Iterator[Link]:
    """Yield the links from a clause to the root, the nearest first."""
    for _ in range(_DEEPEST):
        found = link(clause, tokens)
        if found is None:
            return
        yield found
        clause = found.parent


def link(clause: Clause, tokens: Sequence[Token]) -> Link | None:
    """Return how a clause hangs on its parent, None for a root and below a clause without a verb."""
    parent = clause.parent
    if parent is None or parent.verb is None:
        return None
    if clause.opener == RELATIVE and clause.antecedent is not None:
        return Link(parent, "noun", clause.antecedent.head, clause.word)
    if clause.rule == "claims.participle-on-noun" and clause.subject is not None:
        return Link(parent, "noun", clause.subject.head, clause.word)
    adverbial = clause.opener == SUB and clause.word not in ("that", "whether", "if")
    if adverbial or clause.rule == "claims.adverbial-participle":
        return Link(parent, "clause", parent.verb.head, clause.word)
    before = clause.first - 1
    while before > 0 and (tokens[before].text in _MARKS or tokens[before].lower == clause.word):
        before -= 1
    if parent.adjective is not None and parent.adjective.first <= before < parent.adjective.last:
        return Link(parent, "adjective", parent.adjective.head, clause.word)
    phrases = (*parent.objects, *(phrase for _, phrase in parent.arguments), *filter(None, (parent.subject,)))
    noun = next((phrase for phrase in phrases if phrase.first <= before < phrase.last), None)
    if noun is not None and clause.opener not in (NONFINITE, GERUND) and tokens[before].tag in ("NN", "NNS"):
        return Link(parent, "noun", before, clause.word)
    return Link(parent, "verb", parent.verb.head, clause.word)
