"""Chains: the mentions of one name and of its short forms, each with one type for the whole document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsclaims.entities.abbreviations import abbreviated
from newsclaims.entities.chain import Chain
from newsclaims.entities.codes import branch, in_syllables, is_compound, is_model, is_numbered, is_series, team
from newsclaims.entities.context import (
    club,
    employer,
    employs,
    journal,
    kind_beside,
    kind_predicated,
    state_owner,
    work,
)
from newsclaims.entities.evidence import TYPES, add, head_word, inner_features, outer_features
from newsclaims.entities.lexicon import (
    capitals,
    common_words,
    demonyms,
    first_names,
    gazetteer,
    heads,
    parts,
    word_class,
)
from newsclaims.entities.locations import within
from newsclaims.entities.names import Name, office
from newsclaims.entities.people import aged, credited, owns_as_person, says_of_self
from newsclaims.entities.roles import role_country, without_roles
from newsclaims.entities.short_forms import STORMS, gender, join
from newsclaims.entities.sides import as_sides
from newsclaims.entities.things import as_thing, families
from newsclaims.rule import rule
from newsclaims.syntax.parses import Parses
from newsclaims.words.known import knows

_INDEX: Final[dict[str, int]] = {kind: number for number, kind in enumerate(TYPES) if kind}
_PLACE: Final = TYPES.index("place")
_NEIGHBOURS: Final = 0.7
"""Share of what a neighbour weighs: they were learned one by one and agree too often to be added up in full."""
_MOST: Final = 3.0  # what all the neighbours together weigh at most, in mentions
_RARE: Final = (0.0, 0.0, 0.0, -0.6, -1.8, -2.1, -0.2)
"""What the neighbours of any name say of each type: rare types count as rare once, not with every mention."""
_TOLD: Final = 2.5
"""What a title beside a name adds to the score of a person, and a kind noun to its type; counted twice at most."""
_KNOWN: Final = 7.0  # what the table of well-known bodies adds to the score of the type that it says
# what being a country or a capital adds to the score of a place: `accused Quito` is no sign of a person
_CAPITAL: Final = 2.0
_LANDMARK: Final = 2.5  # what a first word such as `River` or `Mount` adds to the score of a place
_HEAD: Final = 3.0  # what the head word of a name, `Council` or `Bridge`, adds to the score of its type
# what speaks against naming nothing: the labels learned from miss many names; twice for what is no word
_DOUBT: Final = 1.0
_WORDS: Final = 1.5  # what words of English, none of them a first name, take from the score of a person
_GIVEN: Final = 0.75  # what a first name before another word adds to the score of a person
_SAMPLE: Final = 12  # mentions of a name whose neighbours are asked


def chains(names: list[Name], parses: Parses, text: str) -> list[Chain]:
    """Return the chains of a document, in the order of their first mention."""
    by_key: dict[str, Chain] = {}
    for name in without_roles(names, parses, _SAMPLE):
        chain = by_key.get(name.key)
        if chain is None:
            by_key[name.key] = Chain(name)
        else:
            chain.names.append(name)
    for chain in by_key.values():
        learned_type(chain, text)
        if named_people(chain, by_key):
            chain.scores[_PLACE] += 2 * _TOLD
    found = join(abbreviated(by_key))
    for chain in found:
        as_thing(chain)
        _settle(chain)
    families(found)
    as_sides(found, parses.sentences)
    return sorted((chain for chain in found if chain.type is not None), key=lambda chain: chain.names[0].start)


def named_people(chain: Chain, by_key: dict[str, Chain]) -> bool:
    """A word beside its own adjective is a place: `Kalvenia` and `Kalvenian`, `Estrel` and `Estrelian`.

    No first name is: `Maria` and `Marian`.
    """
    word = chain.key
    if len(word) < 5 or word in first_names():
        return False
    return (word[-1] in "ai" and word + "n" in by_key) or (word[-1] not in "aeiou" and word + "ian" in by_key)


rule("entities.people-of-place")(named_people)


def learned_type(chain: Chain, text: str) -> None:
    """The type of a name, decided once for the article by adding up weights learned from news.

    The words of the name, gazetteers, and the neighbours of all its mentions speak for person, organization, place,
    group, event, other or nothing; a title or role beside the name speaks for a person.
    """
    scores = chain.scores
    add(scores, inner_features(chain.names[0]))
    around = chain.around
    told = [0] * len(TYPES)
    sample = chain.names[:_SAMPLE]
    for name in sample:
        add(around, outer_features(name))
        tokens = name.sentence.tokens
        for first, last in name.roles:
            chain.roles[text[tokens[first].start : tokens[last - 1].end]] = None
        if name.gender:
            chain.gender = name.gender
        kind = state_owner(name)
        if kind:
            told[_INDEX[kind]] += 2
            continue
        spans = [span for span in name.roles if not _owner_of_any_kind(name, *span)]
        if within(name):
            kind = "place"
        elif name.titled or spans or credited(name) or aged(name) or says_of_self(name) or owns_as_person(name):
            kind = "person"
        elif work(name):
            kind = "other"
        else:
            kind = kind_beside(name) or kind_predicated(name) or journal(name) or employer(name)
        if kind:
            sure = name.sentence.part == "dateline" or _set_in(name, kind) or (kind == "person" and aged(name))
            told[_INDEX[kind]] += 2 if sure else 1
    known = gazetteer().get(chain.key)
    if known is not None and known.source == "known":
        scores[TYPES.index(known.type)] += _KNOWN
        scores[-1] -= _KNOWN
    elif known is not None and (known.source != "city" or chain.key in capitals()):
        scores[_PLACE] += _CAPITAL
    elif len(chain.words) > 1 and chain.words[0].lower() in parts("place") and not _ends_in_body(chain):
        scores[_PLACE] += _LANDMARK
    elif office(chain.names[0]):
        scores[_INDEX["person"]] += 6 * _TOLD  # `President of the Republic of Norvane`, whatever its last word says
    elif len(chain.words) > 1 and (chain.words[0].lower() in STORMS or chain.words[0] == "Operation"):
        scores[_INDEX["event"]] += 6 * _TOLD  # whatever it does: a storm approaches and leaves as people do
    elif len(chain.words) > 1 and (chain.words[0] not in first_names() or _named_after_somebody(chain)):
        if _opens_with_acronym(chain):
            scores[0] -= 2 * _TOLD  # `USC Kessler`, `BBC Radio`: a body or a part of one
        told_by = head_word(chain.names[0])
        head = heads().get(told_by) or heads().get(chain.words[-1].lower())
        if chain.words[:2] == ["State", "of"] and chain.words[-1] in gazetteer():
            scores[_PLACE] += 2 * _HEAD
        elif head:
            law = told_by in word_class("laws") or chain.words[-1].lower() in word_class("laws")
            scores[_INDEX[head]] += 2 * _HEAD if law and head == "other" else _HEAD
            scores[_INDEX["organization"]] -= _TOLD if law and head == "other" else 0.0
            if chain.words[-1].lower() in word_class("named-after-people"):
                scores[0] -= 2 * _TOLD  # `Ann Lind Prize`
        elif branch(chain.words) or team(chain.words):
            scores[_INDEX["organization"]] += 2 * _TOLD
    elif len(chain.words) > 2 and chain.words[1].lower() in parts("particle"):
        scores[_INDEX["person"]] += _TOLD  # `Carlo De Vito`
    if _of_words(chain):
        scores[_INDEX["person"]] -= _WORDS
    if _given(chain):
        scores[_INDEX["person"]] += _GIVEN
    if in_syllables(chain.key):
        scores[_INDEX["person"]] += 2 * _TOLD
    if known is None and not chain.names[0].titled:
        _by_form(chain)
    share = _NEIGHBOURS * min(1.0, _MOST / len(sample))
    again = _NEIGHBOURS * (min(_MOST, len(sample)) - 1)
    for index, value in enumerate(around):
        around[index] = share * value - again * _RARE[index] + _TOLD * min(2, told[index])
        scores[index] += around[index]
    scores[-1] -= _DOUBT if any(map(knows, chain.key.lower().split(" "))) else 2 * _DOUBT


rule("entities.learned-type")(learned_type)


def _of_words(chain: Chain) -> bool:
    """Return whether a name begins with a word of English that is no first name, and ends in one: `Night Mode`."""
    first, last = chain.words[0], chain.words[-1].lower()
    if len(chain.words) < 2 or first in first_names() or chain.names[0].titled or not first.isalpha():
        return False
    return knows(first.lower()) and knows(last) and first.lower() not in parts("particle")


def _given(chain: Chain) -> bool:
    """Return whether a name of two or three words begins with a first name and ends in no word that tells a kind."""
    words = chain.words
    named = 1 < len(words) < 4 and words[0] in first_names() and words[-1].lower() not in heads()
    return named and chain.key not in gazetteer()


def _set_in(name: Name, kind: str) -> bool:
    """Return whether a name, no acronym, says where a place or street before it lies: `of Mill Road, Dalton,`."""
    return kind == "place" and not (name.key.isupper() and len(name.key) > 2) and within(name)


def _ends_in_body(chain: Chain) -> bool:
    """Return whether the last word is that of a body: `Lake Orne Water Trust` is no lake."""
    return len(chain.words) > 2 and heads().get(chain.words[-1].lower()) == "organization"


def _named_after_somebody(chain: Chain) -> bool:
    """Return whether a name that begins with somebody's is that of a body or prize: `Ann Lind Foundation`."""
    honour = chain.words[-1].lower() in word_class("named-after-people")
    return len(chain.words) > 2 and (honour or heads().get(head_word(chain.names[0])) == "organization")


