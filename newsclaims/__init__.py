"""Read news articles, find what they claim: who did what to whom, quotes with speakers, dates and figures.

>>> import newsclaims
>>> article = newsclaims.extract("Lima severed ties with Mexico on Thursday.", date="2025-11-06")
>>> article.dates[0].value
'2025-11-06'
"""

from __future__ import annotations

from newsclaims.batch import arrow_schema, extract_batches, extract_shard
from newsclaims.extract import extract, extract_many
from newsclaims.model import Article, Failure

__version__ = "0.1.0"
__all__ = [
    "Article", "Failure", "__version__", "arrow_schema", "extract", "extract_batches", "extract_many", "extract_shard",
]  # fmt: skip
