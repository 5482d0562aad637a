"""Names: runs cut into the names that they hold, with the titles that stand before them."""

from __future__ import annotations

from collections.abc import Iterator

from newsclaims.entities.lexicon import demonyms, first_names, gazetteer, heads, people, title_openers, titles
from newsclaims.entities.runs import PARTICLES
from newsclaims.words.sentence import Sentence, Token

_WEAK_TITLES = frozenset(
    """man boy girl woman star model player driver private marine dean major judge pope father brother sister mother
    master child parent student host anchor chef writer author artist forward champion winner resident officer agent
    teacher pilot soldier runner trader banker broker farmer expert friend partner owner teen volunteer captain chair
    forward counsel academic pupil graduate veteran son daughter critic painter poet st st. hon don mufti lady king
    queen prince princess duke count baron earl marshal justice attorney general head principal spy delegate deputy
    private manager coach producer director consultant official editor engineer analyst designer developer""".split()
)
_LOWER_TITLE_WORDS = frozenset({"of", "the", "for", "and", "to", "in"})


class Name:
    """One place where a name stands: tokens ``first`` to ``last`` (exclusive) of a sentence, with what its place tells.

    ``role`` is the (start, end) of the title before it, ``titled`` whether a title or a form of address stands there,
    ``gender`` what the title tells of it.
    """

    __slots__ = ("chain", "first", "gender", "key", "last", "nominal", "role", "sentence", "titled")

    def __init__(self, sentence: Sentence, first: int, last: int) -> None:
        self.sentence = sentence
        self.first = first
        self.last = last
        self.role: tuple[int, int] | None = None
        self.titled = False
        self.nominal = False
        self.gender: str | None = None
        self.chain = -1
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
    for before, token in zip(tokens, tokens[1:], strict=False):
        form += token.text if before.end == token.start else " " + token.text
    return form.replace("’", "'")


def cut(sentence: Sentence, first: int, last: int) -> Iterator[Name]:
    """Yield the names of the run ``first`` to ``last`` (exclusive)."""
    tokens = sentence.tokens
    if key(tokens[first:last]) in gazetteer():
        yield Name(sentence, first, last)
        return
    title = _title(tokens, first, last)
    if title is None:
        yield from _plain(sentence, first, last)
        return
    begin, end, gender = title
    if begin > first:
        yield from _owner(sentence, first, begin)
    if end < last:
        for number, name in enumerate(_plain(sentence, end, last)):
            if number == 0:
                name.titled = True
                name.gender = gender
                if not _address_only(tokens, begin, end):
                    name.role = (tokens[_role_start(sentence, first, begin)].start, tokens[end - 1].end)
            yield name


def _role_start(sentence: Sentence, first: int, begin: int) -> int:
    """Return the token where the role begins: with its run, and with the owner before it (`Peru's`)."""
    tokens = sentence.tokens
    if begin > first:
        return first
    return first


def _address_only(tokens: list[Token], begin: int, end: int) -> bool:
    known = titles().get(" ".join(token.lower for token in tokens[begin:end]))
    return known is not None and known.address


def _title(tokens: list[Token], first: int, last: int) -> tuple[int, int, str | None] | None:
    """Return where the last title of a run begins and ends, and its gender."""
    best = None
    position = first
    openers = title_openers()
    while position < last:
        if tokens[position].lower in openers:
            end = _title_end(tokens, position, last)
            if end:
                known = titles()[_phrase(tokens, position, end)]
                gender = known.gender or (best[2] if best and best[1] == position else None)
                best = (best[0] if best and best[1] == position else position, end, gender)
                position = end
                continue
        position += 1
    return best


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
        return token.lower not in _WEAK_TITLES and token.tag != "NNPS"
    after = tokens[position + 1]
    if heads().get(tokens[last - 1].lower) in ("organization", "place") and after.text not in first_names():
        return False
    if after.lower in _LOWER_TITLE_WORDS or after.text in ("-", "&"):
        return False
    if token.lower in _WEAK_TITLES:
        return after.text in first_names() or token.lower in ("judge", "justice", "captain", "lady", "king", "queen") and (
            position + 2 == last
        )
    return True


def _owner(sentence: Sentence, first: int, last: int) -> Iterator[Name]:
    """Yield what stands before a title, unless it is only an adjective: `Microsoft` in `Microsoft CEO Nadella`."""
    words = key(sentence.tokens[first:last])
    if words in gazetteer() or words not in demonyms() and sentence.tokens[first].tag in ("NNP", "NNPS"):
        yield Name(sentence, first, last)


def _plain(sentence: Sentence, first: int, last: int) -> Iterator[Name]:
    tokens = sentence.tokens
    while first < last and (tokens[first].text in PARTICLES and tokens[first].text not in ("al", "el", "bin", "de")):
        first += 1
    if first == last:
        return
    name = Name(sentence, first, last)
    if name.key in gazetteer():
        yield name
        return
    # a nationality before a person: `Russian Vladimir Putin`
    if last - first > 2 and tokens[first].text in demonyms() and tokens[first + 1].text in first_names():
        if heads().get(tokens[last - 1].lower) is None:
            first += 1
            name = Name(sentence, first, last)
    if name.key in demonyms() and name.key not in people():
        after = tokens[last] if last < len(tokens) else None
        if after is not None and (after.tag[:2] in ("NN", "JJ", "VB", "CD") and after.tag[:3] not in ("VBD", "VBZ", "VBP")
                                  or after.text in ("-", "and", "or", "/")):
            return
        if after is not None and after.tag in ("POS",) and tokens[first].tag == "JJ":
            return
    yield name
