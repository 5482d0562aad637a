"""What belongs to a claim: its quote, source, dates, figures and place.

A claim belongs to the quote in whose spans its predicate stands; the innermost one decides.  Its source is that
quote's speaker, or the subject of a verb of saying or thinking whose that-clause holds it.  Figures belong to the
claims that have them in their subject, object or a plain argument, not to those that merely govern the clause in which
they stand; dates to those of their clause (``dating.py``).  All lists are in the order of the text, so one bisection
finds what is near.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, Final, Generic, TypeVar

from newsclaims.claims.confidence import rated
from newsclaims.fields import filled
from newsclaims.links.classes import word_class
from newsclaims.links.dating import dated
from newsclaims.links.facts import Facts
from newsclaims.links.inner_voices import inner_voices
from newsclaims.model import Argument, Claim, Quote, Reference
from newsclaims.syntax.parses import Parses
from newsclaims.table import words
from newsclaims.words.complements import attributing, kind
from newsclaims.words.sentence import Sentence

Item = TypeVar("Item")
_THAT: Final = len(" that “")
_SAYING: Final = frozenset({"alleging", "confirming", "denying", "promising", "reporting"})
_SPEAKERS: Final = frozenset({"i", "we", "you"})
_ASIDE: Final = frozenset({"(", ")", "-", "--", "—", "–"})
_NEAR: Final = 24  # how many spans that begin before a place are looked at: more than ever nest in a sentence


def attach(text: str, parses: Parses, facts: Facts) -> None:
    """Fill in these links of the claims, and how sure each claim is."""
    claims = facts.claims
    quotes = _Spans((start, end, quote) for quote in facts.quotes for start, end in quote.spans)
    ends = {quote.cue.end: quote for quote in facts.quotes if quote.cue is not None and len(quote.spans) == 1}
    inner = list(inner_voices(text, facts.quotes, claims))
    voices, closed = _Spans(inner), {start: end for start, end, _ in inner}
    governing = _Spans(
        (a.start, min(_told_until(claim, a, ends), closed.get(a.start, a.end)), claim)
        for claim in claims
        for a in claim.arguments
        if a.role == "that" and _says(claim, a)
    )
    predicates = sorted(claim.predicate.start for claim in claims)
    parts = _Spans((part.start, part.end, number) for number, part in _parts(claims, predicates))
    dates = dated(parses, claims, facts.dates)
    figures: dict[int, list[str]] = {}
    for figure in facts.figures:
        for number in parts.holding(figure.start, figure.end):
            figures.setdefault(number, []).append(figure.id)
    _results(facts, claims, figures)
    places = {entity.id for entity in facts.entities if entity.type == "place"}
    for number, (claim, rating) in enumerate(rated(claims, parses.sentences)):
        quote = _innermost(quotes.holding(claim.predicate.start, claim.predicate.end))
        aside = _in_brackets(claim, quote, parses.sentences[claim.sentence])
        filled(
            claim,
            quote=quote.id if quote is not None else None,
            attributed_to=None if aside else _source(claim, quote, governing, voices),
            dates=tuple(dates.get(number, ())),
            figures=tuple(dict.fromkeys(figures.get(number, ()))),
            place=_place(claim, places),
            confidence=rating.confidence(claim, quoted=quote is not None),
        )


def _told_until(claim: Claim, told: Argument, ends: dict[int, Quote]) -> int:
    """Return where what a verb says ends: where the quote of which it is the cue does.

    What the reporter goes on with is nobody else's: `said it will move, though others have since said it will not`.
    """
    quote = ends.get(claim.predicate.end)
    if quote is None or quote.kind != "indirect" or not quote.start <= told.start < quote.end:
        return told.end
    first = told.text.split(None, 1)[0].lower()
    return told.end if first in words("words", "subordinators") else min(told.end, quote.end)


def _says(claim: Claim, told: Argument) -> bool:
    """Tell whether a that-clause is what the verb says, not what others say: `responded to claims that he lied`."""
    before = next((a for a in claim.arguments if 0 < told.start - a.end <= _THAT and a.role != "adverb"), None)
    if before is None:
        return True
    noun = before.text.split()[-1].lower()
    return kind(noun, "noun:that") is None and kind(noun.removesuffix("s"), "noun:that") is None


def _results(facts: Facts, claims: list[Claim], figures: dict[int, list[str]]) -> None:
    """Give a result that stands in no part of a claim to the claim whose predicate is the last one before it.

    `Harford beat Lowton on Saturday, 3-1`; the sets of a match, `7-6 (7-5), 6-4`, go with the first of them.
    """
    linked = {figure for found in figures.values() for figure in found}
    told = sorted((claim.predicate.end, number) for number, claim in enumerate(claims))
    for figure in facts.figures:
        if figure.kind != "score" or figure.id in linked:
            continue
        at = bisect_left(told, (figure.start, 0)) - 1
        if at >= 0 and claims[told[at][1]].sentence == figure.sentence:
            figures.setdefault(told[at][1], []).append(figure.id)


class _Spans(Generic[Item]):
    """Spans with what they belong to, sorted by their start."""

    def __init__(self, spans: Iterable[tuple[int, int, Item]]) -> None:
        self.spans = sorted(spans, key=_start)
        self.starts = [span[0] for span in self.spans]

    def holding(self, start: int, end: int) -> list[Item]:
        """Return the items whose span holds the given one, the innermost last."""
        last = bisect_right(self.starts, start)
        near = self.spans[max(0, last - _NEAR) : last]
        return [item for first, stop, item in near if first <= start and end <= stop]


def _start(span: tuple[int, int, Any]) -> int:
    return span[0]


def _parts(claims: list[Claim], predicates: list[int]) -> Iterator[tuple[int, Reference | Argument]]:
    """Yield the subject, object and plain arguments of every claim; an argument that holds a verb is a clause."""
    for number, claim in enumerate(claims):
        for part in (claim.subject, claim.object, *claim.arguments):
            if part is not None:
                at = bisect_left(predicates, part.start)
                if at == len(predicates) or predicates[at] >= part.end:
                    yield number, part


def _in_brackets(claim: Claim, quote: Quote | None, sentence: Sentence) -> bool:
    """Tell whether a claim is what the reporter adds in brackets: `said that Lund (who is ill) would not come`.

    So is what stands between the only two dashes: `said that branches - which serve millions - will close`.
    """
    if quote is None or quote.kind != "indirect" or sentence.lower.isdisjoint(_ASIDE):
        return False
    at = sentence.at(claim.predicate.start)
    pairs = pairwise(sentence.tokens)  # a hyphen has the next word right behind it
    signs = [sign for sign, behind in pairs if sign.text in _ASIDE and (sign.text != "-" or behind.start > sign.end)]
    signs = [sign for sign in signs if quote.start < sign.start < quote.end]
    place = bisect_left(signs, sentence.tokens[at].start, key=lambda token: token.start)
    around = signs[max(0, place - 1) : place + 1]
    if len(around) < 2:
        return False
    return (around[0].text, around[1].text) == ("(", ")") or (len(signs) == 2 and around[0].text not in "()")


def _innermost(quotes: list[Quote]) -> Quote | None:
    return quotes[-1] if quotes else None


def _source(claim: Claim, quote: Quote | None, governing: _Spans[Claim], voices: _Spans[Claim]) -> str | None:
    """Return the entity that the article credits with the claim."""
    others = voices.holding(claim.predicate.start, claim.predicate.end)
    if others:
        return _who(others[-1], quote)
    own = quote is not None and quote.rule == "quotes.according-to" and _describes(claim, quote.speaker)
    if quote is not None and quote.speaker is not None and quote.speaker.entity is not None and not own:
        says = _told(claim, quote, governing)
        return _who(says, quote) if says is not None else quote.speaker.entity
    says = _told(claim, None, governing)
    return _who(says, quote) if says is not None else None


def _who(says: Claim, quote: Quote | None) -> str | None:
    """Return who says something inside a quote; *you* are whom its speaker addresses."""
    if says.subject is None:
        return None
    if says.subject.text.lower() == "you" and quote is not None and quote.addressee is not None:
        return quote.addressee.entity
    return says.subject.entity


def _describes(claim: Claim, source: Reference | None) -> bool:
    """Tell whether a claim is what the article says of the source beside it: `According to Reed, who ran it, …`"""
    return claim.subject is not None and source is not None and claim.subject.start == source.start


def _told(claim: Claim, quote: Quote | None, governing: _Spans[Claim]) -> Claim | None:
    """Return the claim of the verb of saying whose clause holds a claim.

    Inside a quote only one who speaks there (`“The mayor says it is safe,” Smith said`) or believes what the speaker
    need not (`“People believe I lied,” Smith said`), not one who is said to know; but what those think who are told by
    what they think is theirs: `“Those who think it is safe are wrong”`.
    """
    for governor in reversed(governing.holding(claim.predicate.start, claim.predicate.end)):
        lemma = governor.predicate.lemma
        says = not governor.negated or kind(lemma, "verb:that") == "thinking"  # not "did not know that"
        inside = quote is None or quote.start <= governor.predicate.start < quote.end
        if quote is not None and quote.rule != "quotes.according-to":
            inside = inside and (kind(lemma, "verb:that") in _SAYING or _others_think(governor, quote))
        says = says and governor is not claim  # "The plan, he said, will fail"
        if says and inside and governor.subject is not None and attributing(lemma) and lemma != "hear":
            known = quote is None or governor.subject.entity is not None
            return governor if known or _others_say(governor) else None
    return None


def _others_say(claim: Claim) -> bool:
    """Tell whether a claim says what others say, be they known or not: `“They say it is late”`; no `You could tell`."""
    assert claim.subject is not None
    said = kind(claim.predicate.lemma, "verb:that") in _SAYING
    sees = claim.predicate.lemma == "tell" and not any(argument.role == "to" for argument in claim.arguments)
    return said and not sees and claim.subject.text.lower() in word_class("others")


def _others_think(claim: Claim, quote: Quote) -> bool:
    """Tell whether a verb of thinking says which people are meant: `candidates who think it is over`.

    So does one whose subject is not the speaker: `“People believe I lied,” Reed said`.
    """
    if claim.subject is None:
        return False
    told = not claim.negated and claim.subject.end <= claim.predicate.start  # not "could not believe that he left"
    if told and claim.predicate.lemma in word_class("believing") and claim.subject.text.lower() not in _SPEAKERS:
        speaker = quote.speaker.entity if quote.speaker is not None else None
        return claim.subject.entity not in (None, speaker)
    if kind(claim.predicate.lemma, "verb:that") != "thinking":
        return False
    between = claim.text[claim.subject.end - claim.start : claim.predicate.start - claim.start].split()
    return between[:1] == ["who"] and claim.subject.text.lower() != "i"


def _place(claim: Claim, places: set[str]) -> str | None:
    """Return the place in which it happened: the first argument of place that names one."""
    for argument in claim.arguments:
        if argument.entity in places and argument.role in words("claims", "place_prepositions"):
            return argument.entity
    return None
