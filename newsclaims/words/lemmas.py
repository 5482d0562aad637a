"""Lemmas: the base form of verbs, the singular of nouns, the plain form of compared adjectives and adverbs.

Irregular forms are looked up; the rest follows the spelling rules for -s, -ed, -ing, -er and -est. Where spelling
allows two bases (`hoping`: hope, hop) the table of known verbs decides, and where it is silent, the usual pattern.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.table import rows, words
from newsclaims.words.classes import word_class

_VOWELS: Final = "aeiou"
_LONG_BEFORE: Final = (*_VOWELS, "l", "w", "r", "h", "y")
_SHORT_BEFORE: Final = (*_VOWELS, "n", "y")
_TWO_VOWELS: Final = (*_VOWELS, "q")
INFLECTED: Final = frozenset(
    ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NNS", "NNPS", "JJR", "JJS", "RBR", "RBS", "MD", "RB", "TO", "DT")
)
"""Tags of forms that may differ from their lemma; forms with another tag are their own lemma."""


_MOST: Final = 65_536  # forms of one tag that are kept
_KNOWN: Final[dict[str, dict[str, str]]] = {}
"""The lemmas that were asked for: tag -> form -> lemma."""


def lemma(lower: str, tag: str) -> str:
    """The lemma of a lower-cased form (straight apostrophes) with its Penn tag; other tags give the form itself.

    >>> lemma("hoping", "VBG"), lemma("severed", "VBD"), lemma("ties", "NNS"), lemma("n't", "RB")
    ('hope', 'sever', 'tie', 'not')
    """
    known = _KNOWN.get(tag)
    if known is None:
        known = _KNOWN[tag] = {}
    found = known.get(lower)
    if found is None:
        if len(known) >= _MOST:
            known.clear()
        found = known[lower] = _lemma(lower, tag)
    return found


def _lemma(lower: str, tag: str) -> str:
    short = _table("short_forms").get(f"{lower}/{tag}")
    if short:
        return short
    if tag[0] == "V":
        return _verb(lower, tag)
    if tag in ("NNS", "NNPS"):
        return _noun(lower)
    if tag in ("JJR", "JJS", "RBR", "RBS"):
        return _compared(lower, tag)
    return lower


@cache
def _irregular_verbs() -> dict[str, str]:
    found = {"is": "be", "are": "be", "am": "be", "has": "have", "does": "do", "goes": "go"}
    for base, past, participles in rows("words", "irregular_verbs"):
        for form in (past + " " + participles).split(" "):
            found.setdefault(form, base)
    return found


@cache
def _table(name: str) -> dict[str, str]:
    return {row[0]: row[1] for row in rows("words", name)}


def _verb(form: str, tag: str) -> str:
    known = words("words", "verb_bases")
    if tag in ("VB", "VBP") and form in known:
        return form
    found = _irregular_verbs().get(form)
    if found or form in known:
        return found or form
    base = _regular(form, known)
    return base if base in known else _prefixed(form, tag) or base


def _prefixed(form: str, tag: str) -> str:
    """The lemma of a verb with a prefix before a known one (`outshone`, `prearranged`, `re-routed`), or nothing."""
    hyphen = form.rfind("-") + 1
    prefixes = [form[:hyphen]] if hyphen else [item for item in word_class("verb-prefixes") if form.startswith(item)]
    prefix = max(prefixes, key=len, default="")
    rest = form[len(prefix) :]
    if not prefix or not rest:
        return ""
    base = _irregular_verbs().get(rest) or _verb(rest, tag)
    irregular = len(base) > 2 and rest in _irregular_verbs()
    known = hyphen or irregular or (len(base) > 3 and base in words("words", "verb_bases"))
    return prefix + base if known and base != rest else ""


def _regular(form: str, known: frozenset[str]) -> str:
    if form.endswith("ing") and len(form) > 4:
        rest = form[:-3]
        if rest[-1] == "y" and rest[:-1] + "ie" in known:
            return rest[:-1] + "ie"
        return _base(rest, known) if any(c in "aeiouy" for c in rest) else form
    if form.endswith("ied") and len(form) > 3:
        return form[:-1] if form[:-1] in known else form[:-3] + "y"
    if form.endswith("eed"):
        return form[:-1] if form[:-1] in known else form
    if form.endswith("ed") and len(form) > 3:
        return _base(form[:-2], known)
    if form.endswith("s") and not form.endswith("ss") and len(form) > 2:
        return _without_s(form, known)
    return form


def _base(rest: str, known: frozenset[str]) -> str:
    """The base behind what is left of a form without -ed or -ing: as it is, with -e, or with one consonant less."""
    doubled = len(rest) > 2 and rest[-1] == rest[-2] and rest[-1] not in _VOWELS
    for base in (rest + "e", rest, rest[:-1] if doubled else rest):
        if base in known:
            return base
    if rest.endswith("ick") and rest[:-1] in known:
        return rest[:-1]
    for at in range(2, len(rest) - 3):  # a compound of a known verb: "sideswiped", "livestreamed"
        if rest[at:] + "e" in known:
            return rest + "e"
        if rest[at:] in known:
            return rest
    if doubled:
        return rest if rest[-1] in "sfz" or (rest[-1] == "l" and len(rest) < 6) else rest[:-1]
    return rest + "e" if _wants_e(rest) else rest


def _wants_e(rest: str) -> bool:
    """Whether an unknown verb's stem has lost a silent -e: `rezon`, `privatiz`, `rehears`; not `tweet`, `morph`."""
    last, before = rest[-1], rest[-2:-1]
    if last in "cuvz" or (last in "lr" and before not in _LONG_BEFORE):
        return True
    if rest.endswith(tuple(word_class("keeps-e"))):
        return True
    if last in _VOWELS + "wxyh" or before not in _SHORT_BEFORE or rest[-3:-2] in _TWO_VOWELS:
        return False
    one_syllable = sum(c in _VOWELS + "y" for c in rest) == 1
    return before != "n" if one_syllable else rest.endswith(tuple(word_class("loses-e")))


def _without_s(form: str, known: frozenset[str]) -> str:
    for base in (form[:-1], form[:-2] if form.endswith("es") else form[:-1]):
        if base in known:
            return base
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("sses", "xes", "zzes", "ches", "shes", "oes")):
        return form[:-2]
    return form[:-1]


def _noun(form: str) -> str:
    found = _table("irregular_nouns").get(form)
    if found:
        return found
    if len(form) < 3:
        return form
    if form.endswith("men"):
        return form[:-2] + "an"
    if form.endswith("children"):
        return form[:-3]
    if form[-1] != "s" or form.endswith(("ss", "us", "sis")):
        return form
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("sses", "xes", "zzes", "ches", "shes", "oes")) and len(form) > 4:
        return form[:-2]
    return form[:-2] if form.endswith("'s") else form[:-1]


def _compared(form: str, tag: str) -> str:
    found = _table("irregular_comparison").get(form + "/" + tag[0])
    if found:
        return found
    rest = form[:-2] if form.endswith("er") else form[:-3] if form.endswith("est") else ""
    if len(rest) < 3:
        return form
    if rest[-1] == "i":
        return rest[:-1] + "y"
    if rest[-1] == rest[-2] and rest[-1] in "bdgmnpt":
        return rest[:-1]
    return rest
