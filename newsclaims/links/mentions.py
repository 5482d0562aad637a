"""Mentions in the order of the text, with what their place in the sentence tells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Final

from newsclaims.entities.lexicon import kinds
from newsclaims.links.classes import word_class
from newsclaims.model import Entity
from newsclaims.syntax.parse import Parse, Subjects
from newsclaims.syntax.parses import Parses
from newsclaims.table import words
from newsclaims.words.sentence import Sentence, Token

_BEHIND_APPOSED: Final = frozenset({",", "at", "of"})
_MOST: Final = 40  # subjects of a sentence that are looked at
_APPOSED: Final = 10  # tokens of what the bearer of a name is at most


class Place:
    """A named mention at its tokens: ``entity`` is an index into the article's entities."""

    __slots__ = ("end", "entity", "first", "last", "owner", "sentence", "start", "subject")

    def __init__(self, sentence: Sentence, first: int, last: int, entity: int, subject: bool) -> None:
        tokens = sentence.tokens
        self.sentence = sentence.index
        self.first = first
        self.last = last
        self.entity = entity
        self.start = tokens[first].start
        self.end = tokens[last - 1].end
        self.subject = subject
        self.owner = last < len(tokens) and tokens[last].tag == "POS"


def places(parses: Parses, entities: list[Entity]) -> list[list[Place]]:
    """Return for every sentence its named mentions from left to right."""
    sentences = parses.sentences
    found: list[list[Place]] = [[] for _ in sentences]
    spans = sorted(
        (mention.start, mention.end, number)
        for number, entity in enumerate(entities)
        for mention in entity.mentions
        if mention.kind == "name"
    )
    starts = [sentence.start for sentence in sentences]
    for start, end, number in spans:
        sentence = sentences[bisect_right(starts, start) - 1]
        first, last = sentence.at(start), sentence.at(end)
        found[sentence.index].append(Place(sentence, first, last, number, _subject(parses, sentence, first, last)))
    return found


def _subject(parses: Parses, sentence: Sentence, first: int, last: int) -> bool:
    """Return whether a mention is the head of a subject, ends it, or says between commas who it is."""
    tokens = sentence.tokens
    if last < len(tokens) and (tokens[last].tag == "POS" or _reports_last(tokens, last)):
        return False
    for _, head, end in parses.subjects(sentence.index):
        if first <= head < last:
            return True
        if last == end:  # `the bank Acme`; no place of what somebody does: `The party's acts in Lowton`
            return not (head < first and tokens[first - 1].lower in ("at", "in", "near"))
        apposed = end < first <= end + 3 and tokens[end].text == "," and last < len(tokens)
        apposed = apposed and tokens[last].lower in _BEHIND_APPOSED
        if apposed and all(token.tag in ("DT", "JJ") for token in tokens[end + 1 : first]):
            return True  # "Their union, Unity Rail, backed"
    return False


def _reports_last(tokens: list[Token], last: int) -> bool:
    """Return whether who is named only reports what was said before: `…, The Associated Press and others reported.`"""
    for at in range(last, min(len(tokens), last + 6)):
        if tokens[at].lower in ("reported", "reports"):
            return last > 5 and (at + 1 == len(tokens) or tokens[at + 1].text in (".", ","))
        if tokens[at].tag not in ("CC", "JJ", "NN", "NNS", "NNP", ","):
            return False
    return False


def joined(
    parse: Parse, subjects: Subjects, spoken: dict[int, int], end: int
) -> list[tuple[int, int, tuple[int, ...]]]:
    """Return for every subject before a token that joins several entities by *and*: its tokens, and their indices."""
    found = []
    for first, _, last in subjects[:_MOST] if len(spoken) > 1 else ():
        names = [at for at in range(first, min(last, end)) if at in spoken]
        between = parse.tokens[first : names[-1]] if len(names) > 1 else []
        if any(token.lower == "and" for token in between) and all(token.tag != "IN" for token in between):
            members = tuple(dict.fromkeys(spoken[at] for at in names))
            if len(members) > 1:
                found.append((first, last, members))
    return found


