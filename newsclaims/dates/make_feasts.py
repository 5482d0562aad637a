"""Write ``lexicon/feasts.tsv`` and ``lexicon/feast_days.tsv``: feasts whose days follow the moon.

Run by hand, with ``holidays`` installed (it is not a dependency of the package)::

    python -m newsclaims.dates.make_feasts

The days are those of the calendars of python-holidays (MIT licence), which is corrected as days are announced; only
those that it holds to be exact are taken.  In countries that wait for the sight of the moon a feast may fall one day
off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

YEARS = range(1960, 2046)
HEAD = "# Source: python-holidays {version} (MIT licence), written by newsclaims/dates/make_feasts.py.\n"
FEASTS = {
    "islamic": {
        "ashura": "ashura|day of ashura",
        "eid_al_adha": "eid al-adha|eid ul-adha|eid al adha|id ul-adha|eid-al-adha|bakr id|bakrid|sacrifice feast"
        "|feast of sacrifice",
        "eid_al_fitr": "eid al-fitr|eid ul-fitr|eid al fitr|id al-fitr|eid-al-fitr",
        "hijri_new_year": "islamic new year|hijri new year|amun jadid",
        "isra_and_miraj": "isra and mi'raj|isra and miraj|isra mi'raj|ascension to heaven",
        "jumuatul_wida": "jumu'atul-wida|jamat ul-vida",
        "laylat_al_qadr": "laylat al-qadr|night of power|night of destiny|night of measures",
        "mawlid": "mawlid|milad un-nabi|prophet's birthday",
    },
    "hindu": {
        "basant_panchami": "basant panchami|vasant panchami",
        "buddha_purnima": "buddha purnima",
        "chhath_puja": "chhath|chhath puja|surya shashthi",
        "diwali_india+2": "bhai dooj|bhai duj",
        "diwali_india-2": "dhanteras|dhanatrayodashi",
        "diwali_india": "diwali|deepavali|lakshmi puja",
        "dussehra": "dussehra|vijayadashami",
        "ganesh_chaturthi": "ganesh chaturthi",
        "guru_gobind_singh_jayanti": "guru gobind singh jayanti|guru gobind singh birthday",
        "guru_nanak_jayanti": "guru nanak jayanti|gurpurab",
        "guru_ravidas_jayanti": "guru ravidas jayanti|guru ravidass jayanti",
        "gudi_padwa": "gudi padwa|ugadi|yugadi|samvatsaradi|chaitra sukhladi",
        "holi": "holi|phagwah",
        "holi-1": "holika dahan|kamudu pyre",
        "janmashtami": "janmashtami|krishna janmashtami|gokulashtami",
        "karwa_chauth": "karva chauth|karwa chauth",
        "maha_shivaratri": "maha shivaratri|mahashivratri",
        "maharshi_valmiki_jayanti": "valmiki jayanti|pargat diwas",
        "makar_sankranti": "makar sankranti|makara sankranthi|maghi",
        "naraka_chaturdashi": "choti diwali|naraka chaturdashi|kali chaudas",
        "onam": "onam|thiru onam|thiruvonam",
        "pongal": "pongal",
        "raksha_bandhan": "raksha bandhan|rakhi",
        "rath_yatra": "rath yatra|ratha-yatra|ratha yatra",
        "thaipusam": "thaipusam",
        "vaisakhi": "vaisakhi|vaishakhi|baisakhi",
    },
    "chinese": {
        "dragon_boat": "dragon boat festival",
        "lunar_new_year": "lunar new year|lunar new year's day|chinese new year|chinese new year's day"
        "|chinese lunar new year|chinese lunar new year's day",
        "mid_autumn": "mid-autumn festival",
        "qingming": "qingming|qingming festival|tomb-sweeping day",
    },
    "buddhist": {"vesak": "vesak|vesak day|buddha day"},
}


def days(calendar: Any, feast: str) -> Iterator[date]:
    """Yield the exact days of a feast, or so many days before or after it, in ``YEARS``."""
    feast, sign, number = re.fullmatch(r"([a-z_]+)([+-]?)(\d*)", feast, re.ASCII).groups()  # type: ignore[union-attr]
    away = timedelta(int(sign + number) if number else 0)
    for year in YEARS:
        several = getattr(calendar, feast + "_dates", None)
        found = several(year) if several else getattr(calendar, feast + "_date")(year)
        for day, exact in [found] if isinstance(found, tuple) else list(found):
            if exact and day is not None and day.year == year:
                yield day + away


def main() -> None:
    """Write both tables."""
    holidays = import_module("holidays")
    calendars = import_module("holidays.calendars")

    classes = {"islamic": "_IslamicLunar", "hindu": "_HinduLunisolar", "chinese": "_ChineseLunisolar"}
    names, dates = [], []
    for calendar_name, feasts in FEASTS.items():
        calendar = getattr(calendars, classes.get(calendar_name, "_BuddhistLunisolar"))()
        for feast, aliases in feasts.items():
            key = feast.replace("_", "-")
            names += [f"{alias}\t{key}" for alias in aliases.split("|")]
            dates.append(f"{key}\t" + " ".join(day.isoformat() for day in sorted(set(days(calendar, feast)))))
    folder = Path(__file__).parent / "lexicon"
    head = HEAD.format(version=holidays.__version__)
    text = "# Names of feasts that follow the moon, and the key of their days in feast_days.tsv.\n" + head
    (folder / "feasts.tsv").write_text(text + "\n".join(sorted(names)) + "\n", encoding="utf-8")
    text = "# The days of feasts that follow the moon, as far as they are known.\n" + head
    (folder / "feast_days.tsv").write_text(text + "\n".join(sorted(dates)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
