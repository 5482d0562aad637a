"""Examples of rules: documentation and test at once.

Each kind's folder has an ``examples.md``.  It begins with a line ``date: YYYY-MM-DD``, the reference date of all its
examples, and has one section a rule, headed ``## rule.id``, of prose and indented examples::

    ## figures.money-symbol
    A currency mark before a number, with an optional magnitude.

        The deal is worth $2.5 billion, people said.
                          ^^^^^^^^^^^^ money 2500000000 USD

        Shares of $TSLA fell.
        (nothing)

        He paid a cool five large.
        (missed) money 5000 USD

An example is one line of text (``\\n`` stands for a line break) and the lines under it say what the section's rule
finds in it, as ``describe`` puts it: under carets for spans (dates, figures, quotes, entities), after ``=`` where
carets would tell little (claims, links, checks; the type of the last sentence; its claims as sentences).
All that the rule finds must be listed, no more, no less.
``(nothing)`` is a near miss that must stay silent.  ``(missed)`` is a known gap: the suite fails when it is found, so
that the list of gaps stays true.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from newsclaims.model import Check, Claim, Date, Entity, Figure, Quote

_ROOT = os.path.dirname(__file__)
FOLDERS = ("entities", "claims", "quotes", "dates", "figures", "links", "sentences", "wording", "checks")


@dataclass(frozen=True, slots=True)
class Example:
    """One example: its rule, text, reference date, and what the rule must find in it.

    ``expected`` holds (start, end, description), start and end ``None`` for ``=`` lines; ``missed`` the descriptions
    of known gaps.
    """

    file: str
    line: int
    rule: str
    date: str | None
    text: str
    expected: tuple[tuple[int | None, int | None, str], ...]
    missed: tuple[str, ...]


def examples(folder: str) -> Iterator[Example]:
    """Yield the examples of ``newsclaims/<folder>/examples.md`` in order."""
    file = os.path.join(_ROOT, folder, "examples.md")
    with open(file, encoding="utf-8") as lines:
        yield from parse(lines.read(), f"{folder}/examples.md")


def parse(source: str, file: str) -> Iterator[Example]:
    """Yield the examples of one Markdown source.

    Raises:
        ValueError: for an example without an expectation, naming file and line.
    """
    date = None
    rule = ""
    group: list[tuple[int, str]] = []
    for number, line in enumerate([*source.split("\n"), ""], 1):
        if line.startswith("    "):
            group.append((number, line[4:]))
            continue
        if group:
            yield _example(group, rule, date, file)
            group = []
        if line.startswith("date: "):
            date = line[6:].strip()
        elif line.startswith("## "):
            rule = line[3:].strip()


def _example(group: list[tuple[int, str]], rule: str, date: str | None, file: str) -> Example:
    number, text = group[0]
    expected: list[tuple[int | None, int | None, str]] = []
    missed = []
    if len(group) == 1:
        raise ValueError(f"{file}:{number}: example without an expectation")
    for at, line in group[1:]:
        stripped = line.strip()
        if stripped.startswith("(missed)"):
            missed.append(stripped[8:].strip())
        elif stripped.startswith("="):
            expected.append((None, None, stripped[1:].strip()))
        elif stripped.startswith("^"):
            start = line.index("^")
            end = start + len(stripped) - len(stripped.lstrip("^"))
            # carets stand under the line as written; an escaped line break is two columns wide there
            expected.append((_offset(text, start), _offset(text, end), line[end:].strip()))
        elif stripped != "(nothing)":
            raise ValueError(f"{file}:{at}: neither carets, '=', '(nothing)' nor '(missed)'")
    return Example(file, number, rule, date, text.replace("\\n", "\n"), tuple(expected), tuple(missed))


def _offset(line: str, column: int) -> int:
    return column - line.count("\\n", 0, column)


def describe(item: Date | Figure | Quote | Entity | Claim | Check) -> str:
    """Return the one line by which examples and explanations name a fact."""
    if isinstance(item, Date):
        parts = [item.type, item.value or "null", item.mod]
    elif isinstance(item, Figure):
        span = None if item.low is None and item.high is None else f"{_number(item.low)}..{_number(item.high)}"
        comparator = item.comparator if item.comparator != "=" else None
        parts = [item.kind, comparator, span or _number(item.value), item.unit]
        parts += ["per " + item.per if item.per else None, item.direction, item.point]
        parts += ["against " + item.baseline if item.baseline else None, "of " + item.of if item.of else None]
    elif isinstance(item, Quote):
        speaker = item.speaker.text if item.speaker else "null"
        addressee = "to " + item.addressee.text if item.addressee else None
        parts = [item.kind, "|", speaker, "|", item.cue.lemma if item.cue else "null", addressee]
    elif isinstance(item, Check):
        parts = [item.severity, item.message]
    elif isinstance(item, Entity):
        parts = [item.type, item.name, item.country, *[f"[{role}]" for role in item.roles]]
    else:
        return _describe_claim(item)
    return " ".join(part for part in parts if part)


def _describe_claim(claim: Claim) -> str:
    arguments = "; ".join(f"{item.role}: {item.text}" for item in claim.arguments)
    flags = [
        "passive" if claim.voice == "passive" else None,
        "negated" if claim.negated else None,
        claim.modality if claim.modality != "asserted" else None,
    ]
    subject = claim.subject.text if claim.subject else "-"
    parts = [subject, claim.predicate.lemma, claim.object.text if claim.object else "-"]
    if arguments:
        parts.append(arguments)
    shown = " | ".join(parts)
    marks = " ".join(f"({flag})" for flag in flags if flag)
    return f"{shown} {marks}".strip()


def _number(value: int | float | None) -> str:
    return "null" if value is None else format(value, ".12g") if isinstance(value, float) else str(value)
