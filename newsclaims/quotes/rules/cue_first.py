"""Source and cue before the content: `Smith said that …`, `Smith said: “…”`, `saying …`."""

from __future__ import annotations

from typing import Final

from newsclaims.quotes.clauses import clause_start, hangs, opens_under
from newsclaims.quotes.content import After
from newsclaims.quotes.cues import VerbCue
from newsclaims.quotes.draft import Draft, Offsets, from_cue
from newsclaims.quotes.extent import content_end
from newsclaims.quotes.lines import QUOTE, Span, only_quote
from newsclaims.quotes.phrases import FINITE, RELATIVE, is_time, occasion, phrase_right, time_words, with_apposition
from newsclaims.quotes.sources import clause_of, hearer, speaks, subject
from newsclaims.quotes.vocabulary import word_class
from newsclaims.rule import rule
from newsclaims.syntax.animacy import animate


def _draft(name: str, cue: VerbCue, what: After, who: Span | None = None) -> Draft | None:
    line = cue.line
    items = line.items
    end = content_end(cue, what)
    if cue.passive and who is None:
        who = agent(cue, cue.end, what.first if what.frame == "ing" else end, what.frame)
        if who is not None and who[0] - 1 > what.first:
            end = who[0] - 1  # `was called a fool by critics`
    end -= items[end - 1].text == ":"
    if items[end - 1].text == ")" and not any(items[i].text == "(" for i in range(what.first, end)):
        end -= 1
    pronoun = items[what.first].tag == "PRP" and end - what.first != 2
    if end <= what.first or (pronoun and all(item.lower in ("or", "not") for item in items[what.first + 1 : end])):
        return None  # `whether it admits it or not`
    spans: list[Offsets] = [(items[what.first].start, items[end - 1].end)]
    covered = [i for i in range(what.first, end) if items[i].tag == QUOTE]
    following = line.after()
    if covered and covered[-1] >= end - 1:
        while following is not None and only_quote(following):
            spans.append((following.items[0].start, following.items[0].end))
            following = following.after()
    if who is None and not cue.passive:
        who = subject(line, cue.verb)
        if cue.lemma == "hear":  # somebody told them: `the court heard that`
            ahead = any(items[i].tag in ("MD", "VB") for i in range(cue.start, cue.end))  # `is expected to hear`
            told = None if ahead else hearer(line, cue.verb)
            return from_cue(name, cue, spans, None, told) if told is not None else None
    if _nobody_says(cue, what, who):
        return None
    found = from_cue(name, cue, spans, who, what.addressee or hears(cue))
    found.silent = found.silent or _shown(cue, what)
    return found


def hears(cue: VerbCue) -> Span | None:
    """Return who is told something by a passive verb: `the inquest was told`, `residents had been warned`."""
    if not cue.passive or "whom" not in cue.frames.takes:
        return None
    who = subject(cue.line, cue.verb)
    return who if who is not None and who[1] <= cue.start and cue.line.items[who[0]].lower != "it" else None


def told_before(cue: VerbCue) -> Span | None:
    """Return who is told what stands before the cue: `…, the court heard`, `“…,” drivers were told on Monday`."""
    if cue.lemma == "hear" and not cue.passive:
        return hearer(cue.line, cue.verb)
    items = cue.line.items
    if not cue.passive or "that" not in cue.frames.takes:
        return None
    closed = (
        cue.end == len(items) or items[cue.end].tag in (".", ",", ":", QUOTE) or items[cue.end].lower in ("by", ";")
    )
    timed = cue.end < len(items) and (items[cue.end].lower in time_words() or occasion(items, cue.end))
    return hears(cue) if closed or timed else None


