"""Which language a text is in: English is read, everything else gives no facts and says so."""

from __future__ import annotations

import pytest
from test_schema import VALIDATOR, check

import newsclaims
from newsclaims.model import Article
from newsclaims.text.document import read_document
from newsclaims.words.language import language_of
from newsclaims.words.sentence import analyse

FOREIGN = {
    "de": (
        "Der Stadtrat von Wiesental hat am Dienstag den Bau einer neuen Brücke beschlossen, die den alten"
        " Übergang aus dem Jahr 1931 ersetzen soll. Bürgermeisterin Anke Rohde sagte, die Kosten von 14 "
        "Millionen Euro würden zwischen dem Land und der Stadt geteilt.\n\n"
        "„Wir haben zu lange gewartet“, sagte sie nach der Sitzung. Die Opposition kritisierte, dass der "
        "Plan keine Radwege vorsehe."
    ),
    "fr": (
        "Le conseil municipal de Brévalles a approuvé mardi la construction d’un nouveau pont qui doit "
        "remplacer l’ouvrage de 1931. La maire, Anne Rochat, a déclaré que les 14 millions d’euros "
        "seraient partagés entre la région et la ville.\n\n"
        "« Nous avons attendu trop longtemps », a-t-elle dit après la séance. L’opposition regrette que "
        "le projet ne prévoie pas de pistes cyclables."
    ),
    "es": (
        "El ayuntamiento de Valdehierro aprobó el martes la construcción de un nuevo puente que "
        "reemplazará al de 1931. La alcaldesa, Ana Rosales, dijo que los 14 millones de euros se "
        "repartirán entre la región y la ciudad.\n\n"
        "“Hemos esperado demasiado”, afirmó tras la sesión. La oposición lamentó que el proyecto no "
        "incluya carriles para bicicletas."
    ),
    "it": (
        "Il consiglio comunale di Valferro ha approvato martedì la costruzione di un nuovo ponte che "
        "sostituirà quello del 1931. La sindaca, Anna Rosati, ha detto che i 14 milioni di euro saranno "
        "divisi tra la regione e la città.\n\n"
        "«Abbiamo aspettato troppo», ha aggiunto dopo la seduta. L’opposizione si è lamentata perché il "
        "progetto non prevede piste ciclabili."
    ),
    "pt": (
        "A câmara municipal de Valferro aprovou na terça-feira a construção de uma nova ponte que vai "
        "substituir a de 1931. A presidente, Ana Rosas, disse que os 14 milhões de euros serão divididos "
        "entre a região e a cidade.\n\n"
        "“Esperámos demasiado tempo”, afirmou depois da sessão. A oposição lamentou que o projeto não "
        "preveja ciclovias."
    ),
    "nl": (
        "De gemeenteraad van Westerdal heeft dinsdag ingestemd met de bouw van een nieuwe brug die de "
        "oude uit 1931 moet vervangen. Burgemeester Anke Roos zei dat de kosten van 14 miljoen euro "
        "worden gedeeld door de provincie en de stad.\n\n"
        "„We hebben te lang gewacht”, zei ze na de vergadering. De oppositie vindt het jammer dat er geen"
        " fietspaden in het plan staan."
    ),
    "sv": (
        "Kommunfullmäktige i Västerdal beslutade på tisdagen att bygga en ny bro som ska ersätta den "
        "gamla från 1931. Kommunalrådet Anna Roos sade att kostnaden på 14 miljoner euro ska delas mellan"
        " regionen och staden.\n\n"
        "”Vi har väntat för länge”, sade hon efter mötet. Oppositionen beklagade att det inte finns några"
        " cykelvägar i planen."
    ),
    "pl": (
        "Rada miasta Zalesie zatwierdziła we wtorek budowę nowego mostu, który ma zastąpić stary z 1931 "
        "roku. Burmistrz Anna Rogala powiedziała, że koszt 14 milionów euro zostanie podzielony między "
        "województwo i miasto.\n\n"
        "„Czekaliśmy zbyt długo” – powiedziała po posiedzeniu. Opozycja żałuje, że w planie nie ma "
        "ścieżek rowerowych."
    ),
    "tr": (
        "Belediye meclisi salı günü 1931 yılında yapılan eski köprünün yerine yeni bir köprü yapılmasını "
        "onayladı. Belediye başkanı Ayla Rüstem, 14 milyon avroluk maliyetin il ile şehir arasında "
        "paylaşılacağını söyledi.\n\n"
        "“Çok uzun süre bekledik” dedi. Muhalefet ise planda bisiklet yolu olmadığı için kararı "
        "eleştirdi."
    ),
    "ru": (
        "Городской совет Железногорска во вторник одобрил строительство нового моста, который заменит "
        "старый, построенный в 1931 году. Мэр Анна Розова сказала, что расходы в 14 миллионов евро "
        "поделят область и город.\n\n"
        "«Мы ждали слишком долго», — сказала она после заседания."
    ),
    "uk": (
        "Міська рада у вівторок схвалила будівництво нового мосту, який замінить старий, збудований у "
        "1931 році. Мер Анна Рожко сказала, що витрати у 14 мільйонів євро поділять область і місто.\n\n"
        "«Ми чекали надто довго», — сказала вона після засідання."
    ),
    "el": (
        "Το δημοτικό συμβούλιο ενέκρινε την Τρίτη την κατασκευή νέας γέφυρας που θα αντικαταστήσει την "
        "παλιά του 1931. Η δήμαρχος Άννα Ρόδου είπε ότι τα 14 εκατομμύρια ευρώ θα μοιραστούν."
    ),
    "ar": (
        "وافق مجلس المدينة يوم الثلاثاء على بناء جسر جديد يحل محل الجسر القديم الذي بني عام 1931. وقالت "
        "رئيسة البلدية إن التكلفة البالغة 14 مليون يورو ستقسم بين المحافظة والمدينة."
    ),
    "he": (
        "מועצת העיר אישרה ביום שלישי את בניית הגשר החדש שיחליף את הגשר הישן משנת 1931. ראש העיר אמרה כי "
        "העלות של 14 מיליון אירו תחולק בין המחוז לעיר."
    ),
    "hi": (
        "नगर परिषद ने मंगलवार को 1931 में बने पुराने पुल की जगह नए पुल के निर्माण को मंजूरी दी। महापौर ने"
        " कहा कि 14 मिलियन यूरो की लागत राज्य और शहर के बीच बांटी जाएगी।"
    ),
    "ko": (
        "시의회는 화요일 1931년에 지어진 낡은 다리를 대체할 새 다리의 건설을 승인했다. "
        "시장은 1400만 유로의 비용을 도와 시가 나누어 부담할 것이라고 말했다."
    ),
    "ja": (
        "市議会は火曜日、1931年に建設された古い橋に代わる新しい橋の建設を承認した。市長は、1400万ユーロの費用は県と市で分担すると述べた。"
    ),
    "zh": (
        "市议会周二批准修建一座新桥,以取代1931年建成的旧桥。市长安娜表示,1400万欧元的费用将由省和市分担。她在会后说:“我们等得太久了。”"
    ),
    "th": ("สภาเมืองอนุมัติเมื่อวันอังคารให้สร้างสะพานใหม่แทนสะพานเก่าที่สร้างในปี 1931 นายกเทศมนตรีกล่าวว่าค่าใช้จ่าย 14 ล้านยูโรจะแบ่งกัน"),
}

