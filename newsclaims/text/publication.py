"""Publication lines: a line that says nothing but when, by whom and where an article came out.

`(Published Monday, Nov. 18, 2019)`, `Posted 5:00 PM, Nov 18, 2019`, `By Jane Doe, Nov. 18, 2019`, `November 18, 2019 /
5:30 PM / CBS News`, `Updated 8:04 pm CST, Tuesday, November 19, 2019`.
"""

from __future__ import annotations

import re
from typing import Final

from newsclaims.pattern import compiled

LONGEST: Final = 160  # code points
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_NAME: Final = r"(?-i:[A-Z][\w.'’-]{0,24}+)"
_WORDS: Final = rf"{_NAME}(?:\s(?:{_NAME}|of|the|and|for|de|van|von|&)){{0,7}}"
_ISO: Final = r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?"
_PIECE: Final = compiled(
    rf"""
    (?P<date> {_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}} | \d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?\s\d{{4}}
        | {_ISO} | \d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}} )
  | (?P<label> (?:(?:this|the)\s(?:story|article|post)\swas\s)? (?:(?:first|originally|last)\s)?
        (?:published|posted|updated|modified|created|uploaded|publication\sdate|release\sdate|pubdate|date)
        (?:\s(?:on|at))?\b:? )
  | (?P<author> (?:(?:story|words?|report|written)\s)?by\s{_WORDS} | \A{_WORDS}(?=\s[|•·]) )
  | (?P<other> (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?
        | \d{{1,2}}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)? | \d{{1,2}}\s?[ap]\.?m\b\.?
        | \d{{1,3}}[\s-](?:min(?:ute)?s?|hours?|days?)(?:\s(?:read|ago))?
        | (?-i:[A-Z]{{1,2}}[SD]?T|UTC|GMT|IST|PKT|WAT|SAST|CET|CEST|BST)\b )
  | (?P<mark> [\s,;|/·•–—()\[\]-]++ | at\b | on\b | and\b )
  | (?P<outlet> (?<=/\s){_WORDS} )
  | (?P<beside> (?<=[|·•,–—-]\s){_WORDS} )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def publication_line(line: str) -> bool:
    """Tell whether a line is made of a full date and of what stands beside it in publication lines, and of no more.

    Names stand behind `by`, before `|` or behind `/`, others (`Nov. 23, 2019 | Town Hall`) only beside these or a
    label such as `Posted`; two dates need a label that tells them apart.
    """
    groups: list[str | None] = []
    at = 0
    line = line.rstrip(". ")
    while at < len(line):
        found = _PIECE.match(line, at)
        if found is None or found.end() == at:
            return False
        groups.append(found.lastgroup)
        at = found.end()
    dates, labels = groups.count("date"), groups.count("label")
    named = "beside" not in groups or labels or "author" in groups
    return bool(named) and (dates == 1 or 0 < dates <= labels + 1)
