"""The tick list as one HTML page: boxes to tick on the screen or on paper; it needs no script and loads nothing."""

from __future__ import annotations

from collections.abc import Iterator

from newsclaims.html.escaped import escaped
from newsclaims.model import Article
from newsclaims.wording.ticklist import by_sentence, sentence_text, tick_list
from newsclaims.wording.values import day_words

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 0 auto; padding: 1rem }
blockquote { margin: 1.5rem 0 .5rem; padding-left: .75rem; border-left: 3px solid #999 }
ul { list-style: none; margin: 0; padding: 0 }
li { display: grid; grid-template-columns: 1.5rem 4rem 1fr; align-items: baseline; break-inside: avoid }
li > label { display: contents }
small { color: #595959 }
:checked ~ span { color: #595959; text-decoration: line-through }
@media (prefers-color-scheme: dark) {
  body { background: #111; color: #eee } small, :checked ~ span { color: #aaa }
}
"""


def page_head() -> str:
    """Return what stands before the articles of a page."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Checklist</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    )


def article_html(article: Article) -> Iterator[str]:
    """Yield the tick list of one article."""
    when = f"published {day_words(article.published)}" if article.published else "day of publication unknown"
    yield f"<article>\n<h1>{escaped(article.title or article.source or article.id)}</h1>\n"
    yield f"<p><small>{escaped(article.source or article.id)} · {when}</small></p>\n"
    for number, ticks in by_sentence(tick_list(article)):
        yield f"<blockquote>{escaped(sentence_text(article, number))}</blockquote>\n<ul>\n"
        for tick in ticks:
            yield (
                f'<li><label><input type="checkbox"><small>{tick.kind}</small>'
                f"<span><b>{escaped(tick.text)}</b> — {escaped(tick.look_up)}</span></label></li>\n"
            )
        yield "</ul>\n"
    yield "</article>\n"


PAGE_END = "</body>\n</html>\n"
