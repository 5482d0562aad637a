"""Planted errors between two quotes of the same words: other words in one of them, another speaker."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from newsclaims.learn.plants import Plant, later, people_of, plant, planter
from newsclaims.model import Article, Quote


def _sentence_of(article: Article, quote: Quote) -> str | None:
    """Return a sentence of a direct quote that can be told again, without marks."""
    said = " ".join(article.text[start:end] for start, end in quote.spans)
    parts = [one.strip(' “”"‘’,') for one in re.split(r"(?<=[.?!])\s+|,” ", said)]
    fit = [one for one in parts if 6 <= len(one.split()) <= 30 and one[:1].isupper() and not re.search(r"[“”\"]", one)]
    return fit[0] if fit else None


def _quotes(article: Article) -> Iterator[tuple[Quote, str, str]]:
    """Yield (quote, a sentence of it, the speaker's surname)."""
    people = {entity.id: entity.name.split()[-1] for entity, _ in people_of(article)}
    for quote in article.quotes:
        said = _sentence_of(article, quote) if quote.kind == "direct" else None
        speaker = people.get((quote.speaker.entity if quote.speaker else None) or "")
        if said and speaker:
            yield quote, said, speaker


def _reworded(said: str, chance: random.Random) -> str | None:
    """Return a quote with one or two of its content words changed."""
    words = said.split()
    places = [at for at, word in enumerate(words) if at and re.fullmatch(r"[a-z]{5,}[.,]?", word)]
    if not places:
        return None
    for at in chance.sample(places, min(len(places), chance.choice((1, 1, 2)))):
        mark = words[at][-1] if words[at][-1] in ".," else ""
        words[at] = chance.choice(("simple", "trouble", "market", "quickly", "answer", "wanted", "country")) + mark
    return " ".join(words)


@planter("quote in two wordings")
def wordings(article: Article, chance: random.Random) -> Iterator[Plant]:
    """A quote told again with a word changed: whole, a part of it, in a headline."""
    for quote, said, speaker in _quotes(article):
        other = _reworded(said, chance)
        if other is None:
            continue
        mark = said[-1] if said[-1] in "?!" else ","
        whole = chance.choice(("“{q}{m}” {s} said.", "“{q}{m}” {s} told reporters.", "{s} later repeated: “{q}.”"))
        if chance.random() < 0.35 and len(said.split()) >= 8:
            words = len(said.split())
            said, other = (" ".join(one.split()[1 : 7 if words > 9 else 6]) for one in (said, other))
            if said == other:
                continue
            whole = chance.choice(("{s} spoke of “{q}”.", "{s} said “{q}”."))
        place = later(article, quote.sentence)
        told = ["\n\n" + whole.format(q=one.rstrip(".,?!"), m=mark, s=speaker) for one in (other, said)]
        yield plant("quote in two wordings", article, [(place, place, told[0])], [(place, place, told[1])])


@planter("one quote, two speakers")
def speakers(article: Article, chance: random.Random) -> Iterator[Plant]:
    """The same words said by two people."""
    people = [entity.name.split()[-1] for entity, _ in people_of(article)]
    for quote, said, speaker in _quotes(article):
        others = [one for one in people if one != speaker]
        if not others or said[-1] in "?!":
            continue
        place = later(article, quote.sentence)
        wording = chance.choice(("“{q},” {s} said.", "“{q},” said {s}.", "{s} said: “{q}.”"))
        told = ["\n\n" + wording.format(q=said.rstrip(".,"), s=one) for one in (chance.choice(others), speaker)]
        yield plant("one quote, two speakers", article, [(place, place, told[0])], [(place, place, told[1])])
