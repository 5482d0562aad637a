"""Yes against no: two statements of one deed of which one denies it, or of a deed and its opposite."""

from __future__ import annotations

import re
from typing import Final

from newsclaims.facts.lexical import concepts, iter_concepts
from newsclaims.facts.moments import dates_apart, grain
from newsclaims.facts.pair import Pair
from newsclaims.facts.statement import Statement
from newsclaims.facts.value_tokens import value_token
from newsclaims.facts.values import Value
from newsclaims.table import word_classes

word_class = word_classes("facts")

_UNREAL = frozenset(("possible", "conditional", "asked", "obliged", "doubted", "denied"))
_FIRST: Final = re.compile(r"\b(?:first time|for the first|never before)\b", re.I)
_FURTHER: Final = re.compile(
    r"\b(?:no|not any|without) (?:further|more|other|additional|new|fresh|serious|major|immediate)\b|"
    r"\b(?:nobody|no one|none|nothing) (?:else|of the (?:others?|rest))\b|"
    r"\bno [a-z]+ (?:[a-z]+ ){1,3}among\b|"
    r"\b(?:no|nobody|none|not)\b[^,;]{1,60} by (?:noon|midday|midnight|then|late|early|dawn|mid-?\w+|\w+day)\b",
    re.I,
)
_LITTLE: Final = re.compile(r"\b(?:hardly|barely|scarcely|little|only)\b", re.I)
_WORD: Final = r"(?!(?:of|in|at|for|on|by|to|with|from|that|who|which)\b)[\w'’$€£.-]+(?:,\d+){0,4}"
_NOUN: Final = re.compile(rf"{_WORD}(?:\s+{_WORD}){{0,30}}")
_DENYING: Final = re.compile(r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without)\b|n[’']t\b", re.I)
_ANOTHER: Final = re.compile(
    r"\b(?:(?:an?|the|its|his|her|their) (?:earlier|previous|prior|former|rival|separate)|another)\b", re.I
)
_GOALS, _GOAL = frozenset(("of", "from")), 80  # and the code points of one that are read
_AHEAD = ("would ", "should ", "could ")
_DOING = frozenset(("do",))
_NOBODY = frozenset(("you", "one", "anybody", "anyone"))


def flipped(pair: Pair) -> bool:
    """Return whether one statement of a pair asserts what the other denies, as far as their words tell."""
    one, other = pair.one, pair.other
    if one.claim is None or other.claim is None or not (_states(one) and _states(other)):
        return False
    if (one.modality in _UNREAL) != (other.modality in _UNREAL) or pair.deed == "unknown":
        return False
    if asks(one) or asks(other):
        return False
    if pair.speaker == "other" and one.claim.quote and other.claim.quote:
        return False  # two who are quoted may contradict each other
    if _FURTHER.search(one.text) or _FURTHER.search(other.text):
        return False  # no further deaths after three
    if places_apart(one, other):
        return False  # closed in Lowton, not closed in Wessing
    if _FIRST.search(one.text) or _FIRST.search(other.text):
        return False  # what happened for the first time since 1905 has not happened since 1905
    short, long = sorted((one.text, other.text), key=len)
    if short in long:
        return False  # `disappointing`, `disappointing, but not shocking`
    if _LITTLE.search(one.text) or _LITTLE.search(other.text):
        return False  # what hardly changes plays a small part
    if not _tells(one) or not _tells(other):
        return False  # `he did`
    if pair.deed == "opposed" and pair.actor != "same" and (one.deeds | other.deeds) & word_class("converse"):
        return False  # what one sells another buys
    if pair.deed == "other" and (one.deeds | other.deeds) & word_class("sayings"):
        return False  # who has no comment denies nothing
    if pair.deed == "other" and (one.state or other.state):
        return False  # what is unconstitutional was struck down
    if pair.deed == "opposed" and "other" in (pair.actor, pair.object):
        return False  # one share rose, another fell
    if pair.deed == "opposed" and not _one_mover(one, other):
        return False  # sales fell, prices rose
    if pair.deed == "same" and _days_apart(one, other):
        return False  # nobody died on Monday, three on Sunday
    if _of_another(one, other):
        return False  # convicted of theft, acquitted of fraud
    if _looks_ahead(one) != _looks_ahead(other) and pair.deed == "same":
        return False  # `nobody expected that he would`: then he did
    if pair.deed != "opposed" and pair.actor != "same" and (_strange(one, other) or pair.actor == "other"):
        return False  # the companies did not pay, the government did
    return (one.negated != other.negated) != (pair.deed == "opposed")


def _days_apart(one: Statement, other: Statement) -> bool:
    """Return whether two statements tell of two days."""
    ways = {dates_apart(mine, yours) for mine in one.dates for yours in other.dates
            if grain(mine) == grain(yours) == "day"}  # fmt: skip
    return ways == {"apart"}


def places_apart(one: Statement, other: Statement) -> bool:
    """Return whether each of two statements names a place that the other does not, and they share none."""
    ours, theirs = (
        {entity.name for entity in item.article.entities if entity.type == "place" and entity.id in item.entities}
        for item in (one, other)
    )
    return bool(ours and theirs) and not ours & theirs


def _of_another(one: Statement, other: Statement) -> bool:
    """Return whether what two deeds are done of, for or from has nothing in common."""
    told = [
        {item.role: concepts(item.text[:_GOAL]) for item in side.claim.arguments if item.role in _GOALS}
        for side in (one, other)
        if side.claim
    ]
    return len(told) > 1 and any(
        told[0][role] and told[1][role] and not told[0][role] & told[1][role]
        for role in told[0].keys() & told[1].keys()
    )


def _looks_ahead(item: Statement) -> bool:
    """Return whether something is denied of what then was to come: `never thought that she would win`."""
    ahead = item.negated and item.claim is not None and item.claim.predicate.text.lower().startswith(_AHEAD)
    return ahead and not _DENYING.search(item.text)


def _one_mover(one: Statement, other: Statement) -> bool:
    """Return whether what goes up and down, or opens and closes, is the same thing and not one word of it."""
    if bool(_ANOTHER.search(one.text)) != bool(_ANOTHER.search(other.text)):
        return False  # an earlier offer was refused
    ours, theirs = (_head(item) for item in (one, other))
    return not ours or not theirs or ours == theirs


def _head(item: Statement) -> str:
    """Return the concept of the word that names what a deed without an object happens to, empty for a name or `it`."""
    amount = item.object is None or item.object.text[:1].isdigit()  # `plunged 10 percent`
    who = item.object if item.actor is None else item.actor if amount else None
    if who is None or who.name is not None or who.entity is not None:
        return ""
    return head_concept(who.text)


def head_concept(text: str) -> str:
    """Return the concept of the word that a noun phrase names: of `talks on the strike` the talks; "" for none."""
    words = _NOUN.match(text)
    told = [*iter_concepts(words[0])] if words else []
    return told[-1] if told else ""


def asks(item: Statement) -> bool:
    """Return whether the sentence of a statement is a question."""
    return item.article.text[item.start : item.article.sentences[item.sentence].end].rstrip(" \n\"”’'")[-1:] == "?"


def _tells(item: Statement) -> bool:
    return item.deeds != _DOING or item.object is not None


def signs(pair: Pair) -> dict[str, float]:
    """Return the signs that two statements tell of one thing, each 0 to about 1, by name (``sign_weights.tsv``)."""
    one, other = pair.one, pair.other
    ours, theirs = telling(one), telling(other)
    verb = {f"={deed}" for deed in one.deeds | other.deeds}
    shared = (ours & theirs) - verb
    part = len(shared) / max(1, min(len(ours - verb), len(theirs - verb)))
    quoted = sum(item.quote is not None and item.quote.kind != "indirect" for item in (one, other))
    elsewise = pair.deed == "other"
    return dict(  # noqa: C408 - names of signs, as in the table
        score=pair.score,
        shared=pair.shared,
        words=min(3, len(shared)) / 3,
        part=part,
        values=float(bool(values(one) & values(other))),
        opposed=float(pair.deed == "opposed"),
        other_deed=float(elsewise),
        other_deed_score=elsewise * pair.score,
        other_deed_part=elsewise * part,
        actor=float(pair.actor == "same"),
        object=float(pair.object == "same"),
        other_object=float(pair.object == "other"),
        other_speaker=float(pair.speaker == "other"),
        one_quoted=float(quoted == 1),
        both_quoted=float(quoted == 2),
        modality=float(one.modality != other.modality),
        days=float(any(dates_apart(mine, yours) == "apart" for mine in one.dates for yours in other.dates)),
        headline=float("headline" in (one.part, other.part)),
    )


def _strange(one: Statement, other: Statement) -> bool:
    """Return whether the words for who acts have nothing in common: `companies`, `the government`."""
    ours, theirs = (concepts(item.actor.text) if item.actor else frozenset() for item in (one, other))
    return bool(ours and theirs and not ours & theirs)


def telling(item: Statement) -> frozenset[str]:
    """Return what a statement is about beside its actor."""
    return item.about - concepts(item.actor.text if item.actor else "")


def values(item: Statement) -> set[tuple[str, float]]:
    """Return the figures and dates of a statement as words."""
    found: tuple[Value, ...] = (*item.figures, *item.dates)
    return {token for token in map(value_token, found) if token}


def _states(item: Statement) -> bool:
    """Return whether a statement asserts something: no bare infinitive or -ing form, nothing of `you`."""
    if item.claim is None:
        return False
    low = item.claim.predicate.text.lower()
    if low.startswith(("to ", "not to ")) or (" " not in low and low.endswith("ing")):
        return False
    if item.actor is None:
        return True
    who = item.actor.text.lower()
    if " " not in who and who.islower() and item.article.text.startswith(" who ", item.actor.end):
        return False  # `people who smoke`: says of whom, not that they do
    return who not in _NOBODY
