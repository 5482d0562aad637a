"""What a reader does not see breaks no words, and every span is still its own words in the text as given."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import newsclaims
from newsclaims.explain.why import why
from newsclaims.fields import members
from newsclaims.text.legible import legible


def spans(item: object) -> Iterator[tuple[int, int, str]]:
    """Yield every span of an item of the model, however deep."""
    if isinstance(item, tuple):
        for value in item:
            yield from spans(value)
    elif hasattr(type(item), "__match_args__"):
        names, _ = members(type(item))
        if "start" in names and "text" in names:
            yield item.start, item.end, item.text  # type: ignore[attr-defined]
        for name in names:
            yield from spans(getattr(item, name))


def straight(text: str) -> str:
    return legible(text).text.replace("’", "'").replace("\xa0", " ")


PLAIN = "The company's boss didn't pay $5 million, said Ben Reed. \"It is late,\" he told Holt & Sons on Monday."
ODD = {
    "soft hyphens": PLAIN.replace("company", "com\u00adpany").replace("Monday", "Mon\u00adday"),
    "zero-width": "\ufeff" + PLAIN.replace(" ", " \u200b").replace("Reed", "Re\u200b\u2060ed\u200b"),
    "entities": PLAIN.replace("'", "&#39;").replace('"', "&quot;").replace("&", "&amp;").replace(" Reed", "&nbsp;Reed"),
    "named": PLAIN.replace("&", "&amp;").replace("'", "&rsquo;").replace('"', "&#34;").replace(" mill", "&#xA0;mill"),
    "grave accents": PLAIN.replace("'", "`"),
    "primes": PLAIN.replace("'", "′"),
    "letters": PLAIN.replace("'", "ʼ"),
    "wide marks": PLAIN.replace('"', "＂"),
    "no-break": PLAIN.replace(" ", "\u00a0").replace("5\u00a0m", "5\u202fm"),
    "misread": PLAIN.replace("'", "â€™").replace("$5 m", "$5Â\xa0m"),
    "directions": PLAIN.replace("Ben", "\u202aBen\u202c"),
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_characters_change_nothing(kind: str) -> None:
    text = ODD[kind]
    plain, odd = newsclaims.extract(PLAIN, language="any"), newsclaims.extract(text, language="any")
    assert odd.text == text
    for start, end, said in spans((odd.entities, odd.claims, odd.quotes, odd.dates, odd.figures)):
        assert text[start:end] == said
    for name in ("claims", "quotes", "dates", "figures", "entities"):
        assert len(getattr(plain, name)) == len(getattr(odd, name))
    for one, other in zip(plain.claims, odd.claims, strict=True):
        assert one.predicate.lemma == other.predicate.lemma
        assert one.negated == other.negated
        for part, odd_part in ((one.subject, other.subject), (one.object, other.object)):
            assert (part and part.text) == (
                odd_part and legible(odd_part.text).text.replace("’", "'").replace("\xa0", " ")
            )
    assert [item.value for item in plain.figures] == [item.value for item in odd.figures]
    assert [text[item.start : item.end].strip() for item in odd.sentences] == [
        text[item.start : item.end] for item in odd.sentences
    ]


@pytest.mark.parametrize("kind", ODD)
def test_why_tells_the_same_places(kind: str) -> None:
    article = newsclaims.extract(ODD[kind], language="any")
    for told in why(article).values():
        for part in (*told["parts"], *told["lost"]):
            if "start" in part:
                assert ODD[kind][part["start"] : part["end"]] == part["text"]


ODDEST = (
    "", "\u00ad", "&amp;", "A &foo; B & C; D", "don't", "``We left,''", "café ‘x’ 2′", "3\u2009000 â€ Ã", "Â£5 Ã© â€œ"
)  # fmt: skip


@pytest.mark.parametrize("text", ODDEST)
def test_places(text: str) -> None:
    shown = legible(text)
    for at in range(len(shown.text)):
        start, end = shown.start(at), shown.end(at + 1)
        assert 0 <= start < end <= len(text)
        assert shown.read(start) == at
    assert not shown.text or shown.end(len(shown.text)) <= len(text)
    assert shown.apart == (len(shown.text) != len(text))


def test_warnings_name_places_of_the_text_as_given() -> None:
    text = "The bo\u00adard met on Monday. “The plan is late and the bank has not paid."
    warnings = newsclaims.extract(text, language="any").warnings
    assert any(f"offset {text.index('“')}:" in warning for warning in warnings), warnings


def test_other_quotation_marks() -> None:
    for text in ("`We left,' Ben Reed said.", "“We left,“ Ben Reed said.", "‹We left,› Ben Reed said."):
        (quote,) = newsclaims.extract(text, language="any").quotes
        assert quote.text == text[:10]
        assert quote.speaker is not None
        assert quote.speaker.text == "Ben Reed"
