"""Make the table of common words from a tagged corpus; run by hand.

::

    python -m newsclaims.learn.common_words NEWS.tsv.xz

NEWS has a token a line in column 1, an empty line between sentences.  A word is common when it stands in lower case
often and is seldom capitalised inside a sentence.  Only counts are used, no sentence of the corpus.
"""

from __future__ import annotations

from collections import Counter

from newsclaims.learn import arguments, corpus, write_table


def main(given: list[str]) -> None:
    """Write ``lexicon/common.tsv``; the argument is the corpus."""
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    initial: Counter[str] = Counter()
    for sentence in corpus(given[0]):
        first = True
        for token, *_ in sentence:
            if token[:1].isalpha():
                if token.islower():
                    lower[token] += 1
                elif token[1:].islower() or len(token) == 1:
                    (initial if first else upper)[token.lower()] += 1
                first = False
            elif token[:1] in ('"', "“", "‘", "'", "("):
                first = True
    common = [w for w, n in lower.items() if n >= 5 and initial[w] >= 2 and upper[w] < 0.25 * n and w.isascii()]
    common += [w for w, n in lower.items() if n >= 60 and upper[w] < 0.1 * n and initial[w] < 2 and w.isascii()]
    head = "Words that are seldom part of a name: counts of lower case and capitals in news sentences.\n"
    write_table("entities", "common", head + "Made by newsclaims/learn/common_words.py.", common)


if __name__ == "__main__":
    main(arguments(__doc__, 1))
