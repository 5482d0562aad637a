"""Rules for finite verbs whose subject was first read as something else: an object, a preposition's noun, a list item.

They are asked when the current clause has its verb already, in the order of ``RULES``.
"""

from __future__ import annotations

from newsclaims.claims import clause as kinds
from newsclaims.claims.cascade import Cascade, agrees, plural
from newsclaims.claims.clause import Clause, Phrase, detach, reported
from newsclaims.rule import rule
from newsclaims.words import groups as g
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.groups import Group

CLAUSAL = 12
"""Per cent of a verb's uses with a that-clause from which *that* may be missing after it."""


@rule("claims.clause-as-subject")
def clausal_subject(cascade: Cascade, verb: Group) -> bool:
    """An -ing form, infinitive or question with what belongs to it as subject: `Applying for a visa took weeks`."""
    inner = cascade.clause
    outer = inner.parent
    for _ in range(4):  # "Hearing him talk makes me sad"
        if outer is None or outer.verb is None or outer.finite or inner.finite:
            break
        inner, outer = outer, outer.parent
    if inner.verb is None or outer is None or outer.verb is not None or outer.subject is not None:
        return False
    question = inner.opener == kinds.WH or inner.word == "whether"
    if inner.finite and not question:
        return False
    if (
        outer.shares is not None
        or cascade.comma
        or cascade.conjunction is not None
        or (inner.word and not question)
        or outer.gap in ("open", "wh")
    ):
        return False
    phrase = Phrase(inner.verb)
    phrase.first = inner.first if question else phrase.first
    phrase.last = verb.first
    outer.subject = phrase
    inner.silent = not inner.finite
    return cascade.start(outer, verb, "claims.clause-as-subject")


@rule("claims.subordinate-clause")
def subordinate(cascade: Cascade, verb: Group) -> bool:
    """A verb behind *after*, *before*, *since*, *as* and a noun phrase: `after security forces raided the embassy`."""
    np = cascade.np
    word = ""
    for _ in range(12):
        if np is None:
            return False
        word = np.preposition or ""
        if word in _OPENERS or (word == "like" and _seems(cascade)):
            break
        if np.link not in ("and", "prep") or (np.link == "and" and not np.before):
            return False
        np = np.host
    if np is None or cascade.previous is None or cascade.previous.kind not in g.NOUNS:
        return False
    host = cascade.clause
    if np.time and cascade.awaiting() is not None:
        return False  # "The failure to see it before Sept. 11 is a scandal"
    if host.verb is not None and cascade.awaiting() is not None and word in ("than", "like", "for"):
        return False
    host.arguments = [pair for pair in host.arguments if pair[1] is not np]
    detach(np)
    if host.subject is np:
        host.subject = None
    clause = cascade.push(kinds.SUB, np.start, word)
    if host.verb is not None:
        host.content.append((word, clause))
    elif host.subject is not None and host.subject.last > np.start:
        host.subject.last = np.start
    clause.subject = np
    return cascade.start(clause, verb, "claims.subordinate-clause")


def _seems(cascade: Cascade) -> bool:
    verb = cascade.clause.verb
    return verb is not None and cascade.lemma(verb) in ("feel", "look", "seem", "sound")


def opens_clause(cascade: Cascade, np: Phrase) -> bool:
    """Tell whether a phrase behind the subject is rather the subject of a clause: `Misery as drivers walk out`."""
    if np.preposition == "as" and np.link == "prep":
        return True
    if np.preposition not in ("after", "before", "since", "until", "once") or np.link != "prep":
        return False
    return any(group.kind == g.FINITE for group in cascade.groups[cascade.at + 1 : cascade.at + 30])


_OPENERS = frozenset({"after", "before", "since", "until", "till", "as", "than", "once"})


_CAUSING = frozenset({"have", "hear", "help", "let", "make", "see", "watch"})


def caused(cascade: Cascade, verb: Group) -> bool:
    """A bare form that looks like a finite plural, behind the object of a verb that takes both: `made the men run`."""
    host = cascade.clause
    if host.verb is None or not host.objects or host.passive or cascade.np is not host.objects[-1]:
        return False
    plain = verb.shape == "v" and cascade.tokens[verb.head].tag == "VBP"
    if not plain or cascade.previous is not host.objects[-1].group or cascade.lemma(host.verb) not in _CAUSING:
        return False
    inner = cascade.push(kinds.NONFINITE, verb.first)
    inner.subject = host.objects[-1]
    host.content.append(("to-inf", inner))
    return cascade.start(inner, verb, "claims.object-control")


