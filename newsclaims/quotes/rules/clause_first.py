"""A clause without marks before the cue, or round it: `…, Smith said`, `…, said Smith`, `As Smith said, …`."""

from __future__ import annotations

from typing import Final

from newsclaims.quotes.addressee import addressee_of
from newsclaims.quotes.clauses import (
    clause_start,
    hangs,
    inserted_rest,
    is_clause,
    is_headline,
    opens_under,
    quoted_lines_after,
    relative_start,
)
from newsclaims.quotes.content import after
from newsclaims.quotes.cues import VerbCue, closes
from newsclaims.quotes.draft import Draft, Offsets, from_cue
from newsclaims.quotes.governed import reported
from newsclaims.quotes.lines import QUOTE, Line, Span
from newsclaims.quotes.phrases import (
    FINITE,
    RELATIVE,
    cue_nouns,
    name_right,
    occasion,
    phrase_right,
    time_words,
    with_apposition,
)
from newsclaims.quotes.rules.cue_first import agent, told_before
from newsclaims.quotes.sources import clause_of, speaks, subject
from newsclaims.quotes.turns import content_end_plain
from newsclaims.quotes.vocabulary import word_class
from newsclaims.rule import rule
from newsclaims.syntax.chunks import INFINITIVE
from newsclaims.syntax.clause import RELATIVE as RELATIVE_CLAUSE
from newsclaims.syntax.clause import SUB, THAT

_OPENS_SOURCE: Final = frozenset({"CD", "DT", "JJ", "NN", "NNP", "NNS"})
_FEWEST_SAID: Final = 4
"""Words before the comma of a headline at least."""
_LONGEST_SOURCE: Final = 14
"""Words between a comma and the verb that ends a sentence at most."""


def clause_source_cue(cue: VerbCue) -> Draft | None:
    """A clause without marks, then source and cue: `The plan works, Smith said.`"""
    told_to = told_before(cue)
    if told_to is None and (not _reports(cue) or cue.passive):
        return None
    line = cue.line
    items = line.items
    if any(item.tag == "MD" for item in items[cue.start : cue.verb]):
        return None
    titled = _title_source(cue)
    who = told_to or titled or _closing_source(cue) or subject(line, cue.verb)
    if who is None or who[0] < 2 or items[who[0]].tag in RELATIVE or who[1] > cue.verb:
        return None
    if items[who[0] - 1].lower != "," or not _ends_here(cue, cue.end) or _goes_on(cue, who[1]):
        return None
    found = clause_of(line, cue.verb)
    inside = items[who[0] - 2].lower == "which"
    if found is not None and found[1].opener in (SUB, RELATIVE_CLAUSE, THAT) and not inside:
        return None  # `to show him silent when, in fact, he responded`, `said that while it rained, she hoped for sun`
    told = found is not None and not found[1].content and any(role == "to" for role, _ in found[1].arguments)
    if told and cue.lemma in ("admit", "confess", "object"):
        return None  # `He denied it but when asked again, he confessed to the crime`
    if items[who[0]].lower in ("a", "an") and items[who[0] + 1].lemma in cue_nouns() and who[1] > who[0] + 2:
        return None  # `said troops fired first, a charge Estrel denies`
    paper = items[cue.start - 1].lower in word_class("worded") and not _has_object(cue)
    if items[who[0]].lower in ("a", "an") and not (cue.lemma == "say" or told_to or speaks(line, cue.verb) or paper):
        return None  # `Acme bought Brantel, a deal announced in May`
    first = relative_start(items, who[0] - 2) if inside else clause_start(line, who[0] - 1)
    adverb = items[first].tag in ("RB", "IN", "UH") and items[first + 1].lower == ","  # `So, if it rains, he said, …`
    alone = opens_under(items, first + 2 * adverb)
    told_whole = reported(cue)
    paused = told_whole or any(items[i].lower == "," for i in range(first, who[0] - 1))
    if alone and not paused and inserted_rest(cue) is None:
        return None  # `Since they came out, users have asked for more`
    speaker: Span | None = who
    addressee = addressee_of(cue)
    if cue.lemma == "tell" and items[who[1] - 1].lower in word_class("hearing") and addressee is None:
        told_to = who  # `Driver was drunk, court told`
    if told_to is not None:  # `He was drunk, the court heard`: who told it stands behind *by*, if at all
        speaker, addressee = agent(cue, cue.end, len(items), "that") if cue.passive else None, who
    rest = inserted_rest(cue)
    open_end = alone or items[who[0] - 2].lower in ("why", "which") or hangs(items, cue.start)
    open_end = open_end or (rest is not None and (items[rest[0]].tag in ("CC", "VB") or items[rest[0]].tag in FINITE))
    if rest is not None and (open_end or not is_clause(line, first, who[0] - 1)):
        end = next((i for i in range(rest[0], rest[1] - 1) if inside and items[i].lower == ","), rest[1])
        pieces: list[Offsets] = [(items[rest[0]].start, items[end - 1].end)]
        if first < who[0] - 1:
            pieces.insert(0, (items[first].start, items[who[0] - 2].end))
        return from_cue("quotes.clause-source-cue", cue, pieces, speaker, addressee)
    kicker = line.sentence.part == "headline" and items[first + 1].text == ":"
    first += 2 * kicker  # `Exclusive: Reed to quit, sources say`
    whole = told_whole or is_clause(line, first, who[0] - 1) or (titled is not None and first == 0)
    whole = whole or is_headline(line, first, who[0] - 1)
    if inside or not whole or (items[first].tag in ("VBN", "VBD") and not told_whole):
        return None  # `Asked if he would go, Smith declined`
    spans: list[Offsets] = [(items[first].start, items[who[0] - 2].end)]
    joined = cue.end + 2 < len(items) and items[cue.end].lower == "," and items[cue.end + 1].lower in ("and", "but")
    if joined and items[cue.end + 2].tag == QUOTE:  # `It was late, she said, and “nobody came”`
        spans.append((items[cue.end + 2].start, items[cue.end + 2].end))
    elif reason := _reason(cue):
        spans.append(reason)
    if _line_ends(line, cue.end):
        spans.extend(quoted_lines_after(line))
    return from_cue("quotes.clause-source-cue", cue, spans, speaker, addressee)


