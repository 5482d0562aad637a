"""Noun phrases and verb groups with their parts by name, as questions to a reading; made when they are asked for."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final, Literal

from newsclaims.syntax import chunks as g
from newsclaims.syntax.cascade import passive
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import RELATIVE, Clause
from newsclaims.syntax.parse import Parse
from newsclaims.table import words

Span = tuple[int, int]
"""Tokens: the first one, and the one behind the last."""
_FINITE: Final = frozenset({"VBD", "VBP", "VBZ"})


class NounPhrase:
    """A noun phrase by its parts, all as tokens of the reading.

    ``first`` to ``last`` is all that is attached without a pause; ``determiner`` is an article or the like,
    ``negative`` that it says there is none (`no evidence`); ``possessor`` stands before the head (`the firm's`,
    `its`), ``modifiers`` between them; ``conjuncts`` are joined by *and* or *or*, ``attached`` are phrases with a
    preposition, ``brackets`` what stands in them, ``appositions`` what stands between commas behind it, and ``clauses``
    the relative clauses and participles that belong to it.
    """

    __slots__ = (
        "appositions",
        "attached",
        "brackets",
        "clauses",
        "conjuncts",
        "determiner",
        "first",
        "head",
        "last",
        "modifiers",
        "negative",
        "possessor",
    )

    def __init__(
        self,
        first: int,
        last: int,
        head: int,
        determiner: int | None,
        negative: bool,
        possessor: Span | None,
        modifiers: tuple[int, ...],
        conjuncts: tuple[Span, ...],
        attached: tuple[Span, ...],
        brackets: tuple[Span, ...],
        appositions: tuple[Span, ...],
        clauses: tuple[Clause, ...],
    ) -> None:
        self.first = first
        self.last = last
        self.head = head
        self.determiner = determiner
        self.negative = negative
        self.possessor = possessor
        self.modifiers = modifiers
        self.conjuncts = conjuncts
        self.attached = attached
        self.brackets = brackets
        self.appositions = appositions
        self.clauses = clauses


class VerbGroup:
    """A verb group by its parts: ``head`` is its content verb, ``particle`` what belongs to it (`set up`).

    ``tense`` is that of the first verb: past, present or, behind *will* and *shall*, future; None for infinitives and
    participles.  ``negations`` are *not*, *n't*, *never* wherever they stand in it.
    """

    __slots__ = ("adverbs", "auxiliaries", "first", "head", "last", "modal", "negations", "particle", "tense", "voice")

    def __init__(
        self,
        first: int,
        last: int,
        head: int,
        modal: int | None,
        auxiliaries: tuple[int, ...],
        negations: tuple[int, ...],
        adverbs: tuple[int, ...],
        particle: int | None,
        voice: Literal["active", "passive"],
        tense: Literal["past", "present", "future"] | None,
    ) -> None:
        self.first = first
        self.last = last
        self.head = head
        self.modal = modal
        self.auxiliaries = auxiliaries
        self.negations = negations
        self.adverbs = adverbs
        self.particle = particle
        self.voice = voice
        self.tense = tense


def noun_phrase(parse: Parse, token: int, joins: Container[str] = ()) -> NounPhrase | None:
    """Return the noun phrase in whose first chunk a token stands; None where it stands in no noun chunk.

    ``joins`` are the prepositions, besides *of*, whose phrases are taken for attached.
    """
    at = parse.chunk_at(token)
    chunk = parse.chunks[at] if at is not None else None
    if at is None or chunk is None or chunk.kind not in g.NOUNS:
        return None
    determiner = chunk.first if chunk.shape[0] in "dkp" and chunk.first < chunk.head else None
    possessor = _possessor(parse, chunk)
    core = max(chunk.first if determiner is None else determiner + 1, possessor[1] if possessor is not None else 0)
    joined: dict[str, list[Span]] = {g.CONJUNCTION: [], g.PREPOSITION: [], g.DASH: []}
    last = chunk.last
    for kind, span in parse.further(at, joins):
        joined[kind].append(span)
        last = span[1]
    return NounPhrase(
        chunk.first,
        last,
        chunk.head,
        determiner,
        parse.tokens[chunk.first].lower in words("syntax", "negative_words"),
        possessor,
        tuple(index for index in range(core, chunk.head) if parse.tokens[index].text[0].isalnum()),
        tuple(joined[g.CONJUNCTION]),
        tuple(joined[g.PREPOSITION]),
        tuple(joined[g.DASH]),
        tuple(_appositions(parse, last)),
        tuple(clause for clause in parse.clauses if _describes(clause, chunk)),
    )


def verb_group(parse: Parse, clause: Clause) -> VerbGroup | None:
    """Return the verb group of a clause, with the verbs that govern an infinitive left out; None without a verb."""
    chunk = clause.verb
    if chunk is None:
        return None
    inside = range(chunk.first, chunk.last)
    tag = {index: parse.tokens[index].tag for index in inside}
    verbs = [index for index in inside if tag[index][:2] == "VB" and index < chunk.head]
    negative = words("syntax", "negative_words")
    first = next((index for index in inside if tag[index] in _FINITE or tag[index] == "MD"), None)
    modal = next((index for index in inside if tag[index] == "MD"), None)
    tense: Literal["past", "present", "future"] | None = None
    if first is not None:
        ahead = parse.tokens[first].lower in ("will", "'ll", "shall", "wo")
        tense = "future" if ahead else "past" if tag[first] == "VBD" else "present"
    return VerbGroup(
        chunk.first,
        chunk.last,
        chunk.head,
        modal,
        tuple(verbs),
        tuple(index for index in inside if parse.tokens[index].lower in negative),
        tuple(i for i in inside if tag[i][:2] == "RB" and parse.tokens[i].lower not in negative),
        next((index for index in inside if tag[index] == "RP" and index > chunk.head), None),
        "passive" if clause.passive or passive(chunk) else "active",
        tense,
    )


def _possessor(parse: Parse, chunk: Chunk) -> Span | None:
    tokens = parse.tokens
    mark = next((at for at in range(chunk.head, chunk.first, -1) if tokens[at].tag == "POS"), None)
    if mark is not None:
        return chunk.first, mark + 1
    return (chunk.first, chunk.first + 1) if tokens[chunk.first].tag in ("PRP$", "WP$") else None


def _appositions(parse: Parse, last: int) -> Iterator[Span]:
    """Yield the noun phrases that stand between commas behind a phrase that ends before token ``last``."""
    tokens = parse.tokens
    for _ in range(3):
        if last + 1 >= len(tokens) or tokens[last].text != ",":
            return
        end = parse.phrase_end(last + 1, ("at", "for", "in"))
        closed = end < len(tokens) and (tokens[end].text in ",.;" or tokens[end].tag[:2] in ("VB", "MD"))
        if end == last + 1 or not closed:
            return
        yield last + 1, end
        last = end


def _describes(clause: Clause, chunk: Chunk) -> bool:
    """Tell whether a relative clause or participle belongs to the noun of a chunk."""
    phrase = clause.antecedent if clause.opener == RELATIVE else None
    if clause.rule == "claims.participle-on-noun":
        phrase = clause.subject
    return phrase is not None and phrase.head == chunk.head
