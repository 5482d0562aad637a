"""What the cascade builds while it reads a sentence: phrases and clauses."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax.chunks import NOUN, PRONOUN, Chunk
from newsclaims.syntax.noun_or_verb import NOMINATIVE as NOMINATIVE

MAIN: Final = "main"
THAT: Final = "that"
SUB: Final = "sub"
RELATIVE: Final = "rel"
WH: Final = "wh"
GERUND: Final = "gerund"
NONFINITE: Final = "nonfinite"
PAREN: Final = "paren"

QUOTES: Final = frozenset("\"“”„«»‘’'") | {"``", "''"}
OPENING: Final = frozenset("“„«‘") | {"``"}


class Phrase:
    """A noun phrase while it grows: tokens ``first`` to ``last`` (exclusive), ``head`` the index of its head word.

    ``preposition`` governs it, ``host`` is the phrase that it stands behind, ``link`` tells how it follows that:
    ``"and"``, ``"comma"``, ``"prep"`` or ``"next"``; ``before`` is where the host ended before this one was added.
    ``beside`` is the phrase right before *and*, which may be another than the host.
    """

    __slots__ = (
        "before",
        "beside",
        "chunk",
        "first",
        "head",
        "host",
        "last",
        "link",
        "modifier",
        "preposition",
        "start",
    )

    def __init__(self, chunk: Chunk, preposition: str | None = None, start: int | None = None) -> None:
        self.chunk = chunk
        self.first = chunk.first
        self.last = chunk.last
        self.head = chunk.head
        self.preposition = preposition
        self.start = chunk.first if start is None else start
        self.host: Phrase | None = None
        self.link = ""
        self.before = 0
        self.beside: Phrase | None = None
        self.modifier: Clause | None = None

    @property
    def pronoun(self) -> bool:
        return self.chunk.kind == PRONOUN

    @property
    def time(self) -> bool:
        """Whether it says when: its head is a noun of time and it is no possessor."""
        shape = self.chunk.shape
        return self.chunk.kind == NOUN and (shape[-1] in "TZ" or (shape[0] == "T" and shape.strip("c") == "T"))

    def copy(self) -> Phrase:
        """Return another phrase of the same words: what it ends and what follows it is the same too."""
        made = Phrase(self.chunk, self.preposition, self.start)
        made.first, made.last, made.head = self.first, self.last, self.head
        made.host, made.link, made.before = self.host, self.link, self.before
        made.beside, made.modifier = self.beside, self.modifier
        return made

    def __repr__(self) -> str:
        return f"Phrase({self.first}:{self.last})"


_DEEPEST: Final = 40
"""How far chains of phrases are followed."""


def extend(host: Phrase, phrase: Phrase) -> None:
    """Make the host, and what it ends, reach to the end of the phrase, remembering where it ended."""
    phrase.host = host
    phrase.before = host.last
    phrase.link = phrase.link or "and"
    lengthen(host, phrase.last)


def lengthen(phrase: Phrase, last: int) -> None:
    """Make a phrase, and what it ends, reach to a token."""
    end = phrase.last
    outer: Phrase | None = phrase
    for _ in range(_DEEPEST):
        if outer is None or outer.last != end:
            break
        outer.last = last
        outer = outer.host


def detach(phrase: Phrase) -> None:
    """Take the phrase out of its host again: it is the subject of a clause of its own."""
    outer = phrase.host
    for _ in range(_DEEPEST):
        if outer is None or not phrase.before or outer.last <= phrase.before or outer.first >= phrase.first:
            break
        outer.last = phrase.before
        outer = outer.host
    phrase.host = None


def root(phrase: Phrase) -> Phrase:
    """Return the first phrase of a list or of-chain."""
    for _ in range(_DEEPEST):
        if phrase.host is None or (phrase.link not in ("and", "comma") and phrase.preposition != "of"):
            break
        if phrase.link in ("and", "prep") and not phrase.before:
            break  # behind *but*, or an argument of the verb: no part of what stands before
        phrase = phrase.host
    return phrase


def first_listed(phrase: Phrase) -> Phrase:
    """Return the first of the phrases that *and* joins to this one."""
    for _ in range(_DEEPEST):
        before = phrase.beside if phrase.beside is not None else phrase.host
        if before is None or phrase.link != "and" or not phrase.before:
            break
        phrase = before
    return phrase


class Clause:
    """A verb chunk with what belongs to it.

    ``subject`` is the surface subject: the one that suffers in a passive.  ``shares`` names the clause whose surface
    subject this one has where it is not known yet, ``lends`` the coordinated clause whose object it
    has too (*arrested and questioned him*), ``beside`` the one before *and* or *but* that it stands beside.
    ``governors`` are the verb chunks that its infinitive continues (``voted`` in *voted to declare*).  ``objects`` are
    bare noun phrases or adjective chunks after the verb, ``arguments`` (role, phrase) pairs, ``adverbs`` what says how
    or how often behind the verb (`well`, `twice`), ``content`` the clauses that it governs with their role.
    """

    __slots__ = (
        "adjective", "adverbs", "antecedent", "arguments", "beside", "content", "first", "gap", "governors", "last",
        "lends", "objects", "opener", "parent", "passive", "question", "restrictive", "rule", "shares",
        "silent", "subject", "there", "verb", "word",
    )  # fmt: skip

    def __init__(self, opener: str, parent: Clause | None, first: int, word: str = "") -> None:
        self.opener = opener
        self.parent = parent
        self.first = first
        self.last = first
        self.word = word
        self.verb: Chunk | None = None
        self.subject: Phrase | None = None
        self.shares: Clause | None = None
        self.antecedent: Phrase | None = None
        self.gap = ""
        self.lends: Clause | None = None
        self.beside: Clause | None = None
        self.governors: list[Chunk] = []
        self.objects: list[Phrase] = []
        self.arguments: list[tuple[str, Phrase]] = []
        self.adverbs: list[Phrase] = []
        self.content: list[tuple[str, Clause]] = []
        self.adjective: Chunk | None = None
        self.passive = False
        self.there = False
        self.question = False
        self.silent = False
        self.restrictive = True
        self.rule = ""

    @property
    def finite(self) -> bool:
        return self.opener not in (GERUND, NONFINITE)

    @property
    def copular(self) -> bool:
        """Whether its verb is a form of be."""
        return self.verb is not None and self.verb.shape.rstrip("o")[-1] in "Buxz"

    @property
    def awaiting(self) -> bool:
        """Whether it has a subject and still no verb."""
        return self.verb is None and (self.subject is not None or self.shares is not None)

    def owner(self) -> Clause:
        """Return the clause whose subject this one has: itself, or the one that it goes on with, a bounded way."""
        clause = self
        for _ in range(12):
            if clause.subject is not None or clause.shares is None or (clause.there and clause is not self):
                break
            clause = clause.shares
        return clause

    def surface(self) -> Phrase | None:
        """Return the surface subject, its own or the one that it shares."""
        owner = self.owner()
        if owner.there and owner is not self:
            return owner.objects[0] if owner.objects else None
        return owner.subject


def waiting(clause: Clause | None) -> Clause | None:
    """Return a clause, or the innermost one around it, that has a subject and waits for its verb."""
    while clause is not None and not clause.awaiting:
        clause = clause.parent
    return clause


def interrupted_phrase(clause: Clause) -> Phrase | None:
    """Return the phrase behind *and*, part of none before it, that a relative clause or a participle belongs to."""
    if clause.opener not in (RELATIVE, NONFINITE) or clause.parent is None or clause.parent.verb is None:
        return None
    phrase = clause.antecedent if clause.opener == RELATIVE else clause.subject
    if phrase is None:
        return None
    first = root(phrase)
    return first if first.link == "and" and not first.before else None


def reported(last: Clause) -> Clause:
    """Return the outermost clause of what is said before the verb of saying."""
    first = last
    for _ in range(30):
        if first.verb is not None or first.parent is None:
            break
        first = first.parent
    for _ in range(30):
        if first.parent is None or first.parent.verb is None:
            break
        first = first.parent
    for _ in range(6):
        joined = first.rule in ("claims.coordinated-verb", "claims.coordinated-infinitive")
        before = first.shares if joined else first.beside
        if before is None or before.opener != MAIN:
            break
        first = before  # "The blast killed six and hurt ten, police said"
    return first


def beside(said: list[Clause]) -> None:
    """Let the main clauses of one stretch of speech stand beside each other: `“We asked, he left,” she said`."""
    before: Clause | None = None
    for clause in said:
        if clause.opener != MAIN or clause.parent is not None or clause.shares is not None:
            continue
        if clause.beside is None and not any(role == "reported" for role, _ in clause.content):
            clause.beside = before
        before = clause


def hangs(inner: Clause | None, outer: Clause) -> bool:
    """Tell whether a clause hangs on another, directly or not."""
    clause = inner
    for _ in range(30):
        if clause is None or clause is outer:
            break
        clause = clause.parent
    return clause is outer
