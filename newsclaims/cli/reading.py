"""What every command that reads articles can be told, and what it makes of that.

``COMMON`` is the one table of these options.  A command is a function with its own options and a keyword ``reading``;
``reads_articles`` gives it the others: they are parsed, explained and configured as if they stood in its signature.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclaims.cli import options
from newsclaims.cli.parameter import Misuse, Parameter, WantsTyper, parameters_of
from newsclaims.cli.session import UNUSABLE
from newsclaims.text.files import STDIN
from newsclaims.text.remote import local_path

if TYPE_CHECKING:
    from newsclaims.cli.messages import Messages
    from newsclaims.extract import Wanted
    from newsclaims.text.inputs import Selection
    from newsclaims.text.intake import Intake

COMMON: dict[str, tuple[Any, Any]] = {
    "date": (options.Date, None),
    "language": (options.Language, "en"),
    "min_confidence": (options.MinConfidence, 0.0),
    "encoding": (options.Encoding, None),
    "text_key": (options.TextKey, None),
    "date_key": (options.DateKey, None),
    "id_key": (options.IdKey, None),
    "title_key": (options.TitleKey, None),
    "query": (options.Query, None),
    "files_from": (options.FilesFrom, None),
    "null": (options.Null, False),
    "glob": (options.Glob, None),
    "exclude": (options.Exclude, None),
    "follow": (options.Follow, False),
    "jobs": (options.Jobs, 0),
    "lexicon": (options.Lexicon, None),
    "quiet": (options.Quiet, False),
    "verbose": (options.Verbose, False),
    "color": (options.Color, "auto"),
    "no_config": (options.NoConfig, False),
}
"""Name of an option -> its type, which holds its help, and its default."""


class Reading(NamedTuple):
    """Which articles to read and how, checked.

    ``paths`` are a list where they are known, and else come from a list of paths as it is read; ``read`` are files
    that are read beside them; ``jobs`` 0 is one a processor; ``lexicon`` is an absolute path.
    """

    paths: Iterable[str]
    selection: Selection
    wanted: Wanted
    messages: Messages
    intake: Intake
    lexicon: str | None
    read: tuple[str, ...]
    jobs: int
    quiet: bool
    color: str


def reads_articles(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command with the common options and ``paths``; it is called with a ``Reading`` instead of them.

    Without paths standard input is read, but from a terminal the help is shown instead (exit code 2).
    """
    own = parameters_of(command)
    kept = [own[name] for name in own if name not in ("context", "reading")]
    common = [Parameter(name, kind, default) for name, (kind, default) in COMMON.items() if name not in own]
    both = [name for name in COMMON if name in own]  # what the command wants to know too
    parameters = [Parameter("context", Any), Parameter("paths", options.Paths, None), *kept, *common]

    def called(context: Any, paths: list[str] | None = None, **given: Any) -> None:
        shared = {item.name: given.pop(item.name) for item in common} | {name: given[name] for name in both}
        reading = _reading(context, paths, **shared)
        command(**({"context": context} if "context" in own else {}), reading=reading, **given)

    called.__doc__ = command.__doc__
    called.__annotations__ = {item.name: item.annotation for item in parameters} | {"return": None}
    called.parameters = {item.name: item for item in parameters}  # type: ignore[attr-defined]
    return called


def _reading(
    context: Any,
    paths: list[str] | None,
    *,
    date: str | None,
    language: str,
    min_confidence: float,
    encoding: str | None,
    text_key: str | None,
    date_key: str | None,
    id_key: str | None,
    title_key: str | None,
    query: str | None,
    files_from: str | None,
    null: bool,
    glob: list[str] | None,
    exclude: list[str] | None,
    follow: bool,
    jobs: int,
    lexicon: str | None,
    quiet: bool,
    verbose: bool,
    color: str,
    no_config: bool,
) -> Reading:
    from newsclaims.cli.messages import Messages
    from newsclaims.text.inputs import Selection
    from newsclaims.text.intake import MAX_CHARS, Intake

    options.choice("--color", color, ("auto", "always", "never"))
    if null and files_from is None:
        refuse_idle(context, "null", "--null (-0) is for --files-from, which is not given")
    if quiet and verbose:
        refuse_idle(context, "quiet", "--quiet and --verbose exclude each other", "verbose")
    named: Iterable[str] = [local_path(path) for path in paths or ()]
    if files_from is not None:
        from newsclaims.cli.listing import listed

        named = chain(named, listed(context, files_from, null))
    elif not paths:
        if sys.stdin is None or sys.stdin.isatty():
            if context is None:
                raise WantsTyper
            print(context.get_help(), file=sys.stderr)
            raise SystemExit(UNUSABLE)
        named = [STDIN]
    tables = _tables(lexicon)
    return Reading(
        paths=named,
        selection=Selection(tuple(glob or ()), follow, exclude=tuple(exclude or ())),
        wanted=options.checked(date, language, min_confidence),
        messages=Messages(quiet=quiet, verbose=verbose, color=color),
        intake=Intake(options.checked_encoding(encoding), MAX_CHARS, text_key, date_key, id_key, title_key, query),
        lexicon=os.path.abspath(lexicon) if lexicon else None,
        read=(*tables, *(() if files_from is None else (files_from,))),
        jobs=jobs,
        quiet=quiet,
        color=color,
    )


def refuse_idle(context: Any, option: str, message: str, other: str | None = None) -> None:
    """Refuse an option that would do nothing, unless a configuration set it, or the ``other``, for other runs.

    Raises:
        Misuse: with the message.
    """
    from newsclaims.cli.listing import is_configured

    if not is_configured(context, option) and (other is None or not is_configured(context, other)):
        raise Misuse(message)


def _tables(lexicon: str | None) -> list[str]:
    """Add the user's word tables to ours and return their paths.

    Raises:
        Unusable: naming the file and line that is wrong.
    """
    if lexicon is None:
        return []
    from newsclaims.formats.atomic import Unusable
    from newsclaims.table import BadTable, tables_in, use_lexicon

    try:
        use_lexicon(lexicon)
        return [path for _, _, path in tables_in(lexicon)]
    except BadTable as error:
        raise Unusable(str(error)) from error
    except OSError as error:
        raise Unusable(f"--lexicon: {error.filename or lexicon}: {error.strerror}") from error
