"""Numbers that make one amount are one number among the letters: `two to three weeks`, `between 20 and 30 people`."""

from __future__ import annotations

from typing import Final

from newsclaims.pattern import compiled
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import entries
from newsclaims.words.phrases import share_at
from newsclaims.words.preferences import verb_takes
from newsclaims.words.sentence import Token

_RANGE: Final = compiled(r"(?<=c)(?<!P\$c)t(?=\$?c)")
"""*To* between two numbers is part of one amount: `two to three weeks`."""


_BETWEEN: Final = compiled(r"(?<![^,Cve])Pc{1,2}Cc{1,2}(?=[jnN])|(?<![^,Cveb])P\$c{1,2}C\$c{1,2}")
"""*Between* two numbers and what is counted is part of one amount: `between 20 and 30 people were hurt`."""
_REPEATED: Final = compiled(r"(?<=c)(?<!Pc)(?<!Pcc)ntc{1,2}n")
"""A unit said with both numbers of a range: `26 cents to 30 cents`."""
_HALF: Final = compiled(r"[jkr]A(?=[nk]f)")
"""*More than* before *half of* is part of the amount: `said more than half of the pupils could read`."""

_TIMES: Final = compiled(r"cZ[SAP][jkrw](?=[jnN])")
"""How many times as much belongs to what is counted: `had ten times as many cases as before`."""

_FROM_THEN: Final = frozenset({"after", "ago", "before", "earlier", "later"})
_ROUND: Final = frozenset({"billions", "dozens", "hundreds", "millions", "scores", "tens", "thousands"})
CURRENCY: Final = frozenset("$£€¥₹₽₩₦")


def whose_sign(tokens: list[Token], index: int) -> bool:
    """Tell whether the token before a sign of money says whose it is: `US $5m`, `S$5m`, `GH¢5m`."""
    before = tokens[index - 1]
    touches = before.end == tokens[index].start and before.text.isupper() and len(before.text) < 5
    return touches or before.lower in word_class("dollars")


def join_amounts(tokens: list[Token], found: list[str], kept: list[int]) -> str:
    """Give the words between two numbers of one amount the letters of numbers; return all letters as a line."""
    line = "".join(found)
    if "Anf" in line or "Akf" in line:
        for amount in _HALF.finditer(line):
            at = amount.start()
            words = [tokens[kept[place]].lower for place in range(at, at + 3)]
            if words[0] in ("fewer", "less", "more") and words[1:] == ["than", "half"]:
                found[at : at + 2] = "w", "w"
                line = "".join(found)
    if "cZ" in line:
        for amount in _TIMES.finditer(line):
            at = amount.start()
            words = [tokens[kept[place]].lower for place in range(at + 1, at + 4)]
            if words in (["times", "as", "many"], ["times", "as", "much"]):
                found[at : at + 4] = "w", "w", "w", "j"
                line = "".join(found)
    if "cC" in line:
        for amount in _BETWEEN.finditer(line):
            if tokens[kept[amount.start()]].lower == "between":
                found[amount.start() : amount.end()] = ("w" + amount.group()[1:]).replace("C", "c")
                line = "".join(found)
    if "cntcn" in line:
        for amount in _REPEATED.finditer(line):
            first, second = amount.start(), amount.end() - 1
            if tokens[kept[first]].lower == tokens[kept[second]].lower:
                found[first : first + 2] = "c", "c"  # "26 cents to 30 cents per share"
    if "ct" in line:
        for amount in _RANGE.finditer(line):
            at = first = amount.start()
            while first and line[first - 1] in "c$":
                first -= 1
            change = first and line[first - 1] == "P" and tokens[kept[first - 1]].lower == "from"
            change = change or (first and line[first - 1] == "y" and _by_year(tokens, kept[first], kept[at + 1]))
            if not change and (line[at - 2 : at - 1] != "P" or tokens[kept[at - 2]].lower == "at"):
                found[at] = "c"  # "at 90 to 97 cents", but "from 90 to 97"
    return line


def _by_year(tokens: list[Token], first: int, second: int) -> bool:
    """Tell whether a number behind *by* is a year, for the next one is none: `will fall by 2030 to 32 percent`."""
    year, amount = tokens[first].text, tokens[second].text
    return (
        len(year) == 4 and year.isdigit() and year[:2] in ("19", "20") and not (len(amount) == 4 and amount.isdigit())
    )


