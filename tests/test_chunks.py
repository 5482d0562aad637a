"""Groups: what is one noun chunk or verb chunk, with which head, in linear time."""

from __future__ import annotations

from functools import partial

import pytest
from stopwatch import assert_growth

from newsclaims.syntax import chunks as g
from newsclaims.syntax.word_classes import letters
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.sentence import Sentence, Token


def sentence(tagged: str) -> Sentence:
    """Return a sentence written as ``word/TAG`` tokens."""
    tokens = []
    at = 0
    for item in tagged.split():
        form, _, tag = item.rpartition("/")
        tokens.append(Token(form, at, at + len(form), form.lower().replace("’", "'"), tag, form.lower()))
        at += len(form) + 1
    return Sentence(0, 0, at, 0, "body", tokens)


def shown(tagged: str) -> list[str]:
    """Return every chunk as ``kind: words``, its head in brackets where it is not the last word."""
    found = sentence(tagged)
    lines = []
    for chunk in g.chunks(found):
        words = [token.text for token in found.tokens[chunk.first : chunk.last]]
        if chunk.head != chunk.last - 1:
            words[chunk.head - chunk.first] = f"[{words[chunk.head - chunk.first]}]"
        lines.append(f"{chunk.kind}: {' '.join(words)}")
    return lines


@pytest.mark.parametrize(
    ("tagged", "expected"),
    [
        ("Peru/NNP 's/POS new/JJ Foreign/NNP Minister/NNP", ["noun: Peru 's new Foreign Minister"]),
        ("a/DT 25/CD -/HYPH year/NN prison/NN sentence/NN", ["noun: a 25 - year prison sentence"]),
        ("the/DT 10/CD -/HYPH year/NN Treasury/NNP rose/VBD", ["noun: the 10 - year Treasury", "finite: rose"]),
        ("more/JJR than/IN 300/CD people/NNS", ["noun: more than 300 people"]),
        ("$/$ 2.5/CD billion/CD last/JJ year/NN", ["noun: $ 2.5 billion", "noun: last year"]),
        ("last/JJ week/NN Obama/NNP", ["noun: last week", "noun: Obama"]),
        ("the/DT match/NN Monday/NNP", ["noun: the match", "noun: Monday"]),
        ("young/JJ and/CC new/JJ faces/NNS", ["noun: young and new faces"]),
        ("deficient/JJ ,/, researchers/NNS", ["adjective: deficient", "comma: ,", "noun: researchers"]),
        ("an/DT “/`` unfriendly/JJ act/NN ”/''", ["noun: an “ unfriendly act"]),
        ("have/VBP not/RB yet/RB been/VBN arrested/VBN", ["finite: have not yet been arrested"]),
        ("is/VBZ not/RB Texas/NNP", ["finite: [is] not", "noun: Texas"]),
        ("to/TO be/VB re/AFX -/HYPH elected/VBN", ["infinitive: to be re - elected"]),
        ("picked/VBD up/RP speed/NN", ["finite: [picked] up", "noun: speed"]),
        ("according/VBG to/TO police/NNS", ["prep: according to", "noun: police"]),
        ("persona/NN non/FW grata/FW", ["adjective: persona non grata"]),
        ("all/DT of/IN them/PRP had/VBD since/IN been/VBN examined/VBN",
         ["pronoun: all", "prep: of", "pronoun: them", "finite: had since been examined"]),
    ],
)  # fmt: skip
def test_groups(tagged: str, expected: list[str]) -> None:
    assert shown(tagged) == expected


def test_every_token_but_quotation_marks_is_in_one_group() -> None:
    found = sentence("\"/`` We/PRP won/VBD ,/, \"/'' he/PRP said/VBD -/: loudly/RB !/.")
    covered = [index for chunk in g.chunks(found) for index in range(chunk.first, chunk.last)]
    assert sorted(covered) == [index for index, token in enumerate(found.tokens) if token.text != '"']
    assert len(covered) == len(set(covered))


def test_noun_groups_have_heads_inside() -> None:
    found = sentence("the/DT leader/NN of/IN the/DT party/NN 's/POS youth/NN wing/NN left/VBD it/PRP")
    nouns = [chunk for chunk in g.chunks(found) if chunk.kind in (g.NOUN, g.PRONOUN)]
    assert [(chunk.first, chunk.last, chunk.head) for chunk in nouns] == [
        (0, 2, 1),
        (3, 8, 7),
        (9, 10, 9),
    ]


def test_one_letter_for_every_token_that_counts() -> None:
    found = sentence("He/PRP said/VBD :/: “/`` no/DT ”/'' ./.")
    line, kept = letters(found.tokens, {})
    assert len(line) == len(kept) == 5


def test_frames_know_common_words() -> None:
    assert verb_frame("say").that > 80
    assert verb_frame("give").two_objects > 10
    assert verb_frame("no-such-verb").object > 0
    assert (noun_frame("activist").who or 0) > 90


@pytest.mark.parametrize(
    "word", ["and/CC", "a/DT", "big/JJ", "very/RB", "Smith/NNP", "'s/POS", "-/HYPH", "said/VBD", "1/CD"]
)
def test_long_runs_take_linear_time(word: str) -> None:
    small, large = (partial(g.chunks, sentence(f"{word} " * count)) for count in (4000, 16000))
    assert_growth(small, large, 8)
