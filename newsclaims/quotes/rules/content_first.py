"""Quoted words before the cue: `“…,” Smith said`, `“…,” said Smith, “…”`."""

from __future__ import annotations

from typing import Final

from newsclaims.quotes.addressee import addressee_of
from newsclaims.quotes.clauses import clause_start, inserted_rest, opens_under
from newsclaims.quotes.content import after
from newsclaims.quotes.cues import VerbCue, verb_cues, verbs
from newsclaims.quotes.draft import Draft, Offsets, from_cue, offsets
from newsclaims.quotes.lines import QUOTE, Line, Span, only_quote
from newsclaims.quotes.phrases import FINITE, RELATIVE, name_right, with_apposition
from newsclaims.quotes.rules.cue_first import agent, told_before
from newsclaims.quotes.sources import subject
from newsclaims.rule import rule

_LONG: Final = 5
"""A quoted stretch of so many words is speech without any further sign."""
_SHORT: Final = 2
"""A quoted stretch of so few words is speech only when a mark ends it or a comma follows."""


def content_source_cue(cue: VerbCue) -> Draft | None:
    """Quoted words, then source and cue: `“It works,” Smith said.`

    The words may go on after the cue (`“…,” he said, “…”`), in the next sentence too when that is quoted throughout.
    Unquoted words before the marks in the same sentence belong to the content.
    """
    told = _told_saying(cue)
    heard = told_before(cue)
    if heard is not None and (quote := _quote_before(cue.line, heard[0])) is not None:
        found = _join("quotes.content-source-cue", cue, quote, heard, cue.end)
        teller = agent(cue, cue.end, len(cue.line.items), "quote") if cue.passive else None
        found.speaker, found.addressee = offsets(cue.line, teller), found.speaker
        return found  # `“He ran,” the court heard`
    if cue.lemma == "hear" and not told:
        return None
    if "after" not in cue.frames.takes or cue.passive or (cue.line.items[cue.verb].tag == "VBG" and not told):
        return None  # `“…,” Smith said, adding that`
    if cue.line.items[cue.verb].tag == "VB" and any(item.lower == "that" for item in cue.line.items[cue.end :][:1]):
        return None  # `“…,” Smith said, going on to say that`
    who = subject(cue.line, told or cue.verb)
    if who is None or who[0] == 0 or cue.line.items[who[0]].tag in RELATIVE:
        who = None
    quote = _quote_before(cue.line, who[0]) if who is not None else None
    if quote is None or who is None:
        who = _between(cue)
        quote = _quote_before(cue.line, who[0]) if who is not None else None
    if quote is None or who is None or _only_opens(cue, quote) or _of_source(cue, quote):
        return None
    return _join("quotes.content-source-cue", cue, quote, who, cue.end)


rule("quotes.content-source-cue")(content_source_cue)


def _only_opens(cue: VerbCue, quote: int) -> bool:
    """Tell whether the marks end the opening of a clause that says something later: `Called “a mess”, he said that`."""
    items = cue.line.items
    first = clause_start(cue.line, quote + 1)
    if first >= quote:
        return False
    if items[quote - 1 - (items[quote - 1].text in (",", ":"))].lower == "asked":
        return True  # `When asked, “Why?” Reed left`
    what = after(cue)
    if what is not None and what.frame == "quote" and items[what.first - 1].lower == ":":
        return items[quote - 1].text != ":"  # `Her motto is “No,” and of her “Ex,” she wrote: “Gone”`
    if items[first].tag not in ("VBG", "VBN", "IN") or items[quote].text in "?!":
        return False
    if items[first].tag == "VBG" and items[first].lemma in verbs():
        return True  # `Citing “a loss,” Reed urged voters to go`
    if what is None or what.frame not in ("clause", "colon", "quote", "that"):
        return False
    return what.frame != "quote" or items[first].tag != "IN"


def content_copula_cue(cue: VerbCue) -> Draft | None:
    """Quoted words of which somebody tells how he said them: `“It works,” is how Smith put it`, `was all he said`."""
    if not cue.line.quoted or cue.passive or cue.frames.takes.isdisjoint(("after", "np-quoted")):
        return None
    items, who = cue.line.items, subject(cue.line, cue.verb)
    if who is None or who[0] < 3 or items[who[0] - 2].lemma != "be":
        return None
    at = who[0] - 3
    while at > 0 and items[at].lower == ",":
        at -= 1
    if items[at].tag != QUOTE or items[who[0] - 1].lower not in ("all", "how", "what"):
        return None
    return _join("quotes.content-copula-cue", cue, at, who, cue.end)


rule("quotes.content-copula-cue")(content_copula_cue)


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
    quote = _quote_before(line, cue.start, inverted=True)
    if quote is None or _of_source(cue, quote):
        return None
    end = name_right(line, cue.end)
    if end == cue.end or (end < len(line.items) and line.items[end].tag in FINITE):
        return None  # `Acme, which called it “a mess”, said it had asked for help`
    last = with_apposition(line, end)
    clause = last > end + 1 and line.items[end + 1].tag in RELATIVE  # `said Smith, who won`
    return _join("quotes.content-cue-source", cue, quote, (cue.end, end if clause else last), last)


rule("quotes.content-cue-source")(content_cue_source)


def _of_source(cue: VerbCue, quote: int) -> bool:
    """Tell whether marks stand in the subject of a cue that has its content behind it: `Who led “Dawn” said that`."""
    own, what = subject(cue.line, cue.verb), after(cue)
    told = what is not None and what.frame in ("clause", "that", "wh")
    return told and own is not None and own[0] < quote


