"""Tokens as the Penn Treebank and Universal Dependencies draw them, as offsets into the text.

Hyphenated words are three tokens (``long`` ``-`` ``term``), clitics are split (``do`` ``n't``, ``Peru`` ``’s``), a
currency sign stands alone, and abbreviations keep their full stop (``Mr.``, ``U.S.``, ``p.m.``).  Apostrophes may be
straight or curly.  The pattern is one alternation without nested repetition, so time is linear in the text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsclaims.pattern import compiled
from newsclaims.table import rows, word_classes
from newsclaims.text.amounts import marked_amount

word_class: Final = word_classes("text")

_TOKEN: Final = compiled(
    r"""
    (?: [a-z]++[ ] ){0,30} [a-z]++ (?=[ ,])                     # most words, told first, as many as stand in a row
  | (?: https?:// | www\. ) [^\s<>"“”,;)]++                      # web addresses
  | (?= [^\W_]{1,40}+ [.-] [^\W_] ) (?: [^\W_] [^\W_]{0,40}+ (?: -[^\W_]{1,40}+ ){0,3} \. ){1,3}  # lowton.com/news
    (?: com | org | net | gov | edu | ie | info | io | tv | us | co\.uk | (?: com | org | gov | net ) \. [a-z]{2} )
    (?! [\w@-] | \.\w ) (?: / [^\s<>"“”,;)]{0,200} (?<! [.?!'’] ) )?
  | [\w.+-]{1,64}+@[\w-]{1,63}+\.[\w.-]{1,63}+                # mail addresses
  | (?<![\w.]) [@\#] \w++                                     # handles and hashtags
  | (?=[.A-Z\d]) (?<![^\s(<\[]) (?:                            # codes of instruments:
        \.[A-Z] [A-Z\d]{1,7}+ (?!\w)                           # .DJI
      | [A-Z] [A-Z\d]{1,9}+ = (?: [A-Z]{1,4}+ (?!\w) | (?=[\s)>]) )  # US10YT=RR, EUR=
      | (?: [A-Z]{2,5}+[a-z]? | \d{4,6}+ ) \.[A-Z]{1,2} (?=[\s)>,;])  # BARC.L
      | [A-TV-Z] \.[NO] (?=[)>]) )                             # (F.N)
  | [A-Z]{2} \. (?: \d{1,2}+ (?![\w.,]) | [A-Z]{3,12}+ (?!\w) )  # ID.3, IQ.LIGHT
  | [A-Z]/[A-Z] (?: / [A-Z] ){1,5} (?!\w)                      # I/B/E/S
  | S/\.? (?=\ ?\d{1,3}[ ,.])                                 # soles: S/5,000
  | 9/11 (?! [\w/] )                                           # the day
  | \d++ (?: [,.:] \d++ )*                                    # numbers, clock times
  | (?: [^\W\d_] \. ){2,8} (?![^\W\d_])                       # U.S. p.m.
  | (?<=\d\ ) [ap] \. m (?! [\w.] )                         # 8 p.m
  | [A-Z][a-z]? \. [A-Z][a-z]{0,2} \. (?!\w) | Ph\.D (?!\w)   # Ph.D. M.Sc.
  | [^\W_]++ (?: ['’] [^\W_]++ | ‘ (?:t|s|re|ve|ll|d|m) (?![^\W_]) )*  # words, with clitics: don’t, Ann‘s
  | \[ [^\W\d_] \] [a-z]{1,20}+ (?!\w)                         # [T]he
  | \.{2,}+ | -{2,}+ | `` | ['’]{3,}+ | ''                    # ellipses, dashes, typewriter quotes, marks of wikis
  | ['’] (?: \d{2} s? \b | [^\W\d_]{1,4}+ )                   # ’90s, 'em, a clitic after another mark
  | \S
    """,
    re.VERBOSE,
)
_GLUED: Final = compiled(r"\d(?:st|nd|rd|th|s|D|G)$", re.IGNORECASE)
_NUMBER_WITH_LETTERS: Final = compiled(r"[^\W\d_]{1,3}+(?!\w)")
_DAY_AND_YEAR: Final = compiled(r"\d{1,2},[12]\d{3}")
_MONTH: Final = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?)"
)
_MONTH_NAME: Final = compiled(_MONTH + r"\.?", re.IGNORECASE)
_MONTH_AND_NUMBER: Final = compiled(_MONTH + r"(?=(?:\d{1,2}|[12]\d{3})\Z)", re.IGNORECASE)
_JOINED: Final = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3}


def tokenize(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the (start, end) of every token of ``text[start:end]``, in order, without white space."""
    found: list[tuple[int, int]] = []
    dotted = abbreviations()
    position = start
    while True:
        if position < end and text[position] == " ":
            position += 1  # where no token can begin the pattern would try all that one can be
        item = _TOKEN.search(text, position, end)
        if item is None:
            return found
        first, position = item.span()
        form = text[first:position]
        if " " in form:
            for word in form.split(" "):
                if word in _JOINED:
                    found.append((first, first + _JOINED[word]))
                    found.append((first + _JOINED[word], first + len(word)))
                else:
                    found.append((first, first + len(word)))
                first += len(word) + 1
            continue
        if form.isalpha() and (position == end or text[position] != ".") and form.lower() not in _JOINED:
            found.append((first, position))
            continue
        mark = form[0]
        if mark.isdigit():
            if form[-1].isdigit() and position < end and text[position].isalpha():
                letters = _NUMBER_WITH_LETTERS.match(text, position, end)
                if letters and _GLUED.search(form[-1] + letters.group()):
                    position = letters.end()
            elif "," in form and found and _DAY_AND_YEAR.fullmatch(form) and _MONTH_NAME.fullmatch(text, *found[-1]):
                comma = first + form.index(",")
                found += (first, comma), (comma, comma + 1)
                first = comma + 1
            found.append((first, position))
        elif (mark.isalpha() and len(form) > 1) or form == "I":
            cut = _pieces(form)
            amount = marked_amount(text, first, end) if cut is None and mark.isupper() and not form.isalpha() else None
            if amount is not None:
                sign, digits, position = amount
                found += (first, sign), (sign, digits)
                if digits < position:
                    found.append((digits, position))
            elif cut is not None:
                last = first
                for at in cut:
                    found.append((last, first + at))
                    last = first + at
                found.append((last, position))
            elif position < end and text[position] == "." and form.lower() in dotted:
                kind = dotted[form.lower()]
                if kind == "state":
                    position += of_state(text, first)
                elif kind != "number" or text[position + 1 : position + 3].strip()[:1].isdigit():
                    position += 1
                found.append((first, position))
            else:
                found.append((first, position))
        elif form == "v" and text[position : position + 2] == ". ":
            position += 1  # "Reed v. Holt"
            found.append((first, position))
        elif mark.isupper() and position < end and text[position] == "." and _initial(text, first, position, end):
            position += 1
            found.append((first, position))
        elif len(form) > 1 and mark in "'’" and form[1].isalpha() and form[1:].lower() not in word_class("clitics"):
            if form[1:].lower() in ("em", "til", "cause", "tis", "twas", "n"):
                found.append((first, position))
            else:  # an opening quotation mark before a word
                position = first + 1
                found.append((first, position))
        else:
            found.append((first, position))


@cache
def abbreviations() -> dict[str, str]:
    """Return abbreviation -> class (title, number, calendar, company, clock, last, final, state), as in the table."""
    return {row[0]: row[1] for row in rows("text", "abbreviations")}


def of_state(text: str, start: int) -> bool:
    """Tell whether a word that abbreviates a state stands where one does: `Dekalb, Ill.`, but not `He felt ill.`"""
    return text[start].isupper() and text[max(0, start - 2) : start] == ", " and text[start - 3 : start - 2].isalpha()


def _initial(text: str, start: int, end: int, last: int) -> bool:
    """Tell whether the capital letter is a name's initial: a space or another initial before, a letter after.

    The stop that ends the sentence, which ends at ``last``, is a token of its own: `vitamin C.`
    """
    after = text[end + 1 : min(end + 3, last)]
    alone = start == 0 or not text[start - 1].isalnum()
    return alone and bool(after) and (after[0].isupper() or (after[0] == " " and after[1:].isalpha()))


@cache
def _clitic_cut(form: str) -> tuple[int, ...] | None:
    lower = form.lower().replace("’", "'").replace("‘", "'")
    if lower in _JOINED:
        return (_JOINED[lower],)
    if "'" not in lower:
        return None
    if lower.endswith("n't") and len(lower) > 3:
        return (len(lower) - 3,)
    head, _, tail = lower.rpartition("'")
    if tail in word_class("clitics") and head:
        inner = _clitic_cut(form[: len(head)])
        return (*(inner or ()), len(head))
    return None


def _pieces(form: str) -> tuple[int, ...] | None:
    """Return where a word is cut into its clitics, or `Apr21` behind its month, else None; long junk is not kept."""
    if form[-1].isdigit():
        month = _MONTH_AND_NUMBER.match(form)
        return (month.end(),) if month else None
    if "'" not in form and "’" not in form and "‘" not in form and form[-1] not in "taTA":
        return None
    return _clitic_cut(form) if len(form) < 40 else None
