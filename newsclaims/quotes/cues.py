"""Cues: the verbs of a line that can introduce a quote, with the frames that the table gives them."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.quotes.lines import QUOTE, Line
from newsclaims.quotes.phrases import phrase_right
from newsclaims.quotes.sources import clause_of, group_start, speaks
from newsclaims.quotes.vocabulary import word_class
from newsclaims.syntax import chunks as g
from newsclaims.syntax.clause import NOMINATIVE
from newsclaims.table import rows
from newsclaims.words.lemmas import lemma as lemma_of
from newsclaims.words.sentence import Token


class Frames:
    """What a verb takes: its class (speech, thought, act, evidence) and the names of its frames."""

    __slots__ = ("kind", "takes")

    def __init__(self, kind: str, takes: frozenset[str]) -> None:
        self.kind = kind
        self.takes = takes


class VerbCue:
    """A verb that can be a cue: item ``verb`` of ``line``; its group begins at ``start`` and ends before ``end``."""

    __slots__ = ("end", "frames", "lemma", "line", "passive", "start", "verb")

    def __init__(self, line: Line, verb: int, start: int, end: int, lemma: str, frames: Frames, passive: bool) -> None:
        self.line = line
        self.verb = verb
        self.start = start
        self.end = end
        self.lemma = lemma
        self.frames = frames
        self.passive = passive

    @property
    def text_span(self) -> tuple[int, int]:
        """Offsets of the verb with its particle."""
        items = self.line.items
        return items[self.verb].start, items[self.end - 1].end


_LONGEST_SOURCE: Final = 7
"""Words between quoted words and a verb that is no cue at most."""
_IN_NAMES: Final = frozenset({"DT", "NNP", "NNPS", "NN", "NNS", "JJ", "PRP", "PRP$", "CD"})


@cache
def verbs() -> dict[str, Frames]:
    """Return lemma -> frames."""
    return {row[0]: Frames(row[1], frozenset(row[2].split(","))) for row in rows("quotes", "cue_verbs")}


def verb_cues(line: Line) -> list[VerbCue]:
    """Return the cues of one line from left to right."""
    table = verbs()
    found = []
    items = line.items
    inverted = {_read_as_verb(line, index + 1) for index in line.quoted}
    if line.quoted and items[0].tag == "VBN":
        inverted.add(_read_as_verb(line, 0))  # `Added Reed: “…”`
    for at, token in enumerate(items):
        if token.tag[:2] != "VB":
            verb = _verb_in_reading(line, at) if token.tag in ("NN", "NNS") else None
            if verb is None:
                continue
            token = items[at] = verb
        lemma = token.lemma
        end = at + 1
        if end < len(items) and items[end].lower in word_class("particles") and f"{lemma} {items[end].lower}" in table:
            lemma = f"{lemma} {items[end].lower}"
            end += 1
        if lemma == "make" and (clear := _made_clear(items, end)):
            lemma, end = "make clear", clear
        frames = table.get(lemma)
        if frames is None or "after" not in frames.takes:
            frames = _posed(line, at) or frames  # `“It is cold!” she summarizes`
        if lemma == "add" and items[end : end + 1] and items[end].lower == "up":
            continue  # `costs that add up to more than she earns`
        if frames is None or (token.lower == "said" and _aforesaid(items, at)) or _compounded(items, at):
            continue
        found_clause = clause_of(line, at)
        if found_clause is None and at not in inverted:
            continue
        start = group_start(line, at)
        passive = found_clause is not None and at not in inverted and found_clause[1].passive
        passive = passive and token.tag not in ("VBG", "VB") and not closes(line, at)
        if passive and ((start == at and not _asked(line, at)) or _seems_to_say(items, end, table)):
            continue
        if lemma in word_class("showing") and _signals(line, at, start, lemma):
            continue
        found.append(VerbCue(line, at, start, end, lemma, frames, passive))
    return found


def _verb_in_reading(line: Line, at: int) -> Token | None:
    """Return what looks like a noun but is the verb of its clause as a verb: `But Rush claims that`; else None."""
    token = line.items[at]
    tag = "VBZ" if token.lower.endswith("s") else "VBP"
    base = lemma_of(token.lower, tag)
    place = line.place(at) if base in verbs() else None
    chunk = place[0].chunk_at(place[1]) if place is not None else None
    if place is None or chunk is None:
        return None
    verb = place[0].chunks[chunk]
    if verb.kind != g.FINITE or verb.head != place[1] or verb.last - verb.first != 1:
        return None
    return Token(token.text, token.start, token.end, token.lower, tag, base)


def _made_clear(items: list[Token], at: int) -> int:
    """Return the end of *clear* behind *make*, with *it* or an adverb between: `made it very clear that`; else 0."""
    at += at < len(items) and items[at].lower == "it"
    at += at < len(items) and items[at].tag == "RB" and items[at].lower != "clear"
    return at + 1 if at < len(items) and items[at].lower in ("clear", "plain") else 0


def _read_as_verb(line: Line, at: int) -> int:
    """Read what looks like a plural or participle behind a closing mark as a verb, return its item; else -1.

    `“…,” comments Reed` where the tree has a verb too, `“…”, tweeted Reed.` where a name ends the sentence or clause.
    """
    items = line.items
    at += at < len(items) and items[at].lower == ","
    if at + 1 >= len(items) or items[at].tag not in ("NNS", "VBN"):
        return -1
    token = items[at]
    tag = "VBZ" if token.tag == "NNS" else "VBD"
    base = lemma_of(token.lower, tag)
    if tag == "VBD":
        frames = verbs().get(base)
        said = frames is not None and frames.kind == "speech" and {"after", "quote"} <= frames.takes
        closed = {"needs-whom", "np-two"}.isdisjoint(frames.takes) if frames is not None else False
        if not said or not closed or items[at + 1].tag not in ("DT", "NNP"):
            return -1
    elif not _comments(line, at, base):
        found = clause_of(line, at)
        if found is None or found[1].verb is None or found[0].tokens[found[1].verb.head].start != token.start:
            return -1
    items[at] = Token(token.text, token.start, token.end, token.lower, tag, base)
    return at


def _comments(line: Line, at: int, base: str) -> bool:
    """Tell whether words that a comma ends open the line before a verb and a name: `“It rained,” comments Ann Reed`."""
    items = line.items
    frames = verbs().get(base)
    opens = at == 1 and items[0].tag == QUOTE and items[0].text == "," and items[2].tag == "NNP"
    return opens and frames is not None and frames.kind == "speech" and {"after", "quote"} <= frames.takes


def _aforesaid(items: list[Token], at: int) -> bool:
    """Tell whether *said* stands for *the said*: `remove said rides from the list`, `the sale of said shares`."""
    if at == 0 or at + 1 >= len(items) or items[at + 1].tag not in ("NN", "NNS", "JJ"):
        return False
    before = items[at - 1]
    return before.tag == "VB" or (
        before.tag == "IN" and before.lower in ("at", "for", "from", "in", "of", "on", "with")
    )


def _compounded(items: list[Token], at: int) -> bool:
    """Tell whether a participle is part of a noun: `One Lowton County reporting station has seen no rain`."""
    if items[at].tag != "VBG" or not 0 < at < len(items) - 2 or items[at - 1].tag not in ("NN", "NNP"):
        return False
    return items[at + 1].tag == "NN" and items[at + 2].tag in ("VBZ", "VBD", "MD") and items[at].lemma == "report"


def _signals(line: Line, verb: int, start: int, lemma: str) -> bool:
    """Tell whether a thing is a sign of something: `The pound fell, signalling that`; no `The bank cut rates, …`.

    What somebody's words show is the reporter's: `Reed said no, showing that she cared`.
    """
    items = line.items
    apart = items[verb].tag == "VBG" and start > 0 and (items[start - 1].lower == "," or items[start - 1].tag == QUOTE)
    return apart and (lemma in word_class("evidencing") or not speaks(line, verb))


def closes(line: Line, verb: int) -> bool:
    """Tell whether *said* ends a sentence, with or without its terms: `…, two people briefed on the matter said.`"""
    items = line.items
    if items[verb].lemma != "say" or items[verb].tag not in ("VBD", "VBP", "VBZ"):
        return False
    behind = items[verb + 1 : verb + 3]
    return not behind or behind[0].tag == "." or behind[-1].lower == "condition"


_POSED: Final = Frames("speech", frozenset({"after"}))


def _posed(line: Line, at: int) -> Frames | None:
    """Return the frame of a verb that is no cue but stands like one: `“It is cold!” sighed Ann`, `“…,” Ann shared.`"""
    items = line.items
    if not line.quoted or items[at].tag not in ("VBD", "VBZ") or items[at].lemma in ("be", "do", "have"):
        return None
    behind = items[at + 1] if at + 1 < len(items) else None
    paused = at > 1 and items[at - 1].lower == ","
    if at - 1 - paused in line.quoted:
        named = behind is not None and (behind.tag in _IN_NAMES - {"PRP"} or behind.lower in NOMINATIVE)
        return _POSED if named and (at == 2 if paused else _spoken(line, at - 1, ",?!")) else None
    first = at - 1 - (items[at - 1].tag == "RB")
    while first > max(0, at - _LONGEST_SOURCE) and items[first].tag in _IN_NAMES:
        first -= 1
    if first >= at - 1 or first not in line.quoted or not _spoken(line, first, ","):
        return None
    return _POSED if behind is None or behind.tag in (".", ",", "IN", "CC", "RB", "RP") else None


def _spoken(line: Line, at: int, ends: str) -> bool:
    """Tell whether a quoted stretch is no title, ends with one of these marks and is no part of a clause before it."""
    parted = at == 0 or line.items[at - 1].tag in (",", ":", "CC", QUOTE)  # no `said he would “help us,” Smith left`
    return parted and at not in line.titles and line.items[at].text in ends and line.words[at] > 2


@cache
def _adjectives() -> dict[str, Frames]:
    return {row[0]: Frames(row[1], frozenset(row[2].split(","))) for row in rows("quotes", "cue_adjectives")}


def adjective_cues(line: Line) -> list[VerbCue]:
    """Return the adjectives of thinking and feeling with the verb that links them to their subject."""
    table = _adjectives()
    items = line.items
    found = []
    for at, token in enumerate(items):
        if token.lower not in table or token.tag not in ("JJ", "VBN", "RB", "VBD"):
            continue
        verb = at - 1
        while verb > 0 and items[verb].tag in ("RB", "RBR"):
            verb -= 1
        if verb >= 0 and items[verb].tag[:2] == "VB" and items[verb].lemma in word_class("linking"):
            start = group_start(line, verb)
            found.append(VerbCue(line, verb, start, at + 1, token.lower, table[token.lower], False))
    return found


def _asked(line: Line, at: int) -> bool:
    """Tell whether a participle brings in a question: `when asked by a reporter whether`, `Asked if she had`."""
    items = line.items
    behind = at + 1 + (at + 1 < len(items) and items[at + 1].tag == "RB")
    if behind < len(items) and items[behind].lower == "by":
        behind = phrase_right(line, behind + 1)
    return items[at].lemma == "ask" and behind < len(items) and items[behind].lower in word_class("wh")


def _seems_to_say(items: list[Token], end: int, table: dict[str, Frames]) -> bool:
    """Tell whether a verb of saying follows: `is reported to have said` is a cue by its second verb."""
    if end + 1 >= len(items) or items[end].lower != "to":
        return False
    frames = table.get(items[end + 1].lemma)
    return frames is not None and frames.kind == "speech"
