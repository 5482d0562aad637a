"""Dates, times, durations and sets of times as TIMEX3.

One pass over the tokens finds triggers by one dictionary look-up each; only there the rules are tried.  A rule takes a
``Reading`` (the sentence) and the trigger's position and returns a ``Hit`` or nothing.  The longest hits win, then
neighbours are joined (``joins.py``) and modifiers taken in (``modifiers.py``); last, in the order of the text, every
hit is asked what it means, because `the next day` depends on what was said before (``memory.py``).
"""

from __future__ import annotations

from newsclaims.dates.published import Published
from newsclaims.model import Date
from newsclaims.text.document import Document
from newsclaims.words.sentence import Sentence


def find(
    document: Document, sentences: list[Sentence], published: Published, warnings: list[str] | None = None
) -> list[Date]:
    """Return the temporal expressions in the order of the text; what cannot be a date is added to ``warnings``."""
    from newsclaims.dates.memory import Memory
    from newsclaims.dates.recognition import dated, hits_of

    memory = Memory(published.day, published.follows, document, sentences)
    found: list[Date] = []
    for sentence in sentences:
        for reading, hit in hits_of(sentence, document.text, memory.warn):
            memory.sentence, memory.reading = sentence.index, reading
            date = dated(memory, reading, hit, f"d{len(found) + 1}")
            found.append(date)
    if warnings is not None:
        warnings.extend(memory.warnings)
    return found


def as_of(document: Document, sentence: Sentence, day: str) -> list[Date]:
    """Return the expressions of a sentence as they are meant by who says it on a day (ISO): `we will meet tomorrow`."""
    from newsclaims.dates.memory import Memory
    from newsclaims.dates.recognition import dated, hits_of

    memory = Memory(day, False, document)
    return [dated(memory, reading, hit, "") for reading, hit in hits_of(sentence, document.text, memory.warn)]
