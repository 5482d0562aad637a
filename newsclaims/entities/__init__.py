"""Entities: who and what is named, each typed once for the document, with its roles and all its named mentions."""

from __future__ import annotations

from typing import Final

from newsclaims.entities.chain import Chain
from newsclaims.entities.chains import chains, display_name
from newsclaims.entities.headlines import in_title_case
from newsclaims.entities.headlines import names as headline_names
from newsclaims.entities.institutions import institutions
from newsclaims.entities.lexicon import common_words, demonyms, first_names, gazetteer, parts, titles, word_class
from newsclaims.entities.names import Name, cut, key
from newsclaims.entities.runs import runs
from newsclaims.fields import filled
from newsclaims.model import Entity, Mention
from newsclaims.rule import rule
from newsclaims.syntax.parses import Parses
from newsclaims.text.document import Document
from newsclaims.words.known import knows
from newsclaims.words.sentence import Sentence, Token

_PLURAL_PEOPLE: Final = ("s", "sh", "ch", "ese")
"""Endings of words that name a whole people: `the Dutch`, `the British`, `the Chinese`, `the Danes`."""

__all__ = ["describes_person", "find", "named_chains"]


def find(document: Document, parses: Parses) -> list[Entity]:
    """Return the entities in the order of their first mention.

    Their mentions are names; an institution that is only described (`Mexico's government`) has nominal ones.
    """
    text = document.text
    sentences = parses.sentences
    names = _names(sentences)
    found = [
        Entity(
            "",
            display_name(chain),
            chain.type or "other",
            chain.country,
            tuple(chain.roles),
            tuple([Mention(text[name.start : name.end], name.start, name.end, "name") for name in chain.names]),
        )
        for chain in chains(names, parses, text)
    ]
    described = institutions(sentences, names, text)
    if described:
        found += [Entity("", body.name, "organization", body.country, (), body.mentions) for body in described]
        found.sort(key=lambda entity: entity.mentions[0].start)
    return [filled(entity, id=f"e{number}") for number, entity in enumerate(found, 1)]


def named_chains(parses: Parses, text: str) -> list[Chain]:
    """Return the chains behind the entities that are named, with the scores of all types, in the same order."""
    return chains(_names(parses.sentences), parses, text)


def remembered(sentences: list[Sentence], found: list[Name], surnames: set[str]) -> list[Name]:
    """A common word that begins a sentence is the surname that the article has told before: `Ann Young … Young said`.

    So is one behind a comma or quoted words.  Only before a verb or an owner's mark, or where it is tagged as a name:
    `Young people` are no Young.
    """
    taken = {(name.sentence.index, at) for name in found for at in range(name.first, name.last)}
    again = []
    for sentence in sentences:
        tokens = sentence.tokens
        opening = next((at for at, token in enumerate(tokens[:3]) if token.text[0].isalpha()), 0)
        known = (at for at in range(1, len(tokens)) if tokens[at].text in surnames)
        for first in (opening, *[at for at in known if tokens[at - 1].tag in ("''", ",")]):
            token = tokens[first]
            if token.text not in surnames or first + 1 >= len(tokens) or (sentence.index, first) in taken:
                continue
            after = tokens[first + 1]
            noun = token.tag == "NNP" or (token.tag == "NNS" and token.lower not in common_words())
            acts = after.tag in ("VBD", "VBZ", "MD", "POS") or (after.text == "," and noun)
            if acts and not in_title_case(sentence):
                again.append(Name(sentence, first, first + 1))
                taken.add((sentence.index, first))
    return again


rule("entities.remembered-surname")(remembered)


def _as_elsewhere(name: Name, known: set[str], surnames: set[str]) -> Name:
    """Return the name that begins a sentence with or without its first word, as the article writes it elsewhere.

    A common word at the start of a sentence may belong to the name after it or not: `Unity Rail`, `Critics Trump`.
    """
    tokens = name.sentence.tokens
    owner = name.last < len(tokens) and tokens[name.last].tag == "POS"
    if owner and name.key not in surnames and name.key + "'s" in known:
        return Name(name.sentence, name.first, name.last + 1)  # `Macy's shares`
    if name.last - name.first == 2 and tokens[name.first].text in surnames and name.key not in gazetteer():
        thing = gazetteer().get(tokens[name.first + 1].text)
        if thing is not None and thing.type == "other":
            return Name(name.sentence, name.first, name.first + 1)  # `Warhol Polaroid exhibits`
    if name.first == 1 and tokens[0].text[0].isupper() and key(tokens[: name.last]) in known:
        return Name(name.sentence, 0, name.last)
    if name.first == 0 and name.last > 2 and tokens[0].lower in word_class("trades-before-names"):
        return Name(name.sentence, 1, name.last)  # `Chipmaker Ondara Semiconductor said`
    if name.first == 0 and 1 < name.last <= len(tokens) and name.key not in gazetteer() and _opens(tokens[0].lower):
        shorter = key(tokens[1 : name.last])
        alone = name.last == 2 and tokens[1].text in surnames and tokens[0].text not in first_names()
        alone = alone and name.key not in known and tokens[0].lower not in parts("particle")
        if (shorter in known or alone) and not tokens[1].text[0].islower():
            return Name(name.sentence, 1, name.last)
    return name


