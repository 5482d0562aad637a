"""``newsclaims docs``: the reference, made from the code."""

from __future__ import annotations

import html
from typing import Annotated

from newsclaims.cli import completion, options
from newsclaims.cli.parameter import Argument, Option
from newsclaims.cli.reference import PARTS

_STYLE = (
    "body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}"
    "table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.2rem .5rem;text-align:left;vertical-align:top}"
    "code,pre{background:#f3f4f6}pre{padding:.6rem;overflow:auto}"
)


def command(
    part: Annotated[
        str | None,
        Argument(
            metavar="PART",
            help=f"One of {', '.join(PARTS)}. Default: all of them.",
            autocompletion=completion.one_of(*PARTS),
        ),
    ] = None,
    format: Annotated[
        str,
        Option(
            "--format",
            "-f",
            metavar="NAME",
            help="markdown or html.",
            autocompletion=completion.one_of("markdown", "html"),
        ),
    ] = "markdown",
    output: options.Output = None,
) -> None:
    """Write the reference: commands, keys of the JSON, columns of the tables, rules with examples, word tables.

    \b
    Examples:
      newsclaims docs columns
      newsclaims docs --format html -o reference.html
    """
    from newsclaims.cli.reference import reference
    from newsclaims.cli.targets import open_target

    options.choice("--format", format, ("markdown", "html"))
    if part is not None:
        options.choice("PART", part, PARTS)
    text = "\n".join(reference(PARTS if part is None else (part,))) + "\n"
    with open_target(output, "text" if format == "markdown" else "html") as target:
        target.write((text if format == "markdown" else _page(text)).encode("utf-8"))
        target.finish()


def _page(text: str) -> str:
    """Return the reference as one HTML page that loads nothing; headings can be linked to."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(text)
    title = "newsclaims"
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = tokens[at + 1].content
            token.attrSet("id", heading.lower().replace(" ", "-"))
            title = heading if token.tag == "h1" else title
    body = reader.renderer.render(tokens, reader.options, {})
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{html.escape(title)}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>{_STYLE}</style>\n</head>\n'
        f"<body>\n{body}</body>\n</html>\n"
    )
