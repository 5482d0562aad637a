"""`They`: which of the plural nouns, groups and bodies that were mentioned last is meant.

Each candidate has a score: how it stands in its sentence, what the clause of the pronoun hangs on, how often people
rather than things are the subject of the pronoun's verb (``words/lexicon/verb_subjects.tsv``).  The best one must be
better than the next by a margin, else nobody is meant (after Lappin and Leass 1994; weights fitted by hand).
"""

from __future__ import annotations

from typing import Final

from newsclaims.links import judging
from newsclaims.links.actors import kind_of
from newsclaims.links.binding import coarguments
from newsclaims.links.candidates import Candidate
from newsclaims.links.classes import word_class
from newsclaims.links.discourse import Discourse
from newsclaims.rule import rule
from newsclaims.syntax.clause import Clause
from newsclaims.table import words
from newsclaims.words.preferences import personal
from newsclaims.words.sentence import Token

PLURAL: Final = frozenset({"they", "them", "their", "theirs", "themselves"})

_FARTHEST: Final = 2  # sentences between the pronoun and whom it stands for
_LOOK_BACK: Final = 40  # tokens before the pronoun among which plural nouns are looked for
_LEAST: Final = 1.4
_LEAST_OF_OBJECT: Final = 1.9
_LEAST_ALONE: Final = 0.6
"""The score that the best candidate must have: more for an object, less for a body without a rival."""
_MARGIN: Final = 0.85
"""By how much it must be better than the next; more for an object, which may as well be a thing, and for one body."""
_MARGIN_OF_OBJECT: Final = 1.5
_MARGIN_OF_BODY: Final = 2.0
_PERSONAL: Final = 75
"""Per cent of persons among the subjects of a verb that says nothing of whether its subject is one."""
_DEEPEST: Final = 6
_CONTENT: Final = 1.5
"""What it is worth that somebody says or thinks the clause of the pronoun."""


def group(discourse: Discourse, position: int) -> None:
    """`They` and its forms: the group or body that acts in this sentence or was the subject of one before.

    Who says, fears or wants something is whom `they` in it stands for; who tries or fears something is no thing (`the
    boats`).  Nothing when two are close: `Unions told owners that they …`.
    """
    tokens = discourse.tokens
    token = tokens[position]
    if token.lower == "themselves":
        subject = discourse.subject_of(position)
        if subject is not None:
            discourse.link(position, position, subject, "pronoun", "links.pronoun-group")
        return
    if token.tag == "PRP$" and _decade(tokens, position + 1):
        return  # `the two, both in their 80s`
    chosen = judging.judged(discourse, position)
    if chosen is None or chosen.plural is not True:
        chosen = _best(discourse, position)
    if chosen is not None:
        owner = token.tag == "PRP$"
        discourse.note(chosen, position, person=False, pronoun=True, owner=owner)
        chosen.plural = True
        if chosen.entity is not None:
            discourse.link(position, position, chosen.entity, "pronoun", "links.pronoun-group")
        elif chosen.members:
            discourse.joined[token.start, token.end] = chosen.members


rule("links.pronoun-group", needs=PLURAL)(group)


def _best(discourse: Discourse, position: int) -> Candidate | None:
    """Return the candidate that is better than all others by a margin."""
    pronoun = _Pronoun(discourse, position)
    if pronoun.counted():
        return None
    best, top, next_best = None, -9.0, -9.0
    margin = _MARGIN if pronoun.subject or pronoun.owner else _MARGIN_OF_OBJECT
    known = {candidate.members for candidate in discourse.things}
    several = [c for c in (*discourse.several, *discourse.joined_subjects(position)) if c.members not in known]
    for candidate in [*discourse.things, *several, *pronoun.others()]:
        if candidate.plural is False or discourse.index - candidate.sentence > _FARTHEST or pronoun.bans(candidate):
            continue
        score = pronoun.score(candidate)
        if score > top:
            best, top, next_best = candidate, score, top
        elif score > next_best:
            next_best = score
    if best is not None and best.plural is None:
        margin = _MARGIN_OF_BODY  # `The council told its tenants that they`
    least = _LEAST if pronoun.subject or pronoun.owner else _LEAST_OF_OBJECT
    alone = best is not None and best.plural is None and next_best < -_FARTHEST
    return best if top >= (_LEAST_ALONE if alone else least) and top - next_best >= margin else None


