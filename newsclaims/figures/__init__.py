"""Figures: numbers that say how much, how many or which rank.

Money, percentages, measures, counts, ages, ranks, shares, multiples and results; with unit, comparator, range and,
where the clause says so, what is measured.  Dates, clock times, periods of time, labels, numbers in names and the
pronoun "one" are none.  The comparator ("more than") is not part of the span.

A rule of this kind takes a ``Line`` (a sentence with its numbers) and the index of a number, and returns a ``Draft`` or
None.  Rules are tried by falling priority, in three stages: from 80 on, those whose unit settles the matter (money,
percent, measures, ages); from 40 on, after dates and clock times are out, shares, results and ranks; then, after names
and labels are out, counts.
"""

from __future__ import annotations

from newsclaims.figures.recognition import find

__all__ = ["find"]
