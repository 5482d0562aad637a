"""Cues that are no verbs, and content that stands in another line than its cue."""

from __future__ import annotations

from typing import Final

from newsclaims.quotes.clauses import behind_mark, clause_start, relative_start
from newsclaims.quotes.cues import verbs
from newsclaims.quotes.draft import Draft, Offsets, offsets
from newsclaims.quotes.lines import QUOTE, Line, Span, only_quote
from newsclaims.quotes.phrases import (
    FINITE,
    NAMES,
    RELATIVE,
    base_left,
    phrase_right,
    role_ends,
    with_apposition,
    with_contact,
    with_relative,
)
from newsclaims.quotes.sources import acts_first, clause_of, documents, subject
from newsclaims.quotes.turns import content_end_plain
from newsclaims.quotes.vocabulary import word_class
from newsclaims.rule import rule
from newsclaims.syntax.clause import RELATIVE as RELATIVE_CLAUSE
from newsclaims.words.frames import noun_frame

_AUXILIARY: Final = frozenset({"be", "have", "do"})


def according_cues(line: Line) -> list[int]:
    """Return the items that are `according`, or `per` behind a comma, in a line."""
    if line.sentence.lower.isdisjoint(("according", "per")):
        return []
    return [at for at, item in enumerate(line.items) if item.lower == "according" or _per(line, at)]


def _speaker(line: Line, first: int, end: int) -> bool:
    """Tell whether a phrase names somebody or a body: `the WHO`, `two officials`, not `the year`."""
    head = line.items[end - 1]
    return (
        head.tag[:3] == "NNP"
        or (head.tag in ("NN", "NNS") and (noun_frame(head.lemma).who or 0) >= 50)
        or head.lemma in documents()
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


def according_to(line: Line, at: int) -> Draft | None:
    """`According to police, …`, `…, per police` and the like: the rest of the sentence is the content."""
    items = line.items
    per, words_ = items[at].lower == "per", [item.lower for item in items[at : at + 2]]
    if not per and (words_ != ["according", "to"] or at + 2 >= len(items)):
        return None
    first = at + 2 - per
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
    return Draft(
        "quotes.according-to",
        line,
        spans,
        offsets(line, (first, end)),
        (items[at].start, items[first - 1].end),
        "per" if per else "according to",
    )


rule("quotes.according-to", needs=["according", "per"])(according_to)


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


def in_words_of(line: Line) -> Draft | None:
    """`In the words of Smith, “…”` and `in his words, “…”`."""
    items = line.items
    if "words" not in line.sentence.lower:
        return None
    at = next((i for i in range(2, len(items)) if items[i].lower == "words" and items[i - 2].lower == "in"), 0)
    if not at or at + 1 >= len(items):
        return None
    if items[at + 1].lower == "of":
        who = (at + 2, with_apposition(line, phrase_right(line, at + 2)))
    elif items[at - 1].tag == "PRP$":
        who = (at - 1, at)
    else:
        return None
    for i in range(max(who[1], at), min(len(items), max(who[1], at) + 6)):
        if items[i].tag == QUOTE:
            spans: list[Offsets] = [(items[i].start, items[i].end)]
            cue = (items[at - 2].start, items[at].end)
            return Draft("quotes.in-words-of", line, spans, offsets(line, who), cue, "words")
    return None


rule("quotes.in-words-of", needs=["words"])(in_words_of)


def cue_colon_quote(line: Line, following: Line | None) -> Draft | None:
    """A line that ends with a colon, then a quoted line or paragraph: `Smith said:`, `Smith:`"""
    items = line.items
    if following is None or items[-1].lower not in (":", ",") or following.items[0].tag != QUOTE:
        return None
    if not only_quote(following) and following.words[0] < 6:
        return None
    cue = None
    lemma = ":"
    who = None
    table = verbs()
    for at in range(len(items) - 2, max(-1, len(items) - 20), -1):
        if items[at].tag[:2] == "VB" and items[at].lemma in table and "quote" in table[items[at].lemma].takes:
            who = subject(line, at)
            cue = (items[at].start, items[at].end)
            lemma = items[at].lemma
            break
    if cue is None:
        if items[-1].lower != ":":
            return None
        cue = (items[-1].start, items[-1].end)
        who = _introduced(line, len(items) - 1)
    spans: list[Offsets] = []
    after: Line | None = following
    while after is not None and after.items[0].tag == QUOTE and (only_quote(after) or not spans):
        spans.append((after.items[0].start, after.items[0].end))
        after = after.after()
    return Draft("quotes.cue-colon-quote", following, spans, offsets(line, who), cue, lemma)


rule("quotes.cue-colon-quote")(cue_colon_quote)


def _introduced(line: Line, colon: int) -> Span | None:
    """Return who speaks by the words before a colon: `Smith:`, `And this from Smith:`, `Their answer was blunt:`.

    Without a verb it is the name alone, or what follows *from*; with one it is its subject, or the owner of an answer.
    """
    items = line.items
    verbs_before = [at for at in range(colon) if items[at].tag in FINITE]
    if not verbs_before:
        source = next((at for at in range(colon) if items[at].lower == "from" and items[at].tag == "IN"), None)
        first = 0 if source is None else source + 1
        end = phrase_right(line, first)
        apposed = with_apposition(line, end)
        return (first, apposed) if first < end and colon in (end, apposed) else None
    who = subject(line, verbs_before[-(items[colon - 1].lower in word_class("answers"))])  # `I had no answer:`
    if who is None or items[who[1] - 1].lower not in word_class("answers"):
        return who
    for at in range(who[1] - 1, who[0] - 1, -1):
        if items[at].tag == "POS":
            return who[0], at
        if items[at].tag == "PRP$":
            return at, at + 1
    return None


def possessor_medium_quote(line: Line) -> Draft | None:
    """Somebody's statement, post or letter, a colon and its words: `From Smith's letter: “It works.”`

    Also whom words come from and whose answer they are: `This from Smith: “It works.”`, `Her answer was blunt: “No.”`
    """
    items = line.items
    at = next((i for i in range(2, len(items)) if items[i].tag == QUOTE and items[i - 1].lower == ":"), 0)
    if not at:
        return None
    if items[at - 2].lower not in documents() or line.words[at] < 3:
        spoken = any(item.lower in word_class("answers") or item.lower == "from" for item in items[: at - 1])
        introduced = _introduced(line, at - 1) if spoken else None
        if introduced is None:
            return None
        said: list[Offsets] = [(items[at].start, items[at].end)]
        colon = (items[at - 1].start, items[at - 1].end)
        return Draft("quotes.possessor-medium-quote", line, said, offsets(line, introduced), colon, ":")
    for i in range(at - 2, max(-1, at - 9), -1):
        if items[i].tag in ("POS", "PRP$"):
            who = (base_left(line, i - 1), i) if items[i].tag == "POS" else (i, i + 1)
            spans: list[Offsets] = [(items[at].start, items[at].end)]
            cue = (items[at - 2].start, items[at - 2].end)
            return Draft("quotes.possessor-medium-quote", line, spans, offsets(line, who), cue, items[at - 2].lower)
    return None


rule("quotes.possessor-medium-quote")(possessor_medium_quote)
