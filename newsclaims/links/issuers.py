"""Who speaks in what a paper says: `A statement from the ministry said`, `The bank's latest report says`."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from newsclaims.links.classes import word_class
from newsclaims.model import Reference
from newsclaims.words.sentence import Sentence

_FROM: Final = frozenset({"by", "from"})
_BASE: Final = frozenset({"CD", "DT", "HYPH", "JJ", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "VBN"})
_LONGEST: Final = 20
_WHEN: Final = 6  # tokens of a time at most


def issuer(
    text: str, sentences: list[Sentence], starts: list[int], speaker: Reference
) -> tuple[Reference, bool] | None:
    """Return who issued the statement, letter or study that a speaker's phrase names, None for every other phrase.

    It is the owner before the noun (`its report`, `the bank's report`) or whoever stands right behind it with *by* or
    *from*; what the paper is of or about says nothing of that.  Also whether the owner, if that is a person, need not
    have said what stands in it: `Reed's budget documents`, `his bank records`.
    """
    sentence = sentences[max(0, bisect_right(starts, speaker.start) - 1)]
    tokens, first, last = sentence.tokens, sentence.at(speaker.start), sentence.at(speaker.end)
    last = min(last, first + _LONGEST)
    end = first
    while end < last and tokens[end].tag in _BASE and (end == first or tokens[end].lower not in word_class("issuing")):
        end += 1
    head = end - 1
    if end < last and tokens[end].lower in word_class("issuing"):  # `a report published last week by Acme`
        end = next((at for at in range(end + 1, min(last, end + _WHEN)) if tokens[at].lower == "by"), end)
    if head < first or tokens[head].lower not in word_class("papers"):
        return None
    owner = next((at for at in range(first, head) if tokens[at].tag in ("POS", "PRP$")), None)
    if owner is not None:
        span = (first, owner) if tokens[owner].tag == "POS" else (owner, owner + 1)
    elif end < last - 1 and tokens[end].lower in _FROM:
        span = (end + 1, last)
    else:
        return None
    if span[0] >= span[1]:
        return None
    start, stop = tokens[span[0]].start, tokens[span[1] - 1].end
    held = owner is not None and tokens[head].lower in word_class("held-papers")
    return Reference(text[start:stop], start, stop), held