rule("quotes.clause-source-cue")(clause_source_cue)


def _reason(cue: VerbCue) -> Offsets | None:
    """Return the clause of reason or condition behind a cue, which is said too: `It failed, Smith said, since rain`."""
    items, at = cue.line.items, cue.end + 1
    at += at < len(items) and items[at].lower in ("even", "ever", "partly")
    if at + 2 >= len(items) or items[cue.end].lower != "," or items[at].lower not in word_class("reasoning"):
        return None
    end = content_end_plain(cue.line, at)
    told = any(items[i].tag in FINITE for i in range(at + 1, end)) and items[at + 1].tag not in ("IN", "VBG", "CD")
    return (items[cue.end + 1].start, items[end - 1].end) if told else None


def _goes_on(cue: VerbCue, first: int) -> bool:
    """Tell whether the verb is one of several of its subject, or takes an object: what they tell was said by nobody.

    `After the vote, he closed the court and ruled by decree`, `In a letter, members demanded her censure`.
    """
    items = cue.line.items
    others = any(items[at].tag in FINITE for at in range(first, cue.start - 1))
    if others and items[cue.start - 1].tag == "CC":
        return True
    if cue.end < len(items) - 1 and items[cue.end].tag == "CC" and items[cue.end + 1].tag[:2] == "VB":
        return True  # `Smith has written and spoken about it`
    little = cue.end < len(items) and items[cue.end].lower in ("little", "no", "nothing", "yes")
    return little if cue.lemma == "say" else _has_object(cue)


def _title_source(cue: VerbCue) -> Span | None:
    """Return the source that ends a line of capitals: `Mayor To Leave Office In May, Aide Says`.

    What is said there is a clause without a finite verb, or one whose verb is read as a name.
    """
    items = cue.line.items
    verb = items[cue.verb]
    if verb.tag not in ("VBZ", "VBP") or not verb.text[:1].isupper() or not closes(cue.line, cue.verb):
        return None
    comma = next((at for at in range(cue.start - 1, 0, -1) if items[at].lower == ","), 0)
    small = sum(item.text[:1].islower() for item in items)
    few = _FEWEST_SAID <= comma < cue.start - 1 <= comma + _LONGEST_SOURCE and small * 5 <= len(items)
    return (comma + 1, cue.start) if few and items[comma - 1].text[:1].isalpha() else None


def _closing_source(cue: VerbCue) -> Span | None:
    """Return a source with a participle or preposition between the last comma and a verb that ends the sentence.

    `…, residents interviewed by the paper said.`: the noun next to the verb is not who says it.
    """
    items = cue.line.items
    more = cue.lemma == "say" and cue.end < len(items)  # `said in a statement`
    told = more and occasion(items, cue.end) and _line_ends(cue.line, cue.end)
    if not told and not closes(cue.line, cue.verb):
        return None
    reach = range(cue.start - 1, max(0, cue.start - _LONGEST_SOURCE), -1)
    first = next((at + 1 for at in reach if items[at].lower == ","), cue.start)
    if first >= cue.start or items[first].tag not in _OPENS_SOURCE:
        return None
    own = subject(cue.line, cue.verb)
    if own is not None and own[0] < first:
        return None
    if own is not None and items[own[0] - 1].tag == "CC" and items[first].tag in ("DT", "NNP"):
        return first, cue.start  # `…, the Lowton Bureau of Fisheries and Aquatic Resources said`
    past = any(
        items[at].tag == "VBN" or (items[at].tag == "VBD" and items[at + 1].tag == "IN")
        for at in range(first, cue.start)
    )
    other = any(items[at].tag in FINITE and items[at + 1].tag != "IN" for at in range(first, cue.start))
    return None if other or not past else (first, cue.start)


