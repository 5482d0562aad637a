"""The shipped sums of frequent forms are those that the tagger's tables make."""

from __future__ import annotations

from newsclaims.words import frequent
from newsclaims.words.packed_scores import MASK, SHIFT, bias, only
from newsclaims.words.tagger import Tagger, tagger
from newsclaims.words.tagger_model import load

WORDS = "The court said on Monday that he had been told to close the mine , and shares fell 3 % ."
SENTENCE = WORDS.split(" ")


def rows(sums: frequent.Sums | None) -> tuple[int, int, int] | None:
    return sums and (sums.own, sums.before, sums.after)


def test_every_sum_is_what_the_tables_say() -> None:
    summed, plain = frequent.load(), Tagger(load())
    assert len(summed) == 3000
    for key in summed:
        assert rows(summed.get(key)) == rows(plain.sums(key)), key


def test_the_rows_of_a_form_nobody_knows_are_not_there() -> None:
    assert frequent.load().get("zyzzyva") is None


def test_tags_are_the_same_with_and_without_them() -> None:
    assert Tagger(load()).tag(SENTENCE) == tagger().tag(SENTENCE)


def test_packed_sums_come_back() -> None:
    entries = [("a", frequent.Sums(-1, 0, 1 << 700)), ("é’", frequent.Sums(5, -(1 << 90), 7))]
    read = frequent.Frequent(frequent.pack(entries))
    assert [(key, rows(read.get(key))) for key in read] == [(key, rows(sums)) for key, sums in entries]
    assert len(frequent.Frequent(frequent.pack([]))) == 0


def test_a_row_of_some_lanes_reads_the_same_in_them() -> None:
    letters = "".join(SHIFT)[:6]
    row = sum(weight << SHIFT[letter] for letter, weight in zip("".join(SHIFT), range(-90, 90, 4), strict=False))
    for letter in letters:
        lanes = [((scores + bias(letters)) >> SHIFT[letter]) & MASK for scores in (row, only(row, letters))]
        assert lanes[0] == lanes[1]
