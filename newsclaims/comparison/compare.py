"""Reports of one event side by side: what they agree on, where they contradict each other, what only one has.

Statements are aligned first, by who did what to whom; only what hangs on aligned statements is compared.  A value
contradicts another only where neither report gives the other's value for the same thing.  Precision
comes before recall.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations

from newsclaims.comparison.model import Agreement, Comparison, Difference, Place
from newsclaims.comparison.only import only
from newsclaims.comparison.rows import rows
from newsclaims.facts.alignment import align
from newsclaims.facts.compared import Found, compared
from newsclaims.facts.reading import sentences, statements
from newsclaims.facts.statement import Statement
from newsclaims.facts.values import Value
from newsclaims.isolation import isolated
from newsclaims.model import Article, Failure, Figure, Span

_LIST = ("figure", "date", "name", "actor", "polarity", "quote-wording", "quote-speaker")


def compare(articles: Sequence[Article], failures: list[Failure] | None = None) -> Comparison:
    """Compare every article with every other, in the order given.

    A pair that cannot be compared is a failure in ``failures``; without such a list its error is raised.
    """
    groups = [statements(article) for article in articles]
    alignment = align(groups)
    found: list[Found] = []
    for one, other in combinations(range(len(articles)), 2):
        work = partial(compared, alignment, one, other)
        if failures is None:
            found += work()
            continue
        source = f"{articles[one].source}, {articles[other].source}"
        tried = isolated(work, articles[other].id, source)
        if isinstance(tried, Failure):
            failures.append(tried)
        else:
            found += tried
    told = sorted(_differences(found), key=lambda item: (item.places[0].article, item.places[1].article,
                                                         item.places[0].start))  # fmt: skip
    alone = only(articles, align([sentences(article) for article in articles]), found)
    return Comparison(tuple(articles), tuple(rows(found)), tuple(told), tuple(_agreements(found)), tuple(alone))


def _place(article: int, item: Statement, span: Span | Value | None = None) -> Place:
    if span is None:
        return Place(article, item.text, item.start, item.end, item.sentence)
    return Place(article, span.text, span.start, span.end, item.sentence)


def _differences(found: Sequence[Found]) -> Iterator[Difference]:
    """Yield what contradicts, what is told twice in a report once: where the statements are most alike."""
    done: set[tuple[object, ...]] = set()
    for item in sorted(found, key=lambda item: -item.pair.score):
        for told in item.told:
            if not told.contradiction or told.kind not in _LIST:
                continue
            one, other = item.pair.groups
            value = told.kind in ("figure", "date")
            key = (
                one,
                other,
                told.kind,
                told.message.casefold() if value else (item.one.sentence, item.other.sentence),
            )
            if key not in done:
                done.add(key)
                places = (_place(one, item.one, told.one), _place(other, item.other, told.other))
                yield Difference(told.kind, told.message, places)  # type: ignore[arg-type]


def _agreements(found: Sequence[Found]) -> Iterator[Agreement]:
    """Yield claims, quotes, figures and dates that two reports tell alike, once for each place of the first."""
    done: set[tuple[object, ...]] = set()
    for item in found:
        one, other = item.pair.groups
        alike = [("quote" if item.one.said else "claim", None, None)] if item.alike else []
        values = [("figure" if isinstance(match.one, Figure) else "date", match.one, match.other)
                  for match in item.values]  # fmt: skip
        for kind, mine, yours in (*alike, *values):
            place = _place(one, item.one, mine)
            if (kind, one, other, place.start, place.end) not in done:
                done.add((kind, one, other, place.start, place.end))
                yield Agreement(kind, (place, _place(other, item.other, yours)))  # type: ignore[arg-type]
