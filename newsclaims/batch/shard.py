"""One file of articles to one file of facts: what a cluster's scheduler calls for each of its shards."""

from __future__ import annotations

import os

from newsclaims.batch.manifest import Manifest, run_signature
from newsclaims.batch.run import Batch, Stats
from newsclaims.batch.work import Settings, in_series
from newsclaims.formats.atomic import OutputFolder
from newsclaims.text.inputs import Input, without_suffix


def shard(source: str, target: str, settings: Settings, *, force: bool = False) -> Stats:
    """Extract from every article of ``source`` into the folder ``target``, which holds the shard's own manifest.

    A shard that is done already, from the same bytes with the same rules and settings, is skipped; the output
    appears whole or not at all.  Calling it again is harmless.

    Raises:
        Locked: when another process works on the same target.
        OSError: when the target cannot be written.
    """
    with OutputFolder(target) as folder:
        manifest = Manifest(folder, run_signature(settings), fresh=force)
        try:
            batch = Batch(folder, manifest, settings, skip=not force)
            item = Input(source, without_suffix(os.path.basename(source)))
            return batch.run([item], lambda tasks: in_series(tasks, settings))
        finally:
            manifest.close()
