"""Descriptions: `the minister` for a person whose role was told, and nouns that stand for nobody with a name."""

from __future__ import annotations

from newsclaims.entities.gender import word_gender
from newsclaims.links import actors
from newsclaims.links.classes import word_class
from newsclaims.links.discourse import Candidate, Discourse
from newsclaims.rule import rule
from newsclaims.syntax.chunks import PREPOSITION, Chunk
from newsclaims.syntax.parse import Parse
from newsclaims.words.sentence import Token

_FARTHEST = 8
_NEAR = 3
_LONGEST = 8
_OPENERS = frozenset({"DT", "PRP$", "POS", "CD"})


def role_noun(discourse: Discourse, position: int) -> None:
    """Try a role noun as a description of somebody named, else note it as a person without a name."""
    tokens = discourse.tokens
    following = position + 1
    if following < len(tokens) and (tokens[following].tag[:2] == "NN" or following in discourse.by_token):
        return
    if position + 2 in discourse.by_token and tokens[following].text == ",":
        return  # the role of the name that follows
    first = position
    stop = max(0, position - _LONGEST)
    while first > stop and _qualifies(tokens, first - 1) and first not in discourse.place_ends:
        first -= 1
    if first == 0 or tokens[first - 1].tag not in _OPENERS:
        unnamed(discourse, position)
        return
    if repeated_role(discourse, first - 1, position):
        return
    if _apposed(discourse, first - 2):
        return
    if first > 1 and tokens[first - 2].lower in ("is", "was", "as", "became", "be", "been"):
        return  # says what somebody is
    if not unnamed(discourse, position):
        discourse.note(Candidate(None, word_gender(tokens[position].lower)), position, person=True)


def _qualifies(tokens: list[Token], at: int) -> bool:
    """Return whether a token stands before a noun in its phrase: also those of `43-year-old`."""
    tag = tokens[at].tag
    return tag in ("JJ", "NN", "NNP", "HYPH") or (tag == "CD" and tokens[at + 1].tag == "HYPH")


def _apposed(discourse: Discourse, comma: int) -> bool:
    """Return whether a comma after a name opens an apposition: `Ann Lee, a lawyer`, `Ann Lee, 54, a lawyer`."""
    tokens = discourse.tokens
    if comma < 1 or tokens[comma].text != ",":
        return False
    if tokens[comma - 1].text.isdecimal() and comma > 1 and tokens[comma - 2].text == ",":
        comma -= 2
    return comma in discourse.place_ends


@rule("links.role-description")
def repeated_role(discourse: Discourse, first: int, position: int) -> bool:
    """`The minister`, `the former president`: the person mentioned last whose role has that head noun.

    Only within eight sentences, and not when the description goes on (`the president of France`) or names another
    field (`the finance minister` after `Health Minister Ann Lee`).
    """
    tokens = discourse.tokens
    lower = tokens[position].lower
    entity = discourse.roles.get(lower)
    if entity is None or tokens[first].lower != "the":
        return False
    if position - first > 1:
        qualified = discourse.roles.get(f"{tokens[position - 1].lower} {lower}")
        before = tokens[position - 1]
        if qualified is None and (before.tag != "JJ" or before.lower in word_class("defining-adjectives")):
            return False  # `the finance minister` is not the health minister, nor is the prime minister
        entity = entity if qualified is None else qualified
    if position + 1 < len(tokens) and tokens[position + 1].lower in word_class("limiters"):
        return False
    candidate = discourse.people[entity]
    if candidate is None or discourse.index - candidate.sentence > _FARTHEST:
        return False
    discourse.note(candidate, position, person=True)
    discourse.link(first, position, entity, "nominal", "links.role-description")
    return True


@rule("links.body-description")
def repeated_body(discourse: Discourse, position: int) -> bool:
    """`The council` for Calder Council, `the company` for the company that was named last.

    A noun that ends the name of a body in the article stands for the body of that name mentioned last; `company`,
    `firm` and the like for the one organization that was a subject in the three sentences before and is no authority.
    """
    tokens = discourse.tokens
    if position == 0 or tokens[position - 1].lower != "the" or tokens[position].tag != "NN":
        return False
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if following is not None and (following.lower in word_class("limiters") or following.tag[:2] == "NN"):
        return False
    lower = tokens[position].lower
    entity = discourse.heads.get(lower)
    if entity is None and lower in word_class("companies"):
        near = _companies(discourse)
        entity = near[0] if len(near) == 1 else None
    candidate = discourse.bodies[entity] if entity is not None else None
    if entity is None or candidate is None or discourse.index - candidate.sentence > _FARTHEST:
        return False
    discourse.note(candidate, position, person=False)
    discourse.link(position - 1, position, entity, "nominal", "links.body-description")
    return True


@rule("links.countryman-description")
def countryman(discourse: Discourse, position: int) -> None:
    """`The Italian`, `the Londoner`: the person who was the subject of the sentence before, if only one has a name."""
    fitting = [
        candidate
        for candidate in discourse.recent
        if candidate.subject and not candidate.quoted and discourse.index - candidate.sentence == 1
    ]
    if len(fitting) == 1 and fitting[0].entity is not None:
        discourse.note(fitting[0], position, person=True)
        discourse.link(position - 1, position, fitting[0].entity, "nominal", "links.countryman-description")
    else:
        discourse.note(Candidate(None, None), position, person=True)


