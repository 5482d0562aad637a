"""Which clause the reading puts under a cue's verb, where the words right behind the verb do not tell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import Final

from newsclaims.quotes.addressee import starts_noun
from newsclaims.quotes.cues import VerbCue
from newsclaims.quotes.lines import QUOTE
from newsclaims.quotes.phrases import FINITE, NOUNS, RELATIVE, cue_nouns, times
from newsclaims.quotes.sources import clause_of, subject
from newsclaims.quotes.vocabulary import word_class
from newsclaims.syntax.clause import NOMINATIVE, QUOTES, THAT, Clause
from newsclaims.syntax.describing import past_or_participle
from newsclaims.words.sentence import Token

_FARTHEST_VERB: Final = 40  # words behind *say* at most to the verb of what is said
_SHORTEST: Final = 6  # words of a clause whose verb is not read at least
_INSERTED: Final = frozenset({"CD", "DT", "NNP", "PRP$", "WDT", "WP", "WP$"})  # `the storm, which`, `the worst`


def reported(cue: VerbCue) -> bool:
    """Tell whether the reading puts a clause before the cue under its verb: `It fell, Reed said`."""
    found = clause_of(cue.line, cue.verb)
    return found is not None and any(role == "reported" for role, _ in found[1].content)


def says_clause(cue: VerbCue, at: int) -> bool:
    """Tell whether the clause that the cue's verb governs begins at an item."""
    found = clause_of(cue.line, cue.verb)
    place = cue.line.place(at)
    if found is None or place is None or place[0] is not found[0]:
        return False
    token = place[1]
    inner = [inner for role, inner in found[1].content if role in ("that", "reported", "wh")]
    return any(one.verb and one.first <= token <= min(one.first + 1, one.verb.first) for one in inner)


def governed(cue: VerbCue, first: int, told: bool) -> tuple[str, int] | None:
    """Return frame and first item of the clause that the reading puts under the cue's verb, from item ``first`` on.

    Other words stand between: `told the parents who had come that`, `said in the release the case shows`.  ``told``
    says that somebody is told; else no noun may begin here, whose clause it would be: `confirmed the belief that`.
    """
    found = clause_of(cue.line, cue.verb)
    if found is None:
        return None
    parse, clause = found
    for inner in parse.clauses:
        if inner.parent is clause and inner.opener == THAT and inner.verb is not None:
            at = inner.first
            while (
                at > 0
                and parse.tokens[at].lower != "that"
                and (parse.tokens[at - 1].text in QUOTES or parse.tokens[at - 1].lower == "that")
            ):
                at -= 1
            frame = "that" if parse.tokens[at].lower == "that" else "clause"
            item = bisect_left(cue.line.items, parse.tokens[at].start, key=attrgetter("start"))
            items = cue.line.items
            if (
                not first <= item < len(items)
                or items[item].start != parse.tokens[at].start
                or frame not in cue.frames.takes
            ):
                return None
            if frame == "clause" and first < item < len(items) and items[item - 1].lower in word_class("measuring"):
                item -= 1  # `said not all of them came`
            if item == first:
                return (frame, item) if frame == "clause" and items[item].tag not in FINITE else None
            others = frame == "that" and items[item - 1].lemma in cue_nouns()  # `responded to claims that he lied`
            apart = items[first].tag in ("IN", "TO", "RB", ",") or items[first].lower in times()
            apart = apart or (frame == "that" and cue.lemma == "say")  # `said the same day that`
            between = apart and cue.frames.kind == "speech"
            return (frame, item) if not others and (between or (told and frame == "that")) else None
    return _behind_phrase(cue, first, clause)


def governed_infinitive(cue: VerbCue, first: int) -> int:
    """Return the *to* under the cue's verb behind a phrase: `vowed in its pledges for the vote to “end it”`; else 0."""
    items = cue.line.items
    found = clause_of(cue.line, cue.verb)
    if found is None or "to" not in cue.frames.takes or cue.passive or items[first].tag != "IN":
        return 0
    inner = next((inner for role, inner in found[1].content if role == "to-inf"), None)
    if inner is None or inner.first >= len(found[0].tokens):
        return 0
    item = bisect_left(items, found[0].tokens[inner.first].start, first, key=attrgetter("start"))
    between = items[first:item]
    plain = not any(one.tag in FINITE or one.tag in (",", ":", QUOTE) for one in between)
    return item if plain and item + 1 < len(items) and items[item].lower == "to" else 0


