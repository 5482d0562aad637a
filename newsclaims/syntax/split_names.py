"""A thing and who does something with it, read as one noun chunk: `the comments | Marsh made`, `1,200 | Reed said`."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax.cascade import CLAUSAL, Cascade, passive
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.describing import past_or_participle
from newsclaims.syntax.splitting import (
    part_name,
    second_finite,
    two_verbs,
    verb_soon,
    verb_without_object,
)
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.preferences import noun_subject


def split_number(cascade: Cascade, chunk: Chunk) -> None:
    """Split *Westmoor 1-0* and *City two points*: a name, and a score or what is counted in words."""
    shape = chunk.shape
    at = shape.index("Nc") + 1
    place = chunk.first + at
    score = shape[at:] == "chc"
    verb = cascade.clause.verb
    gave = verb is not None and cascade.previous is verb and verb_frame(cascade.lemma(verb)).two_objects >= 20
    if len(shape) != chunk.last - chunk.first or not (score or gave or cascade.tokens[place].text.isalpha()):
        return
    if not score and cascade.tokens[place].text[0].isupper() and shape[at : at + 2] == "cn":
        return  # "in the League One playoff"
    if shape[at:] == "c" and any(phrase.chunk.shape[0] == "c" for phrase in cascade.clause.objects):
        return  # "won 12 seats, the Greens four"
    rest = Chunk(g.ADVERB if score else g.NOUN, place, chunk.last, chunk.head, shape[at:])
    cascade.chunks.insert(cascade.at + 1, rest)
    chunk.last, chunk.head, chunk.shape = place, place - 1, shape[:at]


def split_name(cascade: Cascade, chunk: Chunk) -> None:
    """Split *the comments Marsh* before *made in May*: a thing, and the subject of a relative clause without pronoun.

    Titles and what stands before names (*the singer Ann Reed*, *the newspaper Le Monde*) are left together.
    """
    shape = chunk.shape
    owned = shape[0] == "n" and "s" in shape and shape[1] == "N" and cascade.previous is not None
    if owned and cascade.previous is not None and cascade.word(cascade.previous) in ("what", "which"):
        part_name(cascade, chunk, 0)  # "what consequences | Acme's plans would have"
        return
    at = shape.rindex("nN")
    clause, previous = cascade.clause, cascade.previous
    fronted = cascade.preposition is not None and clause.verb is None and clause.subject is None
    asked = previous is not None and cascade.word(previous) in ("what", "whatever", "which")
    determined = shape[0] in "cdkp" or cascade.tokens[chunk.first + at].tag == "NNS" or asked
    told = previous is clause.verb is not None and cascade.lemma(clause.verb) in words("words", "telling_verbs")
    if told and shape == "nN" and cascade.tokens[chunk.first].lower in word_class("told-people"):
        part_name(cascade, chunk, 0)  # "told police Moss had left"
        return
    if shape[at + 1 :].strip("N") or not (determined or fronted) or len(shape) != chunk.last - chunk.first:
        return
    lemma = cascade.tokens[chunk.first + at].lemma
    uses = noun_subject(lemma)
    who = noun_frame(lemma).who or 0
    plural = cascade.tokens[chunk.first + at].tag == "NNS" and who < 50
    thing = uses.total >= 28 and uses.named < 2 and 0 < (uses.acts or 0) < 76
    told = noun_frame(lemma).that >= 20 and not second_finite(cascade) and verb_soon(cascade)
    if determined and (told or two_verbs(cascade)):
        part_name(cascade, chunk, at)  # "the fact | Reed and his aides are ill"
        return
    title = uses.named >= 2 or (uses.acts or 0) >= 78 or (who >= 15 and not thing)
    if not plural and cascade.tokens[chunk.first].lower not in ("a", "an") and (title or not uses.total):
        following = cascade.following()  # "saw the gamut | Reed had run", but "the 12-inch Tablo released in May"
        people = cascade.tokens[chunk.head].tag == "NNPS"
        sure = following is not None and (people or not past_or_participle(cascade.word(following)))
        if not title and determined and sure and _behind_verb(cascade) and verb_without_object(cascade):
            part_name(cascade, chunk, at)
        return
    if shape[0] == "d" and cascade.chunks[cascade.at + 1 : cascade.at + 2] and _ranked(cascade, chunk, at):
        part_name(cascade, chunk, at)  # "the last time | Lowton held a fair"
        return
    if fronted and cascade.at + 1 < len(cascade.chunks) and cascade.chunks[cascade.at + 1].kind == g.FINITE:
        part_name(cascade, chunk, at)  # "In a radio interview Ann Reed said"
        return
    if not determined or not verb_without_object(cascade):
        return
    apposed = cascade.comma and cascade.tokens[chunk.first].lower in ("a", "an")  # ", a charge Estrel denies"
    apposed = apposed or (thing and clause.verb is None and clause.parent is not None and previous is None)
    if apposed or _behind_verb(cascade, plural and shape[-2:] == "nN", thing) or second_finite(cascade):
        part_name(cascade, chunk, at)


def _behind_verb(cascade: Cascade, plural: bool = False, thing: bool = False) -> bool:
    """Tell whether a verb stands before a noun, perhaps with a preposition, so that the noun is hardly a subject.

    The more so for a ``plural``, no name's title, and a ``thing`` that seldom acts.
    """
    host, previous = cascade.clause.verb, cascade.previous
    if previous is None:
        return False
    frame = verb_frame(cascade.lemma(host)) if host is not None else None
    says = frame is None or cascade.clause.content or frame.that >= 40 or (frame.that >= 12 and frame.object < 50)
    told = says and previous is not host and cascade.word(previous) in ("after", "at", "before", "in", "on")
    if thing and host is not None and not told:
        return True
    governed = previous is host or previous.kind == g.PREPOSITION
    return governed and (plural or (not says and cascade.awaiting() is None))


def contact(cascade: Cascade, chunk: Chunk) -> int:
    """Return where those begin who do something with the thing before them: `explains the steps | voters can take`.

    They are a plural, perhaps with adjectives (`the effect | big firms can have`); a verb or preposition governs the
    thing, and the verb behind the plural wants an object that it has not.  0 where there is nobody.
    """
    shape = chunk.shape
    at = len(shape) - 1
    while at > 1 and shape[at - 1] in "jL":
        at -= 1
    return at if shape[at - 1 : at] == "n" and _acts(cascade, chunk, at) else 0


def _acts(cascade: Cascade, chunk: Chunk, at: int) -> bool:
    previous, verb, role = cascade.previous, cascade.clause.verb, cascade.preposition
    first, last = cascade.tokens[chunk.first + at - 1], cascade.tokens[chunk.last - 1]
    if last.tag != "NNS" or chunk.last - chunk.first != len(chunk.shape):
        return False
    described = at < len(chunk.shape) - 1
    plural = first.tag == "NNS" and first.lower not in word_class("attributive-plurals")
    two = described or plural  # no compound begins so
    body = first.lower in word_class("told-bodies")
    if (two or body) and previous is verb is not None and cascade.lemma(verb) in words("words", "telling_verbs"):
        return _tells(cascade, chunk)
    if role is not None:
        governed = role[0] not in word_class("openers") and "A" not in role[1].shape
    else:
        governed = previous is verb is not None and not cascade.clause.copular and not cascade.clause.passive
        frame = verb_frame(cascade.lemma(verb)) if verb is not None else verb_frame("")
        governed = governed and frame.object >= (25 if two else 50) and (two or frame.that < CLAUSAL)
    if not governed or (cascade.awaiting() is not None and not second_finite(cascade)):
        return False
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if not behind or behind[0].kind not in (g.FINITE, g.PARTICIPLE) or passive(behind[0]):
        return False
    waits = cascade.clause.verb is None or cascade.awaiting() is not None
    if not two and waits and past_or_participle(cascade.word(behind[0])):
        return False  # "a review of the city schools ordered in May found gaps"
    if behind[0].kind == g.PARTICIPLE and not (two and past_or_participle(cascade.word(behind[0]))):
        return False
    bare = len(behind) < 2 or behind[1].kind not in g.NOUNS | {g.THAT, g.WH, g.ADJECTIVE} or behind[1].shape[-1] in "TZ"
    bare = bare or cascade.word(behind[1]) == "when"
    agent = len(behind) > 1 and behind[1].shape == "y"
    return bare and not agent and verb_frame(cascade.lemma(behind[0])).object >= (25 if described else 60)


def _tells(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether the plural at the end begins what somebody is told: `told customers | prices would rise`."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    return bool(behind) and behind[0].kind == g.FINITE and chunk.shape[0] in "ndkp" and not cascade.clause.passive


def _ranked(cascade: Cascade, chunk: Chunk, at: int) -> bool:
    """Tell whether a superlative or ordinal ranks the noun at a place of a chunk, and a finite verb follows."""
    ranks = (
        token.tag in ("JJS", "RBS")
        or token.lower in word_class("occasions")
        or token.lower == "only"
        or (token.tag == "CD" and cascade.tokens[chunk.first + at].lower == "times")
        for token in cascade.tokens[chunk.first : chunk.first + at]
    )
    return cascade.chunks[cascade.at + 1].kind == g.FINITE and any(ranks)
