"""What is said: where the content after a cue begins, which frame it fills, and where it ends."""

from __future__ import annotations

from typing import Final

from newsclaims.quotes.addressee import addressee_of, asks_for, starts_noun, told_when, with_list
from newsclaims.quotes.cues import VerbCue
from newsclaims.quotes.governed import governed, governed_infinitive, must_be_clause, reported, says_clause
from newsclaims.quotes.lines import QUOTE, Line
from newsclaims.quotes.phrases import (
    FINITE,
    RELATIVE,
    before_words,
    cue_nouns,
    is_time,
    occasion,
    phrase_right,
    time_words,
    times,
)
from newsclaims.quotes.reasons import behind_agent, blamed_for, joint, reason, referred
from newsclaims.quotes.reported_objects import as_reason, called, promised, takes_object
from newsclaims.quotes.sources import acts
from newsclaims.quotes.vocabulary import word_class
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.clause import NOMINATIVE
from newsclaims.syntax.vocabulary import answering
from newsclaims.words.sentence import Token

_LONGEST_RELATIVE: Final = 16  # words of a clause about who is told at most


class After:
    """What follows a cue: the frame, the item where the content begins, and the items of the addressee."""

    __slots__ = ("addressee", "first", "frame")

    def __init__(self, frame: str, first: int, addressee: tuple[int, int] | None) -> None:
        self.frame = frame
        self.first = first
        self.addressee = addressee


def after(cue: VerbCue) -> After | None:
    """Return what follows the cue and fits one of its frames."""
    line = cue.line
    count = len(line.items)
    at = cue.end
    if at >= count:
        return None
    at = behind_agent(cue, at)
    addressee = addressee_of(cue)
    if addressee is not None and "needs-whom" not in cue.frames.takes and "clause" in cue.frames.takes:
        bidden = addressee[1] < count and line.items[addressee[1]].lower == "to"
        addressee = None if not bidden and says_clause(cue, addressee[0]) else addressee  # `promised the firm will pay`
    if addressee is not None:
        if split := _hearer(cue, *addressee):
            return After("clause", split, (addressee[0], split))
        at = _behind_relative(line, addressee[1])
    if addressee is None or at >= count or not asks_for(cue, at):
        at = _skip(line, at, cue.frames.takes)
    if at >= count or (line.items[at].lower == "that" and line.items[at - 1].lower == "condition"):
        return None  # `said on condition that he not be named`
    found = _frame(cue, at, addressee)
    if found is not None and found.frame == "to" and reported(cue):
        return None  # `It fell, Reed told the paper in a talk to be sent on Monday`
    if found is None and addressee is not None and promised(cue, addressee[0]):
        return After("noun", addressee[0], None)  # `promised a bridge`
    if found is None and addressee is None and (to := governed_infinitive(cue, at)):
        return After("to", to, None)
    if found is None or found.frame in ("noun", "preposition", "as"):
        under = governed(cue, at, addressee is not None)
        if under is not None:
            return After(*under, addressee)
    return found


def _hearer(cue: VerbCue, first: int, end: int) -> int:
    """Return where what is told begins inside what looks like one noun phrase: `told the court | guides were ill`."""
    items = cue.line.items
    if "needs-whom" not in cue.frames.takes or end >= len(items) or items[end].tag not in FINITE:
        return 0
    nouns = [at for at in range(first, end) if items[at].tag in ("NN", "NNS")]
    if len(nouns) < 2 or nouns[-1] != end - 1 or items[nouns[0]].tag == "NNS" or items[first].tag[:3] == "NNP":
        return 0
    if any(items[at].tag not in ("JJ", "NN", "NNS") for at in range(nouns[0], end)):
        return 0
    return nouns[0] + 1


def _behind_relative(line: Line, at: int) -> int:
    """Return the comma before quoted words behind a clause about who is told: `told mayors who had come, “No.”`"""
    items = line.items
    if at < len(items) and items[at].tag in RELATIVE:
        for i in range(at + 1, min(len(items) - 1, at + _LONGEST_RELATIVE)):
            if items[i].lower in (",", ":") and items[i + 1].tag == QUOTE:
                return i
            if items[i].tag == QUOTE or items[i].lower == "that":
                break
    return at


