"""The options of the commands as types, so that every command spells and explains them alike."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated

from newsclaims.cli.completion import one_of, paths, some_of
from newsclaims.cli.parameter import Argument, Misuse, Option, PathOption

if TYPE_CHECKING:
    from newsclaims.extract import Wanted

KINDS = ("entities", "claims", "quotes", "dates", "figures")
FORMATS = ("json", "jsonl", "csv", "tsv", "sqlite", "parquet", "html", "text", "annotation", "brat", "conllu", "docbin",
           "doccano", "labelstudio", "prodigy", "claimreview")  # fmt: skip

Paths = Annotated[
    list[str] | None,
    Argument(
        help="Files (packed or not) and folders (.txt .md .jsonl of them); - is standard input.", autocompletion=paths
    ),
]
Date = Annotated[str | None, Option(metavar="ISO", help="Publication date of all articles.")]
Only = Annotated[
    str | None,
    Option(
        metavar="KINDS",
        help=f"Only these and what they name, comma-separated: {', '.join(KINDS)}.",
        autocompletion=some_of(KINDS),
    ),
]
Checks = Annotated[bool, Option("--checks", help="Look for contradictions inside each article too, as check does.")]
Format = Annotated[
    str | None,
    Option(
        "--format",
        "-f",
        metavar="NAME",
        help=f"{', '.join(FORMATS)}. Default: jsonl, on a terminal json.",
        autocompletion=one_of(*FORMATS),
    ),
]
Output = Annotated[
    str | None,
    PathOption("--output", "-o", metavar="FILE", help="Write to this file, whole or not at all; .gz, .xz, .zst pack."),
]
FactsOutput = Annotated[
    str | None,
    PathOption(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to this file, whole or not at all, a database article by article; .gz, .xz, .zst pack.",
    ),
]
OutputDir = Annotated[
    str | None,
    PathOption("--output-dir", "-d", metavar="DIR", help="Write one file an input, and a manifest; resumes."),
]
Language = Annotated[
    str,
    Option(
        metavar="WHICH",
        help="en: facts of English only. any: read all as if it were English.",
        autocompletion=one_of("en", "any"),
    ),
]
MinConfidence = Annotated[
    float, Option(min=0, max=1, metavar="X", help="Leave out claims whose confidence is below X (0 to 1).")
]
Encoding = Annotated[
    str | None, Option(metavar="NAME", help="Encoding of the inputs. Default: by byte order mark, else UTF-8.")
]
TextKey = Annotated[
    str | None, Option(metavar="KEY", help="Key or column of records that holds the text (a.b: inside of a).")
]
DateKey = Annotated[str | None, Option(metavar="KEY", help="Key or column of records that holds the date.")]
IdKey = Annotated[str | None, Option(metavar="KEY", help="Key or column of records that holds the id.")]
TitleKey = Annotated[str | None, Option(metavar="KEY", help="Key or column of records that holds the title.")]
Query = Annotated[
    str | None, Option(metavar="SQL", help="SELECT that gives the articles of a SQLite database, a row each.")
]
WithText = Annotated[bool, Option("--with-text", help="Put the text into the JSON, which can be read back then.")]
KeepMeta = Annotated[bool, Option("--keep-meta", help="Put the other fields of records into the JSON (meta).")]
FilesFrom = Annotated[
    str | None,
    PathOption(metavar="FILE", help="Read input paths from this file, one a line; - is standard input."),
]
Null = Annotated[bool, Option("--null", "-0", help="Paths of --files-from end in NUL instead.")]
Glob = Annotated[
    list[str] | None, Option(metavar="PATTERN", help="Files to take from folders instead of the known suffixes.")
]
Exclude = Annotated[list[str] | None, Option(metavar="PATTERN", help="Files and folders of folders to pass over.")]
Follow = Annotated[bool, Option("--follow", help="Follow links to folders.")]
Jobs = Annotated[int, Option("--jobs", "-j", min=0, max=1024, metavar="N", help="Processes. 0: one a processor.")]
Timeout = Annotated[
    float,
    Option(min=0, max=1_000_000_000, metavar="SECONDS", help="Give an article up after this time. 0: never."),
]
MaxChars = Annotated[int, Option(min=1, max=1_000_000_000, metavar="N", help="Report longer articles instead.")]
Errors = Annotated[
    str,
    Option(
        metavar="WHERE",
        help="Report failures on stderr, or inline as records of the JSON output too.",
        autocompletion=one_of("stderr", "inline"),
    ),
]
Force = Annotated[bool, Option("--force", help="With --output-dir: do again what is done already.")]
SkipExisting = Annotated[
    bool, Option("--skip-existing", help="With --output-dir: skip what is done already (the default).")
]
Lexicon = Annotated[str | None, PathOption(metavar="DIR", help="Folder of word tables to add to ours.")]
CsvRaw = Annotated[bool, Option("--csv-raw", help="Leave spreadsheet formulas in CSV and TSV as they are.")]
Bom = Annotated[bool, Option("--bom", help="Begin CSV and TSV with a byte order mark, which Excel needs.")]
MinWorthiness = Annotated[
    float | None,
    Option(min=0, max=1, metavar="X", help="Of claimreview: from sentences this check-worthy. Default: 0.5."),
]
Why = Annotated[
    bool, Option("--why", help="As JSONL, add which words each part of a rule matched, and what lost to it.")
]
FailEmpty = Annotated[bool, Option("--fail-empty", help="Exit with 3 when nothing was found.")]
Quiet = Annotated[bool, Option("--quiet", "-q", help="Print errors only.")]
Verbose = Annotated[bool, Option("--verbose", "-v", help="Print warnings, notes and a summary.")]
Color = Annotated[
    str, Option(metavar="WHEN", help="auto, always or never.", autocompletion=one_of("auto", "always", "never"))
]
NoConfig = Annotated[bool, Option("--no-config", help="Do not read newsclaims.toml or pyproject.toml.")]


def choice(option: str, value: str, allowed: tuple[str, ...]) -> None:
    """Refuse a value that is none of those allowed.

    Raises:
        Misuse: naming the option, the value and what is allowed.
    """
    if value not in allowed:
        raise Misuse(f"{option} is {value!r}, but must be one of: {', '.join(allowed)}")


def kinds(only: str | None) -> tuple[str, ...] | None:
    """Return the kinds that ``--only`` names, None without it.

    Raises:
        Misuse: for a kind that there is not, and where none is named.
    """
    if only is None:
        return None
    wanted = tuple(name.strip() for name in only.split(",") if name.strip())
    for name in wanted:
        choice("--only", name, KINDS)
    if not wanted:
        raise Misuse("--only names no kind")
    return wanted


def refuse_nonsense(errors: str, timeout: float, checks: bool, only: str | None) -> None:
    """Refuse what no run over many articles can be told.

    Raises:
        Misuse: naming the option.
    """
    choice("--errors", errors, ("stderr", "inline"))
    if math.isnan(timeout):
        raise Misuse("--timeout is no number")
    if checks and only is not None:
        raise Misuse("--checks needs all kinds: leave --only out")


def checked_encoding(name: str | None) -> str | None:
    """Return the codec name of the encoding that was given.

    Raises:
        Misuse: when there is none of that name, or it is none of text files.
    """
    from newsclaims.text.decode import known_encoding

    try:
        return known_encoding(name) if name else None
    except ValueError as error:
        raise Misuse(str(error)) from error


def checked(
    date: str | None = None,
    language: str = "en",
    min_confidence: float = 0.0,
    only: tuple[str, ...] | None = None,
    max_chars: int | None = None,
) -> Wanted:
    """Return what the options ask for of every article.

    Raises:
        Misuse: when ``--date`` is no ISO 8601 day, or another option has a value that there is not.
    """
    from newsclaims.extract import given_day, wanted
    from newsclaims.text.intake import MAX_CHARS

    try:
        day = given_day(date)
    except ValueError as error:
        raise Misuse(f"--date is {error}") from error
    if math.isnan(min_confidence):
        raise Misuse("--min-confidence is no number")
    try:
        return wanted(day, only, max_chars or MAX_CHARS, language, min_confidence)
    except ValueError as error:
        raise Misuse(f"--{error}") from error
