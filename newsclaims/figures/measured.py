"""What a figure measures, where its clause says so: `bilateral trade exceeding $2.5 billion`, `$50 million in aid`.

Three constructions are read: a noun after the figure (`$380 million of preferred stock`, `a $107 million verdict`), a
noun with `of` before it (`a net loss of $5.1 million`), and the subject of a verb of amount or change (`revenue rose
21% to $243.4 million`).  Anything else is None: a name alone ("Bitcoin fell to $34,935") is no measure.
"""

from __future__ import annotations

from functools import cache

from newsclaims.figures.classes import word_class
from newsclaims.figures.counted_nouns import counted
from newsclaims.figures.line import Draft, Line
from newsclaims.figures.ranges import change_words
from newsclaims.table import words

_KINDS = frozenset({"money", "percent", "percentage_point", "quantity", "number", "multiple"})
_NOUNS = frozenset({"NN", "NNS"})


@cache
def _verbs() -> frozenset[str]:
    return words("figures", "amount_verbs") | change_words()


def measures(line: Line, draft: Draft) -> str | None:
    """Return the words for what the figure measures, as they stand in the text, or None."""
    if draft.kind == "count" and draft.unit is None:  # "the toll rose to 112"
        return _before(line, draft)
    if draft.kind not in _KINDS:
        return None
    return _after(line, draft) or _before(line, draft)


def _after(line: Line, draft: Draft) -> str | None:
    last = draft.last
    word = line.lower(last)
    if draft.kind == "money" and word in ("a", "per", "each", "apiece", "an"):
        return None
    if word == "of" or (word == "worth" and line.lower(last + 1) == "of"):
        return _group(line, last + 1 + (word == "worth"))
    if word == "in" and draft.kind == "money" and line.tag(last + 1) in ("NN", "NNS", "JJ", "VBG"):
        return _group(line, last + 1)
    # "a 15 per cent rise in net profit"
    if line.lower(last) in word_class("change-nouns") and line.lower(last + 1) == "in":
        return _group(line, last + 2)
    if line.tag(last) in ("NN", "JJ", "NNS") and line.tag(draft.first - 1) in ("DT", "PRP$", "JJ", "POS"):
        return _group(line, last)
    return None


def _group(line: Line, at: int) -> str | None:
    """Return the noun group that begins at token ``at``, without its determiner, with what its head possesses."""
    while line.tag(at) in ("DT", "PRP$", "PDT") and line.lower(at) not in ("this", "that", "these", "those"):
        at += 1
    noun = counted(line, at)
    if noun is not None and line.tag(noun.last) == "POS":  # "the world's oil reserves"
        noun = counted(line, noun.last + 1)
    if noun is None or line.tag(noun.head) not in _NOUNS or line.tag(at) == "CD":
        return None
    if line.lower(noun.head) in word_class("vague-heads"):
        return None
    return line.text[line.tokens[at].start : line.tokens[noun.head].end]


def _before(line: Line, draft: Draft) -> str | None:
    at = draft.first - 1
    stop = at - 5
    while at > stop and line.lower(at) in word_class("measured-light"):
        at -= 1
    word = line.lower(at)
    if word == "of":
        rate = line.lower(at - 1) in word_class("rate-heads")
        return _noun_before(line, at) or (_changed_before(line, at) if rate else None)
    if (word in _verbs() and line.tag(at)[:1] in ("V", "R", "I", "J")) or (word == "'s" and line.tag(at) == "VBZ"):
        return _subject(line, at)
    # "rose 21% to $243.4 million": the verb stands before another figure
    led = line.lower(draft.first - 1) in ("to", "from", "than", "about", ",", "or")
    if led or word in ("%", "percent", "cent", "million", "billion"):
        for step in range(1, 9):
            place = draft.first - 1 - step
            if line.lower(place) in change_words() and line.tag(place).startswith("VB"):
                return _subject(line, place)
            noun = line.tag(place) in ("NN", "NNS", "NNP")
            if noun and line.lower(place) not in ("%", "percent", "cent", "cents", "points"):
                return None
    return None


