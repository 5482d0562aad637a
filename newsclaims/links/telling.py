"""Whom a pronoun in reported speech stands for by who tells it to whom: `His mother said he`, `She told Reed he`."""

from __future__ import annotations

from typing import Final

from newsclaims.entities.gender import word_gender
from newsclaims.links.actors import kind_of
from newsclaims.links.candidates import Candidate
from newsclaims.links.discourse import Discourse
from newsclaims.words.frames import verb_frame

_SAYING: Final = frozenset({"add", "confirm", "deny", "say", "state", "tell"})
_AGE: Final = 8  # tokens between who speaks and whose kin that is: `, 55-year-old`


def spoken_for(discourse: Discourse, position: int) -> int | None:
    """Return whose lawyer, mother or office says what a pronoun stands in: `His mother said he had gone`."""
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
    if subject is None or subject.first <= position < subject.last:
        return None
    person = kind_of(tokens[subject.head]) == "person"
    says = outer.verb is not None and tokens[outer.verb.head].lemma in _SAYING and parse.clause_with(position) is clause
    if not person and (not says or tokens[subject.head].tag not in ("NN", "NNS")):
        return None
    if tokens[subject.first].tag == "PRP$":
        return discourse.spoken.get(subject.first)
    ends = {place.last: place.entity for place in discourse.by_token.values()}
    mark = next((at for at in range(subject.first, subject.head) if tokens[at].tag == "POS"), -1)
    if mark < 0 and person and subject.head + 1 < len(tokens) and tokens[subject.head + 1].lower == "for":
        mark = next((at for at in range(subject.head + 3, subject.last + 1) if at in ends), -1)
    return ends.get(mark)


def kin_of_speaker(discourse: Discourse, position: int, gender: str) -> Candidate | None:
    """Return whose kin speaks a pronoun: `“She was kind,” said Tom Holt, Ann Reed's brother`."""
    quote = discourse.quote_at(position)
    if quote is None or quote.cue is None or quote.cue[0] < discourse.tokens[position].start:
        return None
    tokens = discourse.tokens
    speaker = next(
        (p for p in discourse.by_token.values() if p.start == quote.cue[0] or p.entity == quote.speaker), None
    )
    if speaker is None or speaker.last >= len(tokens) or tokens[speaker.last].text != ",":
        return None
    behind = (p for p in discourse.by_token.values() if p.owner and speaker.last < p.first < speaker.last + _AGE)
    owner = next(behind, None)
    if owner is None or owner.last + 1 >= len(tokens) or word_gender(tokens[owner.last + 1].lower) is None:
        return None
    person = discourse.people[owner.entity]
    return person if person is not None and person.gender in (gender, None) else None


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
