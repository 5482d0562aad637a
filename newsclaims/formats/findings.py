"""Findings of checks for other programs: lines for editors and shells, GitHub's workflow commands, SARIF 2.1.0.

The line is that of compilers and linters, ``path:line:col: severity: message [rule]``, which editors jump to.  Lines
and columns count from one, columns in code points.  An article that is one of several in its file has no line of its
own there: its path is the file's, a ``#`` and its id, and lines count in its text.
"""

from __future__ import annotations

import json
import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from newsclaims.model import Article, Check, Span
from newsclaims.pathname import path_spelled
from newsclaims.text.records import name_of
from newsclaims.text.visible import visible

_LINE_END = re.compile(r"\r\n?|\n")
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span stands: lines and columns from one, the end behind its last code point."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Located:
    """One finding with its place in a file; ``record`` is the article's id where the file holds several."""

    path: str
    record: str | None
    check: Check
    places: tuple[Place, ...]
    fingerprint: str

    @property
    def name(self) -> str:
        """The path, of one of several articles with its id: `news.jsonl#a17`."""
        return self.path if self.record is None else f"{self.path}#{self.record}"


def located(article: Article) -> list[Located]:
    """Return the findings of an article with their places, in the order of the text."""
    if not article.checks:
        return []
    starts = [0, *(found.end() for found in _LINE_END.finditer(article.text))]

    def place(span: Span) -> Place:
        first, last = bisect_right(starts, span.start) - 1, bisect_right(starts, span.end) - 1
        return Place(first + 1, span.start - starts[first] + 1, last + 1, span.end - starts[last] + 1)

    path = article.source or article.id or "-"
    record = None if path == "-" or article.id in ("", path, name_of(path)) else article.id
    return [
        Located(path, record, item, tuple(map(place, item.spans)), fingerprint(article.id, item))
        for item in article.checks
    ]


def fingerprint(id: str, check: Check) -> str:
    """Return what tells a finding from others, in 16 hex digits: its rule, the article's id and the words it marks.

    It has no offsets, so it stays the same while the text around is edited; white space and marks are not looked at.
    """
    words = [" ".join(re.findall(r"\w+", span.text.casefold())) for span in check.spans]
    return sha256("\0".join([check.rule, id, *words]).encode("utf-8", "replace")).hexdigest()[:16]


def finding_line(found: Located) -> str:
    """Return one finding as a line without its end: `a.txt:3:14: error: … [checks.weekday-date]`."""
    first, item = found.places[0], found.check
    place = f"{visible(found.name)}:{first.line}:{first.column}"
    return f"{place}: {item.severity}: {visible(item.message)} [{item.rule}]"


def github_command(found: Located) -> str:
    """Return one finding as a workflow command of GitHub Actions, which shows it beside the line of a pull request.

    Per cent signs and line ends are escaped as its runner unescapes them, in properties colons and commas too.
    """
    first, item = found.places[0], found.check
    fields: dict[str, str | int] = {"file": _file(found.path)}
    if found.record is None:
        fields |= {"line": first.line, "col": first.column}
        if first.line == first.end_line:  # of more lines the runner takes no columns
            fields |= {"endLine": first.end_line, "endColumn": first.end_column}
    fields["title"] = item.rule
    listed = ",".join(f"{name}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}"
                      for name, value in fields.items())  # fmt: skip
    message = item.message if found.record is None else f"{found.record}: {item.message}"
    return f"::{_COMMANDS[item.severity]} {listed}::{_escaped(message)}"


def _file(path: str) -> str:
    """Return a path as other programs want it: slashes, and no dot before a relative one."""
    return os.path.normpath(path).replace(os.sep, "/")


def _uri(path: str) -> str:
    """Return the URI of an absolute path, the URI reference of a relative one."""
    return ("file://" if os.path.isabs(path) else "") + quote(_file(path_spelled(path)), errors="surrogateescape")


def _escaped(text: str) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible(text)


def sarif(findings: Iterable[Located], docs: Mapping[str, str], version: str) -> bytes:
    """Return one SARIF 2.1.0 log of one run; ``docs`` are the descriptions of the rules by their ids."""
    listed = list(findings)
    used = sorted({found.check.rule for found in listed})
    rules = [_rule(id, docs.get(id, "")) for id in used]
    driver: dict[str, Any] = {"name": "newsclaims", "version": version, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(found, used.index(found.check.rule)) for found in listed],
    }
    log = {"$schema": _SARIF, "version": "2.1.0", "runs": [run]}
    return (json.dumps(log, ensure_ascii=True, indent=1) + "\n").encode()


def _rule(id: str, doc: str) -> dict[str, Any]:
    short, _, rest = doc.strip().partition("\n")
    rule: dict[str, Any] = {"id": id, "shortDescription": {"text": short or id}}
    if rest.strip():
        rule["fullDescription"] = {"text": " ".join(doc.split())}
    return rule


def _result(found: Located, rule: int) -> dict[str, Any]:
    item = found.check
    locations = [_location(found, span, place) for span, place in zip(item.spans, found.places, strict=True)]
    result: dict[str, Any] = {
        "ruleId": item.rule, "ruleIndex": rule, "level": item.severity, "message": {"text": item.message},
        "locations": locations[:1], "partialFingerprints": {"newsclaims/v1": found.fingerprint},
    }  # fmt: skip
    if locations[1:]:
        result["relatedLocations"] = [{"id": at, **one} for at, one in enumerate(locations[1:], 1)]
    return result


def _location(found: Located, span: Span, place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(found.path)}}
    location: dict[str, Any] = {"physicalLocation": physical}
    if found.record is None:
        physical["region"] = {
            "startLine": place.line, "startColumn": place.column, "endLine": place.end_line,
            "endColumn": place.end_column, "snippet": {"text": span.text},
        }  # fmt: skip
    else:  # its offsets are none of the file
        location["logicalLocations"] = [{"name": found.record, "kind": "object"}]
        location["message"] = {"text": f"line {place.line}, column {place.column} of its text: {span.text}"}
    return location
