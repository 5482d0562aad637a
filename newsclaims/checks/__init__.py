"""Checks: inconsistencies inside one article, as a careful desk editor would mark them.

A rule is a function from a ``Reading`` to findings.  It compares what the article says with the calendar, with
arithmetic and with itself; it never knows whether a statement is true.  Precision comes before recall: a rule keeps
silent where another reading of the sentence would make it right.
"""

from __future__ import annotations

from newsclaims.fields import changed
from newsclaims.model import Article, Check


def check(article: Article) -> Article:
    """Return the article with ``checks`` filled, in the order of the text."""
    from newsclaims.checks.reading import Reading
    from newsclaims.checks.registry import rules

    if article.language != "en" and not (article.claims or article.dates or article.figures):
        return article
    reading = Reading(article)
    found = set()
    for item in rules():
        for finding in item.apply(reading):
            first = min(span.start for span in finding.spans)
            found.add((first, item.id, finding))
    order = sorted(found, key=lambda entry: (entry[0], entry[1], entry[2].message, entry[2].spans[-1].start))
    checks = [
        Check(
            f"k{number}", id, finding.severity, finding.message, reading.sentence(finding.spans[0].start), finding.spans
        )
        for number, (_, id, finding) in enumerate(order, 1)
    ]
    return changed(article, checks=tuple(checks))
