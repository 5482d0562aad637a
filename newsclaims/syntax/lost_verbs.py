"""Verbs that were read as the last noun of a compound: `Clinics spring up`, `voters in the north head to the polls`."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax.agreement import before_pause, finite_later, plural
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import SUB
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import verb_frame
from newsclaims.words.lemmas import lemma
from newsclaims.words.preferences import noun_subject, noun_takes, verb_takes

_BETWEEN: Final = frozenset({g.NOUN, g.PREPOSITION, g.PRONOUN})


def lost_verb(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether the last word of the chunk must be the verb of a subject before: it agrees, and no other verb comes.

    `Voters in the north head to the polls`, `figures obtained by the Courier show`.
    """
    word = cascade.tokens[chunk.last - 1]
    waiting = cascade.clause if cascade.clause.awaiting else cascade.awaiting()
    subject = waiting.subject if waiting is not None else None
    if waiting is None or subject is None or subject.time or word.tag not in ("NN", "NNS"):
        return False
    head = cascade.tokens[subject.head]
    wanted = {"NNS": "NN", "NNPS": "NN", "NN": "NNS", "NNP": "NNS"}.get(head.tag)
    if word.tag != wanted or word.lemma not in words("words", "verb_bases"):
        return False
    at = cascade.at + 1
    behind = cascade.chunks[at] if at < len(cascade.chunks) else None
    if behind is not None and behind.kind == g.PRONOUN and cascade.word(behind) in ("it", "that", "them", "this"):
        return cascade.stops() and not finite_later(cascade, 41)  # "Officials from the government dispute this"
    if 3 * verb_frame(word.lemma).total <= noun_subject(word.lemma).total:
        return False
    alone = behind is None or behind.kind == g.STOP
    if not cascade.stops() or (alone and waiting is cascade.clause):
        return False
    if behind is not None and behind.kind in (g.CONJUNCTION, g.COMMA, g.DASH, g.ADJECTIVE, g.PRONOUN, g.FINITE):
        return False
    if behind is not None and behind.kind == g.THAT and verb_frame(word.lemma).that >= 30:
        return True  # "Communities living near the site report that the water smells"
    return not finite_later(cascade, 41) or (head.tag == "NNS" and _second_verb(cascade))


def _second_verb(cascade: Cascade) -> bool:
    """Tell whether *and* with a plural verb comes next: `Tickets for the show start at $20 and are cheap`.

    Only a preposition and its noun phrases stand before *and*.
    """
    ahead = cascade.chunks[cascade.at + 1 : cascade.at + 9]
    end = next(
        (at for at, chunk in enumerate(ahead) if chunk.kind not in (g.NOUN, g.PREPOSITION, g.ADVERB)), len(ahead)
    )
    joined = [chunk.kind for chunk in ahead[end : end + 2]] == [g.CONJUNCTION, g.FINITE]
    first = bool(ahead) and ahead[0].kind == g.PREPOSITION
    return joined and first and plural(cascade, ahead[end + 1]) is True


