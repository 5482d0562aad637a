"""Claims: who did what to whom, one for every verb."""

from __future__ import annotations

from newsclaims.claims.claim import Builder
from newsclaims.claims.listings import listing
from newsclaims.fields import filled
from newsclaims.model import Claim
from newsclaims.syntax.parse import Parse
from newsclaims.syntax.parses import Parses
from newsclaims.text.document import Document
from newsclaims.words.language import english
from newsclaims.words.sentence import Sentence


def find(document: Document, parses: Parses, mixed: bool = True) -> list[Claim]:
    """Return the claims of body and headline in the order of the text; of what is ``mixed`` the English sentences.

    ``parses`` are those of ``reading``.
    """
    found: list[Claim] = []
    told = False
    for sentence in parses.sentences:
        if sentence.part == "body":
            told = True
        elif sentence.part != "headline" or told:
            continue  # a headline between paragraphs is a crosshead
        if _two_words(sentence) and not listing(sentence) and (not mixed or english(sentence)):
            found += parses.result(sentence.index)
    parses.let_go()
    titles = [item for item in parses.stretches if _title(document.text[item.start : item.end])]
    if titles:  # "the theme ‘The Medium is the Message’": a name that claims nothing
        found = [c for c in found if not any(t.start <= c.predicate.start < t.end for t in titles)]
    found.sort(key=lambda claim: (claim.start, claim.predicate.start))
    return [filled(claim, id=f"c{number}") for number, claim in enumerate(found, 1)]


def reading(document: Document, sentences: list[Sentence]) -> Parses:
    """Return readings that make the claims of every sentence when it is read."""
    shared: dict[str, str] = {}
    return Parses(document, sentences, lambda parse: clause_claims(document.text, parse, shared))


def clause_claims(text: str, parse: Parse, shared: dict[str, str] | None = None) -> list[Claim]:
    """Return the claims of one sentence, one for each clause that is about somebody, without ids.

    ``shared`` are short texts that the claims of an article have in common.
    """
    builder = Builder(text, parse, shared)
    made = [builder.claim(clause) for clause in parse.clauses]
    return [claim for claim in made if claim is not None]


def _title(quoted: str) -> bool:
    """Tell whether quoted words are a title: all but the small ones have capitals, and no stop ends them."""
    said = quoted.strip("\"“”‘’'« »")
    words = [word for word in said.split() if word[0].isalpha()]
    if not 3 <= len(words) <= 12 or not said[-1].isalnum() or said.isupper():
        return False
    return (
        words[0][0].isupper() and all(word[0].isupper() or len(word) < 5 for word in words) and words[-1][0].isupper()
    )


def _two_words(sentence: Sentence) -> bool:
    """Tell whether it has a word or number beside its verb: signs alone say nothing of anybody."""
    found = 0
    for token in sentence.tokens:
        if token.text[0].isalnum():
            found += 1
            if found == 2:
                return True
    return False
