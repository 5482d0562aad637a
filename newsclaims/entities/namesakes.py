"""Names that are one person's or one thing's, though they are not written alike."""

from __future__ import annotations

from typing import Final

from newsclaims.entities.chain import Chain
from newsclaims.entities.lexicon import first_names, gazetteer, nicknames, parts, word_class
from newsclaims.rule import rule

_SOUNDS: Final = (("ph", "f"), ("v", "f"), ("ck", "k"), ("c", "k"), ("y", "i"), ("ah", "a"))
_SHORTEST: Final = 3  # letters of a first name of which there are several spellings
NAMESAKES: Final = 20  # people of one name that are compared at most


def same_person(fulls: list[Chain]) -> list[Chain]:
    """Full names with the same surname and first name are one person: `George W. Bush`, `George Bush`, `Geo. Bush Jr.`

    A nickname is a first name (`Pat Reed`, `Patrick Reed`), an initial that of the one person of the surname, another
    spelling (`Kristin Reed`, `Kristen Reed`) the same, unless one sentence has both; the last two words are the name of
    who has three.  Middle names must not differ, nor `Jr.` and `Sr.`
    """
    by_surname: dict[str, list[Chain]] = {}
    kept = []
    for chain in fulls:
        if chain.leaning != "person":
            kept.append(chain)
            continue
        others = by_surname.setdefault(core(chain.words)[-1], [])
        same = [other for other in others[-NAMESAKES:] if _one_person(chain.words, other.words)]
        if len(same) == 1 and same[0].words != chain.words and _longer(chain.words, same[0].words) and _related(chain):
            same = []  # "Mary Ann Reed died. Her daughter Ann Reed found her"
        same = same or [other for other in others[-NAMESAKES:] if _misspelled(chain, other)]
        if len(same) == 1:
            same[0].merge(chain)
            if len(core(chain.words)) > len(core(same[0].words)):
                same[0].words = chain.words
        else:
            others.append(chain)
            kept.append(chain)
    return kept


rule("entities.same-person")(same_person)


def core(words: list[str]) -> list[str]:
    """Return a person's name without `Jr.`, `Sr.` and the like at its end."""
    return words[:-1] if len(words) > 2 and words[-1].lower() in parts("generation") else words


def _one_person(one: list[str], other: list[str]) -> bool:
    """Return whether two full names of one surname can be one person's."""
    first, second = core(one), core(other)
    if len(first) < 2 or len(second) < 2:
        return False
    ends = [words[-1].lower().rstrip(".") for words in (one, other) if core(words) is not words]
    if len(ends) == 2 and ends[0] != ends[1]:
        return False
    middle, further = first[1:-1], second[1:-1]
    if middle and further and middle[0][0] != further[0][0]:
        return False
    if min(len(first), len(second)) == 2 != max(len(first), len(second)) and _longer(first, second):
        return True  # `Anna Lund` of Emma Anna Lund
    if first[0] == second[0] or _short(first[0], second[0]) or _short(second[0], first[0]):
        return True
    initial = first[0] if not middle else second[0] if not further else ""
    return initial[1:] == "." and initial in middle + further  # `A. Jusoh` for `Wan F. A. Jusoh`


def _longer(one: list[str], other: list[str]) -> bool:
    """Return whether one name is the end of the other, which has one more word before it."""
    long, short = (one, other) if len(one) > len(other) else (other, one)
    return long[-len(short) :] == short


def _spelled(name: str) -> str:
    """Return how a first name sounds, the same for its spellings: `Kristen` and `Kristin`, `Phillip`, `Eric`."""
    form = name.lower()
    for letters, sound in _SOUNDS:
        form = form.replace(letters, sound)
    vowel = next((at for at, letter in enumerate(form) if letter in "aeiou"), 0) + 1  # Lena is not Lina
    form = form[:vowel] + form[vowel:-1].replace("e", "i") + form[max(vowel, len(form) - 1) :]
    return "".join(letter for at, letter in enumerate(form) if not at or letter != form[at - 1])


