"""What the reader of an article has in mind at one point: who and what was mentioned last, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from newsclaims.entities.gender import word_gender
from newsclaims.entities.lexicon import parts
from newsclaims.links import mentions
from newsclaims.links.actors import Actors
from newsclaims.links.candidates import Candidate, Found, Quoted, salience
from newsclaims.links.mentions import Place
from newsclaims.model import MentionKind
from newsclaims.syntax.clause import MAIN
from newsclaims.syntax.parses import Parses
from newsclaims.words.sentence import Sentence, Token

RECENT: Final = 10
"""Candidates that are compared for one pronoun at most."""
FARTHEST: Final = 6
"""Sentences between a pronoun and its antecedent at most."""
_SAYS_ON: Final = 1.3
"""What whoever spoke last has more for a pronoun that speaks: `Reed said … Holt left. “…,” he said`."""
_NOBODY: Final = 1.0
"""What a silent somebody without a name or known gender has less for a pronoun that speaks: `a suspect … She said`."""
_LOCAL: Final = 0.6  # what the subject of its own clause has more for a possessive: `Reed sold his car`
_OUTER: Final = 0.8
"""What the subject of the clause on which that of a pronoun hangs has more: `Reed said she`, `Reed fell as she`."""


class Discourse:
    """The state of the walk: candidates that were mentioned last, the sentence at hand, what was found so far.

    ``speaking`` is where the speakers of all quotes end and begin, and ``said`` the entity that spoke last; ``lands``
    are the countries that the article names, by their ISO codes.
    """

    def __init__(
        self,
        parses: Parses,
        people: list[Candidate | None],
        bodies: list[Candidate | None],
        role_heads: list[tuple[str, ...]],
        body_heads: list[str | None],
        described: dict[int, tuple[int, int]],
        countries: list[str | None],
        speaking: dict[int, int],
    ) -> None:
        self.parses = parses
        self.people = people
        self.bodies = bodies
        self.recent, self.things = list[Candidate](), list[Candidate]()
        self.roles: dict[str, int] = {}
        self.found: list[Found] = []
        self.spoken: dict[int, int] = {}
        self.tokens: list[Token] = []
        self.index, self.part = 0, "body"
        self.by_token: dict[int, Place] = {}
        self.place_ends: frozenset[int] = frozenset()
        self.heads: dict[str, int] = {}
        self.described = described
        self.institutions: dict[str, set[int]] = {}
        self.actors = Actors(len(people))
        self.of_country: dict[str, list[int]] = {}
        self.countries = countries
        self.lands: dict[str, int] = {}
        self.ages: dict[str, int] = {}
        self.starts, self.ends = dict[int, int](), dict[int, int]()
        self.role_heads = role_heads
        self.body_heads = body_heads
        self._quoted: list[Quoted] = []
        self.speaking = speaking
        self._said_by = frozenset(speaking.values())
        self.said: int | None = None
        self._mains: set[int] | None = None
        self._spoke: tuple[int | None, int] = (None, 0)
        self.outlets, self.speakers = set[int](), set[int]()
        self.several: list[Candidate] = []
        self.waiting: list[tuple[int, int, Quoted]] = []
        self.joined: dict[tuple[int, int], tuple[int, ...]] = {}

    def enter(self, sentence: Sentence, row: Iterable[Place], quoted: list[Quoted]) -> None:
        """Go on to a sentence with its named mentions and the quotes that may hold parts of it."""
        self._spoke = self._spoken_on()
        self.several = self.joined_subjects(len(self.tokens)) if len(self.spoken) > 1 else []
        self.tokens = sentence.tokens
        self.index = sentence.index
        self.part = sentence.part
        self.by_token = {place.first: place for place in row}
        self.place_ends = frozenset(place.last for place in self.by_token.values())
        self.spoken = {}
        self._mains = None
        self._quoted = quoted

    def _spoken_on(self) -> tuple[int | None, int]:
        """Return who speaks the first words of the sentence that is left, and its number."""
        quoted = self.quote_at(0) if self.tokens else None
        return (self.speaker(quoted), self.index) if quoted is not None else self._spoke

    def quote_at(self, position: int) -> Quoted | None:
        """Return the quote that holds a token of the sentence."""
        offset = self.tokens[position].start
        for quoted in self._quoted:
            if quoted.start <= offset < quoted.end:
                return quoted
        return None

    def mention(self, place: Place) -> None:
        """Note a named mention."""
        person = self.people[place.entity]
        candidate = person or self.bodies[place.entity]
        if candidate is None:
            return
        if person and place.first:
            person.gender = word_gender(self.tokens[place.first - 1].lower) or person.gender
        quoted = self.quote_at(place.first) is not None
        first = candidate.count == 0 and not quoted
        presented = first and person is not None and mentions.described_by_deed(self.tokens, place)
        subject, main = place.subject or presented, self._main(place.first, place.last)
        candidate.seen(
            self.index, place.first, subject=subject, main=main, owner=place.owner, quoted=quoted, pronoun=False
        )
        self._touch(candidate, self.recent if person else self.things)
        if not person and mentions.hears(self.tokens, place):
            self.outlets.add(place.entity)
        if person:
            for head in self.role_heads[place.entity]:
                self.roles[head] = place.entity
            if age := mentions.age_behind(self.tokens, place):
                self.ages.setdefault(age, place.entity)
        own = self.body_heads[place.entity]
        nouns = [] if own == "" else mentions.nouns_of(self.tokens, place)
        for noun in [own, *nouns] if own else nouns:
            self.heads[noun] = place.entity
        for token in range(place.first, place.last):
            self.spoken[token] = place.entity
        if mentions.ends_speaker(self.tokens, place, self.speaking):
            self._speaks(place.entity)
        elif presented:
            self.said = place.entity
        elif first and candidate.subject and main:
            self.said = None  # whoever is brought in after the last speaker may speak next
        country = None if person else self.countries[place.entity]
        if country is not None and candidate.count == 1 and self.commercial(place.entity):
            self.of_country.setdefault(country, []).append(place.entity)

    def add(self, candidate: Candidate, person: bool) -> None:
        """Take in an actor without a name, whose entity is the next one."""
        self.people.append(candidate if person else None)
        self.bodies.append(None if person else candidate)

    def call(self, actor: int, entity: int) -> None:
        """Note that an actor without a name is an entity that has one: from here on they are one candidate."""
        self.actors.same[actor] = entity
        for pool, known in ((self.recent, self.people), (self.things, self.bodies)):
            candidate = known[actor]
            if candidate in pool and candidate is not None:
                pool.remove(candidate)
            known[actor] = known[entity]

    def commercial(self, entity: int) -> bool:
        """Return whether an organization may be called a company: its name does not end in `Council`, `Party` …"""
        head = self.body_heads[entity]
        return head is None or head in parts("trade") or head in parts("corporate")

    def note(
        self, candidate: Candidate, position: int, *, person: bool, pronoun: bool = False, owner: bool = False
    ) -> None:
        """Note a mention that is no name at a token of the sentence."""
        at = mentions.counted_by(self.parses[self.index], position)
        subject = not owner and self.subject_at(at)
        if subject and candidate.plural and not pronoun:
            subject = self.parses[self.index].acts(at)
        if subject and person and not candidate.named and not pronoun and self._has_subject():
            subject = False  # `Lie wrote that a weak minister was to blame`
        quoted = self.quote_at(position) is not None
        candidate.seen(
            self.index,
            position,
            subject=subject,
            main=self._main(at, at + 1),
            owner=owner,
            quoted=quoted,
            pronoun=pronoun,
        )
        self._touch(candidate, self.recent if person else self.things)
        if candidate.entity is not None:
            self.spoken[position] = candidate.entity

    def subject_at(self, position: int) -> bool:
        """Return whether a token of the sentence is the head of a subject."""
        return self.parses.is_subject(self.index, position)

    def follows_subject(self, position: int) -> bool:
        """Return whether a subject stands before a token of the sentence."""
        return any(first < position for first, _, _ in self.parses.subjects(self.index))

    def subject_of(self, position: int) -> int | None:
        """Return the entity that is the subject of the clause in which a token stands."""
        clause = self.parses[self.index].holder(position)
        phrase = clause.surface() if clause is not None else None
        if phrase is None or self.tokens[phrase.head].lower != "who":
            return None if phrase is None else self.spoken.get(phrase.head)
        at = phrase.head - 1
        at -= at > 0 and self.tokens[at].text == ","
        return self.spoken.get(at)  # `Holt, who lost his case`

    def joined_subjects(self, end: int) -> list[Candidate]:
        """Return the subjects before token ``end`` of the sentence that join several people or bodies by *and*."""
        found, subjects = [], self.parses.subjects(self.index)
        for first, last, members in mentions.joined(self.parses[self.index], subjects, self.spoken, end):
            if len({self.people[member] is not None for member in members}) == 1:
                one = Candidate(None, None, plural=True, members=members)
                one.sentence, one.token, one.subject = self.index, first, True
                one.main, one.quoted = self._main(first, last), self.quote_at(first) is not None
                found.append(one)
        return found

    def _main(self, first: int, last: int) -> bool:
        """Return whether tokens hold the head of the subject of a main clause."""
        if self._mains is None:
            phrases = [clause.surface() for clause in self.parses[self.index].clauses if clause.opener == MAIN]
            self._mains = {phrase.head for phrase in phrases if phrase is not None}
        return not self._mains.isdisjoint(range(first, last))

    def speaker(self, quoted: Quoted) -> int | None:
        """Return the entity that speaks a quote, once the article has told: by name, description or pronoun."""
        if quoted.speaker is not None or quoted.cue is None:
            return quoted.speaker
        found = self.ends.get(quoted.cue[1])
        return self.starts.get(quoted.cue[0]) if found is None else found

    def told_of(self, position: int) -> set[int]:
        """Return whom the words name that a pronoun says: it is none of them, `“Reed lied,” he said`."""
        start, found = self.tokens[position].start, set[int]()
        for quoted in self._quoted:
            if quoted.cue is not None and quoted.cue[0] == start:
                found |= {p.entity for p in self.by_token.values() if quoted.start <= p.start < quoted.end}
        return found

    def _has_subject(self) -> bool:
        """Return whether somebody with a name was a subject earlier in the sentence."""
        return any(c.subject and c.sentence == self.index and c.named for c in self.recent)

    def link(self, first: int, last: int, entity: int, kind: MentionKind, rule: str) -> None:
        """Add tokens ``first`` to ``last`` (inclusive) to the mentions of an entity."""
        start, end = self.tokens[first].start, self.tokens[last].end
        self.starts[start] = self.ends[end] = entity
        self.found.append(Found(start, end, entity, kind, rule))
        if end in self.speaking or start in self._said_by:
            self._speaks(entity)

    def choose(self, pool: list[Candidate], fits: Callable[[Candidate], bool], position: int) -> Candidate | None:
        """Return the most salient candidate of a pool that fits, ``None`` when there is none near enough."""
        best, top = None, -1e9
        quoted = self.quote_at(position) is not None
        owner = self.tokens[position].tag == "PRP$"
        local = self.subject_of(position) if owner else None
        head = mentions.outer_subject(self.parses[self.index], position)
        outer = None if head is None else self.spoken.get(head)
        speaks = self.tokens[position].end in self.speaking
        said = self.said if speaks else None
        goes_on = (
            said is not None
            and self._spoke[0] == said
            and not any(c.sentence > self._spoke[1] and c.main and not c.quoted and c.entity != said for c in pool)
        )
        for candidate in pool:
            distance = self.index - candidate.sentence
            if goes_on and candidate.entity == said:
                distance = min(distance, self.index - self._spoke[1])  # all that was said was theirs
            if distance > FARTHEST or not fits(candidate):
                continue
            score = salience(candidate, distance, quoted, owner)
            score += _LOCAL * (local is not None and candidate.entity == local)
            score += _OUTER * (outer is not None and candidate.entity == outer)
            if said is not None and candidate.entity == said:
                score += _SAYS_ON
            elif speaks and pool is self.recent and self._silent(candidate):
                score -= _NOBODY
            if score >= top:
                best, top = candidate, score
        return best

    def _speaks(self, entity: int) -> None:
        self.said = entity
        self.speakers.add(entity)

    def _silent(self, candidate: Candidate) -> bool:
        """Return whether a candidate has no name, no known gender and has said nothing."""
        return not candidate.named and candidate.gender is None and candidate.entity not in self.speakers

    @staticmethod
    def _touch(candidate: Candidate, pool: list[Candidate]) -> None:
        if candidate in pool:
            pool.remove(candidate)
        pool.append(candidate)
        if len(pool) > RECENT:
            del pool[0]
