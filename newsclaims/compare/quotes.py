"""Quotes of two reports: one speaker in two wordings, or the same words by two speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from newsclaims.compare.contexts import stems
from newsclaims.compare.sides import Agreement, Difference, Side
from newsclaims.facts.alike import WordsInRow
from newsclaims.model import Quote

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_FEWEST = 4
_WHOLE = 8
_TELLING = 3
_LONGEST = 200  # words of a quote that are compared
_NEAREST = 10  # quotes of the other report that a quote is held against: those that share most with it


def _quotes(side: Side) -> list[tuple[Quote, list[str]]]:
    """Return the direct and mixed quotes of four words or more."""
    found = []
    for quote in side.article.quotes:
        if quote.kind == "indirect":
            continue
        said = " ".join(side.article.text[start:end] for start, end in quote.spans)
        if quote.kind == "mixed":
            said = " ".join(re.findall(r"[“\"‘]([^”\"’]+)[”\"’]", said)) or said
        words = [word.lower().replace("’", "'") for word in _WORD.findall(said)][:_LONGEST]
        if len(words) >= _FEWEST:
            found.append((quote, words))
    return found


def _near(one: Side, other: Side) -> Iterator[tuple[Quote, list[str], Quote, list[str]]]:
    """Yield the quotes of one report with those of the other that share most words in a row with them."""
    theirs = _quotes(other)
    index = WordsInRow(_FEWEST)
    for at, (_, said) in enumerate(theirs):
        index.add(at, said)
    for quote, words in _quotes(one):
        for at in index.nearest(words, _NEAREST):
            yield quote, words, *theirs[at]


def quote_differences(one: Side, other: Side) -> tuple[list[Difference], list[Agreement]]:
    """Return quotes told differently, and quotes that both reports have with the same speaker."""
    differences: list[Difference] = []
    agreements: list[Agreement] = []
    for quote, words, match, said in _near(one, other):
        places = (one.place(quote), other.place(match))
        same_speaker = _same_speaker(one, quote, other, match)
        if _same_words(words, said):
            phrase = "mixed" in (quote.kind, match.kind) and min(len(words), len(said)) < _WHOLE
            if same_speaker is False and phrase:
                continue  # one may take up the other's phrase: whose words they are is not told
            if same_speaker is False:
                message = f"{_speaker(one, quote)} against {_speaker(other, match)}"
                differences.append(Difference("quote-speaker", message, places))
            else:
                agreements.append(Agreement("quote", places))
        elif same_speaker and _variant(words, said):
            differences.append(Difference("quote-wording", "one quote in two wordings", places))
    return differences, agreements


def _same_words(one: list[str], other: list[str]) -> bool:
    short, long = sorted((one, other), key=len)
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _variant(one: list[str], other: list[str]) -> bool:
    """Return whether two quotes are one in two wordings: two in five words in a row, or how they begin, are the same.

    A beginning counts from four words with three that say something on: `These people kept the city clean`, but not
    `I do not think that we`, which two sayings may share.
    """
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    longest = matcher.find_longest_match()
    if longest.size < _FEWEST:
        return False
    telling = longest.a == longest.b == 0 and len(stems(" ".join(one[: longest.size]))) >= _TELLING
    return longest.size >= (0.25 if telling else 0.4) * min(len(one), len(other))


def _same_speaker(one: Side, quote: Quote, other: Side, match: Quote) -> bool | None:
    """Return whether the speakers are the same, ``None`` when one of them is not named."""
    names = []
    for side, item in ((one, quote), (other, match)):
        speaker = item.speaker
        if speaker is None or (
            speaker.entity not in side.names and not any(word[:1].isupper() for word in speaker.text.split()[1:])
        ):
            return None
        names.append(side.spoken_names(speaker.entity, speaker.text))
    return bool(names[0] & names[1]) if all(names) else None


def _speaker(side: Side, quote: Quote) -> str:
    entity = side.names.get((quote.speaker.entity if quote.speaker else None) or "")
    return entity.name if entity else quote.speaker.text if quote.speaker else "nobody"
