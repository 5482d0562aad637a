"""Forms in -ing, in -s and the like that are another part of speech than their tag says, by the words beside them.

Each line is a rule of its own, with an example, as in ``letter_rules.py``, which asks them.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.syntax.neighbours import tags
from newsclaims.syntax.noun_or_verb import NOMINAL_TAGS
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import rows, words
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.known import adjectival
from newsclaims.words.preferences import noun_subject
from newsclaims.words.sentence import Token

_ENDS: Final = (".", ",", ":", "CC", "IN", "TO", "RB", "RP")
_FINITE: Final = ("VBD", "VBP", "VBZ")


def verbal(tokens: list[Token], index: int, letter: str, before: str) -> str:
    """Return the letter of a token as its neighbours show it, the same letter where nothing is known better."""
    token = tokens[index]
    lower = token.lower
    if letter == "r" and lower[-3:] == "bly" and tags(tokens, index + 1, "NN", "NNS"):
        ordered = before in "dpj" or (before == "r" and tokens[index - 1].lower in ("first", "last"))
        letter = "j" if ordered else letter  # "took his first wobbly steps"
    if letter == "r" and before == "r" and index > 2 and tokens[index - 1].lower == tokens[index - 3].lower:
        letter = "j" if tags(tokens, index + 1, "NN", "NNS") else letter  # "a very, very long walk"
    if letter == "n" and before == "C" and tags(tokens, index + 1, "TO") and tags(tokens, index + 2, "VB"):
        refuses = verb_frame(token.lemma).infinitive >= 30 and noun_frame(token.lemma).infinitive < 4
        letter = "b" if refuses and token.tag == "NN" else letter  # "could reverse the rules or decline to appeal"
    if letter == "n" and before == "C" and token.tag == "NNS" and lower[-1] == "s" and index + 1 < len(tokens):
        acts = tokens[index + 1].lower in ("him", "them") and token.lemma in words("words", "verb_bases")
        letter = "v" if acts else letter  # "makes pumps and sells them"
    if letter in "bv" and before in "jrw" and token.tag in ("VB", "VBP") and tags(tokens, index + 1, "NN", "NNS"):
        compared = index > 1 and tokens[index - 1].tag in ("JJR", "RBR") and tags(tokens, index - 2, *_FINITE)
        letter = "n" if compared else letter  # "faced longer hold times"
    if letter == "e" and before == "r" and index > 2 and tokens[index - 1].lower == "ever":
        asks = tokens[index - 2].tag == "PRP" and tokens[index - 3].lemma == "have"
        letter = "v" if asks else letter  # "Have you ever seen anything like it?"
    if letter == "P" and lower == "beyond" and before == "C" and tags(tokens, index + 1, ",", "."):
        letter = "r"  # "In Lowton and beyond, Reed is known"
    if letter == "g" and lower == "pending" and before in "NTZenr" and index + 1 < len(tokens):
        letter = "P" if tokens[index + 1].tag in NOMINAL_TAGS else letter  # "was held pending a hearing"
    if letter == "g" and before == "n" and tags(tokens, index + 1, "NN") and tags(tokens, index + 2, "POS"):
        letter = "n"  # "the cloud computing giant's results"
    if letter == "n" and before == "R" and lower[-3:] == "ing" and tokens[index - 2].lemma in ("end", "wind"):
        letter = "g" if tokens[index - 1].lower == "up" else letter  # "ended up handing it over"
    if letter in "veb" and lower in ("cut", "hike", "rise") and before in "nh" and _by_so_much(tokens, index):
        letter = "n"  # "expects a 50 basis points cut"
    if (
        letter == "g"
        and before == ","
        and index > 2
        and tokens[index - 2].tag == "JJ"
        and tags(tokens, index + 1, "NNS")
    ):
        letter = "L" if tokens[index - 3].tag in ("DT", "IN", "PRP$") else letter  # "in dusty, spinning conditions"
    if letter == "e" and before in "vbgl," and index and tags(tokens, index + 1, ",", "NN", "NNS"):
        letter = "l" if _first_quality(tokens, index) else letter  # "makes motorized, retractable awnings"
    if letter in "gL" and before == "q" and tags(tokens, index + 1, "TO") and tokens[index - 1].lower == "it":
        letter = "j" if tokens[index - 2].lemma in ("find", "make") else letter  # "made it challenging to reach them"
    if letter == "n" and before in "nN" and token.tag == "NNS" and _acts_on(tokens, index):
        letter = "v"  # "as the slump in oil eats into profits", "The law grants citizens the right to vote"
    if letter in "ev" and lower == "cut" and before == "n" and _cut_by(tokens, index):
        letter = "n"  # "an output cut by the group"
    if letter == "v" and before == "n" and token.tag == "VBZ" and _named_thing(tokens, index):
        letter = "n"  # "a defect involving plastic covers for boats"
    if letter == "v" and before in "nN" and token.tag == "VBZ" and tags(tokens, index + 1, "NN") and _no_verb(token):
        letter = "n"  # "at Lowton's magistrates court"
    if letter == "v" and before == "W" and token.tag == "VBZ" and _second_verb(tokens, index):
        letter = "n"  # "a project that neighbors fiercely oppose"
    if letter == "n" and before == "Z" and token.tag == "NNS" and tags(tokens, index + 1, "TO"):
        letter = "v" if _plans(tokens, index) else letter  # "A man held for 33 months plans to sue"
    if (
        lower in ("say", "says")
        and letter == "n"
        and before in "nN"
        and tags(tokens, index + 1, ".", "PRP", "DT", "IN")
    ):
        letter = "v"  # "It is ill, sources close to the family say."
    if letter == "g" and before == "+" and lower in word_class("growing") and tags(tokens, index + 1, "NNS"):
        letter = "L"  # "in light of increasing attacks"
    if letter == "g" and before in "vbe" and lower in word_class("funding") and tags(tokens, index + 1, "IN", ",", "."):
        letter = "n" if verb_frame(tokens[index - 1].lemma).ing < 4 else letter  # "must increase spending on schools"
    if letter == "d" and before == "n" and token.text == "The" and tags(tokens, index + 1, "NNP", "NNPS"):
        letter = "N" if tags(tokens, index - 2, "PRP$") else letter  # "said its ship The Harriet was hit"
    if letter == "v" and lower == "means" and tokens[index - 1].text in ('"', "”") and _in_quotes(tokens, index - 2):
        letter = "n"  # "the “least restrictive” means of control"
    if lower in ("enough", "less", "little") and letter in "jr" and before in "vb":
        says = verb_frame(tokens[index - 1].lemma).that >= 60 and tags(tokens, index + 1, "VBD", "VBZ", "VBP", "MD")
        letter = "k" if says else letter  # "Experts say little is known about it"
    if lower == "needs" and letter == "n" and before == "k" and tokens[index - 1].lower in ("less", "more", "much"):
        done = tags(tokens, index + 1, "TO") and index + 2 < len(tokens) and tokens[index + 2].lower == "be"
        letter = "v" if done else letter  # "says more needs to be done"
    if lower == "once" and letter == "r" and before in "nN" and tags(tokens, index + 1, "VBN"):
        letter = "S"  # "will lead an honest life once released"
    if letter == "g" and lower == "following" and before == "d" and tags(tokens, index + 1, ":", ".", ","):
        letter = "n"  # "told us the following: stay calm"
    if letter in "ev" and before in "nj" and tokens[index - 1].lower == "net" and tags(tokens, index + 1, "NN", "NNS"):
        letter = "l" if lower[-2:] == "ed" else letter  # "net realized capital gains"
    if letter == "g" and before in "nc" and lower in word_class("yielding") and tokens[index - 1].text == "%":
        letter = "L" if tags(tokens, index + 1, "NN", "NNS") else letter  # "produces 10% operating margins"
    if letter == "g" and lower == "visiting" and before in "vb" and tags(tokens, index + 1, "JJ", "NNP"):
        frame = verb_frame(tokens[index - 1].lemma)
        letter = "L" if frame.object >= 40 and not frame.ing else letter  # "told visiting French minister Alain Roux"
    if letter == "n" and before in "nN" and token.tag == "NNS" and tokens[index - 1].text in ('"', "“"):
        acts = tags(tokens, index + 1, "DT", "PRP$", "PRP") and token.lemma in words("words", "verb_bases")
        letter = "v" if acts else letter  # "said such talk “fans the flames”"
    if letter == "g" and tokens[index - 1].lower == "chief" and tags(tokens, index + 1, "NN", "NNP"):
        letter = "L" if tokens[index + 1].lower == "officer" else letter  # "president and chief operating officer"
    if letter == "g" and before == "Q" and index > 1 and tags(tokens, index + 1, "IN", ".", ",", "CC"):
        doubted = tokens[index - 2].tag[:2] == "VB" and verb_frame(tokens[index - 2].lemma).that < 40
        letter = "n" if doubted and noun_subject(lower).total >= 5 else letter  # "questioned that finding"
    if letter == "n" and before == "n" and index > 1 and tokens[index - 2].tag == "MD" and _asked(tokens, index):
        letter = "b"  # "Should guards assault reporters?"
    if letter == "g" and before == "f" and index > 1 and tokens[index - 2].lower in word_class("done-much"):
        letter = "n" if _done_alone(tokens, index) else letter  # "did a lot of thinking"
    if letter == "e" and before == "h" and tokens[index - 2].lower in ("ill", "well") and not _done_by(tokens, index):
        letter = "j"  # "images are well-formed"
    if letter == "j" and before in "Hx" and lower in past_participles() and tags(tokens, index + 1, *_ENDS):
        letter = "e"  # "has shrunk", "has been shrunk to five inches"
    if letter in "jl" and before == "B" and lower[-2:] == "ed" and _of_many(tokens, index):
        letter = "e"  # "he's respected court orders"
    if letter in "gn" and before in "BuxrwC" and index > 1 and _ends_there(tokens, index):
        return "j" if _predicated(tokens, index, letter, before) else letter  # "is refreshing and fun"
    if letter == "v" and before == "n" and lower == "cut" and tags(tokens, index + 1, "VBD", "VBZ", "MD", "VBP"):
        letter = "n"  # "The rate cut came late"
    return letter


def hyphened_verb(tokens: list[Token], opener: int, index: int, behind: str) -> bool:
    """Tell whether a word with a hyphen behind *to* is a verb: `is to fast-track it`; no `ties to free-market firms`.

    ``behind`` is the letter of what follows: a determiner or a name is an object.
    """
    prior, prefix = tokens[opener - 1] if opener else tokens[0], tokens[index - 2]
    bound = opener > 0 and prior.tag in ("NN", "NNS") and noun_frame(prior.lemma).infinitive < 20
    named = tokens[index].tag == "NN" and prefix.tag in ("JJ", "NN") and (not behind or behind not in "dpkqcN")
    return not (bound and named) and tokens[index].lower in words("words", "verb_bases")


def _first_quality(tokens: list[Token], index: int) -> bool:
    """Tell whether a participle and an adjective, or two participles, describe the object of the verb before them."""
    at = index
    if tokens[at - 1].text == ",":
        at -= 2  # the second one of them: "sells used, refurbished phones"
    elif (
        not tags(tokens, at + 1, ",") or not tags(tokens, at + 2, "JJ", "VBN") or not tags(tokens, at + 3, "NN", "NNS")
    ):
        return False
    verb = tokens[at - 1] if at > 0 and tags(tokens, at, "VBN", "JJ") else tokens[index]
    return verb.tag in ("VB", "VBD", "VBP", "VBZ", "VBG") and verb_frame(verb.lemma).object >= 40


def _named_thing(tokens: list[Token], index: int) -> bool:
    """Tell whether a form in -s ends the object of an -ing form: `a defect involving plastic covers for its boats`."""
    at = index - 1
    while at > index - 4 and tokens[at].tag in ("NN", "JJ"):
        at -= 1
    frame = verb_frame(tokens[at].lemma)
    takes = tokens[at].tag == "VBG" and at < index - 1 and frame.object >= 50 and frame.that < 12
    return takes and tags(tokens, index + 1, "IN") and noun_subject(tokens[index].lemma).total >= 3


def _acts_on(tokens: list[Token], index: int) -> bool:
    """Tell whether a form in -s behind a singular is a verb: its preposition follows, or two objects of a giver."""
    if tokens[index - 1].tag not in ("NN", "NNP") or index + 2 >= len(tokens):
        return False
    behind, lemma_ = tokens[index + 1], tokens[index].lemma
    if f"{lemma_} {behind.lower}" in word_class("acting-on"):
        return True
    given = behind.tag in ("NN", "NNS", "NNP", "PRP") and tokens[index + 2].tag in ("DT", "PRP$")
    return given and verb_frame(lemma_).two_objects >= 5


def _cut_by(tokens: list[Token], index: int) -> bool:
    """Tell whether *cut* with its article ends a noun of its own and *by* says whose it is, not by how much."""
    thing = tokens[index - 1].lower in word_class("cut-things")
    article = any(token.lower in ("a", "an", "another") for token in tokens[max(0, index - 4) : index - 1])
    behind = [token.tag for token in tokens[index + 1 : index + 3]]
    return thing and article and behind[0:1] == ["IN"] and tokens[index + 1].lower == "by" and behind[1:] != ["CD"]


def _no_verb(token: Token) -> bool:
    """Tell whether news knows a form in -s as a plural, and no verb that it could be of."""
    known = token.lemma in words("words", "verb_bases") or verb_frame(token.lemma).total
    return not known and noun_subject(token.lemma).total >= 5


def _done_by(tokens: list[Token], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1].lower == "by"


@cache
def past_participles() -> frozenset[str]:
    """Return the irregular participles that are hardly ever adjectives: `shrunk`, not `drunk`, `broken`, `lost`."""
    forms = (form for _, _, several in rows("words", "irregular_verbs") for form in several.split())
    return frozenset(form for form in forms if not adjectival(form))


def _of_many(tokens: list[Token], index: int) -> bool:
    """Tell whether a form in -ed behind *he's* or *she's* stands before a plural, which one person cannot be."""
    if index < 2 or tokens[index - 1].lower != "'s" or tokens[index - 2].lower not in ("he", "she"):
        return False
    at = index + 1
    while tags(tokens, at, "JJ", "NN") and tags(tokens, at + 1, "NN", "NNS"):
        at += 1
    return tags(tokens, at, "NNS")


def _ends_there(tokens: list[Token], index: int) -> bool:
    """Tell whether nothing stands behind a word that it could govern, or that it could describe."""
    if tags(tokens, index + 1, "TO"):
        return tags(tokens, index + 2, "VB")
    return index + 1 == len(tokens) or tags(tokens, index + 1, ".", ",", ":", "CC") or tokens[index + 1].lower == "for"


def _predicated(tokens: list[Token], index: int, letter: str, before: str) -> bool:
    """Tell whether a word is an adjective behind *be*: what moves minds, `is very engaging`, or what *and* joins to it.

    A noun by its tag is one behind *and*, an adjective and *be*: `is cheap and fun`.
    """
    moves = tokens[index].lower in word_class("moving-adjectives")
    at = index - 1
    if before == "C" and at > 1:
        moved = tokens[at - 1].lower in word_class("moving-adjectives")
        noun = letter == "n" and tokens[index].tag == "NN" and adjectival(tokens[index].lower)
        moves = (moved or tokens[at - 1].tag == "JJ") and (moves or noun or (moved and letter == "g"))
        at -= 2
    while moves and at > 0 and tokens[at].tag == "RB":
        at -= 1
    return moves and (tokens[at].lemma == "be" or tokens[at].lower == "'s")


def _asked(tokens: list[Token], index: int) -> bool:
    """Tell whether a noun between two plurals behind a modal is the verb of a question, which ends the sentence."""
    between = tokens[index - 1].tag == "NNS" and tags(tokens, index + 1, "NNS", "DT", "PRP", "PRP$")
    known = between and tokens[index].lower in words("words", "verb_bases")
    return known and any(token.text == "?" for token in tokens[index : index + 20])


def _done_alone(tokens: list[Token], index: int) -> bool:
    """Tell whether a form in -ing has no object behind it, but for a time: `a lot of thinking that day`."""
    if not tags(tokens, index + 1, "DT", "PRP$", "PRP", "NN", "NNS", "NNP", "CD", "JJ", "WP"):
        return True
    return index + 2 < len(tokens) and tokens[index + 2].lower in words("words", "time_nouns")


def _second_verb(tokens: list[Token], index: int) -> bool:
    """Tell whether the verb of a relative clause follows, so that the form in -s before it is its subject."""
    at = index + 1 + tags(tokens, index + 1, "RB")
    acts = tokens[index].lemma not in word_class("bare-after")  # "who helps run it"
    return acts and tags(tokens, at, "VBP") and noun_subject(tokens[index].lemma).total >= 1


def _in_quotes(tokens: list[Token], at: int) -> bool:
    """Tell whether an adjective ends quoted words that a determiner or preposition stands before."""
    first = at
    while first > 0 and tokens[first].text not in ('"', "“") and at - first < 4:
        first -= 1
    return tags(tokens, at, "JJ") and first > 0 and tokens[first - 1].tag in ("DT", "IN", "PRP$")


def _plans(tokens: list[Token], index: int) -> bool:
    """Tell whether a form in -s behind a time is the only finite verb so far, one of intending."""
    told = any(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in tokens[:index])
    held = any(token.tag == "VBN" for token in tokens[:index]) and tokens[0].tag not in ("IN", "JJ")
    return held and not told and verb_frame(tokens[index].lemma).infinitive >= 20


def _by_so_much(tokens: list[Token], index: int) -> bool:
    """Tell whether *a*, a number and a unit stand before a change: `a 50 basis points cut`, `a 25-point rise`."""
    at = index - 1
    while at > 0 and at > index - 6 and tokens[at].tag in ("HYPH", "NN", "NNS"):
        at -= 1
    return at > 0 and tokens[at].tag == "CD" and tokens[at - 1].lower in ("a", "an", "another")
