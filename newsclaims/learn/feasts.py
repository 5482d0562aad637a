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

from newsclaims.learn import needed, table_path

YEARS = range(1960, 2046)
HEAD = "# Source: python-holidays {version} (MIT licence), written by newsclaims/learn/feasts.py.\n"
FEASTS = {
    "islamic": {
        "arbaeen": "arbaeen|arba'een|arbain",
        "ashura": "ashura|day of ashura",
        "eid_al_adha": "eid al-adha|eid ul-adha|eid al adha|id ul-adha|eid-al-adha|eid-ul-adha|eid ul-azha|eid-ul-azha"
        "|bakr id|bakrid|bakra eid|sacrifice feast|feast of sacrifice|feast of the sacrifice|hari raya haji",
        "eid_al_fitr": "eid al-fitr|eid ul-fitr|eid al fitr|id al-fitr|eid-al-fitr|eid-ul-fitr|eid ul fitr|id-ul-fitr"
        "|hari raya aidilfitri|hari raya puasa",
        "eid_al_ghadir": "eid al-ghadir|eid al-ghadeer",
        "hijri_new_year": "islamic new year|hijri new year|amun jadid",
        "isra_and_miraj": "isra and mi'raj|isra and miraj|isra mi'raj|ascension to heaven|night journey"
        "|the prophet's ascension|prophet's ascension|ascension of the prophet|shab-e-miraj|lailat al miraj",
        "jumuatul_wida": "jumu'atul-wida|jamat ul-vida",
        "laylat_al_qadr": "laylat al-qadr|laylat al qadr|laylatul qadr|shab-e-qadr|night of power|night of destiny"
        "|night of measures",
        "mawlid": "mawlid|mawlid al-nabi|milad un-nabi|milad-un-nabi|eid-e-milad|eid milad-un-nabi|prophet's birthday"
        "|prophet muhammad's birthday|birthday of the prophet",
        "tasua": "tasua|day of tasua",
    },
    "hindu": {
        "anant_chaturdashi": "anant chaturdashi",
        "basant_panchami": "basant panchami|vasant panchami|saraswati puja",
        "bathukamma": "bathukamma",
        "bonalu": "bonalu",
        "buddha_purnima": "buddha purnima",
        "chhath_puja": "chhath|chhath puja|surya shashthi",
        "dattatreya_jayanti": "dattatreya jayanti|datta jayanti",
        "dev_diwali": "dev diwali|dev deepawali|kartik purnima",
        "diwali_india+2": "bhai dooj|bhai duj|bhau beej",
        "diwali_india-2": "dhanteras|dhanatrayodashi",
        "diwali_india": "diwali|deepavali|deepawali|lakshmi puja|laxmi puja",
        "dussehra": "dussehra|vijayadashami|vijaya dashami|dasara",
        "ganesh_chaturthi": "ganesh chaturthi|vinayaka chaturthi",
        "govardhan_puja": "govardhan puja",
        "guru_gobind_singh_jayanti": "guru gobind singh jayanti|guru gobind singh birthday"
        "|guru gobind singh's birthday",
        "guru_nanak_jayanti": "guru nanak jayanti|gurpurab|guru nanak gurpurab",
        "guru_purnima": "guru purnima",
        "guru_ravidas_jayanti": "guru ravidas jayanti|guru ravidass jayanti",
        "gudi_padwa": "gudi padwa|ugadi|yugadi|samvatsaradi|chaitra sukhladi",
        "hanuman_jayanti": "hanuman jayanti",
        "hartalika_teej": "hartalika teej",
        "hola_mohalla": "hola mohalla",
        "holi": "holi|phagwah|dhulandi",
        "holi-1": "holika dahan|kamudu pyre|chhoti holi",
        "janmashtami": "janmashtami|krishna janmashtami|gokulashtami|krishnashtami",
        "kali_puja": "kali puja",
        "karwa_chauth": "karva chauth|karwa chauth",
        "maha_ashtami": "maha ashtami|durga ashtami",
        "maha_navami": "maha navami",
        "maha_shivaratri": "maha shivaratri|mahashivratri|maha shivratri|shivaratri",
        "maharana_pratap_jayanti": "maharana pratap jayanti",
        "maharshi_valmiki_jayanti": "valmiki jayanti|maharishi valmiki jayanti|pargat diwas",
        "mahavir_jayanti": "mahavir jayanti|mahaveer jayanti",
        "makar_sankranti": "makar sankranti|makara sankranthi|makara sankranti|sankranthi|maghi",
        "naag_panchami": "nag panchami|naag panchami",
        "naraka_chaturdashi": "choti diwali|chhoti diwali|naraka chaturdashi|kali chaudas",
        "onam": "onam|thiru onam|thiruvonam",
        "parshuram_jayanti": "parshuram jayanti|parashurama jayanti",
        "pohela_boishakh": "pohela boishakh|poila boishakh|poila baisakh|bengali new year",
        "pohela_boishakh+24": "rabindra jayanti|rabindranath jayanti|rabindra jayanthi",
        "pongal": "pongal",
        "pongal-1": "bhogi|bhogi pongal|bogi pongal",
        "pongal+1": "mattu pongal|maattu pongal",
        "pongal+2": "kaanum pongal|kanum pongal|kanni pongal",
        "puthandu": "puthandu|tamil new year",
        "raksha_bandhan": "raksha bandhan|rakhi",
        "ram_navami": "ram navami|rama navami|ramnavami",
        "rath_yatra": "rath yatra|ratha-yatra|ratha yatra|jagannath rath yatra",
        "swami_dayanand_saraswati_jayanti": "dayananda saraswati jayanti|dayanand saraswati jayanti|saraswati jayanti"
        "|maharishi dayanand saraswati jayanti|swami dayananda saraswati jayanti",
        "thaipusam": "thaipusam",
        "tulsidas_jayanti": "tulsidas jayanti",
        "vaisakhi": "vaisakhi|vaishakhi|baisakhi|vasakhi",
        "varalakshmi_vratam": "varalakshmi vratam",
        "vishu": "vishu",
        "vishwakarma_puja": "vishwakarma puja",
    },
    "chinese": {
        "buddha_birthday": "buddha's birthday",
        "double_ninth": "double ninth festival|chung yeung festival|chung yeung",
        "dragon_boat": "dragon boat festival|tuen ng festival",
        "lunar_new_year": "lunar new year|lunar new year's day|chinese new year|chinese new year's day"
        "|chinese lunar new year|chinese lunar new year's day|seollal",
        "lunar_new_year-1": "lunar new year's eve|chinese new year's eve",
        "lunar_new_year+14": "lantern festival",
        "mid_autumn": "mid-autumn festival|mooncake festival|chuseok",
        "qingming": "qingming|qingming festival|tomb-sweeping day|ching ming festival|ching ming",
    },
    "buddhist": {"vesak": "vesak|vesak day|wesak|wesak day|buddha day"},
}
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
    for calendar_name, feasts in FEASTS.items():
        calendar = getattr(calendars, classes.get(calendar_name, "_BuddhistLunisolar"))()
        for feast, aliases in feasts.items():
            key = feast.replace("_", "-")
            names += [f"{alias}\t{key}" for alias in aliases.split("|")]
            dates.append(f"{key}\t" + " ".join(day.isoformat() for day in sorted(set(days(calendar, feast)))))
    head = HEAD.format(version=holidays.__version__)
    text = "# Names of feasts that follow the moon, and the key of their days in feast_days.tsv.\n" + head
    table_path("dates", "feasts").write_text(text + "\n".join(sorted(names)) + "\n", encoding="utf-8")
    text = "# The days of feasts that follow the moon, as far as they are known.\n" + head
    table_path("dates", "feast_days").write_text(text + "\n".join(sorted(dates)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
