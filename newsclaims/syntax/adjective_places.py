"""Adjectives by their tag that are something else in their place, and words that are adjectives there."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax.describing import named_actor
from newsclaims.syntax.neighbours import after_modal, ends_phrase, tags
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame
from newsclaims.words.lemmas import lemma
from newsclaims.words.preferences import noun_subject
from newsclaims.words.sentence import Token

_NOUNS: Final = ("NN", "NNS", "JJ")
_OFTEN: Final = frozenset({"early", "far", "fast", "hard", "long", "often", "quick", "soon", "well"})
_DIGITS: Final = ("digit", "digits", "figures")


def adjective(tokens: list[Token], index: int, before: str) -> str:
    """Return the letter of a word that the tagger takes for an adjective."""
    token = tokens[index]
    lower, behind = token.lower, tokens[index + 1] if index + 1 < len(tokens) else token
    if not index:
        if lower in ("inside", "outside") and behind.lower in ("court", "parliament"):
            return "P"  # "Outside court, Reed wept"
        return "N" if token.tag == "JJ" and _surname(tokens) else "j"
    if before == "r" and index > 1 and tokens[index - 2].lemma == "have" and _done(tokens, index):
        return "e"  # "would have successfully overridden a veto"
    if before == "P" and lower[-2:] == "ed" and behind.tag == "CC" and tags(tokens, index + 2, "VBD"):
        return "e"  # "a bus they were travelling in skidded and rolled over"
    if before == "s" and (ends_phrase(tokens, index) or (token.tag == "JJS" and behind.tag in (",", ".", "IN", "CC"))):
        return "n"  # "the car's interior has been redone", "is the firm's strongest"
    if token.text[0].isupper() and named_actor(tokens, index):
        return "N"  # "say Reed stole it", whatever the tagger says
    if before == "D" and behind.tag == "VB":
        return "n"  # "what role does light play"
    if before == "c" and lower in ("third", "fifth") and behind.lower == "of":
        return "n"  # "one third of the staff"
    if lower == "prior" and before == "Z":
        return "i" if not tags(tokens, index + 1, "TO", "IN") else "j"  # "had met two years prior"
    if lower in ("cut", "enough", "final", "fine", "further", "inside", "outside"):
        return adjective_in_place(tokens, index, before)
    if lower == "public" and before in "dgLj" and behind.tag in (",", ".", "IN", "CC", "MD", "VBD", "VBZ", "VBP", "TO"):
        return "n"  # "the travelling public"
    if lower in ("double", "triple") and before == "t" and behind.tag[:2] == "NN" and behind.lower not in _DIGITS:
        return "b"  # "in a bid to double revenue"
    if before in "dp" and behind.lower[-3:] == "day" and behind.text[0].isupper():
        return "n" if noun_subject(token.lemma).total >= 5 else "j"  # "arrested a suspect Sunday night"
    return "v" if before in "Nn" and lower[-2:] == "ed" and _shocks(tokens, index) else "j"


def _done(tokens: list[Token], index: int) -> bool:
    """Tell whether a form in -ed or -en behind *have* and an adverb has an object: it is a participle."""
    form = tokens[index].lower[-2:] in ("ed", "en") and tokens[index - 1].tag == "RB"
    return form and tags(tokens, index + 1, "DT", "PRP", "PRP$")


def _surname(tokens: list[Token]) -> bool:
    """Tell whether an adjective that opens a sentence is somebody's name: `Black and two other men were accused`."""
    behind = tokens[1:3]
    if len(behind) < 2 or tokens[0].lower in word_class("clausal-adjectives"):
        return False
    joined = behind[0].lower == "and" and behind[1].tag in ("CD", "PRP$", "NNP")
    return joined or (behind[0].tag in ("VBD", "VBZ") and behind[1].tag in ("DT", "CD", "VBN", "PRP$", "TO"))