def _nobody_says(cue: VerbCue, what: After, who: Span | None) -> bool:
    """Tell whether the words are nobody's: not yet said, without a mouth, or the article's own thoughts and names."""
    items = cue.line.items
    takes = cue.frames.takes
    if what.frame != "quote" and any(item.tag == "MD" for item in items[cue.start : cue.verb]):
        return True  # `people will ask whether`
    found = clause_of(cue.line, cue.verb)
    if what.frame != "quote" and found is not None and found[1].word in ("if", "unless"):
        return True  # `if they really believed that`
    if who is None:  # `it is worth noting that`, `it is believed that`, `is called “blue lung”`
        if not cue.passive:
            lost = what.frame == "that" and items[cue.verb].tag in ("VBD", "VBZ") and items[cue.verb - 1].tag == "NNP"
            return what.frame != "quote" and not lost  # `in the Post Smith said that`: who says it is not read
        return what.frame == "to" or cue.frames.kind == "thought" or not takes.isdisjoint(("np-two", "as"))
    first = items[who[0]]
    if first.lower == "what":
        return True  # `what says that it works?`
    if first.lower == "it" and items[cue.verb].tag == "VB" and items[cue.verb - 1].lower == "to":
        return True  # `it is hard to believe that`
    if first.tag in RELATIVE and who[0] > 0 and items[who[0] - 1].lower in word_class("counted"):
        return True  # `the number who said that they smoke`
    minded = cue.frames.kind == "thought" or (what.frame == "noun" and "np" in takes)
    minded = minded or (what.frame == "to" and cue.lemma == "encourage")  # `the fine encourages firms to pay`
    if minded and not cue.passive and not speaks(cue.line, cue.verb):
        return True  # `the router feels that`, `the result emphasizes the cost`
    own = who[1] - who[0] == 1 and first.lower in ("i", "we", "you")
    talked = "about-wh" in cue.frames.takes
    return own and (
        cue.frames.kind != "speech" or what.frame == "noun" or talked
    )  # `I think it works`, `you call it a day`


def _shown(cue: VerbCue, what: After) -> bool:
    """Tell whether a thing without words shows it or asks for it: `The picture shows that`, `a plan that calls for`.

    What a jury or researchers find they tell; what somebody finds without *that* is no words: `Police found the van`.
    """
    shows = cue.frames.kind == "evidence" or cue.lemma in word_class("showing")
    asks = cue.lemma == "call" and what.frame == "preposition"
    if cue.passive or not (shows or asks or (cue.lemma == "explain" and what.frame == "wh")):
        return False
    found = clause_of(cue.line, cue.verb)
    phrase = found[1].surface() if found is not None else None
    if found is None or phrase is None:
        return cue.frames.kind == "evidence"
    head, alive = found[0].tokens[phrase.head], animate(found[0], phrase)
    if head.lower in word_class("worded") or head.tag == "CD" or head.lower == "percent":
        return False
    if cue.frames.kind == "evidence":
        told = cue.lemma == "find" and (what.frame == "that" or alive == 1)
        return not told or phrase.pronoun or alive < 1
    return not phrase.pronoun and alive < 1


def agent(cue: VerbCue, first: int, end: int, frame: str) -> Span | None:
    """The phrase with `by` that names who says it after a passive; behind an infinitive it belongs to the cue.

    `was told to leave by police`, but `was told to pay by card`.
    """
    items = cue.line.items
    found = clause_of(cue.line, cue.verb) if frame == "to" else None
    for at in range(first, end - 1):
        if items[at].lower == "by" and not (items[at - 1].tag == "VBN" and at > cue.end):  # `at a lunch held by`
            stop = phrase_right(cue.line, at + 1)
            mine = found is None or any(
                role == "by" and found[0].tokens[phrase.start].start == items[at].start
                for role, phrase in found[1].arguments
            )
            named = mine and stop > at + 1 and not is_time(items, at + 1, stop - 1) and items[at + 1].tag != "VBG"
            return (at + 1, stop) if named and not occasion(items, at) else None
        if items[at].tag in FINITE or items[at].tag in RELATIVE or items[at].lower in ("that", "which"):
            return None
    return None


def cue_source_quote(cue: VerbCue) -> Draft | None:
    """The cue first, then source and words: `Said Smith: “It works.”`"""
    line = cue.line
    if cue.start > 1 or (cue.start == 1 and line.items[0].tag not in ("CC", "RB")) or "after" not in cue.frames.takes:
        return None
    end = phrase_right(line, cue.end)
    if line.items[cue.verb].tag not in FINITE or end == cue.end:
        return None
    end = with_apposition(line, end)
    if end + 1 >= len(line.items) or line.items[end].lower not in (",", ":") or line.items[end + 1].tag != QUOTE:
        return None
    return _draft("quotes.cue-source-quote", cue, After("quote", end + 1, None), (cue.end, end))


rule("quotes.cue-source-quote")(cue_source_quote)


def source_cue_quote(cue: VerbCue, what: After) -> Draft | None:
    """Source and cue, then words that begin with a quotation mark: `Smith said, “It works.”`"""
    found = _draft("quotes.source-cue-quote", cue, what)
    if found is not None and (opening := _opening(cue, what)):
        found.spans.insert(0, opening)
    return found


