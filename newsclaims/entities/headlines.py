"""Names in lines where capitals tell nothing: headlines in title case and lines in capitals."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from newsclaims.entities.lexicon import common_words, demonyms, first_names, gazetteer, not_names, parts, titles
from newsclaims.entities.names import Name, cut, key
from newsclaims.rule import rule
from newsclaims.table import words
from newsclaims.words.lemmas import lemma
from newsclaims.words.sentence import Sentence, Token

_STOPS: Final = frozenset({".", "?", "!", '"', "”", ";"})
_SMALL: Final = frozenset({"CC", "DT", "IN", "TO", "VB", "VBD", "VBP", "VBZ"})
_LONGEST: Final = 7  # tokens of a name at most in such a line


def in_title_case(sentence: Sentence) -> bool:
    """Return whether most words of a line begin with a capital, as in `Peru Declares Leader Persona Non Grata`."""
    upper = lower = 0
    for token in sentence.tokens[1:]:
        if len(token.text) > 3:
            if token.text[0].isupper():
                upper += 1
            elif token.text.isalpha():
                lower += 1
                if lower > 5 and lower > upper:
                    return False
    prose = lower > 3 and sum(len(token.text) > 3 and token.text.isupper() for token in sentence.tokens) < 4
    if sentence.part != "headline" and (upper < 12 or prose) and sentence.tokens[-1].text in _STOPS:
        return upper >= 4 and not lower and _small_in_capitals(sentence)
    return (upper >= 4 and upper >= 2 * lower) or (upper >= 3 and not lower and sentence.part == "headline")


def _small_in_capitals(sentence: Sentence) -> bool:
    """Return whether a verb or small word inside a line begins with a capital: `Ann Petrov Responds To Rivals.`"""
    return any(token.tag in _SMALL and token.text[0].isupper() for token in sentence.tokens[1:])


def names(sentence: Sentence, known: Collection[str], lower_words: Collection[str]) -> Iterator[Name]:
    """Names in a line whose words all begin with a capital, or that is in capitals.

    They are those that the rest of the article or a gazetteer knows, then runs of words that are no common words.
    """
    tokens = sentence.tokens
    count = len(tokens)
    shouting = sentence.tokens[0].text.isupper() and sum(token.text.isupper() for token in tokens) * 2 > count
    position = 0
    while position < count:
        if not tokens[position].text[0].isupper():
            position += 1
            continue
        end = _known_end(sentence, position, known, shouting)
        end = _with_suffix(tokens, end) if end else 0
        if not end and not shouting:
            end = position
            while end < min(count, position + _LONGEST) and _unusual(sentence, end, lower_words):
                if end > position + 1 and _is_verb(tokens[end].lower) and tokens[position].text in first_names():
                    break  # `Ann Petrov Scores Direct Hit`
                end += 1
        if end > position:
            yield from cut(sentence, position, end)
            position = end
        else:
            position += 1


rule("entities.headline-name")(names)


def _known_end(sentence: Sentence, position: int, known: Collection[str], shouting: bool) -> int:
    tokens = sentence.tokens
    for end in range(min(len(tokens), position + _LONGEST), position, -1):
        form = key(tokens[position:end])
        if form in known or (form in gazetteer() and (end > position + 1 or form.lower() not in not_names())):
            return end
        if shouting and (form.title() in known or form.title() in gazetteer()):
            return end
    return 0


def _with_suffix(tokens: list[Token], end: int) -> int:
    """Return where a known name ends with the words that tell a company: `Dell Technologies Inc.`"""
    for last in range(end, min(len(tokens), end + 3)):
        if tokens[last].tag not in ("NNP", "NNPS"):
            break
        if tokens[last].lower in parts("corporate"):
            return last + 1
    return end


def _is_verb(lower: str) -> bool:
    """Return whether a word is the third person of a verb: `scores`."""
    return lower[-1] == "s" and lemma(lower, "VBZ") in words("words", "verb_bases") and lower not in titles()


def _unusual(sentence: Sentence, position: int, lower_words: Collection[str]) -> bool:
    token = sentence.tokens[position]
    surname = token.tag == "NN" and position > 0 and sentence.tokens[position - 1].text in first_names()
    if not token.text[0].isupper() or not (surname or token.tag in ("NNP", "NNPS", "JJ")):
        return False
    lower = token.lower
    if lower in not_names():
        return False
    if token.text in first_names() or lower in titles() or token.text in demonyms():
        return True
    plain = any(form in common_words() or form in lower_words for form in (lower, token.lemma))
    return not plain and token.tag != "JJ"
