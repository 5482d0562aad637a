"""The verb of a subject that waits behind an inserted clause: `The man who lives here said`."""

from __future__ import annotations

from newsclaims.rule import rule
from newsclaims.syntax import chunks as g
from newsclaims.syntax.agreement import agrees, plural
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NOMINATIVE, Phrase, detach, root
from newsclaims.words.frames import verb_frame


def resumed(cascade: Cascade, verb: Chunk) -> bool:
    """The verb of a clause whose subject stands before an inserted clause: `The man who lives here said ...`."""
    outer = cascade.awaiting()
    if outer is None or _attribution(cascade, verb):
        return False
    previous = cascade.previous
    if previous is not None and previous.kind == g.PRONOUN and cascade.word(previous) in NOMINATIVE:
        return False  # "The risks they may have run are great", "and without realizing it, we've eaten it"
    partner, own = _partner(cascade, verb), outer.subject
    if partner is None and own is not None and _next_subject(cascade, own, verb):
        return False  # "The number that ... has doubled, and many of them are growing"
    if partner is not None and own is not None and _goes_with(cascade, own, verb):
        outer.subject = own.copy()  # the inserted clause keeps the first one as its own
        outer.subject.last = partner.last  # "The firm, which makes pumps, and its owner were fined"
    cascade.clause = outer
    return cascade.start(outer, verb, "claims.resumed-clause")


rule("claims.resumed-clause")(resumed)


def _next_subject(cascade: Cascade, subject: Phrase, verb: Chunk) -> bool:
    """Tell whether a phrase behind *and* agrees with the verb and the subject that waits does not."""
    first = root(cascade.np) if cascade.np is not None else None
    apart = first is not None and first.link == "and" and not first.before
    return apart and first is not None and not agrees(cascade, subject, verb) and agrees(cascade, first, verb)


def _partner(cascade: Cascade, verb: Chunk) -> Phrase | None:
    """Return the phrase behind *and* that a clause between commas parts from the subject that it goes with."""
    np, waiting = cascade.np, cascade.awaiting()
    if np is not None and np.link == "comma" and cascade.comma:
        np = np.host  # "and its owner, Karl Holt, were"
    apart = np is not None and np.link == "and" and not np.time and np.preposition is None
    if not apart or np is None or cascade.word(np.chunk) in NOMINATIVE:
        return None
    if np.before and waiting is not None and waiting.subject is not None:
        if not plural(cascade, verb) or agrees(cascade, waiting.subject, verb):
            return None
        detach(np)  # "The firm that owns the mine and its manager were fined"
    return np if cascade.tokens[np.first - 1].lower == "and" else None


def _goes_with(cascade: Cascade, subject: Phrase, verb: Chunk) -> bool:
    """Tell whether a subject is one of two: only its verb is plural, or commas set off what follows it."""
    wanted = plural(cascade, verb)
    if wanted and cascade.tokens[subject.head].tag in ("NN", "NNP"):
        return True
    return wanted is not False and cascade.tokens[subject.last].text == ","


def _attribution(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a verb of saying follows a noun phrase that a comma sets off: `..., the paper said`."""
    np = cascade.np
    apart = np is not None and np.link == "comma" and cascade.previous is not None and cascade.previous.kind in g.NOUNS
    return apart and verb_frame(cascade.lemma(verb)).that >= 40