def _opening(cue: VerbCue, what: After) -> Offsets | None:
    """Return what quoted words go on with: `It was, Smith said, “the worst day”`, `The plan, Smith said, “is dead.”`"""
    line = cue.line
    items = line.items
    who = subject(line, cue.verb)
    goes_on = items[what.first].tag == QUOTE and items[what.first - 1].lower == ","
    if who is None or not goes_on or not 1 < who[0] < cue.start or items[who[0] - 1].lower != ",":
        return None
    place = line.parses.locate(line.quoted[what.first].inner_start)
    word = place[0].tokens[place[1]] if place is not None else items[what.first]
    first = clause_start(line, who[0] - 1)
    told = any(item.tag in FINITE for item in items[first : who[0] - 1])
    subordinate = told and opens_under(items, first + (items[first].lower == "so")) and word.text[:1].islower()
    waits = not told and word.tag in FINITE and phrase_right(line, first) == who[0] - 1
    opens = hangs(items, cue.start) or subordinate or waits
    return (items[first].start, items[who[0] - 2].end) if opens else None


rule("quotes.source-cue-quote")(source_cue_quote)


def source_cue_that(cue: VerbCue, what: After) -> Draft | None:
    """A clause with `that`: `Smith said that the plan works.`"""
    return _draft("quotes.source-cue-that", cue, what)


rule("quotes.source-cue-that")(source_cue_that)


def source_cue_clause(cue: VerbCue, what: After) -> Draft | None:
    """A clause without `that`: `Smith said the plan works.`; none with an object before it, `showed him defeated`."""
    if cue.line.items[what.first].lower in ("him", "me", "them", "us"):
        return None
    return _draft("quotes.source-cue-clause", cue, what)


rule("quotes.source-cue-clause")(source_cue_clause)


def source_cue_question(cue: VerbCue, what: After) -> Draft | None:
    """An indirect question: `Smith asked whether the plan works.`"""
    return _draft("quotes.source-cue-question", cue, what)


rule("quotes.source-cue-question")(source_cue_question)


def source_cue_infinitive(cue: VerbCue, what: After) -> Draft | None:
    """An infinitive: `Smith promised to leave.`"""
    return _draft("quotes.source-cue-infinitive", cue, what)


rule("quotes.source-cue-infinitive")(source_cue_infinitive)


def source_cue_noun(cue: VerbCue, what: After) -> Draft | None:
    """A noun phrase: `Smith criticized the plan.`"""
    return _draft("quotes.source-cue-noun", cue, what)


rule("quotes.source-cue-noun")(source_cue_noun)


def source_cue_preposition(cue: VerbCue, what: After) -> Draft | None:
    """A preposition: `Smith called for a vote.`"""
    return _draft("quotes.source-cue-preposition", cue, what)


rule("quotes.source-cue-preposition")(source_cue_preposition)


def adjective(cue: VerbCue, what: After) -> Draft | None:
    """An adjective of thinking or feeling: `Smith is sure that the plan works.`"""
    if cue.line.items[what.first].lower in word_class("wh"):
        return None  # `how can he be so sure what happened`
    found = _draft("quotes.adjective", cue, what)
    who = subject(cue.line, cue.verb)
    if found is not None and who is not None and cue.line.items[who[0]].lower in ("it", "there"):
        found.speaker = None  # `it is clear that` is nobody's thought in particular
    return found


rule("quotes.adjective")(adjective)


def relative_source_cue(cue: VerbCue, what: After) -> Draft | None:
    """Source and cue inside a relative clause: `a rule that Smith said would fail`, `a rule Smith said would fail`."""
    items = cue.line.items
    who = subject(cue.line, cue.verb)
    if who is None or who[0] == 0:
        return None
    before = items[who[0] - 1]
    bare = before.tag in ("NN", "NNS") and who[1] == cue.verb and not is_time(items, who[0] - 1, who[0] - 1)
    bare = bare and before.lower not in word_class("anything")  # `Everything Smith says is a lie`
    if before.tag not in RELATIVE and before.lower != "that" and not bare:
        return None
    return _draft("quotes.relative-source-cue", cue, what)


rule("quotes.relative-source-cue")(relative_source_cue)


BY_FRAME: Final = {
    "quote": source_cue_quote,
    "colon": source_cue_quote,
    "that": source_cue_that,
    "gap": relative_source_cue,
    "clause": source_cue_clause,
    "wh": source_cue_question,
    "to": source_cue_infinitive,
    "noun": source_cue_noun,
    "ing": source_cue_noun,
    "as": source_cue_noun,
    "preposition": source_cue_preposition,
}
"""The rule for each frame in which content follows its cue."""
