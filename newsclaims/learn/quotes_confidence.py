"""Measure how often each rule is right: ``python -m newsclaims.learn.quotes_confidence GOLD.jsonl [TABLE.tsv]``.

GOLD is one article a line, ``{"text", "gold": [{"content": [[start, end], …], "source": [[start, end], …] | null}]}``,
offsets in code points.  A quote is right when its words and those of a gold quote overlap by half or more (F1) and its
speaker shares a word with the gold source, or neither has one.  Precision is (right + 1) / (found + 2), so that a rule
seen once is not called certain; rules with few finds in a class of verbs fall back on their row ``all``.  Speakers
that stand in other sentences are not looked for here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from newsclaims.learn import arguments, records, write_table
from newsclaims.model import Quote
from newsclaims.quotes import find
from newsclaims.quotes.cues import verbs
from newsclaims.syntax.parses import Parses
from newsclaims.text.document import read_document
from newsclaims.words.sentence import analyse

_WORD = re.compile(r"\w++(?:[’'-]\w++)*")
_FEW = 8
_HEAD = """How often each rule was right on a development set of news annotated with attributions (measured by
newsclaims/learn/quotes_confidence.py). Columns: rule, class of the verb, precision, number of quotes found.
quotes.post-credit, which that set never fires, was read by hand in 112 other articles: 5 found, all right.
"""
_READ = {("quotes.post-credit", kind): (5, 5) for kind in ("-", "all")}
"""Rules measured by reading: how many of their quotes were right, and how many were found."""

Spans = Iterable[Sequence[int]]


def measure(articles: Iterable[dict[str, Any]]) -> list[tuple[str, str, float, int]]:
    """Return (rule, verb class, precision, found) for every rule, sorted."""
    right: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    table = verbs()
    for key, (good, seen) in _READ.items():
        right[key], found[key] = good, seen
    for record in articles:
        words = [match.span() for match in _WORD.finditer(record["text"])]
        document = read_document(record["text"], record.get("title"))
        quotes = find(document, Parses(document, analyse(document)))
        matched = _matches(words, record["gold"], quotes)
        for number, quote in enumerate(quotes):
            known = table.get(quote.cue.lemma) if quote.cue is not None else None
            for key in ((quote.rule, known.kind if known is not None else "-"), (quote.rule, "all")):
                found[key] += 1
                right[key] += number in matched
    return [
        (rule, kind, round((right[rule, kind] + 1) / (count + 2), 2), count)
        for (rule, kind), count in sorted(found.items())
        if kind == "all" or count >= _FEW or (rule, kind) in _READ
    ]


def _matches(words: list[tuple[int, int]], gold: list[dict[str, Any]], quotes: Sequence[Quote]) -> set[int]:
    """Return the numbers of the quotes that are right, matching greedily by overlap."""
    contents = [_cover(words, item["content"]) for item in gold]
    found = [_cover(words, quote.spans) for quote in quotes]
    pairs = []
    for i, content in enumerate(contents):
        for j, cover in enumerate(found):
            common = len(content & cover)
            if common and 4 * common >= len(content) + len(cover):
                pairs.append((2 * common / (len(content) + len(cover)), -i, -j))
    right: set[int] = set()
    used: set[int] = set()
    taken: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if i in used or j in taken:
            continue
        used.add(i)
        taken.add(j)
        source = _cover(words, gold[-i]["source"] or ())
        speaker = quotes[-j].speaker
        named = _cover(words, [(speaker.start, speaker.end)]) if speaker is not None else set()
        if (source & named) or not (source or named):
            right.add(-j)
    return right


def _cover(words: list[tuple[int, int]], spans: Spans) -> set[int]:
    return {number for start, end in spans for number, (a, b) in enumerate(words) if a < end and b > start}


def main() -> None:
    """Measure and write the table."""
    gold, *own = arguments(__doc__, 1)
    lines = ("\t".join(map(str, row)) for row in measure(records(gold)))
    write_table("quotes", "confidence", _HEAD, lines, *own[:1])


if __name__ == "__main__":
    main()
