"""Whether two deeds are done by one somebody, to one thing, at one place and time, so that one may deny the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsclaims.facts.lexical import concepts, iter_concepts
from newsclaims.facts.moments import dates_apart, grain
from newsclaims.facts.pair import Pair
from newsclaims.facts.statement import Statement
from newsclaims.facts.value_tokens import value_token
from newsclaims.facts.values import Value
from newsclaims.model import Date, Figure
from newsclaims.table import word_classes

word_class = word_classes("facts")

_WORD: Final = r"(?!(?:of|in|at|for|on|by|to|with|from|that|who|which)\b)[\w'’$€£.-]+(?:,\d+){0,4}"
_NOUN: Final = re.compile(rf"{_WORD}(?:\s+{_WORD}){{0,30}}")
_ANOTHER: Final = re.compile(
    r"\b(?:(?:an?|the|its|his|her|their) (?:earlier|previous|prior|rival|separate)|another)\b", re.I
)
_COUNTS: Final = re.compile(r"\b(?:counts?|charges|cases?) of ([^,;]+)")
_GOALS, _GOAL = frozenset(("of", "from")), 80  # and the code points of one that are read


def telling(item: Statement) -> frozenset[str]:
    """Return what a statement is about beside its actor."""
    return item.about - concepts(item.actor.text if item.actor else "")


def values(item: Statement) -> set[tuple[str, float]]:
    """Return the figures and dates of a statement as words."""
    found: tuple[Value, ...] = (*item.figures, *item.dates)
    return {token for token in map(value_token, found) if token}


def head_concept(text: str) -> str:
    """Return the concept of the word that a noun phrase names: of `talks on the strike` the talks; "" for none."""
    words = _NOUN.match(text)
    told = [*iter_concepts(words[0])] if words else []
    return told[-1] if told else ""


def places_apart(one: Statement, other: Statement) -> bool:
    """Return whether each of two statements names a place that the other does not, and they share none."""
    return bool(one.places and other.places) and not one.places & other.places


def counted_apart(one: Statement, other: Statement) -> bool:
    """Return whether those who act are two groups by their number: four voted against it, and sixty for it."""
    return any(
        mine.value and yours.value and mine.value != yours.value for mine in _counted(one) for yours in _counted(other)
    )


def _counted(item: Statement) -> list[Figure]:
    """Return the figure with which the words for who acts begin, in a list that is empty where there is none."""
    actor = item.actor
    return [figure for figure in item.figures if actor and figure.start == actor.start and figure.kind == "count"]


def times_apart(one: Statement, other: Statement) -> bool:
    """Return whether two statements tell of two days, or of times of which one is long before the other."""
    ways = {
        (grain(mine) == grain(yours) == "day" or _far(mine, yours), dates_apart(mine, yours))
        for mine in one.dates
        for yours in other.dates
        if mine.type != "DURATION" != yours.type
    }
    return (True, "apart") in ways and not {way for _, way in ways} & {"same", "agree"}


def _far(one: Date, other: Date) -> bool:
    """Return whether two times lie in two years."""
    return one.from_ is not None and other.from_ is not None and one.from_[:4] != other.from_[:4]


def of_another(one: Statement, other: Statement) -> bool:
    """Return whether two deeds are two: what they are done of or from has nothing in common, or one was long before."""
    ours, theirs = (dict(_goals(item)) for item in (one, other))
    if any(ours[role] and theirs[role] and not ours[role] & theirs[role] for role in ours.keys() & theirs.keys()):
        return True
    return one.claim is not None and other.claim is not None and _before(one) != _before(other)


def _before(item: Statement) -> bool:
    """Return whether a deed was done before what the sentence tells: `who had opposed it last year, voted for it`."""
    if item.claim is None or not item.dates:
        return False
    verb, text = item.claim.predicate, item.article.text
    low = verb.text.lower()
    return low.startswith("having ") or (low.startswith("had ") and text.endswith((" who ", " which "), 0, verb.start))


def _goals(item: Statement) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the prepositions of a deed with what they bring; `counts of fraud` tells it wherever it stands."""
    counts = _COUNTS.search(item.text)
    if counts:
        yield "of", concepts(counts[1][:_GOAL])
    for argument in item.claim.arguments if item.claim else ():
        if argument.role in _GOALS and not (counts and argument.role == "of"):
            yield argument.role, concepts(argument.text[:_GOAL])


