"""Expressions of several words that are one part of speech: `according to`, `persona non grata`, `more than`."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.table import rows, words
from newsclaims.words.classes import word_class
from newsclaims.words.sentence import Token

_COMPARED: Final = {"close to": "c$", "up to": "c$", "nothing but": "c$dkpjnN"}
"""The letters before which expressions that are not always comparisons are such: `up to ten`, `nothing but chaos`."""

_ADJECTIVES: Final = frozenset({"common", "full", "general", "last", "particular", "private", "secret", "total"})
"""Last words of adverbs that are adjectives too: `in total`, but `in total tax debt`."""

_BESIDE: Final = frozenset(
    (
        ("back", "and", "forth"),
        ("back", "to", "back"),
        ("door", "to", "door"),
        ("head", "to", "head"),
        ("next", "door"),
        ("prima", "facie"),
        ("round", "the", "clock"),
    )
)
"""Adverbs that stand before a noun as well, which they describe."""

_CLOSING: Final = ('"', "”", "’", "''")
_WHEN: Final = frozenset({"after", "before", "since"})
_LINKS: Final = frozenset({"be", "feel", "get", "look", "seem", "sound"})


@cache
def phrases() -> dict[str, dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]]:
    """Return the expressions of several words by their first and second word, the longest first, with their letters.

    The second word of those that have only one is empty.

    Prepositions (*according to*) become ``P+``, fixed predicatives (*persona non grata*) ``j++``, adverbs (*in fact*)
    ``rr``, comparisons before a number (*more than*) ``ww``.
    """
    found: dict[str, dict[str, list[tuple[tuple[str, ...], str, str]]]] = {}
    for table, first, other in (
        ("multiword_prepositions", "P", "+"),
        ("fixed_predicatives", "j", "+"),
        ("fixed_adverbs", "r", "r"),
        ("quantity_comparisons", "w", "w"),
    ):
        for row in rows("words", table):
            parts = tuple(row[0].split())
            found.setdefault(parts[0], {}).setdefault("".join(parts[1:2]), []).append((parts, first, other))
    return {
        word: {second: tuple(sorted(items, key=_longest_first)) for second, items in seconds.items()}
        for word, seconds in found.items()
    }


def _bare(tokens: list[Token], kept: list[int], at: int) -> bool:
    """Tell whether a singular stands before a letter: what is short of something, no distance (`miles short of it`)."""
    return tokens[kept[at - 1]].tag == "NN"


def _thanked(tokens: list[Token], found: list[str], kept: list[int], at: int) -> bool:
    """Tell whether thanks are what somebody gives: `special thanks to her`; not `is safe thanks to her`."""
    if tokens[kept[at] - 1].text in _CLOSING:
        return False  # "was called “the poet” thanks to his songs"
    described = found[at - 1] == "j" and "".join(found[at - 2 : at - 1]) in "dkpvbge"
    return described or found[at - 1] in "dkp" or tokens[kept[at - 1]].lemma == "give"


def _longest_first(item: tuple[tuple[str, ...], str, str]) -> tuple[int, bool, tuple[str, ...]]:
    return -len(item[0]), item[1] != "w", item[0]


def join_phrase(tokens: list[Token], found: list[str], kept: list[int], at: int) -> None:
    """Give the words of an expression of several words, which begins at the letter ``at``, the letters of one group."""
    if found[at] == "+":
        return  # "due in part to" holds "in part"
    seconds = phrases()[tokens[kept[at]].lower]
    second = tokens[kept[at + 1]].lower if at + 1 < len(kept) else ""
    for parts, first, other in (*seconds.get(second, ()), *(seconds.get("", ()) if second else ())):
        end = at + len(parts)
        if end > len(kept) or any(tokens[kept[at + k]].lower != part for k, part in enumerate(parts)):
            continue
        if parts in (("due", "to"), ("up", "to")) and end < len(kept) and found[end] in "bua":
            continue  # "is due to leave", "was set up to help"
        if parts == ("up", "to") and at and found[at - 1] in "nN" and _brought(tokens, kept[at - 1]):
            found[at : at + 2] = "r", "P"  # "brought the number of cases up to 12"
            return
        if parts == ("up", "to") and at and found[at - 1] == "B" and _risen(tokens, kept, end):
            found[at : at + 2] = "r", "t"  # "sales are up to $5 million from $4 million"
            return
        late = found[max(0, at - 2) : at] == [",", "r"]  # ", also short of forecasts"
        if parts == ("short", "of") and not late and (not at or found[at - 1] not in ",ven" or _bare(tokens, kept, at)):
            continue  # "is short of cash"
        if first == "r" and parts == ("all", "but") and (end == len(kept) or found[end] not in "ejlLv"):
            continue  # "all but two", but "is all but dead", "has all but failed"
        if parts == ("one", "on", "one") and (found[at - 1 : at] in (["d"], ["p"]) or found[end : end + 1] == ["n"]):
            continue  # "a one on one talk"
        if parts == ("from", "behind") and (end == len(kept) or found[end] not in "tPAC,.Q"):
            continue  # "from behind the house", but "came from behind to win"
        if parts == ("barring",) and at and found[at - 1] == "n":
            continue  # "an order barring firms from buying oil"
        if parts == ("thanks", "to") and at and _thanked(tokens, found, kept, at):
            continue  # "gives special thanks to her mother"
        if parts == ("as", "to") and (end == len(kept) or found[end] in "buaC" or (at and found[at - 1] in "rj")):
            continue  # "so as to see it", "as to clear it"
        if first == "P" and at and found[at - 1] == "h":
            continue  # "the build-up to the match"
        compass = word_class("compass") if at else ()
        if parts[0] in compass and (found[at - 1] in "djp" or tokens[kept[at - 1]].lower in compass):
            continue  # "the north of Lowton", "the north east of Lowton"
        if first == other == "r" and parts[-1] in _ADJECTIVES and end < len(kept) and found[end] in "jlnN":
            continue  # "in total tax debt"
        if parts == ("all", "right") and not (at and found[at - 1] in "BuxzvbR"):
            continue  # "All right, the wine is not pink"
        if parts in (("a", "bit"), ("a", "tad")):
            if not at or end == len(kept) or found[end] != "e" or tokens[kept[at - 1]].lemma not in _LINKS:
                continue  # "a bit of it", "took a bit supported by Reed"
            found[end] = "j"  # "feels a bit disappointed"
        if first == "r" and parts[-1] in _WHEN and end < len(kept) and found[end] not in ",.C":
            continue  # "left soon after the vote", but "left soon after"
        if parts[1:] in (("and", "more"), ("and", "less")) and (end == len(kept) or found[end] not in "jrevB"):
            continue  # "more and more people"
        if parts in (("kind", "of"), ("sort", "of")) and (not at or found[at - 1] not in "Bvqm" or end == len(kept)):
            continue  # "this sort of thing", but "is sort of dead"
        if parts == ("no", "matter") and (end == len(kept) or found[end] in "Pf.,"):
            continue  # "It is no matter of state"
        if parts in _BESIDE and ((at and found[at - 1] in "djp") or (end < len(kept) and found[end] in "nNj")):
            continue  # "three back to back wins", "the next door neighbour", "the back and forth"
        if parts == ("head", "on") and (
            (at and found[at - 1] in "dp") or (end < len(kept) and found[end] not in "P,.C")
        ):
            continue  # "turned his head on Monday"
        if parts == ("no", "doubt") and not _surely(found, at, end):
            continue  # "There is no doubt that he left"
        if parts == ("that", "said") and (at or found[end : end + 1] != [","]):
            continue  # "a letter that said"
        if parts == ("at", "last") and end < len(kept) and tokens[kept[end]].lower in words("words", "time_nouns"):
            continue  # "at last week's hearing"
        if parts == ("at", "all") and end < len(kept) and found[end] in "nNTZ":
            continue  # "at all times"
        multiplied = parts == ("more", "than") and end < len(kept)
        multiplied = multiplied and tokens[kept[end]].lemma in word_class("multiplying")
        if multiplied and found[end] in "ev":
            first = other = "r"  # "have more than tripled"
        elif first == "w" and not _compares(tokens, kept, found, at, parts):
            continue
        if parts == ("due", "to") and _scheduled(tokens, found, kept, at, end):
            found[at : end + 1] = "j", "t", "b"
            return
        if parts == ("per",) and end < len(kept) and tokens[kept[end]].lower == "cent":
            first = "n"  # "a further six per cent"
        if parts == ("close", "to") and end < len(kept) and found[end] == "b":
            found[end] = "n"  # "close to collapse"
        found[at:end] = [first, *other * (len(parts) - 1)]
        return


def _surely(found: list[str], at: int, end: int) -> bool:
    """Tell whether *no doubt* begins a clause or stands behind a modal: `and no doubt he will`, `will no doubt`."""
    return (not at or found[at - 1] in ",.;CQSm") and end < len(found) and found[end] not in "PfQ.,t"


def _brought(tokens: list[Token], index: int) -> bool:
    """Tell whether a noun is, or ends, what a verb brings to an amount: `bringing the number of cases | up to 12`."""
    for token in reversed(tokens[max(0, index - 8) : index]):
        if token.tag[:2] in ("VB", "MD") or token.tag == ",":
            return token.lemma in word_class("raising")
    return False


def _risen(tokens: list[Token], kept: list[int], end: int) -> bool:
    """Tell whether a number and, close behind it, *from* with another one follow."""
    ahead = [tokens[index] for index in kept[end : end + 8]]
    start = next((at for at, token in enumerate(ahead) if token.lower == "from"), 0)
    numbers = [token.tag in ("CD", "$") for token in ahead]
    return start > 0 and any(numbers[:start]) and any(numbers[start + 1 : start + 3])


def _scheduled(tokens: list[Token], found: list[str], kept: list[int], at: int, end: int) -> bool:
    """Tell whether a noun behind *is due to* is the verb of what is to happen: `his term was due to end`."""
    if not at or found[at - 1] != "B" or end >= len(kept) or found[end] != "n":
        return False
    return tokens[kept[end]].lower in word_class("scheduled-acts") and found[end + 1 : end + 2] not in (["n"], ["f"])


def share_at(tokens: list[Token], index: int) -> bool:
    """Tell whether an amount told in words begins at a token: `half the`, `a dozen`, `a third of`."""
    first, behind = tokens[index].lower, [token.lower for token in tokens[index + 1 : index + 3]]
    if first == "half":
        return behind[:1] in (["a"], ["an"], ["of"], ["the"])
    if first not in ("a", "an") or not behind:
        return False
    return behind[0] in word_class("round-numbers") or (behind[0] in word_class("fractions") and behind[1:] == ["of"])


def _compares(tokens: list[Token], kept: list[int], found: list[str], at: int, parts: tuple[str, ...]) -> bool:
    """Tell whether a comparison stands before an amount: `up to ten`, `up to half of`; not `lives close to a dozen`."""
    end = at + len(parts)
    if end == len(kept) or (parts[-1] == "than" and amount_before(tokens, kept[at])):
        return False
    near = parts[0] == "close" and at > 0 and found[at - 1] in "vbge"
    told = parts[-1] == "to" and not near and share_at(tokens, kept[end])
    return told or found[end] in _COMPARED.get(" ".join(parts), "c$dk")


def amount_before(tokens: list[Token], index: int) -> bool:
    """Tell whether an amount ends right before a token, which *more than* then compares: `3% more than a year ago`."""
    last = index - 2 if index > 1 and tokens[index - 1].lower in _SHARES else index - 1
    return last >= 0 and tokens[last].tag == "CD"


_SHARES: Final = ("%", "cent", "percent")
