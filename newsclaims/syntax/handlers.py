"""Which rules are asked about which kind of chunk, in which order."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import (
    adjectives,
    finite,
    infinitives,
    modifiers,
    nominals,
    openers,
    participles,
    pauses,
    quotations,
)
from newsclaims.syntax import chunks as g
from newsclaims.syntax.cascade import Handlers

HANDLERS: Final[Handlers] = {
    g.FINITE: finite.RULES,
    g.INFINITIVE: infinitives.RULES,
    g.BARE: infinitives.RULES,
    g.ING: participles.RULES,
    g.PARTICIPLE: participles.RULES,
    g.NOUN: (nominals.noun,),
    g.PRONOUN: (nominals.noun,),
    g.THERE: (nominals.noun,),
    g.ADVERB: (modifiers.adverb,),
    g.ADJECTIVE: (adjectives.adjective,),
    g.PREPOSITION: (openers.preposition,),
    g.SUBORDINATOR: (openers.subordinator,),
    g.THAT: (openers.that,),
    g.RELATIVE: (openers.relative,),
    g.WH: (openers.question_word,),
    g.COMMA: (pauses.comma,),
    g.DASH: (pauses.dash,),
    g.STOP: (pauses.stop,),
    g.OPENING: (quotations.opened,),
    g.CLOSING: (quotations.closed,),
}
