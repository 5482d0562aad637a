"""Rules for finite verbs of a clause without *that*: what was read as an object of a verb of saying is its subject."""

from __future__ import annotations

from typing import Final

from newsclaims.rule import rule
from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import reduced
from newsclaims.syntax.agreement import agrees, before_pause, finite_later, plural
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import CLAUSAL, Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NOMINATIVE, Clause, Phrase, interrupted_phrase, root
from newsclaims.syntax.describing import past_or_participle
from newsclaims.syntax.interrupted import singled_out
from newsclaims.syntax.last_verbs import another, told_through
from newsclaims.syntax.reduced import agent_follows
from newsclaims.syntax.times_behind import thought_of
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import noun_frame, verb_frame

_WHERE: Final = frozenset({"at", "from", "in"})
"""Prepositions that say where whoever is told is, or is from."""
_OWN: Final = frozenset({"that", "reported", "wh", "predicative"})
"""Roles of content that can only be the verb's: other content goes with its object, `said a decision on whether …`."""


def zero_that(cascade: Cascade, verb: Chunk) -> bool:
    """A clause without *that* behind a verb of saying or thinking: `Ann Reed explained the strike began early`.

    The object of such a verb turns out to be the subject of the next verb, with all that has been added to it.
    """
    previous, np = cascade.previous, cascade.np
    it = np is not None and np.link == "and" and cascade.word(np.chunk) == "it"  # "told the crew to land and it landed"
    if previous is None or previous.kind == g.CONJUNCTION or it:
        return False
    if _done_by(cascade, verb):
        return reduced.start(cascade, verb)
    if _apposed(cascade, verb):
        return True
    if interrupted_phrase(cascade.clause) is not None:
        return False  # "saw results, but some of the benefits expected for May will take longer"
    inner = cascade.clause
    closes = inner.opener == kinds.GERUND or (inner.finite and inner.opener != kinds.RELATIVE)
    if previous.kind == g.COMMA and closes:
        return False  # "signals a commitment to tackling it, says Reed"
    told = told_through(cascade)
    host: Clause | None = told if told is not None else inner
    for _ in range(6):
        if (
            host is None
            or host.awaiting
            or (host.verb is not None and (host is told or _tells(cascade, host)) and _may_govern(cascade, host, verb))
        ):
            break
        said = _of_noun(cascade, host)
        if said is not None:
            return _about(cascade, said, host, verb)
        if host.finite and host.opener not in (kinds.RELATIVE, kinds.WH) and not _when(cascade, host, verb):
            return False
        host = host.parent
    if host is None or host.verb is None or not host.objects or (previous.kind == g.COMMA and host is cascade.clause):
        return False
    if not host.finite and cascade.stops() and not another(cascade, cascade.at + 1):
        described = host.subject is not None and host.subject.preposition in word_class("openers")
        if described or cascade.awaiting() is not None:
            return False  # "after a man claiming ties to the group carried out the raid"
    if cascade.word(host.objects[-1].chunk)[-4:] in ("self", "lves"):
        return False  # "declared themselves deadlocked"
    subject = host.objects.pop()
    for _, inner in host.content:
        own = inner.shares is host and inner.verb is not None and inner.verb.kind == g.INFINITIVE
        inner.silent = inner.silent or own  # "said volunteers to help them were needed"
    host.content.clear()  # an infinitive behind the noun goes with it: "said its decision to leave was final"
    _take_along(host, subject, verb.first)
    if host.objects:
        host.arguments.insert(0, ("to", host.objects.pop()))
    subject.host = None
    when = thought_of(cascade, host, subject)
    cascade.start_governed(host, subject, verb, "claims.zero-that")
    cascade.clause.arguments += when
    return True


rule("claims.zero-that")(zero_that)


def _when(cascade: Cascade, inner: Clause, verb: Chunk) -> bool:
    """Tell whether a clause says when or where inside what is said: `said the plan to sell it if he left | was old`."""
    between = cascade.tokens[inner.first - 1 : verb.first]
    apart = any(token.text in (",", "(", "—", "–", "--") or token.tag == "CC" for token in between)
    says = cascade.enclosing(
        lambda c: bool(c.objects) and c.verb is not None and verb_frame(cascade.lemma(c.verb)).that >= 60
    )
    return inner.opener == kinds.SUB and says not in (None, inner) and not apart


def _tells(cascade: Cascade, host: Clause) -> bool:
    """Tell whether a verb can govern a clause: it is active, or has *it* for its subject: `It is thought he left`."""
    subject = host.subject
    if not host.passive or host.verb is None:
        return True
    it = subject is not None and cascade.word(subject.chunk) == "it"
    if cascade.lemma(host.verb) in words("words", "telling_verbs") and cascade.clause.opener == kinds.RELATIVE:
        return True  # "was told the dam which broke was old"
    return it and verb_frame(cascade.lemma(host.verb)).two_objects < 2  # "It was shown the letter Reed wrote"


