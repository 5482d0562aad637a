"""A claim as a sentence that stands alone: names for pronouns, absolute dates, its source.

The sentence is made of the article's own words: who acts (or, in a passive, to whom it is done), the verb group and
what follows it, in which every pronoun is replaced by the name of whom it means and every relative date by the day.
What cannot be told so is ``None``: headlines, questions, clauses without a finite verb, pronouns of nobody known, days
that are not known, and claims whose modality or negation stands outside their own words.
"""

from __future__ import annotations

from typing import Final

from newsclaims.fields import filled
from newsclaims.links.facts import Facts
from newsclaims.model import Argument, Claim, Quote, Reference
from newsclaims.pattern import compiled
from newsclaims.rule import rule
from newsclaims.wording.absolute import UnknownDay
from newsclaims.wording.attributed import THAT, in_own_words, source, spoken
from newsclaims.wording.identified import see_identified
from newsclaims.wording.replacements import Speaking, Unsaid, Words, word_class
from newsclaims.wording.wholeness import Contents, closed, see_known, see_meant, see_stated, see_told, see_whole
from newsclaims.words.sentence import Sentence, Token

_MOST: Final = 500  # characters of a claim: nobody reads more as one sentence
_NEAR: Final = 30  # characters before a part in which a conjunction is looked for
_MOST_BETWEEN: Final = 120
_FINITE: Final = frozenset(("VBD", "VBZ", "VBP", "MD"))
_WHOLE: Final = ("adverb", "amount", "predicative", "to-inf", "time")  # whose words need no preposition
_CONTENT: Final = ("that", "reported")
_SHORT: Final = {"'ll": "will", "'re": "are", "'ve": "have", "'m": "am"}
_BEFORE_MARK: Final = compiled(r" (?=[,:;])")
_JOINED: Final = compiled(r"\b(?:and|but|or),?\s*(?:[a-z]+ )?\Z")
_RATE: Final = compiled(r" (?:an?|each|every|per) (?:hour|day|week|month|quarter|year|person|share)\b")
_EARLIER: Final = compiled(r",? an? (?:year|month|week|quarter|decade) (?:earlier|before)\b")
_COUNTED_FROM: Final = compiled(r" (?:before|after|prior|ahead|into|since) ")
_FROM_KNOWN: Final = compiled(r" (?:before|after|prior to|ahead of|into|since) (?:the|that|this|th[eo]se) [a-z -]+\Z")
Item = Reference | Argument


def stand_alone(text: str, sentences: list[Sentence], facts: Facts) -> None:
    """Give the claims their sentence in ``standalone``, those that have one."""
    words = Words(text, sentences, facts.entities, facts.dates, facts.quotes)
    quotes = {quote.id: quote for quote in facts.quotes}
    contents = Contents(facts.claims)
    for claim in facts.claims:
        quote = quotes.get(claim.quote or "")
        try:
            verb = _finite(claim, words)
            see_told(claim, contents.governor(claim), quote)
            said = _sentence(claim, words, verb, quote)
        except (Unsaid, UnknownDay):
            continue
        filled(claim, standalone=said or None)


def _sentence(claim: Claim, words: Words, verb: Token, quote: Quote | None) -> str:
    """Return the sentence of a claim.

    Raises:
        Unsaid: where it has none.
        UnknownDay: where it has a relative date without a day.
    """
    speaking = in_own_words(claim, words, quote)
    so_far = Speaking(speaking)
    opening = source(claim, words, quote, so_far)
    so_far.own = len(so_far.named)
    clause = _clause(claim, words, verb, so_far) if speaking is None else spoken(claim, words, verb, so_far)
    see_meant(claim, f"{opening} {clause}", quote)
    said = f"{opening}{clause}" if opening else f"{clause[:1].upper()}{clause[1:]}"
    if speaking is not None:
        if not opening.endswith(THAT):
            raise Unsaid
        said = f"{opening.removesuffix(THAT)}, “{clause[:1].upper()}{clause[1:]}.”"
    return closed(" ".join(said.split()))


def _finite(claim: Claim, words: Words) -> Token:
    """Return the finite verb of a claim that tells something in running text.

    Raises:
        Unsaid: where it has none.
    """
    if words.sentences[claim.sentence].part != "body" or claim.modality == "asked" or len(claim.text) > _MOST:
        raise Unsaid
    tokens = words.tokens(claim.predicate.start, claim.predicate.end)
    for token in tokens:
        if token.tag in _FINITE:
            if claim.voice == "passive" and token is tokens[-1] and token.lemma not in ("be", "get"):
                raise Unsaid  # `the man arrested in Oslo`
            return token
        if token.tag[0] == "V":
            break
    raise Unsaid


