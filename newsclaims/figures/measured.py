"""What a figure measures, where its clause or phrase says so: `bilateral trade exceeding $2.5 billion`.

A noun behind the figure (`$380 million of preferred stock`, `a $107 million verdict`, `$50 million in aid`), a noun
with *of* before it (`a net loss of $5.1 million`, `a fleet of 270 aircraft`), the subject of a verb of amount or change
(`the S&P 500 rose 0.4%`), the object of one that causes it (`cut river traffic by 40%`, `set bail at $5,000`), the
person of an age, what a rank is one of; and what the figure before it measures, if it carries that on (`was $21,500, up
from $20,900`).  The words stand as in the text, without determiner.  Anything else is None, and so are pronouns.
"""

from __future__ import annotations

from typing import Final

from newsclaims.figures.classes import word_class
from newsclaims.figures.elided import counted_whole
from newsclaims.figures.line import HYPHENS, NOUN_TAGS, Draft, Line
from newsclaims.figures.movement import change_words, joins, lead, receives
from newsclaims.figures.persons import person_of
from newsclaims.figures.phrases import (
    joined_before,
    phrase_before,
    phrase_from,
    rest_of_chunk,
    subject_words,
)
from newsclaims.figures.predicates import multiplied, said_of

_EACH: Final = frozenset({"a", "an", "apiece", "each", "per"})
_DASHES: Final = frozenset({"--", "—", "–"})


def measures(line: Line, drafts: list[Draft], at: int) -> str | None:
    """Return the words for what the figure ``drafts[at]`` measures, as they stand in the text, or None."""
    draft = drafts[at]
    if draft.kind == "score":
        return None
    if draft.kind == "age":
        told = person_of(line, draft)
        return told or (said_of(line, draft, lead(line, draft)) if draft.point is not None else None)
    if draft.kind == "ordinal":
        return _ranked(line, draft)
    if draft.kind == "multiple" and line.lower(draft.first) in change_words():
        return multiplied(line, draft)
    if receives(line, draft):
        return None
    counts = draft.kind == "count" and draft.unit is not None
    moved = draft.unit == "point" and line.lower(draft.last) in word_class("change-nouns")
    behind = None if counts and not moved else _behind(line, draft)
    if behind is not None:
        return behind
    if draft.kind in ("percent", "ratio") and line.lower(draft.last) == "of" and line.lower(lead(line, draft)) == "for":
        return None  # "accounting for a third of the total"
    before = drafts[at - 1] if at else None
    goes_on = before is not None and carries_on(line, before, draft)
    if goes_on and draft.kind == "count":
        before = drafts[counted_whole(line, drafts, at - 1)]
    if before is not None and goes_on and before.of is not None:
        return before.of
    place = lead(line, draft)
    if before is not None and goes_on and line.lower(place) not in ("of", "to") and before.unit != "point":
        return _equated(line, before) or _counted(line, before)
    noun = _noun_with_of(line, place, draft) if line.lower(place) == "of" else None
    holder = line.parse.holder(draft.first)
    verbless = holder is None or holder.verb is None or holder.verb.first > draft.first
    if noun is None and verbless and line.lower(place) in ("up", "down") and line.tag(place - 1) in NOUN_TAGS:
        noun = phrase_before(line, place)  # "Profit up 3%"
    said = said_of(line, draft, place)
    if noun is not None and (before_rate := _bare_rate(line, place - 1)) is not None:
        return said or said_of(line, draft, before_rate) or noun  # "rose at a rate of 5%", "hit a 40-year high of 11%"
    return noun or _beside(line, place) or said or _labelled(line, draft, place) or _fronted(line, draft)


def carries_on(line: Line, left: Draft, right: Draft) -> bool:
    """Tell whether a figure goes on about what the one before it measures: `5%, up from 4%`, `$2bn, or $3 a share`.

    Nothing but times, commas and links stands between them, one of which is a word of comparison, *or* or a bracket.
    """
    first = left.last
    chunk = line.noun_chunk(first)
    if chunk is not None and chunk.first <= left.first and chunk.last <= right.first:  # "140 mph winds (225 kph)"
        first = chunk.last
    if line.lower(first) == "of":  # "73 per cent of the cost, or $4.5 million"
        first = line.parse.phrase_end(first + 1)
    between = range(first, right.first)
    if len(between) > 16 or left.kind in ("age", "ordinal") or not between:
        return False
    linked = {line.lower(at) for at in between}
    moved = left.point is not None and not linked.isdisjoint(("by", "from", "to"))
    told = (
        moved or not linked.isdisjoint(word_class("carrying-on")) or not linked.isdisjoint(word_class("change-nouns"))
    )
    return told and all(joins(line, at) for at in between)


