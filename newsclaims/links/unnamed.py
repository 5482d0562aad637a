"""Actors without a name in the walk: who is new, who is known, and whom the article names in the end."""

from __future__ import annotations

from typing import Final

from newsclaims.entities.gender import is_role
from newsclaims.links import actors
from newsclaims.links.acting import kind_at
from newsclaims.links.candidates import Candidate
from newsclaims.links.classes import word_class
from newsclaims.links.descriptions import apposed, companies, of_country, repeated_role
from newsclaims.links.discourse import Discourse
from newsclaims.links.households import household
from newsclaims.links.mentions import Place
from newsclaims.links.phrases import attached, owner_of
from newsclaims.links.restriction import restricted
from newsclaims.rule import rule
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.parse import Parse
from newsclaims.words.sentence import Token

_LONGEST: Final = 8


def unnamed(discourse: Discourse, position: int) -> bool:
    """People and bodies without a name: `a 43-year-old man`, then `the man`; `protesters`; `his lawyer`; `police`.

    Not what says what somebody is (`is a lawyer`, `Ann Lee, a lawyer`), nor whom nobody can point at (`no man`).  The
    result says whether the noun is that of an actor.
    """
    tokens = discourse.tokens
    parse = discourse.parses[discourse.index]
    if position in discourse.spoken:
        return True  # the second of `his wife and children`
    chunk = parse.noun_chunk(position)
    kind = kind_at(tokens, position, chunk.first if chunk is not None else position)
    if kind is None or chunk is None or chunk.head != position:
        return False
    says_what = _says_what(tokens, chunk.first) and not _acts_meanwhile(parse, chunk)
    if says_what or any(_mark(tokens, at) for at in range(chunk.first, position)):
        return False
    first = chunk.first - 2 if chunk.first and tokens[chunk.first - 1].text == "&" else chunk.first  # `AT&T's lawyer`
    if apposed(discourse, first - 1):
        note_role(discourse, chunk, person=kind == "person")
        return False
    if kind == "person" and repeated_role(discourse, chunk.first, position):
        return True
    if kind == "person" and of_country(discourse, chunk):
        return True
    owner = owner_of(discourse, chunk)
    described = household(parse, chunk, owner)
    if described is not None:
        kind, position = "group", described.head
    else:
        described = actors.describe(tokens, chunk, attached(parse, position), owner)
    if described is None or (kind != "group" and not _singular(tokens, described, discourse.part)):
        return False
    if described.age in discourse.ages and described.form == "definite":
        _link_named(discourse, described, discourse.ages[described.age or ""])
        return True
    known = discourse.actors.known(described, discourse.part)
    if known is not None and described.form == "definite" and restricted(discourse, described.last):
        known = None
    spoken = discourse.quote_at(position) is not None
    if known is not None and known.spoken and not spoken and kind == "organization":
        known = None  # ““It takes a company that grows,” Reed said. The company earned $2m”
    person = kind == "person"
    if known is None and described.noun == "old" and _of_age(discourse, described):
        return True
    if known is None and (discourse.actors.ambiguous(described) or _could_be_named(discourse, described)):
        candidate = Candidate(None, actors.gender_of(described.noun), plural=described.plural)
        discourse.note(candidate, position, person=person)
        return True
    name = actors.wording(tokens, described)
    if known is None:
        known = discourse.actors.add(described, kind, name, discourse.part)
        known.spoken = spoken
        discourse.add(
            Candidate(known.entity, actors.gender_of(described.noun), plural=described.plural or None), person
        )
    else:
        discourse.actors.again(known, described, name)
    candidate_known = discourse.people[known.entity] or discourse.bodies[known.entity]
    assert candidate_known is not None
    person = discourse.people[known.entity] is not None
    if person or described.plural or discourse.subject_at(position):
        discourse.note(candidate_known, position, person=person)
    _named_behind(discourse, position + 1 if described.plural else attached(parse, position), known.entity, person)
    discourse.spoken[position] = known.entity
    discourse.link(described.first, position, known.entity, "nominal", "links.unnamed-actor")
    return True


