"""Who says it: the subject of a verb, found from the verb to the left within one line."""

from __future__ import annotations

from functools import cache

from newsclaims.quotes.commas import CONJUNCTIONS, LONG_QUOTE, NEAR, between_commas, opening_phrase
from newsclaims.quotes.lines import QUOTE, Line, Span
from newsclaims.quotes.modified import PAIRED, REACH, before_title, reduced_relative, with_participle
from newsclaims.quotes.nouns import FINITE, NAMES, RELATIVE, base_left, is_noun, phrase_left, phrase_right
from newsclaims.quotes.occasions import DAYS, is_time, occasion
from newsclaims.quotes.verbgroups import group_start, is_finite
from newsclaims.table import rows, words
from newsclaims.words.sentence import Token

_CONTRACTED = frozenset({"'s", "'re", "'ve", "'d", "'ll", "'m", "n't"})
_BLAMED_FOR = frozenset({"for", "of", "from"})
_SUBORDINATING = CONJUNCTIONS - {"but", "after", "because", "since"} | {
    "whether",
    "than",
    "until",
    "once",
    "unless",
    "so",
}


@cache
def documents() -> frozenset[str]:
    """Return the things that people issue: what a statement says is said by the one who issued it."""
    media = frozenset(row[0] for row in rows("quotes", "occasions") if row[1] == "medium")
    return words("quotes", "documents") | (media - {"report", "news", "court", "ad", "column", "testimony"})


def subject(line: Line, verb: int) -> Span | None:
    """Return the items that are the subject of ``verb``, None if rules cannot tell."""
    known = line.subjects
    if verb in known:
        return known[verb]
    known[verb] = None  # a verb met again on the way has no subject yet
    known[verb] = found = _subject(line, verb)
    return found


def _subject(line: Line, verb: int) -> Span | None:
    items = line.items
    start = group_start(items, verb)
    at = start - 1
    if at < 0:
        if items[verb].tag in ("VBG", "VBN"):
            return _later_subject(line, verb)
        return None
    finite = any(items[i].tag in FINITE or items[i].lower in _CONTRACTED for i in range(start, verb + 1))
    token = items[at]
    if token.tag == "TO" or (token.lower == "to" and items[verb].tag == "VB"):
        return _infinitive(line, at)
    if not finite and items[verb].tag == "VBG":
        return _participle(line, verb, at)
    return _finite(line, verb, at)


def _infinitive(line: Line, to: int) -> Span | None:
    """The subject of `to say`: that of the verb before it, or its object after verbs of persuading."""
    items = line.items
    for at in range(to - 1, max(-1, to - 14), -1):
        token = items[at]
        if token.lower == "for" and token.tag == "IN" and at + 1 < to and phrase_right(line, at + 1) == to:
            return (at + 1, to)  # `harder for Smith to say`
        if token.tag[:2] == "VB" and not (token.tag == "VBN" and at + 1 < to and items[at + 1].tag[:2] == "NN"):
            if token.lemma in words("quotes", "persuading") and at + 1 < to and is_noun(items[to - 1]):
                end = phrase_right(line, at + 1)  # `prompted the union at its congress to say`
                return _object(items, at + 1, end) if at + 1 < end <= to else (base_left(items, to - 1), to)
            found = subject(line, at)
            return found if found is None or items[found[0]].lower not in ("there", "it") else None
        if token.tag in (";", "QUOTE") or token.lower in ("that", "which"):
            return None
    return _later_subject(line, to)


