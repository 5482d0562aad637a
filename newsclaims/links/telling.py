"""Whom a pronoun in reported speech stands for by who tells it to whom: `His mother said he`, `She told Reed he`."""

from __future__ import annotations

from newsclaims.links.actors import kind_of
from newsclaims.links.candidates import Candidate
from newsclaims.links.discourse import Discourse
from newsclaims.words.frames import verb_frame


def spoken_for(discourse: Discourse, position: int) -> int | None:
    """Return whose lawyer, mother or spokesman says what a pronoun stands in: `His mother said he had gone`."""
    parse = discourse.parses[discourse.index]
    clause = parse.clause_with(position) or parse.holder(position)
    outer = clause.parent if clause is not None else None
    if clause is None or outer is None or all(inner is not clause for _, inner in outer.content):
        return None
    subject, tokens = outer.surface(), discourse.tokens
    chunks = [*clause.governors, clause.verb]
    verb = tokens[chunks[0].head].lemma if chunks[0] is not None else ""
    if verb_frame(verb).that >= 20 or verb in ("hope", "want"):
        return None  # "Her mother said she expects her daughter to call"
    if subject is None or subject.first <= position < subject.last or kind_of(tokens[subject.head]) != "person":
        return None
    if tokens[subject.first].tag == "PRP$":
        return discourse.spoken.get(subject.first)
    ends = {place.last: place.entity for place in discourse.by_token.values()}
    mark = next((at for at in range(subject.first, subject.head) if tokens[at].tag == "POS"), -1)
    if mark < 0 and subject.head + 1 < len(tokens) and tokens[subject.head + 1].lower == "for":
        mark = next((at for at in range(subject.head + 3, subject.last + 1) if at in ends), -1)
    return ends.get(mark)


def told_to(discourse: Discourse, position: int, gender: str, banned: set[int]) -> Candidate | None:
    """Return whom somebody of the other gender tells what `he` did: `Judge Clare Reed told Pryce he had lied`.

    Also who is asked what she would do, `Fox asked Renner if she would marry`, and who stands beside her own: `Ann Reed
    and her mother`.
    """
    tokens = discourse.tokens
    if tokens[position].tag == "PRP$" and position > 1 and tokens[position - 1].lower == "and":
        beside = next((place for place in discourse.by_token.values() if place.last == position - 1), None)
        one = discourse.people[beside.entity] if beside is not None else None
        return one if one is not None and one.gender in (gender, None) else None
    asked = position > 2 and tokens[position - 1].lower in ("if", "whether", "why", "how")
    at = position - 1 - (asked or tokens[position - 1].lower == "that")
    place = next((place for place in discourse.by_token.values() if place.last == at + 1), None) if at > 0 else None
    verbs = ("ask",) if asked else ("inform", "remind", "tell", "warn")
    if place is None or place.first < 1 or tokens[place.first - 1].lemma not in verbs:
        return None
    teller = discourse.subject_of(place.first - 1)
    other = discourse.people[teller] if teller is not None else None
    told = discourse.people[place.entity]
    fits = told is not None and told.gender in (gender, None) and place.entity not in banned
    if not fits:
        return None
    if asked:
        discourse.said = place.entity  # who answers
        return told
    return told if other is not None and other.gender not in (gender, None) else None
