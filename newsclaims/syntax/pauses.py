"""What dashes, brackets, colons and stops do to the clauses that are open."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import insertions
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.words.frames import verb_frame


def dash(cascade: Cascade, chunk: Chunk) -> bool:
    """Semicolons end what stands before; brackets and pairs of dashes hold insertions; a dash alone is like a comma."""
    shape = chunk.shape
    if shape in "()-":
        return insertions.closed(cascade, chunk) or (shape != ")" and insertions.opened(cascade, chunk))
    if shape == ";" and cascade.word(chunk) == ":" and not _quotes(cascade) and _announces(cascade):
        governor = cascade.clause
        governor.content.append(("that", cascade.push(kinds.THAT, chunk.last)))  # 'She said: "He did not look"'
        cascade.np = None
    elif shape == ";" and cascade.word(chunk) == ":" and _quotes(cascade):
        pass  # "She said: “He did not look”": the marks say what is said
    elif shape == ";":
        inside = cascade.enclosing(lambda c: c.opener == kinds.PAREN)
        if inside is None or inside.parent is None or not insertions.inside(cascade):
            cascade.restart(chunk.last)
        else:
            np = inside.antecedent
            cascade.clause = inside.parent
            cascade.push(kinds.PAREN, chunk.first).antecedent = np
            cascade.np = None
    return True


def _quotes(cascade: Cascade) -> bool:
    """Tell whether quoted speech follows."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    return bool(behind) and behind[0].kind == g.OPENING


def _announces(cascade: Cascade) -> bool:
    """Tell whether a verb of saying stands before the colon without what is said."""
    clause = cascade.clause
    if clause.verb is None or clause.objects or clause.content or clause.passive:
        return False
    return verb_frame(cascade.lemma(clause.verb)).that >= 40


def stop(cascade: Cascade, chunk: Chunk) -> bool:
    """The end of a sentence."""
    cascade.restart(chunk.last)
    return True
