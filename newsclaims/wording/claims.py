"""A claim as a reader says it: who, did, what and when, and which claims a table need not repeat."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from typing import Final

from newsclaims.model import Argument, Article, Claim, Date, Entity, Quote, Reference
from newsclaims.table import word_classes
from newsclaims.wording.statements import covers, listed_quotes, speaker_of
from newsclaims.wording.values import when_of
from newsclaims.words.complements import denies_deed
from newsclaims.words.lemmas import lemma

word_class: Final = word_classes("wording")

Cells = tuple[str, str, str, str]

# words that say themselves that something is not so
_NEGATIVE_STEMS: Final = ("declin", "deni", "deny", "fail", "lack", "refus")
_NEGATIVE_ENDS: Final = ("n't", "n’t")
# words of a verb group that say themselves that a thing is planned, possible, obliged or conditional
_MODAL_ENDS: Final = ("'ll", "’ll", "'d", "’d", "ldn't", "ldn’t")
_SAID_BY_VERB: Final = ("planned", "possible", "obliged", "conditional")
_WHOLE: Final = ("adverb", "amount", "that", "predicative", "to-inf", "time")  # whose words need no preposition
_SPEAKERS: Final = frozenset(("i", "me", "we", "us"))
_COPULAS: Final = frozenset(("am", "are", "be", "been", "is", "was", "were"))


def claim_cells(claim: Claim, names: dict[str, Entity], dates: dict[str, Date]) -> Cells:
    """Return who, did, what, when of a claim as words, in the order of its own clause.

    A passive stays one: its patient comes first and its agent, where it has one, with `by`.  What follows the verb is
    the object and the arguments as running text, what stood before the verb last.
    """
    passive = claim.voice == "passive"
    first, other = (claim.object, claim.subject) if passive else (claim.subject, claim.object)
    who = "" if first is None else _named(first, claim, names)
    did = (claim.predicate.text[:1].lower() + claim.predicate.text[1:]).replace('"', "")
    parts = [who, did, *(item.text for item in (other, *claim.arguments) if item is not None and not _clausal(item))]
    if claim.negated and not any(map(is_negative, " ".join(parts).lower().split())) and not _says_undone(did):
        did = _with_not(did)
    if claim.modality != "asserted" and not (claim.modality in _SAID_BY_VERB and any(map(is_modal, did.split()))):
        did = f"{did} ({claim.modality})"
    pieces = [(item.start, item.end, _argument(item.role, _pronoun(item.text, item.entity, names)))
              for item in claim.arguments]  # fmt: skip
    if other is not None:
        words = _pronoun(other.text, other.entity, names)
        pieces.append((other.start, other.end, f"by {words}" if passive else words))
    told = (dates[id] for id in claim.dates if id in dates)
    found = dict.fromkeys(when_of(item) for item in told if item.from_ and item.type != "DURATION")
    return who, did, _running(pieces, claim), ", ".join(found)


def _clausal(item: Reference | Argument) -> bool:
    """Tell whether a part is a clause, whose negation is its own: `said that nobody came`."""
    return isinstance(item, Argument) and item.role in ("that", "to-inf")


def _says_undone(did: str) -> bool:
    """Tell whether a verb before the last one says that the deed is not done: `avoided naming`, `has yet to arrive`."""
    before = did.lower().split()[:-1]
    return "yet" in before or any(denies_deed(lemma(word, tag)) for word in before for tag in ("VBD", "VBG", "VBZ"))


def is_negative(word: str) -> bool:
    part = word.startswith(_NEGATIVE_STEMS) or word.endswith(_NEGATIVE_ENDS)
    return part or word.strip(",.;:") in word_class("negatives")


def is_modal(word: str) -> bool:
    return word in word_class("modals") or word.endswith(_MODAL_ENDS)


def _named(item: Reference, claim: Claim, names: dict[str, Entity]) -> str:
    """Return the name of whom a reference means; `I` and `we` in a quote are its speaker's."""
    known = names.get(item.entity or "")
    if known is not None and (known.named or item.text.lower() in word_class("pronouns")):
        return known.name
    if item.text.lower() in _SPEAKERS and claim.attributed_to in names:
        return f"{item.text.lower() if item.text != 'I' else 'I'} ({names[claim.attributed_to].name})"
    return item.text


def _pronoun(text: str, entity: str | None, names: dict[str, Entity]) -> str:
    """Return the name for a pronoun that is settled, other words as they stand."""
    return names[entity].name if entity in names and text.lower() in word_class("pronouns") else text


def _with_not(verb: str) -> str:
    """Return a verb group with `not` where English has it: after its auxiliary, before a full verb."""
    first, space, rest = verb.partition(" ")
    if first.lower() not in word_class("auxiliaries") or (not space and first.lower() not in _COPULAS):
        return f"not {verb}"
    return f"{first} not {rest}".rstrip()


