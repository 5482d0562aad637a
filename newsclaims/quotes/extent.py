"""Where content ends: the clause or phrase after a cue, up to what no longer belongs to it."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import Final

from newsclaims.quotes.behind_marks import ASIDE, main_clause, marks_end, withholds
from newsclaims.quotes.content import After
from newsclaims.quotes.cues import VerbCue, verbs
from newsclaims.quotes.governed import own_verb
from newsclaims.quotes.lines import QUOTE, Line
from newsclaims.quotes.phrases import FINITE, RELATIVE, cue_nouns, list_goes_on, occasion
from newsclaims.quotes.reasons import joint, reason
from newsclaims.quotes.reported_objects import REACH, behind_both
from newsclaims.quotes.sources import clause_of, subject
from newsclaims.quotes.turns import (
    GOING,
    background,
    comments,
    from_to,
    happened,
    new_cue,
    remarked,
    speaks_on,
    told_now,
)
from newsclaims.quotes.vocabulary import word_class
from newsclaims.syntax.clause import GERUND, SUB, Clause
from newsclaims.syntax.parse import Parse
from newsclaims.syntax.vocabulary import answering
from newsclaims.words.sentence import Token

_start: Final = attrgetter("start")
_PHRASES: Final = frozenset({"noun", "ing", "as", "preposition", "gap"})
"""Frames whose content is no clause."""
_PAUSES: Final = frozenset({",", "-", "—", "–", "--", "―"})
_JOINED_UNTIL: Final = _PAUSES | {";"}
_LEAD: Final = 9
"""Items with which a clause may open before its subject, *and* in front: `and in some cases, he`."""
_JOINTS: Final = FINITE | {"CC", "VB", "VBN", "VBG"}
_AGAINST: Final = frozenset({"although", "despite", "though", "with", "without"})
_CONCEDING: Final = frozenset({"although", "though"})
_OPENING: Final = frozenset({"apart", "due"})


def content_end(cue: VerbCue, what: After) -> int:
    """Return the item before which the content after the cue ends: what no longer hangs on the cue's clause."""
    line = cue.line
    items = line.items
    end = min(len(items), _clause_end(cue, what))
    end = _also_promised(cue, what, end)
    while end > what.first and (items[end - 1].tag == "." or items[end - 1].lower == ";"):
        end -= 1
    if what.frame == "noun" and "np-two" in cue.frames.takes:
        end = behind_both(line, end)
    phrase = what.frame in _PHRASES and what.frame != "ing"
    for at in range(_least(cue, what), end):
        token = items[at]
        if token.lower in _PAUSES and at + 1 < end and (token.tag != QUOTE or items[at + 1].tag != "VBG"):
            if _pause_ends(cue, what, at, end):
                return at
        elif (
            marks_end(cue, what, at, end)
            or (phrase and _phrase_ends(line, at, what.first))
            or (what.frame == "to" and token.lower == "after" and happened(cue, at))
            or speaks_on(line, what, at)
            or (token.lower == "to" and items[at + 1 : at + 2] and from_to(cue, at))
        ):
            return at
    return end


def _least(cue: VerbCue, what: After) -> int:
    """Return the first item with which the content may end: behind *as* or *of*, behind what something is called."""
    items = cue.line.items
    last = what.first
    if what.frame == "as":
        last = joint(cue, last) or reason(cue, last)
    elif what.frame == "noun" and not cue.frames.takes.isdisjoint(("np-quoted", "as-quoted")):
        reach = range(last, min(last + REACH, len(items)))
        what_is = items[last].lower == "what" and "np-two" in cue.frames.takes
        ends = {QUOTE} if what_is else FINITE | {QUOTE}  # `called what she saw “terrible”`
        stop = next((at for at in reach if items[at].tag in ends or items[at].lower in (",", ";")), last)
        last = stop if items[stop].tag == QUOTE else last
    elif what.frame in ("clause", "that"):
        last = own_verb(cue, last)
    return last + 1


