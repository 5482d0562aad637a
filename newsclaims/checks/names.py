"""Names spelled two ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from newsclaims.checks.calendar import MONTHS, WEEKDAYS
from newsclaims.checks.reading import Finding, Reading
from newsclaims.entities.lexicon import common_words, demonyms, first_names, gazetteer
from newsclaims.model import Span
from newsclaims.rule import rule
from newsclaims.text.tokens import tokenize
from newsclaims.words.tagger import tag

_NAME = re.compile(r"[^\W\d_]++(?:[’'-][^\W\d_]++)*")
_LONGEST = 40  # letters; longer runs are no names
_SHORTEST = 5  # letters; one less for a letter doubled by mistake
_MOST = 2000  # different capitalised words compared


@dataclass(slots=True)
class _Form:
    """A capitalised word with its places, the words beside it in names, and whether it is in a name at all."""

    named: bool
    places: list[Span] = field(default_factory=list)
    before: set[str] = field(default_factory=set)
    after: set[str] = field(default_factory=set)


def name_spelling(reading: Reading) -> Iterator[Finding]:
    """A name spelled two ways: `Okafor` and `Okafur`, `Betssy Chavez` and `Betsy Chavez`.

    Words that differ by one letter added, dropped, changed or swapped; one must be part of a name and neither be
    written small anywhere.  Not compared are endings that make another word (`Korea`, `Korean`; `Maria`, `Mario`),
    two people with different first names (`Lars Anderson`, `Hanna Andersen`), and accents or capitals alone.
    """
    yield from _spelled(reading)


rule("checks.name-spelling")(name_spelling)


@lru_cache(maxsize=1)  # two checks ask for them, one after the other
def _spelled(reading: Reading) -> list[Finding]:
    return [*_slips(reading)]


def _slips(reading: Reading) -> Iterator[Finding]:
    forms = _forms(reading)
    small = set(re.findall(r"\b[a-z][a-z'’-]{3,}", reading.article.text))
    tags: dict[int, dict[int, str]] = {}
    order = sorted(forms, key=lambda form: (-len(forms[form].places), form))[:_MOST]
    for rare, often in _pairs(order):
        one, other = forms[rare], forms[often]
        if not (one.named or other.named) or rare.lower() in small or often.lower() in small:
            continue
        if _another_word(rare, often, bool(one.after or other.after)) or _different_people(one, other):
            continue
        if min(len(rare), len(often)) < _SHORTEST and not _doubled(rare, often):
            continue
        if _first_name_alone(one, other) or (len(rare) == len(often) == _SHORTEST and not one.before & other.before):
            continue
        shared = one.before & other.before or one.after & other.after
        known = _known(rare) or _known(often)
        if not shared and known and (rare[:-1] == often[:-1] or _known(rare) == _known(often)):
            continue
        if all(_is_name(reading, form, tags) for form in (one, other)):
            spans = tuple(sorted((one.places[0], other.places[0]), key=lambda span: span.start))
            yield Finding(f"{rare} is also spelled {often}", spans, "warning")


def _doubled(one: str, other: str) -> bool:
    """Return whether the longer form doubles a letter of the shorter."""
    short, long = sorted((one, other), key=len)
    return any(long[at] == long[at - 1] and long[:at] + long[at + 1 :] == short for at in range(1, len(long)))


def _first_name_alone(one: _Form, other: _Form) -> bool:
    """Return whether one of them is the first word of a longer name with which the other never stands."""
    first = (one.after and not one.before) or (other.after and not other.before)
    return bool(first) and not one.after & other.after


def _known(form: str) -> bool:
    """Return whether a form is a country, city or region, one of its people, a first name, a month or a day."""
    tables = (gazetteer(), demonyms(), first_names(), MONTHS, WEEKDAYS)
    return any(form in table or form.lower() in table for table in tables)


def _forms(reading: Reading) -> dict[str, _Form]:
    """Return the capitalised words of names, and those of the running text that are in no name."""
    forms: dict[str, _Form] = {}
    covered: set[int] = set()
    for entity in reading.article.entities:
        for mention in entity.mentions if entity.type in ("person", "organization", "place", "other") else ():
            if mention.kind != "name":
                continue
            found = [
                one for one in _NAME.finditer(mention.text) if one.group()[0].isupper() and len(one.group()) <= _LONGEST
            ]
            parts = [_bare(one.group()) for one in found]
            for at, (one, word) in enumerate(zip(found, parts, strict=True)):
                start = mention.start + one.start()
                covered.add(start)
                if len(word) < _SHORTEST - 1:
                    continue
                form = forms.setdefault(word, _Form(True))
                form.places.append(Span(one.group()[: len(word)], start, start + len(word)))
                form.before.update(parts[:at][-1:])
                form.after.update(parts[at + 1 :][:1])
    for line in reading.body:
        for one in _NAME.finditer(line.raw):
            word = _bare(one.group())
            start = line.start + one.start()
            if _LONGEST >= len(word) >= _SHORTEST and word[0].isupper() and word[1:].islower() and start not in covered:
                forms.setdefault(word, _Form(False)).places.append(
                    Span(one.group()[: len(word)], start, start + len(word))
                )
    return forms


def _is_name(reading: Reading, form: _Form, known: dict[int, dict[int, str]]) -> bool:
    """Return whether a word is in a name, or is tagged as one where it stands; ``known`` are the lines tagged before.

    Those hold offset -> tag by the number of the line.
    """
    if form.named:
        return True
    place = form.places[0]
    line = reading.lines[reading.sentence(place.start)]
    if line.index not in known:
        spans = tokenize(reading.article.text, line.start, line.start + len(line.raw))
        tags = tag([reading.article.text[start:end] for start, end in spans])
        known[line.index] = {start: label for (start, _), label in zip(spans, tags, strict=True)}
    return known[line.index].get(place.start) == "NNP" and place.text.lower() not in common_words()


def _bare(form: str) -> str:
    form = form.replace("’", "'")
    return form[:-2] if form.endswith("'s") else form


def _pairs(forms: list[str]) -> Iterator[tuple[str, str]]:
    """Yield (rarer, commoner) forms that differ by one letter, found by the forms with one letter left out."""
    index: dict[str, list[str]] = {}
    for form in forms:
        low = form.lower()
        seen: Counter[str] = Counter()
        for key in {low, *(low[:at] + low[at + 1 :] for at in range(len(low)))}:
            for other in index.get(key, ()):
                seen[other] += 1
            index.setdefault(key, []).append(form)
        for other in sorted(seen):
            if _one_apart(low, other.lower()):
                yield form, other


def _one_apart(one: str, other: str) -> bool:
    """Return whether one letter is added, dropped, changed, or two neighbours are swapped."""
    if one == other:
        return False
    if len(one) != len(other):
        short, long = sorted((one, other), key=len)
        return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    unlike = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(unlike) == 1:
        return True
    if len(unlike) != 2 or unlike[1] != unlike[0] + 1:
        return False
    return one[unlike[0]] == other[unlike[1]] and one[unlike[1]] == other[unlike[0]]


def _another_word(one: str, other: str, first: bool) -> bool:
    """Return whether the difference makes another word rather than a slip.

    ``first`` says that one of them stands before another word of a name, as first names do: those differ by their last
    vowel (`Maria`, `Mario`).
    """
    short, long = sorted((one, other), key=len)
    if one.isupper() != other.isupper() or one[0].lower() != other[0].lower():
        return True
    if any(form[1:].lower() != form[1:] and form[1:2].lower() != "c" for form in (short, long)) and (
        short.lower() == long.lower()[: len(short)]
    ):
        return True  # `RoyalE`, `NatWest`: a capital inside makes a name of its own
    if one.lower() in common_words() and other.lower() in common_words():
        return True  # `Minister` and `Ministry`
    if len(short) != len(long):
        return long.startswith(short) and long[-1] in ("aeinosy" if first else "sniy")
    if one.endswith(("ism", "ist", "ic", "ia")) and other.endswith(("ism", "ist", "ic", "ia")):
        return True
    return first and one[:-1] == other[:-1] and {one[-1], other[-1]} <= set("aeinoy")


def _different_people(one: _Form, other: _Form) -> bool:
    """Return whether the two forms stand in longer names that have no other word in common."""
    firsts, seconds = one.before | one.after, other.before | other.after
    return bool(firsts and seconds and not firsts & seconds)


def surname_spelling(reading: Reading) -> Iterator[Finding]:
    """A surname that comes back alone in another spelling: `Ann Moss … Moos said`, `Ramon Arroyo … But Arruya said`.

    The other form stands alone and once, begins alike and is no word, place or first name of its own; one letter may
    be added, dropped, changed or swapped in four letters and more, two may be other in six and more.
    """
    forms = _forms(reading)
    text = reading.article.text
    surnames: dict[str, list[str]] = {}
    for entity in reading.article.entities:
        parts = [_bare(word) for word in entity.name.split()] if entity.type == "person" and entity.named else []
        if 1 < len(parts) < 5 and len(parts[-1]) >= _SHORTEST - 1 and parts[-1].isalpha():
            surnames.setdefault(parts[-1][0].lower(), []).append(parts[-1])
    small = set(re.findall(r"\b[a-z][a-z'’-]{3,}", text)) if surnames else set()
    tags: dict[int, dict[int, str]] = {}
    for lone, form in list(forms.items())[:_MOST] if surnames else ():
        once = len(form.places) == 1 and not form.before and not form.after and lone[1:].islower()
        if not once or lone in surnames.get(lone[0].lower(), ()) or lone.lower() in small or _settled(lone):
            continue
        near = [name for name in surnames.get(lone[0].lower(), ()) if _slip(lone, name) and name.lower() not in small]
        if not near or not _alone(text, form.places[0]) or not _is_name(reading, form, tags):
            continue
        first = re.search(rf"\b{re.escape(near[0])}\b", text)
        if first is not None and not _another_word(lone, near[0], False):
            other = Span(first.group(), *first.span())
            found = Finding(f"{lone} is also spelled {near[0]}", _in_order(form.places[0], other), "warning")
            pair = {span.text for span in found.spans}
            if all(pair != {span.text for span in one.spans} for one in _spelled(reading)):
                yield found


rule("checks.surname-spelling")(surname_spelling)


def _in_order(*spans: Span) -> tuple[Span, ...]:
    return tuple(sorted(spans, key=lambda span: span.start))


def _settled(form: str) -> bool:
    """Return whether a form is a word or a name of its own: common, a place, a people, a first name."""
    return form.lower() in common_words() or _known(form)


def _alone(text: str, place: Span) -> bool:
    """Return whether a word stands where a surname can: no name, number or article beside it."""
    before, after = text[max(0, place.start - 12) : place.start], text[place.end : place.end + 12]
    if re.search(r"(?:\b(?:an?|the)|[-@#/&]|\d) ?\Z", before):
        return False
    capital = re.search(r"\b([A-Z][\w.’'-]*) \Z", before)
    if capital and capital[1].lower() not in common_words():  # `But Moss`, but not `Carl Moss`
        return False
    return not re.match(r" (?:[A-Z]|\d|Inc|Ltd)|[-/&@]|\.[a-z,]", after)


def _slip(one: str, other: str) -> bool:
    """Return whether two words differ by one letter or a swap, or, of six letters and more, by two changed letters."""
    low, high = one.lower(), other.lower()
    if _one_apart(low, high):
        return True
    if len(low) != len(high) or len(low) < _SHORTEST + 1:
        return False
    return sum(a != b for a, b in zip(low, high, strict=True)) == 2
