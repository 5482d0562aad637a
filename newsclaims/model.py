"""The public data classes: field names are the keys of the JSON output.

Every span class holds ``text``, ``start`` and ``end``; offsets are Unicode code points into ``Article.text`` as it
was read, end exclusive, so ``article.text[item.start:item.end] == item.text`` always holds.  What is not known is
``None``.  The one field that is named differently is ``Date.from_``, because ``from`` is a keyword of Python.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal

from newsclaims.display import Displayed, Valued, item, unwritten
from newsclaims.pathname import spelled

SCHEMA_VERSION: Final = "1.1"

Part = Literal["headline", "byline", "dateline", "caption", "body", "credit"]
PublishedBasis = Literal["given", "metadata", "byline", "dateline", "caption", "filename"]
EntityType = Literal["person", "organization", "place", "group", "event", "other"]
MentionKind = Literal["name", "nominal", "pronoun"]
Reading = Literal["government", "team"]
Voice = Literal["active", "passive"]
Modality = Literal[
    "asserted", "planned", "possible", "obliged", "conditional", "alleged", "denied", "doubted", "asked"
]  # fmt: skip
QuoteKind = Literal["direct", "mixed", "indirect"]
DateType = Literal["DATE", "TIME", "DURATION", "SET"]
DateAnchor = Literal["published", "text", "none"]
FigureKind = Literal[
    "money", "percent", "percentage_point", "quantity", "count", "ordinal", "ratio", "age", "score", "multiple",
    "number",
]  # fmt: skip
Comparator = Literal["=", "<", "<=", ">", ">=", "~"]
FigureDirection = Literal["up", "down"]
FigurePoint = Literal["by", "to", "from"]
Severity = Literal["error", "warning", "note"]
SentenceType = Literal["statistic", "event", "prediction", "promise", "opinion", "question", "other"]


@item
class Span(Valued):
    """A stretch of the article's text."""

    text: str
    start: int
    end: int


@item
class Reference(Span):
    """A stretch that may name or stand for an entity of the article.

    ``reading`` says what the name of a place stands for here, while the entity stays a place: "government" for a
    country, region or capital that acts as a state (`Lima said`), "team" for a place that plays (`England beat Wales`);
    ``None`` where nothing tells so.  A coordination (`Reed and Holt`) names all its members' ids in ``entities``,
    in the order of the text, and has an ``entity`` only where the group itself is one.
    """

    entity: str | None = None
    reading: Reading | None = None
    entities: tuple[str, ...] = ()


@item
class Predicate(Span):
    """The words of the verb group and the lemma of its content verb."""

    lemma: str


@item
class Cue(Span):
    """The words that introduce a quote and their head's lemma."""

    lemma: str


@item
class Argument(Valued):
    """An argument of a claim.

    ``role`` is a preposition, "to" (indirect object), "that", "to-inf", "time", "predicative", "amount" (money that the
    object has to pay: `fined the bank $5m`) or "adverb" (one of the verb: `well`, `twice`, `0.7 percent higher`).
    """

    role: str
    text: str
    start: int
    end: int
    entity: str | None = None


@item
class Mention(Span):
    """One place where an entity is named or referred to."""

    kind: MentionKind


@item
class Entity(Valued):
    """A person, organization, place, group or event with all its mentions in the article.

    ``country`` is an ISO 3166-1 alpha-2 code; ``roles`` are titles and appositions found in this article.
    """

    id: str
    name: str
    type: EntityType
    country: str | None
    roles: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @property
    def named(self) -> bool:
        """Whether the article gives it a name; else ``name`` is its fullest description: `a 43-year-old man`."""
        return any(mention.kind == "name" for mention in self.mentions)


@item
class Fact(Valued):
    """Something that a sentence says, and its words; ``sentence`` is an index into ``Article.sentences``."""

    id: str
    text: str
    start: int
    end: int
    sentence: int


@item
class Claim(Fact):
    """Who did what to whom, once per verb; roles are those of the active sentence, also for passives.

    ``modality`` is "denied" for what the article or its source says is not so and "doubted" for what is not known, not
    shown, unlikely or disputed (`no evidence that …`, `it is unclear whether …`).  ``standalone`` is the claim as a
    sentence that stands alone: names for pronouns, absolute dates, its source; ``None`` where a part is unknown and
    where the claim is no sentence of its own.
    """

    subject: Reference | None
    predicate: Predicate
    object: Reference | None
    arguments: tuple[Argument, ...]
    voice: Voice
    negated: bool
    modality: Modality
    attributed_to: str | None
    quote: str | None
    dates: tuple[str, ...]
    figures: tuple[str, ...]
    place: str | None
    standalone: str | None
    confidence: float
    rule: str


