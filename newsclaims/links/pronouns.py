"""Pronouns: whom `he`, `she`, `they`, `it` and, inside a quote, `I` stand for.

The antecedent is the candidate of the highest salience among the few that were mentioned last: subjects before
objects, near sentences before far ones, people mentioned often or by a pronoun before others; gender must fit
(after Lappin and Leass 1994 and Mitkov 1998, with fewer weights).  A person without a name (`a spokesman`) is a
candidate too: when that one wins, the pronoun stays without an entity.
"""

from __future__ import annotations

from typing import Final

from newsclaims.links import it, they
from newsclaims.links.binding import coarguments
from newsclaims.links.candidates import Candidate, Found, Quoted
from newsclaims.links.discourse import Discourse
from newsclaims.links.telling import kin_of_speaker, spoken_for, told_to
from newsclaims.rule import rule
from newsclaims.words.sentence import Token

MALE: Final = frozenset({"he", "him", "his", "himself"})
FEMALE: Final = frozenset({"she", "her", "hers", "herself"})
REFLEXIVE: Final = frozenset({"himself", "herself"})
THIRD: Final = MALE | FEMALE | they.PLURAL | it.THING
WE: Final = frozenset({"we", "us", "our", "ours", "ourselves"})
FIRST: Final = frozenset({"i", "me", "my", "mine", "myself"}) | WE

_FRONTED: Final = 24  # tokens of a clause that opens a sentence at most
_INNER: Final = frozenset({"‘", "'", "`"})
_OUTER: Final = frozenset({"“", '"', "”"})
_MARKED: Final = 300  # tokens between a pronoun and the mark that opens the words it stands in at most
_SAID: Final = 10  # tokens from who says something to its mark at most
_LONGEST: Final = 12  # tokens of a clause before the subject at most


def third_person(discourse: Discourse, position: int) -> None:
    """Try the rules for one pronoun of the third person."""
    lower = discourse.tokens[position].lower
    if lower in MALE or lower in FEMALE:
        person(discourse, position)
    elif lower in they.PLURAL:
        they.group(discourse, position)
    else:
        it.body(discourse, position)


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
    beside = set() if _owns(discourse.tokens, position) else coarguments(discourse, position)
    banned = set(beside)
    quote = discourse.quote_at(position)
    speaker = discourse.speaker(quote) if quote is not None else None
    if speaker is not None:
        banned.add(speaker)
    if quote is not None and quote.hearer is not None:
        banned.add(quote.hearer)
    banned |= discourse.told_of(position)
    inserted = _inserted(discourse.tokens, position)
    named = any(c.gender == gender and discourse.index - c.sentence <= 1 for c in discourse.recent)
    told = spoken_for(discourse, position)
    owner = discourse.people[told] if told is not None and told not in banned else None
    owner = owner if owner is not None and owner.gender in (gender, None) else None
    chosen = (
        owner
        or _same_subject(discourse, position)
        or _named_beside(discourse, position, gender)
        or kin_of_speaker(discourse, position, gender)
        or told_to(discourse, position, gender, banned)
        or _announced(discourse, position, gender)
        or discourse.choose(
            discourse.recent,
            lambda c: (
                (c.gender == gender or (c.gender is None and not (named and c.leaning not in (gender, None))))
                and (c.entity is None or c.entity not in banned)
                and not (inserted and c.sentence == discourse.index)
            ),
            position,
        )
    )
    if chosen is None or (chosen.gender is None and _rivalled(discourse, chosen, gender, beside)):
        return
    chosen.gender = gender
    discourse.note(chosen, position, person=True, pronoun=True, owner=token.tag == "PRP$")
    if chosen.entity is not None:
        discourse.link(position, position, chosen.entity, "pronoun", "links.pronoun-person")


rule("links.pronoun-person", needs=MALE | FEMALE)(person)


def first_person(discourse: Discourse, position: int) -> None:
    """`I`, `me`, `my` inside a quote: the person who speaks it; `we`, `us`, `our`: the body that speaks."""
    quote = discourse.quote_at(position)
    speaker = discourse.speaker(quote) if quote is not None else None
    if quote is not None and _retold(discourse.tokens, quote):
        return
    if speaker is None:
        token = discourse.tokens[position]
        if quote is not None and quote.cue is not None and token.lower not in WE:
            discourse.waiting.append((token.start, token.end, quote))
        return
    if quote is not None and _of_others(discourse.tokens, position, quote.start):
        return
    several = discourse.tokens[position].lower in WE
    if (discourse.bodies if several else discourse.people)[speaker] is not None:
        discourse.link(position, position, speaker, "pronoun", "links.quoted-first-person")


def _of_others(tokens: list[Token], position: int, start: int) -> bool:
    """Return whether marks inside a quote hold the words of somebody else: `“He told me, ‘I want it,’” Reed said`."""
    at, far = position - 1, max(0, position - _MARKED)
    while at > far and tokens[at].text not in _INNER:
        if tokens[at].tag == "''" or tokens[at].text in _OUTER:
            return False
        at -= 1
    if at <= far or tokens[at].tag != "``" or tokens[at].start <= start:
        return False
    says = False
    for token in reversed(tokens[max(0, at - _SAID) : at]):
        if says and token.tag in ("PRP", "NN", "NNP", "NNS", "NNPS"):
            return token.lower not in FIRST  # but `“I said, ‘I want it’”`
        says = says or token.tag[:2] == "VB"
    return True


