"""A time that opens a clause and the subject behind it, read as one chunk: `In the past week | trade officials met`."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import entries
from newsclaims.words.frames import verb_frame
from newsclaims.words.preferences import verb_takes

_MODIFIERS: Final = frozenset("dkjcw")
_HEADS: Final = frozenset("TZ")
_OPENING: Final = {"by": ["the", "time"], "in": ["case"]}
"""What opens a clause behind a preposition."""
_TAKING: Final = 60
"""Per cent of its uses with an object from which a verb wants one behind a day."""
_PLACED: Final = 10
"""Per cent of its uses with *on* from which a verb goes on with it: `focused on Monday meetings`."""


def time_ends(cascade: Cascade, chunk: Chunk) -> int:
    """Return how many words of a chunk before a finite verb say when, 0 where they do not part from the subject.

    Behind a preposition that opens the clause the rest must be the subject, as there is no other: `On Monday | trade
    officials met`; no time alone is `the Monday | meeting`.  Without one the time is *yesterday* or the like, or it
    has *last*, *next* or *this*: `Last week | trade officials met`; but `The last minute goal won it`.
    """
    shape = chunk.shape
    if len(shape) != chunk.last - chunk.first or shape[-1] not in "nN" or not _verb_follows(cascade):
        return 0
    start = next((at for at, letter in enumerate(shape) if letter not in _MODIFIERS), 0)
    end, tokens = start, cascade.tokens
    while end < len(shape) and shape[end] in _HEADS:
        end += 1
    if shape[start:end] == "T" and shape[end : end + 1] == "c" and _year(tokens[chunk.first + end].text):
        end += 1  # "In March 2020 | state police closed it"
    if shape[:2] == "jc" or shape[1:3] == "hc":
        dated = shape.index("c")  # "In late 2003 | Pakistan said so", "In mid-2020 | prices fell"
        if tokens[chunk.first].lower in ("early", "late", "mid") and _year(tokens[chunk.first + dated].text):
            start, end = 0, dated + 1
    alone = shape[:start] == "d"  # "the Monday meeting"
    if end == start and start:
        word, decade = tokens[chunk.first + start].lower, _year(tokens[chunk.first + start].text)
        end += decade or word in word_class("terms")
        alone = alone and not decade  # "In the 1990s | steel firms closed"
    counted = shape[end : end + 2] in ("cn", "cj", "cN") and (
        shape[end - 1] == "Z" or tokens[chunk.first + end].text.isalpha()
    )
    if end == start or end >= len(shape) or not (counted or shape[end] in "jnNd") or alone:
        return 0  # "In the past week | two boats sank"; but "On May 20 | people fled"
    if cascade.preposition is not None and cascade.preposition[1].last == chunk.first:
        return end if _opens(cascade, cascade.preposition[1].first) and _says_when(cascade, shape[:end]) else 0
    words = [token.lower for token in tokens[chunk.first : chunk.first + end]]
    first = words[1] if words[0] == "the" and len(words) > 2 else words[0]
    clock = shape[:end].lstrip("w") == "cT"  # "Around 10:40 p.m. | police officers came"
    pointed = clock or first in (word_class("pointing-days") if end == 1 else word_class("pointing-times"))
    brief = words[-1] in ("minute", "second", "moment", "time")  # "Last minute goals won it"
    return end if pointed and not brief and _opens(cascade, chunk.first) else 0


def counted_subject(cascade: Cascade, chunk: Chunk) -> int:
    """Return how many words of a chunk before a finite verb end before the number of its subject: `During the raid |
    four rebels were hurt`; 0 where the preposition does not open the clause or the number may belong to the noun.
    """
    shape, tokens, role = chunk.shape, cascade.tokens, cascade.preposition
    at = shape.find("nc") + 1
    if not at or shape[0] not in "dp" or len(shape) != chunk.last - chunk.first or tokens[chunk.head].tag != "NNS":
        return 0
    if role is None or role[1].last != chunk.first or not _verb_follows(cascade) or not _opens(cascade, role[1].first):
        return 0
    return at if tokens[chunk.first + at].lower.isalpha() and tokens[chunk.first + at - 1].tag == "NN" else 0


def said_on(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a day behind *on* and a verb of saying parts from the subject of what is said, a verb follows."""
    verb = _verb_on(cascade)
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    acts = bool(behind) and behind[0].kind in (g.FINITE, g.PARTICIPLE) and len(chunk.shape) == chunk.last - chunk.first
    return verb is not None and acts and verb_frame(cascade.lemma(verb)).that >= 40 and chunk.shape[-1] in "nN"


