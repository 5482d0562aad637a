"""The tables of a report: each row leads to its sentence, says how sure it is, and has room for a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsclaims.html.anchors import Anchors
from newsclaims.html.escaped import escaped

_MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the id of its fact, its cells, the number of its sentence, the fact's rule, confidence and speaker's key.

    A fact without an id has no link from the text, one without a rule or a confidence shows none; a key that is ""
    belongs to a speaker who is not known, None to a table without speakers.
    """

    fact: str | None
    cells: tuple[str, ...]
    sentence: int | None
    rule: str = ""
    confidence: float | None = None
    speaker: str | None = None


def table(
    title: str,
    kind: str,
    head: Sequence[str],
    rows: Iterable[Row],
    anchors: Anchors,
    *,
    before: str = "",
    verdict: bool = False,
) -> Iterator[str]:
    """Yield a section with a table; nothing without rows, and no column in which nothing stands.

    With ``verdict`` the rows say their rule and confidence and end in a cell to write into, in the browser or on paper.
    """
    rows = list(rows)
    if not rows:
        return
    last = ("Found by", "Verdict") if verdict else ()
    filled = [at for at in range(len(head)) if any(row.cells[at] for row in rows)]
    yield f'<section class="table-{kind}">\n<h2>{title}</h2>\n{before}<table>\n<tr><th></th>'
    yield "".join(f"<th>{cell}</th>" for cell in (*(head[at] for at in filled), *last)) + "</tr>\n"
    for row in rows[:_MOST_ROWS]:
        id = f' id="{anchors.row(row.fact)}"' if row.fact else ""
        speaker = f' data-speaker="{escaped(row.speaker)}"' if row.speaker is not None else ""
        place = anchors.to_sentence(row.sentence, str(row.sentence + 1)) if row.sentence is not None else ""
        yield f'<tr{id}{speaker}><td class="place">{place}</td>'
        yield "".join(f'<td class="cell-{at + 1}">{escaped(row.cells[at])}</td>' for at in filled)
        if verdict:
            sure = "" if row.confidence is None else f"<b>{row.confidence:.2f}</b> "
            name = escaped(row.rule.partition(".")[2])
            yield f'<td class="rule" title="{escaped(row.rule)}">{sure}{name}</td>'
            yield '<td class="verdict" contenteditable aria-label="Verdict"></td>'
        yield "</tr>\n"
    if len(rows) > _MOST_ROWS:
        span = len(filled) + len(last) + 1
        yield f'<tr><td colspan="{span}">… and {len(rows) - _MOST_ROWS:,} more</td></tr>\n'
    yield "</table>\n</section>\n"
