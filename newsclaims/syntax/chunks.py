"""Noun chunks and verb chunks: the chunks from which claims, speakers and roles are built.

Every token becomes one letter, after its tag or, for grammatical words, after the word itself; a sentence is then a
short string, and a chunk is a regular expression over it (Abney 1991, "Parsing by chunks").  Quotation marks get no
letter, so that they never break a chunk.  All repetitions are bounded, so time is linear in the sentence.
"""

from __future__ import annotations

from typing import Final

from newsclaims.syntax.chunk_grammar import grammar, subject
from newsclaims.syntax.verbal_forms import hyphened_verb
from newsclaims.syntax.vocabulary import word_class
from newsclaims.syntax.word_classes import letters
from newsclaims.table import words
from newsclaims.words.frames import verb_frame
from newsclaims.words.lemmas import lemma
from newsclaims.words.sentence import Sentence

FINITE: Final = "finite"
INFINITIVE: Final = "infinitive"
BARE: Final = "bare"
ING: Final = "ing"
PARTICIPLE: Final = "participle"
NOUN: Final = "noun"
PRONOUN: Final = "pronoun"
THERE: Final = "there"
ADJECTIVE: Final = "adjective"
ADVERB: Final = "adverb"
PREPOSITION: Final = "prep"
SUBORDINATOR: Final = "sub"
THAT: Final = "that"
RELATIVE: Final = "rel"
WH: Final = "wh"
CONJUNCTION: Final = "and"
COMMA: Final = "comma"
DASH: Final = "dash"
STOP: Final = "stop"
OTHER: Final = "other"
OPENING: Final = "opening"
CLOSING: Final = "closing"
MODIFIER: Final = "modifier"
MODIFIED: Final = "modified"
ENTITLED: Final = "entitled"
VERBS: Final = frozenset((FINITE, INFINITIVE, BARE, ING, PARTICIPLE))
NOUNS: Final = frozenset((NOUN, PRONOUN, THERE))
_ALONE: Final = {
    letter: kind
    for kind, those in (
        (PREPOSITION, "Pfy"), (SUBORDINATOR, "SA"), (THAT, "Q"), (RELATIVE, "W"), (WH, "KY"), (CONJUNCTION, "C"),
        (COMMA, ","), (DASH, "-;:()"), (STOP, "."), (PRONOUN, "q"), (THERE, "E"),
        (OPENING, "«"), (CLOSING, "»"),
    )
    for letter in those
}  # fmt: skip
"""The letters that no other part of the grammar begins with, unless a hyphen or the rest of a phrase follows."""


_FINITE: Final = ("VBD", "VBZ", "VBP", "MD")
_MANY: Final = frozenset({"dozens", "hundreds", "millions", "scores", "tens", "thousands"})
NO_MARKS: Final[dict[int, str]] = {}


class Chunk:
    """Tokens ``first`` to ``last`` (exclusive) of a sentence; ``head`` is the index of its head word.

    ``kind`` is one of the constants of this module; ``shape`` holds the letters of its tokens.
    """

    __slots__ = ("first", "head", "kind", "last", "shape")

    def __init__(self, kind: str, first: int, last: int, head: int, shape: str) -> None:
        self.kind = kind
        self.first = first
        self.last = last
        self.head = head
        self.shape = shape

    def __repr__(self) -> str:
        return f"{self.kind}[{self.first}:{self.last}]{self.shape}"


def _counts(sentence: Sentence, token: int, shape: str) -> bool:
    """Tell whether a number stands behind a participle, or a word for a large one: `injured 30`, `killed dozens`."""
    verb, behind = sentence.tokens[token], sentence.tokens[token + 1 : token + 2]
    many = shape[1:2] in ("c", "$") or (len(behind) == 1 and behind[0].lower in _MANY)
    return many and verb.lower.endswith("ed") and verb_frame(lemma(verb.lower, "VBN")).object >= 50


