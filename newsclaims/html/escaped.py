"""Words of an article as HTML."""

from __future__ import annotations

import html

from newsclaims.text.visible import visible


def escaped(text: str) -> str:
    """Return text for HTML: markup escaped, control and direction characters made visible."""
    return html.escape(visible(" ".join(text.split()) if "\n" in text else text, keep="\t"), quote=True)
