"""Where content ends behind a closing mark: what follows quoted words and is the reporter's own."""

from __future__ import annotations

from typing import Final

from newsclaims.quotes.content import After
from newsclaims.quotes.cues import VerbCue, verbs
from newsclaims.quotes.lines import QUOTE, Line
from newsclaims.quotes.phrases import FINITE, RELATIVE, phrase_right, time_words
from newsclaims.quotes.turns import comments, goes_with_cue, new_cue, told_now
from newsclaims.quotes.vocabulary import word_class
from newsclaims.words.sentence import Token

ASIDE: Final = frozenset({"although", "and", "but", "though", "while"})
_ABOUT: Final = frozenset({"amid", "after", "over"})


def withholds(items: list[Token], at: int, end: int) -> bool:
    """Tell whether *without* and what the source did not tell follow a comma or mark: `“…,” without elaborating`."""
    if items[at].lower != "without" or at + 1 >= end or not (items[at - 1].tag == QUOTE or items[at - 1].text == ","):
        return False
    return items[at + 1].tag == "VBG" and items[at + 1].lemma in word_class("withheld")


def marks_end(cue: VerbCue, what: After, at: int, end: int) -> bool:
    """Tell whether the reporter's own words follow a closing mark: `“…,” adding that`, `“…” but later paid`."""
    items = cue.line.items
    token = items[at]
    if items[at - 1].tag != QUOTE:
        return False
    if withholds(items, at, end):
        return True
    if what.frame == "quote" and (cue.lemma == "sing" or cue.lemma in word_class("shouting")):
        return token.tag not in ("CC", ",", QUOTE)  # `chanted “No more” as he left`
    if what.frame in ("noun", "as") and _told_of(items, at):
        return True  # `slammed him as a “fraud” Monday`
    added = token.tag in RELATIVE and what.frame in ("noun", "as")
    if items[at - 1].text == "," and (added or comments(items, at, end)):
        return True  # `called it “a mess,” which many did`, `said it was “over,” a sign that`
    if items[at - 1].text == "," and items[0].lower in word_class("subordinating") and main_clause(cue.line, at, end):
        return True  # `Although he called it “over,” Smith went on`
    if token.tag == "VBG" and items[at - 1].text == ",":
        return True  # `asked the board to “keep its word,” making its second appeal`
    if what.frame == "quote" and token.tag in ("IN", "TO") and goes_with_cue(cue, at):
        return True  # `said “I am sorry” to the family`
    if what.frame == "quote" and items[at - 1].text == ",":
        relative = token.tag in RELATIVE and at + 1 < end and items[at + 1].tag in FINITE  # `“ride,” which is a list`
        adverb = token.tag == "RB" and (at + 1 == end or items[at + 1].text in (",", ".", ";"))  # `“No,” twice, before`
        return token.tag == "VBG" or token.lower in word_class("later") or relative or adverb
    if token.tag == "VBG":
        frames = verbs().get(token.lemma)
        return frames is not None and frames.kind == "speech"
    if token.lower == "according":
        return True
    if token.lower in ("after", "before", "while") and at + 1 < end and items[at + 1].tag == "VBG":
        return True  # `vowed to “end the war” before taking questions`
    if token.lower == "in" and at + 1 < end and items[at + 1].lower in ("answering", "replying", "responding"):
        return True  # `said it was “over” in answering a question`
    at += 1
    if token.lower in ASIDE and items[at - 2].text == "," and new_cue(cue.line, at, end):
        return True  # `said it was “fine,” while others said it was not`
    if token.tag != "CC" or at >= end:
        return False
    if token.lower in ASIDE and told_now(items, what, at - 1, end):
        return True
    at += items[at].tag == "PRP"
    while at < end and (items[at].tag == "RB" or items[at].lower in time_words()):
        at += 1
    return at < end and items[at].tag == "VBD" and items[at].lemma not in ("be", "have")


def _told_of(items: list[Token], at: int) -> bool:
    """Tell whether behind quoted words stands when or of what they were said: `a “fraud” Monday`, `‘Mad’ Over Tax`."""
    return items[at].lower in time_words() or (items[at].lower in _ABOUT and items[at].tag == "IN")


def main_clause(line: Line, first: int, end: int) -> bool:
    """Tell whether the main clause begins here after a subordinate one: a subject and a finite verb."""
    stop = phrase_right(line, first)
    if stop + 1 < end and line.items[stop].text == "," and line.items[stop - 1].tag in ("NNP", "NNPS"):
        behind = next((at for at in range(stop + 1, end) if line.items[at].text == ","), 0)
        stop = behind + 1 if behind else stop  # `Smith, its chairman, left`
    while stop < end and line.items[stop].tag == "RB":
        stop += 1
    return first < stop < end and line.items[stop].tag in FINITE
