"""Kin that one phrase joins: `his wife and children`, `Reed's son and two daughters` are one group."""

from __future__ import annotations

from newsclaims.links.actors import Description
from newsclaims.links.classes import word_class
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.parse import Parse


def household(parse: Parse, chunk: Chunk, owner: int | None) -> Description | None:
    """Return the group that *and* makes of somebody's kin: `Ann's mother and sisters`, not `her mother and her aunt`.

    ``chunk`` is the first of the two phrases, ``owner`` the entity whose kin they are.  Nothing in a longer list.
    """
    tokens, kin = parse.tokens, word_class("household")
    after = chunk.head + 1
    if after + 1 >= len(tokens) or tokens[after].lower != "and" or tokens[chunk.head].lemma not in kin:
        return None
    other = parse.noun_chunk(after + 1)
    if other is None or other.first != after + 1 or tokens[other.head].lemma not in kin:
        return None
    if tokens[other.first].tag in ("DT", "PRP$") or any(token.tag == "POS" for token in tokens[after : other.head]):
        return None
    behind = tokens[other.head + 1].lower if other.head + 1 < len(tokens) else ""
    if behind == "and" or (chunk.first and tokens[chunk.first - 1].text == "," and tokens[chunk.first - 2].tag == "NN"):
        return None
    owned = [at for at in range(chunk.first, chunk.head) if tokens[at].tag in ("POS", "PRP$")]
    if not owned:
        return None
    noun = f"{tokens[chunk.head].lemma} and {tokens[other.head].lemma}"
    told = frozenset() if owner is not None else frozenset({tokens[chunk.first].lower})
    return Description(chunk.first, other.head, other.head + 1, noun, "owned", True, told, owner, None)
