"""What tells a person by the words beside the name: an age, what somebody says of themselves, kin, a body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newsclaims.entities.chain import Chain
from newsclaims.entities.evidence import TYPES
from newsclaims.entities.lexicon import common_words, first_names, gazetteer, heads, titles, word_class
from newsclaims.entities.names import Name
from newsclaims.entities.namesakes import later
from newsclaims.rule import rule
from newsclaims.words.sentence import Token

_YOUNGEST: Final = 4
_OLDEST: Final = 115
_AFTER_AGE: Final = frozenset({",", ".", ")", ";", "and"})


def aged(name: Name) -> bool:
    """Only people have their age beside their name: `Marlo Teel, 61,`, `24-year-old Dano Orsin`, `Teel, aged 61`.

    So has who is said to be of an age: `Teel, a 23-year-old`, `Teel, a 23-year-old striker`.
    """
    tokens = name.sentence.tokens
    last = name.last
    if last + 1 < len(tokens) and tokens[last].text == ",":
        if tokens[last + 1].tag == "DT" and [token.lower for token in tokens[last + 4 : last + 7]] == [
            "year",
            "-",
            "old",
        ]:
            return (
                last + 7 == len(tokens) or tokens[last + 7].tag not in ("NN", "JJ", "NNP") or _person(tokens[last + 7])
            )
        told = last + 2 if tokens[last + 1].lower == "aged" else last + 1
        if told < len(tokens) and tokens[told].text.isdecimal() and len(tokens[told].text) < 4:
            closed = told + 1 == len(tokens) or tokens[told + 1].text in _AFTER_AGE
            return closed and _YOUNGEST <= int(tokens[told].text) <= _OLDEST
        return False
    before = name.first - 1
    if before < 4 or tokens[before].lower != "old" or tokens[before - 2].lower != "year":
        return False
    return last == len(tokens) or tokens[last].tag[:2] not in ("NN", "JJ")


rule("entities.age-beside")(aged)


def _person(token: Token) -> bool:
    """Return whether a noun is a role of people: `a 23-year-old striker`; not `a 23-year-old company`."""
    return token.lower in titles()


def says_of_self(name: Name) -> bool:
    """Who says what `he` or `she` does is a person: `Marsk said she felt safe`, `Marsk, in her speech, said`.

    So is who does something `himself`.  Not a name that is known, nor in front of the verb's object: `Marsk said her
    plan failed`.
    """
    tokens = name.sentence.tokens
    at = name.last
    if at + 2 >= len(tokens) or not _open(name):
        return False
    behind = [token.lower for token in tokens[at : at + 4]]
    if tokens[at].text == ",":
        if behind[1] in _SELF:
            return behind[2] == ","  # `Marsk, himself, left`
        return behind[1] in ("in", "with", "whose") and behind[2] in ("his", "her") and _spoken(name)
    if behind[0] in _SELF:
        return True
    if behind[0] not in word_class("saying"):
        return False
    return behind[1] in _ONE or (behind[1] == "that" and behind[2] in _ONE)


rule("entities.says-of-self", needs={"he", "she", "his", "her", "himself", "herself"})(says_of_self)


def _spoken(name: Name) -> bool:
    """Return whether a verb of saying follows what stands between commas behind a name."""
    tokens = name.sentence.tokens
    for at in range(name.last + 3, min(len(tokens) - 1, name.last + _LONGEST)):
        if tokens[at].text == ",":
            return tokens[at + 1].lower in word_class("saying")
    return False


def owns_as_person(name: Name) -> bool:
    """Only people have kin, a funeral or a murderer: `Lopez's husband`, `Williams's body`; not `Acme's parent`.

    Nor is anybody else called `Kharge ji`.
    """
    tokens = name.sentence.tokens
    at = name.last
    if at < len(tokens) and tokens[at].lower in ("ji", "saheb", "sahib"):
        return _open(name)
    if at + 1 >= len(tokens) or tokens[at].tag != "POS" or not _open(name):
        return False
    owned = tokens[at + 1]
    if owned.tag in ("JJ", "VBN") and at + 2 < len(tokens):
        owned = tokens[at + 2]  # `Lopez's late husband`
    return owned.lower in word_class("of-people")


rule("entities.owns-as-person")(owns_as_person)


def credited(name: Name) -> bool:
    """Return whether a name stands after `by` in a byline or credit, alone or in a list."""
    tokens = name.sentence.tokens
    if name.sentence.part not in ("byline", "credit") or name.first == 0:
        return False
    listed = tokens[0].lower == "by" and len(name.words) > 1 and tokens[name.first - 1].lower in ("and", ",")
    return listed or tokens[name.first - 1].lower == "by"


def _open(name: Name) -> bool:
    """Return whether nothing in a name tells what it is."""
    last = name.words[-1].lower
    return name.key not in gazetteer() and not name.key.isupper() and last not in heads() and len(name.words) < _WORDS


_ONE: Final = frozenset({"he", "she"})
_SELF: Final = frozenset({"himself", "herself"})
_LONGEST: Final = 9  # tokens between commas
_WORDS: Final = 4  # a longer name is no person's, or has a title
_PERSON: Final = TYPES.index("person")
_SURE: Final = 5.0  # the score of who is told to be a person
_SAMPLE: Final = 12  # mentions of a name that are looked at


def told_person(chain: Chain) -> bool:
    """Return whether a single name is a person's by what stands beside it: `Ms Kagure`, `Kagure said she would`."""
    some = chain.names[:_SAMPLE]
    return any(name.titled or says_of_self(name) or owns_as_person(name) for name in some)


