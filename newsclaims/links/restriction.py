"""Descriptions that a relative clause restricts: whether they go on with somebody known depends on what it tells."""

from __future__ import annotations

from typing import Final

from newsclaims.links.discourse import Discourse

_BACK: Final = 10
"""Sentences before in which what a relative clause tells may have been told."""
_REACH: Final = 6
"""Tokens behind a relative pronoun among which its verb is looked for."""


def restricted(discourse: Discourse, end: int) -> bool:
    """Return whether a relative clause right behind a description tells something new, so that it means another one.

    What was told before is no restriction (Prince 1981, given and new): `A man shot a dog. The man who shot it` is he;
    `The company that makes the chips` is none of which nobody said that it makes chips.
    """
    tokens = discourse.tokens
    if end + 1 >= len(tokens) or tokens[end].tag not in ("WDT", "WP") or tokens[end].lower == "whom":
        return False
    verb = next((token for token in tokens[end + 1 : end + _REACH] if token.tag[:2] == "VB"), None)
    if verb is None or verb.lemma in ("be", "have", "do"):
        return False
    sentences = discourse.parses.sentences
    near = sentences[max(0, discourse.index - _BACK) : discourse.index]
    return not any(token.lemma == verb.lemma for sentence in near for token in sentence.tokens)
