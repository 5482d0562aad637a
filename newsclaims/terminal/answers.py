"""Hits of ``find`` as lines: the place first, then the sentence with its hits marked; as JSON, one object a hit."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsclaims.find.question import Question
from newsclaims.find.search import Hit, Record, hits
from newsclaims.pathname import spelled
from newsclaims.terminal.page import Page
from newsclaims.text.visible import visible


@dataclass(frozen=True, slots=True)
class Layout:
    """What is printed of a hit: path and line or not, how many sentences before and behind, only the hit itself.

    ``inverted`` prints the sentences without a hit instead.
    """

    page: Page
    path: bool = True
    line: bool = True
    before: int = 0
    after: int = 0
    only: bool = False
    inverted: bool = False


@dataclass(frozen=True)
class Read:
    """A record that is searched: its path, its line in a file of several or ``None``, and its text.

    A result that was saved without its text has none; its facts stand alone, its line names it and the sentence.
    """

    source: str
    line: int | None
    record: Record
    text: str | None

    @cached_property
    def _breaks(self) -> list[int]:
        return [at for at, sign in enumerate(self.text or "") if sign == "\n"]

    def line_of(self, offset: int) -> int:
        """Return the line of an offset, counted from 1; in a file of several records that of the record."""
        return self.line if self.line is not None else 1 + bisect_left(self._breaks, offset)


def answer(read: Read, question: Question, layout: Layout, format: str, most: int | None) -> tuple[list[str], int]:
    """Return the lines that a record adds, and how many hits, or sentences of text, these are."""
    found: list[Hit] = list(hits(read.record, question))
    if format != "text":
        found = found[:most]
        return [hit_json(read, hit) for hit in found], len(found)
    if layout.only:
        found = found[:most]
        return [*hit_lines(read, found, layout)], len(found)
    sentences = sorted({hit.sentence for hit in found})
    if layout.inverted:
        every = len(read.record["sentences"])
        return [*hit_lines(read, found, layout)][:most], min(every - len(sentences), most or every)
    kept = frozenset(sentences[:most])
    return [*hit_lines(read, [hit for hit in found if hit.sentence in kept], layout)], len(kept)


def hit_lines(read: Read, found: Sequence[Hit], layout: Layout) -> Iterator[str]:
    """Yield a line for each sentence with a hit (``only``: for each hit), and its context with `-` instead of `:`."""
    if layout.only and not layout.inverted:
        for hit in found:
            start = read.record["sentences"][hit.sentence]["start"]
            yield _label(read, max(start, hit.start), hit.sentence, layout) + layout.page.paint(_flat(hit.text), "hit")
        return
    by_sentence: dict[int, list[Hit]] = {}
    for hit in found:
        by_sentence.setdefault(hit.sentence, []).append(hit)
    sentences = read.record["sentences"]
    wanted = sorted(by_sentence)
    if layout.inverted:
        wanted = [number for number in range(len(sentences)) if number not in by_sentence]
    if read.text is None:
        for number in wanted:
            yield _saved(read, number, by_sentence.get(number, []), layout)
        return
    chosen = frozenset(wanted)
    shown = sorted(
        {near for number in wanted for near in range(number - layout.before, number + layout.after + 1)}
        & {*range(len(sentences))}
    )
    last = None
    for number in shown:
        if last is not None and number > last + 1 and (layout.before or layout.after):
            yield "--"
        last = number
        start, end = sentences[number]["start"], sentences[number]["end"]
        here = by_sentence.get(number, []) if number in chosen else []
        if here:
            start, end = min(start, here[0].start), max(end, *(hit.end for hit in here))
        at = here[0].start if here else start
        line = _label(read, at, number, layout, context=number not in chosen)
        yield line + _marked(read.text, start, end, here, layout.page) + _speakers(here)


def _label(read: Read, at: int, sentence: int, layout: Layout, *, context: bool = False) -> str:
    """Return what stands before a sentence: path and line, and of a saved record its id and the sentence's number."""
    sign = "-" if context else ":"
    parts = [visible(spelled(read.source))] * layout.path + [str(read.line_of(at))] * layout.line
    place = layout.page.paint(sign.join(parts), "path") + f"{sign} " if parts else ""
    if read.text is not None:
        return place
    return f"{place}{_flat(str(read.record['id']))}, sentence {sentence + 1}: "


def _saved(read: Read, number: int, hits: Sequence[Hit], layout: Layout) -> str:
    """Return the line of a sentence whose text was not saved: the words of the facts in it."""
    start = read.record["sentences"][number]["start"]
    words = " … ".join(layout.page.paint(_flat(text).strip(), "hit") for text in _outermost(hits))
    return (_label(read, start, number, layout) + words + _speakers(hits)).rstrip()


def _outermost(hits: Iterable[Hit]) -> Iterator[str]:
    """Yield the words of hits that are in no other one."""
    end = -1
    for hit in sorted(hits, key=lambda item: (item.start, -item.end)):
        if hit.end > end:
            end = hit.end
            yield hit.text


def _marked(text: str, start: int, end: int, hits: Iterable[Hit], page: Page) -> str:
    """Return a sentence on one line, its hits in colour, or between signs without it; hits that overlap are one."""
    spans: list[list[int]] = []
    for hit in sorted(hits, key=lambda item: item.start):
        if spans and hit.start < spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], hit.end)
        else:
            spans.append([hit.start, hit.end])
    pieces = []
    for first, last in spans:
        inside = _flat(text[first:last])
        pieces += [_flat(text[start:first]), page.paint(inside, "hit") if page.color else f"»{inside}«"]
        start = last
    return "".join([*pieces, _flat(text[start:end])])


def _flat(text: str) -> str:
    """Return text on one line, the spaces at its ends kept."""
    flat = " ".join(text.split())
    if not flat:
        return " " if text else ""
    return visible((" " if text[:1].isspace() else "") + flat + (" " if text[-1:].isspace() else ""))


def _speakers(hits: Iterable[Hit]) -> str:
    """Return who spoke, for quotes."""
    names = {hit.fact["speaker"]["text"] if hit.fact["speaker"] else "" for hit in hits if hit.kind == "quotes"}
    return f"  [{', '.join(_flat(name) or 'no speaker' for name in sorted(names))}]" if names else ""


def hit_json(read: Read, hit: Hit) -> str:
    """Return one hit as JSON: where it is, its sentence, and the fact as in the output contract."""
    sentence = read.record["sentences"][hit.sentence]
    return json.dumps(
        {
            "source": spelled(read.source),
            "line": read.line_of(max(sentence["start"], hit.start)),
            "id": read.record["id"],
            "kind": hit.kind,
            "number": hit.sentence,
            "sentence": None if read.text is None else read.text[sentence["start"] : sentence["end"]],
            "fact": hit.fact,
        },
        ensure_ascii=False,
    )
