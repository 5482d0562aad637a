"""Quotes that appear in two wordings, and quotes of nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from newsclaims.checks.classes import word_class
from newsclaims.checks.reading import Finding, Reading
from newsclaims.facts.alike import WordsInRow
from newsclaims.facts.lexical import content_words
from newsclaims.model import Quote, Span
from newsclaims.rule import rule

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_MARKS = '"“”„«»'
_MARKED = re.compile(r"“(?P<a>[^”]+)”?|\"(?P<b>[^\"]+)\"?|‘(?P<c>[^‘”\"]+)’(?!\w)")
_SENTENCE = re.compile(r"[^\s.!?][^.!?]*")
_LEFT_OUT = re.compile(r"…|\.\.\.|\[|\]")
_NEGATIONS = frozenset(("not", "never", "no", "nothing", "nobody"))
_FEWEST = 5  # words in a quote that is compared
_WHOLE = 6  # words of a quote whose speaker is not known, or that two people are said to have spoken
_ALIKE = 0.8  # share of words in common from which two quotes are one
_ALIKE_OF_ONE = 0.7  # … where both are of one speaker
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
    quote: Quote


def _said(reading: Reading) -> list[_Said]:
    """Return the quoted sentences that are long enough to compare, in the order of the text."""
    found = []
    for quote in reading.article.quotes:
        for start, end in quote.spans if quote.kind != "indirect" else ():
            text = reading.article.text[start:end]
            for marked in _MARKED.finditer(text):
                for sentence in _SENTENCE.finditer(text, *marked.span(marked.lastgroup or 0)):
                    words = tuple(_WORD.findall(_long_forms(sentence.group().lower()))[:_LONGEST])
                    if len(words) >= _FEWEST and not _LEFT_OUT.search(sentence.group()):
                        span = Span(sentence.group(), start + sentence.start(), start + sentence.end())
                        line = reading.lines[reading.sentence(span.start)]
                        found.append(_Said(span, line.paragraph, words, quote))
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


def quote_variant(reading: Reading) -> Iterator[Finding]:
    """One quote in two wordings: `traded safety for an easy life` and later `traded safety for an easy afternoon`.

    Sentences inside quotation marks, or pieces of them, in different paragraphs: eight words in ten must be the same
    and in order, seven where both have one speaker, and no more than a few words that say something differ.  A part of
    a longer quote, word by word, is the same wording; sentences that differ by a negation, or where one says `it` for
    what the other names, are two statements, and so are those of two speakers.
    """
    for first, second in _told_again(reading):
        speakers = {_speaker(first), _speaker(second)} - {None}
        if len(speakers) == 2 or first.paragraph == second.paragraph or first.words == second.words:
            continue
        one = len(speakers) == 1 and None not in (_speaker(first), _speaker(second))
        short, long = sorted((first.words, second.words), key=len)
        if len(short) >= (_FEWEST if one else _WHOLE) and _variant(short, long, _ALIKE_OF_ONE if one else _ALIKE):
            yield Finding("one quote in two wordings", (first.span, second.span), "warning")


rule("checks.quote-variant")(quote_variant)


def quote_speakers(reading: Reading) -> Iterator[Finding]:
    """The same words said by two people: `“We will not sell,” Reed said. … “We will not sell,” said Holt.`

    Whole sentences, word for word, with a verb of saying and a person named beside it; beside one of the two `he` may
    stand where nobody else was named since.
    """
    names = {entity.id: entity.name for entity in reading.article.entities if entity.type == "person" and entity.named}
    for first, second in _told_again(reading):
        one, other = _speaker(first), _speaker(second)
        if first.words != second.words or len(first.words) < _WHOLE or one == other:
            continue
        # `Gianforte said` may be either of two who share a surname
        kin = names.get(one or "", "-").split()[-1] == names.get(other or "", "").rpartition(" ")[2]
        sure = [_named(item.quote, names) for item in (first, second)]
        if one in names and other in names and not kin and any(sure):
            if not all(sure) and not _last_named(reading, (second if sure[0] else first).quote):
                continue
            message = f"said by {names[one]} and by {names[other]}"
            yield Finding(message, (first.span, second.span), "warning")


rule("checks.quote-speakers")(quote_speakers)


def _named(quote: Quote, names: dict[str, str]) -> bool:
    """Return whether a name, no pronoun and no `the mayor`, stands beside the quote's verb."""
    who = quote.speaker
    if quote.kind != "direct" or not quote.cue or who is None:
        return False
    return names.get(who.entity or "", " ").split()[-1:] == who.text.split()[-1:] or (
        who.text[:1].isupper() and who.text.lower() not in word_class("pronouns")
    )


def _last_named(reading: Reading, quote: Quote) -> bool:
    """Return whether who `he`, or who goes on speaking, is the person whom the article named last before."""
    who = quote.speaker
    if quote.kind != "direct" or who is None:
        return False
    last = max(
        (
            (mention.end, entity.id)
            for entity in reading.article.entities
            if entity.type == "person"
            for mention in entity.mentions
            if mention.kind == "name" and mention.end <= max(quote.start, who.start)
        ),
        default=(0, None),
    )
    return last[1] == who.entity


def _speaker(said: _Said) -> str | None:
    return said.quote.speaker.entity if said.quote.speaker else None


def _told_again(reading: Reading) -> Iterator[tuple[_Said, _Said]]:
    """Yield two quoted sentences that share words in a row, the earlier first."""
    quotes = _said(reading)
    index = WordsInRow(_ROW)
    for at, second in enumerate(quotes):
        near = index.nearest(second.words, _NEAREST)
        index.add(at, second.words)
        for number in near:
            yield quotes[number], second


def _variant(short: tuple[str, ...], long: tuple[str, ...], alike: float) -> bool:
    """Return whether the shorter is the longer, or a stretch of it, with some words changed."""
    if f" {' '.join(short)} " in f" {' '.join(long)} ":
        return False
    blocks = [one for one in SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks() if one.size]
    if not blocks:
        return False
    start, end = max(0, blocks[0].b - blocks[0].a), blocks[-1].b + blocks[-1].size
    end = min(len(long), end + len(short) - blocks[-1].a - blocks[-1].size)
    stretch = long[start:end]
    shared = [word for one in blocks for word in short[one.a : one.a + one.size]]
    telling = 2 if len(long) - len(short) <= 1 else 3
    if 2 * len(shared) < alike * (len(short) + len(stretch)) or len(content_words(" ".join(shared))) < telling:
        return False
    mine, yours = set(short) - set(stretch), set(stretch) - set(short)
    most = max(_CHANGED, len(short) // 6)
    if _NEGATIONS & (mine | yours) or any(len(content_words(" ".join(side))) > most for side in (mine, yours)):
        return False
    return not any(side and side <= word_class("standing-for") for side in (mine, yours))


_CHANGED = 2  # words that say something which may differ in a short quote


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


rule("checks.unsourced-quote")(unsourced_quote)
