"""The text of an article as HTML with its facts highlighted, each with a card that says what it is."""

from __future__ import annotations

import html
from collections.abc import Iterator
from itertools import groupby, pairwise

from newsclaims.html.anchors import Anchors
from newsclaims.html.escaped import escaped
from newsclaims.model import Article
from newsclaims.text.visible import visible
from newsclaims.wording.claims import claim_cells
from newsclaims.wording.values import amount_of, measured_by, when_of

# (start, end, style, line of the card, key of the speaker)
Marked = tuple[int, int, str, str, str]
_MOST_CARDS = 4  # lines of one card
_MOST_ROLES = 3
_LONGEST = 200  # code points of a name, and of its roles, in a card


def text_html(article: Article, anchors: Anchors) -> Iterator[str]:
    """Yield the paragraphs, each sentence an element of its own to which links lead."""
    marks = _marks(article, anchors)
    marks.sort()
    at, active = 0, list[Marked]()
    numbered = enumerate(article.sentences)
    for _, group in groupby(numbered, key=lambda item: item[1].paragraph):
        said, last, part = [], None, ""
        for number, sentence in group:
            if last is not None:
                said.append(_plain(article.text[last : sentence.start]))
            active = [mark for mark in active if mark[1] > sentence.start]
            while at < len(marks) and marks[at][0] < sentence.end:
                if marks[at][1] > sentence.start:
                    active.append(marks[at])
                at += 1
            inside = "".join(_pieces(article.text, sentence.start, sentence.end, active))
            said.append(f'<span class="sentence" id="{anchors.sentence(number)}">{inside}</span>')
            last, part = sentence.end, sentence.part
        yield f'<p class="part-{part}">{"".join(said)}</p>'


def _plain(text: str) -> str:
    return html.escape(visible(text, keep="\n\t"), quote=True)


def _marks(article: Article, anchors: Anchors) -> list[Marked]:
    """Return (start, end, style, line of the card, speaker's key) of every fact that is highlighted."""
    names = {entity.id: entity for entity in article.entities}
    dates = {item.id: item for item in article.dates}
    found: list[Marked] = []
    for entity in article.entities:
        role = f" · {'; '.join(entity.roles[:_MOST_ROLES])}" if entity.roles else ""  # every mention has this line
        where = f", {entity.country}" if entity.country else ""
        line = f"<b>{entity.type}{escaped(where)}</b> {escaped(entity.name[:_LONGEST] + role[:_LONGEST])}"
        found += [(m.start, m.end, "name", line, "") for m in entity.mentions if m.kind == "name"]
    for claim in article.claims:
        who, did, what, when = (escaped(cell) for cell in claim_cells(claim, names, dates))
        line = f"<b>{anchors.to_row(claim.id, 'claim')}</b> {who} · {did} · {what}{' · ' + when if when else ''}"
        found.append((claim.predicate.start, claim.predicate.end, "claim", line, ""))
    for quote in article.quotes:
        entity_id = quote.speaker.entity if quote.speaker else None
        speaker = names[entity_id].name if entity_id in names else quote.speaker.text if quote.speaker else "no speaker"
        key = f"{anchors.prefix}{entity_id}" if entity_id in names else ""
        line = f"<b>{anchors.to_row(quote.id, f'{quote.kind} quote')}</b> {escaped(speaker)}"
        found += [(start, end, "quote", line, key) for start, end in quote.spans]
    found += [(item.start, item.end, "date", f"<b>date</b> {escaped(when_of(item))}", "") for item in article.dates]
    texts = {figure.id: figure.text for figure in article.figures}
    for figure in article.figures:
        measured = measured_by(figure, texts)
        of = f" · {measured}" if measured else ""
        kind = anchors.to_row(figure.id, figure.kind.replace("_", " "))
        line = f"<b>{kind}</b> {escaped(amount_of(figure) + of)}"
        found.append((figure.start, figure.end, "figure", line, ""))
    for check in article.checks:
        line = f"<b>{check.severity}</b> {escaped(check.message)}"
        found += [(span.start, span.end, "wrong", line, "") for span in check.spans]
    return found


def _pieces(text: str, start: int, end: int, marks: list[Marked]) -> Iterator[str]:
    """Yield the paragraph cut at the ends of all marks, each piece with the styles of the marks that cover it."""
    edges = sorted({start, end, *(max(start, m[0]) for m in marks), *(min(end, m[1]) for m in marks)})
    active: list[Marked] = []
    at = 0
    for first, last in pairwise(edges):
        while at < len(marks) and marks[at][0] <= first:
            active.append(marks[at])
            at += 1
        active = [mark for mark in active if mark[1] > first]
        piece = _plain(text[first:last])
        if not active:
            yield piece
            continue
        styles = " ".join(dict.fromkeys(mark[2] for mark in active))
        speakers = " ".join(dict.fromkeys(mark[4] for mark in active if mark[4]))
        lines = list(dict.fromkeys(mark[3] for mark in reversed(active)))[:_MOST_CARDS]
        speaker = f' data-speaker="{html.escape(speakers, quote=True)}"' if speakers else ""
        card = f'<span class="card">{"<br>".join(lines)}</span>'
        yield f'<span class="fact {styles}" tabindex="0"{speaker}>{piece}{card}</span>'
