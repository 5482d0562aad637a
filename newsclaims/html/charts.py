"""Charts of a report as inline SVG: a time line of its days and bars of its figures."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from newsclaims.html.escaped import escaped
from newsclaims.model import Article, Date, Figure
from newsclaims.wording.values import amount_of

_MOST_DOTS = 200
_MOST_BARS = 12
_KINDS = {"money": "Money", "percent": "Per cent", "count": "Counts"}


def time_axis(article: Article) -> Iterator[str]:
    """Yield an axis from the first to the last day that the article names, a dot for each."""
    days = sorted(filter(None, (_day(item) for item in article.dates)))[:_MOST_DOTS]
    if len(set(days)) < 2:
        return
    first, last = days[0], days[-1]
    span = (last - first).days
    yield '<svg class="axis" height="52" role="img" aria-label="Time line">'
    yield '<line x1="2%" y1="18" x2="98%" y2="18"></line>'
    for day in days:
        place = 2 + 96 * (day - first).days / span
        yield f'<circle cx="{place:.2f}%" cy="18" r="6"><title>{day.isoformat()}</title></circle>'
    yield f'<text x="2%" y="44">{_label(first, span)}</text>'
    yield f'<text x="98%" y="44" text-anchor="end">{_label(last, span)}</text>'
    yield "</svg>"


def _day(item: Date) -> date | None:
    try:
        return date.fromisoformat((item.from_ or "")[:10])
    except ValueError:
        return None


def _label(day: date, span: int) -> str:
    return str(day.year) if span > 1500 else day.isoformat()


def figure_bars(article: Article) -> Iterator[str]:
    """Yield bars of the figures of each kind and unit that has two or more; very unlike ones on a logarithmic scale."""
    groups: dict[tuple[str, str], list[Figure]] = {}
    for figure in article.figures:
        if figure.kind in _KINDS and figure.value and figure.value > 0:
            unit = "" if figure.kind == "percent" else figure.unit or ""
            if unit or figure.kind == "percent":
                groups.setdefault((figure.kind, unit), []).append(figure)
    for (kind, unit), figures in sorted(groups.items()):
        different = list({item.value: item for item in figures}.values())[:_MOST_BARS]
        if len(different) < 2:
            continue
        values = [float(item.value or 0) for item in different]
        logarithmic = max(values) > 50 * min(values)
        name = f"{_KINDS[kind]}{', ' + escaped(unit) if unit else ''}"
        yield f'<h3>{name}{" (logarithmic)" if logarithmic else ""}</h3><div class="chart">'
        for item, value in zip(different, values, strict=True):
            share = _share(value, values, logarithmic)
            of = f' <span class="soft">{escaped(item.of)}</span>' if item.of else ""
            yield f"<div>{escaped(amount_of(item))}{of}{_bar(share)}</div>"
        yield "</div>"


def _share(value: float, values: list[float], logarithmic: bool) -> float:
    """Return how much of the full width a bar takes, in per cent."""
    if not logarithmic:
        return 100 * value / max(values)
    low, high = math.log10(min(values)), math.log10(max(values))
    return 8 + 92 * (math.log10(value) - low) / (high - low)


def _bar(share: float) -> str:
    return (
        '<svg height="10" role="presentation"><rect class="full" width="100%" height="10" rx="3"></rect>'
        f'<rect class="value" width="{share:.1f}%" height="10" rx="3"></rect></svg>'
    )