def _frame(cue: VerbCue, at: int, addressee: tuple[int, int] | None) -> After | None:
    """Return which frame of the cue what begins at an item fills."""
    line = cue.line
    items = line.items
    takes = cue.frames.takes
    count = len(items)
    token = items[at]
    lower = token.lower
    if lower in (",", ":", "—", "--") and at + 1 < count and items[at + 1].tag == QUOTE:
        return After("quote", at + 1, addressee)
    if token.tag == QUOTE and (line.words[at] > 2 or at + 1 == count or items[at + 1].tag[:2] not in ("NN", "JJ")):
        worded = "to-as" not in takes and any(frame[:2] in ("np", "qu") for frame in takes)
        titled = at in line.titles and cue.lemma not in word_class("shouting")
        return After("quote", at, addressee) if worded and not titled else None
    if lower == ":" and at + 1 < count and not cue.passive and "quote" in takes:
        return After("colon", at + 1, addressee)
    if lower == "that" and "that" in takes and at + 1 < count and _opens_clause(cue, at):
        return After("that", at, addressee)
    if lower in word_class("wh") and "wh" in takes and (addressee is None or lower != "who"):
        return None if lower == "when" and _at_the_time(cue, at) else After("wh", at, addressee)
    to = at + (lower in ("not", "never"))  # `told them never to go`
    if to + 1 < count and items[to].lower == "to" and "to" in takes and items[to + 1].tag in ("VB", "RB", QUOTE):
        return After("to", at, addressee)
    if token.tag == "VBG" and "ing" in takes:
        said = token.lemma == "say" and at + 1 < count and items[at + 1].tag == QUOTE  # `recalled saying “No”`
        return After("quote" if said else "ing", at + said, addressee)
    if referred(cue, at):
        return After("as", at + 1, None)  # `referred to the vote as a farce`
    if blamed_for(cue, at):
        return After("ing", at + 1, None)
    if lower == "about" and "about-wh" in takes and at + 1 < count and items[at + 1].lower in word_class("wh"):
        # `talked about how they won`, no `talked about how to win`
        return After("wh", at + 1, addressee) if not any(one.lower == "to" for one in items[at + 2 : at + 4]) else None
    if lower == "to" and "to" in takes and at + 1 < count and items[at + 1].tag == "NN":
        return After("to", at, addressee)  # `vowed to soldier on`, whose verb looks like a noun
    if lower in word_class("prepositions") and lower in takes and token.tag in ("IN", "TO", "RP") and at + 1 < count:
        return After("preposition", at + 1, addressee) if items[at + 1].lower not in (",", "which", "whom") else None
    if lower == "so" or (lower in ("nothing", "little") and cue.lemma == "say"):
        return None
    pronoun = addressee is not None and lower in NOMINATIVE and at + 1 < count and items[at + 1].tag in FINITE
    if "clause" in takes and pronoun:
        return After("clause", at, addressee)  # `told the paper it is clear`
    if "clause" in takes and token.tag not in FINITE and (says_clause(cue, at) or must_be_clause(cue, at)):
        return After("clause", at, addressee)
    if "clause" in takes and cue.frames.kind == "speech" and token.tag in FINITE and cue.start > 0:
        return After("gap", at, addressee)
    if lower == "as" and called(cue, at):
        return After("quote", at + 1, addressee)
    if joint(cue, at):
        return After("as", at, addressee)
    if "np-to" in takes and starts_noun(token):
        end = with_list(cue, phrase_right(line, at))
        if end > at and end + 1 < count and items[end].lower == "to" and items[end + 1].tag == "VB":
            return After("to", end, (at, end)) if acts(line, cue.verb) else After("to", at, addressee)
    if (
        addressee is None
        and items[cue.end].tag not in ("IN", "TO")
        and token.tag != "VBG"
        and (starts_noun(token) or (token.tag == "RB" and at + 1 < count and starts_noun(items[at + 1])))
        and takes_object(cue, at)
        and not (cue.lemma == "cite" and as_reason(items, at))
    ):
        return After("noun", at, addressee)
    if addressee is None and reason(cue, at):
        return After("as", at, None)
    return None


def _at_the_time(cue: VerbCue, at: int) -> bool:
    """Tell whether *when* says when it was said: `what Reed said when she left`, no `did not say when it would end`."""
    items = cue.line.items
    told = next((items[i] for i in range(at + 1, len(items)) if items[i].tag in FINITE), None)
    return cue.lemma == "say" and items[cue.verb].tag == "VBD" and told is not None and told.tag == "VBD"


def _opens_clause(cue: VerbCue, at: int) -> bool:
    """Tell whether `that` opens a clause; else it is a pronoun (`expects that to end`) or a determiner."""
    that, following = cue.line.items[at], cue.line.items[at + 1]
    if that.tag == "DT" and following.tag in ("NN", "NNS", "JJ", "CD", ".", ","):
        return False
    if cue.lemma in answering() and following.tag == "NN" and following.lemma in cue_nouns():
        return False  # `rejected that argument`
    if following.tag in FINITE and (cue.lemma not in word_class("plain") or at != cue.end):
        return False  # `an earnings report that came in low`
    place = cue.line.place(at)
    chunk = place[0].noun_chunk(place[1]) if place is not None else None
    behind = cue.line.items[at + 2].tag if at + 2 < len(cue.line.items) else "."
    if chunk is not None and chunk.last - chunk.first > 1 and following.tag == "NN" and behind != "JJ":
        return False  # `rejected that argument in a ruling`
    about = any(item.lower == "about" for item in cue.line.items[cue.end : at])
    if about and cue.line.items[at - 1].tag in ("NN", "NNS") and _describes(cue.line, at):
        return False  # `warned doctors about a product that the firm sells`
    return following.tag not in ("TO", ".") and not _others_say(cue.line, at)