class _Pronoun:
    """A plural pronoun in its clause, against which candidates are weighed."""

    def __init__(self, discourse: Discourse, position: int) -> None:
        parse = discourse.parses[discourse.index]
        clause = parse.clause_with(position)
        self.discourse = discourse
        self.position = position
        self.subject = clause is not None
        self.owner = discourse.tokens[position].tag == "PRP$"
        self.clause = clause or parse.holder(position)
        self.small = clause is not None and not clause.finite and discourse.tokens[position].lower == "them"
        self.quote = discourse.quote_at(position)
        self.speaker = discourse.speaker(self.quote) if self.quote is not None else None
        self.above = _above(self.clause, position)
        own = self.clause.surface() if self.owner and self.clause is not None else None
        if own is not None:
            self.above.insert(0, (own.head, 1.2))
        self.said = discourse.said if discourse.tokens[position].end in discourse.speaking else None
        verb = clause.verb if clause is not None and not clause.passive else None
        self.suffers = clause is not None and clause.passive
        self.personal = _PERSONAL if verb is None else personal(discourse.tokens[verb.head].lemma)

    def counted(self) -> bool:
        """Return whether so many, of whom nothing else is told, say the clause: `Another 19 percent said they`."""
        tokens, spoken = self.discourse.tokens, self.discourse.spoken
        for head, weight in self.above[:1] if self.subject else ():
            number = tokens[head].tag == "CD" or tokens[head].lower in word_class("counted-speakers")
            of_whom = tokens[head + 1].lower == "of"  # `half of the voters said they`
            return weight == _CONTENT and number and head not in spoken and not of_whom
        return False

    def bans(self, candidate: Candidate) -> bool:
        """Return whether a candidate speaks what the pronoun stands in, or does to it what its clause says."""
        if candidate.entity is None:
            return False
        if candidate.entity == self.speaker:
            return True
        if self.small and candidate.entity in coarguments(self.discourse, self.position):
            return True  # "Police asked them to go"
        if self.subject or self.owner:
            return False
        return candidate.plural is None or candidate.entity == self.discourse.subject_of(self.position)

    def score(self, candidate: Candidate) -> float:
        """Return how likely the pronoun stands for a candidate."""
        here = candidate.sentence == self.discourse.index
        score = 0.0 if here else -0.9 * (self.discourse.index - candidate.sentence)
        if candidate.subject:
            score += (1.5 + 0.5 * candidate.main) * (1.0 if self.subject or self.owner else 0.5)
        if candidate.subject and self.subject:
            score += 0.4
        if here:
            score += self._hangs_on(candidate)
        if candidate.pronoun:
            score += 0.9
        if candidate.members:
            score += 0.5
        elif candidate.entity is None:
            score += 0.8 * self.suffers
            score -= 1.8 * (self.personal - _PERSONAL) / 20
            score += 2.0 * (
                candidate.token == self.position - 2 and self.discourse.tokens[self.position - 1].text == ","
            )
        elif candidate.plural is None:
            score -= 0.8 * (not candidate.pronoun)
        else:
            score += 0.5
        if candidate.quoted != (self.quote is not None):
            score -= 0.9
        return score + (1.3 if self.said is not None and self.said == candidate.entity else 0.0)

    def _hangs_on(self, candidate: Candidate) -> float:
        """Return what it is worth that a candidate is the subject of a clause on which that of the pronoun hangs."""
        spoken = self.discourse.spoken
        for head, weight in self.above:
            if self.personal < _PERSONAL + 5 and self._owned_thing(head) == candidate.token:
                return weight + 1.5  # `Owners of the cars say they break down`
            if head == candidate.token or (candidate.entity is not None and spoken.get(head) == candidate.entity):
                return weight
        return 0.0

    def _owned_thing(self, head: int) -> int:
        """Return the plural thing that follows a noun behind *of*: `critics of the drugs`; -1 for none."""
        tokens = self.discourse.tokens
        if head + 2 >= self.position or tokens[head + 1].lower != "of":
            return -1
        chunk = self.discourse.parses[self.discourse.index].noun_chunk(head + 2)
        return chunk.head if chunk is not None and tokens[chunk.head].tag == "NNS" else -1

    def others(self) -> list[Candidate]:
        """Return the plural nouns before the pronoun in its sentence that are no actors: `rescue boats`."""
        discourse, found = self.discourse, []
        for at in range(max(0, self.position - _LOOK_BACK), self.position):
            token = discourse.tokens[at]
            collective = token.lower in word_class("collectives")
            if (token.tag != "NNS" and not collective) or at in discourse.spoken or discourse.subject_at(at):
                continue
            if (kind_of(token) is None or collective) and token.lower not in words("words", "time_nouns"):
                chunk = discourse.parses[discourse.index].noun_chunk(at)
                if chunk is not None and chunk.head == at:
                    other = Candidate(None, None, plural=True)
                    other.sentence, other.token = discourse.index, at
                    other.quoted = discourse.quote_at(at) is not None
                    found.append(other)
        return found


def _above(clause: Clause | None, position: int) -> list[tuple[int, float]]:
    """Return the heads of the subjects of the clauses on which one hangs, with what each is worth."""
    found: list[tuple[int, float]] = []
    for _ in range(_DEEPEST):
        outer = clause.parent if clause is not None else None
        if clause is None or outer is None:
            break
        subject = outer.surface()
        if subject is not None and subject.head < position:
            content = any(inner is clause for _, inner in outer.content)
            found.append((subject.head, _CONTENT if content else 0.7))
        clause = outer
    return found


def _decade(tokens: list[Token], at: int) -> bool:
    at += at < len(tokens) and tokens[at].lower in ("early", "late", "mid")
    return at < len(tokens) and tokens[at].text[:2].isdecimal() and tokens[at].text[2:] in ("s", "’s", "'s")
