"""Rules for finite verbs whose subject was first read as something else: an object, a preposition's noun, a list item.

They are asked when the current clause has its verb already, in the order of ``RULES``; the one for a new clause beside
the current one is in ``coordination.py``.
"""

from __future__ import annotations

from typing import Final

from newsclaims.rule import rule
from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import complements, gerunds, interrupted, inversion
from newsclaims.syntax.agreement import agrees, before_pause, finite_later, plural
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.asked_subjects import joined, when_is
from newsclaims.syntax.cascade import Cascade, Handler
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NOMINATIVE, Clause, Phrase, detach
from newsclaims.syntax.coordination import next_clause
from newsclaims.syntax.last_verbs import be_follows, held_as, in_what, seems, within
from newsclaims.syntax.next_deeds import next_deed
from newsclaims.syntax.phrase_chains import carrier
from newsclaims.syntax.preposition_hosts import after_date, around_aim
from newsclaims.syntax.resumed import resumed
from newsclaims.syntax.said_apart import said_apart
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame

_NEAR: Final = 6
"""How many clauses back one is looked for that stands before a subject."""


def clausal_subject(cascade: Cascade, verb: Chunk) -> bool:
    """An -ing form, infinitive or question with what belongs to it as subject: `Applying for a visa took weeks`."""
    inner = cascade.clause
    outer = inner.parent
    if outer is not None and in_what(inner, outer, verb):
        inner, outer = outer, outer.parent  # "What became clear as the day went on is that he lost"
    for _ in range(4):  # "Hearing him talk makes me sad", "Hiring a man who drinks is a risk"
        apart = cascade.comma and inner.first > 0 and cascade.tokens[inner.first - 1].text == ","
        related = inner.opener == kinds.RELATIVE and (apart or plural(cascade, verb) is False)
        if outer is None or outer.verb is None or outer.finite or (inner.finite and not related):
            break
        inner, outer = outer, outer.parent
    outer = joined(cascade, inner, outer, verb)
    if inner.verb is None or outer is None or outer.verb is not None or outer.subject is not None:
        return False
    question = inner.opener == kinds.WH or inner.word == "whether" or when_is(inner, verb)
    if inner.verb.kind == g.PARTICIPLE or _claimed(cascade, inner) or inversion.among(inner, verb):
        return False  # "Among those arrested was a boy"
    if interrupted.described(cascade, verb) is not None:
        return False  # "After her plan to cut the fee failed"
    np = cascade.np
    if np is not None and np.preposition in word_class("openers") and question and be_follows(cascade):
        return False  # "What became clear as the day went on is that he lost"
    if np is not None and np.link == "and" and np.pronoun and cascade.word(np.chunk) in NOMINATIVE | {"you"}:
        return False  # "whether you are a nurse or you are a farmer"
    first = inner.shares.verb if inner.shares is not None else None
    bidden = inner.verb.kind == g.BARE and (first is None or first.kind != g.INFINITIVE)
    if bidden or (inner.finite and not question):  # "Make sure the door is locked"
        return False
    if (
        outer.shares is not None
        or (cascade.comma and not _behind_that(outer, inner) and cascade.clause.opener != kinds.RELATIVE)
        or cascade.conjunction is not None
        or (inner.word and not question)
        or outer.gap in ("open", "wh")
    ):
        return False
    phrase = Phrase(first if first is not None and first.kind == g.INFINITIVE else inner.verb)
    phrase.first, phrase.last = inner.first if question else phrase.first, verb.first - cascade.comma
    while cascade.tokens[phrase.last - 1].text in kinds.QUOTES:
        phrase.last -= 1
    outer.subject = phrase
    for before in cascade.clauses[-_NEAR:] if phrase.last - phrase.first > 1 else ():
        if before.shares is outer and before.opener == kinds.GERUND:
            before.shares = None  # "Besides eating well, running is the best": nobody is said to eat
    inner.silent = not inner.finite
    part: Clause | None = cascade.clause
    while part is not None and part is not inner:
        part.silent = part.silent or (part.subject is None and not part.finite)
        part = part.parent
    return cascade.start(outer, verb, "claims.clause-as-subject")


rule("claims.clause-as-subject")(clausal_subject)


def _behind_that(outer: Clause, inner: Clause) -> bool:
    """Tell whether an -ing form stands right behind *that*: `that selling it, as well as the land, costs money`."""
    return outer.opener == kinds.THAT and inner.first == outer.first + 1


def _claimed(cascade: Cascade, inner: Clause) -> bool:
    """Tell whether the verb is what an -ing form says, and the main clause follows: `Claiming he is ill, she left`."""
    assert inner.verb is not None
    if inner.verb.kind != g.ING or not inner.objects or verb_frame(cascade.lemma(inner.verb)).that < 40:
        return False
    rest = [chunk.kind for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 30]]
    comma = rest.index(g.COMMA) if g.COMMA in rest else len(rest)
    return g.FINITE not in rest[:comma] and g.FINITE in rest[comma:] and rest[comma + 1 : comma + 2][0] in g.NOUNS


