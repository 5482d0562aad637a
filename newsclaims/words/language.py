"""Which language a text is in: by its function words, and by its letters where they are not Latin.

Evidence is counted for each sentence and summed for paragraphs and the article.  A function word that two languages
share speaks for neither of them.  What nothing speaks against is English: a headline, a name, a list of results.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Final

from newsclaims.table import entries
from newsclaims.text.document import Document
from newsclaims.words import scripts
from newsclaims.words.scripts import FIRST_LETTER
from newsclaims.words.sentence import Sentence

ENGLISH: Final = "en"
ANY: Final = "any"
"""Given instead of a language, it has articles of all languages read as if they were English."""
_BOTH: Final = "mul"  # in the table: English news has this word too, in names or as another word
_FILLER: Final = "zxx"  # in the table: lorem ipsum
_ARTICLE: Final = 2
_PARAGRAPH: Final = 4
_NAMED: Final = 1.2  # how much more must speak for a language than for the next, to name it
_COVERED: Final = 0.12  # share of the words of a text that must be function words of a language, to name it
_MANY: Final = 25  # words, numbers or signs from which one can tell that a text is no prose
# share of function words in lower-cased words; in 8,000 pieces of news none of 25 words had below 0.2
_LEAST: Final = 0.15
_NONE: Final = 18  # lower-cased words that are no English when none of them is a function word
_LONG: Final = 16  # code points a token: what has more is no text but one long string, or addresses
_NOTHING: Final[Counter[str]] = Counter()  # of most paragraphs; never changed
_SIGNS: Final = frozenset("{}[]()=;<>_|\\/*&#+~^`\ufffd") | frozenset(map(chr, range(32)))


class Language:
    """``code`` is ISO 639-1, ``None`` for what is not known or no prose.

    ``foreign`` holds the numbers of those paragraphs of an English article that are in another language.  ``mixed``
    tells that something in it speaks for another language, so that its sentences are worth looking at one by one.
    """

    __slots__ = ("code", "foreign", "mixed")

    def __init__(self, code: str | None, foreign: frozenset[int] = frozenset(), mixed: bool = False) -> None:
        self.code = code
        self.foreign = foreign
        self.mixed = mixed


def language_of(sentences: list[Sentence]) -> Language:
    """Return the language of an article."""
    paragraphs: dict[int, _Evidence] = {}
    for sentence in sentences:
        paragraphs.setdefault(sentence.paragraph, _Evidence()).add(sentence)
    whole = _together(paragraphs.values())
    if whole.is_suspect():
        foreign = frozenset(number for number, item in paragraphs.items() if item.speaks_against(_PARAGRAPH))
        theirs = _together(paragraphs[number] for number in foreign)
        ours = sum(item.length for number, item in paragraphs.items() if number not in foreign and item.english > 1)
        if foreign and ours * 3 >= theirs.length:
            return Language(ENGLISH, foreign, mixed=True)
        if foreign or whole.speaks_against(_ARTICLE):
            return Language((theirs if foreign else whole).code())
    return Language(ENGLISH if _is_prose(sentences, whole) else None, mixed=whole.is_suspect())


def in_english(document: Document, sentences: list[Sentence], language: Language) -> tuple[Document, list[Sentence]]:
    """Return what of an article is in English, as if the rest were white space: its sentences are numbered anew."""
    foreign = language.foreign if language.code == ENGLISH else {sentence.paragraph for sentence in sentences}
    blocks = tuple(block for block in document.blocks if block.paragraph not in foreign)
    taken = [item for item in sentences if item.paragraph not in foreign]
    taken_in = Document(document.text, blocks, document.title, document.warnings)
    return taken_in, [item.numbered(number) for number, item in enumerate(taken)]


def english(sentence: Sentence) -> bool:
    """Tell whether a sentence may be English."""
    evidence = _Evidence()
    evidence.add(sentence)
    return not (evidence.is_suspect() and evidence.speaks_against(_ARTICLE))


class _Evidence:
    """What speaks for which language; every word counts once in a sentence."""

    __slots__ = ("accents", "english", "forms", "length", "letters", "signs", "strange", "tokens", "words")

    def __init__(self) -> None:
        self.length = 0  # code points
        self.tokens = 0
        self.signs = 0  # different signs of code
        self.english = 0  # function words of English
        self.strange = 0  # function words that English does not have
        self.accents = 0  # lower-cased words with accents
        self.letters = _NOTHING  # letters that are not Latin, by the language that has them
        self.forms = 0  # different forms in sentences with a strange or accented word
        self.words = _NOTHING  # function words in those sentences

    def add(self, sentence: Sentence) -> None:
        """Count a sentence; capitalised words are as likely as not names, and do not count."""
        tables = _tables()
        forms = frozenset([token.text for token in sentence.tokens])
        more = [form for form in forms if not form.isascii() and form[0].isalpha()]
        if more and max(more) >= FIRST_LETTER:
            written = scripts.written(sentence)
            self.letters = self.letters + scripts.languages(written)
            forms |= frozenset(written)
        found = forms & tables.all
        self.length += sentence.end - sentence.start
        self.tokens += len(sentence.tokens)
        self.english += len(found & tables.english)
        accents = sum(map(_is_accented, more))
        if accents or not found <= tables.plain:
            strange = len(found & tables.strange)
            self.signs += len(found & _SIGNS)
            self.strange += strange
            self.accents += accents
            if strange or accents:
                self.forms += sum(map(str.isalpha, forms))
                self.words = self.words or Counter()
                self.words.update(found - _SIGNS)

    def is_suspect(self) -> bool:
        """Tell whether there is anything to look into; in most English articles there is not."""
        return self.strange > 0 or self.accents > 1 or bool(self.letters)

    def speaks_against(self, least: int) -> bool:
        """Tell whether ``least`` words or more speak against English, and twice as many as for it."""
        if self.letters.total() * 3 > self.length:
            return True
        best = self._ranking()[0][1]
        known = _tables().languages
        counts: Counter[str] = Counter()
        for word, count in self.words.items():
            if best in known[word]:
                counts[ENGLISH if ENGLISH in known[word] else _BOTH if _BOTH in known[word] else best] += count
        against = counts[best] + (counts[_BOTH] + self.accents) / 2
        return against >= least and against > 2 * (self.english - counts[ENGLISH])

    def code(self) -> str | None:
        """Return the ISO 639-1 code of the language that speaks loudest, if it does so clearly."""
        if self.letters.total() * 3 > self.length:
            if self.letters["ja"] * 20 > self.letters.total():
                return "ja"
            script, count = self.letters.most_common(1)[0]
            if script != "-":
                return script if count * 4 > self.letters.total() * 3 else None
        (most, best), (next_, _), *_ = self._ranking()
        clear = most >= next_ * _NAMED and most >= self.forms * _COVERED
        return best if clear and best not in ("", "-", _FILLER) else None

    def _ranking(self) -> list[tuple[int, str]]:
        """Return how many words each language but English has, and its code, the most first; two at least."""
        votes = Counter({"": 0, "-": 0})
        for word, count in self.words.items():
            for code in _tables().languages[word]:
                if code not in (ENGLISH, _BOTH):
                    votes[code] += count
        return sorted(((count, code) for code, count in votes.items()), reverse=True)


def _together(items: Iterable[_Evidence]) -> _Evidence:
    whole = _Evidence()
    letters: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for item in items:
        whole.length += item.length
        whole.tokens += item.tokens
        whole.signs += item.signs
        whole.english += item.english
        whole.strange += item.strange
        whole.accents += item.accents
        whole.forms += item.forms
        if item.letters:
            letters.update(item.letters)
        if item.words:
            words.update(item.words)
    whole.letters, whole.words = letters, words
    return whole


def _is_prose(sentences: list[Sentence], evidence: _Evidence) -> bool:
    """Tell whether it is neither a table, code or a list of numbers, nor in a language that has no table here.

    Only what is long enough can show that.
    """
    if evidence.length > _LONG * evidence.tokens > 0 and evidence.length > 8 * _MANY:
        return False
    if evidence.tokens < _NONE or (evidence.english * 8 >= evidence.tokens > evidence.signs * 8):
        return True
    counts: Counter[str] = Counter()
    for sentence in sentences:
        lower = {token.text for token in sentence.tokens if token.text.islower()}
        counts["lower"] += len(lower)
        counts["function"] += len(lower & _tables().english)
        before = ""
        for token in sentence.tokens:
            first = token.text[0]
            if first not in _SIGNS:
                counts["number" if first.isdigit() else "word"] += first.isalnum()
            elif token.text != before:  # a ruled line is one sign
                counts["sign"] += 1
            before = token.text
    if counts["lower"] >= (_MANY if counts["function"] else _NONE) and counts["function"] < _LEAST * counts["lower"]:
        return False
    if counts["number"] >= _MANY and counts["number"] > 2 * counts["word"]:
        return False
    return counts["sign"] < _MANY or counts["sign"] * 6 < evidence.tokens


def _is_accented(form: str) -> bool:
    return form[0] < FIRST_LETTER and form.islower() and not form.replace("’", "").isascii()


class _Tables:
    __slots__ = ("all", "english", "languages", "plain", "strange")

    def __init__(
        self,
        english: frozenset[str],
        strange: frozenset[str],
        plain: frozenset[str],
        all: frozenset[str],
        languages: dict[str, frozenset[str]],
    ) -> None:
        self.english = english
        self.strange = strange  # words that English does not have
        self.plain = plain  # the others
        self.all = all  # and signs
        self.languages = languages


@cache
def _tables() -> _Tables:
    written = entries("words", "language_words")
    sets = {codes: frozenset(codes.split()) for codes in set(written.values())}
    known = {word: sets[codes] for word, codes in written.items()}
    ours = {codes for codes in sets.values() if codes & {ENGLISH, _BOTH}}
    strange = frozenset(word for word, codes in known.items() if codes not in ours)
    english = frozenset(word for word, codes in known.items() if ENGLISH in codes)
    return _Tables(english, strange, frozenset(known) - strange, _SIGNS.union(known), known)
