"""Words and marks of money: which currency a sign, code or name stands for.

Built from ``lexicon/currencies.tsv`` (every ISO 4217 code with its English name) and ``lexicon/currency_words.tsv``
(signs, country prefixes, short and old names, subunits).
"""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.figures.classes import word_class
from newsclaims.pattern import compiled
from newsclaims.table import rows
from newsclaims.words.sentence import Token

# codes that are English words or common abbreviations in capitals


_INDIAN_SCALE: Final = compiled(r"\b(?:lakh|crore)s?\b|₹")


@cache
def marks() -> dict[str, str]:
    """Return the currency of every mark, lower case, without spaces."""
    return {form: code for form, use, code in rows("figures", "currency_words") if use == "mark"}


@cache
def letters() -> dict[str, str]:
    """Return the currencies of single capitals that touch an amount: `R3,500` is rand."""
    return {form.upper(): code for form, use, code in rows("figures", "currency_words") if use == "letter"}


@cache
def codes() -> frozenset[str]:
    """Return the ISO 4217 codes."""
    return frozenset(row[0] for row in rows("figures", "currencies"))


@cache
def names() -> dict[str, tuple[tuple[tuple[str, ...], str, int], ...]]:
    """Return, by first word, (words, currency, parts of the main unit), longest first: ``cents`` are 100 parts."""
    found: dict[tuple[str, ...], tuple[str, int]] = {}
    for code, one, many, _places in rows("figures", "currencies"):
        for name in (one, many):
            found[_forms(name)] = (code, 1)
    for form, use, code in rows("figures", "currency_words"):
        if use not in ("mark", "letter"):
            found[_forms(form)] = (code, {"name": 1, "cent": 100, "tenth": 10}[use])
    index: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
    for words, (code, parts) in found.items():
        index.setdefault(words[0], []).append((words, code, parts))
    return {first: tuple(sorted(items, key=lambda item: -len(item[0]))) for first, items in index.items()}


def _forms(name: str) -> tuple[str, ...]:
    """Return the tokens of a name: `guinea`, `bissau`, `peso`."""
    return tuple(name.lower().replace("’", "'").replace("'s", " 's").replace("-", " ").split(" "))


def code_in_capitals(tokens: list[Token], code: int, number: int) -> str | None:
    """Return the code at a token that is a word in capitals too (`COP`, `TRY`), where the number is an amount.

    It has a scale or thousands marked off (`COP 5 million`, `1,200 PEN`), and no counted noun follows it (`TOP 1,000
    companies`).
    """
    form = tokens[code].text
    if form not in word_class("words-in-capitals") or form not in codes():
        return None
    end = number + 1
    scaled = "," in tokens[number].text
    while end < len(tokens) and tokens[end].lower in word_class("scales"):
        scaled, end = True, end + 1
    end = max(end, code + 1)
    counted = end < len(tokens) and tokens[end].tag in ("NNS", "NNPS", "NNP")
    return form if scaled and not counted else None


def mark_code(form: str) -> str | None:
    """Return the currency of a mark or code as printed; letters in lower case count only where agencies use them."""
    if form in codes():
        return None if form in word_class("words-in-capitals") else form
    if form.islower() and form.isalpha() and form not in ("dlrs", "dlr", "rmb", "usd"):
        return None
    return marks().get(form.lower())


def is_mark(tokens: list[Token], first: int) -> bool:
    """Tell whether a mark of money stands right before token ``first``."""
    return mark_before(tokens, first) is not None


def mark_before(tokens: list[Token], first: int) -> tuple[int, str] | None:
    """Return (its first token, currency) of the mark before token ``first``: `$`, `US$`, `NZ $`, `EUR`, `Rs.`."""
    at = first - 1
    if at < 0:
        return None
    if tokens[at].text in ("-", "−") and at and tokens[at - 1].text in "$€£¥":
        at -= 1
    token = tokens[at]
    gap = tokens[first].start - token.end
    if gap > 1:
        return None
    if token.text in "¢₵" and at and tokens[at - 1].end == token.start:  # "GH¢300"
        joined = marks().get(tokens[at - 1].lower + token.text)
        if joined:
            return at - 1, joined
    sign = marks().get(token.text) if not token.text[0].isalnum() else None
    if sign:
        if at > 2 and token.text == "$" and [item.lower for item in tokens[at - 3 : at]] == ["u", ".", "s"]:
            return at - 3, sign  # "u.s $ 100,000"
        if at and token.text in "$£¥=" and tokens[at - 1].text[0].isalpha():
            place = tokens[at - 1]
            apart = token.start - place.end
            joined = marks().get(place.lower + token.text)
            placed = apart == 1 and place.lower in word_class("place-of-mark") and place.lower != "a"
            if joined and (apart == 0 or placed):
                return at - 1, joined
        return at, sign
    if token.text == "=" and at and tokens[at - 1].text == "Y" and token.start == tokens[at - 1].end:
        return at - 1, "JPY"
    stop = token.text == "." and at and tokens[at - 1].end == token.start
    if stop and tokens[at - 1].lower in ("rs", "tk", "dh", "ksh"):
        at -= 1
        token = tokens[at]
    if not token.text[0].isalpha():
        return None
    if token.text == "US" and at and tokens[at - 1].text == "$":  # "$US113 trillion"
        return at - 1, "USD"
    if not gap and token.text in letters():
        return at, letters()[token.text]  # "N5 billion"
    mark = mark_code(token.text if token.text[-1] != "." else token.text[:-1])
    if mark is None and len(token.text) == 4 and token.text[0] == "M" and token.text[1:] in codes():
        return at, token.text[1:]
    mark = mark or code_in_capitals(tokens, at, first)
    return (at, mark) if mark else None


