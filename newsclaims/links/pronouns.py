"""Pronouns: whom `he`, `she`, `they`, `it` and, inside a quote, `I` stand for.

The antecedent is the candidate of the highest salience among the few that were mentioned last: subjects before
objects, near sentences before far ones, people mentioned often or by a pronoun before others; gender must fit
(after Lappin and Leass 1994 and Mitkov 1998, with fewer weights).  A person without a name (`a spokesman`) is a
candidate too: when that one wins, the pronoun stays without an entity.
"""

from __future__ import annotations

from typing import Final

from newsclaims.links.candidates import Candidate
from newsclaims.links.classes import word_class
from newsclaims.links.discourse import Discourse
from newsclaims.links.telling import spoken_for, told_to
from newsclaims.rule import rule
from newsclaims.table import words
from newsclaims.words.sentence import Token

MALE: Final = frozenset({"he", "him", "his", "himself"})
FEMALE: Final = frozenset({"she", "her", "hers", "herself"})
PLURAL: Final = frozenset({"they", "them", "their", "theirs", "themselves"})
THING: Final = frozenset({"it", "its", "itself"})
REFLEXIVE: Final = frozenset({"himself", "herself"})
THIRD: Final = MALE | FEMALE | PLURAL | THING
WE: Final = frozenset({"we", "us", "our", "ours", "ourselves"})
FIRST: Final = frozenset({"i", "me", "my", "mine", "myself"}) | WE

_LONGEST: Final = 12  # tokens of a clause before the subject at most
_LOOK_BACK: Final = 30  # tokens before `they` among which another plural noun is looked for
_SUBJECT_VERBS: Final = frozenset({"VBD", "VBZ", "VBP", "MD", "RB"})


def third_person(discourse: Discourse, position: int) -> None:
    """Try the rules for one pronoun of the third person."""
    lower = discourse.tokens[position].lower
    if lower in MALE or lower in FEMALE:
        person(discourse, position)
    elif lower in PLURAL:
        group(discourse, position)
    else:
        body(discourse, position)


def person(discourse: Discourse, position: int) -> None:
    """`He`, `she` and their forms: the most salient person of that gender.

    Gender comes from a title, a role, the first name or an earlier pronoun.  The object of a verb is not its subject,
    and inside a quote `he` is not the speaker.  Nothing when a person without a name is more salient.
    """
    token = discourse.tokens[position]
    gender = "m" if token.lower in MALE else "f"
    if token.lower in REFLEXIVE:
        subject = discourse.subject_of(position)
        if subject is not None and discourse.people[subject] is not None:
            discourse.link(position, position, subject, "pronoun", "links.pronoun-person")
            return
    banned = set() if _owns(discourse.tokens, position) else discourse.arguments(position)
    quote = discourse.quote_at(position)
    speaker = discourse.speaker(quote) if quote is not None else None
    if speaker is not None:
        banned.add(speaker)
    banned |= discourse.told_of(position)
    inserted = _inserted(discourse.tokens, position)
    told = spoken_for(discourse, position)
    owner = discourse.people[told] if told is not None and told not in banned else None
    owner = owner if owner is not None and owner.gender in (gender, None) else None
    chosen = (
        owner
        or told_to(discourse, position, gender, banned)
        or _announced(discourse, position, gender)
        or discourse.choose(
            discourse.recent,
            lambda c: (
                c.gender in (gender, None)
                and (c.entity is None or c.entity not in banned)
                and not (inserted and c.sentence == discourse.index)
            ),
            position,
        )
    )
    if chosen is None:
        return
    chosen.gender = gender
    _settle(discourse, chosen, position, person=True, rule="links.pronoun-person")


rule("links.pronoun-person", needs=MALE | FEMALE)(person)


def group(discourse: Discourse, position: int) -> None:
    """`They` and its forms: an organization or a people that was the subject of this sentence or the one before.

    Nothing when a plural noun (`two men`, `officials`) was the subject since.
    """
    if discourse.tokens[position].lower == "themselves":
        subject = discourse.subject_of(position)
        if subject is not None:
            discourse.link(position, position, subject, "pronoun", "links.pronoun-group")
        return
    if discourse.tokens[position].tag == "PRP$" and _decade(discourse.tokens, position + 1):
        return  # `the two, both in their 80s`
    banned = discourse.subject_of(position) if _is_object(discourse.tokens, position) else None
    chosen = discourse.choose(
        discourse.things,
        lambda c: _recent_subject(discourse, c, position) and c.plural is not False and c.entity != banned,
        position,
    )
    if chosen is not None and not _other_plural(discourse, chosen, position):
        _settle(discourse, chosen, position, person=False, rule="links.pronoun-group")


rule("links.pronoun-group", needs=PLURAL)(group)


def body(discourse: Discourse, position: int) -> None:
    """`It` and `its`: an organization or place that was the subject of this sentence or the one before.

    Nothing for `it` without a meaning of its own (`it is likely that`), for `it` as an object, or when another noun was
    the subject since.
    """
    if pleonastic(discourse.tokens, position):
        return
    if _governed(discourse.tokens, position):
        judged_body(discourse, position)
        return
    chosen = discourse.choose(
        discourse.things, lambda c: _recent_subject(discourse, c, position) and c.plural is not True, position
    )
    if chosen is not None:
        _settle(discourse, chosen, position, person=False, rule="links.pronoun-body")


rule("links.pronoun-body", needs=THING)(body)


