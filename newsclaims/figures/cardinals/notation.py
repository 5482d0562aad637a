"""Digits to values: grouping, decimal points and commas, and what cannot be read.

Pure functions over the form of one number as it is printed.  Values are exact: ``int`` or ``Decimal``; ``None`` stands
for a form that has no one reading (``1,2345``, mixed separators) or is absurdly long.
"""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import Final

from newsclaims.pattern import compiled

Value = int | Decimal

MAX_DIGITS: Final[int] = 21
"""Digits of the longest integer that is read: a sextillion; longer runs are serial numbers or junk."""

_PLAIN: Final = compiled(r"\d++$")
_ENGLISH: Final = compiled(r"(\d{1,3}(?:,\d{3})+)(\.\d++)?$")
_INDIAN: Final = compiled(r"(\d{1,2}(?:,\d{2})+,\d{3})(\.\d++)?$")
_EUROPEAN: Final = compiled(r"(\d{1,3}(?:\.\d{3})+)(,\d++)?$")
_POINT: Final = compiled(r"\A(\d++)\.(\d++)$")
_COMMA: Final = compiled(r"\A(\d++),(\d++)$")
_SPACES: Final = {ord(space): None for space in "\u00a0\u2007\u2009\u202f '’"}

# a document's style shows in forms that are possible in one style only
_ENGLISH_ONLY: Final = compiled(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d++)?(?!,?\d)|(?<![\d.,])\d++\.\d{1,2}(?![.,]?\d)")
_EUROPEAN_ONLY: Final = compiled(
    r"\d(?<![\d.,]\d)(?:\d{0,2}(?:\.\d{3})+,\d++|\d{0,2}(?:\.\d{3}){2,}|\d*+,\d{1,2})(?![.,]?\d)"
)


def decimal_comma(text: str) -> bool:
    """Tell whether the document writes 1.234,5 for 1,234.5: it has such numbers and none that is English only."""
    return "," in text and _EUROPEAN_ONLY.search(text) is not None and _ENGLISH_ONLY.search(text) is None


def read_digits(form: str, comma: bool = False) -> Value | None:
    """Return the value of a run of digits with its separators; ``comma`` says that the comma is the decimal mark.

    >>> read_digits("1,234.5"), read_digits("12,34,567"), read_digits("1.234,5"), read_digits("1,2345")
    (Decimal('1234.5'), 1234567, Decimal('1234.5'), None)
    """
    form = form.translate(_SPACES)
    if len(form) > 2 * MAX_DIGITS:
        return None
    if _PLAIN.match(form):
        return int(form) if len(form) <= MAX_DIGITS else None
    if comma:
        found = _EUROPEAN.match(form) or _COMMA.match(form)
        if found:
            return _exact(found.group(1).replace(".", ""), (found.group(2) or "").lstrip(","))
    found = _POINT.match(form)
    if found:
        return _exact(found.group(1), found.group(2))
    found = _ENGLISH.match(form) or _INDIAN.match(form)
    if found:
        return _exact(found.group(1).replace(",", ""), (found.group(2) or "").lstrip("."))
    found = _EUROPEAN.match(form)
    if found:
        return _exact(found.group(1).replace(".", ""), (found.group(2) or "").lstrip(","))
    return None


def _exact(whole: str, fraction: str) -> Value | None:
    if len(whole) > MAX_DIGITS:
        return None
    # int() and str() turn digits of any script into ASCII, as Decimal also does
    return Decimal(f"{int(whole)}.{fraction}") if fraction else int(whole)


def times(value: Value, factor: Value) -> Value:
    """Return the exact product."""
    if type(value) is int and type(factor) is int:
        return value * factor
    with localcontext() as context:
        context.prec = 60
        return Decimal(value) * factor


def divided(value: Value, by: Value) -> Value:
    """Return the quotient, exact where it has a finite decimal form of up to 28 digits."""
    return Decimal(value) / by if by else Decimal(0)


def plain(value: Value | None) -> int | float | None:
    """Return what is written to JSON: an ``int`` where the value is whole, else the nearest ``float``; never NaN.

    >>> plain(Decimal("2.5") * 10**9), plain(Decimal("0.125")), plain(10**30)
    (2500000000, 0.125, None)
    """
    if value is None or abs(value) >= 10**MAX_DIGITS:
        return None
    if isinstance(value, int):
        return value
    whole = value == value.to_integral_value()
    return int(value) if whole else float(value)