def _take_along(host: Clause, subject: Phrase, end: int) -> None:
    """Give a subject the phrases with prepositions between it and token ``end``, which its verb of saying had."""
    moved = [phrase for _, phrase in host.arguments if subject.first < phrase.first < end and phrase.link == "prep"]
    host.arguments = [pair for pair in host.arguments if pair[1] not in moved]
    subject.last = max([subject.last, *(phrase.last for phrase in moved)])


def _of_noun(cascade: Cascade, clause: Clause) -> Clause | None:
    """Return the clause of saying whose object a clause with *that* belongs to: `said the idea that he lied is old`."""
    outer, previous = clause.parent, cascade.previous
    told = clause.opener == kinds.THAT and clause.word == "that" and clause.verb is not None
    if not told or outer is None or not outer.objects:
        return None
    noun = outer.objects[-1]
    if outer.verb is None or outer.passive or noun.last != clause.first or previous is None or previous.kind == g.COMMA:
        return None
    takes = verb_frame(cascade.lemma(outer.verb)).that >= CLAUSAL and noun_frame(cascade.lemma(noun.chunk)).that >= 10
    return outer if takes and ("that", clause) in outer.content else None


def _about(cascade: Cascade, host: Clause, inner: Clause, verb: Chunk) -> bool:
    """Begin a clause without *that* whose subject is an object with a clause of its own."""
    subject = host.objects.pop()
    subject.last, subject.host = verb.first, None
    cascade.clause = host
    clause = cascade.push(kinds.THAT, subject.first)
    host.content = [("that", clause) if pair[1] is inner else pair for pair in host.content]
    clause.subject, inner.parent = subject, clause
    return cascade.start(clause, verb, "claims.zero-that")


