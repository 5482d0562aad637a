"""What *that* is where its tag leaves it open: a conjunction, a relative pronoun, a determiner or an object."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax.agreement import agrees, finite_later
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NONFINITE, RELATIVE, SUB, Clause, Phrase, interrupted_phrase, root
from newsclaims.syntax.noun_contents import tells_more
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.preferences import verb_takes

_CLAUSE: Final = 30
"""Chunks behind *that* among which the verb of its clause is looked for."""


def points(cascade: Cascade, following: Chunk | None) -> bool:
    """Tell whether *that* right behind a verb only points at a noun: no verb follows, `questioned that decision`.

    The word then becomes the determiner of the noun chunk behind it.
    """
    clause, at = cascade.clause, cascade.at + 1
    if following is None or clause.verb is None or cascade.previous is not clause.verb:
        return False
    if following is not cascade.chunks[at]:
        return False
    if verb_frame(cascade.lemma(clause.verb)).that >= 40:
        return False
    if following.kind != g.NOUN or following.shape[0] in "dkpNq":
        return False
    if cascade.tokens[following.head].tag not in ("NN", "VBG"):
        return False
    takes = verb_frame(cascade.lemma(clause.verb)).object >= 40
    if takes and clause.verb.kind == g.ING and _owed(cascade, clause, following):
        following.first, following.shape = cascade.chunks[cascade.at].first, "k" + following.shape
        return True
    for chunk in cascade.chunks[at + 1 : at + 12]:
        if chunk.kind in g.VERBS and chunk.kind not in (g.INFINITIVE, g.ING):
            if chunk.kind == g.PARTICIPLE and takes:
                continue  # "rejected that claim in a ruling released on Friday"
            return False
        if chunk.kind in (g.COMMA, g.STOP, g.DASH, g.SUBORDINATOR, g.RELATIVE):
            break
        if chunk.kind == g.CONJUNCTION and verb_frame(cascade.lemma(clause.verb)).object >= 40:
            break  # "spreading that virus and it could kill"
    following.first, following.shape = cascade.chunks[cascade.at].first, "k" + following.shape
    return True


def _owed(cascade: Cascade, clause: Clause, noun: Chunk) -> bool:
    """Tell whether a participle's subject waits for the verb behind a noun: `those fleeing that | state deserve`."""
    behind, subject = cascade.chunks[cascade.at + 2 : cascade.at + 3], clause.subject
    if subject is None or not behind or behind[0].kind != g.FINITE or clause.opener != NONFINITE:
        return False
    if clause.verb is None or verb_frame(cascade.lemma(clause.verb)).that >= 5:
        return False
    return agrees(cascade, subject, behind[0]) and not agrees(cascade, Phrase(noun), behind[0])


def this_time(cascade: Cascade, following: Chunk | None) -> bool:
    """Tell whether *that* stands before a time and belongs to it: `wrote two songs that summer and sent one to her`."""
    at = cascade.at + 1
    if following is None or at + 1 >= len(cascade.chunks) or following is not cascade.chunks[at]:
        return False
    token, behind = cascade.tokens[following.head], cascade.chunks[at + 1]
    if following.shape != "Z" or token.tag != "NN" or cascade.clause.verb is None:
        return False
    ends = behind.kind in (g.STOP, g.COMMA, g.CLOSING)
    if at + 2 < len(cascade.chunks):
        further = cascade.chunks[at + 2]
        ends = ends or (behind.kind == g.CONJUNCTION and further.kind in g.VERBS)
        day_by_day = cascade.tokens[further.head].lower == token.lower
        ends = ends or (behind.kind == g.PREPOSITION and not day_by_day)  # "won the vote that year with few funds"
    if ends:
        following.first, following.shape = cascade.chunks[cascade.at].first, "k" + following.shape
    return ends