def judged_body(discourse: Discourse, position: int) -> None:
    """`It` as the object of a verb of blame or praise: the other organization or place named before it.

    `Lima severed ties with Mexico, accusing it of …`: who judges is not judged.  Nothing unless the sentence names just
    these two, the one that judges first.
    """
    before = discourse.tokens[position - 1]
    if before.tag[:2] != "VB" or before.lemma not in words("words", "judging_verbs"):
        return
    named = [
        place.entity
        for place in discourse.by_token.values()
        if place.first < position and discourse.bodies[place.entity] is not None and not place.owner
    ]
    if len(named) != 2 or named[0] != discourse.subject_of(position):
        return
    chosen = discourse.bodies[named[1]]
    if chosen is not None and chosen.plural is not True:
        _settle(discourse, chosen, position, person=False, rule="links.pronoun-judged-body")


rule("links.pronoun-judged-body", needs={"it"})(judged_body)


def first_person(discourse: Discourse, position: int) -> None:
    """`I`, `me`, `my` inside a quote: the person who speaks it; `we`, `us`, `our`: the body that speaks."""
    quote = discourse.quote_at(position)
    speaker = discourse.speaker(quote) if quote is not None else None
    if speaker is None:
        return
    several = discourse.tokens[position].lower in WE
    if (discourse.bodies if several else discourse.people)[speaker] is not None:
        discourse.link(position, position, speaker, "pronoun", "links.quoted-first-person")


rule("links.quoted-first-person", needs=FIRST)(first_person)


def _inserted(tokens: list[Token], position: int) -> bool:
    """Return whether a pronoun speaks between commas, of somebody else: `The official, he added, had been warned`."""
    if not 0 < position < len(tokens) - 2 or tokens[position - 1].text != ",":
        return False
    return tokens[position + 1].tag in ("VBD", "VBZ") and tokens[position + 2].text == ","


def _announced(discourse: Discourse, position: int, gender: str) -> Candidate | None:
    """Return the person whom a clause before the subject announces: `In her speech, Ann Lee said …`."""
    tokens = discourse.tokens
    if position > _LONGEST or tokens[0].tag not in ("IN", "VBG", "VBN") or discourse.follows_subject(position):
        return None
    comma = next((i for i in range(position, min(len(tokens), position + _LONGEST)) if tokens[i].text == ","), None)
    if comma is None:
        return None
    for first in range(comma + 1, min(len(tokens), comma + 6)):
        place = discourse.by_token.get(first)
        if place is not None:
            found = discourse.people[place.entity] if place.subject else None
            return found if found is not None and found.gender in (gender, None) else None
    return None


def _settle(discourse: Discourse, chosen: Candidate, position: int, *, person: bool, rule: str) -> None:
    owner = discourse.tokens[position].tag == "PRP$"
    discourse.note(chosen, position, person=person, pronoun=True, owner=owner)
    if chosen.entity is not None:
        discourse.link(position, position, chosen.entity, "pronoun", rule)


def _recent_subject(discourse: Discourse, candidate: Candidate, position: int) -> bool:
    """Return whether a candidate was a subject just before, and inside the same quotation marks if there are any."""
    if not candidate.subject or discourse.index - candidate.sentence > 1:
        return False
    return candidate.quoted or discourse.quote_at(position) is None


def _other_plural(discourse: Discourse, candidate: Candidate, position: int) -> bool:
    """Return whether a plural noun stands between a candidate and the pronoun, which may be meant instead."""
    first = candidate.token + 1 if candidate.sentence == discourse.index else 0
    inside = discourse.quote_at(position) is not None  # else what was said tells nothing: `“We need men,” they said`
    between = (at for at in range(max(first, position - _LOOK_BACK), position) if discourse.tokens[at].tag == "NNS")
    return any(inside or not candidate.main or discourse.quote_at(at) is None for at in between)


def _decade(tokens: list[Token], at: int) -> bool:
    at += at < len(tokens) and tokens[at].lower in ("early", "late", "mid")
    return at < len(tokens) and tokens[at].text[:2].isdecimal() and tokens[at].text[2:] in ("s", "’s", "'s")


def _governed(tokens: list[Token], position: int) -> bool:
    """Return whether `it` is the object of the verb or preposition right before it."""
    if position == 0 or tokens[position].tag == "PRP$":
        return False
    before = tokens[position - 1].tag
    if before[:2] == "VB":
        return position + 1 == len(tokens) or tokens[position + 1].tag not in _SUBJECT_VERBS
    return before == "IN" and position + 1 < len(tokens) and tokens[position + 1].tag not in _SUBJECT_VERBS


def _owns(tokens: list[Token], position: int) -> bool:
    """Return whether a pronoun is a possessive; `her` before a noun is, whatever its tag says."""
    if tokens[position].lower == "her":
        return not _is_object(tokens, position)
    return tokens[position].lower in ("his", "its", "their", "hers", "theirs")


def _is_object(tokens: list[Token], position: int) -> bool:
    """Return whether a pronoun is an object; `her` before a noun is not, whatever its tag says."""
    if tokens[position].lower == "her" and tokens[position].tag == "PRP":
        return position + 1 == len(tokens) or tokens[position + 1].tag[:2] not in ("NN", "JJ")
    return tokens[position].lower in ("him", "them")


def pleonastic(tokens: list[Token], position: int) -> bool:
    """Return whether `it` stands for nothing: `it is likely that`, `it seems`, `it rained`, `it took hours`."""
    if tokens[position].lower != "it":
        return False
    after = [token.lower for token in tokens[position + 1 : position + 9]]
    like = after[1:2] == ["like"] and tokens[min(position + 3, len(tokens) - 1)].tag == "PRP"  # "it looks like he lost"
    if not after or after[0] in word_class("empty-verbs") or like:
        return True
    forms, clause = word_class("forms-of-be"), word_class("after-empty-it")
    return any(word in forms for word in after[:3]) and any(word in clause for word in after)
