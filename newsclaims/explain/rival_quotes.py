"""What lost to a quote: other possible speakers and other verbs that could be its cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from newsclaims.explain.rivals import Rival, holds, rival
from newsclaims.model import Article, Quote
from newsclaims.syntax.parses import Parses
from newsclaims.wording.statements import covers
from newsclaims.words.sentence import Token

_SPEAKERS = 6  # how many candidates for the speaker are told at most, the nearest to the cue
_LOOKED_AT = 20  # how many names, pronouns, subjects and verbs of one line are looked at, on each side of the cue
_LINES = 4  # how many lines of a quote, and before it, are looked at
_PARAGRAPHS_BACK = 1  # how many paragraphs before a quote its speaker may stand


def of_quotes(article: Article, parses: Parses) -> dict[str, list[Rival]]:
    """Return for every quote the names and pronouns near it that are not its speaker, and the other cues of its line.

    Its own lines are looked at, and those right before them where no speaker stands beside the quote.
    """
    from newsclaims.quotes.lines import Line, paragraphs

    lines: list[Line] = []
    if article.quotes:
        lines = [line for one in paragraphs(article.text, parses) for line in one]
    read = [_Read(line) for line in lines]
    starts = [line.items[0].start for line in lines]
    cues = {quote.cue.start: quote.id for quote in article.quotes if quote.cue is not None}
    mentions = sorted(
        (mention.start, mention.end)
        for entity in article.entities
        if entity.type in ("person", "organization", "group", "place")
        for mention in entity.mentions
    )
    found: dict[str, list[Rival]] = {}
    for quote in article.quotes:
        first = min(quote.start, quote.cue.start if quote.cue else quote.start)
        last = max(quote.end, quote.cue.end if quote.cue else quote.end)
        own = read[max(0, bisect_right(starts, first) - 1) : bisect_left(starts, last)][:_LINES]
        back = max(0, bisect_right(starts, first) - 1)
        paragraph = parses.sentences[quote.sentence].paragraph - _PARAGRAPHS_BACK
        before = [one for one in read[max(0, back - _LINES) : back] if one.line.sentence.paragraph >= paragraph]
        beside = quote.speaker is not None and any(
            one.line.items[0].start <= quote.speaker.start < one.line.end for one in own
        )
        near = own if beside else [*before, *own]
        found[quote.id] = [*_speakers(article.text, quote, near, mentions), *_cues(article.text, quote, own, cues)]
    return found


class _Read:
    """A line of a paragraph with what is asked for every quote near it, found out once."""

    def __init__(self, line: Any) -> None:
        self.line = line

    @cached_property
    def subjects(self) -> dict[tuple[int, int], Token]:
        """The offsets of the subjects of finite verbs with the nearest of their verbs."""
        from newsclaims.quotes.sources import subjects

        items = self.line.items
        found: dict[tuple[int, int], Token] = {}
        for (first, last), verb in subjects(self.line):
            found.setdefault((items[first].start, items[last - 1].end), items[verb])
        return found

    @cached_property
    def cues(self) -> list[Any]:
        """The verbs that can introduce a quote."""
        from newsclaims.quotes.cues import verb_cues

        return list(verb_cues(self.line))

    @cached_property
    def pronouns(self) -> list[tuple[int, int]]:
        """The offsets of the pronouns that can be a speaker."""
        return [
            (item.start, item.end)
            for item in self.line.items
            if item.tag == "PRP" and item.lower in ("he", "she", "they", "we", "i")
        ]


def _speakers(text: str, quote: Quote, read: Sequence[_Read], mentions: Sequence[tuple[int, int]]) -> Iterator[Rival]:
    """Yield the mentions and subject pronouns outside quotation marks that are not the speaker, the nearest first.

    Where nobody was found, the subjects of finite verbs of these lines are told, whatever their words.
    """
    middle = quote.cue if quote.cue is not None else quote

    def nearest(spans: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
        """Return those right before and behind the cue of spans in the order of the text."""
        at = bisect_left(spans, (middle.start, middle.start))
        return spans[max(0, at - _LOOKED_AT) : at + _LOOKED_AT]

    subjects: dict[tuple[int, int], Token] = {}
    candidates: set[tuple[int, int]] = set()
    for one in read:
        begin, end = one.line.items[0].start, one.line.end
        folded = sorted((part.start, part.end) for part in one.line.quoted.values())
        inside = covers(folded)
        named = mentions[bisect_left(mentions, (begin, begin)) : bisect_left(mentions, (end, end))]
        candidates |= {span for span in nearest(named) if not inside(*span)}
        candidates |= set(nearest(one.pronouns))
        subjects = {span: one.subjects[span] for span in nearest(sorted(one.subjects))} | subjects
    if quote.speaker is None:
        candidates |= {
            span for span in subjects if not any(one[0] < span[1] and span[0] < one[1] for one in candidates)
        }
    group = _cue_group(quote, read)
    told = 0
    for start, end in sorted(candidates, key=lambda span: (abs(span[0] - middle.start), span)):
        if told == _SPEAKERS:
            break
        if quote.speaker is not None and quote.speaker.start < end and start < quote.speaker.end:
            continue
        told += 1
        yield rival("speaker", text, start, end, _why_no_speaker(quote, start, end, subjects, group))


def _cue_group(quote: Quote, read: Sequence[_Read]) -> tuple[int, int] | None:
    """Return the offsets of the verb group of the quote's cue: `was said`."""
    for one in read if quote.cue is not None else ():
        for cue in one.cues:
            if quote.cue is not None and cue.text_span[0] == quote.cue.start:
                return one.line.items[cue.start].start, cue.text_span[1]
    return None


def _why_no_speaker(
    quote: Quote, start: int, end: int, subjects: dict[tuple[int, int], Token], group: tuple[int, int] | None
) -> str:
    if quote.addressee is not None and holds(quote.addressee, start, end):
        return "the one who is told"
    if any(first <= start and end <= last for first, last in quote.spans):
        return "inside what is said"
    verb = next((item for (first, last), item in subjects.items() if first <= start and end <= last), None)
    if verb is not None and group is not None and group[0] <= verb.start < group[1] and quote.speaker is None:
        return f"subject of the cue “{verb.text}”, but no one who says it"
    if verb is not None and (quote.cue is None or not quote.cue.start <= verb.start < quote.cue.end):
        return f"subject of “{verb.text}”, " + ("not of the cue" if quote.cue else "which does not lead to the quote")
    if quote.cue is not None and quote.speaker is None:
        return f"not the subject of the cue “{quote.cue.text}”"
    return "not the subject of a verb" if quote.speaker is None else f"“{quote.speaker.text}” fits the rule"


def _cues(text: str, quote: Quote, read: Sequence[_Read], known: dict[int, str]) -> Iterator[Rival]:
    """Yield the other verbs of the quote's lines that can introduce a quote, the nearest ones."""
    middle = quote.cue if quote.cue is not None else quote
    for one in read:
        at = bisect_left(one.cues, middle.start, key=lambda cue: cue.text_span[0])
        for cue in one.cues[max(0, at - _LOOKED_AT) : at + _LOOKED_AT]:
            start, end = cue.text_span
            if quote.cue is not None and quote.cue.start < end and start < quote.cue.end:
                continue
            if start in known:
                why = f"introduces {known[start]}"
            elif any(first <= start < last for first, last in quote.spans):
                why = "inside what is said"
            else:
                why = "no content of its own that a rule accepts"
            yield rival("cue", text, start, end, why)
