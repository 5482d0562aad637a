"""Descriptions: `the minister` for a person whose role was told, and nouns that stand for nobody with a name."""

from __future__ import annotations

from newsclaims.entities.gender import word_gender
from newsclaims.links.classes import word_class
from newsclaims.links.discourse import Candidate, Discourse
from newsclaims.rule import rule

_FARTHEST = 8
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
    while first > stop and tokens[first - 1].tag in ("JJ", "NN", "NNP") and first not in discourse.place_ends:
        first -= 1
    if first == 0 or tokens[first - 1].tag not in _OPENERS:
        return
    if repeated_role(discourse, first - 1, position):
        return
    if _apposed(discourse, first - 2):
        return
    if first > 1 and tokens[first - 2].lower in ("is", "was", "as", "became", "be", "been"):
        return  # says what somebody is
    gender = word_gender(tokens[position].lower)
    discourse.note(Candidate(None, gender), position, person=True)


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
    `firm` and the like for the last organization that was a subject in the three sentences before and is no authority.
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
        entity = _company(discourse)
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


def _company(discourse: Discourse) -> int | None:
    for candidate in reversed(discourse.things):
        entity = candidate.entity
        if entity is None or not candidate.subject or discourse.index - candidate.sentence > 3:
            continue
        if discourse.commercial(entity):
            return entity
    return None


def common_noun(discourse: Discourse, position: int) -> None:
    """Note a common noun as subject: what a later `it` or `they` may stand for instead of a name."""
    tokens = discourse.tokens
    if discourse.institutions and repeated_institution(discourse, position):
        return
    if repeated_body(discourse, position):
        return
    if discourse.subject_at(position):
        plural = tokens[position].tag == "NNS"
        discourse.note(Candidate(None, None, plural=plural), position, person=False)
