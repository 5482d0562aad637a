"""What a letter is in the light of its neighbours: looks at a word before and after those of ``ambiguous_classes.py``.

Each line is a rule of its own, with an example; they are asked in their order, and the letter that one gives is what
the next one sees.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from newsclaims.syntax.adjective_places import adjective, beside_adjectives
from newsclaims.syntax.ambiguous_classes import in_context
from newsclaims.syntax.amount_letters import CURRENCY, whose_sign
from newsclaims.syntax.behind_adverbs import finite, predicts
from newsclaims.syntax.contrary_tags import (
    behind_content,
    ends_name,
    first_noun,
    named,
    no_participle,
    no_verb,
    only_verb,
)
from newsclaims.syntax.describing import (
    acting,
    aged,
    bidding,
    bound_to,
    described_as,
    describing,
    helped,
    keeps_doing,
    made_to,
    moved,
    noun_follows,
    ranging,
    third_past,
    went_on,
)
from newsclaims.syntax.idiom_letters import spread, streamed
from newsclaims.syntax.neighbours import tags
from newsclaims.syntax.noun_or_verb import acts_alone, compounded, doubled, to_do
from newsclaims.syntax.places import behind_speech, governs, in_place
from newsclaims.syntax.verbal_forms import verbal
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.preferences import noun_subject
from newsclaims.words.sentence import Token

_DETERMINING: Final = frozenset({"CD", "DT", "PRP$"})
FIRST_LETTERS: Final = frozenset(("b", "B", "e", "j", "l", "n", "N", "s", "t", "v", ""))
"""The letters that a rule of the first look is about; of those that are about any, ``FIRST_WORDS`` has the word."""
FIRST_WORDS: Final = frozenset(("after", "am", "likely", "v."))
SETTLED: Final = frozenset("PfqCcpBHDmsEQWKYSAZORuxzGo.;-")
"""The letters that no rule of the second look is about, but those of what stands in its place."""


def first_look(tokens: list[Token], index: int, letter: str, before: str, found: list[str]) -> str:
    """Return the letter of a token whose neighbours show that its tag is wrong, before its class is asked."""
    token = tokens[index]
    lower = token.lower
    if letter in "bv" and token.text[0].isupper() and tags(tokens, index + 1, "NNP") and before in "Nr":
        letter, found[-1:] = named(tokens, index, letter, before)
    if lower == "chief" and before == "P" and len(found) > 1 and found[-2] in "nN" and tokens[index - 1].lower == "in":
        found[-1], letter = "n", "n"  # "the commander in chief"
    again = lower == "after" and index and tokens[index - 1].lower == tokens[min(index + 1, len(tokens) - 1)].lower
    if again and tokens[index - 1].tag[:2] in ("NN", "RB", "JJ"):
        found[-1] = "n"
        return "h"  # "fired round after round of gas"
    if letter == "s" and tags(tokens, index + 1, "RB") and [t.lower for t in tokens[index + 2 : index + 3]] == ["been"]:
        letter = "B"  # "your car's probably been sold"
    if letter in "bejl" and before in "rwkC,n":
        letter = finite(tokens, index, letter, found)
    if letter == "n" and before in "nN" and token.tag == "NNS" and predicts(tokens, index):
        letter = "v"  # "The bank forecasts that prices will rise"
    if letter in ("v", "b") and not index and first_noun(tokens):
        letter = "n" if letter == "v" else "N"  # "Claims that the vote was rigged are false", "Trump himself left"
    if letter == "e" and before in "bevx" and behind_content(tokens, index):
        letter = "v"  # "Reports that Reed had fled angered voters"
    if letter in ("v", "e", "b") and before == "n" and bidding(tokens, index):
        letter = "n"  # "lost his reelection bid this month"
    if letter in "nNj" and before in "nNcZTjlL" and "/" in lower and "." in lower:
        return "_"  # an address: "the best team pic.twitter.com/a1 in town"
    if lower[-5:] == "bound" and letter in "nj" and before in "vbge" and lower in word_class("bound-ways"):
        return letter if tags(tokens, index + 1, "NN", "NNS") else "r"  # "continued northbound"
    if lower == "likely" and before in "om" and tags(tokens, index + 1, "VB"):
        return "r"  # "would not likely harm it"
    if (
        letter == "t"
        and before == "n"
        and tags(tokens, index + 1, "CC")
        and noun_frame(tokens[index - 1].lemma).infinitive >= 4
    ):
        return "R"  # "had good reason to and did"
    if before == "E" and (letter == "s" or (letter == "B" and lower == "'s")):
        perfect = [one.lower for one in tokens[index + 2 : index + 3]] == ["been"]
        letter = "H" if perfect else "B"  # "There's also been a rise", "There's uncertainty"
    if letter == "B" and before in "KY" and lower == "'s" and tags(tokens, index + 1, "PRP"):
        letter = "H" if tags(tokens, index + 2, "VBN") else letter  # "What's he done?"
    if letter == "v" and before == "C" and lower == "lives" and tags(tokens, index + 1, "TO", ".", ","):
        letter = "n" if tokens[index - 2].tag == "NNS" else letter  # "their homes and lives to be at stake"
    if letter == "n" and before in "nN" and acts_alone(tokens, index):
        letter = "v"  # "something needs to be done"
    if letter == "s" and len(lower) == 1 and index and tokens[index - 1].end < token.start:
        return ""  # "says Holt 'dead wrong'": a quotation mark, whatever the tagger says
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
    if letter == "v" and token.tag == "VBP" and (before == "v" or (before in "nN" and compounded(tokens, index))):
        letter = "n"  # "Court blocks plan to close mines"
    if letter == "v" and index == 1 and before == "n" and doubled(tokens):
        letter = "n"  # "Term limits prevent it"
    return letter


def depends(tokens: list[Token], index: int, letter: str, before: str) -> bool:
    """Tell whether a letter may be another one where it stands, so that `in_context` is to be asked."""
    token = tokens[index]
    lower = token.lower
    return (
        (letter == "n" and (before in "Nq" or tokens[index - 1].lower == "longer"))
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
        or (letter in "TZ" and token.text[0].isupper() and (before in "dc" or (before == "N" and lower == "today")))
        or (letter == "v" and before in "BTZ" and (before != "B" or tokens[index - 1].lower == "'s"))
        or (letter == "g" and ("-" in lower or before in "dps"))
        or (letter == "n" and before == "r" and tokens[index - 1].tag == "RBS")
        or (letter in "PR" and before == "h")
        or (letter == "j" and before in "dp" and index + 1 < len(tokens) and tokens[index + 1].tag == "$")
        or (letter == "P" and lower == "on" and before in "vbge")
    )


def second_look(
    tokens: list[Token], index: int, letter: str, before: str, found: list[str], placed: Collection[str]
) -> str:
    """Return the letter of a token behind its context: participles, adjectives, names and what goes with them."""
    token = tokens[index]
    lower = token.lower
    if letter == "y" and before == "h" and tokens[index - 2].lower in ("passer", "passers"):
        letter = "n"  # "a passer-by said"
    if lower == "stream" and before in "bjn" and streamed(tokens, index):
        found[-1] = "r"
        return "b"  # "will live stream the match"
    if lower == "wide" and before == "h" and found[-2:-1] == ["n"] and found[-3:-2] != ["h"] and spread(tokens, index):
        found[-2] = found[-1] = "R"
        return "R"  # "serves clients world-wide"
    if letter == "e" and before in "Bo" and tags(tokens, index + 1, "NNS") and described_as(tokens, index):
        letter = "j"  # "were not credentialed media"
    if letter == "w" and before == "n" and lower in ("over", "under") and aged(tokens, index):
        letter = "P"  # "gave it to people over 70"
    if letter == "w" and before == "_" and tokens[index - 1].lower == "well":
        found[-1] = "w"  # "Well over half of the staff"
    letter = verbal(tokens, index, letter, before)
    if letter == "g" and (before in "cPfy+vb,Cj" or not index) and describing(tokens, index, before in "cvb"):
        letter = "L"  # "hid in surrounding villages", "faces ballooning losses"
    if letter == "e" and lower == "gone" and before in "Bux" and not tags(tokens, index + 1, "JJ", "RP", "TO"):
        letter = "j"  # "The money is gone"
    if letter == "e" and index and tokens[index - 1].tag == "''":
        letter = behind_speech(tokens, index)
    if letter == "r" and lower in ("better", "worse") and before in "nNq" and tags(tokens, index + 1, "NN", "NNS"):
        letter = "j"  # "gives workers better pay"
    if letter == "g" and lower in word_class("not-participles"):
        letter = "n"
    if letter in "jn" and before == "t" and lower in word_class("verb-prefixes") and tags(tokens, index + 1, "HYPH"):
        letter = "r" if tags(tokens, index + 3, "DT", "PRP", "PRP$") else letter
    if letter == "t" and before == "j" and ranging(tokens, index):
        letter = "j"  # "mild to severe burns"
    apart = tags(tokens, index + 1, "RP") and lower in words("words", "verb_bases")  # "is going to map out a path"
    if letter == "n" and before == "t" and (apart or bound_to(tokens, index) or to_do(tokens, index)):
        letter = "b"  # "is set to peak in the next days", "sold land to service the debt"
    if letter in "rj_" and (before in "mt" or found[-2:] == ["t", "r"]) and governs(tokens, index):
        letter = "b"  # "voted to fine the firm", whatever the tagger says
    if letter in "jn" and found[-3:] == ["t", "r", "h"]:
        letter = "b"  # "stood there to pre-empt it"
    if letter == "e" and before == "q" and acting(tokens, index, found[-2:-1]):
        letter = "v"  # "rose after it named Reed, a banker, as chief"
    if letter == "e" and lower[:2] == "un" and before != "H" and token.lemma not in words("words", "verb_bases"):
        letter = "j"  # "is running unopposed"
    if letter == "e" and (lower == token.lemma or before == "c" or tags(tokens, index + 1, "TO", "IN")):
        letter = no_participle(tokens, index, before)
    if letter == "g" and before in "crjl":
        letter = no_verb(tokens, index, found)
    if letter == "k" and lower == "next" and [token.lower for token in tokens[index + 1 : index + 3]] == ["of", "kin"]:
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
    if letter == "j" and before in "vb" and helped(tokens, index):
        letter = "b"  # "helped free the hostages"
    told = found[-2:-1] == ["Q"] or found[-3:-1] == ["Q", "d"]
    if letter in "jn" and before == "n" and told and only_verb(tokens, index):
        letter = "v"  # "hopes that talks resume"
    if letter == "v" and before == "Q" and token.tag == "VBZ" and _noun_of_clause(tokens, index):
        letter = "n"  # "said that reports that he had left were false"
    if lower == "alleged" and letter in "ve" and before in "CPfd,":
        described = index + 1 < len(tokens) and tokens[index + 1].tag in ("JJ", "NNS")
        letter = "j" if described else letter  # "the war and alleged extrajudicial killings"
    if letter == "r" and before in "js" and lower in word_class("quarters"):
        letter = "n"  # "India's remote northeast"
    if letter == "r" and before in "jnN" and lower == "forward" and tags(tokens, index + 1, "VBD", "VBZ", "NNP"):
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
    if before in "nk" and lower in ("else", "less", "more") and tokens[index - 1].lower in word_class("indefinite"):
        than = letter == "k" and tags(tokens, index + 1, "IN")  # "nothing more than words"
        letter = "j" if than else "R" if letter == "r" and lower == "else" else letter  # "had nothing else lined up"
    if letter == "n" and before == "v" and lower[-3:] == "ing" and keeps_doing(tokens, index):
        letter = "g"  # "continues testing staff"
    if lower == "old" and letter == "j" and tokens[index - 1].lower in ("month", "year") and index > 2:
        return letter if tags(tokens, index + 1, "NN", "NNS", "NNP", "JJ", "VBG") else "n"  # "the 45-year old said"
    if before == "h" and tokens[index - 1].lower == "after":
        return "n"
    if letter == "n" and before in "TZ" and lower in words("words", "verb_bases") and _owed("".join(found[-6:])):
        letter = "b"  # "will this morning check it", "will on Monday vote"
    if letter == "N" and lower in word_class("creeds") and beside_adjectives(tokens, index):
        letter = "j"  # "leaders from Christian, Islamic and Jewish communities"
    if letter == "j":
        letter = adjective(tokens, index, before)
    elif (
        before == "h"
        and lower == "on"
        and tokens[index - 2].lower == "head"
        and tags(tokens, index + 1, "IN", ".", ",")
    ):
        found[-2] = found[-1] = letter = "r"  # "collided head-on with a car"
    elif before == "h" and letter == "r" and lower[-2:] == "ly" and found[-2:-1] in (["n"], ["j"]):
        found[-2] = found[-1] = "r"  # "self-consciously"
    elif before in "hTZ" or letter in "gdv" or lower in placed or letter == "N":
        letter = in_place(tokens, index, letter, found)
    if letter == "," and before == "r" and found[-2:-1] == [","] and _inserted(tokens, index):
        found[-2] = letter = "r"  # "it, too, had lost"
    return letter


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


def _owed(before: str) -> bool:
    """Tell whether letters end in a modal and a time, behind which its verb comes: `will on Monday | vote`."""
    return before.rstrip("TZc").rstrip("kdPr")[-1:] == "m"