def _clause_end(cue: VerbCue, what: After) -> int:
    """Return the item with which another clause than the cue's goes on, conjunction and comma before it left out."""
    line, first = cue.line, what.first
    items = line.items
    found = clause_of(line, cue.verb)
    place = line.place(first)
    if found is None or place is None or place[0] is not found[0]:
        return len(items)
    parse, clause = found
    token = min(parse.extent(clause, place[1]), _opposed(parse, clause, place[1] + 1, what))
    opening = items[first + 1 if items[first].lower == "that" and first + 1 < len(items) else first]
    whole = None
    if opening.lower in word_class("subordinating") and token < len(parse.tokens):
        whole = next((one for one in parse.clauses if one.subject is not None and one.subject.first == token), None)
    if whole is not None and whole.verb is not None and parse.tokens[token - 1].text == ",":
        token = parse.extent(whole, whole.verb.first)  # `said if it rains, the match is off`
    if token == len(parse.tokens):
        return len(items)
    end = bisect_left(items, parse.tokens[token].start, key=_start)
    verb = _behind_insertion(items, first, end, what.frame in ("clause", "that"))
    later = line.place(verb) if verb else None
    if later is not None and later[0] is parse:
        token = parse.extent(parse.clause_of(later[1]) or clause, later[1])
        if token == len(parse.tokens):
            return len(items)
        end = bisect_left(items, parse.tokens[token].start, key=_start)
    joint = next((at for at in range(end - 1, max(first, end - _LEAD), -1) if items[at].tag in _JOINTS), 0)
    if joint and items[joint].tag == "CC" and items[joint - 1].lower in _PAUSES:
        end = joint  # `said it worked — and in some cases, it did`
    paused = False
    while end > first + 1 and (
        items[end - 1].lower in _PAUSES
        or items[end - 1].tag == "CC"
        or (items[end - 1].tag == "RB" and items[end - 2].lemma != "be" and not paused)  # `said they were late`
    ):
        paused = paused or items[end - 1].lower in _PAUSES  # `with the vote days away, she`
        end -= 1
    if end < len(items) - 1 and ":" in (items[end].text, items[end - 1].text) and _explains(items, end):
        return len(items)  # `said three things had happened: Prices rose, …`
    return end if end > first else len(items)


def _also_promised(cue: VerbCue, what: After, end: int) -> int:
    """Return the end of a second verb that *and* joins: `promised to cut taxes | and open land`, `| and waiting`."""
    line, items = cue.line, cue.line.items
    at = end + (end < len(items) and items[end].tag == "CC")
    form = {"to": "VB", "ing": "VBG"}.get(what.frame, "")
    if at + 1 >= len(items) or items[at - 1].lower not in ("and", "or") or items[at].tag != form:
        return end
    found = clause_of(line, at)
    verb = found[0].index(items[at].start) if found is not None else -1
    if found is None or found[1].first != verb:
        return end
    token = found[0].extent(found[1], verb)
    last = len(items)
    if token < len(found[0].tokens):
        last = bisect_left(items, found[0].tokens[token].start, key=_start)
    return next((i for i in range(at, last) if items[i].lower in _JOINED_UNTIL), last)


def _opposed(parse: Parse, clause: Clause, first: int, what: After) -> int:
    """Return the token with which what stands against a claim begins: `claimed he won, | although courts found no`."""
    if what.frame not in ("clause", "that"):
        return len(parse.tokens)
    content = [inner for role, inner in clause.content if role in _AGAINST and inner.first > first]
    against = [inner.first - (inner.opener == GERUND) for inner in content]  # a gerund begins behind *without*
    against += [phrase.start for role, phrase in clause.arguments if role in _AGAINST and phrase.start > first]
    return min(against, default=len(parse.tokens))


def _explains(items: list[Token], end: int) -> bool:
    """Tell whether what stands behind a colon is said too: no quoted words and no other verb of saying stand there."""
    colon = end if items[end].text == ":" else end - 1
    if items[colon - 1].text == ")":
        return False  # `those that did (save for two that proposed using rail): three in all`
    for at in range(colon + 1, len(items)):
        frames = verbs().get(items[at].lemma) if items[at].tag in FINITE else None
        if items[at].tag == QUOTE or (frames is not None and frames.kind == "speech"):
            return False
    return True


