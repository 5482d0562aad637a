"""Headlines that name who says what they tell: `Vale: The dam is safe`, `Tax to rise: minister`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsclaims.quotes.draft import Draft, offsets
from newsclaims.quotes.lines import QUOTE, Line
from newsclaims.quotes.phrases import phrase_right
from newsclaims.quotes.sources import can_speak
from newsclaims.quotes.vocabulary import word_class
from newsclaims.words.sentence import Token

_LONGEST_LABEL: Final = 7
"""Items before the colon of a headline at most."""
_SIGNS: Final = frozenset({"―", "—", "–", "--", "-", ":"})
_TOLD: Final = frozenset({"MD", "TO", "VB", "VBD", "VBN", "VBP", "VBZ"})


def headline_label(line: Line, drafts: Iterable[Draft]) -> Draft | None:
    """The label of a headline without marks that names whom the article quotes: `Vale: The dam is safe`.

    So does one that says what kind of source it is: `Poll: Voters are split`, `Police: Man shot officer`, and a source
    that ends it: `Taxes to rise: minister`.
    """
    items = line.items
    if line.sentence.part not in ("headline", "body") or line.number or items[0].tag == QUOTE:
        return None
    behind = _source_behind(line)
    if behind is not None:
        return behind
    end = next((at for at in range(1, min(_LONGEST_LABEL, len(items) - 2)) if items[at].text == ":"), 0)
    last = line.stop()
    last -= items[last - 1].text == ";"
    if not end or last - end < 4 or not any(item.tag[:2] in ("VB", "MD") for item in items[end + 1 : last]):
        return None
    name = items[end - 1].lower
    spans = [(items[end + 1].start, items[last - 1].end)]
    cue = (items[end].start, items[end].end)
    if end == 1 and name in word_class("headline-sources"):
        return Draft("quotes.name-colon", line, spans, offsets(line, (0, end)), cue, ":")
    for draft in drafts:
        if draft.speaker is not None and draft.line.sentence.part == "body":
            said = (item for item in draft.line.items if draft.speaker[0] <= item.start < draft.speaker[1])
            if any(item.lower == name for item in said):
                return Draft("quotes.name-colon", line, spans, offsets(line, (0, end)), cue, ":")
    return None


def _source_behind(line: Line) -> Draft | None:
    """Return what a headline tells before a colon or dash and who says it: `Taxes to rise in May: minister`."""
    items, last = line.items, line.stop()
    sign = next((at for at in range(last - 2, max(1, last - _LONGEST_LABEL), -1) if _parts(items, at)), 0)
    if line.sentence.part != "headline" or sign < 3 or items[0].tag in (QUOTE, "WP", "WRB"):
        return None
    told = any(item.tag in _TOLD or item.tag == QUOTE for item in items[1:sign]) or items[0].lower == "no"
    colons = sum(_parts(items, at) for at in range(1, last - 1))
    named = sign + 2 == last and items[sign + 1].text[:1].isupper() and items[1].text[:1].islower()
    if not told or colons > 1 or not (named or (phrase_right(line, sign + 1) == last and can_speak(line, sign + 1))):
        return None
    spans, cue = [(items[0].start, items[sign - 1].end)], (items[sign].start, items[sign].end)
    return Draft("quotes.name-colon", line, spans, offsets(line, (sign + 1, last)), cue, items[sign].text)


def _parts(items: list[Token], at: int) -> bool:
    """Tell whether an item parts a headline: a colon, or a dash between spaces."""
    return items[at].text in _SIGNS and items[at + 1].start > items[at].end
