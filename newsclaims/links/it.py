"""`It`: the organization or place that is meant, and the many uses that mean none."""

from __future__ import annotations

import re
from typing import Final

from newsclaims.entities.lexicon import kinds
from newsclaims.links import judging
from newsclaims.links.actors import kind_of
from newsclaims.links.candidates import Candidate
from newsclaims.links.classes import word_class
from newsclaims.links.discourse import Discourse
from newsclaims.rule import rule
from newsclaims.syntax.clause import RELATIVE
from newsclaims.words.preferences import personal
from newsclaims.words.sentence import Token

THING: Final = frozenset({"it", "its", "itself"})

_CLAUSE: Final = 9  # tokens behind `it is` among which the clause is looked for that `it` announces
_THINGS: Final = 25  # per cent of persons among the subjects of a verb, below which it is one of things
_ENDS: Final = frozenset({",", ";", ":", ".", "VBD", "VBZ", "VBP", "MD", "``"})
_SUBJECT_VERBS: Final = frozenset({"VBD", "VBZ", "VBP", "MD", "RB"})


def body(discourse: Discourse, position: int) -> None:
    """`It` and `its`: an organization or place that was the subject of this sentence or the one before.

    Nothing for `it` without a meaning of its own (`it is likely that`), for `it` as an object, when another noun was
    the subject since, or for what is said to be no body (`It is the third extension`).
    """
    if pleonastic(discourse.tokens, position):
        return
    clause = discourse.parses[discourse.index].clause_with(position)
    subject = clause is not None and clause.finite  # not in `accusing it of lying`, `ordered it to pay`
    chosen = judging.judged(discourse, position)
    if chosen is not None and chosen.plural is True:
        chosen = None
    rule = "links.pronoun-judged-body"
    if chosen is None and not subject and _governed(discourse.tokens, position):
        chosen = judging.judged_object(discourse, position)
    elif chosen is None:
        rule = "links.pronoun-body"
        chosen = _teller(discourse, position)
    if chosen is None and rule == "links.pronoun-body":
        names = judging.names(discourse, position)
        several = {member for one in discourse.joined_subjects(position) for member in one.members}
        chosen = discourse.choose(
            discourse.things,
            lambda c: (
                _recent_subject(discourse, c, position)
                and c.plural is not True
                and (c.main or not names)
                and c.entity not in several
            ),
            position,
        )
    if chosen is not None and subject and chosen.sentence < discourse.index and _of_things(discourse, position):
        return
    if chosen is None or (subject and chosen.entity is not None and _is_thing(discourse, position)):
        return
    owner = discourse.tokens[position].tag == "PRP$"
    discourse.note(chosen, position, person=False, pronoun=True, owner=owner)
    if chosen.entity is not None:
        chosen.plural = False
        discourse.link(position, position, chosen.entity, "pronoun", rule)


rule("links.pronoun-body", needs=THING)(body)


def _teller(discourse: Discourse, position: int) -> Candidate | None:
    """Return the body that says what `it` is the subject of: `The French ministry said it regrets the decision`."""
    clause = discourse.parses[discourse.index].clause_with(position)
    outer = clause.parent if clause is not None else None
    if outer is None or outer.passive or all(inner is not clause for _, inner in outer.content):
        return None
    subject = outer.surface()
    if subject is None or subject.head >= position or (outer.opener == RELATIVE and subject.preposition is not None):
        return None  # `the group in Turkey, which says it …`
    entity = discourse.spoken.get(subject.head)
    found = discourse.bodies[entity] if entity is not None else None
    return found if found is not None and found.plural is not True else None


def _recent_subject(discourse: Discourse, candidate: Candidate, position: int) -> bool:
    """Return whether a candidate was a subject just before, and inside the same quotation marks if there are any."""
    if not candidate.subject or discourse.index - candidate.sentence > 1:
        return False
    return candidate.quoted or discourse.quote_at(position) is None


