"""What the tagger has learned: which tags a form can have, and how much each feature speaks for each tag.

The features are named by short strings: one letter for the kind, then the form, ending or class. They are the same
while training and while tagging, so both sides build them here. A *class* is a form's ambiguity class: the letters
of the tags it is seen with, most frequent first; rare and unknown forms have `?` and a coarse shape.
"""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path

from newsclaims.words.shapes import CASELESS, shape

DATA = Path(__file__).parent / "data" / "tagger.bin"
START, END = "<s>", "</s>"
_TAGS = (
    "# $ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW GW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ "
    "RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX ``"
)
TAGS = tuple(_TAGS.split(" "))
"""The tag set: Penn Treebank tags as Universal Dependencies uses them."""
WEIGHT_ZERO = 80
"""Character code of weight 0 in the data file; weights lie within ±46 of it, all printable ASCII."""


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


def history_features(one: str, two: str, low: str, cls: str, next_class: str) -> list[tuple[str, ...]]:
    """Features with the tags just given: `one` is the last tag's letter, `two` the one before (`<` at the start)."""
    return [
        ("T", one),
        ("U", one, two),
        ("V", one, low),
        ("X", one, cls),
        ("Y", one, cls, "/", next_class),
        ("Z", one, two, cls),
    ]


def pair_features(before: str, low: str, after: str, cls: str, next_class: str) -> list[tuple[str, ...]]:
    """Features of two neighbouring forms (lower case) and classes."""
    return [("B", before, " ", low), ("A", low, " ", after), ("C", cls, "/", next_class)]


def clause_features(left: str, right: str, low: str, cls: str) -> list[tuple[str, ...]]:
    """Features of words that can be verbs: the last clause event on the left, the next on the right."""
    return [("L", left, cls), ("R", right, cls), ("Q", left, right, cls), ("I", left, low), ("J", right, low)]


class Lexicon:
    """Which tags a form can have: from the tables for known forms, by class for others.

    `forms` gives for each known key the letters of its tags, most frequent first, those that make the class before
    those that do not, with a space between where both exist. `open_tags` gives the tags of rare forms by class.
    """

    def __init__(self, forms: dict[str, str], open_tags: dict[str, str]) -> None:
        self.forms = forms
        self.open_tags = open_tags

    def _entry(self, key: str) -> str:
        entry = self.forms.get(key, "")
        if not entry and key[0] == CASELESS:
            entry = self.forms.get(key[1:], "") or self.forms.get(key[1:].capitalize(), "")
        return entry

    def class_of(self, key: str) -> str:
        """The ambiguity class, as tag letters, or `?` and a coarse shape."""
        if key[0] == "<" and key in (START, END):
            return key
        return self._entry(key).partition(" ")[0] or guess_class(key)

    def candidates(self, key: str) -> str:
        """Letters of the tags to choose from; one letter only where the form decides alone."""
        entry = self._entry(key)
        if entry[:1] == "?" or not entry:
            cls = guess_class(key)
            return "".join(dict.fromkeys(entry[1:] + (self.open_tags.get(cls) or self.open_tags["?^"])))
        return entry.replace(" ", "")


class Model:
    """The tables of the data file. Rows stay packed text until a form asks for them."""

    def __init__(self, text: str) -> None:
        forms, open_tags, weights = text.split("\n\n")
        self.lexicon = Lexicon(_pairs(forms), _pairs(open_tags))
        self.weights: dict[str, str] = _pairs(weights)


def letter(tag: str) -> str:
    """The one-character name of a tag: `0`, `1` … `b`."""
    return chr(48 + TAGS.index(tag))


VERB_LETTERS = frozenset(letter(tag) for tag in ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
_FINITE = frozenset(letter(tag) for tag in ("VBD", "VBP", "VBZ", "MD"))
_EVENTS = {",": ",", "by": "y", "to": "t", ";": ".", ":": ".", "--": ".", "—": ".", "that": "w"}
_EVENTS |= dict.fromkeys(["am", "are", "is", "was", "were", "be", "been", "being", "'re", "'m"], "b")
_EVENTS |= dict.fromkeys(["has", "have", "had", "having", "'ve"], "h")
_EVENTS |= dict.fromkeys(["do", "does", "did"], "d")
_EVENTS |= dict.fromkeys(["because", "if", "although", "though", "while", "whether", "unless", "since", "until"], "w")
_TAG_EVENTS = {"MD": "m", "VBD": "F", "VBZ": "F", "VBP": "F", "VBN": "n", "VBG": "g", "VB": "B"}
_TAG_EVENTS |= {"WDT": "w", "WP": "w", "WRB": "w", ".": ".", "``": ".", "''": "."}
LETTER_EVENTS = {letter(tag): event for tag, event in _TAG_EVENTS.items()}
"""What a word means for its clause once it has its tag."""


def event(low: str, cands: str) -> str:
    """What a word means for the clause as far as its form tells, '' for nothing.

    `b` be, `h` have, `d` do, `m` modal, `t` to, `F` surely a finite verb, `f` maybe one, `w` opens a clause, `y` by,
    `,` and `.` marks.
    """
    found = _EVENTS.get(low, "")
    if found:
        return found
    if all(c in _FINITE for c in cands):
        return "m" if cands == letter("MD") else "F"
    if cands[0] in _FINITE or (cands[0] == letter("VBN") and letter("VBD") in cands):
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


_JOINTS = frozenset(letter(tag) for tag in (",", "CC"))


def _pairs(section: str) -> dict[str, str]:
    lines = section.split("\n")
    return dict(zip(lines[::2], lines[1::2], strict=True))


@cache
def load() -> Model:
    """The shipped model, read on first use."""
    return Model(zlib.decompress(DATA.read_bytes()).decode("utf-8"))
