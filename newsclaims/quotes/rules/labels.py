"""Names that label words: before a colon, behind a dash, on the line below a post."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from newsclaims.quotes.cues import verbs
from newsclaims.quotes.draft import Draft, Offsets, offsets
from newsclaims.quotes.lines import QUOTE, Line
from newsclaims.quotes.phrases import phrase_right
from newsclaims.quotes.sources import can_speak, documents, is_human
from newsclaims.quotes.vocabulary import word_class
from newsclaims.rule import rule
from newsclaims.words.lemmas import lemma as lemma_of
from newsclaims.words.sentence import Token

_SIGNS: Final = frozenset({"―", "—", "–", "--", "-", ":"})
_DESCRIBING: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "IN", "POS", "CD", "HYPH", "CC", "PRP$", ","})
_LONGEST_NAME: Final = 3
_LONGEST_LABEL: Final = 7
"""Items before the colon of a transcript at most."""


def quote_dash_name(line: Line) -> Draft | None:
    """A quoted letter or comment signed after a dash: `“…” — Ann Smith`; a headline `‘…’: Ann Smith`, `‘…’ - mayor`."""
    items = line.items
    if len(items) < 3 or items[0].tag != QUOTE or items[1].text not in _SIGNS or line.words[0] < 2:
        return None
    headline = line.sentence.part == "headline"
    if line.words[0] < 4 and items[1].text != ":" and not headline:
        return None
    end = phrase_right(line, 2)
    if headline and end > 2 and can_speak(line, 2):
        spans: list[Offsets] = [(items[0].start, items[0].end)]
        sign = (items[1].start, items[1].end)
        return Draft("quotes.quote-dash-name", line, spans, offsets(line, (2, end)), sign, items[1].text)
    if end < len(items) <= 8 and all(item.text[:1].isupper() for item in items[2:]):
        end = len(items)
    if end == 2 or (end < len(items) and items[end].tag not in (".", ",", QUOTE)) or not items[2].text[:1].isupper():
        return None
    if items[1].text == ":" and end < line.stop():
        return None
    return Draft(
        "quotes.quote-dash-name",
        line,
        [(items[0].start, items[0].end)],
        offsets(line, (2, end)),
        (items[1].start, items[1].end),
        items[1].text,
    )


rule("quotes.quote-dash-name")(quote_dash_name)


def post_credit(line: Line, before: list[Line]) -> Draft | None:
    """A post with its credit line below: `The road is shut. — Ann Smith (@annsmith) May 1, 2024`.

    ``before`` are the lines of the paragraphs above; they are what was posted, without quotation marks.
    """
    items = line.items
    if items[0].text not in _SIGNS or len(items) > 25 or not before or not any(i.text[:1] == "@" for i in items[2:]):
        return None
    bracket = next((at for at in range(2, len(items)) if items[at].text == "("), 0)
    if not bracket or not before[0].items:
        return None
    spans: list[Offsets] = [(before[0].items[0].start, before[-1].end)]
    cue = (items[0].start, items[0].end)
    found = Draft("quotes.post-credit", before[0], spans, offsets(line, (1, bracket)), cue, items[0].text)
    found.posted = True
    return found


rule("quotes.post-credit")(post_credit)


def name_colon(line: Line) -> Draft | None:
    """A name, a colon and the words: `Smith: ‘It works’` in headlines, `SMITH: It works.` in transcripts."""
    items = line.items
    if line.labels.get(0) is not None and len(items) == 1:
        start, stop = line.labels[0]
        return Draft("quotes.name-colon", line, [(stop + 2, items[0].end)], (start, stop), (stop, stop + 1), ":")
    asked = items[0].text in ("Q", "A") and len(items) > 2 and items[1].lower in (":", ".")
    end = 1 if asked else _shouted(line) or phrase_right(line, 0)
    end = _described(line, end) if end and not asked else end
    if (
        end == 0
        or items[0].tag in ("VBD", "VBN")  # `Added Reed: “…”`
        or items[end - 1].lower in documents()
        or items[end - 1].lower in word_class("labels")
        or end + 1 >= len(items)
        or (items[end].lower != ":" and not asked)
        or (items[0].text == "A" and not asked)
        or not (asked or items[0].text.isupper() or items[end - 1].tag in ("NNP", "NNPS", "NN", "NNS", "-RRB-"))
    ):
        return None
    heads = line.number == 0 and items[end + 1].tag != QUOTE
    named = heads and end <= _LONGEST_NAME and line.sentence.part != "headline"
    turn = items[0].text.isupper() or (named and all(item.text[:1].isupper() for item in items[:end]))
    if items[end + 1].tag != QUOTE and (not turn or line.sentence.part == "headline"):
        return None  # in headlines a label in capitals may be a kicker
    last = line.stop()
    if last <= end + 1:
        return None
    if items[end + 1].tag == QUOTE and end + 2 < last and line.words[end + 1] > 1 and items[end + 2].tag == "IN":
        last = end + 2  # `Mayor: ‘We will rebuild’ after flood`
    spans: list[Offsets] = [(items[end + 1].start, items[last - 1].end)]
    if turn and heads and line.after() is not None:
        spans = [(items[end + 1].start, line.paragraph[-1].end)]
    if items[end + 1].tag == QUOTE and (verb := _states(line, end)):
        cue = (items[end - 1].start, items[end - 1].end)
        return Draft("quotes.name-colon", line, spans, offsets(line, (0, end - 1)), cue, verb)
    cue = (items[end].start, items[end].end)
    return Draft("quotes.name-colon", line, spans, offsets(line, _bearer(line, end)), cue, ":")


rule("quotes.name-colon")(name_colon)


def _bearer(line: Line, end: int) -> tuple[int, int] | None:
    """Return whose words a label before marks names: `Reed on tax:`, `Mum's fury:`; nobody's by `Lowton fire:`."""
    items = line.items
    if items[end + 1].tag != QUOTE or line.sentence.part != "headline":
        return 0, end
    about = next((at for at in range(1, end) if _breaks(items, at)), end)
    owner = next((at for at in range(1, about) if items[at].tag == "POS"), about)
    if can_speak(line, about - 1) or (about == 1 and items[0].text[:1].isupper()):
        return 0, about
    return (0, owner) if owner < about and (items[owner - 1].tag[:3] == "NNP" or is_human(items[owner - 1])) else None


