"""One letter a token: the alphabet over which groups are regular expressions.

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
r w       adverb; adverb of quantity (``nearly``), which may begin a noun group
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
+         second and later words of a preposition or fixed phrase (tables multiword_prepositions, fixed_predicatives)
========  =========================================================================================
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from newsclaims.table import rows, words
from newsclaims.words.frames import verb_frame
from newsclaims.words.phrases import join_phrase, phrases
from newsclaims.words.sentence import Token

_TAGS = {
    "DT": "d", "PDT": "d", "PRP$": "p", "WP$": "O", "CD": "c", "JJ": "j", "JJR": "j", "JJS": "j",
    "NN": "n", "NNS": "n", "NNP": "N", "NNPS": "N", "POS": "s", "RB": "r", "RBR": "r", "RBS": "r", "PRP": "q",
    "EX": "E", "VBD": "v", "VBP": "v", "VBZ": "v", "VB": "b", "VBG": "g", "VBN": "e", "MD": "m", "TO": "t",
    "HYPH": "h", "AFX": "j", "$": "$", "#": "$", "FW": "n", "IN": "P", "RP": "R", "WDT": "W", "WP": "W", "WRB": "Y",
    "CC": "C", "ADD": "n", "GW": "n", "LS": "_", "UH": "_", "SYM": "_",
}  # fmt: skip
_WORDS = {tag: letter for tag, letter in _TAGS.items() if letter not in "h_"}
"""The tags that make the letter whatever the token is; the others are looked at by ``_mark``."""
_MARKS = {
    ",": ",", ".": ".", "?": ".", "!": ".", "...": ".", "…": ".", ";": ";", ":": ";", "(": "(", ")": ")", "[": "(",
    "]": ")", "{": "(", "}": ")", "--": "-", "—": "-", "–": "-", "-": "-", "/": "C", "•": ";", "*": ";",
}  # fmt: skip
_QUOTES = frozenset('"“”„«»`‘') | {"``", "''"}
_NOMINAL_TAGS = frozenset({"DT", "PRP$", "NN", "NNS", "NNP", "JJ", "CD", "PRP"})
_CURRENCY = frozenset("$£€¥₹₽₩₦")
_QUANTIFYING = frozenset(
    [
        "about",
        "almost",
        "approximately",
        "around",
        "at",
        "barely",
        "exactly",
        "just",
        "nearly",
        "only",
        "over",
        "roughly",
        "under",
        "well",
    ]
)
_DETERMINERS = frozenset(
    [
        "this",
        "these",
        "those",
        "all",
        "some",
        "both",
        "any",
        "each",
        "none",
        "another",
        "either",
        "neither",
        "enough",
        "such",
    ]
)
_OVER = frozenset(["carry", "hand", "hold", "knock", "mull", "pass", "roll", "sign", "take", "think", "turn", "win"])
"""Verbs of which *over* is a part; behind others it is a preposition."""
_PROVIDING = frozenset({"assuming", "considering", "given", "granted", "provided", "providing", "supposing"})
_DIRECTIONS = frozenset(
    {"ahead", "apart", "aside", "away", "back", "down", "forward", "off", "out", "over", "together", "up"}
)
_VERB_TAGS = ("VBD", "VBP", "VBZ", "VBN", "VB", "VBG")


def _verbs(finite: str, forms: str, **other: str) -> dict[str, dict[str, str]]:
    """Return the letters of an auxiliary's forms by tag."""
    found = {form: {"VBD": finite, "VBP": finite, "VBZ": finite} for form in forms.split()}
    for form, letter in other.items():
        found[form] = {**found.get(form, {}), **{tag: letter for tag in _VERB_TAGS if tag not in found.get(form, {})}}
    return found


