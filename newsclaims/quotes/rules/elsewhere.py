"""Cues that are no verbs, and content that stands in another line than its cue."""

from __future__ import annotations

from newsclaims.quotes.cues import verbs
from newsclaims.quotes.draft import Draft, Offsets, offsets
from newsclaims.quotes.extent import content_end_plain
from newsclaims.quotes.lines import QUOTE, Line, Span, only_quote
from newsclaims.quotes.phrases import FINITE, base_left, phrase_right, with_apposition, with_relative
from newsclaims.quotes.rules.content_first import clause_start
from newsclaims.quotes.sources import documents, subject
from newsclaims.quotes.vocabulary import word_class
from newsclaims.rule import rule

_SIGNS = frozenset({"―", "—", "–", "--", "-", ":"})
_LONGEST_LABEL = 7
"""Items before the colon of a transcript at most."""


def according_cues(line: Line) -> list[int]:
    """Return the items that are `according` in a line."""
    if "according" not in line.sentence.lower:
        return []
    return [at for at, item in enumerate(line.items) if item.lower == "according"]


@rule("quotes.according-to", needs=["according"])
def according_to(line: Line, at: int) -> Draft | None:
    """`According to police, …` and `…, according to police`: the rest of the sentence is the content."""
    items = line.items
    if items[at].lower != "according" or at + 2 >= len(items) or items[at + 1].lower != "to":
        return None
    first = at + 2
    end = phrase_right(line, first)
    if end == first or (end == first + 1 and items[first].lower in word_class("standards")):
        return None
    end = with_relative(line, end)
    comma = end < len(items) and items[end].lower == ","
    opens = at == 0 or (at == 1 and items[0].tag in ("CC", "RB"))
    if not opens:
        start = clause_start(line, at)
        last = at - 1 if items[at - 1].lower in (",", "—", "–", "--") else at
        if last <= start:
            return None
        spans: list[Offsets] = [(items[start].start, items[last - 1].end)]
        if comma and last < at and _goes_on(line, start, last, end + 1):
            spans.append((items[end + 1].start, items[content_end_plain(line, end + 1) - 1].end))
        else:
            end = with_apposition(line, end)
    else:
        stop = with_apposition(line, end)
        begin = stop
        while begin < len(items) and items[begin].lower != "," and begin < stop + 14:
            begin += 1
        begin = begin + 1 if begin < len(items) and items[begin].lower == "," else end + comma
        end = stop
        last = content_end_plain(line, begin)
        if last <= begin:
            return None
        spans = [(items[begin].start, items[last - 1].end)]
    return Draft(
        "quotes.according-to",
        line,
        spans,
        offsets(line, (first, end)),
        (items[at].start, items[at + 1].end),
        "according to",
    )


def _goes_on(line: Line, start: int, last: int, first: int) -> bool:
    """Tell whether the clause begins after an insertion: `In one call, according to the indictment, he bragged`."""
    items = line.items
    if first + 1 >= len(items) or any(item.tag in FINITE for item in items[start:last]):
        return False
    end = phrase_right(line, first)
    return first < end < len(items) and items[end].tag in FINITE


@rule("quotes.in-words-of", needs=["words"])
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


@rule("quotes.cue-colon-quote")
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


def _introduced(line: Line, colon: int) -> Span | None:
    """Return who speaks by the words before a colon: `Smith:`, `And this from Smith:`, `Their answer was blunt:`.

    Without a verb it is the name alone, or what follows *from*; with one it is its subject, or the owner of an answer.
    """
    items = line.items
    finite = next((at for at in range(colon) if items[at].tag in FINITE), None)
    if finite is None:
        source = next((at for at in range(colon) if items[at].lower == "from" and items[at].tag == "IN"), None)
        first = 0 if source is None else source + 1
        end = phrase_right(line, first)
        apposed = with_apposition(line, end)
        return (first, apposed) if first < end and colon in (end, apposed) else None
    who = subject(line, finite)
    if who is None or items[who[1] - 1].lower not in word_class("answers"):
        return who
    for at in range(who[1] - 1, who[0] - 1, -1):
        if items[at].tag == "POS":
            return who[0], at
        if items[at].tag == "PRP$":
            return at, at + 1
    return None


