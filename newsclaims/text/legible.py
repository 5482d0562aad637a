"""The text as a reader sees it: without characters that show nothing, and entities as what they stand for.

Soft hyphens and zero-width spaces inside words, `&amp;` and `&rsquo;` in plain text, and the grave accents and primes
that are typed for apostrophes and quotation marks break words apart that a reader sees whole; so does UTF-8 that was
read as Windows-1252, `donâ€™t`, and rules look for plain spaces.  What is read is a text without them; what is found
is placed in the text as given afterwards (``moved``), so that offsets count its code points and every span is its own
words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import Any, Final

from newsclaims.display import Valued
from newsclaims.fields import members
from newsclaims.pattern import compiled

_HIDDEN: Final = "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_ALIKE: Final = {"ʼ": "’", "＇": "’", "‛": "’", "′": "’", "´": "’", "`": "’", "＂": '"', "‹": "«", "›": "»"}
_SPACES: Final = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
_HIGH: Final = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
"""What the second and third byte of UTF-8 become that is read as Windows-1252."""
_ODD: Final = compiled(
    rf"[{_HIDDEN}]++|&(?:amp;)?(?:\#\d{{2,5}}|\#[xX][\da-fA-F]{{2,4}}|[A-Za-z]{{2,8}}\d{{0,2}});"
    r"|[ʼ＇‛′´`](?<=[^\W\d_].)(?=[^\W\d_])|[＂‹›]|`(?<![^\s(\[]`)(?=[^\W_])"
    rf"|[{_SPACES}](?!(?<=\d.)\d)|[ÂÃ]{_HIGH}|â{_HIGH}{{2}}"
)
_FIRST: Final = compiled(rf"[{_HIDDEN}{_SPACES}&`ʼ＇‛′´＂‹›ÂÃâ]")
"""What odd characters begin with: most texts have none, and one class is looked for five times as fast."""
_PLACE: Final = compiled(r"\b(offset|sentence at|figure at) (\d+)")


class Legible:
    """A text to be read, and where its characters stand in the text as given."""

    __slots__ = ("_after", "_given", "_wide", "text")

    def __init__(self, text: str, after: list[int], given: list[int], wide: dict[int, int]) -> None:
        self.text = text
        self._after = after  # places in the text to be read behind which the two texts are apart
        self._given = given  # the same places in the text as given
        self._wide = wide  # of the end of a character that an entity stands for, the end of the entity

    @property
    def apart(self) -> bool:
        """Tell whether the places in the two texts are not the same."""
        return bool(self._after)

    def start(self, at: int) -> int:
        """Return where the character that begins at ``at`` begins in the text as given."""
        step = bisect_right(self._after, at) - 1
        return at if step < 0 else self._given[step] + at - self._after[step]

    def end(self, at: int) -> int:
        """Return where the character that ends at ``at`` ends in the text as given."""
        return self._wide.get(at) or (self.start(at - 1) + 1 if at else 0)

    def read(self, at: int) -> int:
        """Return where a place in the text as given is in the text to be read."""
        step = bisect_right(self._given, at) - 1
        return at if step < 0 else self._after[step] + at - self._given[step]

    def placed(self, warning: str) -> str:
        """Return a warning with the places that it names as they are in the text as given."""
        return _PLACE.sub(lambda found: f"{found[1]} {self.start(int(found[2]))}", warning)


def legible(text: str) -> Legible:
    """Return the text to be read: mostly the text itself."""
    pieces: list[str] = []
    after: list[int] = []
    given: list[int] = []
    wide: dict[int, int] = {}
    last = size = 0
    for odd in _ODD.finditer(text) if _FIRST.search(text) else ():
        start, end = odd.span()
        shown = _shown(odd.group())
        if shown is None:
            continue
        if shown == "’" and (not start or not text[start - 1].isalpha()):
            shown = "‘"  # "`We left,' she said"
        pieces += (text[last:start], shown)
        size += start - last + len(shown)
        last = end
        if len(shown) != end - start:
            after.append(size)
            given.append(end)
            if shown:
                wide[size] = end
    if not pieces:
        return Legible(text, after, given, wide)
    pieces.append(text[last:])
    return Legible("".join(pieces), after, given, wide)


def _shown(odd: str) -> str | None:
    """Return what a reader sees of odd characters: nothing or one character; None where they are left alone."""
    if odd[0] in _HIDDEN:
        return ""
    if odd[0] in _SPACES:
        return " "
    if odd[0] in _ALIKE:
        return _ALIKE[odd]
    if odd[0] != "&":
        found = _decoded(odd)
    else:
        from html import unescape

        found = unescape(unescape(odd))
    if len(found) != 1 or found in _SPACES:
        return " " if found in _SPACES else None
    return "" if found in _HIDDEN else found


def _decoded(odd: str) -> str:
    """Return the character whose UTF-8 was read as Windows-1252: `’` of `â€™`."""
    data = bytearray()
    for mark in odd:
        try:
            data += mark.encode("cp1252")
        except UnicodeEncodeError:  # bytes that this encoding leaves open
            data.append(ord(mark) & 0xFF)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return odd


def moved(item: Any, start: Callable[[int], int], end: Callable[[int], int], text: str) -> Any:
    """Return an item of the model, or a tuple of them, with all its spans at other places, and their words there."""
    if isinstance(item, tuple):
        if len(item) == 2 and all(isinstance(value, int) for value in item):
            return start(item[0]), end(item[1])
        return tuple([moved(value, start, end, text) for value in item])
    if not isinstance(item, Valued):
        return item
    kind: Any = type(item)
    names, values = members(kind)
    held = [moved(value, start, end, text) if isinstance(value, (tuple, Valued)) else value for value in values(item)]
    if "start" in names:
        first, last = start(held[names["start"]]), end(held[names["end"]])
        held[names["start"]], held[names["end"]] = first, last
        if "text" in names:
            held[names["text"]] = text[first:last]
    return kind(*held)