rule("links.unnamed-actor")(unnamed)


def named_at_last(discourse: Discourse, position: int) -> None:
    """Note that a role before a comma and a name is that of an actor who had none: `The hunter, Ann Lee, fled`."""
    chunk = discourse.parses[discourse.index].noun_chunk(position)
    if chunk is None or chunk.head != position:
        return
    described = actors.describe(discourse.tokens, chunk, position + 1, owner_of(discourse, chunk))
    known = discourse.actors.known(described, discourse.part) if described and described.form == "definite" else None
    if known is not None:
        _named_behind(discourse, position + 1, known.entity, person=True)


def note_role(discourse: Discourse, chunk: Chunk, *, person: bool) -> None:
    """Note what an apposition says of the one before it: `Ann Lee, a hunter from Oslo,` is `the hunter`."""
    at = chunk.first - 2
    while at > 0 and not discourse.tokens[at].text[0].isalpha():
        at -= 1
    places = (discourse.by_token.get(first) for first in range(max(0, at - _LONGEST), at + 1))
    place = next((place for place in places if place is not None and place.first <= at < place.last), None)
    if place is None or (discourse.people if person else discourse.bodies)[place.entity] is None:
        return
    if not person and discourse.body_heads[place.entity] == "":
        return  # `Acme, a Salt Lake City, Utah-based firm,`
    (discourse.roles if person else discourse.heads)[discourse.tokens[chunk.head].lower] = place.entity
    described = actors.describe(discourse.tokens, chunk, chunk.head + 1, None)
    if described is None or described.form != "indefinite" or discourse.part == "headline":
        return
    known = discourse.actors.known(described, discourse.part)
    if known is not None and known.entity not in discourse.actors.same:
        discourse.call(known.entity, place.entity)  # of the headline: `Local woman wins …` and `Ann Lee, a local woman`


def _mark(tokens: list[Token], at: int) -> bool:
    """Return whether a token is a quotation mark, no apostrophe inside a word: `Kelce‘s`."""
    return tokens[at].tag in ("``", "''") and not (
        at and tokens[at - 1].end == tokens[at].start == tokens[at + 1].start - 1
    )


def _for_person(token: Token) -> bool:
    return is_role(token.lower) or actors.kind_of(token) == "person"


def _of_age(discourse: Discourse, described: actors.Description) -> bool:
    """Link `the 24-year-old` to the one person with a name who was a subject in the sentence before, if any.

    Only a subject itself, and not where that person's age or another one was told.
    """
    if not described.age or described.form != "definite":
        return False  # `the old` has no age
    if not discourse.subject_at(described.head) or discourse.quote_at(described.head):
        return False
    near = [c for c in discourse.recent if discourse.index - c.sentence <= 1 and c.subject and c.main]
    told = set(discourse.ages.values())
    if len(near) != 1 or near[0].entity is None or not near[0].named or near[0].entity in told:
        return False
    discourse.ages.setdefault(described.age, near[0].entity)
    _link_named(discourse, described, near[0].entity)
    return True


def _link_named(discourse: Discourse, described: actors.Description, entity: int) -> None:
    candidate = discourse.people[entity]
    if candidate is not None:
        discourse.note(candidate, described.head, person=True)
        discourse.link(described.first, described.head, entity, "nominal", "links.unnamed-actor")


