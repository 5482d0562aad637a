"""Forms in -ing behind *and* or in a list that are nouns: `pain and swelling`, `looting and murders`."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax.antecedents import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.words.frames import verb_frame


def pained(cascade: Cascade) -> bool:
    """Tell whether a bare thing stands before *and* and an -ing form, and no act: `headache and vomiting`."""
    np, verb = cascade.np, cascade.clause.verb
    before = cascade.chunks[cascade.at - 2] if cascade.at > 1 else None
    if np is None or np.chunk is not before or verb is None or verb.kind == g.ING:
        return False
    bare = np.chunk.shape[0] in "nj" and cascade.tokens[np.head].tag == "NN"
    return bare and np.chunk.shape[-1] == "n" and not animate(cascade, np)


def planning(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether an -ing form behind a noun and *and* names what is done: nothing follows that it would govern."""
    np, before = cascade.np, cascade.chunks[cascade.at - 2] if cascade.at > 1 else None
    if np is None or np.chunk is not before or np.preposition is None or cascade.comma_before_conjunction():
        return False
    behind = cascade.chunks[cascade.at + 1] if cascade.at + 1 < len(cascade.chunks) else None
    ends = behind is None or behind.kind in (g.STOP, g.COMMA, g.ADVERB) or behind.shape[-1] in "TZ"
    frame = verb_frame(cascade.lemma(verb))
    governs = frame.object >= 50 or frame.infinitive >= 50
    return ends and governs and np.chunk.shape[-1] == "n" and not animate(cascade, np)


def item(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether an -ing form stands in a list between another one and *and* with a noun."""
    np, behind = cascade.np, cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if np is None or len(behind) < 2 or verb.shape != "g" or np.last + 1 != verb.first:
        return False
    if behind[0].kind != g.CONJUNCTION or behind[1].kind != g.NOUN or behind[1].shape[0] not in "nj":
        return False
    return cascade.tokens[np.head].lower.endswith("ing") and np.chunk.shape[-1] in "ng" and np.chunk.last == np.last
