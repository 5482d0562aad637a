"""One letter a token: the alphabet over which chunks are regular expressions.

========  =========================================================================================
letter    stands for
========  =========================================================================================
d k       determiner (``the``); determiner that can stand alone (``this``, ``some``)
p O       possessive pronoun (``its``); ``whose``
c $       number; currency sign
j         adjective
l L       past participle, -ing form that are mostly adjectives (``armed``, ``growing``; table participle_adjectives)
n N       common noun; name
T Z       day or month (``Monday``, ``today``); unit of time (``week``); table time_nouns
s h       possessive 's; hyphen inside a word
r w       adverb; adverb of quantity (``nearly``), which may begin a noun chunk
o R i     not, n't, never; particle; "ago"
q E       personal pronoun; existential there
v b g e   finite verb; base form; -ing form; past participle
m D       modal; finite form of do
B u x z   finite form of be; be; been; being
H a G     finite form of have; base form have; having
t         to
P f y     preposition; of; by
S A       subordinator; word that is preposition or subordinator (``after``)
Q W K Y   that; relative pronoun; what; when, where, why, how
C         and, or, but
, ; - .   comma; semicolon and colon; dash; end of sentence
( ) _     brackets; anything else
« »       marks that open and close quoted speech
+         second and later words of a preposition or fixed phrase (tables multiword_prepositions, fixed_predicatives)
========  =========================================================================================
"""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.syntax.adjective_runs import run
from newsclaims.syntax.ambiguous_classes import READINGS, in_context
from newsclaims.syntax.amount_letters import CURRENCY, at_most, join_amounts, than_foreseen
from newsclaims.syntax.compound_names import glued_auxiliary, inside_name, would_be
from newsclaims.syntax.contrary_tags import described_plural, opens_clause
from newsclaims.syntax.letter_rules import FIRST_LETTERS, FIRST_WORDS, SETTLED, depends, first_look, second_look
from newsclaims.syntax.lost_finites import FINITE, SHORTEST, only
from newsclaims.syntax.mark_letters import (
    as_amended,
    converted,
    editorial,
    in_passing,
    mark,
    name_tail,
    semicolon_list,
    shared_possession,
    some_day,
    suspended,
)
from newsclaims.syntax.name_months import in_title, is_surname
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import rows
from newsclaims.words.phrases import join_phrase, phrases
from newsclaims.words.sentence import Token

_TAGS: Final = {
    "DT": "d", "PDT": "d", "PRP$": "p", "WP$": "O", "CD": "c", "JJ": "j", "JJR": "j", "JJS": "j",
    "NN": "n", "NNS": "n", "NNP": "N", "NNPS": "N", "POS": "s", "RB": "r", "RBR": "r", "RBS": "r", "PRP": "q",
    "EX": "E", "VBD": "v", "VBP": "v", "VBZ": "v", "VB": "b", "VBG": "g", "VBN": "e", "MD": "m", "TO": "t",
    "HYPH": "h", "AFX": "j", "$": "$", "#": "$", "FW": "n", "IN": "P", "RP": "R", "WDT": "W", "WP": "W", "WRB": "Y",
    "CC": "C", "ADD": "n", "GW": "n", "LS": "_", "UH": "_", "SYM": "_",
}  # fmt: skip
_WORDS: Final = {tag: letter for tag, letter in _TAGS.items() if letter not in "h_"}
"""The tags that make the letter whatever the token is; the others are looked at by ``mark``."""
_VERB_TAGS: Final = ("VBD", "VBP", "VBZ", "VBN", "VB", "VBG")


def _verbs(finite: str, forms: str, **other: str) -> dict[str, dict[str, str]]:
    """Return the letters of an auxiliary's forms by tag."""
    found = {form: {"VBD": finite, "VBP": finite, "VBZ": finite} for form in forms.split()}
    for form, letter in other.items():
        found[form] = {**found.get(form, {}), **{tag: letter for tag in _VERB_TAGS if tag not in found.get(form, {})}}
    return found


