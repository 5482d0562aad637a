"""A participle behind *and* that is the next deed of whoever said something."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import finite
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.describing import past_or_participle
from newsclaims.words.preferences import personal


def told_on(cascade: Cascade, verb: Chunk) -> bool:
    """A participle behind *and* that is the next deed of whoever said something: `said talks had failed and called`.

    It looks like a second participle of the clause that is said, but only somebody does that, and the subject there is
    a thing.
    """
    inner, previous = cascade.clause, cascade.previous
    if verb.kind != g.PARTICIPLE or previous is None or previous.kind != g.CONJUNCTION or inner.verb is None:
        return False
    outer = inner.parent
    if inner.opener != kinds.THAT or inner.verb.shape[0] != "H" or outer is None or outer.verb is None:
        return False
    own, other = inner.surface(), outer.surface()
    if own is None or other is None or own.pronoun or personal(cascade.lemma(verb)) < 75:
        return False
    if animate(cascade, own) or not animate(cascade, other) or not past_or_participle(cascade.word(verb)):
        return False
    verb.kind, verb.shape = g.FINITE, verb.shape.replace("e", "v")
    return finite.read(cascade, verb)
