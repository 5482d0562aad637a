"""Fragments of HTML to text, through ``lxml``: what feeds, WordPress and other APIs give as the text of an article."""

from __future__ import annotations

_BLOCKS = ("p", "div", "li", "h1", "h2", "h3", "blockquote", "tr")


def text_of(markup: str) -> str:
    """Return the text of a fragment of HTML, its paragraphs parted by a blank line; text without tags as it is.

    Raises:
        ImportError: without lxml.
    """
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    from lxml import etree, html

    try:
        tree = html.fromstring(f"<div>{markup}</div>")
    except (etree.ParserError, ValueError):
        return markup.strip()
    for element in [*tree.iter("script", "style")]:
        element.drop_tree()
    for element in [*tree.iter(*_BLOCKS, "br")]:
        sign = "\n" if element.tag == "br" else "\n\n"
        element.tail = sign + (element.tail or "")
        if element.tag != "br":
            element.text = sign + (element.text or "")
    paragraphs = "".join(tree.itertext()).split("\n\n")
    return "\n\n".join(line for part in paragraphs if (line := " ".join(part.split())))
