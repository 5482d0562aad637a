"""A source that *according to* names, or *per*, or *as reported by*: the rest of the sentence is what it says."""

from __future__ import annotations

from typing import Final

from newsclaims.quotes.clauses import behind_mark, clause_start, relative_start
from newsclaims.quotes.cues import verbs
from newsclaims.quotes.draft import Draft, Offsets, offsets
from newsclaims.quotes.lines import QUOTE, Line
from newsclaims.quotes.phrases import (
    FINITE,
    NAMES,
    RELATIVE,
    occasion,
    phrase_right,
    role_ends,
    with_apposition,
    with_contact,
    with_relative,
)
from newsclaims.quotes.sources import acts_first, clause_of, documents
from newsclaims.quotes.turns import content_end_plain
from newsclaims.quotes.vocabulary import word_class
from newsclaims.rule import rule
from newsclaims.syntax.clause import RELATIVE as RELATIVE_CLAUSE
from newsclaims.syntax.vocabulary import word_class as class_of_syntax
from newsclaims.words.frames import noun_frame

_AUXILIARY: Final = frozenset({"be", "have", "do"})


def according_cues(line: Line) -> list[tuple[int, int]]:
    """Return the items that are `according`, `per` or `as` behind a comma, each with the first one of the source."""
    if line.sentence.lower.isdisjoint(("according", "as", "per")):
        return []
    found = []
    for at, item in enumerate(line.items):
        if item.lower == "according":
            first = at + 2 if line.items[at + 1 : at + 2] and line.items[at + 1].lower == "to" else 0
        else:
            first = _reported(line, at) if item.lower == "as" else at + 1 if _per(line, at) else 0
        if 0 < first < len(line.items):
            found.append((at, first))
    return found


def _speaker(line: Line, first: int, end: int) -> bool:
    """Tell whether a phrase names somebody or a body: `the WHO`, `two officials`, not `the year`."""
    head = line.items[end - 1]
    return (
        head.tag[:3] == "NNP"
        or (head.tag in ("NN", "NNS") and (noun_frame(head.lemma).who or 0) >= 50)
        or head.lemma in documents() | class_of_syntax("bodies")
    )


def _per(line: Line, at: int) -> bool:
    """Tell whether `per` names a source: behind a comma, before a name or somebody, `…, per the ministry`."""
    items = line.items
    paused = 0 < at < len(items) - 1 and items[at - 1].text in (",", "?", "!")  # `…, per police`, `“…,” per police`
    if items[at].lower != "per" or not paused:
        return False
    end = phrase_right(line, at + 1)
    closed = end == len(items) or items[end].tag in (",", ".", QUOTE)
    return closed and items[at + 1].tag in ("DT", "NNP", "NNPS", "CD", "NNS") and _speaker(line, at + 1, end)


def _reported(line: Line, at: int) -> int:
    """Return where the source begins of `as first reported by the Post,` or `as stated in the plan,`, 0 for none."""
    items = line.items
    if at > 1 and items[at - 1].lower not in (",", "--", "—"):
        return 0
    verb = at + 1 + (items[at + 1 : at + 2] != [] and items[at + 1].tag == "RB")
    if verb + 2 >= len(items) or items[verb].lower not in word_class("attested"):
        return 0
    written = items[verb + 1].lower == "in"
    end = phrase_right(line, verb + 2) if written or items[verb + 1].lower == "by" else 0
    closed = end == len(items) or (end > verb + 2 and items[end].tag in (",", ".", "IN", QUOTE))
    worded = items[end - 1].lower in documents() | word_class("worded")
    source = closed and (worded or (_speaker(line, verb + 2, end) and not written))
    return verb + 2 if source else 0