@cache
def _closed() -> Mapping[str, Mapping[str, str]]:
    """Return the letters of grammatical words: word -> tag -> letter, with ``""`` for any other tag."""
    found: dict[str, dict[str, str]] = {}
    found |= _verbs("B", "is are was were am 're 'm", be="u", been="x", being="z")
    found |= _verbs("H", "has have had 've", have="a", having="G")
    found |= _verbs("D", "does did do")
    found["'s"] = {"VBZ": "B", "POS": "s", "PRP": "q"}
    found["'"] = {"POS": "s", "``": "", "''": ""}
    found["’"] = found["'"]
    found["'ve"]["VB"] = "a"
    found["'d"] = {"MD": "m", "VBD": "H"}
    found["that"] = {"IN": "Q", "WDT": "W", "DT": "k", "RB": "r"}
    for word in ("not", "n't", "never"):
        found[word] = {"": "o"}
    for word in _DETERMINERS:
        found[word] = {"DT": "k", "PDT": "k", "NN": "k", "CC": "w"}
    for word in ("last", "next", "many", "few", "several", "most", "more", "much", "less"):
        found[word] = {"DT": "k", "JJ": "k", "JJR": "k", "JJS": "k"}
    found["next"]["IN"] = "k"  # "will appear next month"
    for word in ("what", "whatever", "whoever"):
        found[word] = {"WP": "K", "WDT": "K"}
    for word in _QUANTIFYING:
        found[word] = {"RB": "w"}
    found["about"]["JJ"] = "w"
    found["half"] = {"DT": "k", "PDT": "k", "NN": "n"}
    found["of"] = {"IN": "f"}
    found["by"] = {"IN": "y"}
    for mark in "―‒|~·":
        found[mark] = {"": "-"}
    found["ago"] = {"RB": "i", "IN": "i"}
    for word, kind in _rows("subordinators"):
        found[word] = {"IN": "S" if kind == "only" else "A"}
    for word, kind in _rows("time_nouns"):
        letter = "T" if kind == "day" else "Z"
        found[word] = {"NN": letter, "NNS": letter, "NNP": letter, "NNPS": letter}
    for word, _, share in _rows3("participle_adjectives"):
        if int(share) >= 50:
            found[word] = {"VBG": "L", "VBN": "l"}
    for base, past, participles in _rows3("irregular_verbs"):
        for form in set(participles.split()) - {base, "-", *past.split()}:
            found.setdefault(form, {"VBD": "e"})  # "the side beaten by Lowton", whatever the tagger says
    for mark in _CURRENCY:
        found[mark] = {"": "$"}
    return found


def _rows(name: str) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in rows("words", name)]


def _rows3(name: str) -> list[tuple[str, str, str]]:
    return [(row[0], row[1], row[2]) for row in rows("words", name)]


def letters(tokens: Sequence[Token]) -> tuple[str, list[int]]:
    """Return the sentence as letters and, for every letter, the index of its token; quotation marks are left out."""
    closed = _closed().get
    openings = phrases()
    tags = _WORDS.get
    found: list[str] = []
    kept: list[int] = []
    openers: list[int] = []
    for index, token in enumerate(tokens):
        lower = token.lower
        special = closed(lower)
        if special is not None:
            letter = special.get(token.tag)
            if letter is None:
                letter = special.get("") or _TAGS.get(token.tag) or "_"
        else:
            letter = tags(token.tag)
            if letter is None:
                letter = _mark(tokens, index)
        before = found[-1] if found else ","
        if letter == "v" and token.tag == "VBP" and before == "v":
            letter = "n"  # "Court blocks plan to close mines"
        if letter in _READINGS and (
            lower in _CONTEXTUAL
            or (letter == "n" and (before in "Nq" or tokens[index - 1].lower == "longer"))
            or (letter == "b" and before == "H")
            or (letter == "P" and before == "c" and lower == "in")
            or (letter == "v" and before == "B" and tokens[index - 1].lower == "'s")
            or (letter == "g" and "-" in lower)
        ):
            letter = _in_context(tokens, index, letter, before)
        if letter:
            if lower in openings:
                openers.append(len(found))
            found.append(letter)
            kept.append(index)
    line = "".join(found)
    if "ct" in line:
        for amount in _RANGE.finditer(line):
            found[amount.start()] = "c"
    for at in openers:
        join_phrase(tokens, found, kept, at)
    return "".join(found) if openers or "ct" in line else line, kept


_PAPERS = frozenset({"daily", "monthly", "weekly"})


