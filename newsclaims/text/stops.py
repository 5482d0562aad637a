"""What stands before a full stop, and whether a sentence ends with it: abbreviations, initials, letters, numbers."""

from __future__ import annotations

from typing import Final

from newsclaims.pattern import compiled
from newsclaims.text.tokens import abbreviations, of_state, word_class

_WORD_BEFORE: Final = compiled(r"(?:[^\W\d_]\.){1,8}[^\W\d_]?\Z|[^\W\d_]{1,12}+\Z|\d{1,6}\Z")
_AFTER: Final = compiled(r"([^\W\d_]{1,20}+)(?:\s++(\w{1,20}+))?")
_LAST_WORD: Final = compiled(r"([^\W\d_]{1,20}+)\s\Z")
_MEASURED: Final = compiled(r"(?:\d|\b(?:cu|sq)\.?)\s?\Z")
_DASHES: Final = frozenset("—–-")
_QUOTES: Final = frozenset("\"“‘«'`")


def stop_ends(text: str, first: int, stop: int, after: int, end: int, starts: bool) -> bool:
    """Tell whether the full stop at ``stop`` ends the sentence that began at ``first``.

    What follows begins at ``after`` with a capital or a digit; ``starts`` says that its first word is one that begins
    sentences (`The`, `However`).
    """
    if text[stop - 1] == "/":
        return not text[after].isdigit()  # "paid S/. 5,000"
    before = _WORD_BEFORE.search(text, max(first, stop - 16), stop)
    if before is None:
        return True
    word = before.group().lower()
    if before.group() == "v":
        return False  # "Reed v. Holt"
    kind = abbreviations().get(word)
    if kind == "title":
        return _no_title(text, first, before.start(), word, starts, text[after].isupper())
    if kind == "number":
        return not text[after].isdigit()
    if kind == "calendar":
        return not text[after].isdigit() and starts
    if kind in ("clock", "company"):
        between = text[stop:after]
        quoted = "(" not in between and not _QUOTES.isdisjoint(between)
        return starts or (text[after].isupper() and (quoted or _opens(text, after, end, kind)))
    if kind == "last":
        return text[after].isupper()
    if kind == "state":
        kind = "final" if of_state(text, before.start()) else None
    if kind == "final" or "." in word:
        return starts and _DASHES.isdisjoint(text[stop:after])  # "MARLE, N.H. — It was late"
    if len(word) == 1 and before.group().isupper() and word != "i":
        return starts or _no_initial(text, first, before.start())
    return not (before.group().isdigit() and before.start() == first)  # "1. First item of a list"


def _no_title(text: str, first: int, at: int, word: str, starts: bool, capital: bool) -> bool:
    """Tell whether a title is something else: feet (`58 cu. ft. Buyers`), a street (`on Main St. The house`)."""
    before = text[max(first, at - 24) : at]
    if word == "ft" and _MEASURED.search(before):
        return capital
    street = _LAST_WORD.search(before) if word == "st" and starts else None
    return street is not None and street.group(1)[0].isupper() and at - len(street.group()) > first


def _opens(text: str, after: int, end: int, kind: str) -> bool:
    """Tell whether a capital behind `Inc.` or `p.m.` begins a sentence: `Shares rose`, not `Class A shares`, `Eastern`.

    Names behind a company's are parts or officers of it where another capital follows; behind the time of the day
    stand zones and days.
    """
    found = _AFTER.match(text, after, end)
    if found is None:
        return False
    word, second = found.group(1), found.group(2) or ""
    lower = word.lower()
    day = lower.endswith("day") or abbreviations().get(lower) == "calendar"
    if kind == "company":
        return not (day or word.isupper()) and second.islower() and second != "of" and lower not in abbreviations()
    return not (word.isupper() or day or lower in word_class("zones") or second.lower() == "time")


def _no_initial(text: str, first: int, at: int) -> bool:
    """Tell whether a capital is no initial: it hangs on a sign (`I/B/E/S.`, `4K.`, `USB-C.`), or names a kind."""
    if at <= first:
        return False
    glue = text[at - 1]
    if glue in "/&+" or glue.isdigit():
        return text[at - 2] != "."  # "the S.&P. 500"
    if glue in "-‑":
        return text[at - 2].isalnum()  # "J.-P. Reed", "-R. Holt"
    kind = _LAST_WORD.search(text, max(first, at - 22), at)
    return kind is not None and kind.group(1).lower() in word_class("lettered")
