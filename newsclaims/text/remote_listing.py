"""Which files at an address are articles; the folders of results among them are passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsclaims.model import Failure
from newsclaims.text.outputs import MANIFEST, is_manifest
from newsclaims.text.remote import files_under, is_pattern

_RESULTS = "not read: newsclaims has written this folder, its files are results"


def listed(path: str, takes: Callable[[str, str], bool]) -> Iterator[tuple[str, str] | Failure]:
    """Yield (address, place) of the files at an address; those of a folder that ``takes`` wants by name and place."""
    try:
        found = [*files_under(path)]
    except FileNotFoundError:
        yield Failure(None, path, None, "unreadable", "no such file or folder")
        return
    except (OSError, ModuleNotFoundError) as error:
        yield Failure(None, path, None, "unreadable", f"cannot list: {getattr(error, 'strerror', None) or error}")
        return
    manifests = {name for name, _ in found if name.endswith(f"/{MANIFEST}") and is_manifest(name)}
    results = tuple(name[: -len(MANIFEST)] for name in manifests)
    named = is_pattern(path) or [name for name, _ in found] == [path]
    count = 0
    for name, place in found:
        if name in manifests:
            yield Failure(None, name.rpartition("/")[0], None, "output-folder", _RESULTS)
        elif not name.startswith(results or ("\0",)) and (named or takes(place.rpartition("/")[2], place)):
            count += 1
            yield name, place
    if not count:
        yield Failure(None, path, None, "no-articles", f"no articles: {len(found):,} files passed over; see --glob")