def _done_by(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a past tense by its tag is a participle: its agent follows, `on principles put forward by him`."""
    np = cascade.np
    if np is None or np.chunk is not cascade.previous or np.time or np.pronoun or np.link == "next":
        return False  # "read the letters Holt sent"
    if verb.shape not in ("v", "vR") or not past_or_participle(cascade.word(verb)):
        return False
    following, governor = cascade.following(), cascade.clause.verb
    shown = governor is not None and cascade.lemma(governor) in word_class("depicting") | word_class("perceiving")
    suffers = following is None or following.kind in (g.PREPOSITION, g.STOP)
    if shown and suffers and verb_frame(cascade.lemma(verb)).object >= 85:
        return True  # "The film shows a house in Lowton engulfed in flames", "found the van abandoned near the port"
    if governor is not None and following is not None and cascade.tokens[np.first].lower in ("a", "an"):
        named = following.kind == g.NOUN and cascade.lemma(verb) in word_class("dubbing")
        if named and verb_frame(cascade.lemma(governor)).that < CLAUSAL:
            return True  # "is running a contest called the House Prize"
    return np.preposition is not None and verb_frame(cascade.lemma(verb)).object >= 50 and agent_follows(cascade)


def _apposed(cascade: Cascade, verb: Chunk) -> bool:
    """Begin a clause without *that* whose subject has an apposition: `was told the mayor, Ann Reed, would come`."""
    host, np, previous = cascade.clause, cascade.np, cascade.previous
    if previous is None or previous.kind != g.COMMA or host.verb is None:
        return False
    named = np is not None and np.link == "comma" and np.chunk.shape != "q" and np.host in host.objects[-1:]
    named = named or (
        np is not None and np.link == "comma" and bool(host.objects) and singled_out(cascade, host.objects[-1])
    )
    if not named or host.question or host.content:
        return False
    lemma = cascade.lemma(host.verb)
    tells = lemma in words("words", "telling_verbs")
    says = verb_frame(cascade.lemma(verb)).that >= 40
    if verb_frame(lemma).that < 40 or (tells and not host.passive) or says:
        return False
    subject = host.objects.pop()
    if np is not None:
        _take_along(host, subject, np.first)  # "said people in Lowton, mostly the old, were ill"
    subject.host = None
    return cascade.start_governed(host, subject, verb, "claims.zero-that")


def _may_govern(cascade: Cascade, host: Clause, verb: Chunk) -> bool:
    """Tell whether the clause's verb takes a clause without *that* and its object may be that clause's subject."""
    if not host.objects or host.verb is None or any(role in _OWN for role, _ in host.content):
        return False
    subject = host.objects[-1]
    frame = verb_frame(cascade.lemma(host.verb))
    np = cascade.np
    if np is subject and cascade.word(np.chunk) in NOMINATIVE:
        return True  # "I suppose he left": whatever the verb, he is not its object
    if np is not None and (np.link == "next" or np.link == "comma"):
        return False
    if np is not None and np.link == "and" and _apart(cascade, np):
        return False  # "warned the city, and she called for an inquiry"
    if np is not None and _whole(np).link == "next":
        return False  # "told Reed the cost of the plan had risen"
    if np is not None and frame.object >= 20 and _then(cascade, np):
        return False  # "heard a noise and then the wall of the house fell"
    first = root(np) if np is not None else None
    if first is not None and first is not np and first.link == "and" and not first.before and first is not subject:
        return False  # "reported many cases, and ten of them were fatal"
    if np is not None and _of_list(subject, np):
        between = np.beside is not None and np.beside.preposition == "between"
        if between or frame.that >= 60 > 2 * frame.object:
            return frame.that >= CLAUSAL and agrees(cascade, subject, verb)
    seems = host.subject is not None and cascade.word(host.subject.chunk) == "it" and not host.passive
    seems = seems and cascade.lemma(host.verb) in ("appear", "seem")  # "It seems the plan to sell it has failed"
    counted = subject.chunk.shape[0] == "c" and frame.object > 20
    if np is not None and np.link == "and" and counted and np.chunk.shape == "N":
        return False  # "Norvane reported three deaths and Lowton recorded five"
    if np is not None and np.link == "and" and host is cascade.clause:
        joined = plural(cascade, verb)
        if joined is False or (joined is None and frame.that < 60 and frame.object > 30):
            return False
        if joined:
            return frame.that >= CLAUSAL or seems
    if not agrees(cascade, subject, verb) and np is not subject:
        return False
    waits = cascade.awaiting() is not None
    if waits and cascade.lemma(verb) == "say" and np is not None and animate(cascade, subject) == 0:
        return False  # "Leaders who had alleged fraud said on Monday"
    if waits and not host.finite and not finite_later(cascade):
        return False  # "The town as a place for telling stories is part of it"
    apart = not host.finite and cascade.tokens[host.first - 1].text == "," and not before_pause(cascade, (g.FINITE,))
    return frame.that >= (50 if waits and not apart else CLAUSAL) or seems  # ", claiming the tap is safe, said"


def _of_list(noun: Phrase, np: Phrase) -> bool:
    """Tell whether a list that a noun has ends here, `said the supply of food and fuel was cut`, `gap between`."""
    item = np.beside
    for _ in range(12):
        if item is None or item.link not in ("and", "comma"):
            break
        item = item.beside or item.host
    return item is not None and item.preposition in ("between", "of") and item.host is noun


def _then(cascade: Cascade, np: Phrase) -> bool:
    """Tell whether a phrase, or what it hangs on, stands behind *and then*."""
    part: Phrase | None = np
    for _ in range(6):
        if part is None or part.link == "and":
            break
        part = part.host
    return part is not None and part.first > 1 and cascade.tokens[part.first - 1].lower == "then"


def _apart(cascade: Cascade, np: Phrase) -> bool:
    """Tell whether a phrase behind *and* begins a clause: a nominative pronoun, or no list member after a comma."""
    if cascade.word(np.chunk) in NOMINATIVE:
        return True
    return np.beside is None and np.first > 1 and cascade.tokens[np.first - 2].text == ","


def told(cascade: Cascade, verb: Chunk) -> bool:
    """A clause without *that* behind the one who is told: `told Reuters the bridge was safe`."""
    host, nearest = cascade.clause, cascade.np
    np = _whole(nearest) if nearest is not None else None  # "told Reed the effect of the crime could not be ignored"
    if host.verb is None or np is None or np.host is None or np.link != "next" or len(host.objects) != 1:
        return False
    if np.host is not host.objects[0] and not _beyond(cascade, np, np.host, verb):
        return False
    if cascade.lemma(host.verb) not in words("words", "telling_verbs") or host.content or host.passive:
        return False
    is_ = cascade.word(np.chunk) in NOMINATIVE | {"it"} and verb.shape in ("B", "Bo")  # "told the magazine it is late"
    whom, after = host.objects[0], cascade.following()
    hears = animate(cascade, whom) or whom.pronoun or is_ or cascade.word(whom.chunk) in word_class("told-bodies")
    waits = after is None or after.kind == g.THAT  # "told the show he hosts that it was over"
    if not hears and (waits or cascade.lemma(whom.chunk) not in word_class("hearing")):
        return False  # "told the story the mayor wanted", but "told the show it was over"
    _take_along(host, np, verb.first)
    np.host, np.link = None, ""
    return cascade.start_governed(host, np, verb, "claims.zero-that")


def _beyond(cascade: Cascade, np: Phrase, nearest: Phrase, verb: Chunk) -> bool:
    """Tell whether what is told begins behind a phrase that is of the one told: `told people in town the tap was safe`.

    The verb lacks no object, so that the phrase is none of its own: not `told people in the area the mayor visited`;
    nor is it what is told of: `told Reed about the pain she was in`.
    """
    told, after = cascade.clause.objects[0], cascade.following()
    full = verb.shape[0] == "m" or cascade.tokens[verb.head].lemma == "be"
    waits = after is not None and after.kind in (g.THAT, g.INFINITIVE)  # "fans of the band he loved that it was over"
    of_it = nearest.preposition != "about" and _whole(nearest) is told
    held = of_it or any(p is nearest and role in _WHERE for role, p in cascade.clause.arguments)
    return held and not waits and (full or (after is not None and after.kind in g.NOUNS))


def _whole(np: Phrase) -> Phrase:
    """Return the phrase that one behind a preposition hangs on, in the end."""
    for _ in range(4):
        if np.link != "prep" or np.host is None:
            break
        np = np.host
    return np
