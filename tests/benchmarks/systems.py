"""The systems that the benchmark of speed compares, each run over articles in a process of its own.

    python tests/benchmarks/systems.py NAME ARTICLES.jsonl
    python tests/benchmarks/systems.py --installed

The first prints how many things the system found, the second for each system the version that is installed, or what is
missing.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from importlib.metadata import PackageNotFoundError, version

Work = Callable[[Iterable[str]], int]


def spacy_model() -> str:
    """Return the name of the small English model that is installed.

    Raises:
        LookupError: when none is.
    """
    from spacy.util import get_installed_models

    for name in sorted(get_installed_models()):
        if name.startswith("en_core_web_sm"):
            return str(name)
    raise LookupError("no small English model of spaCy (en_core_web_sm)")


def spacy(texts: Iterable[str]) -> int:
    """Parse and names, as the model does them."""
    from spacy import load

    return sum(len(document.ents) for document in load(spacy_model()).pipe(texts))


def textacy(texts: Iterable[str]) -> int:
    """The same, and who did what to whom by textacy's rules on the parse."""
    from spacy import load
    from textacy.extract import subject_verb_object_triples

    documents = load(spacy_model()).pipe(texts)
    return sum(len(document.ents) + len(list(subject_verb_object_triples(document))) for document in documents)


def quantulum3(texts: Iterable[str]) -> int:
    """Figures with units; without the classifier, which newer versions of scikit-learn cannot load."""
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False
    return sum(len(parser.parse(text)) for text in texts)


def dateparser(texts: Iterable[str]) -> int:
    """Dates in text."""
    from dateparser.search import search_dates

    return sum(len(search_dates(text, languages=["en"]) or ()) for text in texts)


def recognizers_dates(texts: Iterable[str]) -> int:
    """Dates, times and durations."""
    from recognizers_date_time import recognize_datetime

    return sum(len(recognize_datetime(text, "en-us")) for text in texts)


def recognizers_figures(texts: Iterable[str]) -> int:
    """Numbers, ordinals, percentages, money, dimensions, temperatures and ages."""
    from recognizers_number import recognize_number, recognize_ordinal, recognize_percentage
    from recognizers_number_with_unit import (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )  # fmt: skip

    every = (
        recognize_number, recognize_ordinal, recognize_percentage, recognize_age, recognize_currency,
        recognize_dimension, recognize_temperature,
    )  # fmt: skip
    return sum(len(recognize(text, "en-us")) for text in texts for recognize in every)


SYSTEMS: dict[str, tuple[Work, str, str]] = {
    "spacy": (spacy, "spacy", "spaCy {}, small model: parse and names"),
    "textacy": (textacy, "textacy", "the same with triples of textacy {}"),
    "quantulum3": (quantulum3, "quantulum3", "quantulum3 {} (figures)"),
    "dateparser": (dateparser, "dateparser", "dateparser {}, search (dates)"),
    "recognizers-dates": (recognizers_dates, "recognizers-text-date-time", "Recognizers-Text {} (dates)"),
    "recognizers-figures": (recognizers_figures, "recognizers-text-number-with-unit", "Recognizers-Text {} (figures)"),
}
"""Name -> what it does with texts, the package that it needs, and what the table calls it with its version."""


def installed() -> dict[str, str]:
    """Return for every system the version that is installed; of others a text that begins with "-"."""
    found = {}
    for name, (_, package, _) in SYSTEMS.items():
        try:
            found[name] = version(package)
            if package in ("spacy", "textacy"):
                spacy_model()
        except PackageNotFoundError:
            found[name] = f"- {package} is not installed"
        except LookupError as error:
            found[name] = f"- {error}"
    return found


def main() -> None:
    """Do what the arguments say."""
    if sys.argv[1:] == ["--installed"]:
        print(json.dumps(installed()))
        return
    name, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        print(SYSTEMS[name][0](json.loads(line)["text"] for line in file))


if __name__ == "__main__":
    main()