def at_most(tokens: list[Token], index: int) -> bool:
    """Tell whether *if not* stands between two round amounts: `hundreds if not thousands of emails`."""
    if index + 2 >= len(tokens) or tokens[index + 1].lower != "not":
        return False
    return tokens[index - 1].lower in _ROUND and tokens[index + 2].lower in _ROUND


def than_foreseen(tokens: list[Token], index: int) -> bool:
    """Tell whether *than* and what was expected stand between a comparative and its noun: `better than expected sales`.

    Not where *be* stands before: `The rate is higher than normal rates`.
    """
    behind = [token.tag for token in tokens[index + 1 : index + 3]]
    if len(behind) < 2 or tokens[index - 1].tag not in ("JJR", "RBR") or behind[1] not in ("JJ", "NN", "NNS"):
        return False
    usual = tokens[index + 1].lower in word_class("foreseen") and tokens[index + 2].lower not in ("last", "this")
    at = index - 2
    while at > 0 and tokens[at].tag == "RB":
        at -= 1
    return usual and (at < 0 or tokens[at].lemma not in ("be", "become", "remain", "stay"))


def one_in(tokens: list[Token], index: int) -> bool:
    """Tell whether a share is told: two small numbers or number words, and who is counted or what they do."""
    behind = tokens[index + 1 : index + 3]
    counted = len(behind) > 1 and behind[0].tag == "CD" and behind[1].tag[:2] in ("NN", "JJ", "VB", "MD")
    return counted and all(word.isalpha() or len(word) < 3 for word in (tokens[index - 1].lower, behind[0].lower))


def span_at(tokens: list[Token], index: int) -> bool:
    """Tell whether a number or *a* stands before a unit of time: `in over a decade`, `in under two weeks`."""
    if index + 1 >= len(tokens) or not (tokens[index].tag == "CD" or tokens[index].lower in ("a", "an")):
        return False
    return entries("words", "time_nouns").get(tokens[index + 1].lower) == "unit"


def counts(tokens: list[Token], index: int, before: str) -> bool:
    """Tell whether *about* and the like stand before an amount, or before a way: `a hut about four miles from here`."""
    at = (
        index + 1
        if index < len(tokens) and (tokens[index].tag == "CD" or tokens[index].lower in ("a", "an"))
        else index
    )
    at += at < len(tokens) and at > index and tokens[at].lower in ("half", "quarter")
    way = index < at < len(tokens) - 1 and tokens[at].lemma in word_class("distances")
    if way and tokens[at + 1].lower in word_class("ways-off"):
        return True
    if before in "nN" and span_at(tokens, index) and index + 2 < len(tokens):
        return tokens[index + 2].lower in _FROM_THEN  # "kicked a goal about two seconds after it"
    return before in "vbgePtf,CrwoQSA_-(" and amount_at(tokens, index)


def amount_at(tokens: list[Token], index: int) -> bool:
    """Tell whether an amount begins at a token: digits, a sign of money, `half the`, `a dozen`, `a third of`."""
    if index >= len(tokens):
        return False
    first = index + (index + 1 < len(tokens) and tokens[index].text.isupper())  # "about S$5 million"
    if tokens[first].text in CURRENCY or tokens[index].text[0].isdigit():
        return True
    if span_at(tokens, index) and index + 2 < len(tokens) and tokens[index + 2].lower in _FROM_THEN:
        return True  # "left about three months after she came"
    if tokens[index].lower in ("one", "two") and index + 2 < len(tokens) and tokens[index + 2].lower == "of":
        return tokens[index + 1].lower.rstrip("s") in ("third", "quarter", "fifth")  # "own about one third of it"
    verb, word = tokens[index - 2], tokens[index - 1].lower  # "wrote about half the cases": of them
    if tokens[index].tag == "CD" and index + 2 < len(tokens) and tokens[index + 1].tag == "HYPH":
        part = tokens[index + 2].lower.rstrip("s").endswith(("third", "quarter", "fifth"))  # "about two-thirds of them"
        return part and (verb.tag[:2] != "VB" or verb_takes(verb.lemma, word) < 5)
    if span_at(tokens, index) and word == "about" and verb.tag[:2] == "VB" and verb_takes(verb.lemma, word) < 5:
        return True  # "lasted about three hours"
    return share_at(tokens, index) and (verb.tag[:2] != "VB" or verb_takes(verb.lemma, word) < 5)
