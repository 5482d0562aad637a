"""Rules for finite verb groups: who is the subject of *said*, *was arrested*, *will go*.

Each rule takes the state of the pass and the verb group; it returns whether it applied, and then the clause of the
verb is the current one.  They are asked by falling priority.
"""

from __future__ import annotations

from newsclaims.claims import clause as kinds
from newsclaims.claims.cascade import Cascade, agrees, plural
from newsclaims.claims.clause import Clause, Phrase
from newsclaims.claims.nominals import NOMINATIVE
from newsclaims.rule import rule
from newsclaims.words import groups as g
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.groups import Group

CLAUSAL = 12
"""Per cent of a verb's uses with a that-clause from which *that* may be missing after it."""


@rule("claims.question", priority=90)
def question(cascade: Cascade, verb: Group) -> bool:
    """An auxiliary before its subject: `Did the minister resign?`, `Had it happened earlier, ...`.

    Only where no subject stands before the auxiliary and a noun group follows.
    """
    clause = cascade.clause
    if clause.verb is not None or clause.subject is not None or clause.gap in ("open", "subject"):
        return False
    following = cascade.following()
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
    clause.subject = antecedent(cascade, clause.antecedent, clause.word, verb)
    clause.gap = "subject"
    return cascade.start(clause, verb, "claims.subject-relative")


def antecedent(cascade: Cascade, nearest: Phrase, pronoun: str, verb: Group | None) -> Phrase:
    """Return the noun phrase of a chain that a relative pronoun stands for.

    The nearest one that fits: in number with the verb, and for *who* a person if one of the chain is known to be.
    """
    chain = [nearest]
    phrase: Phrase | None = nearest
    for _ in range(4):
        if phrase is None or phrase.link not in ("prep", "and") or phrase.host is None:
            break
        phrase = phrase.host
        chain.append(phrase)
    fitting = [p for p in chain if verb is None or agrees(cascade, p, verb)] or chain[:1]
    if pronoun in ("who", "whom"):
        found = next((p for p in fitting if animate(cascade, p)), None)
        if found is None and len(fitting) > 1 and fitting[0].preposition in ("from", "in", "at") and cascade.tokens[fitting[0].head].tag == "NNP":
            return fitting[1]
        return found or fitting[0]
    if pronoun == "which":
        return next((p for p in fitting if not animate(cascade, p)), fitting[0])
    return fitting[0]


