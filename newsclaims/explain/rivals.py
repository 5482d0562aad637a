"""What lost to an item: the candidates that its kind had for the same words, and what can be read off about why.

Nothing is remembered while an article is extracted.  The functions of the kinds are asked once more, for the sentences
that hold an item, and what they offer is set against what the item has.  ``why`` therefore states what can be seen in
the result (`behind a preposition`, `subject of “warned”`), not a score that nobody computed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from newsclaims.model import Article, Claim, Entity, Figure
from newsclaims.syntax.chunks import COMMA, INFINITIVE, NOUN, NOUNS, PREPOSITION, THERE, Chunk, chunks
from newsclaims.syntax.parses import Parses
from newsclaims.words.sentence import Sentence, Token

Rival = dict[str, Any]

_NEAR = 6  # how many noun chunks, and other verbs, on each side of a verb are looked at
_TYPES_TOLD = 3  # how many other types of an entity are told


def rival(part: str, text: str, start: int, end: int, why: str) -> Rival:
    """Return one candidate that lost: what it could have been, its words, offsets, and why it lost."""
    return {"part": part, "text": text[start:end], "start": start, "end": end, "why": why}


# -- claims ------------------------------------------------------------------------------------------------------


def of_claims(article: Article, sentences: Sequence[Sentence]) -> dict[str, list[Rival]]:
    """Return for every claim the noun chunks near its verb that became neither subject nor object nor argument."""
    from newsclaims.syntax.headlines import with_verb

    found: dict[str, list[Rival]] = {}
    by_sentence: dict[int, list[Claim]] = {}
    for claim in article.claims:
        by_sentence.setdefault(claim.sentence, []).append(claim)
    for index, claims in by_sentence.items():
        sentence = sentences[index]
        if sentence.part == "headline":
            sentence = with_verb(sentence)
        read = chunks(sentence)
        ordered = sorted(range(len(claims)), key=lambda at: claims[at].predicate.start)
        nouns = [at for at, chunk in enumerate(read) if chunk.kind in NOUNS and chunk.kind != THERE]
        ends = [sentence.tokens[chunk.last - 1].end for chunk in read]
        for number, own in enumerate(ordered):
            claim = claims[own]
            near = [claims[at] for at in sorted(ordered[max(0, number - _NEAR) : number + _NEAR + 1])]
            verb = bisect_right(ends, claim.predicate.start)
            at = bisect_left(nouns, verb)
            beside = (*nouns[max(0, at - _NEAR) : at], *nouns[at + (nouns[at : at + 1] == [verb]) :][:_NEAR])
            found[claim.id] = list(_noun_groups(article.text, sentence, read, verb, beside, claim, near))
    return found


def _noun_groups(
    text: str, sentence: Sentence, read: list[Chunk], verb: int, nouns: Sequence[int], claim: Claim,
    claims: Sequence[Claim],
) -> Iterator[Rival]:  # fmt: skip
    """Yield those of the noun chunks ``nouns`` near the chunk ``verb`` that have no part in a claim."""
    tokens = sentence.tokens
    taken = (claim.subject, claim.predicate, claim.object, *claim.arguments)
    for at in nouns:
        start, end = tokens[read[at].first].start, tokens[read[at].last - 1].end
        if any(item is not None and item.start < end and start < item.end for item in taken):
            continue
        part = "subject" if at < verb else "object"
        yield rival(part, text, start, end, _why_no_part(tokens, read, at, claim, claims))


def _why_no_part(tokens: list[Token], read: list[Chunk], at: int, claim: Claim, claims: Sequence[Claim]) -> str:
    """Say why a noun chunk has no part in a claim, the strongest reason that its surroundings show."""
    chunk = read[at]
    start, end = tokens[chunk.first].start, tokens[chunk.last - 1].end
    other = next((one for one in claims if one is not claim and holds(one.subject, start, end)), None)
    if other is not None:
        return f"subject of “{other.predicate.text}”"
    other = next((one for one in claims if one is not claim and holds(one.object, start, end)), None)
    if other is not None:
        return f"object of “{other.predicate.text}”"
    if chunk.kind == NOUN and (chunk.shape[-1] in "TZ" or chunk.shape.strip("c") == "T"):
        return "a time"
    if at and read[at - 1].kind in (PREPOSITION, INFINITIVE):
        return f"behind “{tokens[read[at - 1].head].text}”"
    for one in claims:
        held = next((item for item in one.arguments if item.start <= start and end <= item.end), None)
        if one is not claim and held is not None:
            return f"in an argument ({held.role}) of “{one.predicate.text}”"
    left = start < claim.predicate.start
    chosen = claim.subject if left else claim.object
    if chosen is not None and claim.voice == "active":
        name = "subject" if left else "object"
        if at and read[at - 1].kind == COMMA and chosen.start < start:
            return f"beside the {name} “{chosen.text}”, behind a comma"
        between = start < chosen.start < claim.predicate.start if left else claim.predicate.end <= chosen.start < start
        return f"the {name} “{chosen.text}” stands nearer to the verb" if between else f"“{chosen.text}” is the {name}"
    return "no rule joins it to the verb"


def holds(span: Any, start: int, end: int) -> bool:
    """Tell whether a span of an item covers the offsets."""
    return span is not None and bool(span.start <= start and end <= span.end)


# -- figures -----------------------------------------------------------------------------------------------------


def of_figures(article: Article, parses: Parses) -> dict[str, list[Rival]]:
    """Return for every figure what the other rules read in its words, and whether the numbers look like no figure."""
    from newsclaims.figures.cardinals.notation import decimal_comma
    from newsclaims.figures.cardinals.reader import find_numbers
    from newsclaims.figures.line import Line
    from newsclaims.rule import registered

    found: dict[str, list[Rival]] = {}
    by_sentence: dict[int, list[Figure]] = {}
    for figure in article.figures:
        by_sentence.setdefault(figure.sentence, []).append(figure)
    rules = sorted((item for item in registered("figures") if item.priority), key=lambda item: -item.priority)
    priorities = {item.id: item.priority for item in rules}
    comma = decimal_comma(article.text)
    bars: dict[int, list[tuple[int, int, str]]] = {}
    for date in article.dates:
        bars.setdefault(date.sentence, []).append((date.start, date.end, date.type))
    for index, figures in by_sentence.items():
        sentence = parses.sentences[index]
        numbers = find_numbers(sentence.tokens, article.text, comma)
        line = Line(parses, index, article.text, numbers, bars.get(index, []), False, {})
        asked = [item for item in rules if not item.needs or not item.needs.isdisjoint(sentence.lower)]
        for figure in figures:
            found[figure.id] = list(_readings(line, figure, asked, priorities))
    return found


def _readings(line: Any, figure: Figure, rules: Sequence[Any], priorities: dict[str, int]) -> Iterator[Rival]:
    from newsclaims.figures.exclusions import barred, in_name, is_date_like, is_pronoun

    text = line.text
    own = priorities.get(figure.rule, 0)
    for at, number in enumerate(line.numbers):
        if not (number.start < figure.end and figure.start < number.end):
            continue
        date = barred(line, number) or is_date_like(line, number)
        label = in_name(line, number)
        for reading, holds in (("date", date), ("name or label", label), ("pronoun", is_pronoun(line, number))):
            if holds:
                yield rival(reading, text, number.start, number.end, f"{figure.rule} is asked before this is")
        for rule in rules:
            draft = rule.apply(line, at) if rule.id != figure.rule else None
            if draft is None or not (draft.start < figure.end and figure.start < draft.end):
                continue
            if rule.priority < own:
                why = f"{figure.rule} is asked first"
            elif rule.priority < 80 and date:
                why = "part of a date or time"
            elif rule.priority < 40 and label:
                why = "part of a name or label"
            elif draft.start < figure.start or draft.last < number.last:
                why = "another figure has these words"
            else:
                why = f"{figure.rule} fits as well and is asked first"
            yield {**rival(draft.kind, text, draft.start, draft.end, why), "rule": rule.id}


# -- entities ----------------------------------------------------------------------------------------------------


def of_entities(article: Article, parses: Parses) -> dict[str, list[Rival]]:
    """Return for every entity the types that it was not given, the best first, with their scores.

    Scores are sums of weights, of any sign; only their order and distance mean something.
    """
    from newsclaims.entities import named_chains
    from newsclaims.entities.evidence import TYPES

    by_start: dict[int, Entity] = {}
    for entity in article.entities:
        for mention in entity.mentions:
            if mention.kind == "name":
                by_start[mention.start] = entity
    found: dict[str, list[Rival]] = {}
    for chain in named_chains(parses, article.text):
        entity_of = next((by_start[name.start] for name in chain.names if name.start in by_start), None)
        if entity_of is None or entity_of.id in found:
            continue
        name = chain.names[0]
        scored = sorted(zip(chain.scores, TYPES, strict=True), key=lambda pair: -pair[0])
        best = scored[0][0]
        found[entity_of.id] = [
            {
                **rival("type", article.text, name.start, name.end, f"{score:.2f} is below {best:.2f}"),
                "type": kind or "no name",
                "score": round(score, 2),
            }
            for score, kind in scored
            if kind != entity_of.type
        ][:_TYPES_TOLD]
    return found
