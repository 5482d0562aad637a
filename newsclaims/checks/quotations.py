"""Quotes that appear in two wordings, and quotes of nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from newsclaims.checks.reading import Finding, Reading
from newsclaims.facts.alike import WordsInRow
from newsclaims.model import Span
from newsclaims.rule import rule

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_MARKS = '"“”„«»'
_MARKED = re.compile(r"“(?P<a>[^”]+)”?|\"(?P<b>[^\"]+)\"?|‘(?P<c>[^‘”\"]+)’(?!\w)")
_SENTENCE = re.compile(r"[^\s.!?][^.!?]*")
_NEGATIONS = frozenset(("not", "never", "no", "nothing", "nobody"))
_FEWEST = 6  # words in a quote that is compared
_ALIKE = 0.8  # share of words in common from which two quotes are one
_ROW = 3  # words in a row that two wordings of one quote share at the least
_NEAREST = 10  # earlier quotes that one is compared with: those that share most with it
_LONGEST = 100  # words of a sentence that are compared
_FEWEST_SENTENCES = 3  # a text with fewer is a piece of an article, which may name the speaker elsewhere


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence inside quotation marks and its words."""

    span: Span
    paragraph: int
    words: tuple[str, ...]


def _said(reading: Reading) -> list[_Said]:
    """Return the quoted sentences that are long enough to compare, in the order of the text."""
    found = []
    for quote in reading.article.quotes:
        for start, end in quote.spans if quote.kind != "indirect" else ():
            text = reading.article.text[start:end]
            for marked in _MARKED.finditer(text):
                for sentence in _SENTENCE.finditer(text, *marked.span(marked.lastgroup or 0)):
                    words = tuple(_WORD.findall(_long_forms(sentence.group().lower()))[:_LONGEST])
                    if len(words) >= _FEWEST:
                        span = Span(sentence.group(), start + sentence.start(), start + sentence.end())
                        line = reading.lines[reading.sentence(span.start)]
                        found.append(_Said(span, line.paragraph, words))
    return sorted(found, key=lambda said: said.span.start)


def _long_forms(text: str) -> str:
    """Return lower-cased text with contractions written out, so that `we're` is `we are`."""
    text = text.replace("’", "'")
    for short, long in (
        ("n't", " not"),
        ("'re", " are"),
        ("'ve", " have"),
        ("'ll", " will"),
        ("'m", " am"),
        ("'s", " is"),
    ):
        text = text.replace(short, long)
    return text


@rule("checks.quote-variant")
def quote_variant(reading: Reading) -> Iterator[Finding]:
    """One quote in two wordings: `traded safety for an easy life` and later `traded safety for an easy afternoon`.

    Sentences inside quotation marks of six words or more, in different paragraphs, that share at least eight words in
    ten, in order.  A part of a longer quote, word by word, is the same wording; sentences that differ by a negation
    are two statements.
    """
    quotes = _said(reading)
    index = WordsInRow(_ROW)
    for at, second in enumerate(quotes):
        near = index.nearest(second.words, _NEAREST)
        index.add(at, second.words)
        for first in (quotes[number] for number in near):
            apart = first.words != second.words and first.paragraph != second.paragraph
            if apart and _alike(*sorted((first.words, second.words), key=len)):
                yield Finding("one quote in two wordings", (first.span, second.span), "warning")


def _alike(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if len(long) > 1.5 * len(short) or len(set(short) & set(long)) < _ALIKE * len(set(short)):
        return False
    if f" {' '.join(short)} " in f" {' '.join(long)} " or _NEGATIONS & (set(short) ^ set(long)):
        return False
    blocks = [block for block in SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks() if block.size]
    return sum(block.size for block in blocks) >= _ALIKE * (len(short) + len(long)) / 2


@rule("checks.unsourced-quote")
def unsourced_quote(reading: Reading) -> Iterator[Finding]:
    """A quoted sentence that nobody is said to have spoken: no speaker, no cue, and nobody named near it.

    Only whole sentences in quotation marks, in a paragraph that names no person and follows no paragraph with a
    speaker, in an article of three sentences or more; a headline, a title of a book or film and words quoted inside a
    sentence are left alone.
    """
    article = reading.article
    named = [
        mention.start
        for entity in article.entities
        if entity.type in ("person", "organization", "group") and entity.named
        for mention in entity.mentions
    ]
    attributed = {
        reading.lines[quote.sentence].paragraph
        for quote in article.quotes
        if quote.cue or (quote.speaker and quote.speaker.entity)
    }
    peopled = {article.sentences[reading.sentence(start)].paragraph for start in named}
    for line in reading.body if len(reading.body) >= _FEWEST_SENTENCES else ():
        raw = line.raw.strip()
        if not (raw[:1] in _MARKS and raw[-1:] in _MARKS and len(_WORD.findall(raw)) >= 6):
            continue
        if any(mark in _MARKS for mark in raw[1:-1]) or raw[-2] not in ".!?…,":
            continue
        near = {line.paragraph - 1, line.paragraph, line.paragraph + 1}
        if not (near & attributed or {line.paragraph - 1, line.paragraph} & peopled):
            yield Finding("a quote without a speaker", (line.span(0, len(line.raw)),), "note")
