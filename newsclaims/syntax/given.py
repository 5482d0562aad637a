"""Two noun phrases side by side behind a verb that takes both, read as one compound."""

from __future__ import annotations

from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame
from newsclaims.words.preferences import noun_subject


def pair(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a chunk is whom somebody gives something and what: `gave Acme | control`, `show users | posts`.

    Also `considers Lima | part of the north`.
    """
    verb, shape = cascade.clause.verb, chunk.shape
    if verb is None or cascade.previous is not verb or cascade.clause.passive or chunk.last - chunk.first != len(shape):
        return False
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    of = bool(behind) and behind[0].shape == "f"
    if behind and cascade.word(behind[0]) == "to":
        return False
    if cascade.word(chunk) == "part" and shape[0] == "N":
        return of
    frame = verb_frame(cascade.lemma(verb))
    if shape[:2] == "nj":
        many = cascade.tokens[chunk.head].tag == "NNS" and cascade.tokens[chunk.first].tag == "NN"
        return many and frame.two_objects >= 10  # "give parliament | greater powers"
    if shape == "nn":
        both = cascade.tokens[chunk.first : chunk.last]
        plurals = all(token.tag == "NNS" for token in both)
        return plurals and frame.two_objects >= 2 and (noun_subject(both[0].lemma).acts or 0) >= 60
    return frame.two_objects >= 10 and cascade.word(chunk) in word_class("given-things")
