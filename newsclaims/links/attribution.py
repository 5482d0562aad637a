"""Speakers of quotes that their own sentence does not name.

A paragraph of quoted words, or quoted words that follow a sentence, have their speaker before them: whoever was
quoted there, else the subject of the sentence right before if that can speak. In a dialogue, where questions are
answered paragraph by paragraph, the turns alternate. Words that stand twice are whose they are (``repeated.py``).
What stands further away than the paragraph before is no evidence; such quotes stay without a speaker.
"""

from __future__ import annotations

from typing import Final

from newsclaims.fields import changed
from newsclaims.links.facts import Facts
from newsclaims.links.repeated import repeated
from newsclaims.model import Quote, Reference
from newsclaims.quotes.lines import Line, paragraphs
from newsclaims.quotes.sources import first_speaker, speaks
from newsclaims.syntax.parses import Parses
from newsclaims.text.document import Document
from newsclaims.words.sentence import Sentence, Token

_NEAR: Final = 1  # how many paragraphs before the quote its speaker may stand


def attribute(document: Document, parses: Parses, facts: Facts) -> Facts:
    """Return the facts with a speaker for quoted words whose speaker stands in a sentence before them."""
    facts = Facts(facts.entities, facts.claims, repeated(facts.quotes), facts.dates, facts.figures)
    open_ones = [quote for quote in facts.quotes if _open(quote) and not _labelled(parses, quote)]
    if not open_ones:
        return facts
    opened = {quote.id for quote in open_ones}
    sentences = parses.sentences
    lines = _lines_before(document, parses, open_ones)
    found: list[Quote] = []
    turns: list[Quote] = []
    last: Quote | None = None
    for quote in facts.quotes:
        turn = _is_turn(sentences, quote)
        if quote.id in opened:
            near = last if last is not None and _distance(sentences, last, quote) <= _NEAR else None
            speaker = _other_turn(sentences, turns, quote) if turn else None
            speaker = speaker or _speaker(document, near, lines.get(quote.id))
            quote = changed(quote, speaker=speaker)
        if quote.speaker is not None:
            last = quote
        if turn:
            turns.append(quote)
        found.append(quote)
    return Facts(facts.entities, facts.claims, found, facts.dates, facts.figures)


def _open(quote: Quote) -> bool:
    """Tell whether a quote's own sentence neither names its speaker nor is about somebody who could be it.

    Of quoted words that do not end like a sentence, as in a crosshead, nobody is taken for the speaker.
    """
    ended = not quote.text.rstrip("\"”'’ ")[-1:].isalnum()
    return quote.speaker is None and quote.rule == "quotes.marks-alone" and ended


def _labelled(parses: Parses, quote: Quote) -> bool:
    """Tell whether words before the mark say what it is: `May 1960: “In honored memory”`, `Happiness is “a day”`."""
    before: list[Token] = []
    for token in parses.sentences[quote.sentence].tokens:
        if token.start >= quote.start:
            break
        before.append(token)
    if not before:
        return False
    named = any(token.tag[:2] in ("NN", "CD") for token in before)
    return named and (before[-1].text == ":" or before[-1].lemma == "be")


def _is_turn(sentences: list[Sentence], quote: Quote) -> bool:
    """Tell whether quoted words open their paragraph."""
    at = quote.sentence
    opens = at == 0 or sentences[at - 1].paragraph != sentences[at].paragraph
    return quote.kind == "direct" and opens and quote.start <= sentences[at].start


def _other_turn(sentences: list[Sentence], turns: list[Quote], quote: Quote) -> Reference | None:
    """The speaker before the last one, where the two paragraphs before are turns of two speakers.

    What was said last is a question, or this one is, as the one before was: who has answered mostly goes on.
    """
    if len(turns) < 2:
        return None
    first, second = turns[-2], turns[-1]
    near = _distance(sentences, second, quote) == 1 and _distance(sentences, first, second) == 1
    if not near or first.speaker is None or second.speaker is None:
        return None
    asked = _asks(second) or (_asks(first) and _asks(quote))
    differ = first.speaker.text.lower().split()[-1] != second.speaker.text.lower().split()[-1]
    return first.speaker if asked and differ else None


def _asks(turn: Quote) -> bool:
    return turn.text.rstrip("\"”'’ ").endswith("?")


def _distance(sentences: list[Sentence], before: Quote, quote: Quote) -> int:
    return sentences[quote.sentence].paragraph - sentences[before.sentence].paragraph


def _lines_before(document: Document, parses: Parses, quotes: list[Quote]) -> dict[str, Line]:
    """Return for each quote's id the line right before it, where that is in its paragraph or in the one before."""
    sentences = parses.sentences
    wanted = {sentences[quote.sentence].paragraph - back for quote in quotes for back in range(_NEAR + 1)}
    chosen = [sentence for sentence in sentences if sentence.paragraph in wanted]
    every = [line for lines in paragraphs(document.text, parses, chosen) for line in lines]
    found: dict[str, Line] = {}
    at = 0
    for quote in quotes:
        while at < len(every) and every[at].end <= quote.start:
            at += 1
        if at and every[at - 1].sentence.paragraph >= sentences[quote.sentence].paragraph - _NEAR:
            found[quote.id] = every[at - 1]
    return found


def _mentioned(last: Quote, line: Line) -> bool:
    """Tell whether a line only mentions what a paper said: `He cited a report that said it would fail. “…”`"""
    if last.cue is None or last.speaker is None or last.kind != "indirect":
        return False
    for at, item in enumerate(line.items):
        if item.start == last.cue.start:
            return not speaks(line, at)
    return False


def _speaker(document: Document, last: Quote | None, line: Line | None) -> Reference | None:
    """Choose between the speaker quoted last and the subject of the sentence before."""
    found = first_speaker(line) if line is not None else None
    here = last is not None and line is not None and last.start >= line.items[0].start
    if last is not None and line is not None and here and (found is None or not _mentioned(last, line)):
        return last.speaker
    if line is not None and found is not None:
        first, end = found
        start, stop = line.items[first].start, line.items[end - 1].end
        return Reference(document.text[start:stop], start, stop)
    return last.speaker if last is not None else None
