"""``newsclaims score``: how much of a gold set our output has found, and how much of what it found is right."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Annotated, Any

from newsclaims.cli import completion, options
from newsclaims.cli.parameter import Argument, Option
from newsclaims.cli.session import FAILED, UNUSABLE

FORMATS = ("text", "json")


def command(
    gold: Annotated[
        str,
        Argument(
            metavar="GOLD",
            help="File or folder of what is right: corrected annotations.",
            autocompletion=completion.paths,
        ),
    ],
    out: Annotated[
        str,
        Argument(
            metavar="OUT",
            help="File or folder of our output, in any of the formats; - is standard input.",
            autocompletion=completion.paths,
        ),
    ],
    format: Annotated[
        str,
        Option("--format", "-f", metavar="NAME", help="text or json.", autocompletion=completion.one_of(*FORMATS)),
    ] = "text",
    quiet: options.Quiet = False,
    no_config: options.NoConfig = False,
) -> None:
    """Score our output against annotations that somebody has corrected.

    GOLD and OUT are JSON or JSON Lines of extract, brat folders, exports of
    doccano, Label Studio or Prodigy, DocBins, or W3C annotations. Articles pair by
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
    from newsclaims.exchange.pairing import pairs
    from newsclaims.exchange.score import Score
    from newsclaims.model import Failure
    from newsclaims.text.visible import visible_json

    options.choice("--format", format, FORMATS)
    messages = Messages(quiet=quiet)
    score = Score()
    left = 0
    for pair in pairs(gold, out):
        if isinstance(pair, Failure):
            messages.failure(pair)
            left += 1
        else:
            score.add(*pair)
    messages.count_rest()
    if not score.articles:
        raise SystemExit(UNUSABLE)
    found = score.to_dict()
    if format == "json":
        sys.stdout.write(visible_json(json.dumps(found, indent=2)) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(found))
    raise SystemExit(FAILED if left else 0)


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
