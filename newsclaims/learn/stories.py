"""Stories that are told by two reports, and what the signs of ``facts`` are learned from in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple
from zlib import crc32

from newsclaims.extract import extract
from newsclaims.facts.alignment import Alignment, align
from newsclaims.facts.compared import compared
from newsclaims.facts.leftovers import meetings
from newsclaims.facts.matching import match_values
from newsclaims.facts.pair import Pair
from newsclaims.facts.polarity import flipped
from newsclaims.facts.polarity import signs as signs_of_denial
from newsclaims.facts.reading import statements
from newsclaims.facts.rivals import meetings as meetings_of_names
from newsclaims.facts.sameness import signs as signs_of_sameness
from newsclaims.facts.sides import Sides, agrees
from newsclaims.facts.signs import signs as signs_of_values
from newsclaims.facts.statement import Statement
from newsclaims.facts.values import Value
from newsclaims.learn import records
from newsclaims.learn.retold import altered, denied, renamed
from newsclaims.model import Article, Entity, Figure

FOLDS = 5
"""Parts of the cut articles that are left out in turn."""
SURE = 0.7
"""Score of two statements from which a value that both tell is the same one, where no reader said so."""
Span = tuple[int, int]


class Plant(NamedTuple):
    """Words of the second report and what may stand there; ``ours`` is what of the first it contradicts, if it does."""

    ours: Span | None
    place: Span
    new: str


class Story(NamedTuple):
    """Two reports with what a reader wrote down: relation and the two stretches; ``read`` says whether one did.

    ``plants`` are the contradictions and the near misses that he planted.
    """

    name: str
    one: str
    other: str
    gold: Sequence[tuple[str, Span, Span]]
    read: bool
    plants: Sequence[Plant] = ()


class Sample(NamedTuple):
    """Two things held together in a story: what, whether they are one, the signs, their words, and whether one of them
    was changed.
    """

    story: str
    kind: str
    right: bool
    signs: Mapping[str, float]
    words: str
    changed: bool = False


def stories(folder: Path) -> Iterator[Story]:
    """Yield the stories of a folder."""
    rows, plants, near = (_rows(folder / f"{name}.tsv") for name in ("gold", "plants", "near"))
    for path in sorted(folder.glob("*-a.txt")):
        name = path.stem.removesuffix("-a")
        one, other = path.read_text("utf-8"), (folder / f"{name}-b.txt").read_text("utf-8")
        own = [(row[1], _span(one, row[2]), _span(other, row[3])) for row in rows if row[0] == name]
        changes = [(_span(one, row[2]), row[4], row[5]) for row in plants if row[0] == name and row[1] != "modality"]
        spared = [(None, row[3], row[4]) for row in near if row[0] == name]
        planted = [Plant(ours, _span(other, old), new) for ours, old, new in (*changes, *spared)]
        yield Story(name, one, other, own, any(relation == "same" for relation, _, _ in own), planted)


def _rows(table: Path) -> list[list[str]]:
    lines = table.read_text("utf-8").splitlines() if table.exists() else []
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def halves(source: Path) -> Iterator[Story]:
    """Yield the articles of a folder or a file, cut into their odd and even paragraphs."""
    paths = sorted(source.glob("*.txt")) if source.is_dir() else ()
    texts = {path.stem: path.read_text("utf-8") for path in paths} if source.is_dir() else {
        record["id"]: record["text"] for record in records(source)}  # fmt: skip
    for name, text in texts.items():
        parts = [part for part in text.split("\n") if part.strip()]
        if len(parts) >= 6:
            cut = f"cut {crc32(name.encode()) % FOLDS}"
            yield Story(cut, "\n\n".join(parts[::2]), "\n\n".join(parts[1::2]), (), False)


def overlaps(source: Path) -> Iterator[Story]:
    """Yield the articles of a folder as two reports that share three paragraphs in five, and tell one each alone.

    What they have left over is about two things, though all else is told alike.
    """
    for path in sorted(source.glob("*.txt")):
        parts = [part for part in path.read_text("utf-8").split("\n") if part.strip()]
        if len(parts) >= 10:
            one, other = ("\n\n".join(part for at, part in enumerate(parts) if at % 5 != left) for left in (2, 4))
            yield Story(f"cut {crc32(path.stem.encode()) % FOLDS}", one, other, (), False)


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def _meet(one: Value | Statement, other: Span) -> bool:
    return one.start < other[1] and other[0] < one.end


def samples(story: Story) -> Iterator[Sample]:
    """Yield the samples of a story as it is, and of the same with each value changed, and each verb denied, in turn."""
    one, other = extract(story.one), extract(story.other)
    alignment = align([statements(one), statements(other)])
    if not all(alignment.groups):
        return
    apart = [(ours, theirs) for relation, ours, theirs in story.gold if relation == "differ"]
    yield from _held(story.name, alignment, apart)
    yield from _named(story, alignment)
    if story.read:
        yield from _pairs(story, alignment)
        yield from _alike(story, alignment)
    changes = [*_changes(story, alignment), *_denials(story, alignment)]
    for start, end, new in sorted({(*place, new) for _, place, new in changes}):
        text = story.other[:start] + new + story.other[end:]
        place = start, start + len(new)
        told = [(ours, place) for ours, (first, _), _ in changes if first == start]
        for sample in _held(story.name, align([alignment.groups[0], statements(extract(text))]), told):
            if sample.right or new in sample.words.partition(" | ")[2]:
                yield sample._replace(changed=True)
    yield from _planted(story, alignment)


def _planted(story: Story, alignment: Alignment) -> Iterator[Sample]:
    """Yield the values and denials that meet where a reader planted something."""
    first = alignment.groups[0]
    for ours, (start, end), new in story.plants:
        text = story.other[:start] + new + story.other[end:]
        sides = align([first, statements(extract(text))])
        place = start, start + len(new)
        told = [(_sentence(first[0].article, ours[0]), place)] if ours else []
        for sample in _held(story.name, sides, told):
            if sample.right or new in sample.words.partition(" | ")[2]:
                yield sample._replace(changed=True)


def _sentence(article: Article, start: int) -> Span:
    return next((item.start, item.end) for item in article.sentences if item.start <= start < item.end)


def _held(story: str, alignment: Alignment, apart: Sequence[tuple[Span, Span]]) -> Iterator[Sample]:
    """Yield the values and the denials of two reports that meet; right are those that stand in stretches ``apart``."""

    def right(one: Value | Statement, other: Value | Statement) -> bool:
        return any(_meet(one, ours) and _meet(other, theirs) for ours, theirs in apart)

    sides = Sides(alignment, 0, 1)
    for item in meetings(sides):
        kind = "figure" if isinstance(item.one, Figure) else "date"
        words = f"{_around(alignment, 0, item.one)} | {_around(alignment, 1, item.other)}"
        yield Sample(story, kind, right(item.one, item.other), signs_of_values(sides, item), words)
    verbatim = alignment.verbatim(0, 1)
    for pair in (pair for pairs in alignment.candidates(0, 1) for pair in pairs):
        if flipped(pair) and not verbatim(pair):
            yield Sample(story, "denial", right(pair.one, pair.other), signs_of_denial(pair), _words(pair))


def _pairs(story: Story, alignment: Alignment) -> Iterator[Sample]:
    for mine, yours, signs in alignment.signs_between((0, 1)):
        right = any(_meet(mine, ours) and _meet(yours, theirs) for _, ours, theirs in story.gold)
        words = " | ".join(" ".join(item.text.split())[:130] for item in (mine, yours))
        yield Sample(story.name, "pair", right, signs, words)


def _alike(story: Story, alignment: Alignment) -> Iterator[Sample]:
    told = [(ours, theirs) for relation, ours, theirs in story.gold if relation == "same"]
    for found in compared(alignment, 0, 1):
        if found.consistent:
            right = any(_meet(found.one, ours) and _meet(found.other, theirs) for ours, theirs in told)
            yield Sample(story.name, "alike", right, signs_of_sameness(found.pair, found.values), _words(found.pair))


def _named(story: Story, alignment: Alignment) -> Iterator[Sample]:
    """Yield the names that meet in two reports, and each that both tell after it was changed in the second."""
    for _, mine, yours, signs in meetings_of_names(alignment, 0, 1):
        yield Sample(story.name, "name", False, signs, f"{mine.entity.name} | {yours.entity.name}")
    one, other = (group[0].article for group in alignment.groups)
    known = {alignment.number(0, entity.id): entity for entity in one.entities if entity.named}
    for entity in other.entities:
        same = known.get(alignment.number(1, entity.id)) if entity.named else None
        new = renamed(story.other, entity.name, entity.type, Random(story.name + entity.name)) if same else None
        if same is None or new is None or not _shared(story, same, entity):
            continue
        changed = align([alignment.groups[0], statements(extract(new[0]))])
        for _, mine, yours, signs in meetings_of_names(changed, 0, 1):
            if new[1] in yours.entity.name:
                right = mine.entity.id == same.id
                words = f"{mine.entity.name} | {yours.entity.name}"
                yield Sample(story.name, "name", right, signs, words, changed=True)


def _shared(story: Story, one: Entity, other: Entity) -> bool:
    """Return whether a reader wrote down something that both reports tell with a name of theirs."""
    return any(
        relation != "open"
        and any(ours[0] - 60 < item.start < ours[1] + 60 for item in one.mentions)
        and any(theirs[0] - 60 < item.start < theirs[1] + 60 for item in other.mentions)
        for relation, ours, theirs in story.gold
    )


def _around(alignment: Alignment, group: int, value: Value) -> str:
    text = alignment.groups[group][0].article.text
    return " ".join(text[max(0, value.start - 50) : value.end + 40].split())


def _words(pair: Pair) -> str:
    return " | ".join(" ".join(item.text.split())[:130] for item in (pair.one, pair.other))


def _changes(story: Story, alignment: Alignment) -> Iterator[tuple[Span, Span, str]]:
    """Yield values that both reports tell: where they stand, and what the second may be changed into."""
    chance = Random(story.name)
    one, other = (group[0].article for group in alignment.groups)
    found: set[tuple[Span, Span]] = set()
    for relation, ours, theirs in story.gold:
        if relation == "same":
            left = [value for value in _values(one) if _meet(value, ours)]
            right = [value for value in _values(other) if _meet(value, theirs)]
            found |= {((mine.start, mine.end), (yours.start, yours.end)) for mine in left for yours in right
                      if agrees(mine, yours)}  # fmt: skip
    for match in match_values(alignment, 0, 1).alike:
        if match.pair.score >= SURE and match.near and match.relation == "same" and not story.name.startswith("cut"):
            found.add(((match.one.start, match.one.end), (match.other.start, match.other.end)))
    for ours, theirs in sorted(found):
        ways = {altered(story.other[theirs[0] : theirs[1]], chance) for _ in range(3)}
        yield from ((ours, theirs, way) for way in sorted(filter(None, ways)))


def _values(article: Article) -> list[Value]:
    return [*article.figures, *article.dates]


def _denials(story: Story, alignment: Alignment) -> Iterator[tuple[Span, Span, str]]:
    """Yield verbs of the second report in statements that both make: where they stand, and how they are denied."""
    for relation, ours, theirs in story.gold:
        for claim in alignment.groups[1][0].article.claims if relation == "same" else ():
            verb = claim.predicate
            if theirs[0] - 3 <= verb.start and verb.end <= theirs[1] + 12 and not claim.negated:
                new = denied(verb.text, verb.lemma)
                if new:
                    yield ours, (verb.start, verb.end), new