def _misspelled(chain: Chain, other: Chain) -> bool:
    """Return whether two names of two words that no sentence has both differ in the spelling of the first."""
    if _related(chain) or _related(other):
        return False
    if len(chain.words) != 2 or len(other.words) != 2 or not _variant(chain.words[0], other.words[0]):
        return False
    return {name.sentence.index for name in chain.names}.isdisjoint(name.sentence.index for name in other.names)


def _related(chain: Chain) -> bool:
    """Return whether a word of kinship stands before a name, which is somebody else then: `her sister Lina`."""
    kin = word_class("kin")
    for name in chain.names[:NAMESAKES]:
        before = [token.lower for token in name.sentence.tokens[max(0, name.first - 2) : name.first]]
        if before and (before[-1] in kin or (before[-1] == "of" and before[0] in kin)):
            return True
    return False


def but_relatives(found: list[Chain]) -> list[Chain]:
    """Return people of one surname without those who are named once and as a relative, if anybody is left.

    An obituary goes on about who died: `Tony Booth is dead.  His son Lee Booth wept.  Booth was 80.`
    """
    others = [chain for chain in found if len(chain.names) > 1 or not _related(chain)]
    return others or found


def _variant(one: str, other: str) -> bool:
    """Return whether two first names, not of a man and a woman, are spellings of one."""
    if one[0].lower() not in "ck" and one[0] != other[0]:
        return False
    genders = {first_names().get(one, "u"), first_names().get(other, "u")}
    return min(len(one), len(other)) > _SHORTEST and not genders >= {"m", "f"} and _spelled(one) == _spelled(other)


def _short(one: str, other: str) -> bool:
    """Return whether a first name is an initial or a nickname of another: `P.`, `Pat` of `Patrick`."""
    if len(one.rstrip(".")) == 1:
        return len(other.rstrip(".")) > 1 and other.startswith(one[0])
    return other in nicknames().get(one, ())


def same_thing(found: list[Chain]) -> list[Chain]:
    """Join the names that a gazetteer knows for one thing: `U.S.` and `United States`.

    So are a company's names of several words with and without its form: `Norvane Labs, Inc.` and `Norvane Labs`.
    """
    canonical: dict[str, Chain] = {}
    kept: list[Chain] = []
    capitals = {chain.key.upper(): chain.key for chain in found if not chain.key.isupper() and len(chain.key) > 4}
    for chain in found:
        known = gazetteer().get(chain.key)
        if known is None and chain.key.isupper() and len(chain.key) > 4:
            known = gazetteer().get(chain.key.title())
        form = known.name if known else capitals.get(chain.key, _without_form(chain))
        if form in canonical:
            one = canonical[form]
            one.merge(chain)
            if one.leaning == "person" and len(chain.words) > 1 and chain.words[-1:] == one.words:
                one.words = chain.words  # `Obama`, later Barack Obama: a surname that others of the family share
        else:
            canonical[form] = chain
            kept.append(chain)
    for whole in [chain for chain in kept if len(chain.words) > 3 and _without_form(chain) != chain.key]:
        opening = " ".join(whole.words[:-2])  # `Norvane Ridge` of Norvane Ridge Outfitters Inc
        short = canonical.get(opening) if opening not in gazetteer() else None
        if short is not None and short in kept and later(short, whole) and short.leaning != "person":
            whole.merge(short)
            kept.remove(short)
    for whole in [
        chain for chain in kept if len(chain.words) > 2 and chain.words[-1].lower() in word_class("loose-ends")
    ]:
        short = canonical.get(" ".join(whole.words[:-1]))
        body = whole.leaning == "organization" and whole.words[0] not in first_names()
        if body and short is not None and short in kept and later(short, whole):
            whole.merge(short)  # `Weight Watchers` of Weight Watchers International
            kept.remove(short)
    return kept


def _without_form(chain: Chain) -> str:
    """Return a company's name without its legal form, if two words at least are left."""
    words = chain.words
    legal = len(words) > 2 and words[-1].lower() in parts("suffix") and words[-1].lower() in parts("corporate")
    return " ".join(words[:-1]).rstrip(",") if legal else chain.key


def later(chain: Chain, full: Chain) -> bool:
    """Return whether the body of the article has the full name before any of its short forms."""
    first = min(name.start for name in full.names)
    return all(name.start > first for name in chain.names if name.sentence.part == "body")
