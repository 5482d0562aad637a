"""``newsclaims explain``: what one rule finds, or how a sentence is read and why it is worth checking."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any

from newsclaims.cli import completion, options
from newsclaims.cli.parameter import Argument, Misuse, Option, WantsTyper
from newsclaims.cli.session import UNUSABLE

if TYPE_CHECKING:
    from newsclaims.terminal.page import Page


def command(
    context: Any,
    rule: Annotated[
        str | None,
        Argument(metavar="RULE", help="Id of a rule, as in the output.", autocompletion=completion.rule_ids),
    ] = None,
    sentence: Annotated[
        str | None,
        Option(metavar="TEXT", help="Show instead how this text is read: tokens, chunks, clauses, facts."),
    ] = None,
    color: options.Color = "auto",
    no_config: options.NoConfig = False,
) -> None:
    """Explain a rule: what it finds and what not, its examples, its measured precision.

    With --sentence, show how a text is read: its tokens with their tags, chunks, the tree of clauses, the facts with
    the rules that made them, and the terms of its check-worthiness.

    \b
    Examples:
      newsclaims explain checks.weekday-date
      newsclaims explain --sentence "Unemployment fell to 4.1% in May."
    """
    from newsclaims.cli.loading import columns_of
    from newsclaims.explain.rules import explain_lines, named, similar, worth_lines
    from newsclaims.terminal.page import Page

    page = Page(*columns_of(None, color))
    lines: Iterator[str]
    if sentence is not None:
        if not sentence.strip():
            raise Misuse("--sentence has no words")
        lines = chain(_reading(page, sentence), ("",), worth_lines(page, sentence))
    elif rule is None:
        if context is None:
            raise WantsTyper
        print(context.get_help(), file=sys.stderr)
        raise SystemExit(UNUSABLE)
    else:
        found = named(rule)
        if found is None:
            hint = ", ".join(similar(rule))
            raise Misuse(f"no rule is called {rule!r}" + (f"; similar: {hint}" if hint else ""))
        lines = explain_lines(page, found)
    for line in lines:
        sys.stdout.write(line + "\n")


def _reading(page: Page, text: str) -> Iterator[str]:
    from newsclaims.explain.sentences import sentence_lines
    from newsclaims.extract import extract
    from newsclaims.text.document import read_document
    from newsclaims.words.sentence import analyse

    document = read_document(text)
    return sentence_lines(page, extract(text), document, analyse(document))