def one_doer(pair: Pair) -> bool:
    """Return whether one somebody acts in both statements, and not only two of whom the words are alike."""
    ours, theirs = pair.one.actor, pair.other.actor
    if pair.actor != "same" or ours is None or theirs is None:
        return False
    return bool(ours.entity and theirs.entity) or head_concept(ours.text) == head_concept(theirs.text)


def one_theme(one: Statement, other: Statement) -> bool:
    """Return whether what two deeds are done to, or who does them, may be one: a name, `it`, or words in common."""
    shared = (telling(one) & telling(other)) - {f"={deed}" for deed in one.deeds | other.deeds}
    ours, theirs = (item.object or item.actor for item in (one, other))
    if ours is None or theirs is None or ours.name or theirs.name:
        return bool(shared)
    mine, yours = (_acted_on(item) for item in (one, other))
    if not mine or not yours:
        return True  # `it` stands for what was told before
    return bool(shared) and (head_concept(ours.text) in yours or head_concept(theirs.text) in mine)


def _acted_on(item: Statement) -> frozenset[str]:
    """Return the concepts of what a deed is done to: its object, else all that hangs on it or who does it."""
    told = [item.object.text] if item.object else [part.text for part in item.claim.arguments] if item.claim else []
    return concepts(" ".join(told)) or concepts(item.actor.text if item.actor else "")


def names_deed(one: Statement, other: Statement) -> bool:
    """Return whether one denies that there was what the other does: `there would be no appeal`, `will appeal`."""
    named = any(f"={deed}" in other.about or deed in other.about for deed in one.deeds)
    part = other.object or other.actor
    denied = other.claim is not None and other.claim.predicate.lemma in word_class("light-verbs")
    return named and other.negated and (denied or (part is not None and part.text.lower().startswith("no ")))


def of_earlier(one: Statement, other: Statement) -> bool:
    """Return whether one of two statements tells of an earlier or another one: unless both tell a figure alike."""
    return bool(_ANOTHER.search(one.text)) != bool(_ANOTHER.search(other.text)) and not _one_value(one, other)


def one_mover(pair: Pair) -> bool:
    """Return whether what goes up and down, or opens and closes, is the same thing and not one word of it."""
    one, other = pair.one, pair.other
    ours, theirs = (_head(item) for item in (one, other))
    if not ours or not theirs or ours == theirs:
        return True
    return pair.object == "same" and (ours in telling(other) or theirs in telling(one))  # the alarm, the alarm system


def _one_value(one: Statement, other: Statement) -> bool:
    """Return whether the sentences of two statements tell a figure alike: the offer of $37."""
    ours, theirs = (
        {value_token(figure) for figure in item.article.figures if figure.sentence == item.sentence} - {None}
        for item in (one, other)
    )
    return bool(ours & theirs)


def _head(item: Statement) -> str:
    """Return the concept of the word that names what a deed without an object happens to, empty for a name or `it`."""
    amount = item.object is None or item.object.text[:1].isdigit()  # `plunged 10 percent`
    who = item.object if item.actor is None else item.actor if amount else None
    if who is None or who.name is not None or who.entity is not None:
        return ""
    return head_concept(who.text)


def strange(one: Statement, other: Statement) -> bool:
    """Return whether the words for who acts have nothing in common: `companies`, `the government`."""
    ours, theirs = (concepts(item.actor.text) if item.actor else frozenset() for item in (one, other))
    return bool(ours and theirs and not ours & theirs)
