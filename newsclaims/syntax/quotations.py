"""Quoted speech as a node of the tree: what stands in its marks is read apart, what stands round it is one clause.

Marks round words that go on with the sentence (`called it “a mess”`, `the “iron dome”`) are no more than marks: the
clause runs through them.  Marks round speech (`“We won,” Smith said`) part two readings that know nothing of
each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsclaims.syntax import clause as clauses
from newsclaims.syntax.cascade import CLAUSAL, Cascade
from newsclaims.syntax.chunks import (
    ADVERB,
    CLOSING,
    CONJUNCTION,
    ENTITLED,
    FINITE,
    INFINITIVE,
    MODIFIED,
    MODIFIER,
    NOUNS,
    OPENING,
    PREPOSITION,
    THAT,
    Chunk,
)
from newsclaims.syntax.clause import QUOTES, Clause, waiting
from newsclaims.syntax.neighbours import FINITE_TAGS
from newsclaims.syntax.quoted_names import names
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.text.quotation import Quoted
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.preferences import TAKEN, noun_takes, verb_takes
from newsclaims.words.sentence import Sentence, Token

_SELDOM: Final = 5
"""Per cent of its uses from which a noun or a verb in quotes may take a preposition behind them."""
_PAUSES: Final = frozenset({":", "—", "–", "--", "-", ";", "(", "...", "…"})
_REACH: Final = 16
"""How many tokens before a comma its verb of saying may stand."""
_ENDS: Final = frozenset({",", ".", "?", "!", "—", "–", "--", "...", "…"})


def marks(sentence: Sentence, stretches: Sequence[Quoted]) -> dict[int, str]:
    """Return the tokens of the sentence that open or close quoted speech: index -> ``OPENING`` or ``CLOSING``.

    Those round words that a noun has for an adjective (`a “so what” attitude`) are ``MODIFIER`` and ``MODIFIED``,
    and every word of a title (`the song “Come Home Soon”`) is ``ENTITLED``.
    ``stretches`` are those that begin, end or go on in the sentence.
    """
    found: dict[int, str] = {}
    tokens = sentence.tokens
    first = 0
    for stretch in stretches:
        while first < len(tokens) and tokens[first].start < stretch.start:
            first += 1
        last = first
        while last < len(tokens) and tokens[last].start < stretch.end:
            last += 1
        opens = stretch.start >= sentence.start
        closes = stretch.closed and stretch.end <= sentence.end and last > first
        if not opens and not closes:
            continue
        if opens and first + 1 >= last:
            continue
        inner = tokens[first + opens : last - closes]
        if opens and closes and _modifies(tokens, first, last):
            found[first], found[last - 1] = MODIFIER, MODIFIED
            continue
        if opens and closes and names(tokens, first, last) and not _speech(tokens, first, inner):
            found |= dict.fromkeys(range(first + 1, last - 1 - (inner[-1].text in _ENDS)), ENTITLED)
            first = last
            continue
        if inner and closes and last < len(tokens) and _runs_on(tokens, first if opens else 0, inner, last):
            if opens and first and tokens[first - 1].text == "," and _speech(tokens, first, inner):
                found[first] = OPENING  # it closes with the sentence
            first = last
            continue
        again = bool(found and inner) and opens and _goes_on(tokens, first, inner)
        if inner and (not opens or again or _speech(tokens, first, inner)):
            if opens:
                found[first] = OPENING
            if closes:
                found[last - 1] = CLOSING
        first = last
    return found


def _modifies(tokens: list[Token], first: int, last: int) -> bool:
    """Tell whether quoted words stand between a determiner and its noun and could be none of its modifiers."""
    if not first or last >= len(tokens) or last - first > _MODIFIER or tokens[last - 2].text in _ENDS:
        return False
    before, behind = tokens[first - 1].tag, tokens[last].tag
    other = any(token.tag[:2] not in _NOMINAL for token in tokens[first + 1 : last - 1])
    return other and before in ("DT", "PRP$", "POS", "JJ") and behind in ("NN", "NNS")


_NOMINAL: Final = frozenset({"NN", "JJ", "CD", "HY"})
_MODIFIER: Final = 8  # tokens of quoted words that modify a noun, with their marks


def _speech(tokens: list[Token], first: int, inner: list[Token]) -> bool:
    """Tell whether quoted words are a sentence of their own, by what stands before them and how they begin and end."""
    clause = any(token.tag in FINITE_TAGS for token in inner)
    ends = inner[-1].text in _ENDS
    before = tokens[first - 1] if first else None
    if before is None or before.text in ".?!)":
        return clause or (ends and len(inner) > 2)
    if before.text == ",":
        return (clause or ends) and inner[0].tag not in FINITE_TAGS and _said_before(tokens, first - 1)
    if before.text in _PAUSES:
        return clause or ends
    says = before.tag[:2] == "VB" and verb_frame(before.lemma).that >= CLAUSAL
    return says and clause and inner[0].text[:1].isupper()


def _goes_on(tokens: list[Token], first: int, inner: list[Token]) -> bool:
    """Tell whether quoted words go on with what was broken off for its source: `"It," Reed said, "was not clear"`."""
    at = next((at for at, token in enumerate(inner[:3]) if token.tag not in ("CC", "RB")), 0)
    ends = bool(inner) and inner[-1].text in _ENDS
    if ends and first > 2 and tokens[first - 1].tag == "CC" and tokens[first - 2].text == ",":
        return _said_before(tokens, first - 2)  # "It is weak," she said, and "bad for us."
    if tokens[first - 1].text != "," or inner[at].tag not in FINITE_TAGS:
        return False
    closing = next((at for at in range(first - 2, max(1, first - _REACH), -1) if tokens[at].text in QUOTES), 0)
    return (closing > 0 and tokens[closing - 1].text == ",") or _said_before(tokens, first - 1)


def _runs_on(tokens: list[Token], first: int, inner: list[Token], last: int) -> bool:
    """Tell whether what is quoted goes on behind the mark: `“We lack the staff” to run it`, `“I saw no note” from her`.

    No stop or comma stands before the mark. Behind a verb of saying (`said “I am sorry” to her`) the noun before the
    mark or the verb inside must take what follows.
    """
    behind = tokens[last]
    if inner[-1].text in _ENDS or behind.tag not in ("IN", "TO") or last + 1 >= len(tokens):
        return False
    if behind.lower != "for" and behind.lower in words("words", "subordinators"):
        return False
    if first == 0 or tokens[first - 1].text in ".?!":
        return True
    if tokens[first - 1].text == "," and any(token.text == "," or token.tag in FINITE_TAGS for token in tokens[last:]):
        return False
    noun = inner[-1].lemma if inner[-1].tag in ("NN", "NNS") else ""
    if tokens[last + 1].tag == "VB":
        return bool(noun) and noun_frame(noun).infinitive >= TAKEN
    verb = next((token.lemma for token in reversed(inner) if token.tag[:2] == "VB"), "")
    said = next((token.lemma for token in tokens[first - 1 : max(0, first - 4) : -1] if token.tag[:2] == "VB"), "")
    share = max(noun_takes(noun, behind.lower), verb_takes(verb, behind.lower))
    return behind.lower == "of" or share >= max(_SELDOM, verb_takes(said, behind.lower) + 1)


def _said_before(tokens: list[Token], comma: int) -> bool:
    """Tell whether the nearest verb before a comma is one of saying whose clause has not begun: `said on Monday,`."""
    for at in range(comma - 1, max(-1, comma - _REACH), -1):
        token = tokens[at]
        if token.tag[:2] == "VB" and token.tag != "VBN":
            put = token.lemma == "put" and tokens[at + 1].lower == "it"  # "as Reed put it, "
            return put or verb_frame(token.lemma).that >= CLAUSAL or token.lemma in word_class("uttering")
        if token.lower == "that" or token.tag == "MD":
            return False
    return False


def opened(cascade: Cascade, chunk: Chunk) -> bool:
    """Lay the open clauses aside and begin with nothing, or go on with speech that was broken off.

    `"The plan," Reed said, "is dead"`, `"We went there," she said, "and found nothing"`.
    """
    broken, cascade.broken = cascade.broken, None
    cascade.lay_aside()
    cascade.restart(chunk.last)
    if broken is not None and _resumes(cascade, broken[0], broken[1]):
        cascade.clause, parent, cascade.np, cascade.last_np = broken
        cascade.previous = cascade.np.chunk if cascade.np is not None else cascade.clause.verb
        cascade.severed = (cascade.clause, cascade.clause.parent)
        cascade.clause.parent = parent  # what is joined to it is not joined to its source
    elif broken is not None and _thought(cascade, broken[0]):
        inner = Clause(clauses.THAT, broken[0], chunk.last)
        broken[0].content.append(("that", inner))
        cascade.clause = inner  # "I do not think," he said, "there is a problem"
    return True


def _thought(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether speech was broken off behind a verb that a clause without *that* goes on with."""
    verb, ahead = clause.verb, cascade.chunks[cascade.at + 1 :]
    if verb is None or clause.passive or clause.content or clause.adjective is not None or not ahead:
        return False
    if ahead[0].kind not in NOUNS or FINITE not in (chunk.kind for chunk in ahead):
        return False
    told = cascade.lemma(verb) in words("words", "telling_verbs") and len(clause.objects) == 1
    return (told or not clause.objects) and not clause.arguments and verb_frame(cascade.lemma(verb)).that >= 60


