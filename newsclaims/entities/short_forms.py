"""Short forms of names: surnames, first names, acronyms and companies without `Inc.`, joined to the full name."""

from __future__ import annotations

from typing import Final

from newsclaims.entities.abbreviations import shortened
from newsclaims.entities.bodies import body_again
from newsclaims.entities.chain import Chain
from newsclaims.entities.evidence import TYPES, head_word
from newsclaims.entities.lexicon import (
    common_words,
    demonyms,
    first_names,
    gazetteer,
    heads,
    parts,
    word_class,
)
from newsclaims.entities.names import Name
from newsclaims.entities.namesakes import NAMESAKES, but_relatives, core, later, same_person, same_thing
from newsclaims.entities.people import couples, may_be_person, of_other_gender, only_speaks, run_into, told_person
from newsclaims.entities.roles import role_gender
from newsclaims.rule import rule
from newsclaims.words.known import knows

_MARGIN: Final = 2.0  # by how much its neighbours must speak for a body rather than for the person of the same name
_SUBJECTS: Final = {"he": "m", "she": "f"}
_PLACE_MARGIN: Final = 1.0  # the same for a place rather than the body that is named after it
_TEAM_WORDS: Final = frozenset(["Albion", "Athletic", "Hotspur", "Rangers", "Rovers", "United", "Wanderers"])
_SURNAME: Final = 3.0  # what a person of that surname in the article adds to the score of a single name being a person
_PERSON: Final = TYPES.index("person")
_TOLD: Final = 1.0
_FIRST_NAME: Final = 0.5
_OFTEN: Final = 2  # mentions in the body before a longer name that make a name its own
STORMS: Final = frozenset({"hurricane", "typhoon", "cyclone", "storm"})
"""First words of the names of storms; what follows is their short form."""


def join(found: list[Chain]) -> list[Chain]:
    """Return the chains with the short forms merged into the full names."""
    kept = same_thing(found)
    ends = {tuple(chain.words[-2:]) for chain in kept if len(chain.words) > 2}
    fulls = same_person([chain for chain in kept if _bare(chain, ends) > 1])
    singles = [chain for chain in kept if _bare(chain, ends) == 1]
    told = {chain.key for chain in singles if told_person(chain)}
    fulls += [person for chain in fulls if chain.words[-1] in told and (person := run_into(chain)) is not None]
    surnames: dict[str, list[Chain]] = {}
    given: dict[str, list[Chain]] = {}
    capitals: dict[str, list[Chain]] = {}
    openers: dict[str, list[Chain]] = {}
    endings: dict[str, list[Chain]] = {}
    bodies: dict[str, list[Chain]] = {}
    for chain in fulls:
        words = chain.words
        if chain.leaning != "person" and words[-1] in told and may_be_person(chain):
            chain.scores[_PERSON] = max(chain.scores) + _TOLD  # `Agnes Kagure`, for `Ms Kagure` is a person
        if chain.leaning == "person":
            words = core(words)
            surnames.setdefault(words[-1].lower(), []).append(chain)
            given.setdefault(words[0].lower(), []).append(chain)
            if len(words) > 2 and (words[0].lower() in word_class("before-given-names") or _son(words)):
                given.setdefault(words[1].lower(), []).append(chain)  # `Faiz` of Mohd Faiz Abdullah
            if len(words) > 2:  # `Peña Nieto`, `de Zela`
                surnames.setdefault(" ".join(words[-2:]).lower(), []).append(chain)
            continue
        for form in shortened(words):
            capitals.setdefault(form, []).append(chain)
        bodies.setdefault(head_word(chain.names[0]), []).append(chain)
        if words[0] == "House" and words[1] == "of" and len(words) == 3:
            openers.setdefault("House", []).append(chain)  # `the House` of the House of Representatives
        if words[0].lower() in STORMS:
            openers.setdefault(" ".join(words[1:]), []).append(chain)
        elif words[-1].lower() in parts("corporate"):
            openers.setdefault(" ".join(words[:-1]), []).append(chain)
            if 2 < len(words) < 5 and _private(words[:-1]):
                openers.setdefault(words[0], []).append(chain)  # `Varnex` of Varnex Industries Inc.
        elif chain.leaning == "organization" and len(words) < 4 and _private(words):
            openers.setdefault(words[0], []).append(chain)
        if chain.leaning == "organization" and len(words) < 4 and _nickname(words[-1]):
            endings.setdefault(words[-1], []).append(chain)
    for one, last in couples(singles, fulls):
        surnames.setdefault(last, []).append(one)
    for chain in singles:
        people = surname(chain, surnames)
        if len(people) == 1:  # `Mrs Marlow` beside Harold Marlow
            fulls += of_other_gender(chain, gender(people[0]))
            if not chain.names:
                continue
        if len(people) > 1:
            _share(chain, people)
            continue
        person = people[0] if people else first_name(chain, given)
        body = acronym(chain, capitals) or company(chain, openers) or team(chain, endings)
        if person and body:  # `Ford` beside Henry Ford and Ford Motor
            person = None if chain.around[1] > chain.around[0] + _MARGIN else person
        if person:
            person.adopt(chain)
        elif body and body.words[0].lower() in STORMS:
            body.adopt(chain)  # `Odette` looks like a person
        elif body:
            body.merge(chain)
        elif again := body_again(chain, bodies):
            again.adopt(chain)
        else:
            fulls.append(chain)
    return fulls


