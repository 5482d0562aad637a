"""brat's pairs of files: a .txt and an .ann an article, which replace no annotations that somebody has corrected."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from hashlib import sha256

from newsclaims.formats.atomic import OutputFolder, Unusable
from newsclaims.formats.remote import Folder

_CONFIGURATION = "annotation.conf"


def here(folder: Folder) -> OutputFolder:
    """Return the folder if it is one of this machine, where people correct what is in it.

    Raises:
        Unusable: when it is behind an address.
    """
    if isinstance(folder, OutputFolder):
        return folder
    raise Unusable("pairs of files for brat are written to a folder of this machine, to no address")


def configure(folder: OutputFolder) -> None:
    """Tell brat of our labels, unless the folder has a configuration already."""
    from newsclaims.exchange.brat import configuration

    if not os.path.lexists(folder.path_of(_CONFIGURATION)):
        _put(folder, _CONFIGURATION, configuration().encode())


class PairWriter:
    """Writes the pairs of one input: beside each other for a file of one article, in a folder for one of many."""

    def __init__(self, folder: OutputFolder, place: str, several: bool, replace: bool) -> None:
        self._folder = folder
        self._place = place
        self._several = several
        self._replace = replace
        self._hash = sha256()
        self.size = 0
        self.digest = ""

    def write(self, item: tuple[int, bytes, bytes]) -> None:
        """Write the pair of an article.

        Raises:
            FileExistsError: when other annotations have its place.
        """
        record, text, annotations = item
        name = f"{self._place}/{record:06}" if self._several else self._place
        if not self._replace and (held := self._held(name)) is not None and held != annotations:
            message = f"{name}.ann has other annotations, corrected perhaps: --force replaces them"
            raise FileExistsError(errno.EEXIST, message)
        _put(self._folder, f"{name}.txt", text)
        _put(self._folder, f"{name}.ann", annotations)
        self._hash.update(annotations)
        self.size += len(annotations)

    def _held(self, name: str) -> bytes | None:
        with suppress(FileNotFoundError), open(self._folder.path_of(f"{name}.ann"), "rb") as file:
            return file.read()
        return None

    def finish(self) -> None:
        """Say what was written."""
        self.digest = self._hash.hexdigest()

    def drop(self) -> None:
        """Pairs that are written stay: each is whole."""


def _put(folder: OutputFolder, name: str, content: bytes) -> None:
    file = folder.create(name)
    try:
        file.write(content)
        file.finish()
    except BaseException:
        file.drop()
        raise
