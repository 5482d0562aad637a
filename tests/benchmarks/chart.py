"""A chart of lines in SVG, both axes logarithmic: enough for how cost grows with size."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

Line = Sequence[tuple[float, float]]
_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _FOOT = 640, 400, 60, 150, 30, 46
_COLORS = ("#1f6feb", "#cf222e", "#1a7f37", "#8250df", "#9a6700")


def chart(title: str, across: str, up: str, lines: Mapping[str, Line]) -> str:
    """Return a drawing of points joined by lines, each with its name at its end; all numbers are above 0."""
    points = [point for line in lines.values() for point in line]
    xs, ys = [math.log10(x) for x, _ in points], [math.log10(y) for _, y in points]
    low, high = math.floor(min(xs)), math.ceil(max(xs))
    bottom, top = math.floor(min(ys)), math.ceil(max(ys))

    def place(x: float, y: float) -> tuple[float, float]:
        right = (math.log10(x) - low) / max(1, high - low)
        rise = (math.log10(y) - bottom) / max(1, top - bottom)
        return _LEFT + right * (_WIDTH - _LEFT - _RIGHT), _HEIGHT - _FOOT - rise * (_HEIGHT - _TOP - _FOOT)

    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif"'
        f' font-size="12" role="img"><title>{escape(title)}</title>'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/><text x="{_LEFT}" y="18">{escape(title)}</text>'
    ]
    for power in range(low, high + 1):
        x, y = place(10**power, 10**bottom)
        drawn.append(f'<path d="M{x:.1f} {_TOP}V{y:.1f}" stroke="#ddd"/>')
        drawn.append(f'<text x="{x:.1f}" y="{y + 16:.1f}" text-anchor="middle">{_short(power)}</text>')
    for power in range(bottom, top + 1):
        x, y = place(10**low, 10**power)
        drawn.append(f'<path d="M{x:.1f} {y:.1f}H{_WIDTH - _RIGHT}" stroke="#ddd"/>')
        drawn.append(f'<text x="{x - 6:.1f}" y="{y + 4:.1f}" text-anchor="end">{_short(power)}</text>')
    middle = (_LEFT + _WIDTH - _RIGHT) / 2
    drawn.append(f'<text x="{middle}" y="{_HEIGHT - 10}" text-anchor="middle">{escape(across)}</text>')
    drawn.append(f'<text x="16" y="{_HEIGHT / 2}" transform="rotate(-90 16 {_HEIGHT / 2})">{escape(up)}</text>')
    taken: list[float] = []
    for number, (name, line) in enumerate(lines.items()):
        color = _COLORS[number % len(_COLORS)]
        at = [place(*point) for point in line]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in at)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="2"/>')
        drawn += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{color}"/>' for x, y in at]
        label = at[-1][1] + 4
        while any(abs(label - other) < 14 for other in taken):
            label += 14
        taken.append(label)
        drawn.append(f'<text x="{at[-1][0] + 8:.1f}" y="{label:.1f}" fill="{color}">{escape(name)}</text>')
    return "\n".join([*drawn, "</svg>", ""])


def _short(power: int) -> str:
    """Return a power of ten as people write it: 0.01, 1, 10k, 1M."""
    if power < 0:
        return f"{10.0**power:.{-power}f}"
    thousands, rest = divmod(power, 3)
    return f"{10**rest}{('', 'k', 'M', 'G')[thousands]}"
