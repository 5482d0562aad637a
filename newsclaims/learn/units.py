"""Write ``lexicon/units.tsv``: units of measure with their symbols and all their English names.

Run by hand, with ``babel`` installed (it is not a dependency of the package)::

    python -m newsclaims.learn.units

Names come from CLDR (American and British spelling, singular and plural); ``lexicon/news_units.tsv`` is kept by hand
and adds what news uses and CLDR lacks (``barrels per day``, ``sq m``, ``bhp``).  The symbol is CLDR's short form
written with plain characters (``m2``, ``ft3``), or the name where running text uses that (``acre``).
"""

from __future__ import annotations

import re
from typing import Any

from newsclaims.learn import needed, write_table

HEAD = """\
Units of measure: symbol, dimension, names (any place after a number), forms that must stand glued to the digits.
Source: Unicode CLDR via babel {version} (Unicode License v3), written by newsclaims/learn/units.py.
"""
# not measures of news, or ordinary words: "two items", "a night", "Beaufort", "a pinch"
_LEFT_OUT = re.compile(
    r"^(duration|graphics-(em|dot)|concentr-(item|percent|permille|permyriad|mole|karat$)|length-(point|solar|earth)|"
    r"volume-(drop|jigger|pinch|dessert|.*imperial|.*metric)|light-solar|.*imperial|angle-rev|acceleration-g|speed-(beau|light)|"
    r"length-(picometer|mile-scand)|energy-therm|force-kilowatt|mass-(earth|solar|grain)|temperature-generic|consumption-liter-per-k|pressure-gasoline|.*glucose|length-rin|.*-jp|.*-person)"
)
_SYMBOL = {
    "acre": "acre", "karat": "karat", "carat": "carat", "pint": "pint", "quart": "quart", "cup": "cup",
    "dunam": "dunam", "tablespoon": "tablespoon", "teaspoon": "teaspoon", "bushel": "bushel", "degree": "°",
    "square-foot": "ft2", "square-mile": "mi2", "newton-meter": "Nm", "pound-force-foot": "lb-ft", "radian": "radian",
    "tonne": "t", "ton": "ton", "metric-ton": "t", "megabit-per-second": "Mbit/s", "ohm": "ohm", "calorie": "cal",
    "foodcalorie": "cal", "dram": "dram", "fluid-ounce": "floz", "stone": "stone", "acre-foot": "acre-ft",
    "light-year": "ly",
}  # fmt: skip
# one letter, or also an English word: a unit only when it touches the digits ("5m", "12in")
_GLUED = re.compile(
    r"^(?:.|in|at|mi|pt|st|bars?|cd|ac|em|oz t|th|mb|kt|qt|bits?|rem|tn|fur|au|bu|da|fth)$", re.IGNORECASE
)


def _forms(patterns: Any, width: str) -> list[str]:
    found = patterns.get(width, {})
    return [str(found[key]).replace("{0}", "").strip() for key in ("one", "other") if key in found]


def unit_rows() -> list[str]:
    """Return one tab-separated line a unit, sorted by symbol."""
    from babel import Locale  # type: ignore[import-not-found, unused-ignore]

    american, british = (Locale(*name)._data["unit_patterns"] for name in (("en",), ("en", "GB")))
    found: dict[str, tuple[str, dict[str, None], dict[str, None]]] = {}
    for key in sorted(american):
        dimension, _, name = key.partition("-")
        if not name or _LEFT_OUT.match(key) or not hasattr(american[key], "get") or "long" not in american[key]:
            continue
        short = _forms(american[key], "short")
        symbol = _SYMBOL.get(name) or short[-1].replace("²", "2").replace("³", "3").replace("μ", "µ")
        _, names, glued = found.setdefault(symbol, (dimension, {}, {}))
        for form in [*_forms(american[key], "long"), *_forms(british[key], "long"), *short]:
            plain = form.replace("-", " ")
            if plain and "Imp" not in plain and "US " not in plain and plain != "K":  # "50K" is a thousand
                (glued if _GLUED.match(plain) else names)[plain] = None
    return [
        "\t".join((symbol, dimension, ", ".join(names), ", ".join(glued)))
        for symbol, (dimension, names, glued) in sorted(found.items())
    ]


def main() -> None:
    """Write the table beside this file."""
    version = needed("babel").__version__
    write_table("figures", "units", HEAD.format(version=version), unit_rows())


if __name__ == "__main__":
    main()
