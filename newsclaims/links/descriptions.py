"""Descriptions: `the minister` for a person whose role was told, and nouns that stand for nobody with a name."""

from __future__ import annotations

from typing import Final

from newsclaims.entities.lexicon import demonyms, gazetteer, kinds
from newsclaims.links.actors import gender_of
from newsclaims.links.candidates import Candidate
from newsclaims.links.classes import word_class
from newsclaims.links.discourse import Discourse
from newsclaims.links.telling import spoken_for
from newsclaims.rule import rule
from newsclaims.syntax.chunks import Chunk
from newsclaims.words.sentence import Token

_FARTHEST: Final = 8
_NEAR: Final = 3
_LONGEST: Final = 8
_GROWN: Final = 18


def apposed(discourse: Discourse, comma: int) -> bool:
    """Return whether a comma after a name opens an apposition: `Ann Lee, a lawyer`, `Ann Lee, 54, a lawyer`.

    It may close a fronted phrase: `With help from Ann Lee, a lawyer filed a suit`.
    """
    tokens = discourse.tokens
    if comma < 1 or tokens[comma].text != "," or tokens[comma + 1].tag == "WP$":
        return False
    if discourse.parses[discourse.index].begins_clause(comma + 1):
        return False
    if tokens[comma - 1].text.isdecimal() and comma > 1 and tokens[comma - 2].text == ",":
        comma -= 2
    return comma in discourse.place_ends


def repeated_role(discourse: Discourse, first: int, position: int) -> bool:
    """`The minister`, `the former president`: the person mentioned last whose role has that head noun; `the girl`: the
    one child that has a name.

    Only within eight sentences, and not when the description goes on (`the president of France`) or names another
    field (`the finance minister` after `Health Minister Ann Lee`).
    """
    tokens = discourse.tokens
    lower = tokens[position].lower
    before = tokens[position - 1]
    qualified = discourse.roles.get(f"{before.lower} {lower}") if position - first > 1 else None
    entity = discourse.roles.get(lower) if qualified is None else qualified
    if entity is None and lower in word_class("young"):
        entity = _young(discourse, lower)
    if entity is None or tokens[first].lower != "the":
        return False
    if position - first > 1 and qualified is None:
        plain = before.tag == "JJ" and before.lower not in word_class("defining-adjectives")
        if not plain and before.lower not in ("federal", "union"):
            return False  # `the finance minister` is not the health minister, nor is the prime minister
    if position + 1 < len(tokens) and tokens[position + 1].lower in word_class("limiters"):
        return False
    if (
        qualified is None
        and before.text in demonyms()
        and _elsewhere(discourse, entity, lower, demonyms()[before.text])
    ):
        return False  # `the Russian president` is not `US President Ann Lee`
    candidate = discourse.people[entity]
    if candidate is None or discourse.index - candidate.sentence > _FARTHEST:
        return False
    discourse.note(candidate, position, person=True)
    discourse.link(first, position, entity, "nominal", "links.role-description")
    return True


rule("links.role-description")(repeated_role)


def _elsewhere(discourse: Discourse, entity: int, noun: str, code: str) -> bool:
    """Return whether a person is known to be of another country than the one that stands before a role, or was told to
    be of some country: `US President`, `Mexican President`.
    """
    country = discourse.countries[entity] if entity < len(discourse.countries) else None
    if country is not None:
        return country != code
    told = (role.split(" ") for role, whose in discourse.roles.items() if whose == entity and role.endswith(noun))
    countries = {name.lower() for name in demonyms()} | {"u.k.", "u.s.", "uk", "us"}
    return any(len(words) > 1 and words[-2] in countries for words in told)


def of_country(discourse: Discourse, chunk: Chunk) -> bool:
    """`Norvane's president`, `the Norvanian president`: the one person who has that office of that country here.

    Not where a name or what is attached follows, nor who had it before: `former Norvanian President`.
    """
    tokens, head = discourse.tokens, chunk.head
    following = tokens[head + 1] if head + 1 < len(tokens) else None
    if following is not None and (following.lower in word_class("limiters") or following.text == ","):
        return False
    if following is not None and (following.tag[:2] == "NN" or head + 1 in discourse.by_token):
        return False
    held = office(tokens, chunk.first, head)
    found = [] if held is None else _holders(discourse, *held)
    candidate = discourse.people[found[0]] if len(found) == 1 else None
    if candidate is None:
        return False
    discourse.note(candidate, head, person=True)
    discourse.link(chunk.first, head, found[0], "nominal", "links.office-of-country")
    return True


rule("links.office-of-country")(of_country)


def _holders(discourse: Discourse, role: str, code: str) -> list[int]:
    """Return the people who have an office of a country, in the whole article: none who had it before."""
    return [
        number
        for number, roles in enumerate(discourse.role_heads)
        if role in roles
        and discourse.people[number] is not None
        and discourse.countries[number] == code
        and not any(before in roles for before in (f"former {role}", f"then {role}", f"ex {role}"))
    ]


def office(tokens: list[Token], first: int, head: int) -> tuple[str, str] | None:
    """Return the role and ISO code of an office that tokens ``first`` to ``head`` (inclusive) say: `Peru's president`.

    Nothing with words between that tell another one (`Norvane's health minister`, `a Norvanian minister`).
    """
    if tokens[head].tag not in ("NN", "NNP") or tokens[first].lower in ("a", "an"):
        return None
    codes = [code for at in range(first, head) if (code := _code(tokens, at))]
    ranked = tokens[head - 1].lower in word_class("other-rank")
    inside = tokens[first:head]
    plain = [t for t in inside if t.tag not in ("DT", "POS") and t.text not in demonyms() and t.text not in gazetteer()]
    if len(codes) != 1 or len(plain) > ranked:
        return None
    role = tokens[head].lower
    return (f"{tokens[head - 1].lower} {role}" if ranked else role), codes[0]


