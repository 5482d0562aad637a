"""What somebody says is one thing, whether a claim or a quote tells it: a claim's content ends where the quote ends.

The extent of quotes is what their rules are measured on (``quotes/extent.py``); a claim's content follows the tree,
which loses what it could not place: `told staff it would hire people | to run the plant`.
"""

from __future__ import annotations

from typing import Final

from newsclaims.fields import filled
from newsclaims.model import Argument, Claim, Quote
from newsclaims.pattern import compiled
from newsclaims.syntax.clause import QUOTES

_JOINT: Final = compiled(r"[\s,]*(?:\b(?:and|but|or)\s+)?(?:that\s+)?\Z")
_LEADING: Final = frozenset({*QUOTES, " ", "[", "…"})
_TRAILING: Final = ' ,”"’'
_OPENERS: Final = ("that ", "That ")


def complete(text: str, claims: list[Claim], quotes: list[Quote]) -> None:
    """Let the content of a claim of saying end where the quote with its verb as cue ends, if both begin together."""
    by_cue = {quote.cue.end: quote for quote in quotes if quote.cue is not None and len(quote.spans) == 1}
    for claim in claims:
        quote = by_cue.get(claim.predicate.end)
        if quote is None:
            continue
        at = next((at for at, one in enumerate(claim.arguments) if one.role == "that"), -1)
        if at < 0:
            _tell(text, claim, quote)
        if at < 0 or quote.kind == "direct":
            continue
        content = claim.arguments[at]
        start, end = _inside(text, quote.spans[0])
        others = [_opening(text, one) for one in claim.arguments if content.end <= one.start < end]
        if others:
            end = start + len(_JOINT.sub("", text[start : min(others)]))  # "said it was late and that it cost more"
            end -= text[end - 1] in QUOTES and not QUOTES.intersection(text[start : end - 1])
        if start != content.start or end <= content.end or quote.sentence != claim.sentence:
            continue
        whole = Argument(content.role, text[start:end], start, end, content.entity)
        parts = (*claim.arguments[:at], whole, *claim.arguments[at + 1 :])
        last = max(claim.end, end)
        filled(claim, arguments=parts, end=last, text=text[claim.start : last])


def _opening(text: str, argument: Argument) -> int:
    """Return where an argument begins, with its preposition: `said “I am sorry” | to her`."""
    end = argument.start
    while end and text[end - 1].isspace():
        end -= 1
    begin = end - len(argument.role)
    return begin if begin > 0 and text[begin - 1 : end] == " " + argument.role else argument.start


def _tell(text: str, claim: Claim, quote: Quote) -> None:
    """Give the claim of a passive verb what it tells before it: `Reed was ill, | the court was told`."""
    told, hearer = claim.object, quote.addressee
    if claim.voice != "passive" or told is None or hearer is None or told.start != hearer.start:
        return
    start, end = _inside(text, quote.spans[0])
    end = start + len(text[start:end].rstrip(_TRAILING))
    if start < end <= told.start and quote.sentence == claim.sentence:
        content = Argument("that", text[start:end], start, end, None)
        filled(claim, arguments=(content, *claim.arguments), start=start, text=text[start : claim.end])


def _inside(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return a quote's span without *that* and the marks and stops round it."""
    start, end = span
    for _ in range(2):
        start += next((len(word) for word in _OPENERS if text.startswith(word, start)), 0)
        while start < end and text[start] in _LEADING:
            start += 1
    while end > start and text[end - 1] in ",. ;":
        end -= 1
    inner = text[start:end]
    if (inner[-1:] == "”" and "“" not in inner) or (inner[-1:] == '"' and inner.count('"') % 2):
        end -= 1  # the mark was opened before
    return start, end
