"""What a walk through an article finds and compares: mentions, quotes, and whom a pronoun may stand for."""

from __future__ import annotations

import math
from typing import Final

from newsclaims.model import MentionKind

_OFTEN: Final = 8  # mentions that count for salience at most
_THEME: Final = 0.5  # what whom the article is about has more: who is named twice as often as anybody else
_UNKNOWN: Final = 0.5  # what somebody of whom nothing tells the gender has less
_QUOTED: Final = 2.4  # what somebody without a name has less outside the quotation marks: `“my dad left,” … He`
_NEAR_OWNER: Final = 1.0
"""What a candidate of the same sentence has more for a possessive: its owner is mostly named there (Hobbs 1978)."""


class Found:
    """A pronoun or description that stands for the entity of index ``entity``."""

    __slots__ = ("end", "entity", "kind", "rule", "start")

    def __init__(self, start: int, end: int, entity: int, kind: MentionKind, rule: str) -> None:
        self.start = start
        self.end = end
        self.entity = entity
        self.kind = kind
        self.rule = rule


class Quoted:
    """A stretch in quotation marks; ``speaker`` is the index of an entity that is named, ``cue`` where it stands.

    ``hearer`` is whom it is told, if that is a name.
    """

    __slots__ = ("cue", "end", "hearer", "speaker", "start")

    def __init__(
        self, start: int, end: int, speaker: int | None, cue: tuple[int, int] | None, hearer: int | None = None
    ) -> None:
        self.start = start
        self.end = end
        self.speaker = speaker
        self.cue = cue
        self.hearer = hearer


class Candidate:
    """Somebody or something that a pronoun may stand for; ``entity`` is ``None`` for what is no actor.

    ``named`` says whether the article gives it a name, ``theme`` whether it is whom the article is about; ``members``
    are the entities of several that a phrase joins.  ``leaning`` is the gender of most who have a first name that may
    be of either: `Chris`.
    """

    __slots__ = (
        "count", "entity", "gender", "leaning", "main", "members", "named", "owner", "plural", "pronoun", "quoted",
        "sentence", "subject", "theme", "token",
    )  # fmt: skip

    def __init__(
        self,
        entity: int | None,
        gender: str | None,
        *,
        plural: bool | None = None,
        named: bool = False,
        members: tuple[int, ...] = (),
    ) -> None:
        self.entity = entity
        self.named = named
        self.gender = gender
        self.leaning: str | None = None
        self.plural = plural
        self.members = members
        self.count = 0
        self.sentence = -100
        self.token = 0
        self.subject = False
        self.main = False
        self.owner = False
        self.quoted = False
        self.pronoun = False
        self.theme = False

    def seen(
        self, sentence: int, token: int, *, subject: bool, main: bool, owner: bool, quoted: bool, pronoun: bool
    ) -> None:
        """Note a mention; the subject of a sentence stays its best mention."""
        self.count += 1
        if sentence == self.sentence and self.subject and not subject:
            return
        self.sentence = sentence
        self.token = token
        self.subject = subject
        self.main = main
        self.owner = owner
        self.quoted = quoted
        self.pronoun = pronoun


def salience(candidate: Candidate, distance: int, quoted: bool, owner: bool) -> float:
    """Return how likely a pronoun stands for a candidate that was mentioned ``distance`` sentences ago.

    ``quoted`` says that the pronoun is inside quotation marks, ``owner`` that it is a possessive.
    """
    score = -1.1 * distance - _UNKNOWN * (candidate.gender is None)
    if candidate.subject:
        score += 1.6 + (0.5 if candidate.main else 0.0)
    elif candidate.owner:
        score -= 0.0 if owner and not distance else 0.7
    if owner and not distance:
        score += _NEAR_OWNER
    if candidate.quoted and not quoted:
        score -= 1.2 if candidate.named else _QUOTED
    if candidate.pronoun and distance < 2:
        score += 0.9
    score += _THEME * candidate.theme
    return score + 0.45 * math.log(1 + min(candidate.count, _OFTEN))