def _equated(line: Line, before: Draft) -> str | None:
    """Return the subject of *be* before a count of units: `shipments were 22 million units, up 5 percent`."""
    clause = line.parse.holder(before.first)
    if before.unit != "unit" or clause is None or not clause.copular:
        return None
    return subject_words(line, clause)


def _counted(line: Line, draft: Draft) -> str | None:
    """Return what a count counts: `1,248 | lakes`, up from 624."""
    last = line.numbers[draft.upto - 1].last if draft.upto else draft.last
    if draft.kind != "count" or draft.unit is None or not last < draft.last or line.lower(last) in HYPHENS:
        return None
    return line.text[line.tokens[last].start : draft.end]


def _behind(line: Line, draft: Draft) -> str | None:
    """Return the noun that follows the figure: `of stock`, `in aid`, `rise in net profit`, `verdict`."""
    last = _past_conversion(line, draft.last)
    word = line.lower(last)
    if draft.kind == "money" and word in _EACH:
        return None
    if word in HYPHENS and line.lower(last + 1) in word_class("extents"):  # "a 1,900-mile-wide crater"
        place = _past_conversion(line, last + 2)
        chunk = line.noun_chunk(place)
        return rest_of_chunk(line, place, chunk, draft.kind) if chunk is not None else None
    if word in ("per", "a", "an") and draft.per is not None and line.lower(last + 2) == "of":
        last, word = last + 2, "of"  # "two billion tons per year of carbon dioxide"
    worth = word == "worth" and line.lower(last + 1) == "of"
    if word == "of" or worth:
        clause = line.parse.holder(draft.first)  # "fell to 3% of GDP", "spending was 3% of GDP"
        said = clause is not None and clause.copular and clause.verb is not None and clause.verb.last <= draft.first
        said = said and line.lower(lead(line, draft)) not in word_class("pointing")  # not "was home to 90% of them"
        if draft.kind == "percent" and clause is not None and (draft.point is not None or said):
            found = said_of(line, draft, lead(line, draft))
            if found is not None:
                return found
        return phrase_from(line, last + 1 + worth)
    if draft.kind == "ratio" and line.tag(last) in ("DT", "PRP$"):  # "half the money"
        whole = line.noun_chunk(last)
        return joined_before(line, whole.head) if whole is not None else None
    if word == "in" and draft.kind == "money" and line.tag(last + 1) in ("NN", "NNS", "JJ", "VBG"):
        moved = said_of(line, draft, lead(line, draft)) if draft.point == "to" else None
        return moved or phrase_from(line, last + 1)  # "fell to $34 in early trading", "$50 million in aid"
    if word in word_class("change-nouns") and line.lower(last + 1) == "in":  # "a 15 per cent rise in net profit"
        return phrase_from(line, last + 2)
    chunk = line.noun_chunk(last)
    if chunk is None or chunk.first >= last or draft.kind == "ratio":
        return None
    if (word == "year" and line.lower(last + 1) in HYPHENS) or (draft.kind == "count" and draft.unit is None):
        return None  # "up 39 percent year-to-date", "the four go on"
    if line.lower(last) in HYPHENS or line.tag(last) not in ("NN", "JJ", "NNS", "NNP", "VBG", "VBN"):
        return None
    return rest_of_chunk(line, last, chunk, draft.kind)


def _past_conversion(line: Line, at: int) -> int:
    """Return the token behind brackets of at most six tokens that begin at a token: `2 inches (50 mm) | of rain`."""
    if line.lower(at) != "(":
        return at
    return next((close + 1 for close in range(at + 1, at + 7) if line.lower(close) == ")"), at)


