"""What dashes, brackets, colons and stops do to the clauses that are open."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import insertions
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame
from newsclaims.words.preferences import verb_takes

_PAUSE: Final = 12
"""Chunks between a subordinator and the subject behind two commas at most."""
_SELDOM: Final = 5
"""Per cent of its uses from which a verb may take a preposition behind who says what it says."""


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


def comma(cascade: Cascade, chunk: Chunk) -> bool:
    """Let what is said go on behind who says so between commas: `will rise, Reed said, from 3%`."""
    clause = cascade.clause
    verb = clause.verb
    if verb is not None and _left_alone(cascade, chunk):
        cascade.preposition = None
    if verb is None or clause.objects or clause.passive or clause.arguments:
        return True
    if clause.subject is not None and not clause.question and cascade.previous is verb and _fills(cascade, clause):
        clause.silent = True
    if len(clause.content) != 1 or clause.content[0][0] != "reported":
        return True
    said, behind = clause.content[0][1], cascade.chunks[cascade.at + 1 : cascade.at + 2]
    last = clause.subject.chunk if clause.question and clause.subject is not None else verb
    if cascade.previous is not last or not behind or said.verb is None or cascade.tokens[last.last].text != ",":
        return True
    role = cascade.word(behind[0])
    taken = len(behind[0].shape) == 1 and role in word_class("going-on") and not _behind_mark(cascade, clause)
    taken = taken and verb_takes(cascade.lemma(said.verb), role) >= _SELDOM
    if behind[0].kind == g.INFINITIVE or (behind[0].kind == g.PREPOSITION and taken) or clause.silent:
        cascade.clause, cascade.np = said, None
    return True


def _left_alone(cascade: Cascade, comma: Chunk) -> bool:
    """Tell whether a preposition ends its clause before a comma: `what they were waiting for, and Reed came`."""
    opener, ahead = cascade.preposition, [chunk.kind for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 4]]
    if opener is None or opener[1].last != comma.first or ahead[1:2] == [] or ahead[1] not in g.NOUNS:
        return False
    return ahead[0] == g.CONJUNCTION and ahead[2:] == [g.FINITE]


def _behind_mark(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether a clause of saying stands behind quoted words: `“It is ours,” she said, to applause`."""
    first = clause.subject.first if clause.subject is not None else clause.first
    return cascade.quote_ends(min(first, clause.verb.first if clause.verb is not None else first))


def _fills(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether a clause only fills a pause: `I mean,`, `you know,`."""
    subject, verb = clause.subject, clause.verb
    if subject is None or verb is None or clause.opener not in (kinds.MAIN, kinds.THAT) or verb.shape != "v":
        return False
    return f"{cascade.word(subject.chunk)} {cascade.word(verb)}" in ("i mean", "you know", "you see")


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


def paused(cascade: Cascade) -> bool:
    """Tell whether a phrase between commas parts a subordinator from its subject: `because, in the end, he was ill`."""
    ahead = cascade.chunks[cascade.at + 1 : cascade.at + _PAUSE]
    if not ahead or ahead[0].kind != g.COMMA or cascade.word(cascade.chunks[cascade.at]) not in word_class("pausing"):
        return False
    comma = next((at for at in range(1, len(ahead)) if ahead[at].kind in (g.COMMA, g.FINITE, g.STOP)), len(ahead))
    if comma + 2 > len(ahead) or ahead[comma].kind != g.COMMA or ahead[1].kind not in (g.ADVERB, g.PREPOSITION):
        return False
    subject = ahead[comma + 1].kind
    return subject in g.NOUNS or subject == g.THERE