def _resumes(cascade: Cascade, clause: Clause, parent: Clause | None) -> bool:
    """Tell whether the chunks behind an opening mark go on with a clause that was broken off, or the one around it."""
    kinds: list[str] = []
    for later in cascade.chunks[cascade.at + 1 :]:
        if later.kind == CLOSING:
            break
        if later.kind != ADVERB:
            kinds.append(later.kind)
    if kinds[:1] == [FINITE]:
        return clause.awaiting or waiting(parent) is not None
    if clause.verb is None or (parent is not None and parent.awaiting):
        return False
    if kinds[:1] in ([INFINITIVE], [THAT]) or kinds[:2] == [CONJUNCTION, FINITE]:
        return True
    return kinds[:1] == [PREPOSITION] and FINITE not in kinds


def closed(cascade: Cascade, chunk: Chunk) -> bool:
    """Go on with the clauses that were laid aside."""
    cascade.broken = (cascade.clause, cascade.clause.parent, cascade.np, cascade.last_np)
    outer = cascade.clause
    while outer.parent is not None:
        outer = outer.parent
    cascade.resume(chunk.last)
    if outer.verb is None and any(later.kind == OPENING for later in cascade.chunks[cascade.at + 1 :]):
        cascade.said = None  # "If we lose," he said, "we will appeal": the main clause is still to come
    if cascade.severed is not None:
        clause, parent = cascade.severed
        clause.parent = parent
        cascade.severed = None
    return True