def _changed_before(line: Line, at: int) -> str | None:
    """Return the subject of `Consumer prices rose at an annual rate of 2.3%`."""
    for place in range(at - 2, max(-1, at - 8), -1):
        if line.tag(place).startswith("VB") and line.lower(place) in _verbs():
            return _subject(line, place)
    return None


def _subject(line: Line, verb: int) -> str | None:
    at = verb
    if line.lower(at - 1) == "than" and line.lower(at - 2) in ("more", "less"):  # "more than doubled"
        at -= 2
    for _ in range(4):
        verbal = line.tag(at - 1) in ("RB", "MD", "VBD", "VBZ", "VBP", "VB", "VBN")
        if verbal and line.lower(at - 1) not in ("said", "says"):
            at -= 1
    return _noun_before(line, _whole_before(line, at) or at) or _of_a_name(line, at)


def _whole_before(line: Line, at: int) -> int | None:
    """Return where the dates that stand between subject and verb begin: `Profits in the three months to June rose`."""
    for _ in range(3):
        bar = line.bar(line.tokens[at - 1].start, line.tokens[at - 1].end) if at else None
        if bar is None:
            break
        while at and line.tokens[at - 1].start >= bar[0]:
            at -= 1
        if line.lower(at - 1) not in word_class("whole-prepositions"):
            break
        at -= 1
    else:
        return None
    return at


def _of_a_name(line: Line, at: int) -> str | None:
    """Return a noun with the name that it belongs to: `Shares in Northgate`, `sales at the Corner Shop`."""
    end = at
    while at and end - at < 6 and line.tag(at - 1) in ("NNP", "NNPS", "HYPH", "POS"):
        at -= 1
    if at == end or line.tag(end - 1) == "POS":
        return None
    last = line.tokens[end - 1].end
    at -= line.tag(at - 1) == "DT"
    if line.lower(at - 1) not in word_class("whole-prepositions"):
        return None
    noun = _noun_before(line, at - 1)
    if noun is None:
        return None
    return line.text[line.tokens[at - 2].end - len(noun) : last]


def _noun_before(line: Line, at: int, inner: bool = False) -> str | None:
    """Return the noun group that ends before token ``at``, without determiner and possessor.

    A preposition before it is taken in once: "index of eurozone shares", "exports to the EU".
    """
    last = at
    first = at
    if at and line.form(at - 1) in word_class("measure-acronyms"):
        return line.form(at - 1)
    while first > 0 and last - first < 7 and (line.tag(first - 1) in word_class("inside") or _joins(line, first - 1)):
        first -= 1
    for place in range(last - 1, first - 1, -1):
        if line.tag(place) in ("POS", "VBG"):
            first = place + 1
            break
    if line.tag(first) == "HYPH" and line.tag(first - 1) == "CD":  # "30-year mortgages"
        first -= 1
    while line.lower(first + 1) != "-" and first < last and line.tag(first) not in ("NN", "NNS", "JJ", "NNP", "CD"):
        first += 1
    if line.lower(first - 1) == "-" and first > 1 and line.touches(first) and line.touches(first - 1):
        first -= 2  # "per-share earnings"
    if first >= last or line.tag(last - 1) not in _NOUNS or line.lower(last - 1) in word_class("vague-heads"):
        return None
    end = line.tokens[last - 1].end
    of = first - 1 - (line.tag(first - 1) in ("DT", "PRP$"))
    if not inner and line.lower(of) in ("of", "to", "for", "in", "from"):
        whole = _noun_before(line, of, inner=True)
        if whole is not None:
            return line.text[line.tokens[of - 1].end - len(whole) : end]
    return line.text[line.tokens[first].start : end]


def _joins(line: Line, at: int) -> bool:
    """`goods and services`: a conjunction between two common nouns."""
    return line.lower(at) in ("and", "&") and line.tag(at - 1) in _NOUNS and line.tag(at + 1) in ("NN", "NNS", "JJ")
