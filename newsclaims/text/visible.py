"""Text of unknown origin made safe for a terminal: control, escape and direction characters become visible."""

from __future__ import annotations

import json

from newsclaims.pattern import compiled

# C0 but line feed, DEL, C1, line and paragraph separators, bidirectional controls, zero-width marks, surrogates, BOM,
# interlinear annotation and tag characters
_UNSAFE = compiled(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)


def visible(text: str, keep: str = "") -> str:
    """Return ``text`` with all that could act on a terminal spelled out: ESC as ``␛``, U+202E as ``<U+202E>``.

    Line feeds become ``␊`` unless ``keep`` holds them; a tab that ``keep`` holds stays.
    """
    shown = _UNSAFE.sub(lambda found: found.group() if found.group() in keep else _name(found.group()), text)
    return shown if "\n" in keep else shown.replace("\n", "␊")


def visible_json(text: str) -> str:
    """Return JSON with the same characters written as its own escapes: the same data, harmless on a terminal."""
    return _UNSAFE.sub(lambda found: json.dumps(found.group())[1:-1] if found.group() != "\x7f" else "\\u007f", text)


def _name(mark: str) -> str:
    code = ord(mark)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"