@rule("claims.zero-that")
def zero_that(cascade: Cascade, verb: Group) -> bool:
    """A clause without *that* behind a verb of saying or thinking: `Wilkins explained the obsession began early`.

    The object of such a verb turns out to be the subject of the next verb, with all that has been added to it.
    """
    previous = cascade.previous
    if previous is None or previous.kind == g.CONJUNCTION:
        return False
    host: Clause | None = cascade.clause
    if previous.kind == g.COMMA and cascade.clause.finite and cascade.clause.opener != kinds.RELATIVE:
        return False
    for _ in range(6):
        if (
            host is None
            or host.awaiting
            or (host.verb is not None and not host.passive and _may_govern(cascade, host, verb))
        ):
            break
        if host.finite and host.opener not in (kinds.RELATIVE, kinds.WH):
            return False
        host = host.parent
    if host is None or host.verb is None or not host.objects or (previous.kind == g.COMMA and host is cascade.clause):
        return False
    subject = host.objects.pop()
    host.content.clear()  # an infinitive behind the noun goes with it: "said its decision to leave was final"
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
    return cascade.start(clause, verb, "claims.zero-that")


def _may_govern(cascade: Cascade, host: Clause, verb: Group) -> bool:
    """Tell whether the clause's verb takes a clause without *that* and its object may be that clause's subject."""
    if not host.objects or host.verb is None or any(role != "to-inf" for role, _ in host.content):
        return False
    subject = host.objects[-1]
    frame = verb_frame(cascade.lemma(host.verb))
    np = cascade.np
    if np is not None and (np.link == "next" or np.link == "comma"):
        return False
    if np is not None and np.link == "and" and host is cascade.clause:
        joined = plural(cascade, verb)
        if joined is False or (joined is None and frame.that < 60 and frame.object > 30):
            return False
        if joined:
            return frame.that >= CLAUSAL
    if not agrees(cascade, subject, verb) and np is not subject:
        return False
    return frame.that >= (CLAUSAL if cascade.awaiting() is None else 50)


def gerund_in_zero_that(cascade: Cascade, verb: Group) -> bool:
    """A clause without *that* whose subject is an -ing form: `They say adding salt is the simplest method`."""
    inner = cascade.clause
    host = inner.parent
    if (
        inner.finite
        or inner.verb is None
        or inner.verb.kind != g.ING
        or host is None
        or host.verb is None
        or cascade.comma
    ):
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


@rule("claims.resumed-clause")
def resumed(cascade: Cascade, verb: Group) -> bool:
    """The verb of a clause whose subject stands before an inserted clause: `The man who lives here said ...`."""
    outer = cascade.awaiting()
    if outer is None or _attribution(cascade, verb):
        return False
    cascade.clause = outer
    return cascade.start(outer, verb, "claims.resumed-clause")


def _says_more(cascade: Cascade, told: bool) -> bool:
    """Tell whether something follows the verb of saying that may be what is said."""
    following = cascade.following()
    if following is None or following.shape[-1] in "TZ" or (told and following.kind != g.THAT):
        return False
    return following.kind in g.NOUNS | {g.THAT}