def again(cascade: Cascade, chunk: Chunk) -> bool:
    """Read *that* behind *and* as a second relative pronoun, where the first verb lacks its object: `that they ask and
    that he avoids`."""
    clause, joint = cascade.clause, cascade.conjunction
    if joint is None or cascade.previous is not joint or clause.opener != RELATIVE or clause.word != "that":
        return False
    if clause.gap != "open" or clause.subject is None or clause.verb is None or clause.objects or clause.content:
        return False
    if clause.verb.last != joint.first or verb_frame(cascade.lemma(clause.verb)).object < 25:
        return False
    chunk.kind, chunk.shape = g.RELATIVE, "W"
    return True


def alone(cascade: Cascade, following: Chunk | None) -> bool:
    """Tell whether *that* is the object of the verb right before it: a preposition follows, and it takes no clause.

    Or the last finite verb follows, which a subject waits for: `Anyone who forgets that has no place here`.
    """
    clause = cascade.clause
    if clause.verb is None or cascade.previous is not clause.verb or following is None or clause.passive:
        return False
    if following.kind == g.FINITE and clause.opener == RELATIVE and following is cascade.chunks[cascade.at + 1]:
        outer = cascade.awaiting()
        subject = outer.subject if outer is not None else interrupted_phrase(clause)
        owed = subject is not None and agrees(cascade, subject, following)
        return owed and not any(chunk.kind == g.FINITE for chunk in cascade.chunks[cascade.at + 2 : cascade.at + 30])
    frame, role = verb_frame(cascade.lemma(clause.verb)), cascade.word(following)
    rest = cascade.chunks[cascade.at + 1 :]
    behind = rest[0].kind == g.PREPOSITION or role == "for"
    if behind and frame.object >= 25 and all(chunk.kind != g.FINITE for chunk in rest[:_CLAUSE]):
        return True  # "saw that across the board"
    if following.kind == g.NOUN and frame.predicative >= 8 and frame.that < 12:
        acts_ = any(chunk.kind == g.FINITE for chunk in cascade.chunks[cascade.at + 2 : cascade.at + 8])
        return cascade.tokens[following.first].lower in ("a", "an") and not acts_  # "call that a lie"
    if role in ("as", "into") and verb_takes(cascade.lemma(clause.verb), role) >= 12:
        return True
    return role in ("as", "by", "from", "into", "to", "with") and frame.that < 5 and frame.object >= 40


def acts(cascade: Cascade, following: Chunk | None) -> bool:
    """Tell whether *that* is the subject of the verb right behind it: `I think that hurt him`, `knew that was true`."""
    clause, behind = cascade.clause, cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if following is None or clause.verb is None or cascade.previous is not clause.verb or clause.passive:
        return False
    if behind[0] is not following or verb_frame(cascade.lemma(clause.verb)).that < 40:
        return False
    if following.kind == g.BARE and cascade.word(following) in word_class("unchanged"):
        following.kind, following.shape = g.FINITE, "v"  # "I think that hurt him"
    if following.kind != g.FINITE:
        return False
    if following.shape in ("H", "D", "B", "m") and len(behind) > 1 and behind[1].kind in g.NOUNS:
        further = cascade.chunks[cascade.at + 3 : cascade.at + 4]  # "said that had the crew turned back, it …"
        return not further or further[0].kind not in (g.BARE, g.FINITE, g.PARTICIPLE)
    if following.shape[0] in "mBHD" or len(behind) < 2:
        return following.shape[0] in "mBHD"
    object_ = behind[1].kind == g.PRONOUN or (behind[1].kind == g.NOUN and behind[1].shape[0] in "dp")
    return object_ and clause.surface() is not None and cascade.tokens[following.head].tag in ("VB", "VBD", "VBZ")


