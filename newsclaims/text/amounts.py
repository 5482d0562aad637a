"""Amounts of money whose mark is letters that touch the digits: `N5 billion`, `Rs14,275 crore`, `CHF5m`.

Like `$5 billion` they are a mark, a number and a scale, each a token, so that all who read tokens see an amount and
not a name (`N5`) with a number behind it.  Letters before a number alone are as often a label (`R2`, `N95`, `KN95`):
these stay one token.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.pattern import compiled
from newsclaims.table import rows, word_classes

_AMOUNT: Final = compiled(r"([A-Z][A-Za-z]{0,4}+)(\d{1,3}(?:,\d{2,3})+(?:\.\d++)?|\d++(?:\.\d++)?)([a-z]{1,3}+)?(?!\w)")
_SCALES: Final = frozenset({"billion", "crore", "crores", "lakh", "lakhs", "million", "thousand", "trillion"})
_SCALE: Final = compiled(rf"[ \u00a0-](?:{'|'.join(sorted(_SCALES))}|[bm]l?n|tr?n|cr)(?!\w)")
_SIGNS: Final = frozenset("£€¥¢₵₦₹₱₩₪₺₽฿")
_SUFFIX: Final = compiled(r"[bmk]|[bmt]n|[bm]ln|trn|cr")


def marked_amount(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """Return where the mark, the digits and the scale that touches them end, None if no amount begins at ``start``."""
    found = _AMOUNT.match(text, start, end)
    if found is None or found[1] not in letter_marks():
        return None
    suffix = found[3]
    if suffix is not None:
        return (found.end(1), found.end(2), found.end()) if _SUFFIX.fullmatch(suffix) else None
    long = len(found[1]) > 1 and "." in found[2]
    if not (long or "," in found[2] or _SCALE.match(text, found.end(), end)):
        return None
    return found.end(1), found.end(2), found.end(2)


@cache
def letter_marks() -> frozenset[str]:
    """Return the marks of money that are letters, as printed: `N`, `RM`, `Rs`, `KSh`, `EUR`; none that is a word."""
    found = {row[0] for row in rows("figures", "currencies")}
    for form, use, _ in rows("figures", "currency_words"):
        bare = form.rstrip(".")
        if use == "letter":
            found.add(bare.upper())
        elif use == "mark" and bare.isalpha() and bare.isascii():
            found |= {bare.upper(), bare.capitalize()}
            stem = bare.removesuffix("s").removesuffix("sh")  # "KSh", "KShs"
            found.add(stem.upper() + bare[len(stem) :].capitalize())
    return frozenset(found - word_classes("figures")("words-in-capitals"))


def marks_amount(forms: list[str], at: int) -> bool:
    """Tell whether a token before digits is the mark of an amount: letters need thousands marked off or a scale."""
    if forms[at] in _SIGNS:
        return True
    if forms[at].removesuffix(".") not in letter_marks():
        return False
    after = forms[at + 2] if at + 2 < len(forms) else ""
    return "," in forms[at + 1] or after in _SCALES or bool(_SUFFIX.fullmatch(after))
