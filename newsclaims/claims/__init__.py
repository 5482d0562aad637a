"""Claims: who did what to whom, one for every verb."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.claims.claim import Builder
from newsclaims.fields import changed
from newsclaims.model import Claim
from newsclaims.syntax import chunks as g
from newsclaims.syntax import finite, headlines, infinitives, nominals, openers, participles
from newsclaims.syntax.cascade import Cascade, Handlers
from newsclaims.text.document import Document
from newsclaims.words.language import english
from newsclaims.words.sentence import Sentence

HANDLERS: Handlers = {
    g.FINITE: finite.RULES,
    g.INFINITIVE: infinitives.RULES,
    g.BARE: infinitives.RULES,
    g.ING: participles.RULES,
    g.PARTICIPLE: participles.RULES,
    g.NOUN: (nominals.noun,),
    g.PRONOUN: (nominals.noun,),
    g.THERE: (nominals.noun,),
    g.ADVERB: (openers.adverb,),
    g.ADJECTIVE: (openers.adjective,),
    g.PREPOSITION: (openers.preposition,),
    g.SUBORDINATOR: (openers.subordinator,),
    g.THAT: (openers.that,),
    g.RELATIVE: (openers.relative,),
    g.WH: (openers.question_word,),
    g.DASH: (openers.dash,),
    g.STOP: (openers.stop,),
}


def find(document: Document, sentences: Sequence[Sentence], mixed: bool = True) -> list[Claim]:
    """Return the claims of body and headline in the order of the text; of what is ``mixed`` the English sentences."""
    found: list[Claim] = []
    for sentence in sentences:
        if sentence.part in ("body", "headline") and (not mixed or english(sentence)):
            found += sentence_claims(document.text, sentence)
    found.sort(key=lambda claim: (claim.start, claim.predicate.start))
    return [changed(claim, id=f"c{number}") for number, claim in enumerate(found, 1)]


def sentence_claims(text: str, sentence: Sentence) -> list[Claim]:
    """Return the claims of one sentence, without ids."""
    if not _two_words(sentence):
        return []
    if sentence.part == "headline":
        sentence = headlines.with_verb(sentence)
    builder = Builder(text, sentence)
    cascade = Cascade(sentence, g.chunks(sentence), HANDLERS)
    made = [builder.claim(clause) for clause in cascade.run()]
    cascade.forget()
    return [claim for claim in made if claim is not None]


def _two_words(sentence: Sentence) -> bool:
    """Tell whether it has a word or number beside its verb: signs alone say nothing of anybody."""
    found = 0
    for token in sentence.tokens:
        if token.text[0].isalnum():
            found += 1
            if found == 2:
                return True
    return False
