"""What the tagger looks at: the features of a word, of its neighbours, of the tags before it and of its clause.

A feature is named by a short string: one or two letters for the kind, then forms, endings, classes or tags. Training
and tagging build the same names here. A *class* is a form's ambiguity class: the letters of the tags it is seen with,
most frequent first; rare and unknown forms have `?` and a coarse shape.
"""

from __future__ import annotations

from typing import Final

from newsclaims.words.shapes import CASELESS, shape

START: Final = "<s>"
END: Final = "</s>"
_TAGS: Final = (
    "# $ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW GW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ "
    "RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX ``"
)
TAGS: Final = tuple(_TAGS.split(" "))
"""The tag set: Penn Treebank tags as Universal Dependencies uses them."""
_LETTERS: Final = {tag: chr(48 + place) for place, tag in enumerate(TAGS)}


def letter(tag: str) -> str:
    """The one-character name of a tag: `0`, `1` … `b`."""
    return _LETTERS[tag]


def guess_class(key: str) -> str:
    """The class of a form the lexicon does not hold: `?`, its case or kind, and its grammatical ending.

    >>> guess_class("Betssy"), guess_class("rezoning"), guess_class("^tweets")
    ('?A', '?aing', '?^s')
    """
    first = key[0]
    if first == CASELESS:
        kind = "^"
    elif first.isupper():
        return "?A.." if "." in key else "?AA" if key.isupper() else "?As" if key[-1] == "s" else "?A"
    elif first.isalpha():
        kind = "a"
    else:
        return "?0" if "0" in key else "?."
    for ending in ("ing", "ed", "ly", "ss", "s"):
        if key.endswith(ending):
            return "?" + kind + ending
    return "?" + kind


def stem(low: str) -> str:
    """The likely base form behind -s, -ed and -ing, without knowing words: `bans` -> `ban`, else ''."""
    if len(low) > 4:
        if low.endswith(("ies", "ied")):
            return low[:-3] + "y"
        if low[-1] == "s" and low[-2] != "s":
            return low[:-1]
        if low.endswith("ed"):
            return low[:-1] if low[-3] == "e" else low[:-2]
        if low.endswith("ing") and len(low) > 5:
            return low[:-3]
    return ""


def own_features(key: str, low: str, cls: str, stem_class: str) -> list[str]:
    """Features of the word that is to be tagged."""
    found = ["w" + key, "l" + low, "k" + cls, "h" + shape(key), "m" + stem_class, "d" + low[-1:]]
    if len(low) > 2:
        found += ("e" + low[-2:], "f" + low[-3:], "q" + low[:3])
    if len(low) > 4:
        found.append("g" + low[-4:])
    if len(low) > 5:
        found.append("j" + low[-5:])
    return found


def neighbour_features(role: str, key: str, low: str, cls: str) -> list[str]:
    """Features of the word before (`P`) or after (`N`)."""
    found = [role + "l" + low, role + "k" + cls]
    if key[0] != "<":
        found += (role + "h" + shape(key), role + "e" + low[-2:], role + "f" + low[-3:])
    return found


def far_features(role: str, low: str, cls: str) -> list[str]:
    """Features of the word two before (`O`) or two after (`M`)."""
    return [role + "l" + low, role + "k" + cls]


def lowered(key: str) -> str:
    """The key in small letters, without the caseless mark."""
    return key[1:] if key[0] == CASELESS and len(key) > 1 else key.lower()


def static_features(role: str, key: str, low: str, cls: str) -> list[str]:
    """Features of one word in a role: last (`P`), next (`N`), two before (`O`) or two after (`M`)."""
    return neighbour_features(role, key, low, cls) if role in "PN" else far_features(role, low, cls)


def history_features(one: str, two: str, cls: str) -> list[str]:
    """Features of the tags just given: `one` is the last tag's letter, `two` the one before (`<` at the start)."""
    return ["T" + one, "U" + one + two, "X" + one + cls, "Z" + one + two + cls]


def last_tag_features(one: str, low: str, cls: str, next_class: str) -> list[str]:
    """Features of the last tag with the word and the class of the next."""
    return ["V" + one + low, f"Y{one}{cls}/{next_class}", f"4{one}{low}/{next_class}"]


def infinitive_features(far: str, cls: str) -> list[str]:
    """The feature of the word before *to*, which tells `led to riots` from `tried to riot`."""
    return [f"5{far}/{cls}"]


def right_features(low: str, cls: str, after: str, next_class: str) -> list[str]:
    """Features of the word with the next one (lower case) and its class."""
    return [f"A{low} {after}", f"C{cls}/{next_class}"]


def left_features(before: str, low: str) -> list[str]:
    """The feature of the word with the last one (both lower case)."""
    return [f"B{before} {low}"]


