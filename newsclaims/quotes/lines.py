"""Lines: what stands outside the quotation marks, each quoted stretch folded into one item.

``“No. Never,” Smith said.`` is one line of four items, ``QUOTE Smith said .``, although a sentence ends inside the
marks.  Cues, subjects and clause ends are read from lines, so that nothing inside a quoted stretch is taken for them.
"""

from __future__ import annotations

from typing import Final

from newsclaims.pattern import compiled
from newsclaims.quotes.vocabulary import word_class
from newsclaims.syntax.parse import Parse
from newsclaims.syntax.parses import Parses
from newsclaims.text.quotation import Quoted
from newsclaims.words.sentence import Sentence, Token

QUOTE: Final = "QUOTE"
"""Tag of the item that stands for a quoted stretch."""

Span = tuple[int, int]
"""Items of a line: the first one, and the one after the last."""

_LONGEST_LINE: Final = 200
"""Most items in a line: keeps every look at a whole line bounded, whatever the text."""

_LABEL: Final = compiled(r"\A\s*+([A-Z][A-Z.’' -]{1,30}):\s")
_LONGEST_TITLE: Final = 8
"""Most words in the title of a work."""

_WORD: Final = compiled(r"\w++(?:[’'-]\w++)*")


class Line:
    """The items of one sentence in the sense above.

    ``quoted`` maps the index of a QUOTE item to its stretch, ``words`` to the number of words in it, ``labels`` to the
    offsets of `SMITH` in `“SMITH: It works.”`; ``titles`` are the QUOTE items that look like names of works, ``spoken``
    those that end like a sentence and are not written like a title.
    ``paragraph`` holds all lines of the paragraph, ``number`` is this
    line's place in it.
    """

    __slots__ = (
        "_items", "labels", "number", "paragraph", "parses", "quoted", "sentence", "spoken", "titles", "words",
    )  # fmt: skip

    def __init__(self, sentence: Sentence, paragraph: list[Line], parses: Parses, items: list[Token] | None) -> None:
        self._items = items  # None: those of the sentence
        self.quoted: dict[int, Quoted] = {}
        self.words: dict[int, int] = {}
        self.labels: dict[int, tuple[int, int]] = {}
        self.titles: tuple[int, ...] = ()  # most lines have none: a set each would outweigh their words
        self.spoken: tuple[int, ...] = ()
        self.sentence = sentence
        self.paragraph = paragraph
        self.parses = parses
        self.number = len(paragraph)

    @property
    def items(self) -> list[Token]:
        """The tokens, each quoted stretch folded into one."""
        found = self._items
        return self.sentence.tokens if found is None else found

    @property
    def end(self) -> int:
        """Where its last item ends."""
        return self.items[-1].end

    def place(self, item: int) -> tuple[Parse, int] | None:
        """The reading of the sentence that an item stands in, and the token that begins where the item does."""
        if self._items is None:
            return self.parses[self.sentence.index], item
        return self.parses.locate(self.items[item].start)

    def stop(self, first: int = 0) -> int:
        """The item behind the last one from ``first`` on that is no full stop."""
        last = len(self.items)
        while last > first and self.items[last - 1].tag == ".":
            last -= 1
        return last

    def after(self) -> Line | None:
        """The next line of the paragraph."""
        return self.paragraph[self.number + 1] if self.number + 1 < len(self.paragraph) else None

    def before(self) -> Line | None:
        """The line before it in the paragraph."""
        return self.paragraph[self.number - 1] if self.number else None


def paragraphs(text: str, parses: Parses, sentences: list[Sentence] | None = None) -> list[list[Line]]:
    """Return the lines of every paragraph of the headline and the body; ``sentences`` limits them."""
    stretches = parses.stretches
    found: list[list[Line]] = []
    last_paragraph = -1
    at = 0
    count = len(stretches)
    folded: Quoted | None = None
    ended = -1  # the sentence in which the last item of the line ends
    for sentence in parses.sentences if sentences is None else sentences:
        if sentence.part not in ("headline", "body"):
            continue
        if sentence.paragraph != last_paragraph:
            last_paragraph = sentence.paragraph
            found.append([])
            ended = -1
        lines = found[-1]
        while at < count and stretches[at].end <= sentence.start:
            at += 1
        plain = at == count or stretches[at].start >= sentence.end
        if plain and len(sentence.tokens) < _LONGEST_LINE and not (lines and _goes_on(lines[-1], sentence)):
            lines.append(Line(sentence, lines, parses, None))
            ended = sentence.index
            continue
        for token in sentence.tokens:
            start = token.start
            while at < count and stretches[at].end <= start:
                at += 1
            inside = at < count and stretches[at].start <= start
            if not inside or stretches[at] is not folded:
                if _begins(text, lines, sentence, ended, inside, start):
                    lines.append(Line(sentence, lines, parses, []))
                if inside:
                    folded = stretches[at]
                    _fold(text, lines[-1], folded)
                else:
                    lines[-1].items.append(token)
            ended = sentence.index
    return found