def _by_form(chain: Chain) -> None:
    """Add what the letters tell: `UiPath`, `A380`, `TexAuto Facts` and `Schedule IV` are neither people nor places."""
    if chain.words[-1].rpartition(".")[2] in word_class("domains"):
        chain.scores[_INDEX["organization"]] += 2 * _TOLD
    elif is_compound(chain.words[0]) and chain.words[0] not in first_names():
        chain.scores[_INDEX["organization"]] += _TOLD
    elif is_series(chain.words):
        chain.scores[_INDEX["other"]] += 2 * _TOLD
        chain.scores[_INDEX["organization"]] -= _TOLD
    elif is_model(chain.key) or is_numbered(chain.words):
        chain.scores[_INDEX["other"]] += 2 * _TOLD
    else:
        return
    chain.scores[_INDEX["person"]] -= 2 * _TOLD
    chain.scores[_PLACE] -= 2 * _TOLD


def _opens_with_acronym(chain: Chain) -> bool:
    """Return whether the first word is an acronym: `USC`, `U.N.`; two letters alone are somebody's initials."""
    word = chain.words[0]
    if not (word.isupper() and word.replace(".", "").isalpha()) or chain.names[0].titled:
        return False
    return word in gazetteer() or (2 < len(word) < 6 and "." not in word and not chain.key.isupper())