NO_PROSE = {
    "filler": (
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore"
        " magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea."
    ),
    "numbers": " ".join(str(number * 37 % 911) for number in range(90)),
    "table": "\n".join(
        f"Town{number}\t38\t{number}\t{38 - number}\t0\t{2 * number}\t{number + 9}" for number in range(20)
    ),
    "python": (
        "def files(path):\n    for name in os.listdir(path):\n        if name.endswith('.txt'):\n"
        "            yield os.path.join(path, name)\n\n\nclass Reader:\n"
        "    def __init__(self, path, encoding='utf-8'):\n"
        "        self.path = path\n        self.encoding = encoding\n\n    def read(self):\n"
        "        with open(self.path, encoding=self.encoding) as file:\n"
        "            return [line.strip() for line in file if line]\n\n"
        "    def write(self, lines):\n        with open(self.path, 'w', encoding=self.encoding) as file:\n"
        "            file.write('\\n'.join(lines[:10]))\n"
    ),
    "javascript": (
        "function add(a, b) { return a + b; }\nconst items = [1, 2, 3].map((x) => x * 2).filter((x) => x > 2);\n"
        "for (let i = 0; i < items.length; i++) { console.log(items[i]); if (items[i] === 4) { break; } }\n"
    ),
    "one long string": "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo" * 30,
    "a language without a table": (
        "Icebiso elithi lincede ubume ukuze buqonde ukuba hlobo luni lwefestile nokuba kufanele isetyenziswe njani;"
        " isithuba esithe xhaxhe emasifakwe phakathi kwenkqubo engumntwana kunye nabamelwane bayo abaphezulu."
    ),
}