def _argument(role: str, text: str) -> str:
    """Return an argument with its preposition; a quotation mark that it opens is closed."""
    words = text if role in _WHOLE or text.lower().startswith(f"{role} ") else f"{role} {text}"
    if words.count('"') % 2:
        return words[:-1] if words.endswith('"') else f'{words}"'
    return words + "”" * (words.count("“") > words.count("”"))


def _running(pieces: list[tuple[int, int, str]], claim: Claim) -> str:
    """Return the pieces as one text: the object, what follows the verb, what stood before it.

    What an earlier piece covers is left out.
    """
    verb = claim.predicate.start
    fronted = claim.object.start if claim.object and claim.voice == "active" and claim.object.start < verb else -1
    said = ""
    last = -1
    for start, end, words in sorted(pieces, key=lambda item: (item[0] != fronted, item[0] < verb, item[0], -item[1])):
        if verb < start < last:
            continue
        between = claim.text[max(last - claim.start, 0) : max(start - claim.start, 0)] if 0 <= last < start else ""
        opening = start < verb and start != fronted and claim.subject is not None and start < claim.subject.start
        said += ("" if not said else ", " if opening or "," in between else " ") + words
        last = end
    return said


def told(article: Article, chosen: Collection[str] | None = None, every: bool = False) -> list[tuple[Claim, str]]:
    """Return the claims that a table lists, in the text's order, each with the name of whoever reports it, or "".

    The verbs that introduce a listed quote are left out, they stand with it.  Without ``every`` these are too, because
    the reader has their words already: claims of headlines and captions, claims inside listed quotes (where they are
    reported, unless the claim has a date or a figure), and infinitives and -ing forms that are wholly an argument of a
    claim before.  ``chosen`` limits to claims of these entity ids.
    """
    names = {entity.id: entity for entity in article.entities}
    quotes = {quote.id: quote for quote in article.quotes}
    listed = {quote.id: quote for quote in listed_quotes(article)}
    cues = sorted(quote.cue.start for quote in listed.values() if quote.cue)
    bodyless = not any(sentence.part == "body" for sentence in article.sentences)
    inside = covers(_argument_spans(article)) if not every else None
    found = []
    wanted = None if chosen is None else frozenset(chosen)
    for claim in article.claims:
        if not (claim.subject or claim.object) or _has_cue(claim, cues):
            continue
        ids = {item.entity for item in (claim.subject, claim.object, *claim.arguments) if item is not None}
        if wanted is not None and wanted.isdisjoint(ids) and claim.attributed_to not in wanted:
            continue
        quote = quotes.get(claim.quote or "")
        if inside is not None:
            part = article.sentences[claim.sentence].part
            if part in ("headline", "caption") and not bodyless:
                continue
            if _says_nothing(claim) or (claim.quote in listed and not _adds(claim, listed[claim.quote])):
                continue
            if _is_nonfinite(claim.predicate.text) and inside(*_extent(claim)):
                continue
        found.append((claim, _reporter(claim, quote, names)))
    return found


def _has_cue(claim: Claim, cues: list[int]) -> bool:
    """Say whether a cue begins inside the verb group of a claim."""
    at = bisect_left(cues, claim.predicate.start)
    return at < len(cues) and cues[at] < claim.predicate.end


def _reporter(claim: Claim, quote: Quote | None, names: dict[str, Entity]) -> str:
    if any(item.role == "according to" or "according to" in item.text for item in claim.arguments):
        return ""  # the claim says it itself
    if claim.attributed_to in names:
        return names[claim.attributed_to].name
    if quote is None or quote.speaker is None:
        return ""
    speaker = speaker_of(quote, names)
    if quote.speaker.entity in names:
        return speaker
    return f"the {speaker[4:]}" if speaker.startswith("The ") else speaker


def _adds(claim: Claim, quote: Quote) -> bool:
    """Say whether a claim inside a quote tells more than the quote: when, or how much, in reported speech."""
    return quote.kind != "direct" and bool(claim.dates or claim.figures)


def _says_nothing(claim: Claim) -> bool:
    """Say whether a claim is a bare verb of a pronoun (`they voted`, `those who came`) or a bare `were`."""
    if claim.object or claim.arguments or claim.subject is None:
        return False
    return claim.predicate.lemma == "be" or claim.subject.text.lower() in word_class("pronouns")


def _is_nonfinite(verb: str) -> bool:
    first = verb.lower().removeprefix("not ").partition(" ")[0]
    return first == "to" or first.endswith("ing")


def _argument_spans(article: Article) -> Iterator[tuple[int, int]]:
    for claim in article.claims:
        for item in claim.arguments:
            if item.role != "that":  # a whole reported sentence, whose claims stand for themselves
                yield item.start, item.end


def _extent(claim: Claim) -> tuple[int, int]:
    """Return (start, end) of the verb and what follows it."""
    ends = [item.end for item in (claim.object, *claim.arguments) if item is not None]
    return claim.predicate.start, max([claim.predicate.end, *ends])
