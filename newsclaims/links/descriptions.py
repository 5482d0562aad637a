"""Descriptions: `the minister` for a person whose role was told, and nouns that stand for nobody with a name."""

from __future__ import annotations

from newsclaims.entities.gender import word_gender
from newsclaims.links.discourse import Candidate, Discourse
from newsclaims.links.mentions import before_verb
from newsclaims.rule import rule

_FARTHEST = 8
_LONGEST = 8
_LIMITERS = frozenset({"of", "for", "who", "at", "in", "from", "whose"})
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
    while first > max(0, position - _LONGEST) and tokens[first - 1].tag in ("JJ", "NN", "NNP") and first not in discourse.place_ends:
        first -= 1
    if first == 0 or tokens[first - 1].tag not in _OPENERS:
        return
    if repeated_role(discourse, first - 1, position):
        return
    if tokens[first - 2 if first > 1 else 0].text == "," and first - 2 in discourse.place_ends:
        return  # an apposition: `Ann Lee, a lawyer`
    if first > 1 and tokens[first - 2].lower in ("is", "was", "as", "became", "be", "been"):
        return  # says what somebody is
    gender = word_gender(tokens[position].lower)
    discourse.note(Candidate(None, gender), position, person=True)


@rule("links.role-description")
def repeated_role(discourse: Discourse, first: int, position: int) -> bool:
    """`The minister`, `the former president`: the person mentioned last whose role has that head noun.

    Only within eight sentences, and not when the description goes on (`the president of France`).
    """
    tokens = discourse.tokens
    entity = discourse.roles.get(tokens[position].lower)
    if entity is None or tokens[first].lower != "the":
        return False
    if position + 1 < len(tokens) and tokens[position + 1].lower in _LIMITERS:
        return False
    candidate = discourse.people[entity]
    if candidate is None or discourse.index - candidate.sentence > _FARTHEST:
        return False
    discourse.note(candidate, position, person=True)
    discourse.link(first, position, entity, "nominal", "links.role-description")
    return True


def common_noun(discourse: Discourse, position: int) -> None:
    """Note a common noun as subject: what a later `it` or `they` may stand for instead of a name."""
    tokens = discourse.tokens
    if before_verb(tokens, position + 1):
        plural = tokens[position].tag == "NNS"
        discourse.note(Candidate(None, None, plural=plural), position, person=False)