def _noun_with_of(line: Line, of: int, draft: Draft) -> str | None:
    """Return the noun before the *of* at a token: `a net loss of`, `exports to the EU of`; of a count only a whole."""
    if draft.kind == "count":
        if line.lower(of - 1) not in word_class("wholes"):
            return None  # "a fleet of 270 aircraft", not "a father of three"
        if draft.upto and line.lower(line.numbers[draft.upto - 1].last) in HYPHENS:
            return None  # "most of the six-member team"
    return phrase_before(line, of)


def _bare_rate(line: Line, head: int) -> int | None:
    """Return the token before `a rate of`, `a 40-year high of`; None where words say what it is: `an interest rate`."""
    chunk = line.noun_chunk(head)
    if chunk is None or line.lower(head) not in word_class("rate-heads"):
        return None
    dated = line.bar(line.tokens[chunk.first].start, line.tokens[head].start) is not None
    light = ("CD", "DT", "HYPH", "JJ", "NN" if dated else "RB")
    bare = all(
        line.tag(at) in light or line.lower(at) in word_class("before-records") or line.lower(at - 1) in HYPHENS
        for at in range(chunk.first, head)
    )
    return chunk.first - 1 if bare else None


def _beside(line: Line, place: int) -> str | None:
    """Return what a phrase with *with* says the level of: `with support above 80 percent`, `with sales at $5`."""
    between = line.lower(place + 1) == "between"  # "on sales between $5 billion and $6 billion"
    if line.lower(place) != "at" and not between and line.lower(place + 1) not in ("above", "below", "over", "under"):
        return None
    host = line.noun_chunk(place - (line.lower(place) == "at"))
    led = host is not None and line.lower(host.first - 1) in ("with", "on" if between else "with")
    return phrase_before(line, host.last) if host is not None and led else None


def _labelled(line: Line, draft: Draft, place: int) -> str | None:
    """Return the name before a colon or bracket: `Attendance: 60,000`, `mostly coal (5.4%), gas (3%)`."""
    if line.lower(place) == ":" and _counted(line, draft) is None and draft.unit not in ("time",):
        label = phrase_before(line, place)
        return label if label is not None and line.tokens[0].start + len(label) >= line.tokens[place - 1].end else None
    verbless = draft.kind == "money" and not any(clause.verb for clause in line.parse.clauses)
    named = verbless and all(line.tag(at) in NOUN_TAGS or line.tag(at) in ("CD", "JJ") for at in range(place))
    if named and place > 0 and line.lower(place) in ("for", "at", "from"):  # "Harford Phone 11 for $999"
        return line.text[line.tokens[0].start : line.tokens[place - 1].end]
    dashed = line.lower(draft.first - 1) in _DASHES and line.lower(draft.last) in _DASHES
    if dashed and draft.kind in ("money", "percent", "quantity"):
        return phrase_before(line, draft.first - 1)
    bracketed = line.lower(draft.first - 1) == "(" and line.lower(draft.last) == ")" and draft.kind == "percent"
    return phrase_before(line, draft.first - 1) if bracketed else None


def _fronted(line: Line, draft: Draft) -> str | None:
    """Return the whole that the sentence begins with: `Of those who answered, 77 percent were`, `Among men, 4%`."""
    if _counted(line, draft) is not None:
        return None
    if draft.kind not in ("percent", "ratio", "count") or line.tag(draft.last)[:2] not in ("VB", "MD"):
        return None
    if line.lower(0) in ("of", "among") and draft.first < 40:
        return phrase_from(line, 1)
    comma = draft.first - 1
    while comma > 0 and line.tag(comma)[:2] in ("RB", "IN", "JJ"):
        comma -= 1
    whole = line.noun_chunk(comma - 1) if line.lower(comma) == "," else None
    if whole is None or line.lower(whole.first - 1) not in ("of", "among"):
        return None
    opened = line.tag(whole.first - 2) in (",", "CC", "IN", "")
    return phrase_from(line, whole.first) if opened else None


def _ranked(line: Line, draft: Draft) -> str | None:
    """Return what a rank is one of: `the second-highest sales volume`, `her third goal`."""
    chunk, at = line.noun_chunk(draft.last), draft.last
    if chunk is None or chunk.first > draft.first:
        return None
    while line.tag(at) in ("JJS", "RBS") or line.lower(at) in HYPHENS:
        at += 1 + (line.lower(at) in HYPHENS)  # "second-largest", "first-round"
    return rest_of_chunk(line, at, chunk, draft.kind)
