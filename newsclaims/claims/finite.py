"""Rules for finite verb groups: who is the subject of *said*, *was arrested*, *will go*.

Each rule takes the state of the pass and the verb group; it returns whether it applied, and then the clause of the
verb is the current one.  They are asked by falling priority.
"""

from __future__ import annotations

from newsclaims.claims import clause as kinds
from newsclaims.claims.cascade import Cascade, extend, passive
from newsclaims.claims.clause import Clause, Phrase
from newsclaims.rule import rule
from newsclaims.words import groups as g
from newsclaims.words.frames import verb_frame
from newsclaims.words.groups import Group

CLAUSAL = 25
"""Per cent of a verb's uses with a that-clause from which *that* may be missing after it."""


@rule("claims.question", priority=90)
def question(cascade: Cascade, verb: Group) -> bool:
    """An auxiliary before its subject: `Did the minister resign?`, `Had it happened earlier, ...`.

    Only where no subject stands before the auxiliary and a noun group follows.
    """
    clause = cascade.clause
    if clause.verb is not None or clause.subject is not None or clause.gap in ("open", "subject"):
        return False
    following = cascade.next_group()
    if verb.shape.rstrip("o") not in ("m", "D", "H", "B") or following is None or following.kind not in g.NOUNS:
        return False
    if clause.gap == "wh" and verb.shape[0] == "B" and not _nonfinite_after(cascade):
        return False
    clause.question = True
    cascade.start(clause, verb, "claims.question")
    return True


def _nonfinite_after(cascade: Cascade) -> bool:
    return any(group.kind in (g.BARE, g.ING, g.PARTICIPLE) for group in cascade.groups[cascade.at + 1 : cascade.at + 6])


@rule("claims.subject-relative", priority=80)
def subject_relative(cascade: Cascade, verb: Group) -> bool:
    """A verb behind its relative pronoun: the antecedent is the subject, `a group which treats patients`."""
    clause = cascade.clause
    if clause.verb is not None or clause.subject is not None or clause.antecedent is None or clause.gap not in ("open", "wh"):
        return False
    clause.subject = clause.antecedent
    clause.gap = "subject"
    return cascade.start(clause, verb, "claims.subject-relative")


@rule("claims.own-subject", priority=70)
def own_subject(cascade: Cascade, verb: Group) -> bool:
    """A verb behind its subject in the same clause; how the claim is called is decided by what follows the verb."""
    clause = cascade.clause
    if clause.verb is not None or not clause.awaiting:
        return False
    rule_id = ""
    if clause.opener == kinds.RELATIVE:
        rule_id = "claims.object-relative" if clause.gap in ("open", "zero") else "claims.relative-clause"
    return cascade.start(clause, verb, rule_id)


@rule("claims.subordinate-clause", priority=60)
def subordinate(cascade: Cascade, verb: Group) -> bool:
    """A verb behind *after*, *before*, *since*, *as* and a noun phrase: `after security forces raided the embassy`."""
    np = cascade.np
    word = ""
    for _ in range(12):
        if np is None:
            return False
        word = np.preposition or ""
        if word in _OPENERS:
            break
        np = np.host
    if np is None or cascade.previous is None or cascade.previous.kind not in g.NOUNS or word not in _OPENERS:
        return False
    host = cascade.clause
    if host.verb is not None and cascade.awaiting() is not None and word in ("than", "like", "for"):
        return False
    host.arguments = [pair for pair in host.arguments if pair[1] is not np]
    if np.host is not None and np.before:
        np.host.last = np.before
    if host.subject is np:
        host.subject = None
    clause = cascade.push(kinds.SUB, np.start, word)
    if host.verb is not None:
        host.content.append((word, clause))
    elif host.subject is not None and host.subject.last > np.start:
        host.subject.last = np.start
    clause.subject = np
    np.host = None
    return cascade.start(clause, verb, "")


_OPENERS = frozenset({"after", "before", "since", "until", "till", "as", "than", "once", "like", "for", "except"})


@rule("claims.coordinated-verb", priority=50)
def coordinated(cascade: Cascade, verb: Group) -> bool:
    """A verb behind *and*, *or*, *but*: it shares the subject of the verb before, `He came and left`."""
    if cascade.conjunction is None or cascade.previous is None or cascade.previous.kind != g.CONJUNCTION:
        return False
    partner = cascade.enclosing(lambda c: c.verb is not None and c.finite)
    if partner is None:
        return False
    if partner.opener == kinds.RELATIVE and cascade.comma_before_conjunction() and (outer := _outer(partner)) is not None:
        partner = outer
    clause = Clause(partner.opener, partner.parent, verb.first, partner.word)
    clause.shares = partner
    clause.antecedent, clause.gap = partner.antecedent, partner.gap
    return cascade.start(clause, verb, "claims.coordinated-verb")


def _outer(clause: Clause) -> Clause | None:
    parent = clause.parent
    while parent is not None and not (parent.verb is not None and parent.finite):
        parent = parent.parent
    return parent


@rule("claims.zero-that", priority=46)
def zero_that(cascade: Cascade, verb: Group) -> bool:
    """A clause without *that* behind a verb of saying or thinking: `Wilkins explained the obsession began early`."""
    host = cascade.clause
    candidate = _bare_chain(cascade)
    if host.verb is None or candidate is None or cascade.previous is None or cascade.previous.kind == g.COMMA:
        return False
    frame = verb_frame(cascade.lemma(host.verb))
    if frame.that < (CLAUSAL if cascade.awaiting() is None else 50) or host.passive or candidate not in host.objects:
        return False
    host.objects.remove(candidate)
    if host.objects:
        first = host.objects.pop()
        host.arguments.insert(0, ("to", first))
    clause = cascade.push(kinds.THAT, candidate.first)
    host.content.append(("that", clause))
    clause.subject = candidate
    candidate.host = None
    return cascade.start(clause, verb, "")