def _clause_begins(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether *that* behind a verb of saying stands before a plural, or a noun and its verb."""
    if index == 0 or verb_frame(tokens[index - 1].lemma).that < 40:
        return False
    behind = [token.tag for token in tokens[index + 1 : index + 3]]
    return behind[:1] == ["NNS"] or (behind[:1] == ["NN"] and behind[-1] in ("MD", "VBD", "VBZ", "VBP"))


_FLOATING = frozenset({"all", "both", "each"})
_CONTEXTUAL = _FLOATING | _PAPERS | _PROVIDING | _DIRECTIONS
_CONTEXTUAL |= {
    "old",
    "own",
    "that",
    "about",
    "another",
    "around",
    "co",
    "following",
    "missing",
    "neither",
    "other",
    "re",
    "times",
    "under",
}
_RECIPROCAL = frozenset({("each", "other"), ("one", "another")})
_READINGS = frozenset("begjknPRrvw")


def _in_context(tokens: Sequence[Token], index: int, letter: str, before: str) -> str:
    """Return the letter of a word whose reading depends on its neighbours."""
    word = tokens[index].lower
    if index and (tokens[index - 1].lower, word) in _RECIPROCAL:
        return "n"  # "out of each other's waters"
    if letter == "e" or (letter == "g" and word in _PROVIDING):
        given = word in _PROVIDING and before in ",Crw" and index + 1 < len(tokens)
        return "S" if given and tokens[index + 1].lower == "that" else letter  # "given that the race is open"
    if word == "in":
        return "h" if _one_in(tokens, index) else letter  # "one in four patients"
    if letter == "v":
        return "e"  # "He's cost us the game"
    if letter == "b":
        return "e" if before == "H" and word.endswith(("en", "ed", "wn")) else letter  # "have retaken"
    if word in _FLOATING and before == "B" and index + 1 < len(tokens) and tokens[index + 1].tag in ("VBN", "VBG"):
        return "r"  # "were both indicted"
    if word == "that" and letter == "k" and before in "vbge" and _clause_begins(tokens, index):
        return "Q"  # "heard that staff had failed"
    if letter == "k":
        return "o" if word == "neither" and before in "qnNmHB" else letter  # "he neither spoke nor moved"
    if word == "old":
        noun = index + 1 == len(tokens) or tokens[index + 1].tag not in _NOMINAL_TAGS
        return "n" if before == "h" and noun else letter  # "the 42-year-old was arrested"
    if letter == "n" and before == "q" and _third_person(tokens, index):
        return "v"  # "It names the captain"
    if letter == "n" and before == "N" and tokens[index].tag == "NNS" and _that_follows(tokens, index):
        return "v" if verb_frame(tokens[index].lemma).that >= 40 else letter  # "Smith claims that he"
    if letter == "n" and index > 1 and tokens[index - 1].lower == "longer" and tokens[index - 2].lower == "no":
        return "v" if word in words("words", "verb_bases") else letter  # "the two no longer trade"
    if letter == "n" and word in ("co", "re") and index + 1 < len(tokens) and tokens[index + 1].tag == "HYPH":
        return "r"  # "co-authoring"
    if letter == "g" and "-" in word:
        return "L"  # "high-ranking officials"
    if word == "times" and before in "ck":
        return "Z"  # "three times"
    if word in ("about", "around", "over", "under") and before in "vbge" and _amount_follows(tokens, index):
        return "w"  # "wiped about $2 billion off its value"
    if word == "following" and (before in ",C" or _follows_event(tokens, index, before)):
        return "P"  # "..., following the vote", "rose following the vote"
    if word == "about" and before == "B" and index + 1 < len(tokens) and tokens[index + 1].tag == "TO":
        return "r"  # "is about to leave"
    if word == "off" and index + 1 < len(tokens) and tokens[index + 1].text[0].isupper():
        return "P"  # "sank off Malta"
    if word == "over" and before == "c" and tokens[index - 1].tag == "CD":
        return "P"  # "$9 billion over ten years"
    if word == "over" and before in "Bux" and (index + 1 == len(tokens) or tokens[index + 1].tag in (".", ",", "CC")):
        return "j"  # "the war is over"
    if word == "over" and before in "vbge" and _time_follows(tokens, index):
        return "P"  # "taken over the past two weeks"
    if word == "over" and before in "vbge" and tokens[index - 1].lemma not in _OVER:
        nominal = index + 1 < len(tokens) and tokens[index + 1].tag in _NOMINAL_TAGS
        return "P" if nominal else letter if letter in "Rrw" else "R"  # "rallied over issues"
    if word in _DIRECTIONS and before in "vbge":
        return "R"  # "go ahead", "look forward": what the verb means depends on it
    if word in _PAPERS and before in "nN" and index > 1 and _article_before(tokens, index):
        return "n"  # "The Lakeside daily said"
    if word == "own" and (before in "Wq" or (before == "n" and tokens[index - 1].tag == "NNS")):
        return "v"  # "people who own houses": the adjective stands behind a possessive
    if word == "missing" and (index + 1 == len(tokens) or tokens[index + 1].tag not in _NOMINAL_TAGS):
        return "j"  # "left 16 missing"
    return letter


_TIMES = frozenset({"coming", "course", "holidays", "last", "next", "past", "summer", "weekend", "winter", "years"})
"""Words right behind *the* by which a phrase with *over* says when."""


def _time_follows(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether *the past weeks*, *the next year*, *the weekend* follow; but "took over last week"."""
    behind = [token.lower for token in tokens[index + 1 : index + 4]]
    return behind[:1] == ["the"] and (not _TIMES.isdisjoint(behind[1:2]) or "weekend" in behind)


def _article_before(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether an article opens the name before the word and a verb follows."""
    opens = any(token.tag == "DT" for token in tokens[max(0, index - 5) : index - 1])
    return opens and index + 1 < len(tokens) and tokens[index + 1].tag in ("VBD", "VBZ")


def _follows_event(tokens: Sequence[Token], index: int, before: str) -> bool:
    """Tell whether *following* is a preposition behind a noun or a verb that takes no -ing form."""
    if before not in "nNZTv" or (before == "v" and verb_frame(tokens[index - 1].lemma).ing >= 4):
        return False
    return index + 1 < len(tokens) and tokens[index + 1].tag in ("DT", "PRP$")


def _third_person(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a form in -s is a verb: *he*, *she* or *it* before it opens a clause, and no verb follows."""
    opens = index < 2 or tokens[index - 2].tag in (",", ":", "CC", "``") or tokens[index - 2].lower == "that"
    if not opens or tokens[index - 1].lower not in ("he", "she", "it") or tokens[index].tag != "NNS":
        return False
    behind = tokens[index + 1].tag if index + 1 < len(tokens) else ""
    return tokens[index].lemma in words("words", "verb_bases") and behind[:2] not in ("VB", "MD")


def _one_in(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a share is told: two small numbers or number words, and who is counted or what they do."""
    behind = tokens[index + 1 : index + 3]
    if len(behind) < 2 or behind[0].tag != "CD" or behind[1].tag[:2] not in ("NN", "JJ", "VB", "MD"):
        return False
    return all(word.isalpha() or len(word) < 3 for word in (tokens[index - 1].lower, behind[0].lower))


def _that_follows(tokens: Sequence[Token], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1].lower == "that"


def _amount_follows(tokens: Sequence[Token], index: int) -> bool:
    return index + 1 < len(tokens) and (tokens[index + 1].text in _CURRENCY or tokens[index + 1].text[0].isdigit())


_RANGE = re.compile(r"(?<=c)(?<!Pc)(?<!P\$c)t(?=\$?c)")
"""*To* between two numbers is part of one amount: `two to three weeks`."""


def _mark(tokens: Sequence[Token], index: int) -> str:
    """Return the letter of a token that is no word: empty for quotation marks, ``h`` for hyphens inside words."""
    token = tokens[index]
    form = token.text
    if form in _QUOTES or token.tag in ("``", "''"):
        return ""
    if token.tag == "HYPH":
        return "h"
    if form in "-–‑" and 0 < index < len(tokens) - 1:
        glued = tokens[index - 1].end == token.start and tokens[index + 1].start == token.end
        return "h" if glued else "-"
    return _MARKS.get(form, "_")