def _describes(line: Line, that: int) -> bool:
    """Tell whether *that* opens a relative clause as the sentence is read."""
    place = line.place(that)
    return place is not None and any(one.first == place[1] and one.opener == kinds.RELATIVE for one in place[0].clauses)


def _others_say(line: Line, that: int) -> bool:
    """Tell whether *that* is what others say something of: `requested the money that the union says is needed`."""
    items = line.items
    end = phrase_right(line, that + 1)
    if not that + 1 < end < len(items) - 1 or items[end].tag not in FINITE or items[end + 1].tag not in FINITE:
        return False
    return items[end].lemma in ("argue", "believe", "claim", "insist", "say", "think")


def _amount(items: list[Token], at: int) -> bool:
    """Tell whether *to* and a number stand at a place: `says | up to 300 people left`."""
    return at + 1 < len(items) and items[at].lower == "to" and items[at + 1].tag in ("CD", "$")


def _skip(line: Line, at: int, takes: frozenset[str]) -> int:
    """Return where adverbs, times and occasions between cue and content end.

    A preposition that the cue takes begins the content, also before an occasion: `called | for a ban in a statement`.
    """
    items = line.items
    count = len(items)
    plain = at
    begun = False
    while at < count:
        token = items[at]
        adverb = token.tag in ("RB", "RBR", "RP") and (
            token.lower not in word_class("measuring") or before_words(items, at)
        )
        adverb = adverb and not (token.lower == "up" and _amount(items, at + 1))
        adverb = adverb and not (token.lower == "as" and [one.lower for one in items[at + 2 : at + 3]] == ["as"])
        if adverb or token.lower in time_words() or token.lower in ("then", "now"):
            if at + 1 < count and items[at + 1].tag == "POS":
                break  # `calling Monday’s drills a warning`
            at += 1
            if at < count and token.lower in time_words() and items[at].lower in times():  # `Wednesday night`
                at += 1
            plain = plain if begun else at
        elif token.lower in word_class("fillers") and at + 1 < count and items[at + 1].lower in times():
            if token.lower in ("last", "next") and told_when(items, at, at + 2):
                break  # `she says | last week it rained`
            at += 2
            plain = plain if begun else at
        elif token.lower == "about" and at + 1 < count and items[at + 1].tag == "CD":
            break
        elif (
            token.tag in ("IN", "TO") and token.lower not in ("as", "if", "like", "that", "whether") and at + 1 < count
        ):
            timed = occasion(items, at)
            end = phrase_right(line, at + 1)
            if end <= at + 1 or (timed and is_time(items, at + 1, end - 1) and told_when(items, at, end)):
                break
            if timed:  # `called on Friday | for a ban`
                own = (i for i in range(at + 2, end) if items[i].lower in takes and is_time(items, at + 1, i - 1))
                end = next(own, end)
            begun = begun or (token.lower in takes and not timed)
            at = end
            if timed and not begun:
                plain = at = _behind_participle(items, at)  # `said in a statement released on Friday that`
        elif token.lower == "," and at + 1 < count:
            if items[at + 1].tag == QUOTE or items[at + 1].lower == "that":
                plain = at if items[at + 1].tag == QUOTE else at + 1
                break
            end = next((i for i in range(at + 1, min(count, at + 18)) if items[i].lower == ","), 0)
            if items[at + 1].lower != "as" and any(items[i].tag in FINITE for i in range(at + 1, end)):
                break  # but `cautioned, as did others, that`
            if not end or end + 1 >= count or (items[end + 1].tag != QUOTE and items[end + 1].lower != "that"):
                break
            return end + 1
        else:
            break
    if at < count and (items[at].tag == QUOTE or items[at].lower in ("that", ":")):
        others = items[at].lower == "that" and plain < at - 1 and items[at - 1].lemma in cue_nouns()
        others = others and not _feelingly(items, at - 1)
        return plain if others else at  # `comment on reports that`: those who report say it
    if at + 1 < count and items[at].lower == "," and items[at + 1].tag == QUOTE:
        return at
    return plain


def _feelingly(items: list[Token], noun: int) -> bool:
    """Tell whether a noun says how something is said: `said with some regret that`, not `replied with a claim that`."""
    before = noun - 1 - (items[noun - 1].tag in ("JJ", "DT") and items[noun - 1].lower not in ("a", "an", "the"))
    return items[before].lower in ("in", "with")


def _behind_participle(items: list[Token], at: int) -> int:
    """Return the *that* or *if* behind a participle that describes an occasion, ``at`` itself where there is none."""
    if at < len(items) and items[at].tag == "VBN":
        for i in range(at + 1, min(len(items), at + 12)):
            if items[i].lower in ("that", "if", "whether"):
                return i
            if items[i].tag in FINITE or items[i].lower in (",", ";", ":"):
                break
    return at
