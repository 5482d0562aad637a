"""Chains: the mentions of one name and of its short forms, each with one type for the whole document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsclaims.entities.evidence import TYPES, add, inner_features, outer_features
from newsclaims.entities.lexicon import demonyms, first_names, gazetteer, heads
from newsclaims.entities.names import Name
from newsclaims.entities.roles import role_after, role_before, role_before_comma, role_country, role_gender
from newsclaims.entities.runs import PARTICLES
from newsclaims.model import EntityType

_PERSON, _ORGANIZATION, _PLACE, _GROUP = 0, 1, 2, 3
_NEIGHBOURS = 0.7  # a mention's neighbours are learned one by one and agree too often to be added up in full
_MOST = 3.0  # what all the neighbours together count at most, in mentions
_TITLED = 3.0
_SURNAME = 3.0
_SMALL = frozenset("of the for and in on to de la du & 's - le el y".split())
_CORPORATE = frozenset("inc inc. corp corp. co co. ltd ltd. llc plc group holdings ag sa nv corporation company airlines motors bank".split())


class Chain:
    """One entity in the making: its mentions, scores of types, gender, country and roles."""

    __slots__ = ("country", "gender", "names", "nominals", "roles", "scores", "type", "words")

    def __init__(self, name: Name) -> None:
        self.names = [name]
        self.nominals: list[tuple[int, int]] = []
        self.words = name.key.split(" ")
        self.scores: list[float] = [0.0] * len(TYPES)
        self.type: EntityType | None = None
        self.gender: str | None = None
        self.country: str | None = None
        self.roles: dict[str, None] = {}

    @property
    def key(self) -> str:
        """The form of its first mention."""
        return self.names[0].key


def chains(names: Sequence[Name], text: str) -> list[Chain]:
    """Return the chains of a document in the order of their first mention."""
    by_key: dict[str, Chain] = {}
    for name in names:
        form = name.key
        chain = by_key.get(form)
        if chain is None:
            by_key[form] = Chain(name)
        else:
            chain.names.append(name)
    found = list(by_key.values())
    for chain in found:
        _score(chain, text)
    found = _join(found)
    for chain in found:
        _settle(chain)
    return sorted((chain for chain in found if chain.type is not None), key=lambda chain: chain.names[0].start)


def _score(chain: Chain, text: str) -> None:
    """Add up what the name and its neighbours tell."""
    scores = chain.scores
    add(scores, inner_features(chain.names[0]))
    around = [0.0] * len(TYPES)
    sample = chain.names[:12]
    for name in sample:
        add(around, outer_features(name))
        spans = [role_before(name), role_after(name), role_before_comma(name)]
        for span in spans:
            if span:
                tokens = name.sentence.tokens
                chain.roles[text[tokens[span[0]].start : tokens[span[1] - 1].end]] = None
        if name.titled or any(spans):
            around[_PERSON] += _TITLED
        if name.gender:
            chain.gender = name.gender
    share = _NEIGHBOURS * min(1.0, _MOST / len(sample))
    for index, value in enumerate(around):
        scores[index] += share * value


def _best(chain: Chain) -> int:
    return chain.scores.index(max(chain.scores))


def _merge(into: Chain, other: Chain) -> None:
    into.names += other.names
    into.scores = [a + b for a, b in zip(into.scores, other.scores, strict=True)]
    into.roles |= other.roles
    into.gender = into.gender or other.gender


def _join(found: list[Chain]) -> list[Chain]:
    """Join short forms to full names: same known place or body, same person, acronym, company without its suffix."""
    canonical: dict[str, Chain] = {}
    kept: list[Chain] = []
    for chain in found:
        known = gazetteer().get(chain.key)
        form = known.name if known else chain.key
        if form in canonical:
            _merge(canonical[form], chain)
        else:
            canonical[form] = chain
            kept.append(chain)
    singles = [chain for chain in kept if _bare(chain) == 1]
    fulls = [chain for chain in kept if _bare(chain) > 1]
    fulls = _join_people(fulls)
    return _join_short(fulls, singles)


def _bare(chain: Chain) -> int:
    """Return of how many words a name is, without the particles before it: one for `de Zela`."""
    words = chain.words
    return len(words) - (words[0].lower() in PARTICLES)


def _join_people(fulls: list[Chain]) -> list[Chain]:
    """Join `George W. Bush` and `George Bush`."""
    by_ends: dict[tuple[str, str], Chain] = {}
    kept = []
    for chain in fulls:
        if _best(chain) != _PERSON or len(chain.words) < 2:
            kept.append(chain)
            continue
        ends = (chain.words[0], chain.words[-1])
        if ends in by_ends and (len(chain.words) == 2 or len(by_ends[ends].words) == 2):
            _merge(by_ends[ends], chain)
            if len(chain.words) > len(by_ends[ends].words):
                by_ends[ends].words = chain.words
        else:
            by_ends[ends] = chain
            kept.append(chain)
    return kept


def _join_short(fulls: list[Chain], singles: list[Chain]) -> list[Chain]:
    surnames: dict[str, list[Chain]] = {}
    given: dict[str, list[Chain]] = {}
    initials: dict[str, list[Chain]] = {}
    openers: dict[str, list[Chain]] = {}
    for chain in fulls:
        words = chain.words
        if _best(chain) == _PERSON:
            surnames.setdefault(words[-1].lower(), []).append(chain)
            given.setdefault(words[0].lower(), []).append(chain)
            if len(words) > 2:  # Spanish and Asian names: `Peña Nieto`, `Kim Jong-un`
                surnames.setdefault(" ".join(words[-2:]).lower(), []).append(chain)
            continue
        letters = "".join(word[0] for word in words if word.lower() not in _SMALL and word[0].isalpha())
        initials.setdefault(letters.upper(), []).append(chain)
        if words[-1].lower() in _CORPORATE:
            openers.setdefault(" ".join(words[:-1]), []).append(chain)
    fulls = list(fulls)
    for chain in singles:
        target = _person_of(chain, surnames, given) or _body_of(chain, initials, openers)
        if target is None:
            fulls.append(chain)
        else:
            _merge(target, chain)
    return fulls


def _person_of(chain: Chain, surnames: dict[str, list[Chain]], given: dict[str, list[Chain]]) -> Chain | None:
    """Return the person whose surname or first name a short name is."""
    form = chain.key.lower()
    bare = chain.words[-1].lower()
    owners = surnames.get(form) or (surnames.get(bare) if len(chain.words) > 1 else None)
    bonus = _SURNAME
    if not owners:
        owners = given.get(form)
        bonus = 0.5 if chain.key in first_names() else -1.0
        if not owners and bare.isalpha():
            asian = [c for c in given.get(form, ())]
            owners = asian or None
    if not owners:
        return None
    scores = chain.scores
    if scores[_PERSON] + bonus < max(scores[_ORGANIZATION], scores[_PLACE]):
        return None
    return _nearest(chain, owners)


def _nearest(chain: Chain, owners: list[Chain]) -> Chain:
    """Return the one of several people of that name: by gender of the title, else the one named last before."""
    if len(owners) == 1:
        return owners[0]
    if chain.gender:
        fitting = [owner for owner in owners if _gender(owner) == chain.gender]
        owners = fitting or owners
    start = chain.names[0].start
    before = [owner for owner in owners if owner.names[0].start < start]
    return max(before, key=lambda owner: max(n.start for n in owner.names if n.start < start)) if before else owners[0]


def _gender(chain: Chain) -> str | None:
    if chain.gender:
        return chain.gender
    for role in chain.roles:
        gender = role_gender(role)
        if gender:
            return gender
    told = first_names().get(chain.words[0])
    return told if told != "u" else None


def _body_of(chain: Chain, initials: dict[str, list[Chain]], openers: dict[str, list[Chain]]) -> Chain | None:
    """Return the body of which a short name is the acronym or the name without `Inc.`."""
    form = chain.key.replace(".", "")
    if 2 <= len(form) <= 7 and form.isupper() and form in initials and len(initials[form]) == 1:
        return initials[form][0]
    if chain.key in openers and len(openers[chain.key]) == 1:
        return openers[chain.key][0]
    return None


def _settle(chain: Chain) -> None:
    """Decide type, gender and country of a chain."""
    chain.type = TYPES[_best(chain)]
    chain.names.sort(key=lambda name: name.start)
    if chain.type == "person":
        chain.gender = _gender(chain)
        chain.country = next((code for code in map(role_country, chain.roles) if code), None)
        return
    chain.roles = {}
    known = gazetteer().get(chain.key)
    if known and known.type == chain.type:
        chain.country = known.country
    elif chain.key in demonyms():
        chain.country = demonyms()[chain.key]
    elif chain.type == "organization":
        chain.country = role_country(chain.key) or _owner_country(chain.names)


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
    """Return the fullest form among the mentions, the first of equals."""
    known = gazetteer().get(chain.key)
    if known and known.source != "known":
        return chain.key
    return max(chain.names, key=lambda name: (len(name.words), -name.start)).key


def is_head(word: str) -> bool:
    """Return whether a word ends names of bodies, places or events."""
    return word in heads()
