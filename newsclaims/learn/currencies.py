"""Write ``lexicon/currencies.tsv`` from CLDR: every ISO 4217 code with its English names and countries.

Run by hand, with ``babel`` installed (it is not a dependency of the package)::

    python -m newsclaims.learn.currencies

Symbols, nicknames, subunits and names that CLDR lacks stand in ``lexicon/currency_words.tsv``, which is kept by hand.
"""

from __future__ import annotations

from newsclaims.learn import needed, write_table

HEAD = """\
Currencies by ISO 4217 code: singular name, plural name, places where they are or were legal tender.
Source: Unicode CLDR via babel {version} (Unicode License v3), written by newsclaims/learn/currencies.py.
"""
_NOT_MONEY = ("XXX", "XTS", "XAG", "XAU", "XPD", "XPT", "XSU", "XUA", "XDR", "XRE", "XBA", "XBB", "XBC", "XBD")


def currency_rows() -> list[str]:
    """Return one tab-separated line a currency, sorted by code; codes whose name bears years are left out."""
    from babel import Locale  # type: ignore[import-not-found, unused-ignore]
    from babel.core import get_global  # type: ignore[import-not-found, unused-ignore]

    english = Locale("en")
    plurals = english._data["currency_names_plural"]
    places: dict[str, list[str]] = {}
    for territory, periods in get_global("territory_currencies").items():
        name = english.territories.get(territory)
        for code, _start, _end, tender in periods:
            if tender and name and name not in places.setdefault(code, []):
                places[code].append(name)
    found = []
    for code, name in sorted(english.currencies.items()):
        if "(" in name or code in _NOT_MONEY or code not in plurals:
            continue
        forms = plurals[code]
        found.append("\t".join((code, forms["one"], forms["other"], ", ".join(sorted(places.get(code, []))))))
    return found


def main() -> None:
    """Write the table beside this file."""
    version = needed("babel").__version__
    write_table("figures", "currencies", HEAD.format(version=version), currency_rows())


if __name__ == "__main__":
    main()