def _owner_of_any_kind(name: Name, first: int, last: int) -> bool:
    """Return whether a role may be that of a body or country: `its neighbour Morva`, `the owner, Moorland Coaches`."""
    tokens = name.sentence.tokens
    if tokens[name.first].text in first_names():
        return False
    return tokens[last - 1].lower in parts("any-kind") or tokens[first].lower in parts("any-kind")


def _settle(chain: Chain) -> None:
    """Decide type, gender and country of a chain."""
    chain.type = chain.leaning
    chain.names.sort(key=lambda name: name.start)
    if chain.type in ("person", None) and _plays(chain):
        chain.type = "organization"
    if chain.type == "person":
        chain.gender = gender(chain)
        chain.country = next((code for code in map(role_country, chain.roles) if code), None)
        return
    chain.roles = {}
    known = gazetteer().get(chain.key)
    if known and known.type == chain.type:
        chain.country = known.country or _owner_country(chain.names)
    elif chain.key in demonyms():
        chain.country = demonyms()[chain.key]
    elif chain.type == "organization":
        chain.country = role_country(chain.key) or _owner_country(chain.names)


def _plays(chain: Chain) -> bool:
    """Return whether a single word that looked like a surname or like no name is a club."""
    if chain.roles or chain.gender or chain.words[0] in first_names():
        return False
    if len(chain.words) > 1:
        return any(map(employs, chain.names[:_SAMPLE]))
    if chain.type is None and chain.key.lower() in common_words():
        return False
    sample = chain.names[:_SAMPLE]
    return not any(len(name.words) > 1 or name.titled for name in chain.names) and any(map(club, sample))


def _owner_country(names: Iterable[Name]) -> str | None:
    """Return the country that owns a body: `Peru's Congress`."""
    for name in names:
        tokens = name.sentence.tokens
        if name.first > 1 and tokens[name.first - 1].tag == "POS":
            known = gazetteer().get(tokens[name.first - 2].text)
            if known and known.source == "country":
                return known.country
    return None


def display_name(chain: Chain) -> str:
    """Return the fullest form among the mentions, the first of equals, not in capitals if it can be helped."""
    known = gazetteer().get(chain.key)
    if known and known.source != "known":
        return chain.key

    def worth(name: Name) -> tuple[int, bool, int]:
        return len(name.words), len(name.key) < 5 or not name.key.isupper(), -name.start

    return max(chain.names, key=worth).key