def _behind_insertion(items: list[Token], first: int, end: int, clausal: bool) -> int:
    """Return the verb that a clause still waits for: `the storm, a big one, had ended`, `that of the two, one left`."""
    first = max((i for i in range(first, end) if items[i].lower == "that"), default=first)
    if items[first].tag == QUOTE or any(items[i].tag in FINITE for i in range(first, end)):
        return 0
    if (
        clausal and end + 1 < len(items) and "CC" in (items[end].tag, items[end - 1].tag)
    ):  # `said lights in towns or cities are a way out`
        stop = next((i for i in range(end + 1, min(end + _LEAD, len(items))) if items[i].lower in _PAUSES), len(items))
        return next((i for i in range(end + 1, min(end + _LEAD, stop)) if items[i].tag in FINITE), 0)
    commas = [i for i in range(first, min(end + 18, len(items) - 1)) if items[i].lower in _PAUSES][:2]
    if len(commas) == 2 and items[commas[1] + 1].tag in FINITE:
        return commas[1] + 1
    opening = first + (items[first].lower == "that")
    if not commas or opening == len(items) or (items[opening].tag != "IN" and items[opening].lower not in _OPENING):
        return 0  # but `says due to rain, they left`
    return next((i for i in range(commas[0] + 1, min(commas[0] + _LEAD, len(items))) if items[i].tag in FINITE), 0)


def _pause_ends(cue: VerbCue, what: After, at: int, end: int) -> bool:
    """Tell whether the content ends at a comma or dash: before `, adding that`, `, according to`, the main clause."""
    items = cue.line.items
    follow = items[at + 1]
    if follow.lower == "even" and at + 2 < end and items[at + 2].tag == "VBG" and items[at].lower == ",":
        return True  # `asked what they were doing, even calling them thieves`
    if follow.tag == "VBG" and items[at].lower == "," and what.frame == "noun":
        return True  # `reported a loss of $5 million, missing estimates`
    frames = verbs().get(follow.lemma) if follow.tag == "VBG" else None
    if frames is not None and "quote-only" in frames.takes and at + 2 < end:
        frames = frames if items[at + 2].tag in (",", ":", QUOTE) else None  # `it will close, beginning in May`
    if follow.lower == "according" and items[at - 1].lower == "that":
        return False  # `said it was late and that, according to the mayor, it was dark`
    if follow.lower == "according" or (frames is not None and frames.kind == "speech"):
        return True
    if withholds(items, at + 1, end):
        return True
    if items[at].lower != ",":
        marked = items[at - 1].tag == QUOTE and what.frame in _PHRASES and follow.tag not in (QUOTE, "CC")
        behind = items[at + 2 : end]
        told = any(item.tag in FINITE for item in behind) and not any(item.lower in _PAUSES - {","} for item in behind)
        # `as “mad” — a charge that`, `said it was over — though others say it is not`
        return marked or remarked(items, what, at, end) or (follow.lower in _CONCEDING and told)
    if what.frame == "quote" and items[at - 1].tag == QUOTE and follow.tag not in (QUOTE, "CC"):
        return True  # `read “no more”, a reference to the year`
    if follow.lower in ("a", "an") and what.frame in ("clause", "that") and _commented(items, at + 2, end):
        return True  # `said the bill was dead, a claim Smith rejected`
    if comments(items, at + 1, end):
        return True  # `said it was paid for, which drew questions`
    if follow.tag == "VBG" and any(item.lower in word_class("reactions") for item in items[at + 2 : at + 6]):
        return True  # `said she would go, ending months of speculation`
    if follow.tag == "VBG" and what.frame in ("clause", "that") and _of_saying(cue, at + 1):
        return True  # `announced that he would go, prompting calls for a vote`
    if (
        follow.lower in ASIDE
        and at > what.first + 1
        and (new_cue(cue.line, at + 2, end) or told_now(items, what, at + 1, end))
    ):
        return True  # `said the bill was dead, though she admitted it had friends`
    if follow.lower in _CONCEDING and items[at + 2 : at + 3] and items[at + 2].lower == "given":
        return True  # `said it will be cheap, although given its past, that may change`
    if follow.lower == "who" and background(cue.line, what, at, end):
        return True
    named = follow.lower in ("which", "where") and items[at - 1].tag in ("NNP", "NNPS")
    if named and items[cue.verb].tag == "VBD" and told_now(items, what, at + 1, end):
        return True  # `said they would march at Lowton Park, which opens on Monday`
    if follow.lower == "even" and what.frame in ("clause", "that") and at + 2 < end and items[at + 2].lower == "as":
        return True  # `insists it is safe, even as lawsuits mount`
    own = subject(cue.line, cue.verb)
    if own is not None and own[0] > 0 and items[own[0]].tag in RELATIVE and items[own[0] - 1].lower == ",":
        after = at + 2 if follow.tag == "RB" and at + 2 < end else at + 1
        waits = not any(items[i].tag in FINITE for i in range(own[0]))
        if items[after].tag in FINITE or (waits and not any(items[i].tag in FINITE for i in range(after, end))):
            return True  # the comma that closes `, who said that it works, left`
    found = clause_of(cue.line, cue.verb)
    inside = items[0].lower in word_class("subordinating")
    inside = inside or (what.frame == "to" and found is not None and found[1].opener == SUB)
    inside = inside or (cue.passive and cue.start == cue.verb)  # `However, when asked if he would, Smith smiled`
    if inside and main_clause(cue.line, at + 1, end):
        return True
    return what.frame in _PHRASES and not list_goes_on(items, at + 1, end)


