"""Where somebody else begins to speak: `and she said`, `but he declined to comment`, and where the reporter does."""

from __future__ import annotations

from typing import Final

from newsclaims.quotes.content import After
from newsclaims.quotes.cues import VerbCue, verbs
from newsclaims.quotes.lines import QUOTE, Line
from newsclaims.quotes.phrases import FINITE, phrase_right
from newsclaims.quotes.sources import clause_of, speaks
from newsclaims.quotes.vocabulary import word_class
from newsclaims.syntax.chunks import CLOSING
from newsclaims.syntax.vocabulary import answering
from newsclaims.words.sentence import Token

_CONTRASTS: Final = frozenset({"although", "though"})
GOING: Final = frozenset({"come", "go", "look", "name"})
"""Verbs of which *after* is a part: `called on the bank to go after cheats`."""
_DASHES: Final = frozenset({"-", "—", "–", "--", "―"})
_REMARKING: Final = frozenset({"a", "an", "another", "something"})
_REFUSING: Final = frozenset({"decline", "refuse"})


def goes_with_cue(cue: VerbCue, at: int) -> bool:
    """Tell whether a phrase with a preposition says to whom, where or when it was said, not more of what was said."""
    found, place = clause_of(cue.line, cue.verb), cue.line.place(at)
    if found is None or place is None or place[0] is not found[0]:
        return False
    parse, chunk = place[0], place[0].chunk_at(place[1])
    speech = chunk is not None and parse.chunks[chunk - 1].kind == CLOSING
    return speech and any(phrase.start == place[1] for _, phrase in found[1].arguments)


def new_cue(line: Line, first: int, end: int) -> bool:
    """Tell whether `and she said` begins here: a subject and a verb of speech."""
    items = line.items
    if first < end and line.items[first].lower in word_class("subordinating"):  # `and when asked, she replied`
        comma = next((i for i in range(first, min(end, first + 16)) if line.items[i].lower == ","), 0)
        return comma > 0 and new_cue(line, comma + 1, end)
    stop = phrase_right(line, first)
    if stop == first:
        return False
    at = stop
    while at < end and (items[at].tag in ("RB", "MD") or items[at].lemma == "have" or items[at].lower == "since"):
        at += 1
    if at >= end or items[at].tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return False
    if items[at].lemma in _REFUSING:
        return True  # `but she declined to comment`
    if items[at].lemma in answering() and items[first - 1].lower != "and":
        named = any(item.tag in ("NNP", "NNPS") for item in items[first:stop])
        who = named or (items[first].tag == "DT" and speaks(line, at))
        return items[at].tag in ("VBD", "VBZ") and who  # `but Reed disagreed`, `but the union disputes it`
    frames = verbs().get(items[at].lemma)
    others = line.items[stop - 1].tag in ("NNS", "NNP", "NNPS") and line.items[first - 1].lower in _CONTRASTS
    if frames is None or line.items[first - 1].lower == "while" or others:
        return frames is not None  # `said sales fell, while analysts had expected growth`, `though some doubt it`
    return frames.kind == "speech" and not frames.takes.isdisjoint(("that", "np-of"))


def content_end_plain(line: Line, first: int) -> int:
    """Return where content that begins at item ``first`` ends when no verb limits it: before a new cue's clause."""
    items = line.items
    end = line.stop(first)
    for at in range(first + 1, end):
        token = items[at]
        if token.lower in (",", "—", "–", "--") and at + 1 < end and items[at + 1].lower == "according":
            return at
        if token.lower == "," and comments(items, at + 1, end):
            return at
        if (token.tag == "CC" or token.lower == ";") and at + 1 < end and new_cue(line, at + 1, end):
            return at - 1 if items[at - 1].lower == "," else at
    return end


def background(line: Line, what: After, comma: int, end: int) -> bool:
    """Tell whether the reporter says who somebody is: `said she would back Ann Smith, who is 70`.

    Of 17 such clauses behind names at the end of what was said annotators gave 15 to the reporter.
    """
    items = line.items
    named = items[comma - 1].tag in ("NNP", "NNPS", "-RRB-") or items[comma - 1].text == ")"
    if not named or (what.frame in ("clause", "that") and not any(i.tag in FINITE for i in items[what.first : comma])):
        return False
    goes_on = any(items[i].lower == "," and items[i + 1].tag in FINITE for i in range(comma + 1, end - 1))
    return not goes_on and not any(items[i].tag == QUOTE for i in range(comma, end))


