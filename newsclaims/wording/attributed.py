"""Whose a claim is: its source before it, and quotation marks where its speaker says `I` or `we` in it."""

from __future__ import annotations

from typing import Final

from newsclaims.model import Claim, Quote
from newsclaims.rule import rule
from newsclaims.wording.identified import see_identified
from newsclaims.wording.replacements import Speaking, Unsaid, Words, word_class
from newsclaims.wording.wholeness import see_stated, see_whole
from newsclaims.words.sentence import Token

THAT: Final = " that "


def in_own_words(claim: Claim, words: Words, quote: Quote | None) -> str | None:
    """Return the id of who says `I` or `we` in a claim ("" for one without an id), None where nobody does."""
    if quote is None or quote.kind == "indirect" or quote.speaker is None:
        return None
    return (quote.speaker.entity or "") if _own(claim, words) else None


def _own(claim: Claim, words: Words) -> bool:
    """Tell whether a claim says `I` or `we`."""
    tokens = words.tokens(claim.start, claim.end)
    return any(token.tag in ("PRP", "PRP$") and token.lower in word_class("first-persons") for token in tokens)


def spoken(claim: Claim, words: Words, verb: Token, so_far: Speaking) -> str:
    """Return a claim in its speaker's own words: they are quoted and stay as they are.

    Raises:
        Unsaid: where they do not stand together or need the article.
    """
    surface = claim.object if claim.voice == "passive" else claim.subject
    items = [item for item in (claim.subject, claim.object, *claim.arguments) if item is not None]
    if surface is None or surface.start > claim.predicate.start:
        raise Unsaid
    see_stated(surface, verb, words, True)
    see_whole(claim, surface, verb, words)
    start, end = surface.start, max(claim.predicate.end, *(item.end for item in items))
    said = words.said(start, end, so_far)
    if said[1:] != words.text[start + 1 : end] or any(mark in said for mark in '“”"'):
        raise Unsaid
    return said


rule("wording.own-words")(spoken)


def source(claim: Claim, words: Words, quote: Quote | None, so_far: Speaking) -> str:
    """Return what stands before a claim to say whose it is: `Anna Bell said that …`, nothing where it is the article's.

    Raises:
        Unsaid: where its source has no name.
    """
    if any("according to" in item.text or item.role == "according to" for item in claim.arguments):
        return ""
    if quote is None:
        if claim.attributed_to is None:
            return ""
        whose = words.entities[claim.attributed_to]
        so_far.named.append(whose)
        return f"According to {words.name(whose)}, "
    if quote.speaker is None:
        return _before(claim, words, quote, so_far)
    if quote.speaker.entity is not None and claim.attributed_to != quote.speaker.entity:
        raise Unsaid  # what others say whom the speaker quotes
    entity = words.entities.get(quote.speaker.entity or "")
    speaker = words.name(entity) if entity else words.said(quote.speaker.start, quote.speaker.end, so_far, True)
    article, _, rest = quote.speaker.text.partition(" ")
    if article.lower() in ("a", "an") and rest.lower() == speaker.lower():
        speaker = f"{article.lower()} {speaker}"  # a paper's name has no article: `A memo said`
    if not (entity and entity.named) and not word_class("pronouns").isdisjoint(speaker.lower().split()):
        raise Unsaid  # `they`, `one of them`
    if entity is None or not entity.named:
        see_identified(speaker, quote.speaker.start, words, True)
    cue = words.token_at(quote.cue.start) if quote.cue is not None else None
    plain = (
        quote.cue is not None and cue is not None and cue.tag in ("VBD", "VBZ", "VBP") and cue.text == quote.cue.text
    )
    if not plain or cue is None or cue.lemma not in word_class("reporting"):
        if entity is None and not quote.rule.startswith("quotes.according"):
            raise Unsaid  # `the pound fell, signalling that …`
        if entity is not None:
            so_far.named.append(entity)
        return f"According to {speaker}, "
    if entity is not None:
        so_far.named.append(entity)
    return f"{speaker[:1].upper()}{speaker[1:]} {cue.text}{THAT}"


rule("wording.source")(source)


def _before(claim: Claim, words: Words, quote: Quote, so_far: Speaking) -> str:
    """Return before whom something is said where who said it is not told: `The court heard that …`, `was told that …`.

    Raises:
        Unsaid: where nobody is told, or where it is not known who that is.
    """
    hearer, cue = quote.addressee, quote.cue
    if hearer is None or cue is None or cue.start < hearer.end or hearer.entities or _own(claim, words):
        raise Unsaid
    between = words.text[hearer.end : cue.start].split()
    if not (between or cue.lemma == "hear") or any(word not in word_class("auxiliaries") for word in between):
        raise Unsaid
    entity = words.entities.get(hearer.entity or "")
    said = words.said(hearer.start, hearer.end, so_far, True)
    see_identified(said, hearer.start, words, True)
    if entity is not None:
        so_far.named.append(entity)
    return f"{said[:1].upper()}{said[1:]} {' '.join([*between, cue.text])}{THAT}"


rule("wording.told-before")(_before)
