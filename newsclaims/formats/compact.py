"""The compact JSON of every class of the model, written field by field: no dict and no call back in between.

``tests/test_compact.py`` holds each writer to what the standard library's encoder makes of the same item.
"""

from __future__ import annotations

from collections.abc import Callable
from json.encoder import encode_basestring
from typing import Any, Final

from newsclaims.model import (
    Argument,
    Check,
    Claim,
    Cue,
    Date,
    Entity,
    Figure,
    Mention,
    Predicate,
    Quote,
    Reference,
    SentenceSpan,
    Span,
)

_string: Final = encode_basestring


def _text(value: str | None) -> str:
    return "null" if value is None else _string(value)


def _number(value: int | float | None) -> str:
    """Return a number as JSON.

    Raises:
        ValueError: for one that JSON cannot hold: infinite, or none.
    """
    if value is None:
        return "null"
    if value - value:  # inf - inf and nan - nan are nan, which is true
        raise ValueError(f"no number of JSON: {value!r}")
    return repr(value)


def _texts(values: tuple[str, ...]) -> str:
    return f"[{','.join([_string(value) for value in values])}]" if values else "[]"


def _span(item: Span) -> str:
    return f'{{"text":{_string(item.text)},"start":{item.start},"end":{item.end}}}'


def _reference(item: Reference | None) -> str:
    if item is None:
        return "null"
    return (
        f'{{"text":{_string(item.text)},"start":{item.start},"end":{item.end},"entity":{_text(item.entity)},'
        f'"reading":{_text(item.reading)},"entities":{_texts(item.entities)}}}'
    )


def _headed(item: Predicate | Cue | None) -> str:
    if item is None:
        return "null"
    return f'{{"text":{_string(item.text)},"start":{item.start},"end":{item.end},"lemma":{_string(item.lemma)}}}'


def _argument(item: Argument) -> str:
    return (
        f'{{"role":{_string(item.role)},"text":{_string(item.text)},"start":{item.start},"end":{item.end},'
        f'"entity":{_text(item.entity)}}}'
    )


def _mention(item: Mention) -> str:
    return f'{{"text":{_string(item.text)},"start":{item.start},"end":{item.end},"kind":{_string(item.kind)}}}'


def _entity(item: Entity) -> str:
    return (
        f'{{"id":{_string(item.id)},"name":{_string(item.name)},"type":{_string(item.type)},'
        f'"country":{_text(item.country)},"roles":{_texts(item.roles)},'
        f'"mentions":[{",".join([_mention(mention) for mention in item.mentions])}]}}'
    )


def _claim(item: Claim) -> str:
    return (
        f'{{"id":{_string(item.id)},"text":{_string(item.text)},"start":{item.start},"end":{item.end},'
        f'"sentence":{item.sentence},"subject":{_reference(item.subject)},"predicate":{_headed(item.predicate)},'
        f'"object":{_reference(item.object)},'
        f'"arguments":[{",".join([_argument(argument) for argument in item.arguments])}],'
        f'"voice":{_string(item.voice)},"negated":{"true" if item.negated else "false"},'
        f'"modality":{_string(item.modality)},"attributed_to":{_text(item.attributed_to)},"quote":{_text(item.quote)},'
        f'"dates":{_texts(item.dates)},"figures":{_texts(item.figures)},"place":{_text(item.place)},'
        f'"standalone":{_text(item.standalone)},"confidence":{_number(item.confidence)},"rule":{_string(item.rule)}}}'
    )


def _quote(item: Quote) -> str:
    spans = ",".join([f"[{start},{end}]" for start, end in item.spans])
    return (
        f'{{"id":{_string(item.id)},"text":{_string(item.text)},"start":{item.start},"end":{item.end},'
        f'"sentence":{item.sentence},"spans":[{spans}],"kind":{_string(item.kind)},'
        f'"speaker":{_reference(item.speaker)},"cue":{_headed(item.cue)},"addressee":{_reference(item.addressee)},'
        f'"confidence":{_number(item.confidence)},"rule":{_string(item.rule)}}}'
    )


def _date(item: Date) -> str:
    return (
        f'{{"id":{_string(item.id)},"text":{_string(item.text)},"start":{item.start},"end":{item.end},'
        f'"sentence":{item.sentence},"type":{_string(item.type)},"value":{_text(item.value)},"mod":{_text(item.mod)},'
        f'"from":{_text(item.from_)},"to":{_text(item.to)},"anchor":{_string(item.anchor)},'
        f'"anchor_id":{_text(item.anchor_id)},"rule":{_string(item.rule)}}}'
    )


def _figure(item: Figure) -> str:
    return (
        f'{{"id":{_string(item.id)},"text":{_string(item.text)},"start":{item.start},"end":{item.end},'
        f'"sentence":{item.sentence},"kind":{_string(item.kind)},"value":{_number(item.value)},'
        f'"low":{_number(item.low)},"high":{_number(item.high)},"unit":{_text(item.unit)},'
        f'"comparator":{_text(item.comparator)},"approximate":{"true" if item.approximate else "false"},'
        f'"of":{_text(item.of)},"per":{_text(item.per)},"direction":{_text(item.direction)},'
        f'"point":{_text(item.point)},"baseline":{_text(item.baseline)},"rule":{_string(item.rule)}}}'
    )


def _check(item: Check) -> str:
    return (
        f'{{"id":{_string(item.id)},"rule":{_string(item.rule)},"severity":{_string(item.severity)},'
        f'"message":{_string(item.message)},"sentence":{item.sentence},'
        f'"spans":[{",".join([_span(span) for span in item.spans])}]}}'
    )


def _sentence(item: SentenceSpan) -> str:
    return (
        f'{{"start":{item.start},"end":{item.end},"paragraph":{item.paragraph},"part":{_string(item.part)},'
        f'"type":{_text(item.type)},"check_worthiness":{_number(item.check_worthiness)}}}'
    )


WRITERS: Final[dict[Any, Callable[[Any], str]]] = {
    Check: _check,
    Claim: _claim,
    Date: _date,
    Entity: _entity,
    Figure: _figure,
    Quote: _quote,
    SentenceSpan: _sentence,
    str: _string,
}
"""What writes an item of a list of an article, by its class."""


def listed(items: tuple[Any, ...]) -> str:
    """Return the items of one list of an article, all of one class, as JSON values with commas between them."""
    write = WRITERS[type(items[0])]
    return ",".join([write(item) for item in items])