def _of_things(discourse: Discourse, position: int) -> bool:
    """Return whether the verb of `it` is one of things: `It houses 200 people`, `It contains`."""
    clause = discourse.parses[discourse.index].clause_with(position)
    if clause is None or clause.verb is None or clause.passive:
        return False
    return personal(discourse.tokens[clause.verb.head].lemma) < _THINGS


def _is_thing(discourse: Discourse, position: int) -> bool:
    """Return whether `it` is said to be what no body is: `It's the third extension of the licence`."""
    tokens = discourse.tokens
    at = position + 1
    while at < len(tokens) and tokens[at].tag in ("MD", "RB") and at - position < 4:
        at += 1
    if at + 1 >= len(tokens) or tokens[at].lemma != "be":
        return False
    at += 1
    while at < len(tokens) and tokens[at].tag == "RB":
        at += 1
    if at < len(tokens) and tokens[at].lower in word_class("of-situations"):
        return at + 1 == len(tokens) or tokens[at + 1].tag not in ("NN", "NNS")  # `said it was sad`
    chunk = discourse.parses[discourse.index].noun_chunk(at) if at < len(tokens) else None
    if chunk is None or chunk.first != at or tokens[chunk.head].tag != "NN":
        return False
    head = tokens[chunk.head]
    return kind_of(head) is None and head.lower not in kinds() and head.lower not in word_class("said-of-bodies")


def _governed(tokens: list[Token], position: int) -> bool:
    """Return whether `it` is the object of the verb or preposition right before it."""
    if position == 0 or tokens[position].tag == "PRP$":
        return False
    before = tokens[position - 1].tag
    if before[:2] == "VB":
        return position + 1 == len(tokens) or tokens[position + 1].tag not in _SUBJECT_VERBS
    return before == "IN" and position + 1 < len(tokens) and tokens[position + 1].tag not in _SUBJECT_VERBS


_SCORE: Final = re.compile(r"[0-9]{1,3}[-–][0-9]{1,3}(?![0-9])")


def pleonastic(tokens: list[Token], position: int) -> bool:
    """Return whether `it` stands for nothing: `it is likely that`, `it seems`, `it rained`, `what it takes`.

    Who is ready or forced to do something is somebody: `it was told to pay`, `it is unable to say whether`.
    """
    if tokens[position].lower != "it" or position + 1 == len(tokens):
        return tokens[position].lower == "it"
    after = [token.lower for token in tokens[position + 1 : position + 4]]
    like = after[1:2] == ["like"] and tokens[min(position + 3, len(tokens) - 1)].tag == "PRP"  # "it looks like he lost"
    takes = (
        position and tokens[position - 1].lower == "what" and "take" in [t.lemma for t in tokens[position + 1 :][:4]]
    )
    seems = any(token.lemma in ("appear", "seem") for token in tokens[position + 2 : position + 3])  # `it would seem`
    if after[0] in word_class("empty-verbs") or like or takes or seems:
        return True
    forms = word_class("forms-of-be")
    at = max((position + 1 + number for number, word in enumerate(after) if word in forms), default=-1) + 1
    while 0 < at < len(tokens) and tokens[at].tag == "RB":
        at += 1
    if 0 < at < len(tokens) and _SCORE.match("".join(token.text for token in tokens[at : at + 3])):
        return True  # "It was 7-0"
    if at <= 0 or at >= len(tokens):
        return False
    if tokens[at].lower in word_class("able-to") and at + 1 < len(tokens) and tokens[at + 1].lower == "to":
        return False
    clause = word_class("after-empty-it")
    if tokens[at].lower in clause or tokens[at].lower in ("because", "when", "time"):
        return True
    if tokens[at].tag in ("VBG", "VBN"):
        return tokens[at].lower in word_class("said-of-clauses") and _follows(tokens, at + 1) == "that"
    return _follows(tokens, at, clause) != ""


def _follows(tokens: list[Token], first: int, clause: frozenset[str] = frozenset({"that"})) -> str:
    """Return the word behind a verb that opens the clause which `it` announces, before a pause or another verb."""
    for token in tokens[first : first + _CLAUSE]:
        if token.lower in clause:
            return token.lower
        if token.tag in _ENDS:
            break
    return ""
