"""Words whose place says that they are something else than their tag: nouns and feelings that look like verbs."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.syntax.neighbours import FINITE_TAGS, tags
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import rows, words
from newsclaims.words.complements import effect
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.lemmas import lemma
from newsclaims.words.sentence import Token

_OBJECTS: Final = frozenset({"CD", "DT", "IN", "JJ", "NN", "NNP", "NNS", "PRP", "PRP$", "RB", "RP"})
_OPENING: Final = 5
"""Tokens from the beginning of a sentence within which the *that* of its subject stands."""


def no_participle(tokens: list[Token], index: int, before: str) -> str:
    """Return the letter of a participle by its tag that may be a noun, `for a hit to the head`, or a feeling.

    `We are thrilled to welcome her` says what we are, not what was done to us.
    """
    token = tokens[index]
    helped = before in "vbge" and tokens[index - 1].lemma == "help" and token.lower == token.lemma
    if helped and token.lower != "hurt":
        return "b"  # "helping cut noise"
    if before == "c" and tags(tokens, index + 1, "NNS"):
        at = index - 1
        while at > 0 and tokens[at].tag == "CD":
            at -= 1
        year = at == index - 2 and len(tokens[at + 1].text) == 4
        return "e" if year or tokens[at].tag != "IN" else "l"  # "with over 650 million connected users"
    if before == "d" and tokens[index - 1].lower in ("a", "an"):
        alone = token.lower == token.lemma and tags(tokens, index + 1, "TO", "IN", ".", ",")
        return "n" if alone else "e"
    if before in "nNq" and tags(tokens, index + 1, "TO") and tags(tokens, index + 2, "VB"):
        frame = verb_frame(token.lemma)
        return "v" if frame.infinitive >= 50 and frame.object_infinitive < 5 else "e"  # "a man attempted to flee"
    if before == "n" and tags(tokens, index + 1, "IN") and token.lower[-2:] == "ed":
        frame, behind = verb_frame(token.lemma), [token.lower for token in tokens[index + 1 : index + 5]]
        judged = behind[0] == "against" or "favor" in behind or "favour" in behind
        alone = frame.object < 10 and frame.total >= 8 and token.lemma not in word_class("settling")
        return "v" if alone or (token.lemma == "rule" and judged) else "e"  # "after a court ruled against him"
    return (
        "j" if before in "Bruxzw" and token.lower in word_class("feelings") and tags(tokens, index + 1, "TO") else "e"
    )


def no_verb(tokens: list[Token], index: int, found: list[str]) -> str:
    """Return the letter of an -ing form that describes a counted noun, `one weeping woman`, or is a noun itself.

    It is one behind *a* and an adjective where no object follows, `a happy ending`, and behind *particularly* between
    commas, `trade, particularly manufacturing, fell`.
    """
    before, ends = found[-1], tags(tokens, index + 1, ".", ",", "IN", "CC")
    if tokens[index - 1].lower == "other" and tags(tokens, index + 1, "JJ", "NN", "NNS") and found[-2:-1] != ["k"]:
        return "L"  # "Acme and other leading chain stores", but "each other"
    if before == "c":
        if not tags(tokens, index + 1, "NN", "NNS") or tokens[index - 1].text[0].isdigit():
            return "g"
        frame = verb_frame(lemma(tokens[index].lower, "VBG"))
        return "L" if frame.total >= 8 and frame.object < 45 else "g"
    if before == "r":
        apart = found[-2:-1] == [","] and tags(tokens, index + 1, ",", ".")
        return "n" if apart and tokens[index - 1].lower in ("especially", "particularly") else "g"
    if (
        tokens[index - 1].tag == "JJR"
        and found[-2:-1]
        and found[-2] in "CPfAdy"
        and tags(tokens, index + 1, "NN", "NNS")
    ):
        return "n"  # "strong demand and higher selling prices"
    article = found[-2:-1] in (["d"], ["p"]) and tokens[index - 2].lower in ("a", "an", "his", "her", "its", "their")
    return "n" if article and ends else "g"


def named(tokens: list[Token], index: int, letter: str, before: str) -> tuple[str, str]:
    """Return the letters of a verb by its tag and the word before, where a name holds both: `First Call Corp.`"""
    firm = tokens[index + 1].lower in word_class("firm-words") and tokens[index - 1].text[0].isupper()
    return ("N", "N") if firm else (letter, before)


def ends_name(tokens: list[Token], index: int) -> bool:
    """Return whether `'s` is the end of a name, for nothing follows that it could own: `Macy's closed a store`.

    A participle is nothing that it could own where no noun follows: `rivals like Macy's failed`.
    """
    if index + 1 == len(tokens) or tokens[index + 1].tag in _NEVER_OWNED:
        return True
    return tokens[index + 1].tag == "VBN" and (index + 2 == len(tokens) or tokens[index + 2].tag in _BEHIND_FINITE)


def opens_clause(tokens: list[Token], index: int) -> bool:
    """Return whether *that* is no determiner by what follows: `that today's vote`, `that plants close`."""
    if index + 2 >= len(tokens):
        return False
    behind, further = tokens[index + 1], tokens[index + 2]
    if behind.lower[-3:] in ("one", "ody") and behind.tag == "NN" and behind.lower[:3] in ("any", "eve", "som"):
        return further.tag in FINITE_TAGS  # "Not that anyone is asking"
    if further.tag == "POS":
        return behind.lower in ("today", "tomorrow", "yesterday")
    if behind.tag in ("JJ", "NN", "NNP") and further.tag == "NNS":
        return tokens[min(index + 3, len(tokens) - 1)].tag in ("VBD", "VBP", "MD")  # "and that rescue teams were there"
    return behind.tag == "NNS" and further.tag in ("VBD", "VBP", "MD") and behind.lower[-1:] == "s"


def only_verb(tokens: list[Token], index: int) -> bool:
    """Return whether a word behind *that* and a plural must be their verb: `hopes that talks resume`."""
    if tokens[index - 1].tag != "NNS" or tokens[index].lower not in words("words", "verb_bases"):
        return False
    for token in tokens[index + 1 : index + _CLAUSE]:
        if token.tag in FINITE_TAGS:
            return False
        if token.tag in (",", ".", ":", "CC"):
            break
    return True


_CLAUSE: Final = 20  # tokens of a clause in which its verb is looked for
_NEVER_OWNED: Final = frozenset({",", ".", "CC", "IN", "MD", "RP", "TO", "VBD", "VBP", "VBZ"})
_BEHIND_FINITE: Final = frozenset({"$", ",", ".", "CD", "DT", "IN", "PRP", "PRP$", "TO"})


@cache
def _pasts() -> frozenset[str]:
    return frozenset(form for _, pasts, _ in rows("words", "irregular_verbs") for form in pasts.split())


def behind_content(tokens: list[Token], index: int) -> bool:
    """Tell whether a participle by its tag is the verb of a noun of content whose clause ends right before it.

    `Reports that the mayor had fled angered voters`, `Fears that the bank would fail hit shares`; not `Reports that
    Reed had seen increased sales`, where no verb would be left for the reports.
    """
    token, before = tokens[index], tokens[index - 1]
    if before.tag not in ("VB", "VBD", "VBN") or (token.lower[-2:] != "ed" and token.lower not in _pasts()):
        return False
    that = next((at for at in range(1, min(index, _OPENING)) if tokens[at].lower == "that"), 0)
    if not that or tokens[that - 1].tag not in ("NN", "NNS") or effect(tokens[that - 1].lemma, "noun:that") is None:
        return False
    if any(other.tag in FINITE_TAGS or other.text == "," for other in tokens[:that]):
        return False
    inner = [other for other in tokens[that:index] if other.tag in FINITE_TAGS]
    frame = verb_frame(before.lemma)
    if len(inner) != 1 or before.lemma in ("be", "have") or (frame.object >= 90 and not _passive(tokens, index - 1)):
        return False
    behind = tokens[index + 1].tag if index + 1 < len(tokens) else "."
    return behind in _OBJECTS and not any(other.tag in FINITE_TAGS for other in tokens[index + 1 :])


def described_plural(tokens: list[Token], index: int) -> bool:
    """Tell whether a form in -ed behind *that* describes a plural with its own verb, and the noun before has a clause.

    `evidence that organized criminal groups are near`; not `groups that organized violent protests were banned`.
    """
    near = [token.tag for token in tokens[index + 1 : index + 4]]
    told = index > 1 and tokens[index - 1].lower == "that" and tokens[index - 2].tag in ("NN", "NNS")
    if not told or near not in (["JJ", "NNS", "VBP"], ["JJ", "NNS", "MD"]):
        return False
    noun = tokens[index - 2]
    alone = noun.tag == "NN" and near[-1] == "VBP"  # a plural verb that the singular before *that* does not have
    return alone or effect(noun.lemma, "noun:that") is not None or noun_frame(noun.lemma).that >= 4


def first_noun(tokens: list[Token]) -> bool:
    """Tell whether a verb by its tag that opens a sentence is a noun: `Claims that the vote was rigged are false`.

    So is the name of who does it himself: `Cruz himself has left`.
    """
    if len(tokens) > 2 and tokens[1].lower in ("herself", "himself") and tokens[2].tag in FINITE_TAGS:
        return True
    claimed = tokens[0].tag == "VBZ" and len(tokens) > 1 and tokens[1].lower == "that"
    return (
        claimed and effect(tokens[0].lemma, "noun:that") is not None and any(t.tag in FINITE_TAGS for t in tokens[5:])
    )


def _passive(tokens: list[Token], index: int) -> bool:
    """Tell whether a form of *be* stands before a participle: `would be closed`, `had been closed`."""
    return tokens[index].tag == "VBN" and index > 0 and tokens[index - 1].lemma == "be"