def _private(words: list[str]) -> bool:
    """Return whether a first word can stand for a body: `Halvorsen` of `Halvorsen Semiconductor`, no public body."""
    word = words[0]
    if words[-1].lower() in heads() and words[-1].lower() not in parts("trade") and words[-1] not in _TEAM_WORDS:
        return False
    known = gazetteer().get(word)
    own = words[-1].lower() in parts("trade") and known is not None and known.type == "organization"
    listed = _listed(word) and not own  # but `Regeneron` of Regeneron Pharmaceuticals
    return not listed and word not in first_names() and len(word) > 2


def _son(words: list[str]) -> bool:
    """Return whether the second word is what the child of another is called by: `A. Jusoh bin Omar`."""
    return len(words) > 3 and words[2].lower() in ("bin", "binti") and len(words[0]) < 3


def _bare(chain: Chain, ends: set[tuple[str, ...]]) -> int:
    """Return of how many words a name is, without a particle before it: one for `de Zela`, two for `Ben Reed`.

    A first name is a particle where a longer name ends in it: `Al Sadi` of Omar Al Sadi, but `Al Gore`.
    """
    particle = chain.words[0].lower() in parts("particle")
    particle = particle and (chain.words[0] not in first_names() or tuple(chain.words) in ends)
    return len(chain.words) - particle


def surname(chain: Chain, owners: dict[str, list[Chain]]) -> list[Chain]:
    """A surname alone is the person of that surname; of two, the one whose gender fits the title, else the last named.

    A place or body that the neighbours of the word speak for stays what it is.
    """
    found = owners.get(chain.key.lower()) or owners.get(chain.words[-1].lower())
    around = chain.around
    spoken_for = around[0] < max(around[1], around[2]) - 1.0
    if not found or (spoken_for and not _can_be_person(chain, _SURNAME) and not only_speaks(chain, found)):
        return []
    return but_relatives(found[:NAMESAKES])


rule("entities.surname")(surname)


def first_name(chain: Chain, owners: dict[str, list[Chain]]) -> Chain | None:
    """A first name alone is the person of that first name, also where the family name stands first (`Kim`).

    A word that no table knows is most likely one, for many peoples call everybody by the first name: `Fahmi said`.
    Not where the full name comes later or ends in a word of English: `Europa`, and later its `Europa Clipper`.
    """
    found = owners.get(chain.key.lower())
    bonus = _FIRST_NAME if chain.key in first_names() else -1.0
    if (
        found
        and len(found) == 1
        and not (_listed(chain.key) or chain.key.isupper())
        and _surnamed(found[0])
        and later(chain, found[0])
    ):
        bonus = _SURNAME
    if not found or not _can_be_person(chain, bonus):
        return None
    return _nearest(chain, found)


rule("entities.first-name")(first_name)


def acronym(chain: Chain, owners: dict[str, list[Chain]]) -> Chain | None:
    """Capitals that are the initials of one longer name in the article, small words left out: `WHO`, `BJP`."""
    form = chain.key.replace(".", "").replace("&", "")  # `PG&E`
    found = owners.get(form, [])
    return found[0] if 2 <= len(form) <= 7 and form.isupper() and len(found) == 1 else None


rule("entities.acronym")(acronym)


