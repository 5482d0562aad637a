"""spaCy's DocBin (extra ``spacy``): words, tags, lemmas, sentences, names as ``ents``, kinds as groups of spans."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from newsclaims.exchange.marks import KINDS, Mark, Marks, marks_of
from newsclaims.exchange.words import sentences_of, words_of
from newsclaims.model import Article

_ATTRIBUTES = ["ORTH", "SPACY", "TAG", "LEMMA", "SENT_START", "ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID"]


@cache
def _vocabulary() -> Any:
    from spacy.vocab import Vocab

    return Vocab()


def write(article: Article) -> bytes:
    """Return a DocBin of one document; an encoder joins several.

    ``doc.spans`` has the groups ``entities``, ``claims`` (their predicates), ``quotes``, ``dates`` and ``figures``,
    each span with the id of its fact; ``doc.ents`` are the named mentions; ``doc.user_data["newsclaims"]`` is the JSON.
    """
    from spacy.tokens import Doc, DocBin, Span

    text = article.text.encode("utf-8", "replace").decode()  # as long as it was, without lone surrogates
    words = words_of(text, sentences_of(replace(article, text=text)))
    doc = Doc(
        _vocabulary(),
        words=[text[word.start : word.end] for word in words],
        spaces=[word.space for word in words],
        tags=[word.token.tag if word.token else "_SP" for word in words],
        lemmas=[word.token.lemma if word.token else text[word.start : word.end] for word in words],
        sent_starts=[word.opens or number == 0 for number, word in enumerate(words)],
    )
    starts, ends = [word.start for word in words], [word.end for word in words]
    content = json.loads(json.dumps(article.to_dict(), ensure_ascii=False).encode("utf-8", "replace"))
    groups: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    named: list[Any] = []
    for mark in marks_of(content, text).marks:
        if mark.kind is None:
            continue
        for start, end in mark.spans:
            first, last = bisect_right(starts, start) - 1, bisect_left(ends, end) + 1
            span = Span(doc, first, last, label=mark.label.upper(), span_id=mark.id)
            groups[mark.kind].append(span)
            if mark.values.get("mention") == "name":
                named.append(span)
    for kind, spans in groups.items():
        doc.spans[kind] = spans
    doc.ents = _apart(named)
    doc.user_data = {"newsclaims": content}
    whole = DocBin(attrs=_ATTRIBUTES, store_user_data=True)
    whole.add(doc)
    return whole.to_bytes()  # type: ignore[no-any-return]


def _apart(spans: list[Any]) -> list[Any]:
    """Return spans of which none lies across another, the longest first."""
    from spacy.util import filter_spans

    return filter_spans(spans)  # type: ignore[no-any-return]


def read(content: bytes) -> Iterator[Marks]:
    """Yield the marks of the documents in a DocBin: our groups of spans, else its ``ents``; links are not kept.

    Raises:
        Exception: of spaCy's unpackers, when it is none.
    """
    from spacy.tokens import DocBin

    for doc in DocBin(store_user_data=True).from_bytes(content).get_docs(_vocabulary()):
        groups = [(kind, span) for kind in KINDS if kind in doc.spans for span in doc.spans[kind]]
        found: dict[str, Mark] = {}
        for number, (_, span) in enumerate(groups or [("entities", span) for span in doc.ents]):
            id = f"{span.id_}/{span.label_}" if span.id_ else str(number)
            mark = found.setdefault(id, Mark(id, span.label_.lower(), ()))
            mark.spans = tuple(sorted({*mark.spans, (span.start_char, span.end_char)}))
        article = doc.user_data.get("newsclaims") or {}
        yield Marks(str(article.get("id", "")), doc.text, [*found.values()], linked=False)
