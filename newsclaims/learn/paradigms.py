"""The tags that a form's paradigm allows it: what `lights` up is a verb, `lights` is a plural, and who enters `enter`s.

Corpora show most forms in few of their uses, and a form that was seen as a noun only would never be asked about.
WordNet 3.0 (Debian's wordnet-base) tells which words are nouns, verbs and adjectives, and how often in its own texts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from newsclaims.learn.treebanks import present
from newsclaims.words.lemmas import lemma

Counts = Mapping[str, Mapping[str, int]]
"""How often each word is a noun (`N`), a verb (`V`) and an adjective (`J`)."""

_PARTS = {"1": "N", "2": "V", "3": "J", "5": "J"}
_NOUNS = frozenset(("NN", "NNS"))
_VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
_OPEN = _NOUNS | _VERBS | {"JJ", "NNP", "NNPS"}
FEW = 60
"""Of words that the corpora show less often, the dictionary alone tells what they can be."""
SHARE = 0.008
"""The least share of a word's uses in which it must be a noun or a verb before all its forms can be one."""


def wordnet(folder: Path | None) -> Counts:
    """Return the words of WordNet's index with the counts of its tagged texts, 0 for the uses that these lack."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    if folder is None:
        return found
    for name, part in (("noun", "N"), ("verb", "V"), ("adj", "J")):
        for line in (folder / f"index.{name}").read_text(encoding="ascii").splitlines():
            word = line.partition(" ")[0]
            if word.isalpha() and len(word) > 2:
                found[word][part] += 0
    for line in (folder / "cntlist.rev").read_text(encoding="ascii").splitlines():
        sense, _, count = line.split()
        word, _, rest = sense.partition("%")
        if word in found and rest[0] in _PARTS:
            found[word][_PARTS[rest[0]]] += int(count)
    return found


def words_seen(counts: Mapping[str, Counter[str]]) -> Counts:
    """Return how often each word is noun and verb in the corpora, from the tags of their lower-case keys."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for key, seen in counts.items():
        if key.isalpha() and key.islower():
            for tag, count in seen.items():
                if tag in _NOUNS or tag in _VERBS:
                    found[lemma(key, tag)]["N" if tag in _NOUNS else "V"] += count
    return found


def parts(word: str, seen: Counts, listed: Counts) -> str:
    """Return which of noun, verb and adjective a word can be, the most frequent first."""
    own, dictionary = seen.get(word, {}), listed.get(word, {})
    total = sum(own.values())
    found = [
        part
        for part in "NVJ"
        if part in dictionary and (total < FEW or part == "J" or own.get(part, 0) >= SHARE * total)
    ]
    return "".join(sorted(found, key=lambda part: -(own.get(part, 0) or dictionary[part] / 9)))


def tags(form: str, seen: Counts, listed: Counts) -> list[str]:
    """Return the tags of nouns, verbs and adjectives that a lower-case form can have, by its paradigm."""
    if form[-1] == "s" and form[-2] != "s":
        base = lemma(form, "VBZ")
        ending = {"N": "NNS", "V": "VBZ" if present(base, "VBZ") == form else ""}
        found = [ending[part] for part in parts(base, seen, listed) if ending.get(part)]
        if found:
            return found
    own = {"N": ("NN",), "V": ("VB", "VBP"), "J": ("JJ",)}
    return [tag for part in parts(form, seen, listed) for tag in own[part]]


def completed(ranked: list[str], form: str, seen: Counts, listed: Counts) -> list[str]:
    """Return the tags of nouns and verbs that a form's paradigm adds to those it was seen with, all of open classes."""
    if not (form.isalpha() and form.islower() and len(form) > 3 and set(ranked) <= _OPEN):
        return []
    if form.endswith("ing"):
        found = [] if "VBG" in ranked else ["VBG"] if "V" in parts(lemma(form, "VBG"), seen, listed) else []
    elif form.endswith("ed"):
        found = ["VBD", "VBN"] if not {"VBD", "VBN"}.isdisjoint(ranked) else []
    else:
        never = {"JJ", "NN"} if ranked[0] == "JJ" else {"JJ"}
        found = [tag for tag in tags(form, seen, listed) if tag not in never] if ranked[0] != "NNP" else []
    return [tag for tag in found if tag not in ranked]


def unseen(
    counts: Mapping[str, Counter[str]], rare: int, seen: Counts, listed: Counts
) -> Iterator[tuple[str, list[str]]]:
    """Yield the base forms and third persons of the verbs that the corpora show less than ``rare`` times."""
    for word in sorted(listed):
        if "V" in listed[word]:
            for form in (word, present(word, "VBZ")):
                found = tags(form, seen, listed) if counts.get(form, Counter()).total() < rare else []
                if found:
                    yield form, found
