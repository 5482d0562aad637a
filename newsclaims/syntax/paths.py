"""How a clause hangs on the one above it, link by link to the root: what one takes back is taken back below."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import GERUND, MAIN, NONFINITE, RELATIVE, SUB, THAT, WH, Clause, Phrase
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.complements import effect, kind
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.sentence import Token

_DEEPEST: Final = 30
"""How many links and joined verbs are followed: sentences of news have up to ten."""
_TRANSITIVE: Final = 50
"""Per cent of its uses with an object from which a verb wants one."""
_TELLING: Final = 2
"""Per cent of its uses with a that-clause from which a noun may have the one behind it: no `court`, but `extent`."""
_RARELY: Final = 20
"""Per cent of its uses with a that-clause below which a noun of content before it is more likely to govern one."""
_ALONE: Final = ((30, 75), (10, 50), (0, 35))
"""For a noun with a that-clause in so many per cent of its uses, below how many per cent of uses with an object a verb
without one has none in the noun either: `an indication the economy has slowed`, `the belief he held`."""
_MARKS: Final = frozenset({",", "“", '"', "``", "‘", ":"})
SHARED: Final = frozenset({"claims.coordinated-infinitive", "claims.coordinated-verb", "claims.verb-list"})
"""The rules of verbs that are joined to one before them."""


class Link:
    """The clause ``parent``, and the word of it that governs the clause below: its token, and what it is.

    ``under`` is ``verb`` (`denied that`), ``noun`` (`no evidence that`, `the man who`), ``adjective`` (`unable to`) or
    ``clause`` where the lower clause tells when, why or under which condition the upper one holds.  ``joint`` is what
    joins the two: ``that``, ``to``, ``object-to`` (`asked him to`), ``ing``, ``whether``, ``wh``, a preposition before
    an -ing form, the word that opens the clause, or ``rel`` where it only describes the noun.  ``phrase`` is the noun's
    phrase.
    """

    __slots__ = ("head", "joint", "parent", "phrase", "under")

    def __init__(self, parent: Clause, under: str, head: int, joint: str, phrase: Phrase | None = None) -> None:
        self.parent = parent
        self.under = under
        self.head = head
        self.joint = joint
        self.phrase = phrase


def path(clause: Clause, tokens: list[Token]) -> Iterator[Link]:
    """Yield the links from a clause to the root, the nearest first."""
    for _ in range(_DEEPEST):
        found = link(clause, tokens)
        if found is None:
            return
        yield found
        clause = found.parent


def link(clause: Clause, tokens: list[Token]) -> Link | None:
    """Return how a clause hangs on its parent, None for a root and below a clause without a verb."""
    for _ in range(_DEEPEST):
        partner = clause.shares
        if clause.rule not in SHARED or partner is None or partner.parent is not clause.parent:
            break
        clause = partner  # joined verbs hang on what the first one hangs on
    parent = clause.parent
    if parent is None or parent.verb is None:
        return None
    noun = clause.antecedent if clause.opener == RELATIVE else None
    if noun is not None:
        return Link(parent, "noun", noun.head, "that" if tells(clause, tokens, noun.head) else "rel", noun)
    noun = clause.subject if clause.rule == "claims.participle-on-noun" else None
    if noun is not None and clause.passive and any(role == "predicative" and c is clause for role, c in parent.content):
        return Link(parent, "clause", parent.verb.head, "")  # "hopes to get the verdict overturned"
    if noun is not None:
        outer = tokens[parent.verb.head]
        passive = clause.passive and (clause.verb is None or clause.verb.kind != g.ING)  # "ruled out troops being sent"
        if not passive and noun in parent.objects and _keeps(parent.verb, noun, tokens):
            return Link(parent, "verb", parent.verb.head, "object-ing")  # "prevent it becoming"
        if clause.passive and noun in parent.objects and effect(outer.lemma, "verb:object-done") is not None:
            return Link(parent, "verb", parent.verb.head, "object-done")  # "would see 300 homes built"
        host = noun.host if noun.preposition == "of" and not passive else None
        if host is not None and effect(tokens[host.head].lemma, "noun:of") is not None:
            return Link(parent, "noun", host.head, "of", host)  # "the risk of the dam bursting"
        about = noun.preposition == "about" and noun.start == parent.verb.last and not passive
        if about and effect(outer.lemma, "verb:about") is not None:
            return Link(parent, "verb", parent.verb.head, "about")  # "worries about the firm losing money"
        return Link(parent, "noun", noun.head, "rel", noun)
    if clause.rule == "claims.noun-infinitive" and clause.antecedent is not None:
        noun = clause.antecedent
        return Link(parent, "noun", noun.head, clause.word if clause.opener == GERUND else clause.word or "to", noun)
    head = parent.verb.head
    joint = _joint(clause, parent, tokens)
    if clause.rule == "claims.purpose-infinitive":
        return Link(parent, "verb", head, joint)
    before = clause.first - 1
    while before > 0 and (tokens[before].text in _MARKS or tokens[before].lower == clause.word):
        before -= 1
    adjective = parent.adjective
    if (
        adjective is not None
        and adjective.first <= before < adjective.last
        and _governs(tokens, before, "adjective", joint)
    ):
        return Link(parent, "adjective", adjective.head, joint)
    far = joint == "that" and effect(tokens[before].lemma, "noun:that") is None
    noun = _apart(clause, parent, tokens) if far else None
    if noun is not None:
        return Link(parent, "noun", noun.head, joint, noun)
    phrase = next((phrase for phrase in _phrases(parent) if phrase.first <= before < phrase.last), None)
    if joint == "that" and phrase is not None and effect(tokens[head].lemma, "verb:that") is not None:
        tells_none = far and noun_frame(tokens[before].lemma).that < _TELLING  # "denied in court that he knew"
        phrase = None if phrase not in parent.objects and (tells_none or _carries(phrase, tokens)) else phrase
    if phrase is not None and tokens[before].tag in ("NN", "NNS") and _governs(tokens, before, "noun", joint):
        return Link(parent, "noun", before, joint, phrase)
    if joint == "of" and tokens[before].lower == "short":
        joint = "short"  # "stopped short of saying"
    adverbial = (clause.opener in (SUB, GERUND) or joint == "if") and joint not in ("that", "whether")
    adverbial = adverbial and (clause.opener != GERUND or effect(tokens[head].lemma, "verb:" + joint) is None)
    return Link(parent, "clause" if adverbial or not joint else "verb", head, joint)


def _apart(clause: Clause, parent: Clause, tokens: list[Token]) -> Phrase | None:
    """Return the noun of content that others part from its clause, `rejected a charge from Reed that he lied`."""
    assert parent.verb is not None
    noun = parent.objects[-1] if parent.objects and clause.word == "that" else None
    if noun is None or not parent.verb.last <= noun.first < clause.first or parent.adjective is not None:
        return None
    lemma = tokens[parent.verb.head].lemma
    takes_none = verb_frame(lemma).that < _RARELY or effect(lemma, "verb:content") is not None
    return noun if takes_none and effect(tokens[noun.head].lemma, "noun:that") is not None else None


def _carries(phrase: Phrase, tokens: list[Token]) -> bool:
    """Tell whether a phrase is what something was said in: `denied in a statement that`, no `in the belief that`."""
    first = tokens[phrase.first]
    if phrase.preposition != "in" or not (first.tag == "PRP$" or first.lower in ("a", "an")):
        return False
    return kind(tokens[phrase.head].lemma, "noun:that") in ("alleging", "reporting")


def _keeps(verb: Chunk, noun: Phrase, tokens: list[Token]) -> bool:
    """Tell whether a verb is about what its object does, not about the object: `prevent it becoming`, `rule out`."""
    outer, particle = tokens[verb.head], tokens[verb.last - 1].lower if verb.shape[-1] == "R" else ""
    if effect(outer.lemma, "verb:noun-ing") is not None:
        return True
    if particle and effect(f"{outer.lemma} {particle}", "verb:object-ing") is not None:
        return True
    return effect(outer.lemma, "verb:object-ing") is not None and _must_act(noun, outer)


def _must_act(noun: Phrase, verb: Token) -> bool:
    """Tell whether a participle behind an object is what is stopped: `would stop him leaving`, no `stopped a man`."""
    return noun.pronoun or verb.tag in ("VB", "VBG")


def tells(clause: Clause, tokens: list[Token], noun: int) -> bool:
    """Tell whether a clause that was read as a relative one is what the noun says: it wants no object of its own."""
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None:
        return False
    silent = subject.first == noun + 1 and clause.gap == "zero"  # "denied claims the firm had lied"
    if not silent and (clause.word != "that" or subject.first <= clause.first):
        return False
    if silent and tokens[noun - 1].lower == "no" and tokens[noun].lower in word_class("no-wonder"):
        return True  # "It is no wonder voters left"
    if effect(tokens[noun].lemma, "noun:that") is None:
        return False
    frame = verb_frame(tokens[verb.head].lemma)
    given = len(clause.objects) == 1 or clause.passive
    if silent and given and (frame.two_objects >= 5 or frame.that >= 40):
        return False  # "the claims she told the police", "the chances she was given"
    full = bool(clause.objects) or clause.passive or (clause.adjective is not None and clause.copular)
    if silent and tokens[noun].lower not in word_class("moods"):
        taken = noun_frame(tokens[noun].lemma).that
        most = next(share for least, share in _ALONE if taken >= least)
        return full or (
            frame.object < most and frame.that < 12 and verb.kind == g.FINITE and verb.shape[0] != "m"
        )  # "the news you need to hear"
    if silent:
        return full or tokens[verb.head].lemma not in word_class("airing")  # "rumours Holt had left", not "had spread"
    return full or clause.adjective is not None or verb.shape[0] == "m" or frame.object < _TRANSITIVE


def says_when(clause: Clause, tokens: list[Token], antecedent: Phrase) -> bool:
    """Tell whether a clause says when: `asked what time the train leaves`, `the first time the team had lost`.

    Also `the day the bank closed`; but *the day* is the object in `the day she chose`.
    """
    before, head = tokens[antecedent.head - 1].lower, tokens[antecedent.head].lower
    if clause.gap == "zero" and before == "the" and clause.verb is not None and head in word_class("moments"):
        lemma = tokens[clause.verb.head].lemma
        return not any(lemma in word_class(name) for name in ("dating", "lasting", "recalling"))
    ranked = clause.opener == WH or before in ("first", "last", "next", "only")
    return ranked and head in ("time", "day", "year")


def _phrases(parent: Clause) -> tuple[Phrase, ...]:
    return (*parent.objects, *(phrase for _, phrase in parent.arguments), *filter(None, (parent.subject,)))


def _governs(tokens: list[Token], word: int, part: str, joint: str) -> bool:
    """Tell whether an adjective or noun right before a clause can govern it; any does that stands before *that*."""
    return (
        joint == "that"
        or (joint == "to" and part == "adjective")
        or effect(tokens[word].lemma, f"{part}:{joint}") is not None
    )


def _joint(clause: Clause, parent: Clause, tokens: list[Token]) -> str:
    """Return what joins a clause to its parent (see ``Link``)."""
    verb, outer = clause.verb, parent.verb
    assert verb is not None and outer is not None
    if clause.opener == MAIN and not any(inner is clause for _, inner in parent.content):
        return ""  # "The cost, they say, would rise"
    if clause.opener in (MAIN, THAT) or (clause.opener == SUB and clause.word == "that"):
        return "that"
    if clause.rule == "claims.object-control" and verb.kind == g.PARTICIPLE:
        return "object-to"  # "want the law changed"
    if clause.opener == NONFINITE:
        first = clause.governors[0] if clause.governors else verb
        if first.kind not in (g.INFINITIVE, g.BARE):
            return "" if clause.rule == "claims.adverbial-participle" else "ing"
        other = clause.subject is not None and clause.rule == "claims.object-control"
        return "object-to" if other or (parent.passive and parent.adjective is None) else "to"
    if clause.opener in (SUB, WH) and clause.word in ("if", "whether"):
        close = outer.last <= clause.first and tokens[clause.first - 1].lower not in (",", "as", "even", "only")
        word = tokens[parent.adjective.head if parent.adjective is not None else outer.head].lemma
        part = "adjective" if parent.adjective is not None else "verb"
        asks = word != "say" or "o" in outer.shape or bool(parent.governors)  # "declined to say if"
        whether = clause.word == "whether" or (close and asks and effect(word, f"{part}:whether") is not None)
        return "whether" if whether else "if"
    if clause.opener == WH:
        return "wh"
    if clause.opener == GERUND:
        return "to-ing" if clause.word == "to" else "out" if clause.word[:3] == "out" else clause.word
    return clause.word
