"""Words whose place says that they are something else than their tag: nouns and feelings that look like verbs."""

from __future__ import annotations

from newsclaims.syntax.places import tags
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame
from newsclaims.words.lemmas import lemma
from newsclaims.words.sentence import Token


def no_participle(tokens: list[Token], index: int, before: str) -> str:
    """Return the letter of a participle by its tag that may be a noun, `for a hit to the head`, or a feeling.

    `We are thrilled to welcome her` says what we are, not what was done to us.
    """
    token = tokens[index]
    if before == "d" and tokens[index - 1].lower in ("a", "an"):
        alone = token.lower == token.lemma and tags(tokens, index + 1, "TO", "IN", ".", ",")
        return "n" if alone else "e"
    return (
        "j" if before in "Bruxzw" and token.lower in word_class("feelings") and tags(tokens, index + 1, "TO") else "e"
    )


def no_verb(tokens: list[Token], index: int, found: list[str]) -> str:
    """Return the letter of an -ing form that describes a counted noun, `one weeping woman`, or is a noun itself.

    It is one behind *a* and an adjective where no object follows, `a happy ending`, and behind *particularly* between
    commas, `trade, particularly manufacturing, fell`.
    """
    before, ends = found[-1], tags(tokens, index + 1, ".", ",", "IN", "CC")
    if before == "c":
        if not tags(tokens, index + 1, "NN", "NNS") or tokens[index - 1].text[0].isdigit():
            return "g"
        frame = verb_frame(lemma(tokens[index].lower, "VBG"))
        return "L" if frame.total >= 8 and frame.object < 45 else "g"
    if before == "r":
        apart = found[-2:-1] == [","] and tags(tokens, index + 1, ",", ".")
        return "n" if apart and tokens[index - 1].lower in ("especially", "particularly") else "g"
    article = found[-2:-1] in (["d"], ["p"]) and tokens[index - 2].lower in ("a", "an", "his", "her", "its", "their")
    return "n" if article and ends else "g"


def named(tokens: list[Token], index: int, letter: str, before: str) -> tuple[str, str]:
    """Return the letters of a verb by its tag and the word before, where a name holds both: `First Call Corp.`"""
    firm = tokens[index + 1].lower in word_class("firm-words") and tokens[index - 1].text[0].isupper()
    return ("N", "N") if firm else (letter, before)
