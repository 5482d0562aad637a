"""Whether a claim's words are a whole sentence, and whether the article says it at all: not how, if or than what."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

from newsclaims.model import Claim, Quote, Reference
from newsclaims.pattern import compiled
from newsclaims.rule import rule
from newsclaims.wording.claims import is_modal, is_negative
from newsclaims.wording.replacements import Unsaid, Words, word_class
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.sentence import Token

_CONTENTS: Final = ("that", "reported", "whether", "if")
_NEVER_LAST: Final = frozenset(("CC", "DT", "IN", "PDT", "PRP$", "TO", "WDT", "WP", "WRB"))
_MODIFIERS: Final = frozenset(("CD", "JJ", "JJR", "JJS", "NN", "NNP", "VBG", "VBN"))
_NOUNS: Final = frozenset(("NN", "NNS", "NNP", "NNPS"))
_NAMES: Final = frozenset(("NNP", "NNPS"))
_PLURAL_NOUNS: Final = frozenset(("NNS", "NNPS"))
_RESTRICTING: Final = frozenset(("IN", "PRP", "TO", "VBG", "VBN", "WDT", "WP"))
_SINGULAR: Final = frozenset(("does", "has", "is", "was"))
_OBJECTS: Final = _MODIFIERS | _NOUNS | {"DT", "PRP$"}
_LAST_COMMA: Final = compiled(r",(?=[”\"]?\Z)")
_OPENED: Final = compiled(r'(?:^|\s)"\S[^"]*\Z')
_HANGING: Final = compiled(r" (?:in terms|in order|on behalf|as part|in favou?r|in charge)\Z")
_JOINED: Final = ("-", ".", "–")  # inside a word: `mid-way`, `IQ.LIGHT`
_CONDITION: Final = compiled(r"\b(?:if|unless|would|could|might|once|until|without|should)\b", re.I)
_SINGLE: Final = compiled(r"['‘](?<!\S.)(?![^'’]*\w[^'’]*['’](?:\W|$))")  # a mark without a partner
_HEARSAY: Final = compiled(r"\b(?:alleg|reported|suppos|seem|appear|accus|suspect|purport|claim)", re.I)
_INFINITIVE: Final = 15  # per cent of a noun's occurrences that have an infinitive
_OPENING: Final = ("“", '"', "``", "‘")
_URGED: Final = 25  # per cent of a verb's occurrences with an object and an infinitive
_TRANSITIVE: Final = 70  # per cent of a verb's occurrences that have an object
_DEPTH: Final = 20  # clauses inside each other that are looked at


class Contents:
    """The clauses that verbs report, by sentence: `that prices fell`, with the claim of the verb."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._held: dict[int, list[tuple[int, int, Claim]]] = {}
        for claim in claims:
            for item in claim.arguments:
                if item.role in _CONTENTS:
                    self._held.setdefault(claim.sentence, []).append((item.start, item.end, claim))
        for spans in self._held.values():
            spans.sort(key=lambda span: (span[0], -span[1]))

    def governor(self, claim: Claim) -> Claim | None:
        """Return the claim in whose reported clause a claim stands, the innermost."""
        spans = self._held.get(claim.sentence, [])
        place = claim.predicate.start
        at = bisect_right(spans, place, key=lambda span: span[0])
        for start, end, held in reversed(spans[max(0, at - _DEPTH) : at]):
            if start <= place < end and held is not claim:
                return held
        return None


def see_told(claim: Claim, governor: Claim | None, quote: Quote | None) -> None:
    """See that the article or the quote's speaker says it, and nobody in between.

    Raises:
        Unsaid: where somebody else does: `she said the label thought that sales fell`.
    """
    if governor is None or governor.predicate.lemma == "be":
        return
    cue = quote.cue if quote is not None else None
    if cue is None or not governor.predicate.start <= cue.start < governor.predicate.end:
        raise Unsaid


rule("wording.told-by-another")(see_told)


def see_stated(surface: Reference, verb: Token, words: Words, reported: bool) -> None:
    """See that the clause says that something is so; in what is ``reported`` the time of something need not have come.

    Raises:
        Unsaid: where it asks, says how, until when or than what: `how bad things got`, `not until the war ends`.
    """
    sentence = words.sentences[words.sentence_at(surface.start)]
    if any(token.text == "?" for token in sentence.tokens[-3:]):
        raise Unsaid
    before = words.tokens(sentence.start, surface.start)
    opener = before[-1].lower if before else ""
    if opener == "when" and verb.tag in ("VBP", "VBZ"):
        raise Unsaid  # `when he returns`
    if [token.lower for token in before[-2:]] == ["every", "time"]:
        raise Unsaid
    if sentence.tokens[0].lower == "if" and verb.lower in ("would", "could", "might"):
        raise Unsaid  # `if we were in office, we would talk`
    if (
        opener in word_class("unstated")
        or (reported and opener in ("after", "when", "while"))
        or surface.text.lower().startswith(("the more ", "the latter ", "the former one", "the same ", "whose "))
    ):
        raise Unsaid


