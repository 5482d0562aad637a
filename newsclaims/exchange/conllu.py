"""CoNLL-U: sentences of words with lemma, universal and Penn Treebank tag; chunk and offsets in MISC.

There is no tree: HEAD and DEPREL are empty.  ``Chunk`` is B- or I- and NP, VP, PP, SBAR, ADJP or ADVP, as in the shared
task of CoNLL-2000; ``start_char`` and ``end_char`` count code points of the article's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsclaims.exchange.words import sentences_of
from newsclaims.model import Article
from newsclaims.syntax import chunks
from newsclaims.syntax.parse import Parse
from newsclaims.syntax.parses import Parses
from newsclaims.table import rows
from newsclaims.text.document import read_document

_CHUNKS = {
    **dict.fromkeys(chunks.NOUNS, "NP"), **dict.fromkeys(chunks.VERBS, "VP"), chunks.PREPOSITION: "PP",
    chunks.SUBORDINATOR: "SBAR", chunks.THAT: "SBAR", chunks.ADJECTIVE: "ADJP", chunks.ADVERB: "ADVP",
}  # fmt: skip


def write(article: Article) -> bytes:
    """Return the sentences of an article."""
    document = read_document(article.text, article.title)
    sentences = sentences_of(article)
    parses = Parses(document, sentences)
    lines = [f"# newdoc id = {_inline(article.id) or '-'}"]
    paragraph = -1
    for number, sentence in enumerate(sentences):
        if not sentence.tokens:
            continue
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            lines.append(f"# newpar id = p{paragraph}")
        lines.append(f"# sent_id = s{number}")
        lines.append(f"# text = {_inline(article.text[sentence.tokens[0].start : sentence.tokens[-1].end])}")
        lines += [*_words(article.text, parses[number]), ""]
    parses.forget()
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _words(text: str, parse: Parse) -> Iterator[str]:
    named = {}
    for chunk in parse.chunks:
        name = _CHUNKS.get(chunk.kind)
        for at in range(chunk.first, chunk.last) if name else ():
            named[at] = f"{'B' if at == chunk.first else 'I'}-{name}"
    last = len(parse.tokens) - 1
    for at, token in enumerate(parse.tokens):
        misc = [f"Chunk={named[at]}"] if at in named else []
        if at < last and not text[token.end : token.end + 1].isspace():
            misc.append("SpaceAfter=No")
        misc += [f"start_char={token.start}", f"end_char={token.end}"]
        row = (str(at + 1), _inline(token.text), _inline(token.lemma), _universal(token.tag), token.tag)
        yield "\t".join((*row, "_", "_", "_", "_", "|".join(misc)))


@cache
def _universal(tag: str) -> str:
    return dict(rows("exchange", "universal_tags")).get(tag, "X")


def _inline(text: str) -> str:
    return " ".join(text.split())