def _behind_phrase(cue: VerbCue, first: int, clause: Clause) -> tuple[str, int] | None:
    """Return the clause that begins with a phrase behind the cue: `says due to rain, they …`, `says, in May, …`."""
    items = cue.line.items
    takes = cue.frames.takes
    opens = first + (items[first].lower == ",")
    phrase = opens < len(items) and (items[opens].tag in ("IN", "TO") or items[opens].lower in ("apart", "due"))
    if not phrase or "clause" not in takes or cue.frames.kind != "speech":
        return None
    own = subject(cue.line, cue.verb)
    if own is None or any(item.tag in FINITE for item in items[: own[0]]):
        return None
    inner = next((inner for role, inner in clause.content if role == "that" and inner.verb is not None), None)
    place = cue.line.place(opens)
    if inner is None or place is None or inner.first <= place[1]:
        return None
    return "clause", opens


def own_verb(cue: VerbCue, first: int) -> int:
    """Return the verb of what is said from an item on (`said that the quake, measuring 5, | shook`), else the item."""
    found, place = clause_of(cue.line, cue.verb), cue.line.place(first)
    if found is None or place is None or place[0] is not found[0]:
        return first
    for role, inner in found[1].content:
        if role == "that" and inner.verb is not None and place[1] <= inner.first <= place[1] + 1:
            start = place[0].tokens[inner.verb.first].start
            return max(first, bisect_right(cue.line.items, start, key=attrgetter("start")) - 1)
    return first


def must_be_clause(cue: VerbCue, at: int) -> bool:
    """Tell whether a noun phrase and its finite verb follow *say*, which takes no objects.

    Between them may stand a relative clause or an insertion: `said the storm, the worst in years, had killed ten`.
    """
    items = cue.line.items
    own = subject(cue.line, cue.verb) if cue.lemma == "say" and starts_noun(items[at]) else None
    if own is None or own[1] > cue.start:
        return False
    if items[at].lower in NOMINATIVE and items[at].lower != "it" and at + 1 < len(items) and items[at + 1].lower != ",":
        return True
    relatives = 0
    for i in range(at + 1, min(len(items), at + _FARTHEST_VERB)):
        token, before = items[i], items[i - 1]
        if token.tag in FINITE:
            if before.tag == "RB":
                before = items[i - 2]
            if not relatives or before.tag == "CC":
                return before.tag != "CC"  # `said grace and left`
            relatives -= 1
        elif token.lower == "," and not relatives:
            end = next((k for k in range(i + 1, min(len(items) - 1, i + 18)) if items[k].lower == ","), 0)
            inserted = end > 0 and items[end + 1].tag in FINITE and items[i + 1].tag in _INSERTED
            return i > at + 1 and (inserted or any(_acted(items, k) for k in range(at + 1, i)))
        if token.tag == QUOTE and not relatives and before.tag in NOUNS and cue.line.words[i] == 1:
            behind = items[i + 1].tag if i + 1 < len(items) else "."
            return behind in ("DT", "PRP$", "NNP", "NNS")  # `said the cuts “hurt” the town`
        relative = token.tag in RELATIVE or (token.lower == "that" and before.tag in ("NN", "NNS"))
        if (token.lower in (",", ";", ":", "that") and not relative) or token.tag == QUOTE:
            break
        relatives += relative
    inverted = cue.start > 0 and (items[cue.start - 1].lower == "," or items[cue.start - 1].tag == QUOTE)
    return not inverted and _long(items, at)


def _long(items: list[Token], first: int) -> bool:
    """Tell whether what stands behind *say* is too long for the little that is said without a clause: `said a prayer`.

    Its verb is read as a noun or stands behind one that is: `said the spate of protests demands that all listen`.
    """
    stops = (i for i in range(first, len(items)) if items[i].lower in (",", ";", ":", "-", "--", "—", "–"))
    end = next(stops, len(items))
    little = any(item.lower in word_class("little-said") for item in items[first : first + 4])
    verbal = any(item.tag in FINITE | {"VB", "VBN", QUOTE} for item in items[first + 2 : end])
    long = end - first > _SHORTEST and verbal
    return (long or any(_acted(items, at) for at in range(first + 1, end - 1))) and not little


def _acted(items: list[Token], at: int) -> bool:
    """Tell whether a participle by its tag stands between a noun and its object: `said the firm closed shops`."""
    token, behind = items[at], items[at + 1].tag
    past = token.tag in ("JJ", "VBN") and items[at - 1].tag in ("NN", "NNS") and past_or_participle(token.lower)
    return past and behind in ("DT", "NN", "NNS", "NNP", "PRP$", "CD", "$")