rule("wording.not-stated")(see_stated)


def see_known(claim: Claim, surface: Reference, words: Words) -> None:
    """See that a relative clause is not what says who is meant: `people who vote`, but `Reed, who voted`.

    Raises:
        Unsaid: where it is.
    """
    behind = words.ending(surface.end)[1]
    if behind is None or behind.tag not in ("WP", "WDT") or behind.start > surface.end + 1:
        return
    first = words.tokens(surface.start, surface.end)[0]
    if first.lower != "the" and first.tag not in ("NNP", "NNPS", "PRP$"):
        raise Unsaid


rule("wording.relative-clause")(see_known)


def _says_what(claim: Claim) -> bool:
    """Tell whether a verb of speech or thought has what is said, or what it is about: `complained about the noise`."""
    return any(
        item.role in _CONTENTS or item.role in ("to-inf", "about", "of", "for", "with") for item in claim.arguments
    )


def _is_about(claim: Claim) -> bool:
    """Tell whether the object of a verb of saying and urging is a thing: `urged caution`."""
    assert claim.object is not None
    return claim.object.entity is None and not claim.object.text.lower().endswith("s")


def see_whole(claim: Claim, surface: Reference, verb: Token, words: Words) -> None:
    """See that nothing is missing at the end of the claim or of who acts: `challenges include`, `received a fighting`.

    Raises:
        Unsaid: where something is, or where the verb does not agree with who acts, so that the claim was misread.
    """
    ends = [item.end for item in (claim.subject, claim.object, *claim.arguments) if item is not None]
    bare = claim.voice == "active" and claim.object is None and not claim.arguments
    frame = verb_frame(claim.predicate.lemma)
    lemma = claim.predicate.lemma
    if claim.rule == "claims.object-relative" and (claim.object is None or claim.object.start > surface.start):
        raise Unsaid  # `the podium that athletes stand on`
    if bare and (frame.object + frame.that >= _TRANSITIVE or lemma in ("be", "do", "include")):
        raise Unsaid
    if lemma in word_class("reporting") and claim.object is None and not _says_what(claim):
        raise Unsaid  # `the council announced on Monday`
    if claim.object is not None and not claim.arguments and frame.object_infinitive >= _URGED and not _is_about(claim):
        raise Unsaid  # `urged voters`
    if lemma == "say" and claim.object is not None and not _says_what(claim) and claim.object.entity is None:
        raise Unsaid  # `said shipments of the tablet`, which are late
    end = max(claim.predicate.end, *ends)
    if any(_goes_on(claim, words, place) for place in {end, *ends}):
        raise Unsaid
    for place in {end, surface.end}:
        last, behind = words.ending(place)
        if last is not None and _is_cut(last, behind, place == claim.predicate.end):
            raise Unsaid
        if behind is not None and behind.lower == "into" and behind.start == place + 1:
            raise Unsaid  # `turned the roads into rivers`
        if (
            place != surface.end
            and last is not None
            and last.tag == "PRP"
            and last.lower in ("he", "she", "they", "we", "i")
        ):
            raise Unsaid  # `win like they did`
        if behind is not None and claim.negated and behind.start == place + 1 and behind.tag in _RESTRICTING:
            raise Unsaid  # `no evidence that`, `no recognition of users who`
        if (
            behind is not None
            and claim.predicate.lemma == "be"
            and behind.tag in ("WP", "WDT")
            and behind.start == place + 1
        ):
            raise Unsaid  # `is the only person who`
    if [token.tag[:1] for token in words.tokens(claim.predicate.end, end)[-2:]] == ["C", "V"]:
        raise Unsaid  # `looked at data and noted`
    if words.text[end : end + 1] in _JOINED and words.text[end + 1 : end + 2].isalnum():
        raise Unsaid
    head = _head(words.tokens(surface.start, surface.end))
    if head is None or (verb.lower in _SINGULAR and head.tag in _PLURAL_NOUNS):
        raise Unsaid
    if verb.lower in ("are", "were", "have") and head.tag == "NN" and " and " not in surface.text:
        raise Unsaid


