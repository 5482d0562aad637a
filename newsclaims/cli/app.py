"""The command line: which commands there are.  One module of this folder is one command, its function ``command``.

To add a command, write ``newsclaims/cli/<name>.py`` with a function ``command`` whose docstring is the help text, and
add the name to ``COMMANDS``.  Only the module of the command that is called is imported, so a command costs nothing
to those who call another; Typer is imported only for command lines that the front does not wholly understand.
"""

from __future__ import annotations

import os
import sys

COMMANDS = (
    "extract", "batch", "show", "check", "checklist", "compare", "find", "match", "report", "score", "rules", "explain",
    "schema", "docs", "doctor", "man",
)  # fmt: skip


def main() -> None:
    """Run the command line of this process and leave with its exit code."""
    from newsclaims.cli.session import guarded

    guarded(_run)


def _run() -> None:
    if len(sys.argv) > 1 and sys.argv[1] not in COMMANDS and os.path.exists(sys.argv[1]):
        sys.argv.insert(1, "show")  # a path alone is an article to look at
    error = None
    if os.name == "posix" and "_NEWSCLAIMS_COMPLETE" not in os.environ:  # Typer expands patterns on Windows
        from newsclaims.cli.front import done
        from newsclaims.cli.parameter import Misuse

        try:
            if done(sys.argv[1:], COMMANDS):
                return
        except Misuse as found:
            error = found
    from newsclaims.cli.program import run_with_typer

    run_with_typer(sys.argv[1:], COMMANDS, error)
