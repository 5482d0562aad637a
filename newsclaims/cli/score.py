"""``newsclaims score``: how much of a gold set our output has found, and how much of what it found is right."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsclaims.cli import completion, options
from newsclaims.cli.session import FAILED, UNUSABLE

if TYPE_CHECKING:
    from newsclaims.cli.messages import Messages
    from newsclaims.exchange.marks import Marks
    from newsclaims.exchange.score import Score

FORMATS = ("text", "json")


def command(
    gold: Annotated[
        str,
        typer.Argument(
            metavar="GOLD",
            help="File or folder of what is right: corrected annotations.",
            autocompletion=completion.paths,
        ),
    ],
    out: Annotated[
        str,
        typer.Argument(
            metavar="OUT",
            help="File or folder of our output, in any of the formats; - is standard input.",
            autocompletion=completion.paths,
        ),
    ],
    format: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="NAME", help="text or json.", autocompletion=completion.one_of(*FORMATS)
        ),
    ] = "text",
    quiet: options.Quiet = False,
    no_config: options.NoConfig = False,
) -> None:
    """Score our output against annotations that somebody has corrected.

    GOLD and OUT are JSON or JSON Lines of extract, brat folders, exports of
    doccano, Label Studio or Prodigy, or W3C annotations. Articles are paired by
    their text, else by their id. Only kinds that GOLD has are scored: for each
    precision, recall and F1 of spans that are the same and of spans that overlap,
    and of those that overlap how often each value is right.

    \b
    Examples:
      newsclaims extract news/ -f brat -d gold/     (correct gold/ in brat, then)
      newsclaims extract news/ --format prodigy | newsclaims score gold/ -
      newsclaims score project-1.json facts.jsonl --format json

    \b
    Exit codes: 0 all articles of GOLD were scored; 1 some could not be; 2 none.
    """
    from newsclaims.cli.messages import Messages
    from newsclaims.exchange.score import Score
    from newsclaims.text.visible import visible_json

    options.choice("--format", format, FORMATS)
    messages = Messages(quiet=quiet)
    score = Score()
    left = _pair_all(gold, out, score, messages)
    messages.count_rest()
    if not score.articles:
        raise typer.Exit(UNUSABLE)
    found = score.to_dict()
    if format == "json":
        sys.stdout.write(visible_json(json.dumps(found, indent=2)) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(found))
    raise typer.Exit(FAILED if left else 0)


def _pair_all(gold: str, out: str, score: Score, messages: Messages) -> int:
    """Score every article of the gold set that the other one has; return how much could not be."""
    from newsclaims.exchange.reading import read_marks
    from newsclaims.model import Failure

    left = 0
    by_text: dict[str, Marks] = {}
    by_id: dict[str, Marks] = {}
    for item in read_marks(out):
        if isinstance(item, Failure):
            messages.failure(item)
            left += 1
            continue
        if item.text is not None:
            by_text[item.text] = item
        by_id.setdefault(item.id, item)
    for item in read_marks(gold):
        if isinstance(item, Failure):
            messages.failure(item)
            left += 1
            continue
        other = by_text.get(item.text or "") or by_id.get(item.id)
        problem = None
        if other is None:
            problem = "OUT has no article of this text or id"
        elif None not in (item.text, other.text) and item.text != other.text:
            problem = "its text is another one in OUT: the offsets do not fit"
        if other is None or problem is not None:
            messages.failure(Failure(item.id, gold, None, "not-scored", f"{item.id or 'an article'}: {problem}"))
            left += 1
        else:
            score.add(item, other)
    return left


def _lines(found: dict[str, Any]) -> Iterator[str]:
    """Yield the scores as a table, then what is right of what was found."""
    yield f"{found['articles']:,} article{'s' if found['articles'] != 1 else ''}; in %: precision, recall, F1"
    yield ""
    yield f"{'':10}{'gold':>7}{'out':>7}   {'same span':^21}   {'overlapping':^21}".rstrip()
    for kind, item in found["kinds"].items():
        rates = ["".join(f"{_percent(item[name][rate]):>7}" for rate in _RATES) for name in ("exact", "overlapping")]
        yield f"{kind:10}{item['gold']:7,}{item['out']:7,}   {'   '.join(rates)}"
    right = [
        f"{kind:10}"
        + ", ".join(
            f"{name} {_percent(pair['accuracy'])} ({pair['right']:,} of {pair['compared']:,})"
            for name, pair in item["attributes"].items()
        )
        for kind, item in found["kinds"].items()
        if item["attributes"]
    ]
    if right:
        yield from ("", "right where spans overlap, in %:", *right)
    if found["not_in_gold"]:
        yield from ("", f"not in GOLD, not scored: {', '.join(found['not_in_gold'])}")


_RATES = ("precision", "recall", "f1")


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f}"
