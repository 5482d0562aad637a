"""Documents and bodies that speak: `The complaint says`, `state media reported`: that is not the article's own claim.

Bodies are those that have no name and whose nouns mean other things where nobody speaks (`the mayor's office`).  A
document has an entity where it is the speaker of a quote and nobody is named whose paper it is (``issuers.py``).  It
goes on with a document before it that one alone fits: the same noun, no word that was not said of it.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from newsclaims.fields import filled
from newsclaims.links.classes import word_class
from newsclaims.links.facts import Facts
from newsclaims.model import Entity, EntityType, Mention, Reference
from newsclaims.rule import rule
from newsclaims.words.sentence import Sentence, Token

_PHRASE: Final = frozenset(
    {"CD", "DT", "HYPH", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "RB", "VBG", "VBN"}
)
_ARTICLES: Final = frozenset({"a", "an", "the"})
_LONGEST: Final = 12
"""Tokens of a document's name at most; a longer phrase is named by its noun and what stands before it."""
_KEPT: Final = 8
"""Documents of one noun that are compared at most."""


class _Document:
    """One document: the entity's place among those made here, and the words that tell it from others of its noun."""

    __slots__ = ("kind", "mentions", "name", "words")

    def __init__(self, name: str, words: frozenset[str], kind: EntityType) -> None:
        self.name = name
        self.kind = kind
        self.words = words
        self.mentions: list[Mention] = []


def speaking_documents(
    text: str, sentences: list[Sentence], starts: list[int], facts: Facts, before: int
) -> list[Entity]:
    """Return the documents that speak, as entities behind the ``before`` others; fill them in where they speak.

    ``starts`` are the starts of the sentences.  The speaker of a quote and the subject of its cue's claim get the same.
    """
    chains: dict[str, list[_Document]] = {}
    every: list[_Document] = []
    spoken: list[tuple[Reference, _Document]] = []
    last: tuple[int, _Document | None] = (-1, None)
    for quote in facts.quotes:
        speaker = quote.speaker
        if speaker is None or speaker.entity is not None or speaker.entities:
            last = (quote.sentence, None) if speaker is not None else last
            continue
        sentence = sentences[max(0, bisect_right(starts, speaker.start) - 1)]
        if speaker.text.lower() == "it" and last[1] is not None and quote.sentence - last[0] <= 1:
            last[1].mentions.append(Mention(speaker.text, speaker.start, speaker.end, "pronoun"))
            spoken.append((speaker, last[1]))
            last = (quote.sentence, last[1])
            continue
        head = _head(sentence.tokens, sentence.at(speaker.start), sentence.at(speaker.end))
        if head is None:
            last = (quote.sentence, None)
            continue
        document = _document(text, sentence, speaker, head, chains)
        if document is None:
            last = (quote.sentence, None)
            continue
        if not document.mentions:
            every.append(document)
        document.mentions.append(Mention(speaker.text, speaker.start, speaker.end, "nominal"))
        spoken.append((speaker, document))
        last = (quote.sentence, None if sentence.tokens[head].tag in ("NNS", "NNPS") else document)
    ids = {id(document): f"e{before + number + 1}" for number, document in enumerate(every)}
    subjects: dict[int, list[Reference]] = {}
    for claim in facts.claims if spoken else ():
        if claim.subject is not None:
            subjects.setdefault(claim.subject.start, []).append(claim.subject)
    for speaker, document in spoken:
        for reference in (speaker, *subjects.get(speaker.start, ())):
            if reference.entity is None and not reference.entities:
                filled(reference, entity=ids[id(document)])
    return [Entity(ids[id(one)], one.name, one.kind, None, (), tuple(one.mentions)) for one in every]


rule("links.speaking-document")(speaking_documents)


def _head(tokens: list[Token], first: int, last: int) -> int | None:
    """Return the noun of a phrase that names a document or body: `study` of `a study published last year`."""
    head = None
    for at in range(first, last):
        tag = tokens[at].tag
        parted = tag not in _PHRASE and tokens[at].text != "/"  # but `an Acme/Norvane poll`
        if parted or (tag[:2] == "VB" and head == at - 1):
            break
        head = at if tag[:2] == "NN" else head
    if head is None or (tokens[head].lower in word_class("speaking-bodies") and tokens[first].tag == "PRP$"):
        return None  # `his office`: whose it is is not said
    noun = tokens[head].lower
    return (
        head
        if noun in word_class("papers") or noun in word_class("signs") or noun in word_class("speaking-bodies")
        else None
    )


def _document(
    text: str, sentence: Sentence, speaker: Reference, head: int, chains: dict[str, list[_Document]]
) -> _Document | None:
    """Return the document that a phrase names, a new one where none of those before fits, None where several do."""
    tokens = sentence.tokens
    first, last = sentence.at(speaker.start), sentence.at(speaker.end)
    noun = tokens[head].lower
    told = frozenset(t.lower for t in tokens[first:head] if t.tag[:2] in ("NN", "JJ", "VB") or t.tag == "CD")
    known = chains.setdefault(noun, [])
    if tokens[first].lower in word_class("definite-determiners"):
        fitting = [one for one in known[-_KEPT:] if told <= one.words]
        if fitting and head + 1 == last:
            return fitting[0] if len(fitting) == 1 else None
    body = noun in word_class("speaking-bodies")
    begin = first + (tokens[first].lower in _ARTICLES and first < head and not body)
    cut = next((at for at in range(head + 1, last) if tokens[at].tag in ("WDT", "WP", "``", ",", ":")), last)
    end = cut if cut - begin <= _LONGEST else head + 1
    name = " ".join(text[tokens[begin].start : tokens[end - 1].end].split())
    if begin == 0 and tokens[begin].tag not in ("NNP", "NNPS") and tokens[begin].text[1:].islower():
        name = name[0].lower() + name[1:]
    document = _Document(name, told, "organization" if body else "other")
    known.append(document)
    return document