def _of_saying(cue: VerbCue, item: int) -> bool:
    """Tell whether a participle hangs on the verb of saying, as the sentence is read, not on what is said."""
    found, place = clause_of(cue.line, cue.verb), cue.line.place(item)
    if found is None or place is None or place[0] is not found[0]:
        return False
    own = place[0].clause_of(place[1])
    return own is not None and own.parent is found[1] and own.rule == "claims.adverbial-participle"


def _commented(items: list[Token], noun: int, end: int) -> bool:
    """Tell whether a noun says what was said, and what others think of it, `a figure the bank disputes`."""
    if noun >= end or items[noun].lemma not in cue_nouns() | word_class("said-things"):
        return False
    return items[noun].lemma in cue_nouns() or any(
        item.lemma in answering() | {"deny", "share"} for item in items[noun + 1 : min(end, noun + _LEAD)]
    )


def _phrase_ends(line: Line, at: int, first: int) -> bool:
    """Tell whether a phrase as content ends here: before when and where it was said, and before another verb."""
    items = line.items
    if items[at].tag == "CC" and at + 1 < len(items):  # `complained of delays and say that`
        return items[at + 1].tag[:2] == "VB" and items[at + 1].lemma in verbs()
    told = verbs().get(items[at + 1].lemma) if items[at].lower == "before" and at + 1 < len(items) else None
    if told is not None and told.kind == "speech" and items[at + 1].tag == "VBG":
        return True  # `called him a hero before explaining why`
    done = any(items[i].tag == "VBG" and items[i - 1].lower == "of" for i in range(first + 1, at))
    return _later_event(line, at) or (_told_where(items, at) and not done)  # `accused him of lying at a briefing`


def _told_where(items: list[Token], at: int) -> bool:
    """Tell whether a phrase names the occasion of the words: `attacked the plan in a speech`."""
    return items[at].lower in ("in", "on", "at", "during") and occasion(items, at)


def _later_event(line: Line, at: int) -> bool:
    """Tell whether a clause of time or reason begins here: `criticized the plan after it failed`."""
    token = line.items[at]
    if token.tag != "IN" or token.lower not in word_class("later") or line.items[at - 1].lemma in GOING:
        return False
    place = line.place(at) if token.lower == "as" else None
    return place is None or any(clause.first == place[1] and clause.opener == SUB for clause in place[0].clauses)
