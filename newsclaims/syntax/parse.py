"""The reading of a sentence: tagged tokens to chunks, chunks to the tree of clauses, once for all kinds of facts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from typing import Final

from newsclaims.isolation import defect, out_of_memory
from newsclaims.syntax import chunks as g
from newsclaims.syntax import headlines, quotations
from newsclaims.syntax.bases import take_times
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import MAIN, RELATIVE, SUB, Clause, hangs
from newsclaims.syntax.clefts import join_clefts
from newsclaims.syntax.handlers import HANDLERS
from newsclaims.text.quotation import Quoted
from newsclaims.words.sentence import Sentence, Token

_LOOSE: Final = frozenset((g.ADVERB, g.DASH, g.STOP, g.OPENING, g.CLOSING))

_LONGEST: Final = 12
"""Chunks of a noun phrase at most."""
Subjects = tuple[tuple[int, int, int], ...]


def _first(clause: Clause) -> int:
    return clause.first


class Parse:
    """One sentence, read: ``chunks`` from left to right and ``clauses`` in the order of their verbs.

    ``fault`` says what went wrong where a rule failed: the sentence then has no clauses, and all else of the article
    is read.  Nobody changes a reading once it is made.  Tokens are named by their index in ``tokens``; in a headline
    their tags may differ from those of the sentence (``headlines.with_verb``).
    """

    __slots__ = (
        "_acting", "_firsts", "_holders", "_ordered", "_subjects", "_verbs", "chunks", "clauses", "fault", "sentence",
        "stretches", "tokens",
    )  # fmt: skip

    def __init__(self, sentence: Sentence, stretches: Sequence[Quoted] = ()) -> None:
        if sentence.part == "headline":
            sentence = headlines.with_verb(sentence)
        cascade = Cascade(sentence, g.chunks(sentence, quotations.marks(sentence, stretches)), HANDLERS)
        self.sentence = sentence
        self.stretches = stretches
        self.tokens: list[Token] = sentence.tokens
        self.clauses: tuple[Clause, ...] = ()
        self.fault = ""
        try:
            clauses = tuple(cascade.run())
            join_clefts(sentence.tokens, clauses)
            take_times(sentence.tokens, clauses)
            self.clauses = clauses
        except Exception as error:  # nobody foresaw it: one sentence is lost, and said to be
            if out_of_memory(error):
                raise
            self.fault = defect(error)
            cascade.holders = [Clause(MAIN, None, 0) for _ in cascade.chunks]
        self.chunks: tuple[Chunk, ...] = tuple(cascade.chunks)
        self._firsts = [chunk.first for chunk in cascade.chunks]
        self._holders = cascade.holders
        self._verbs: dict[int, Clause] | None = None
        self._subjects: dict[int, Clause] | None = None
        self._acting: set[int] | None = None
        self._ordered: list[Clause] | None = None

    def clause_of(self, token: int) -> Clause | None:
        """Return the clause whose verb group, or a verb that governs it, holds the token."""
        if self._verbs is None:
            self._verbs = {}
            for clause in self.clauses:
                assert clause.verb is not None
                for chunk in (clause.verb, *clause.governors):
                    for index in range(chunk.first, chunk.last):
                        self._verbs.setdefault(index, clause)
        return self._verbs.get(token)

    def clause_with(self, subject: int) -> Clause | None:
        """Return the clause whose own subject has the token as its head."""
        if self._subjects is None:
            self._subjects = {}
            for clause in self.clauses:
                if clause.subject is not None:
                    self._subjects.setdefault(clause.subject.head, clause)
        return self._subjects.get(subject)

    def acts(self, token: int) -> bool:
        """Tell whether a token is the head of a subject, or ends it, not only that of a relative clause behind it."""
        if self._acting is None:
            phrases = [clause.surface() for clause in self.clauses if clause.opener != RELATIVE]
            self._acting = {at for phrase in phrases if phrase is not None for at in (phrase.head, phrase.last - 1)}
        return token in self._acting

    def holder(self, token: int) -> Clause | None:
        """Return the clause in which a token stands; None for quotation marks and the like."""
        place = self.chunk_at(token)
        return None if place is None else self._holders[place]

    def chunk_at(self, token: int) -> int | None:
        """Return the place among the chunks of the one that holds a token; None for quotation marks and the like."""
        at = bisect_right(self._firsts, token) - 1
        return at if at >= 0 and token < self.chunks[at].last else None

    def noun_chunk(self, token: int) -> Chunk | None:
        """Return the noun chunk that holds a token, None where none does."""
        place = self.chunk_at(token)
        return self.chunks[place] if place is not None and self.chunks[place].kind == g.NOUN else None

    def phrase_end(self, token: int, joins: Container[str] = ()) -> int:
        """Return where the noun phrase ends that begins with a token, ``token`` where none does.

        It goes on with brackets, behind *and*, *or*, *of* and the prepositions in ``joins``.
        """
        place = self.chunk_at(token)
        if place is None or self.chunks[place].kind not in g.NOUNS:
            return token
        *_, (_, span) = ("", (token, self.chunks[place].last)), *self.further(place, joins)
        return span[1]

    def further(self, place: int, joins: Container[str] = ()) -> Iterator[tuple[str, tuple[int, int]]]:
        """Yield what a noun phrase goes on with behind its first chunk: kind of the link, and the tokens.

        The kinds are ``DASH`` (brackets), ``CONJUNCTION`` and ``PREPOSITION``: *of*, and those in ``joins``.
        """
        end = self.chunks[place].last
        if self.chunks[place].shape == "q":
            return
        for at in range(place + 1, min(len(self.chunks), place + _LONGEST)):
            if self.chunks[at].first < end:
                continue
            found = self._goes_on(at, joins)
            if found is None:
                return
            yield found
            end = found[1][1]

    def _goes_on(self, at: int, joins: Container[str]) -> tuple[str, tuple[int, int]] | None:
        chunk, behind = self.chunks[at], self.chunks[at + 1 : at + 8]
        if chunk.shape == "(":
            close = next((other.last for other in behind if other.shape == ")"), None)
            return None if close is None else (g.DASH, (chunk.first, close))
        if not behind or behind[0].kind not in g.NOUNS or behind[0].shape[-1] in "TZ":
            return None
        word, last = self.tokens[chunk.first].lower, behind[0].last
        if chunk.kind == g.CONJUNCTION:
            joined = word in ("and", "or", "&") and behind[0].shape != "q"
            return (g.CONJUNCTION, (behind[0].first, last)) if joined else None
        attached = chunk.kind in (g.PREPOSITION, g.SUBORDINATOR) and (chunk.shape == "f" or word in joins)
        if attached and chunk.shape == "f" and self.clauses and self._told_of(at, chunk.first):
            return None  # "accused by the council | of theft"
        return (g.PREPOSITION, (chunk.first, last)) if attached else None

    def _told_of(self, place: int, token: int) -> bool:
        """Tell whether *of* is an argument of the clause that it stands in, not part of the noun before it."""
        holder = self._holders[place]
        return any(role == "of" and phrase.start == token for role, phrase in holder.arguments)

    def subjects(self) -> Subjects:
        """Return (first token, head, end) of every noun phrase that is the subject of a verb, without repetitions.

        Not those behind a preposition: what a relative clause goes on about need not be what the sentence is about;
        but `after` in `after Reed had left` is none.
        """
        phrases = [(c.surface(), c.word if c.opener == SUB and c.word != "as" else "") for c in self.clauses]
        found = {
            (p.first, p.head, p.last): None for p, word in phrases if p is not None and p.preposition in (None, word)
        }
        return tuple(found)

    def begins_clause(self, token: int) -> bool:
        """Tell whether a token begins the subject of a finite clause, not relative: `After Reed, the mayor spoke`."""
        for clause in self.clauses:
            verb, phrase = clause.verb, clause.surface()
            if verb is None or phrase is None or verb.kind != g.FINITE or clause.opener == RELATIVE:
                continue
            if phrase.first == token < verb.first and phrase.preposition is None:
                return self.tokens[verb.first - 1].text != ","  # "Will Moy, chief of the site, said"
        return False

    def extent(self, clause: Clause, token: int) -> int:
        """Return the first token from ``token`` on that stands in a clause which does not hang on ``clause``."""
        end = len(self.tokens)
        for at in range(bisect_left(self._firsts, token), len(self.chunks)):
            chunk = self.chunks[at]
            if chunk.kind not in _LOOSE and not hangs(self._holders[at], clause):
                end = chunk.first
                break
        if self._ordered is None:
            self._ordered = sorted(self.clauses, key=_first)
        for at in range(bisect_right(self._ordered, token, key=_first), len(self._ordered)):
            other = self._ordered[at]
            if other.first >= end or not hangs(other, clause):
                return min(other.first, end)
        return end

    def index(self, offset: int) -> int:
        """Return the index of the token that begins at an offset of the text.

        Raises:
            LookupError: when none begins there.
        """
        index = self.sentence.at(offset)
        if index == len(self.tokens) or self.tokens[index].start != offset:
            raise LookupError(offset)
        return index

    def forget(self) -> None:
        """Part the clauses from one another, when no kind asks any more.

        They point at each other, so counting references would never free them, and a long article makes more of them
        than its own text takes.
        """
        for clause in self.clauses:
            clause.subject = clause.antecedent = None
            clause.parent = clause.shares = clause.lends = clause.beside = None
            clause.content.clear()