def counted_by(parse: Parse, position: int) -> int:
    """Return the token that says how many are meant by a noun, `most` of `most of the witnesses`, else the noun."""
    tokens = parse.tokens
    if tokens[position].tag != "NNS":
        return position
    chunk = parse.noun_chunk(position)
    at = chunk.first - 2 if chunk is not None else -1
    counted = at >= 0 and tokens[at + 1].lower == "of" and tokens[at].lower in word_class("amounts")
    return at if counted else position


def age_behind(tokens: list[Token], place: Place) -> str | None:
    """Return the age that stands behind a name: `Ann Lee, 43,`."""
    last = place.last
    told = last + 1 < len(tokens) and tokens[last].text == "," and tokens[last + 1].text.isdecimal()
    return tokens[last + 1].text if told else None


def described_by_deed(tokens: list[Token], place: Place) -> bool:
    """Return whether a name is followed by what its bearer is and does: `Ann Lee, a nurse from Lowton who saw it`."""
    at = place.last
    if at + 3 >= len(tokens) or tokens[at].text != "," or tokens[at + 1].lower not in ("a", "an"):
        return False
    for token in tokens[at + 2 : at + _APPOSED]:
        if token.lower == "who":
            return True
        if token.tag not in ("CD", "HYPH", "IN", "DT", "JJ", "NN", "NNP", "VBN"):
            return False
    return False


def outer_subject(parse: Parse, position: int) -> int | None:
    """Return the head of the subject before a pronoun of the clause on which its own hangs: `Reed said she left`."""
    clause = parse.clause_with(position)
    outer = clause.parent if clause is not None else None
    subject = outer.surface() if outer is not None else None
    return subject.head if subject is not None and subject.head < position else None


def nouns_of(tokens: list[Token], place: Place) -> list[str]:
    """Return the nouns that say what a body is: before its name (`the union, Unity Rail`), and the last of its name."""
    found = []
    position = place.first - 1
    if position > 0 and tokens[position].text == ",":
        position -= 1
    if position >= 0 and tokens[position].tag == "NN" and tokens[position].lower in kinds():
        found.append(tokens[position].lower)
    last = tokens[place.last - 1].lower
    if place.last - place.first > 1 and kinds().get(last) == "organization":
        found.append(last)
    return found


def token_behind(tokens: list[Token], first: int, end: int) -> int:
    """Return the index of the token behind a mention that begins with the token ``first`` and ends at an offset."""
    while first < len(tokens) and tokens[first].start < end:
        first += 1
    return first


def described(entities: list[Entity]) -> dict[int, tuple[int, int]]:
    """Return for every nominal mention of an entity without a name: where it ends -> its start, index of the entity."""
    return {
        mention.end: (mention.start, number)
        for number, entity in enumerate(entities)
        if entity.mentions and entity.mentions[0].kind == "nominal"
        for mention in entity.mentions
        if mention.kind == "nominal"
    }


def hears(tokens: list[Token], place: Place) -> bool:
    """Return whether a body is told something, has seen it or says how it is: `told the Guardian`, `seen by the
    Guardian`, `according to Refinitiv`, `analysts polled by FactSet`, `(Reuters)`."""
    at = place.first - 1
    at -= at > 0 and tokens[at].tag == "DT"
    if at > 0 and tokens[at].lower in ("by", "from", "to"):
        return tokens[at - 1].lower in word_class("telling-sources")
    named = " ".join(token.text for token in tokens[place.first : place.last])
    bracketed = place.first and tokens[place.first - 1].text == "(" and named in words("text", "agencies")
    return bool(bracketed) or (at >= 0 and tokens[at].lemma == "tell")


def ends_speaker(tokens: list[Token], place: Place, speaking: Mapping[int, int]) -> bool:
    """Return whether a name ends what names a speaker and is its head, not whose aide it is: `an aide to Tom Reed`.

    ``speaking`` says where speakers end and begin.  A title may hold *of*: `Secretary of State Ann Reed`.
    """
    start, at = speaking.get(tokens[place.last - 1].end), place.first - 1
    if start is None:
        return False
    while at >= 0 and tokens[at].start >= start and tokens[at].text != ",":
        if tokens[at].lower in ("for", "to", "with") or (at == place.first - 1 and tokens[at].lower == "of"):
            return False
        at -= 1
    return True
