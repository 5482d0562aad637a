"""``explain --sentence``: how a text is read, from its tokens to the facts that rules made of it."""

from __future__ import annotations

from collections.abc import Iterator

from newsclaims.claims.claim import Builder
from newsclaims.claims.confidence import Rating
from newsclaims.model import Article
from newsclaims.syntax.clause import Clause
from newsclaims.syntax.groups import verb_group
from newsclaims.syntax.parse import Parse
from newsclaims.syntax.parses import Parses
from newsclaims.syntax.paths import link
from newsclaims.terminal.page import Page, heading, one_line, wrapped
from newsclaims.text.document import Document
from newsclaims.wording.values import measured_by
from newsclaims.words.sentence import Sentence

_INDENT = "  "
_DEEPEST = 12  # levels that are indented


def sentence_lines(page: Page, article: Article, document: Document, sentences: list[Sentence]) -> Iterator[str]:
    """Yield tokens with tags, chunks, the tree of clauses and the facts with their rules, sentence by sentence."""
    parses = Parses(document, sentences)
    for sentence in sentences:
        if sentence.part not in ("body", "headline"):
            continue
        parse = parses[sentence.index]
        yield from heading(page, "Tokens")
        yield from wrapped(" ".join(f"{one_line(token.text)}/{token.tag}" for token in parse.tokens), page.width - 1)
        yield from heading(page, "Chunks")
        yield from wrapped(" ".join(_chunks(parse)), page.width - 1)
        yield from heading(page, "Clauses")
        for depth, line in _tree(document.text, parse):
            indent = _INDENT * depth
            rows = wrapped(line, page.width - 1 - len(indent) - len(_INDENT))
            yield from (indent + _INDENT * (at > 0) + row for at, row in enumerate(rows))
        yield from heading(page, "Facts")
        for item in _facts(article, sentence):
            yield from wrapped(item, page.width - 1)
    parses.forget()
    if article.language != "en":
        note = "Note: this is no English prose; it is read here as if it were, and extract finds no facts in it."
        yield from ("", *wrapped(note, page.width - 1))


def _chunks(parse: Parse) -> Iterator[str]:
    for chunk in parse.chunks:
        words = " ".join(one_line(token.text) for token in parse.tokens[chunk.first : chunk.last])
        yield f"[{chunk.kind} {words}]"


def _tree(text: str, parse: Parse) -> Iterator[tuple[int, str]]:
    """Yield depth and description of every clause, each below the one that it hangs on."""
    builder = Builder(text, parse)
    children: dict[int, list[Clause]] = {}
    for clause in parse.clauses:
        parent = clause.parent
        while parent is not None and parent.verb is None:
            parent = parent.parent
        children.setdefault(id(parent) if parent is not None else 0, []).append(clause)
    todo = [(0, clause) for clause in reversed(children.get(0, []))]
    while todo:
        depth, clause = todo.pop()
        yield min(depth, _DEEPEST), _clause(builder, parse, clause)
        todo += [(depth + 1, inner) for inner in reversed(children.get(id(clause), []))]


def _clause(builder: Builder, parse: Parse, clause: Clause) -> str:
    """Return a clause on one line: what opens it, its parts, and what is asked of it along its path to the root."""
    claim = builder.claim(clause)
    verb = clause.verb
    assert verb is not None
    parts = [f"{clause.opener}{' ' + clause.word if clause.word and clause.word != clause.opener else ''}:"]
    above = link(clause, builder.tokens)
    if above is not None:
        parts.append(f"under {above.under} “{one_line(builder.tokens[above.head].text)}”,")
    surface = clause.surface()
    if surface is not None:
        parts.append(f"subject “{one_line(builder.phrase(surface).text)}”")
    group = verb_group(parse, clause)
    tense = f" ({group.tense})" if group is not None and group.tense else ""
    parts.append(f"verb “{one_line(builder.reference(builder.marked(verb.first, verb.last)).text)}”{tense}")
    if claim is not None:
        shown = [(argument.role, argument.text) for argument in claim.arguments]
        if claim.object is not None and not clause.passive:
            shown.insert(0, ("object", claim.object.text))
        parts += [f"{role} “{one_line(words)}”" for role, words in shown]
        marks = [claim.voice] * (claim.voice != "active") + ["negated"] * claim.negated
        marks += [claim.modality] * (claim.modality != "asserted")
        parts += [f"({', '.join(marks)})"] * bool(marks)
        parts.append(claim.rule)
    else:
        parts.append("(no claim)")
    return " ".join(parts)


def _facts(article: Article, sentence: Sentence) -> Iterator[str]:
    """Yield the facts that begin in the sentence, with the rules that made them."""
    rating = Rating(sentence)
    for claim in article.claims:
        if claim.sentence == sentence.index:
            who, whom = (one_line(part.text) if part is not None else "-" for part in (claim.subject, claim.object))
            yield f"claim {who} | {one_line(claim.predicate.text)} | {whom} ({claim.rule})"
            terms = "; ".join(f"{term} {weight:+.2f}" for term, weight in rating.weighed(claim))
            yield f"  confidence {claim.confidence:.2f} = {terms}"
    for quote in article.quotes:
        if quote.sentence == sentence.index:
            speaker = one_line(quote.speaker.text) if quote.speaker is not None else "-"
            yield f"quote {speaker}: {one_line(quote.text)} ({quote.rule})"
    for date in article.dates:
        if date.sentence == sentence.index:
            yield f"date {one_line(date.text)} = {date.value} ({date.rule})"
    texts = {figure.id: figure.text for figure in article.figures}
    for figure in article.figures:
        if figure.sentence == sentence.index:
            measured = measured_by(figure, texts) or None
            yield f"figure {one_line(figure.text)} = {figure.value} {figure.unit}, of {measured} ({figure.rule})"