def company(chain: Chain, owners: dict[str, list[Chain]]) -> Chain | None:
    """The name of a company without `Inc.`, `Corp`, `Group`, or its first word if that is no common word or place.

    In the same way a storm is `Odette`.  A place that the body is named after stays a place; what was named often
    before a longer name comes is no short form of it: `Veloce`, and later its `Veloce Hub`.
    """
    found = owners.get(chain.key, [])
    known = gazetteer().get(chain.key)
    if known is not None and known.source == "country":
        return None  # `Malaysia` beside Malaysia Airlines
    if len(found) != 1 or chain.around[2] > max(chain.around[:2]) + _PLACE_MARGIN:
        return None
    if found[0].words[-1].lower() in parts("corporate"):
        return found[0]
    full = min(name.start for name in found[0].names)
    before = sum(name.start < full and name.sentence.part == "body" for name in chain.names)
    return None if before >= _OFTEN else found[0]


rule("entities.company-without-suffix")(company)


def team(chain: Chain, owners: dict[str, list[Chain]]) -> Chain | None:
    """The last word of a team's name: `Rangers` after `Castlebury Rangers`, if only one team has it."""
    found = owners.get(chain.key, [])
    return found[0] if len(found) == 1 and chain.key not in gazetteer() and chain.leaning != "group" else None


rule("entities.team-nickname")(team)


def _surnamed(full: Chain) -> bool:
    """Return whether a name ends as people's names do: in no word of English, unless its place tells a person."""
    word = full.words[-1].lower()
    return word not in heads() and (not knows(word) or bool(full.roles) or any(name.titled for name in full.names))


def _listed(word: str) -> bool:
    """Return whether a word is in a table of common words, heads, peoples or known names."""
    lower = word.lower()
    return lower in common_words() or lower in heads() or word in demonyms() or word in gazetteer()


def _nickname(word: str) -> bool:
    """Return whether a last word can stand for a team: a plural or `United`, no word for another body."""
    if word in _TEAM_WORDS:
        return True
    plain = word.lower() in parts("corporate") or word.lower() in parts("trade")
    return word.endswith("s") and not plain and word not in demonyms() and not word.isupper() and len(word) > 4


def _can_be_person(chain: Chain, bonus: float) -> bool:
    scores = chain.scores
    return scores[0] + bonus >= max(scores[1], scores[2])


def _share(chain: Chain, owners: list[Chain]) -> None:
    """Give every mention to one of several people: by gender of its title, else as before, else to the last named.

    Who was only introduced as somebody's kin (`Mark Reed … his wife, Ann Reed`) is not meant by the surname alone.
    """
    own = [n for n, owner in enumerate(owners) if len(owner.names) > 1 or not _kin(owner)]
    genders = [gender(owner) for owner in owners]
    named = sorted((name.start, number) for number, owner in enumerate(owners) for name in owner.names)
    last = [-1] * len(owners)
    bare = None  # whom the bare surname meant last: it stays with that person
    at = 0
    for name in sorted(chain.names, key=lambda name: name.start):
        while at < len(named) and named[at][0] < name.start:
            last[named[at][1]] = named[at][0]
            at += 1
        shown = name.gender or _said_of(name)
        fitting = [n for n, known in enumerate(genders) if shown and known == shown]
        if fitting or bare is None:
            told = [n for n in own if last[n] >= 0]
            chosen = max(fitting or told or range(len(owners)), key=last.__getitem__)
        else:
            chosen = bare
        if not name.titled:
            bare = chosen
        last[chosen] = name.start
        owners[chosen].names.append(name)


def _kin(chain: Chain) -> bool:
    return any(role.split()[-1] in word_class("kin") for role in chain.roles)


def _said_of(name: Name) -> str | None:
    """Return the gender of the pronoun with which somebody speaks of themselves: `Gomez said she`, `said that he`."""
    tokens = name.sentence.tokens
    at = name.last
    if at + 1 >= len(tokens) or tokens[at].lower not in word_class("saying"):
        return None
    at += 2 if tokens[at + 1].lower == "that" else 1
    return _SUBJECTS.get(tokens[at].lower) if at < len(tokens) else None


def _nearest(chain: Chain, owners: list[Chain]) -> Chain:
    """Return the one of several people of a first name who was named last before the mention."""
    start = chain.names[0].start
    return max(owners[:NAMESAKES], key=lambda owner: owner.names[0].start * (owner.names[0].start < start))


def gender(chain: Chain) -> str | None:
    """Return the gender that title, role or first name tell."""
    if chain.gender:
        return chain.gender
    for role in chain.roles:
        told = role_gender(role)
        if told:
            return told
    named = first_names().get(chain.words[0])
    return named if named != "u" else None