def before_particle(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a plural and a verb were read as one compound, before a particle: `Clinics spring up in towns`."""
    tokens, at = cascade.tokens, cascade.at + 1
    if cascade.clause.verb is not None or at >= len(cascade.chunks) or "R" not in cascade.chunks[at].shape:
        return False
    if tokens[chunk.last - 2].tag != "NNS" or tokens[chunk.last - 1].lower not in words("words", "verb_bases"):
        return False
    return tokens[cascade.chunks[at].first].tag == "RP" and not finite_later(cascade, 31)


def before_but(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a noun and a verb were read as one compound, before a contrast: `The evidence points to arson, but
    no arrests have been made`.

    Behind a comma and *but* (or *and*, or nothing at all, where the verb takes the preposition and the noun does not)
    stands a subject of its own with its verb; not "Early visits to the site, but not later
    ones, were free".
    """
    verb, before, at = cascade.tokens[chunk.last - 1], cascade.tokens[chunk.last - 2], cascade.at + 1
    if verb.tag != "NNS" or cascade.clause.verb is not None or cascade.preposition is not None:
        return False
    if (before.tag != "NN" and before.lower != "data") or verb.lemma not in words("words", "verb_bases"):
        return False
    if cascade.chunks[at : at + 1] and cascade.chunks[at].kind != g.PREPOSITION:
        return False
    while at < len(cascade.chunks) and cascade.chunks[at].kind in _BETWEEN:
        at += 1
    rest = cascade.chunks[at : at + 4]
    goes_on = len(rest) == 4 and rest[1].kind == g.CONJUNCTION and rest[2].kind in g.NOUNS and rest[3].kind == g.FINITE
    if goes_on and cascade.word(rest[1]) in ("but", "yet"):
        return rest[0].kind == g.COMMA
    ends = (
        chunk.shape[0] in "dkp" and cascade.stops() and not finite_later(cascade, 41)
    )  # "The evidence points to arson."
    if not ends and not (goes_on and rest[0].kind == g.COMMA):
        return False
    preposition = cascade.word(cascade.chunks[cascade.at + 1])
    takes = verb_takes(verb.lemma, preposition)
    return takes >= 25 and takes > noun_takes(verb.lemma, preposition)


def in_condition(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether the verb of a clause was read into its subject: `They will strike unless pay rises`.

    Only behind words that are never prepositions, and where no verb follows before the clause ends.
    """
    tokens, clause = cascade.tokens, cascade.clause
    if clause.opener != SUB or clause.verb is not None or clause.subject is not None:
        return False
    verb = tokens[chunk.last - 1]
    fits = verb.tag == "NNS" and tokens[chunk.last - 2].tag == "NN" and verb.lemma in words("words", "verb_bases")
    if not fits or clause.word not in word_class("opening"):
        return False
    return not before_pause(cascade, (g.FINITE, g.CONJUNCTION))


def split_finite(cascade: Cascade, chunk: Chunk, kind: str = g.FINITE, letter: str = "v") -> None:
    """Make the last word of a noun chunk a finite verb, or one of another kind, with the particle behind it."""
    last = chunk.last - 1
    chunk.last, chunk.head, chunk.shape = last, last - 1, chunk.shape[:-1]
    cascade.chunks.insert(cascade.at + 1, Chunk(kind, last, last + 1, last, letter))
    particle = cascade.chunks[cascade.at + 2] if cascade.at + 2 < len(cascade.chunks) else None
    if particle is not None and particle.shape == "R":
        verb = cascade.chunks[cascade.at + 1]
        verb.last, verb.shape = particle.last, letter + "R"
        del cascade.chunks[cascade.at + 2]


def named_object(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a verb and a name behind it were read into the subject: `The hire signals Marlow's interest`.

    The noun before it is no plural, the word is a verb with an object oftener than not, and the sentence has no other.
    """
    verb = cascade.tokens[chunk.first + 2]
    if cascade.clause.verb is not None or cascade.clause.subject is not None or not cascade.stops():
        return False
    before = cascade.tokens[chunk.first + 1]
    fits = verb.tag == "NNS" and before.tag == "NN" and verb.lemma in words("words", "verb_bases")
    if not fits or verb_frame(verb.lemma).object + verb_frame(verb.lemma).that < 60:
        return False
    return not finite_later(cascade)


def split_middle(cascade: Cascade, chunk: Chunk) -> None:
    """Make the third word of a noun chunk a finite verb between two noun chunks."""
    verb = chunk.first + 2
    rest = Chunk(g.NOUN, verb + 1, chunk.last, chunk.head, chunk.shape[3:])
    cascade.chunks[cascade.at + 1 : cascade.at + 1] = [Chunk(g.FINITE, verb, verb + 1, verb, "v"), rest]
    chunk.last, chunk.head, chunk.shape = verb, verb - 1, chunk.shape[:2]


def shocked(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether an adjective by its tag is the verb that a subject waits for: `His decision to go surprised us`."""
    verb, following = cascade.clause.verb, cascade.following()
    if verb is None or cascade.previous is not verb or verb.kind != g.INFINITIVE or cascade.awaiting() is None:
        return False
    if following is None or following.kind not in g.NOUNS or following.shape[0] not in "dpqN" or chunk.shape != "j":
        return False
    word = cascade.word(chunk)
    return word.endswith("ed") and verb_frame(lemma(word, "VBD")).object >= 50
