"""The letters of signs: what a hyphen, dash, bracket, full stop or code of an instrument is where it stands."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import rows
from newsclaims.words.sentence import Token

_MARKS: Final = {
    ",": ",", ".": ".", "?": ".", "!": ".", "...": ".", "…": ".", ";": ";", ":": ";", "(": "(", ")": ")", "[": "(",
    "]": ")", "{": "(", "}": ")", "--": "-", "—": "-", "–": "-", "-": "-", "_": "-", "/": "C", "•": ";", "*": ";",
}  # fmt: skip
_QUOTES: Final = frozenset('"“”„«»`‘') | {"``", "''"}
_CODED: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789=")
_ACTING: Final = frozenset({"VBD", "VBZ", "VBP", "MD", "VB", "VBG", "WDT", "WP", "TO"})
_NAMING: Final = frozenset({"NNP", "NNPS", "DT"})
_ANSWERING: Final = frozenset({"answer", "say", "vote"})
_MOST_LISTED: Final = 30
_LONGEST_INSERTED: Final = 8
"""Tokens between square brackets at most."""
_PAIRED: Final = 60
"""Tokens between two dashes at most."""
_AFTER_STOP: Final = frozenset({",", ")", "]", ";"})


def mark(tokens: list[Token], index: int) -> str:
    """Return the letter of a token that is no word: empty for quotation marks, ``h`` for hyphens inside words."""
    token = tokens[index]
    form = token.text
    if form in _QUOTES or token.tag in ("``", "''"):
        return ""
    if token.tag == "HYPH" and not _alone(tokens, index):
        return "h"
    if _coded(tokens, index):
        return ""  # "Apple (AAPL.O) rose": a code says again what the name before it said
    if form == "+" and index and tokens[index - 1].end == token.start and tokens[index - 1].text[-1].isalpha():
        return ""  # "Canal+ said"
    if form in "[]" and _inserted(tokens, index):
        return ""  # "“[Reed] is late”": the word in brackets stands for another one
    if form == "," and index and _within_number(tokens, index):
        return ""  # "RM900,000"
    if form == "," and index and _dates_law(tokens, index):
        return ""  # "the Wages Act, 2011"
    if form == "." and index + 1 < len(tokens) and (tokens[index + 1].text in _AFTER_STOP or _initial(tokens, index)):
        return ""  # "(R-Mass.)", "in Lowton, Mass., said", "E. coli": the stop of an abbreviation
    if form in "-–‑" and 0 < index < len(tokens) - 1:
        glued = tokens[index - 1].end == token.start and tokens[index + 1].start == token.end
        return "h" if glued else "-"
    if form == "—" and 0 < index < len(tokens) - 1 and tokens[index - 1].text.isdigit():
        return ";" if tokens[index + 1].tag == "CD" and tokens[index + 1].text.isalpha() else "-"  # "May 3—nine days"
    if token.tag == "UH" and index and token.lower in ("no", "yes") and tokens[index - 1].lemma in _ANSWERING:
        return "q"  # "said no to the plan"
    return _MARKS.get(form, "_")


def _dates_law(tokens: list[Token], comma: int) -> bool:
    """Tell whether a comma stands between a law and its year: `the Wages Act, 2011`."""
    law, year = tokens[comma - 1], tokens[min(comma + 1, len(tokens) - 1)].text
    if len(year) != 4 or not year.isdecimal() or year[:2] not in ("17", "18", "19", "20"):
        return False
    behind = tokens[min(comma + 2, len(tokens) - 1)]
    opens = tokens[0].tag == "IN" and behind.tag in _ACTING  # "Under the Wages Act, 2011 was quiet"
    return not opens and law.text[0].isupper() and law.lower in word_class("laws")


def name_tail(tokens: list[Token], index: int) -> bool:
    """Tell whether a comma stands inside a name, before *Inc.* or *Jr.*, or between that and its verb.

    `Norvane, Inc. grew`, `Joe Holt, Jr., left`; or before the short form of a state.
    """
    tails, behind = word_class("name-tails"), tokens[index + 1 : index + 2]
    if behind and behind[0].lower in tails and behind[0].text[0].isupper():
        return True
    states = _states()
    if behind and behind[0].lower in states and behind[0].text[0].isupper() and tokens[index - 1].tag[:3] == "NNP":
        return True  # "protests in Lowton, N.C."
    last, comma = tokens[index - 1].lower, index > 2 and tokens[index - 2].text == ","
    if not comma or not behind or (last not in tails and last not in states):
        return False
    acts = behind[0].tag in ("VBD", "VBZ", "VBP", "MD")
    if last in tails:
        return acts
    first = index - 3
    while first > 0 and tokens[first].tag[:3] == "NNP":
        first -= 1
    beside = tokens[first].tag
    apart = beside == "," or (beside == "IN" and tokens[first - 1].text == ",")
    if acts or apart:
        return acts and not apart  # but "Norvane Corp., Erie, Pa., reported", "Ann Reed, of Erie, Pa., won"
    whole = behind[0].tag in ("NN", "NNS") or (behind[0].tag in ("JJ", "NNP") and beside == "DT")
    return whole and beside not in ("IN", "TO")  # "the Lowton, Okla., police"


@cache
def _states() -> frozenset[str]:
    """Return the short forms of states with a stop, as they stand behind a town: `Okla.`, `N.C.`"""
    return frozenset(row[1].lower() for row in rows("entities", "regions") if row[1][-1:] == ".")


def as_amended(tokens: list[Token], index: int) -> bool:
    """Tell whether *as amended* says which text of a law is meant, and nothing about what is said of it."""
    words = [token.lower for token in tokens[index + 1 : index + 3]]
    return words[:1] in (["amended"], ["revised"]) and words[1:] not in (["by"], ["in"], ["on"], ["to"])


def shared_possession(tokens: list[Token], index: int) -> int:
    """Return where commas end that set off a second possessor behind a possessive, 0 where they do not.

    `the mayor's, or any other mayor's, record`: what both have follows.
    """
    if index + 2 >= len(tokens) or tokens[index + 2].lower not in ("and", "but", "not", "or"):
        return 0
    end = next((at for at in range(index + 4, min(index + 10, len(tokens) - 2)) if tokens[at].tag == "POS"), 0)
    own = end and tokens[end + 1].text == "," and tokens[end + 2].tag in ("NN", "NNS", "JJ")
    return end + 2 if own else 0


def some_day(tokens: list[Token], index: int) -> bool:
    """Tell whether *one day* stands inside an infinitive: `hopes to one day win`."""
    words = [token.lower for token in tokens[index - 1 : index + 2]]
    return words == ["to", "one", "day"] and index + 2 < len(tokens) and tokens[index + 2].tag == "VB"


def editorial(tokens: list[Token], index: int) -> int:
    """Return where brackets end in which a writer says that he changed a quotation, `[emphasis added]`; 0 elsewhere."""
    words = [token.lower for token in tokens[index + 1 : index + 4]]
    note = words[:1] in (["emphasis"], ["italics"]) and words[1:2] in (["added"], ["mine"], ["ours"])
    return index + 4 if note and words[2:] in (["]"], [")"]) else 0


def converted(tokens: list[Token], index: int) -> int:
    """Return where brackets end that hold a measure in another unit, before the noun or adjective that goes on.

    `a 27-foot (8.2-meter) tall statue`; 0 elsewhere, as in `is 27 feet (8.2 meters) from the road`.
    """
    end = next((at for at in range(index + 2, min(index + 8, len(tokens) - 1)) if tokens[at].text == ")"), 0)
    if not end or tokens[index + 1].tag not in ("CD", "$") or tokens[end + 1].tag not in ("JJ", "NN", "NNS"):
        return 0
    measure = all(token.tag in ("$", "CD", "HYPH", "JJ", "NN", "NNS") for token in tokens[index + 1 : end])
    joined = index > 2 and tokens[index - 2].tag == "HYPH" and tokens[index - 3].tag == "CD"
    return end + 1 if measure and joined else 0


def in_passing(tokens: list[Token], index: int) -> int:
    """Return where brackets end in which a word or two describe the noun behind them, `its (brief) visit`, or 0."""
    end = next((at for at in range(index + 2, min(index + 4, len(tokens) - 1)) if tokens[at].text == ")"), 0)
    words = all(token.tag in ("JJ", "RB", "VBN") for token in tokens[index + 1 : end])
    return end + 1 if end and words and tokens[end + 1].tag in ("JJ", "NN", "NNS") else 0


def semicolon_list(tokens: list[Token]) -> dict[int, str]:
    """Return the letters of a list whose items semicolons part: a long subject before its verb, or names behind it.

    The semicolons are commas, and what commas part from an item (`Harford, west of Bell;`) has no letter.  There are
    two semicolons and more, *and* or *or* stands behind the last, and no verb in the items.
    """
    stops = [at for at, token in enumerate(tokens) if token.text == ";"]
    if not 2 <= len(stops) <= _MOST_LISTED or tokens[min(stops[-1] + 1, len(tokens) - 1)].tag != "CC":
        return {}
    first, last = stops[0], stops[-1]
    if any(token.tag in _ACTING for token in tokens[first:last]):
        return {}
    found = dict.fromkeys(stops, ",")
    if any(token.tag in _ACTING for token in tokens[:first]):
        names = all(token.tag in _NAMING for token in tokens[first + 1 : last] if token.text != ";")
        return found if names and not any(token.tag in _ACTING for token in tokens[last:]) else {}
    begin = 0
    for stop in stops:
        comma = next((at for at in range(begin, stop) if tokens[at].text == ","), stop)
        found |= dict.fromkeys(range(comma, stop), "")
        begin = stop + 1
    verb = next((at for at in range(last, len(tokens)) if tokens[at].tag in _ACTING), last)
    commas = [at for at in range(last, verb) if tokens[at].text == ","]
    if commas and commas[-1] == verb - 1 and len(commas) > 1:
        found |= dict.fromkeys(range(commas[0], verb), "")
    return found


def _alone(tokens: list[Token], index: int) -> bool:
    """Tell whether a dash has a space on either side, and so joins no words.

    Old corpora have spaces round hyphens too (`six - member team`): there a short one must come in a pair.
    """
    if not _apart(tokens, index):
        return False
    if index + 1 < len(tokens) and tokens[index + 1].tag in _OPENING:
        return True  # "has been passed - nine months after it failed"
    near = range(max(1, index - _PAIRED), min(len(tokens) - 1, index + _PAIRED))
    return tokens[index].text != "-" or any(
        at != index and tokens[at].text == "-" and _apart(tokens, at) for at in near
    )


_OPENING: Final = frozenset({"CD", "DT", "EX", "PRP", "PRP$", "WP", "WRB"})


def _apart(tokens: list[Token], index: int) -> bool:
    if not 0 < index < len(tokens) - 1:
        return False
    return tokens[index - 1].end < tokens[index].start and tokens[index].end < tokens[index + 1].start


def _coded(tokens: list[Token], index: int) -> bool:
    """Tell whether a token is the code of an instrument, or a bracket round one."""
    form = tokens[index].text
    if form in "(<":
        return index + 2 < len(tokens) and _code(tokens[index + 1]) and tokens[index + 2].text in ")>"
    if form in ")>":
        return index > 1 and tokens[index - 2].text in "(<" and _code(tokens[index - 1])
    return _code(tokens[index])


def _code(token: Token) -> bool:
    form = token.text
    return token.tag == "SYM" and len(form) > 2 and not form.isdigit() and form[-1] in _CODED


def _within_number(tokens: list[Token], index: int) -> bool:
    """Tell whether a mark stands between digits, without a space."""
    if not 0 < index < len(tokens) - 1:
        return False
    before, mark, behind = tokens[index - 1 : index + 2]
    return before.text[-1].isdigit() and behind.text[0].isdigit() and before.end == mark.start == behind.start - 1


def _initial(tokens: list[Token], index: int) -> bool:
    """Tell whether a full stop ends a single capital before a small letter, `E. coli`, or parts digits: `R7.5bn`."""
    if _within_number(tokens, index):
        return True
    before = tokens[index - 1].text if index else ""
    return len(before) == 1 and before.isupper() and before != "I" and tokens[index + 1].text[0].islower()


def suspended(tokens: list[Token], index: int) -> bool:
    """Tell whether a hyphen waits for the rest of its word: `egg- to fist-sized lumps`, `short- and long-term`."""
    if not 0 < index < len(tokens) - 3 or tokens[index].text not in "-‑" or tokens[index].start > tokens[index - 1].end:
        return False
    joins = tokens[index + 1].lower in ("and", "or", "to") and tokens[index + 1].start > tokens[index].end
    return joins and any(token.text in "-‑" or "-" in token.text for token in tokens[index + 2 : index + 4])


def _inserted(tokens: list[Token], index: int) -> bool:
    """Tell whether square brackets hold a word put in for another: no noun that they explain stands before."""
    first = next((at for at in range(index, max(-1, index - _LONGEST_INSERTED), -1) if tokens[at].text == "["), None)
    if first is None:
        return False
    before = tokens[first - 1].tag if first else ""
    return before[:2] not in ("NN", "PR", "CD")