def _says_nothing(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether the clause has a verb of saying without what is said."""
    if clause.verb is None or clause.objects or clause.content or clause.passive:
        return False
    if clause.copular:
        return cascade.groups[cascade.groups.index(clause.verb) + 1].kind == g.COMMA  # "the fact is, nobody knows"
    return verb_frame(cascade.lemma(clause.verb)).that >= 40


def _attribution(cascade: Cascade, verb: Group) -> bool:
    """Tell whether a verb of saying follows a noun phrase that a comma sets off: `..., the paper said`."""
    np = cascade.np
    apart = np is not None and np.link == "comma" and cascade.previous is not None and cascade.previous.kind in g.NOUNS
    return apart and verb_frame(cascade.lemma(verb)).that >= 40


def _interrupted(cascade: Cascade) -> Phrase | None:
    """Return the noun phrase behind *and* that a relative clause or participle interrupts, `and the man who`."""
    clause = cascade.clause
    if clause.opener not in (kinds.RELATIVE, kinds.NONFINITE) or clause.parent is None or clause.parent.verb is None:
        return None
    phrase = clause.antecedent if clause.opener == kinds.RELATIVE else clause.subject
    if phrase is None or phrase.link != "and":
        return None
    cascade.clause = clause.parent
    return phrase


def _pair(cascade: Cascade, first: Phrase, second: Phrase) -> bool:
    """Tell whether two phrases joined by *and* behind a comma can be one subject."""
    return first.link == "comma" and first is not second.host and first.last + 1 == second.start and not first.time


def _contrasted(phrase: Phrase | None) -> bool:
    """Tell whether the phrase stands behind a conjunction that joins it to no other."""
    return phrase is not None and phrase.link == "and" and not phrase.before and not phrase.time


def _with_infinitive(cascade: Cascade) -> Phrase | None:
    """Return the noun phrase behind a conjunction that an infinitive belongs to: `and its power to act has grown`."""
    clause, phrase = cascade.clause, cascade.last_np
    if clause.opener != kinds.NONFINITE or clause.verb is None or clause.verb.kind != g.INFINITIVE:
        return None
    if phrase is None or phrase.link not in ("and", "comma") or phrase.last != clause.verb.first:
        return None
    if clause.parent is None or clause.parent.verb is None or noun_frame(cascade.lemma(phrase.group)).infinitive < 4:
        return None
    clause.parent.content = [pair for pair in clause.parent.content if pair[1] is not clause]
    cascade.clause = clause.parent
    return phrase


@rule("claims.next-clause")
def next_clause(cascade: Cascade, verb: Group) -> bool:
    """A new clause after *and*, *but* or a comma: `Smith won and Jones lost`; `"We won", Smith said`."""
    phrase = cascade.np
    for _ in range(40):
        if phrase is None or phrase.link in ("and", "comma"):
            break
        phrase = phrase.host
    if phrase is not None and phrase.link == "and" and phrase.before and _contrasted(phrase.host):
        phrase = phrase.host  # "but many firms and the richest people have found ways"
    if phrase is None:
        phrase = _interrupted(cascade) or _with_infinitive(cascade)
    if phrase is None or cascade.clause.verb is None:
        return False
    if phrase.link == "and" and cascade.previous is not None and cascade.previous.kind == g.COMMA:
        return False
    pair = phrase.beside
    if pair is not None and _pair(cascade, pair, phrase) and plural(cascade, verb) is not False:
        detach(phrase)
        pair.last = phrase.last
        phrase = pair  # "the bowls are dirty, boxes and bottles cover the floor"
    inserted = phrase.link == "comma" and cascade.previous is not None and cascade.previous.kind == g.COMMA
    if inserted and phrase.host is not None and phrase.host.link == "comma":
        phrase = phrase.host  # ", Smith, the coach, said"
    if phrase.host is not None and phrase.before:
        host, link = phrase.host, phrase.link
        detach(phrase)
        phrase.host, phrase.link = host, link
    before = cascade.clause
    partner = cascade.enclosing(lambda c: c.verb is not None and c.finite) or before
    clause = Clause(
        partner.opener if phrase.link == "and" else kinds.MAIN,
        partner.parent if phrase.link == "and" else None,
        phrase.first,
    )
    clause.subject = phrase
    says = cascade.quote_ends(phrase.first) or verb_frame(cascade.lemma(verb)).that >= CLAUSAL
    if phrase.link == "comma" and says and not _says_more(cascade, cascade.lemma(verb) == "tell"):
        clause.content.append(("reported", reported(before)))
    elif phrase.link == "comma" and _says_nothing(cascade, before):
        before.content.append(("that", clause))  # 'Smith said, "We lost"'
    phrase.host, phrase.link = None, ""
    return cascade.start(clause, verb, "claims.next-clause")


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


RULES = (clausal_subject, subordinate, gerund_in_zero_that, caused, zero_that, resumed, next_clause, zero_relative)