def _named_behind(discourse: Discourse, end: int, entity: int, person: bool) -> None:
    """Note that a name in apposition names an actor: `The suspect, Ann Lee, fled`, `The mayor of Leeds, Dr Ann Lee,`.

    The description with what is attached to it ends before token ``end``.
    """
    tokens = discourse.tokens
    holder = next((place for place in discourse.by_token.values() if place.last == end), None)
    before = tokens[holder.first - 1] if holder is not None and holder.first else None
    if holder is not None and before is not None and before.tag[:2] == "NN" and not _for_person(before):
        if person and discourse.people[holder.entity] is not None:
            discourse.call(entity, holder.entity)  # `the mayor of Leeds Ann Reed`
        return
    if end + 2 >= len(tokens) or tokens[end].text != ",":
        return
    if tokens[end + 1].lower == "the" and (not person or tokens[end + 2].tag == "NN"):
        end += 1  # `Wekesa's party, the Unity Movement, said`, `Ann's mother, the singer Eve Lee, said`
    place = discourse.by_token.get(actors.behind_titles(tokens, actors.behind_qualities(tokens, end + 1)))
    if place is None or (discourse.people[place.entity] is not None) != person:
        return
    if discourse.bodies[place.entity] is None and not person:
        return
    after = tokens[place.last] if place.last < len(tokens) else None
    acts = after is not None and after.tag in ("VBD", "VBZ") and not _fronted(discourse, end)
    if after is None or after.text in (",", ".", "(") or acts:
        subjects = discourse.parses.subjects(discourse.index)
        place.subject = place.subject or any(first < end <= last for first, _, last in subjects)
        discourse.call(entity, place.entity)


def _fronted(discourse: Discourse, end: int) -> bool:
    """Return whether a description opens a sentence behind a preposition: `According to officials, two Poles left`."""
    chunk = discourse.parses[discourse.index].noun_chunk(end - 1)
    return chunk is not None and 0 < chunk.first < 3 and discourse.tokens[chunk.first - 1].tag in ("IN", "TO")


def identified(discourse: Discourse, place: Place) -> None:
    """Whom the article names later: `The man was identified as Ann Lee`, `Police named him as Ann Lee`, `The victim was
    Ann Lee`.

    The actor is the last one before the verb that has no name; nothing when that one is of another kind.
    """
    tokens = discourse.tokens
    at = place.first - 1
    while at > 0 and tokens[at].tag in ("CD", "HYPH", "JJ", "NN", "NNS", "NNP", "NNPS") and place.first - at < _LONGEST:
        at -= 1  # `as 54-year-old Ann Lee`
    if at < 1:
        return
    named = tokens[at].lower == "as" and any(
        token.lower in word_class("identifying") for token in tokens[max(0, at - 4) : at]
    )
    copula = tokens[at].lower in ("was", "is") and not discourse.quote_at(at)
    if not named and not copula:
        return
    last = at
    before = [number for number in range(max(0, last - 2 * _LONGEST), last) if number in discourse.spoken]
    actor = discourse.spoken[before[-1]] if before else None
    if actor is None or actor < discourse.actors.named or discourse.people[place.entity] is None:
        return
    if discourse.people[actor] is not None and (named or discourse.subject_of(last) == actor):
        discourse.call(actor, place.entity)


rule("links.identified-actor")(identified)


def _could_be_named(discourse: Discourse, described: actors.Description) -> bool:
    """Return whether a description may mean one of several that have names: `the company` where two have acted."""
    if described.form != "definite" or described.plural:
        return False
    if described.noun in word_class("companies"):
        return len(companies(discourse)) > 1
    return described.noun in discourse.institutions


def _says_what(tokens: list[Token], first: int) -> bool:
    """Return whether a phrase that begins with ``first`` says what somebody is: `is a lawyer`, `made him a lawyer`."""
    at = first - 1
    if at > 0 and tokens[at].tag == "PRP" and tokens[at - 1].lemma in ("call", "consider", "elect", "make"):
        return True
    if at > 0 and tokens[at].tag == "RB":
        at -= 1
    if at >= 0 and tokens[at].lemma in ("become", "remain"):
        return True
    return at >= 0 and (tokens[at].lower in word_class("forms-of-be") or tokens[at].lower in ("as", "are", "were"))


def _acts_meanwhile(parse: Parse, chunk: Chunk) -> bool:
    """Return whether *as* before a phrase opens a clause of which it is the subject: `as guards looked on`."""
    clause = parse.clause_with(chunk.head) if chunk.first and parse.tokens[chunk.first - 1].lower == "as" else None
    return clause is not None and clause.finite


def _singular(tokens: list[Token], described: actors.Description, part: str) -> bool:
    """Return whether one person or body is meant, not what only qualifies or a trade: `the firm`, `police`."""
    if described.form != "bare" or part == "headline":
        return True
    return described.noun in word_class("only-ones")
