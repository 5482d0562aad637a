"""``newsclaims schema``: the JSON Schema of the output, and the labels of annotation tools."""

from __future__ import annotations

import sys
from typing import Annotated

from newsclaims.cli import completion, options
from newsclaims.cli.parameter import Option


def command(
    failure: Annotated[bool, Option("--failure", help="Print the schema of error records instead.")] = False,
    tool: Annotated[
        str | None,
        Option(
            "--for",
            metavar="TOOL",
            help="Print the labels for labelstudio or brat, as it is configured.",
            autocompletion=completion.one_of("labelstudio", "brat"),
        ),
    ] = None,
) -> None:
    """Print the JSON Schema of an article's JSON object.

    \b
    Examples:
      newsclaims schema > article.schema.json
      newsclaims schema --failure
      newsclaims schema --for labelstudio > config.xml
    """
    if tool is not None:
        sys.stdout.write(_configuration(tool))
        return
    from newsclaims.formats.json import json_text
    from newsclaims.formats.schema import failure_schema, schema

    sys.stdout.buffer.write(json_text(failure_schema() if failure else schema()))
    sys.stdout.buffer.flush()


def _configuration(tool: str) -> str:
    from newsclaims.exchange import brat, labelstudio

    options.choice("--for", tool, ("labelstudio", "brat"))
    return labelstudio.CONFIGURATION if tool == "labelstudio" else brat.configuration()
