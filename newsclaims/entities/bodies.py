"""Bodies that are named again by what they are: `the Council` of Lowton City Council."""

from __future__ import annotations

from newsclaims.entities.chain import Chain
from newsclaims.entities.lexicon import gazetteer, heads
from newsclaims.entities.namesakes import later
from newsclaims.rule import rule


def body_again(chain: Chain, owners: dict[str, list[Chain]]) -> Chain | None:
    """What a body is, in capitals behind `the`, is the one body that was so named before.

    `The Council` of Lowton City Council, `the University` of the University of Lowton.
    """
    kind = chain.key.lower()
    found = owners.get(kind, [])
    if heads().get(kind) != "organization" or len(found) != 1 or chain.key in gazetteer() or chain.key.isupper():
        return None
    body = [name for name in chain.names if name.sentence.part == "body"]
    told = body and all(name.first and name.sentence.tokens[name.first - 1].lower == "the" for name in body)
    return found[0] if told and found[0].leaning == "organization" and later(chain, found[0]) else None


rule("entities.body-again")(body_again)
