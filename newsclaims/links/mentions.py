"""Mentions in the order of the text, with what their place in the sentence tells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newsclaims.links.classes import word_class
from newsclaims.model import Claim, Entity
from newsclaims.words.sentence import Sentence, Token

_BEFORE_NAME = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "CC"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


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


def places(sentences: Sequence[Sentence], entities: Sequence[Entity], claims: Sequence[Claim]) -> list[list[Place]]:
    """Return for every sentence its named mentions from left to right."""
    found: list[list[Place]] = [[] for _ in sentences]
    subjects = sorted({(claim.subject.start, claim.subject.end) for claim in claims if claim.subject})
    spans = sorted(
        (mention.start, mention.end, number)
        for number, entity in enumerate(entities)
        for mention in entity.mentions
        if mention.kind == "name"
    )
    starts = [sentence.start for sentence in sentences]
    for start, end, number in spans:
        sentence = sentences[bisect_right(starts, start) - 1]
        first = token_at(sentence.tokens, start)
        last = bisect_left(sentence.tokens, end, key=lambda token: token.start)
        owner = last < len(sentence.tokens) and sentence.tokens[last].tag == "POS"
        subject = not owner and (_in_subject(subjects, start, end) or _stands_as_subject(sentence.tokens, first, last))
        found[sentence.index].append(Place(sentence, first, last, number, subject))
    return found


def token_at(tokens: Sequence[Token], offset: int) -> int:
    """Return the index of the token that begins at or after an offset."""
    return bisect_left(tokens, offset, key=lambda token: token.start)


def _in_subject(subjects: list[tuple[int, int]], start: int, end: int) -> bool:
    """Return whether a mention ends a claim's subject, or is followed there only by its own apposition."""
    at = bisect_right(subjects, (start, 10**12)) - 1
    if at < 0:
        return False
    first, last = subjects[at]
    return end <= last and (end == last or start == first)


def _stands_as_subject(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a finite verb follows and no preposition governs the phrase that the mention ends."""
    if not before_verb(tokens, last):
        return _apposed_subject(tokens, first, last)
    position = first
    stop = max(0, first - 8)
    while position > stop and tokens[position - 1].tag in _BEFORE_NAME:
        position -= 1
    if position == 0:
        return True
    before = tokens[position - 1]
    return before.tag not in ("IN", "TO") or before.lower in word_class("subordinators")


def _apposed_subject(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a mention between commas says who the subject before it is: `Their union, Unity Rail, backed`."""
    if last + 1 >= len(tokens) or tokens[last].text != "," or tokens[last + 1].tag not in _FINITE:
        return False
    comma = first - 1
    while comma > 0 and comma > first - 4 and tokens[comma].tag in ("DT", "JJ"):
        comma -= 1
    if comma < 1 or tokens[comma].text != "," or tokens[comma - 1].tag not in ("NN", "NNS", "NNP"):
        return False
    start = comma - 1
    while start > 0 and comma - start < 8 and tokens[start - 1].tag in _BEFORE_NAME:
        start -= 1
    return start == 0 or tokens[start - 1].tag not in ("IN", "TO")


def before_verb(tokens: Sequence[Token], position: int) -> bool:
    """Return whether a finite verb follows, after adverbs or a stretch between commas of at most 25 tokens."""
    count = len(tokens)
    if position < count and tokens[position].text == ",":
        stop = min(count, position + 25)
        closing = position + 1
        while closing < stop and tokens[closing].text != ",":
            closing += 1
        if closing == stop:
            return False
        position = closing + 1
    while position < count and tokens[position].tag in ("RB", "WP", "RP"):
        position += 1
    return position < count and tokens[position].tag in _FINITE


def described(entities: Sequence[Entity]) -> dict[int, tuple[int, int]]:
    """Return for every nominal mention of an entity without a name: where it ends -> its start, index of the entity."""
    return {
        mention.end: (mention.start, number)
        for number, entity in enumerate(entities)
        if entity.mentions[0].kind == "nominal"
        for mention in entity.mentions
        if mention.kind == "nominal"
    }
