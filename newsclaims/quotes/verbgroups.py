"""Verb groups: where they begin, and whether a participle is passive, active or an adjective."""

from __future__ import annotations

from newsclaims.quotes.lines import QUOTE
from newsclaims.quotes.nouns import FINITE
from newsclaims.words.sentence import Token

_AUXILIARIES = frozenset({"be", "have", "do", "get"})
_CONTRACTED = frozenset({"'s", "'re", "'ve", "'d", "'ll", "'m", "n't"})
_CLAUSE_OPENERS = frozenset(
    ["that", "as", "while", "because", "if", "though", "although", "after", "when", "since", "but", "before", ";"]
)


def group_start(items: list[Token], verb: int) -> int:
    """Return where the verb group of ``verb`` begins: auxiliaries, negation and adverbs before it belong to it."""
    at = verb
    while at > 0:
        token = items[at - 1]
        tag = token.tag
        here = items[at].tag
        if tag == "MD" and here in ("VBD", "VBZ", "VBN"):  # a name such as Will
            break
        adverb = tag in ("MD", "RB", "RBR", "RBS") or (token.lower in _CONTRACTED and tag != "POS")
        auxiliary = tag[:2] == "VB" and token.lemma in _AUXILIARIES and here in ("VBN", "VBG", "RB", "VB")
        if not adverb and not auxiliary and not (tag == "POS" and here in ("VBN", "VBG", "RB")):
            break
        at -= 1
    return at


def is_finite(items: list[Token], verb: int) -> bool:
    """Tell whether a finite verb stands here, also one whose tag is that of a participle."""
    tag = items[verb].tag
    if tag in FINITE:
        return items[verb].text[-1:].isalpha()  # no dash or mark
    return tag == "VBN" and group_start(items, verb) == verb and not is_passive(items, verb, verb)


def before_noun(items: list[Token], at: int) -> bool:
    """Tell whether a participle stands like an adjective: `the alleged plan`, `25 recommended delegates`."""
    if at == 0 or at + 1 >= len(items):
        return False
    first = at - 1
    while first > 0 and items[first].tag == "RB":
        first -= 1
    before = items[first]
    placed = before.tag == "RBS" or before.tag in ("DT", "JJ", "CD", "PRP$", "POS", "HYPH") or before.text == "-"
    return placed and items[at + 1].tag in ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH")


def is_passive(items: list[Token], start: int, verb: int) -> bool:
    """Tell whether a participle has a form of `be` and no form of `have` right before it, or no auxiliary at all."""
    lemmas = [items[i].lemma for i in range(start, verb)]
    if "be" in lemmas or "get" in lemmas:
        return True
    if "have" in lemmas or any(i.lower in ("'ve", "'d", "'s") for i in items[start:verb]):
        return False
    if verb and items[verb - 1].tag in ("IN", "DT", "PRP$", "JJ", "POS", "VBD", "VBZ", "VBP", "HYPH"):
        return True
    return _reduced(items, verb)


def _reduced(items: list[Token], verb: int) -> bool:
    """Tell whether a participle without auxiliary is a reduced relative clause: the clause has another finite verb.

    If it has none, the participle is a past tense that was taken for one.
    """
    for at in range(verb + 1, min(len(items), verb + 10)):
        token = items[at]
        if token.lower in ("that", ",", ":", "whether", "if") or token.tag in (QUOTE, "CC", "."):
            break
        if token.tag in FINITE:
            return at > verb + 1 and not _clause_between(items, verb + 1, at)
    for at in range(verb - 1, max(-1, verb - 20), -1):
        token = items[at]
        if token.lower in _CLAUSE_OPENERS or token.tag in (QUOTE, "CC", "WP", "WDT", ","):
            return False
        if token.tag in FINITE:
            return True
    return False


def _clause_between(items: list[Token], first: int, finite: int) -> bool:
    """Tell whether a finite verb after the participle has a subject of its own: `said the plan works`."""
    return items[first].tag in ("DT", "PRP", "PRP$", "NNP", "NNPS", "EX") and items[finite - 1].tag in (
        "NN",
        "NNS",
        "NNP",
        "PRP",
        "EX",
        "RB",
    )