def _told_saying(cue: VerbCue) -> int:
    """Return the passive verb behind which *saying* says what was said: `“…,” she was quoted as saying`; 0 for none."""
    items, at = cue.line.items, cue.verb
    if items[at].lower != "saying" or at < 3:
        return 0
    at -= 2 if items[at - 1].lower == "as" else 1
    return at if items[at].lower in ("cited", "heard", "quoted", "reported") and items[at].tag == "VBN" else 0


def _between(cue: VerbCue) -> Span | None:
    """The words between quoted words and a cue, whatever their tags: rare names and titles, a comma left out."""
    items = cue.line.items
    relative = False
    last = next((at for at in range(cue.start - 1, max(-1, cue.start - 25), -1) if items[at].tag == QUOTE), cue.start)
    name = name_right(cue.line, last + 1)
    if last + 1 < name < cue.start and items[name].lower == "," and items[last + 1].tag != "CC":
        end = with_apposition(cue.line, name)
        if end + 1 == cue.start and items[end].lower == ",":
            return last + 1, end  # `“…,” Smith, head of the union, said`
    for at in range(cue.start - 1, max(-1, cue.start - 15), -1):
        token = items[at]
        if token.tag == QUOTE:
            named = at + 1 < cue.start and any(item.text[:1].isupper() for item in items[at + 1 : cue.start])
            short = cue.start - at <= 9 or relative
            first = at + 1 + (items[at + 1].lower == "as")  # `“…,” as one nurse told us`
            return (first, cue.start) if named and short and items[at + 1].tag != "CC" else None
        if token.lower == "," and items[at + 1].tag in RELATIVE:
            relative = True
            if not any(item.tag in FINITE for item in items[at + 2 : cue.start]):
                return None  # `“…,” Smith, who denies it, said`
        elif token.lower in (",", ";", ":", "that", "and", "but") or token.tag in ("TO", "CC", "."):
            return None
        elif token.tag in FINITE and token.lemma in verbs():
            return None  # `“…,” said Smith, who added`
    return None


def _quote_before(line: Line, at: int, inverted: bool = False) -> int | None:
    """Return the QUOTE item that ends right before item ``at``, with or without a comma.

    ``inverted`` says that the cue comes first: a few words that open the line are speech then, `“We won” said Holt`.
    """
    items = line.items
    at -= 1
    comma = False
    while at >= 0 and items[at].lower in (",", "—", "–", "--", "-", "."):
        comma = True
        at -= 1
    if at < 0 or items[at].tag != QUOTE:
        return None
    named = (
        at in line.titles
        and at > 0
        and (items[at - 1].tag in ("IN", "POS", ",", "PRP$") or items[at - 1].lower == "the")
    )
    if named:
        return None  # `On the “Morning Show,” Smith said`
    if line.words[at] <= _SHORT and not comma and items[at].text not in ",?!.—-…":
        return None
    if items[at].text not in ",?!.—-…" and not comma and line.words[at] < 4 and (at or not inverted):
        return None
    return at


def _join(name: str, cue: VerbCue, quote: int, who: Span, at: int) -> Draft:
    """Join the quoted words before the cue with those that go on after it."""
    line = cue.line
    items = line.items
    first = clause_start(line, quote + 1)
    if quote and items[quote - 1].text == ":":
        first = quote  # `She was tired: “It made sense,” she said`
    spans: list[Offsets] = [(items[min(first, quote)].start, items[quote].end)]
    addressee = addressee_of(cue) if at == cue.end else None
    if not line.quoted[quote].closed:
        return from_cue(name, cue, spans, who, addressee)  # where its words go on is not known
    rest = inserted_rest(cue) if opens_under(items, min(first, quote)) else None
    if rest is not None:  # `While they slept “like logs,” he said, the house burned`
        return from_cue(name, cue, [*spans, (items[rest[0]].start, items[rest[1] - 1].end)], who, addressee)
    resumed = _resumed(line, at)
    if resumed is not None:
        spans.append((items[resumed].start, items[resumed].end))
    following = line.after()
    if resumed is None or resumed + 1 >= len(items) or items[resumed + 1].tag == ".":
        while following is not None and goes_on(following):
            last = following.items[-1]
            if following.items[0].tag == QUOTE:  # `“…,” a detail that fits`: what stands behind is the reporter's
                last = following.items[max(following.quoted)]
            spans.append((following.items[0].start, last.start if last.tag == "." else last.end))
            following = following.after()
    return from_cue(name, cue, spans, who, addressee)


def _resumed(line: Line, at: int) -> int | None:
    """Return the QUOTE item with which the content goes on after the cue."""
    items = line.items
    for i in range(at, min(len(items), at + 16)):
        if items[i].tag == QUOTE:
            before = i - 1
            while before > at and items[before].tag in ("CC", "RB"):
                before -= 1  # `he said, but “it rained”`
            if items[before].lower in (",", ":", ";", ".", "--", "—") or (
                items[i].start == line.quoted[i].start and i == at
            ):
                return i
            return None
        told = verbs().get(items[i].lemma) if items[i].tag == "VBG" else None
        if items[i].tag in FINITE or (told is not None and told.kind != "mention"):
            return None
    return None


def goes_on(line: Line) -> bool:
    """Tell whether a line is quoted throughout, or quoted in part without any cue of its own."""
    if only_quote(line):
        return True
    if any(item.text == ":" for item in line.items[: min(line.quoted, default=0)]):
        return False  # `Holt, who was in Lowton, had a like experience: “…”`
    return any(count >= _LONG for count in line.words.values()) and not verb_cues(line)
