"""Sentences that have no type; those of each type and near misses are in ``sentences/examples.md``."""

from __future__ import annotations

import newsclaims


def test_bylines_have_no_type() -> None:
    article = newsclaims.extract("Prices rose 5% last year.\n\nSource: Reuters")
    assert article.sentences[0].type == "statistic"
    assert article.sentences[-1].type is None
