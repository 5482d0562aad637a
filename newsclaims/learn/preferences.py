"""Learn which prepositions verbs and nouns take, and who does what, from parsed news, and write it as tables.

Run it again with::

    python -m newsclaims.learn.preferences NEWS.tsv.xz

The input is that of ``frames.py``.  Only counts are kept, no sentence.  Written are, in ``words/lexicon``:

* ``verb_prepositions.tsv``, ``noun_prepositions.tsv``: in how many per cent of its uses a verb or noun has a phrase
  with the preposition (phrases that say when are not counted, and *of* behind nouns, which is always theirs);
* ``verb_subjects.tsv``: in how many per cent of its pronoun and name subjects a verb has a person (*he*, *who*), not
  a thing (*it*, *which*): 98 for *say*, 36 for *kill*;
* ``verb_objects.tsv``: in how many per cent of its objects, also as the subject of a passive, a verb has a person:
  a pronoun, a name, or a noun that stands beside names, acts as persons do, or has *who*: 88 for *arrest*, 14 for
  *build*;
* ``noun_subjects.tsv``: how often, in per cent, a noun is a subject at all; how personal the verbs are whose subject it
  is (the mean of the table before); and how often it stands beside a person's name (*spokesman John Smith*).
"""

from __future__ import annotations

from collections import Counter, defaultdict

from newsclaims.learn import arguments, corpus
from newsclaims.learn.frames import Row, children, plain, table
from newsclaims.words.frames import noun_frame

Counts = dict[str, Counter[str]]
PERSONS = frozenset({"he", "she", "who", "i", "we", "you"})
OBJECTS = PERSONS | {"her", "him", "me", "us", "whom"}
THINGS = frozenset({"it", "which"})
SMALLEST = 15
"""Occurrences from which a word gets a line."""
RAREST = 3
"""Per cent (and occurrences) from which a preposition gets a line."""
SUBJECTS = 5
"""Subjects from which their mean says something."""


class Learned:
    """The counts: prepositions of verbs and nouns, subjects of verbs, uses of nouns and the verbs that they govern."""

    def __init__(self) -> None:
        self.verb_prepositions: Counts = defaultdict(Counter)
        self.noun_prepositions: Counts = defaultdict(Counter)
        self.subjects: Counts = defaultdict(Counter)
        self.objects: Counts = defaultdict(Counter)
        self.nouns: Counts = defaultdict(Counter)
        self.acts: Counts = defaultdict(Counter)

    def read(self, sentence: list[Row]) -> None:
        """Add a sentence's words to the counts."""
        kids = children(sentence)
        for index, row in enumerate(sentence):
            head = sentence[int(row[3]) - 1] if row[3] != "0" else None
            if row[1][0] == "V" and row[4] not in ("aux", "auxpass", "amod"):
                self._prepositions(sentence, kids, index, self.verb_prepositions[row[2].lower()])
            elif row[1] in ("NN", "NNS"):
                self._prepositions(sentence, kids, index, self.noun_prepositions[row[2].lower()])
                self._noun(row, head)
            if head is not None and row[4] == "nsubj" and head[1][0] == "V":
                self._subject(row, self.subjects[head[2].lower()])
            if head is not None and row[4] in ("dobj", "nsubjpass") and head[1][0] == "V":
                self._object(row, self.objects[head[2].lower()])
            if head is not None and row[4] == "appos" and "PERSON" in row[5] and head[1] in ("NN", "NNS"):
                self.nouns[head[2].lower()]["named"] += 1

    @staticmethod
    def _prepositions(sentence: list[Row], kids: dict[int, list[int]], word: int, counts: Counter[str]) -> None:
        counts["n"] += 1
        seen = set()
        for kid in kids.get(word, ()):
            if sentence[kid][4] != "prep" or kid < word:
                continue
            objects = [sentence[x] for x in kids.get(kid, ()) if sentence[x][4] in ("pobj", "pcomp")]
            if objects and not any(row[5].endswith(("DATE", "TIME")) for row in objects):
                seen.add(sentence[kid][0].lower())
        counts.update(seen)

    def _noun(self, row: Row, head: Row | None) -> None:
        counts = self.nouns[row[2].lower()]
        counts["n"] += 1
        counts["subject"] += row[4] in ("nsubj", "nsubjpass")
        if head is not None:
            counts["named"] += row[4] in ("compound", "appos") and "PERSON" in head[5]
            if row[4] == "nsubj" and head[1][0] == "V":
                self.acts[row[2].lower()][head[2].lower()] += 1

    @staticmethod
    def _subject(row: Row, counts: Counter[str]) -> None:
        word = row[0].lower()
        counts["person"] += word in PERSONS or "PERSON" in row[5]
        counts["thing"] += word in THINGS

    @staticmethod
    def _object(row: Row, counts: Counter[str]) -> None:
        word = row[0].lower()
        if word in OBJECTS or "PERSON" in row[5]:
            counts["+person"] += 1
        elif word in THINGS:
            counts["+thing"] += 1
        elif row[1] in ("NN", "NNS"):
            counts[row[2].lower()] += 1

    def affected(self) -> dict[str, tuple[int, int]]:
        """Return (objects, per cent of them persons) of every verb that has enough objects."""
        personal, found = self.personal(), {}
        for verb, counts in self.objects.items():
            total = counts.total()
            if total < SUBJECTS or not plain(verb):
                continue
            persons = sum(count for word, count in counts.items() if word == "+person" or self._person(word, personal))
            found[verb] = (total, round(100 * persons / total))
        return found

    def _person(self, noun: str, personal: dict[str, int]) -> bool:
        uses = self.nouns.get(noun, Counter())
        shares = [personal[verb] for verb in self.acts[noun].elements() if verb in personal]
        acts = sum(shares) / len(shares) if len(shares) >= SUBJECTS else 0
        named = 100 * uses["named"] / max(1, uses["n"])
        return (noun_frame(noun).who or 0) >= 50 or acts >= 78 or named >= 8

    def personal(self) -> dict[str, int]:
        """Return the share of persons, in per cent, among the subjects of every verb that has enough of them.

        One person and half a thing are added to each verb (roughly the mean of all), so that few cannot say 100 or 0.
        """
        return {
            verb: round(100 * (counts["person"] + 1) / (counts.total() + 1.5))
            for verb, counts in self.subjects.items()
            if counts.total() >= SUBJECTS and plain(verb)
        }