def according_to(line: Line, at: int, first: int) -> Draft | None:
    """`According to police, …`, `…, per police`, `as reported by police`: the rest of the sentence is the content."""
    items = line.items
    end = phrase_right(line, first)
    plain = items[first].tag in ("PRP$", "JJ", "NN", "NNS")  # "according to his body mass index", "to safety standards"
    if end == first or (plain and items[end - 1].lower in word_class("standards")):
        return None
    end = with_contact(line, with_relative(line, end))
    comma = end < len(items) and items[end].lower == ","
    opens = at == 0 or (at == 1 and items[0].tag in ("CC", "RB"))
    if not opens:
        start = behind_mark(line, clause_start(line, at), at)
        last = at - 1 if items[at - 1].lower in (",", "—", "–", "--") else at
        if comma and items[last - 1].lower == "which":
            start = relative_start(items, last - 1)  # `groups which, according to police, were banned`
        elif comma and last < at:
            start = _of_relative(line, start, last, end + 1)
        that_is = items[start].tag == "DT" and items[last - 1].lemma == "be"  # `That is according to the paper`
        if last <= start or that_is or _said_before(line, start, last) or items[last - 1].lower == "that":
            return None  # `said it was late and that, according to the mayor, it was dark`
        start = max(start, _estimate(line, start, last)) if last < at and not comma else start
        spans: list[Offsets] = [(items[start].start, items[last - 1].end)]
        if comma and last < at and _goes_on(line, start, last, end + 1):
            spans.append((items[end + 1].start, items[content_end_plain(line, end + 1) - 1].end))
        elif at + 2 < len(items) and line.sentence.part != "headline" and _waits(line, start, last):
            return None  # `A year before, according to a story her sister told, she left`
        else:
            end = with_apposition(line, end)
    else:
        stop = role_ends(line, end + 1) if comma and items[end - 1].tag in NAMES else 0
        stop = stop or (end if comma and acts_first(line, end + 1) else with_apposition(line, end))
        closed = stop < len(items) and items[stop].lower == ","
        if stop == end or not closed or (stop + 1 < len(items) and items[stop + 1].lower in ("and", "or")):
            stop = _listed(line, end)  # "…, Reed lied", "…, the roof, the walls, and a stair fell"
        begin = stop
        while begin < len(items) and items[begin].lower != "," and begin < stop + 14:
            begin += 1
        begin = begin + 1 if begin < len(items) and items[begin].lower == "," else end + comma
        begin += begin < len(items) - 1 and items[begin].text == ":"  # `According to police: “…”`
        if begin < len(items) and items[begin].tag in ("VBN", "VBG"):  # `According to the study, published in May, …`
            begin = next((i + 1 for i in range(begin, min(len(items), begin + 14)) if items[i].lower == ","), begin)
        if begin < len(items) and items[begin].tag in FINITE:
            begin, stop = end + comma, end  # "…, the case, reported in May, is old": no apposition
        end = stop
        last = content_end_plain(line, begin)
        if last <= begin or (last == begin + 1 and items[begin].tag == "RB"):
            return None  # `According to the paper, basically.`
        spans = [(items[begin].start, items[last - 1].end)]
    if items[at].lower == "as":  # `as noted by Reed in a letter`
        end = next((i for i in range(first + 1, end) if items[i].tag == "IN" and occasion(items, i)), end)
    return Draft(
        "quotes.according-to",
        line,
        spans,
        offsets(line, (first, end)),
        (items[at].start, items[first - 1].end),
        " ".join(item.lower for item in items[at:first]),
    )


rule("quotes.according-to", needs=["according", "as", "per"])(according_to)


def _of_relative(line: Line, start: int, last: int, behind: int) -> int:
    """Return where the clause of a source between commas begins: that about a noun if its verb is the last before it.

    `The firm, which employs 300 people, according to its website, was sold`: the site does not say that it was sold.
    """
    items = line.items
    verb = next((at for at in range(last - 1, start, -1) if items[at].tag in FINITE), start)
    found = clause_of(line, verb)
    if found is None or found[1].opener != RELATIVE_CLAUSE:
        return start
    which = next((at for at in range(verb - 1, start, -1) if items[at].tag in RELATIVE), start)
    # but `struck a deal with those who left, according to the union, ending a strike`
    whole = items[which - 1].lower != "," and behind < len(items) and items[behind].tag == "VBG"
    return relative_start(items, which) if which > start and not whole else start


def _listed(line: Line, end: int) -> int:
    """Return the end of a list of names whose first ends at ``end``: `According to Ann Reed, Ben Holt and Acme, …`."""
    items = line.items
    last = phrase_right(line, end + 1) if items[end - 1].tag in NAMES else end
    inside = items[end + 1 : last]
    names = all(item.tag in NAMES or item.lower == "and" for item in inside) and any(i.lower == "and" for i in inside)
    return last if names and last < len(items) and items[last].lower == "," else end


def _said_before(line: Line, start: int, last: int) -> bool:
    """Tell whether the words are somebody else's in their source: `“It works,” he said, according to the paper`."""
    quoted = next((at for at in range(start, last) if line.items[at].tag == QUOTE and line.items[at].text == ","), last)
    return any(line.items[at].tag in FINITE and line.items[at].lemma in verbs() for at in range(quoted + 1, last))


def _estimate(line: Line, start: int, last: int) -> int:
    """Return the item where an estimate begins with which a clause compares its result, 0 if the clause ends in none.

    Only that comes from the source: `It earned $2, above the average estimate of $1, according to FactSet`.
    """
    items = line.items
    at = last - 1
    while at > start and items[at].tag not in FINITE and items[at].lower not in word_class("comparing"):
        at -= 1
    found = items[at].lower in word_class("comparing") and any(
        item.lower in word_class("estimates") for item in items[at:last]
    )
    while found and at < last and items[at].tag in ("IN", "TO", "VBG", "VBN", "RB", "JJR", "RBR"):
        at += 1
    return at if found and at < last else 0


def _waits(line: Line, start: int, last: int) -> bool:
    """Tell whether words without a verb are only the opening of a clause that goes on behind the source."""
    items = line.items
    verbless = not any(items[i].tag[:2] in ("VB", "MD") or items[i].tag == QUOTE for i in range(start, last))
    return verbless and any(item.lower == "," for item in items[last + 1 :])


def _goes_on(line: Line, start: int, last: int, first: int) -> bool:
    """Tell whether the clause begins after an insertion: `In one call, according to the indictment, he bragged`."""
    items = line.items
    if first + 1 >= len(items):
        return False
    if items[last - 1].lemma in _AUXILIARY or items[last - 1].tag == "MD":
        return items[first].tag[:2] in ("VB", "RB")  # `He had, according to police, left`
    if any(item.tag in FINITE for item in items[start:last]):
        return False
    end = phrase_right(line, first)  # `This, according to police, is rare`
    return items[first].tag in FINITE or (first < end < len(items) and items[end].tag in FINITE)
