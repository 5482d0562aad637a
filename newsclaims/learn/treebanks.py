"""Treebanks for the tagger: reading them, and bringing their tags to one convention, that of UD English."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from newsclaims.learn import corpus
from newsclaims.words.lemmas import lemma
from newsclaims.words.shapes import SMALL_WORDS

Sentence = list[tuple[str, str]]
"""(form, Penn tag); an empty tag is an unknown one: the word is context, nothing is learned of its tag."""

FIXED = {"n't": "RB", "'m": "VBP", "'re": "VBP", "'ve": "VBP", "to": "TO", "related": "JJ", "prior": "JJ"}
FIXED |= {".": ".", ";": ":", "--": ":", "—": ":", "–": ":", "...": ":", "…": ":"}
FIXED |= {"[": "-LRB-", "]": "-RRB-", "/": "SYM"}
"""Forms whose tag is the same everywhere; the treebanks and the teacher disagree about some of them."""
WRONG = {("later", "RB"): "RBR", ("mine", "NNP"): "PRP", ("media", "NNS"): "NN", ("data", "NNS"): "NN"}
WRONG |= {("at", "RB"): "IN", ("least", "RBS"): "JJS", ("'m", "VBZ"): "VBP", ("united", "VBN"): "NNP"}
"""Tags that hand-tagged text does not give a form."""


def read(path: Path) -> Iterator[Sentence]:
    """Sentences of (form, tag) from CoNLL-U or from `form TAB tag` columns, `.xz` or plain."""
    conllu = ".conllu" in path.name
    form, tag = (1, 4) if conllu else (0, 1)
    for rows in corpus(path):
        if not conllu and len(rows[0]) > 4:
            rows = list(_agreed(rows))
        sentence = [(row[form], row[tag]) for row in rows if len(row) > tag and (row[0].isdigit() or not conllu)]
        if sentence:
            yield sentence


def _agreed(rows: list[list[str]]) -> Iterator[list[str]]:
    """Yield the rows without tags of verbs that the teacher's own parse takes for nouns, and the other way round."""
    under: dict[int, set[str]] = {}
    for row in rows:
        under.setdefault(int(row[3]), set()).add(row[4])
    for number, row in enumerate(rows, 1):
        tag, role, below = row[1], row[4], under.get(number, set())
        noun = role in _NOMINAL and "dobj" not in below
        verb = role in _AUXILIARY or "dobj" in below or ("nsubj" in below and role in _CLAUSAL)
        doubtful = (noun and tag in ("VB", "VBD", "VBP", "VBZ")) or (verb and tag in ("NN", "NNS"))
        yield [row[0], ""] if doubtful else row


_NOUN_ROLES = "amod appos attr compound dobj nmod npadvmod nsubj nsubjpass pobj poss"
_NOMINAL = frozenset(_NOUN_ROLES.split(" "))
_AUXILIARY = frozenset(("aux", "auxpass"))
_CLAUSAL = frozenset(("ROOT", "advcl", "ccomp", "conj", "relcl"))


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
        return "HYPH" if tag[:1] in "JNVR" else ":"
    if last == "united" and low in ("states", "nations", "emirates") and tag in ("NNP", "NNS"):
        return "NNPS"
    if low == "over" and tag == "IN" and after[1] == "CD":
        return "RB"
    if low in ("m", "k", "bn", "mn", "tn") and last[:1].isdigit():
        return "CD"
    if low == "due" and tag == "IN" and after[0] == "to":
        return "JJ"
    return tag


def headline_copies(sentences: list[Sentence], share: float, seed: int) -> list[Sentence]:
    """Copies of some sentences as headlines: half of them in telegraphic style, most in Title Case or CAPITALS."""
    chance = random.Random(seed)
    copies = []
    for sentence in sentences:
        if 4 <= len(sentence) <= 22 and chance.random() < share:
            copy = telegraphic(sentence) if chance.random() < 0.5 else sentence
            style = chance.random()
            if style < 0.75 or copy is sentence:
                copy = [(_headline(form, upper=style < 0.2), tag) for form, tag in copy]
            if len(copy) > 2:
                copies.append(copy)
    return copies


def telegraphic(sentence: Sentence) -> Sentence:
    """The sentence in the grammar of headlines: no articles, no passive auxiliaries, no full stop, present for past.

    >>> telegraphic([("The", "DT"), ("storm", "NN"), ("killed", "VBD"), ("two", "CD"), (".", ".")])
    [('Storm', 'NN'), ('kills', 'VBZ'), ('two', 'CD')]
    """
    words: Sentence = []
    for i, (form, tag) in enumerate(sentence):
        low = form.lower()
        after = sentence[i + 1][1] if i + 1 < len(sentence) else ""
        if low in ("a", "an", "the") or (low in ("is", "are", "was", "were") and after == "VBN") or tag == ".":
            continue
        if tag == "VBD" and words and words[-1][1] in _SUBJECTS:
            tag = "VBP" if words[-1][1] in ("NNS", "NNPS") else "VBZ"
            form = present(lemma(low, "VBD"), tag)
        words.append((form, tag))
    if words:
        first, tag = words[0]
        words[0] = (first[:1].upper() + first[1:], tag)
    return words


_SUBJECTS = frozenset(["NN", "NNP", "NNS", "NNPS"])


def present(base: str, tag: str) -> str:
    """A verb's present tense: `deny` -> `denies`, `push` -> `pushes` (VBZ), `deny`, `push` (VBP)."""
    if base == "be":
        return "is" if tag == "VBZ" else "are"
    if tag == "VBP":
        return base
    if base == "have":
        return "has"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _headline(form: str, upper: bool) -> str:
    if upper:
        return form.upper()
    return form if form in SMALL_WORDS else form[:1].upper() + form[1:]
