"""Mentions in the order of the text, with what their place in the sentence tells."""

from __future__ import annotations

from bisect import bisect_right

from newsclaims.model import Entity
from newsclaims.syntax.parse import Parses
from newsclaims.words.sentence import Sentence, Token


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
    if last < len(tokens) and tokens[last].tag == "POS":
        return False
    for _, head, end in parses.subjects(sentence.index):
        if first <= head < last or last == end:
            return True
        apposed = end < first <= end + 3 and tokens[end].text == "," and last < len(tokens) and tokens[last].text == ","
        if apposed and all(token.tag in ("DT", "JJ") for token in tokens[end + 1 : first]):
            return True  # "Their union, Unity Rail, backed"
    return False


def is_subject(parses: Parses, index: int, position: int) -> bool:
    """Return whether a token of a sentence is the head of a subject, or ends it."""
    return any(position in (head, end - 1) for _, head, end in parses.subjects(index))


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
    """Return whether a body is told something, or has seen it: `told the Guardian`, `a letter seen by the Guardian`."""
    at = place.first - 1
    at -= at > 0 and tokens[at].tag == "DT"
    if at > 0 and tokens[at].lower == "by":
        return tokens[at - 1].lower in ("obtained", "reviewed", "seen")
    return at >= 0 and tokens[at].lemma == "tell"