@item
class Quote(Fact):
    """Words or thoughts ascribed to a speaker; ``spans`` has more than one pair when a cue interrupts the quote."""

    spans: tuple[tuple[int, int], ...]
    kind: QuoteKind
    speaker: Reference | None
    cue: Cue | None
    addressee: Reference | None
    confidence: float
    rule: str


@item
class Date(Fact):
    """A TIMEX3 expression; ``from_`` and ``to`` are the first and the last day that it covers (ISO 8601)."""

    type: DateType
    value: str | None
    mod: str | None
    from_: str | None
    to: str | None
    anchor: DateAnchor
    anchor_id: str | None
    rule: str


@item
class Figure(Fact):
    """A number that says how much, how many or which rank.

    ``unit`` is an ISO 4217 code for money, a UCUM-style symbol for measures, the counted noun's lemma for counts.
    ``low`` and ``high`` are set for ranges and scores, where ``value`` is ``None``; a vague plural ("hundreds") has its
    base as ``value`` and its bounds as ``low`` and ``high``.

    ``of`` is what the figure measures and ``per`` what one unit of a rate is ("share", "barrel", "year").  Of a change
    ``direction`` says whether it goes up or down and ``point`` whether the figure is its size ("by"), its end ("to") or
    its start ("from"); ``baseline`` is the id of the figure that this one is compared with.
    """

    kind: FigureKind
    value: int | float | None
    low: int | float | None
    high: int | float | None
    unit: str | None
    comparator: Comparator | None
    approximate: bool
    of: str | None
    per: str | None
    direction: FigureDirection | None
    point: FigurePoint | None
    baseline: str | None
    rule: str


@item
class Check(Valued):
    """An inconsistency inside the article."""

    id: str
    rule: str
    severity: Severity
    message: str
    sentence: int
    spans: tuple[Span, ...]


@item
class SentenceSpan(Valued):
    """A sentence of the article: where it stands and how much it states a fact worth checking (0 to 1).

    ``type`` says what it does, ``None`` outside headline and body.
    """

    start: int
    end: int
    paragraph: int
    part: Part
    type: SentenceType | None
    check_worthiness: float


@item
class Article(Displayed):
    """Everything found in one article.

    ``text`` is the text as read and ``meta`` the other fields of its record where they are kept; both are part of the
    JSON output where ``written`` names them (`--with-text`, `--keep-meta`).

    ``language`` is an ISO 639-1 code, ``None`` for one that is not known and for what is no prose; only what is in
    English has facts, unless others were asked for.
    """

    schema_version: str
    id: str
    source: str | None
    title: str | None
    published: str | None
    published_basis: PublishedBasis | None
    language: str | None
    sentences: tuple[SentenceSpan, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    quotes: tuple[Quote, ...]
    dates: tuple[Date, ...]
    figures: tuple[Figure, ...]
    checks: tuple[Check, ...]
    warnings: tuple[str, ...]
    text: str = unwritten(default="", optional=True)
    meta: Mapping[str, Any] | None = unwritten(default=None, optional=True)
    written: tuple[str, ...] = unwritten(default=())


@item
class Failure(Valued):
    """An article that could not be read or processed, in the place where its result would stand.

    ``source`` is the path as given and ``line`` the line of JSON Lines, or the number of a row or page; ``code`` is one
    of a fixed set of kebab-case words (``bad-json``, ``bad-table``, ``bad-xml``, ``bad-query``, ``no-text``,
    ``not-text``, ``no-articles``, ``own-output``, ``missing-package``, ``unreadable``, ``too-long``, ``given-up``,
    ``timeout``, ``worker-died``, ``internal``) and ``message`` says it to a reader.
    """

    id: str | None
    source: str | None
    line: int | None
    code: str
    message: str

    def to_dict(self) -> dict[str, Any]:
        """Return the error record of JSON output: ``{"schema_version", "id", "source", "error": {…}}``."""
        error = {"code": self.code, "message": spelled(self.message), "line": self.line}
        id, source = (None if text is None else spelled(text) for text in (self.id, self.source))
        return {"schema_version": SCHEMA_VERSION, "id": id, "source": source, "error": error}

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.source, self.line) if part is not None)
        return spelled(f"{place}: {self.message}" if place else self.message)
