"""One pass over the chunks of a sentence, with the open clauses as a stack.

Every kind of chunk has functions that are asked in turn until one applies: noun chunks and what connects them in
``nominals.py`` and ``openers.py``, adverbs and adjectives in ``modifiers.py``, verb chunks by the rules of the files
named after them, which decide who the subject is.  Every chunk is looked at once; nothing looks back over more than
the open clauses.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase, beside, reported, waiting
from newsclaims.syntax.described import leave_described
from newsclaims.syntax.lending import takes
from newsclaims.syntax.parted import handed, parted, strands
from newsclaims.syntax.parted import passive as passive
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame
from newsclaims.words.sentence import Sentence, Token

_DEEPEST: Final = 24
CLAUSAL: Final = 12
"""Per cent of a verb's uses with a that-clause from which *that* may be missing after it."""
_OBJECTS: Final = frozenset({"him", "me", "them", "us"})
_TRANSPARENT: Final = frozenset((g.ADVERB, g.OPENING, g.CLOSING))
_CONTENT: Final = g.VERBS | g.NOUNS | {g.ADJECTIVE}
Aside = tuple[Clause, Phrase | None, Phrase | None, tuple[str, Chunk] | None, Chunk | None, int]
"""What is laid aside at an opening mark: clause, noun phrases, preposition, chunk before, clauses so far."""
State = tuple[Clause, Phrase | None, Phrase | None, tuple[str, Chunk] | None, Chunk | None, bool, Chunk | None]
"""What is laid aside at an insertion: as above, without the count, with what stands right before."""
Handler = Callable[["Cascade", Chunk], bool]
Handlers = dict[str, tuple[Handler, ...]]