def _participle(line: Line, verb: int, at: int) -> Span | None:
    """The subject of `saying`: that of the main clause; a noun right before it if no comma stands between."""
    items = line.items
    token = items[at]
    if token.lower in _BLAMED_FOR:
        blamed = _judged(line, at)
        if blamed is not None:
            return blamed
    if token.tag == "CC":
        for i in range(at - 1, max(-1, at - NEAR), -1):
            if items[i].tag == "VBG":
                return subject(line, i)
        return _main_subject(line, at) or _later_subject(line, verb)
    if token.lower in PAIRED and token.lower != ",":
        found = _across(line, verb, at)
        if found is not None:
            return found
    if is_noun(token) and token.tag not in ("DT", QUOTE):
        start = phrase_left(line, at)
        if (
            is_time(items, base_left(items, at), at)
            or _document(items, start, at)
            or _occasion_between(items, start, at)
        ):
            return _main_subject(line, at) or (start, at + 1)
        return (start, at + 1)
    return _main_subject(line, at) or _later_subject(line, verb)


def _judged(line: Line, preposition: int) -> Span | None:
    """The object of a verb of blaming or praising: in `criticized Smith for saying` it is Smith who says."""
    items = line.items
    for at in range(preposition - 1, max(-1, preposition - REACH), -1):
        if items[at].tag[:2] == "VB":
            judging = items[at].lemma in words("words", "judging_verbs") and items[at].tag != "VBN"
            if not judging or phrase_right(line, at + 1) != preposition:
                return None
            return _object(items, at + 1, preposition)
        if items[at].tag == QUOTE or items[at].lower in (",", ";"):
            return None
    return None


def _object(items: list[Token], first: int, end: int) -> Span:
    """The object of a verb without the phrases of place and time after it; `of` belongs to it."""
    return first, next((i for i in range(first + 1, end) if items[i].tag == "IN" and items[i].lower != "of"), end)


def _document(items: list[Token], start: int, last: int) -> bool:
    """Tell whether the head of a phrase is a thing that people issue: `a letter to the board`."""
    head = next((i for i in range(start, last) if items[i].tag in ("IN", "TO")), last + 1) - 1
    return items[last].lower in documents() or items[head].lower in documents()


def _occasion_between(items: list[Token], start: int, last: int) -> bool:
    return (start > 0 and occasion(items, start - 1)) or any(occasion(items, i) for i in range(start, last))


def _main_subject(line: Line, at: int) -> Span | None:
    """The subject of the nearest finite verb to the left that stands in no subordinate clause."""
    items = line.items
    nearest: Span | None = None
    for i in range(at - 1, max(-1, at - NEAR), -1):
        if items[i].lower == "'s" or not is_finite(items, i):
            continue
        found = subject(line, i)
        if found is None and _inverted(items, i):
            end = phrase_right(line, i + 1)
            found = (i + 1, end) if end > i + 1 else None
        if found is None:
            continue
        if items[found[0]].tag in RELATIVE:
            if any(item.lower == "," for item in items[i:at]) or items[at].lower == ",":
                continue
            return found
        before = items[found[0] - 1] if found[0] else None
        if before is None or not (before.lower in _SUBORDINATING or before.tag[:2] in ("VB", "WP", "WR", "WD")):
            return found
        nearest = nearest or found
    return nearest


def _inverted(items: list[Token], verb: int) -> bool:
    return verb > 0 and (items[verb - 1].tag == QUOTE or items[verb - 1].lower == ",")


def _later_subject(line: Line, verb: int) -> Span | None:
    """The subject after the comma: `Citing the report, Smith said`."""
    items = line.items
    for at in range(verb + 1, min(len(items) - 1, verb + NEAR)):
        pause = items[at].lower in PAIRED or (items[at].tag == QUOTE and items[at].text == ",")
        if pause and items[at + 1].tag[:2] not in ("VB", "IN", "RB", "CC", "WD", "WP"):
            end = phrase_right(line, at + 1)
            if end > at + 1 and end < len(items) and (items[end].tag in FINITE or items[end].tag in ("RB", ",")):
                return (at + 1, end)
    return None