def _year_opens(sentence: Sentence, token: int, shape: str) -> bool:
    """Tell whether a year behind a fronted preposition says when, and the subject follows: `In 2014 Reed won the seat`.

    A finite verb then comes before any comma; but `In 2014 elections, Reed won the seat`.
    """
    tokens = sentence.tokens
    year = tokens[token].text
    if len(shape) < 2 or len(year) != 4 or not year.isdigit() or year[0] not in "12":
        return False
    if token > 1 and tokens[token - 2].tag not in (",", ":", "CC", "``", "IN"):
        return False
    for behind in tokens[token + 1 : token + 16]:
        if behind.tag in _FINITE:
            return True
        if behind.tag in (",", ":", ".", "WDT", "WP", "TO") or behind.lower == "that":
            break
    return False


def _placed(sentence: Sentence, line: str, at: int, token: int) -> int:
    """Return how many letters before a verb say where what stands before them is done: `who lives nearby | called`."""
    lower = sentence.tokens[token].lower
    if lower == "next" and line[at + 1 : at + 2] == "r":
        return 2
    return 1 if at and line[at - 1] in "vbg" and lower in word_class("whereabouts") else 0


def _how_many(sentence: Sentence, found: list[Chunk], token: int) -> bool:
    """Tell whether an adverb belongs to *many* or *all* behind it; *so* behind a comma does not."""
    adverb, tokens = found[-1], sentence.tokens
    if adverb.kind != ADVERB or adverb.last != adverb.first + 1:
        return False
    much = tokens[token].lower in ("few", "little", "many", "much")
    word, comma = tokens[adverb.first].lower, adverb.first > 0 and tokens[adverb.first - 1].text == ","
    if word in ("so", "too"):
        return much and not (word == "so" and comma)
    return word in ("almost", "nearly", "practically", "virtually") and tokens[token].lower in ("all", "every")


def _many(sentence: Sentence, token: int) -> bool:
    """Tell whether a noun says how many there are of the time behind it: `a couple months ago`."""
    return sentence.tokens[token].lower in ("couple", "dozen") or sentence.tokens[token].tag != "NN"


def _numbered(sentence: Sentence, token: int) -> bool:
    """Tell whether a part of a match or season with its number stands behind a fronted preposition: `In round five`."""
    tokens = sentence.tokens
    fronted = token < 2 or tokens[token - 2].tag in (",", ":", "CC", "``")
    named = token + 2 < len(tokens) and tokens[token + 2].tag == "NNP"
    return fronted and named and tokens[token].lower in word_class("stages")


def _next_clause(sentence: Sentence, line: str, end: int, shape: str, found: list[Chunk]) -> int:
    """Return how many letters of an adjective chunk stand before *and* and another clause's subject; else all.

    Behind a linking verb `late, and local` is no whole where a noun and its verb follow: `was late, and local staff
    left`.
    """
    joint = shape.rfind("C")
    if joint < 1 or not subject().match(line, end) or not _linked(sentence, found):
        return len(shape)
    return joint - (shape[joint - 1] == ",")


def _who_says(sentence: Sentence, line: str, at: int, shape: str, found: list[Chunk]) -> int:
    """Return how many letters stand before a comma and who says what they are: `was dead, | staff said`; else 0."""
    comma = shape.rfind(",")
    apart = comma > 0 and not shape[:comma].strip("rwjlL,C") and subject().match(line, at + comma + 1)
    return comma if apart and _linked(sentence, found) else 0


def _linked(sentence: Sentence, found: list[Chunk]) -> bool:
    """Tell whether a linking verb stands right before, or an adverb behind one."""
    verb = next((chunk for chunk in reversed(found[-2:]) if chunk.kind != ADVERB), None)
    base = sentence.tokens[verb.head].lemma if verb is not None and verb.kind == FINITE else ""
    return base == "be" or base in words("words", "linking_verbs")


