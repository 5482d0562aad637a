"""Tags of words that their neighbours decide, whatever was learned: `does not like it`, `the will of the people`."""

from __future__ import annotations

from typing import Final

from newsclaims.table import entries, words
from newsclaims.words.classes import word_class
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.lemmas import lemma
from newsclaims.words.preferences import noun_subject

FINITE: Final = frozenset({"MD", "VBD", "VBP", "VBZ"})
_BEHIND_WILL: Final = frozenset({"IN", "POS", ".", ",", "TO", "CC"})
_GOVERNED: Final = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD"})
_PREFIXED: Final = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_LOOKED_AT: Final = frozenset({"NNS", "RBR", "VB", "VBG", "VBN", "VBZ"})
"""Tags that are looked at wherever they stand; words of others are looked for in the sentence first."""


def settle(forms: list[str], tags: list[str]) -> None:
    """Change the tags that their neighbours decide, in one walk over a sentence."""
    if "like" in forms:
        _like(forms, tags)
    if "will" in forms:
        _will(forms, tags)
    if "-" in forms:
        _prefixed(forms, tags)
    if "TO" in tags:
        _behind_to(forms, tags)
    if "that" in forms:
        _that_year(forms, tags)
    if "all" in forms or "both" in forms:
        _floating(forms, tags)
    if "forecast" in forms:
        _forecast(forms, tags)
    for at in range(1, len(forms) - 1):
        if tags[at] in _LOOKED_AT:
            tags[at] = _tag(forms, tags, at)


def _tag(forms: list[str], tags: list[str], at: int) -> str:
    """Return the tag of one word by its own and those around it."""
    form, tag, before, behind = forms[at], tags[at], tags[at - 1], tags[at + 1]
    if tag == "NNS":
        named = form[0].isupper() and before == "IN" and forms[at - 1].islower()
        return "NNP" if named and not noun_subject(lemma(form.lower(), tag)).total else tag  # "in Leeds"
    if tag == "VBN":
        if form == "used" and [one.lower() for one in forms[at + 1 : at + 3]] == ["to", "be"]:
            return "VBD" if before[:2] == "NN" or before == "PRP" else tag  # "It used to be quiet"
        if form == "prepared" and behind == "TO" and before == "RB":
            return "JJ"  # "is not prepared to talk"
        if forms[at - 1] == "and" and behind == "NNS" and form[-2:] == "ed" and at > 3:
            article = tags[at - 2] in ("NN", "NNS") and tags[at - 3] in ("DT", "PRP$") and tags[at - 4] == "VBD"
            acts = article or (tags[at - 2] == "NNS" and tags[at - 3] == "VBD")
            return "VBD" if acts else tag  # "hit the coast and destroyed homes"
    elif tag == "VBG":
        if behind in ("NN", "NNS") and form[-8:] == "fighting" and form != "fighting":
            return "NN"  # "firefighting operations"
        if forms[at - 1] == "other" and behind == "NNS" and at > 1 and forms[at - 2] != "each":
            return "JJ"  # "arrest other fleeing members"
    elif tag == "VB":
        if before == "VB" and tags[at - 2] == "TO" and behind in ("IN", ".", ",", "CC"):
            return "NN" if forms[at - 1] not in word_class("bare-verb-behind") else tag  # "to increase pay"
    elif tag == "RBR":
        noun = forms[at + 1] == "one" or behind in ("NN", "NNS")
        return "JJR" if before == "DT" and noun else tag  # "a later one"
    elif before == "CC" and at > 2 and tags[at - 2] == "NNS" and tags[at - 3] in ("VB", "JJ"):
        alone = behind in ("IN", ".", ",", "TO", "JJ") and "MD" in tags[max(0, at - 8) : at]
        alone = alone and "," not in forms[max(0, at - 8) : at]
        return "NNS" if alone else tag  # "will take twists and turns": nothing is joined in the third person
    return tag