def _opens(lower: str) -> bool:
    """Return whether a word may stand before a name that begins with the next one: `Critics`, `Ousted`."""
    return lower in common_words() or (lower.endswith(("ed", "ing")) and knows(lower))


def _like_full_name(name: Name) -> bool:
    """Return whether a name that does not begin its sentence is a first name with a surname, or has a title."""
    words = name.words
    return name.first > 0 and len(words) > 1 and (name.titled or words[0].text in first_names())


def describes_person(tokens: list[Token], position: int) -> bool:
    """Return whether `the` and an adjective of a country or town stand for one person: `The Italian blamed`, `said the
    Dane`, `the Londoner failed`; `the Dutch said` and `the Italian team` do not.
    """
    if not 0 < position < len(tokens) or tokens[position - 1].lower != "the":
        return False
    form = tokens[position].text
    local = form.endswith("er") and form[:-2] in gazetteer()
    if not local and (form not in demonyms() or form in gazetteer() or form.endswith(_PLURAL_PEOPLE)):
        return False  # `the Vatican said`
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    if after is not None and after.tag in ("VBD", "VBZ"):
        return True
    said = position > 1 and tokens[position - 2].lower in ("said", "says", "added")
    return said and (after is None or after.text in (".", ",", ";"))


def _only_post(name: Name) -> bool:
    """Return whether a name is a post that stands alone in its line: `Staff Writer` under a byline."""
    tokens = name.sentence.tokens
    return len(tokens) < 4 and name.last == len(tokens) and not name.titled and name.words[-1].lower in titles()


def _names_nobody(name: Name) -> bool:
    alone = len(name.words) == 1
    if alone and name.words[0].lower in parts("corporate") and name.words[0].text[-1] == ".":
        return True  # what is left of `Corp.`
    if alone and len(name.key) == 1 and name.key not in gazetteer() and not name.titled:
        return True  # `72 W`, `vitamin E`, `a T`
    return _only_post(name) or (alone and describes_person(name.sentence.tokens, name.first))


def _names(sentences: list[Sentence]) -> list[Name]:
    lower_words = {token.text for sentence in sentences for token in sentence.tokens if token.text[0].islower()}
    found: list[Name] = []
    lines = []
    for sentence in sentences:
        if in_title_case(sentence):
            lines.append(sentence)
            continue
        for first, last in runs(sentence, lower_words):
            found += [name for name in cut(sentence, first, last) if not _names_nobody(name)]
    known = {name.key for name in found if name.first or len(name.words) == 1}
    surnames = {name.words[-1].text for name in found if _like_full_name(name)}
    found = [_as_elsewhere(name, known, surnames) for name in found]
    known |= {name.key for name in found}
    again = remembered(sentences, found, surnames)
    if again:
        found = sorted([*found, *again], key=lambda name: name.start)
    if lines:
        for sentence in lines:
            found += headline_names(sentence, known, lower_words)
        found.sort(key=lambda name: name.start)
    aside = _aside(sentences)
    if aside:
        known = {name.key for name in found if name.sentence.index not in aside}
        found = [name for name in found if name.sentence.index not in aside or name.key in known]
    return found


def _aside(sentences: list[Sentence]) -> set[int]:
    """Return the numbers of the sentences that name nobody new: crossheads, and lines that credit nobody."""
    body = next((sentence.index for sentence in sentences if sentence.part == "body"), len(sentences))
    return {
        sentence.index
        for sentence in sentences
        if (sentence.part == "headline" and sentence.index > body)
        or (sentence.part == "credit" and word_class("crediting").isdisjoint(sentence.lower))
    }
