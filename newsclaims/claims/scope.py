"""How real a claim is: polarity and modality along the path from its clause to the root of the tree.

A clause stands in the scope of every verb, noun, adjective and opener that it hangs on (``syntax/paths.py``).  What
each does to it is in the table ``complements`` (``words/complements.py``); the words of its own verb group, subject and
object come last (``polarity.py``).  Composition follows Nairn, Condoravdi and Karttunen 2006: the effect of a word is
that of its class for the polarity which the word itself has where it stands.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import Final

from newsclaims.claims import mood
from newsclaims.claims.adjuncts import beside, conceded, general, granted, lasts, supposed
from newsclaims.claims.contexts import (
    IMPLICATIVE,
    PURPOSE,
    REPORTING,
    complement,
    governing,
    hears_evidence,
)
from newsclaims.claims.dependence import depends, under
from newsclaims.claims.governed import governed
from newsclaims.claims.inner_moods import said_effect, tells_on
from newsclaims.claims.past_moods import got_to, past_would, responds, told_then
from newsclaims.claims.polarity import (
    complement_negated,
    joins_negation,
    may_negate,
    names_omission,
    subject_negated,
    verb_negated,
)
from newsclaims.claims.spoken import announces
from newsclaims.claims.state import REAL, State
from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause
from newsclaims.syntax.parse import Parse
from newsclaims.syntax.paths import SHARED, link
from newsclaims.words.complements import NOT, SO, Effect, effect, reading
from newsclaims.words.frames import verb_frame

_DEEPEST: Final = 40
_TAKEN_BACK: Final = frozenset({"denied", "doubted"})
"""What does not reach a verb behind *but*: `was not sure that it would apply but planned`."""
_NOT_YET: Final[Effect] = (NOT, SO)
_OFTEN: Final = 15
"""Per cent of its uses with an infinitive from which a verb that is not in the table says no purpose with it."""


class Scope:
    """Says of the clauses of one reading how real each is; every clause is looked at once."""

    def __init__(self, parse: Parse) -> None:
        self.tokens = parse.tokens
        lower = parse.sentence.lower
        self.negative = may_negate(lower)
        self.asks = "?" in lower
        self.quotes_question = self.asks and any(map(mood.is_quoted_question, parse.clauses))
        marks = [chunk for chunk in parse.chunks if chunk.kind in (g.OPENING, g.CLOSING)]
        self.closings = [mark.first for mark in marks if mark.kind == g.CLOSING]
        self.openings = [mark.first for mark in marks if parse.tokens[mark.first - 1].text in ",:"]
        self.reported = mood.reporting(parse)
        self.announced = announces(parse) if ":" in lower and "would" in lower else None
        self.before: dict[int, Clause] = {}
        self.hypothetical: set[int] = set()
        self.alternatives = mood.alternatives(parse) if "either" in lower else frozenset()
        self.known: dict[int, State] = {}
        self.entries: dict[int, State] = {}
        siblings: dict[tuple[int, str], Clause] = {}
        last: Clause | None = None
        for clause in parse.clauses:
            goes_on = clause.rule == "claims.next-clause" and mood.modal(clause, parse.tokens)
            if last is not None and goes_on and mood.supposes(last, parse.tokens):
                self.hypothetical.add(id(clause))
            last = clause
            if clause.parent is None:
                continue
            key = (id(clause.parent), clause.opener)
            if key in siblings:
                self.before[id(clause)] = siblings[key]
            siblings[key] = clause
            conditional = reading(clause.word, "opener") == "conditional" and self._even(clause)
            if conditional and depends(clause, clause.parent, parse.tokens):
                self.hypothetical.update(map(id, under(clause, clause.parent, parse.clauses)))

    def _even(self, clause: Clause) -> bool:
        """Tell whether a conditional clause makes the one above it depend on it: no `even if`, no `as if`."""
        before = self.tokens[clause.first - 1].lower if clause.first > 0 else ""
        hangs = link(clause, self.tokens)
        return before not in ("even", "as", "only") and (hangs is None or hangs.joint != "whether")

    def status(self, clause: Clause, depth: int = 0) -> State:
        """Return the state of what a clause says with its own verb."""
        found = self.known.get(id(clause))
        if found is None:
            self.known[id(clause)] = REAL  # a clause that hangs on itself hangs on nothing
            found = self.known[id(clause)] = self._status(clause, depth)
        return found

    def _status(self, clause: Clause, depth: int) -> State:
        verb, tokens = clause.verb, self.tokens
        assert verb is not None
        state = self.entry(clause, depth)
        own = self.negative and (verb_negated(verb, tokens) or complement_negated(clause, tokens))
        own = own and not names_omission(clause, tokens)
        if not clause.governors:
            own = own or self._nobody(clause) or (self.negative and joins_negation(clause, tokens))
        readings = [*state.readings, *self._modals(verb, clause)]
        if clause.rule in SHARED and clause.shares is not None and clause.shares.verb is not None:
            readings += [found for found in self._modals(clause.shares.verb, clause.shares) if found == "alleged"]
        if mood.commands(clause) or (self.asks and mood.asked(clause, tokens, self.quotes_question)):
            readings.append("asked")
        elif mood.supposes(clause, tokens) or granted(clause, tokens):
            readings.append("conditional")
        elif id(clause) in self.alternatives:
            readings.append("possible")
        if id(clause) in self.hypothetical:
            readings.append("conditional")
        return State(state.negated != own, tuple(readings))

    def _nobody(self, clause: Clause) -> bool:
        """Tell whether the clause has a subject that says there is none; what it shares is asked where it stands."""
        if not self.negative or not (clause.finite or clause.rule == "claims.participle-on-noun"):
            return False
        return subject_negated(clause, self.tokens) and not self._but(clause)

    def _but(self, clause: Clause) -> bool:
        """Tell whether what denies the first of two joined verbs does not reach the second: *but*, *either ... or*."""
        verb, first = clause.verb, clause.shares.verb if clause.shares is not None else None
        if verb is None or first is None:
            return False
        between = {token.lower for token in self.tokens[max(0, verb.first - 2) : verb.first]}
        return not between.isdisjoint(("but", "instead", "then")) or any(
            token.lower == "either" for token in self.tokens[first.first : first.head]
        )

    def _modals(self, verb: Chunk, clause: Clause) -> list[str]:
        """Return the readings of a verb chunk's modals and adverbs; *would* of one who spoke is a plan."""
        found = [*mood.modals(verb, clause, self.tokens)]
        if "modal conditional" in found and self._told_before(clause):
            told = "planned" if len(found) == 1 else "modal planned"  # "would likely fail"
            return [told if item == "modal conditional" else item for item in found]
        if "modal conditional" in found and past_would(verb, clause, self.tokens):
            found.remove("modal conditional")
        return found

    def _told_before(self, clause: Clause) -> bool:
        """Tell whether *would* is the *will* of one who spoke: `said the road would reopen`.

        Not in his own words, nor where it judges or goes on with *have*: `it would be better`, `would have won`.
        """
        verb = clause.verb
        assert verb is not None
        subject = clause.subject
        expletive = subject is not None and self.tokens[subject.head].lower == "it" and clause.copular
        if expletive or verb.shape[1:2] in ("a", "H"):
            return False
        above = self.reported.get(id(clause)) or self.reported.get(id(clause.shares))
        if above is not None and above.verb is not None:
            past = self.tokens[above.verb.head].tag in ("VBD", "VBN")
            return past and not self._own_words(verb, above.verb)
        if self.announced is not None and verb.first > self.announced:
            return True
        sibling = self.before.get(id(clause))
        if sibling is not None and self._follows(clause):
            clause = sibling
        found = link(clause, self.tokens)
        joint = "" if found is None else clause.word if found.joint == "wh" else found.joint
        if found is None or joint not in ("how", "that", "when", "where", "whether", "why"):
            return False
        outer = found.parent.verb
        assert outer is not None
        return (told_then(found.parent, self.tokens) and not self._own_words(verb, outer)) or found.under == "noun"

    def _own_words(self, verb: Chunk, says: Chunk) -> bool:
        """Tell whether a verb stands in marks of its own beside the verb of saying: `“I would sign,” Reed said`."""
        ends, first, last = self.closings, verb.first, says.first
        if last < first:
            ends, first, last = self.openings, last, first
        return bisect_right(ends, first) < bisect_left(ends, last)

    def entry(self, clause: Clause, depth: int = 0) -> State:
        """Return the state before the clause's last verb: its context, then the verbs that govern that verb."""
        found = self.entries.get(id(clause))
        if found is None:
            self.entries[id(clause)] = REAL
            found = self.entries[id(clause)] = self._entry(clause, depth) if depth < _DEEPEST else REAL
        return found

    def _entry(self, clause: Clause, depth: int) -> State:
        governors = clause.governors
        partner = clause.shares if clause.rule == "claims.coordinated-infinitive" else None
        if partner is not None and partner.verb is not None:
            state = self.entry(partner, depth + 1)
            state = State(state.negated and not self._but(clause), state.readings)  # "is not to stop but to delay it"
            if partner.verb.kind == g.FINITE:  # "did not sign it or meet them"
                negated = (governors and self._nobody(partner)) or verb_negated(partner.verb, self.tokens)
                negated = self.negative and bool(negated) and not self._but(clause)  # "Nobody will eat it or sell it"
                state = State(state.negated != negated, (*state.readings, *self._modals(partner.verb, partner)))
            governors = [chunk for chunk in governors if chunk is not partner.verb]
        else:
            state = self.context(clause, depth)
            above = self.reported.get(id(clause))
            state = State(state.negated, (*state.readings, *mood.opening(clause, self.tokens, above)))
        first = True
        for chunk, behind in pairwise([*governors, clause.verb]):
            assert chunk is not None and behind is not None
            negated = self.negative and (verb_negated(chunk, self.tokens) or (first and self._nobody(clause)))
            first = False
            state = State(state.negated != negated, (*state.readings, *self._modals(chunk, clause)))
            state = state.under(self._governor(chunk, behind, clause)).owed()
        return state

    def _governor(self, chunk: Chunk, behind: Chunk, clause: Clause) -> Effect:
        """Return the effect of a verb on the one that it governs inside one clause: `refused to sign`."""
        tokens = self.tokens
        lemma = tokens[chunk.head].lemma
        if behind.kind == g.FINITE or (clause.question and chunk.shape.rstrip("o") in ("m", "D", "H", "B")):
            return IMPLICATIVE  # an auxiliary: "has, yet again, agreed"
        if any(token.lower == "yet" for token in tokens[chunk.head : chunk.head + 3]) and lemma in ("be", "have"):
            return _NOT_YET  # "has yet to sign"
        if behind.kind == g.INFINITIVE:
            done = tokens[behind.head].lemma
            if (lemma, done) == ("be", "blame") or (lemma == "vote" and mood.decrees(done)):
                return IMPLICATIVE  # "is to blame", "voted to censure him"
            if chunk.shape.rstrip("o")[-1] in "Bux" or tokens[chunk.head].lower in ("going", "gon"):
                return IMPLICATIVE if responds(chunk, clause, tokens) else PURPOSE  # "is to visit", "is going to"
            if lemma == "get" and got_to(chunk, clause, tokens):
                return ("obliged", "not obliged")  # "'ve got to stop", "know what we got to do"
            would = any(token.lower in ("would", "'d") for token in tokens[chunk.first : chunk.head])
            if would and (wish := effect(lemma, "verb:would-to")) is not None:
                return wish
        joint = "ing" if behind.kind == g.ING else "to"
        found = governing(chunk, joint, tokens)
        told = tokens[chunk.head].tag == "VBD" or (clause.opener == kinds.GERUND and chunk.kind == g.ING)
        result = told and joint == "to" and effect(lemma, "verb:result") is not None
        if result and (found is None or chunk.shape[-1] == "R"):
            return IMPLICATIVE  # "rallied to win", "fought back to win"
        if found is None and behind.kind == g.INFINITIVE:
            return IMPLICATIVE if verb_frame(lemma).infinitive >= _OFTEN else PURPOSE
        return found or IMPLICATIVE

    def context(self, clause: Clause, depth: int = 0) -> State:
        """Return the state that what stands above a clause imposes on it."""
        partner = clause.shares
        if partner is not None and partner.parent is clause.parent and clause.rule in SHARED and depth < _DEEPEST:
            shared = self.context(partner, depth + 1)
            return REAL if self._but(clause) and not _TAKEN_BACK.isdisjoint(shared.readings) else shared
        above = self.reported.get(id(clause))
        if above is not None and above.verb is not None:
            if hears_evidence(above, self.tokens):
                return State(False, ("alleged",))
            told, says = self.status(above, depth + 1), said_effect(above.verb, self.tokens)
            return self._opened(clause, REAL if told.negated else told.saying().under(says or REPORTING))
        sibling = self.before.get(id(clause))
        joined = self._follows(clause) if sibling is not None else ""
        if sibling is not None and joined:
            apart = clause.word != "that" and (joined == "but" or tells_on(clause, sibling, self.tokens))
            apart = apart or (sibling.word == "like" and self.tokens[clause.first - 2].text == ",")
            return REAL if apart or depth >= _DEEPEST else self.context(sibling, depth + 1)
        found = link(clause, self.tokens)
        if found is None or depth >= _DEEPEST:
            noun = clause.antecedent if clause.rule == "claims.noun-infinitive" else None
            if noun is not None:  # a noun whose clause has no verb
                return REAL.under(complement(self.tokens[noun.head].lemma, "noun", "to") or PURPOSE)
            ahead = "planned" if clause.rule == "claims.headline-infinitive" else general(clause, self.tokens)
            return State(False, (ahead,)) if ahead else self._opened(clause, REAL)
        if clause.word == "if" and found.parent.word == "whether" and self.tokens[clause.first - 1].lower == "or":
            return self.context(found.parent, depth + 1)  # "unclear whether he left, or if she did"
        whole = self.status(supposed(clause, found.parent, self.tokens) or found.parent, depth + 1)
        if found.joint == "whether" and conceded(clause, found, self.tokens):
            return State(False, ("conditional",))
        below = governed(clause, found, whole, self.tokens, self._nobody(found.parent))
        if below is not None:
            return below
        outside = self.context(found.parent, depth + 1)
        return self._opened(clause, beside(clause, found, whole, outside, self.tokens))

    def _follows(self, clause: Clause) -> str:
        """Return the conjunction that joins a clause to the one before it, else nothing: `said that A and B`."""
        at = clause.first - 1
        while at > 0 and (self.tokens[at].text in ',“"‘' or self.tokens[at].lower == "that"):
            at -= 1
        before = self.before[id(clause)]
        alone = before.opener == kinds.WH or before.gap == "subject"  # "want a law that bans it, and we want one too"
        same = clause.shares is None and (clause.word == before.word or not (clause.word or alone))
        return self.tokens[at].lower if at > 0 and same and self.tokens[at].tag == "CC" else ""

    def _opened(self, clause: Clause, state: State) -> State:
        """Add what the word says that opens the clause: *if*, *unless*, *without*."""
        found = reading(clause.word, "opener") or reading(clause.word.split(" ")[0], "opener")
        if found == NOT:
            return State(clause.opener == kinds.GERUND, state.readings)
        return state if found is None or lasts(clause, self.tokens) else State(False, (*state.readings, found))