rule("wording.cut-short")(see_whole)


def _goes_on(claim: Claim, words: Words, end: int) -> bool:
    """Tell whether what says most is behind the claim: `posted revenue that …`, `was far from …`, `with roads shut`."""
    last, behind = words.ending(end)
    if last is None or behind is None or behind.start > end + 1:
        return False
    if claim.object is not None and claim.object.end == end and behind.tag in ("WDT", "WP"):
        return len(words.tokens(claim.object.start, end)) == 1
    if last.lower == "far" and behind.lower == "from":
        return True
    if last.tag not in _NOUNS or (behind.tag not in ("JJ", "RB", "VBG", "VBN") and behind.lower != "near"):
        return False
    return any(item.role == "with" and item.end == end for item in claim.arguments)  # `with travel near impossible`


def _is_cut(last: Token, behind: Token | None, verb_last: bool) -> bool:
    """Tell whether a phrase that ends with one token goes on with the next."""
    if last.tag in _NEVER_LAST and not (last.tag == "IN" and verb_last):
        return True
    if behind is None or behind.start > last.end + 1:
        return False
    if (
        behind.text in _OPENING
        or behind.tag == "POS"
        or (last.tag in ("JJ", "VBN") and behind.tag in ("IN", "TO") and not verb_last)
    ):
        return True  # `with the caption “…”`, `violations related to it`
    if behind.tag in ("WP", "WDT") and last.lower in word_class("indefinites"):
        return True
    if behind.tag in _NOUNS and last.tag in _MODIFIERS and (behind.tag not in _NAMES or last.tag in ("NNP", "JJ")):
        return True
    if behind.lower == "than" or (last.tag == "JJ" and behind.tag == "PRP"):
        return True  # `is less popular than`, `make sure we stay`
    if last.tag == "VB" and not verb_last and behind.tag in _OBJECTS:
        return True  # `are used to support evolving needs`
    if last.tag not in _NOUNS:
        return False
    if behind.tag in ("PRP", "EX") or (behind.tag == "IN" and behind.lower == "that"):
        return True  # `by the time he came`, `evidence that prices fell`
    return behind.tag == "TO" and noun_frame(last.lemma).infinitive >= _INFINITIVE


def _head(tokens: list[Token]) -> Token | None:
    """Return the head of a noun phrase, None where it is no more than a number."""
    head = None
    for token in tokens:
        if token.tag in _NOUNS or token.tag in ("PRP", "EX", "VBG"):
            head = token
        elif head is not None and token.tag in ("IN", "WDT", "WP", ",", "TO", "VBN", ":", "-LRB-"):
            break
    if head is None and any(token.tag != "CD" for token in tokens):
        return tokens[-1]
    return head


def see_meant(claim: Claim, said: str, quote: Quote | None) -> None:
    """See that negation and modality of a claim stand in its words.

    Raises:
        Unsaid: where they do not.
    """
    listed = said.lower().split()
    if claim.negated and not any(map(is_negative, listed)):
        raise Unsaid
    verb = claim.predicate.text.lower().split()
    modal = any(map(is_modal, verb)) or "to" in verb
    if claim.modality in ("planned", "possible", "obliged") and not modal:
        raise Unsaid
    if claim.modality == "conditional" and not _CONDITION.search(said):
        raise Unsaid
    if claim.modality == "alleged" and quote is None and not _HEARSAY.search(said):
        raise Unsaid
    cue = quote.cue if quote is not None else None
    if claim.modality in ("denied", "doubted") and (
        cue is None or cue.lemma not in word_class("denials") or f" {cue.text} that" not in said
    ):
        raise Unsaid


rule("wording.meaning-outside")(see_meant)


def closed(said: str) -> str:
    """Return a sentence with its full stop; quotation marks and brackets that have no partner go."""
    said = _LAST_COMMA.sub("", said.strip(" ,;:–—-"))
    if ("not only" in said and " but " not in said) or _HANGING.search(said):
        raise Unsaid
    if said.count("“") == said.count("”") + 1 and said.rfind("“") > said.rfind("”"):
        said += "”"
    elif said.count('"') % 2 and _OPENED.search(said):
        said += '"'
    if said.count("“") != said.count("”") or said.count('"') % 2 or _SINGLE.search(said):
        raise Unsaid
    if said.count("(") != said.count(")"):
        raise Unsaid
    return said if said.endswith((".", ".”", '."')) else f"{said}."
