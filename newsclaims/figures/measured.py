"""What a figure measures, where its clause or phrase says so: `bilateral trade exceeding $2.5 billion`.

A noun behind the figure (`$380 million of preferred stock`, `a $107 million verdict`, `$50 million in aid`), a noun
with *of* before it (`a net loss of $5.1 million`, `a fleet of 270 aircraft`), the subject of a verb of amount or change
(`the S&P 500 rose 0.4%`), the object of one that causes it (`cut river traffic by 40%`, `set bail at $5,000`), the
person of an age, what a rank is one of; and what the figure before it measures, if it carries that on (`was $21,500, up
from $20,900`).  The words stand as in the text, without determiner.  Anything else is None, and so are pronouns.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsclaims.figures.classes import word_class
from newsclaims.figures.line import HYPHENS, Draft, Line
from newsclaims.figures.movement import change_words, joins, lead
from newsclaims.syntax.chunks import CONJUNCTION, NOUN, PREPOSITION, Chunk
from newsclaims.syntax.clause import RELATIVE, Clause, Phrase
from newsclaims.table import words

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_EACH = frozenset({"a", "an", "apiece", "each", "per"})
_OPENERS = frozenset({"DT", "PDT", "PRP$", "WP$", "WDT", "IN", "RB", "CD", "$", "``", "''"})
"""Tags of what a noun phrase begins with that is no part of the words for what is measured."""
_LIGHT = frozenset({"RB", "JJ", "DT", "JJR", "RBR", "HYPH", "VBN"})
_BETWEEN = frozenset({"worth", "in", "at", "be", "up", "down", "higher", "lower"})
_CHUNKS = 8
"""Chunks of a phrase that are taken in."""
_POINTED = frozenset({"at", "by", "down", "for", "from", "off", "to", "up"})
"""Words between a verb and a figure that say what the verb says of its subject or object."""


@cache
def _verbs() -> frozenset[str]:
    return words("figures", "amount_verbs")


def measures(line: Line, drafts: Sequence[Draft], at: int) -> str | None:
    """Return the words for what the figure ``drafts[at]`` measures, as they stand in the text, or None."""
    draft = drafts[at]
    if draft.kind == "score":
        return None
    if draft.kind == "age":
        return _person(line, draft)
    if draft.kind == "ordinal":
        return _ranked(line, draft)
    if draft.kind == "multiple" and line.lower(draft.first) in change_words():
        return _multiplied(line, draft)
    counts = draft.kind == "count" and draft.unit is not None
    behind = None if counts else _behind(line, draft)
    if behind is not None:
        return behind
    before = drafts[at - 1] if at else None
    goes_on = before is not None and carries_on(line, before, draft)
    if before is not None and goes_on and before.of is not None:
        return before.of
    place = lead(line, draft)
    if before is not None and goes_on and line.lower(place) != "of":
        return _counted(line, before)
    noun = _noun_with_of(line, place, draft) if line.lower(place) == "of" else None
    holder = line.parse.holder(draft.first)
    verbless = holder is None or holder.verb is None or holder.verb.first > draft.first
    if noun is None and verbless and line.lower(place) in ("up", "down") and line.tag(place - 1) in _NOUNS:
        noun = _ending(line, place)  # "Profit up 3%"
    said = _said_of(line, draft, place, counts)
    if noun is not None and line.lower(place - 1) in word_class("rate-heads") and " " not in noun:
        return said or noun  # "rose at a rate of 5%"
    return noun or said or _fronted(line, draft)


def carries_on(line: Line, left: Draft, right: Draft) -> bool:
    """Tell whether a figure goes on about what the one before it measures: `5%, up from 4%`, `$2bn, or $3 a share`.

    Nothing but times, commas and links stands between them, one of which is a word of comparison, *or* or a bracket.
    """
    between = range(left.last, right.first)
    if len(between) > 16 or left.kind in ("age", "ordinal") or not between:
        return False
    linked = any(
        line.lower(at) in word_class("carrying-on") or line.lower(at) in word_class("change-nouns") for at in between
    )
    return linked and all(joins(line, at) for at in between)


def _counted(line: Line, draft: Draft) -> str | None:
    """Return what a count counts: `1,248 | lakes`, up from 624."""
    last = line.numbers[draft.upto - 1].last if draft.upto else draft.last
    if draft.kind != "count" or draft.unit is None or not last < draft.last:
        return None
    return line.text[line.tokens[last].start : draft.end]


def _behind(line: Line, draft: Draft) -> str | None:
    """Return the noun that follows the figure: `of stock`, `in aid`, `rise in net profit`, `verdict`."""
    last, word = draft.last, line.lower(draft.last)
    if draft.kind == "money" and word in _EACH:
        return None
    worth = word == "worth" and line.lower(last + 1) == "of"
    if word == "of" or worth:
        moved = draft.point is not None and draft.kind == "percent"  # "fell to 3% of GDP"
        return None if moved else _whole(line, last + 1 + worth)
    if word == "in" and draft.kind == "money" and line.tag(last + 1) in ("NN", "NNS", "JJ", "VBG"):
        return _whole(line, last + 1)
    if word in word_class("change-nouns") and line.lower(last + 1) == "in":  # "a 15 per cent rise in net profit"
        return _whole(line, last + 2)
    chunk = line.noun_chunk(last)
    if chunk is None or chunk.first > draft.first or draft.kind == "ratio":
        return None
    if line.lower(last) in HYPHENS or line.tag(last) not in ("NN", "JJ", "NNS", "NNP", "VBG", "VBN"):
        return None
    return _of_head(line, last, chunk)


def _of_head(line: Line, at: int, chunk: Chunk) -> str | None:
    """Return the rest of a chunk from token ``at`` to its head: `a $70,000 | bond`."""
    cut = line.lower(chunk.last) in HYPHENS and line.touches(chunk.last)  # "a 12W USB-A port"
    times = line.bar(line.tokens[chunk.head].start, line.tokens[chunk.head].end) is not None
    if cut or times or chunk.head < at or not _names(line, chunk.head):
        return None
    return line.text[line.tokens[at].start : line.tokens[chunk.head].end]


def _whole(line: Line, at: int) -> str | None:
    """Return the noun phrase that begins at token ``at`` with what hangs on it by *of*."""
    place = line.parse.chunk_at(at)
    if place is not None and line.tag(at) in ("VBG", "VBN") and line.parse.chunks[place].kind != NOUN:
        place += 1  # "operating profit"
    if place is None or place >= len(line.parse.chunks) or line.parse.chunks[place].kind != NOUN:
        return None
    end = line.parse.phrase_end(max(at, line.parse.chunks[place].first))
    return _words(line, place, end)


def _noun_with_of(line: Line, of: int, draft: Draft) -> str | None:
    """Return the noun before the *of* at a token: `a net loss of`, `exports to the EU of`; of a count only a whole."""
    if draft.kind == "count" and line.lower(of - 1) not in word_class("wholes"):
        return None  # "a fleet of 270 aircraft", not "a father of three"
    return _ending(line, of)


def _ending(line: Line, end: int) -> str | None:
    """Return the noun phrase that ends before token ``end``, with the one that it belongs to: `exports to the EU`."""
    chunks, place = line.parse.chunks, line.parse.chunk_at(end - 1)
    if place is None or chunks[place].last != end or chunks[place].kind != NOUN or not _names(line, chunks[place].head):
        return None
    timed = not _tells_which(line, chunks[place])  # "a loss in the quarter of"
    if timed and place > 1:
        place, end = place - 2, chunks[place - 2].last
    first = place
    named = timed or line.tag(chunks[place].head) in ("NNP", "NNPS")
    for _ in range(3):
        link = line.lower(chunks[first - 1].first) if first > 1 else ""
        host = chunks[first - 2] if first > 1 else None
        if host is None or host.kind != NOUN or not _tells_which(line, host) or not _names(line, host.head):
            break
        attached = named and link in word_class("whole-prepositions") and chunks[first - 1].kind == PREPOSITION
        if link != "of" and not (first == place and attached):
            break
        first -= 2
    return _words(line, first, end)


def _said_of(line: Line, draft: Draft, place: int, counts: bool) -> str | None:
    """Return the words for what the verb before the figure says it of: the object that it changes, or its subject."""
    clause = line.parse.holder(draft.first)
    verb = clause.verb if clause is not None else None
    if clause is None or verb is None or verb.last > draft.first:
        return None
    form, lemma, word = line.lower(verb.head), line.tokens[verb.head].lemma, line.lower(place)
    changes, amounts = form in change_words(), lemma in _verbs() or form in _verbs()
    pointed = word in _POINTED and line.lower(place - 1) not in word_class("before-to")
    amounts = amounts and (not pointed or word == "at" or _light(line, verb.last, place))
    if lemma in word_class("upward-verbs") and {word, line.lower(place - 1)} & {"up", "down", "higher", "lower"}:
        changes = True
    points = draft.unit == "point" and lemma in word_class("moving")
    if counts and (not pointed or word == "for") and lemma not in word_class("reaching") and not points:
        return None
    moved = next((item for item in clause.objects if verb.last <= item.first < item.last <= draft.first), None)
    if moved is not None and _thing(line, moved) and not clause.copular:
        causes = word in ("to", "by", "from", "up", "down") or (draft.kind == "percent" and moved.last == place + 1)
        if (changes and causes) or (word == "at" and lemma in word_class("assigning")) or _traded(lemma, word):
            return _phrase(line, moved)
        if lemma != "cost":
            return None
    elif form not in ("is", "'s") and _paid(line, clause, draft, lemma) is not None:
        return _paid(line, clause, draft, lemma)
    bare = changes and not pointed and place >= verb.last - 1
    raised = draft.kind == "count" or (draft.kind == "money" and lemma not in word_class("moving"))
    if bare and raised and draft.unit != "point":
        return None  # "raised $5 million"
    if not (changes or amounts or (clause.passive and _assigned(lemma, word)) or _traded(lemma, word)):
        return None
    if not pointed and lemma != "cost" and place >= verb.last and not _light(line, verb.last, place + 1):
        return None
    return _subject(line, clause)


def _traded(lemma: str, word: str) -> bool:
    return word == "for" and lemma in word_class("trading")


def _assigned(lemma: str, word: str) -> bool:
    return word == "at" and lemma in word_class("assigning")


def _paid(line: Line, clause: Clause, draft: Draft, lemma: str) -> str | None:
    """Return what money is spent on or paid for: `spent $5 million on adverts`."""
    role = {"spend": "on", "pay": "for", "charge": "for", "invest": "in"}.get(lemma)
    if role is None or draft.kind != "money":
        return None
    bought = next((item for said, item in clause.arguments if said == role and item.first == draft.last + 1), None)
    return _phrase(line, bought) if bought is not None and _thing(line, bought) else None


def _light(line: Line, first: int, last: int) -> bool:
    """Tell whether only words of degree, times and adjectives stand between a verb and its figure."""
    for at in range(first, last):
        token = line.tokens[at]
        light = token.tag in ("RB", "JJ", "DT", "JJR", "RBR", "HYPH", "VBN") or token.lower in word_class(
            "before-figure"
        )
        if not light and line.bar(token.start, token.end) is None and token.lower not in _BETWEEN:
            return False
    return True


def _subject(line: Line, clause: Clause) -> str | None:
    subject = clause.antecedent if clause.opener == RELATIVE and clause.gap == "subject" else None
    subject = subject or clause.surface()
    return None if subject is None else _phrase(line, subject)


def _phrase(line: Line, phrase: Phrase) -> str | None:
    place = line.parse.chunk_at(phrase.first)
    return None if place is None else _words(line, place, phrase.last)


def _thing(line: Line, phrase: Phrase) -> bool:
    """Tell whether a phrase is no figure and no time."""
    shape = phrase.chunk.shape
    unit = line.lower(phrase.head) in word_class("unit-nouns")
    return phrase.chunk.kind == NOUN and not phrase.time and shape[0] not in "c$" and not unit


def _fronted(line: Line, draft: Draft) -> str | None:
    """Return the whole that the sentence begins with: `Of those who answered, 77 percent were`, `Among men, 4%`."""
    if draft.kind not in ("percent", "ratio") or line.lower(0) not in ("of", "among"):
        return None
    return _whole(line, 1) if draft.first < 40 and line.tag(draft.last)[:2] in ("VB", "MD") else None


def _ranked(line: Line, draft: Draft) -> str | None:
    """Return what a rank is one of: `the second-highest sales volume`, `her third goal`."""
    chunk, at = line.noun_chunk(draft.last), draft.last
    if chunk is None or chunk.first > draft.first:
        return None
    while line.tag(at) in ("HYPH", "JJS", "RBS"):
        at += 1
    return _of_head(line, at, chunk)


def _multiplied(line: Line, draft: Draft) -> str | None:
    """Return what doubled, or what somebody doubled: `sales doubled`, `the firm tripled its fleet`."""
    clause = line.parse.clause_of(draft.first)
    if clause is None:
        return None
    moved = clause.objects[0] if clause.objects else None
    return _phrase(line, moved) if moved is not None and _thing(line, moved) else _subject(line, clause)


def _person(line: Line, draft: Draft) -> str | None:
    """Return the person of an age: `Ann Reed, 29,`, `a 14-year-old boy`, `boys aged 12`, `Mr Holt is 65`."""
    chunk = line.noun_chunk(draft.last)
    if chunk is not None and chunk.first <= draft.first and line.lower(draft.last - 1) == "old":
        return _of_head(line, draft.last, chunk)
    at = draft.first - 1
    while at > 0 and (line.lower(at) in word_class("before-age-mark") or line.tag(at) == "RB"):
        at -= 1
    if at < draft.first - 1 and line.tag(at) in _NOUNS:
        person = line.tag(at) != "NN" or line.lower(at) in word_class("people")  # not "joined the navy aged 17"
        return _ending(line, at + 1) if person else None
    clause = line.parse.holder(draft.first)
    if clause is None or clause.verb is None or clause.verb.last > draft.first:
        return None
    told = clause.copular or line.tokens[clause.verb.head].lemma == "turn"
    return _subject(line, clause) if told and clause.verb.last >= at else None


def _names(line: Line, head: int) -> bool:
    """Tell whether a noun says what something is: not `a total`, `part` or `the figure`."""
    if line.tag(head) == "CD":
        return line.tag(head - 1) in ("NNP", "NNPS")  # "the Nikkei 225"
    return line.tag(head) in _NOUNS and line.lower(head) not in word_class("vague-heads")


def _tells_which(line: Line, chunk: Chunk) -> bool:
    """Tell whether a chunk is no time and no figure: these say when and how much, and not of what."""
    if chunk.kind != NOUN:
        return True
    head = line.tokens[chunk.head]
    time = chunk.shape[-1] in "TZ" or line.bar(head.start, head.end) is not None
    named = chunk.shape[-2:] == "Nc"  # "Nikkei 225"
    return not time and chunk.shape[0] not in "c$" and (chunk.shape[-1] != "c" or named)


def _words(line: Line, place: int, end: int) -> str | None:
    """Return the noun phrase that begins with a chunk and ends by token ``end``, without its determiner."""
    chunks = line.parse.chunks
    chunk = chunks[place]
    if chunk.kind != NOUN or not _tells_which(line, chunk):
        return None
    first, last = chunk.first, chunk.head + 1
    while first < chunk.head and line.tag(first) in _OPENERS and line.lower(first + 1) not in HYPHENS:
        if line.tag(first) == "CD" and line.touches(first + 1):
            break  # "a 250ml bottle"
        first += 1
    for further in chunks[place + 1 : place + _CHUNKS]:
        joined = further.kind == CONJUNCTION or line.lower(further.first) in word_class("whole-prepositions")
        if further.last > end or not (joined or further.kind == NOUN) or not _tells_which(line, further):
            break
        last = further.last if further.kind == NOUN else last
    if last == chunk.head + 1 and not _names(line, chunk.head):
        return None
    return line.text[line.tokens[first].start : line.tokens[last - 1].end]
