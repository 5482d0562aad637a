"""Content before the cue: `“…,” Smith said`, `“…,” said Smith, “…”`, `…, Smith said`."""

from __future__ import annotations

from newsclaims.quotes.content import addressee_of, after
from newsclaims.quotes.cues import VerbCue, verb_cues, verbs
from newsclaims.quotes.draft import Draft, Offsets, from_cue
from newsclaims.quotes.extent import content_end_plain
from newsclaims.quotes.lines import QUOTE, Line, Span, only_quote
from newsclaims.quotes.phrases import FINITE, RELATIVE, cue_nouns, phrase_right, with_apposition
from newsclaims.quotes.sources import clause_of, subject
from newsclaims.quotes.vocabulary import word_class
from newsclaims.rule import rule
from newsclaims.syntax.clause import RELATIVE as RELATIVE_CLAUSE
from newsclaims.syntax.clause import SUB

_LONG = 5
"""A quoted stretch of so many words is speech without any further sign."""
_OCCASIONAL = frozenset({"CD", "DT", "IN", "JJ", "NN", "NNP", "NNS", "RB", "RBR"})
_SHORT = 2
"""A quoted stretch of so few words is speech only when a mark ends it or a comma follows."""


@rule("quotes.content-source-cue")
def content_source_cue(cue: VerbCue) -> Draft | None:
    """Quoted words, then source and cue: `“It works,” Smith said.`

    The words may go on after the cue (`“…,” he said, “…”`), in the next sentence too when that is quoted throughout.
    Unquoted words before the marks in the same sentence belong to the content.
    """
    if "after" not in cue.frames.takes or cue.passive or cue.line.items[cue.verb].tag == "VBG":
        return None  # `“…,” Smith said, adding that`
    who = subject(cue.line, cue.verb)
    if who is None or who[0] == 0 or cue.line.items[who[0]].tag in RELATIVE:
        who = None
    quote = _quote_before(cue.line, who[0]) if who is not None else None
    if quote is None or who is None:
        who = _between(cue)
        quote = _quote_before(cue.line, who[0]) if who is not None else None
    if quote is None or who is None:
        return None
    return _join("quotes.content-source-cue", cue, quote, who, cue.end)


@rule("quotes.content-cue-source")
def content_cue_source(cue: VerbCue) -> Draft | None:
    """Quoted words, then cue and source: `“It works,” said Smith, a lawyer.`"""
    if "after" not in cue.frames.takes or (
        cue.passive and cue.line.items[cue.verb].tag == "VBN" and cue.start < cue.verb
    ):
        return None
    line = cue.line
    if "needs-whom" in cue.frames.takes or line.items[cue.verb].tag == "VBG":
        return None
    if cue.start < cue.verb and line.items[cue.start].tag in ("VBZ", "VBD", "VBP", "MD"):
        return None  # `Grant, known for “Low Water,” has said`: no inversion with an auxiliary
    quote = _quote_before(line, cue.start)
    if quote is None:
        return None
    end = phrase_right(line, cue.end)
    if end == cue.end or (end < len(line.items) and line.items[end].tag in FINITE):
        return None  # `Acme, which called it “a mess”, said it had asked for help`
    last = with_apposition(line, end)
    clause = last > end + 1 and line.items[end + 1].tag in RELATIVE  # `said Smith, who won`
    return _join("quotes.content-cue-source", cue, quote, (cue.end, end if clause else last), last)


@rule("quotes.clause-source-cue")
def clause_source_cue(cue: VerbCue) -> Draft | None:
    """A clause without marks, then source and cue: `The plan works, Smith said.`"""
    if not _reports(cue) or cue.passive:
        return None
    line = cue.line
    items = line.items
    if any(item.tag == "MD" for item in items[cue.start : cue.verb]):
        return None
    who = subject(line, cue.verb)
    if who is None or who[0] < 2 or items[who[0]].tag in RELATIVE or who[1] > cue.verb:
        return None
    if items[who[0] - 1].lower != "," or not _ends_here(cue, cue.end):
        return None
    found = clause_of(line, cue.verb)
    if found is not None and found[1].opener in (SUB, RELATIVE_CLAUSE):
        return None  # `to show him silent when, in fact, he responded`
    if items[who[0]].lower in ("a", "an") and items[who[0] + 1].lemma in cue_nouns() and who[1] > who[0] + 2:
        return None  # `said troops fired first, a charge Estrel denies`
    first = clause_start(line, who[0] - 1)
    if cue.lemma == "tell" and items[who[1] - 1].lower in word_class("hearing") and addressee_of(cue) is None:
        if not _is_clause(line, first, who[0] - 1):
            return None
        content = [(items[first].start, items[who[0] - 2].end)]
        return from_cue("quotes.clause-source-cue", cue, content, None, who)  # `Driver was drunk, court told`
    rest = _inserted_rest(cue)
    if rest is not None and (not _is_clause(line, first, who[0] - 1) or items[rest[0]].tag == "CC"):
        pieces: list[Offsets] = [(items[rest[0]].start, items[rest[1] - 1].end)]
        if first < who[0] - 1:
            pieces.insert(0, (items[first].start, items[who[0] - 2].end))
        return from_cue("quotes.clause-source-cue", cue, pieces, who, addressee_of(cue))
    if not _is_clause(line, first, who[0] - 1) or items[first].tag in ("VBN", "VBD"):
        return None  # `Asked if he would go, Smith declined`
    spans: list[Offsets] = [(items[first].start, items[who[0] - 2].end)]
    if _line_ends(line, cue.end):
        spans.extend(quoted_lines_after(line))
    return from_cue("quotes.clause-source-cue", cue, spans, who, addressee_of(cue))


