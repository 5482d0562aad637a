"""Abbreviations that an article explains in brackets beside the name that they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsclaims.entities.chain import Chain
from newsclaims.entities.evidence import TYPES
from newsclaims.entities.lexicon import first_names, gazetteer, parts
from newsclaims.entities.names import Name
from newsclaims.rule import rule

_BODY: Final = TYPES.index("organization")
_TOLD: Final = 2.5  # what an abbreviation adds to the score of a body
_SHORTEST: Final = 3  # letters of an abbreviation that is written like a word: `Nato`
_LONGEST: Final = 8


def abbreviated(by_key: dict[str, Chain]) -> list[Chain]:
    """Capitals in brackets right behind the name of a body are that name: `Ulta Beauty (ULTA)`.

    So is a word of its initials, behind it or before: `South Orne Revenue Service (Sors)`, `Seri (Social and
    Economic Research Initiative)`.  Not what is known as something else, `LONDON (AP)`, nor behind a
    person: `Ann Reed (BBC)`.
    """
    kept = []
    ends = {(name.sentence.index, name.last): chain for chain in by_key.values() for name in chain.names}
    merged: set[int] = set()
    for chain in by_key.values():
        beside = _beside(chain.names[0], ends)
        if beside is None or beside is chain or id(beside) in merged:
            kept.append(chain)
        elif _stands_for(chain, beside):
            _join(beside, chain)
        elif _stands_for(beside, chain) and _spelt(beside.key, chain.words):
            merged.add(id(beside))
            _join(chain, beside)
            kept.append(chain)
        else:
            kept.append(chain)
    return [chain for chain in kept if id(chain) not in merged]


rule("entities.bracketed-abbreviation")(abbreviated)


def _beside(name: Name, ends: dict[tuple[int, int], Chain]) -> Chain | None:
    """Return what a name in brackets stands right behind, if that is a name."""
    tokens = name.sentence.tokens
    if name.first < 2 or name.last >= len(tokens) or name.sentence.part != "body":
        return None
    bracketed = tokens[name.first - 1].text == "(" and tokens[name.last].text == ")"
    return ends.get((name.sentence.index, name.first - 1)) if bracketed else None


def _stands_for(short: Chain, whole: Chain) -> bool:
    """Return whether a word can be the abbreviation of a name: in capitals, or a word of its initials."""
    key = short.key
    if len(short.names[0].words) != 1 or not 1 < len(key) <= _LONGEST or whole.words[0] in first_names():
        return False
    return (key[:2].isupper() and key not in gazetteer()) or _spelt(key, whole.words)


def _spelt(key: str, words: Sequence[str]) -> bool:
    """Return whether a word is made of the initials of a name, small words left out."""
    return len(key) >= _SHORTEST and key.replace(".", "").upper() == initials(words)


def initials(words: Sequence[str]) -> str:
    """Return the initials of a name in capitals, small words left out."""
    return "".join(word[0] for word in words if word.lower() not in parts("small") and word[0].isalpha()).upper()


def shortened(words: list[str]) -> list[str]:
    """Return the initials by which a name may be called: all, and those without `Co.` or the place it begins with.

    So `PUC` is the California Public Utilities Commission.
    """
    found = [initials(words)]
    if len(words) > 3 and words[-1].lower() in parts("corporate"):
        found.append(initials(words[:-1]))
    elif len(words) > 3 and (land := gazetteer().get(words[0])) is not None and land.type == "place":
        found.append(initials(words[1:]))
    return found


def _join(whole: Chain, short: Chain) -> None:
    whole.merge(short)
    whole.scores[_BODY] += _TOLD
