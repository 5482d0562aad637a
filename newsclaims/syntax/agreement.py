"""Number and tense: which subject a finite verb agrees with, and which verbs belong together."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Phrase
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.sentence import Token

_FINITE: Final = frozenset({"VBD", "VBP", "VBZ"})


def plural(cascade: Cascade, verb: Chunk) -> bool | None:
    """Return whether the finite verb asks for a plural subject, None where its form does not say."""
    first = _finite(cascade, verb)
    if first is None or (first.tag == "VBD" and first.lower not in ("was", "were")):
        return None
    return first.tag == "VBP" or first.lower == "were"


def agrees(cascade: Cascade, phrase: Phrase, verb: Chunk) -> bool:
    """Tell whether the noun phrase may be the subject of the verb chunk as far as number goes."""
    wanted = plural(cascade, verb)
    if wanted is None:
        return True
    token = cascade.tokens[phrase.head]
    if token.lower in word_class("either") or phrase.chunk.kind == g.THERE:
        return True
    if phrase.pronoun:
        return wanted == (token.lower in ("we", "they", "these", "those", "both", "many", "few", "several"))
    if token.tag in ("NNS", "NNPS") or token.lower in ("people", "police"):
        return wanted or token.lower.endswith("ics")
    if token.tag == "CD" and phrase.chunk.shape[0] in "dk" and token.text.isalpha() and token.lower != "one":
        return wanted  # "The two met for a talk that lasted an hour, and was secret"
    if token.tag in ("NN", "NNP"):
        return (
            not wanted
            or phrase.last > phrase.chunk.last
            or token.lemma in ("team", "staff", "family", "number", "majority")
        )
    return True


def tense(cascade: Cascade, verb: Chunk) -> str:
    """Return the tag of the finite verb of a chunk (``VBD``, ``VBZ`` or ``VBP``), "" where it has none."""
    first = _finite(cascade, verb)
    return "" if first is None else first.tag


def _finite(cascade: Cascade, verb: Chunk) -> Token | None:
    """Return the first verb of a chunk that is in the past or the present."""
    return next((token for token in cascade.tokens[verb.first : verb.last] if token.tag in _FINITE), None)


def finite_later(cascade: Cascade, within: int = 40) -> bool:
    """Tell whether another finite verb follows in the sentence, among ``within`` chunks with the one at hand."""
    return any(chunk.kind == g.FINITE for chunk in cascade.chunks[cascade.at + 1 : cascade.at + within])


def one_finite(cascade: Cascade) -> bool:
    """Tell whether just one finite verb follows in the sentence, and nothing before it opens a clause."""
    kinds = [chunk.kind for chunk in cascade.chunks[cascade.at + 1 :]]
    openers = {g.RELATIVE, g.SUBORDINATOR, g.THAT, g.WH, g.COMMA}
    return kinds.count(g.FINITE) == 1 and openers.isdisjoint(kinds[: kinds.index(g.FINITE)])


def before_pause(cascade: Cascade, kinds: Collection[str]) -> bool:
    """Tell whether a chunk of one of these kinds follows before the next comma, dash or stop."""
    return _before(cascade.chunks[cascade.at + 1 : cascade.at + 20], kinds, (g.COMMA, g.STOP, g.DASH))


def finite_before(cascade: Cascade, ends: Collection[str]) -> bool:
    """Tell whether a finite verb follows before a chunk of one of these kinds."""
    return _before(cascade.chunks[cascade.at + 1 :], (g.FINITE,), ends)


def finite_subordinate(cascade: Cascade, chunks: Collection[Chunk]) -> bool:
    """Tell whether each finite verb among the chunks has an opener of its clause: `stalled after the two fell out`.

    A preposition that is a subordinator elsewhere is none before a time: `Talks stalled since May resumed`.
    """
    opened = 0
    last: Chunk | None = None
    for chunk in chunks:
        before = "" if last is None else last.kind
        if before in (g.PREPOSITION, g.SUBORDINATOR) and last is not None:
            timed = chunk.kind == g.NOUN and chunk.shape[-1:] in ("T", "Z")
            word = cascade.word(last)
            opens = before == g.SUBORDINATOR and word not in _EITHER
            opened += opens or (word in _EITHER and word != "for" and chunk.kind in g.NOUNS and not timed)
        opened += chunk.kind in (g.WH, g.RELATIVE, g.THAT)
        if chunk.kind == g.FINITE and before != g.CONJUNCTION:  # "after the bank rose and fell"
            opened -= 1
        if opened < 0:
            return False
        last = chunk
    return True


_EITHER: Final = frozenset(("after", "as", "before", "for", "since", "till", "until"))


def _before(chunks: Iterable[Chunk], kinds: Collection[str], ends: Collection[str]) -> bool:
    for chunk in chunks:
        if chunk.kind in ends:
            return False
        if chunk.kind in kinds:
            return True
    return False
