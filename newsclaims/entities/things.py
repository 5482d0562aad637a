"""Things: names that stand behind an article or an owner and words of English, which are nobody's names."""

from __future__ import annotations

from typing import Final

from newsclaims.entities.chain import Chain
from newsclaims.entities.evidence import TYPES
from newsclaims.entities.lexicon import demonyms, first_names, gazetteer, titles
from newsclaims.entities.names import Name
from newsclaims.rule import rule
from newsclaims.words.known import knows

_SAMPLE: Final = 12  # mentions of a name that are looked at
_PERSON: Final = TYPES.index("person")
_BODY: Final = TYPES.index("organization")
_OTHER: Final = TYPES.index("other")
_PLACE: Final = TYPES.index("place")
_ARTICLE: Final = 2.5  # what an article takes from the score of a person, and one of several adds to that of a thing
_WORD: Final = 1.5  # what a word of English takes from the score of a person
_NOUNS: Final = ("NN", "JJ", "VB", "CD", "PO")
_ONES: Final = frozenset({"a", "an", "my", "your", "his", "her", "our", "their"})


def as_thing(chain: Chain) -> None:
    """Take from the score of a person or body what an article or the word itself says against one."""
    if chain.leaning not in ("person", "organization") or chain.around[_PERSON] >= _ARTICLE:
        return
    scores = chain.scores
    behind = article(chain)
    if behind:
        scores[_PERSON] -= _ARTICLE
        if behind == "one":
            scores[_OTHER] += _ARTICLE
            scores[_BODY] -= _WORD
    elif chain.leaning == "person" and plain_word(chain):
        scores[_PERSON] -= _WORD
        if scores[_PLACE] == max(scores):
            scores[_OTHER] = scores[_PLACE] + _WORD


def article(chain: Chain) -> str | None:
    """A name behind an article is nobody's: `the Enterprise`; one of several is a thing: `a Corolla`, `my Kestrel`.

    Not where a noun follows, `the Reed plan`, nor of a family or an office: `the Reeds`, `the Duke`.
    """
    if chain.key in gazetteer() or chain.words[-1][-1] == "s" or chain.words[0].lower() in titles():
        return None
    if chain.words[-1] in demonyms():
        return None
    found = None
    for name in chain.names[:_SAMPLE]:
        before = _article(name)
        if before == "the":
            found = found or "the"
        elif before:
            found = "one"
    if found and any(name.titled or name.roles for name in chain.names[:_SAMPLE]):
        return None
    return found


rule("entities.with-article")(article)


def _article(name: Name) -> str:
    """Return the article or owner right before a name that ends its phrase."""
    tokens = name.sentence.tokens
    if not name.first:
        return ""
    if name.last < len(tokens) and (tokens[name.last].tag[:2] in _NOUNS or tokens[name.last].text == "-"):
        return ""
    before = tokens[name.first - 1].lower
    return before if before == "the" or before in _ONES else ""


def plain_word(chain: Chain) -> bool:
    """A single word of English that is no first name is nobody's where nothing tells a person: `Order`, `Alarm`."""
    word = chain.words[0]
    if len(chain.words) > 1 or word in first_names() or word in gazetteer() or chain.names[0].titled:
        return False
    return knows(word.lower())


rule("entities.plain-word")(plain_word)


def families(found: list[Chain]) -> None:
    """The plural of a surname of the article behind `the` is a family, a group: `the Reeds` beside Ann Reed."""
    surnames = {chain.words[-1] for chain in found if chain.type == "person" and len(chain.words) > 1}
    if not surnames:
        return
    for chain in found:
        several = chain.key[-1] == "s" and not surnames.isdisjoint((chain.key[:-1], chain.key[:-2]))
        if several and all(_behind_the(name) for name in chain.names):
            chain.type = "group"


def _behind_the(name: Name) -> bool:
    """Return whether a name stands behind `the`, whatever follows: `the Reeds' house`."""
    return name.first > 0 and name.sentence.tokens[name.first - 1].lower == "the"


rule("entities.family")(families)