def only_speaks(chain: Chain, owners: list[Chain]) -> bool:
    """Return whether a name like a known body's only ever speaks, behind the one of that surname: `Fox added, …`."""
    known = gazetteer().get(chain.key)
    if len(owners) != 1 or owners[0].words[0] not in first_names() or (known is not None and known.type == "place"):
        return False
    return later(chain, owners[0]) and all(_says(name) for name in chain.names)


def _says(name: Name) -> bool:
    tokens, saying = name.sentence.tokens, word_class("saying")
    before = name.first > 0 and tokens[name.first - 1].lower in saying
    return before or (name.last < len(tokens) and tokens[name.last].lower in saying)


def may_be_person(chain: Chain) -> bool:
    """Return whether nothing in the words of a full name speaks against a person."""
    words = [word.lower() for word in chain.words]
    plain = all(word not in heads() and word not in common_words() for word in words)
    capitals = chain.words[0].isupper() and "." not in chain.words[0]  # `D.C. Reed`
    return plain and len(words) < _WORDS and chain.key not in gazetteer() and not capitals


def run_into(chain: Chain) -> Chain | None:
    """A body's name that ends in somebody's is cut before it, where the surname alone is told to be a person's.

    `A student at University of Lowton Amneh Jaf agreed.  Jaf said she …`
    """
    plain = all(name.last - name.first > _WORDS and name.words[-2].text.isalpha() for name in chain.names)
    if chain.leaning == "person" or not plain or chain.key in gazetteer() or chain.words[-1].lower() in heads():
        return None
    people = [Name(name.sentence, name.last - 2, name.last) for name in chain.names]
    if any(word[0].islower() or word.lower() in heads() for word in people[0].key.split(" ")):
        return None
    person = Chain(people[0])
    person.names, person.scores[_PERSON] = people, _SURE
    chain.names = [Name(name.sentence, name.first, name.last - 2) for name in chain.names]
    chain.words = chain.key.split(" ")
    return person


rule("entities.run-into-person")(run_into)


def couples(singles: Sequence[Chain], fulls: Sequence[Chain]) -> Iterator[tuple[Chain, str]]:
    """Yield each first name that shares the surname behind the next, with that: `Edith and Harold Marlow`."""
    starts = {
        (name.sentence.index, name.first): chain.words[-1].lower()
        for chain in fulls
        if chain.leaning == "person" and chain.words[0] in first_names()
        for name in chain.names[:1]
    }
    for chain in singles:
        name = chain.names[0]
        tokens = name.sentence.tokens
        joined = name.last + 1 < len(tokens) and tokens[name.last].text in ("and", "&")
        last = starts.get((name.sentence.index, name.last + 1)) if joined else None
        if last is not None and chain.key in first_names():
            yield chain, last


def of_other_gender(chain: Chain, gender: str | None) -> list[Chain]:
    """Take the mentions of a surname out whose title is of another gender than its bearer; return their own chain."""
    others = [name for name in chain.names if name.gender and gender in ("m", "f") and name.gender != gender]
    if not others:
        return []
    other = Chain(others[0])
    other.names, other.scores, other.gender = others, list(chain.scores), others[0].gender
    chain.names = [name for name in chain.names if name not in others]
    chain.gender = None
    return [other]
