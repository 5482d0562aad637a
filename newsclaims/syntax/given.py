"""Two noun phrases side by side behind a verb that takes both, read as one compound."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Phrase
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame


def pair(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a chunk is whom somebody gives something and what: `gave Acme | control`, `show users | posts`.

    Also `considers Lima | part of the north`.
    """
    verb, shape = cascade.clause.verb, chunk.shape
    if verb is None or cascade.previous is not verb or cascade.clause.passive or chunk.last - chunk.first != len(shape):
        return False
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    of = bool(behind) and behind[0].shape == "f"
    access = cascade.word(chunk) in word_class("given-things")  # "give inspectors full access to the site"
    if behind and cascade.word(behind[0]) == "to" and not access:
        return False
    if cascade.word(chunk) == "part" and shape[0] == "N":
        return of
    frame = verb_frame(cascade.lemma(verb))
    if shape[:2] == "nj":
        first = cascade.tokens[chunk.first]
        if first.tag == "NNS" or first.lower == "police":  # "offers users | free access"
            return frame.two_objects >= 5 and _somebody(cascade, chunk, 1)
        many = cascade.tokens[chunk.head].tag == "NNS" and first.tag == "NN"
        return many and frame.two_objects >= 10  # "give parliament | greater powers"
    if shape == "nn":
        both = cascade.tokens[chunk.first : chunk.last]
        plurals = all(token.tag == "NNS" for token in both)
        return plurals and frame.two_objects >= 2 and _somebody(cascade, chunk, 1)
    return frame.two_objects >= 10 and cascade.word(chunk) in word_class("given-things")


def something(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a chunk is whom one gives *something* and that: `gave the fans | something`; no `almost nothing`."""
    verb = cascade.clause.verb
    if verb is None or cascade.previous is not verb or cascade.clause.copular or not chunk.shape[:-1].strip("rwojlL"):
        return False
    whole = chunk.last - chunk.first == len(chunk.shape)
    return whole and cascade.word(chunk) in word_class("indefinite")


def receiver(cascade: Cascade, chunk: Chunk) -> int:
    """Return where what somebody is given begins behind a name, 0 where nothing is: `gave Lowton | early hope`.

    Behind a name alone the noun must be one of what is given: `gave the Reds | hope`, no `gave Commons evidence`.
    """
    verb, shape = cascade.clause.verb, chunk.shape
    at = len(shape.rstrip("n").rstrip("jlL"))
    if verb is None or cascade.previous is not verb or cascade.clause.passive or chunk.last - chunk.first != len(shape):
        return 0
    if (
        "N" not in shape[:at]
        or shape[:at].removeprefix("d").strip("N")
        or verb_frame(cascade.lemma(verb)).two_objects < 7
    ):
        return 0
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    if behind and (behind[0].kind == g.NOUN or cascade.word(behind[0]) == "to"):
        return 0
    described = shape[at] in "jlL" and cascade.tokens[chunk.first + at].text.islower()
    return at if described or cascade.word(chunk) in word_class("given-things") else 0


def counted(cascade: Cascade, chunk: Chunk) -> int:
    """Return the place of a number that opens what somebody is given, 0 where none does: `sold the bank | 3 shares`."""
    verb, at = cascade.clause.verb, chunk.shape.find("nc") + 1
    if not at or verb is None or cascade.previous is not verb or cascade.clause.passive:
        return 0
    if chunk.last - chunk.first != len(chunk.shape) or chunk.shape[:at].strip("djkpn") or chunk.shape[-1] != "n":
        return 0
    noun, number = cascade.tokens[chunk.first + at - 1], cascade.tokens[chunk.first + at]
    if noun.lower in word_class("numbered") or (number.text != "1" and cascade.tokens[chunk.head].tag == "NN"):
        return 0  # "gave the phase 3 trial its approval"
    frame = verb_frame(cascade.lemma(verb))
    return at if frame.two_objects >= 10 or (frame.two_objects >= 1 and _somebody(cascade, chunk, at)) else 0


def margin(cascade: Cascade, chunk: Chunk) -> int:
    """Return the place of the first of two numbers by which somebody leads or wins, 0 where none is.

    `beat Holt | 54 to 46`, `leads Holt | 47.1 percent to 41.7 percent`.
    """
    verb, at, tokens = cascade.clause.verb, chunk.shape.find("c"), cascade.tokens
    if at < 1 or verb is None or cascade.previous is not verb or cascade.lemma(verb) not in word_class("contests"):
        return 0
    if chunk.last - chunk.first != len(chunk.shape) or chunk.shape[at:].strip("chn"):
        return 0
    return at if any(token.lower == "to" for token in tokens[chunk.first + at : chunk.last]) else 0


def _somebody(cascade: Cascade, chunk: Chunk, length: int) -> bool:
    """Tell whether the first words of a chunk name somebody, who can be given something."""
    last = chunk.first + length
    return animate(cascade, Phrase(Chunk(g.NOUN, chunk.first, last, last - 1, chunk.shape[:length]))) > 0
