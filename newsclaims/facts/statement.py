"""What a statement is: one deed, or one quote, with all that may be compared in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsclaims.model import Article, Claim, Date, Entity, Figure, Modality, Part, Quote


@dataclass(frozen=True, slots=True)
class Participant:
    """Who or what takes part: words of the text, the entity that the article says they mean, its name if it has one.

    ``by_name`` says whether the words themselves hold the name, so that no wrong link of `the company` speaks for it.
    """

    text: str
    start: int
    end: int
    entity: str | None
    name: str | None
    by_name: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of an article: a claim, a quote, or a piece of a sentence that holds a figure or date of no claim.

    ``deeds`` are the classes of the verb (``deed_classes``), and of the noun behind a verb that says little (`launched
    an investigation`).  ``about`` are the concepts of what is said, without values, and ``context`` those of the rest
    of the sentence; ``entities`` are the ids of all entities in it, ``places`` the names of the places among them.
    ``negated`` is that of the deed as told by ``deeds``, ``state`` whether an adjective tells it; ``said`` are the
    words in quotation marks.
    """

    article: Article = field(repr=False)
    number: int
    sentence: int
    part: Part
    text: str
    start: int
    end: int
    actor: Participant | None = None
    deeds: frozenset[str] = frozenset()
    object: Participant | None = None
    about: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    figures: tuple[Figure, ...] = ()
    dates: tuple[Date, ...] = ()
    negated: bool = False
    state: bool = False
    modality: Modality = "asserted"
    speaker: Participant | None = None
    said: tuple[str, ...] = ()
    claim: Claim | None = field(default=None, repr=False)
    quote: Quote | None = field(default=None, repr=False)

    def entities_of(self, who: Participant | None) -> list[Entity]:
        """Return the entity of its article that somebody is who takes part, in a list that is empty for none."""
        return [entity for entity in self.article.entities if who is not None and entity.id == who.entity]