def describes(cascade: Cascade, following: Chunk | None) -> bool:
    """Tell whether *that* behind an object is a relative pronoun: neither its verb nor its noun takes a that-clause."""
    clause, np = cascade.clause, cascade.np
    if np is None or following is None or following.kind not in (g.NOUN, g.PRONOUN):
        return False
    if clause.verb is None:  # "the bridge that the engineers inspected"
        bare = np is clause.subject and cascade.previous is np.chunk and not np.pronoun and not np.time
        return bare and noun_frame(cascade.lemma(np.chunk)).that < 2
    if np.chunk.shape[:2] in ("d$", "dc") and np.chunk.shape[-1] == "c" and cascade.previous is np.chunk:
        return True  # "better than the $323 million that analysts had projected"
    if cascade.previous is np.chunk and elided(cascade, cascade.chunks.index(following, cascade.at) + 1):
        return True  # "finds tumours that doctors cannot"
    if cascade.comma or cascade.conjunction is not None or clause.copular or clause.adjective is not None:
        return False
    if cascade.previous is not np.chunk or clause.content or clause.passive or np.time or np.pronoun:
        return False
    far = clause.objects[-1] if clause.objects else None
    if far is not None and far is not np and np.preposition != "of" and tells_more(cascade, far, following):
        return False  # "made the point in a speech that the bank had failed"
    if np not in clause.objects:
        governed = np.preposition not in (None, "of") and _no_clause(cascade, np)  # "in a race that she failed to win"
        apposed = np.link == "comma" and noun_frame(cascade.lemma(np.chunk)).that < 2  # ", a step that Reed condemned"
        return (governed or apposed or _listed(cascade, np)) and _wants_object(cascade, following, done=True)
    frame, noun = verb_frame(cascade.lemma(clause.verb)), noun_frame(cascade.lemma(np.chunk))
    if frame.that >= 60 and noun.that < 2 and cascade.lemma(clause.verb) not in words("words", "telling_verbs"):
        return finite_later(cascade)  # "said the bridge that the council built collapsed"
    if 2 <= noun.that < 8 and frame.that < 5 and _wants_object(cascade, following):
        return True  # "shows the ambition that they maintain"
    rare = 10 <= frame.total < 30 and frame.object >= 80  # what is told is seldom counted for such verbs
    taken = frame.that < (12 if rare else 5)
    return (rare or frame.total >= 30) and taken and noun.that < 2 and np in clause.objects


def _listed(cascade: Cascade, np: Phrase) -> bool:
    """Tell whether a phrase ends a list behind a noun, and neither nouns nor verb take a that-clause."""
    verb, first = cascade.clause.verb, root(np)
    if verb is None or verb_frame(cascade.lemma(verb)).that >= 5 or first is np or first.last != np.last:
        return False
    outer = first if first.host is None else first.host
    return all(noun_frame(cascade.lemma(part.chunk)).that < 2 for part in (np, first, outer))


def _no_clause(cascade: Cascade, np: Phrase) -> bool:
    """Tell whether neither the clause's verb nor a noun, nor what that hangs on, takes a that-clause."""
    verb, nouns = cascade.clause.verb, [np] if np.host is None else [np, np.host]
    if verb is None or verb_frame(cascade.lemma(verb)).that >= 5:
        return False
    return all(noun_frame(cascade.lemma(phrase.chunk)).that < 2 for phrase in nouns)


def _wants_object(cascade: Cascade, following: Chunk, done: bool = False) -> bool:
    """Tell whether the verb behind *that* and its subject has no object and wants one: `that the Senate approved`.

    ``done`` lets it be a perfect, `that the Senate had approved`.
    """
    at = cascade.chunks.index(following, cascade.at) + 1
    behind = cascade.chunks[at : at + 2]
    if not behind or behind[0].kind != g.FINITE:
        return False
    perfect = done and behind[0].shape[0] == "H" and behind[0].shape[-1] == "e" and "x" not in behind[0].shape
    if behind[0].shape[-1] in "eluxz" and not perfect:
        return False
    if behind[1:] and behind[1].kind == g.INFINITIVE:
        behind = cascade.chunks[at + 1 : at + 3]  # "that she failed to win"
    frame = verb_frame(cascade.lemma(behind[0]))
    ends = len(behind) < 2 or behind[1].kind in (g.STOP, g.COMMA, g.PREPOSITION) or behind[1].shape[-1] in "TZ"
    return ends and frame.object >= 60 and frame.that < 12