@cache
def _closed() -> dict[str, dict[str, str]]:
    """Return the letters of grammatical words: word -> tag -> letter, with ``""`` for any other tag."""
    found: dict[str, dict[str, str]] = {}
    found |= _verbs("B", "is are was were am 're 'm", be="u", been="x", being="z")
    found |= _verbs("H", "has have had 've", have="a", having="G")
    found |= _verbs("D", "does did do")
    found["'s"] = {"VBZ": "B", "POS": "s", "PRP": "q"}
    found["'"] = {"POS": "s", **dict.fromkeys(("``", "''", *_VERB_TAGS), "")}  # "that he ‘means it,’ but"
    found["’"] = found["'"]
    found["'ve"]["VB"] = "a"
    found["'d"] = {"MD": "m", "VBD": "H"}
    found["that"] = {"IN": "Q", "WDT": "W", "DT": "k", "RB": "r"}
    for word in ("not", "n't", "never"):
        found[word] = {"": "o"}
    for word in word_class("determiners"):
        found[word] = {"DT": "k", "PDT": "k", "NN": "k", "CC": "w"}
    for word in ("last", "next", "many", "few", "several", "most", "more", "much", "less"):
        found[word] = {"DT": "k", "JJ": "k", "JJR": "k", "JJS": "k"}
    found["next"]["IN"] = "k"  # "will appear next month"
    for word in ("what", "whatever", "whoever"):
        found[word] = {"WP": "K", "WDT": "K"}
    for word in word_class("quantifying"):
        found[word] = {"RB": "w"}
    found["about"]["JJ"] = "w"
    found["half"] = {"DT": "k", "PDT": "k", "NN": "n"}
    found["of"] = {"IN": "f"}
    found["by"] = {"IN": "y"}
    for sign in "―‒|~·":
        found[sign] = {"": "-"}
    found["ago"] = {"RB": "i", "IN": "i"}
    found["vs"] = found["vs."] = {"VB": "P", "VBP": "P", "VBZ": "P"}
    for word, kind in _rows("subordinators"):
        found[word] = {"IN": "S" if kind == "only" else "A"}
    for word in ("although", "because", "unless", "whereas"):
        found[word]["NNP"] = "S"  # "for this reason: Although he won"
    for word, kind in _rows("time_nouns"):
        letter = "T" if kind == "day" else "Z"
        found[word] = {"NN": letter, "NNS": letter, "NNP": letter, "NNPS": letter}
    for word, _, share in _rows3("participle_adjectives"):
        if int(share) >= 50:
            found[word] = {"VBG": "L", "VBN": "l"}
    for base, past, participles in _rows3("irregular_verbs"):
        for form in set(participles.split()) - {base, "-", *past.split()}:
            found.setdefault(form, {"VBD": "e"})  # "the side beaten by Lowton", whatever the tagger says
    for sign in CURRENCY:
        found[sign] = {"": "$"}
    return found


def _rows(name: str) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in rows("words", name)]


def _rows3(name: str) -> list[tuple[str, str, str]]:
    return [(row[0], row[1], row[2]) for row in rows("words", name)]


def _again(tokens: list[Token], comma: int) -> bool:
    """Tell whether an adverb is said twice, the comma between parts nothing: `very, very small`, `never, ever`."""
    before, behind = tokens[comma - 1], tokens[min(comma + 1, len(tokens) - 1)]
    return before.tag == "RB" and (before.lower == behind.lower or (before.lower, behind.lower) == ("never", "ever"))


def _either_way(tokens: list[Token], index: int) -> bool:
    """Tell whether *plus or minus* and a number stand there."""
    words = [one.lower for one in tokens[index : index + 3]]
    return words == ["plus", "or", "minus"] and index + 3 < len(tokens) and tokens[index + 3].tag == "CD"


