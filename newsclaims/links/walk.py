"""One walk through the article: pronouns and descriptions get their entity from what was mentioned before them."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.entities.gender import gender_of, is_role
from newsclaims.entities.roles import role_head
from newsclaims.links import descriptions, pronouns
from newsclaims.links.discourse import Candidate, Discourse, Found, Quoted
from newsclaims.links.facts import Facts
from newsclaims.links.mentions import Place
from newsclaims.words.sentence import Sentence

_SILENT_PARTS = frozenset({"byline", "credit", "dateline"})
_CLAUSE_WORDS = frozenset({"that", "because", "after", "while", "when", "if", "before", "since", "although", "who"})


def walk(sentences: Sequence[Sentence], facts: Facts, named: list[list[Place]]) -> list[Found]:
    """Return the pronouns and descriptions that rules can settle, in the order of the text."""
    people = [
        Candidate(number, gender_of(entity)) if entity.type == "person" else None
        for number, entity in enumerate(facts.entities)
    ]
    bodies = [
        Candidate(number, None) if entity.type in ("organization", "group", "place") else None
        for number, entity in enumerate(facts.entities)
    ]
    roles = [tuple(role_head(role) for role in entity.roles) for entity in facts.entities]
    discourse = Discourse(people, bodies, roles)
    quoted = _quoted(facts, named)
    at = 0
    for sentence in sentences:
        while at < len(quoted) and quoted[at].end <= sentence.start:
            at += 1
        if sentence.part not in _SILENT_PARTS:
            discourse.enter(sentence, named[sentence.index], quoted[at : at + 4])
            _sentence(discourse)
    return discourse.found


def _quoted(facts: Facts, named: list[list[Place]]) -> list[Quoted]:
    """Return what stands in quotation marks, with the entity of its speaker where a name speaks."""
    ends = {place.end: place.entity for row in named for place in row}
    found = []
    for quote in facts.quotes:
        if quote.kind != "indirect":
            speaker = ends.get(quote.speaker.end) if quote.speaker else None
            start = quote.speaker.start if quote.speaker else None
            found += [Quoted(first, last, speaker, start) for first, last in quote.spans]
    return sorted(found, key=lambda item: (item.start, item.end))


def _sentence(discourse: Discourse) -> None:
    """Go through the tokens of the sentence that was entered last."""
    tokens = discourse.tokens
    by_token = discourse.by_token
    position = 0
    count = len(tokens)
    while position < count:
        place = by_token.get(position)
        if place is not None:
            discourse.mention(place)
            position = place.last
            continue
        token = tokens[position]
        lower = token.lower
        if lower in pronouns.THIRD:
            pronouns.third_person(discourse, position)
        elif lower in pronouns.FIRST:
            pronouns.first_person(discourse, position)
        elif token.tag in ("NN", "NNP") and is_role(lower):
            descriptions.role_noun(discourse, position)
        elif token.tag in ("NN", "NNS"):
            descriptions.common_noun(discourse, position)
        elif lower in _CLAUSE_WORDS or token.tag == ":":
            discourse.clause = set()
        position += 1
