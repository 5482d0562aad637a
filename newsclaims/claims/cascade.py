"""One pass over the groups of a sentence, with the open clauses as a stack; its rules find every verb's subject.

Noun groups, prepositions, commas and conjunctions are put where they belong by the methods of ``Cascade``; a verb
group is handed to the rules for its form (``finite.py``, ``infinitives.py``, ``participles.py``), which decide from
the state of the pass who its subject is.  Every group is looked at once; nothing looks back over more than the stack.
"""

from __future__ import annotations

from collections.abc import Callable

from newsclaims.claims import clause as kinds
from newsclaims.claims.clause import Clause, Phrase
from newsclaims.words import groups as g
from newsclaims.words.frames import verb_frame
from newsclaims.words.groups import Group
from newsclaims.words.sentence import Sentence, Token

_DEEPEST = 24
Rule = Callable[["Cascade", Group], bool]


class Cascade:
    """The state of the pass; ``clauses`` are the finished and open clauses with a verb, in the order of their verbs."""

    __slots__ = (
        "at", "clause", "clauses", "comma", "conjunction", "groups", "last_infinitive", "np", "preposition", "previous",
        "rules", "sentence", "tokens",
    )  # fmt: skip

    def __init__(self, sentence: Sentence, found: list[Group], rules: dict[str, tuple[Rule, ...]]) -> None:
        self.sentence = sentence
        self.tokens: list[Token] = sentence.tokens
        self.groups = found
        self.rules = rules
        self.clauses: list[Clause] = []
        self.clause = Clause(kinds.MAIN, None, 0)
        self.np: Phrase | None = None
        self.preposition: tuple[str, Group] | None = None
        self.previous: Group | None = None
        self.comma = False
        self.conjunction: Group | None = None
        self.last_infinitive: Clause | None = None
        self.at = 0

    def run(self) -> list[Clause]:
        """Read all groups and return the clauses that have a verb."""
        for at, group in enumerate(self.groups):
            self.at = at
            kind = group.kind
            if kind == g.ADVERB:
                continue
            if kind in g.NOUNS:
                self.noun(group)
            elif kind in g.VERBS:
                for apply in self.rules[kind]:
                    if apply(self, group):
                        break
            else:
                _OTHERS.get(kind, Cascade.other)(self, group)
            if kind == g.COMMA:
                self.comma = True
            elif kind == g.CONJUNCTION:
                self.conjunction = group
            else:
                self.comma = False
                self.conjunction = None
                if kind not in (g.PREPOSITION, g.SUBORDINATOR):
                    self.preposition = None
            self.previous = group
            self.clause.last = group.last
        return self.clauses

    # -- the stack ---------------------------------------------------------------------------------------------

    def push(self, opener: str, first: int, word: str = "") -> Clause:
        """Open a clause inside the current one."""
        parent: Clause | None = self.clause
        depth = 0
        while parent is not None and depth < _DEEPEST:
            parent = parent.parent
            depth += 1
        if depth >= _DEEPEST:
            self.clause.parent = None
        self.clause = Clause(opener, self.clause, first, word)
        return self.clause

    def start(self, clause: Clause, verb: Group, rule: str) -> bool:
        """Give the clause its verb."""
        clause.verb = verb
        clause.rule = clause.rule or rule
        clause.passive = passive(verb)
        self.clauses.append(clause)
        self.clause = clause
        self.np = None
        return True

    def enclosing(self, test: Callable[[Clause], bool]) -> Clause | None:
        """Return the innermost open clause that passes the test."""
        clause: Clause | None = self.clause
        while clause is not None and not test(clause):
            clause = clause.parent
        return clause

    def awaiting(self) -> Clause | None:
        """Return the innermost enclosing clause that has a subject and waits for its verb."""
        clause = self.clause.parent
        while clause is not None and not clause.awaiting:
            clause = clause.parent
        return clause

    def comma_before_conjunction(self) -> bool:
        """Tell whether a comma stands right before the conjunction before this group."""
        return self.at >= 2 and any(x.kind == g.COMMA for x in self.groups[max(0, self.at - 3) : self.at])

    def word(self, group: Group) -> str:
        return self.tokens[group.head].lower

    def lemma(self, group: Group) -> str:
        return self.tokens[group.head].lemma

    def next_group(self, skip: int = 1) -> Group | None:
        """Return the next group that is no adverb."""
        at = self.at + skip
        while at < len(self.groups):
            if self.groups[at].kind != g.ADVERB:
                return self.groups[at]
            at += 1
        return None

    # -- noun groups -------------------------------------------------------------------------------------------

    def noun(self, group: Group) -> None:
        """Put a noun group into the current clause: as subject, object, argument, or part of what stands before."""
        clause = self.clause
        if group.shape[0] == "O" and len(group.shape) > 1:
            self.relative_whose(group)
            return
        if self.preposition is not None:
            self.prepositional(group)
            return
        phrase = Phrase(group)
        previous = self.previous
        if clause.verb is None:
            self.before_verb(clause, phrase)
        elif (self.comma or self.conjunction is not None) and not (previous is not None and previous.kind in g.VERBS):
            self.linked(clause, phrase)
        else:
            self.after_verb(clause, phrase)
        self.np = phrase

    def before_verb(self, clause: Clause, phrase: Phrase) -> None:
        """A bare noun group in a clause without verb: its subject, or more of it."""
        subject = clause.subject
        if phrase.group.kind == g.THERE:
            clause.there = True
        if subject is None:
            following = self.next_group()
            if phrase.time and following is not None and following.kind in (g.NOUN, g.PRONOUN, g.COMMA, g.THERE):
                clause.arguments.append(("", phrase))
                return
            ago = following_is_ago(self)
            if ago:
                clause.arguments.append(("", phrase))
                return
            clause.subject = phrase
        elif self.comma and phrase.group.shape == "q" or self.comma and phrase.group.kind == g.THERE:
            clause.subject = phrase  # "The president of Peru, he said"
        elif self.conjunction is not None:
            extend(subject, phrase)
        elif self.comma:
            phrase.host, phrase.link = subject, "comma"
        elif phrase.time:
            clause.arguments.append(("", phrase))
        elif subject.time or subject.group.kind == g.THERE:
            clause.subject = phrase
        elif clause.opener != kinds.RELATIVE or clause.gap:
            # two noun groups side by side: "the man he saw"
            inner = self.push(kinds.RELATIVE, phrase.first)
            inner.antecedent = self.np or subject
            inner.gap = "zero"
            inner.subject = phrase

    def linked(self, clause: Clause, phrase: Phrase) -> None:
        """A noun group after a comma or conjunction behind the verb: a list, an apposition or the next subject."""
        frontal = self.enclosing(lambda c: c.verb is None and c.subject is None and c.finite)
        if self.comma and frontal is not None and self.conjunction is None:
            self.clause = frontal  # the main clause after a fronted one: "When he came, she left"
            self.before_verb(frontal, phrase)
            return
        host = self.np
        if host is not None:
            phrase.host, phrase.link = host, "and" if self.conjunction is not None else "comma"
            if phrase.link == "and":
                extend(root(host), phrase)
        else:
            phrase.link = "and" if self.conjunction is not None else "comma"

    def after_verb(self, clause: Clause, phrase: Phrase) -> None:
        """A bare noun group behind the verb: object, second object, time, or the subject of what follows."""
        objects = clause.objects
        if clause.question and clause.subject is None and clause.shares is None:
            clause.subject = phrase
        elif phrase.time and (objects or not takes_time(self, clause)):
            clause.arguments.append(("", phrase))
            phrase.link = "time"
        elif not objects and not clause.arguments and not clause.content:
            objects.append(phrase)
        elif not objects and self.previous is not None and self.previous.kind != g.NOUN:
            objects.append(phrase)
        elif len(objects) == 1 and self.np is objects[0] and two_objects(self, clause, phrase):
            objects.append(phrase)
        else:
            phrase.host, phrase.link = self.np, "next"

    def prepositional(self, group: Group) -> None:
        """A noun group behind a preposition: an argument of the verb, or part of the noun phrase before it."""
        assert self.preposition is not None
        role, opener = self.preposition
        clause = self.clause
        phrase = Phrase(group, role, opener.first)
        host = self.np
        adjacent = host is not None and self.previous is opener and not self._verb_between(host, opener)
        phrase.host = host
        phrase.link = "prep"
        if host is not None and adjacent and (role == "of" or clause.verb is None and host is not clause.subject):
            extend(host, phrase)
            if clause.verb is None and clause.subject is not None and clause.subject.last == phrase.start:
                clause.subject.last = phrase.last
        elif clause.verb is None and clause.subject is not None and adjacent:
            extend(clause.subject, phrase)
        else:
            clause.arguments.append((role, phrase))
        self.np = phrase

    def _verb_between(self, host: Phrase, opener: Group) -> bool:
        verb = self.clause.verb
        return verb is not None and host.last <= verb.first < opener.first

    def relative_whose(self, group: Group) -> None:
        """A relative clause whose subject is possessed: "the group whose robots won"."""
        antecedent = self.np
        clause = self.push(kinds.RELATIVE, group.first, "whose")
        clause.antecedent = antecedent
        clause.gap = "whose"
        clause.subject = Phrase(group)
        self.np = clause.subject

    # -- everything else ---------------------------------------------------------------------------------------

    def preposed(self, group: Group) -> None:
        """A preposition; what it governs is known with the next group."""
        self.preposition = (" ".join(t.lower for t in self.tokens[group.first : group.last]), group)

    def subordinator(self, group: Group) -> None:
        """A word that opens a clause, or may be a preposition."""
        if group.shape == "A":
            self.preposed(group)
            return
        frontal = self.enclosing(lambda c: c.verb is None and c.subject is None and c.finite)
        if frontal is not None and frontal.opener == kinds.SUB and frontal is self.clause:
            frontal.word = self.word(group)
            return
        governor = self.clause
        clause = self.push(kinds.SUB, group.first, self.word(group))
        if governor.verb is not None:
            governor.content.append((clause.word, clause))
        self.np = None

    def that(self, group: Group) -> None:
        """*That* before a clause; before a verb it is a relative pronoun."""
        following = self.next_group()
        if following is not None and following.kind == g.FINITE and self.np is not None:
            self.relative(group)
            return
        governor = self.clause
        if self.conjunction is not None:
            governor = self.enclosing(lambda c: any(role == "that" for role, _ in c.content)) or governor
            self.clause = governor
        clause = self.push(kinds.THAT, group.first, "that")
        if governor.verb is not None:
            governor.content.append(("that", clause))
        self.np = None

    def relative(self, group: Group) -> None:
        """A relative pronoun behind a noun phrase, or a question word behind a verb."""
        antecedent = self.np
        behind = self.previous
        role = self.preposition[0] if self.preposition is not None else ""
        if antecedent is None or (behind is not None and behind.kind in g.VERBS):
            clause = self.push(kinds.WH, group.first, self.word(group))
            if clause.parent is not None and clause.parent.verb is not None:
                clause.parent.content.append(("wh", clause))
            clause.gap = "wh"
            clause.antecedent = Phrase(group)
            return
        clause = self.push(kinds.RELATIVE, group.first, self.word(group))
        clause.antecedent = choose_antecedent(self, antecedent, group)
        clause.gap = "prep" if role else "open"
        if role:
            clause.arguments.append((role, clause.antecedent))
        self.preposition = None

    def question_word(self, group: Group) -> None:
        """*What*, *when*, *where*, *why*, *how* open a clause."""
        governor = self.clause
        word = self.word(group)
        clause = self.push(kinds.WH if word in ("what", "whatever", "whoever", "how", "why") else kinds.SUB, group.first, word)
        if governor.verb is not None:
            governor.content.append(("wh" if clause.opener == kinds.WH else word, clause))
        if group.shape == "K":
            clause.gap = "wh"
            clause.antecedent = Phrase(group)
        self.np = None

    def adjective(self, group: Group) -> None:
        """An adjective group: complement of a copula or of an object."""
        clause = self.clause
        if clause.verb is None or clause.adjective is not None or self.preposition is not None:
            return
        if not clause.objects and not clause.arguments:
            clause.adjective = group
        elif clause.objects and self.previous is not None and self.previous.kind in g.NOUNS:
            if verb_frame(self.lemma(clause.verb)).predicative >= 4:
                clause.adjective = group

    def dash(self, group: Group) -> None:
        """Semicolon, colon, dash and brackets end what stands before; brackets are read as a clause of their own."""
        shape = group.shape
        if shape == "(":
            self.push(kinds.PAREN, group.first)
            self.np = None
        elif shape == ")":
            paren = self.enclosing(lambda c: c.opener == kinds.PAREN)
            if paren is not None and paren.parent is not None:
                self.clause = paren.parent
        elif shape == ";":
            self.restart(group)
        else:
            self.comma = True

    def restart(self, group: Group) -> None:
        """Close all open clauses."""
        self.clause = Clause(kinds.MAIN, None, group.last)
        self.np = None

    def other(self, group: Group) -> None:
        """Anything else changes nothing."""