def subordinate(cascade: Cascade, verb: Chunk) -> bool:
    """A verb behind *after*, *before*, *since*, *as* and a noun phrase: `after security forces raided the embassy`."""
    np = described = interrupted.described(cascade, verb)
    np = cascade.np if np is None else np
    if np is not None and np.link == "and" and cascade.word(np.chunk) == "it":
        return False  # "is seen as a risk and it should end"
    word = ""
    for _ in range(12):
        if np is None:
            return False
        word = np.preposition or ""
        if word == "before" and cascade.word(np.chunk) in word_class("reckoned-before"):
            return False
        if np.chunk.shape == "q" and word and word != "of" and cascade.word(np.chunk) in ("him", "me", "them", "us"):
            return False  # "the challenge before him is hard"
        if word in word_class("openers") or (word == "like" and seems(cascade)):
            break
        reason = word == "for" and np.start and cascade.tokens[np.start - 1].text == "," and not cascade.comma
        if reason and cascade.clause.verb is not None:
            break  # "with good reason, for the firm has cut jobs"
        if np.link not in ("and", "prep", "time") or (np.link == "and" and (not np.before or after_date(cascade, np))):
            return False
        np = np.host
    while described is not None and np is described and cascade.clause.first > np.start and cascade.clause.parent:
        cascade.clause = cascade.clause.parent
    previous = cascade.previous
    waits = cascade.clause.awaiting or cascade.awaiting() is not None  # "The museum, closed since a fire in May, will"
    inserted = previous is not None and previous.kind == g.COMMA and np is not cascade.np and not waits
    following = cascade.following()
    testifies = word == "before" and waits and not cascade.clause.finite and cascade.clause.verb is not None
    if testifies and verb_frame(cascade.lemma(verb)).that >= 60:
        return False  # "Ann Reed, speaking before a panel on Tuesday said"
    if inserted and following is not None and following.kind in g.NOUNS and verb_frame(cascade.lemma(verb)).that >= 40:
        return False  # "... after losses in Lima, said Ann Reed"
    few = previous is not None and previous.kind == g.ADJECTIVE and previous.shape[0] in "dk"  # "until the latter fell"
    beside = previous is not None and (previous.kind in g.NOUNS or few or inserted or described is not None)
    if np is None or not beside or _role(cascade, np) or (np.chunk.shape != "q" and within(cascade, word)):
        return False
    host = cascade.clause
    apart = np.start > 0 and cascade.tokens[np.start - 1].text == "," and word != "as"
    if apart and host.rule == "claims.participle-on-noun" and np in [phrase for _, phrase in host.arguments]:
        above = cascade.enclosing(lambda c: c.finite and c.verb is not None)
        if above is not None and cascade.awaiting() is None:
            host.arguments = [pair for pair in host.arguments if pair[1] is not np]
            host = cascade.clause = above  # "apologised to users hit by the cut, after it shut down sites"
    if np.time and cascade.awaiting() is not None:
        return False  # "The failure to see it before Sept. 11 is a scandal"
    if waits and word == "as" and not agrees(cascade, np, verb):
        return False  # "Her years as a teacher have shaped her"
    role = cascade.awaiting() is not None and cascade.tokens[np.first].lower in ("a", "an")
    if role and word == "as" and cascade.stops() and not finite_later(cascade):
        return False  # "Norvane, listed as a firm in May, would grow"
    if word != "as" and host.awaiting and cascade.stops() and _owed(cascade, np, word):
        return False  # "Their fall since the vote has hurt savers"
    if host.verb is not None and cascade.awaiting() is not None and word in ("than", "like", "for"):
        return False
    hanging = [pair[1] for pair in host.arguments if pair[1].first > np.first and pair[1].link in ("prep", "time")]
    inside = host.verb is not None and (described is np or np is not cascade.np)
    host.arguments = [pair for pair in host.arguments if pair[1] is not np and not (inside and pair[1] in hanging)]
    detach(np)
    if inside:
        host.content = [pair for pair in host.content if pair[1].first < np.start]
        np.last = max([np.last, *(phrase.last for phrase in hanging)])  # "as the toll from floods rose"
    if host.subject is np:
        host.subject = None
    host = cascade.clause = around_aim(cascade, host, word, verb)
    clause = cascade.push(kinds.SUB, np.start, word)
    if host.verb is not None:
        host.content.append((word, clause))
    elif host.subject is not None and host.subject.last > np.start:
        host.subject.last = np.start
    clause.subject = np
    return cascade.start(clause, verb, "claims.subordinate-clause")


rule("claims.subordinate-clause")(subordinate)


def _owed(cascade: Cascade, np: Phrase, word: str) -> bool:
    """Tell whether the last verb before a pause is owed to the subject: `Her rise as a critic stoked speculation`."""
    if before_pause(cascade, (g.FINITE,)):
        return False
    held = np.host is not None and cascade.tokens[np.host.head].lemma in word_class("held-as")
    articles = ("a", "an", "the") if held else ("a", "an")
    one = word == "as" and cascade.tokens[np.first].lower in articles and cascade.tokens[np.head].tag == "NN"
    whole = np.host is not None and np.host.chunk.shape[0] in "dp"  # "The process as a whole was on track"
    return word in ("since", "until") or (one and (whole or animate(cascade, np) > 1))


