"""Learn what each sign says that two reports tell one thing, and write the table ``sign_weights`` of facts.

    python -m newsclaims.learn.signs PAIRS... [--cut ARTICLES]... [--kind KIND]... [--write] [--rows]

``PAIRS`` are folders of stories that are each told by two reports, as ``measure_compare`` reads them.  ``gold.tsv`` is
needed where the reports contradict each other (``differ``) and for what is told alike (``same``); of a story that it
does not name only values and denials are learned.  ``ARTICLES`` are folders of single articles, or files of JSON Lines:
each is cut into its odd and its even paragraphs, two reports that share names and words and seldom tell one thing.

Six kinds of signs are learned, each by a logistic regression with an L2 penalty (Newton's method):

- ``pair`` (``facts/pairing.py``): two statements tell one thing.  Right is what a reader wrote down, whatever relation.
- ``name`` (``facts/rivals.py``): two names stand for one thing.  Right is a name that both reports tell after it was
  changed in one; wrong all others that meet.
- ``figure`` and ``date`` (``facts/signs.py``): two values that differ are of one thing.  Right are values that both
  reports tell alike, after one of them was changed, and those that a reader found to contradict each other; wrong all
  others that meet.
- ``denial`` (``facts/polarity.py``): a yes and a no are of one thing.  Right are verbs that were denied in a statement
  that both reports make, and contradictions that a reader planted (``plants.tsv``); wrong are near misses, too.
- ``alike`` (``facts/sameness.py``): two statements that nothing contradicts are told alike.  Right is what a reader
  wrote down as ``same``.

Printed is, for each kind, how many right and wrong samples reach a chance, when no sample of the same story is learned
from; ``--rows`` lists the samples on the wrong side; ``--write`` learns from everything and writes the table, with
``--kind`` that kind's part of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from newsclaims.learn import arguments, needed, write_table
from newsclaims.learn.stories import Sample, halves, overlaps, samples, stories
from newsclaims.table import rows

HEAD = """\
How much each sign says that two values (figure, date), a yes and a no (denial), or two statements that nothing
contradicts (alike) of two reports are about one thing: what is held together, the sign (signs.py, polarity.py,
sameness.py), what it adds to the log-odds.  Source: fitted by newsclaims/learn/signs.py to stories told twice, by two
outlets or in retellings, whose values and verbs were changed, against pairs of which each is in one half of an article
and so about another thing, or stands in a paragraph that one alone has.  `strangers`, two reports of two events, is set
by hand; so is `retold`, one report told twice, a little below what was fitted.
"""
KINDS = ("pair", "name", "figure", "date", "denial", "alike")
RIDGE = 2.0
STEPS = 60
STRANGERS = {"name": -6.0, "figure": -6.0, "date": -6.0, "pair": -4.0}
"""Weights of the sign ``strangers``: no sample is of two events."""
UNCHANGED = 3.0
"""How many samples one of two reports as they are counts for: in news nothing was planted."""
FAINT = 0.85
"""Log-odds that pairs are given: two statements of a chance of 0.3 get a score of 0.5, and are one row of a table."""
UNUSED = {
    "figure": {"like", "words", "elsewhere", "score", "alone", "alike_two", "same_of", "saying", "grain_day"},
    "date": {"own_names_near", "other_deed", "alike_two"},
    "denial": {"words"},
}  # they say nothing more about samples that were left out
KEPT = {"kind_age", "kind_ordinal", "kind_count", "kind_money", "grain_year", "grain_length", "grain_day"}
"""Of the signs that name a kind, those that are learned."""


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
    cut, of_kind = ({at + 1 for at, item in enumerate(plain) if item == name} for name in ("--cut", "--kind"))
    pairs = [Path(item) for at, item in enumerate(plain) if at not in cut | of_kind and item not in ("--cut", "--kind")]
    kinds = [plain[at] for at in sorted(of_kind)] or KINDS
    told = [story for folder in pairs for story in stories(folder)]
    told += [story for at in sorted(cut) for story in (*halves(Path(plain[at])), *overlaps(Path(plain[at])))]
    every = [sample for story in told for sample in samples(story)]
    lines = ["\t".join(row) for row in rows("facts", "sign_weights") if row[0] not in kinds]
    for kind in kinds:
        found = [item for item in every if item.kind == kind]
        names = named(found, kind)
        _print(kind, found, names, numpy, "--rows" in given)
        weights = dict(zip(["bias", *names], learned(found, names, numpy), strict=True))
        if kind == "pair":
            weights["bias"] += FAINT
        lines += [f"{kind}\t{name}\t{weight:.2f}" for name, weight in weights.items()]
        lines += [f"{kind}\tstrangers\t{STRANGERS[kind]:.2f}"] if kind in STRANGERS else []
    if "--write" in given:
        write_table("facts", "sign_weights", HEAD, lines)


def _print(kind: str, found: Sequence[Sample], names: Sequence[str], numpy: Any, listed: bool) -> None:
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
    for chance, item in sorted(chances, key=lambda pair: -pair[0]) if listed else ():
        if (chance >= 0.4) != item.right:
            how = f"{'missed' if item.right else 'false'}{'' if item.changed else ', unchanged'}"
            print(f"  {how} {chance:.2f} {item.story}: {item.words}")


if __name__ == "__main__":
    main(arguments(__doc__, 1))
