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

from newsclaims.syntax.ambiguous_classes import CURRENCY, READINGS, in_context
from newsclaims.syntax.amount_letters import join_amounts, whose_sign
from newsclaims.syntax.contrary_tags import ends_name, named, no_participle, no_verb, only_verb, opens_clause
from newsclaims.syntax.describing import (
    acting,
    aged,
    bidding,
    bound_to,
    describing,
    keeps_doing,
    made_to,
    moved,
    noun_follows,
    ranging,
    third_past,
    went_on,
)
from newsclaims.syntax.mark_letters import as_amended, mark, semicolon_list, suspended
from newsclaims.syntax.noun_or_verb import acts_alone
from newsclaims.syntax.places import adjective, behind_speech, governs, in_place, tags
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import rows, words
from newsclaims.words.frames import verb_frame
from newsclaims.words.phrases import join_phrase, phrases
from newsclaims.words.preferences import noun_subject
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
_DETERMINING: Final = frozenset({"CD", "DT", "PRP$"})
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
    found["'"] = {"POS": "s", "``": "", "''": ""}
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
    for index, token in enumerate(tokens):
        if index == joined or index < modified:
            continue
        if index in listed:  # "Residents of Lowton; Marle, near Bell; and Harford left"
            if listed[index]:
                found.append(listed[index])
                kept.append(index)
            continue
        if index in marks and marks[index] == "modifier":  # "a “so what” attitude": one adjective
            modified = next(at for at in range(index, len(tokens)) if marks.get(at) == "modified") + 1
            found.append("j")
            kept.append(index + 1)
            continue
        lower = token.lower
        if lower == "as" and found and found[-1] in "Nnc)" and as_amended(tokens, index):
            modified = index + 2
            continue
        special = closed.get(lower)
        if special is not None:
            letter = special.get(token.tag)
            if letter is None:
                letter = special.get("") or _TAGS.get(token.tag) or "_"
            if letter == "k" and lower == "that" and opens_clause(tokens, index):
                letter = "Q"  # "but that today's vote was needed"
        else:
            letter = _WORDS.get(token.tag)
            if letter is None:
                letter = mark(tokens, index)
        before = found[-1] if found else ","
        if letter in "bv" and token.text[0].isupper() and tags(tokens, index + 1, "NNP") and before in "Nr":
            letter, found[-1:] = named(tokens, index, letter, before)
        if letter in ("v", "e", "b") and before == "n" and bidding(tokens, index):
            letter = "n"  # "lost his reelection bid this month"
        if letter == "s" and before == "E":
            letter = "B"  # "There's uncertainty", whatever the tagger says
        if letter == "B" and before in "KY" and lower == "'s" and tags(tokens, index + 1, "PRP"):
            letter = "H" if tags(tokens, index + 2, "VBN") else letter  # "What's he done?"
        if letter == "v" and before == "C" and lower == "lives" and tags(tokens, index + 1, "TO", ".", ","):
            letter = "n" if tokens[index - 2].tag == "NNS" else letter  # "their homes and lives to be at stake"
        if letter == "n" and before in "nN" and acts_alone(tokens, index):
            letter = "v"  # "something needs to be done"
        if letter == "s" and before == "N" and ends_name(tokens, index):
            letter = "N"  # "Macy's closed a store"
        if letter == "e" and before == "N" and tokens[index - 1].tag == "POS":
            letter = "v"  # "rivals like Macy's failed"
        if lower == "v." and before == "N" and tags(tokens, index + 1, "NNP", "NNPS"):
            letter = "N"  # "cited Reed v. Holt"
        if lower == "am" and before == "c":
            letter = "T"  # "around 11 am"
        if letter == "v" and before == "c" and found[-2:-1] in (["p"], ["s"]) and lower == token.lemma:
            letter = "n" if len(tokens[index - 1].text) == 4 else letter  # "known for her 1990 hit Rain"
        if letter == "v" and token.tag == "VBP" and (before == "v" or (before in "nN" and _compounded(tokens, index))):
            letter = "n"  # "Court blocks plan to close mines"
        if letter in READINGS and (
            lower in contextual
            or (letter == "n" and (before in "Nq" or tokens[index - 1].lower == "longer"))
            or (letter == "b" and before in "HCt")
            or (letter == "n" and before == "n" and tags(tokens, index + 1, "IN") and tokens[index - 1].tag == "NNS")
            or (letter in "jn" and before in "Ct" and index + 1 < len(tokens) and tokens[index + 1].tag in _DETERMINING)
            or (letter == "n" and before in "jn" and index > 1 and tokens[index - 2].lower == "whose")
            or (before in ",g»" and token.tag in ("VBZ", "NNS"))
            or (letter == "n" and before == "," and tokens[min(index + 1, len(tokens) - 1)].lower == "that")
            or (letter == "v" and token.tag == "VBD" and (before in "Pfy" or (index < 6 and tokens[0].lower == "with")))
            or (letter == "v" and before in "nN" and index + 1 < len(tokens) and tokens[index + 1].tag == "TO")
            or (letter == "n" and before == "W" and token.tag == "NN")
            or (token.tag == "VBZ" and before in "nj" and tokens[min(index + 1, len(tokens) - 1)].tag == "NNP")
            or (letter == "P" and before == "c" and lower == "in")
            or (letter in "TZ" and before in "dc" and token.text[0].isupper())
            or (letter == "v" and before in "BTZ" and (before != "B" or tokens[index - 1].lower == "'s"))
            or (letter == "g" and ("-" in lower or before in "dps"))
            or (letter == "n" and before == "r" and tokens[index - 1].tag == "RBS")
            or (letter in "PR" and before == "h")
            or (letter == "j" and before in "dp" and index + 1 < len(tokens) and tokens[index + 1].tag == "$")
            or (letter == "P" and lower == "on" and before in "vbge")
        ):
            letter = in_context(tokens, index, letter, before)
        if letter == "y" and before == "h" and tokens[index - 2].lower in ("passer", "passers"):
            letter = "n"  # "a passer-by said"
        if letter == "w" and before == "n" and lower in ("over", "under") and aged(tokens, index):
            letter = "P"  # "gave it to people over 70"
        if letter == "w" and before == "_" and tokens[index - 1].lower == "well":
            found[-1] = "w"  # "Well over half of the staff"
        if letter == "g" and (before in "Pfy+vb,Cj" or not index) and describing(tokens, index, before in "vb"):
            letter = "L"  # "hid in surrounding villages", "faces ballooning losses"
        if letter == "e" and index and tokens[index - 1].tag == "''":
            letter = behind_speech(tokens, index)
        if letter == "g" and lower in word_class("not-participles"):
            letter = "n"
        if letter in "jn" and before == "t" and lower in word_class("verb-prefixes"):
            acts = index + 3 < len(tokens) and tokens[index + 3].tag in ("DT", "PRP", "PRP$")
            letter = "r" if acts and tokens[index + 1].tag == "HYPH" else letter
        if letter == "t" and before == "j" and ranging(tokens, index):
            letter = "j"  # "mild to severe burns"
        if letter == "n" and before == "t" and bound_to(tokens, index):
            letter = "b"  # "is set to peak in the next days"
        if letter in "rj_" and before in "mt" and index + 1 < len(tokens) and governs(tokens, index):
            letter = "b"  # "voted to fine the firm", whatever the tagger says
        if letter in "jn" and found[-3:] == ["t", "r", "h"]:
            letter = "b"  # "stood there to pre-empt it"
        if letter == "e" and before == "q" and acting(tokens, index, found[-2:-1]):
            letter = "v"  # "rose after it named Reed, a banker, as chief"
        if letter == "e" and lower[:2] == "un" and token.lemma not in words("words", "verb_bases"):
            letter = "j"  # "is running unopposed"
        if letter == "e" and (lower == token.lemma or tags(tokens, index + 1, "TO")):
            letter = no_participle(tokens, index, before)
        if letter == "g" and before in "crjl":
            letter = no_verb(tokens, index, found)
        if (
            letter == "k"
            and lower == "next"
            and [token.lower for token in tokens[index + 1 : index + 3]] == ["of", "kin"]
        ):
            letter = "n"
        if letter in "ejl" and before == "," and lower[-2:] == "ed" and third_past(tokens, index):
            letter = "v"  # "cut jobs, closed plants and fired staff"
        if letter == "e" and before in "r,C" and went_on(tokens, index):
            letter = "v"  # "ran the team and previously held senior roles"
        if letter in "elvj" and before in "djk" and lower in word_class("persons-by-state"):
            letter = letter if noun_follows(tokens, index) else "n"  # "arrested the accused unnecessarily"
        if letter == "b" and before == "C" and found[-4:-1] == ["n", ",", "n"] and noun_subject(lower).total:
            letter = "n"  # "no food, healthcare or shelter"
        if (letter == "n" and before in "Nnv") or (letter == "v" and before == "q" and lower == token.lemma):
            letter = "b" if made_to(tokens, index) else letter  # "made Reed turn over his phone"
        if letter == "v" and before in "Pv" and token.tag == "VBZ" and moved(tokens, index):
            letter = "n"  # "rose on hopes the bank would act"
        if letter in "jn" and before == "n" and found[-2:-1] == ["Q"] and only_verb(tokens, index):
            letter = "v"  # "hopes that talks resume"
        if letter == "v" and before == "Q" and token.tag == "VBZ" and _noun_of_clause(tokens, index):
            letter = "n"  # "said that reports that he had left were false"
        if lower == "alleged" and letter in "ve" and before in "CPfd,":
            described = index + 1 < len(tokens) and tokens[index + 1].tag in ("JJ", "NNS")
            letter = "j" if described else letter  # "the war and alleged extrajudicial killings"
        if letter == "r" and before in "js" and lower in word_class("quarters"):
            letter = "n"  # "India's remote northeast"
        if letter == "r" and before in "nN" and lower == "forward" and tags(tokens, index + 1, "VBD", "VBZ", "NNP"):
            letter = "n"  # "the Norway forward was offside"
        if letter == "g" and found[-2:-1] == ["h"] and before in "nTZ" and tags(tokens, index + 1, "NN", "NNS"):
            found[-1], letter = "j", "L"  # "the all-time leading scorer"
        if letter == "r" and lower == "much" and index + 1 < len(tokens) and tokens[index + 1].lower == "of":
            letter = "k"  # "control much of the north"
        if letter == "n" and before == "n" and found[-2:-1] == ["c"] and lower in word_class("dimensions"):
            letter = "j"  # "5ft 10in tall"
        if letter == "L" and before == "d" and tags(tokens, index + 1, "VBZ", "VBD", "MD"):
            letter = "n"  # "The ruling clears the way"
        if letter == "L" and before in ",nN" and index + 1 < len(tokens) and token.tag == "VBG":
            behind = tokens[index + 1]
            if before != "," and (behind.tag != "CD" or not tags(tokens, index + 2, "NN", "NNS")):
                behind = token  # but "with sales declining 1%"
            letter = "g" if behind.tag in _DETERMINING or behind.text in CURRENCY else "L"  # ", saving £4m a year"
        if letter == "L" and before == "p" and in_context(tokens, index, letter, before) == "n":
            letter = "n"  # "In its ruling the court found"
        if letter == "T" and before in "NLj" and tokens[index - 1].lower in word_class("named-days"):
            title = found[-2:-1] == ["N"]  # "starred in The Long Good Friday"
            found[-1], letter = ("N", "N") if title else ("j", "T")  # "closed on Good Friday"
        if letter == "$" and before in "Nqndj" and index and whose_sign(tokens, index):
            found[-1] = "$"  # "a US$1bn fund", "paid S$5m"
        if letter in ("e", "v") and lower == token.lemma and (before in "mD" or found[-2:] in (["D", "o"], ["m", "o"])):
            letter = "b"  # "did not set out to cheat", whatever the tagger says
        if letter == "r" and lower == "else" and before in "nk" and tokens[index - 1].lower in word_class("indefinite"):
            letter = "R"  # "had nothing else lined up"
        if letter == "n" and before == "v" and lower[-3:] == "ing" and keeps_doing(tokens, index):
            letter = "g"  # "continues testing staff"
        if letter == "j":
            letter = adjective(tokens, index, before)
        elif before == "h" and letter == "r" and lower[-2:] == "ly" and found[-2:-1] and found[-2] in "nj":
            found[-2] = found[-1] = "r"  # "self-consciously"
        elif before in "hTZ" or letter in "gdv" or lower in placed or letter == "N":
            letter = in_place(tokens, index, letter, found)
        if letter == "," and before == "r" and found[-2:-1] == [","] and _inserted(tokens, index):
            found[-2] = letter = "r"  # "it, too, had lost"
        if letter == "-" and found and suspended(tokens, index):
            joined, found[-1], letter = index + 1, "j", ""
        if not letter and index in marks:
            letter = "«" if marks[index] == "opening" else "»"
        if letter:
            if lower in openings:
                openers.append(len(found))
            found.append(letter)
            kept.append(index)
    line = join_amounts(tokens, found, kept)
    for at in openers:
        join_phrase(tokens, found, kept, at)
    return "".join(found) if openers or "ct" in line else line, kept


