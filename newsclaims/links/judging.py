"""Whom a pronoun stands for by who judges, accuses or orders whom: `fined Acme for what it did`, `ordered it to …`."""

from __future__ import annotations

from typing import Final

from newsclaims.links.candidates import Candidate
from newsclaims.links.classes import word_class
from newsclaims.links.discourse import Discourse
from newsclaims.rule import rule
from newsclaims.syntax.clause import SUB, Clause, Phrase
from newsclaims.table import words

_DEEPEST: Final = 3


def judged(discourse: Discourse, position: int) -> Candidate | None:
    """`It` and `they` in what somebody is blamed for, charged with or told to do: whoever is judged, not who judges.

    `The watchdog fined Acme over the way it uses data`, `opened a case against Acme for what it sold`, `accused the
    chiefs of betraying those they serve`.  Not in what they are told (`told Acme that it …`), nor where who judges
    gives a name to something (`barred Acme from what it calls a trick`).
    """
    clause = _clause(discourse, position)
    if clause is None or names(discourse, position):
        return None
    suffers = discourse.tokens[position].tag != "PRP$" and not (clause.finite and discourse.subject_at(position))
    doer = discourse.subject_of(position) if suffers else None
    for _ in range(_DEEPEST):
        outer = clause.parent
        if clause.opener == SUB:
            return None  # `fined Acme when it found`, `charged people before officials took their boats`
        if outer is None or any(role == "that" for role, inner in outer.content if inner is clause):
            return None
        judge = outer.surface()
        if suffers and (doer is None or judge is None or discourse.spoken.get(judge.head) != doer):
            return None
        for phrase in _judged(discourse, outer):
            entity = discourse.spoken.get(phrase.last - 1, discourse.spoken.get(phrase.head))
            if phrase.last <= position and entity is not None and discourse.bodies[entity] is not None:
                return discourse.bodies[entity] if entity != doer else None
        clause = outer
    return None


def _judged(discourse: Discourse, clause: Clause) -> list[Phrase]:
    """Return whom a clause judges, tells or acts against."""
    if clause.verb is None:
        return []
    found = [phrase for role, phrase in clause.arguments if role == "against"]
    lemma = discourse.tokens[clause.verb.head].lemma
    if not any(lemma in words("words", table) for table in ("judging_verbs", "persuading_verbs")):
        return found if lemma not in word_class("judging-too") else found + clause.objects[:1]
    subject = clause.surface()
    if clause.passive:
        return [*found, subject] if subject is not None else found
    return found + clause.objects[:1]


def names(discourse: Discourse, position: int) -> bool:
    """Return whether a pronoun is who calls something something: `what it dubs “a trick”`, `what they say is`."""
    clause = _clause(discourse, position)
    verb = clause.verb if clause is not None else None
    return verb is not None and position < verb.first and discourse.tokens[verb.head].lemma in word_class("naming")


def _clause(discourse: Discourse, position: int) -> Clause | None:
    """Return the clause whose subject a pronoun is, else that in which it stands."""
    parse = discourse.parses[discourse.index]
    return parse.clause_with(position) or parse.holder(position)


def judged_object(discourse: Discourse, position: int) -> Candidate | None:
    """`It` as the object of a verb of blame, praise or command: the other organization or place named before it.

    `Lima severed ties with Mexico, accusing it of …`, `barred Acme from selling and ordered it to pay`: who judges is
    not judged.  Nothing unless the sentence names just these two, the one that judges first.
    """
    before = discourse.tokens[position - 1]
    tables = ("judging_verbs", "persuading_verbs")
    if before.tag[:2] != "VB" or not any(before.lemma in words("words", table) for table in tables):
        return None
    named = [
        place.entity
        for place in discourse.by_token.values()
        if place.first < position and discourse.bodies[place.entity] is not None and not place.owner
    ]
    if len(named) != 2 or named[0] != discourse.subject_of(position):
        return None
    chosen = discourse.bodies[named[1]]
    return chosen if chosen is not None and chosen.plural is not True else None


rule("links.pronoun-judged-body", needs={"it", "its", "they", "their"})(judged)
