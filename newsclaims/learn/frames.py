"""Learn what verbs, nouns and participles go with, from parsed news, and write it as tables.

Run it again with::

    python -m newsclaims.learn.frames NEWS.tsv.xz

The input has one token a line (form, Penn tag, lemma, head, dependency label in ClearNLP style, entity, space after)
and a blank line between sentences.  Only counts are kept, no sentence.  Written are, in ``words/lexicon``:

* ``verb_frames.tsv``: how often, in per cent, a verb has a direct object, a that-clause (also without *that*), an
  infinitive, an object with an infinitive, an -ing form, two objects, a predicative complement;
* ``noun_frames.tsv``: how often, in per cent, a noun is followed by an infinitive or a that-clause, and how
  often its relative pronoun is *who*;
* ``participle_adjectives.tsv``: participles that stand before a noun as often as they are verbs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from newsclaims.learn import arguments, corpus, write_table

Row = list[str]
SMALLEST = {"verb": 8, "noun": 12, "participle": 4}
VERB_COLUMNS = ("object", "that", "infinitive", "object+infinitive", "ing", "two-objects", "predicative")


def children(sentence: list[Row]) -> dict[int, list[int]]:
    """Return the dependents of every token that has some."""
    found: dict[int, list[int]] = defaultdict(list)
    for index, row in enumerate(sentence):
        if row[3] != "0":
            found[int(row[3]) - 1].append(index)
    return found


def infinitive(sentence: list[Row], kids: dict[int, list[int]], verb: int) -> bool:
    return any(sentence[kid][1] == "TO" for kid in kids.get(verb, ()))


def count_verb(sentence: list[Row], kids: dict[int, list[int]], verb: int, counts: Counter[str]) -> None:
    """Add one verb's complements to its lemma's counts."""
    counts["n"] += 1
    labels = Counter(sentence[kid][4] for kid in kids.get(verb, ()))
    passive = "nsubjpass" in labels or "auxpass" in labels
    counts["object"] += bool(labels["dobj"] or passive)
    counts["predicative"] += bool(labels["oprd"] or labels["acomp"] or labels["attr"])
    own = [(kid, sentence[kid][4], sentence[kid][1]) for kid in kids.get(verb, ())]
    counts["two-objects"] += any(label == "dative" and tag not in ("IN", "TO") for _, label, tag in own)
    for kid, label, tag in own:
        if label == "ccomp" and infinitive(sentence, kids, kid):
            counts["object+infinitive"] += 1
        elif label == "ccomp" and (tag in ("VBD", "VBZ", "VBP") or _finite(sentence, kids, kid)):
            counts["that"] += 1
        elif label == "xcomp" and infinitive(sentence, kids, kid):
            counts["object+infinitive" if labels["dobj"] or passive else "infinitive"] += 1
        elif label == "xcomp" and tag == "VBG":
            counts["ing"] += 1


def _finite(sentence: list[Row], kids: dict[int, list[int]], verb: int) -> bool:
    return any(
        sentence[kid][4] in ("aux", "auxpass") and sentence[kid][1] in ("MD", "VBD", "VBZ", "VBP")
        for kid in kids.get(verb, ())
    )


def count_noun(sentence: list[Row], kids: dict[int, list[int]], noun: int, counts: Counter[str]) -> None:
    """Add one noun's complements and relative clauses to its lemma's counts."""
    counts["n"] += 1
    for kid in kids.get(noun, ()):
        label = sentence[kid][4]
        if label in ("acl", "relcl") and infinitive(sentence, kids, kid):
            counts["infinitive"] += 1
        elif label in ("acl", "ccomp") and any(
            sentence[x][0].lower() == "that" and sentence[x][4] == "mark" for x in kids.get(kid, ())
        ):
            counts["that"] += 1
        elif label == "relcl":
            pronouns = {sentence[x][0].lower() for x in kids.get(kid, ())} & {"who", "which", "that"}
            counts["relative"] += bool(pronouns)
            counts["who"] += "who" in pronouns


def learn(path: str) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]], dict[str, Counter[str]]]:
    """Return the counts of verbs, nouns and participles."""
    verbs: dict[str, Counter[str]] = defaultdict(Counter)
    nouns: dict[str, Counter[str]] = defaultdict(Counter)
    participles: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in corpus(path):
        kids = children(sentence)
        for index, row in enumerate(sentence):
            form, tag, lemma, _, label = row[:5]
            if tag[0] == "V" and label not in ("aux", "auxpass", "amod"):
                count_verb(sentence, kids, index, verbs[lemma.lower()])
            elif tag in ("NN", "NNS"):
                count_noun(sentence, kids, index, nouns[lemma.lower()])
            if tag in ("VBG", "VBN"):
                participles[form.lower()]["n"] += 1
                participles[form.lower()]["adjective"] += label == "amod"
    return verbs, nouns, participles


def table(name: str, head: str, lines: Iterable[str], source: str = "newsclaims/learn/frames.py") -> None:
    """Write a table of words, with what it was learned from."""
    write_table(
        "words", name, f"Learned by {source} from news parsed by spaCy 3.8 en_core_web_sm (MIT).\n{head}", lines
    )


def percent(counts: Counter[str], columns: tuple[str, ...], total: int) -> str:
    return "\t".join(str(round(100 * counts[column] / total)) for column in columns)


def plain(word: str) -> bool:
    return word.isascii() and word.replace("-", "").isalpha()


def main() -> None:
    verbs, nouns, participles = learn(arguments(__doc__, 1)[0])
    columns = "  ".join(VERB_COLUMNS)
    table(
        "verb_frames",
        f"lemma  count  then in per cent: {columns}",
        [
            f"{word}\t{c['n']}\t{percent(c, VERB_COLUMNS, c['n'])}"
            for word, c in verbs.items()
            if c["n"] >= SMALLEST["verb"] and plain(word)
        ],
    )
    table(
        "noun_frames",
        "lemma  count  then in per cent: infinitive  that-clause  relatives with who (- where fewer than 3 relatives)",
        [
            f"{word}\t{c['n']}\t{percent(c, ('infinitive', 'that'), c['n'])}\t{_who(c)}"
            for word, c in nouns.items()
            if c["n"] >= SMALLEST["noun"] and plain(word) and _telling(c)
        ],
    )
    table(
        "participle_adjectives",
        "participle  count  per cent before a noun",
        [
            f"{word}\t{c['n']}\t{round(100 * c['adjective'] / c['n'])}"
            for word, c in participles.items()
            if c["n"] >= SMALLEST["participle"] and c["adjective"] * 3 >= c["n"] and plain(word)
        ],
    )


def _who(counts: Counter[str]) -> str:
    return str(round(100 * counts["who"] / counts["relative"])) if counts["relative"] >= 3 else "-"


def _telling(counts: Counter[str]) -> bool:
    return counts["relative"] >= 3 or (counts["infinitive"] + counts["that"]) * 50 >= counts["n"]


if __name__ == "__main__":
    main()