def passive(verb: Group) -> bool:
    """Tell whether the verb group is passive: a form of be before a past participle."""
    shape = verb.shape.rstrip("R")
    if len(shape) > 1:
        auxiliaries = shape[:-1].rstrip("orw")
        return shape[-1] in "elv" and bool(auxiliaries) and auxiliaries[-1] in "Buxz"
    return False


def extend(host: Phrase, phrase: Phrase) -> None:
    """Make the host reach to the end of the phrase, remembering where it ended."""
    phrase.host = host
    phrase.before = host.last
    phrase.link = phrase.link or "and"
    host.last = phrase.last


def root(phrase: Phrase) -> Phrase:
    """Return the first phrase of a chain of linked phrases."""
    for _ in range(40):
        if phrase.host is None or phrase.link not in ("and", "comma", "prep") or phrase.preposition not in (None, "of"):
            break
        phrase = phrase.host
    return phrase


def following_is_ago(cascade: Cascade) -> bool:
    at = cascade.at + 1
    return at < len(cascade.groups) and "i" in cascade.groups[at].shape


def takes_time(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether a noun of time behind the verb may be its object: "spent years", "took hours"."""
    assert clause.verb is not None
    return clause.verb.shape[-1] in "Bux" or cascade.lemma(clause.verb) in ("spend", "take", "last", "have", "mark", "need", "waste", "get")


def two_objects(cascade: Cascade, clause: Clause, second: Phrase) -> bool:
    """Tell whether the verb takes a second bare noun phrase."""
    assert clause.verb is not None
    frame = verb_frame(cascade.lemma(clause.verb))
    return frame.two_objects >= 2 or frame.predicative >= 8 or clause.passive and not clause.objects


def choose_antecedent(cascade: Cascade, nearest: Phrase, pronoun: Group) -> Phrase:
    """Return the noun phrase that the relative pronoun stands for."""
    return nearest


_OTHERS: dict[str, Callable[[Cascade, Group], None]] = {
    g.PREPOSITION: Cascade.preposed,
    g.SUBORDINATOR: Cascade.subordinator,
    g.THAT: Cascade.that,
    g.RELATIVE: Cascade.relative,
    g.WH: Cascade.question_word,
    g.ADJECTIVE: Cascade.adjective,
    g.DASH: Cascade.dash,
    g.STOP: Cascade.restart,
}
