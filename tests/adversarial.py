"""Runs of repeated junk that have made tools of this kind hang; each is cut to the size that a test asks for."""

from __future__ import annotations

UNITS = (
    '"', "“", '"a ', "'", "( ( (", "((((", "[", "7", "1,", "1.", "$", "$1 ", "1 million ", "$1 million ", "%", ",",
    ", and ", "and ",
    ".", ". . .", "...[111 111", "--\n", " ", "\n", "\n\n", "\t", "A", "Abc ", "A. ", "Mr. ", "said ", "he said ",
    '"x," he said. ',
    "may ", "May ", "Monday ", "01/06/16 ", "of the ", "who ", "that ", "to ", "-", "—", "a ", "ab", "́", "\u200d",
    "😀", "漢", "א",
    "Smith said that ", "U.S. ", "the ", "He gave her ", "was ", "not ", "in May 2025 ", "5 percent of ", "\u2028",
    "\r", "* a\n",
    "BY ", "LIMA, Nov 7 (Reuters) - ", "a/", "A/A ", "&", "@", "x'", "n't ", "...", "?! ", ": ", "; ", "|", "<b>",
    "\\", "\x00",
    "two hundred and ", "first ", "Dr. A. ", "‘a’ ", "“a” said B. ", "Jan. 1, ", "10:30 ", "a-b-", "IV ", "€5–", "1-",
    "1/2 ", "1'", "1 1 ", "1) ", "\n1. ", "\n- ", "$1-", "5–4 ", "5%-", "+5 ", "1, 2 and ", "£5m ", "1e5 ", "10-11-",
    "1.1.", " 1 Jan ", "5-year-old ", "a third of ", "two days ago ", "Q3 ", "! ", "- ", "http://a.b/c ", "a@b.c ",
    "a_b", "“He said ", "it was ", "did he ", "if ", "according to ", "the President of ", "Ann Smith, ", "X’s ",
)  # fmt: skip


def junk(unit: str, size: int) -> str:
    """Return ``unit`` repeated to ``size`` code points."""
    return (unit * (size // len(unit) + 1))[:size]