@rule("quotes.as-source-cue")
def as_source_cue(cue: VerbCue) -> Draft | None:
    """`As` before source and cue, in front or at the end: `As Smith said, it works`, `It works, as Smith said`."""
    if "after" not in cue.frames.takes or cue.passive:
        return None
    line = cue.line
    items = line.items
    count = len(items)
    who = subject(line, cue.verb)
    if who is None or who[0] == 0 or items[who[0] - 1].lower != "as":
        return None
    opening = who[0] - 1
    at = cue.end
    while at < count and items[at].lower != "," and items[at].tag not in (".", QUOTE) and items[at].tag not in FINITE:
        at += 1
    if opening <= 1 and at + 1 < count and items[at].lower == ",":
        last = line.stop()
        return (
            from_cue("quotes.as-source-cue", cue, [(items[at + 1].start, items[last - 1].end)], who)
            if last > at + 1
            else None
        )
    last = opening - 1 if items[opening - 1].lower == "," else opening
    paused = last < opening or (items[last - 1].tag == QUOTE and items[last - 1].text == ",")
    if opening > 2 and paused and (at >= count or items[at].tag == "."):
        first = clause_start(line, last)
        if _is_clause(line, first, last):
            return from_cue("quotes.as-source-cue", cue, [(items[first].start, items[last - 1].end)], who)
    return None


@rule("quotes.clause-cue-source")
def clause_cue_source(cue: VerbCue) -> Draft | None:
    """A clause without marks, then cue and source: `The plan works, said Smith.`"""
    if not _reports(cue) or cue.start != cue.verb or cue.line.items[cue.verb].tag not in FINITE | {"VBN"}:
        return None
    line = cue.line
    items = line.items
    takes = cue.frames.takes
    if cue.verb < 3 or items[cue.verb - 1].lower != "," or "needs-whom" in takes or "quote" not in takes:
        return None
    own = subject(line, cue.verb)
    if own is not None and own[1] <= cue.verb:
        return None  # `Smith, who was born in Ohio, denied the charges`
    end = phrase_right(line, cue.end)
    if end == cue.end:
        return None
    first = clause_start(line, cue.verb - 1)
    if not _is_clause(line, first, cue.verb - 1):
        return None
    named = phrase_right(line, first)
    if first < named < cue.verb - 1 and items[named].lower == "," and items[named + 1].tag in RELATIVE:
        return None  # `Smith, who was born in Ohio, posted a picture`
    return from_cue(
        "quotes.clause-cue-source",
        cue,
        [(items[first].start, items[cue.verb - 2].end)],
        (cue.end, end if end + 1 < len(items) and items[end + 1].tag in RELATIVE else with_apposition(line, end)),
    )


def _reports(cue: VerbCue) -> bool:
    """Tell whether the verb may follow a clause without marks: `The plan works, Smith said`, not `Smith went on`."""
    return "after" in cue.frames.takes and not cue.frames.takes.isdisjoint(("that", "clause"))


def _inserted_rest(cue: VerbCue) -> tuple[int, int] | None:
    """The rest of a clause into which source and cue are inserted: `Otherwise, she said, it works.`"""
    items = cue.line.items
    count = len(items)
    at = cue.end
    addressee = addressee_of(cue)
    if addressee is not None:
        at = addressee[1]
    while at < count and items[at].tag in _OCCASIONAL and items[at].lower != "that":
        at += 1  # `he told me on Friday`
    if at + 2 >= count or items[at].lower != "," or items[at + 1].tag in ("VBG", "VBN", QUOTE):
        return None
    last = content_end_plain(cue.line, at + 1)
    if not any(item.tag in FINITE for item in items[at + 1 : last]):
        return None
    return at + 1, last