def _retold(tokens: list[Token], quote: Quoted) -> bool:
    """Return whether somebody else says the marked words, behind who is quoted: `Holt said he claimed that “I did”`."""
    at = next((at for at, token in enumerate(tokens) if token.start >= quote.start), 0)
    at -= at > 1 and tokens[at - 1].lower == "that"
    if at < 3 or quote.cue is None or tokens[at - 1].tag not in ("VBD", "VBZ"):
        return False
    return tokens[at - 2].tag in ("NN", "NNP", "PRP") and quote.cue[1] < tokens[at - 2].start < quote.start


def told_late(discourse: Discourse) -> None:
    """Link each `I` whose speaker a later sentence of its quote tells: `“I run it. I own it,” he said`."""
    for start, end, quote in discourse.waiting:
        speaker = discourse.speaker(quote)
        if speaker is not None and discourse.people[speaker] is not None:
            discourse.found.append(Found(start, end, speaker, "pronoun", "links.quoted-first-person"))


rule("links.quoted-first-person", needs=FIRST)(first_person)


def _same_subject(discourse: Discourse, position: int) -> Candidate | None:
    """Return whom the same pronoun means in the clause that opens the sentence: `While he was in Oslo, he said no`."""
    tokens = discourse.tokens
    if not 2 < position <= _FRONTED or tokens[0].tag not in ("IN", "WRB") or tokens[1].text != tokens[position].text:
        return None
    if tokens[position - 1].text != "," or not discourse.subject_at(position) or discourse.quote_at(position):
        return None
    if any(1 < first < position and discourse.people[it.entity] for first, it in discourse.by_token.items()):
        return None
    before = discourse.spoken.get(1)
    return discourse.people[before] if before is not None else None


def _named_beside(discourse: Discourse, position: int, gender: str) -> Candidate | None:
    """Return who is named right behind a pronoun: `that she, Reed, had been cleared`."""
    tokens = discourse.tokens
    place = discourse.by_token.get(position + 2)
    if place is None or tokens[position + 1].text != "," or place.last >= len(tokens) or tokens[place.last].text != ",":
        return None
    named = discourse.people[place.entity] if discourse.subject_at(position) else None
    return named if named is not None and named.gender in (gender, None) else None


def _rivalled(discourse: Discourse, chosen: Candidate, gender: str, beside: set[int]) -> bool:
    """Return whether somebody of the gender, here in the sentence, was ruled out for one whose gender nobody knows."""
    if chosen.sentence == discourse.index:
        return False
    return any(
        c.gender == gender and c.sentence == discourse.index and c.entity is not None and c.entity in beside
        for c in discourse.recent
    )


def _inserted(tokens: list[Token], position: int) -> bool:
    """Return whether a pronoun speaks between commas, of somebody else: `The official, he added, had been warned`.

    Not where it brings in what is said: `While he was in town, he said, “…”`.
    """
    if not 0 < position < len(tokens) - 3 or tokens[position - 1].text != ",":
        return False
    said = tokens[position + 1].tag in ("VBD", "VBZ") and tokens[position + 2].text == ","
    return said and tokens[position + 3].tag != "``"


def _announced(discourse: Discourse, position: int, gender: str) -> Candidate | None:
    """Return the person whom a clause before the subject announces: `In her speech, Ann Lee said …`."""
    tokens = discourse.tokens
    if position > _LONGEST or tokens[0].tag not in ("IN", "VBG", "VBN") or discourse.follows_subject(position):
        return None
    comma = next((i for i in range(position, min(len(tokens), position + _LONGEST)) if tokens[i].text == ","), None)
    if comma is None:
        return None
    for first in range(comma + 1, min(len(tokens), comma + 9)):
        place = discourse.by_token.get(first)
        found = discourse.people[place.entity] if place is not None else None
        if place is not None and found is not None:
            behind = tokens[place.last].lower if place.last < len(tokens) else ""
            if behind in ("and", "or") or tokens[first - 1].lower in ("both", "either", "neither"):
                return None  # `If he falls, either Reed or Holt will play`
            return found if place.subject and found.gender in (gender, None) else None
    return None


def _owns(tokens: list[Token], position: int) -> bool:
    """Return whether a pronoun is a possessive; `her` before a noun is, whatever its tag says."""
    if tokens[position].lower == "her":
        return not _is_object(tokens, position)
    return tokens[position].lower in ("his", "its", "their", "hers", "theirs")


def _is_object(tokens: list[Token], position: int) -> bool:
    """Return whether a pronoun is an object; `her` before a noun is not, whatever its tag says."""
    if tokens[position].lower == "her" and tokens[position].tag == "PRP":
        counted = position > 0 and tokens[position - 1].tag in ("IN", "TO")  # `posted to her 500 followers`
        nouns = ("NN", "JJ", "CD") if counted else ("NN", "JJ")
        return position + 1 == len(tokens) or tokens[position + 1].tag[:2] not in nouns
    return tokens[position].lower in ("him", "them")
