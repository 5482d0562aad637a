"""Full names that are one person's, though they are not written alike."""

from __future__ import annotations

from typing import Final

from newsclaims.entities.chain import Chain
from newsclaims.entities.lexicon import nicknames, parts
from newsclaims.rule import rule

NAMESAKES: Final = 20  # people of one name that are compared at most


def same_person(fulls: list[Chain]) -> list[Chain]:
    """Full names with the same surname and first name are one person: `George W. Bush`, `George Bush`, `Geo. Bush Jr.`

    A nickname is a first name (`Pat Reed`, `Patrick Reed`), an initial that of the one person of the surname.  Middle
    names must not differ, nor `Jr.` and `Sr.`
    """
    by_surname: dict[str, list[Chain]] = {}
    kept = []
    for chain in fulls:
        if chain.leaning != "person":
            kept.append(chain)
            continue
        others = by_surname.setdefault(core(chain.words)[-1], [])
        same = [other for other in others[-NAMESAKES:] if _one_person(chain.words, other.words)]
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
    return first[0] == second[0] or _short(first[0], second[0]) or _short(second[0], first[0])


def _short(one: str, other: str) -> bool:
    """Return whether a first name is an initial or a nickname of another: `P.`, `Pat` of `Patrick`."""
    if len(one.rstrip(".")) == 1:
        return len(other.rstrip(".")) > 1 and other.startswith(one[0])
    return other in nicknames().get(one, ())
