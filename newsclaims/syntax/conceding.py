"""What who reports holds against a claim, or says of how it was made, behind it: `claimed he won, despite no proof`."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause
from newsclaims.syntax.clauses_of_saying import if_and_how
from newsclaims.syntax.fronting import opened_by_phrase
from newsclaims.syntax.pauses import paused
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.complements import kind
from newsclaims.words.frames import verb_frame

_POSTS: Final = frozenset({"post", "tweet", "write"})
_BESIDE: Final = frozenset((g.ADJECTIVE, g.ADVERB, g.CONJUNCTION, g.NOUN, g.PREPOSITION))
_FURTHEST: Final = 16
"""Chunks that a clause of this kind is looked through for at most."""


def conceded(cascade: Cascade, chunk: Chunk, clause: Clause) -> Clause:
    """Return the clause that a subordinator behind what is said belongs to: the one of saying, or what is said.

    *While* goes with it where another says something: `Reed said he was sad, while Holt tweeted that`.  *Although* goes
    with it where the source did not tell more (`although he did not elaborate`), and behind a verb of claiming where
    something speaks against the claim (`claimed he won, although courts found no fraud`).
    """
    outer, word = clause.parent, cascade.word(chunk)
    if clause.opener != kinds.THAT or clause.verb is None or outer is None or outer.verb is None or not cascade.comma:
        return clause
    ahead = cascade.chunks[cascade.at + 1 : cascade.at + _FURTHEST]
    verbs = [later for later in ahead if later.kind == g.FINITE]
    if word in ("while", "whereas"):
        says = any(verb_frame(cascade.lemma(verb)).that >= 60 or cascade.lemma(verb) in _POSTS for verb in verbs[:2])
        return outer if says else clause
    if word not in ("although", "though") or not verbs or verb_frame(cascade.lemma(outer.verb)).that < 40:
        return clause
    subject, verb = ahead[0], verbs[0]
    behind = ahead[ahead.index(verb) + 1 :]
    if subject.kind == g.PRONOUN and ahead[1:2] == [verb] and _withholds(cascade, verb, behind):
        return outer
    if cascade.lemma(outer.verb) not in word_class("claiming"):
        return clause
    denied = "o" in verb.shape or any(
        cascade.tokens[later.first].lower in ("little", "never", "no") for later in behind
    )
    return outer if denied or cascade.lemma(subject) in word_class("evidence") else clause


def _withholds(cascade: Cascade, verb: Chunk, behind: list[Chunk]) -> bool:
    """Tell whether a verb says that no more was told: `did not elaborate`, `gave no details`, `declined to say why`."""
    lemma = cascade.lemma(verb)
    if lemma in word_class("withholding"):
        return bool(behind) and behind[0].kind == g.INFINITIVE
    nothing = bool(behind) and cascade.tokens[behind[0].first].lower == "no"
    return lemma in word_class("disclosing") and ("o" in verb.shape or nothing)


def opposed(cascade: Cascade, chunk: Chunk) -> None:
    """Go back to the clause of saying where *despite* or *without* stands against what is said there.

    `claimed the vote was stolen, despite a lack of evidence`, `said talks had failed, without giving details`, `insists
    they played well, with the league set to review the calls`.
    """
    word = cascade.word(chunk)
    if word not in ("despite", "with", "without"):
        return
    clause = cascade.enclosing(lambda c: c.finite) or cascade.clause
    outer = clause.parent
    if clause.opener != kinds.THAT or clause.verb is None:
        return
    if outer is None or outer.verb is None or (word == "without" and verb_frame(cascade.lemma(outer.verb)).that < 40):
        return
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 4]
    if word == "without" and behind and behind[0].kind == g.ING:
        lemma, asked = cascade.lemma(behind[0]), behind[1:] and behind[1].kind in (g.WH, g.SUBORDINATOR)
        if lemma in word_class("disclosing") and (lemma != "say" or asked):  # but "left without saying goodbye"
            cascade.clause, cascade.np = outer, None
    elif cascade.comma and word == "with" and kind(cascade.lemma(outer.verb), "verb:that") == "denying":
        if [later.kind for later in behind[:2]] == [g.NOUN, g.ING]:
            cascade.clause, cascade.np = outer, None  # "denied it happened, with Holt calling it a lie"
    elif cascade.comma and cascade.lemma(outer.verb) in word_class("claiming"):
        nouns = [cascade.lemma(later) for later in behind if later.kind == g.NOUN]
        against = any(noun in word_class("evidence") for noun in nouns)
        due = [later.kind for later in behind] == [g.NOUN, g.PARTICIPLE, g.INFINITIVE]
        if due if word == "with" else against:  # ", with the league set to review it"
            cascade.clause, cascade.np = outer, None


def _noun_alone(cascade: Cascade) -> bool:
    """Tell whether nouns without a verb stand between commas behind a subject: `The plan, while a good start, fails`.

    They say what it is, and are nobody's words; none of their chunks is read.
    """
    first, clause = cascade.at + 1, cascade.clause
    word = cascade.word(cascade.chunks[cascade.at])
    if not cascade.comma or not clause.awaiting or word not in ("albeit", "although", "if", "though", "while"):
        return False
    ahead = [chunk.kind for chunk in cascade.chunks[first : first + _FURTHEST]]
    end = ahead.index(g.COMMA) if g.COMMA in ahead else 0
    nouns = any(kind == g.NOUN for kind in ahead[:end]) and _BESIDE.issuperset(ahead[:end])
    if not nouns or ahead[end + 1 : end + 2] != [g.FINITE]:
        return False
    for chunk in cascade.chunks[first : first + end]:
        chunk.kind = g.OTHER
    return True


def fragment(cascade: Cascade) -> bool:
    """Tell whether the subordinator opens no clause: `if not around a candidate`, `if necessary`, `though small,`."""
    following = cascade.following()
    if _noun_alone(cascade):
        return True
    governs = following is not None and following.kind == g.PREPOSITION
    if governs and opened_by_phrase(cascade, cascade.chunks[cascade.at], cascade.at + 1) and cascade.clause.verb:
        return False  # "although in 1992 | Reed lost it"
    if governs and cascade.word(cascade.chunks[cascade.at]) == "while":
        rest = [chunk.kind for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 16]]
        ends = next((kind for kind in rest if kind in (g.COMMA, g.FINITE)), "") == g.COMMA and not cascade.comma
        # "used it while at the ministry, but denied it"; not ", while in France a pass costs little"
        return ends or cascade.clause.verb is None or g.FINITE not in rest
    if following is None or following.kind in (g.PREPOSITION, g.COMMA, g.STOP):
        return not paused(cascade)
    if following.kind == g.CONJUNCTION and if_and_how(cascade.tokens, following.first):
        return True
    if following.kind != g.ADJECTIVE or following.shape[0] in "dk":
        return False
    behind = cascade.chunks.index(following) + 1
    return behind >= len(cascade.chunks) or cascade.chunks[behind].kind in (g.COMMA, g.STOP, g.FINITE)
