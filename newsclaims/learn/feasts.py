"""Write ``lexicon/feasts.tsv`` and ``lexicon/feast_days.tsv``: feasts whose days follow the moon.

Run by hand, with ``holidays`` installed (it is not a dependency of the package)::

    python -m newsclaims.learn.feasts

The days are those of the calendars of python-holidays (MIT licence), which is corrected as days are announced; only
those that it holds to be exact are taken.  In countries that wait for the sight of the moon a feast may fall one day
off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from newsclaims.learn import needed, write_table
from newsclaims.table import rows

YEARS = range(1960, 2046)
HEAD = "Source: python-holidays {version} (MIT licence), written by newsclaims/learn/feasts.py."
RECKONED = {"qingming"}  # a solar term: the formula that the library uses for it does not depend on a sighting


def days(calendar: Any, feast: str) -> Iterator[date]:
    """Yield the exact days of a feast, or so many days before or after it, in ``YEARS``."""
    feast, sign, number = re.fullmatch(r"([a-z_]+)([+-]?)(\d*)", feast, re.ASCII).groups()  # type: ignore[union-attr]
    away = timedelta(int(sign + number) if number else 0)
    for year in YEARS:
        several = getattr(calendar, feast + "_dates", None)
        found = several(year) if several else getattr(calendar, feast + "_date")(year)
        for day, exact in [found] if isinstance(found, tuple) else list(found):
            if (exact or feast in RECKONED) and day is not None and day.year == year:
                yield day + away


def main() -> None:
    """Write both tables."""
    holidays = needed("holidays")
    calendars = needed("holidays.calendars")

    classes = {"islamic": "_IslamicLunar", "hindu": "_HinduLunisolar", "chinese": "_ChineseLunisolar"}
    names, dates = [], []
    for calendar_name, feast, aliases in rows("learn", "feasts"):
        calendar = getattr(calendars, classes.get(calendar_name, "_BuddhistLunisolar"))()
        key = feast.replace("_", "-")
        names += [f"{alias}\t{key}" for alias in aliases.split("|")]
        dates.append(f"{key}\t" + " ".join(day.isoformat() for day in sorted(set(days(calendar, feast)))))
    source = HEAD.format(version=holidays.__version__)
    head = "Names of feasts that follow the moon, and the key of their days in feast_days.tsv.\n"
    write_table("dates", "feasts", head + source, names)
    head = "The days of feasts that follow the moon, as far as they are known.\n"
    write_table("dates", "feast_days", head + source, dates)


if __name__ == "__main__":
    main()
