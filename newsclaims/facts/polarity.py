"""Yes against no: two statements of one deed of which one denies it, or of a deed and its opposite."""

from __future__ import annotations

import re
from typing import Final

from newsclaims.facts.both_so import both_so, not_yet
from newsclaims.facts.lexical import nearly_opposed
from newsclaims.facts.moments import dates_apart
from newsclaims.facts.pair import Pair
from newsclaims.facts.statement import Statement
from newsclaims.facts.themes import (
    names_deed,
    of_another,
    of_earlier,
    one_doer,
    one_mover,
    one_theme,
    places_apart,
    strange,
    telling,
    times_apart,
    values,
)  # fmt: skip
from newsclaims.table import word_classes

word_class = word_classes("facts")

_UNREAL = frozenset(("possible", "conditional", "asked", "obliged", "doubted", "denied"))
_NO_NO: Final = re.compile(
    r"\b(?:no|any|little|without) (?:trouble|difficulty|difficulties|problems?|objections?|doubt|choice|hesitation)\b",
    re.I,
)
_FIRST: Final = re.compile(r"\b(?:first time|for the first|never before)\b", re.I)
_FURTHER: Final = re.compile(
    r"\b(?:no|not any|without) (?:further|more|other|additional|new|fresh|serious|major|immediate)\b|"
    r"\b(?:nobody|no one|none|nothing) (?:else|of the (?:others?|rest))\b|"
    r"\bno [a-z]+ (?:[a-z]+ ){1,3}among\b|"
    r"\b(?:no|nobody|none|not)\b[^,;]{1,60} by (?:noon|midday|midnight|then|late|early|dawn|mid-?\w+|\w+day)\b",
    re.I,
)
_LITTLE: Final = re.compile(r"\b(?:hardly|barely|scarcely|little|only)\b", re.I)
_DENYING: Final = re.compile(r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without)\b|n[’']t\b", re.I)
_SAID_TO: Final = re.compile(r"\b(?:expected|said|supposed|thought|believed|reported|likely)\b")
_ABLE: Final = re.compile(r"(?:can|could)\b", re.I)
_BEST, _BESIDE = 0.9, 0.15
_AHEAD = ("would ", "should ", "could ")
_SAYING = frozenset(("say",))
_DOING, _BEING = frozenset(("do",)), frozenset(("be",))
_NOBODY = frozenset(("you", "one", "anybody", "anyone"))


def flipped(pair: Pair) -> bool:
    """Return whether one statement of a pair asserts what the other denies, as far as their words tell."""
    one, other = pair.one, pair.other
    if one.claim is None or other.claim is None or not (_states(one) and _states(other)):
        return False
    if pair.deed == "unknown" or _unreal(pair, one) != _unreal(pair, other):
        return False
    if pair.deed == "same" and not one.deeds & other.deeds:
        return False  # nobody died, three cows were killed: ``harm`` tells
    if asks(one) or asks(other) or "conditional" in (one.modality, other.modality):
        return False  # `if they did not agree`, `unless they agreed`
    if pair.speaker == "other" and one.claim.quote and other.claim.quote:
        return False  # two who are quoted may contradict each other
    if _two_opinions(one, other):
        return False  # one calls the plan necessary, another useless
    if _FURTHER.search(one.text) or _FURTHER.search(other.text):
        return False  # no further deaths after three
    if both_so(one, other):
        return False  # who never earned more has a record profit; what was shut until Friday opened on Friday
    if _NO_NO.search(one.text) or _NO_NO.search(other.text):
        return False  # who has no trouble walking walks
    if places_apart(one, other):
        return False  # closed in Lowton, not closed in Wessing
    if _FIRST.search(one.text) or _FIRST.search(other.text):
        return False  # what happened for the first time since 1905 has not happened since 1905
    short, long = sorted((one.text, other.text), key=len)
    if short in long:
        return False  # `disappointing`, `disappointing, but not shocking`
    if _limits(one) or _limits(other):
        return False  # what hardly changes plays a small part
    if not _tells(one) or not _tells(other):
        return False  # `he did`
    if pair.deed == "opposed" and pair.actor != "same" and (one.deeds | other.deeds) & word_class("converse"):
        return False  # what one sells another buys
    if pair.deed == "other" and not _elsewise(pair) and not _two_ways(pair):
        return False  # who rejects an offer does not accept it
    if not _in_place(pair) and not _one_matter(pair):
        return False  # sales fell, prices rose; the companies did not pay, the government did
    if pair.deed == "opposed" and of_earlier(one, other):
        return False  # an earlier offer was refused
    if times_apart(one, other):
        return False  # nobody died on Monday, three on Sunday; sentenced in 2023, acquitted this week
    if of_another(one, other):
        return False  # convicted of theft, acquitted of fraud
    if _looks_ahead(one) != _looks_ahead(other) and pair.deed == "same":
        return False  # `nobody expected that he would`: then he did
    return (_denies(pair, one) != _denies(pair, other)) != (pair.deed == "opposed" or _two_ways(pair))


def _limits(item: Statement) -> bool:
    """Return whether a statement tells that something is hardly so: not `has little hope`, which is told as a no."""
    return bool(_LITTLE.search(item.text)) and (not item.negated or bool(_DENYING.search(item.text)))


def _two_opinions(one: Statement, other: Statement) -> bool:
    """Return whether somebody calls something what somebody else does not, as far as both have names."""
    if not (_calls(one) or _calls(other)):
        return False
    ours, theirs = ((item.actor if _calls(item) else item.speaker) for item in (one, other))
    if ours is None or theirs is None or not (ours.name and theirs.name):
        return False
    return ours.name.split()[-1] != theirs.name.split()[-1]


def _calls(item: Statement) -> bool:
    """Return whether a statement tells what somebody says that something is: `called the plan needless`."""
    if not item.state or item.claim is None or item.claim.voice == "passive":
        return False
    verb = item.claim.predicate.lemma.partition(" ")[0]
    return verb in word_class("describing-verbs") or verb in word_class("leaving-verbs")


def _in_place(pair: Pair) -> bool:
    """Return whether two statements stand in one place of both reports: nothing is more like either, and beside them
    stand sentences that are alike.
    """
    return pair.best > _BEST and pair.beside > _BESIDE


def _one_matter(pair: Pair) -> bool:
    """Return whether the words of two statements alone tell that they are about one somebody or something."""
    one, other = pair.one, pair.other
    if pair.deed == "opposed":
        told = pair.actor == "same" and values(one) & values(other)  # `shares rose 9%`, `the firm lost 9%`
        return one_mover(pair) and bool(pair.object == "same" or one_doer(pair) or one_theme(one, other) or told)
    if "same" in (pair.actor, pair.object, pair.speaker):
        return True
    return pair.actor != "other" and not strange(one, other)


def _elsewise(pair: Pair) -> bool:
    """Return whether one statement says no to what the other tells in other words: `no cry was heard`, `he cried`.

    A deed that says no itself is no yes, nor does a comment that was not made deny anything.
    """
    told, denial = (pair.one, pair.other) if _denies(pair, pair.other) else (pair.other, pair.one)
    if _denies(pair, told) or not _denies(pair, denial) or not_yet(denial):
        return False
    if told.deeds & (word_class("attitudes") | word_class("standings")):
        return False  # what is feared, or hoped for, need not come; `Donna Frye, who chairs the board`
    if names_deed(told, denial):
        return True
    if denial.deeds <= _SAYING and told.deeds & word_class("opinions"):
        return pair.actor == "same"  # who declined to comment has not praised it
    if told.state or denial.state or _BEING in (told.deeds, denial.deeds):
        return False  # what is unconstitutional was struck down; on duty, unhurt; there was no case
    if (told.deeds | denial.deeds) & (word_class("denying") | word_class("sayings")):
        return False  # who declined to stop it goes on
    if pair.actor == "same" and denial.modality == "denied" and values(told) & values(denial):
        return True  # who admits paying $5,000, denies giving $5,000
    return bool(telling(told) & telling(denial)) or (pair.best > _BEST and pair.object == "same")


def _taken_back(pair: Pair, item: Statement) -> bool:
    """Return whether a statement is denied by somebody, where the other is told by the same or by nobody."""
    return item.modality in ("denied", "doubted") and pair.deed != "opposed" and pair.speaker != "other"


def _able(item: Statement) -> bool:
    """Return whether a statement tells what somebody can or could do: it is so, or not."""
    verb = item.claim.predicate if item.claim and item.modality == "possible" else None
    return verb is not None and bool(_ABLE.match(verb.text) or item.article.text.endswith("able ", 0, verb.start))


def _modality(item: Statement) -> str:
    return "asserted" if _able(item) else item.modality


def _two_ways(pair: Pair) -> bool:
    """Return whether two deeds of other words go two ways, and neither is denied."""
    if pair.deed != "other" or _denies(pair, pair.one) or _denies(pair, pair.other):
        return False
    if _modality(pair.one) != _modality(pair.other):
        return False
    if values(pair.one) & values(pair.other):
        return False  # a profit that fell to $4 million, and $4 million that were earned
    return nearly_opposed(pair.one.deeds, pair.other.deeds)


def _unreal(pair: Pair, item: Statement) -> bool:
    return item.modality in _UNREAL and not _able(item) and not _taken_back(pair, item)


def _denies(pair: Pair, item: Statement) -> bool:
    """Return whether a statement says no: `did not know`, `denied that they knew`, but not `denied not knowing`."""
    return item.negated or _taken_back(pair, item)


def _looks_ahead(item: Statement) -> bool:
    """Return whether something is denied of what then was to come: `never thought that she would win`."""
    ahead = item.negated and item.claim is not None and item.claim.predicate.text.lower().startswith(_AHEAD)
    return ahead and not _DENYING.search(item.text)


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
    elsewise, opposed = pair.deed == "other", pair.deed == "opposed"
    return dict(  # noqa: C408 - names of signs, as in the table
        score=pair.score,
        shared=pair.shared,
        words=min(3, len(shared)) / 3,
        part=part,
        values=float(bool(values(one) & values(other))),
        opposed=float(opposed),
        two_ways=float(_two_ways(pair)),
        other_deed=float(elsewise),
        other_deed_best=elsewise * pair.best,
        other_deed_named=float(elsewise and (names_deed(one, other) or names_deed(other, one))),
        other_deed_object=float(elsewise and pair.object == "same"),
        other_deed_actor=float(elsewise and pair.actor == "same"),
        other_deed_score=elsewise * pair.score,
        other_deed_part=elsewise * part,
        actor=float(pair.actor == "same"),
        object=float(pair.object == "same"),
        other_object=float(pair.object == "other"),
        other_speaker=float(pair.speaker == "other"),
        one_quoted=float(quoted == 1),
        both_quoted=float(quoted == 2),
        best=pair.best,
        beside=min(1.0, pair.beside),
        strange=float(not opposed and "same" not in (pair.actor, pair.object) and strange(one, other)),
        other_actor=float(pair.actor == "other"),
        strange_opposed=float(opposed and pair.object != "same" and strange(one, other)),
        other_mover=float(opposed and not one_mover(pair)),
        other_theme=float(opposed and pair.object != "same" and not (one_doer(pair) or one_theme(one, other))),
        modality=float(_modality(one) != _modality(other) and not (_taken_back(pair, one) or _taken_back(pair, other))),
        settled=pair.settled,
        retold=pair.retold,
        line=pair.like,
        line_far=pair.far,
        days=float(any(dates_apart(mine, yours) == "apart" for mine in one.dates for yours in other.dates)),
        headline=float("headline" in (one.part, other.part)),
    )


def _intends(item: Statement) -> bool:
    """Return whether an infinitive tells what somebody will or can do: `agreed to buy`, not `is expected to buy`."""
    if item.actor is None or item.claim is None:
        return False
    if item.article.text.endswith("able ", 0, item.claim.predicate.start):
        return True
    return item.modality == "planned" and not _SAID_TO.search(
        item.article.text, item.actor.end, max(item.actor.end, item.claim.predicate.start)
    )


def _states(item: Statement) -> bool:
    """Return whether a statement asserts something: no mere purpose or -ing form, nothing of `you`."""
    if item.claim is None:
        return False
    low = item.claim.predicate.text.lower()
    if low.startswith(("to ", "not to ")) and not _intends(item):
        return False
    if " " not in low and low.endswith("ing") and not item.negated:
        return False  # `left without speaking` denies that they spoke
    if item.actor is None:
        return True
    who = item.actor.text.lower()
    if (
        who.split()[0] not in word_class("pointing")
        and who.islower()
        and item.article.text.startswith((" who ", " that "), item.actor.end)
    ):
        return False  # `people who smoke`: says of whom, not that they do
    return who not in _NOBODY
