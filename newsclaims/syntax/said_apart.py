"""A noun that commas part from the verb of what is said of it: `said the deal, after months of talks, was dead`."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax.agreement import agrees
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NOMINATIVE, Clause
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import verb_frame


def said_apart(cascade: Cascade, verb: Chunk) -> bool:
    """A clause without *that* whose subject, read as an object, commas part from its verb.

    What stands between them goes with the verb: phrases, participles, and clauses that begin right behind the first
    comma, `said the deal, if approved, would cut costs`, `said the bank, which closed when he died, was sound`.
    """
    previous = cascade.previous
    if previous is None or previous.kind != g.COMMA or cascade.conjunction is not None:
        return False
    inner, host = cascade.clause, cascade.clause
    for _ in range(6):
        if host.awaiting or host.parent is None or host.parent.verb is None or _says(cascade, host, verb):
            break
        inner, host = host, host.parent
    if not _says(cascade, host, verb):
        return False
    noun = host.objects[0]
    moved = [phrase for _, phrase in host.arguments if phrase.first > noun.first and phrase.link == "prep"]
    end = noun.last
    for phrase in moved:
        end = max(end, phrase.last) if phrase.start == end else end  # "the vote in May, which"
    apart = cascade.tokens[end].text == "," and end < previous.first
    if not apart or (inner is not host and (inner.first > end + 3 or not agrees(cascade, noun, verb))):
        return False
    subject = host.objects.pop()
    subject.last, subject.host = end, None
    where = word_class("where")  # "said the house, near the river, was old": it tells which
    between = [pair for pair in host.arguments if pair[1].first > end and (pair[1].time or pair[0] not in where)]
    described = between and any(token.tag == "JJ" for token in cascade.tokens[end : between[0][1].start])
    host.arguments = [pair for pair in host.arguments if pair[1].first < noun.first]
    content, host.content = host.content, []
    cascade.start_governed(host, subject, verb, "claims.zero-that")
    cascade.clause.arguments += [] if described else between  # but "said the plan, full of holes, was"
    inner.parent = cascade.clause if inner is not host else inner.parent
    for role, part in content:
        part.parent = cascade.clause
        part.shares = cascade.clause if part.shares is host else part.shares
        cascade.clause.content.append((role, part))
    return True


def _says(cascade: Cascade, host: Clause, verb: Chunk) -> bool:
    """Tell whether a verb of saying has one noun, and else what stands behind that."""
    if host.verb is None or len(host.objects) != 1 or host.question or host.passive:
        return False
    noun, lemma = host.objects[0], cascade.lemma(host.verb)
    if lemma in words("words", "telling_verbs") or (noun.pronoun and cascade.word(noun.chunk) not in NOMINATIVE):
        return False
    if any(part.first < noun.last for _, part in host.content) or any(role == "that" for role, _ in host.content):
        return False
    least = 40 if verb.shape[0] in "BHm" and verb_frame(lemma).object < 50 else 60
    return verb_frame(lemma).that >= least
