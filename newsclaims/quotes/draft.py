"""A quote on its way: pieces, speaker and cue as offsets, before it gets an id."""

from __future__ import annotations

from newsclaims.quotes.cues import VerbCue
from newsclaims.quotes.lines import Line

Offsets = tuple[int, int]


class Draft:
    """``spans`` are the pieces of the content; ``line`` is where it begins; ``posted``: its own words without marks.

    ``silent``: nobody said it, be it shown (`the picture shows that`), asked for by a plan or a noun of thinking.
    """

    __slots__ = ("addressee", "cue", "lemma", "line", "posted", "rule", "silent", "spans", "speaker", "verb_class")

    def __init__(
        self,
        rule: str,
        line: Line,
        spans: list[Offsets],
        speaker: Offsets | None,
        cue: Offsets | None,
        lemma: str,
        addressee: Offsets | None = None,
        verb_class: str = "-",
        posted: bool = False,
    ) -> None:
        self.rule = rule
        self.line = line
        self.spans = spans
        self.speaker = speaker
        self.cue = cue
        self.lemma = lemma
        self.addressee = addressee
        self.verb_class = verb_class
        self.posted = posted
        self.silent = False

    @property
    def start(self) -> int:
        """Where the first piece begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where the last piece ends."""
        return self.spans[-1][1]


def offsets(line: Line, span: tuple[int, int] | None) -> Offsets | None:
    """Turn a range of items into offsets."""
    if span is None:
        return None
    return line.items[span[0]].start, line.items[span[1] - 1].end


def from_cue(
    rule: str,
    cue: VerbCue,
    spans: list[Offsets],
    speaker: tuple[int, int] | None,
    addressee: tuple[int, int] | None = None,
) -> Draft:
    """Make the draft of a quote that a verb introduces."""
    line = cue.line
    source = offsets(line, speaker)
    return Draft(rule, line, spans, source, cue.text_span, cue.lemma, offsets(line, addressee), cue.frames.kind)