ENGLISH = (
    "",
    "Peru",
    "Lima severed ties with Mexico.",
    "Oil prices jump 5%",
    "BREAKING: US STRIKES DEAL",
    "Tokyo stocks close up",
    "War over Greenland: Trump hat trick",
    "Arsenal 3, Chelsea 1. Liverpool 2, Everton 2. Leeds 0, Burnley 0.",
    "Djokovic beat Nadal 6-4, 3-6, 7-5",
    "1. Kipchoge (KEN) 2:01:09; 2. Bekele (ETH) 2:01:41; 3. Legese (ETH) 2:02:48",
    "Ursula von der Leyen, Charles de Gaulle, Vincent van den Berg, Juan de la Cruz",
    "Luis de Guindos met Ursula von der Leyen in Rio de Janeiro",
    "Volt, Fratelli d’Italia, Alternative für Deutschland",
    "Los Angeles Lakers at San Antonio Spurs",
    "Pâté and crème brûlée top café menu",
    "Macron says “non” to déjà vu",
    "“Que se vayan todos,” protesters chanted in Lima, and “no más” was written on walls.",
    "“No vamos a permitir que nadie se lleve lo nuestro,” he told reporters in the town.",
    "She sang “La vie en rose” and “Non, je ne regrette rien” at the Olympia.",
    "The word “свобода” means freedom.",
    "In Beijing, 北京, officials said growth slowed.",
    "They sold " + ", ".join(f"{number} cars" for number in range(10, 60)) + ".",
    "Shares fell.\n" + "=" * 200 + "\nThe council met on Tuesday and put off the vote until the spring of next year.",
)

COUNCIL = "The council of Calder voted on Tuesday to build a new bridge for 14 million euros."
CLOSED = "The bridge of 1931 was closed in 2019, and Mayor Ann Rhodes told reporters it would stay shut."


def code_of(text: str) -> str | None:
    return language_of(analyse(read_document(text))).code


def facts(article: Article) -> list[object]:
    return [*article.entities, *article.claims, *article.quotes, *article.dates, *article.figures]


@pytest.mark.parametrize("code", FOREIGN)
def test_other_languages_are_named_and_not_read(code: str) -> None:
    text = FOREIGN[code]
    article = newsclaims.extract(text)
    check(text, article)
    assert article.language == code
    assert not facts(article)
    assert article.sentences
    assert all(sentence.check_worthiness == 0 for sentence in article.sentences)
    assert any("--language any" in warning for warning in article.warnings)
    forced = newsclaims.extract(text, language="any")
    assert forced.language == code
    assert not any("--language any" in warning for warning in forced.warnings)