def opens_clause(cascade: Cascade, np: Phrase) -> bool:
    """Tell whether a phrase behind the subject is rather the subject of a clause: `Misery as drivers walk out`."""
    if np.preposition == "as" and np.link == "prep":
        return not _role(cascade, np)
    if np.preposition not in ("after", "before", "since", "until", "once") or np.link != "prep":
        return False
    if np.time and np.preposition in ("since", "until"):
        return False  # "Rain since late Monday has flooded fields"
    if cascade.comma or (cascade.stops() and _owed(cascade, np, np.preposition)):
        return False  # "The girl, missing since Friday, was found, police said"
    if np.preposition == "before" and cascade.word(np.chunk) in word_class("reckoned-before"):
        return False  # "Profit before tax fell"
    return finite_later(cascade, 30)


def _role(cascade: Cascade, np: Phrase) -> bool:
    """Tell whether *as* stands before what somebody is, and the subject before it: `His term as party chief expires`.

    A word for a person without article; headlines leave articles out and are not asked.
    """
    if held_as(cascade, np):
        return True
    if np.preposition == "as" and _owed(cascade, np, "as") and cascade.stops() and cascade.clause.awaiting:
        return True
    if np.preposition != "as" or np.chunk.shape.strip("njN") or cascade.tokens[np.head].tag != "NN":
        return False
    waits = cascade.clause.awaiting and np.last == np.chunk.last and cascade.stops()
    return waits and animate(cascade, np) > 1


def gerund_after_opener(cascade: Cascade, verb: Chunk) -> bool:
    """A verb behind *since*, *before* ... and an -ing form alone, which is its subject: `since fishing was banned`."""
    inner, host = cascade.clause, cascade.clause.parent
    if inner.opener != kinds.GERUND or inner.word not in word_class("openers") or inner.verb is None or host is None:
        return False
    if cascade.previous is not inner.verb or inner.verb.kind != g.ING or host.verb is None:
        return False
    inner.silent = True
    host.content = [pair for pair in host.content if pair[1] is not inner]
    cascade.clause = host
    clause = cascade.push(kinds.SUB, inner.verb.first - 1, inner.word)
    host.content.append((inner.word, clause))
    clause.subject = Phrase(inner.verb)
    return cascade.start(clause, verb, "claims.subordinate-clause")


def caused(cascade: Cascade, verb: Chunk) -> bool:
    """A bare form that looks like a finite plural, behind the object of a verb that takes both: `made the men run`."""
    host = cascade.clause
    np = cascade.np
    if host.verb is None or not host.objects or host.passive or np is None or np.chunk is not cascade.previous:
        return False
    plain = verb.shape in ("v", "vR") and cascade.tokens[verb.head].tag == "VBP"
    if not plain or cascade.lemma(host.verb) not in word_class("causing") or cascade.word(np.chunk) in NOMINATIVE:
        return False
    for _ in range(6):
        if np is not None and np.preposition == "of" and np.link == "prep" and np.host is not None:
            np = np.host
        if np is None or np is host.objects[-1] or np.link not in ("and", "comma"):
            break
        if np.link == "and" and np.beside is None and np.first > 1 and cascade.tokens[np.first - 2].text == ",":
            break  # "He made the cake, and the guests eat it"
        np = np.beside or np.host  # "help Lowton and the people of Marle achieve peace"
    if np is not host.objects[-1]:
        return False
    inner = cascade.push(kinds.NONFINITE, verb.first)
    inner.subject = host.objects[-1]
    host.content.append(("to-inf", inner))
    return cascade.start(inner, verb, "claims.object-control")


def zero_relative(cascade: Cascade, verb: Chunk) -> bool:
    """A relative clause without pronoun: two noun chunks side by side and a verb, `the man he saw`."""
    phrase = cascade.np
    for _ in range(40):
        if phrase is None or phrase.link == "next":
            break
        phrase = phrase.host
    if phrase is None or phrase.host is None or cascade.clause.verb is None:
        return False
    front = cascade.fronted()
    if front is not None and front.opener == kinds.MAIN and not finite_later(cascade):
        front.subject, phrase.host, phrase.link = phrase, None, ""  # "By cutting fares the council won back riders"
        cascade.clause = front
        return cascade.start(front, verb, "")
    clause = cascade.push(kinds.RELATIVE, phrase.first)
    clause.antecedent, clause.gap, clause.subject = carrier(cascade, phrase.host), "zero", phrase
    phrase.host, phrase.link = None, ""
    return cascade.start(clause, verb, "claims.object-relative")


RULES: Final[tuple[Handler, ...]] = (
    clausal_subject,
    next_deed,
    gerund_after_opener,
    said_apart,
    subordinate,
    gerunds.gerund_in_zero_that,
    gerunds.question_in_zero_that,
    caused,
    complements.zero_that,
    resumed,
    next_clause,
    complements.told,
    zero_relative,
)
