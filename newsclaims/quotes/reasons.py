"""What somebody is blamed, thanked or taken for: `blamed the mayor for leaving`, `dismissed the plan as a stunt`."""

from __future__ import annotations

from typing import Final

from newsclaims.quotes.addressee import starts_noun
from newsclaims.quotes.cues import VerbCue
from newsclaims.quotes.lines import QUOTE
from newsclaims.quotes.phrases import FINITE, is_time, phrase_right, times
from newsclaims.quotes.sources import acts, speaks
from newsclaims.quotes.vocabulary import word_class
from newsclaims.syntax.clause import SUB

_REACH: Final = 14
"""Items from an object to the *as*, *of* or *for* behind it at most."""
_JOINTS: Final = ("as", "of", "for", "with")
_JUDGED: Final = frozenset({"DT", "JJ", "JJR", "PRP$", "RB", "RBR", "VBG", "VBN", QUOTE})
_BARE: Final = frozenset({"NN", "NNS"})


def joint(cue: VerbCue, at: int) -> int:
    """Return the *as* or *of* with which a verb says what the object at item ``at`` is described as; else 0."""
    items = cue.line.items
    word = next((word for word in ("as", "of") if f"np-{word}" in cue.frames.takes), "")
    if not word or not starts_noun(items[at]):
        return 0
    for i in range(at + 1, min(len(items), at + _REACH)):
        if items[i].lower == word:
            return i
        if items[i].lower == ";" or (items[i].lower == "," and word == "as"):
            break
    return 0


def referred(cue: VerbCue, at: int) -> bool:
    """Tell whether what is referred to is called something: `referred to the vote as a farce`."""
    to = "to-as" in cue.frames.takes and cue.line.items[at].lower == "to" and at + 1 < len(cue.line.items)
    what = joint(cue, at + 1) if to else 0
    return what > 0 and what + 1 < len(cue.line.items) and _as_what(cue, what)


def reason(cue: VerbCue, at: int) -> int:
    """Return the item behind an object that opens what it is blamed or taken for; 0 for none.

    `blamed Holt | for the delay`, `slammed the plan | as too dear`, `credited her | with saving it`; of a thing only
    what it is taken for is said: `criticized the plan for a bridge`.
    """
    items = cue.line.items
    if not starts_noun(items[at]) or cue.passive:
        return 0
    words = [word for word in _JOINTS if f"for-{word}" in cue.frames.takes]
    for i in range(at + 1, min(len(items) - 1, at + _REACH) if words else 0):
        if items[i].lower in words:
            named = _as_what(cue, i) if items[i].lower == "as" else _for_what(cue, i)
            return i if named and speaks(cue.line, cue.verb) else 0
        if items[i].lower in (",", ";", ":") or items[i].tag in FINITE or items[i].tag == QUOTE:
            break
    return 0


def _for_what(cue: VerbCue, at: int) -> bool:
    """Tell whether *for* opens a reason: no time, `attacked him for the third time`; of somebody who acts."""
    items = cue.line.items
    if not acts(cue.line, cue.verb):
        return False
    end = phrase_right(cue.line, at + 1)
    timed = end > at + 1 and (items[end - 1].lower in times() or is_time(items, at + 1, end - 1))
    return not timed and (items[at + 1].tag in ("VBG", "RB", "PRP$", QUOTE) or end > at + 1)


def _as_what(cue: VerbCue, at: int) -> bool:
    """Tell whether *as* opens what something is taken for: no clause, no *as well*, of nobody what they are made."""
    line = cue.line
    items = line.items
    follow = items[at + 1]
    place = line.place(at)
    if place is not None and any(one.first == place[1] and one.opener == SUB for one in place[0].clauses):
        return False
    if follow.lower in word_class("unlike-as"):
        return False
    return follow.tag in _JUDGED or (follow.tag in _BARE and not acts(line, cue.verb))


def blamed_for(cue: VerbCue, at: int) -> bool:
    """Tell whether a passive says what its subject is accused of or blamed for: `was accused | of leaving early`."""
    items = cue.line.items
    if not cue.passive or at + 1 >= len(items) or items[at].lower not in ("of", "for"):
        return False
    word = items[at].lower
    takes = cue.frames.takes
    if cue.lemma == "blame" and at == cue.end:
        return False  # `The drought is blamed for killing the trees`: nobody says so
    verb = at + 1 + (items[at + 1].lower == "not" and at + 2 < len(items))
    return items[verb].tag == "VBG" and (f"np-{word}" in takes or f"for-{word}" in takes)


def behind_agent(cue: VerbCue, at: int) -> int:
    """Return the end of who does it between a passive and what it takes: `asked by a reporter | whether`."""
    items = cue.line.items
    if not cue.passive or items[at].lower != "by" or at + 2 >= len(items):
        return at
    end = phrase_right(cue.line, at + 1)
    taken = at + 1 < end < len(items) and (items[end].lower in word_class("wh") or blamed_for(cue, end))
    return end if taken else at