def _like(forms: list[str], tags: list[str]) -> None:
    """Make *like* behind *do not* a verb: `does n't like the bill`."""
    for at in range(2, len(forms)):
        if forms[at] == "like" and tags[at] == "IN" and forms[at - 2].lower() in ("did", "do", "does"):
            tags[at] = "VB" if forms[at - 1].lower() in ("n't", "n’t", "not", "really") else "IN"


def _will(forms: list[str], tags: list[str]) -> None:
    """Make *will* a noun behind a determiner or adjective with no verb behind it: `the clear will of the people`."""
    for at in range(1, len(forms) - 1):
        if forms[at] == "will" and tags[at - 1] in ("DT", "JJ", "PRP$") and tags[at + 1] in _BEHIND_WILL:
            tags[at] = "NN"


def _that_year(forms: list[str], tags: list[str]) -> None:
    """Make *that* before a time and a preposition or stop an article: `won the vote that year with ease`."""
    times = entries("words", "time_nouns")
    for at in range(1, len(forms) - 2):
        that = forms[at] == "that" and tags[at] in ("IN", "WDT") and forms[at + 1] != "time"
        if that and tags[at + 1] == "NN" and forms[at + 1] in times and tags[at + 2] in ("IN", ",", "."):
            tags[at] = "DT"


def _floating(forms: list[str], tags: list[str]) -> None:
    """Make *all* and *both* between *have* and its participle adverbs: `Reed and Holt have both argued that`."""
    for at in range(1, len(forms) - 1):
        have = forms[at] in ("all", "both") and forms[at - 1].lower() in ("had", "have", "'ve", "’ve")
        if have and tags[at] == "DT" and tags[at + 1] in ("VBD", "VBN"):
            tags[at], tags[at + 1] = "RB", "VBN"


def _prefixed(forms: list[str], tags: list[str]) -> None:
    """Make a prefix before a hyphen and a verb no noun, the verb before its object a past tense: `re-elected him`."""
    prefixes = word_class("verb-prefixes")
    for at in range(1, len(forms) - 2):
        if forms[at + 1] == "-" and tags[at + 2] in _PREFIXED and forms[at].lower() in prefixes:
            acts = tags[at - 1][:2] == "NN" and tags[at + 2] == "VBN" and tags[at + 3 : at + 4] != ["JJ"]
            acts = acts and bool(_GOVERNED.intersection(tags[at + 3 : at + 4]))
            tags[at], tags[at + 2] = "RB", "VBD" if acts else tags[at + 2]


def _forecast(forms: list[str], tags: list[str]) -> None:
    """Make *forecast* behind a noun, with *that* soon behind it and no verb before it, a past tense."""
    at = forms.index("forecast")
    if at and tags[at] == "NN" and tags[at - 1][:2] == "NN" and "that" in forms[at + 1 : at + 5]:
        tags[at] = "VBD" if FINITE.isdisjoint(tags[: forms.index("that", at)]) else "NN"


def _behind_to(forms: list[str], tags: list[str]) -> None:
    """Make words behind *to* verbs or nouns: `charged to court soon`, `in relation to pay`, `plans to ballot him`."""
    for at in range(1, len(forms) - 1):
        if tags[at - 1] != "TO":
            continue
        form, behind = forms[at], tags[at + 1]
        if tags[at] == "VB":
            place = behind not in _GOVERNED and form in word_class("places-bare")
            linked = at > 2 and forms[at - 2] in word_class("in-relation") and forms[at - 3].lower() == "in"
            tags[at] = "NN" if place or linked else "VB"
        elif tags[at] == "NN" and behind in ("NNS", "PRP$", "DT") and form in words("words", "verb_bases"):
            than = at > 2 and forms[at - 2] in ("than", "but")
            tags[at] = "VB" if than or (behind == "NNS" and at > 1 and _wants(forms[at - 2], tags[at - 2])) else "NN"


def _wants(form: str, tag: str) -> bool:
    """Tell whether a verb or noun mostly has an infinitive behind it: `plans`, `decided`."""
    if tag[:2] == "VB":
        return verb_frame(lemma(form.lower(), tag)).infinitive >= 25
    return tag in ("NN", "NNS") and noun_frame(lemma(form.lower(), tag)).infinitive >= 10