def institution(discourse: Discourse, position: int) -> None:
    """Note an institution that is described with its country, `Mexico's government`: a mention without a name."""
    entity = discourse.described[discourse.tokens[position].end][1]
    candidate = discourse.bodies[entity]
    if candidate is None:
        return
    discourse.note(candidate, position, person=False)
    discourse.institutions.setdefault(discourse.tokens[position].lower, set()).add(entity)


@rule("links.institution-again")
def repeated_institution(discourse: Discourse, position: int) -> bool:
    """`The government said` for the government of the one country whose government the article has spoken of.

    Only as a subject and within eight sentences: `control of the government` may be the control of any.
    """
    tokens = discourse.tokens
    entities = discourse.institutions.get(tokens[position].lower)
    if entities is None or len(entities) > 1 or position == 0 or tokens[position - 1].lower != "the":
        return False
    if not discourse.subject_at(position):
        return False
    (entity,) = entities
    candidate = discourse.bodies[entity]
    if candidate is None or discourse.index - candidate.sentence > _FARTHEST:
        return False
    discourse.note(candidate, position, person=False)
    discourse.link(position - 1, position, entity, "nominal", "links.institution-again")
    return True


def _companies(discourse: Discourse) -> list[int]:
    """Return the organizations, no authorities, that were subjects in the three sentences before."""
    near = [c for c in discourse.things if c.named and c.subject and discourse.index - c.sentence <= _NEAR]
    return [c.entity for c in near if c.entity is not None and discourse.commercial(c.entity)]


def common_noun(discourse: Discourse, position: int) -> None:
    """Note a common noun as subject: what a later `it` or `they` may stand for instead of a name."""
    tokens = discourse.tokens
    if discourse.institutions and repeated_institution(discourse, position):
        return
    if repeated_body(discourse, position) or unnamed(discourse, position):
        return
    if discourse.subject_at(position):
        plural = tokens[position].tag == "NNS"
        discourse.note(Candidate(None, None, plural=plural), position, person=False)


@rule("links.unnamed-actor")
def unnamed(discourse: Discourse, position: int) -> bool:
    """People and bodies without a name: `a 43-year-old man`, then `the man`; `protesters`; `his lawyer`; `police`.

    Not what says what somebody is (`is a lawyer`, `Ann Lee, a lawyer`), nor whom nobody can point at (`no man`).  The
    result says whether the noun is that of an actor.
    """
    tokens = discourse.tokens
    kind = actors.kind_of(tokens[position]) if tokens[position].lower != "old" else "person"
    parse = discourse.parses[discourse.index]
    chunk = parse.noun_chunk(position)
    if kind is None or chunk is None or chunk.head != position:
        return False
    if _says_what(tokens, chunk.first) or _apposed(discourse, chunk.first - 1):
        return False
    described = actors.describe(tokens, chunk, _attached(parse, position), _owner(discourse, chunk))
    if described is None or (kind != "group" and not _singular(tokens, described, discourse.part)):
        return False
    known = discourse.actors.known(described, discourse.part)
    person = kind == "person"
    if known is None and (discourse.actors.ambiguous(described) or _could_be_named(discourse, described)):
        candidate = Candidate(None, actors.gender_of(described.noun), plural=described.plural)
        discourse.note(candidate, position, person=person)
        return True
    name = actors.wording(tokens, described)
    if known is None:
        known = discourse.actors.add(described, kind, name, discourse.part)
        discourse.add(Candidate(known.entity, actors.gender_of(described.noun), plural=kind == "group" or None), person)
    else:
        discourse.actors.again(known, described, name)
    candidate_known = discourse.people[known.entity] or discourse.bodies[known.entity]
    assert candidate_known is not None
    person = discourse.people[known.entity] is not None
    if person or discourse.subject_at(position):
        discourse.note(candidate_known, position, person=person)
    discourse.spoken[position] = known.entity
    discourse.link(described.first, position, known.entity, "nominal", "links.unnamed-actor")
    return True


def _could_be_named(discourse: Discourse, described: actors.Description) -> bool:
    """Return whether a description may mean one of several that have names: `the company` where two have acted."""
    if described.form != "definite" or described.plural:
        return False
    if described.noun in word_class("companies"):
        return len(_companies(discourse)) > 1
    return described.noun in discourse.institutions


def _says_what(tokens: list[Token], first: int) -> bool:
    """Return whether a phrase that begins with ``first`` says what somebody is: `is a lawyer`, `as a lawyer`."""
    at = first - 1
    if at > 0 and tokens[at].tag == "RB":
        at -= 1
    return at >= 0 and (tokens[at].lower in word_class("forms-of-be") or tokens[at].lower in ("as", "are", "were"))


def _singular(tokens: list[Token], described: actors.Description, part: str) -> bool:
    """Return whether one person or body is meant, not what only qualifies or a trade: `the firm`, `police`."""
    if described.form != "bare" or part == "headline":
        return True
    return described.noun in word_class("only-ones")


def _attached(parse: Parse, position: int) -> int:
    """Return where what is attached to a noun ends: `the chairman of the party`."""
    place = parse.chunk_at(position)
    end = position + 1
    if place is not None:
        for kind, span in parse.further(place, ("for", "from")):
            if kind != PREPOSITION:
                break
            end = span[1]
    return end


def _owner(discourse: Discourse, chunk: Chunk) -> int | None:
    """Return the entity that owns what a chunk names: `his lawyer`, `Acme's lawyer`."""
    tokens = discourse.tokens
    for at in range(chunk.head - 1, chunk.first - 1, -1):
        if tokens[at].tag == "POS":
            return discourse.spoken.get(at - 1)
        if tokens[at].tag == "PRP$":
            return discourse.spoken.get(at)
    return None