def name_before(tokens: list[Token], first: int, scaled: bool) -> tuple[int, str] | None:
    """Return (its first token, currency) of a name before digits: `Malaysian ringgit 42`, `rupees 5 crore`.

    A name of one word counts only before a scaled amount; "bought dollars 5 times" names what was bought.
    """
    if not tokens[first].text[0].isdigit() or first == 0 or tokens[first - 1].lower not in _last_words():
        return None
    for begin in range(max(0, first - 3), first):
        for words, code, parts in names().get(tokens[begin].lower, ()):
            if parts == 1 and _match(tokens, begin, words) == first and (len(words) > 1 or scaled):
                counted = begin > 0 and tokens[begin - 1].tag == "CD"
                return None if counted else (begin, code)
    return None


@cache
def _last_words() -> frozenset[str]:
    """Return the last words of the names of currencies of three letters and more."""
    return frozenset(words[-1] for found in names().values() for words, _, _ in found if len(words[-1]) > 2)


def money_after(tokens: list[Token], last: int) -> tuple[int, str, int] | None:
    """Return (token after it, currency, parts) of the currency named right after token ``last - 1``."""
    if last >= len(tokens):
        return None
    at = last
    if tokens[at].lower in ("-", "‑") and at + 1 < len(tokens):  # "one-yen bid", "10,000-euro fine"
        at += 1
    token = tokens[at]
    if token.lower == "won" and not _many(tokens[last - 1]):
        return None  # `the next three won it`
    for words, code, parts in names().get(token.lower, ()):
        end = _match(tokens, at, words)
        if end is not None:
            if len(token.lower) == 1 and (tokens[last - 1].end != token.start or token.text.isupper()):
                continue  # "40p" and "5c", not "40.3C"
            return end, code, parts
    if at != last:
        return None
    gap = token.start - tokens[last - 1].end
    if gap > 1:
        return None
    if not token.text[0].isalnum():
        sign = marks().get(token.text)
        if sign is None or (gap and _before_digits(tokens, at)):
            return None  # "10 $30": the sign belongs to the next number
        return at + 1, sign, 1
    if at + 1 < len(tokens) and tokens[at + 1].text in "$£¥" and tokens[at + 1].start == token.end:
        joined = marks().get(token.lower + tokens[at + 1].text)
        if joined:
            return None if gap and _before_digits(tokens, at + 1) else (at + 2, joined, 1)
    letters = mark_code(token.text)
    if letters is None and token.text.isupper():
        start = last - 1
        while start and tokens[start].lower in word_class("scales"):
            start -= 1
        letters = code_in_capitals(tokens, at, start)
    labelled = at + 2 < len(tokens) and tokens[at + 1].text == "-" and tokens[at + 1].start == token.end
    if labelled and tokens[at + 2].text[0].isdigit():
        return None  # "four RS-25 engines"
    if letters is None or (len(token.text) < 3 and gap and not token.text.isupper() and token.text != "Rs"):
        return None
    return at + 1, letters, 1


def _many(token: Token) -> bool:
    """Tell whether a number is as high as those of a small currency: 500, 3,000, two million."""
    return token.lower in word_class("scales") or (len(token.text) > 2 and token.text[-1].isdigit())


def _match(tokens: list[Token], at: int, words: tuple[str, ...]) -> int | None:
    """Return the token after a name of several words, hyphens skipped (`US-dollar`), or None."""
    for step, word in enumerate(words):
        if step and at < len(tokens) and tokens[at].lower == "-":
            at += 1
        if at >= len(tokens) or tokens[at].lower != word:
            return None
        at += 1
    return at


def _before_digits(tokens: list[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].text[0].isdigit()


def whose(unit: str, text: str) -> str:
    """Return the ISO code of a currency known by its plain name only, if the document says whose it is.

    "Franc" is CHF where the text speaks of the Swiss franc, or names one country only that has francs; else it stays
    the plain name.
    """
    if unit.isupper():
        return unit
    hits = [code for code, name, places in _sharing(unit) if _named_in(name, places, text)]
    if not hits and unit == "rupee" and _INDIAN_SCALE.search(text):
        return "INR"  # lakh and crore are counted elsewhere too, but there the article names its country
    return hits[0] if len(hits) == 1 else unit


@cache
def _sharing(unit: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return (code, full name, places) of the currencies that go by a plain name, as CLDR has them."""
    return tuple(
        (code, one, tuple(places.split(", ")))
        for code, one, _many, places in rows("figures", "currencies")
        if one.lower().endswith(" " + unit) and places
    )


def _named_in(name: str, places: tuple[str, ...], text: str) -> bool:
    return name in text or name.rpartition(" ")[0] in text or any(place in text for place in places)