def _code(tokens: list[Token], at: int) -> str | None:
    """Return the ISO code of a country that owns what follows, by its name or adjective: `Norvane's`, `Norvanian`."""
    if tokens[at].text in demonyms():
        return demonyms()[tokens[at].text]
    land = gazetteer().get(tokens[at].text)
    owns = land is not None and land.source == "country" and tokens[at + 1].tag == "POS"
    return land.country if owns and land is not None else None


def _young(discourse: Discourse, noun: str) -> int | None:
    """Return the only child that the article names: `the girl`, `the baby` for `their daughter, Ann Lee`."""
    children = word_class("young")
    found = {entity for head, entity in discourse.roles.items() if head in children}
    found |= {entity for age, entity in discourse.ages.items() if int(age) < _GROWN}
    if len(found) != 1 or discourse.actors.speaks_of(children):
        return None
    (entity,) = found
    child = discourse.people[entity]
    return entity if child is not None and gender_of(noun) in (child.gender, None) else None


def repeated_body(discourse: Discourse, position: int) -> bool:
    """`The council` for Calder Council, `the company` for the company that was named last.

    A noun that ends the name of a body in the article stands for the body of that name mentioned last; `company`,
    `firm` and the like for the one organization that was a subject in the three sentences before and is no authority.
    """
    tokens = discourse.tokens
    first = _article(tokens, position)
    if first < 0 or tokens[position].tag != "NN":
        return False
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if following is not None and (following.lower in word_class("limiters") or following.tag[:2] == "NN"):
        return False
    lower = tokens[position].lower
    if following is not None and following.tag == "WDT" and lower in word_class("companies"):
        return False  # `The company that runs it, Acme,`
    entity = discourse.heads.get(lower) if first == position - 1 else None
    if entity is None:
        entity = _of_country(discourse, position)
    if first == position - 1 and lower in word_class("companies"):
        own = None if discourse.subject_at(position) else discourse.subject_of(position)
        told = spoken_for(discourse, position)  # `A spokesman for Acme said the company would sue`
        told = told if told is not None and discourse.bodies[told] is not None else None
        entity = entity if told is None else told
        near = [] if told is not None else companies(discourse, own)  # `Acme tried to save the company`: another one
        if (
            entity is None
            or (entity == own and told is None)
            or (lower in ("company", "firm") and near and entity not in near)
        ):
            entity = near[0] if len(near) == 1 else None
    candidate = discourse.bodies[entity] if entity is not None else None
    if entity is None or candidate is None or discourse.index - candidate.sentence > _FARTHEST:
        return False
    discourse.note(candidate, position, person=False)
    discourse.link(first, position, entity, "nominal", "links.body-description")
    return True


rule("links.body-description")(repeated_body)


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


rule("links.countryman-description")(countryman)


def institution(discourse: Discourse, position: int) -> None:
    """Note an institution that is described with its country, `Mexico's government`: a mention without a name."""
    entity = discourse.described[discourse.tokens[position].end][1]
    candidate = discourse.bodies[entity]
    if candidate is None:
        return
    discourse.note(candidate, position, person=False)
    discourse.institutions.setdefault(discourse.tokens[position].lower, set()).add(entity)


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


rule("links.institution-again")(repeated_institution)


def _article(tokens: list[Token], position: int) -> int:
    """Return where `the` stands before a noun and its adjectives, -1 where it does not."""
    at = position - 1
    while at >= 0 and position - at < _LONGEST and tokens[at].tag in ("JJ", "NN", "VBG", "NNP"):
        at -= 1
    return at if at >= 0 and tokens[at].lower == "the" else -1


def _of_country(discourse: Discourse, position: int) -> int | None:
    """Return the one company of the country that a description names: `the French manufacturer`."""
    tokens = discourse.tokens
    if kinds().get(tokens[position].lower) != "organization":
        return None
    codes = [demonyms()[tokens[at].text] for at in range(_article(tokens, position) + 1, position)
             if tokens[at].text in demonyms()]  # fmt: skip
    if len(codes) != 1:
        return None
    fitting = discourse.of_country.get(codes[0], [])
    return fitting[0] if len(fitting) == 1 else None


def companies(discourse: Discourse, but: int | None = None) -> list[int]:
    """Return whom `the company` may mean: the organizations, no authorities, of this sentence and the one before.

    ``but`` is one that it cannot mean.
    Of several those that are subjects; without any the subjects of the three sentences before, or else the only one of
    the eight before.
    """
    known = [c for c in discourse.things if c.named and discourse.index - c.sentence <= _FARTHEST]
    known = [c for c in known if c.entity is not None and c.entity != but and discourse.commercial(c.entity)]
    known = [c for c in known if c.subject or c.entity not in discourse.outlets]
    every = [c for c in known if discourse.index - c.sentence <= _NEAR]
    near = [c for c in every if discourse.index - c.sentence <= 1]
    acting = [c for c in near or every if c.subject]
    chosen = near if len(near) == 1 else acting or (known if len(known) == 1 else [])
    if chosen and not any(c.subject for c in chosen) and any(_acts_unnamed(discourse, c) for c in discourse.things):
        return []  # `The startup opened a fund on AngelList; the company`
    return [c.entity for c in chosen if c.entity is not None]


def _acts_unnamed(discourse: Discourse, candidate: Candidate) -> bool:
    """Return whether a body without a name was the subject just before: `the startup`."""
    near = candidate.subject and candidate.main and discourse.index - candidate.sentence <= 1
    return near and not candidate.named and candidate.entity is not None and not candidate.plural