def _finite(line: Line, verb: int, at: int) -> Span | None:
    items = line.items
    token = items[at]
    lower = token.lower
    if lower == "that" and token.tag in RELATIVE and at > 0 and is_noun(items[at - 1]):
        return (phrase_left(line, at - 1), at)
    if token.tag in RELATIVE:
        return (at, at + 1)
    if lower == "that" and at > 0 and is_noun(items[at - 1]):
        return (phrase_left(line, at - 1), at)
    if token.tag == "CC":
        return _coordinated(line, verb, at)
    if lower in PAIRED or token.tag == ":":
        return _across(line, verb, at)
    if token.tag == "POS" and at > 0 and items[at - 1].tag in NAMES and items[at + 1].tag in FINITE:
        return (phrase_left(line, at), at + 1)  # `the chain Farrow’s said`
    if token.tag == "MD" and token.text[:1].isupper():
        return (at, at + 1)
    if token.tag == QUOTE and token.text == ",":
        return before_title(line, at) or _adjacent(line, at)
    if lower == ")" or (is_noun(token) and token.tag != "POS"):
        return with_participle(line, at) or _adjacent(line, at)
    if token.tag in ("JJ", "JJR", "JJS") and at > 0 and items[at - 1].tag == "DT":
        return (at - 1, at + 1)
    if items[verb].tag in FINITE and (at == 0 or token.text[:1].isupper()) and token.tag[:2] in ("VB", "JJ"):
        return (at, at + 1)  # a name with the tag of a common word
    if at > 0 and token.tag[:2] == "VB" and token.lemma in ("help", "let", "make"):
        return subject(line, at)
    if at > 1 and token.tag in ("VBD", "VBP") and items[at - 1].tag == "PRP" and items[at - 2].tag in ("NN", "NNS"):
        return (phrase_left(line, at - 2), at + 1)  # `all the experts I interviewed said`
    return reduced_relative(line, at)


def _adjacent(line: Line, at: int) -> Span | None:
    """A noun phrase right before the verb group, with what belongs to it further left."""
    items = line.items
    if items[at].tag == QUOTE and line.words.get(at, 0) > LONG_QUOTE:
        return None
    start = base_left(items, at) if items[at].lower != ")" else at
    if items[at].lower in DAYS and start < at:
        start = at
    if is_time(items, start, at):
        before = start - 1
        while before >= 0 and items[before].tag in ("IN", "RB", "JJ"):
            before -= 1
        return _finite(line, start, before) if before >= 0 else None
    start = phrase_left(line, at)
    for i in range(start + 1, at):
        if items[i].lower in ("in", "on", "at", "during", "after", "before") and occasion(items, i):
            return (start, i)
    return (start, at + 1)


def _coordinated(line: Line, verb: int, at: int) -> Span | None:
    """`… and said`, `wins Ohio, vows`: the subject of the verb of the same tense before it."""
    items = line.items
    tag = items[group_start(items, verb)].tag
    nearest: int | None = None
    for i in range(at - 1, max(-1, at - NEAR), -1):
        token = items[i]
        if token.tag in FINITE:
            if token.tag == tag and not _past_relative(line, i, at):
                nearest = i
                break
            if nearest is None:
                nearest = i
    if nearest is None or (items[at].lower == "," and items[nearest].tag != tag):
        return None
    found = subject(line, nearest)
    if found is None and _inverted(items, nearest):
        end = phrase_right(line, nearest + 1)
        if end > nearest + 1:
            return (nearest + 1, end)
    if found is not None and items[found[0]].lower == "what" and found[0] > 0:
        return _main_subject(line, found[0]) or found  # `stood on what used to be a porch and said`
    return found


def _past_relative(line: Line, verb: int, at: int) -> bool:
    """Tell whether a verb stands in a relative clause that a comma closes before the conjunction at ``at``."""
    items = line.items
    if at == 0 or items[at - 1].lower != ",":
        return False
    found = subject(line, verb)
    return found is not None and items[found[0]].tag in RELATIVE and items[found[0] - 1].lower == ","


def _across(line: Line, verb: int, comma: int) -> Span | None:
    """The subject before a comma or dash: what stands before the pair, or what the verb of the same tense has."""
    found = between_commas(line, comma)
    if found is None and line.items[verb].tag in FINITE:
        return _coordinated(line, verb, comma) or opening_phrase(line, comma)
    return found
