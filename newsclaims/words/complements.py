"""What a word does to the truth of what hangs on it: the table ``complements``, one line a word and frame.

The classes follow Karttunen (1971, "Implicative verbs"; 2012, "Simple and phrasal implicatives") and FactBank (Saurí
and Pustejovsky 2009); what each does where its word is affirmed and where it is negated is in ``complement_effects``.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.table import pairs, rows

GIVEN: Final = "given"
SO: Final = "so"
NOT: Final = "not"
UNDONE: Final = "undone"
"""Effects beside the modalities: true whatever stands above; as real as the word; the same, but not; a deed denied."""
Effect = tuple[str, str]
"""The effect of a word that is affirmed, and of one that is negated."""


@cache
def _classes() -> dict[str, str]:
    return pairs("words", "complements")


@cache
def _effects() -> dict[str, Effect]:
    return {row[0]: (row[1], row[2]) for row in rows("words", "complement_effects")}


def kind(word: str, frame: str) -> str | None:
    """Return the class of a word (a lemma) in a frame such as ``verb:that``; None where the table has no such entry."""
    return _classes().get(f"{word}\t{frame}")


def effect(word: str, frame: str) -> Effect | None:
    """Return what a word does in a frame, None where the table has no such entry."""
    found = kind(word, frame)
    return None if found is None else _effects()[found]


@cache
def reading(word: str, part: str) -> str | None:
    """Return the modality or ``not`` that a modal, adverb or opener of clauses has, None for any other word."""
    found = effect(word, part)
    return None if found is None else found[0]


@cache
def attributing(word: str) -> bool:
    """Tell whether the subject of a verb is credited with what its that-clause says: `say`, `fear`, `deny`."""
    found = _classes().get(f"{word}\tverb:that", "implicative")
    return found not in (
        "demanding",
        "entailing",
        "implicative",
        "pretending",
    )


@cache
def denies_deed(word: str) -> bool:
    """Tell whether a verb before an infinitive or -ing form says that the deed is not done: `refuse`, `avoid`."""
    return any((effect(word, frame) or ("",))[0].startswith((NOT, UNDONE)) for frame in ("verb:to", "verb:ing"))
