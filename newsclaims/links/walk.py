"""One walk through the article: pronouns and descriptions get their entity from what was mentioned before them."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.entities import describes_person
from newsclaims.entities.gender import gender_of, is_head, is_role, leaning_of, word_gender
from newsclaims.entities.lexicon import gazetteer
from newsclaims.entities.roles import role_head
from newsclaims.links import descriptions, nouns, pronouns, unnamed
from newsclaims.links.actors import Actor
from newsclaims.links.candidates import Candidate, Found, Quoted
from newsclaims.links.classes import word_class
from newsclaims.links.discourse import Discourse
from newsclaims.links.facts import Facts
from newsclaims.links.mentions import Place, described
from newsclaims.model import Entity, Quote, Reference
from newsclaims.pattern import compiled
from newsclaims.syntax.parses import Parses
from newsclaims.table import rows
from newsclaims.words.sentence import Token

_MARKED: Final = compiled(r"[\"“„«][^\"”»]*+[\"”»]?|(?<!\w)['‘]\w[^'’]*+['’](?!\w)")
_SILENT_PARTS: Final = frozenset({"byline", "credit", "dateline"})
_THEME: Final = 4  # names of whom an article is about, at least
_OF_PERSON: Final = frozenset({"of", ",", "(", "from"})
_BODIES: Final = frozenset({"organization", "group", "place"})


Joined = dict[tuple[int, int], tuple[int, ...]]
"""Where a pronoun stands for several: its start and end -> the indices of their entities."""


def walk(parses: Parses, facts: Facts, named: list[list[Place]]) -> tuple[list[Found], list[Actor], Joined]:
    """Return the pronouns and descriptions that rules can settle, and the actors without a name that they found."""
    people = [
        Candidate(number, gender_of(entity), named=True) if entity.type == "person" else None
        for number, entity in enumerate(facts.entities)
    ]
    for person, entity in zip(people, facts.entities, strict=True):
        if person is not None and person.gender is None:
            person.leaning = leaning_of(entity)
    _titled(parses, named, people)
    _note_theme(facts.entities, people)
    bodies = [
        Candidate(number, None, plural=_is_plural(entity), named=True) if entity.type in _BODIES else None
        for number, entity in enumerate(facts.entities)
    ]
    roles = [tuple(key for role in entity.roles for key in _role_keys(role)) for entity in facts.entities]
    heads = [_body_head(entity) for entity in facts.entities]
    countries = [_country(entity) for entity in facts.entities]
    speaking = {quote.speaker.end: quote.speaker.start for quote in facts.quotes if quote.speaker is not None}
    discourse = Discourse(parses, people, bodies, roles, heads, described(facts.entities), countries, speaking)
    discourse.lands = _lands(facts.entities)
    quoted = _quoted(parses, facts, named)
    at = 0
    for sentence in parses.sentences:
        while at < len(quoted) and quoted[at].end <= sentence.start:
            at += 1
        if sentence.part not in _SILENT_PARTS:
            discourse.enter(sentence, named[sentence.index], quoted[at : at + 4])
            _sentence(discourse)
    pronouns.told_late(discourse)
    same = discourse.actors.same
    for item in discourse.found:
        item.entity = same.get(item.entity, item.entity)
    joined = {span: tuple(same.get(one, one) for one in members) for span, members in discourse.joined.items()}
    return discourse.found, discourse.actors.every, joined


def _titled(parses: Parses, named: list[list[Place]], people: list[Candidate | None]) -> None:
    """Note the gender that a title tells anywhere in the article: `Mr. Lee` at its end."""
    for row in named:
        for place in row:
            person = people[place.entity]
            if person is not None and person.gender is None and place.first:
                person.gender = word_gender(parses.sentences[place.sentence].tokens[place.first - 1].lower)


def _lands(entities: list[Entity]) -> dict[str, int]:
    """Return the countries among the entities, by their ISO codes."""
    known = ((number, one.country, gazetteer().get(one.name)) for number, one in enumerate(entities))
    return {code: number for number, code, land in known if code and land is not None and land.source == "country"}


def _note_theme(entities: list[Entity], people: list[Candidate | None]) -> None:
    """Note whom the article is about: the person who is named twice as often as anybody else."""
    counts = [0 if person is None else len(entity.mentions) for entity, person in zip(entities, people, strict=True)]
    most = max(counts, default=0)
    if most >= _THEME and sum(2 * count > most for count in counts) == 1:
        theme = people[counts.index(most)]
        if theme is not None:
            theme.theme = True


def _role_keys(role: str) -> list[str]:
    """Return what can repeat a role: its head, alone and after each word before it: `minister`, `health minister`.

    A title that is written short is repeated in full: `the governor` for `Gov. Ann Lee`.  A prime minister is not `the
    minister`, nor a vice president `the president`.
    """
    head = role_head(role)
    before = role.lower().partition(head)[0].replace("’", "'").split()
    if before and before[-1] in word_class("other-rank"):
        return [f"{before[-1]} {head}"]
    heads = [head, full] if (full := _titles_in_full().get(head)) else [head]
    return [*heads, *[f"{word} {form}" for form in heads for word in before if word.isalpha()]]


@cache
def _titles_in_full() -> dict[str, str]:
    return dict(rows("links", "short_titles"))


def _is_plural(entity: Entity) -> bool | None:
    """Return whether only `they` can stand for it: `Danes`; a place is never `they`, a body may be either."""
    if entity.type == "place":
        return False
    return True if entity.type == "group" and entity.name.endswith("s") else None


def _body_head(entity: Entity) -> str | None:
    """Return the last word of an organization's name if it is a common noun: `council`, `party`; '' if no body."""
    if entity.type != "organization":
        return ""
    last = entity.name.partition(" of ")[0].partition(" for ")[0].rsplit(" ", 1)[-1].lower()
    return last if " " in entity.name and is_head(last) else None


