"""Treebanks for the tagger: reading them, and bringing their tags to one convention, that of UD English."""

from __future__ import annotations

import lzma
import random
from collections.abc import Iterator
from pathlib import Path

from newsclaims.words.shapes import SMALL_WORDS

Sentence = list[tuple[str, str]]
"""(form, Penn tag); an empty tag is an unknown one: the word is context, nothing is learned of its tag."""

FIXED = {
    "n't": "RB",
    "'m": "VBP",
    "'re": "VBP",
    "'ve": "VBP",
    "to": "TO",
    "related": "JJ",
    "prior": "JJ",
}
FIXED |= {
    ".": ".",
    ";": ":",
    "--": ":",
    "—": ":",
    "–": ":",
    "...": ":",
    "…": ":",
    "[": "-LRB-",
    "]": "-RRB-",
    "/": "SYM",
}
"""Forms whose tag is the same everywhere; the treebanks and the teacher disagree about some of them."""
WRONG = {
    ("later", "RB"): "RBR",
    ("mine", "NNP"): "PRP",
    ("media", "NNS"): "NN",
    ("data", "NNS"): "NN",
}
WRONG |= {
    ("at", "RB"): "IN",
    ("least", "RBS"): "JJS",
    ("'m", "VBZ"): "VBP",
    ("united", "VBN"): "NNP",
}
"""Tags that hand-tagged text does not give a form."""


def read(path: Path) -> Iterator[Sentence]:
    """Sentences of (form, tag) from CoNLL-U or from `form TAB tag` columns, `.xz` or plain."""
    opener = lzma.open if path.suffix == ".xz" else open
    conllu = ".conllu" in path.name
    sentence: Sentence = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) < 2:
                if sentence and not line.startswith("#"):
                    yield sentence
                    sentence = []
            elif conllu:
                if columns[0].isdigit():
                    sentence.append((columns[1], columns[4]))
            else:
                sentence.append((columns[0], columns[1]))
    if sentence:
        yield sentence


def clean(sentence: Sentence) -> Sentence:
    """The sentence with tags in the convention of UD English, and the teacher's impossible tags mended."""
    mended: Sentence = []
    last = ""
    for i, (form, tag) in enumerate(sentence):
        low = form.lower().replace("’", "'")
        after = sentence[i + 1] if i + 1 < len(sentence) else ("", "")
        tag = _mended(form, low, tag, last, after)
        mended.append((form, tag))
        last = low
    return mended


def _mended(form: str, low: str, tag: str, last: str, after: tuple[str, str]) -> str:
    if low == "to":
        return "IN" if tag == "XX" else "TO"
    if low in FIXED and tag != "NFP":
        return FIXED[low]
    if (low, tag) in WRONG:
        return WRONG[low, tag]
    if low == "'s":
        return "PRP" if last == "let" else tag if tag in ("POS", "VBZ") else ""
    if form == "-" and tag not in ("HYPH", "SYM", ":"):
        return "HYPH" if tag[0] in "JNVR" else ":"
    if last == "united" and low in ("states", "nations", "emirates") and tag in ("NNP", "NNS"):
        return "NNPS"
    if low == "over" and tag == "IN" and after[1] == "CD":
        return "RB"
    if low in ("m", "k", "bn", "mn", "tn") and last[:1].isdigit():
        return "CD"
    if low == "due" and tag == "IN" and after[0] == "to":
        return "JJ"
    return tag


def caseless_copies(sentences: list[Sentence], share: float, seed: int) -> list[Sentence]:
    """Copies of some sentences in Title Case and in CAPITALS, as headlines have them."""
    chance = random.Random(seed)
    copies = []
    for sentence in sentences:
        if 4 <= len(sentence) <= 20 and chance.random() < share:
            upper = chance.random() < 0.3
            copies.append([(_headline(form, upper), tag) for form, tag in sentence])
    return copies


def _headline(form: str, upper: bool) -> str:
    if upper:
        return form.upper()
    return form[:1].upper() + form[1:] if form not in SMALL_WORDS else form