def elided(cascade: Cascade, at: int) -> bool:
    """Tell whether a modal ends a clause, its verb left out: `in ways that photos cannot.`"""
    chunks = cascade.chunks
    if at >= len(chunks) or chunks[at].kind != g.FINITE or chunks[at].shape.strip("o") != "m":
        return False
    at += 1
    while at < len(chunks) and chunks[at].kind == g.ADVERB and chunks[at].shape == "o":
        at += 1
    return at == len(chunks) or chunks[at].kind in (g.STOP, g.CLOSING)


def tells(cascade: Cascade, following: Chunk | None) -> Clause | None:
    """Return the clause of telling that *that* goes on with, behind a relative clause about who is told.

    `told the hundreds who filled the lawn that the fight was not over`: neither verb nor noun before takes the clause.
    """
    inner, np = cascade.clause, cascade.np
    outer = inner.parent
    if inner.opener != RELATIVE or inner.verb is None or outer is None or outer.verb is None or cascade.comma:
        return None
    if following is None or following.kind not in g.NOUNS or outer.content or len(outer.objects) != 1 or outer.passive:
        return None
    if (
        cascade.lemma(outer.verb) not in words("words", "telling_verbs")
        or verb_frame(cascade.lemma(inner.verb)).that >= 5
    ):
        return None
    fact = np is not None and noun_frame(cascade.lemma(np.chunk)).that >= 2
    return None if fact else outer


def tells_on(cascade: Cascade) -> Clause | None:
    """Return the clause of telling that *that* goes on with behind a clause between commas about who is told.

    `informed the family of Holt, 37 when he was seized, that he had died`.
    """
    inner, outer = cascade.clause, cascade.clause.parent
    if inner.opener != SUB or inner.verb is None or outer is None or outer.verb is None or outer.passive:
        return None
    if cascade.lemma(outer.verb) not in words("words", "telling_verbs") or len(outer.objects) != 1:
        return None
    own = verb_frame(cascade.lemma(inner.verb)).that >= 40 or any(role == "that" for role, _ in outer.content)
    return None if own else outer


def assured(cascade: Cascade) -> bool:
    """Tell whether *that* tells what somebody's word is: `assurances from the mayor that no school would close`."""
    np, following = cascade.np, cascade.following()
    if np is None or np.host is None or np.preposition not in ("by", "from", "of", "to") or np.chunk.kind != g.NOUN:
        return False
    if following is None or following.kind not in g.NOUNS or cascade.previous is not np.chunk:
        return False
    speaks = animate(cascade, np) - _wants_object(cascade, following)  # but "evidence from the town that he visited"
    return noun_frame(cascade.lemma(np.host.chunk)).that >= 10 and speaks > 0


def governs_that(cascade: Cascade) -> bool:
    """Tell whether the clause's verb takes a that-clause beside its object and one may follow."""
    clause, following = cascade.clause, cascade.following()
    if clause.verb is None or clause.content or following is None or following.kind not in g.NOUNS:
        return False
    return verb_frame(cascade.lemma(clause.verb)).that >= 40


def plural_follows(cascade: Cascade) -> bool:
    """Read a form in -s as a plural where *are* or *were* follows it: `It is a myth that bats are blind`."""
    np, behind = cascade.np, cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if np is None or cascade.tokens[np.head].tag != "NN" or [chunk.kind for chunk in behind] != [g.FINITE, g.FINITE]:
        return False
    if behind[0].shape != "v" or cascade.tokens[behind[0].head].tag != "VBZ":
        return False
    if cascade.tokens[behind[1].first].lower not in ("are", "were"):
        return False
    behind[0].kind, behind[0].shape = g.NOUN, "n"
    return True
