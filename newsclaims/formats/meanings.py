"""What each column of the flat tables says, in a few words."""

from __future__ import annotations

from newsclaims.formats.columns import Column

_KINDS = {
    "text": "text", "closed": "text", "day": "day", "integer": "whole number", "number": "number",
    "truth": "true or false", "texts": "list", "ids": "list of ids",
}  # fmt: skip
_WHO = {
    "": "the words that stand for {}",
    "_name": "the name of {}, as the article has it",
    "_entity": "entity of {}: its id",
    "_reading": "what the name of a place stands for in {}: government or team",
}
_MEANINGS = {
    "amounts": "the words of its figures",
    "anchor": "what a relative date hangs on",
    "anchor_id": "the date that it hangs on",
    "approximate": "about, some, nearly",
    "arguments": "role: words of each",
    "article": "the article's id",
    "attributed_to": "whom the article credits with it",
    "attributed_to_entity": "the same by id",
    "baseline": "the figure that it is compared with",
    "characters": "length of the text in code points",
    "check_worthiness": "how much it states a fact worth checking, 0 to 1",
    "comparator": "= < <= > >= or ~",
    "confidence": "chance that a reader would sign it, 0 to 1",
    "context": "the sentence that it stands in, on one line",
    "country": "ISO 3166-1 code",
    "cue": "the words of saying",
    "dates": "its dates",
    "direction": "up or down",
    "end": "offset behind its last character",
    "entity": "the entity's id",
    "figures": "its figures",
    "from": "first day that it covers",
    "high": "upper bound",
    "id": "unique in the article",
    "item": "what the row is",
    "kind": "its kind",
    "language": "ISO 639-1 code",
    "lemma": "base form of the verb",
    "low": "lower bound",
    "mentions": "how often it is mentioned",
    "message": "what does not fit",
    "mod": "TIMEX3 modifier",
    "modality": "asserted, planned, possible, denied …",
    "name": "fullest name",
    "negated": "whether it says not",
    "number": "the value of a figure; the place of a sentence",
    "of": "what it measures",
    "paragraph": "number of its paragraph",
    "part": "headline, byline, body …",
    "per": "unit of a rate",
    "place": "where",
    "place_entity": "the same by id",
    "point": "by, to or from",
    "predicate": "what is done",
    "published": "day of publication",
    "published_basis": "whence that day is known",
    "quote": "the quote that holds it",
    "roles": "titles and descriptions",
    "rule": "the rule that found it",
    "sentence": "number of its sentence",
    "severity": "error, warning or note",
    "source": "path of the article; `\\xfe` for a byte of its name that is no UTF-8",
    "standalone": "the claim as a sentence that stands alone",
    "start": "offset of its first character, in code points",
    "text": "its words",
    "title": "headline",
    "to": "last day that it covers",
    "type": "its type",
    "unit": "currency, measure or what is counted",
    "value": "TIMEX3 value of a date, number of a figure",
    "voice": "active or passive",
    "warnings": "what the reader met",
    "when": "its points of time, and the words of its other dates",
}


def meaning(column: Column) -> str:
    """Return what a column says.

    Raises:
        KeyError: for one that nobody has described.
    """
    for who in ("subject", "object", "speaker", "addressee"):
        if column.name.startswith(who):
            return _WHO[column.name.removeprefix(who)].format(f"the {who}")
    return _MEANINGS[column.name]


def holds(column: Column) -> str:
    """Return what type of cells a column has."""
    return _KINDS[column.kind]
