"""Learn what each sign says that two reports tell one thing, and write the table ``sign_weights`` of facts.

    python -m newsclaims.learn.signs PAIRS... [--cut ARTICLES]... [--write] [--rows]

``PAIRS`` are folders of stories that are each told by two reports, as ``measure_compare`` reads them.  ``gold.tsv`` is
needed where the reports contradict each other (``differ``) and for what is told alike (``same``); of a story that it
does not name only values and denials are learned.  ``ARTICLES`` are folders of single articles, or files of JSON Lines:
each is cut into its odd and its even paragraphs, two reports that share names and words and seldom tell one thing.

Four kinds of signs are learned, each by a logistic regression with an L2 penalty (Newton's method):

- ``figure`` and ``date`` (``facts/signs.py``): two values that differ are of one thing.  Right are values that both
  reports tell alike, after one of them was changed, and those that a reader found to contradict each other; wrong all
  others that meet.
- ``denial`` (``facts/polarity.py``): a yes and a no are of one thing.  Right are verbs that were denied in a statement
  that both reports make.
- ``alike`` (``facts/sameness.py``): two statements that nothing contradicts are told alike.  Right is what a reader
  wrote down as ``same``.

Printed is, for each kind, how many right and wrong samples reach a chance, when no sample of the same story is learned
from; ``--rows`` lists the samples on the wrong side; ``--write`` learns from everything and writes the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple
from zlib import crc32

from newsclaims.extract import extract
from newsclaims.facts.alignment import Alignment, Pair, align
from newsclaims.facts.differences import compared
from newsclaims.facts.leftovers import meetings
from newsclaims.facts.matching import match_values
from newsclaims.facts.polarity import flipped
from newsclaims.facts.polarity import signs as signs_of_denial
from newsclaims.facts.reading import statements
from newsclaims.facts.sameness import signs as signs_of_sameness
from newsclaims.facts.sides import Sides, agrees
from newsclaims.facts.signs import signs as signs_of_values
from newsclaims.facts.statement import Statement
from newsclaims.facts.values import Value
from newsclaims.learn import arguments, needed, records, write_table
from newsclaims.learn.retold import altered, denied
from newsclaims.model import Article, Figure

HEAD = """\
How much each sign says that two values (figure, date), a yes and a no (denial), or two statements that nothing
contradicts (alike) of two reports are about one thing: what is held together, the sign (signs.py, polarity.py,
sameness.py), what it adds to the log-odds.  Source: fitted by newsclaims/learn/signs.py to stories told twice, by two
outlets or in retellings, whose values and verbs were changed, against pairs of which each is in one half of an article
and so about another thing.  `strangers`, two reports of two events, is set by hand.
"""
KINDS = ("figure", "date", "denial", "alike")
RIDGE = 2.0
STEPS = 60
STRANGERS = -6.0
"""Weight of the sign ``strangers``: no sample is of two events."""
UNCHANGED = 3.0
"""How many samples one of two reports as they are counts for: in news nothing was planted."""
FOLDS = 5
"""Parts of the cut articles that are left out in turn."""
SURE = 0.7
"""Score of two statements from which a value that both tell is the same one, where no reader said so."""
UNUSED = {
    "figure": {"like", "words", "elsewhere", "score", "alone", "alike_two", "same_of", "saying", "grain_day"},
    "date": {"own_names_near", "other_deed", "alike_two"},
    "denial": {"opposed", "other_deed_part", "other_deed_score", "words"},
}  # they say nothing more about samples that were left out
KEPT = {"kind_count", "kind_money", "grain_year", "grain_length", "grain_day"}
"""Of the signs that name a kind, those that are learned."""

Span = tuple[int, int]


class Story(NamedTuple):
    """Two reports with what a reader wrote down: relation and the two stretches; ``read`` says whether one did."""

    name: str
    one: str
    other: str
    gold: Sequence[tuple[str, Span, Span]]
    read: bool


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
    table = folder / "gold.tsv"
    rows = [line.split("\t") for line in table.read_text("utf-8").splitlines()] if table.exists() else []
    for path in sorted(folder.glob("*-a.txt")):
        name = path.stem.removesuffix("-a")
        one, other = path.read_text("utf-8"), (folder / f"{name}-b.txt").read_text("utf-8")
        own = [(row[1], _span(one, row[2]), _span(other, row[3])) for row in rows if row[0] == name]
        yield Story(name, one, other, own, any(relation == "same" for relation, _, _ in own))


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
    if story.read:
        yield from _alike(story, alignment)
    changes = [*_changes(story, alignment), *_denials(story, alignment)]
    for start, end, new in sorted({(*place, new) for _, place, new in changes}):
        text = story.other[:start] + new + story.other[end:]
        place = start, start + len(new)
        told = [(ours, place) for ours, (first, _), _ in changes if first == start]
        for sample in _held(story.name, align([alignment.groups[0], statements(extract(text))]), told):
            if sample.right or new in sample.words.partition(" | ")[2]:
                yield sample._replace(changed=True)


def _held(story: str, alignment: Alignment, apart: Sequence[tuple[Span, Span]]) -> Iterator[Sample]:
    """Yield the values and the denials of two reports that meet; right are those that stand in stretches ``apart``."""

    def right(one: Value | Statement, other: Value | Statement) -> bool:
        return any(_meet(one, ours) and _meet(other, theirs) for ours, theirs in apart)

    sides = Sides(alignment, 0, 1)
    for item in meetings(sides):
        kind = "figure" if isinstance(item.one, Figure) else "date"
        words = f"{_around(alignment, 0, item.one)} | {_around(alignment, 1, item.other)}"
        yield Sample(story, kind, right(item.one, item.other), signs_of_values(sides, item), words)
    for pair in (pair for pairs in alignment.candidates(0, 1) for pair in pairs):
        if flipped(pair):
            yield Sample(story, "denial", right(pair.one, pair.other), signs_of_denial(pair), _words(pair))


def _alike(story: Story, alignment: Alignment) -> Iterator[Sample]:
    told = [(ours, theirs) for relation, ours, theirs in story.gold if relation == "same"]
    for found in compared(alignment, 0, 1):
        if found.consistent:
            right = any(_meet(found.one, ours) and _meet(found.other, theirs) for ours, theirs in told)
            yield Sample(story.name, "alike", right, signs_of_sameness(found.pair, found.values), _words(found.pair))


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


def learned(found: Sequence[Sample], names: Sequence[str], numpy: Any) -> Any:
    """Return the weights of the signs, that of the bias first."""
    rows = numpy.array([[1.0, *(float(item.signs.get(name, 0.0)) for name in names)] for item in found])
    right = numpy.array([float(item.right) for item in found])
    count = numpy.array([1.0 if item.changed else UNCHANGED for item in found])
    pull = RIDGE * numpy.array([0.0, *(1.0 for _ in names)])
    weights = numpy.zeros(len(names) + 1)
    for _ in range(STEPS):
        chance = 1 / (1 + numpy.exp(-rows @ weights))
        slope = rows.T @ (count * (chance - right)) + pull * weights
        curve = (rows * (count * chance * (1 - chance))[:, None]).T @ rows + RIDGE * numpy.eye(len(weights))
        step = numpy.linalg.solve(curve, slope)
        weights -= step
        if abs(step).max() < 1e-6:
            break
    return weights


def named(found: Sequence[Sample], kind: str) -> list[str]:
    """Return the signs of a kind that are learned."""
    known = {name for item in found for name in item.signs} - UNUSED.get(kind, set()) - {"strangers"}
    return sorted(name for name in known if not name.startswith(("kind_", "grain_")) or name in KEPT)


def main(given: Sequence[str]) -> None:
    """Read, learn, print, and write if asked to."""
    numpy = needed("numpy")
    plain = [item for item in given if item not in ("--write", "--rows")]
    cut = {at + 1 for at, item in enumerate(plain) if item == "--cut"}
    pairs = [Path(item) for at, item in enumerate(plain) if at not in cut and item != "--cut"]
    told = [story for folder in pairs for story in stories(folder)]
    told += [story for at in sorted(cut) for story in halves(Path(plain[at]))]
    every = [sample for story in told for sample in samples(story)]
    lines = []
    for kind in KINDS:
        found = [item for item in every if item.kind == kind]
        names = named(found, kind)
        _print(kind, found, names, numpy, "--rows" in given)
        weights = dict(zip(["bias", *names], learned(found, names, numpy), strict=True))
        lines += [f"{kind}\t{name}\t{weight:.2f}" for name, weight in weights.items()]
        lines += [f"{kind}\tstrangers\t{STRANGERS:.2f}"] * (kind in ("figure", "date"))
    if "--write" in given:
        write_table("facts", "sign_weights", HEAD, lines)


def _print(kind: str, found: Sequence[Sample], names: Sequence[str], numpy: Any, rows: bool) -> None:
    chances = []
    for story in sorted({item.story for item in found}):
        weights = learned([item for item in found if item.story != story], names, numpy)
        for item in (item for item in found if item.story == story):
            sign = weights[0] + sum(weights[at] * float(item.signs.get(name, 0)) for at, name in enumerate(names, 1))
            chances.append((float(1 / (1 + numpy.exp(-sign))), item))
    print(f"{kind}: {sum(item.right for item in found)} right of {len(found)}")
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        over = [item for chance, item in chances if chance >= least]
        right = sum(item.right for item in over)
        plain = sum(not item.right and not item.changed for item in over)
        cut = sum(item.story.startswith("cut") for item in over)
        print(f"  {least}: {right} right, {len(over) - right} wrong, {plain} of them unchanged, {cut} of cut articles")
    for chance, item in sorted(chances, key=lambda pair: -pair[0]) if rows else ():
        if (chance >= 0.4) != item.right:
            how = f"{'missed' if item.right else 'false'}{'' if item.changed else ', unchanged'}"
            print(f"  {how} {chance:.2f} {item.story}: {item.words}")


if __name__ == "__main__":
    main(arguments(__doc__, 1))