def _clause(claim: Claim, words: Words, verb: Token, so_far: Speaking) -> str:
    """Return who did what, without the source and the full stop."""
    passive = claim.voice == "passive"
    surface, other = (claim.object, claim.subject) if passive else (claim.subject, claim.object)
    first, last = claim.predicate.start, claim.predicate.end
    if surface is None:
        raise Unsaid
    items: list[Item] = [item for item in (other, *claim.arguments) if item is not None]
    if claim.rule == "claims.existential":
        see_stated(surface, verb, words, claim.quote is not None)
        see_whole(claim, surface, verb, words)
        group = _verb_group(words.said(first, last, so_far), verb, passive)
        return f"there {group}{words.said(last, max([surface.end, *(item.end for item in items)]), so_far)}"
    if surface.text.lower() in word_class("bare-quantities"):
        raise Unsaid
    inverted = surface.start > first
    fronted = [item for item in items if item.end <= (first if inverted else surface.start)]
    between = [item for item in items if surface.end <= item.start < first]
    behind = [item for item in items if item.start >= last]
    moved = [
        item for item in fronted if inverted or item is other or (isinstance(item, Argument) and item.role in _CONTENT)
    ]
    said = [_fronted(item, words, so_far) + "," for item in fronted if item not in moved]
    if not moved:
        see_stated(surface, verb, words, claim.quote is not None)
    elif (
        other is not None
        and other in moved
        and words.text[other.end : surface.start].strip(" ,").lower() not in {"", *word_class("relatives")}
    ):
        raise Unsaid
    see_whole(claim, surface, verb, words)
    see_known(claim, surface, words)
    said.append(_who(surface, verb, words, so_far))
    if claim.rule == "claims.resumed-clause" and not inverted and not between:
        said.append(_restriction(surface.end, first, words, so_far))
    elif not inverted and all(token.tag == "RB" for token in words.tokens(surface.end, first)):
        said.append(words.text[surface.end : first].strip())  # `no one else`, `still`
    said += [_piece(item, words, so_far, passive) for item in between]
    said.append(_verb_group(words.said(first, last, so_far), verb, passive))
    contents = [item for item in moved if isinstance(item, Argument) and item.role in _CONTENT]
    said += [_piece(item, words, so_far, passive) for item in moved if item not in contents]
    if behind and not inverted:
        end = max(item.end for item in behind)
        if any(_JOINED.search(words.text, max(last, item.start - _NEAR), item.start) for item in behind):
            raise Unsaid  # what follows `and` belongs to another verb
        tail = _RATE.match(words.text, end) or _EARLIER.match(words.text, end)
        said.append(words.said(last, tail.end() if tail else end, so_far))
    else:
        said += [_piece(item, words, so_far, passive) for item in behind]
    said += [_piece(item, words, so_far, passive) for item in contents]  # `said on 5 May that it rained`
    return _BEFORE_MARK.sub("", " ".join(said))


rule("wording.clause")(_clause)


def _restriction(start: int, end: int, words: Words, so_far: Speaking) -> str:
    """Return what says which one acts, between who acts and the verb: `the price of a car sold in May was …`."""
    between = words.text[start:end]
    if any(sign in between for sign in ',;:–—()“"') or len(between) > _MOST_BETWEEN:
        return ""
    return words.said(start, end, so_far).strip()


rule("wording.restriction")(_restriction)


def _who(surface: Reference, verb: Token, words: Words, so_far: Speaking) -> str:
    """Return the subject; a verb in the plural wants one of many.

    Raises:
        Unsaid: where nobody knows who it is without the article: `the company`, but `the government`.
    """
    entity = words.entities.get(surface.entity or "")
    said = words.said(surface.start, surface.end, so_far, True)
    if not surface.text.lower().startswith(said.lower()) or not _restricted(surface, words):
        see_identified(said, surface.start, words, verb.lemma in word_class("reporting"))
    so_far.subject = surface.entity
    plural = surface.text.lower() == "they" and (verb.tag == "VBP" or verb.lower == "were")
    if plural and said != surface.text and (entity is None or entity.type == "person" or entity.named):
        raise Unsaid
    return said


def _restricted(surface: Reference, words: Words) -> bool:
    """Tell whether what follows a description says which one it is: `the plan that …`."""
    behind = words.ending(surface.end)[1]
    return (
        behind is not None and behind.start <= surface.end + 1 and behind.tag in ("IN", "WDT", "WP", "TO", "VBN", "VBG")
    )


def _verb_group(said: str, verb: Token, passive: bool) -> str:
    """Return a verb group with its contraction written out: `'ll close` as `will close`."""
    said = said.strip()
    if passive and said[:1] in "'’":
        raise Unsaid
    for short, full in (_SHORT | {"'s": "has" if verb.lemma == "have" else "is"}).items():
        if said.replace("’", "'").startswith(short):
            return full + said[len(short) :]
    if said[:1] in "'’":
        raise Unsaid
    return said


def _piece(item: Item, words: Words, so_far: Speaking, passive: bool) -> str:
    """Return one part with its preposition, for a place that it did not have in the article."""
    said = words.said(item.start, item.end, so_far, isinstance(item, Reference))
    if isinstance(item, Reference):
        if item.text.lower() in word_class("bare-quantities"):
            raise Unsaid  # `what they did`
        return f"by {said}" if passive else said
    if item.role in _CONTENT:
        return said if item.text.lower().startswith("that ") else f"that {said}"
    if item.role in _WHOLE or said.lower().startswith((f"{item.role} ", "on ", "in ", "at ")):
        return said
    return f"{item.role} {said}"


def _fronted(item: Item, words: Words, so_far: Speaking) -> str:
    """Return an argument that stands in front: `In May, …`.

    Raises:
        Unsaid: where its preposition does not stand before it: `both of whom`, or something is left out behind it.
    """
    said = _piece(item, words, so_far, False)
    if isinstance(item, Argument) and item.role == "as":
        raise Unsaid  # `as recently as last month`
    if _COUNTED_FROM.match(words.text, item.end) or _FROM_KNOWN.search(said):
        raise Unsaid  # `A few months before the sale, the firm …`
    if isinstance(item, Argument) and item.role not in _WHOLE and not said.lower().startswith(("on ", "in ", "at ")):
        before = words.text[max(0, item.start - 20) : item.start].rstrip().lower()
        if not before.endswith(item.role) and not item.text.lower().startswith(item.role):
            raise Unsaid
    return said