def _quoted(parses: Parses, facts: Facts, named: list[list[Place]]) -> list[Quoted]:
    """Return what stands in quotation marks, with the entity of its speaker where a name speaks."""
    places = [place for row in named for place in row]
    ends = {place.end: place for place in places}
    starts = {place.start: place for place in places}
    found = []
    for quote in facts.quotes:
        if quote.kind != "indirect":
            speaker = _named_speaker(parses, facts, quote.speaker, ends, starts) if quote.speaker else None
            start = (quote.speaker.start, quote.speaker.end) if quote.speaker else None
            told = ends.get(quote.addressee.end) if quote.addressee else None
            hearer = told.entity if told is not None else None
            spans = quote.spans if quote.kind == "direct" else _marked(quote)
            found += [Quoted(first, last, speaker, start, hearer) for first, last in spans]
    return sorted(found, key=lambda item: (item.start, item.end))


def _named_speaker(
    parses: Parses, facts: Facts, speaker: Reference, ends: dict[int, Place], starts: dict[int, Place]
) -> int | None:
    """Return the entity whose name a speaker is, or ends in: `Mayor Ann Reed`, `Ann Reed, head of Acme`.

    Not that of an attached name, `a sister of Ann Reed`, `a card posted on Snapchat`; but who speaks for a body is it
    in its `we`: `a spokesman for Acme`.
    """
    begun = starts.get(speaker.start)
    if begun is not None and speaker.text[begun.end - begun.start :][:1] == ",":
        return begun.entity
    place = ends.get(speaker.end)
    if place is None or place.start <= speaker.start or not place.first:
        return None if place is None else place.entity
    tokens = parses.sentences[place.sentence].tokens
    named = _titled_first(facts, tokens, place, starts, speaker.start)
    if named is not None:
        return named
    before = (
        tokens[place.first - 2] if tokens[place.first - 1].tag == "DT" and place.first > 1 else tokens[place.first - 1]
    )
    attached = before.tag in ("IN", "TO") and before.start > speaker.start
    body = facts.entities[place.entity].type != "person" and before.lower in ("for", "of")
    return None if attached and not body else place.entity


def _country(entity: Entity) -> str | None:
    """Return the country of a body, or that of whom everybody knows: nobody has to say whose president Obama was."""
    if entity.type == "organization" or (entity.type == "person" and entity.country):
        return entity.country
    known = gazetteer().get(entity.name) if entity.type == "person" else None
    return known.country if known is not None and known.type == "person" else None


def _titled_first(facts: Facts, tokens: list[Token], last: Place, starts: dict[int, Place], start: int) -> int | None:
    """Return the person named behind titles of whom the rest of a phrase tells: `Rep. Ann Reed of Ohio`."""
    at = last.first - 1
    first = None
    while at >= 0 and tokens[at].start >= start:
        first = starts.get(tokens[at].start, first)
        at -= 1
    if first is None or facts.entities[first.entity].type != "person" or tokens[first.last].lower not in _OF_PERSON:
        return None
    titles = tokens[at + 1 : first.first]
    return first.entity if all(token.tag in ("NNP", "NN", "JJ", "DT") for token in titles) else None


def _marked(quote: Quote) -> list[tuple[int, int]]:
    """Return what stands in marks in a mixed quote: in `said she was “very tired”` it is not the first `she`."""
    marked = [match.span() for match in _MARKED.finditer(quote.text)]
    if not marked:
        return list(quote.spans)
    return [(quote.start + first, quote.start + last) for first, last in marked]


def _sentence(discourse: Discourse) -> None:
    """Go through the tokens of the sentence that was entered last."""
    tokens = discourse.tokens
    by_token = discourse.by_token
    position = 0
    later: list[int] = []
    count = len(tokens)
    while position < count:
        place = by_token.get(position)
        if place is not None:
            discourse.mention(place)
            unnamed.identified(discourse, place)
            position = place.last
            continue
        token = tokens[position]
        lower = token.lower
        if lower in pronouns.THIRD:
            if _spoken_by_a_pronoun(discourse, position):
                later.append(position)
            else:
                pronouns.third_person(discourse, position)
        elif lower in pronouns.FIRST:
            later.append(position)
        elif token.text[0].isupper() and describes_person(tokens, position):
            descriptions.countryman(discourse, position)
        elif token.end in discourse.described:
            descriptions.institution(discourse, position)
        elif token.tag in ("NN", "NNP") and is_role(lower):
            nouns.role_noun(discourse, position)
        elif token.tag in ("NN", "NNS", "NNPS") or lower == "old":
            nouns.common_noun(discourse, position)
        position += 1
    for position in later:
        if tokens[position].lower in pronouns.THIRD:
            pronouns.third_person(discourse, position)
        else:
            pronouns.first_person(discourse, position)


def _spoken_by_a_pronoun(discourse: Discourse, position: int) -> bool:
    """Return whether a pronoun stands in a quote whose speaker comes behind it: `“He sent me,” she said`."""
    quoted = discourse.quote_at(position)
    if quoted is None or quoted.speaker is not None or quoted.cue is None:
        return False
    return discourse.tokens[position].start < quoted.cue[0] < discourse.tokens[-1].end
