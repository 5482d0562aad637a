"""What a rule is, for a reader: its docstring, its examples and its measured precision; why a sentence is checkable."""

from __future__ import annotations

import difflib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from textwrap import dedent

import newsclaims
from newsclaims.examples import FOLDERS, examples
from newsclaims.rule import Rule, registered
from newsclaims.table import rows
from newsclaims.terminal.page import Page, cut, heading, one_line, table, wrapped


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule of the package, sorted by id."""
    for folder in (*FOLDERS, "syntax"):
        prefix = f"newsclaims.{folder}."
        for module in pkgutil.walk_packages([f"{newsclaims.__path__[0]}/{folder}"], prefix):
            import_module(module.name)
    return tuple(registered())


def first_sentence(rule: Rule) -> str:
    """Return the first sentence of a rule's docstring on one line."""
    paragraph = " ".join(dedent(rule.doc).strip().split("\n\n")[0].split())
    for stop in re.finditer(r"[.?!](?= +[A-Z`])", paragraph):
        if paragraph.count("`", 0, stop.end()) % 2 == 0:  # a stop inside an example ends no sentence
            return paragraph[: stop.end()]
    return paragraph


def rule_lines(page: Page, kind: str | None = None) -> Iterator[str]:
    """Yield the rules, of one kind of fact if ``kind`` is given, one or more lines each."""
    found = [rule for rule in all_rules() if kind is None or rule.kind == kind]
    width = max((len(rule.id) for rule in found), default=0)
    for at in range(0, len(found), 200):
        part = found[at : at + 200]
        yield from table(page, ((rule.id, first_sentence(rule)) for rule in part), (width, 0), ("name",))


def named(id: str) -> Rule | None:
    """Return the rule of an id, with or without its kind."""
    by_id = {rule.id: rule for rule in all_rules()}
    if id in by_id:
        return by_id[id]
    short = [rule for rule in by_id.values() if rule.id.partition(".")[2] == id]
    return short[0] if len(short) == 1 else None


def similar(id: str) -> list[str]:
    """Return ids that an unknown one may stand for."""
    ids = [rule.id for rule in all_rules()]
    return difflib.get_close_matches(id, ids, 3, 0.5) or [one for one in ids if id.rpartition(".")[2] in one][:3]


def explain_lines(page: Page, rule: Rule) -> Iterator[str]:
    """Yield a rule's docstring, where it is written, its measured precision and its examples."""
    yield page.paint(rule.id, "head")
    yield ""
    for paragraph in inspect.cleandoc(rule.doc).split("\n\n"):
        yield from wrapped(one_line(paragraph), page.width - 1)
        yield ""
    yield f"Written in {rule.apply.__module__}."
    if rule.needs:
        needs = ", ".join(sorted(rule.needs))
        yield from wrapped(cut(f"Tried where a sentence has one of: {needs}", 6 * page.width), page.width - 1)
    yield _precision(rule.id)
    own = [example for example in examples(rule.kind) if example.rule == rule.id]
    if own:
        yield from heading(page, "Examples")
    for example in own:
        yield ""
        yield from (f"  {line}" for line in wrapped(one_line(example.text), page.width - 3))
        for start, end, words in example.expected:
            place = "" if start is None or end is None else f"“{one_line(example.text[start:end])}” "
            yield from (f"    {line}" for line in wrapped(f"→ {place}{words}", page.width - 5))
        if not example.expected and not example.missed:
            yield "    → nothing"
        yield from (f"    → known to be missed: {words}" for words in example.missed)


def _precision(id: str) -> str:
    """Return what was measured of a rule, in words."""
    kind = id.partition(".")[0]
    if kind == "claims":
        for term, count, share, _ in rows("claims", "confidence"):
            if term == id:
                return f"A reader signed {float(share):.0%} of its {count} claims in articles that were judged."
    if kind == "quotes":
        for rule, verbs, share, count in rows("quotes", "confidence"):
            if rule == id and verbs == "all":
                return f"Precision {float(share):.0%}, measured on {count} quotes of development news."
    if kind == "checks":
        for rule, planted, seen, alarms, wrong, more in rows("checks", "measured"):
            if rule == id:
                told = []
                if planted != "0":
                    told.append(f"Found {seen} of {planted} errors of its kind planted in correct articles")
                if more != "0":
                    told.append(f"found {more} of the errors of all kinds planted in further articles")
                told.append(f"{alarms} findings in ordinary news, {wrong} of them wrong")
                line = "; ".join(told)
                return f"{line[:1].upper()}{line[1:]}."
    return "Precision of this rule alone was not measured."


def worth_lines(page: Page, text: str) -> Iterator[str]:
    """Yield a sentence's check-worthiness and the terms of its sum, the largest first."""
    from newsclaims.checks.worthiness import weighed, worthiness
    from newsclaims.text.document import read_document
    from newsclaims.words.sentence import analyse

    for sentence in analyse(read_document(text)):
        yield f"{worthiness(sentence):.3f}  {one_line(text[sentence.start : sentence.end])}"
        for name, weight in weighed(sentence.tokens)[:25]:
            yield f"  {weight:+.2f}  {page.paint(one_line(name), 'name')}"