def preposition_lines(counts: Counts) -> list[str]:
    """Return the lines of a table: word, preposition, per cent of the word's uses, occurrences."""
    lines = []
    for word, found in counts.items():
        if found["n"] < SMALLEST or not plain(word):
            continue
        for preposition, count in found.items():
            share = round(100 * count / found["n"])
            known = preposition not in ("n", "of") and plain(preposition)
            if known and share >= RAREST and count >= RAREST:
                lines.append(f"{word}\t{preposition}\t{share}\t{count}")
    return lines


def noun_lines(learned: Learned) -> list[str]:
    """Return the lines of ``noun_subjects``."""
    personal = learned.personal()
    lines = []
    for noun, counts in learned.nouns.items():
        if counts["n"] < SMALLEST or not plain(noun):
            continue
        shares = [personal[verb] for verb in learned.acts[noun].elements() if verb in personal]
        acts = str(round(sum(shares) / len(shares))) if len(shares) >= SUBJECTS else "-"
        subject, named = (round(100 * counts[column] / counts["n"]) for column in ("subject", "named"))
        lines.append(f"{noun}\t{counts['n']}\t{subject}\t{acts}\t{named}")
    return lines


def main() -> None:
    learned = Learned()
    for sentence in corpus(arguments(__doc__, 1)[0]):
        learned.read(sentence)
    personal = learned.personal()
    uses = "preposition  per cent of its uses  count"
    subjects = "verb  pronoun and name subjects  per cent of them that are persons"
    nouns = "noun  count  per cent subjects  how personal its verbs are (- where few)  per cent beside a person's name"
    verb_lines = [f"{verb}\t{learned.subjects[verb].total()}\t{share}" for verb, share in personal.items()]
    object_lines = [f"{verb}\t{total}\t{share}" for verb, (total, share) in learned.affected().items()]
    objects = "verb  pronouns, names and common nouns as objects  per cent of them that are persons"
    for name, head, lines in (
        ("verb_prepositions", f"verb  {uses}", preposition_lines(learned.verb_prepositions)),
        ("noun_prepositions", f"noun  {uses}", preposition_lines(learned.noun_prepositions)),
        ("verb_subjects", subjects, verb_lines),
        ("verb_objects", objects, object_lines),
        ("noun_subjects", nouns, noun_lines(learned)),
    ):
        table(name, head, lines, "newsclaims/learn/preferences.py")


if __name__ == "__main__":
    main()