@pytest.mark.parametrize("code", FOREIGN)
def test_one_sentence_is_enough_not_to_read_it(code: str) -> None:
    first = FOREIGN[code].split(". ")[0].split("。")[0] + "."
    assert code_of(first) in (code, None)
    assert not facts(newsclaims.extract(first))


@pytest.mark.parametrize("kind", NO_PROSE)
def test_what_is_no_prose_is_not_read(kind: str) -> None:
    article = newsclaims.extract(NO_PROSE[kind])
    VALIDATOR.validate(article.to_dict())
    assert article.language is None
    assert not facts(article)
    assert any("no English prose" in warning for warning in article.warnings)


@pytest.mark.parametrize("text", ENGLISH)
def test_what_nothing_speaks_against_is_english(text: str) -> None:
    found = language_of(analyse(read_document(text)))
    assert (found.code, found.foreign) == ("en", frozenset())
    assert newsclaims.extract(text) == newsclaims.extract(text, language="any")


def test_any_reads_it_all_the_same() -> None:
    assert newsclaims.extract(FOREIGN["de"], language="any").figures
    spanish = FOREIGN["es"] + " Rosales praised the engineers."
    assert not newsclaims.extract(spanish).claims
    claims = newsclaims.extract(spanish, language="any").claims
    assert "Rosales praised the engineers" in [claim.text for claim in claims]
    (article,) = newsclaims.extract_many([{"text": FOREIGN["de"]}], language="any")
    assert isinstance(article, Article)
    assert article.figures


@pytest.mark.parametrize("code", ["de", "fr", "ru", "zh"])
def test_mixed_articles_are_read_by_paragraph(code: str) -> None:
    strange = FOREIGN[code].split("\n\n")[0]
    text = f"{COUNCIL}\n\n{strange}\n\n{CLOSED}"
    mixed = newsclaims.extract(text, date="2025-11-06")
    check(text, mixed)
    assert mixed.language == "en"
    assert any(warning.startswith("one paragraph is not in English") for warning in mixed.warnings)
    inside = range(text.index(strange), text.index(CLOSED))
    assert not [item for item in (*mixed.claims, *mixed.quotes, *mixed.dates, *mixed.figures) if item.start in inside]
    assert not [m for entity in mixed.entities for m in entity.mentions if m.start in inside]
    for item in (*mixed.claims, *mixed.dates, *mixed.figures):
        sentence = mixed.sentences[item.sentence]
        assert sentence.start <= item.start < sentence.end, "numbers are those of all sentences"
    plain = newsclaims.extract(f"{COUNCIL}\n\n{CLOSED}", date="2025-11-06")
    assert [item.text for item in mixed.claims] == [item.text for item in plain.claims]
    assert [item.text for item in mixed.figures] == [item.text for item in plain.figures]


def test_a_foreign_quote_of_one_line_stays() -> None:
    quote = "“No vamos a permitir que nadie se lleve lo nuestro,” Mayor Ana Rosales told reporters."
    article = newsclaims.extract(f"{COUNCIL}\n\n{quote}\n\n{CLOSED}")
    assert "“No vamos a permitir que nadie se lleve lo nuestro,”" in [quote.text for quote in article.quotes]
    assert not any("--language any" in warning for warning in article.warnings)


def test_an_english_line_does_not_make_an_article_english() -> None:
    text = f"{FOREIGN['de']}\n\n{FOREIGN['de']}\n\nThe photo was taken by the agency."
    article = newsclaims.extract(text)
    assert article.language == "de"
    assert not facts(article)


def test_half_of_each_is_read_by_half() -> None:
    article = newsclaims.extract(f"{COUNCIL} {CLOSED}\n\n{FOREIGN['fr']}")
    assert article.language == "en"
    assert article.claims


def test_a_text_without_a_word_has_no_language() -> None:
    assert [newsclaims.extract(text).language for text in ("", " \n\n ", "He won.")] == [None, None, "en"]