def as_source_cue(cue: VerbCue) -> Draft | None:
    """`As` before source and cue: `As Smith said, it works`, `It works, as Smith said`, `It, as Smith said, works`."""
    if "after" not in cue.frames.takes or "quote-only" in cue.frames.takes or cue.passive:
        return None
    line = cue.line
    items = line.items
    count = len(items)
    who = subject(line, cue.verb)
    if who is None or who[0] == 0 or items[who[0] - 1].lower != "as":
        return None
    opening = who[0] - 1
    if _has_object(cue):
        return None  # `As Smith announced the plan, the crowd booed`
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
        if is_clause(line, first, last):
            return from_cue("quotes.as-source-cue", cue, [(items[first].start, items[last - 1].end)], who)
    if paused and at + 1 < count and items[at].lower == ",":
        first, end = clause_start(line, last), line.stop()
        if not is_clause(line, first, last) and is_clause(line, at + 1, end):
            pieces: list[Offsets] = [
                (items[first].start, items[last - 1].end),
                (items[at + 1].start, items[end - 1].end),
            ]
            return from_cue("quotes.as-source-cue", cue, pieces, who)
    return None


rule("quotes.as-source-cue")(as_source_cue)


def _has_object(cue: VerbCue) -> bool:
    """Tell whether a verb behind *as* has an object or infinitive of its own; a time or addressee is none."""
    found = clause_of(cue.line, cue.verb)
    if found is None or found[1].verb is None:
        return False
    tokens, verb = found[0].tokens, found[1].verb
    if tokens[verb.head].start != cue.line.items[cue.verb].start:
        return verb.kind == INFINITIVE  # `As the river threatened to flood the town, people left`
    plain = cue.end == cue.verb + 1 and addressee_of(cue) is None
    return plain and any(p.first >= verb.last and not (p.time or p.pronoun) for p in found[1].objects)


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
    end = name_right(line, cue.end)
    if end == cue.end:
        return None
    first = clause_start(line, cue.verb - 1)
    if not is_clause(line, first, cue.verb - 1) and not is_headline(line, first, cue.verb - 1):
        if cue.lemma != "say" or end + 1 >= len(items) or items[end].lower != "," or items[end + 1].tag not in FINITE:
            return None  # but `The plan, say experts, is dead`
        rest = (items[end + 1].start, items[content_end_plain(line, end + 1) - 1].end)
        pieces: list[Offsets] = [(items[first].start, items[cue.verb - 2].end), rest]
        return from_cue("quotes.clause-cue-source", cue, pieces, (cue.end, end))
    named = phrase_right(line, first)
    apart = first < named < cue.verb - 1 and items[named].lower == "," and items[named + 1].tag in RELATIVE
    if apart and not reported(cue):
        return None  # `Smith, who was born in Ohio, posted a picture`
    return from_cue(
        "quotes.clause-cue-source",
        cue,
        [(items[first].start, items[cue.verb - 2].end)],
        (cue.end, end if end + 1 < len(items) and items[end + 1].tag in RELATIVE else with_apposition(line, end)),
    )


rule("quotes.clause-cue-source")(clause_cue_source)


def _reports(cue: VerbCue) -> bool:
    """Tell whether the verb may follow a clause without marks: `The plan works, Smith said`, not `Smith went on`."""
    return "after" in cue.frames.takes and not cue.frames.takes.isdisjoint(("that", "clause"))


def _ends_here(cue: VerbCue, at: int) -> bool:
    """Tell whether nothing that could be the content follows the cue."""
    items = cue.line.items
    if at >= len(items) or items[at].tag in (".", ":") or items[at].lower in (",", ";"):
        return True
    if items[at].tag in ("JJR", "RBR") and items[at].lower not in time_words():
        return False  # `That said, Smith promised more`
    what = after(cue)
    return what is None or (
        what.frame in ("noun", "preposition") and what.addressee is None and items[at].tag in ("IN", "TO", "NNP", "RB")
    )


def _line_ends(line: Line, first: int) -> bool:
    """Tell whether nothing but an addressee or an occasion stands from item ``first`` to the line's end."""
    items = line.items
    return not any(item.tag in FINITE or item.tag == QUOTE or item.tag == "VBG" for item in items[first:])