def day_follows(tokens: list[Token], index: int) -> bool:
    """Tell whether a day or *next week* stands there."""
    if index < len(tokens) and tokens[index].lower in ("next", "this"):
        index += 1
    spans = ("month", "week", "weekend", "year")
    return index < len(tokens) and (tokens[index].lower[-3:] == "day" or tokens[index].lower in spans)


def _shocks(tokens: list[Token], index: int) -> bool:
    """Tell whether a form in -ed behind a name that opens the sentence is its verb: `Holt Systems shocked investors`.

    A plural or a determiner follows, and no finite verb before the next comma or preposition.
    """
    if not tags(tokens, index + 1, "NNS", "DT", "PRP", "PRP$"):
        return False
    if any(token.tag not in ("NNP", "NNPS") for token in tokens[: index - 1]) or tokens[index - 1].tag[:2] != "NN":
        return False
    if tokens[0].tag[:3] != "NNP" or verb_frame(lemma(tokens[index].lower, "VBD")).object < 50:
        return False
    for token in tokens[index + 1 : index + 12]:
        if token.tag in (",", ".", ":", "IN"):
            return True
        if token.tag in ("VBD", "VBZ", "VBP", "MD"):
            return False
    return True


def adjective_in_place(tokens: list[Token], index: int, before: str) -> str:
    """Return the letter of *cut*, *enough*, *final*, *fine*, *further* or *outside* with the tag of an adjective."""
    lower = tokens[index].lower
    if lower == "cut":
        if before != "C" or not tags(tokens, index + 1, "NNS") or tokens[index + 1].lower == "flowers":
            return "j"
        past = any(token.tag == "VBD" for token in tokens[max(0, index - 6) : index - 1])
        return "b" if after_modal(tokens, index - 2) else "v" if past else "j"  # "closed shops and cut jobs"
    if lower == "fine":
        return "n" if before == "c" else "j"  # "a record $3 million fine"
    if lower in ("inside", "outside"):
        verb = tokens[index - 1].lemma if before in "vegb" and tags(tokens, index + 1, "NN", "NNP") else ""
        return "P" if verb and verb_frame(verb).object < 55 else "j"  # "gathered outside parliament"
    if lower == "enough":
        behind, last = tokens[index + 1].lower if index + 1 < len(tokens) else ".", tokens[index - 1]
        how = last.tag == "RB" and (last.lower in _OFTEN or last.lower[-2:] == "ly") and tokens[index - 2].lemma != "be"
        if how and not tags(tokens, index + 1, *_NOUNS):
            return "r"  # "They meet often enough", "Oddly enough, it rained"
        return "k" if behind == "of" else "j"  # "hopes enough of them will come"
    if lower == "further":
        return "r" if before in "Pfy" and tags(tokens, index + 1, "VBG") else "j"  # "talks on further cutting the fee"
    if before == "h" and tokens[index - 2].lower in ("quarter", "semi") and ends_phrase(tokens, index):
        return "n"  # "won the All-Ireland semi-final"
    return "n" if before == "N" and _named_final(tokens, index) else "j"  # "played in a Wembley final as a child"


def _named_final(tokens: list[Token], index: int) -> bool:
    """Tell whether *final* is the match that a name says: `a Wembley final as a child`, `the World Cup final`."""
    at = index - 1
    while at > 0 and tokens[at].tag == "NNP":
        at -= 1
    return tokens[at].tag in ("DT", "PRP$", "POS") and ends_phrase(tokens, index)


def beside_adjectives(tokens: list[Token], index: int) -> bool:
    """Tell whether a word stands in a list of adjectives with capitals: one follows, or one and *and* precede it."""
    ahead = tokens[index + 1 : index + 3]
    if len(ahead) == 2 and (ahead[0].text == "," or ahead[0].tag == "CC"):
        return ahead[1].tag == "JJ" and ahead[1].text[:1].isupper()
    before = tokens[max(0, index - 2) : index]
    listed = len(before) == 2 and before[1].tag == "CC" and before[0].tag == "JJ" and before[0].text[:1].isupper()
    return listed and bool(ahead) and ahead[0].tag == "NNS"