def comments(items: list[Token], first: int, end: int) -> bool:
    """Tell whether the reporter says what came of it or what it means: `, which drew questions`, `, a sign that`."""
    if first + 2 >= end:
        return False
    if items[first].lower == "which":
        verb = first + 1 + (items[first + 1].tag == "RB")
        drew = items[verb].tag in ("VBD", "VBZ") and any(
            item.lower in word_class("reactions") for item in items[verb + 1 : min(end, verb + 5)]
        )
        return drew or (items[verb].lemma == "explain" and items[verb + 1].lower == "why")
    if items[first].lower not in ("a", "an", "another"):
        return False
    noun = first + 1 + (items[first + 1].tag == "JJ")
    return noun + 1 < end and items[noun].lemma in word_class("comments") and items[noun + 1].tag in ("IN", "TO", "WDT")


def remarked(items: list[Token], what: After, dash: int, end: int) -> bool:
    """Tell whether behind a dash the reporter goes on to the end: `said she left — a move that surprised many`.

    Between two dashes a remark of the source's stands as well.
    """
    if what.frame not in ("clause", "that", "to", "preposition") or dash + 2 >= end or items[dash].tag == "HYPH":
        return False
    others = _others_say(items, dash + 2, end)
    if items[dash + 1].lower not in _REMARKING and not others:
        return False
    said = any(items[at].tag in FINITE or items[at].tag == "VB" for at in range(what.first, dash))
    told = any(items[at].tag in FINITE or items[at].tag == "VBN" for at in range(dash + 1, end))
    apart = said and told  # not `for another man — a suspect with a knife`
    return apart and (others or not any(item.lower in _DASHES or item.tag == QUOTE for item in items[dash + 1 : end]))


def _others_say(items: list[Token], first: int, end: int) -> bool:
    """Tell whether others say it of what a dash adds: `called for talks — talks the union said were over`."""
    told = next((items[at] for at in range(first, end) if items[at].tag in FINITE or items[at].text == ","), None)
    frames = verbs().get(told.lemma) if told is not None else None
    return frames is not None and frames.kind == "speech" and "clause" in frames.takes


def told_now(items: list[Token], what: After, at: int, end: int) -> bool:
    """Tell whether the reporter goes on in the present after words put in the past: `said it came, but it has not`."""
    if what.frame not in ("clause", "that"):
        return False
    if at + 1 < end and items[at + 1].lower == "that":
        return at + 2 < end and items[at + 2].tag in FINITE and items[at].lower == "but"  # `, but that may be hard`
    first = next((items[i] for i in range(what.first, at) if items[i].tag in FINITE), None)
    if first is None or not (first.tag == "VBD" or first.lower == "would"):
        return False
    following = next((items[i].tag for i in range(at + 1, end) if items[i].tag in FINITE or items[i].tag == QUOTE), "")
    return following in ("VBP", "VBZ")


def speaks_on(line: Line, what: After, at: int) -> bool:
    """Tell whether *and* and another verb of saying follow words about the speaker: `said he was ill and asked`."""
    items = line.items
    if items[at].tag != "CC" or what.frame not in ("clause", "that") or at + 1 >= len(items):
        return False
    if _says_no_more(items, at + 1):
        return True
    frames = verbs().get(items[at + 1].lemma) if items[at + 1].tag in ("VBD", "VBN") else None
    if frames is None or frames.kind != "speech" or frames.takes <= {"after", "quote", "quote-only"}:
        return False  # `said the boat had stopped and continued west`
    past = items[at + 1].tag == "VBN"
    if past and (at + 2 >= len(items) or items[at + 2].tag not in ("DT", "NN", "NNP", "NNS", "PRP")):
        return False
    first = items[what.first + 1 if what.frame == "that" else what.first]
    told = [i for i in range(what.first, at) if items[i].tag in FINITE]
    if len(told) != 1:
        return False  # `said he came, saw and asked`
    return (first.tag == "PRP" and not past) or not speaks(line, told[0])  # `said the vote was fair and accused Smith`


def _says_no_more(items: list[Token], at: int) -> bool:
    """Tell whether a source keeps the rest to itself: `said it knew of the case but would not comment`."""
    forms = [item.lower for item in items[at : at + 3]]
    kept = len(forms) == 3 and forms[0] in ("did", "would") and forms[1] in ("n't", "not")
    return kept and forms[2] in word_class("withheld") - {"give", "offer"}  # `would not give up`


def from_to(cue: VerbCue, to: int) -> bool:
    """Tell whether *to* names the last of several deeds: `from saying that he was well | to playing it down`."""
    items = cue.line.items
    return items[cue.verb].tag == items[to + 1].tag == "VBG" and cue.start > 0 and items[cue.start - 1].lower == "from"


def happened(cue: VerbCue, after: int) -> bool:
    """Tell whether *after* opens what led to the words: `warned shops to close after thieves had come`."""
    items = cue.line.items
    verb = next((item for item in items[after + 1 :] if item.tag in FINITE or item.tag in (",", QUOTE)), None)
    return (
        items[cue.verb].tag == "VBD" and verb is not None and verb.tag == "VBD" and items[after - 1].lemma not in GOING
    )
