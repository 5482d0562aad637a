"""Cues: the verbs of a line that can introduce a quote, with the frames that the table gives them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from newsclaims.quotes.lines import QUOTE, Line
from newsclaims.quotes.nouns import FINITE
from newsclaims.quotes.subjects import group_start
from newsclaims.table import rows
from newsclaims.words.sentence import Token

_PARTICLES = frozenset(["out", "on", "up", "in", "back", "off", "it"])

_CLAUSE_OPENERS = frozenset(
    ["that", "as", "while", "because", "if", "though", "although", "after", "when", "since", "but", "before", ";"]
)


@dataclass(frozen=True, slots=True)
class Frames:
    """What a verb takes: its class (speech, thought, act, evidence) and the names of its frames."""

    kind: str
    takes: frozenset[str]


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb that can be a cue: item ``verb`` of ``line``; its group begins at ``start`` and ends before ``end``."""

    line: Line
    verb: int
    start: int
    end: int
    lemma: str
    frames: Frames
    passive: bool

    @property
    def text_span(self) -> tuple[int, int]:
        """Offsets of the verb with its particle."""
        items = self.line.items
        return items[self.verb].start, items[self.end - 1].end


@cache
def verbs() -> dict[str, Frames]:
    """Return lemma -> frames."""
    return {row[0]: Frames(row[1], frozenset(row[2].split(","))) for row in rows("quotes", "cue_verbs")}


def verb_cues(line: Line) -> list[VerbCue]:
    """Return the cues of one line from left to right."""
    table = verbs()
    found = []
    items = line.items
    for at, token in enumerate(items):
        if token.tag[:2] != "VB":
            continue
        lemma = token.lemma
        end = at + 1
        if end < len(items) and items[end].lower in _PARTICLES and f"{lemma} {items[end].lower}" in table:
            lemma = f"{lemma} {items[end].lower}"
            end += 1
        frames = table.get(lemma)
        if frames is None:
            continue
        if token.tag in ("VBN", "VBG") and _before_noun(items, at):
            continue
        start = group_start(items, at)
        passive = token.tag == "VBN" and _passive(items, start, at)
        if passive and start == at:
            continue
        found.append(VerbCue(line, at, start, end, lemma, frames, passive))
    return found


def _before_noun(items: list[Token], at: int) -> bool:
    """Tell whether a participle stands like an adjective: `the alleged plan`, `25 recommended delegates`."""
    if at == 0 or at + 1 >= len(items):
        return False
    before = items[at - 1]
    placed = before.tag in ("DT", "JJ", "CD", "PRP$", "POS", "HYPH") or before.text == "-"
    return placed and items[at + 1].tag in ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH")


def _passive(items: list[Token], start: int, verb: int) -> bool:
    """Tell whether a participle has a form of `be` and no form of `have` right before it, or no auxiliary at all."""
    lemmas = [items[i].lemma for i in range(start, verb)]
    if "be" in lemmas or "get" in lemmas:
        return True
    if "have" in lemmas or any(i.lower in ("'ve", "'d", "'s") for i in items[start:verb]):
        return False
    if verb and items[verb - 1].tag in ("IN", "DT", "PRP$", "JJ", "POS", "VBD", "VBZ", "VBP", "HYPH"):
        return True
    return _reduced(items, verb)


def _reduced(items: list[Token], verb: int) -> bool:
    """Tell whether a participle without auxiliary is a reduced relative clause: the clause has another finite verb.

    If it has none, the participle is a past tense that was taken for one.
    """
    for at in range(verb + 1, min(len(items), verb + 10)):
        token = items[at]
        if token.lower in ("that", ",", ":", "whether", "if") or token.tag in (QUOTE, "CC", "."):
            break
        if token.tag in FINITE:
            return at > verb + 1 and not _clause_between(items, verb + 1, at)
    for at in range(verb - 1, max(-1, verb - 20), -1):
        token = items[at]
        if token.lower in _CLAUSE_OPENERS or token.tag in (QUOTE, "CC", "WP", "WDT", ","):
            return False
        if token.tag in FINITE:
            return True
    return False


def _clause_between(items: list[Token], first: int, finite: int) -> bool:
    """Tell whether a finite verb after the participle has a subject of its own: `said the plan works`."""
    return items[first].tag in ("DT", "PRP", "PRP$", "NNP", "NNPS", "EX") and items[finite - 1].tag in (
        "NN",
        "NNS",
        "NNP",
        "PRP",
        "EX",
        "RB",
    )
