"""Whether a clause says by words of its own that something is not so (Quirk et al. 1985, 10.54-10.70).

*Not*, *n't*, *never*, *no longer*, *hardly* in or beside the verb, *no*, *none*, *nothing*, *neither* in its subject or
object, *at no point* before it.
"""

from __future__ import annotations

from typing import Final

from newsclaims.claims.vocabulary import word_class
from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NOMINATIVE, Clause, Phrase
from newsclaims.table import words
from newsclaims.words.complements import kind
from newsclaims.words.sentence import Token

_AUXILIARIES: Final = frozenset("mDHB")
_PREDICATED: Final = frozenset({"how", "what", "where", "why", "wh"})
"""Roles of clauses that say what or where somebody is: `are probably not where you should work`."""
_NEITHER: Final = frozenset({"neither", "nor"})


def may_negate(lower: frozenset[str]) -> bool:
    """Tell whether a sentence has a word of negation at all, by its words in lower case: the prefilter."""
    denying = (words("syntax", "negative_words"), word_class("hardly"), word_class("nearly"))
    return not all(map(lower.isdisjoint, denying)) or ("all" in lower and "but" in lower) or "little" in lower


def verb_negated(verb: Chunk, tokens: list[Token]) -> bool:
    """Tell whether a verb chunk holds a negation: `did not sign`, `never signed`, `no longer signs`.

    So does what stands before one that has its subject behind it: `Not once did she complain`.
    """
    negative = words("syntax", "negative_words")
    last = verb.last + (verb.shape in _AUXILIARIES and verb.last < len(tokens) and tokens[verb.last].lower == "not")
    last += 2 if verb.last + 1 < len(tokens) and tokens[verb.last].lower == "no" else 0
    for at in range(max(0, verb.first - 2), last):
        word = tokens[at].lower
        if word == "no":
            if at + 1 < len(tokens) and tokens[at + 1].lower == "longer":
                return True
        elif word == "little" and tokens[at + 1].lower in ("did", "do", "does") and at == verb.first - 1:
            return True  # "Little did she know"
        elif word == "never" and tokens[at + 1].lower in ("again", "before"):
            return True  # "Never before had the town seen it"
        elif word in ("never", "not") and at == verb.first - 2 and tokens[at + 1].lower == "once":
            return True  # "Never once have I heard him complain"
        elif at < verb.first and not _reaches(verb, tokens, at):
            continue
        elif (word in negative or word in word_class("hardly")) and not _adds(tokens, at):
            return True
    return _missed(verb, tokens)


def _reaches(verb: Chunk, tokens: list[Token], at: int) -> bool:
    """Tell whether a word before a verb chunk may deny it: `never has paid`, `nor did he`, `not fully used`."""
    word = tokens[at].lower
    if word == "not" and verb.kind in (g.ING, g.PARTICIPLE):
        adverbs = all(token.tag == "RB" for token in tokens[at : verb.first])
        return adverbs and at > 0 and tokens[at - 1].lower != "or"
    alone = word in _NEITHER or (verb.shape[0] in _AUXILIARIES and (word == "never" or word in word_class("hardly")))
    return at == verb.first - 1 and alone


