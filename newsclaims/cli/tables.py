"""A folder of tables: one file a kind, each with what all articles have of it."""

from __future__ import annotations

from typing import Any

from newsclaims.batch.manifest import Manifest, run_signature
from newsclaims.batch.renderers import FORMATS
from newsclaims.batch.work import Settings
from newsclaims.cli.targets import Target
from newsclaims.formats.atomic import NewFile
from newsclaims.formats.encoders import Encoder, encoder
from newsclaims.formats.remote import Folder, RemoteFile


class TablesTarget(Target):
    """The files of the tables, which appear when all are whole; a manifest tells later runs whose folder it is."""

    def __init__(self, folder: Folder, settings: Settings) -> None:
        self._folder = folder
        self._settings = settings
        suffix = FORMATS[settings.format].suffix
        self._names = {table: table + suffix for table in settings.tables}
        self.paths = [folder.path_of(name) for name in self._names.values()]
        self._files: dict[str, tuple[NewFile | RemoteFile, Encoder]] = {}

    def write(self, item: Any) -> None:
        """Add one article's rows of every table."""
        self._open()
        if item:
            for file, show in self._files.values():
                file.write(bytes(show.item(item)))

    def _open(self) -> None:
        for table, name in self._names.items():
            if table not in self._files:
                file = self._folder.create(name)
                self._files[table] = file, encoder(self._settings.format, table, self._settings.mark)
                file.write(self._files[table][1].begin())

    def flush(self) -> None:
        """Nobody reads unfinished files."""

    def finish(self) -> None:
        """Put the files into their places."""
        for file, show in self._files.values():
            file.write(bytes(show.end()))
        Manifest(self._folder.desk, run_signature(self._settings), fresh=True).close()
        while self._files:
            file, _ = self._files.pop(next(iter(self._files)))
            file.finish(sync=True)

    def drop(self) -> None:
        """Remove what was not finished."""
        for file, _ in self._files.values():
            file.drop()
        self._files.clear()