def _bare_chain(cascade: Cascade) -> Phrase | None:
    """Return the noun phrase before the verb group without what was added to it."""
    phrase = cascade.np
    for _ in range(40):
        if phrase is None or phrase.host is None or phrase.link == "next" or phrase.link == "time":
            return phrase
        if phrase.link == "comma" or phrase.link == "prep" and phrase.preposition != "of":
            if phrase.link == "prep" and not (phrase.host.last >= phrase.last):
                return phrase.host if phrase.host.preposition is None else phrase
        phrase = phrase.host
    return phrase


@rule("claims.resumed-clause", priority=44)
def resumed(cascade: Cascade, verb: Group) -> bool:
    """The verb of a clause whose subject stands before an inserted clause: `The man who lives here said ...`."""
    if cascade.np is not None and cascade.np.link == "and" and not _same_number(cascade, verb):
        return False
    outer = cascade.awaiting()
    if outer is None:
        return False
    cascade.clause = outer
    return cascade.start(outer, verb, "claims.relative-clause" if outer.opener == kinds.RELATIVE else "")


def _same_number(cascade: Cascade, verb: Group) -> bool:
    return True


@rule("claims.next-clause", priority=40)
def next_clause(cascade: Cascade, verb: Group) -> bool:
    """A new clause after *and*, *but* or a comma: `Smith won and Jones lost`; `"We won", Smith said`."""
    phrase = cascade.np
    for _ in range(40):
        if phrase is None or phrase.link in ("and", "comma"):
            break
        phrase = phrase.host
    if phrase is None or cascade.clause.verb is None:
        return False
    if phrase.link == "comma" and cascade.previous is not None and cascade.previous.kind == g.COMMA:
        if phrase.host is not None and phrase.host.link == "comma":
            phrase = phrase.host  # ", Smith, the coach, said"
    if phrase.host is not None and phrase.before:
        phrase.host.last = phrase.before
    before = cascade.clause
    partner = cascade.enclosing(lambda c: c.verb is not None and c.finite) or before
    clause = Clause(partner.opener if phrase.link == "and" else kinds.MAIN, partner.parent if phrase.link == "and" else None, phrase.first)
    clause.subject = phrase
    if phrase.link == "comma" and verb_frame(cascade.lemma(verb)).that >= CLAUSAL:
        clause.content.append(("reported", before))
    phrase.host, phrase.link = None, ""
    return cascade.start(clause, verb, "")


@rule("claims.zero-relative", priority=30)
def zero_relative(cascade: Cascade, verb: Group) -> bool:
    """A relative clause without pronoun: two noun groups side by side and a verb, `the man he saw`."""
    phrase = cascade.np
    for _ in range(40):
        if phrase is None or phrase.link == "next":
            break
        phrase = phrase.host
    if phrase is None or phrase.host is None or cascade.clause.verb is None:
        return False
    clause = cascade.push(kinds.RELATIVE, phrase.first)
    clause.antecedent, clause.gap, clause.subject = phrase.host, "zero", phrase
    phrase.host, phrase.link = None, ""
    return cascade.start(clause, verb, "claims.object-relative")


@rule("claims.inverted-subject", priority=20)
def inverted(cascade: Cascade, verb: Group) -> bool:
    """A verb of saying before its subject, behind the words said: `"We won", said Smith`."""
    following = cascade.next_group()
    if following is None or following.kind not in g.NOUNS or following.kind == g.THERE:
        return False
    before = cascade.clause
    if before.verb is not None and verb_frame(cascade.lemma(verb)).that < CLAUSAL:
        return False
    if before.verb is None and before.subject is None:
        clause = before
        if verb_frame(cascade.lemma(verb)).that < CLAUSAL and not clause.arguments:
            return False
    else:
        clause = Clause(kinds.MAIN, None, verb.first)
        clause.content.append(("reported", before))
    clause.question = True
    return cascade.start(clause, verb, "claims.inverted-subject")


@rule("claims.verb-list", priority=10)
def verb_list(cascade: Cascade, verb: Group) -> bool:
    """A verb behind a comma in a list of verbs: it shares the first one's subject, `He came, saw and won`.

    A clause without any subject is read as an imperative and gives no claim of its own.
    """
    partner = cascade.enclosing(lambda c: c.verb is not None and c.finite)
    if partner is None or cascade.clause.verb is None:
        clause = cascade.clause if cascade.clause.verb is None else Clause(kinds.MAIN, None, verb.first)
        clause.silent = True
        return cascade.start(clause, verb, "claims.verb-list")
    if cascade.np is not None and cascade.previous is not None and cascade.previous.kind in g.NOUNS:
        # no reading is left for a finite verb here: a participle whose tag is wrong
        clause = cascade.push(kinds.NONFINITE, verb.first)
        clause.subject = cascade.np
        cascade.start(clause, verb, "claims.participle-on-noun")
        clause.passive = True
        return True
    clause = Clause(partner.opener, partner.parent, verb.first)
    clause.shares = partner
    return cascade.start(clause, verb, "claims.verb-list")


RULES = (
    question, subject_relative, own_subject, subordinate, coordinated, zero_that, resumed, next_clause, zero_relative,
    inverted, verb_list,
)  # fmt: skip
__all__ = ["RULES", "extend", "passive"]
