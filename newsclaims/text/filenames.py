"""Names of files: what two of them share that some file system would take for one."""

from __future__ import annotations


def caseless(name: str) -> str:
    """Return what two names share that some file system would take for one."""
    if name.isascii():
        return name.lower()
    import unicodedata

    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