def animate(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether the head noun is one that *who* refers to."""
    token = cascade.tokens[phrase.head]
    if phrase.pronoun:
        return token.lower in ("he", "she", "they", "those", "we", "i", "you", "him", "her", "them", "us", "me", "anyone", "someone")
    share = noun_frame(token.lemma).who
    return share is not None and share >= 50


@rule("claims.inserted-attribution", priority=75)
def inserted(cascade: Cascade, verb: Group) -> bool:
    """A verb of saying between commas: `The plan, he said, will fail`, `Recipients, said Mauer, are required to pay`."""
    outer = cascade.clause
    if outer.verb is not None or outer.subject is None or verb_frame(cascade.lemma(verb)).that < CLAUSAL:
        return False
    np, following = cascade.np, cascade.following()
    before = np is not None and np is not outer.subject and np.link == "comma" and following is not None and following.kind == g.COMMA
    after = cascade.comma and following is not None and following.kind in g.NOUNS and _comma_after(cascade)
    if not before and not after:
        return False
    clause = cascade.push(kinds.MAIN, verb.first)
    clause.content.append(("reported", outer))
    if before and np is not None:
        clause.subject = np
        np.host, np.link = None, ""
        return cascade.start(clause, verb, "claims.inserted-attribution")
    clause.question = True
    return cascade.start(clause, verb, "claims.inverted-subject")


def _comma_after(cascade: Cascade) -> bool:
    """Tell whether the noun phrase that follows is itself followed by a comma."""
    for group in cascade.groups[cascade.at + 2 : cascade.at + 7]:
        if group.kind == g.COMMA:
            return True
        if group.kind not in (g.NOUN, g.PREPOSITION):
            return False
    return False


@rule("claims.own-subject", priority=70)
def own_subject(cascade: Cascade, verb: Group) -> bool:
    """A verb behind its subject in the same clause; how the claim is called is decided by what follows the verb."""
    clause = cascade.clause
    if clause.verb is not None or not clause.awaiting:
        return False
    np = cascade.np
    rule_id = ""
    if np is not None and np.link == "comma" and np.host is not None and clause.subject is np.host and _closed_list(np.host):
        clause.subject = np  # "Between horror, anime and comics, the event sprawled"
    if np is not None and np.link == "comma" and cascade.word(np.group) in NOMINATIVE:
        clause.subject = np  # "The president of Peru, he said"
    if clause.opener == kinds.RELATIVE:
        rule_id = "claims.object-relative" if clause.gap in ("open", "zero") else "claims.relative-clause"
    return cascade.start(clause, verb, rule_id)


def _closed_list(phrase: Phrase) -> bool:
    """Tell whether the phrase is a list behind a fronted phrase: it was itself linked by a comma and has grown."""
    return phrase.link == "comma" and phrase.last > phrase.group.last


@rule("claims.clause-as-subject", priority=65)
def clausal_subject(cascade: Cascade, verb: Group) -> bool:
    """An -ing form or infinitive with what belongs to it as subject: `Applying for a visa required a trip`."""
    inner = cascade.clause
    outer = inner.parent
    if inner.finite or inner.verb is None or outer is None or outer.verb is not None or outer.subject is not None:
        return False
    if outer.shares is not None or cascade.comma or cascade.conjunction is not None or inner.word or outer.gap in ("open", "wh"):
        return False
    phrase = Phrase(inner.verb)
    phrase.last = verb.first
    outer.subject = phrase
    inner.silent = True
    return cascade.start(outer, verb, "claims.clause-as-subject")


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
        if np.link not in ("and", "prep"):
            return False
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
    outer = _outer(partner)
    if outer is not None and _belongs_outside(cascade, partner, outer, verb):
        partner = outer
    clause = Clause(partner.opener, partner.parent, verb.first, partner.word)
    clause.shares = partner
    clause.antecedent, clause.gap = partner.antecedent, partner.gap
    return cascade.start(clause, verb, "claims.coordinated-verb")


def _belongs_outside(cascade: Cascade, inner: Clause, outer: Clause, verb: Group) -> bool:
    """Tell whether a coordinated verb goes on with the outer clause rather than with the one before it."""
    if inner.opener == kinds.RELATIVE:
        return cascade.comma_before_conjunction()
    assert outer.verb is not None and inner.verb is not None
    says = [verb_frame(cascade.lemma(group)).that >= CLAUSAL for group in (verb, outer.verb, inner.verb)]
    return inner.opener == kinds.THAT and says == [True, True, False]


def _outer(clause: Clause) -> Clause | None:
    parent = clause.parent
    while parent is not None and not (parent.verb is not None and parent.finite):
        parent = parent.parent
    return parent


@rule("claims.zero-that", priority=46)
def zero_that(cascade: Cascade, verb: Group) -> bool:
    """A clause without *that* behind a verb of saying or thinking: `Wilkins explained the obsession began early`.

    The object of such a verb turns out to be the subject of the next verb, with all that has been added to it.
    """
    previous = cascade.previous
    if previous is None or previous.kind in (g.COMMA, g.CONJUNCTION):
        return False
    host: Clause | None = cascade.clause
    for _ in range(6):
        if host is None or host.awaiting or host.verb is not None and not host.passive and _may_govern(cascade, host, verb):
            break
        if host.finite and host.opener != kinds.RELATIVE:
            return False
        host = host.parent
    if host is None or host.verb is None or not host.objects:
        return False
    subject = host.objects.pop()
    moved = [phrase for _, phrase in host.arguments if phrase.first > subject.first and phrase.link == "prep"]
    host.arguments = [pair for pair in host.arguments if pair[1] not in moved]
    subject.last = max([subject.last] + [phrase.last for phrase in moved])
    if host.objects:
        host.arguments.insert(0, ("to", host.objects.pop()))
    cascade.clause = host
    clause = cascade.push(kinds.THAT, subject.first)
    host.content.append(("that", clause))
    clause.subject = subject
    subject.host = None
    return cascade.start(clause, verb, "")


def _may_govern(cascade: Cascade, host: Clause, verb: Group) -> bool:
    """Tell whether the clause's verb takes a clause without *that* and its object may be that clause's subject."""
    if not host.objects or host.content or host.verb is None:
        return False
    subject = host.objects[-1]
    frame = verb_frame(cascade.lemma(host.verb))
    np = cascade.np
    if np is not None and (np.link == "next" or np.link == "comma"):
        return False
    if np is not None and np.link == "and" and host is cascade.clause:
        joined = plural(cascade, verb)
        if joined is False or joined is None and frame.that < 60 and frame.object > 30:
            return False
    if not agrees(cascade, subject, verb) and np is not subject:
        return False
    return frame.that >= (CLAUSAL if cascade.awaiting() is None else 50)


@rule("claims.gerund-in-zero-that", priority=45)
def gerund_in_zero_that(cascade: Cascade, verb: Group) -> bool:
    """A clause without *that* whose subject is an -ing form: `They say adding salt is the simplest method`."""
    inner = cascade.clause
    host = inner.parent
    if inner.finite or inner.verb is None or inner.verb.kind != g.ING or host is None or host.verb is None or cascade.comma:
        return False
    if host.objects or host.verb.last != inner.verb.first or verb_frame(cascade.lemma(host.verb)).that < CLAUSAL:
        return False
    phrase = Phrase(inner.verb)
    phrase.last = verb.first
    inner.silent = True
    cascade.clause = host
    clause = cascade.push(kinds.THAT, phrase.first)
    host.content.append(("that", clause))
    clause.subject = phrase
    return cascade.start(clause, verb, "claims.clause-as-subject")


@rule("claims.resumed-clause", priority=44)
def resumed(cascade: Cascade, verb: Group) -> bool:
    """The verb of a clause whose subject stands before an inserted clause: `The man who lives here said ...`."""
    outer = cascade.awaiting()
    if outer is None:
        return False
    cascade.clause = outer
    return cascade.start(outer, verb, "claims.relative-clause" if outer.opener == kinds.RELATIVE else "")


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
    following = cascade.following()
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
    question, subject_relative, inserted, own_subject, clausal_subject, subordinate, coordinated, zero_that, gerund_in_zero_that, resumed,
    next_clause, zero_relative, inverted, verb_list,
)  # fmt: skip