def _breaks(items: list[Token], at: int) -> bool:
    """Tell whether a label goes on with a topic or a verb behind its name: `Reed on tax:`, `Reed Praises Holt:`."""
    if items[at].tag == "IN":
        return items[at].lower != "of"
    frames = verbs().get(lemma_of(items[at].lower, "VBZ")) if items[at].lower.endswith("s") else None
    return frames is not None and frames.kind == "speech" and {items[at - 1].tag, items[at + 1].tag} == {"NNP"}


def _states(line: Line, end: int) -> str:
    """Return the verb of saying with which a label ends if it looks like a plural: `The rule states: “…”`; else ""."""
    verb, before = line.items[end - 1], line.items[max(0, end - 2)]
    lemma = lemma_of(verb.lower, "VBZ")
    frames = verbs().get(lemma) if verb.tag == "NNS" and before.tag == "NN" and line.items[0].tag == "DT" else None
    return lemma if frames is not None and frames.kind == "speech" and "quote" in frames.takes else ""


def spoken(drafts: list[Draft]) -> list[Draft]:
    """Leave out what a label in capitals heads that nobody answers: `BYLINE:`, `FTC:`, `FIRE AT SEA:`.

    Of two speakers one follows the other; a single turn is kept where its label names somebody who is quoted elsewhere.
    """
    drafts = _interviewed(drafts)
    turns = [draft for draft in drafts if _is_turn(draft)]
    if not turns:
        return drafts
    answered: set[int] = set()
    for first, second in pairwise(turns):
        near = second.line.sentence.paragraph - first.line.sentence.paragraph <= 1
        if near and _label(first) != _label(second):
            answered.update((id(first), id(second)))
    names = {_label(draft) for draft in turns if id(draft) in answered}
    for draft in drafts:
        if draft.speaker is not None and id(draft) not in answered and not _is_turn(draft):
            start, end = draft.speaker
            names.update(item.lower for item in draft.line.items if start <= item.start < end)
    return [draft for draft in drafts if not _is_turn(draft) or _label(draft) in names]


def _interviewed(drafts: list[Draft]) -> list[Draft]:
    """Leave out what other labels head unless two take turns with questions: `Post: Why?`, `Smith: It rained.`"""
    found = [draft for draft in drafts if _is_labelled(draft) and not _label(draft)]
    if not found:
        return drafts
    turns: dict[str, int] = {}
    for first, second in pairwise(found):
        near = second.line.sentence.paragraph - first.line.sentence.paragraph <= 1
        names = [_name(first), _name(second)]
        if near and names[0] != names[1]:
            for name in names:
                turns[name] = turns.get(name, 0) + 1
    asked = any(item.text == "?" for draft in found for item in draft.line.items)
    often = {name for name, count in turns.items() if count > 1} if asked else set()
    dropped = {id(draft) for draft in found if len(often) < 2 or _name(draft) not in often}
    return [draft for draft in drafts if id(draft) not in dropped]


def _name(draft: Draft) -> str:
    """Return the last word of a label in lower case."""
    start, end = draft.speaker or (0, 0)
    words = [item.lower for item in draft.line.items if start <= item.start < end]
    return words[-1] if words else ""


def _is_turn(draft: Draft) -> bool:
    """Tell whether a draft is what a label in capitals heads, without marks: `SMITH: It works.`"""
    return _label(draft) != "" and _is_labelled(draft)


def _is_labelled(draft: Draft) -> bool:
    """Tell whether a draft is what a label heads, without marks."""
    if draft.rule != "quotes.name-colon" or draft.cue is None or draft.line.sentence.part == "headline":
        return False
    cue = draft.cue[0]
    return not any(stretch.start == draft.start or stretch.start < cue for stretch in draft.line.quoted.values())


def _label(draft: Draft) -> str:
    """Return the last word of a label in capitals in lower case; empty where it has none."""
    start, end = draft.speaker or (0, 0)
    items = [item for item in draft.line.items if start <= item.start < end]
    words = [item for item in items if item.text.isalpha()]
    return words[-1].lower if words and all(item.text.isupper() for item in words) else ""


def _described(line: Line, end: int) -> int:
    """Return where a name with what its bearer is ends before a colon and quoted words: `Ann Reed, coach: “…”`."""
    items = line.items
    if end >= len(items) or items[end].text != "," or items[end - 1].tag not in ("NNP", "NNPS"):
        return end
    for at in range(end + 1, min(len(items) - 1, end + _LONGEST_LABEL + 4)):
        if items[at].lower == ":":
            return at if at > end + 1 and items[at + 1].tag == QUOTE else end
        if items[at].tag not in _DESCRIBING:
            break
    return end


def _shouted(line: Line) -> int:
    """Return where a name in capitals before a colon ends, whatever its tags: `SEN. PATRICIA LOMAX:`; else 0."""
    if line.sentence.part == "headline":
        return 0
    for at, item in enumerate(line.items[:_LONGEST_LABEL]):
        if item.lower == ":":
            return at
        if not item.text.isupper():
            break
    return 0
