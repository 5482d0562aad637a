"""Between an insertion and the verb that its subject waits for: `The firm, owned by Holt, last month | won`."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.clause import Clause, Phrase


def floats(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether *both* stands between an apposition and the verb of its subject: `Reed, Holt, aides, both left`."""
    behind = cascade.following() if cascade.comma and clause.subject is not None and clause.verb is None else None
    return behind is not None and behind.kind == g.FINITE


def when_announced(cascade: Cascade, clause: Clause, phrase: Phrase) -> bool:
    """Give a time behind an insertion to the verb that follows: `The firm, owned by Holt, last month | won`."""
    outer, behind = cascade.awaiting(), cascade.chunks[cascade.at + 1 : cascade.at + 2]
    if outer is None or not behind or behind[0].kind != g.FINITE or cascade.conjunction is not None:
        return False
    if clause.adverbs and clause.adverbs[-1].last == phrase.first:
        phrase.first = clause.adverbs.pop().first  # "earlier this month"
    outer.arguments.append(("time", phrase))
    cascade.clause, cascade.np = outer, None
    return True