def _between(cue: VerbCue) -> Span | None:
    """The words between quoted words and a cue, whatever their tags: rare names and titles, a comma left out."""
    items = cue.line.items
    relative = False
    last = next((at for at in range(cue.start - 1, max(-1, cue.start - 25), -1) if items[at].tag == QUOTE), cue.start)
    name = phrase_right(cue.line, last + 1)
    while name < cue.start and items[name].text[:1].isupper():
        name += 1  # names that are other words too: `Will Moy`
    if last + 1 < name < cue.start and items[name].lower == "," and items[last + 1].tag != "CC":
        end = with_apposition(cue.line, name)
        if end + 1 == cue.start and items[end].lower == ",":
            return last + 1, end  # `“…,” Smith, head of the union, said`
    for at in range(cue.start - 1, max(-1, cue.start - 15), -1):
        token = items[at]
        if token.tag == QUOTE:
            named = at + 1 < cue.start and any(item.text[:1].isupper() for item in items[at + 1 : cue.start])
            short = cue.start - at <= 9 or relative
            return (at + 1, cue.start) if named and short and items[at + 1].tag != "CC" else None
        if token.lower == "," and items[at + 1].tag in RELATIVE:
            relative = True
        elif token.lower in (",", ";", ":", "that", "and", "but") or token.tag in ("TO", "CC", "."):
            return None
        elif token.tag in FINITE and token.lemma in verbs():
            return None  # `“…,” said Smith, who added`
    return None


def _is_clause(line: Line, first: int, last: int) -> bool:
    """Tell whether a finite verb or a longer quoted stretch stands here."""
    items = line.items
    return any(items[i].tag in FINITE or line.words.get(i, 0) > 2 for i in range(first, last))


def _ends_here(cue: VerbCue, at: int) -> bool:
    """Tell whether nothing that could be the content follows the cue."""
    items = cue.line.items
    if at >= len(items) or items[at].tag in (".", ":") or items[at].lower in (",", ";"):
        return True
    what = after(cue)
    return what is None or (
        what.frame in ("noun", "preposition") and what.addressee is None and items[at].tag in ("IN", "TO", "NNP", "RB")
    )


def clause_start(line: Line, end: int) -> int:
    """Return where the clause that ends before item ``end`` begins: the line, or after `; but`."""
    items = line.items
    first = 0
    for at in range(end - 1, 0, -1):
        if items[at].lower == ";":
            first = at + 1
            break
    while first < end and items[first].tag == "CC":
        first += 1
    return first


def _quote_before(line: Line, at: int) -> int | None:
    """Return the QUOTE item that ends right before item ``at``, with or without a comma."""
    items = line.items
    at -= 1
    comma = False
    while at >= 0 and items[at].lower in (",", "—", "–", "--", "-", "."):
        comma = True
        at -= 1
    if at < 0 or items[at].tag != QUOTE or (at in line.titles and at > 0 and items[at - 1].tag in ("IN", "POS")):
        return None
    if line.words[at] <= _SHORT and not comma and items[at].text not in ",?!.—-…":
        return None
    if items[at].text not in ",?!.—-…" and not comma and line.words[at] < 4:
        return None
    return at


def _join(name: str, cue: VerbCue, quote: int, who: Span, at: int) -> Draft:
    """Join the quoted words before the cue with those that go on after it."""
    line = cue.line
    items = line.items
    first = clause_start(line, quote + 1)
    spans: list[Offsets] = [(items[min(first, quote)].start, items[quote].end)]
    addressee = addressee_of(cue) if at == cue.end else None
    if not line.quoted[quote].closed:
        return from_cue(name, cue, spans, who, addressee)  # where its words go on is not known
    resumed = _resumed(line, at)
    if resumed is not None:
        spans.append((items[resumed].start, items[resumed].end))
    following = line.after()
    if resumed is None or resumed + 1 >= len(items) or items[resumed + 1].tag == ".":
        while following is not None and goes_on(following):
            last = following.items[-1]
            spans.append((following.items[0].start, last.start if last.tag == "." else last.end))
            following = following.after()
    return from_cue(name, cue, spans, who, addressee)


def _line_ends(line: Line, first: int) -> bool:
    """Tell whether nothing but an addressee or an occasion stands from item ``first`` to the line's end."""
    items = line.items
    return not any(item.tag in FINITE or item.tag == QUOTE or item.tag == "VBG" for item in items[first:])


def quoted_lines_after(line: Line) -> list[Offsets]:
    """Return the lines right after this one in its paragraph that are quoted throughout."""
    found: list[Offsets] = []
    following = line.after()
    while following is not None and only_quote(following):
        found.append((following.items[0].start, following.items[0].end))
        following = following.after()
    return found


def _resumed(line: Line, at: int) -> int | None:
    """Return the QUOTE item with which the content goes on after the cue."""
    items = line.items
    for i in range(at, min(len(items), at + 16)):
        if items[i].tag == QUOTE:
            if items[i - 1].lower in (",", ":", ";", ".", "--", "—") or (
                items[i].start == line.quoted[i].start and i == at
            ):
                return i
            return None
        if items[i].tag in FINITE or (items[i].tag == "VBG" and items[i].lemma in verbs()):
            return None
    return None


def goes_on(line: Line) -> bool:
    """Tell whether a line is quoted throughout, or quoted in part without any cue of its own."""
    if only_quote(line):
        return True
    return any(count >= _LONG for count in line.words.values()) and not verb_cues(line)