def chunks(sentence: Sentence, marks: dict[int, str] = NO_MARKS) -> list[Chunk]:
    """Return all chunks of a sentence from left to right; every token but quotation marks is in one.

    ``marks`` are the tokens that open or close quoted speech (``OPENING``, ``CLOSING``): they are chunks too.
    """
    line, kept = letters(sentence.tokens, marks)
    found = []
    match = grammar().match
    at, length = 0, len(line)
    while at < length:
        kind = _ALONE.get(line[at])
        if kind is not None and (at + 1 == length or line[at + 1] not in "h+"):
            token = kept[at]  # most chunks are a word alone: no need to try the grammar
            found.append(Chunk(kind, token, token + 1, token, line[at]))
            at += 1
            continue
        here = match(line, at)
        assert here is not None  # any letter is a chunk
        end = here.end()
        kind = here.lastgroup or OTHER
        shape = line[at:end]
        if shape[0] == "e" and at and line[at - 1] in ",C" and not shape[1:].strip("N"):
            end = at + 1  # ", accused Ann Reed of fraud": a participle before a bare name is no part of it
            kind, shape = PARTICIPLE, "e"
        if kind == NOUN and "," in shape and (part := _who_says(sentence, line, at, shape, found)):
            end, kind, shape = at + part, ADJECTIVE, shape[:part]
        if kind == NOUN and shape[0] in "ejl" and at and line[at - 1] == "C" and _counts(sentence, kept[at], shape):
            end = at + 1  # "killed two and injured 30", "and displaced thousands"
            kind, shape = PARTICIPLE, "e"
        if kind == NOUN and at and line[at - 1] in "PyA" and shape[0] == "c" and _year_opens(sentence, kept[at], shape):
            end = at + 1  # "In 2014 Reed won the seat"
            shape = "c"
        if kind == NOUN and at and line[at - 1] == "P" and shape[:2] == "nc" and _numbered(sentence, kept[at]):
            end, shape = at + 2, "nc"  # "In round five Reed won"
        if kind == NOUN and shape[-2:] == "nZ" and line[end : end + 1] == "i" and not _many(sentence, kept[end - 2]):
            end, shape = end - 1, shape[:-1]  # "began this dispute | years ago"
        if (
            kind == PRONOUN
            and shape + line[end : end + 1] == "kk"
            and sentence.tokens[kept[at]].lower in ("all", "both")
        ):
            end, shape = end + 1, "kk"  # "the key to all this"
        if kind == NOUN and shape[-2:] == "nZ" and sentence.tokens[kept[end - 1]].lower == "moments":
            end, shape = end - 1, shape[:-1]  # "missed two shots | moments later"
        if (
            kind == INFINITIVE
            and shape[-2:] in ("hj", "hn")
            and not hyphened_verb(sentence.tokens, kept[at], kept[end - 1], line[end : end + 1])
        ):
            end = at + 1  # "exposure to low-priority alerts"
            kind, shape = PREPOSITION, shape[0]
        if kind == FINITE and shape[0] == "r" and (placed := _placed(sentence, line, at, kept[at])):
            end, kind, shape = at + placed, ADVERB, "r" * placed  # "The man who lives nearby | called the police"
        if kind == PARTICIPLE and shape[1:2] == "h" and shape[0] in "nj":
            kind = ADJECTIVE  # "poised and self-assured"
        if kind == ADJECTIVE and "C" in shape:
            part = _next_clause(sentence, line, end, shape, found)
            end, shape = at + part, shape[:part]  # "was late, | and local officials left"
        head = end - 1
        if kind == NOUN and shape[-2:] == "NN" and sentence.tokens[kept[head]].tag == "POS":
            head -= 1  # "Macy's closed a store"
        if kind == NOUN and marks.get(kept[head]) == ENTITLED:
            title = next((place for place in range(head, at, -1) if marks.get(kept[place]) != ENTITLED), at)
            head = title if line[title] == "n" else head  # "the movie “River of Men,” which"
        if kind in VERBS and shape[-1] in "oR":
            head = at + max(len(shape.rstrip("oR")), 1) - 1  # "is not", "pick up"
        first = kept[at]
        if kind in (NOUN, PRONOUN) and found and found[-1].last == first and _how_many(sentence, found, first):
            first, shape = found.pop().first, "w" + shape  # "too | many people"
        found.append(Chunk(kind, first, kept[end - 1] + 1, kept[head], shape))
        at = end
    return found