def _begins(text: str, lines: list[Line], sentence: Sentence, ended: int, inside: bool, start: int) -> bool:
    """Tell whether the item at ``start`` begins a new line."""
    if not lines or len(lines[-1].items) >= _LONGEST_LINE:
        return True
    if inside and "\n" in text[lines[-1].items[-1].end : start]:
        return True
    return ended != sentence.index and (inside or not _goes_on(lines[-1], sentence))


def _fold(text: str, line: Line, stretch: Quoted) -> None:
    index = len(line.items)
    line.quoted[index] = stretch
    inner = text[stretch.inner_start : stretch.inner_end]
    words = _WORD.findall(inner)
    line.words[index] = len(words)
    label = _LABEL.match(inner)
    if label is not None:
        line.labels[index] = (stretch.inner_start + label.start(1), stretch.inner_start + label.end(1))
    last = inner.rstrip("'’” \"")[-1:]
    if last and last in ".?!" and (len(words) < 3 or any(word[0].islower() for word in words[1:])):
        line.spoken += (index,)
    named = last not in ",.?!" or (last == "," and index > 0 and line.items[-1].tag in _BEFORE_TITLE)
    nearest = line.items[-2:] if index > 1 and line.items[-1].lower == "," and _is_title(words) else line.items[-1:]
    labelled = any(
        item.lower in word_class("labelling") for item in nearest
    )  # `titled “…”`, `In her book, “Low Water,”`
    made = index > 1 and line.items[-1].lower == "of" and line.items[-2].lower in word_class("makers")
    made = made and bool(words) and words[0][0].isupper()
    if line.sentence.part != "headline" and (labelled or made or (named and _is_title(words))):
        line.titles += (index,)
    line.items.append(Token(last, stretch.start, stretch.end, "“”", QUOTE, "“”"))


def _is_title(words: list[str]) -> bool:
    """Tell whether quoted words are written like the title of a work."""
    if not words or len(words) > _LONGEST_TITLE or not words[0][0].isupper():
        return False
    return all(word[0].isupper() or len(word) < 4 for word in words)


_BEFORE_TITLE: Final = frozenset({"IN", "DT", "NN", "NNP", "POS", "PRP$"})
_DASHES: Final = frozenset({"―", "—", "–", "--", "-"})
_NAME_TAGS: Final = frozenset({"NNP", "NNPS", "NN", "NNS", "DT", "PRP", "PRP$", "JJ", "RB", "CD"})
_LONGEST_NAME: Final = 30
_CUE_TAGS: Final = frozenset({"VBD", "VBZ"})


def _goes_on(line: Line, sentence: Sentence) -> bool:
    """Tell whether a new sentence belongs to the quoted words before it: `“Why?” Smith asked`, `“…” — Ann Smith`."""
    last = line.items[-1]
    if last.tag != QUOTE:
        return False
    tokens = sentence.tokens
    if tokens[0].start < last.end:
        return False
    if tokens[0].text in _DASHES:
        return True
    if last.text not in "?!…—-," or len(tokens) > 40:
        return False
    before = line.items[-3:-1]
    if len(before) == 2 and before[1].text in (",", ":") and before[0].tag[:2] == "VB":
        return False  # `Smith was asked, “Why?” The mayor admitted that he was ill.`
    if last.text == "?" and _named_below(tokens):
        return True
    for names, token in enumerate(tokens[:6]):
        if token.tag in _CUE_TAGS:
            after = tokens[names + 1 : names + 2]
            if names:
                plain = (
                    not after or after[0].tag in (".", ",", "IN", "RB", ":") or after[0].lower in ("me", "reporters")
                )
                return plain and (not after or after[0].lower != "that")
            return bool(after) and after[0].tag in ("NNP", "DT", "NN", "PRP$", "NNS")
        if token.tag not in _NAME_TAGS:
            return False
    return False


def _named_below(tokens: list[Token]) -> bool:
    """Tell whether a sentence says whose question the words before it are: `Ann Smith, head of Acme, said so.`"""
    commas = [at for at, token in enumerate(tokens[:_LONGEST_NAME]) if token.text == ","][:2]
    if len(commas) < 2 or not 0 < commas[0] < 5 or any(token.tag[:3] != "NNP" for token in tokens[: commas[0]]):
        return False
    verb = commas[1] + 1
    if any(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in tokens[: commas[1]]) or verb + 1 >= len(tokens):
        return False
    asks = tokens[verb].lemma in ("ask", "say") and tokens[verb].tag in _CUE_TAGS
    return asks and tokens[verb + 1].tag in (".", "IN")


def only_quote(line: Line) -> bool:
    """Tell whether a line is one quoted stretch and nothing else."""
    items = line.items
    if items[0].tag != QUOTE or len(items) > 2 or (len(items) == 2 and items[1].tag != "."):
        return False
    return line.words[0] > 1 or (line.words[0] == 1 and items[0].text in ".?!…")
