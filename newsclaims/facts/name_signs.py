"""Signs that a name of one report stands for a name of another: roles, kinds, and the words beside both."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsclaims.facts.lexical import concept, concepts
from newsclaims.facts.offices import beside_office, told_office
from newsclaims.model import Article, Entity, Mention

_BESIDE = 30  # code points beside a name that hold the two words before and behind it
_MARK = re.compile(r"[;:“”\"]")
_WORD = re.compile(r"[\w'’-]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: its place, what it names, and the statement that holds it."""

    mention: Mention
    entity: Entity
    sentence: int


def _head(role: str) -> str:
    """Return what somebody is, without of what: `chief` of `Tarvos police chief` and `chief of the Tarvos police`."""
    told = role.partition(" of ")[0]
    head = concept(((told_office(told) or told).split() or [""])[-1].lower())  # `Gov.` is the governor
    return f"beside {head}" if beside_office(role) else head


def around(article: Article, name: Name) -> frozenset[str]:
    """Return the concepts of the words beside a name that may tell who it is: `Ann Lee, a professor of law`."""
    span, mention = article.sentences[name.sentence], name.mention
    before = article.text[max(span.start, mention.start - _BESIDE) : mention.start]
    behind = article.text[mention.end : min(span.end, mention.end + 2 * _BESIDE)]
    return concepts(f"{_MARK.split(before)[-1]} {_MARK.split(behind)[0]}") - concepts(name.entity.name)


def _kind(name: Name) -> str:
    """Return the concept of the last word of a name: the university, the court, the park."""
    return concept(name.entity.name.split()[-1].lower())


def signs_of(articles: tuple[Article, Article], both: tuple[Name, Name]) -> dict[str, float]:
    """Return the signs of two names that one stands for the other, each 0 to 1, by name (``sign_weights.tsv``)."""
    roles = [frozenset(map(_head, item.entity.roles)) for item in both]
    before, behind = [], []
    for article, item in zip(articles, both, strict=True):
        start, end = item.mention.start, item.mention.end
        before.append({*_WORD.findall(article.text[max(0, start - _BESIDE) : start].lower())[-2:]})
        behind.append({*_WORD.findall(article.text[end : end + _BESIDE].lower())[:2]})
    counts = sorted(sum(mention.kind == "name" for mention in item.entity.mentions) for item in both)
    return {
        "role": float(bool(roles[0] & roles[1])),
        "other_role": float(bool(roles[0] and roles[1] and not roles[0] & roles[1])),
        "before": min(2, len(before[0] & before[1])) / 2,
        "behind": min(2, len(behind[0] & behind[1])) / 2,
        "often": counts[0] / counts[1],
        "kind": float(both[0].entity.type != "person" and _kind(both[0]) == _kind(both[1])),
        "person": float(both[0].entity.type == "person"),
        "place": float(both[0].entity.type == "place"),
    }
