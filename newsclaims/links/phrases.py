"""The noun phrase of an actor without a name: where it ends with what is attached to it, and whose it is."""

from __future__ import annotations

from typing import Final

from newsclaims.entities.lexicon import demonyms, not_names
from newsclaims.links.actors import kind_of
from newsclaims.links.classes import word_class
from newsclaims.links.discourse import Discourse
from newsclaims.syntax.chunks import PREPOSITION, Chunk
from newsclaims.syntax.parse import Parse
from newsclaims.table import words
from newsclaims.words.preferences import verb_takes

_TAKEN: Final = 12  # per cent of the uses of a verb with a preposition from which that is its own


def attached(parse: Parse, position: int) -> int:
    """Return where what is attached to a noun ends: `the chairman of the party`, `Norvane's embassy in Lowton`."""
    place = parse.chunk_at(position)
    end = position + 1
    if place is not None and (seated := _seat(parse, parse.chunks[place], end)):
        return seated
    envoy = place is not None and parse.tokens[position].lemma in word_class("envoys")
    if place is not None and not _charged(parse, place, end):
        for kind, span in parse.further(place, ("for", "from", "to") if envoy else ("for", "from")):
            if kind != PREPOSITION or parse.tokens[span[1] - 1].lower in word_class("nobody-attached"):
                break
            if parse.tokens[span[0]].lower == "for" and parse.tokens[position].lemma not in word_class("offices-for"):
                break  # `screens migrants for flu`; `a spokesman for the mayor`
            if parse.tokens[span[0]].lower == "from" and parse.tokens[span[1] - 1].tag not in ("NNP", "NNPS"):
                break  # `freed the woman from a cavity`; `officials from Mexico`
            end = span[1]
            if parse.tokens[span[0] + 1].lower == "both" and parse.tokens[end : end + 1]:
                joint = parse.noun_chunk(end + 1) if parse.tokens[end].lower == "and" else None
                end = joint.last if joint is not None else end  # `lawyers for both Tom and Ann Reed`
    return end


def _seat(parse: Parse, chunk: Chunk, end: int) -> int:
    """Return where the place ends in which somebody's house is, 0 for none: `Acme's plant in Lowton`."""
    tokens = parse.tokens
    if end + 1 >= len(tokens) or tokens[end].lower not in ("at", "in") or tokens[end + 1].tag != "NNP":
        return 0
    if tokens[end + 1].lower in not_names():
        return 0  # `the embassy in May`
    owned = any(token.tag in ("POS", "PRP$") for token in tokens[chunk.first : chunk.head])
    mission = tokens[chunk.head].lemma in word_class("missions")
    if not mission and not (owned and kind_of(tokens[chunk.head]) == "organization"):
        return 0
    seat = parse.noun_chunk(end + 1)
    return seat.last if seat is not None and tokens[seat.last - 1].tag == "NNP" else 0


def _charged(parse: Parse, place: int, end: int) -> bool:
    """Return whether what follows an object belongs to the verb: `accused the firm of fraud`, `fined it for spying`."""
    first = parse.chunks[place].first
    word = parse.tokens[end].lower if end < len(parse.tokens) and first else ""
    if word not in ("of", "for", "from") or parse.tokens[first - 1].tag[:2] != "VB":
        return False
    lemma = parse.tokens[first - 1].lemma
    if word == "of":
        return lemma in words("claims", "of_verbs")
    return lemma in words("words", "judging_verbs") or verb_takes(lemma, word) >= _TAKEN


def owner_of(discourse: Discourse, chunk: Chunk) -> int | None:
    """Return the entity that owns what a chunk names: `his lawyer`, `Acme's lawyer`, `the Norwegian embassy`."""
    tokens = discourse.tokens
    for at in range(chunk.head - 1, chunk.first - 1, -1):
        if tokens[at].tag == "POS":
            return discourse.spoken.get(at - 1)
        if tokens[at].tag == "PRP$":
            quoted = discourse.quote_at(at) if tokens[at].lower in ("my", "our") else None
            return discourse.spoken.get(at) if quoted is None else discourse.speaker(quoted)
        if tokens[at].tag == "WP$":  # `Ann Reed, whose brother`
            return discourse.spoken.get(at - 2 if at and tokens[at - 1].text == "," else at - 1)
    for at in range(chunk.first, chunk.head):
        code = demonyms().get(tokens[at].text)
        if code is not None:
            return discourse.lands.get(code)
    return None
