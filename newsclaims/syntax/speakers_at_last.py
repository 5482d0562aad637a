"""Who says all that stands before, at the end of a sentence: `..., said Ann Reed`, `..., Ann Reed, the mayor, said`."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase, reported
from newsclaims.syntax.inversion import inverted
from newsclaims.words.frames import verb_frame

_OPENERS: Final = frozenset({g.FINITE, g.OPENING, g.RELATIVE, g.STOP, g.SUBORDINATOR, g.THAT, g.WH})


def behind_verb(cascade: Cascade, verb: Chunk) -> bool:
    """A verb of saying between a comma and its subject: `It sank off Kent, England, said Mayor Ann Reed`.

    What stands before the comma would be its subject, were there anything behind that it says.
    """
    frame, following, previous = verb_frame(cascade.lemma(verb)), cascade.following(), cascade.previous
    if frame.that < 80 or frame.object >= 20 or previous is None or previous.kind != g.COMMA or verb.shape != "v":
        return False
    if cascade.clause.verb is None or following is None or following.kind != g.NOUN:
        return False
    if not animate(cascade, Phrase(following)) or following.shape[-1] in "TZ" or _says_more(cascade):
        return False
    return inverted(cascade, verb)


def before_insertion(cascade: Cascade, verb: Chunk) -> bool:
    """A verb of saying behind a name and what tells of it, between commas: `It is old, Ann Reed, the owner, said`.

    It is asked when nothing else fits, as the name was read as part of what stands before.
    """
    before, chunks, closing = cascade.clause, cascade.chunks, cascade.at - 1
    if verb.shape != "v" or verb_frame(cascade.lemma(verb)).that < 80 or chunks[closing].kind != g.COMMA:
        return False
    opening = next((at for at in range(closing - 1, 3, -1) if chunks[at].kind == g.COMMA), 0)
    if not opening or chunks[opening - 2].kind not in (g.COMMA, g.CLOSING) or _says_more(cascade):
        return False
    name, inner = chunks[opening - 1], chunks[opening + 1]
    if name.kind != g.NOUN or name.shape[-1] != "N" or cascade.tokens[name.head].tag != "NNP":
        return False
    if not (inner.kind == g.NOUN or cascade.word(inner) == "who") or animate(cascade, Phrase(name)) < 3:
        return False
    while before.parent is not None and (before.first >= name.first or before.verb is None):
        before = before.parent
    if before.verb is None:
        return False
    for phrase in [*before.objects, *(phrase for _, phrase in before.arguments)]:
        phrase.last = min(phrase.last, name.first - 1) if phrase.first < name.first else phrase.last
    before.arguments = [pair for pair in before.arguments if pair[1].first < name.first]
    clause = Clause(kinds.MAIN, None, name.first)
    clause.subject = Phrase(name)
    clause.content.append(("reported", reported(before)))
    cascade.clause = clause
    return cascade.start(clause, verb, "claims.next-clause")


def _says_more(cascade: Cascade) -> bool:
    """Tell whether what is said stands behind the verb: a finite verb or a quotation follows."""
    behind = (chunk.kind for chunk in cascade.chunks[cascade.at + 1 :])
    return next((kind for kind in behind if kind in _OPENERS), g.STOP) in (g.FINITE, g.OPENING, g.THAT)