def names_omission(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether *not* behind *is* belongs to the act that follows: `The main cause is not paying attention`."""
    acts = (inner.verb for role, inner in clause.content if role == "wh")
    return any(act is not None and act.kind == g.ING and tokens[act.first].lower == "not" for act in acts)


def joins_negation(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether a joined verb goes on with a negation by *or*: `had not fired a shot or entered the town`."""
    verb, first = clause.verb, clause.shares.verb if clause.shares is not None else None
    if verb is None or first is None or clause.rule != "claims.coordinated-verb":
        return False
    joined = verb.first > 0 and tokens[verb.first - 1].lower == "or" and len(verb.shape) == 1
    return joined and verb_negated(first, tokens)


def _lacks_means(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether nobody and nothing is there for a purpose: `has no money | to pay staff`."""
    owner, verb = clause.shares, clause.verb
    if owner is None or verb is None or not owner.objects or owner.passive:
        return False
    means = owner.objects[-1]
    if tokens[means.first].lower == "enough":
        return False  # see ``governed.py``
    lacks = tokens[means.first].lower == "no" or (
        owner.verb is not None and tokens[owner.verb.head].lemma == "have" and verb_negated(owner.verb, tokens)
    )  # "no longer had the money to pay staff"
    return means.last == verb.first and lacks and not means.time


def _missed(verb: Chunk, tokens: list[Token]) -> bool:
    """Tell whether a deed was not done for a little: `almost won`; not `nearly doubled`, `almost seemed`."""
    head = tokens[verb.head]
    near = verb.head > 0 and tokens[verb.head - 1].lower in word_class("nearly")
    near = near or [token.lower for token in tokens[max(0, verb.head - 2) : verb.head]] == ["all", "but"]
    done = head.tag in ("VBD", "VBG", "VBN") or verb.kind == g.BARE  # "saw it nearly fall"
    return near and done and head.lemma not in word_class("degrees")


def _adds(tokens: list[Token], at: int) -> bool:
    """Tell whether *not* goes on to what is so too: `not only`, and `not just` where *but* or a dash follows.

    So does a comma with a pronoun and its verb: `do not just suspect it, they know it`.
    """
    if at + 1 >= len(tokens) or tokens[at + 1].lower not in word_class("adding"):
        return False
    if tokens[at + 1].lower == "only":
        return True
    behind = tokens[at + 2 : at + 40]
    if behind and behind[0].lower == "that":
        return True  # "It is not merely that prices are high"
    if any(token.lower in ("but", ";", "—", "–", "--") for token in behind):
        return True
    return any(
        comma.text == ","
        and word.lower in NOMINATIVE
        and verb.tag[:2] == "VB"
        and kind(verb.lemma, "verb:that") != "reporting"
        for comma, word, verb in zip(behind, behind[1:], behind[2:], strict=False)
    )


def subject_negated(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether the subject says that there is none: `nobody came`, `not all the news is bad`, `hardly anyone`."""
    subject = clause.objects[0] if clause.there and clause.objects else clause.surface()
    return subject is not None and (phrase_negated(subject, tokens) or _before(subject.first, tokens))


def _before(first: int, tokens: list[Token]) -> bool:
    if first == 0:
        return False
    word = tokens[first - 1].lower
    return word in word_class("hardly") or (word == "not" and tokens[first].lower in word_class("quantities"))


def _but(behind: list[str]) -> bool:
    """Tell whether the words behind *nothing* take it back: `but`, `more than`, `short of`; no `more`."""
    if not behind or behind[0] not in word_class("nothing-but"):
        return False
    weighed = _WEIGHED.get(behind[0])
    return weighed is None or behind[1:] == [weighed]


_WEIGHED: Final = {"less": "than", "more": "than", "short": "of"}


def phrase_negated(phrase: Phrase, tokens: list[Token]) -> bool:
    """Tell whether a noun phrase says that there is none of its noun; no `No 10`, `no fewer than 40`, `none other`."""
    first = tokens[phrase.first]
    behind = tokens[phrase.first + 1] if phrase.first + 1 < len(tokens) else None
    if first.lower in word_class("hardly") or first.lower == "not":
        return behind is not None and behind.tag != "HYPH" and behind.lower not in word_class("adding")  # "not-guilty"
    if first.lower not in word_class("none"):
        return False
    if first.lower == "nothing" and _but([token.lower for token in tokens[phrase.first + 1 : phrase.first + 3]]):
        return False  # "is nothing more than a gift"
    if behind is None or first.lower == "neither":
        return True
    if first.lower == "no" and phrase.head == phrase.first:
        return False  # "said no to the plan"
    if first.lower == "no" and behind.lower == "more" and tokens[phrase.first + 2].lower == "than":
        return False  # "found no more than 12 faults"
    if behind.lower in word_class("rather-more") or (
        behind.lower in ("doubt", "wonder") and phrase.head > phrase.first + 1
    ):
        return False
    return not (first.lower == "no" and (behind.tag == "CD" or behind.text[0].isdigit()))


def complement_negated(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether a negation stands behind the verb: `is still not safe`, `made no changes`, `is in no danger`.

    Also whether nothing is there for a purpose before it: `has no money | to pay staff`.
    """
    verb = clause.verb
    assert verb is not None
    if clause.rule == "claims.purpose-infinitive" and _lacks_means(clause, tokens):
        return True
    if clause.opener == kinds.THAT and clause.word == "that" and _not_that(clause, tokens):
        return True
    if clause.opener == kinds.GERUND and clause.word in ("by", "through") and tokens[verb.first - 2].lower == "not":
        return verb.first > 1  # "raised the money not by selling shares but by borrowing"
    adjective = clause.adjective
    parts = [adjective.first] if adjective is not None else []
    parts += [phrase.first for phrase in clause.objects if phrase.first >= verb.last]
    if clause.copular:
        parts += [phrase.start for _, phrase in clause.arguments if phrase.start >= verb.last]
        parts += [inner.first - 1 for role, inner in clause.content if role in _PREDICATED and inner.first > verb.last]
        end = min(parts, default=verb.last)
        if end - verb.last <= 4:
            for at in range(verb.last, min(end + 1, len(tokens))):
                if tokens[at].lower in ("not", "never") and not _adds(tokens, at):
                    return True
    if adjective is not None and tokens[adjective.first].lower == "no" and adjective.last > adjective.first + 1:
        return tokens[adjective.first + 1].lower not in word_class("rather-more")
    if adjective is not None and any(t.lower in ("no", "not") for t in tokens[adjective.first + 1 : adjective.head]):
        return True  # "now no longer safe"
    if any(phrase_negated(phrase, tokens) or _before(phrase.first, tokens) for phrase in clause.objects):
        return True
    if parts and min(parts) == verb.last + 1 and tokens[verb.last].lower == "not" and clause.objects:
        return clause.objects[0].first == verb.last + 1  # "bought not a car but a boat"
    predicate = verb.last if clause.copular and adjective is None and not clause.objects else -1  # "is in no danger"
    return any(
        phrase_negated(phrase, tokens) and (phrase.start == predicate or _of_none(phrase, role, tokens))
        for role, phrase in clause.arguments
    )


def ruled_out(at: int, clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether *not* stands before a preposition and *but* puts another in its place: `moved not to X but to Y`."""
    if clause.copular or at < 1 or tokens[at - 1].lower != "not":
        return False
    behind = [token.lower for token in tokens[at + 1 : at + 1 + _NEAR]]
    return "but" in behind and behind[behind.index("but") + 1 :][:1] == [tokens[at].lower]


def _not_that(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether *not* stands alone before a clause: `Not that he cared`, `was late, not that it mattered`."""
    at = clause.first - 1
    if tokens[clause.first].lower != "that" or at < 0 or tokens[at].lower != "not":
        return False
    return at == 0 or tokens[at - 1].text in _PAUSES


_NEAR: Final = 12
"""Tokens within which *but* answers a *not* before a preposition."""
_PAUSES: Final = frozenset({",", ".", ";", ":", "—", "–", "--", "(", "“", '"', "``", "‘"})


def _of_none(phrase: Phrase, role: str, tokens: list[Token]) -> bool:
    """Tell whether a phrase with *no* denies the deed: `at no point`, `to no one`; not `with no warning`."""
    head = tokens[phrase.chunk.last - 1].lower
    return head in word_class("no-time") or (phrase.chunk.kind != g.NOUN and head != "nothing") or head == "one"