def letters(tokens: list[Token], marks: dict[int, str]) -> tuple[str, list[int]]:
    """Return the sentence as letters and, for every letter, the index of its token.

    Quotation marks are left out, but for those that open or close speech (``marks``).
    """
    closed = _closed()
    contextual, placed = word_class("contextual"), word_class("placed")
    openings = phrases()
    found: list[str] = []
    kept: list[int] = []
    openers: list[int] = []
    joined = -1
    modified = 0  # where the quoted words end that stand for an adjective
    listed = semicolon_list(tokens)
    described: dict[int, str] = {}  # letters of adjectives in a row, none for the commas between them
    for index, token in enumerate(tokens):
        if index == joined or index < modified:
            continue
        if index in listed:  # "Residents of Lowton; Marle, near Bell; and Harford left"
            if listed[index]:
                found.append(listed[index])
                kept.append(index)
            continue
        if token.text == "," and found and found[-1] in "jn":
            described |= run(tokens, index, found)
        if index in described:
            if described[index]:
                found.append(described[index])
                kept.append(index)
            continue
        if index in marks and marks[index] == "entitled":  # "the song “Come Home Soon”": a name
            found.append("N")
            kept.append(index)
            continue
        if index in marks and marks[index] == "modifier":  # "a “so what” attitude": one adjective
            modified = next(at for at in range(index, len(tokens)) if marks.get(at) == "modified") + 1
            found.append("j")
            kept.append(index + 1)
            continue
        lower = token.lower
        if lower == "," and index and tokens[index - 1].lower == "whether" and found and found[-1] in "SAY":
            continue  # "is investigating whether, Reed, who fled, is linked to it"
        if lower == "," and found and found[-1] == "N" and name_tail(tokens, index):
            continue
        if lower == "as" and found and found[-1] in "Nnc)" and as_amended(tokens, index):
            modified = index + 2
            continue
        if lower == "," and found and found[-1] == "s" and (end := shared_possession(tokens, index - 1)):
            modified = end
            continue
        if lower == "+" and [one.text for one in tokens[index + 1 : index + 3]] == ["/", "-"]:
            modified = index + 3  # "was +/-3 points"
            continue
        if lower == "plus" and _either_way(tokens, index):
            found.append("w")  # "is plus or minus 4 points"
            kept.append(index)
            modified = index + 3
            continue
        if lower == "," and index and _again(tokens, index):
            continue  # "a very, very smart man", "has never, ever paid"
        if lower == "if" and found and found[-1] in "ncj" and at_most(tokens, index):
            found.append("C")
            kept.append(index)
            modified = index + 2
            continue
        if lower == "than" and found and found[-1] in "jr" and than_foreseen(tokens, index):
            found[-1], modified = "j", index + 2  # "better than expected results"
            continue
        if lower == "would" and found and found[-1] in "dps" and would_be(tokens, index):
            found.append("j")
            kept.append(index)
            modified = index + 2
            continue
        if lower == "one" and found and found[-1] in "Pt" and some_day(tokens, index):
            found[-1], modified = "t", index + 2
            continue
        if lower in ("(", "[") and (end := editorial(tokens, index)):
            modified = end
            continue
        if lower == "(" and found and found[-1] in "nc" and (end := converted(tokens, index)):
            modified = end
            continue
        if lower == "(" and found and found[-1] in "dps" and (end := in_passing(tokens, index)):
            modified = end
            continue
        special = closed.get(lower)
        if special is not None:
            letter = special.get(token.tag)
            if letter == "T" and token.text == "march":
                letter = "n"  # "the annual march"
            elif letter == "T" and found and found[-1] == "N" and is_surname(tokens, index):
                letter = "N"  # "Theresa May said"
            elif letter in ("T", "Z") and found and found[-1] in "NT" and in_title(tokens, index, found):
                letter = "N"  # "the Monday Night Football show"
            if letter is None:
                letter = special.get("") or _TAGS.get(token.tag) or "_"
            if letter == "k" and lower == "that" and opens_clause(tokens, index):
                letter = "Q"  # "but that today's vote was needed"
        else:
            letter = _WORDS.get(token.tag)
            if letter is None:
                letter = mark(tokens, index)
        before = found[-1] if found else ","
        if before == "N" and letter in "fyP" and inside_name(tokens, index):
            letter = "N"
        if letter in FIRST_LETTERS or lower in FIRST_WORDS:
            letter = first_look(tokens, index, letter, before, found)
        if letter in READINGS and (lower in contextual or depends(tokens, index, letter, before)):
            letter = in_context(tokens, index, letter, before)
        if letter not in SETTLED or before in "hTZ" or lower in placed:
            letter = second_look(tokens, index, letter, before, found, placed)
        if letter in ("e", "v") and before in "WQ" and lower[-2:] == "ed" and described_plural(tokens, index):
            found[-1], letter = "Q", "l"  # "evidence that organized criminal groups are near"
        if (before == "h" or letter in "mH") and glued_auxiliary(tokens, index):
            letter = "n"  # "a must-have", "a has-been"
        if letter == "-" and found and suspended(tokens, index):
            joined, found[-1], letter = index + 1, "j", ""
        if not letter and index in marks:
            letter = "«" if marks[index] == "opening" else "»"
        if letter:
            if lower in openings:
                openers.append(len(found))
            found.append(letter)
            kept.append(index)
    if len(tokens) >= SHORTEST and FINITE.isdisjoint(found) and (lost := only(tokens)) > 0 and lost in kept:
        found[kept.index(lost)] = "v"  # "The firm bid $16 a share"
    line = join_amounts(tokens, found, kept)
    for at in openers:
        join_phrase(tokens, found, kept, at)
    return "".join(found) if openers or "ct" in line else line, kept