def done_on(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a day behind *on* parts a verb from its object: `rejected on Tuesday | claims that he lied`.

    The verb wants an object, is in the active and has none; no part of a day (`on Friday nights`) is one.
    """
    verb, clause, role = _verb_on(cascade), cascade.clause, cascade.preposition
    if verb is None or role is None or role[1].last != chunk.first:
        return False
    if clause.objects or clause.passive or clause.copular:
        return False
    first, head, times = cascade.tokens[chunk.first], cascade.tokens[chunk.head], entries("words", "time_nouns")
    if head.tag != "NNS" or chunk.shape[-1] != "n" or len(chunk.shape) != chunk.last - chunk.first:
        return False
    if head.lemma in times or cascade.tokens[chunk.first + 1].lemma in times:
        return False  # "on Friday nights", "on Sunday evenings"
    wants = verb_frame(cascade.lemma(verb)).object >= _TAKING and verb_takes(cascade.lemma(verb), "on") < _PLACED
    return wants and first.lemma.endswith("day")


def _verb_on(cascade: Cascade) -> Chunk | None:
    """Return the clause's verb where it stands right before *on* and nothing has been told yet."""
    role, verb = cascade.preposition, cascade.clause.verb
    if role is None or role[0] != "on" or verb is None or verb.last != role[1].first or cascade.clause.content:
        return None
    return verb


def text_ends(cascade: Cascade, chunk: Chunk) -> int:
    """Return how many words of a chunk before a finite verb name a text, where the subject is a name behind it.

    `In the letter | Minister Holt told the partners`: the preposition opens the clause, which has no other subject.
    """
    shape, tokens = chunk.shape, cascade.tokens
    end = len(shape.rstrip("N"))
    if (
        len(shape) != chunk.last - chunk.first
        or end == len(shape)
        or shape[0] not in "dkp"
        or not _verb_follows(cascade)
    ):
        return 0
    while end > 2 and shape[end - 1] in "nN" and tokens[chunk.first + end - 1].text[0].isupper():
        end -= 1
    before = cascade.preposition
    if end < 2 or before is None or before[1].last != chunk.first or not _opens(cascade, before[1].first):
        return 0
    return end if tokens[chunk.first + end - 1].lemma in word_class("texts") else 0


def _year(word: str) -> bool:
    """Tell whether a word is a year or a decade: `2020`, `1990s`."""
    return word[:4].isdigit() and "15" < word[:2] < "21" and len(word) > 3 and word[4:] in ("", "s")


def _says_when(cascade: Cascade, time: str) -> bool:
    """Tell whether a preposition and a time say when: a bare unit is one behind *for* alone, `For years staff sang`."""
    assert cascade.preposition is not None
    role = cascade.preposition[0]
    return role in ("for", "in") if time == "Z" else role in word_class("spanning") or role in word_class("when")


def _verb_follows(cascade: Cascade) -> bool:
    """Tell whether a finite verb follows, behind phrases of the subject: `In May | staff at the plant walked out`."""
    kinds = [chunk.kind for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 9]]
    at = 0
    while kinds[at : at + 2] == [g.PREPOSITION, g.NOUN] or (at and kinds[at : at + 2] == [g.CONJUNCTION, g.NOUN]):
        at += 2
    return kinds[at : at + 1] == [g.FINITE] or kinds[at : at + 2] == [g.ADVERB, g.FINITE]


def _opens(cascade: Cascade, first: int) -> bool:
    """Tell whether a phrase opens its clause: nothing stands before but *and*, or a verb of saying."""
    clause, before = cascade.clause, cascade.tokens[first - 1].lower if first else ""
    if clause.verb is None:
        return clause.subject is None
    said = first == clause.verb.last and not clause.objects
    return before in ("and", "but") or (said and verb_frame(cascade.lemma(clause.verb)).that >= 60)


def behind_front(cascade: Cascade) -> bool:
    """Tell whether a time behind *and* stands right before the chunk: `Reed left, and in May | the firm was sold`."""
    np = cascade.np
    if np is None or np.chunk is not cascade.previous or np.preposition is None or not np.time:
        return False
    return cascade.tokens[np.start - 1].lower in ("and", "but")


def by_the_time(cascade: Cascade, chunk: Chunk) -> bool:
    """Make *by the time* before a subject and its verb a word that opens a clause: `By the time she came, he left`.

    And *in case*: `took a coat in case it rained`.
    """
    behind, said = cascade.chunks[cascade.at + 1 : cascade.at + 9], _OPENING.get(cascade.word(chunk))
    if said is None or not behind or behind[0].kind != g.NOUN or chunk.last - chunk.first > 1:
        return False
    time = behind[0]
    begins = time.first + len(said)
    if [token.lower for token in cascade.tokens[time.first : begins]] != said:
        return False
    rest = [one.kind for one in behind[1 if time.last == begins else 0 :]]
    at = 1 if rest[:1] and rest[0] in g.NOUNS else len(rest)
    while rest[at : at + 2] == [g.PREPOSITION, g.NOUN]:
        at += 2  # "by the time | officers from Lowton came"
    at += rest[at : at + 1] == [g.ADVERB]
    if rest[at : at + 1] != [g.FINITE]:
        return False
    chunk.last = begins
    chunk.kind, chunk.shape = g.SUBORDINATOR, "S"
    if time.last == chunk.last:
        cascade.chunks.remove(time)
    else:
        time.first, time.shape = chunk.last, time.shape[len(said) :]
    return True
