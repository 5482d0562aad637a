"""What lost to a quote: other possible speakers and other verbs that could be its cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from newsclaims.explain.rivals import Rival, holds, rival
from newsclaims.model import Article, Quote
from newsclaims.syntax.parse import Parses
from newsclaims.words.sentence import Token

_SPEAKERS = 6  # how many candidates for the speaker are told at most, the nearest to the cue
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
        own = lines[max(0, bisect_right(starts, first) - 1) : bisect_left(starts, last)][:_LINES]
        back = max(0, bisect_right(starts, first) - 1)
        paragraph = parses.sentences[quote.sentence].paragraph - _PARAGRAPHS_BACK
        before = [line for line in lines[max(0, back - _LINES) : back] if line.sentence.paragraph >= paragraph]
        beside = quote.speaker is not None and any(
            line.items[0].start <= quote.speaker.start < line.end for line in own
        )
        near = own if beside else [*before, *own]
        found[quote.id] = [*_speakers(article.text, quote, near, mentions), *_cues(article.text, quote, own, cues)]
    return found


def _subjects(lines: Sequence[Any]) -> dict[tuple[int, int], Token]:
    """Return the offsets of the subjects of finite verbs with the nearest of their verbs."""
    from newsclaims.quotes.sources import subjects

    found: dict[tuple[int, int], Token] = {}
    for line in lines:
        for (first, last), verb in subjects(line):
            found.setdefault((line.items[first].start, line.items[last - 1].end), line.items[verb])
    return found


def _speakers(text: str, quote: Quote, lines: Sequence[Any], mentions: Sequence[tuple[int, int]]) -> Iterator[Rival]:
    """Yield the mentions and subject pronouns outside quotation marks that are not the speaker, the nearest first.

    Where nobody was found, the subjects of all finite verbs of these lines are told, whatever their words.
    """
    subjects = _subjects(lines)
    candidates: set[tuple[int, int]] = set()
    for line in lines:
        folded = list(line.quoted.values())
        begin, end = line.items[0].start, line.end
        for span in mentions[bisect_left(mentions, (begin, begin)) : bisect_left(mentions, (end, end))]:
            if not any(part.start < span[1] and span[0] < part.end for part in folded):
                candidates.add(span)
        candidates |= {
            (item.start, item.end)
            for item in line.items
            if item.tag == "PRP" and item.lower in ("he", "she", "they", "we", "i")
        }
    if quote.speaker is None:
        candidates |= {
            span for span in subjects if not any(one[0] < span[1] and span[0] < one[1] for one in candidates)
        }
    group = _cue_group(quote, lines)
    middle = quote.cue if quote.cue is not None else quote
    nearest = sorted(candidates, key=lambda span: abs(span[0] - middle.start))
    told = 0
    for start, end in nearest:
        if told == _SPEAKERS:
            break
        if quote.speaker is not None and quote.speaker.start < end and start < quote.speaker.end:
            continue
        told += 1
        yield rival("speaker", text, start, end, _why_no_speaker(quote, start, end, subjects, group))


def _cue_group(quote: Quote, lines: Sequence[Any]) -> tuple[int, int] | None:
    """Return the offsets of the verb group of the quote's cue: `was said`."""
    from newsclaims.quotes.cues import verb_cues

    for line in lines if quote.cue is not None else ():
        for cue in verb_cues(line):
            if quote.cue is not None and cue.text_span[0] == quote.cue.start:
                return line.items[cue.start].start, cue.text_span[1]
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


def _cues(text: str, quote: Quote, lines: Sequence[Any], known: dict[int, str]) -> Iterator[Rival]:
    """Yield the other verbs of the quote's lines that can introduce a quote."""
    from newsclaims.quotes.cues import verb_cues

    for line in lines:
        for cue in verb_cues(line):
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
