"""Read news articles, find what they claim: who did what to whom, quotes with speakers, dates and figures.

>>> import newsclaims
>>> article = newsclaims.extract("Lima severed ties with Mexico on Thursday.", date="2025-11-06")
>>> article.dates[0].value
'2025-11-06'
"""

from __future__ import annotations

from newsclaims import started  # noqa: F401 - before all else, which takes its time

# isort: split
from importlib import import_module
from typing import TYPE_CHECKING, Any

from newsclaims import bytecode  # noqa: F401 - before any other module of ours: it says where they are found
from newsclaims.batch import arrow_schema, extract_batches, extract_shard
from newsclaims.extract import extract, extract_many
from newsclaims.load import load
from newsclaims.model import Article, Failure

if TYPE_CHECKING:
    from newsclaims.checks import check
    from newsclaims.comparison.compare import compare
    from newsclaims.matching.match import match

__version__ = "0.1.0"
__all__ = [
    "Article", "Failure", "__version__", "arrow_schema", "check", "compare", "extract", "extract_batches",
    "extract_many", "extract_shard", "load", "match",
]  # fmt: skip

_LATER = {"check": "checks", "compare": "comparison.compare", "match": "matching.match"}
"""Functions whose modules are imported when they are first asked for: most programs only extract."""


def __getattr__(name: str) -> Any:
    """Return a function of the library that is imported on demand.

    Raises:
        AttributeError: when there is none of that name.
    """
    if name not in _LATER:
        raise AttributeError(f"module 'newsclaims' has no attribute {name!r}")
    return getattr(import_module(f"newsclaims.{_LATER[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_LATER})