class Cascade:
    """The state of the pass.

    ``clauses`` are those that have a verb, in the order of their verbs; ``clause`` is the current one.  ``np`` is the
    last noun phrase of the current clause, ``last_np`` the one before its verb; ``preposition`` a preposition that
    waits for its noun phrase; ``previous`` the chunk before, adverbs left out; ``comma`` and ``conjunction`` say that
    one stands right before.  ``holders`` are the clauses that the chunks stand in, ``aside`` what was open where quoted
    speech began, ``broken`` where it last ended, ``severed`` its clause and parent while it goes on, ``inserted`` where
    brackets and dashes began, ``said`` the clause of quoted speech that still wants its verb of saying.
    """

    __slots__ = (
        "aside", "at", "broken", "chunks", "clause", "clauses", "comma", "conjunction", "handlers", "holders",
        "inserted", "last_np", "np", "preposition", "previous", "said", "sentence", "severed", "tokens",
    )  # fmt: skip

    def __init__(self, sentence: Sentence, found: list[Chunk], handlers: Handlers) -> None:
        self.sentence = sentence
        self.tokens: list[Token] = sentence.tokens
        self.chunks = found
        self.handlers = handlers
        self.clauses: list[Clause] = []
        self.clause = Clause(kinds.MAIN, None, 0)
        self.np: Phrase | None = None
        self.last_np: Phrase | None = None
        self.preposition: tuple[str, Chunk] | None = None
        self.previous: Chunk | None = None
        self.comma = False
        self.conjunction: Chunk | None = None
        self.holders: list[Clause] = []
        self.aside: list[Aside] = []
        self.broken: tuple[Clause, Clause | None, Phrase | None, Phrase | None] | None = None
        self.severed: tuple[Clause, Clause | None] | None = None
        self.inserted: list[tuple[str, int, State]] = []
        self.said: Clause | None = None
        self.at = 0

    def run(self) -> list[Clause]:
        """Read all chunks and return the clauses that have a verb."""
        handlers = self.handlers
        for at, chunk in enumerate(self.chunks):
            self.at = at
            kind = chunk.kind
            for apply in handlers.get(kind, ()):
                if apply(self, chunk):
                    break
            kind = chunk.kind  # a rule may have read the chunk as something else
            self.holders.append(self.clause)
            if kind in _TRANSPARENT:
                continue
            if kind == g.COMMA:
                self.comma = True
                if self.preposition is not None and self.clause.verb is not None:
                    missing = self.clause.gap in ("open", "zero")  # "the stresses we are under, we tire"
                    if missing or (self.clause.opener == kinds.SUB and self.previous is self.preposition[1]):
                        self.preposition = None  # "As results stream in, we wait"
            elif kind == g.CONJUNCTION:
                self.conjunction = chunk
                if self.preposition is not None and strands(self.tokens, self.chunks, self.at, self.clause):
                    self.preposition = None  # "The search is on and a team is on its way"
            else:
                self.comma = kind == g.DASH and chunk.shape == "-"
                self.conjunction = None
                if kind not in (g.PREPOSITION, g.SUBORDINATOR):
                    self.preposition = None
            self.previous = chunk
            if kind in _CONTENT:
                np = self.np
                if np is None or np.chunk is not chunk or np.link != "comma":  # else it need not belong to the clause
                    self.clause.last = chunk.last
        while self.aside:
            self.resume(len(self.tokens))
        return self.clauses

    # -- the stack ---------------------------------------------------------------------------------------------

    def push(self, opener: str, first: int, word: str = "") -> Clause:
        """Open a clause inside the current one; the outermost of too many open clauses is forgotten."""
        self.clause = Clause(opener, self.clause, first, word)
        parent: Clause | None = self.clause
        for _ in range(_DEEPEST):
            if parent is None:
                return self.clause
            parent = parent.parent
        if parent is not None:
            parent.parent = None
        return self.clause

    def start(self, clause: Clause, verb: Chunk, rule: str) -> bool:
        """Give the clause its verb and make it the current one."""
        clause.verb = verb
        clause.rule = clause.rule or rule
        parted(self.tokens, self.chunks, self.at, clause, verb)
        if clause.arguments and self.comma:
            leave_described(self.tokens, self.chunks, self.at, clause, verb)
        clause.passive = passive(verb) and not self.perfect(clause, verb)
        before = self.clauses[-1] if self.clauses else None
        joined = self.conjunction is not None or (self.comma and rule != "claims.adverbial-participle")
        if before is not None and clause.shares is before and joined:
            self._lend(before, clause, verb)
        self.clauses.append(clause)
        self.clause = clause
        self.last_np, self.np = self.np, None
        if self.said is not None and clause.opener in (kinds.MAIN, kinds.THAT):
            if clause.finite and not clause.content and not clause.passive and (self._says(verb) or self._alone(rule)):
                clause.content.append(("reported", self.said))
                self.said.parent = clause
            self.said = None
        return True

    def start_governed(self, host: Clause, subject: Phrase, verb: Chunk, rule: str) -> bool:
        """Give the verb a clause without *that* of its own, governed by the verb of ``host``."""
        self.clause = host
        clause = self.push(kinds.THAT, subject.first - (self.tokens[subject.first - 1].lower in word_class("hedging")))
        clause.subject = subject
        host.content.append(("that", clause))
        return self.start(clause, verb, rule)

    def perfect(self, clause: Clause, verb: Chunk) -> bool:
        """Tell whether *'s* before a participle is *has*: the verb has an object, `what he's proposed`."""
        if verb.shape[0] != "B" or self.tokens[verb.first].lower != "'s" or verb.shape[-1] not in "el":
            return False
        if clause.subject is not None and clause.gap in ("open", "wh", "zero"):
            return True
        at = self.at + 1
        behind = self.chunks[at] if at < len(self.chunks) else None
        if behind is not None and self.word(behind) in _OBJECTS:
            return True  # "He's cost us the game"
        frame = verb_frame(self.lemma(verb))
        person = clause.subject is not None and self.word(clause.subject.chunk) in ("he", "she", "who")
        if self.word(verb) in word_class("never-passive") or (person and frame.object < 20):
            return True  # "she's gotten older"
        own = behind is not None and behind.kind == g.NOUN and behind.shape[-1] not in "TZ"
        several = person and own and behind is not None and self.tokens[behind.head].tag == "NNS"
        several = several and any(one is not verb and one.shape[0] == "H" and len(one.shape) > 1 for one in self.chunks)
        if person and own and (several or (frame.object >= 70 and frame.two_objects < 3)):
            return True  # "he's spent his career", "Although she's given interviews, she has not met voters"
        named = frame.predicative >= 8 or (frame.two_objects >= 2 and not handed(self.tokens, self.chunks, at))
        return behind is not None and behind.kind in (g.NOUN, g.PRONOUN) and behind.shape[-1] not in "TZ" and not named

    def _lend(self, before: Clause, clause: Clause, verb: Chunk) -> None:
        """Let two coordinated verbs share the object of the second: `arrested and questioned the student`."""
        assert before.verb is not None
        close = before.verb.last + 3 >= verb.first and not before.objects and not before.arguments
        last, behind = self.tokens[before.verb.last - 1 : before.verb.last + 1]
        stranded = behind.lower in word_class("stranded")  # "lives with and supports her mother"
        governs = stranded if behind.tag == "IN" else takes(self.lemma(before.verb), self.following(), self.tokens)
        ended = before.governors and before.verb.kind == g.INFINITIVE and verb.kind == g.FINITE
        # not so "to talk and could sign a deal"
        apart = bool(ended) or (verb.shape[0] in "mHBD" and before.verb.shape[0] != verb.shape[0])
        if (
            not apart and close and governs and last.lower not in ("aside", "away", "in") and not before.copular
        ):  # but "broke in and killed two"
            before.lends = clause

    def enclosing(self, test: Callable[[Clause], bool]) -> Clause | None:
        """Return the innermost open clause that passes the test."""
        clause: Clause | None = self.clause
        while clause is not None and not test(clause):
            clause = clause.parent
        return clause

    def awaiting(self) -> Clause | None:
        """Return the innermost enclosing clause that has a subject and waits for its verb."""
        return waiting(self.clause.parent)

    def fronted(self) -> Clause | None:
        """Return the innermost open clause that still waits for its subject, after a fronted clause or phrase."""
        return self.enclosing(
            lambda c: c.verb is None and c.subject is None and c.finite and c.gap not in ("open", "wh")
        )

    def lay_aside(self) -> None:
        """Remember what is open where quoted speech begins."""
        self.aside.append((self.clause, self.np, self.last_np, self.preposition, self.previous, len(self.clauses)))
        self.preposition = self.previous = self.conjunction = None
        self.comma = False

    def resume(self, first: int) -> None:
        """Go on with what was laid aside; the verb of saying before the marks, or the next one, gets what was said."""
        if self.aside:
            clause, self.np, self.last_np, self.preposition, self.previous, count = self.aside.pop()
        else:  # the sentence begins inside quoted speech
            clause, self.np, self.last_np, self.preposition, self.previous, count = self._nothing(first)
        said = self.clauses[count:]
        self.clause = clause
        self.conjunction, self.comma = None, True
        if not said or (clause.verb is not None and said[0].first < clause.verb.first):
            return  # nothing, or only more of what was broken off: "The plan," Reed said, "is dead"
        beside(said)
        if clause.verb is not None and not clause.content and not clause.passive and self._says(clause.verb):
            inner = reported(said[0])
            if inner.silent and inner.verb is not None and self.tokens[inner.verb.first].tag in ("VBD", "VBZ"):
                return  # "What we found," Reed said, "was a mess": no clause without what was said before
            clause.content.append((inner.word if inner.opener == kinds.SUB else "that", inner))
            inner.parent = clause
        else:
            self.said = reported(said[-1])

    def _says(self, verb: Chunk) -> bool:
        return verb_frame(self.lemma(verb)).that >= CLAUSAL or self.lemma(verb) in word_class("uttering")

    def _alone(self, rule: str) -> bool:
        """Tell whether the verb has no object: behind quoted words it then says how they were said, `he fumed`."""
        following = self.following() if rule != "claims.inverted-subject" else None
        return following is None or following.kind not in g.NOUNS | {g.THAT, g.INFINITIVE, g.ADJECTIVE}

    def _nothing(self, first: int) -> Aside:
        return Clause(kinds.MAIN, None, first), None, None, None, None, 0

    def stops(self) -> bool:
        """Tell whether the sentence ends with a stop, as headlines do not."""
        last = self.chunks[-1]
        if last.kind == g.CLOSING and len(self.chunks) > 1:
            last = self.chunks[-2]
        return last.kind == g.STOP

    def restart(self, first: int) -> None:
        """Close all open clauses."""
        self.clause = Clause(kinds.MAIN, None, first)
        self.np = None
        self.inserted = [insertion for insertion in self.inserted if insertion[1] < len(self.aside)]

    def state(self) -> State:
        """Return what is open."""
        return (self.clause, self.np, self.last_np, self.preposition, self.previous, self.comma, self.conjunction)

    def resume_state(self, state: State) -> None:
        """Go on with what was open."""
        self.clause, self.np, self.last_np, self.preposition, self.previous, self.comma, self.conjunction = state

    # -- looking around ----------------------------------------------------------------------------------------

    def word(self, chunk: Chunk) -> str:
        return self.tokens[chunk.head].lower

    def lemma(self, chunk: Chunk) -> str:
        return self.tokens[chunk.head].lemma

    def following(self) -> Chunk | None:
        """Return the next chunk that is no adverb."""
        for chunk in self.chunks[self.at + 1 : self.at + 5]:
            if chunk.kind != g.ADVERB:
                return chunk
        return None

    def comma_before_conjunction(self) -> bool:
        """Tell whether a comma stands right before the conjunction before this chunk."""
        near = [chunk.kind for chunk in self.chunks[max(0, self.at - 3) : self.at]]
        return g.COMMA in (near[near.index(g.CONJUNCTION, 1) - 1 :] if g.CONJUNCTION in near[1:] else near)

    def quote_ends(self, index: int) -> bool:
        """Tell whether a quotation mark closes right before the token: one that stands close to the word before it."""
        if index < 2 or self.tokens[index - 1].text not in kinds.QUOTES:
            return False
        mark = self.tokens[index - 1]
        return mark.text not in kinds.OPENING and self.tokens[index - 2].end == mark.start

    def after_verb(self, clause: Clause) -> bool:
        """Tell whether the clause has an argument behind its verb."""
        return bool(clause.arguments) and clause.verb is not None and clause.arguments[-1][1].first > clause.verb.first