def around_features(one: str, before: str, cls: str, after: str, next_class: str, beyond_class: str) -> list[str]:
    """Features of three words in a row, and of the last tag with the next word (`before`, `after`: lower case)."""
    return [f"1{one}{cls}/{after}", f"2{before}/{cls}/{next_class}", f"W{cls}/{next_class}/{beyond_class}"]


def clause_features(left: str, right: str, cls: str) -> list[str]:
    """Features of words that can be verbs: the last clause event on the left, the next on the right."""
    return ["L" + left + cls, "R" + right + cls, "Q" + left + right + cls]


def clause_word_features(left: str, right: str, low: str) -> list[str]:
    """The clause events with the word itself."""
    return ["I" + left + low, "J" + right + low]


VERB_LETTERS: Final = frozenset(letter(tag) for tag in ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
TO: Final = letter("TO")
FINITE: Final = frozenset(letter(tag) for tag in ("VBD", "VBP", "VBZ", "MD"))
_EVENTS = {",": ",", "by": "y", "to": "t", ";": ".", ":": ".", "--": ".", "—": ".", "that": "w"}
_EVENTS |= dict.fromkeys(["am", "are", "is", "was", "were", "be", "been", "being", "'re", "'m"], "b")
_EVENTS |= dict.fromkeys(["has", "have", "had", "having", "'ve"], "h")
_EVENTS |= dict.fromkeys(["do", "does", "did"], "d")
_EVENTS |= dict.fromkeys(["because", "if", "although", "though", "while", "whether", "unless", "since", "until"], "w")
_TAG_EVENTS = {"MD": "m", "VBD": "F", "VBZ": "F", "VBP": "F", "VBN": "n", "VBG": "g", "VB": "B"}
_TAG_EVENTS |= {"WDT": "w", "WP": "w", "WRB": "w", ".": ".", "``": ".", "''": "."}
LETTER_EVENTS: Final = {letter(tag): event for tag, event in _TAG_EVENTS.items()}
"""What a word means for its clause once it has its tag."""


def verb_features(sentence: str, governor: str, low: str, cls: str) -> list[str]:
    """Features of words that can be verbs: the finite verbs of the sentence before and behind, as `finite_ahead` tells
    them, and the `governor` of the noun phrase that the words before may be: no verb has `on 48-hour` for a subject.
    """
    both = sentence + governor
    return ["6" + sentence + cls, "7" + sentence + low, "8" + both + cls, "9" + governor + low]


def governor(last: str, form_event: str, given: str) -> str:
    """What a noun phrase behind this word hangs on: the letter of its tag or `w`; inside one what this one does."""
    if given in _INSIDE:
        return last
    return "w" if form_event == "w" else given


_NOMINAL: Final = "DT PDT PRP$ JJ JJR JJS CD $ HYPH AFX NN NNS NNP NNPS POS `` ''"
_INSIDE: Final = frozenset(map(letter, _NOMINAL.split(" ")))


def finite_ahead(events: list[str]) -> list[str]:
    """For every word whether a finite verb follows in the sentence: `2` surely, `1` perhaps, `0` no, by their events.

    >>> finite_ahead(["", "f", "", "F", ""])
    ['2', '2', '2', '0', '0']
    """
    found = ["2"] * len(events)
    strongest = "0"
    for at in range(len(events) - 1, -1, -1):
        found[at] = strongest
        strength = _STRENGTH.get(events[at])
        if strength == "2":
            break  # and so for all before it
        strongest = strength or strongest
    return found


_STRENGTH: Final = {"F": "2", "b": "2", "h": "2", "d": "2", "m": "2", "f": "1"}


def event(low: str, cands: str) -> str:
    """What a word means for the clause as far as its form tells, '' for nothing.

    `b` be, `h` have, `d` do, `m` modal, `t` to, `F` surely a finite verb, `f` maybe one, `w` opens a clause, `y` by,
    `,` and `.` marks.
    """
    found = _EVENTS.get(low, "")
    if found:
        return found
    if FINITE.issuperset(cands):
        return "m" if cands == letter("MD") else "F"
    if cands[0] in FINITE or (cands[0] == letter("VBN") and letter("VBD") in cands):
        return "f"
    return LETTER_EVENTS.get(cands, "")


def clause_state(state: str, form_event: str, given: str) -> str:
    """The last clause event on the left, after a word with this event got this tag; `+`: a comma or `and` since."""
    if form_event in ("b", "h", "d", "t", "m", "w"):
        return form_event
    found = LETTER_EVENTS.get(given, "")
    if found:
        return found
    if given in _JOINTS and state[-1] != "+":
        return state + "+"
    return state


_JOINTS: Final = frozenset(letter(tag) for tag in (",", "CC"))