def _noun_of_clause(tokens: list[Token], index: int) -> bool:
    """Tell whether a form in -s behind *that* is a plural: a verb of saying stands before, or another *that* behind."""
    before = tokens[index - 2] if index > 1 else tokens[0]
    if before.tag[:2] != "VB":
        return False
    return tokens[min(index + 1, len(tokens) - 1)].lower == "that" or verb_frame(before.lemma).that >= 60


def _inserted(tokens: list[Token], index: int) -> bool:
    """Tell whether an adverb stands between commas, a pronoun and its verb: `it, too, had lost`."""
    if index < 3 or index + 1 >= len(tokens) or tokens[index - 2].text != ",":
        return False
    return tokens[index - 3].tag == "PRP" and tokens[index + 1].tag in ("VBD", "VBZ", "VBP", "MD")


def _introduces(tokens: list[Token], name: int) -> bool:
    """Tell whether a name is followed by what it says or did: `US Marines exercise director Ann Reed said`."""
    for token in tokens[name : name + 6]:
        if token.tag not in ("NNP", "NNPS"):
            return token.tag in ("VBD", "VBZ")
    return False


def _compounded(tokens: list[Token], index: int) -> bool:
    """Tell whether a plural verb between two singular nouns and a finite verb is a noun: `cannabis use disorder is`."""
    near = [token.tag for token in tokens[index + 1 : index + 3]]
    before = tokens[index - 1]
    if near in (["NN", "NNP"], ["JJ", "NNP"]) and before.tag in ("NNP", "NNPS"):
        return _introduces(tokens, index + 2)
    one = before.tag == "NN" or before.lower.endswith(("is", "us")) or (before.tag == "NNP" and index == 1)
    if not one:
        return False
    noun = len(near) == 2 and near[0] == "NN" and near[1] in ("MD", "VBD", "VBP", "VBZ")
    return noun and noun_subject(tokens[index].lemma).total >= 5 and verb_frame(tokens[index].lemma).that < 5