@rule("quotes.quote-dash-name")
def quote_dash_name(line: Line) -> Draft | None:
    """A quoted letter or comment signed after a dash: `“…” — Ann Smith`; a headline `‘…’: Ann Smith`."""
    items = line.items
    if len(items) < 3 or items[0].tag != QUOTE or items[1].text not in _SIGNS or line.words[0] < 2:
        return None
    if line.words[0] < 4 and items[1].text != ":":
        return None
    end = phrase_right(line, 2)
    if end < len(items) <= 8 and all(item.text[:1].isupper() for item in items[2:]):
        end = len(items)
    if end == 2 or (end < len(items) and items[end].tag not in (".", ",", QUOTE)) or not items[2].text[:1].isupper():
        return None
    if items[1].text == ":" and end < line.stop():
        return None
    return Draft(
        "quotes.quote-dash-name",
        line,
        [(items[0].start, items[0].end)],
        offsets(line, (2, end)),
        (items[1].start, items[1].end),
        items[1].text,
    )


@rule("quotes.post-credit")
def post_credit(line: Line, before: list[Line]) -> Draft | None:
    """A post with its credit line below: `The road is shut. — Ann Smith (@annsmith) May 1, 2024`.

    ``before`` are the lines of the paragraphs above; they are what was posted, without quotation marks.
    """
    items = line.items
    if items[0].text not in _SIGNS or len(items) > 25 or not before or not any(i.text[0] == "@" for i in items[2:]):
        return None
    bracket = next((at for at in range(2, len(items)) if items[at].text == "("), 0)
    if not bracket or not before[0].items:
        return None
    spans: list[Offsets] = [(before[0].items[0].start, before[-1].end)]
    cue = (items[0].start, items[0].end)
    found = Draft("quotes.post-credit", before[0], spans, offsets(line, (1, bracket)), cue, items[0].text)
    found.posted = True
    return found


@rule("quotes.name-colon")
def name_colon(line: Line) -> Draft | None:
    """A name, a colon and the words: `Smith: ‘It works’` in headlines, `SMITH: It works.` in transcripts."""
    items = line.items
    if line.labels.get(0) is not None and len(items) == 1:
        start, stop = line.labels[0]
        return Draft("quotes.name-colon", line, [(stop + 2, items[0].end)], (start, stop), (stop, stop + 1), ":")
    asked = items[0].text in ("Q", "A") and len(items) > 2 and items[1].lower in (":", ".")
    end = 1 if asked else _shouted(line) or phrase_right(line, 0)
    if (
        end == 0
        or items[end - 1].lower in documents()
        or items[end - 1].lower in word_class("labels")
        or end + 1 >= len(items)
        or (items[end].lower != ":" and not asked)
        or not (asked or items[0].text.isupper() or items[end - 1].tag in ("NNP", "NNPS", "NN", "NNS", "-RRB-"))
    ):
        return None
    if items[end + 1].tag != QUOTE and not items[0].text.isupper():
        return None
    last = line.stop()
    if last <= end + 1:
        return None
    if items[end + 1].tag == QUOTE and end + 2 < last and line.words[end + 1] > 1 and items[end + 2].tag == "IN":
        last = end + 2  # `Mayor: ‘We will rebuild’ after flood`
    spans: list[Offsets] = [(items[end + 1].start, items[last - 1].end)]
    if items[0].text.isupper() and line.number == 0 and line.after() is not None:
        spans = [(items[end + 1].start, line.paragraph[-1].end)]
    return Draft("quotes.name-colon", line, spans, offsets(line, (0, end)), (items[end].start, items[end].end), ":")


def _shouted(line: Line) -> int:
    """Return where a name in capitals before a colon ends, whatever its tags: `SEN. PATRICIA LOMAX:`; else 0."""
    if line.sentence.part == "headline":
        return 0
    for at, item in enumerate(line.items[:_LONGEST_LABEL]):
        if item.lower == ":":
            return at
        if not item.text.isupper():
            break
    return 0


@rule("quotes.possessor-medium-quote")
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


@rule("quotes.marks-in-clause")
def marks_in_clause(line: Line, index: int) -> Draft | None:
    """Quoted words that no cue introduces, inside a clause: its subject is the speaker."""
    items = line.items
    who: Span | None = None
    for at in range(index - 1, max(-1, index - 30), -1):
        if items[at].tag in FINITE or (items[at].tag in ("VBG", "VBN") and at > 0):
            who = subject(line, at) if items[at].lemma != "be" else None
            if who is not None:
                break
    if who is None:
        return None
    return Draft("quotes.marks-in-clause", line, [(items[index].start, items[index].end)], offsets(line, who), None, "")


@rule("quotes.marks-alone")
def marks_alone(line: Line, index: int) -> Draft:
    """A quoted stretch of three words or more that neither a cue nor a clause introduces: its speaker is elsewhere."""
    item = line.items[index]
    return Draft("quotes.marks-alone", line, [(item.start, item.end)], None, None, "")
