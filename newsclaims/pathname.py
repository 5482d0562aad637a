r"""Paths as text that anything can hold: of a name that is no UTF-8, ``\xfe`` stands for each byte that is none.

Python reads such a byte as half of a surrogate pair, which neither UTF-8 nor strict JSON can hold.  Ids, sources,
manifests and messages have the spelling; files are opened by their real names.
"""

from __future__ import annotations

import os
import re

from newsclaims.pattern import compiled

_HALF = compiled("[\ud800-\udfff]")
_SPELLED = compiled(r"\\x([89a-f][0-9a-f])")


def spelled(path: str) -> str:
    r"""Return a path without lone surrogates: the byte FE as the four characters ``\xfe``."""
    if path.isascii():
        return path
    return _HALF.sub(_as_escape, path)


def _as_escape(half: re.Match[str]) -> str:
    code = ord(half.group())
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"


def path_spelled(text: str) -> str:
    """Return the path that a spelling stands for: as it stands where there is such a file, or nothing is spelled."""
    if "\\x" not in text or os.path.lexists(text):
        return text
    return _SPELLED.sub(lambda byte: chr(0xDC00 + int(byte[1], 16)), text)
