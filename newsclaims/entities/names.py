"""Names: runs cut into the names that they hold, with the titles that stand before them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from newsclaims.entities.codes import behind_member, ends_address, ends_in_person, is_known_body, qualifies, several
from newsclaims.entities.lexicon import (
    common_words,
    demonyms,
    first_names,
    gazetteer,
    heads,
    parts,
    people,
    title_openers,
    titles,
    word_class,
)
from newsclaims.rule import rule
from newsclaims.words.sentence import Sentence, Token

_OPENING_PARTICLES: Final = frozenset({"al", "el", "bin", "de"})


class Name:
    """One place where a name stands: tokens ``first`` to ``last`` (exclusive) of a sentence, with what its place tells.

    ``titled`` says whether a title or a form of address stands before it, ``gender`` what that tells; ``roles`` are
    the tokens, from and to, of the roles that stand beside it.
    """

    __slots__ = ("first", "gender", "key", "last", "roles", "sentence", "titled")

    def __init__(self, sentence: Sentence, first: int, last: int) -> None:
        self.sentence = sentence
        self.first = first
        self.last = last
        self.titled = False
        self.gender: str | None = None
        self.roles: tuple[tuple[int, int], ...] = ()
        self.key = key(sentence.tokens[first:last])

    @property
    def start(self) -> int:
        """The offset of its first character."""
        return self.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.sentence.tokens[self.last - 1].end

    @property
    def words(self) -> list[Token]:
        """Its tokens."""
        return self.sentence.tokens[self.first : self.last]


def key(tokens: list[Token]) -> str:
    """Return the form under which equal names meet: single spaces, straight apostrophes, no space at hyphens."""
    form = tokens[0].text
    for before, token in pairwise(tokens):
        form += token.text if before.end == token.start else " " + token.text
    return form.replace("’", "'")


def cut(sentence: Sentence, first: int, last: int) -> Iterator[Name]:
    """A title inside a run cuts it: what stands before is an owner, what follows is a person.

    `Microsoft CEO Satya Nadella` names a company and a person, `Mexican President Claudia Sheinbaum` a person, and
    `Marine Corps` is no marine.
    """
    tokens = sentence.tokens
    if key(tokens[first:last]) in gazetteer():
        yield Name(sentence, first, last)
        return
    if tokens[first].text == "Office" and last > first + 2 and tokens[first + 1].text == "of":
        yield Name(sentence, first, last)  # `Office of the Vice President`
        return
    if first + 1 < last and ends_address(tokens, first):
        yield Name(sentence, first, first + 1)
        first += 1  # `in Lowton, Calif. Reed said`
    if first + 1 < last and several(tokens, first):
        first += 1  # `Senators Ann Reed and Joe Lund`
    pair = _pair(tokens, first, last)
    if last - first == 2 and all(is_known_body(token.text) for token in tokens[first:last]):
        pair = first + 1  # `sued Apple, Facebook Google and LinkedIn`
    if pair:
        yield from (Name(sentence, first, pair), Name(sentence, pair + (tokens[pair].text == "-"), last))
        return
    title = _title(tokens, first, last)
    if title is not None and title[1] < last and tokens[title[1]].text in ("of", "for"):
        title = _office(tokens, title, last)
    if title is None:
        yield from _plain(sentence, first, last)
        return
    begin, end, gender = title
    if begin > first:
        yield from _owner(sentence, first, begin)
    if end < last:
        for number, name in enumerate(_plain(sentence, end, last)):
            if number == 0:
                name.titled, name.gender = True, gender
            yield name


rule("entities.title-before-name")(cut)


def _pair(tokens: list[Token], first: int, last: int) -> int:
    """Return where the hyphen stands between two places or bodies: `US-China`; 0 where there is none."""
    for at in range(first + 1, last - 1):
        if tokens[at].text == "-":
            both = (gazetteer().get(key(tokens[first:at])), gazetteer().get(key(tokens[at + 1 : last])))
            if all(known is not None and known.type in ("place", "organization") for known in both):
                return at
    return 0


def _title(tokens: list[Token], first: int, last: int) -> tuple[int, int, str | None] | None:
    """Return where the last title of a run begins and ends, and its gender."""
    best: tuple[int, int, str | None] | None = None
    position = first
    openers = title_openers()
    while position < last:
        if tokens[position].text in word_class("player-positions") and position + 1 < last:
            after = tokens[position + 1].text
            if after[0].isupper() and ("." in after or not after.isupper()):
                best = (position, position + 1, None)
        elif tokens[position].lower in openers:
            end = _title_end(tokens, position, last)
            if end and not (end < last and tokens[end].tag == "POS"):  # `the Attorney's Office`
                known = titles()[_phrase(tokens, position, end)]
                gender = known.gender or (best[2] if best and best[1] == position else None)
                best = (best[0] if best and best[1] == position else position, end, gender)
                position = end
                continue
        position += 1
    return best


def _office(tokens: list[Token], title: tuple[int, int, str | None], last: int) -> tuple[int, int, str | None] | None:
    """Return a title with its office, `Minister of Education`: up to the first name of the person who holds it."""
    for position in range(title[1] + 2, last):
        if tokens[position].text in first_names():
            return title[0], position, title[2]
    for position in range(title[1] + 2, last - 1):
        lower = tokens[position].lower
        plain = lower in common_words() or lower in heads() or lower == "and"
        if not plain and tokens[position - 1].text != "of":
            return title[0], position, title[2]
    return title[0], last, title[2]


def _phrase(tokens: list[Token], first: int, end: int) -> str:
    text = tokens[first].lower
    for index in range(first + 1, end):
        text += tokens[index].lower if tokens[index - 1].end == tokens[index].start else " " + tokens[index].lower
    return text


def _title_end(tokens: list[Token], position: int, last: int) -> int:
    """Return where the longest title that begins at ``position`` ends, 0 when none does."""
    known = titles()
    for end in range(min(last, position + 5), position, -1):
        if _phrase(tokens, position, end) in known:
            if end == position + 1 and not _is_title(tokens, position, last):
                return 0
            return end
    return 0


def _is_title(tokens: list[Token], position: int, last: int) -> bool:
    """Return whether a single word is a title here and not a word of the name: `Judge Smith`, not `Marine Corps`."""
    token = tokens[position]
    if position + 1 == last:  # at the end of a run: `Stephen King`, `the State Department Spokesperson`
        if position > 1 and tokens[position - 1].text in first_names() and tokens[position - 2].text in titles():
            return False  # `analyst Ken Doctor`
        return token.lower not in parts("weak") and token.tag != "NNPS"
    if titles()[token.lower].address and token.lower not in parts("weak"):
        return True
    after = tokens[position + 1]
    if after.lower in parts("corporate") or after.lower in parts("suffix"):
        return False  # `Dollar General Corp.`, `Martin Luther King Jr.`
    if heads().get(tokens[last - 1].lower) in ("organization", "place") and after.text not in first_names():
        return False
    if after.lower in word_class("title-function-words") or after.text in ("-", "&"):
        return False
    if token.lower in parts("weak"):
        if position and tokens[position - 1].lower in titles() and titles()[tokens[position - 1].lower].address:
            return True  # `Mrs Justice Thornton`
        if token.lower in _RANKING and not any(_ordinary(word) for word in tokens[position + 1 : last]):
            return position + 4 > last and tokens[position + 1].text not in gazetteer()
        alone = token.lower in word_class("titles-before-surname") and position + 4 > last
        return alone or after.text in first_names()
    return True


_RANKING: Final = frozenset({"general"})
"""Ranks that names of companies begin with as well: `General Pavle Ristic`, but `General Motors`."""


def _ordinary(word: Token) -> bool:
    return word.lower in common_words() or word.lower in heads() or word.lower.endswith("s")


def _owner(sentence: Sentence, first: int, last: int) -> Iterator[Name]:
    """Yield what stands before a title, unless it is only an adjective: `Microsoft` in `Microsoft CEO Nadella`."""
    tokens = sentence.tokens
    while last > first and tokens[last - 1].lower in word_class("ranks"):
        last -= 1
    if last == first:
        return
    words = key(tokens[first:last])
    if words in gazetteer() or (words not in demonyms() and tokens[first].tag in ("NNP", "NNPS")):
        yield Name(sentence, first, last)


def _plain(sentence: Sentence, first: int, last: int) -> Iterator[Name]:
    tokens = sentence.tokens
    while first < last and tokens[first].text in parts("particle") and tokens[first].text not in _OPENING_PARTICLES:
        first += 1
    if first == last:
        return
    name = Name(sentence, first, last)
    if name.key in gazetteer():
        yield name
        return
    if last - first > 3 and tokens[first + 1].text in ("of", "for"):
        of = first + 3 if tokens[first + 2].lower == "the" else first + 2
        if _holder(tokens, of, last):
            first = of  # `Head of the World Council Enno Brandt`
    person = first + 1 if _destination(tokens, first, last) else _holder(tokens, first, last)
    if person:
        yield Name(sentence, first, person)
        name = Name(sentence, person, last)
        name.titled = True
        yield name
        return
    # a nationality before a person: `Russian Vladimir Putin`
    if last - first > 3 and ends_in_person(tokens, first, last):
        end = last - 3 if tokens[last - 3].text in ("and", "&") else last - 2
        yield Name(sentence, first, end)
        yield Name(sentence, last - 2, last)
        return
    bearer = behind_member(tokens, first, last)
    if bearer:
        if bearer - 1 > first and key(tokens[first : bearer - 1]) in gazetteer():
            yield Name(sentence, first, bearer - 1)  # `Texas Republican Mark Holt`
        name = Name(sentence, bearer, last)
    if name.key not in demonyms() or name.key in people() or not qualifies(tokens, last):
        yield name


def _destination(tokens: list[Token], first: int, last: int) -> bool:
    """Return whether the first word is where an envoy is sent: `special envoy to Norvane Kurt Lowe`."""
    if first < 2 or last - first < 3 or tokens[first - 1].lower not in ("to", "for"):
        return False
    known = gazetteer().get(tokens[first].text)
    land = known is not None and known.source == "country" and tokens[last - 1].lower not in heads()
    sent = tokens[first - 2].lower in titles() and tokens[first].text not in first_names()
    return sent and ((land and last - first == 3) or tokens[first + 1].text in first_names())


def _holder(tokens: list[Token], first: int, last: int) -> int:
    """Return where a person's name begins behind that of the body or place of an office, 0 where it does not.

    `General secretary of the College of Nursing Pat Cullen`, `Mayor of Leeds Ann Reed`; not `mother of Mary Ann Reed`.
    """
    of = first - 2 if first > 1 and tokens[first - 1].lower == "the" else first - 1
    of -= of > 1 and tokens[of].text.istitle() and tokens[of].lower in common_words()  # `Minister for Public Health`
    state = of > 0 and tokens[of - 1].text == "State"  # `Secretary of State for Defence Ann Reed`
    if of < 1 or tokens[of].text not in ("of", "for") or not (state or tokens[of - 1].lower in titles()):
        return 0
    if tokens[first].text in first_names() or tokens[last - 1].lower in heads() or last - first < 2:
        return 0
    for at in range(last - 2, max(first, last - 6), -1):
        plain = tokens[at].lower not in heads() and tokens[at].lower not in common_words()
        if plain and key(tokens[first:at]) in gazetteer():
            return at
    ministry = state or tokens[of - 1].lower in word_class("ministers")  # `Minister of Finance`
    places = range(max(first + 1, last - 5), last - 1)
    given = next((at for at in places if ministry and tokens[at].text in first_names()), 0)
    for at in [given] if given else places:
        before, plain = tokens[at - 1], tokens[at].lower not in common_words() and tokens[at].lower not in heads()
        field = before.lower in common_words() and tokens[at].text not in gazetteer() and ministry
        body = plain and (field or heads().get(before.lower) in ("organization", "place"))
        if before.text[0].isupper() and (body or tokens[at].text in first_names()):
            return at
    return 0


def office(name: Name) -> bool:
    """Return whether a name is that of an office or a noble title: `Duke of Hale`, `Lord Mayor of Leeds`."""
    words = name.words
    of = next((at for at in range(1, min(len(words), 4)) if words[at].text == "of"), 0)
    return bool(of) and not name.titled and " ".join(word.lower for word in words[:of]) in titles()
